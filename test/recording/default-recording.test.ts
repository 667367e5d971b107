import { statSync } from 'node:fs';
import { createRegistry } from '../../src/registries.js';
import type { Instant } from '../../src/model/time.js';
import { reportPlatform } from '../../src/observing.js';
import { defaultRecording } from '../../src/recording/default-recording.js';
import { Player } from '../../src/recording/player.js';
import { liveFindings } from '../../src/recording/recorder.js';
import { type Recording, readRecording } from '../../src/recording/recording.js';
import { VirtualClock } from '../../src/recording/virtual-clock.js';
import type { Registry } from '../../src/registry/registry.js';
import { pino } from 'pino';
import { ManualClock } from '../support/manual-clock.js';

const START = 1_800_000_000_000 as Instant;

/** Reasons that an operator was told to watch, and that the story therefore tells of. */
const TOLD = [
  'POD_CRASH_LOOPING',
  'CONTAINER_RESTARTING',
  'CONTAINER_OOM_KILLED',
  'IMAGE_PULL_FAILED',
  'POD_UNSCHEDULABLE',
  'POD_NOT_READY',
  'POD_STATE_UNKNOWN',
  'CPU_NEAR_LIMIT',
  'MEMORY_NEAR_LIMIT',
  'VOLUME_SPACE_LOW',
  'VOLUME_ATTACH_FAILED',
  'VOLUME_DETACH_FAILED',
  'VOLUME_IOPS_NEAR_LIMIT',
  'VOLUME_IOPS_THROTTLED',
  'VOLUME_THROUGHPUT_THROTTLED',
  'CLAIM_PENDING',
  'NODE_UNREACHABLE',
  'ZONE_NODES_INSUFFICIENT',
  'ZONE_DOWN',
  'DATABASE_CONNECTIONS_HIGH',
  'DATABASE_LOCKS_BLOCKING',
  'DATABASE_IDLE_IN_TRANSACTION',
  'DATABASE_DISK_LOW',
  'DATABASE_UNREACHABLE',
  'REPLICA_MISSING',
  'REPLICA_READ_ONLY',
  'REPLICATION_LAGGING',
  'INSERTS_DELAYED',
  'MUTATION_STUCK',
  'KEEPER_EXCEPTIONS',
  'OUTSTANDING_REQUESTS_HIGH',
  'ZOOKEEPER_NO_QUORUM',
  'CONSUMER_STOPPED',
  'CONSUMER_STALLED',
  'CONSUMER_LAGGING',
  'CONSUMER_DATA_LOST',
  'PARTITIONS_UNDER_REPLICATED',
  'CONNECTOR_TASK_FAILED',
  'CONNECTOR_WITHOUT_TASKS',
  'WORKFLOW_STEP_FAILED',
  'WORKFLOW_FAILED',
  'WORKFLOW_QUEUED',
  'HTTP_5XX_HIGH',
  'HTTP_4XX_HIGH',
  'HTTP_SLOW',
];

describe('the recording that comes with the program', () => {
  let recording: Recording;

  beforeAll(async () => {
    recording = await readRecording(defaultRecording());
  });

  function play(): { readonly base: ManualClock; readonly registry: Registry } {
    const base = new ManualClock(START);
    const clock = new VirtualClock(base, 1);
    const registry = createRegistry(clock, recording.settings, pino({ level: 'silent' }));
    reportPlatform(registry.report.bind(registry), recording.header.configured, clock);
    new Player(recording, clock, registry.report.bind(registry), { isLooping: false }).begin();
    registry.open();
    return { base, registry };
  }

  it('is small, and says what it shows', () => {
    expect(statSync(defaultRecording()).size).toBeLessThan(2 * 1024 * 1024);
    expect(recording.duration).toBeGreaterThan(9 * 60_000);
    expect(recording.header.title).toMatch(/Kubernetes \d+\.\d+.*PostgreSQL \d+.*ClickHouse.*Kafka.*Argo/);
  });

  it('yields, replayed, exactly the findings that were live when it was made', () => {
    const { base, registry } = play();
    expect(recording.checkpoints.length).toBeGreaterThan(36);
    for (const { offset, findings } of recording.checkpoints) {
      base.advance(START + offset - recording.syncedAfter - base.now());
      expect({ offset, findings: liveFindings(registry) }).toEqual({ offset, findings });
    }
    const told = new Set(recording.checkpoints.flatMap(({ findings }) => findings.map(([, reason]) => reason)));
    expect(TOLD.filter((reason) => !told.has(reason))).toEqual([]);
  });

  it('begins and ends well', () => {
    expect([recording.checkpoints[0]?.findings, recording.checkpoints.at(-1)?.findings]).toEqual([[], []]);
  });
});
