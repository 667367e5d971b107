import { counted } from '../../counted.js';

/** Why a node was passed over, by the words of the scheduler's plugins: those of 1.34 and older ones. The first that fits is meant. */
const CAUSES: readonly (readonly [pattern: RegExp, cause: string])[] = [
  [/Insufficient cpu/i, 'CPU'],
  [/Insufficient memory/i, 'memory'],
  [/Insufficient \S*(?:nvidia\.com|amd\.com|gpu)/i, 'GPU'],
  [/Insufficient ephemeral-storage/i, 'ephemeral storage'],
  [/Too many pods/i, 'too many pods'],
  [/Insufficient (\S+)/i, 'an extended resource'],
  [/volume node affinity conflict|PersistentVolume's node affinity|volume zone/i, 'volume zone'],
  [
    /unbound immediate PersistentVolumeClaims|available persistent volumes|persistentvolumeclaim .*(?:not found|not bound|being deleted|non-existent)|create the persistentvolumeclaim|bound to non-existent pv/i,
    'unbound claim',
  ],
  [/topology spread constraints/i, 'topology spread'],
  [/pod (?:anti-)?affinity rules|anti-affinity|existing pods' anti-affinity/i, 'pod affinity'],
  [/node affinity|node selector|pod affinity terms conflict|requested node name/i, 'node affinity'],
  [/taint/i, 'taint'],
  [/unschedulable/i, 'cordoned'],
  [/free ports/i, 'host port'],
  [/max volume count/i, 'too many volumes'],
  [/enough free storage/i, 'storage capacity'],
  [/ReadWriteOncePod|no available disk/i, 'volume in use'],
];

export interface SchedulingObstacle {
  readonly cause: string;
  /** Nodes that it rules out; null where the scheduler did not say. */
  readonly nodes: number | null;
}

/**
 * Reads messages such as "0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {…}. preemption: …" into
 * causes, the most frequent first.
 */
export function readSchedulerMessage(message: string | null): readonly SchedulingObstacle[] {
  if (message === null) return [];
  const [sentence = ''] = message.split(/\.?\s*preemption:/i);
  const text = sentence.replace(/^\s*\d+\/\d+ nodes are available:/, '');
  // Commas within braces belong to a taint.
  const parts = text.split(/,(?![^{]*\})/);
  const byCause = new Map<string, number | null>();
  for (const part of parts) {
    const cause = CAUSES.find(([pattern]) => pattern.test(part))?.[1];
    if (cause === undefined) continue;
    const count = /^\s*(\d+)\s/.exec(part)?.[1];
    const before = byCause.get(cause);
    byCause.set(cause, count === undefined ? (before ?? null) : Number(count) + (before ?? 0));
  }
  return [...byCause].map(([cause, nodes]) => ({ cause, nodes })).sort((a, b) => (b.nodes ?? 0) - (a.nodes ?? 0));
}

/** "CPU on 1 node, taint on 2 nodes". */
export function describeObstacles(obstacles: readonly SchedulingObstacle[]): string {
  return obstacles
    .map(({ cause, nodes }) => (nodes === null ? cause : `${cause} on ${counted(nodes, 'node')}`))
    .join(', ');
}
