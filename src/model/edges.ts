import type { Alias, Reference, ResourceId, Selection } from './ids.js';

/**
 * How records hang together. An edge is declared by one side, from its own main facts, and can be walked both ways.
 * The value says who needs whom: `to` – the declaring side needs the other; `from` – the other needs the declaring side;
 * `none` – neither.
 */
export const EDGES = {
  /** Pod → the node it is bound to. */
  node: 'to',
  /** Node → its zone. */
  zone: 'from',
  /** Pod or workload → its controller. */
  owner: 'from',
  /** Pod → claims it mounts. */
  claim: 'to',
  /** Claim → its volume. */
  volume: 'to',
  /** Volume → zones it is bound to. */
  volumeZone: 'none',
  /** Volume → its disk as a monitoring system measures it. */
  device: 'none',
  /** VolumeAttachment → volume. */
  attachedVolume: 'none',
  /** VolumeAttachment → node. */
  attachedNode: 'none',
  /** Claim → storage class. */
  storageClass: 'none',
  /** ClusterEvent → what it is about. */
  regarding: 'none',
  /** ZooKeeper member → its ensemble. */
  ensemble: 'from',
  /** What belongs to another system → the pods, or the node, that it runs on in a cluster. */
  runsOn: 'to',
  /** Workflow → the engine that runs it. */
  engine: 'to',
  /** Workflow that waits the longest → the engine that is to start it. */
  queue: 'none',
  /** Workflow step → its workflow. */
  workflow: 'from',
  /** Replica of a database → its database. */
  replicaOf: 'from',
  /** Replicated table → its database. */
  tableOf: 'from',
  /** Replicated table → the replicas that have it. */
  copy: 'to',
  /** Database → the ZooKeeper ensemble that it coordinates through. */
  coordination: 'to',
  /** Route → the ingress that serves it. */
  ingress: 'to',
  /** Route → the workload behind it, as configured. */
  backend: 'to',
  /** Broker, topic or consumer group → its Kafka cluster. */
  kafka: 'from',
  /** Topic → brokers that keep replicas of it. */
  replica: 'to',
  /** Consumer group → topics that it reads. */
  topic: 'to',
  /** Connector → its cluster of Kafka Connect. */
  connect: 'to',
  /** Connector task → its connector. */
  connector: 'from',
  /** Connector → a database that it moves records from or to. */
  database: 'to',
  /** Connector → the consumer group that it reads Kafka with. */
  sinkGroup: 'from',
  /** Connector → the topic of records that it could not work on. */
  deadLetters: 'none',
  /** Cluster of Kafka Connect → the Kafka cluster that it is for. */
  bootstrap: 'to',
  /** Source → the endpoint that it asks. */
  endpoint: 'none',
  /** Source → the cluster whose API server has to answer for it to see, where that is not its endpoint. */
  apiServer: 'none',
  /** Ingress → the source that tells of it: where that reads metrics is beside the ingress, and no endpoint of it. */
  toldBy: 'none',
} as const satisfies Record<string, 'to' | 'from' | 'none'>;

export type EdgeName = keyof typeof EDGES;

export interface Edge {
  readonly name: EdgeName;
  readonly to: ResourceId | Reference | Alias | Selection;
}
