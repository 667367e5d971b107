import { Field, Int, ObjectType } from 'type-graphql';
import { HealthStatus } from './health.js';
import { ResourceKind } from './kinds.js';
import { Resource } from './resource.js';
import type { Source } from './source.js';

/** The rows of the front page: which sort of resource each one sums up. */
export const ROWS = [
  { name: 'kubernetes', members: ResourceKind.CLUSTER },
  { name: 'databases', members: ResourceKind.DATABASE },
  { name: 'zookeepers', members: ResourceKind.ZOOKEEPER },
  { name: 'workflows', members: ResourceKind.WORKFLOW_ENGINE },
  { name: 'ingresses', members: ResourceKind.INGRESS },
  { name: 'kafka', members: ResourceKind.KAFKA },
  { name: 'kafka-connects', members: ResourceKind.KAFKA_CONNECT },
] as const;

type RowName = (typeof ROWS)[number]['name'];

type KindWithoutRow = ResourceKind.PLATFORM | ResourceKind.SYSTEM | ResourceKind.SOURCE;

/** In which row each kind belongs, whatever its system is called: systems of several sorts may have one name. */
const ROW_OF: Readonly<Record<Exclude<ResourceKind, KindWithoutRow>, RowName>> = {
  [ResourceKind.CLUSTER]: 'kubernetes',
  [ResourceKind.ZONE]: 'kubernetes',
  [ResourceKind.NODE]: 'kubernetes',
  [ResourceKind.NAMESPACE]: 'kubernetes',
  [ResourceKind.WORKLOAD]: 'kubernetes',
  [ResourceKind.POD]: 'kubernetes',
  [ResourceKind.CLAIM]: 'kubernetes',
  [ResourceKind.VOLUME]: 'kubernetes',
  [ResourceKind.DATABASE]: 'databases',
  [ResourceKind.DATABASE_REPLICA]: 'databases',
  [ResourceKind.REPLICATED_TABLE]: 'databases',
  [ResourceKind.ZOOKEEPER]: 'zookeepers',
  [ResourceKind.ZOOKEEPER_MEMBER]: 'zookeepers',
  [ResourceKind.WORKFLOW_ENGINE]: 'workflows',
  [ResourceKind.WORKFLOW]: 'workflows',
  [ResourceKind.WORKFLOW_STEP]: 'workflows',
  [ResourceKind.INGRESS]: 'ingresses',
  [ResourceKind.ROUTE]: 'ingresses',
  [ResourceKind.KAFKA]: 'kafka',
  [ResourceKind.BROKER]: 'kafka',
  [ResourceKind.TOPIC]: 'kafka',
  [ResourceKind.CONSUMER_GROUP]: 'kafka',
  [ResourceKind.KAFKA_CONNECT]: 'kafka-connects',
  [ResourceKind.CONNECTOR]: 'kafka-connects',
  [ResourceKind.CONNECTOR_TASK]: 'kafka-connects',
};

/** The name of the row that a resource belongs in; null: it stands for several, or for all. */
export function rowOf(resource: Resource): string | null {
  const { kind } = resource;
  if (kind === ResourceKind.SOURCE) return (resource as Source).partOf;
  return kind === ResourceKind.PLATFORM || kind === ResourceKind.SYSTEM ? null : ROW_OF[kind];
}

@ObjectType({ simpleResolvers: true, description: 'How many have a status.' })
export class StatusCount {
  @Field(() => HealthStatus, { description: 'The status.' })
  status!: HealthStatus;

  @Field(() => Int, { description: 'How many have it.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'Everything as one: subscribe to it to hear whether all is well.',
})
export class Platform extends Resource {}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A row of the front page: a sort of system with its roll-up.',
})
export class PlatformSystem extends Resource {
  @Field(() => ResourceKind, { description: 'What its members are.' })
  members!: ResourceKind;

  isConfigured!: boolean;
}
