/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** Which database it is. */
export type DatabaseEngine =
  /** ClickHouse. */
  | 'CLICKHOUSE'
  /** PostgreSQL. */
  | 'POSTGRESQL';

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
  /** Something that Vitals asks does not answer, or Vitals itself cannot ask it. */
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

export type ConnectorsThatFailQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectorsThatFailQuery = { kafkaConnects: Array<{ name: string, version: string | null, workers: Array<{ url: string, isReached: boolean | null, version: string | null, message: string | null }>, health: { status: HealthStatus }, connectors: { totalCount: number, nodes: Array<{ name: string, type: ConnectorType | null, className: string | null, state: ConnectorState | null, workerId: string | null, error: string | null, toleratesErrors: boolean, deadLetterTopic: string | null, consumerGroupName: string | null, databases: Array<
          | { name: string, health: { status: HealthStatus } }
          | { name: string, health: { status: HealthStatus } }
        >, tasks: { totalCount: number, nodes: Array<{ taskId: number, state: ConnectorState | null, workerId: string | null, error: string | null, rootCause: string | null, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, message: string, causes: Array<{ reason: FindingReason, resource:
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                    | { kind: ResourceKind, name: string }
                   | null }> }> } }> }, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, severity: Severity, message: string, advice: string }>, readings: Array<{ value: number | null, unavailable: string | null }> } }> } | null }> };

export type DatabasesQueryVariables = Exact<{ [key: string]: never; }>;


export type DatabasesQuery = { databases: Array<
    | { name: string, engine: DatabaseEngine, version: string | null, sizeBytes: number | null, capacityBytes: number | null, health: { status: HealthStatus, observedAt: string | null, findings: Array<{ reason: FindingReason, severity: Severity, message: string, advice: string }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unavailable: string | null, unit: Unit, evidence: Evidence }> } }
    | { isInRecovery: boolean | null, wraparound: number | null, name: string, engine: DatabaseEngine, version: string | null, sizeBytes: number | null, capacityBytes: number | null, connections: { used: number, maximum: number, reserved: number } | null, standbys: Array<{ name: string, state: string | null, lagSeconds: number | null }> | null, slots: Array<{ name: string, isActive: boolean, walStatus: string | null, retainedBytes: number | null }> | null, health: { status: HealthStatus, observedAt: string | null, findings: Array<{ reason: FindingReason, severity: Severity, message: string, advice: string }>, readings: Array<{ signal: SignalName, subject: string | null, value: number | null, unavailable: string | null, unit: Unit, evidence: Evidence }> } }
  > };

export type IsItWellQueryVariables = Exact<{ [key: string]: never; }>;


export type IsItWellQuery = { platform: { health: { status: HealthStatus, since: string }, systems: Array<{ name: string, health: { status: HealthStatus, isStale: boolean }, counts: Array<{ status: HealthStatus, count: number }>, roots: Array<{ severity: Severity, message: string, resource:
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
         | null }> }> } };

export type NodesByZoneQueryVariables = Exact<{ [key: string]: never; }>;


export type NodesByZoneQuery = { clusters: Array<{ name: string, version: string | null, nodeCount: number | null, maximumNodes: number | null, zoneRequirements: Array<{ neededBy: string, required: number, usable: number, zone: { name: string } }> | null, zones: Array<{ name: string, health: { status: HealthStatus } }> | null, nodes: { nodes: Array<{ name: string, isReady: boolean | null, isSchedulable: boolean, taints: Array<string>, zone: { name: string } | null, allocatable: { cpuCores: number, memoryBytes: number, pods: number }, requested: { cpuCores: number, memoryBytes: number, pods: number } | null, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, message: string }> } }> } | null }> };

export type RoutesThatFailQueryVariables = Exact<{ [key: string]: never; }>;


export type RoutesThatFailQuery = { ingresses: Array<{ name: string, proxy: string, health: { status: HealthStatus }, routes: { totalCount: number, nodes: Array<{ host: string | null, service: string | null, requestsPerSecond: number | null, ratio5xx: number | null, ratio4xx: number | null, p50: number | null, p95: number | null, p99: number | null, averageSeconds: number | null, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, severity: Severity, message: string, causes: Array<{ message: string }> }> }, workload: { name: string, health: { status: HealthStatus } } | null }> } | null }> };

