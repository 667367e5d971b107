/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Fields given are all to hold; lists mean any of. */
export type ClaimFilter = {
  /** Clusters or configured systems, by name; one that is not configured is an error. */
  clusters?: Array<string> | null | undefined;
  /** A Kubernetes label selector, such as `app=web,tier in (a, b)`. */
  labels?: string | null | undefined;
  /** Name; `*` stands for any characters, `?` for one. */
  name?: string | null | undefined;
  /** Namespaces, by name. */
  namespaces?: Array<string> | null | undefined;
  /** Phases. */
  phase?: Array<ClaimPhase> | null | undefined;
  /** Resources with a finding of these reasons that is not ignored. */
  reasons?: Array<FindingReason> | null | undefined;
  /** Statuses, as they are shown. */
  status?: Array<HealthStatus> | null | undefined;
};

/** The phase Kubernetes gives a claim. */
export type ClaimPhase =
  /** Has its volume. */
  | 'BOUND'
  /** Its volume is gone. */
  | 'LOST'
  /** Has no volume yet. */
  | 'PENDING';

/** What a connector or a task of it does, as the workers say. */
export type ConnectorState =
  /** It has given up, and is not started again by itself. */
  | 'FAILED'
  /** Somebody has paused it: it keeps what it holds and moves nothing. */
  | 'PAUSED'
  /** It is being started again. */
  | 'RESTARTING'
  /** It runs. */
  | 'RUNNING'
  /** Somebody has stopped it: it has no tasks. */
  | 'STOPPED'
  /** No worker has taken it up yet. */
  | 'UNASSIGNED';

/** Which way a connector moves records. */
export type ConnectorType =
  /** From Kafka to somewhere. */
  | 'SINK'
  /** From somewhere into Kafka. */
  | 'SOURCE';

/** What a consumer group does, as its coordinator says. */
export type ConsumerGroupState =
  /** It is about to be forgotten. */
  | 'DEAD'
  /** It has no members. */
  | 'EMPTY'
  /** Its members wait for their partitions, or are about to give some away. */
  | 'REBALANCING'
  /** Its members have their partitions. */
  | 'STABLE';

/** What a container does. */
export type ContainerState =
  /** Runs. */
  | 'RUNNING'
  /** Ended. */
  | 'TERMINATED'
  /** Not started, or not started again. */
  | 'WAITING';

/** Whether a signal can be seen here. */
export type CoverageState =
  /** A permission is missing. */
  | 'FORBIDDEN'
  /** It is concluded from something nearby. */
  | 'INFERRED'
  /** The systems themselves report it. */
  | 'MEASURED'
  /** Nothing is configured that could be asked for it. */
  | 'NOT_CONFIGURED'
  /** What could say it does not answer. */
  | 'UNREACHABLE'
  /** What is asked does not know it. */
  | 'UNSUPPORTED';

/** On which side of a limit the trouble lies. */
export type Direction =
  /** Higher values are worse. */
  | 'HIGHER'
  /** Lower values are worse. */
  | 'LOWER';

/** How a value came to be known. */
export type Evidence =
  /** Concluded from something nearby. */
  | 'INFERRED'
  /** The system itself reports it. */
  | 'MEASURED';

/** One value per thing that can be wrong. */
export type FindingReason =
  /** A log directory of a broker is nearly full, or has failed. */
  | 'BROKER_DISK_LOW'
  /** A broker of a Kafka cluster is missing. */
  | 'BROKER_UNREACHABLE'
  /** The volume of a claim is gone. */
  | 'CLAIM_LOST'
  /** A claim has no volume. */
  | 'CLAIM_PENDING'
  /** A system’s clock differs from this server’s. */
  | 'CLOCK_SKEWED'
  /** The cluster can hardly grow any more. */
  | 'CLUSTER_NODES_NEAR_MAXIMUM'
  /** The cluster could not hold its pods if its largest node were lost. */
  | 'CLUSTER_OVERCOMMITTED'
  /** The cluster is much larger than what is asked of it. */
  | 'CLUSTER_UNDERUSED'
  /** The API server of the cluster does not answer. */
  | 'CLUSTER_UNREACHABLE'
  /** A connector has given up. */
  | 'CONNECTOR_FAILED'
  /** Somebody has paused or stopped a connector. */
  | 'CONNECTOR_PAUSED'
  /** A connector puts aside records that it cannot work on. */
  | 'CONNECTOR_RECORDS_SKIPPED'
  /** A task of a connector has given up. */
  | 'CONNECTOR_TASK_FAILED'
  /** No worker takes up a connector or a task of it. */
  | 'CONNECTOR_UNASSIGNED'
  /** A connector runs and has no tasks. */
  | 'CONNECTOR_WITHOUT_TASKS'
  /** No worker of a Kafka Connect cluster answers. */
  | 'CONNECT_UNREACHABLE'
  /** Messages were deleted before a consumer group had read them. */
  | 'CONSUMER_DATA_LOST'
  /** A consumer group reads slower than is written, or is far behind. */
  | 'CONSUMER_LAGGING'
  /** The members of a consumer group do not get their partitions. */
  | 'CONSUMER_REBALANCING'
  /** The committed offset of a consumer group went backwards. */
  | 'CONSUMER_REWOUND'
  /** A consumer group has members and reads nothing of what waits for it. */
  | 'CONSUMER_STALLED'
  /** A consumer group has no members, and what it should read grows or waits. */
  | 'CONSUMER_STOPPED'
  /** A container refers to configuration that is not there. */
  | 'CONTAINER_CONFIG_ERROR'
  /** The runtime cannot create or start a container. */
  | 'CONTAINER_CREATE_FAILED'
  /** A container is being created for too long. */
  | 'CONTAINER_CREATING_STUCK'
  /** A container was killed because it used more memory than it may. */
  | 'CONTAINER_OOM_KILLED'
  /** A container restarted lately. */
  | 'CONTAINER_RESTARTING'
  /** A container uses nearly all the CPU it may. */
  | 'CPU_NEAR_LIMIT'
  /** A container is often held back by its CPU limit. */
  | 'CPU_THROTTLED'
  /** A cron job missed its schedule. */
  | 'CRON_JOB_OVERDUE'
  /** A cron workflow missed its schedule. */
  | 'CRON_WORKFLOW_OVERDUE'
  /** A database has hardly any connections left. */
  | 'DATABASE_CONNECTIONS_HIGH'
  /** A database waits for CPU. */
  | 'DATABASE_CPU_SATURATED'
  /** The disk of a database is nearly full. */
  | 'DATABASE_DISK_LOW'
  /** A session holds a transaction open and does nothing. */
  | 'DATABASE_IDLE_IN_TRANSACTION'
  /** A database waits for its disk. */
  | 'DATABASE_IO_SATURATED'
  /** Sessions wait for a lock that another holds. */
  | 'DATABASE_LOCKS_BLOCKING'
  /** A database that should accept writes does not. */
  | 'DATABASE_READ_ONLY'
  /** A standby is behind. */
  | 'DATABASE_REPLICATION_LAG'
  /** A database does not answer. */
  | 'DATABASE_UNREACHABLE'
  /** A database runs out of transaction ids. */
  | 'DATABASE_WRAPAROUND_RISK'
  /** Rows for other shards are not sent. */
  | 'DISTRIBUTED_SEND_BLOCKED'
  /** Many requests of a route are turned down as the client’s error. */
  | 'HTTP_4XX_HIGH'
  /** Many requests of a route end in a server error. */
  | 'HTTP_5XX_HIGH'
  /** The slowest requests of a route take long. */
  | 'HTTP_SLOW'
  /** The image of a container cannot be had. */
  | 'IMAGE_PULL_FAILED'
  /** A database server delays inserts. */
  | 'INSERTS_DELAYED'
  /** A database server refuses inserts. */
  | 'INSERTS_REJECTED'
  /** A job gave up. */
  | 'JOB_FAILED'
  /** A job runs longer than it may. */
  | 'JOB_OVERRUNNING'
  /** No broker of a Kafka cluster answers. */
  | 'KAFKA_UNREACHABLE'
  /** A database server has trouble with ZooKeeper or Keeper. */
  | 'KEEPER_EXCEPTIONS'
  /** Many partitions are led by another broker than the one that should. */
  | 'LEADERS_IMBALANCED'
  /** A container is about to be killed for its memory use. */
  | 'MEMORY_NEAR_LIMIT'
  /** A change of a table’s data does not get done. */
  | 'MUTATION_STUCK'
  /** A node takes no new pods. */
  | 'NODE_CORDONED'
  /** A node keeps changing between ready and not ready. */
  | 'NODE_FLAPPING'
  /** A node says that it cannot run pods. */
  | 'NODE_NOT_READY'
  /** A node runs nearly as many pods as it may. */
  | 'NODE_PODS_NEAR_CAPACITY'
  /** A node is short of memory, disk or process ids, or reports a problem. */
  | 'NODE_UNDER_PRESSURE'
  /** A node no longer reports. */
  | 'NODE_UNREACHABLE'
  /** A ZooKeeper member has too many requests that wait for an answer. */
  | 'OUTSTANDING_REQUESTS_HIGH'
  /** Partitions have no leader: they can be neither read nor written. */
  | 'PARTITIONS_OFFLINE'
  /** Partitions have too few replicas in sync to take writes. */
  | 'PARTITIONS_UNDER_MIN_ISR'
  /** Replicas of partitions are not in sync. */
  | 'PARTITIONS_UNDER_REPLICATED'
  /** A table has nearly as many parts as it may have. */
  | 'PARTS_NEAR_LIMIT'
  /** A container keeps ending and is restarted ever more slowly. */
  | 'POD_CRASH_LOOPING'
  /** The pod was removed from its node. */
  | 'POD_EVICTED'
  /** The pod ended and will not be started again. */
  | 'POD_FAILED'
  /** The pod runs but takes no traffic. */
  | 'POD_NOT_READY'
  /** The pod has a node but does not start. */
  | 'POD_PENDING'
  /** Nobody can see what the pod does. */
  | 'POD_STATE_UNKNOWN'
  /** The pod is being deleted for too long. */
  | 'POD_STUCK_TERMINATING'
  /** No node can take the pod. */
  | 'POD_UNSCHEDULABLE'
  /** A database server lost data that no replica has. */
  | 'REPLICATED_DATA_LOSS'
  /** A replica of a table is behind the others, or cannot fetch what it lacks. */
  | 'REPLICATION_LAGGING'
  /** A replication slot keeps log that fills the disk, or has lost it. */
  | 'REPLICATION_SLOT_RETAINING_WAL'
  /** A table has fewer active replicas than it should. */
  | 'REPLICA_MISSING'
  /** A replica of a table takes no inserts. */
  | 'REPLICA_READ_ONLY'
  /** A replicated table is not on all replicas of its shard. */
  | 'REPLICA_TABLE_MISSING'
  /** A rule of Vitals itself broke: what it would say is unknown, and the others go on. */
  | 'RULE_FAILED'
  /** Something that Vitals asks gives an answer it cannot read. */
  | 'SOURCE_ANSWER_INVALID'
  /** Vitals may not see something that it needs. */
  | 'SOURCE_FORBIDDEN'
  /** Something that Vitals asks does not answer. */
  | 'SOURCE_UNREACHABLE'
  /** A volume cannot be attached to its node. */
  | 'VOLUME_ATTACH_FAILED'
  /** A volume cannot be detached from its node. */
  | 'VOLUME_DETACH_FAILED'
  /** A volume could not be reclaimed. */
  | 'VOLUME_FAILED'
  /** A volume will soon be full at its present rate. */
  | 'VOLUME_FILLING'
  /** A volume can soon hold no more files. */
  | 'VOLUME_INODES_LOW'
  /** A volume does nearly all that its disk may do. */
  | 'VOLUME_IOPS_NEAR_LIMIT'
  /** A volume is held back: it may not do as many requests as are made. */
  | 'VOLUME_IOPS_THROTTLED'
  /** Work waits for a volume. */
  | 'VOLUME_IO_PRESSURE'
  /** A volume is nearly full. */
  | 'VOLUME_SPACE_LOW'
  /** A volume or claim is being deleted for too long. */
  | 'VOLUME_STUCK_TERMINATING'
  /** A volume is held back: it may not move as many bytes as are asked. */
  | 'VOLUME_THROUGHPUT_THROTTLED'
  /** A volume is bound to a zone where nothing can use it. */
  | 'VOLUME_ZONE_CONFLICT'
  /** Workflows of one template fail again and again. */
  | 'WORKFLOWS_FAILING'
  /** The controller of Argo Workflows does nothing. */
  | 'WORKFLOW_CONTROLLER_SILENT'
  /** A workflow failed. */
  | 'WORKFLOW_FAILED'
  /** A workflow waits to be started, or to go on. */
  | 'WORKFLOW_QUEUED'
  /** A step of a workflow failed for good. */
  | 'WORKFLOW_STEP_FAILED'
  /** A new version does not get ready in its time. */
  | 'WORKLOAD_ROLLOUT_STUCK'
  /** Fewer pods are ready than asked for. */
  | 'WORKLOAD_UNAVAILABLE'
  /** Most nodes of a zone are not ready. */
  | 'ZONE_DOWN'
  /** A zone has fewer usable nodes than what runs there needs. */
  | 'ZONE_NODES_INSUFFICIENT'
  /** A member of a ZooKeeper ensemble is missing from it. */
  | 'ZOOKEEPER_MEMBER_DOWN'
  /** A ZooKeeper ensemble has no leader and serves nobody. */
  | 'ZOOKEEPER_NO_QUORUM'
  /** A ZooKeeper member takes long to answer. */
  | 'ZOOKEEPER_SLOW';

