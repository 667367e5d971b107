/** A finding that no fault of this platform brings about; or a signal, where others of the same finding have one. */
export interface NotProduced {
  readonly finding: string;
  /** Why not, and where it is proven instead. */
  readonly reason: string;
}

/** What has no detection; everything else has one. */
export const notProduced: readonly NotProduced[] = [
  {
    finding: 'CLUSTER_UNDERUSED',
    reason:
      'It takes node groups that an autoscaler could shrink: the cluster autoscaler needs the interface of a cloud, and ' +
      'none is here. Its rule is proven by its unit table, its ConfigMap is read from a recorded one.',
  },
  {
    finding: 'CONSUMER_DELAY',
    reason:
      'Its finding, CONSUMER_LAGGING, is raised here by the trend of the lag, which is seen minutes before the delay is: the ' +
      'same finding cannot be heard twice of one group. Its rule is proven by its unit table.',
  },
  {
    finding: 'DATABASE_REPLICA_DISK',
    reason:
      'The ClickHouse that is here, 18.16, has no system.disks. Its rule is proven by its unit table, its question is asked ' +
      'of an engine of today; the same finding of PostgreSQL is raised here.',
  },
  {
    finding: 'DISTRIBUTED_SEND_BLOCKED',
    reason:
      'The ClickHouse that is here, 18.16, has no system.distribution_queue. Its rule is proven by its unit table, and its ' +
      'question is asked of an engine of today.',
  },
  {
    finding: 'RULE_FAILED',
    reason:
      'It tells of a defect of Vitals itself, which no fault of a watched system brings about. A rule that throws is ' +
      'tried in the tests of the registry.',
  },
];
