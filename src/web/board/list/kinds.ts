import * as documents from '../../graphql/graphql.js';
import type { ListRowFragment, PlacesQuery, ResourceKind, TypedDocumentString } from '../../graphql/graphql.js';
import { KIND_WORDS, SEVERITIES, STATUSES, sentenceCase } from '../words.js';

/** A page of a list. */
export interface Page {
  readonly totalCount: number;
  readonly nodes: readonly ListRowFragment[];
  readonly endCursor: string | null;
}

/** What of a list is wanted. */
export interface Wanted {
  /** Part of the name, or a pattern with `*` and `?`; empty for all. */
  readonly name: string;
  /** A cluster, or another configured system, by its name; empty for all. */
  readonly place: string;
  /** A status; empty for all. */
  readonly status: string;
  /** A field of the list's own to sort by; empty for the worst first. */
  readonly order: string;
}

interface PageVariables {
  readonly first: number;
  readonly after: string | null;
  readonly filter: {
    readonly name?: string;
    readonly clusters?: readonly string[];
    readonly status?: readonly string[];
  };
  readonly orderBy: { readonly field: string; readonly direction: string } | null;
}

/** What resources can be in: fields of what the graph says there is. */
export type Places = keyof PlacesQuery;

/** A list that has a URL. */
export interface ListKind {
  readonly name: string;
  readonly kind: ResourceKind;
  /** What it can be sorted by, besides the worst first; empty where the graph gives it whole. */
  readonly orders: readonly string[];
  /** Of what it has those of one place alone can be had; null where the graph gives it whole. */
  readonly places: Places | null;
  readonly document: TypedDocumentString<unknown, PageVariables>;
  /** Null where it was never listed. */
  readonly pageOf: (answer: unknown) => Page | null;
}

