/** One fault of the story: from when to when, in seconds after the first picture. */
export interface Episode {
  readonly fault: string;
  readonly from: number;
  readonly to: number;
}

function episodes(...told: readonly (readonly [fault: string, from: number, to: number])[]): readonly Episode[] {
  return told.map(([fault, from, to]) => ({ fault, from, to }));
}

/** All has come and gone by then, and had time to be well again. */
export const STORY_LASTS = '10m';

/**
 * What goes wrong in the recording that comes with the program, system by system. Faults of one system follow each other, so
 * that each tells its own story; those of several meet on purpose where one is the cause of the other.
 */
export const STORY: readonly Episode[] = [
  // Pods and their workloads.
  ...episodes(
    ['crash-loop', 10, 100],
    ['oom', 25, 95],
    ['image-pull', 60, 130],
    ['unschedulable', 90, 160],
    ['not-ready', 110, 175],
    ['job-failed', 150, 260],
    ['memory-near-limit', 165, 240],
    ['cpu-hot', 250, 330],
  ),
  // Volumes.
  ...episodes(
    ['volume-full', 40, 130],
    ['claim-pending', 140, 215],
    ['attach-failed', 235, 300],
    ['detach-failed', 320, 400],
    ['ebs-held-back', 300, 380],
  ),
  // Nodes and zones; the loss of the only real node takes the pods of workflows along.
  ...episodes(['node-gone', 190, 240], ['node-cordoned', 280, 370], ['node-lost', 390, 440], ['zone-down', 450, 500]),
  // The meta database.
  ...episodes(
    ['postgres-connections', 20, 80],
    ['postgres-locks', 100, 150],
    ['postgres-disk-low', 170, 240],
    ['postgres-idle-in-transaction', 260, 310],
    ['postgres-stopped', 340, 375],
  ),
  // The OLAP database and what it coordinates through: in the end, the one without a quorum makes the other read only.
  ...episodes(
    ['clickhouse-stopped', 15, 60],
    ['clickhouse-inserts-delayed', 85, 135],
    ['clickhouse-mutation-stuck', 160, 210],
    ['zookeeper-outstanding', 235, 275],
    ['clickhouse-lag', 300, 360],
    ['zookeeper-no-quorum', 410, 460],
  ),
  // Kafka, those who read from it, and the pipelines.
  ...episodes(
    ['consumer-stopped', 30, 110],
    ['consumer-slow', 35, 130],
    ['connector-paused', 50, 90],
    ['connector-bad-record', 130, 190],
    ['consumer-stalled', 140, 230],
    ['kafka-broker-hangs', 260, 310],
    ['consumer-data-lost', 350, 420],
    ['connector-without-tasks', 370, 430],
  ),
  // Workflows.
  ...episodes(['workflow-step-fails', 45, 120], ['workflow-fails', 150, 220], ['workflow-queued', 260, 340]),
  // What comes in.
  ...episodes(['http-500', 70, 130], ['http-404', 180, 230], ['http-slow', 290, 350], ['http-backend-down', 440, 475]),
];