export type SignalsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignalsQuery = { signals: Array<{ name: SignalName, title: string, description: string, kind: ResourceKind, unit: Unit | null, evidence: Evidence, source: string | null, limits: Array<{ reason: FindingReason, warnAt: number | null, criticalAt: number | null, holdFor: string | null, window: string | null, origin: string }>, coverage: { state: CoverageState, covered: number, reason: string | null, howToEnable: string | null, uncovered: { totalCount: number, nodes: Array<
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
        > } } }> };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { sources: Array<{ name: string, system: string, mode: SourceMode, interval: string | null, lastDurationMilliseconds: number | null, consecutiveFailures: number, health: { status: HealthStatus, observedAt: string | null, findings: Array<{ reason: FindingReason, subject: string | null, message: string, advice: string, since: string }> } }>, server: { version: string, mode: ServerMode, recording: string | null, startedAt: string, resources: number, subscribers: number } };

export type TablesThatLagQueryVariables = Exact<{ [key: string]: never; }>;


export type TablesThatLagQuery = { databases: Array<
    | { name: string, version: string | null, zooKeeper: { name: string, health: { status: HealthStatus } } | null, shards: Array<{ name: string | null, replicas: Array<{ name: string, isReachable: boolean | null, hasKeeperSession: boolean | null, recentlyDelayedInserts: number | null, recentlyRejectedInserts: number | null, disks: Array<{ name: string, freeBytes: number, totalBytes: number }> | null, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, message: string }> } }> }>, tables: { totalCount: number, nodes: Array<{ name: string, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, subject: string | null, message: string, causes: Array<{ reason: FindingReason, resource:
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                  | { kind: ResourceKind, name: string }
                 | null }> }> }, replicas: Array<{ name: string, presence: TablePresence, isReadOnly: boolean | null, delaySeconds: number | null, queueSize: number | null, activeReplicas: number | null, totalReplicas: number | null, partsPerPartition: number | null }> }> } | null, health: { status: HealthStatus } }
    | { name: string, version: string | null, health: { status: HealthStatus } }
  > };

export type VolumesBySpaceQueryVariables = Exact<{ [key: string]: never; }>;


export type VolumesBySpaceQuery = { volumes: { nodes: Array<{ name: string, storageClass: string | null, capacityBytes: number | null, usedBytes: number | null, freeBytes: number | null, inodesFree: number | null, fullAt: string | null, claim: { name: string, phase: ClaimPhase } | null, pods: Array<{ name: string }> | null, attachments: Array<{ nodeName: string, isAttached: boolean, attachError: { message: string, at: string | null } | null }> | null, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, message: string }>, readings: Array<{ value: number | null, unit: Unit, unavailable: string | null, history: Array<{ at: string, value: number }> | null }> } }> } | null };

export type WatchChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WatchChangesSubscription = { healthChanges: { cursor: string | null, at: string, type: HealthChangeType, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, isStale: boolean | null, raised: Array<{ reason: FindingReason, subject: string | null, severity: Severity, message: string, advice: string }>, updated: Array<{ reason: FindingReason, severity: Severity, message: string }>, cleared: Array<{ reason: FindingReason, subject: string | null }> } };

export type WatchOneSubscriptionVariables = Exact<{
  id?: string | number;
}>;


export type WatchOneSubscription = { resourceHealth:
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
    | { kind: ResourceKind, name: string, health: { status: HealthStatus, since: string, findings: Array<{ severity: Severity, message: string }> } }
   | null };

export type WhatAmIBlindToQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatAmIBlindToQuery = { signals: Array<{ name: SignalName, title: string, kind: ResourceKind, source: string | null, coverage: { state: CoverageState, covered: number, howToEnable: string | null, gaps: Array<{ reason: string, state: CoverageState, count: number }>, uncovered: { totalCount: number, nodes: Array<
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
          | { kind: ResourceKind, name: string, health: { readings: Array<{ signal: SignalName, subject: string | null, unavailable: string | null }> } }
        > } } }> };

