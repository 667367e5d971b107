import type { ClickHouseDatabase, DatabaseReplica, ReplicatedTable } from './clickhouse.js';
import type { AutoscalerStatus, Cluster, ClusterEvent, Namespace, Zone } from './cluster.js';
import type { PostgresDatabase } from './database.js';
import type { Ingress, Route } from './http-traffic.js';
import type { DatabaseHost, VolumeDevice } from './host.js';
import type { ResourceId } from './ids.js';
import type { Broker, BrokerDisks, ConsumerGroup, Kafka, Topic } from './kafka.js';
import type { Connector, ConnectorTask, KafkaConnect } from './kafka-connect.js';
import type { RecordKind } from './kinds.js';
import type { Node, NodeUsage } from './node.js';
import type { Platform, PlatformSystem } from './platform.js';
import type { Pod, PodUsage } from './pod.js';
import type { Labels } from './resource.js';
import type { EndpointReach, Source } from './source.js';
import type { Instant } from './time.js';
import type { Claim, ClaimUsage, StorageClass, Volume, VolumeAttachment } from './volume.js';
import type {
  CronWorkflow,
  Workflow,
  WorkflowEngine,
  WorkflowLease,
  WorkflowStep,
  WorkflowTemplateRuns,
} from './workflow.js';
import type { Workload } from './workload.js';
import type { ZooKeeper, ZooKeeperMember } from './zookeeper.js';

/**
 * The facts of each kind by aspect. `main` says what the record is and makes it exist; every other aspect is a further
 * side of it, seen by another observer, with an age of its own. Each aspect has one writer.
 */
export interface FactsByKind {
  PLATFORM: { main: Platform };
  SYSTEM: { main: PlatformSystem };
  CLUSTER: { main: Cluster; autoscaler: AutoscalerStatus };
  ZONE: { main: Zone };
  NODE: { main: Node; usage: NodeUsage };
  NAMESPACE: { main: Namespace };
  WORKLOAD: { main: Workload };
  POD: { main: Pod; usage: PodUsage };
  CLAIM: { main: Claim; usage: ClaimUsage };
  VOLUME: { main: Volume };
  DATABASE: { main: PostgresDatabase | ClickHouseDatabase; host: DatabaseHost };
  DATABASE_REPLICA: { main: DatabaseReplica; reach: EndpointReach };
  REPLICATED_TABLE: { main: ReplicatedTable };
  ZOOKEEPER: { main: ZooKeeper };
  ZOOKEEPER_MEMBER: { main: ZooKeeperMember; reach: EndpointReach };
  WORKFLOW_ENGINE: { main: WorkflowEngine; lease: WorkflowLease };
  WORKFLOW: { main: Workflow };
  WORKFLOW_STEP: { main: WorkflowStep };
  INGRESS: { main: Ingress };
  ROUTE: { main: Route };
  KAFKA: { main: Kafka };
  BROKER: { main: Broker; reach: EndpointReach; disks: BrokerDisks };
  TOPIC: { main: Topic };
  /** Its reach is that of its coordinator. */
  CONSUMER_GROUP: { main: ConsumerGroup; reach: EndpointReach };
  KAFKA_CONNECT: { main: KafkaConnect };
  CONNECTOR: { main: Connector };
  CONNECTOR_TASK: { main: ConnectorTask };
  SOURCE: { main: Source };
  VOLUME_ATTACHMENT: { main: VolumeAttachment };
  VOLUME_DEVICE: { main: VolumeDevice };
  STORAGE_CLASS: { main: StorageClass };
  CLUSTER_EVENT: { main: ClusterEvent };
  WORKFLOW_TEMPLATE: { main: WorkflowTemplateRuns };
  CRON_WORKFLOW: { main: CronWorkflow };
}

export type MainFacts<K extends RecordKind = RecordKind> = FactsByKind[K]['main'];

const NO_LABELS: Labels = {};

/** Records that are no resources of the graph have none. */
export function labelsOf(main: MainFacts): Labels {
  return 'labels' in main ? main.labels : NO_LABELS;
}

export type AspectName<K extends RecordKind = RecordKind> = K extends RecordKind
  ? keyof FactsByKind[K] & string
  : never;

/** One side of one record as a source saw it. Plain data: it can be written to a recording and read back. */
export type Observation<K extends RecordKind = RecordKind> = K extends RecordKind
  ? {
      [A in AspectName<K>]: {
        readonly id: ResourceId;
        readonly kind: K;
        readonly aspect: A;
        readonly facts: A extends keyof FactsByKind[K] ? FactsByKind[K][A] : never;
        /** When it was seen. Null: configured, never seen. */
        readonly observedAt: Instant | null;
      };
    }[AspectName<K>]
  : never;

/** A record, or one aspect of it, that is no longer there. `main` takes the whole record away. */
export interface Disappearance {
  readonly id: ResourceId;
  readonly kind: RecordKind;
  readonly goneAspect: string;
}

export type SourceEvent = Observation | Disappearance;
