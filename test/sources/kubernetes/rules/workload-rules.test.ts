import { HealthStatus } from '../../../../src/model/health.js';
import { ResourceKind } from '../../../../src/model/kinds.js';
import { DAY, HOUR, MINUTE } from '../../../../src/model/time.js';
import { type JobFacts, type Workload, WorkloadType } from '../../../../src/model/workload.js';
import { NOW, ago, condition, node, pod, seen, uid, workload } from '../../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../../support/kubernetes-world.js';

const id = uid(ResourceKind.WORKLOAD, 'web');
const { HEALTHY, PROGRESSING, DEGRADED, UNHEALTHY } = HealthStatus;

function verdict(facts: Partial<Workload>, wait = 0): readonly [HealthStatus | undefined, readonly string[]] {
  const world = kubernetesWorld()
    .see(seen(workload(facts)))
    .advance(wait);
  return [world.status(id), world.summary(id)];
}

describe('replicas', () => {
  it.each<[string, Partial<Workload>, number, HealthStatus, readonly string[]]>([
    ['all ready', {}, 0, HEALTHY, []],
    ['none wanted', { desired: 0, ready: 0, updated: 0 }, HOUR, HEALTHY, []],
    ['rolling out', { updated: 1 }, 0, PROGRESSING, []],
    ['not yet observed', { isObserved: false }, 0, PROGRESSING, []],
    ['stopped in its rollout', { updated: 1, isPaused: true }, 0, HEALTHY, []],
    ['short, not for long', { ready: 2 }, 2 * MINUTE - 1, PROGRESSING, []],
    ['short for two minutes', { ready: 2 }, 2 * MINUTE, DEGRADED, ['WORKLOAD_UNAVAILABLE WARNING']],
    ['none ready, not for long', { ready: 0 }, MINUTE - 1, PROGRESSING, []],
    ['none ready for a minute', { ready: 0 }, MINUTE, UNHEALTHY, ['WORKLOAD_UNAVAILABLE CRITICAL']],
    [
      'past its deadline',
      { updated: 1, conditions: [condition('Progressing', 'False', NOW, 'ProgressDeadlineExceeded')] },
      0,
      UNHEALTHY,
      ['WORKLOAD_ROLLOUT_STUCK CRITICAL'],
    ],
    [
      'of a deployment',
      { type: WorkloadType.REPLICA_SET, ready: 0, owner: { id, kind: 'Deployment', name: 'x' } },
      HOUR,
      HEALTHY,
      [],
    ],
    ['being deleted', { ready: 0, deletingSince: NOW }, HOUR, HEALTHY, []],
  ])('%s', (_, facts, wait, status, findings) => {
    expect(verdict(facts, wait)).toEqual([status, findings]);
  });
});

describe('a DaemonSet', () => {
  const daemon = (ready: number) => seen(workload({ type: WorkloadType.DAEMON_SET, desired: 2, ready, updated: 2 }));
  const owned = { owner: { id, kind: 'DaemonSet', name: 'web' } };

  it.each<[string, ReturnType<typeof node>, number, readonly string[]]>([
    ['not for long', node(), 15 * MINUTE - 1, []],
    ['for fifteen minutes', node(), 15 * MINUTE, ['WORKLOAD_UNAVAILABLE WARNING']],
    ['on a node that is not ready', node({ isReady: false }), HOUR, []],
    ['on a node that is going', node({ deletingSince: NOW }), HOUR, []],
  ])('is short %s', (_, on, wait, findings) => {
    const world = kubernetesWorld()
      .see(seen(on), seen(pod({ ...owned, isReady: false })), daemon(1))
      .advance(wait);
    expect(world.summary(id).filter((finding) => finding.startsWith('WORKLOAD'))).toEqual(findings);
  });
});

