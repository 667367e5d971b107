import { type ClassType, Field, InputType, registerEnumType } from 'type-graphql';
import { severityRank, statusRank } from '../model/verdict.js';
import type { Entry } from '../registry/entry.js';
import type { Ordering } from './connection.js';
import { OrderDirection } from './filters.js';
import type { Optional } from './optional.js';

/** How bad: the status, then the worst finding. */
function badness(entry: Entry): number {
  const [worst] = entry.findings;
  return statusRank(entry.status) * 10 + (worst === undefined ? 0 : severityRank(worst.severity) + 1);
}

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

/** Worst first, then by name, where nobody asks otherwise. */
export function resourceOrdering(
  listName: string,
  order: Optional<Order<string>>,
  measures: Readonly<Record<string, Measure>> = {},
): Ordering<Entry> {
  const { field, direction } = order ?? { field: 'SEVERITY', direction: OrderDirection.DESC };
  const isDescending = direction === OrderDirection.DESC;
  const first = (entry: Entry): string | number => {
    if (field === 'NAME') return entry.main.name;
    const value = field === 'SEVERITY' ? badness(entry) : (measures[field] ?? createdAt)(entry);
    return value ?? (isDescending ? -Number.MAX_VALUE : Number.MAX_VALUE);
  };
  return {
    listName,
    name: `${field} ${direction}`,
    keyOf: (entry) => [first(entry), entry.main.name, entry.id],
    descending: [isDescending],
  };
}

function createdAt({ main }: Entry): number | null {
  return 'createdAt' in main ? main.createdAt : null;
}
