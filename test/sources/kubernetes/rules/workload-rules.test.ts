import { HealthStatus } from '../../../../src/model/health.js';
import { ResourceKind } from '../../../../src/model/kinds.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../src/model/time.js';
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
    ['none wanted', { desired: 0, ready: 0, updated: 0, replicas: 0 }, HOUR, HEALTHY, []],
    ['with an old pod left', { replicas: 4 }, 0, PROGRESSING, []],
    ['held at an old template on purpose', { type: WorkloadType.STATEFUL_SET, updated: null }, HOUR, HEALTHY, []],
    [
      'of a custom resource',
      { type: WorkloadType.STATEFUL_SET, ready: 0, owner: { id, kind: 'ClickHouseInstallation', name: 'x' } },
      MINUTE,
      UNHEALTHY,
      ['WORKLOAD_UNAVAILABLE CRITICAL'],
    ],
    ['rolling out', { updated: 1 }, 0, PROGRESSING, []],
    ['not yet observed', { isObserved: false }, 0, PROGRESSING, []],
    ['stopped in its rollout', { updated: 1, isPaused: true }, 0, HEALTHY, []],
    ['short, not for long', { ready: 2 }, 2 * MINUTE - 1, PROGRESSING, []],
    ['short for two minutes', { ready: 2 }, 2 * MINUTE, DEGRADED, ['WORKLOAD_UNAVAILABLE WARNING']],
    ['short while it rolls out', { ready: 2, updated: 1 }, 2 * MINUTE - 1, PROGRESSING, []],
    [
      'short while it rolls out, and gets no further',
      { ready: 2, updated: 1 },
      2 * MINUTE,
      DEGRADED,
      ['WORKLOAD_UNAVAILABLE WARNING'],
    ],
    [
      'short of the last pods of a rollout',
      { ready: 2, conditions: [condition('Progressing', 'True', NOW, 'ReplicaSetUpdated')] },
      2 * MINUTE - 1,
      PROGRESSING,
      [],
    ],
    [
      'short after its rollout',
      { ready: 2, conditions: [condition('Progressing', 'True', NOW, 'NewReplicaSetAvailable')] },
      2 * MINUTE,
      DEGRADED,
      ['WORKLOAD_UNAVAILABLE WARNING'],
    ],
    ['none ready while it rolls out', { ready: 0, updated: 1 }, MINUTE, UNHEALTHY, ['WORKLOAD_UNAVAILABLE CRITICAL']],
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

it.each([WorkloadType.DEPLOYMENT, WorkloadType.STATEFUL_SET])(
  'a slow rollout of a %s is none that is stuck',
  (type) => {
    const rolling = (updated: number) =>
      seen(workload({ type, desired: 10, ready: 8, updated, replicas: 10, available: 8 }));
    const world = kubernetesWorld().see(rolling(0));
    for (const updated of [1, 2, 3]) world.advance(1.5 * MINUTE).see(rolling(updated));
    expect(world.advance(2 * MINUTE).summary(id)).toEqual([]);
    expect(world.advance(SECOND).summary(id)).toEqual(['WORKLOAD_UNAVAILABLE WARNING']);
    expect(world.see(rolling(4)).summary(id)).toEqual([]);
  },
);

describe('a rollout in time', () => {
  const rolling = (ready: number, more: Partial<Workload> = {}) =>
    seen(workload({ desired: 10, ready, updated: 10, replicas: 11, available: ready, observedGeneration: 4, ...more }));

  it('is stuck though one of its pods comes and goes', () => {
    const world = kubernetesWorld().see(rolling(9));
    for (let turn = 0; turn < 3; turn += 1) world.advance(MINUTE).see(rolling(8)).advance(MINUTE).see(rolling(9));
    expect(world.summary(id)).toEqual(['WORKLOAD_UNAVAILABLE WARNING']);
  });

  it('that takes all pods away first gets on with each that comes', () => {
    const world = kubernetesWorld().see(rolling(10, { replicas: 10, observedGeneration: 3 }));
    world.see(rolling(10, { updated: 0 }), rolling(6, { updated: 0 }), rolling(1));
    for (const ready of [2, 3, 4, 5]) world.advance(1.5 * MINUTE).see(rolling(ready));
    expect(world.summary(id)).toEqual([]);
    expect(world.advance(2 * MINUTE + SECOND).summary(id)).toEqual(['WORKLOAD_UNAVAILABLE WARNING']);
  });
});