/** What an event in the stream of changes says. */
export type HealthChangeType =
  /** A resource is new. */
  | 'ADDED'
  /** Nothing happened; the cursor moved. */
  | 'BOOKMARK'
  /** Its status, staleness or findings are different. */
  | 'CHANGED'
  /** Current state, sent first when `initial` is true. */
  | 'INITIAL'
  /** It is no longer there. */
  | 'REMOVED'
  /** The initial state is complete; from here on, changes. */
  | 'SYNCED';

/** A verdict in one word, from best to worst; NOT_CONFIGURED takes no part in that order. */
export type HealthStatus =
  /** It works, but something about it needs attention. */
  | 'DEGRADED'
  /** Well, as far as everything that is looked at can tell. */
  | 'HEALTHY'
  /** Nothing of this sort is configured. */
  | 'NOT_CONFIGURED'
  /** On its way, and not late: starting, rolling out, attaching. */
  | 'PROGRESSING'
  /** It does not do what it is there for, or is about to stop. */
  | 'UNHEALTHY'
  /** It cannot be seen; it may be well or not. */
  | 'UNKNOWN';

/** Fields given are all to hold; lists mean any of. */
export type NamespaceFilter = {
  /** Clusters or configured systems, by name; one that is not configured is an error. */
  clusters?: Array<string> | null | undefined;
  /** A Kubernetes label selector, such as `app=web,tier in (a, b)`. */
  labels?: string | null | undefined;
  /** Name; `*` stands for any characters, `?` for one. */
  name?: string | null | undefined;
  /** Resources with a finding of these reasons that is not ignored. */
  reasons?: Array<FindingReason> | null | undefined;
  /** Statuses, as they are shown. */
  status?: Array<HealthStatus> | null | undefined;
};

/** Fields given are all to hold; lists mean any of. */
export type NodeFilter = {
  /** Clusters or configured systems, by name; one that is not configured is an error. */
  clusters?: Array<string> | null | undefined;
  /** A Kubernetes label selector, such as `app=web,tier in (a, b)`. */
  labels?: string | null | undefined;
  /** Name; `*` stands for any characters, `?` for one. */
  name?: string | null | undefined;
  /** Resources with a finding of these reasons that is not ignored. */
  reasons?: Array<FindingReason> | null | undefined;
  /** Statuses, as they are shown. */
  status?: Array<HealthStatus> | null | undefined;
  /** Zones, by name. */
  zones?: Array<string> | null | undefined;
};

/** Which end comes first. */
export type OrderDirection =
  /** The smallest first. */
  | 'ASC'
  /** The largest first. */
  | 'DESC';

/** Fields given are all to hold; lists mean any of. */
export type PodFilter = {
  /** Clusters or configured systems, by name; one that is not configured is an error. */
  clusters?: Array<string> | null | undefined;
  /** A Kubernetes label selector, such as `app=web,tier in (a, b)`. */
  labels?: string | null | undefined;
  /** Name; `*` stands for any characters, `?` for one. */
  name?: string | null | undefined;
  /** Namespaces, by name. */
  namespaces?: Array<string> | null | undefined;
  /** Nodes they are bound to, by name. */
  nodes?: Array<string> | null | undefined;
  /** Phases. */
  phase?: Array<PodPhase> | null | undefined;
  /** Resources with a finding of these reasons that is not ignored. */
  reasons?: Array<FindingReason> | null | undefined;
  /** Some container ended, and was started again, since then. */
  restartedSince?: string | null | undefined;
  /** Statuses, as they are shown. */
  status?: Array<HealthStatus> | null | undefined;
  /** The workload they belong to, at the top of its owners. */
  workloadId?: string | number | null | undefined;
  /** Zones of their nodes, by name. */
  zones?: Array<string> | null | undefined;
};

/** How a list of pods is sorted. */
export type PodOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: PodOrderField;
};

/** What a list of pods is sorted by. */
export type PodOrderField =
  /** CPU in use of the limit, or request, of its busiest container; unknown comes last. */
  | 'CPU_UTILISATION'
  /** When it was created. */
  | 'CREATED_AT'
  /** Memory in use of the limit, or request, of its fullest container; unknown comes last. */
  | 'MEMORY_UTILISATION'
  /** Its name. */
  | 'NAME'
  /** Restarts of all its containers. */
  | 'RESTARTS'
  /** How bad it is. */
  | 'SEVERITY';

/** The phase Kubernetes gives a pod. */
export type PodPhase =
  /** All containers ended, one of them badly. */
  | 'FAILED'
  /** Waits for a node, an image or a volume. */
  | 'PENDING'
  /** Has a node and all its containers were created. */
  | 'RUNNING'
  /** All containers ended well and stay so. */
  | 'SUCCEEDED'
  /** Its node cannot be asked. */
  | 'UNKNOWN';

/** What a resource is. */
export type ResourceKind =
  /** A broker of a Kafka cluster. */
  | 'BROKER'
  /** A PersistentVolumeClaim. */
  | 'CLAIM'
  /** A Kubernetes cluster. */
  | 'CLUSTER'
  /** A connector of Kafka Connect. */
  | 'CONNECTOR'
  /** A task of a connector. */
  | 'CONNECTOR_TASK'
  /** A group of consumers that share the partitions of topics. */
  | 'CONSUMER_GROUP'
  /** A database of the platform. */
  | 'DATABASE'
  /** A server that holds a copy of a ClickHouse database. */
  | 'DATABASE_REPLICA'
  /** Where HTTP requests come in: one or several proxies that serve the same routes. */
  | 'INGRESS'
  /** A Kafka cluster. */
  | 'KAFKA'
  /** A cluster of Kafka Connect. */
  | 'KAFKA_CONNECT'
  /** A Kubernetes namespace. */
  | 'NAMESPACE'
  /** A Kubernetes node. */
  | 'NODE'
  /** Everything that is watched, as one. */
  | 'PLATFORM'
  /** A Kubernetes pod. */
  | 'POD'
  /** A replicated table of a ClickHouse database. */
  | 'REPLICATED_TABLE'
  /** HTTP traffic of one host or service through an ingress. */
  | 'ROUTE'
  /** Where Vitals gets its facts from: a watch or a probe, with a health of its own. */
  | 'SOURCE'
  /** A row of the front page: all resources of one sort of system. */
  | 'SYSTEM'
  /** A topic of a Kafka cluster. */
  | 'TOPIC'
  /** A PersistentVolume. */
  | 'VOLUME'
  /** A run of Argo Workflows. */
  | 'WORKFLOW'
  /** A controller of Argo Workflows. */
  | 'WORKFLOW_ENGINE'
  /** A step of a workflow that waits, is at work, or failed. */
  | 'WORKFLOW_STEP'
  /** A controller of pods: Deployment, StatefulSet, DaemonSet, ReplicaSet, Job or CronJob. */
  | 'WORKLOAD'
  /** A failure zone of a cluster. */
  | 'ZONE'
  /** A ZooKeeper ensemble, or one of ClickHouse Keeper. */
  | 'ZOOKEEPER'
  /** A server of a ZooKeeper ensemble. */
  | 'ZOOKEEPER_MEMBER';

/** How a list is sorted. */
export type ResourceOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: ResourceOrderField;
};

/** What a list is sorted by. */
export type ResourceOrderField =
  /** When it was created. */
  | 'CREATED_AT'
  /** Its name. */
  | 'NAME'
  /** How bad it is. */
  | 'SEVERITY';

/** Fields given are all to hold; lists mean any of. */
export type RouteFilter = {
  /** Clusters or configured systems, by name; one that is not configured is an error. */
  clusters?: Array<string> | null | undefined;
  /** Hosts that were asked for. */
  hosts?: Array<string> | null | undefined;
  /** A Kubernetes label selector, such as `app=web,tier in (a, b)`. */
  labels?: string | null | undefined;
  /** Name; `*` stands for any characters, `?` for one. */
  name?: string | null | undefined;
  /** Resources with a finding of these reasons that is not ignored. */
  reasons?: Array<FindingReason> | null | undefined;
  /** What answers, in the proxy’s words. */
  services?: Array<string> | null | undefined;
  /** Statuses, as they are shown. */
  status?: Array<HealthStatus> | null | undefined;
};

/** How a list of routes is sorted. */
export type RouteOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: RouteOrderField;
};

/** What a list of routes is sorted by. */
export type RouteOrderField =
  /** Its name. */
  | 'NAME'
  /** Time within which 99 % of requests are answered; unknown comes last. */
  | 'P99'
  /** Share of requests answered 4xx; unknown comes last. */
  | 'RATIO_4XX'
  /** Share of requests that ended in a server error; unknown comes last. */
  | 'RATIO_5XX'
  /** Requests a second; unknown comes last. */
  | 'REQUESTS'
  /** How bad it is. */
  | 'SEVERITY';

/** Where this server has its facts from. */
export type ServerMode =
  /** It watches and probes real systems. */
  | 'LIVE'
  /** It replays a recording: nothing it says is about the present. */
  | 'REPLAY';

/** How much a finding matters. */
export type Severity =
  /** Makes the resource UNHEALTHY. */
  | 'CRITICAL'
  /** Worth knowing; no effect on the status. */
  | 'INFO'
  /** Makes the resource DEGRADED. */
  | 'WARNING';

