import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import type { ResourceId } from './ids.js';
import { type RecordKind, ResourceKind } from './kinds.js';

@ObjectType({ simpleResolvers: true, description: 'A Kubernetes label, or one given in configuration.' })
export class Label {
  @Field({ description: 'Its name.' })
  key!: string;

  @Field({ description: 'Its value.' })
  value!: string;
}

export type Labels = Readonly<Record<string, string>>;

/** What every record in the registry says of itself, in the graph or not. */
export interface RegistryRecord {
  readonly id: ResourceId;
  readonly kind: RecordKind;
  readonly name: string;
  /** The configured name of the cluster or system it belongs to. */
  readonly system: string;
  /** Kubernetes namespace; null where there is none. */
  readonly namespace: string | null;
}

@InterfaceType({ description: 'Anything Vitals watches.', autoRegisterImplementations: true, resolveType: typeNameOf })
export abstract class Resource implements RegistryRecord {
  @Field(() => ID, { description: 'Opaque and global: what `resource(id)` takes.' })
  id!: ResourceId;

  @Field(() => ResourceKind, { description: 'What it is.' })
  kind!: ResourceKind;

  @Field({ description: 'The name people know it by; not unique.' })
  name!: string;

  system!: string;

  namespace!: string | null;

  /** Shown as a list of `Label`; records of one workload share one object. */
  labels!: Labels;
}

const TYPE_NAMES: Record<Exclude<ResourceKind, ResourceKind.DATABASE>, string> = {
  PLATFORM: 'Platform',
  SYSTEM: 'PlatformSystem',
  CLUSTER: 'Cluster',
  ZONE: 'Zone',
  NODE: 'Node',
  NAMESPACE: 'Namespace',
  WORKLOAD: 'Workload',
  POD: 'Pod',
  CLAIM: 'Claim',
  VOLUME: 'Volume',
  DATABASE_REPLICA: 'DatabaseReplica',
  REPLICATED_TABLE: 'ReplicatedTable',
  ZOOKEEPER: 'ZooKeeper',
  ZOOKEEPER_MEMBER: 'ZooKeeperMember',
  WORKFLOW_ENGINE: 'WorkflowEngine',
  WORKFLOW: 'Workflow',
  WORKFLOW_STEP: 'WorkflowStep',
  INGRESS: 'Ingress',
  ROUTE: 'Route',
  KAFKA: 'Kafka',
  BROKER: 'Broker',
  TOPIC: 'Topic',
  CONSUMER_GROUP: 'ConsumerGroup',
  KAFKA_CONNECT: 'KafkaConnect',
  CONNECTOR: 'Connector',
  CONNECTOR_TASK: 'ConnectorTask',
  SOURCE: 'Source',
};

/** The GraphQL type of a record: one per kind, but for databases, of which each engine has its own. */
export function typeNameOf(record: { kind: ResourceKind; engine?: string }): string {
  if (record.kind !== ResourceKind.DATABASE) return TYPE_NAMES[record.kind];
  return record.engine === 'CLICKHOUSE' ? 'ClickHouseDatabase' : 'PostgresDatabase';
}
