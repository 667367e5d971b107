import { type ClassType, Field, InputType, registerEnumType } from 'type-graphql';
import type { Entry } from '../registry/entry.js';
import { rankOf } from '../registry/rank.js';
import type { RankedRecords } from '../registry/ranked-records.js';
import { OrderDirection } from './filters.js';
import type { Optional } from './optional.js';
import type { Ordering, Row, SortKey } from './ordering.js';

/** By which of its fields a list is sorted, and from which end. */
interface Order<F extends string> {
  readonly field: F;
  readonly direction: OrderDirection;
}

/**
 * Makes the GraphQL types of an order: an enum of `fields`, each with its description, and the input that names one.
 * `list` is what is sorted in descriptions.
 */
function orderType<F extends string>(
  name: string,
  list: string,
  fields: Readonly<Record<F, string>>,
): ClassType<Order<F>> {
  const described = Object.entries<string>(fields);
  const OrderField = Object.fromEntries(described.map(([field]) => [field, field]));
  registerEnumType(OrderField, {
    name: `${name}OrderField`,
    description: `What ${list} is sorted by.`,
    valuesConfig: Object.fromEntries(described.map(([field, description]) => [field, { description }])),
  });

  @InputType(`${name}Order`, { description: `How ${list} is sorted.` })
  class OrderClass {
    @Field(() => OrderField, { description: 'By what.' })
    field!: F;

    @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC, description: 'Which end comes first.' })
    direction!: OrderDirection;
  }
  return OrderClass;
}

const SEVERITY = 'How bad it is.';
const NAME = 'Its name.';
const COMMON = { SEVERITY, NAME, CREATED_AT: 'When it was created.' };

export const ResourceOrder = orderType('Resource', 'a list', COMMON);
export type ResourceOrder = InstanceType<typeof ResourceOrder>;

export const PodOrder = orderType('Pod', 'a list of pods', {
  ...COMMON,
  RESTARTS: 'Restarts of all its containers.',
  CPU_UTILISATION: 'CPU in use of the limit, or request, of its busiest container; unknown comes last.',
  MEMORY_UTILISATION: 'Memory in use of the limit, or request, of its fullest container; unknown comes last.',
});
export type PodOrder = InstanceType<typeof PodOrder>;

export const VolumeOrder = orderType('Volume', 'a list of volumes', {
  ...COMMON,
  USED: 'Share of its space in use; unknown comes last.',
});
export type VolumeOrder = InstanceType<typeof VolumeOrder>;

export const ReplicatedTableOrder = orderType('ReplicatedTable', 'a list of replicated tables', {
  SEVERITY,
  NAME,
  DELAY: 'Seconds that its slowest replica is behind; unknown comes last.',
  PARTS: 'Parts of its fullest partition; unknown comes last.',
});
export type ReplicatedTableOrder = InstanceType<typeof ReplicatedTableOrder>;

export const RouteOrder = orderType('Route', 'a list of routes', {
  SEVERITY,
  NAME,
  REQUESTS: 'Requests a second; unknown comes last.',
  RATIO_5XX: 'Share of requests that ended in a server error; unknown comes last.',
  RATIO_4XX: 'Share of requests answered 4xx; unknown comes last.',
  P99: 'Time within which 99 % of requests are answered; unknown comes last.',
});
export type RouteOrder = InstanceType<typeof RouteOrder>;

export const ConsumerGroupOrder = orderType('ConsumerGroup', 'a list of consumer groups', {
  SEVERITY,
  NAME,
  LAG_MESSAGES: 'Messages that wait for it; unknown comes last.',
  LAG_SECONDS: 'How long the oldest of these has been waiting; unknown comes last.',
});
export type ConsumerGroupOrder = InstanceType<typeof ConsumerGroupOrder>;

export const ConnectorOrder = orderType('Connector', 'a list of connectors', {
  SEVERITY,
  NAME,
  TASKS: 'Tasks that it has.',
});
export type ConnectorOrder = InstanceType<typeof ConnectorOrder>;

export const ConnectorTaskOrder = orderType('ConnectorTask', 'a list of tasks', {
  SEVERITY,
  TASK_ID: 'Its number within the connector.',
});
export type ConnectorTaskOrder = InstanceType<typeof ConnectorTaskOrder>;

export const WorkflowOrder = orderType('Workflow', 'a list of workflows', {
  ...COMMON,
  STARTED_AT: 'When it was started; one that was not comes last.',
  DURATION: 'How long it ran, or has been running; one that was not started comes last.',
});
export type WorkflowOrder = InstanceType<typeof WorkflowOrder>;

/** What is not known sorts last either way. */
export type Measure = (entry: Entry) => number | null;

/** Records in order, from the first or from behind a key. */
export type Walk = (records: RankedRecords, after: SortKey | null) => Iterable<Row<Entry>>;

/** Orders in which records are kept. */
const WALKS: Readonly<Record<string, (isDescending: boolean) => Walk>> = {
  SEVERITY: (isDescending) =>
    function* (records, after) {
      for (const { badness: lead, entries } of records.byBadness(isDescending, placeOf(after)))
        for (const node of entries) yield { node, lead };
    },
  NAME: (isDescending) =>
    function* (records, after) {
      for (const node of records.byName(isDescending, placeOf(after))) yield { node, lead: nameOf(node) };
    },
};

export interface EntryOrdering extends Ordering<Entry> {
  /** Null where records are not kept in this order. */
  readonly walk: Walk | null;
}

/** Worst first, then by name, where nobody asks otherwise. */
export function resourceOrdering(
  listName: string,
  order: Optional<Order<string>>,
  measures: Readonly<Record<string, Measure>> = {},
): EntryOrdering {
  const { field, direction } = order ?? { field: 'SEVERITY', direction: OrderDirection.DESC };
  const isDescending = direction === OrderDirection.DESC;
  const last = isDescending ? -Number.MAX_VALUE : Number.MAX_VALUE;
  const measure = measures[field] ?? (field === 'SEVERITY' ? badness : createdAt);
  return {
    listName,
    name: `${field} ${direction}`,
    lead: field === 'NAME' ? nameOf : (entry) => measure(entry) ?? last,
    rest: [nameOf, ({ id }) => id],
    // Names are walked from the last to the first, and so are those who share one.
    descending: field === 'NAME' ? [isDescending, isDescending, isDescending] : [isDescending],
    walk: WALKS[field]?.(isDescending) ?? null,
  };
}

function placeOf(key: SortKey | null): { badness: number; id: string; main: { name: string } } | null {
  if (key === null) return null;
  const [badness, name, id] = key as readonly [number, string, string];
  return { badness, id, main: { name } };
}

/** As people see it, unlike the index, which does not know what is unseen. */
function badness({ status, findings }: Entry): number {
  return rankOf(status, findings[0]?.severity ?? null).badness;
}

function nameOf({ main }: Entry): string {
  return main.name;
}

function createdAt({ main }: Entry): number | null {
  return 'createdAt' in main ? main.createdAt : null;
}