/** One value per thing that is looked at. */
export type SignalName =
  /** Free space of the log directories of a broker. */
  | 'BROKER_DISK'
  /** Whether a broker answers, and the cluster counts on it. */
  | 'BROKER_REACH'
  /** Phase of a claim. */
  | 'CLAIM_STATE'
  /** Nodes against the maximum. */
  | 'CLUSTER_NODE_COUNT'
  /** Whether the API server answers. */
  | 'CLUSTER_REACH'
  /** Requested resources against allocatable ones. */
  | 'CLUSTER_USE'
  /** Records that a connector has put aside. */
  | 'CONNECTOR_SKIPPED_RECORDS'
  /** Whether a connector runs. */
  | 'CONNECTOR_STATE'
  /** How many tasks a connector has. */
  | 'CONNECTOR_TASKS'
  /** Whether a task of a connector runs. */
  | 'CONNECTOR_TASK_STATE'
  /** Whether the workers of a Kafka Connect cluster answer. */
  | 'CONNECT_REACH'
  /** How long the oldest message that waits for a consumer group has been waiting. */
  | 'CONSUMER_DELAY'
  /** Messages that wait for a consumer group. */
  | 'CONSUMER_LAG'
  /** Whether a consumer group reads all there is, once. */
  | 'CONSUMER_OFFSETS'
  /** Whether the coordinator of a consumer group answers. */
  | 'CONSUMER_REACH'
  /** How long a consumer group has been rebalancing. */
  | 'CONSUMER_REBALANCE'
  /** Connections in use against those allowed. */
  | 'DATABASE_CONNECTIONS'
  /** Whether the database waits for CPU. */
  | 'DATABASE_CPU'
  /** Parts that no replica has any more. */
  | 'DATABASE_DATA_LOSS'
  /** Free space of the database. */
  | 'DATABASE_DISK'
  /** Rows that wait to be sent to other shards. */
  | 'DATABASE_DISTRIBUTED_SENDS'
  /** Inserts that were delayed. */
  | 'DATABASE_INSERTS_DELAYED'
  /** Inserts that were refused. */
  | 'DATABASE_INSERTS_REJECTED'
  /** Whether the database waits for its disk. */
  | 'DATABASE_IO'
  /** Trouble of a database with ZooKeeper or Keeper. */
  | 'DATABASE_KEEPER_EXCEPTIONS'
  /** Sessions waiting for locks. */
  | 'DATABASE_LOCKS'
  /** Changes of a table’s data that are not done. */
  | 'DATABASE_MUTATIONS'
  /** Parts of tables that are not replicated against what they may have. */
  | 'DATABASE_PARTS'
  /** Whether the database answers and accepts writes. */
  | 'DATABASE_REACH'
  /** Time the database takes to read a block. */
  | 'DATABASE_READ_TIME'
  /** Whether replicas of a database answer. */
  | 'DATABASE_REPLICAS'
  /** How far standbys are behind. */
  | 'DATABASE_REPLICATION_LAG'
  /** Log kept for replication slots. */
  | 'DATABASE_REPLICATION_SLOTS'
  /** Free space of the disks of a replica. */
  | 'DATABASE_REPLICA_DISK'
  /** Whether a replica of a database answers. */
  | 'DATABASE_REPLICA_REACH'
  /** Transactions left open. */
  | 'DATABASE_TRANSACTIONS'
  /** Transaction ids in use. */
  | 'DATABASE_WRAPAROUND'
  /** Which errors of clients: 401 and 403, 404. */
  | 'HTTP_4XX_KINDS'
  /** Share of requests that are turned down as the client’s error. */
  | 'HTTP_4XX_RATE'
  /** Share of requests that end in a server error. */
  | 'HTTP_5XX_RATE'
  /** Requests a second. */
  | 'HTTP_REQUEST_RATE'
  /** Time within which 99 % of requests are answered. */
  | 'HTTP_RESPONSE_TIME'
  /** Time that requests take: the half of them, 95 %, on average. */
  | 'HTTP_TYPICAL_RESPONSE_TIME'
  /** Proxies of an ingress whose metrics can be read. */
  | 'INGRESS_REACH'
  /** Jobs and cron jobs. */
  | 'JOB_COMPLETION'
  /** Partitions that are not led by their preferred leader. */
  | 'KAFKA_LEADERS'
  /** Whether any broker of a Kafka cluster answers. */
  | 'KAFKA_REACH'
  /** What a node says of itself. */
  | 'NODE_CONDITIONS'
  /** Running pods against the most a node may run. */
  | 'NODE_POD_COUNT'
  /** Whether a node takes new pods. */
  | 'NODE_SCHEDULING'
  /** Partitions without a leader. */
  | 'PARTITION_LEADERSHIP'
  /** Partitions with replicas that are not in sync. */
  | 'PARTITION_REPLICATION'
  /** Partitions with too few replicas in sync to take writes. */
  | 'PARTITION_WRITES'
  /** Share of CPU periods in which a container was held back. */
  | 'POD_CPU_THROTTLING'
  /** CPU in use as a share of the limit. */
  | 'POD_CPU_UTILISATION'
  /** Containers in CrashLoopBackOff. */
  | 'POD_CRASH_LOOP'
  /** Pods that failed or were evicted. */
  | 'POD_FAILURE'
  /** Memory that cannot be reclaimed as a share of the limit. */
  | 'POD_MEMORY_UTILISATION'
  /** Containers killed for their memory use. */
  | 'POD_OOM'
  /** Pods that wait for a node or to start. */
  | 'POD_PENDING'
  /** Pods that run and are not ready. */
  | 'POD_READINESS'
  /** Restarts of containers. */
  | 'POD_RESTARTS'
  /** Containers that cannot start. */
  | 'POD_START'
  /** Pods that are being deleted. */
  | 'POD_TERMINATION'
  /** Pods that nobody can see. */
  | 'POD_UNKNOWN'
  /** Vitals’ own rules. */
  | 'RULES'
  /** Clocks against this server’s. */
  | 'SOURCE_CLOCK'
  /** Whether what Vitals asks answers. */
  | 'SOURCE_REACH'
  /** Whether a sort of system is configured at all. */
  | 'SYSTEM_CONFIGURATION'
  /** Active replicas of a table against all it has. */
  | 'TABLE_ACTIVE_REPLICAS'
  /** Parts of a replicated table against what it may have. */
  | 'TABLE_PARTS'
  /** Whether a replicated table is on all replicas. */
  | 'TABLE_PRESENCE'
  /** Whether a replica of a table takes inserts. */
  | 'TABLE_READ_ONLY'
  /** How far a replica of a table is behind. */
  | 'TABLE_REPLICATION_LAG'
  /** Attaching and detaching volumes. */
  | 'VOLUME_ATTACHMENT'
  /** When a volume will be full. */
  | 'VOLUME_FILL_RATE'
  /** Free inodes of a volume. */
  | 'VOLUME_INODES'
  /** What a volume does against what its disk may do. */
  | 'VOLUME_IOPS'
  /** Time that work waits for a volume. */
  | 'VOLUME_IO_PRESSURE'
  /** Free space of a volume. */
  | 'VOLUME_SPACE'
  /** Phase of a volume. */
  | 'VOLUME_STATE'
  /** Time in which more is asked of a volume than its disk may do. */
  | 'VOLUME_THROTTLING'
  /** Whether a volume can be used in its zone. */
  | 'VOLUME_ZONE'
  /** Whether the controller of Argo Workflows is at work. */
  | 'WORKFLOW_CONTROLLER'
  /** How the last runs of each template ended. */
  | 'WORKFLOW_FAILURE_RATE'
  /** How workflows end. */
  | 'WORKFLOW_OUTCOME'
  /** Whether something of a running workflow is at work. */
  | 'WORKFLOW_PROGRESS'
  /** How long workflows wait to be started. */
  | 'WORKFLOW_QUEUE'
  /** Whether cron workflows keep their schedules. */
  | 'WORKFLOW_SCHEDULE'
  /** Steps of workflows that failed for good. */
  | 'WORKFLOW_STEPS'
  /** How many steps of a workflow failed for good, and whether they can be seen. */
  | 'WORKFLOW_STEP_COUNT'
  /** Ready pods against those asked for. */
  | 'WORKLOAD_AVAILABILITY'
  /** Usable nodes per zone against what runs there. */
  | 'ZONE_NODES'
  /** Ready nodes of a zone. */
  | 'ZONE_READINESS'
  /** Followers that are in step with the leader of a ZooKeeper ensemble. */
  | 'ZOOKEEPER_FOLLOWERS'
  /** Time that a ZooKeeper member takes to answer a request. */
  | 'ZOOKEEPER_LATENCY'
  /** Whether a ZooKeeper member answers and serves requests. */
  | 'ZOOKEEPER_MEMBER_REACH'
  /** Requests that a ZooKeeper member has taken and not answered. */
  | 'ZOOKEEPER_OUTSTANDING_REQUESTS'
  /** Whether a ZooKeeper ensemble has a leader. */
  | 'ZOOKEEPER_QUORUM';

/** How a source learns. */
export type SourceMode =
  /** It asks at intervals. */
  | 'PROBED'
  /** It reads a recording. */
  | 'REPLAYED'
  /** It is told of every change. */
  | 'WATCHED';

/** Whether a replica has a table. */
export type TablePresence =
  /** It has none of that name. */
  | 'MISSING'
  /** It has a table of that name which is not replicated. */
  | 'PLAIN'
  /** It has it, and it is replicated. */
  | 'REPLICATED'
  /** Its tables were never listed, or are too many to list all. */
  | 'UNKNOWN';

/** The unit of a number. */
export type Unit =
  /** Bytes. */
  | 'BYTES'
  /** CPU cores. */
  | 'CORES'
  /** A plain number of things. */
  | 'COUNT'
  /** Milliseconds. */
  | 'MILLISECONDS'
  /** So many a second. */
  | 'PER_SECOND'
  /** A share of the whole: 0.9 is 90 %. */
  | 'RATIO'
  /** Seconds. */
  | 'SECONDS';

/** Fields given are all to hold; lists mean any of. */
export type VolumeFilter = {
  /** Clusters or configured systems, by name; one that is not configured is an error. */
  clusters?: Array<string> | null | undefined;
  /** A Kubernetes label selector, such as `app=web,tier in (a, b)`. */
  labels?: string | null | undefined;
  /** Name; `*` stands for any characters, `?` for one. */
  name?: string | null | undefined;
  /** Resources with a finding of these reasons that is not ignored. */
  reasons?: Array<FindingReason> | null | undefined;
  /** Statuses, as they are shown. */
  status?: Array<HealthStatus> | null | undefined;
  /** Storage classes, by name. */
  storageClasses?: Array<string> | null | undefined;
};

/** How a list of volumes is sorted. */
export type VolumeOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: VolumeOrderField;
};

/** What a list of volumes is sorted by. */
export type VolumeOrderField =
  /** When it was created. */
  | 'CREATED_AT'
  /** Its name. */
  | 'NAME'
  /** How bad it is. */
  | 'SEVERITY'
  /** Share of its space in use; unknown comes last. */
  | 'USED';

/** Fields given are all to hold; lists mean any of. */
export type WorkflowFilter = {
  /** Clusters or configured systems, by name; one that is not configured is an error. */
  clusters?: Array<string> | null | undefined;
  /** A Kubernetes label selector, such as `app=web,tier in (a, b)`. */
  labels?: string | null | undefined;
  /** Name; `*` stands for any characters, `?` for one. */
  name?: string | null | undefined;
  /** Namespaces, by name. */
  namespaces?: Array<string> | null | undefined;
  /** Phases. */
  phase?: Array<WorkflowPhase> | null | undefined;
  /** Resources with a finding of these reasons that is not ignored. */
  reasons?: Array<FindingReason> | null | undefined;
  /** Statuses, as they are shown. */
  status?: Array<HealthStatus> | null | undefined;
  /** What they are runs of: see `template`. */
  templates?: Array<string> | null | undefined;
};

/** How a list of workflows is sorted. */
export type WorkflowOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: WorkflowOrderField;
};

/** What a list of workflows is sorted by. */
export type WorkflowOrderField =
  /** When it was created. */
  | 'CREATED_AT'
  /** How long it ran, or has been running; one that was not started comes last. */
  | 'DURATION'
  /** Its name. */
  | 'NAME'
  /** How bad it is. */
  | 'SEVERITY'
  /** When it was started; one that was not comes last. */
  | 'STARTED_AT';

/** Where a workflow is in its life, as Argo Workflows says. */
export type WorkflowPhase =
  /** It could not be run to its end. */
  | 'ERROR'
  /** A step of it failed, or someone stopped it. */
  | 'FAILED'
  /** No controller has looked at it yet. */
  | 'NEW'
  /** It waits: for its turn, for a lock, for a volume. */
  | 'PENDING'
  /** It was started. */
  | 'RUNNING'
  /** It came to its end. */
  | 'SUCCEEDED';

/** Where a step is in its life. Those that succeeded, or were left out, are counted only. */
export type WorkflowStepPhase =
  /** It could not be run to its end. */
  | 'ERROR'
  /** It ended with a failure. */
  | 'FAILED'
  /** It was not started yet. */
  | 'PENDING'
  /** It is at work. */
  | 'RUNNING';