it('says why pods are not made', () => {
  const conditions = [condition('ReplicaFailure', 'True', NOW, 'FailedCreate', 'exceeded quota: pods')];
  const world = kubernetesWorld()
    .see(seen(workload({ ready: 0, conditions })))
    .advance(MINUTE);
  expect(world.findings(id)[0]?.message).toBe('0 of 3 pods are ready: exceeded quota: pods.');
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

describe('a DaemonSet in time', () => {
  const daemon = (more: Partial<Workload>) =>
    seen(workload({ type: WorkloadType.DAEMON_SET, desired: 9, ready: 8, updated: 9, replicas: 9, ...more }));

  it.each<[string, (turn: number) => Partial<Workload>]>([
    ['updated', (turn) => ({ updated: turn })],
    ['ready', (turn) => ({ ready: turn })],
  ])('is late fifteen minutes after the last progress: %s', (_, more) => {
    const world = kubernetesWorld().see(daemon(more(0)));
    for (const turn of [1, 2, 3]) world.advance(14 * MINUTE).see(daemon(more(turn)));
    expect(world.advance(15 * MINUTE).summary(id)).toEqual([]);
    expect(world.advance(SECOND).summary(id)).toEqual(['WORKLOAD_UNAVAILABLE WARNING']);
    // A pod that is lost is no progress, nor is one that is won back; one that was never there before is.
    for (const turn of [2, 3])
      expect(
        world
          .advance(SECOND)
          .see(daemon(more(turn)))
          .summary(id),
      ).toEqual(['WORKLOAD_UNAVAILABLE WARNING']);
    expect(
      world
        .advance(SECOND)
        .see(daemon(more(4)))
        .summary(id),
    ).toEqual([]);
  });

  it('is short though one of its pods comes and goes', () => {
    const world = kubernetesWorld().see(daemon({ ready: 7 }));
    for (let minutes = 0; minutes < 20; minutes += 5) {
      world.see(daemon({ ready: 6 })).advance(4 * MINUTE);
      world.see(daemon({ ready: 7 })).advance(MINUTE);
    }
    expect(world.summary(id)).toEqual(['WORKLOAD_UNAVAILABLE WARNING']);
    expect(world.see(daemon({ ready: 9 })).summary(id)).toEqual([]);
  });

  it.each<[string, number, readonly string[]]>([
    ['begins anew', 2, []],
    ['goes on by the same', 1, ['WORKLOAD_UNAVAILABLE WARNING']],
  ])('%s with a specification', (_, observedGeneration, findings) => {
    const world = kubernetesWorld();
    for (const updated of [0, 8]) world.see(daemon({ updated, observedGeneration: 1 }));
    world.advance(14 * MINUTE);
    for (const updated of [1, 2]) world.see(daemon({ updated, observedGeneration }));
    expect(world.advance(14 * MINUTE).summary(id)).toEqual(findings);
  });

  it.each<[string, ReturnType<typeof node>, ReturnType<typeof node> | null]>([
    ['once the node is no longer new', node({ createdAt: NOW }), null],
    ['once the node is ready', node({ isReady: false }), node()],
  ])('counts a pod that was excused %s', (_, before, after) => {
    const owned = pod({ isReady: false, owner: { id, kind: 'DaemonSet', name: 'web' } });
    const world = kubernetesWorld()
      .see(seen(before), seen(owned), daemon({}))
      .advance(10 * MINUTE);
    if (after !== null) world.see(seen(after));
    expect(world.advance(15 * MINUTE - 1).summary(id)).toEqual([]);
    expect(world.advance(MINUTE + 1).summary(id)).toEqual(['WORKLOAD_UNAVAILABLE WARNING']);
  });

  it('is not progressing for ever where pods are replaced by hand', () => {
    expect(
      kubernetesWorld()
        .see(daemon({ ready: 9, updated: null }))
        .status(id),
    ).toBe(HEALTHY);
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
    ['missed two runs', facts({ schedule: '0 * * * *', lastScheduledAt: ago(2 * HOUR) }, WorkloadType.CRON_JOB), []],
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
      'missed more than two runs, by a step that counts from a number',
      facts({ schedule: '30/15 * * * *', lastScheduledAt: ago(3 * HOUR) }, WorkloadType.CRON_JOB),
      ['CRON_JOB_OVERDUE WARNING'],
    ],
    [
      'missed two periods',
      facts({ schedule: '@every 1h30m', lastScheduledAt: ago(4.5 * HOUR - 1) }, WorkloadType.CRON_JOB),
      [],
    ],
    [
      'missed more than two periods',
      facts({ schedule: '@every 1h30m', lastScheduledAt: ago(4.5 * HOUR) }, WorkloadType.CRON_JOB),
      ['CRON_JOB_OVERDUE WARNING'],
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

  it('is given its periods anew after it was suspended', () => {
    const cron = (isPaused: boolean, lastScheduledAt = ago(30 * DAY)) =>
      seen(workload({ ...facts({ schedule: '*/10 * * * *', lastScheduledAt }, WorkloadType.CRON_JOB), isPaused }));
    const world = kubernetesWorld().see(cron(true)).advance(DAY).see(cron(false));
    expect(world.advance(30 * MINUTE - 1).summary(id)).toEqual([]);
    expect(world.advance(1).summary(id)).toEqual(['CRON_JOB_OVERDUE WARNING']);
    // Once it has run, its last run counts again.
    world.see(cron(false, world.clock.now()));
    expect(world.summary(id)).toEqual([]);
    expect(world.advance(30 * MINUTE - 1).summary(id)).toEqual([]);
    expect(world.advance(1).summary(id)).toEqual(['CRON_JOB_OVERDUE WARNING']);
  });

  it('is given its periods anew after it was given another schedule, or time zone', () => {
    const cron = (more: Partial<JobFacts>) =>
      seen(workload(facts({ schedule: '0 0 1 * *', lastScheduledAt: ago(25 * DAY), ...more }, WorkloadType.CRON_JOB)));
    const often = { schedule: '*/10 * * * *' };
    const world = kubernetesWorld().see(cron({})).advance(MINUTE).see(cron(often));
    expect(
      world
        .advance(10 * MINUTE)
        .see(cron(often))
        .summary(id),
    ).toEqual([]);
    expect(world.advance(19 * MINUTE - 1).summary(id)).toEqual([]);
    expect(world.advance(1).summary(id)).toEqual(['CRON_JOB_OVERDUE WARNING']);
    expect(world.see(cron({ ...often, timeZone: 'Asia/Tokyo' })).summary(id)).toEqual([]);
    expect(world.advance(30 * MINUTE).summary(id)).toEqual(['CRON_JOB_OVERDUE WARNING']);
    expect(world.see(cron({ ...often, timeZone: 'Asia/Tokyo', lastScheduledAt: world.clock.now() })).summary(id)).toEqual([]); // prettier-ignore
  });

  it.each<[Partial<Workload>, string]>([
    [
      { ...facts({ schedule: '0 * * * *', lastScheduledAt: ago(DAY) }, WorkloadType.CRON_JOB), replicas: 1 },
      'It missed more than 2 periods of its schedule, 0 * * * *; 1 of its jobs still runs.',
    ],
    [
      { ...facts({ schedule: '*/5 * * * *' }, WorkloadType.CRON_JOB), replicas: 0 },
      'It never started a job, and missed more than 2 periods of its schedule, */5 * * * *.',
    ],
    [facts({ startedAt: ago(HOUR), activeDeadline: MINUTE }), 'It runs for longer than 2m.'],
    [
      facts({
        isFinished: true,
        failedAt: ago(MINUTE),
        failureReason: 'DeadlineExceeded',
        failureMessage: 'Too late.',
      }),
      'It gave up (DeadlineExceeded): Too late.',
    ],
  ])('says what happened: %j', (given, message) => {
    const world = kubernetesWorld().see(seen(workload(given)));
    expect(world.findings(id)[0]?.message).toBe(message);
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
