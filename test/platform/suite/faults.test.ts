import { faultNamed } from '../faults/index.js';
import { openPlatform } from '../lifecycle.js';
import { RunningVitals } from '../support/vitals.js';
import { waitUntilNothingMissing } from '../support/wait.js';

interface Row {
  readonly fault: string;
  readonly reason: string;
  readonly kind: string;
  /** The rule's own hold, as the suite's limits make it, in milliseconds. */
  readonly hold: number;
  /** What is asked at intervals is known one interval later: 10 s, and the kubelet's own sampling of up to 15 s. */
  readonly isSampled?: boolean;
}

const rows: readonly Row[] = [
  { fault: 'crash-loop', reason: 'POD_CRASH_LOOPING', kind: 'POD', hold: 0 },
  { fault: 'oom', reason: 'CONTAINER_OOM_KILLED', kind: 'POD', hold: 0 },
  { fault: 'image-pull', reason: 'IMAGE_PULL_FAILED', kind: 'POD', hold: 1_000 },
  { fault: 'config-error', reason: 'CONTAINER_CONFIG_ERROR', kind: 'POD', hold: 1_000 },
  { fault: 'unschedulable', reason: 'POD_UNSCHEDULABLE', kind: 'POD', hold: 5_000 },
  { fault: 'not-ready', reason: 'POD_NOT_READY', kind: 'POD', hold: 5_000 },
  { fault: 'job-failed', reason: 'JOB_FAILED', kind: 'WORKLOAD', hold: 0 },
  { fault: 'workload-short', reason: 'WORKLOAD_UNAVAILABLE', kind: 'WORKLOAD', hold: 10_000 },
  { fault: 'claim-pending', reason: 'CLAIM_PENDING', kind: 'CLAIM', hold: 5_000 },
  { fault: 'attach-failed', reason: 'VOLUME_ATTACH_FAILED', kind: 'VOLUME', hold: 0 },
  { fault: 'node-cordoned', reason: 'NODE_CORDONED', kind: 'NODE', hold: 0 },
  { fault: 'node-not-ready', reason: 'NODE_NOT_READY', kind: 'NODE', hold: 0 },
  { fault: 'node-lost', reason: 'NODE_UNREACHABLE', kind: 'NODE', hold: 0 },
  { fault: 'zone-down', reason: 'ZONE_DOWN', kind: 'ZONE', hold: 5_000 },
  { fault: 'volume-full', reason: 'VOLUME_SPACE_LOW', kind: 'VOLUME', hold: 0, isSampled: true },
  { fault: 'memory-near-limit', reason: 'MEMORY_NEAR_LIMIT', kind: 'POD', hold: 0, isSampled: true },
  { fault: 'postgres-locks', reason: 'DATABASE_LOCKS_BLOCKING', kind: 'DATABASE', hold: 10_000, isSampled: true },
  { fault: 'postgres-connections', reason: 'DATABASE_CONNECTIONS_HIGH', kind: 'DATABASE', hold: 0, isSampled: true },
  { fault: 'postgres-stopped', reason: 'DATABASE_UNREACHABLE', kind: 'DATABASE', hold: 0, isSampled: true },
];

/** A watched condition is delivered this soon after the API server shows it (and the rule's own hold). */
const WATCHED = 1_000;

/** A sampled one: two samples of the kubelet or database, and the finding's own minute on the good side when it clears. */
const SAMPLED = 45_000;
const SLOW_CLEAR = 60_000;

describe('a real fault', () => {
  const platform = openPlatform();
  let vitals: RunningVitals;

  beforeAll(async () => {
    vitals = await RunningVitals.start(platform);
  });

  afterAll(async () => {
    await vitals.stop();
  });

  it('is not there on a calm platform', async () => {
    const { findings } = await vitals.query<{ findings: { nodes: object[] } }>(
      '{ findings { nodes { reason message resource { name } } } }',
    );
    expect(findings.nodes).toEqual([]);
  });

  it.each(rows)(
    '$fault is heard as $reason, and its repair clears it',
    async ({ fault: name, reason, kind, hold, isSampled = false }) => {
      const fault = faultNamed(name);
      const from = vitals.heard.length;
      const isRaised = (change: RunningVitals['heard'][number]): boolean =>
        change.resourceKind === kind && change.raised.some((finding) => finding.reason === reason);
      let evidentAt: number | null = null;
      try {
        await fault.inject(platform);
        const heard = vitals.waitFor(reason, isRaised, 110_000, from);
        await waitUntilNothingMissing(
          name,
          async () => (((await fault.evident?.(platform)) ?? true) ? undefined : 'does not show'),
          { within: 100_000, every: 100 },
        );
        evidentAt = Date.now();
        const raised = await heard;
        const late = raised.at - evidentAt - hold;
        console.log(`${name}: raised ${late} ms after it showed and the hold of ${hold} ms`);
        expect(late).toBeLessThan(isSampled ? SAMPLED : WATCHED);
      } finally {
        const repairedFrom = vitals.heard.length;
        const isCleared = (change: RunningVitals['heard'][number]): boolean =>
          change.resourceKind === kind && change.cleared.some((finding) => finding.reason === reason);
        await fault.repair(platform);
        if (evidentAt !== null)
          await vitals.waitFor(
            `the end of ${reason}`,
            isCleared,
            isSampled ? SAMPLED + SLOW_CLEAR : 100_000,
            repairedFrom,
          );
      }
    },
    240_000,
  );

  it('leaves nothing behind', async () => {
    await waitUntilNothingMissing(
      'calm',
      async () => {
        const { findings } = await vitals.query<{ findings: { nodes: { message: string }[] } }>(
          '{ findings { nodes { message } } }',
        );
        return findings.nodes[0]?.message;
      },
      { within: 120_000 },
    );
  }, 130_000);
});