/** Fields given are all to hold; lists mean any of. */
export type WorkloadFilter = {
  /** Clusters or configured systems, by name; one that is not configured is an error. */
  clusters?: Array<string> | null | undefined;
  /** A Kubernetes label selector, such as `app=web,tier in (a, b)`. */
  labels?: string | null | undefined;
  /** Name; `*` stands for any characters, `?` for one. */
  name?: string | null | undefined;
  /** Namespaces, by name. */
  namespaces?: Array<string> | null | undefined;
  /** Resources with a finding of these reasons that is not ignored. */
  reasons?: Array<FindingReason> | null | undefined;
  /** Statuses, as they are shown. */
  status?: Array<HealthStatus> | null | undefined;
  /** Which controllers. Without it, those that no other one owns. */
  types?: Array<WorkloadType> | null | undefined;
};

/** Which controller it is. */
export type WorkloadType =
  /** Starts jobs by the clock. */
  | 'CRON_JOB'
  /** One pod per node. */
  | 'DAEMON_SET'
  /** Replicas that can be replaced one by one. */
  | 'DEPLOYMENT'
  /** Runs to its end. */
  | 'JOB'
  /** Replicas of one template; usually owned by a Deployment. */
  | 'REPLICA_SET'
  /** Replicas with names and volumes of their own. */
  | 'STATEFUL_SET';

/** What a member does in its ensemble. */
export type ZooKeeperRole =
  /** It follows the leader, and its vote counts. */
  | 'FOLLOWER'
  /** It orders all writes. */
  | 'LEADER'
  /** It follows the leader without a vote. */
  | 'OBSERVER'
  /** It has lost the others and answers reads only. */
  | 'READ_ONLY'
  /** It is alone and needs no other. */
  | 'STANDALONE';

export type BlindSpotsQueryVariables = Exact<{
  first: number;
}>;


export type BlindSpotsQuery = { signals: Array<{ name: SignalName, title: string, description: string, kind: ResourceKind, source: string | null, coverage: { state: CoverageState, covered: number, howToEnable: string | null, gaps: Array<{ reason: string, state: CoverageState, count: number }>, uncovered: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
        > } } }>, signalCount: Array<{ name: SignalName }> };

export type ConsequencesQueryVariables = Exact<{
  resourceId: string | number;
  first: number;
}>;


export type ConsequencesQuery = { resource:
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
    | { id: string, health: { findings: Array<{ id: string, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> } }> } }
   | null };

