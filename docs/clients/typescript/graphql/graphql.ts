/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** How much a finding matters. */
export type Severity =
  /** Makes the resource UNHEALTHY. */
  | 'CRITICAL'
  /** Worth knowing; no effect on the status. */
  | 'INFO'
  /** Makes the resource DEGRADED. */
  | 'WARNING';

export type FollowHealthSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  initial?: boolean;
}>;


export type FollowHealthSubscription = { healthChanges: { cursor: string | null, at: string, type: HealthChangeType, resourceKind: ResourceKind | null, resourceName: string | null, namespace: string | null, previousStatus: HealthStatus | null, status: HealthStatus | null, raised: Array<{ severity: Severity, reason: FindingReason, message: string }>, cleared: Array<{ reason: FindingReason }> } };

export type WorstFindingsQueryVariables = Exact<{
  first?: number;
}>;


export type WorstFindingsQuery = { platform: { health: { status: HealthStatus } }, findings: { totalCount: number, nodes: Array<{ severity: Severity, reason: FindingReason, message: string, resource:
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
       | null }> } };

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

export const FollowHealthDocument = new TypedDocumentString(`
    subscription FollowHealth($after: Cursor, $initial: Boolean! = false) {
  healthChanges(after: $after, initial: $initial) {
    cursor
    at
    type
    resourceKind
    resourceName
    namespace
    previousStatus
    status
    raised {
      severity
      reason
      message
    }
    cleared {
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<FollowHealthSubscription, FollowHealthSubscriptionVariables>;
export const WorstFindingsDocument = new TypedDocumentString(`
    query WorstFindings($first: Int! = 5) {
  platform {
    health {
      status
    }
  }
  findings(filter: {rootsOnly: true}, first: $first) {
    totalCount
    nodes {
      severity
      reason
      message
      resource {
        kind
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorstFindingsQuery, WorstFindingsQueryVariables>;