export type WhatChangedSinceQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatChangedSinceQuery = { changes: { nodes: Array<{ at: string, type: HealthChangeType, resourceKind: ResourceKind | null, resourceName: string | null, cluster: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, raised: Array<{ reason: FindingReason, severity: Severity, message: string, isRoot: boolean }>, updated: Array<{ reason: FindingReason, severity: Severity }>, cleared: Array<{ reason: FindingReason }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export type WhatIsBehindThisQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatIsBehindThisQuery = { findings: { nodes: Array<{ reason: FindingReason, message: string, evidence: Evidence, isRoot: boolean, resource:
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
        | { kind: ResourceKind, name: string }
       | null, causes: Array<{ reason: FindingReason, message: string, resource:
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
          | { kind: ResourceKind, name: string }
         | null }>, consequences: { totalCount: number, nodes: Array<{ reason: FindingReason, resource:
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
            | { kind: ResourceKind, name: string }
           | null }> }, reading: { value: number | null, unit: Unit, limit: { warnAt: number | null, criticalAt: number | null, holdFor: string | null, origin: string } | null } | null }> } };

export type WhatIsWrongQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatIsWrongQuery = { findings: { totalCount: number, nodes: Array<{ reason: FindingReason, severity: Severity, subject: string | null, message: string, advice: string, runbookUrl: string | null, since: string, resource:
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
        | { id: string, kind: ResourceKind, name: string, team: string | null }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WhichPodsRestartedTodayQueryVariables = Exact<{ [key: string]: never; }>;


export type WhichPodsRestartedTodayQuery = { pods: { totalCount: number, nodes: Array<{ name: string, namespaceName: string, restarts: number, displayStatus: string, team: string | null, workload: { type: WorkloadType, name: string } | null, node: { name: string } | null, containers: Array<{ name: string, restarts: number, waitingReason: string | null, lastTermination: { reason: string | null, exitCode: number, finishedAt: string | null } | null, memory: { used: number | null, limit: number | null, utilisation: number | null } | null }>, events: Array<{ reason: string, message: string, lastSeenAt: string }> | null, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, subject: string | null, message: string, runbookUrl: string | null }> } }> } | null };

export type WhoLagsQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoLagsQuery = { kafkas: Array<{ name: string, underReplicatedPartitions: number | null, offlinePartitions: number | null, health: { status: HealthStatus }, brokers: Array<{ name: string, isAlive: boolean, leaders: number, health: { status: HealthStatus } }> | null, consumerGroups: { totalCount: number, nodes: Array<{ name: string, state: ConsumerGroupState | null, memberCount: number | null, lagMessages: number | null, lagSeconds: number | null, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, severity: Severity, message: string }> }, partitions: { nodes: Array<{ topic: string, partition: number, committedOffset: string | null, endOffset: string | null, lag: number | null, isStale: boolean }> } | null }> } | null }> };

export type WorkflowsThatWaitOrFailQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkflowsThatWaitOrFailQuery = { workflowEngines: Array<{ name: string, parallelism: number | null, queued: number, running: number, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, subject: string | null, severity: Severity, message: string }> }, workflows: { totalCount: number, nodes: Array<{ name: string, namespaceName: string, template: string | null, phase: WorkflowPhase, message: string | null, waitingFor: string | null, queuedFor: string | null, failedStepCount: number | null, stepsUnavailable: string | null, health: { status: HealthStatus, findings: Array<{ reason: FindingReason, severity: Severity, message: string }> }, steps: Array<{ name: string, phase: WorkflowStepPhase, message: string | null, exitCode: number | null, pod: { name: string, displayStatus: string } | null }> | null }> } | null }> };