/** Lists that come in pages, filtered and sorted by the graph. */
function paged(
  name: string,
  kind: ResourceKind,
  places: Places,
  document: TypedDocumentString<PagedAnswer, never>,
  ...orders: readonly string[]
): ListKind {
  return {
    name,
    kind,
    orders: ['NAME', ...orders],
    places,
    document: document as unknown as ListKind['document'],
    pageOf: (answer) => {
      const { page } = answer as PagedAnswer;
      if (page === null) return null;
      const { totalCount, nodes, pageInfo } = page;
      return { totalCount, nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    },
  };
}

interface PagedAnswer {
  readonly page: {
    readonly totalCount: number;
    readonly nodes: readonly ListRowFragment[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

/** Lists that are as long as the configuration. */
function whole(name: string, kind: ResourceKind, document: TypedDocumentString<WholeAnswer, never>): ListKind {
  return {
    name,
    kind,
    orders: [],
    places: null,
    document: document as unknown as ListKind['document'],
    pageOf: (answer) => {
      const { list } = answer as WholeAnswer;
      return list === null ? null : { totalCount: list.length, nodes: list, endCursor: null };
    },
  };
}

interface WholeAnswer {
  readonly list: readonly ListRowFragment[] | null;
}

/** Lists of what several systems have, the first page of each. */
function members(name: string, kind: ResourceKind, document: TypedDocumentString<MembersAnswer, never>): ListKind {
  return {
    name,
    kind,
    orders: [],
    places: null,
    document: document as unknown as ListKind['document'],
    pageOf: (answer) => {
      const { systems } = answer as MembersAnswer;
      const pages = systems.flatMap((system) => system.members ?? []);
      if (systems.length > 0 && pages.length === 0) return null;
      const totalCount = pages.reduce((sum, page) => sum + page.totalCount, 0);
      return { totalCount, nodes: pages.flatMap(({ nodes }) => nodes), endCursor: null };
    },
  };
}

interface MembersAnswer {
  readonly systems: readonly {
    readonly members: { readonly totalCount: number; readonly nodes: readonly ListRowFragment[] } | null;
  }[];
}

export const LIST_KINDS: readonly ListKind[] = [
  paged(
    'pods',
    'POD',
    'clusters',
    documents.PodsDocument,
    'RESTARTS',
    'CPU_UTILISATION',
    'MEMORY_UTILISATION',
    'CREATED_AT',
  ),
  paged('workloads', 'WORKLOAD', 'clusters', documents.WorkloadsDocument, 'CREATED_AT'),
  paged('nodes', 'NODE', 'clusters', documents.NodesDocument, 'CREATED_AT'),
  paged('namespaces', 'NAMESPACE', 'clusters', documents.NamespacesDocument),
  whole('zones', 'ZONE', documents.ZonesDocument),
  whole('clusters', 'CLUSTER', documents.ClustersDocument),
  paged('volumes', 'VOLUME', 'clusters', documents.VolumesDocument, 'USED'),
  paged('claims', 'CLAIM', 'clusters', documents.ClaimsDocument),
  whole('databases', 'DATABASE', documents.AllDatabasesDocument),
  whole('kafka', 'KAFKA', documents.KafkasDocument),
  members('topics', 'TOPIC', documents.TopicsDocument),
  members('consumer-groups', 'CONSUMER_GROUP', documents.ConsumerGroupsDocument),
  whole('kafka-connect', 'KAFKA_CONNECT', documents.KafkaConnectsDocument),
  members('connectors', 'CONNECTOR', documents.ConnectorsDocument),
  whole('zookeepers', 'ZOOKEEPER', documents.ZooKeepersDocument),
  whole('workflow-engines', 'WORKFLOW_ENGINE', documents.WorkflowEnginesDocument),
  paged('workflows', 'WORKFLOW', 'workflowEngines', documents.WorkflowsDocument, 'STARTED_AT', 'DURATION'),
  whole('ingresses', 'INGRESS', documents.IngressesDocument),
  paged('routes', 'ROUTE', 'ingresses', documents.RoutesDocument),
  whole('sources', 'SOURCE', documents.AllSourcesDocument),
];

/** The list that a resource of that kind is in; undefined where there is none. */
export function listOf(kind: ResourceKind): string | undefined {
  return LIST_KINDS.find((list) => list.kind === kind)?.name;
}

export function titleOf({ kind }: ListKind): string {
  return sentenceCase(KIND_WORDS[kind].many);
}

/** What the graph is asked for; a list that it gives whole takes none of it. */
export function variablesOf(
  { orders }: ListKind,
  { name, place, status, order }: Wanted,
  first: number,
): PageVariables {
  if (orders.length === 0) return {} as PageVariables;
  return {
    first,
    after: null,
    filter: {
      ...(name !== '' && { name: patternOf(name) }),
      ...(place !== '' && { clusters: [place] }),
      ...(status !== '' && { status: [status] }),
    },
    orderBy: orders.includes(order) ? { field: order, direction: order === 'NAME' ? 'ASC' : 'DESC' } : null,
  };
}

/** A list that came whole, or in parts from several systems, is filtered and sorted here as the graph does it, which tells `a` from `A`. */
export function chosen(
  { orders }: ListKind,
  { name, status }: Wanted,
  rows: readonly ListRowFragment[],
): readonly ListRowFragment[] {
  if (orders.length > 0) return rows;
  const pattern = new RegExp(
    `^${patternOf(name)
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  );
  return rows
    .filter((row) => (name === '' || pattern.test(row.name)) && (status === '' || row.health.status === status))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1));
}

/** The worst status first, of these what has the worst finding. */
function rankOf({ health: { status, findings } }: ListRowFragment): number {
  const worst = findings[0] === undefined ? SEVERITIES.length : SEVERITIES.indexOf(findings[0].severity);
  return STATUSES.indexOf(status) * (SEVERITIES.length + 1) + worst;
}

/** Who writes no pattern means a part. */
function patternOf(name: string): string {
  return /[*?]/.test(name) ? name : `*${name}*`;
}