type ResourceFacts_Broker_Fragment = { isAlive: boolean, leaders: number, rack: string | null, partitionReplicas: number, kafka: { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null };

type ResourceFacts_Claim_Fragment = { storageClass: string | null, requestedBytes: number, claimPhase: ClaimPhase, volume: { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null };

type ResourceFacts_ClickHouseDatabase_Fragment = { version: string | null, sizeBytes: number | null, capacityBytes: number | null, zooKeeper: { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null, databaseReplicas: Array<{ __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }> };

type ResourceFacts_Cluster_Fragment = { version: string | null, nodeCount: number | null, maximumNodes: number | null, zones: Array<{ __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }> | null };

type ResourceFacts_Connector_Fragment = { className: string | null, workerId: string | null, error: string | null, rootCause: string | null, connectorType: ConnectorType | null, connectorState: ConnectorState | null, kafkaConnect: { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null };

type ResourceFacts_ConnectorTask_Fragment = { workerId: string | null, error: string | null, rootCause: string | null, connectorState: ConnectorState | null, connector: { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null } | null };

type ResourceFacts_ConsumerGroup_Fragment = { memberCount: number | null, lagMessages: number | null, lagSeconds: number | null, groupState: ConsumerGroupState | null, kafka: { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null };

type ResourceFacts_DatabaseReplica_Fragment = { isReachable: boolean | null, hasKeeperSession: boolean | null, version: string | null, shard: string | null, clickHouse: { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null };

type ResourceFacts_Ingress_Fragment = { proxy: string, version: string | null };

type ResourceFacts_Kafka_Fragment = { version: string | null, underReplicatedPartitions: number | null, offlinePartitions: number | null, allPartitions: number | null, controller: { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null } | null, brokers: Array<{ __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }> | null };

type ResourceFacts_KafkaConnect_Fragment = { version: string | null, workers: Array<{ url: string, isReached: boolean | null, message: string | null }> };

type ResourceFacts_Namespace_Fragment = { cluster: { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null };

type ResourceFacts_Node_Fragment = { isSchedulable: boolean, taints: Array<string>, kubeletVersion: string | null, nodeIsReady: boolean | null, zone: { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null, allocatable: { cpuCores: number, memoryBytes: number, pods: number }, requested: { cpuCores: number, memoryBytes: number, pods: number } | null };

type ResourceFacts_PlatformSystem_Fragment = { memberKind: ResourceKind, counts: Array<{ status: HealthStatus, count: number }> };

type ResourceFacts_Pod_Fragment = { displayStatus: string, restarts: number, startedAt: string | null, node: { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null, workload: { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null, containers: Array<{ name: string, state: ContainerState, waitingReason: string | null, restarts: number, image: string, lastTermination: { reason: string | null, exitCode: number, finishedAt: string | null } | null }>, events: Array<{ reason: string, message: string, lastSeenAt: string }> | null };

type ResourceFacts_PostgresDatabase_Fragment = { version: string | null, sizeBytes: number | null, capacityBytes: number | null, isInRecovery: boolean | null, startedAt: string | null, databaseConnections: { used: number, maximum: number } | null };

type ResourceFacts_ReplicatedTable_Fragment = { clickHouse: { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null, tableReplicas: Array<{ name: string, presence: TablePresence, isReadOnly: boolean | null, delaySeconds: number | null }> };

type ResourceFacts_Route_Fragment = { requestsPerSecond: number | null, ratio5xx: number | null, ratio4xx: number | null, p95: number | null, ingress: { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null, workload: { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null };

type ResourceFacts_Source_Fragment = { system: string, mode: SourceMode, interval: string | null, lastDurationMilliseconds: number | null, consecutiveFailures: number };

type ResourceFacts_Topic_Fragment = { partitionCount: number, underReplicatedPartitions: number | null, minInSyncReplicas: number | null, kafka: { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null };

type ResourceFacts_Volume_Fragment = { storageClass: string | null, capacityBytes: number | null, usedBytes: number | null, freeBytes: number | null, fullAt: string | null, claim: { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null, attachments: Array<{ nodeName: string, isAttached: boolean, attachError: { message: string } | null }> | null };

type ResourceFacts_Workflow_Fragment = { message: string | null, template: string | null, waitingFor: string | null, startedAt: string | null, finishedAt: string | null, workflowPhase: WorkflowPhase, workflowEngine: { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null };

type ResourceFacts_WorkflowEngine_Fragment = { version: string | null, queued: number, running: number, parallelism: number | null };

type ResourceFacts_WorkflowStep_Fragment = { message: string | null, exitCode: number | null, stepPhase: WorkflowStepPhase, workflow: { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null, pod: { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null };

type ResourceFacts_Workload_Fragment = { desired: number | null, ready: number | null, updated: number | null, isPaused: boolean };

type ResourceFacts_Zone_Fragment = { zoneNodes: Array<{ __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }> };

type ResourceFacts_ZooKeeper_Fragment = { leader: { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null } | null, ensembleMembers: Array<{ __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }> };

type ResourceFacts_ZooKeeperMember_Fragment = { role: ZooKeeperRole | null, isServing: boolean | null, version: string | null, outstandingRequests: number | null, openConnections: number | null, zooKeeper: { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null };

export type ResourceFactsFragment =
  | ResourceFacts_Broker_Fragment
  | ResourceFacts_Claim_Fragment
  | ResourceFacts_ClickHouseDatabase_Fragment
  | ResourceFacts_Cluster_Fragment
  | ResourceFacts_Connector_Fragment
  | ResourceFacts_ConnectorTask_Fragment
  | ResourceFacts_ConsumerGroup_Fragment
  | ResourceFacts_DatabaseReplica_Fragment
  | ResourceFacts_Ingress_Fragment
  | ResourceFacts_Kafka_Fragment
  | ResourceFacts_KafkaConnect_Fragment
  | ResourceFacts_Namespace_Fragment
  | ResourceFacts_Node_Fragment
  | ResourceFacts_PlatformSystem_Fragment
  | ResourceFacts_Pod_Fragment
  | ResourceFacts_PostgresDatabase_Fragment
  | ResourceFacts_ReplicatedTable_Fragment
  | ResourceFacts_Route_Fragment
  | ResourceFacts_Source_Fragment
  | ResourceFacts_Topic_Fragment
  | ResourceFacts_Volume_Fragment
  | ResourceFacts_Workflow_Fragment
  | ResourceFacts_WorkflowEngine_Fragment
  | ResourceFacts_WorkflowStep_Fragment
  | ResourceFacts_Workload_Fragment
  | ResourceFacts_Zone_Fragment
  | ResourceFacts_ZooKeeper_Fragment
  | ResourceFacts_ZooKeeperMember_Fragment
;

type ResourceName_Broker_Fragment = { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null };

type ResourceName_Claim_Fragment = { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null };

type ResourceName_ClickHouseDatabase_Fragment = { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string };

type ResourceName_Cluster_Fragment = { __typename: 'Cluster', id: string, kind: ResourceKind, name: string };

type ResourceName_Connector_Fragment = { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null };

type ResourceName_ConnectorTask_Fragment = { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string };

type ResourceName_ConsumerGroup_Fragment = { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null };

type ResourceName_DatabaseReplica_Fragment = { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null };

type ResourceName_Ingress_Fragment = { __typename: 'Ingress', id: string, kind: ResourceKind, name: string };

type ResourceName_Kafka_Fragment = { __typename: 'Kafka', id: string, kind: ResourceKind, name: string };

type ResourceName_KafkaConnect_Fragment = { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string };

type ResourceName_Namespace_Fragment = { __typename: 'Namespace', id: string, kind: ResourceKind, name: string };

type ResourceName_Node_Fragment = { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null };

type ResourceName_Platform_Fragment = { __typename: 'Platform', id: string, kind: ResourceKind, name: string };

type ResourceName_PlatformSystem_Fragment = { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string };

type ResourceName_Pod_Fragment = { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null };

type ResourceName_PostgresDatabase_Fragment = { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string };

type ResourceName_ReplicatedTable_Fragment = { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null };

type ResourceName_Route_Fragment = { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null };

type ResourceName_Source_Fragment = { __typename: 'Source', id: string, kind: ResourceKind, name: string };

type ResourceName_Topic_Fragment = { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null };

type ResourceName_Volume_Fragment = { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null };

type ResourceName_Workflow_Fragment = { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string };

type ResourceName_WorkflowEngine_Fragment = { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string };

type ResourceName_WorkflowStep_Fragment = { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null };

type ResourceName_Workload_Fragment = { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null };

type ResourceName_Zone_Fragment = { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null };

type ResourceName_ZooKeeper_Fragment = { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string };

type ResourceName_ZooKeeperMember_Fragment = { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null };

export type ResourceNameFragment =
  | ResourceName_Broker_Fragment
  | ResourceName_Claim_Fragment
  | ResourceName_ClickHouseDatabase_Fragment
  | ResourceName_Cluster_Fragment
  | ResourceName_Connector_Fragment
  | ResourceName_ConnectorTask_Fragment
  | ResourceName_ConsumerGroup_Fragment
  | ResourceName_DatabaseReplica_Fragment
  | ResourceName_Ingress_Fragment
  | ResourceName_Kafka_Fragment
  | ResourceName_KafkaConnect_Fragment
  | ResourceName_Namespace_Fragment
  | ResourceName_Node_Fragment
  | ResourceName_Platform_Fragment
  | ResourceName_PlatformSystem_Fragment
  | ResourceName_Pod_Fragment
  | ResourceName_PostgresDatabase_Fragment
  | ResourceName_ReplicatedTable_Fragment
  | ResourceName_Route_Fragment
  | ResourceName_Source_Fragment
  | ResourceName_Topic_Fragment
  | ResourceName_Volume_Fragment
  | ResourceName_Workflow_Fragment
  | ResourceName_WorkflowEngine_Fragment
  | ResourceName_WorkflowStep_Fragment
  | ResourceName_Workload_Fragment
  | ResourceName_Zone_Fragment
  | ResourceName_ZooKeeper_Fragment
  | ResourceName_ZooKeeperMember_Fragment
;

type ResourceRow_Broker_Fragment = { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null };

type ResourceRow_Claim_Fragment = { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null };

type ResourceRow_ClickHouseDatabase_Fragment = { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_Cluster_Fragment = { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_Connector_Fragment = { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null };

type ResourceRow_ConnectorTask_Fragment = { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_ConsumerGroup_Fragment = { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null };

type ResourceRow_DatabaseReplica_Fragment = { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null };

type ResourceRow_Ingress_Fragment = { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_Kafka_Fragment = { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_KafkaConnect_Fragment = { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_Namespace_Fragment = { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_Node_Fragment = { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null };

type ResourceRow_Platform_Fragment = { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_PlatformSystem_Fragment = { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_Pod_Fragment = { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null };

type ResourceRow_PostgresDatabase_Fragment = { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_ReplicatedTable_Fragment = { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null };

type ResourceRow_Route_Fragment = { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null };

type ResourceRow_Source_Fragment = { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_Topic_Fragment = { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null };

type ResourceRow_Volume_Fragment = { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null };

type ResourceRow_Workflow_Fragment = { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_WorkflowEngine_Fragment = { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_WorkflowStep_Fragment = { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null };

type ResourceRow_Workload_Fragment = { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null };

type ResourceRow_Zone_Fragment = { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null };

type ResourceRow_ZooKeeper_Fragment = { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } };

type ResourceRow_ZooKeeperMember_Fragment = { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null };

export type ResourceRowFragment =
  | ResourceRow_Broker_Fragment
  | ResourceRow_Claim_Fragment
  | ResourceRow_ClickHouseDatabase_Fragment
  | ResourceRow_Cluster_Fragment
  | ResourceRow_Connector_Fragment
  | ResourceRow_ConnectorTask_Fragment
  | ResourceRow_ConsumerGroup_Fragment
  | ResourceRow_DatabaseReplica_Fragment
  | ResourceRow_Ingress_Fragment
  | ResourceRow_Kafka_Fragment
  | ResourceRow_KafkaConnect_Fragment
  | ResourceRow_Namespace_Fragment
  | ResourceRow_Node_Fragment
  | ResourceRow_Platform_Fragment
  | ResourceRow_PlatformSystem_Fragment
  | ResourceRow_Pod_Fragment
  | ResourceRow_PostgresDatabase_Fragment
  | ResourceRow_ReplicatedTable_Fragment
  | ResourceRow_Route_Fragment
  | ResourceRow_Source_Fragment
  | ResourceRow_Topic_Fragment
  | ResourceRow_Volume_Fragment
  | ResourceRow_Workflow_Fragment
  | ResourceRow_WorkflowEngine_Fragment
  | ResourceRow_WorkflowStep_Fragment
  | ResourceRow_Workload_Fragment
  | ResourceRow_Zone_Fragment
  | ResourceRow_ZooKeeper_Fragment
  | ResourceRow_ZooKeeperMember_Fragment
;

export type FindingLineFragment = { id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
    | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
    | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
    | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
    | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
    | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
    | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
    | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
    | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
    | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
    | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
    | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
    | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
    | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
    | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
    | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
    | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
   | null };

export type ChangeLineFragment = { cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> };

type ListRow_Broker_Fragment = { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, kafka: { name: string } | null };

type ListRow_Claim_Fragment = { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, claimPhase: ClaimPhase, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null };

type ListRow_ClickHouseDatabase_Fragment = { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_Cluster_Fragment = { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_Connector_Fragment = { __typename: 'Connector', id: string, kind: ResourceKind, name: string, connectorState: ConnectorState | null, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, kafkaConnect: { name: string } | null };

type ListRow_ConnectorTask_Fragment = { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_ConsumerGroup_Fragment = { __typename: 'ConsumerGroup', lagMessages: number | null, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, kafka: { name: string } | null };

type ListRow_DatabaseReplica_Fragment = { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, clickHouse: { name: string } | null };

type ListRow_Ingress_Fragment = { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_Kafka_Fragment = { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_KafkaConnect_Fragment = { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_Namespace_Fragment = { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_Node_Fragment = { __typename: 'Node', id: string, kind: ResourceKind, name: string, zone: { name: string } | null, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null };

type ListRow_Platform_Fragment = { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_PlatformSystem_Fragment = { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_Pod_Fragment = { __typename: 'Pod', displayStatus: string, restarts: number, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null };

type ListRow_PostgresDatabase_Fragment = { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_ReplicatedTable_Fragment = { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, clickHouse: { name: string } | null };

type ListRow_Route_Fragment = { __typename: 'Route', requestsPerSecond: number | null, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, ingress: { name: string } | null };

type ListRow_Source_Fragment = { __typename: 'Source', mode: SourceMode, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_Topic_Fragment = { __typename: 'Topic', partitionCount: number, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, kafka: { name: string } | null };

type ListRow_Volume_Fragment = { __typename: 'Volume', usedBytes: number | null, capacityBytes: number | null, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null };

type ListRow_Workflow_Fragment = { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, workflowPhase: WorkflowPhase, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_WorkflowEngine_Fragment = { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_WorkflowStep_Fragment = { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, workflow: { name: string } | null };

type ListRow_Workload_Fragment = { __typename: 'Workload', ready: number | null, desired: number | null, type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null };

type ListRow_Zone_Fragment = { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null };

type ListRow_ZooKeeper_Fragment = { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } };

type ListRow_ZooKeeperMember_Fragment = { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, zooKeeper: { name: string } | null };

export type ListRowFragment =
  | ListRow_Broker_Fragment
  | ListRow_Claim_Fragment
  | ListRow_ClickHouseDatabase_Fragment
  | ListRow_Cluster_Fragment
  | ListRow_Connector_Fragment
  | ListRow_ConnectorTask_Fragment
  | ListRow_ConsumerGroup_Fragment
  | ListRow_DatabaseReplica_Fragment
  | ListRow_Ingress_Fragment
  | ListRow_Kafka_Fragment
  | ListRow_KafkaConnect_Fragment
  | ListRow_Namespace_Fragment
  | ListRow_Node_Fragment
  | ListRow_Platform_Fragment
  | ListRow_PlatformSystem_Fragment
  | ListRow_Pod_Fragment
  | ListRow_PostgresDatabase_Fragment
  | ListRow_ReplicatedTable_Fragment
  | ListRow_Route_Fragment
  | ListRow_Source_Fragment
  | ListRow_Topic_Fragment
  | ListRow_Volume_Fragment
  | ListRow_Workflow_Fragment
  | ListRow_WorkflowEngine_Fragment
  | ListRow_WorkflowStep_Fragment
  | ListRow_Workload_Fragment
  | ListRow_Zone_Fragment
  | ListRow_ZooKeeper_Fragment
  | ListRow_ZooKeeperMember_Fragment
;

export type PodsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PodFilter | null | undefined;
  orderBy?: PodOrder | null | undefined;
}>;


export type PodsQuery = { page: { totalCount: number, nodes: Array<{ __typename: 'Pod', displayStatus: string, restarts: number, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WorkloadsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: WorkloadFilter | null | undefined;
  orderBy?: ResourceOrder | null | undefined;
}>;


export type WorkloadsQuery = { page: { totalCount: number, nodes: Array<{ __typename: 'Workload', ready: number | null, desired: number | null, type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type NodesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: NodeFilter | null | undefined;
  orderBy?: ResourceOrder | null | undefined;
}>;


export type NodesQuery = { page: { totalCount: number, nodes: Array<{ __typename: 'Node', id: string, kind: ResourceKind, name: string, zone: { name: string } | null, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type NamespacesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: NamespaceFilter | null | undefined;
  orderBy?: ResourceOrder | null | undefined;
}>;


export type NamespacesQuery = { page: { totalCount: number, nodes: Array<{ __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ClaimsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ClaimFilter | null | undefined;
  orderBy?: ResourceOrder | null | undefined;
}>;


export type ClaimsQuery = { page: { totalCount: number, nodes: Array<{ __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, claimPhase: ClaimPhase, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type VolumesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: VolumeFilter | null | undefined;
  orderBy?: VolumeOrder | null | undefined;
}>;


export type VolumesQuery = { page: { totalCount: number, nodes: Array<{ __typename: 'Volume', usedBytes: number | null, capacityBytes: number | null, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type RoutesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: RouteFilter | null | undefined;
  orderBy?: RouteOrder | null | undefined;
}>;


export type RoutesQuery = { page: { totalCount: number, nodes: Array<{ __typename: 'Route', requestsPerSecond: number | null, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, ingress: { name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WorkflowsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: WorkflowFilter | null | undefined;
  orderBy?: WorkflowOrder | null | undefined;
}>;


export type WorkflowsQuery = { page: { totalCount: number, nodes: Array<{ __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, workflowPhase: WorkflowPhase, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ClustersQueryVariables = Exact<{ [key: string]: never; }>;


export type ClustersQuery = { list: Array<{ __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }> };

export type ZonesQueryVariables = Exact<{ [key: string]: never; }>;


export type ZonesQuery = { list: Array<{ __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, cluster: { name: string } | null }> | null };

export type AllDatabasesQueryVariables = Exact<{ [key: string]: never; }>;


export type AllDatabasesQuery = { list: Array<
    | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }
    | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }
  > };

export type KafkasQueryVariables = Exact<{ [key: string]: never; }>;


export type KafkasQuery = { list: Array<{ __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }> };

export type KafkaConnectsQueryVariables = Exact<{ [key: string]: never; }>;


export type KafkaConnectsQuery = { list: Array<{ __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }> };

export type ZooKeepersQueryVariables = Exact<{ [key: string]: never; }>;


export type ZooKeepersQuery = { list: Array<{ __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }> };

export type WorkflowEnginesQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkflowEnginesQuery = { list: Array<{ __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }> };

export type IngressesQueryVariables = Exact<{ [key: string]: never; }>;


export type IngressesQuery = { list: Array<{ __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }> };

export type AllSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type AllSourcesQuery = { list: Array<{ __typename: 'Source', mode: SourceMode, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> } }> };

export type TopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicsQuery = { systems: Array<{ members: { totalCount: number, nodes: Array<{ __typename: 'Topic', partitionCount: number, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, kafka: { name: string } | null }> } | null }> };

export type ConsumerGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsumerGroupsQuery = { systems: Array<{ members: { totalCount: number, nodes: Array<{ __typename: 'ConsumerGroup', lagMessages: number | null, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, kafka: { name: string } | null }> } | null }> };

export type ConnectorsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectorsQuery = { systems: Array<{ members: { totalCount: number, nodes: Array<{ __typename: 'Connector', id: string, kind: ResourceKind, name: string, connectorState: ConnectorState | null, health: { status: HealthStatus, isStale: boolean, since: string, findings: Array<{ severity: Severity, message: string, ignored: { reason: string } | null }> }, kafkaConnect: { name: string } | null }> } | null }> };

export type PositionQueryVariables = Exact<{ [key: string]: never; }>;


export type PositionQuery = { server: { mode: ServerMode, recording: string | null, version: string }, sources: Array<{ health: { observedAt: string | null } }>, changes: { pageInfo: { endCursor: string | null } } };

export type ChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChangesSubscription = { healthChanges: { cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, status: HealthStatus | null, isStale: boolean | null } };

export type OverviewQueryVariables = Exact<{
  first: number;
  firstOfAll: number;
}>;


export type OverviewQuery = { platform: { health: { status: HealthStatus, since: string }, systems: Array<{ id: string, name: string, members: ResourceKind, health: { status: HealthStatus, isStale: boolean, observedAt: string | null }, counts: Array<{ status: HealthStatus, count: number }>, roots: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
         | null }> }> }, zones: Array<{ name: string, health: { status: HealthStatus } }> | null, zoneFindings: { nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
        | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
        | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
        | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
        | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
        | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
        | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
       | null }> }, volumes: { totalCount: number } | null, degradedVolumes: { totalCount: number } | null, unhealthyVolumes: { totalCount: number } | null, progressingVolumes: { totalCount: number } | null, unknownVolumes: { totalCount: number } | null, volumeFindings: { nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
        | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
        | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
        | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
        | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
        | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
        | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
       | null }> }, sources: Array<{ name: string, health: { status: HealthStatus, observedAt: string | null } }>, sourceFindings: { nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
        | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
        | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
        | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
        | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
        | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
        | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
       | null }> }, causes: { totalCount: number, nodes: Array<{ advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
        | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
        | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
        | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
        | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
        | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
        | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
       | null }> }, allCauses: { totalCount: number, nodes: Array<{ advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
        | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
        | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
        | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
        | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
        | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
        | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
        | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
        | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
        | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
        | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
        | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
        | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
       | null }> }, wrong: { totalCount: number }, lately: { nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> } };

export type CauseFragment = { advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, consequences: { totalCount: number }, ignored: { reason: string, untilAt: string | null } | null, resource:
    | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
    | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
    | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
    | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
    | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
    | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
    | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
    | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
    | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
    | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
    | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
    | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
    | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
    | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
    | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
    | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
    | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
    | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
   | null };

export type ResourceQueryVariables = Exact<{
  id: string | number;
  neighbours: number;
  changes: number;
}>;


export type ResourceQuery = { resource:
    | { __typename: 'Broker', team: string | null, id: string, kind: ResourceKind, name: string, isAlive: boolean, leaders: number, rack: string | null, partitionReplicas: number, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, kafka: { __typename: 'Kafka', name: string, id: string, kind: ResourceKind, health: { status: HealthStatus, isStale: boolean } } | null }
    | { __typename: 'Claim', team: string | null, namespaceName: string, id: string, kind: ResourceKind, name: string, storageClass: string | null, requestedBytes: number, claimPhase: ClaimPhase, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, cluster: { name: string } | null, volume: { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null }
    | { __typename: 'ClickHouseDatabase', team: string | null, id: string, kind: ResourceKind, name: string, version: string | null, sizeBytes: number | null, capacityBytes: number | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, zooKeeper: { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null, databaseReplicas: Array<{ __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }> }
    | { __typename: 'Cluster', team: string | null, id: string, kind: ResourceKind, name: string, version: string | null, nodeCount: number | null, maximumNodes: number | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, zones: Array<{ __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }> | null }
    | { __typename: 'Connector', team: string | null, id: string, kind: ResourceKind, name: string, className: string | null, workerId: string | null, error: string | null, rootCause: string | null, connectorType: ConnectorType | null, connectorState: ConnectorState | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, kafkaConnect: { __typename: 'KafkaConnect', name: string, id: string, kind: ResourceKind, health: { status: HealthStatus, isStale: boolean } } | null }
    | { __typename: 'ConnectorTask', team: string | null, id: string, kind: ResourceKind, name: string, workerId: string | null, error: string | null, rootCause: string | null, connectorState: ConnectorState | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, connector: { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null } | null }
    | { __typename: 'ConsumerGroup', team: string | null, id: string, kind: ResourceKind, name: string, memberCount: number | null, lagMessages: number | null, lagSeconds: number | null, groupState: ConsumerGroupState | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, kafka: { __typename: 'Kafka', name: string, id: string, kind: ResourceKind, health: { status: HealthStatus, isStale: boolean } } | null }
    | { __typename: 'DatabaseReplica', team: string | null, id: string, kind: ResourceKind, name: string, isReachable: boolean | null, hasKeeperSession: boolean | null, version: string | null, shard: string | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, clickHouse: { __typename: 'ClickHouseDatabase', name: string, id: string, kind: ResourceKind, health: { status: HealthStatus, isStale: boolean } } | null }
    | { __typename: 'Ingress', team: string | null, id: string, kind: ResourceKind, name: string, proxy: string, version: string | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> } }
    | { __typename: 'Kafka', team: string | null, id: string, kind: ResourceKind, name: string, version: string | null, underReplicatedPartitions: number | null, offlinePartitions: number | null, allPartitions: number | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, controller: { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null } | null, brokers: Array<{ __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }> | null }
    | { __typename: 'KafkaConnect', team: string | null, id: string, kind: ResourceKind, name: string, version: string | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, workers: Array<{ url: string, isReached: boolean | null, message: string | null }> }
    | { __typename: 'Namespace', team: string | null, id: string, kind: ResourceKind, name: string, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, cluster: { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null }
    | { __typename: 'Node', team: string | null, id: string, kind: ResourceKind, name: string, isSchedulable: boolean, taints: Array<string>, kubeletVersion: string | null, nodeIsReady: boolean | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, cluster: { name: string } | null, zone: { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null, allocatable: { cpuCores: number, memoryBytes: number, pods: number }, requested: { cpuCores: number, memoryBytes: number, pods: number } | null }
    | { __typename: 'Platform', team: string | null, id: string, kind: ResourceKind, name: string, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> } }
    | { __typename: 'PlatformSystem', team: string | null, id: string, kind: ResourceKind, name: string, memberKind: ResourceKind, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, counts: Array<{ status: HealthStatus, count: number }> }
    | { __typename: 'Pod', team: string | null, namespaceName: string, id: string, kind: ResourceKind, name: string, displayStatus: string, restarts: number, startedAt: string | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, cluster: { name: string } | null, node: { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null, workload: { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null, containers: Array<{ name: string, state: ContainerState, waitingReason: string | null, restarts: number, image: string, lastTermination: { reason: string | null, exitCode: number, finishedAt: string | null } | null }>, events: Array<{ reason: string, message: string, lastSeenAt: string }> | null }
    | { __typename: 'PostgresDatabase', team: string | null, id: string, kind: ResourceKind, name: string, version: string | null, sizeBytes: number | null, capacityBytes: number | null, isInRecovery: boolean | null, startedAt: string | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, databaseConnections: { used: number, maximum: number } | null }
    | { __typename: 'ReplicatedTable', team: string | null, id: string, kind: ResourceKind, name: string, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, clickHouse: { __typename: 'ClickHouseDatabase', name: string, id: string, kind: ResourceKind, health: { status: HealthStatus, isStale: boolean } } | null, tableReplicas: Array<{ name: string, presence: TablePresence, isReadOnly: boolean | null, delaySeconds: number | null }> }
    | { __typename: 'Route', team: string | null, id: string, kind: ResourceKind, name: string, requestsPerSecond: number | null, ratio5xx: number | null, ratio4xx: number | null, p95: number | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, ingress: { __typename: 'Ingress', name: string, id: string, kind: ResourceKind, health: { status: HealthStatus, isStale: boolean } } | null, workload: { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null }
    | { __typename: 'Source', team: string | null, id: string, kind: ResourceKind, name: string, system: string, mode: SourceMode, interval: string | null, lastDurationMilliseconds: number | null, consecutiveFailures: number, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> } }
    | { __typename: 'Topic', team: string | null, id: string, kind: ResourceKind, name: string, partitionCount: number, underReplicatedPartitions: number | null, minInSyncReplicas: number | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, kafka: { __typename: 'Kafka', name: string, id: string, kind: ResourceKind, health: { status: HealthStatus, isStale: boolean } } | null }
    | { __typename: 'Volume', team: string | null, id: string, kind: ResourceKind, name: string, storageClass: string | null, capacityBytes: number | null, usedBytes: number | null, freeBytes: number | null, fullAt: string | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, cluster: { name: string } | null, claim: { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null, attachments: Array<{ nodeName: string, isAttached: boolean, attachError: { message: string } | null }> | null }
    | { __typename: 'Workflow', team: string | null, namespaceName: string, id: string, kind: ResourceKind, name: string, message: string | null, template: string | null, waitingFor: string | null, startedAt: string | null, finishedAt: string | null, workflowPhase: WorkflowPhase, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, workflowEngine: { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } } | null }
    | { __typename: 'WorkflowEngine', team: string | null, id: string, kind: ResourceKind, name: string, version: string | null, queued: number, running: number, parallelism: number | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> } }
    | { __typename: 'WorkflowStep', team: string | null, id: string, kind: ResourceKind, name: string, message: string | null, exitCode: number | null, stepPhase: WorkflowStepPhase, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, workflow: { __typename: 'Workflow', name: string, namespaceName: string, id: string, kind: ResourceKind, health: { status: HealthStatus, isStale: boolean } } | null, pod: { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null } | null }
    | { __typename: 'Workload', team: string | null, type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, desired: number | null, ready: number | null, updated: number | null, isPaused: boolean, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, cluster: { name: string } | null }
    | { __typename: 'Zone', team: string | null, id: string, kind: ResourceKind, name: string, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, cluster: { name: string } | null, zoneNodes: Array<{ __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }> }
    | { __typename: 'ZooKeeper', team: string | null, id: string, kind: ResourceKind, name: string, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, leader: { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null } | null, ensembleMembers: Array<{ __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }> }
    | { __typename: 'ZooKeeperMember', team: string | null, id: string, kind: ResourceKind, name: string, role: ZooKeeperRole | null, isServing: boolean | null, version: string | null, outstandingRequests: number | null, openConnections: number | null, labels: Array<{ key: string, value: string }>, health: { status: HealthStatus, since: string, observedAt: string | null, isStale: boolean, findings: Array<{ evidence: Evidence, advice: string, runbookUrl: string | null, id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, causes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
              | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
              | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
              | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
              | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
              | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
              | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
              | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
              | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
              | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
              | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
              | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
              | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
             | null }>, consequences: { totalCount: number, nodes: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string, since: string, ignored: { reason: string, untilAt: string | null } | null, resource:
                | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
                | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
                | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
                | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
                | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
                | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
                | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
                | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
                | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
                | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
                | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
                | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
               | null }> }, ignored: { reason: string, untilAt: string | null } | null, resource:
            | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, kafkaConnect: { name: string } | null }
            | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string }
            | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Node', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Platform', id: string, kind: ResourceKind, name: string }
            | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, clickHouse: { name: string } | null }
            | { __typename: 'Route', id: string, kind: ResourceKind, name: string, ingress: { name: string } | null }
            | { __typename: 'Source', id: string, kind: ResourceKind, name: string }
            | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, kafka: { name: string } | null }
            | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string }
            | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, workflow: { name: string } | null }
            | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, cluster: { name: string } | null }
            | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string }
            | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, zooKeeper: { name: string } | null }
           | null }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unit: Unit, unavailable: string | null, evidence: Evidence, observedAt: string | null, required: number | null, limit: { reason: FindingReason, infoAt: number | null, warnAt: number | null, criticalAt: number | null, holdFor: string | null, worse: Direction, origin: string } | null, history: Array<{ at: string, value: number }> | null }> }, dependsOn: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, dependents: { totalCount: number, nodes: Array<
          | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
          | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
          | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
          | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
          | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
          | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
          | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
          | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
        > }, changes: { totalCount: number, nodes: Array<{ cursor: string | null, at: string, type: HealthChangeType, resourceId: string | null, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, updated: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null, message: string }>, cleared: Array<{ id: string, reason: FindingReason, severity: Severity, subject: string | null }> }> }, zooKeeper: { __typename: 'ZooKeeper', name: string, id: string, kind: ResourceKind, health: { status: HealthStatus, isStale: boolean } } | null }
   | null };

export type SearchQueryVariables = Exact<{
  text: string;
  first: number;
}>;


export type SearchQuery = { search: Array<
    | { __typename: 'Broker', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
    | { __typename: 'Claim', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
    | { __typename: 'ClickHouseDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'Cluster', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'Connector', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafkaConnect: { name: string } | null }
    | { __typename: 'ConnectorTask', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'ConsumerGroup', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
    | { __typename: 'DatabaseReplica', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
    | { __typename: 'Ingress', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'Kafka', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'KafkaConnect', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'Namespace', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'Node', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
    | { __typename: 'Platform', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'PlatformSystem', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'Pod', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
    | { __typename: 'PostgresDatabase', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'ReplicatedTable', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, clickHouse: { name: string } | null }
    | { __typename: 'Route', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, ingress: { name: string } | null }
    | { __typename: 'Source', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'Topic', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, kafka: { name: string } | null }
    | { __typename: 'Volume', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
    | { __typename: 'Workflow', namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'WorkflowEngine', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'WorkflowStep', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, workflow: { name: string } | null }
    | { __typename: 'Workload', type: WorkloadType, namespaceName: string, id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
    | { __typename: 'Zone', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, cluster: { name: string } | null }
    | { __typename: 'ZooKeeper', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean } }
    | { __typename: 'ZooKeeperMember', id: string, kind: ResourceKind, name: string, health: { status: HealthStatus, isStale: boolean }, zooKeeper: { name: string } | null }
  > };

export type SignalTitlesQueryVariables = Exact<{ [key: string]: never; }>;


export type SignalTitlesQuery = { signals: Array<{ name: SignalName, kind: ResourceKind, title: string }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ResourceNameFragmentDoc = new TypedDocumentString(`
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
    `, {"fragmentName":"ResourceName"}) as unknown as TypedDocumentString<ResourceNameFragment, unknown>;
export const ResourceRowFragmentDoc = new TypedDocumentString(`
    fragment ResourceRow on Resource {
  ...ResourceName
  health {
    status
    isStale
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}`, {"fragmentName":"ResourceRow"}) as unknown as TypedDocumentString<ResourceRowFragment, unknown>;
export const ResourceFactsFragmentDoc = new TypedDocumentString(`
    fragment ResourceFacts on Resource {
  ... on PlatformSystem {
    memberKind: members
    counts {
      status
      count
    }
  }
  ... on Cluster {
    version
    nodeCount
    maximumNodes
    zones {
      ...ResourceRow
    }
  }
  ... on Zone {
    zoneNodes: nodes {
      ...ResourceRow
    }
  }
  ... on Node {
    zone {
      ...ResourceRow
    }
    nodeIsReady: isReady
    isSchedulable
    taints
    kubeletVersion
    allocatable {
      cpuCores
      memoryBytes
      pods
    }
    requested {
      cpuCores
      memoryBytes
      pods
    }
  }
  ... on Namespace {
    cluster {
      ...ResourceRow
    }
  }
  ... on Workload {
    desired
    ready
    updated
    isPaused
  }
  ... on Pod {
    displayStatus
    restarts
    startedAt
    node {
      ...ResourceRow
    }
    workload {
      ...ResourceRow
    }
    containers {
      name
      state
      waitingReason
      restarts
      image
      lastTermination {
        reason
        exitCode
        finishedAt
      }
    }
    events {
      reason
      message
      lastSeenAt
    }
  }
  ... on Claim {
    claimPhase: phase
    storageClass
    requestedBytes
    volume {
      ...ResourceRow
    }
  }
  ... on Volume {
    storageClass
    capacityBytes
    usedBytes
    freeBytes
    fullAt
    claim {
      ...ResourceRow
    }
    attachments {
      nodeName
      isAttached
      attachError {
        message
      }
    }
  }
  ... on PostgresDatabase {
    version
    sizeBytes
    capacityBytes
    isInRecovery
    startedAt
    databaseConnections: connections {
      used
      maximum
    }
  }
  ... on ClickHouseDatabase {
    version
    sizeBytes
    capacityBytes
    zooKeeper {
      ...ResourceRow
    }
    databaseReplicas: replicas {
      ...ResourceRow
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      ...ResourceRow
    }
    isReachable
    hasKeeperSession
    version
    shard
  }
  ... on ReplicatedTable {
    clickHouse {
      ...ResourceRow
    }
    tableReplicas: replicas {
      name
      presence
      isReadOnly
      delaySeconds
    }
  }
  ... on Kafka {
    version
    controller {
      ...ResourceRow
    }
    brokers {
      ...ResourceRow
    }
    allPartitions: partitionCount
    underReplicatedPartitions
    offlinePartitions
  }
  ... on Broker {
    kafka {
      ...ResourceRow
    }
    isAlive
    leaders
    partitionReplicas: replicas
    rack
  }
  ... on Topic {
    kafka {
      ...ResourceRow
    }
    partitionCount
    underReplicatedPartitions
    minInSyncReplicas
  }
  ... on ConsumerGroup {
    kafka {
      ...ResourceRow
    }
    groupState: state
    memberCount
    lagMessages
    lagSeconds
  }
  ... on KafkaConnect {
    version
    workers {
      url
      isReached
      message
    }
  }
  ... on Connector {
    kafkaConnect {
      ...ResourceRow
    }
    connectorType: type
    className
    connectorState: state
    workerId
    error
    rootCause
  }
  ... on ConnectorTask {
    connector {
      ...ResourceRow
    }
    connectorState: state
    workerId
    error
    rootCause
  }
  ... on ZooKeeper {
    leader {
      ...ResourceRow
    }
    ensembleMembers: members {
      ...ResourceRow
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      ...ResourceRow
    }
    role
    isServing
    version
    openConnections: connections
    outstandingRequests
  }
  ... on WorkflowEngine {
    version
    queued
    running
    parallelism
  }
  ... on Workflow {
    workflowEngine: engine {
      ...ResourceRow
    }
    workflowPhase: phase
    message
    template
    waitingFor
    startedAt
    finishedAt
  }
  ... on WorkflowStep {
    workflow {
      ...ResourceRow
    }
    pod {
      ...ResourceRow
    }
    stepPhase: phase
    message
    exitCode
  }
  ... on Ingress {
    proxy
    version
  }
  ... on Route {
    ingress {
      ...ResourceRow
    }
    workload {
      ...ResourceRow
    }
    requestsPerSecond
    ratio5xx
    ratio4xx
    p95
  }
  ... on Source {
    system
    mode
    interval
    lastDurationMilliseconds
    consecutiveFailures
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ResourceRow on Resource {
  ...ResourceName
  health {
    status
    isStale
  }
}`, {"fragmentName":"ResourceFacts"}) as unknown as TypedDocumentString<ResourceFactsFragment, unknown>;
export const ChangeLineFragmentDoc = new TypedDocumentString(`
    fragment ChangeLine on HealthChange {
  cursor
  at
  type
  resourceId
  resourceKind
  resourceName
  cluster
  namespace
  previousStatus
  status
  isStale
  raised {
    id
    reason
    severity
    subject
    message
  }
  updated {
    id
    reason
    severity
    subject
    message
  }
  cleared {
    id
    reason
    severity
    subject
  }
}
    `, {"fragmentName":"ChangeLine"}) as unknown as TypedDocumentString<ChangeLineFragment, unknown>;
export const ListRowFragmentDoc = new TypedDocumentString(`
    fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}`, {"fragmentName":"ListRow"}) as unknown as TypedDocumentString<ListRowFragment, unknown>;
export const FindingLineFragmentDoc = new TypedDocumentString(`
    fragment FindingLine on Finding {
  id
  reason
  severity
  subject
  message
  since
  ignored {
    reason
    untilAt
  }
  resource {
    ...ResourceName
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}`, {"fragmentName":"FindingLine"}) as unknown as TypedDocumentString<FindingLineFragment, unknown>;
export const CauseFragmentDoc = new TypedDocumentString(`
    fragment Cause on Finding {
  ...FindingLine
  advice
  runbookUrl
  consequences(first: 0) {
    totalCount
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment FindingLine on Finding {
  id
  reason
  severity
  subject
  message
  since
  ignored {
    reason
    untilAt
  }
  resource {
    ...ResourceName
  }
}`, {"fragmentName":"Cause"}) as unknown as TypedDocumentString<CauseFragment, unknown>;
export const BlindSpotsDocument = new TypedDocumentString(`
    query BlindSpots($first: Int!) {
  signals(filter: {hasBlindSpots: true}) {
    name
    title
    description
    kind
    source
    coverage {
      state
      covered
      gaps {
        reason
        state
        count
      }
      howToEnable
      uncovered(first: $first) {
        totalCount
        nodes {
          ...ResourceName
        }
      }
    }
  }
  signalCount: signals {
    name
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}`) as unknown as TypedDocumentString<BlindSpotsQuery, BlindSpotsQueryVariables>;
export const ConsequencesDocument = new TypedDocumentString(`
    query Consequences($resourceId: ID!, $first: Int!) {
  resource(id: $resourceId) {
    id
    health {
      findings {
        id
        consequences(first: $first) {
          totalCount
          nodes {
            ...FindingLine
            consequences(first: 0) {
              totalCount
            }
          }
        }
      }
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment FindingLine on Finding {
  id
  reason
  severity
  subject
  message
  since
  ignored {
    reason
    untilAt
  }
  resource {
    ...ResourceName
  }
}`) as unknown as TypedDocumentString<ConsequencesQuery, ConsequencesQueryVariables>;
export const PodsDocument = new TypedDocumentString(`
    query Pods($first: Int!, $after: String, $filter: PodFilter, $orderBy: PodOrder) {
  page: pods(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    nodes {
      ...ListRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<PodsQuery, PodsQueryVariables>;
export const WorkloadsDocument = new TypedDocumentString(`
    query Workloads($first: Int!, $after: String, $filter: WorkloadFilter, $orderBy: ResourceOrder) {
  page: workloads(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      ...ListRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<WorkloadsQuery, WorkloadsQueryVariables>;
export const NodesDocument = new TypedDocumentString(`
    query Nodes($first: Int!, $after: String, $filter: NodeFilter, $orderBy: ResourceOrder) {
  page: nodes(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    nodes {
      ...ListRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<NodesQuery, NodesQueryVariables>;
export const NamespacesDocument = new TypedDocumentString(`
    query Namespaces($first: Int!, $after: String, $filter: NamespaceFilter, $orderBy: ResourceOrder) {
  page: namespaces(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      ...ListRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<NamespacesQuery, NamespacesQueryVariables>;
export const ClaimsDocument = new TypedDocumentString(`
    query Claims($first: Int!, $after: String, $filter: ClaimFilter, $orderBy: ResourceOrder) {
  page: claims(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    nodes {
      ...ListRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<ClaimsQuery, ClaimsQueryVariables>;
export const VolumesDocument = new TypedDocumentString(`
    query Volumes($first: Int!, $after: String, $filter: VolumeFilter, $orderBy: VolumeOrder) {
  page: volumes(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    nodes {
      ...ListRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<VolumesQuery, VolumesQueryVariables>;
export const RoutesDocument = new TypedDocumentString(`
    query Routes($first: Int!, $after: String, $filter: RouteFilter, $orderBy: RouteOrder) {
  page: routes(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    nodes {
      ...ListRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<RoutesQuery, RoutesQueryVariables>;
export const WorkflowsDocument = new TypedDocumentString(`
    query Workflows($first: Int!, $after: String, $filter: WorkflowFilter, $orderBy: WorkflowOrder) {
  page: workflows(
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    nodes {
      ...ListRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<WorkflowsQuery, WorkflowsQueryVariables>;
export const ClustersDocument = new TypedDocumentString(`
    query Clusters {
  list: clusters {
    ...ListRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<ClustersQuery, ClustersQueryVariables>;
export const ZonesDocument = new TypedDocumentString(`
    query Zones {
  list: zones {
    ...ListRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<ZonesQuery, ZonesQueryVariables>;
export const AllDatabasesDocument = new TypedDocumentString(`
    query AllDatabases {
  list: databases {
    ...ListRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<AllDatabasesQuery, AllDatabasesQueryVariables>;
export const KafkasDocument = new TypedDocumentString(`
    query Kafkas {
  list: kafkas {
    ...ListRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<KafkasQuery, KafkasQueryVariables>;
export const KafkaConnectsDocument = new TypedDocumentString(`
    query KafkaConnects {
  list: kafkaConnects {
    ...ListRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<KafkaConnectsQuery, KafkaConnectsQueryVariables>;
export const ZooKeepersDocument = new TypedDocumentString(`
    query ZooKeepers {
  list: zooKeepers {
    ...ListRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<ZooKeepersQuery, ZooKeepersQueryVariables>;
export const WorkflowEnginesDocument = new TypedDocumentString(`
    query WorkflowEngines {
  list: workflowEngines {
    ...ListRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<WorkflowEnginesQuery, WorkflowEnginesQueryVariables>;
export const IngressesDocument = new TypedDocumentString(`
    query Ingresses {
  list: ingresses {
    ...ListRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<IngressesQuery, IngressesQueryVariables>;
export const AllSourcesDocument = new TypedDocumentString(`
    query AllSources {
  list: sources {
    ...ListRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<AllSourcesQuery, AllSourcesQueryVariables>;
export const TopicsDocument = new TypedDocumentString(`
    query Topics {
  systems: kafkas {
    members: topics(first: 500) {
      totalCount
      nodes {
        ...ListRow
      }
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<TopicsQuery, TopicsQueryVariables>;
export const ConsumerGroupsDocument = new TypedDocumentString(`
    query ConsumerGroups {
  systems: kafkas {
    members: consumerGroups(first: 500) {
      totalCount
      nodes {
        ...ListRow
      }
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<ConsumerGroupsQuery, ConsumerGroupsQueryVariables>;
export const ConnectorsDocument = new TypedDocumentString(`
    query Connectors {
  systems: kafkaConnects {
    members: connectors(first: 500) {
      totalCount
      nodes {
        ...ListRow
      }
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ListRow on Resource {
  ...ResourceName
  health {
    status
    isStale
    since
    findings {
      severity
      message
      ignored {
        reason
      }
    }
  }
  ... on Pod {
    displayStatus
    restarts
  }
  ... on Workload {
    ready
    desired
  }
  ... on Node {
    zone {
      name
    }
  }
  ... on Volume {
    usedBytes
    capacityBytes
  }
  ... on Claim {
    claimPhase: phase
  }
  ... on Workflow {
    workflowPhase: phase
  }
  ... on Route {
    requestsPerSecond
  }
  ... on Topic {
    partitionCount
  }
  ... on ConsumerGroup {
    lagMessages
  }
  ... on Connector {
    connectorState: state
  }
  ... on Source {
    mode
  }
}`) as unknown as TypedDocumentString<ConnectorsQuery, ConnectorsQueryVariables>;
export const PositionDocument = new TypedDocumentString(`
    query Position {
  server {
    mode
    recording
    version
  }
  sources {
    health {
      observedAt
    }
  }
  changes(last: 1) {
    pageInfo {
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PositionQuery, PositionQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    subscription Changes($after: Cursor) {
  healthChanges(after: $after) {
    cursor
    at
    type
    resourceId
    resourceKind
    status
    isStale
  }
}
    `) as unknown as TypedDocumentString<ChangesSubscription, ChangesSubscriptionVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($first: Int!, $firstOfAll: Int!) {
  platform {
    health {
      status
      since
    }
    systems {
      id
      name
      members
      health {
        status
        isStale
        observedAt
      }
      counts {
        status
        count
      }
      roots(first: 1) {
        ...FindingLine
      }
    }
  }
  zones {
    name
    health {
      status
    }
  }
  zoneFindings: findings(
    filter: {kinds: [ZONE, NODE], rootsOnly: true, minSeverity: WARNING}
    first: 1
  ) {
    nodes {
      ...FindingLine
    }
  }
  volumes(first: 0) {
    totalCount
  }
  degradedVolumes: volumes(first: 0, filter: {status: [DEGRADED]}) {
    totalCount
  }
  unhealthyVolumes: volumes(first: 0, filter: {status: [UNHEALTHY]}) {
    totalCount
  }
  progressingVolumes: volumes(first: 0, filter: {status: [PROGRESSING]}) {
    totalCount
  }
  unknownVolumes: volumes(first: 0, filter: {status: [UNKNOWN]}) {
    totalCount
  }
  volumeFindings: findings(
    filter: {kinds: [VOLUME, CLAIM], rootsOnly: true, minSeverity: WARNING}
    first: 1
  ) {
    nodes {
      ...FindingLine
    }
  }
  sources {
    name
    health {
      status
      observedAt
    }
  }
  sourceFindings: findings(
    filter: {kinds: [SOURCE], minSeverity: WARNING}
    first: 1
  ) {
    nodes {
      ...FindingLine
    }
  }
  causes: findings(filter: {minSeverity: WARNING, rootsOnly: true}, first: $first) {
    totalCount
    nodes {
      ...Cause
    }
  }
  allCauses: findings(
    filter: {rootsOnly: true, includeIgnored: true}
    first: $firstOfAll
  ) {
    totalCount
    nodes {
      ...Cause
    }
  }
  wrong: findings(filter: {minSeverity: WARNING}, first: 0) {
    totalCount
  }
  lately: changes(last: 10, filter: {minSeverity: WARNING}) {
    nodes {
      ...ChangeLine
    }
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment FindingLine on Finding {
  id
  reason
  severity
  subject
  message
  since
  ignored {
    reason
    untilAt
  }
  resource {
    ...ResourceName
  }
}
fragment ChangeLine on HealthChange {
  cursor
  at
  type
  resourceId
  resourceKind
  resourceName
  cluster
  namespace
  previousStatus
  status
  isStale
  raised {
    id
    reason
    severity
    subject
    message
  }
  updated {
    id
    reason
    severity
    subject
    message
  }
  cleared {
    id
    reason
    severity
    subject
  }
}
fragment Cause on Finding {
  ...FindingLine
  advice
  runbookUrl
  consequences(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const ResourceDocument = new TypedDocumentString(`
    query Resource($id: ID!, $neighbours: Int!, $changes: Int!) {
  resource(id: $id) {
    ...ResourceName
    ...ResourceFacts
    team
    labels {
      key
      value
    }
    health {
      status
      since
      observedAt
      isStale
      findings {
        ...FindingLine
        evidence
        advice
        runbookUrl
        causes {
          ...FindingLine
        }
        consequences(first: 10) {
          totalCount
          nodes {
            ...FindingLine
          }
        }
      }
      readings {
        signal
        subject
        value
        unit
        unavailable
        evidence
        observedAt
        required
        limit {
          reason
          infoAt
          warnAt
          criticalAt
          holdFor
          worse
          origin
        }
        history(last: "30m") {
          at
          value
        }
      }
    }
    dependsOn(first: $neighbours) {
      totalCount
      nodes {
        ...ResourceRow
      }
    }
    dependents(first: $neighbours) {
      totalCount
      nodes {
        ...ResourceRow
      }
    }
    changes(last: $changes) {
      totalCount
      nodes {
        ...ChangeLine
      }
    }
  }
}
    fragment ResourceFacts on Resource {
  ... on PlatformSystem {
    memberKind: members
    counts {
      status
      count
    }
  }
  ... on Cluster {
    version
    nodeCount
    maximumNodes
    zones {
      ...ResourceRow
    }
  }
  ... on Zone {
    zoneNodes: nodes {
      ...ResourceRow
    }
  }
  ... on Node {
    zone {
      ...ResourceRow
    }
    nodeIsReady: isReady
    isSchedulable
    taints
    kubeletVersion
    allocatable {
      cpuCores
      memoryBytes
      pods
    }
    requested {
      cpuCores
      memoryBytes
      pods
    }
  }
  ... on Namespace {
    cluster {
      ...ResourceRow
    }
  }
  ... on Workload {
    desired
    ready
    updated
    isPaused
  }
  ... on Pod {
    displayStatus
    restarts
    startedAt
    node {
      ...ResourceRow
    }
    workload {
      ...ResourceRow
    }
    containers {
      name
      state
      waitingReason
      restarts
      image
      lastTermination {
        reason
        exitCode
        finishedAt
      }
    }
    events {
      reason
      message
      lastSeenAt
    }
  }
  ... on Claim {
    claimPhase: phase
    storageClass
    requestedBytes
    volume {
      ...ResourceRow
    }
  }
  ... on Volume {
    storageClass
    capacityBytes
    usedBytes
    freeBytes
    fullAt
    claim {
      ...ResourceRow
    }
    attachments {
      nodeName
      isAttached
      attachError {
        message
      }
    }
  }
  ... on PostgresDatabase {
    version
    sizeBytes
    capacityBytes
    isInRecovery
    startedAt
    databaseConnections: connections {
      used
      maximum
    }
  }
  ... on ClickHouseDatabase {
    version
    sizeBytes
    capacityBytes
    zooKeeper {
      ...ResourceRow
    }
    databaseReplicas: replicas {
      ...ResourceRow
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      ...ResourceRow
    }
    isReachable
    hasKeeperSession
    version
    shard
  }
  ... on ReplicatedTable {
    clickHouse {
      ...ResourceRow
    }
    tableReplicas: replicas {
      name
      presence
      isReadOnly
      delaySeconds
    }
  }
  ... on Kafka {
    version
    controller {
      ...ResourceRow
    }
    brokers {
      ...ResourceRow
    }
    allPartitions: partitionCount
    underReplicatedPartitions
    offlinePartitions
  }
  ... on Broker {
    kafka {
      ...ResourceRow
    }
    isAlive
    leaders
    partitionReplicas: replicas
    rack
  }
  ... on Topic {
    kafka {
      ...ResourceRow
    }
    partitionCount
    underReplicatedPartitions
    minInSyncReplicas
  }
  ... on ConsumerGroup {
    kafka {
      ...ResourceRow
    }
    groupState: state
    memberCount
    lagMessages
    lagSeconds
  }
  ... on KafkaConnect {
    version
    workers {
      url
      isReached
      message
    }
  }
  ... on Connector {
    kafkaConnect {
      ...ResourceRow
    }
    connectorType: type
    className
    connectorState: state
    workerId
    error
    rootCause
  }
  ... on ConnectorTask {
    connector {
      ...ResourceRow
    }
    connectorState: state
    workerId
    error
    rootCause
  }
  ... on ZooKeeper {
    leader {
      ...ResourceRow
    }
    ensembleMembers: members {
      ...ResourceRow
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      ...ResourceRow
    }
    role
    isServing
    version
    openConnections: connections
    outstandingRequests
  }
  ... on WorkflowEngine {
    version
    queued
    running
    parallelism
  }
  ... on Workflow {
    workflowEngine: engine {
      ...ResourceRow
    }
    workflowPhase: phase
    message
    template
    waitingFor
    startedAt
    finishedAt
  }
  ... on WorkflowStep {
    workflow {
      ...ResourceRow
    }
    pod {
      ...ResourceRow
    }
    stepPhase: phase
    message
    exitCode
  }
  ... on Ingress {
    proxy
    version
  }
  ... on Route {
    ingress {
      ...ResourceRow
    }
    workload {
      ...ResourceRow
    }
    requestsPerSecond
    ratio5xx
    ratio4xx
    p95
  }
  ... on Source {
    system
    mode
    interval
    lastDurationMilliseconds
    consecutiveFailures
  }
}
fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ResourceRow on Resource {
  ...ResourceName
  health {
    status
    isStale
  }
}
fragment FindingLine on Finding {
  id
  reason
  severity
  subject
  message
  since
  ignored {
    reason
    untilAt
  }
  resource {
    ...ResourceName
  }
}
fragment ChangeLine on HealthChange {
  cursor
  at
  type
  resourceId
  resourceKind
  resourceName
  cluster
  namespace
  previousStatus
  status
  isStale
  raised {
    id
    reason
    severity
    subject
    message
  }
  updated {
    id
    reason
    severity
    subject
    message
  }
  cleared {
    id
    reason
    severity
    subject
  }
}`) as unknown as TypedDocumentString<ResourceQuery, ResourceQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $first: Int!) {
  search(text: $text, first: $first) {
    ...ResourceRow
  }
}
    fragment ResourceName on Resource {
  __typename
  id
  kind
  name
  ... on Pod {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workload {
    type
    namespaceName
    cluster {
      name
    }
  }
  ... on Claim {
    namespaceName
    cluster {
      name
    }
  }
  ... on Workflow {
    namespaceName
  }
  ... on WorkflowStep {
    workflow {
      name
    }
  }
  ... on Node {
    cluster {
      name
    }
  }
  ... on Volume {
    cluster {
      name
    }
  }
  ... on Zone {
    cluster {
      name
    }
  }
  ... on DatabaseReplica {
    clickHouse {
      name
    }
  }
  ... on ReplicatedTable {
    clickHouse {
      name
    }
  }
  ... on Broker {
    kafka {
      name
    }
  }
  ... on Topic {
    kafka {
      name
    }
  }
  ... on ConsumerGroup {
    kafka {
      name
    }
  }
  ... on Connector {
    kafkaConnect {
      name
    }
  }
  ... on ZooKeeperMember {
    zooKeeper {
      name
    }
  }
  ... on Route {
    ingress {
      name
    }
  }
}
fragment ResourceRow on Resource {
  ...ResourceName
  health {
    status
    isStale
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SignalTitlesDocument = new TypedDocumentString(`
    query SignalTitles {
  signals {
    name
    kind
    title
  }
}
    `) as unknown as TypedDocumentString<SignalTitlesQuery, SignalTitlesQueryVariables>;