export const ConnectorsThatFailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnectorsThatFail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kafkaConnects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"workers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"isReached"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connectors"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"className"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"workerId"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"toleratesErrors"}},{"kind":"Field","name":{"kind":"Name","value":"deadLetterTopic"}},{"kind":"Field","name":{"kind":"Name","value":"consumerGroupName"}},{"kind":"Field","name":{"kind":"Name","value":"databases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"workerId"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"rootCause"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"signal"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CONNECTOR_SKIPPED_RECORDS"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unavailable"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConnectorsThatFailQuery, ConnectorsThatFailQueryVariables>;
export const DatabasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Databases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"databases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"engine"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"capacityBytes"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"maxAge"},"value":{"kind":"StringValue","value":"5s","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"observedAt"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signal"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unavailable"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PostgresDatabase"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isInRecovery"}},{"kind":"Field","name":{"kind":"Name","value":"connections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"maximum"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standbys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lagSeconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"slots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"walStatus"}},{"kind":"Field","name":{"kind":"Name","value":"retainedBytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wraparound"}}]}}]}}]}}]} as unknown as DocumentNode<DatabasesQuery, DatabasesQueryVariables>;
export const IsItWellDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IsItWell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"platform"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"systems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<IsItWellQuery, IsItWellQueryVariables>;
export const NodesByZoneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NodesByZone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"nodeCount"}},{"kind":"Field","name":{"kind":"Name","value":"maximumNodes"}},{"kind":"Field","name":{"kind":"Name","value":"zoneRequirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"neededBy"}},{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"usable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"zones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"SEVERITY"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"zone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isReady"}},{"kind":"Field","name":{"kind":"Name","value":"isSchedulable"}},{"kind":"Field","name":{"kind":"Name","value":"taints"}},{"kind":"Field","name":{"kind":"Name","value":"allocatable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cpuCores"}},{"kind":"Field","name":{"kind":"Name","value":"memoryBytes"}},{"kind":"Field","name":{"kind":"Name","value":"pods"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cpuCores"}},{"kind":"Field","name":{"kind":"Name","value":"memoryBytes"}},{"kind":"Field","name":{"kind":"Name","value":"pods"}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<NodesByZoneQuery, NodesByZoneQueryVariables>;
export const RoutesThatFailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoutesThatFail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ingresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"proxy"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"routes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"RATIO_5XX"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"requestsPerSecond"}},{"kind":"Field","name":{"kind":"Name","value":"ratio5xx"}},{"kind":"Field","name":{"kind":"Name","value":"ratio4xx"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p95"}},{"kind":"Field","name":{"kind":"Name","value":"p99"}},{"kind":"Field","name":{"kind":"Name","value":"averageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoutesThatFailQuery, RoutesThatFailQueryVariables>;
export const SignalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Signals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"warnAt"}},{"kind":"Field","name":{"kind":"Name","value":"criticalAt"}},{"kind":"Field","name":{"kind":"Name","value":"holdFor"}},{"kind":"Field","name":{"kind":"Name","value":"window"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"covered"}},{"kind":"Field","name":{"kind":"Name","value":"uncovered"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"howToEnable"}}]}}]}}]}}]} as unknown as DocumentNode<SignalsQuery, SignalsQueryVariables>;
export const SourcesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"lastDurationMilliseconds"}},{"kind":"Field","name":{"kind":"Name","value":"consecutiveFailures"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"observedAt"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"server"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"recording"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resources"}},{"kind":"Field","name":{"kind":"Name","value":"subscribers"}}]}}]}}]} as unknown as DocumentNode<SourcesQuery, SourcesQueryVariables>;
export const TablesThatLagDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TablesThatLag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"databases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"engine"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CLICKHOUSE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ClickHouseDatabase"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zooKeeper"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"shards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"replicas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isReachable"}},{"kind":"Field","name":{"kind":"Name","value":"hasKeeperSession"}},{"kind":"Field","name":{"kind":"Name","value":"recentlyDelayedInserts"}},{"kind":"Field","name":{"kind":"Name","value":"recentlyRejectedInserts"}},{"kind":"Field","name":{"kind":"Name","value":"disks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"freeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"totalBytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tables"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"DELAY"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"replicas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"presence"}},{"kind":"Field","name":{"kind":"Name","value":"isReadOnly"}},{"kind":"Field","name":{"kind":"Name","value":"delaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"queueSize"}},{"kind":"Field","name":{"kind":"Name","value":"activeReplicas"}},{"kind":"Field","name":{"kind":"Name","value":"totalReplicas"}},{"kind":"Field","name":{"kind":"Name","value":"partsPerPartition"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TablesThatLagQuery, TablesThatLagQueryVariables>;
export const VolumesBySpaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VolumesBySpace"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"volumes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"USED"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"storageClass"}},{"kind":"Field","name":{"kind":"Name","value":"capacityBytes"}},{"kind":"Field","name":{"kind":"Name","value":"usedBytes"}},{"kind":"Field","name":{"kind":"Name","value":"freeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"inodesFree"}},{"kind":"Field","name":{"kind":"Name","value":"fullAt"}},{"kind":"Field","name":{"kind":"Name","value":"claim"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodeName"}},{"kind":"Field","name":{"kind":"Name","value":"isAttached"}},{"kind":"Field","name":{"kind":"Name","value":"attachError"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"readings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"signal"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"VOLUME_SPACE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"unavailable"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"StringValue","value":"30m","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<VolumesBySpaceQuery, VolumesBySpaceQueryVariables>;
export const WatchChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchChanges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"healthChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DEGRADED"},{"kind":"EnumValue","value":"UNHEALTHY"},{"kind":"EnumValue","value":"UNKNOWN"}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"initial"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"resourceKind"}},{"kind":"Field","name":{"kind":"Name","value":"resourceName"}},{"kind":"Field","name":{"kind":"Name","value":"cluster"}},{"kind":"Field","name":{"kind":"Name","value":"namespace"}},{"kind":"Field","name":{"kind":"Name","value":"previousStatus"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}},{"kind":"Field","name":{"kind":"Name","value":"raised"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}}]}},{"kind":"Field","name":{"kind":"Name","value":"updated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cleared"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}}]}}]}}]}}]} as unknown as DocumentNode<WatchChangesSubscription, WatchChangesSubscriptionVariables>;
export const WatchOneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchOne"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"UExBVEZPUk0vcGxhdGZvcm0vcGxhdGZvcm0","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resourceHealth"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WatchOneSubscription, WatchOneSubscriptionVariables>;
export const WhatAmIBlindToDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatAmIBlindTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hasBlindSpots"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"covered"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"howToEnable"}},{"kind":"Field","name":{"kind":"Name","value":"uncovered"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signal"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"unavailable"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatAmIBlindToQuery, WhatAmIBlindToQueryVariables>;
export const WhatChangedSinceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatChangedSince"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"minSeverity"},"value":{"kind":"EnumValue","value":"WARNING"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"resourceKind"}},{"kind":"Field","name":{"kind":"Name","value":"resourceName"}},{"kind":"Field","name":{"kind":"Name","value":"cluster"}},{"kind":"Field","name":{"kind":"Name","value":"namespace"}},{"kind":"Field","name":{"kind":"Name","value":"previousStatus"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"raised"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"isRoot"}}]}},{"kind":"Field","name":{"kind":"Name","value":"updated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cleared"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WhatChangedSinceQuery, WhatChangedSinceQueryVariables>;
export const WhatIsBehindThisDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIsBehindThis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isRoot"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"consequences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reading"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"limit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"warnAt"}},{"kind":"Field","name":{"kind":"Name","value":"criticalAt"}},{"kind":"Field","name":{"kind":"Name","value":"holdFor"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatIsBehindThisQuery, WhatIsBehindThisQueryVariables>;
export const WhatIsWrongDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIsWrong"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"minSeverity"},"value":{"kind":"EnumValue","value":"WARNING"}},{"kind":"ObjectField","name":{"kind":"Name","value":"rootsOnly"},"value":{"kind":"BooleanValue","value":true}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"runbookUrl"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"resource"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"team"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WhatIsWrongQuery, WhatIsWrongQueryVariables>;
export const WhichPodsRestartedTodayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichPodsRestartedToday"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pods"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"restartedSince"},"value":{"kind":"StringValue","value":"2026-01-01T00:00:00Z","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"RESTARTS"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"namespaceName"}},{"kind":"Field","name":{"kind":"Name","value":"restarts"}},{"kind":"Field","name":{"kind":"Name","value":"displayStatus"}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"workload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"containers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"restarts"}},{"kind":"Field","name":{"kind":"Name","value":"waitingReason"}},{"kind":"Field","name":{"kind":"Name","value":"lastTermination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"exitCode"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"memory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"utilisation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"runbookUrl"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhichPodsRestartedTodayQuery, WhichPodsRestartedTodayQueryVariables>;
export const WhoLagsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoLags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kafkas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"underReplicatedPartitions"}},{"kind":"Field","name":{"kind":"Name","value":"offlinePartitions"}},{"kind":"Field","name":{"kind":"Name","value":"brokers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isAlive"}},{"kind":"Field","name":{"kind":"Name","value":"leaders"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"consumerGroups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"LAG_SECONDS"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"memberCount"}},{"kind":"Field","name":{"kind":"Name","value":"lagMessages"}},{"kind":"Field","name":{"kind":"Name","value":"lagSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"partitions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"partition"}},{"kind":"Field","name":{"kind":"Name","value":"committedOffset"}},{"kind":"Field","name":{"kind":"Name","value":"endOffset"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoLagsQuery, WhoLagsQueryVariables>;
export const WorkflowsThatWaitOrFailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkflowsThatWaitOrFail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowEngines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"parallelism"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"workflows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"phase"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"NEW"},{"kind":"EnumValue","value":"PENDING"},{"kind":"EnumValue","value":"RUNNING"},{"kind":"EnumValue","value":"FAILED"},{"kind":"EnumValue","value":"ERROR"}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"namespaceName"}},{"kind":"Field","name":{"kind":"Name","value":"template"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"}},{"kind":"Field","name":{"kind":"Name","value":"queuedFor"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failedStepCount"}},{"kind":"Field","name":{"kind":"Name","value":"stepsUnavailable"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"exitCode"}},{"kind":"Field","name":{"kind":"Name","value":"pod"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayStatus"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WorkflowsThatWaitOrFailQuery, WorkflowsThatWaitOrFailQueryVariables>;