describe('jobs', () => {
  const job = (more: Partial<JobFacts>): JobFacts => ({
    startedAt: ago(MINUTE),
    completedAt: null,
    failedAt: null,
    failureReason: null,
    failureMessage: null,
    activeDeadline: null,
    schedule: null,
    timeZone: null,
    lastScheduledAt: null,
    lastSucceededAt: null,
    isFinished: false,
    ...more,
  });
  const facts = (more: Partial<JobFacts>, type = WorkloadType.JOB): Partial<Workload> => ({
    type,
    desired: null,
    ready: 0,
    updated: null,
    job: job(more),
  });

  it.each<[string, Partial<Workload>, readonly string[]]>([
    ['runs', facts({}), []],
    ['done', facts({ isFinished: true, completedAt: NOW }), []],
    [
      'failed',
      facts({ isFinished: true, failedAt: ago(MINUTE), failureReason: 'BackoffLimitExceeded' }),
      ['JOB_FAILED WARNING'],
    ],
    ['failed just within the hour', facts({ isFinished: true, failedAt: ago(HOUR - 1) }), ['JOB_FAILED WARNING']],
    ['failed an hour ago', facts({ isFinished: true, failedAt: ago(HOUR) }), []],
    ['within its deadline', facts({ startedAt: ago(2 * MINUTE - 1), activeDeadline: MINUTE }), []],
    [
      'beyond its deadline and a minute',
      facts({ startedAt: ago(2 * MINUTE), activeDeadline: MINUTE }),
      ['JOB_OVERRUNNING WARNING'],
    ],
    ['on schedule', facts({ schedule: '0 * * * *', lastScheduledAt: ago(HOUR) }, WorkloadType.CRON_JOB), []],
    [
      'missed two runs',
      facts({ schedule: '0 * * * *', lastScheduledAt: ago(2 * HOUR) }, WorkloadType.CRON_JOB),
      [],
    ],
    [
      'missed more than two runs',
      facts({ schedule: '0 * * * *', lastScheduledAt: ago(3 * HOUR) }, WorkloadType.CRON_JOB),
      ['CRON_JOB_OVERDUE WARNING'],
    ],
    [
      'in another time zone',
      facts({ schedule: '0 12 * * *', timeZone: 'Asia/Tokyo', lastScheduledAt: ago(21 * HOUR) }, WorkloadType.CRON_JOB),
      [],
    ],
    [
      'suspended',
      { ...facts({ schedule: '0 * * * *', lastScheduledAt: ago(DAY) }, WorkloadType.CRON_JOB), isPaused: true },
      [],
    ],
    [
      'a schedule that cannot be read',
      facts({ schedule: 'whenever', lastScheduledAt: ago(DAY) }, WorkloadType.CRON_JOB),
      [],
    ],
  ])('%s', (_, given, findings) => {
    expect(verdict(given)[1]).toEqual(findings);
  });

  it('is overdue when its time has come, by itself', () => {
    const world = kubernetesWorld().see(
      seen(workload(facts({ schedule: '*/10 * * * *', lastScheduledAt: NOW }, WorkloadType.CRON_JOB))),
    );
    expect(world.advance(30 * MINUTE - 1).summary(id)).toEqual([]);
    expect(world.advance(1).summary(id)).toEqual(['CRON_JOB_OVERDUE WARNING']);
  });

  it('is forgiven when its cron job succeeds later', () => {
    const owner = { id: uid(ResourceKind.WORKLOAD, 'nightly'), kind: 'CronJob', name: 'nightly' };
    const cron = (lastSucceededAt: JobFacts['lastSucceededAt']) =>
      seen(workload({ name: 'nightly', ...facts({ lastSucceededAt }, WorkloadType.CRON_JOB) }));
    const world = kubernetesWorld().see(
      seen(workload({ ...facts({ isFinished: true, failedAt: ago(MINUTE) }), owner })),
      cron(null),
    );
    expect(world.summary(id)).toEqual(['JOB_FAILED WARNING']);
    expect(world.see(cron(NOW)).summary(id)).toEqual([]);
  });
});
