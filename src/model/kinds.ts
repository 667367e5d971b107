import { registerEnumType } from 'type-graphql';

/** What a resource is. One value per GraphQL type that implements `Resource`. */
export enum ResourceKind {
  PLATFORM = 'PLATFORM',
  SYSTEM = 'SYSTEM',
  CLUSTER = 'CLUSTER',
  ZONE = 'ZONE',
  NODE = 'NODE',
  NAMESPACE = 'NAMESPACE',
  WORKLOAD = 'WORKLOAD',
  POD = 'POD',
  CLAIM = 'CLAIM',
  VOLUME = 'VOLUME',
  DATABASE = 'DATABASE',
  DATABASE_REPLICA = 'DATABASE_REPLICA',
  REPLICATED_TABLE = 'REPLICATED_TABLE',
  ZOOKEEPER = 'ZOOKEEPER',
  ZOOKEEPER_MEMBER = 'ZOOKEEPER_MEMBER',
  WORKFLOW_ENGINE = 'WORKFLOW_ENGINE',
  WORKFLOW = 'WORKFLOW',
  WORKFLOW_STEP = 'WORKFLOW_STEP',
  INGRESS = 'INGRESS',
  ROUTE = 'ROUTE',
  KAFKA = 'KAFKA',
  BROKER = 'BROKER',
  TOPIC = 'TOPIC',
  CONSUMER_GROUP = 'CONSUMER_GROUP',
  KAFKA_CONNECT = 'KAFKA_CONNECT',
  CONNECTOR = 'CONNECTOR',
  CONNECTOR_TASK = 'CONNECTOR_TASK',
  SOURCE = 'SOURCE',
}

registerEnumType(ResourceKind, {
  name: 'ResourceKind',
  description: 'What a resource is.',
  valuesConfig: {
    PLATFORM: { description: 'Everything that is watched, as one.' },
    SYSTEM: { description: 'A row of the front page: all resources of one sort of system.' },
    CLUSTER: { description: 'A Kubernetes cluster.' },
    ZONE: { description: 'A failure zone of a cluster.' },
    NODE: { description: 'A Kubernetes node.' },
    NAMESPACE: { description: 'A Kubernetes namespace.' },
    WORKLOAD: { description: 'A controller of pods: Deployment, StatefulSet, DaemonSet, ReplicaSet, Job or CronJob.' },
    POD: { description: 'A Kubernetes pod.' },
    CLAIM: { description: 'A PersistentVolumeClaim.' },
    VOLUME: { description: 'A PersistentVolume.' },
    DATABASE: { description: 'A database of the platform.' },
    DATABASE_REPLICA: { description: 'A server that holds a copy of a ClickHouse database.' },
    REPLICATED_TABLE: { description: 'A replicated table of a ClickHouse database.' },
    ZOOKEEPER: { description: 'A ZooKeeper ensemble, or one of ClickHouse Keeper.' },
    ZOOKEEPER_MEMBER: { description: 'A server of a ZooKeeper ensemble.' },
    WORKFLOW_ENGINE: { description: 'A controller of Argo Workflows.' },
    WORKFLOW: { description: 'A run of Argo Workflows.' },
    WORKFLOW_STEP: { description: 'A step of a workflow that waits, is at work, or failed.' },
    INGRESS: { description: 'Where HTTP requests come in: one or several proxies that serve the same routes.' },
    ROUTE: { description: 'HTTP traffic of one host or service through an ingress.' },
    KAFKA: { description: 'A Kafka cluster.' },
    BROKER: { description: 'A broker of a Kafka cluster.' },
    TOPIC: { description: 'A topic of a Kafka cluster.' },
    CONSUMER_GROUP: { description: 'A group of consumers that share the partitions of topics.' },
    KAFKA_CONNECT: { description: 'A cluster of Kafka Connect.' },
    CONNECTOR: { description: 'A connector of Kafka Connect.' },
    CONNECTOR_TASK: { description: 'A task of a connector.' },
    SOURCE: { description: 'Where Vitals gets its facts from: a watch or a probe, with a health of its own.' },
  },
});

/** What the registry keeps beside resources: facts that rules read, without a verdict or an id in the graph. */
export enum SupportKind {
  VOLUME_ATTACHMENT = 'VOLUME_ATTACHMENT',
  VOLUME_DEVICE = 'VOLUME_DEVICE',
  STORAGE_CLASS = 'STORAGE_CLASS',
  CLUSTER_EVENT = 'CLUSTER_EVENT',
  WORKFLOW_TEMPLATE = 'WORKFLOW_TEMPLATE',
  CRON_WORKFLOW = 'CRON_WORKFLOW',
}

export type RecordKind = ResourceKind | SupportKind;

/**
 * Kinds whose records others know by their names, such as a pod its node. Of the others no such name is kept: of workflows there
 * are tens of thousands.
 */
const NAMED_KINDS = [
  ResourceKind.CLUSTER,
  ResourceKind.NODE,
  ResourceKind.NAMESPACE,
  ResourceKind.WORKLOAD,
  ResourceKind.POD,
  ResourceKind.CLAIM,
  ResourceKind.VOLUME,
  ResourceKind.DATABASE,
  ResourceKind.ZOOKEEPER,
  ResourceKind.WORKFLOW_ENGINE,
  ResourceKind.KAFKA,
  ResourceKind.BROKER,
  ResourceKind.TOPIC,
  ResourceKind.CONSUMER_GROUP,
  ResourceKind.KAFKA_CONNECT,
  SupportKind.STORAGE_CLASS,
] as const;

export type NamedKind = (typeof NAMED_KINDS)[number];

const NAMED: ReadonlySet<RecordKind> = new Set(NAMED_KINDS);

export function isNamedKind(kind: RecordKind): kind is NamedKind {
  return NAMED.has(kind);
}
