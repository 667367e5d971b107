/**
 * Holds made short, so that a fault shows itself within seconds; each rule's own hold is proven in its unit table by the
 * clock that is passed in.
 */
export const SHORT_LIMITS: readonly object[] = [
  // Only for that which a fault breaks: of a workflow's pod one container ends after the other.
  { finding: 'POD_NOT_READY', where: { name: 'storefront-*' }, for: '5s' },
  { finding: 'POD_UNSCHEDULABLE', for: '5s', criticalAfter: '1m' },
  // Here and below, only for those that faults break: on a machine that is busy, others take as long to start and to end.
  { finding: 'POD_PENDING', where: { name: 'billing-*' }, for: '25s' },
  { finding: 'POD_STUCK_TERMINATING', where: { name: 'archive' }, for: '5s' },
  { finding: 'POD_CRASH_LOOPING', clearAfter: '10s' },
  // Longer than it takes until it is tried the fourth time.
  { finding: 'CONTAINER_RESTARTING', where: { name: 'checkout-*' }, window: '100s', criticalWindow: '100s' },
  { finding: 'IMAGE_PULL_FAILED', for: '1s' },
  { finding: 'CONTAINER_CONFIG_ERROR', for: '1s' },
  { finding: 'CONTAINER_CREATE_FAILED', for: '1s' },
  { finding: 'CONTAINER_CREATING_STUCK', where: { name: 'billing-*' }, for: '20s' },
  { finding: 'WORKLOAD_UNAVAILABLE', for: '10s', criticalFor: '5s' },
  { finding: 'CPU_NEAR_LIMIT', for: '10s' },
  { finding: 'JOB_OVERRUNNING', where: { name: 'sync-*' }, for: '30s' },
  { finding: 'VOLUME_FILLING', horizon: '10m', window: '150s' },
  { finding: 'VOLUME_STUCK_TERMINATING', for: '5s' },
  { finding: 'CLAIM_PENDING', for: '5s' },
  { finding: 'NODE_NOT_READY', criticalAfter: '30s', newFor: '15s' },
  { finding: 'NODE_UNREACHABLE', criticalAfter: '30s', newFor: '15s' },
  { finding: 'NODE_FLAPPING', window: '20s' },
  { finding: 'ZONE_NODES_INSUFFICIENT', for: '5s' },
  { finding: 'ZONE_DOWN', for: '5s', youngFor: '1s' },
  { finding: 'CLUSTER_OVERCOMMITTED', for: '5s' },
  // Only for that which a fault holds back: in so short a time, starting one process on a busy machine is a quarter of the rest.
  { finding: 'CPU_THROTTLED', where: { name: 'pricing-*' }, window: '40s' },
  { finding: 'DATABASE_IDLE_IN_TRANSACTION', warnAt: 15, criticalAt: 900 },
  { finding: 'DATABASE_LOCKS_BLOCKING', warnAt: 10 },
  // All that runs on the machine is seen: two minutes of everything are common, and of so much they are not.
  { finding: 'DATABASE_CPU_SATURATED', warnAt: 0.97, criticalAt: 0.99, for: '90s', sessionsFor: '20s' },
  { finding: 'DATABASE_IO_SATURATED', for: '15s', sessionsFor: '20s' },
  { finding: 'VOLUME_IOPS_THROTTLED', warnAt: 5, window: '30s' },
  { finding: 'VOLUME_THROUGHPUT_THROTTLED', warnAt: 5, window: '30s' },
  { finding: 'VOLUME_IOPS_NEAR_LIMIT', for: '10s' },
  // The disk behind the disk is quicker than the network of a cloud.
  { finding: 'VOLUME_IO_PRESSURE', awaitAbove: 0.2, for: '15s' },
  { finding: 'DATABASE_REPLICATION_LAG', warnAt: 5 },
  // A billion transactions would take a day.
  { finding: 'DATABASE_WRAPAROUND_RISK', warnAt: 0.0001 },
  { finding: 'ZOOKEEPER_SLOW', window: '30s' },
  { finding: 'REPLICATION_LAGGING', warnAt: 10, criticalAt: 300 },
  { finding: 'REPLICA_READ_ONLY', criticalAfter: '10s' },
  { finding: 'REPLICA_TABLE_MISSING', for: '5s' },
  { finding: 'INSERTS_DELAYED', window: '30s' },
  { finding: 'INSERTS_REJECTED', window: '30s' },
  { finding: 'KEEPER_EXCEPTIONS', window: '30s' },
  { finding: 'MUTATION_STUCK', stuckAfter: '5s' },
  { finding: 'REPLICATED_DATA_LOSS', window: '30s' },
  ...['late', 'wants', 'training'].map((name) => ({
    finding: 'WORKFLOW_QUEUED',
    where: { name },
    for: '10s',
    warnFor: '30s',
    idleFor: '40s',
  })),
  // Longer than it takes to tell that the API server hangs, and a Lease not to be renewed in.
  { finding: 'WORKFLOW_CONTROLLER_SILENT', for: '30s', untouchedFor: '30s' },
  { finding: 'HTTP_5XX_HIGH', window: '30s', fastWindow: '15s' },
  { finding: 'HTTP_4XX_HIGH', window: '30s' },
  { finding: 'HTTP_SLOW', window: '30s' },
  // Only for the groups that faults break: four looks are too few for one that commits each five seconds.
  { finding: 'CONSUMER_STOPPED', where: { name: 'orders-billing' }, window: '40s', samples: 4, commits: 1 },
  { finding: 'CONSUMER_STALLED', where: { name: 'orders-shipping' }, window: '40s', samples: 4, commits: 1 },
  { finding: 'CONSUMER_LAGGING', where: { name: 'audit-trail' }, window: '40s', samples: 4, commits: 1 },
  { finding: 'CONSUMER_REBALANCING', where: { name: 'quarrel' }, for: '20s' },
  { finding: 'LEADERS_IMBALANCED', for: '5s' },
  // Longer than workers wait for one that has gone.
  { finding: 'CONNECTOR_UNASSIGNED', for: '30s' },
  { finding: 'CONNECTOR_RECORDS_SKIPPED', window: '30s' },
];

/** Where much is broken at once on one machine, it has no rest: that is not asked then. */
export const NO_REST = { finding: 'DATABASE_CPU_SATURATED', warnAt: 1, criticalAt: 1, for: '1h', sessionsFor: '1h' };
