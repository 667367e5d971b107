import { Field, InputType, registerEnumType } from 'type-graphql';
import { severityRank, statusRank } from '../model/verdict.js';
import type { Entry } from '../registry/entry.js';
import type { Ordering } from './connection.js';
import { OrderDirection } from './filters.js';

/** How bad: the status, then the worst finding. */
function badness(entry: Entry): number {
  const [worst] = entry.findings;
  return statusRank(entry.status) * 10 + (worst === undefined ? 0 : severityRank(worst.severity) + 1);
}

const COMMON = {
  SEVERITY: { description: 'How bad it is.' },
  NAME: { description: 'Its name.' },
  CREATED_AT: { description: 'When it was created.' },
};

export enum ResourceOrderField {
  SEVERITY = 'SEVERITY',
  NAME = 'NAME',
  CREATED_AT = 'CREATED_AT',
}

registerEnumType(ResourceOrderField, {
  name: 'ResourceOrderField',
  description: 'What a list is sorted by.',
  valuesConfig: COMMON,
});

export enum PodOrderField {
  SEVERITY = 'SEVERITY',
  NAME = 'NAME',
  CREATED_AT = 'CREATED_AT',
  RESTARTS = 'RESTARTS',
  CPU_UTILISATION = 'CPU_UTILISATION',
  MEMORY_UTILISATION = 'MEMORY_UTILISATION',
}

registerEnumType(PodOrderField, {
  name: 'PodOrderField',
  description: 'What a list of pods is sorted by.',
  valuesConfig: {
    ...COMMON,
    RESTARTS: { description: 'Restarts of all its containers.' },
    CPU_UTILISATION: {
      description: 'CPU in use of the limit, or request, of its busiest container; unknown comes last.',
    },
    MEMORY_UTILISATION: {
      description: 'Memory in use of the limit, or request, of its fullest container; unknown comes last.',
    },
  },
});

export enum VolumeOrderField {
  SEVERITY = 'SEVERITY',
  NAME = 'NAME',
  CREATED_AT = 'CREATED_AT',
  USED = 'USED',
}

registerEnumType(VolumeOrderField, {
  name: 'VolumeOrderField',
  description: 'What a list of volumes is sorted by.',
  valuesConfig: { ...COMMON, USED: { description: 'Share of its space in use; unknown comes last.' } },
});

export enum ReplicatedTableOrderField {
  SEVERITY = 'SEVERITY',
  NAME = 'NAME',
  DELAY = 'DELAY',
  PARTS = 'PARTS',
}

registerEnumType(ReplicatedTableOrderField, {
  name: 'ReplicatedTableOrderField',
  description: 'What a list of replicated tables is sorted by.',
  valuesConfig: {
    SEVERITY: COMMON.SEVERITY,
    NAME: COMMON.NAME,
    DELAY: { description: 'Seconds that its slowest replica is behind; unknown comes last.' },
    PARTS: { description: 'Parts of its fullest partition; unknown comes last.' },
  },
});

@InputType({ description: 'How a list of replicated tables is sorted.' })
export class ReplicatedTableOrder {
  @Field(() => ReplicatedTableOrderField, { description: 'By what.' })
  field!: ReplicatedTableOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC, description: 'Which end comes first.' })
  direction!: OrderDirection;
}

export enum RouteOrderField {
  SEVERITY = 'SEVERITY',
  NAME = 'NAME',
  REQUESTS = 'REQUESTS',
  RATIO_5XX = 'RATIO_5XX',
  RATIO_4XX = 'RATIO_4XX',
  P99 = 'P99',
}

registerEnumType(RouteOrderField, {
  name: 'RouteOrderField',
  description: 'What a list of routes is sorted by.',
  valuesConfig: {
    SEVERITY: COMMON.SEVERITY,
    NAME: COMMON.NAME,
    REQUESTS: { description: 'Requests a second; unknown comes last.' },
    RATIO_5XX: { description: 'Share of requests that ended in a server error; unknown comes last.' },
    RATIO_4XX: { description: 'Share of requests answered 4xx; unknown comes last.' },
    P99: { description: 'Time within which 99 % of requests are answered; unknown comes last.' },
  },
});

export enum ConsumerGroupOrderField {
  SEVERITY = 'SEVERITY',
  NAME = 'NAME',
  LAG_MESSAGES = 'LAG_MESSAGES',
  LAG_SECONDS = 'LAG_SECONDS',
}

registerEnumType(ConsumerGroupOrderField, {
  name: 'ConsumerGroupOrderField',
  description: 'What a list of consumer groups is sorted by.',
  valuesConfig: {
    SEVERITY: COMMON.SEVERITY,
    NAME: COMMON.NAME,
    LAG_MESSAGES: { description: 'Messages that wait for it; unknown comes last.' },
    LAG_SECONDS: { description: 'How long the oldest of these has been waiting; unknown comes last.' },
  },
});

export enum WorkflowOrderField {
  SEVERITY = 'SEVERITY',
  NAME = 'NAME',
  CREATED_AT = 'CREATED_AT',
  STARTED_AT = 'STARTED_AT',
  DURATION = 'DURATION',
}

registerEnumType(WorkflowOrderField, {
  name: 'WorkflowOrderField',
  description: 'What a list of workflows is sorted by.',
  valuesConfig: {
    ...COMMON,
    STARTED_AT: { description: 'When it was started; one that was not comes last.' },
    DURATION: { description: 'How long it ran, or has been running; one that was not started comes last.' },
  },
});

@InputType({ description: 'How a list is sorted.' })
export class ResourceOrder {
  @Field(() => ResourceOrderField, { description: 'By what.' })
  field!: ResourceOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC, description: 'Which end comes first.' })
  direction!: OrderDirection;
}

@InputType({ description: 'How a list of pods is sorted.' })
export class PodOrder {
  @Field(() => PodOrderField, { description: 'By what.' })
  field!: PodOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC, description: 'Which end comes first.' })
  direction!: OrderDirection;
}

@InputType({ description: 'How a list of volumes is sorted.' })
export class VolumeOrder {
  @Field(() => VolumeOrderField, { description: 'By what.' })
  field!: VolumeOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC, description: 'Which end comes first.' })
  direction!: OrderDirection;
}

@InputType({ description: 'How a list of routes is sorted.' })
export class RouteOrder {
  @Field(() => RouteOrderField, { description: 'By what.' })
  field!: RouteOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC, description: 'Which end comes first.' })
  direction!: OrderDirection;
}

@InputType({ description: 'How a list of consumer groups is sorted.' })
export class ConsumerGroupOrder {
  @Field(() => ConsumerGroupOrderField, { description: 'By what.' })
  field!: ConsumerGroupOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC, description: 'Which end comes first.' })
  direction!: OrderDirection;
}

@InputType({ description: 'How a list of workflows is sorted.' })
export class WorkflowOrder {
  @Field(() => WorkflowOrderField, { description: 'By what.' })
  field!: WorkflowOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.DESC, description: 'Which end comes first.' })
  direction!: OrderDirection;
}

interface Order {
  readonly field: string;
  readonly direction: OrderDirection;
}

/** What is not known sorts last either way. */
export type Measure = (entry: Entry) => number | null;

/** Worst first, then by name, where nobody asks otherwise. */
export function resourceOrdering(
  listName: string,
  order: Order | null | undefined,
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
