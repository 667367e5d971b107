import type { MainFacts } from '../model/facts.js';
import type { ResourceId } from '../model/ids.js';
import type { RecordKind, ResourceKind } from '../model/kinds.js';
import type { Entry } from '../registry/entry.js';
import type { RankedRecords } from '../registry/ranked-records.js';
import type { Registry } from '../registry/registry.js';
import { notConfigured, sourceUnavailable } from './bad-input.js';
import { type CommonFilter, type Condition, allOf, factCondition, placeCondition } from './conditions.js';
import { type Connection, type PageArgs, Sorting, paginate } from './connection.js';
import type { GraphContext } from './context.js';
import { isAmong } from './filters.js';
import { indexedPage } from './indexed-page.js';
import { type ListBudget, NOTHING } from './list-budget.js';
import type { EntryOrdering } from './orders.js';
import type { Optional } from './optional.js';
import { visit } from './visit.js';

/** All records of some kinds in some systems, which the registry keeps in order: nobody has looked at them yet. */
export class RecordsOf<K extends ResourceKind> {
  constructor(
    readonly kinds: readonly K[],
    readonly systems: Optional<readonly string[]> = null,
  ) {}
}

/** What a list is made of. */
export interface Listing<K extends ResourceKind> {
  readonly records: RecordsOf<K> | Iterable<Entry<K>>;
  readonly filter?: Optional<CommonFilter>;
  /** What the filter asks for that only resources of this kind have. */
  readonly condition?: Condition<Entry<K>>;
  readonly ordering: EntryOrdering;
}

/** A list of resources: what is left after the filter, sorted, one page of it. */
export async function list<K extends ResourceKind>(
  { records, filter, condition = null, ordering }: Listing<K>,
  args: PageArgs,
  context: GraphContext,
): Promise<Connection<MainFacts<K>>> {
  const { registry, budget } = context;
  const wanted = allOf(condition as Condition<unknown> as Condition<Entry>, factCondition(filter, registry));
  const page =
    records instanceof RecordsOf
      ? await pageOf(rankedOf(records, filter, registry), wanted, ordering, args, context)
      : paginate(matching(records as Iterable<unknown> as Iterable<Entry>, allOf(placeCondition(filter), wanted), budget), ordering, args, budget); // prettier-ignore
  return ofFacts(page) as Connection<unknown> as Connection<MainFacts<K>>;
}

async function pageOf(
  records: RankedRecords,
  condition: Condition<Entry>,
  ordering: EntryOrdering,
  args: PageArgs,
  context: GraphContext,
): Promise<Connection<Entry>> {
  const { walk } = ordering;
  if (walk !== null) return indexedPage(records, condition, { ...ordering, walk }, args, context);
  if (context.budget.isSpent) return NOTHING;
  const sorting = new Sorting(ordering, args);
  await visit(records.snapshot(), context, (entry) => {
    if (condition === null || condition(entry)) sorting.take(entry);
    return false;
  });
  return sorting.page();
}

/** For lists that are short: what is left after the filter, in no order. */
export function* filtered<K extends ResourceKind>(
  records: RecordsOf<K>,
  filter: Optional<CommonFilter>,
  registry: Registry,
): Generator<Entry<K>> {
  const condition = factCondition(filter, registry);
  for (const entry of rankedOf(records, filter, registry))
    if (condition?.(entry) !== false) yield entry as unknown as Entry<K>;
}

/** Those of the places and statuses that a filter asks for. */
function rankedOf(
  { kinds, systems }: RecordsOf<ResourceKind>,
  filter: Optional<CommonFilter>,
  registry: Registry,
): RankedRecords {
  const { clusters = null, namespaces, status } = filter ?? {};
  const both = systems == null ? clusters : systems.filter((system) => isAmong(clusters, system));
  const records = registry.ranked<RecordKind>(kinds, { systems: both, namespaces });
  return status == null ? records : records.ofStatus(status);
}

function matching<T>(items: Iterable<T>, condition: Condition<T>, budget: ListBudget): Iterable<T> {
  return condition === null ? items : those(items, condition, budget);
}

function* those<T>(items: Iterable<T>, holds: (item: T) => boolean, budget: ListBudget): Generator<T> {
  let others = 0;
  for (const item of items) {
    if (holds(item)) yield item;
    else others += 1;
  }
  budget.rows(others);
}

/** The same page as people see it. */
function ofFacts(page: Connection<Entry>): Connection<MainFacts> {
  return {
    nodes: page.nodes.map(({ main }) => main),
    pageInfo: page.pageInfo,
    get edges() {
      return page.edges.map(({ cursor, node }) => ({ cursor, node: node.main }));
    },
    get totalCount() {
      return page.totalCount;
    },
  };
}

/** For lists that are short: all of them, by name. */
export function byName<K extends ResourceKind>(entries: Iterable<Entry<K>>): readonly MainFacts<K>[] {
  return Array.from(entries, ({ main }) => main).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * All records of a kind in the clusters asked for; an error where such a list was never obtained, since an empty list means
 * "looked, found none".
 */
export function obtained<K extends ResourceKind>(
  registry: Registry,
  kind: K,
  clusters?: Optional<readonly string[]>,
): RecordsOf<K> {
  const sights = [...registry.sights.ofKind(kind)];
  if (sights.length === 0) throw notConfigured(`Nothing that has a ${kind} is configured.`);
  const missing = sights.find(([system, { isObtained }]) => isAmong(clusters, system) && !isObtained);
  if (missing !== undefined) {
    const [system, { message }] = missing;
    const others = sights.length > 1 ? ' Ask for other clusters with filter: { clusters: [...] }.' : '';
    throw sourceUnavailable(`The ${kind} list of ${system} was never obtained: ${message ?? 'not yet.'}${others}`);
  }
  return new RecordsOf([kind], clusters);
}

/** Whether all records of a kind in a system were listed at least once. */
export function isObtained(registry: Registry, kind: RecordKind, system: string): boolean {
  return registry.sights.of(system, kind)?.isObtained === true;
}

/** The record itself of the parent object of a resolver. It is gone only when it went while the answer was made. */
export function entryOf<K extends ResourceKind>(
  registry: Registry,
  kind: K,
  { id }: { readonly id: ResourceId },
): Entry<K> | undefined {
  const entry = registry.get(id);
  return entry?.kind === kind ? (entry as unknown as Entry<K>) : undefined;
}
