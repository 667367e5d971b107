import { FindingReason } from '../../../../src/model/finding-reason.js';
import { HealthStatus } from '../../../../src/model/health.js';
import { ResourceKind } from '../../../../src/model/kinds.js';
import {
  type Container,
  ContainerState,
  type ContainerUsage,
  type Pod,
  PodPhase,
  type PodUsage,
} from '../../../../src/model/pod.js';
import { SignalName } from '../../../../src/model/signal-name.js';
import { HOUR, type Instant, MINUTE, SECOND } from '../../../../src/model/time.js';
import { type JobFacts, WorkloadType } from '../../../../src/model/workload.js';
import {
  LONG_AGO,
  NOW,
  UNPLACED,
  ago,
  condition,
  container,
  ended,
  event,
  node,
  pod,
  seen,
  uid,
  usage,
  waiting,
  workload,
} from '../../../support/kubernetes-facts.js';
import { ClaimPhase } from '../../../../src/model/volume.js';
import type { World } from '../../../support/judged.js';
import { kubernetesWorld } from '../../../support/kubernetes-world.js';
import { claim, source } from '../../../support/storage-facts.js';

const id = uid(ResourceKind.POD, 'web-1');
const { HEALTHY, PROGRESSING, DEGRADED, UNHEALTHY } = HealthStatus;

const finishedJob: JobFacts = {
  startedAt: ago(HOUR),
  completedAt: ago(MINUTE),
  failedAt: null,
  failureReason: null,
  failureMessage: null,
  activeDeadline: null,
  schedule: null,
  timeZone: null,
  lastScheduledAt: null,
  lastSucceededAt: null,
  isFinished: true,
};

/** A container that ended well after it had waited in a crash loop with five restarts. */
function afterBackOff(more: Partial<Pod['containers'][number]>): Pod['containers'][number] {
  const state = ContainerState.TERMINATED;
  return container({ restarts: 6, isReady: false, state, runningSince: null, termination: ended(0, NOW), ...more });
}

/** What is said of one pod on its node, after a while. */
function verdict(facts: Partial<Pod>, wait = 0): readonly [HealthStatus | undefined, readonly string[]] {
  const world = kubernetesWorld()
    .see(seen(node()), seen(pod(facts)))
    .advance(wait);
  return [world.status(id), world.summary(id)];
}

describe('a pod that is well', () => {
  it.each<[string, Partial<Pod>]>([
    ['runs', {}],
    [
      'succeeded',
      {
        phase: PodPhase.SUCCEEDED,
        isReady: false,
        containers: [
          container({ isReady: false, state: ContainerState.TERMINATED, termination: ended(0, ago(MINUTE)) }),
        ],
      },
    ],
    [
      'runs, and a container that is over ended well',
      {
        isReady: false,
        readySince: ago(HOUR),
        containers: [
          container(),
          container({
            name: 'once',
            isReady: false,
            state: ContainerState.TERMINATED,
            termination: ended(0, ago(HOUR)),
          }),
        ],
      },
    ],
    ['ended once and was not started again', { containers: [container({ lastTermination: ended(1, ago(MINUTE)) })] }],
    ['has an old restart', { containers: [container({ restarts: 4, lastTermination: ended(1, ago(HOUR)) })] }],
  ])('%s', (_, facts) => {
    expect(verdict(facts)).toEqual([HEALTHY, []]);
  });
});

describe('restarts and kills', () => {
  const oom = (age: number): Partial<Pod> => ({
    containers: [container({ restarts: 1, lastTermination: ended(137, ago(age), 'OOMKilled') })],
  });

  it.each<[string, Partial<Pod>, HealthStatus, readonly string[]]>([
    [
      'killed for memory just within ten minutes',
      oom(10 * MINUTE - 1),
      UNHEALTHY,
      ['CONTAINER_OOM_KILLED(app) CRITICAL', 'CONTAINER_RESTARTING(app) WARNING'],
    ],
    ['killed for memory ten minutes ago', oom(10 * MINUTE), DEGRADED, ['CONTAINER_OOM_KILLED(app) WARNING']],
    ['killed for memory just within the hour', oom(HOUR - 1), DEGRADED, ['CONTAINER_OOM_KILLED(app) WARNING']],
    ['killed for memory an hour ago', oom(HOUR), HEALTHY, []],
    [
      'killed for memory and never restarted',
      {
        restartPolicy: 'Never',
        phase: PodPhase.FAILED,
        isReady: false,
        containers: [
          container({
            isReady: false,
            state: ContainerState.TERMINATED,
            termination: ended(137, ago(MINUTE), 'OOMKilled'),
          }),
        ],
      },
      UNHEALTHY,
      ['CONTAINER_OOM_KILLED(app) CRITICAL', 'POD_FAILED WARNING'],
    ],
    [
      'restarted before anyone watched',
      { containers: [container({ restarts: 1, lastTermination: ended(1, ago(9 * MINUTE)) })] },
      DEGRADED,
      ['CONTAINER_RESTARTING(app) WARNING'],
    ],
    [
      'evicted, and its kubelet lost sight of a container',
      {
        phase: PodPhase.FAILED,
        isReady: false,
        reason: 'Evicted',
        containers: [
          container({
            isReady: false,
            state: ContainerState.TERMINATED,
            restarts: 1,
            termination: ended(137, ago(MINUTE)),
            lastTermination: ended(137, ago(MINUTE), 'ContainerStatusUnknown'),
          }),
        ],
      },
      DEGRADED,
      ['POD_EVICTED WARNING'],
    ],
    [
      'ended once, ten minutes ago',
      { containers: [container({ restarts: 1, lastTermination: ended(1, ago(10 * MINUTE)) })] },
      HEALTHY,
      [],
    ],
    [
      'in a crash loop',
      {
        isReady: false,
        readySince: ago(30 * SECOND),
        containers: [waiting('CrashLoopBackOff', { restarts: 5, lastTermination: ended(3, ago(5 * SECOND)) })],
      },
      UNHEALTHY,
      ['CONTAINER_RESTARTING(app) WARNING', 'POD_CRASH_LOOPING(app) CRITICAL'],
    ],
  ])('%s', (_, facts, status, findings) => {
    expect(verdict(facts)).toEqual([status, findings]);
  });

  it('remembers a kill that later ends put out of sight', () => {
    const killed = container({ restarts: 1, runningSince: NOW, lastTermination: ended(137, NOW, 'OOMKilled') });
    const world = kubernetesWorld()
      .see(seen(node()), seen(pod({ containers: [killed] })))
      .advance(MINUTE);
    for (const restarts of [2, 3, 4]) {
      world.see(seen(pod({ containers: [container({ restarts, lastTermination: ended(1, world.clock.now()) })] })));
    }
    const kills = (of: World): readonly string[] => of.summary(id).filter((one) => one.includes('OOM'));
    expect(kills(world.advance(9 * MINUTE - 1))).toEqual(['CONTAINER_OOM_KILLED(app) CRITICAL']);
    expect(kills(world.advance(1))).toEqual(['CONTAINER_OOM_KILLED(app) WARNING']);
    expect(kills(world.advance(50 * MINUTE - 1))).toEqual(['CONTAINER_OOM_KILLED(app) WARNING']);
    expect(kills(world.advance(1))).toEqual([]);
  });

  it('counts a kill without a time from when it was first seen', () => {
    const termination = { reason: 'OOMKilled', exitCode: 137, finishedAt: null };
    const killed = (restarts: number) =>
      seen(pod({ containers: [container({ restarts, isReady: false, runningSince: null, termination })] }));
    const world = kubernetesWorld().see(seen(node()), killed(0));
    const kills = (of: World): readonly string[] => of.summary(id).filter((one) => one.includes('OOM'));
    for (let turn = 1; turn < 10; turn += 1) world.advance(MINUTE).see(killed(0));
    expect(kills(world)).toEqual(['CONTAINER_OOM_KILLED(app) CRITICAL']);
    expect(kills(world.advance(MINUTE))).toEqual(['CONTAINER_OOM_KILLED(app) WARNING']);
    expect(kills(world.advance(50 * MINUTE).see(killed(0)))).toEqual([]);
    expect(kills(world.advance(MINUTE).see(killed(1)))).toEqual(['CONTAINER_OOM_KILLED(app) CRITICAL']);
  });

  it('counts three restarts within fifteen minutes as critical, and forgets them as they age', () => {
    const world = kubernetesWorld().see(seen(node()), seen(pod()));
    for (const restarts of [1, 2, 3]) {
      const lastTermination = ended(1, world.clock.now());
      world.advance(4 * MINUTE).see(seen(pod({ containers: [container({ restarts, lastTermination })] })));
    }
    expect(world.summary(id)).toEqual(['CONTAINER_RESTARTING(app) CRITICAL']);
    // The first one was seen at minute 4: at minute 19 two are left within fifteen minutes.
    expect(world.advance(7 * MINUTE - 1).summary(id)).toEqual(['CONTAINER_RESTARTING(app) CRITICAL']);
    expect(world.advance(1).summary(id)).toEqual(['CONTAINER_RESTARTING(app) WARNING']);
    expect(world.advance(3 * MINUTE).summary(id)).toEqual([]);
  });

  it('holds a crash loop while it flaps, until ten minutes of running', () => {
    const looping = pod({
      isReady: false,
      readySince: NOW,
      containers: [waiting('CrashLoopBackOff', { restarts: 5 })],
    });
    const running = (restarts: number, runningSince: Instant) =>
      pod({ containers: [container({ restarts, runningSince })] });
    const world = kubernetesWorld().see(seen(node()), seen(looping)).advance(MINUTE);
    world.see(seen(running(6, world.clock.now()))).advance(9 * MINUTE);
    world
      .see(seen(pod({ ...looping, containers: [waiting('CrashLoopBackOff', { restarts: 6 })] })))
      .advance(5 * MINUTE);
    world.see(seen(running(7, world.clock.now()))).advance(10 * MINUTE - 1);
    expect(world.summary(id)).toContain('POD_CRASH_LOOPING(app) CRITICAL');
    expect(world.advance(1).summary(id)).toEqual([]);
    // Later it ends once, and is started again at once: no loop.
    const over = container({ restarts: 7, state: ContainerState.TERMINATED, runningSince: null, isReady: false });
    world.advance(HOUR).see(seen(pod({ containers: [{ ...over, termination: ended(1, world.clock.now()) }] })));
    expect(world.summary(id)).not.toContain('POD_CRASH_LOOPING(app) CRITICAL');
    world.see(seen(running(8, world.clock.now())));
    expect(world.summary(id)).not.toContain('POD_CRASH_LOOPING(app) CRITICAL');
  });

  it.each<[string, Partial<Pod>, boolean]>([
    ['ended before it waits again', { containers: [afterBackOff({ termination: ended(1, NOW) })] }, true],
    ['is made anew in its sandbox', { containers: [waiting('ContainerCreating', { restarts: 6 })] }, true],
    ['cannot start any more', { containers: [waiting('ErrImagePull', { restarts: 6 })] }, false],
    ['was an init container, and ended well', { containers: [afterBackOff({ isInit: true })] }, false],
    ['ended well, as it is to once', { restartPolicy: 'OnFailure', containers: [afterBackOff({})] }, false],
    ['ended well, and is to run for ever', { containers: [afterBackOff({})] }, true],
    ['is part of a pod that failed', { phase: PodPhase.FAILED, containers: [afterBackOff({})] }, false],
    [
      'is part of a pod that is being deleted',
      { deletingSince: NOW, containers: [container({ restarts: 6, runningSince: NOW })] },
      false,
    ],
    [
      'was restarted twice since, and nobody saw it wait',
      { containers: [container({ restarts: 7, runningSince: (NOW + 10 * MINUTE - 1) as Instant })] },
      true,
    ],
    [
      'was restarted twice since, the last time so late that it may have run for long',
      { containers: [container({ restarts: 7, runningSince: (NOW + 10 * MINUTE) as Instant })] },
      false,
    ],
    [
      'was restarted twice since, and ended soon',
      { containers: [afterBackOff({ restarts: 7, termination: ended(1, (NOW + MINUTE) as Instant) })] },
      true,
    ],
  ])('a container that looped %s', (_, facts, isHeld) => {
    const looping = pod({ isReady: false, containers: [waiting('CrashLoopBackOff', { restarts: 5 })] });
    const world = kubernetesWorld()
      .see(seen(node()), seen(looping))
      .see(seen(pod(facts)));
    expect(world.summary(id).includes('POD_CRASH_LOOPING(app) CRITICAL')).toBe(isHeld);
  });

  it('clears a crash loop by the clock alone', () => {
    const looping = pod({ isReady: false, containers: [waiting('CrashLoopBackOff', { restarts: 5 })] });
    const running = pod({ containers: [container({ restarts: 6, runningSince: ago(30 * SECOND) })] });
    const world = kubernetesWorld().see(seen(node()), seen(looping)).advance(SECOND).see(seen(running));
    expect(world.advance(9.5 * MINUTE - SECOND - 1).summary(id)).toContain('POD_CRASH_LOOPING(app) CRITICAL');
    expect(world.advance(1).summary(id)).not.toContain('POD_CRASH_LOOPING(app) CRITICAL');
  });

  it.each([
    [1, 'with 1 restart so far.'],
    [5, 'with 5 restarts so far.'],
  ])('says how often a container was restarted that keeps ending: %d', (restarts, how) => {
    const looping = pod({ isReady: false, containers: [waiting('CrashLoopBackOff', { restarts })] });
    const world = kubernetesWorld().see(seen(node()), seen(looping));
    const told = world.findings(id).find(({ reason }) => reason === FindingReason.POD_CRASH_LOOPING);
    expect(told?.message).toBe(`Container app keeps ending, ${how}`);
  });

  it('takes no earlier run for the one after the wait', () => {
    const at = (containers: Pod['containers']) => seen(pod({ isReady: false, containers }));
    const world = kubernetesWorld()
      .see(seen(node()), at([container({ restarts: 4, runningSince: LONG_AGO })]))
      .advance(SECOND)
      .see(at([waiting('CrashLoopBackOff', { restarts: 5 })]))
      .advance(SECOND)
      .see(at([afterBackOff({ termination: ended(1, NOW) })]));
    expect(world.summary(id)).toContain('POD_CRASH_LOOPING(app) CRITICAL');
  });

  it('counts a restart that nobody watched beside those that were', () => {
    const restarted = (restarts: number, at: Instant) =>
      seen(pod({ containers: [container({ restarts, runningSince: at, lastTermination: ended(1, at) })] }));
    const world = kubernetesWorld().see(seen(node()), restarted(1, ago(MINUTE)));
    for (const restarts of [2, 3]) world.advance(MINUTE).see(restarted(restarts, world.clock.now()));
    expect(world.summary(id)).toEqual(['CONTAINER_RESTARTING(app) CRITICAL']);
    expect(world.findings(id)[0]).toMatchObject({
      since: ago(MINUTE),
      message: 'Container app restarted 3 times in 15m; it last ended with Error, exit code 1.',
    });
    // The first one leaves the longer window fifteen minutes after it happened: twelve after the last.
    expect(world.advance(12 * MINUTE - 1).summary(id)).toEqual(['CONTAINER_RESTARTING(app) CRITICAL']);
    expect(world.advance(1).summary(id)).toEqual([]);
  });

  it('does not count the end that a container still waits after beside its restart', () => {
    const looping = (restarts: number) =>
      pod({ containers: [waiting('CrashLoopBackOff', { restarts, lastTermination: ended(1, ago(SECOND)) })] });
    const world = kubernetesWorld()
      .see(seen(node()), seen(looping(5)))
      .advance(MINUTE);
    for (const restarts of [6, 7]) {
      const runningSince = world.clock.now();
      world.see(seen(pod({ containers: [container({ restarts, runningSince, lastTermination: ended(1, NOW) })] })));
      world.advance(MINUTE);
    }
    expect(world.summary(id)).toContain('CONTAINER_RESTARTING(app) WARNING');
  });

  it('forgets a restart in time though other facts came after it', () => {
    const restarted = (more: Partial<Pod> = {}) =>
      seen(pod({ containers: [container({ restarts: 1, lastTermination: ended(1, NOW) })], ...more }));
    const world = kubernetesWorld()
      .see(seen(node()), seen(pod()))
      .advance(4 * MINUTE)
      .see(restarted());
    world.advance(SECOND).see(restarted({ readySince: world.clock.now() }));
    expect(world.advance(10 * MINUTE - SECOND - 1).summary(id)).toEqual(['CONTAINER_RESTARTING(app) WARNING']);
    expect(world.advance(1).summary(id)).toEqual([]);
  });

  it.each([
    [200e6, 'Container app was killed when it wanted more memory than its limit of 191 MiB.'],
    [null, 'Container app, which has no memory limit, was killed when its pod or node ran out of memory.'],
  ])('says what limit was too small: %s', (memoryLimit, message) => {
    const lastTermination = ended(137, ago(HOUR - 1), 'OOMKilled');
    const world = kubernetesWorld().see(
      seen(node()),
      seen(pod({ containers: [container({ restarts: 1, memoryLimit, lastTermination })] })),
    );
    expect(world.findings(id)[0]?.message).toBe(message);
  });
});

describe('usage', () => {
  const of = pod();
  const cpu = (cores: number, at: number): ReturnType<typeof usage> => usage(of, [{ cpuCores: cores }], at as Instant);
  const memory = (bytes: number, at: number, more: object = {}): ReturnType<typeof usage> =>
    usage(of, [{ workingSetBytes: bytes, activeFileBytes: 0, ...more }], at as Instant);

  it.each([
    ['below the limit', 0.899, 10 * MINUTE, []],
    ['high, not long enough', 0.9, 10 * MINUTE - 1, []],
    ['high for ten minutes', 0.9, 10 * MINUTE, ['CPU_NEAR_LIMIT(app) WARNING']],
  ])('CPU %s', (_, cores, wait, findings) => {
    const world = kubernetesWorld().see(seen(node()), seen(of), cpu(cores, NOW)).advance(wait);
    expect(world.see(cpu(cores, world.clock.now())).summary(id)).toEqual(findings);
  });

  it.each<[string, number, readonly string[]]>([
    ['no further sample', 0, []],
    ['none since half the time', 5, []],
    ['one of a moment ago', 9, ['CPU_NEAR_LIMIT(app) WARNING']],
  ])('CPU high in one sample, and %s after ten minutes', (_, minutes, findings) => {
    const world = kubernetesWorld().see(seen(node()), seen(of), cpu(0.95, NOW));
    world.advance(minutes * MINUTE).see(cpu(0.95, world.clock.now()));
    expect(world.advance((10 - minutes) * MINUTE).summary(id)).toEqual(findings);
  });

  it('memory is not judged sooner because it is asked more often', () => {
    const world = kubernetesWorld().see(seen(node()), seen(of));
    const sample = () => world.advance(SECOND).see(memory(199e6, world.clock.now()));
    for (let turn = 0; turn < 20; turn += 1) sample();
    expect(world.summary(id)).toEqual([]);
    sample();
    expect(world.summary(id)).toEqual(['MEMORY_NEAR_LIMIT(app) CRITICAL']);
  });

  it('CPU goes on being high through a single dip', () => {
    const world = kubernetesWorld().see(seen(node()), seen(of));
    const sample = (cores: number) => world.see(cpu(cores, world.clock.now())).advance(10 * SECOND);
    for (let turn = 0; turn <= 66; turn += 1) sample(0.95);
    expect(world.summary(id)).toEqual(['CPU_NEAR_LIMIT(app) WARNING']);
    const changes = world.changes.length;
    sample(0.89);
    for (let turn = 0; turn <= 66; turn += 1) sample(0.95);
    expect(world.changes).toHaveLength(changes);
  });

  it.each<[string, readonly number[], object, readonly string[]]>([
    ['below', [179e6, 179e6, 179e6], {}, []],
    ['high in one sample', [180e6], {}, []],
    ['high in two samples, as long as one interval', [180e6, 180e6], {}, []],
    ['high for two intervals', [180e6, 180e6, 180e6], {}, ['MEMORY_NEAR_LIMIT(app) WARNING']],
    ['very high for two intervals', [194e6, 194e6, 194e6], {}, ['MEMORY_NEAR_LIMIT(app) CRITICAL']],
    ['very high in the last sample', [180e6, 180e6, 194e6], {}, ['MEMORY_NEAR_LIMIT(app) WARNING']],
    ['full of page cache', [199e6, 199e6, 199e6], { activeFileBytes: 100e6 }, []],
    [
      'without cAdvisor: anonymous memory counts',
      [199e6, 199e6, 199e6],
      { activeFileBytes: null, rssBytes: 181e6 },
      ['MEMORY_NEAR_LIMIT(app) WARNING'],
    ],
    ['without either: not known', [199e6, 199e6, 199e6], { activeFileBytes: null }, []],
  ])('memory %s', (_, values, more, findings) => {
    const world = kubernetesWorld().see(seen(node()), seen(of));
    for (const value of values) world.see(memory(value, world.clock.now(), more)).advance(10 * SECOND);
    expect(world.summary(id)).toEqual(findings);
  });

  it.each<[string, object]>([
    ['that is deleted', { deletingSince: (NOW + 10 * MINUTE) as Instant }],
    ['that ended well', { phase: PodPhase.SUCCEEDED, isReady: false }],
  ])('keeps nothing of a pod %s', (_, more) => {
    const world = kubernetesWorld().see(seen(node()), seen(of));
    const sample = () => usage(of, [{ cpuCores: 1, workingSetBytes: 199e6, activeFileBytes: 0 }], world.clock.now());
    for (let turn = 0; turn <= 60; turn += 1) world.see(sample()).advance(10 * SECOND);
    expect(world.summary(id)).toEqual(['CPU_NEAR_LIMIT(app) WARNING', 'MEMORY_NEAR_LIMIT(app) CRITICAL']);
    world.see(seen(pod(more)));
    expect(world.summary(id)).toEqual([]);
    expect(world.see(seen(of)).summary(id)).toEqual([]);
  });

  it('takes a limit of nothing for none, as Kubernetes does', () => {
    const unlimited = pod({ containers: [container({ cpuLimit: 0, memoryLimit: 0 })] });
    const world = kubernetesWorld().see(seen(node()), seen(unlimited));
    for (let turn = 0; turn < 3; turn += 1) {
      world.see(memory(190e6, world.clock.now(), { cpuCores: 1 })).advance(10 * MINUTE);
    }
    expect(world.summary(id)).toEqual([]);
    expect(world.readings(id)).toContainEqual(expect.objectContaining({ signal: 'POD_CPU_UTILISATION', value: 2 }));
  });

  it('has no reading of an init container that is over', () => {
    const over = container({ name: 'init', isInit: true, state: ContainerState.TERMINATED });
    const world = kubernetesWorld().see(seen(node()), seen(pod({ containers: [over, container()] })));
    const subjects = world.readings(id).filter(({ signal }) => signal === SignalName.POD_MEMORY_UTILISATION);
    expect(subjects.map(({ subject }) => subject)).toEqual(['app']);
  });

  it('counts the same sample once, however often it is judged', () => {
    const world = kubernetesWorld().see(seen(node()), seen(of), memory(180e6, NOW));
    expect(world.see(seen(of)).see(seen(of)).summary(id)).toEqual([]);
  });

  it.each([
    ['a quarter', 25, []],
    ['a little over a quarter', 26, ['CPU_THROTTLED(app) INFO']],
    ['half', 50, ['CPU_THROTTLED(app) INFO']],
    ['over half', 51, ['CPU_THROTTLED(app) WARNING']],
  ])('throttled in %s of the periods of five minutes', (_, percent, findings) => {
    const world = kubernetesWorld().see(seen(node()), seen(of));
    for (let turn = 0; turn <= 31; turn += 1) {
      world
        .see(usage(of, [{ cfsPeriods: turn * 100, cfsThrottledPeriods: turn * percent }], world.clock.now()))
        .advance(10 * SECOND);
    }
    expect(world.summary(id)).toEqual(findings);
  });

  it('says why there is no reading', () => {
    const world = kubernetesWorld().see(
      seen(node()),
      seen(pod({ containers: [container({ cpuLimit: null, cpuRequest: null })] })),
    );
    const reasons = (): readonly unknown[] =>
      world
        .readings(id)
        .filter(({ value, subject }) => value === null && subject === 'app')
        .map(({ signal, unavailable }) => [signal, unavailable]);
    expect(reasons()).toContainEqual(['POD_MEMORY_UTILISATION', 'warming up']);
    world.see({
      id,
      kind: ResourceKind.POD,
      aspect: 'usage',
      facts: { containers: [], unavailable: 'forbidden' },
      observedAt: NOW,
    });
    expect(reasons()).toContainEqual(['POD_MEMORY_UTILISATION', 'forbidden']);
    world.see(cpu(0.5, NOW));
    expect(reasons()).toContainEqual(['POD_CPU_UTILISATION', 'not configured']);
  });
});

describe('a pod of which only the kubelet tells any more', () => {
  it.each([false, true])('is judged by nothing that is out of sight, whether its kubelet answers: %s', (answers) => {
    const sight = {
      subject: 'pods',
      kind: ResourceKind.POD,
      resourceId: null,
      message: null,
      since: NOW,
      contactAt: NOW,
    };
    const watch = (state: 'ok' | 'lost') => seen(source({ state, sights: [{ ...sight, state }] }));
    const container1 = container({ isReady: false, restarts: 1, lastTermination: ended(1, ago(5 * MINUTE)) });
    const unready = pod({ isReady: false, readySince: ago(10 * SECOND), containers: [container1] });
    const world = kubernetesWorld().see(watch('ok'), seen(unready));
    expect(world.summary(id)).toEqual(['CONTAINER_RESTARTING(app) WARNING']);
    world.see(watch('lost'));
    for (let looks = 0; looks < 40; looks += 1) {
      world.advance(10 * SECOND);
      if (answers) world.see(usage(unready, [{}], world.clock.now()));
    }
    expect(world.summary(id)).toEqual(['CONTAINER_RESTARTING(app) WARNING']);
    expect(world.status(id)).toBe(HealthStatus.UNKNOWN);
    expect(world.see(watch('ok')).summary(id)).toEqual(['POD_NOT_READY WARNING']);
  });
});

describe('usage of which the kubelet is lost', () => {
  const of = pod();
  const full = { cpuCores: 0.95, workingSetBytes: 199e6, activeFileBytes: 0 };
  const FOUND = ['CPU_NEAR_LIMIT(app) WARNING', 'CPU_THROTTLED(app) WARNING', 'MEMORY_NEAR_LIMIT(app) CRITICAL'];

  /** As its kubelet says so once it is lost: nothing, and what it said last and when. */
  function lost({ facts, observedAt }: ReturnType<typeof usage>): ReturnType<typeof usage> {
    const { containers: last } = facts as PodUsage;
    const nothing: PodUsage = { containers: [], unavailable: 'probe failed', last };
    return { id, kind: ResourceKind.POD, aspect: 'usage', facts: nothing, observedAt };
  }

  /** Full for so many intervals of ten seconds; and what was seen last. */
  function filled(turns: number) {
    const world = kubernetesWorld().see(seen(node()), seen(of));
    const sample = (turn: number) =>
      usage(of, [{ ...full, cfsPeriods: turn * 100, cfsThrottledPeriods: turn * 60 }], world.clock.now());
    for (let turn = 0; turn < turns; turn += 1) world.see(sample(turn)).advance(10 * SECOND);
    const last = sample(turns);
    return { world: world.see(last), last };
  }

  it('is no repair of what was found: that stands, is stale, and its readings are as old as they are', () => {
    const { world, last } = filled(61);
    expect(world.summary(id)).toEqual(FOUND);
    expect(world.registry.get(id)?.isStale).toBe(false);
    world.advance(15 * SECOND).see(lost(last));
    for (let turn = 0; turn < 4; turn += 1) world.advance(HOUR).see(seen(of));
    expect(world.summary(id)).toEqual(FOUND);
    expect(world.registry.get(id)?.isStale).toBe(true);
    const memory = world.readings(id).find(({ signal }) => signal === SignalName.POD_MEMORY_UTILISATION);
    expect(memory).toMatchObject({ value: null, unavailable: 'probe failed', observedAt: last.observedAt });
  });

  it('ends once the kubelet is back and all is well', () => {
    const { world, last } = filled(61);
    world.see(lost(last)).advance(HOUR);
    for (let turn = 0; turn < 31; turn += 1) {
      const calm = { cpuCores: 0.1, workingSetBytes: 50e6, activeFileBytes: 0 };
      const counted = { cfsPeriods: 6_200 + turn * 100, cfsThrottledPeriods: 3_660 };
      world.see(usage(of, [{ ...calm, ...counted }], world.clock.now())).advance(10 * SECOND);
    }
    world.advance(MINUTE);
    expect([world.summary(id), world.registry.get(id)?.isStale]).toEqual([[], false]);
  });

  it('proves nothing that was not proven before', () => {
    const { world, last } = filled(1);
    world.see(lost(last)).advance(HOUR).see(seen(of));
    expect(world.summary(id)).toEqual([]);
  });

  it('says nothing of a container that was started again since', () => {
    const { world, last } = filled(61);
    world.see(lost(last)).advance(10 * SECOND);
    world.see(seen(pod({ containers: [container({ runningSince: world.clock.now() })] }))).advance(MINUTE);
    expect(world.summary(id)).toEqual([]);
  });
});

describe('usage of which a part cannot be had', () => {
  const RESOURCE_REFUSED = { resource: 'forbidden' };
  const CADVISOR_LOST = { cadvisor: 'probe failed' };
  const NO_LIMITS = { cpuLimit: null, memoryLimit: null };

  it.each<[string, PodUsage['missing'], Partial<ContainerUsage>, Partial<Container>, readonly string[]]>([
    ['all answer', undefined, {}, {}, ['warming up', 'warming up', 'warming up']],
    ['one refuses', RESOURCE_REFUSED, {}, {}, ['forbidden', 'warming up', 'forbidden']],
    ['the other fails', CADVISOR_LOST, {}, {}, ['warming up', 'probe failed', 'probe failed']],
    ['nothing to be held back by', CADVISOR_LOST, {}, NO_LIMITS, ['warming up', 'not configured', 'probe failed']],
    ['periods are not counted', undefined, { activeFileBytes: 1 }, {}, ['warming up', 'unsupported', 'warming up']],
  ])('%s', (_, missing, given, limits, expected) => {
    const of = pod({ containers: [container(limits)] });
    const observed = usage(of, [given]);
    const facts = { ...(observed.facts as PodUsage), ...(missing && { missing }) };
    const world = kubernetesWorld().see(seen(node()), seen(of), { ...observed, facts } as typeof observed);
    const reasonOf = (signal: SignalName) => world.readings(id).find((one) => one.signal === signal)?.unavailable;
    const signals = [
      SignalName.POD_CPU_UTILISATION,
      SignalName.POD_CPU_THROTTLING,
      SignalName.POD_MEMORY_UTILISATION,
    ] as const;
    expect(signals.map(reasonOf)).toEqual(expected);
  });
});

describe('waiting for a node', () => {
  const message =
    '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {role: db}. preemption: none';
  const unscheduled = (age: number, more: Partial<Pod> = {}): Partial<Pod> => ({
    ...UNPLACED,
    schedulingMessage: message,
    createdAt: ago(age),
    ...more,
  });

  it.each<[string, Partial<Pod>, HealthStatus, readonly string[]]>([
    ['not for long', unscheduled(2 * MINUTE - 1), PROGRESSING, []],
    ['two minutes', unscheduled(2 * MINUTE), DEGRADED, ['POD_UNSCHEDULABLE WARNING']],
    ['just below fifteen', unscheduled(15 * MINUTE - 1), DEGRADED, ['POD_UNSCHEDULABLE WARNING']],
    ['fifteen minutes', unscheduled(15 * MINUTE), UNHEALTHY, ['POD_UNSCHEDULABLE CRITICAL']],
    ['held by a gate', unscheduled(HOUR, { schedulingReason: 'SchedulingGated' }), PROGRESSING, []],
    [
      'without a word of the scheduler',
      unscheduled(3 * MINUTE, { schedulingReason: null, schedulingMessage: null }),
      DEGRADED,
      ['POD_PENDING WARNING'],
    ],
    ['being deleted', unscheduled(HOUR, { deletingSince: ago(SECOND) }), PROGRESSING, []],
  ])('%s', (_, facts, status, findings) => {
    expect(verdict(facts)).toEqual([status, findings]);
  });

  it('says what stands in the way', () => {
    const world = kubernetesWorld().see(seen(pod(unscheduled(3 * MINUTE))));
    expect(world.findings(id)[0]?.message).toBe('No node takes it: taint on 2 nodes, CPU on 1 node.');
  });

  it("has the scheduler's own words where they are not understood", () => {
    const schedulingMessage = 'no nodes available to schedule pods.';
    const world = kubernetesWorld().see(seen(pod(unscheduled(3 * MINUTE, { schedulingMessage }))));
    expect(world.findings(id)[0]?.message).toBe('No node takes it: no nodes available to schedule pods.');
  });

  it.each<[string, number, number, number, readonly string[]]>([
    ['just below ten minutes', 2 * MINUTE, MINUTE, 9 * MINUTE - 1, []],
    ['ten minutes', 2 * MINUTE, MINUTE, 9 * MINUTE, ['POD_UNSCHEDULABLE WARNING']],
    ['longer than it may wait at all', 10 * MINUTE, MINUTE, 5 * MINUTE, ['POD_UNSCHEDULABLE CRITICAL']],
    [
      'though it was triggered for an earlier pod of that name',
      3 * MINUTE,
      4 * MINUTE,
      0,
      ['POD_UNSCHEDULABLE WARNING'],
    ],
  ])('waits for a scale-up: %s', (_, podAge, eventAge, wait, findings) => {
    const scaleUp = event(ResourceKind.POD, 'web-1', 'TriggeredScaleUp', 'pod triggered scale-up', ago(eventAge));
    const world = kubernetesWorld()
      .see(seen(scaleUp), seen(pod(unscheduled(podAge))))
      .advance(wait);
    expect(world.summary(id)).toEqual(findings);
  });

  it('counts from when its gate was taken away', () => {
    const gated = unscheduled(HOUR, { schedulingReason: 'SchedulingGated', schedulingMessage: null });
    const world = kubernetesWorld()
      .see(seen(pod(gated)))
      .advance(MINUTE)
      .see(seen(pod(gated)));
    world.see(seen(pod(unscheduled(HOUR)))).advance(2 * MINUTE - 1);
    expect([world.status(id), world.summary(id)]).toEqual([PROGRESSING, []]);
    expect(world.advance(1).summary(id)).toEqual(['POD_UNSCHEDULABLE WARNING']);
  });

  it('is given all the time that is configured', () => {
    const overrides = [
      { reason: FindingReason.POD_UNSCHEDULABLE, where: {}, values: { for: 20 * MINUTE }, origin: 'limits[0]' },
    ];
    const world = kubernetesWorld({ settings: { overrides } }).see(seen(pod(unscheduled(20 * MINUTE - 1))));
    expect([world.status(id), world.summary(id)]).toEqual([PROGRESSING, []]);
    expect(world.advance(1).summary(id)).toEqual(['POD_UNSCHEDULABLE CRITICAL']);
  });

  it('becomes worse by itself as time passes', () => {
    const world = kubernetesWorld()
      .see(seen(pod(unscheduled(0))))
      .advance(2 * MINUTE);
    expect(world.summary(id)).toEqual(['POD_UNSCHEDULABLE WARNING']);
    expect(world.advance(13 * MINUTE).summary(id)).toEqual(['POD_UNSCHEDULABLE CRITICAL']);
  });
});

describe('starting', () => {
  const starting = (age: number, containers: Pod['containers']): Partial<Pod> => ({
    phase: PodPhase.PENDING,
    isReady: false,
    readySince: ago(age),
    createdAt: ago(age),
    scheduledAt: ago(age),
    startedAt: ago(age),
    containers,
  });

  it.each<[string, Partial<Pod>, number, HealthStatus, readonly string[]]>([
    ['creating, not for long', starting(2 * MINUTE - 1, [waiting('ContainerCreating')]), 0, PROGRESSING, []],
    [
      'creating for two minutes',
      starting(2 * MINUTE, [waiting('ContainerCreating')]),
      0,
      DEGRADED,
      ['CONTAINER_CREATING_STUCK WARNING', 'POD_PENDING WARNING'],
    ],
    [
      'in its init containers for two minutes',
      starting(2 * MINUTE, [waiting('PodInitializing')]),
      0,
      DEGRADED,
      ['POD_PENDING WARNING'],
    ],
    [
      'waiting with its init containers for two minutes, as for a volume',
      starting(2 * MINUTE, [
        waiting('PodInitializing', { name: 'mesh', isSidecar: true }),
        waiting('PodInitializing', { name: 'init', isInit: true }),
        waiting('PodInitializing'),
      ]),
      0,
      DEGRADED,
      ['CONTAINER_CREATING_STUCK WARNING', 'POD_PENDING WARNING'],
    ],
    [
      'in the second of its init containers for two minutes',
      starting(2 * MINUTE, [
        container({ name: 'init', isInit: true, state: ContainerState.TERMINATED, termination: ended(0, NOW) }),
        waiting('PodInitializing', { name: 'second', isInit: true }),
        waiting('PodInitializing'),
      ]),
      0,
      DEGRADED,
      ['POD_PENDING WARNING'],
    ],
    [
      'between two tries, killed before it began, for two minutes',
      starting(2 * MINUTE, [
        container({ state: ContainerState.TERMINATED, isReady: false, termination: ended(128, NOW, 'StartError') }),
      ]),
      0,
      PROGRESSING,
      [],
    ],
    [
      'in an init container that failed once, and runs not yet for ten minutes',
      starting(20 * MINUTE, [
        container({ name: 'init', isInit: true, restarts: 1, runningSince: ago(10 * MINUTE - 1), lastTermination: ended(1, ago(10 * MINUTE)) }), // prettier-ignore
        waiting('PodInitializing'),
      ]),
      0,
      DEGRADED,
      ['CONTAINER_RESTARTING(init) WARNING'],
    ],
    [
      'in an init container that failed once, and runs for ten minutes',
      starting(20 * MINUTE, [
        container({ name: 'init', isInit: true, restarts: 1, runningSince: ago(10 * MINUTE - 1), lastTermination: ended(1, ago(10 * MINUTE)) }), // prettier-ignore
        waiting('PodInitializing'),
      ]),
      1,
      UNHEALTHY,
      ['POD_PENDING CRITICAL'],
    ],
    [
      'in the second of its init containers, after the first failed once and ended well',
      starting(3 * MINUTE, [
        container({ name: 'init', isInit: true, restarts: 1, state: ContainerState.TERMINATED, runningSince: null, termination: ended(0, ago(MINUTE)), lastTermination: ended(1, ago(HOUR)) }), // prettier-ignore
        waiting('PodInitializing'),
      ]),
      0,
      DEGRADED,
      ['POD_PENDING WARNING'],
    ],
    [
      'running, and a container is made anew, not for long',
      { containers: [waiting('ContainerCreating')] },
      2 * MINUTE - 1,
      HEALTHY,
      [],
    ],
    [
      'running, and a container is made anew for two minutes',
      { containers: [waiting('ContainerCreating')] },
      2 * MINUTE,
      DEGRADED,
      ['CONTAINER_CREATING_STUCK WARNING'],
    ],
    [
      'pending for fifteen minutes',
      starting(15 * MINUTE, [waiting('PodInitializing')]),
      0,
      UNHEALTHY,
      ['POD_PENDING CRITICAL'],
    ],
    ['image pull, not for long', starting(MINUTE, [waiting('ErrImagePull')]), 15 * SECOND - 1, PROGRESSING, []],
    [
      'image pull for fifteen seconds',
      starting(MINUTE, [waiting('ImagePullBackOff')]),
      15 * SECOND,
      UNHEALTHY,
      ['IMAGE_PULL_FAILED(app) CRITICAL'],
    ],
    [
      'image never pulled',
      starting(MINUTE, [waiting('ErrImageNeverPull')]),
      15 * SECOND,
      UNHEALTHY,
      ['IMAGE_PULL_FAILED(app) CRITICAL'],
    ],
    [
      'configuration that is not there',
      starting(MINUTE, [waiting('CreateContainerConfigError')]),
      15 * SECOND,
      UNHEALTHY,
      ['CONTAINER_CONFIG_ERROR(app) CRITICAL'],
    ],
    [
      'creation that fails',
      starting(MINUTE, [waiting('RunContainerError')]),
      15 * SECOND,
      UNHEALTHY,
      ['CONTAINER_CREATE_FAILED(app) CRITICAL'],
    ],
  ])('%s', (_, facts, wait, status, findings) => {
    expect(verdict(facts, wait)).toEqual([status, findings]);
  });

  it('is on its way, not well, until what keeps it from starting is certain', () => {
    const world = kubernetesWorld().see(seen(node()), seen(pod(starting(3 * MINUTE, [waiting('ContainerCreating')]))));
    world.see(seen(pod(starting(3 * MINUTE, [waiting('ErrImagePull')])))).advance(15 * SECOND - 1);
    expect([world.status(id), world.summary(id)]).toEqual([PROGRESSING, []]);
    expect(world.advance(1).summary(id)).toEqual(['IMAGE_PULL_FAILED(app) CRITICAL']);
  });

  it.each(['constructor', '__proto__', 'toString'])('passes over a word that only JavaScript knows: %s', (word) => {
    expect(verdict({ containers: [waiting(word)] }, MINUTE)[1]).toEqual([]);
  });

  it('names no obstacle of an earlier pod of that name', () => {
    const earlier = event(ResourceKind.POD, 'web-1', 'FailedMount', 'no such volume', ago(2 * MINUTE + 1));
    const creating = pod(starting(2 * MINUTE, [waiting('ContainerCreating')]));
    const world = kubernetesWorld().see(seen(earlier), seen(creating));
    expect(world.findings(id).map(({ message }) => message)).toContain(
      'It has a node, and its containers are not created.',
    );
  });

  it('names the newest obstacle', () => {
    const obstacles = [
      event(ResourceKind.POD, 'web-1', 'FailedMount', 'no such volume', ago(5 * SECOND)),
      event(ResourceKind.POD, 'web-1', 'FailedAttachVolume', 'older', ago(50 * SECOND)),
      event(ResourceKind.POD, 'web-1', 'FailedCreatePodSandBox', 'of an earlier pod of that name', ago(HOUR)),
      event(ResourceKind.POD, 'web-1', 'BackOff', 'newer, of no matter', NOW),
    ];
    const world = kubernetesWorld().see(
      ...obstacles.map((one) => seen(one)),
      seen(pod(starting(2 * MINUTE, [waiting('ContainerCreating')]))),
    );
    const [stuck] = world.findings(id).filter(({ reason }) => reason === FindingReason.CONTAINER_CREATING_STUCK);
    expect(stuck).toMatchObject({
      message: 'It has a node, and its containers are not created (FailedMount): no such volume.',
      since: ago(2 * MINUTE),
    });
  });
});

describe('not ready', () => {
  const unready = (age: number, more: Partial<Pod['containers'][number]> = {}): Partial<Pod> => ({
    isReady: false,
    readySince: ago(age),
    containers: [container({ isReady: false, ...more })],
  });

  it.each<[string, Partial<Pod>, HealthStatus, readonly string[]]>([
    ['not for long', unready(MINUTE - 1), PROGRESSING, []],
    ['for a minute', unready(MINUTE), DEGRADED, ['POD_NOT_READY WARNING']],
    ['while a startup probe runs', unready(HOUR, { hasStartupProbe: true, isStarted: false }), PROGRESSING, []],
    [
      'behind a gate',
      { isReady: false, readySince: ago(HOUR), failingReadinessGates: ['lb'] },
      DEGRADED,
      ['POD_NOT_READY WARNING'],
    ],
    [
      'a sidecar too',
      {
        isReady: false,
        readySince: ago(HOUR),
        containers: [container({ name: 'mesh', isInit: true, isSidecar: true, isReady: false }), container()],
      },
      DEGRADED,
      ['POD_NOT_READY WARNING'],
    ],
  ])('%s', (_, facts, status, findings) => {
    expect(verdict(facts)).toEqual([status, findings]);
  });

  it('because of its node, though an init container of it ended well', () => {
    const init = container({ name: 'init', isInit: true, isReady: false, state: ContainerState.TERMINATED });
    const containers = [{ ...init, termination: ended(0, LONG_AGO) }, container()];
    expect(verdict({ isReady: false, readySince: ago(MINUTE), containers })).toEqual([
      DEGRADED,
      ['POD_NOT_READY WARNING'],
    ]);
  });

  it('tells no age, which nothing would keep up to date', () => {
    const world = kubernetesWorld()
      .see(seen(node()), seen(pod(unready(0))))
      .advance(MINUTE);
    const early = world.findings(id)[0];
    const late = world
      .advance(HOUR)
      .see(seen(pod(unready(0))))
      .findings(id)[0];
    expect(late?.message).toBe(early?.message);
    expect(late?.since).toBe(NOW);
  });

  it('is not hidden by another container that is still starting', () => {
    const slow = container({ name: 'slow', isReady: false, hasStartupProbe: true, isStarted: false });
    const containers = [slow, container({ name: 'db', isReady: false })];
    const world = kubernetesWorld().see(seen(node()), seen(pod({ isReady: false, readySince: ago(HOUR), containers })));
    // Since when this one is not ready nobody says: the pod was not before, because of the other.
    expect([world.status(id), world.summary(id)]).toEqual([PROGRESSING, []]);
    expect(world.advance(MINUTE).summary(id)).toEqual(['POD_NOT_READY WARNING']);
    expect(world.findings(id)[0]?.message).toBe('It runs and is not ready: the readiness probe of container db fails.');
  });

  it('names the probe', () => {
    const world = kubernetesWorld().see(seen(pod(unready(2 * MINUTE))));
    expect(world.findings(id)[0]?.message).toBe(
      'It runs and is not ready: the readiness probe of container app fails.',
    );
  });
});

describe('a pod that nobody can see', () => {
  const lostNode = (age: number) =>
    seen(node({ isReady: null, conditions: [condition('Ready', 'Unknown', ago(age))] }));

  it.each([
    ['at once', 0, ['POD_STATE_UNKNOWN WARNING']],
    ['just below a minute', MINUTE - 1, ['POD_STATE_UNKNOWN WARNING']],
    ['after a minute', MINUTE, ['POD_STATE_UNKNOWN CRITICAL']],
  ])('its node does not report: %s', (_, age, findings) => {
    expect(kubernetesWorld().see(seen(pod()), lostNode(age)).summary(id)).toEqual(findings);
  });

  it('is judged again by the clock, and cleared when the node is back', () => {
    const world = kubernetesWorld().see(seen(pod()), seen(node())).see(lostNode(0)).advance(MINUTE);
    expect(world.summary(id)).toEqual(['POD_STATE_UNKNOWN CRITICAL']);
    expect(world.findings(id)[0]?.evidence).toBe('INFERRED');
    expect(world.see(seen(node())).summary(id)).toEqual([]);
  });

  it.each<[string, Partial<Pod>]>([
    ['its phase says so', { phase: PodPhase.UNKNOWN }],
    [
      'a container was lost',
      {
        containers: [
          container({ state: ContainerState.TERMINATED, termination: ended(137, NOW, 'ContainerStatusUnknown') }),
        ],
      },
    ],
  ])('%s', (_, facts) => {
    expect(verdict(facts)[1]).toContain('POD_STATE_UNKNOWN CRITICAL');
  });
});

describe('a finished job whose pod nobody can see', () => {
  it('has nothing to answer for', () => {
    const job = workload({ name: 'import', type: WorkloadType.JOB, desired: null, job: finishedJob });
    const owner = { id: job.id, kind: 'Job', name: job.name };
    const lost = node({ isReady: null, conditions: [condition('Ready', 'Unknown', ago(HOUR))] });
    expect(
      kubernetesWorld()
        .see(seen(job), seen(pod({ owner })), seen(lost))
        .summary(id),
    ).toEqual([]);
  });
});

describe('failed and going', () => {
  const failed = (more: Partial<Pod> = {}): Partial<Pod> => ({
    phase: PodPhase.FAILED,
    isReady: false,
    readySince: ago(MINUTE),
    containers: [],
    ...more,
  });

  it.each<[string, Partial<Pod>, readonly string[]]>([
    ['failed', failed(), ['POD_FAILED WARNING']],
    ['failed just within the hour', failed({ readySince: ago(HOUR - 1) }), ['POD_FAILED WARNING']],
    ['failed an hour ago', failed({ readySince: ago(HOUR) }), []],
    ['evicted', failed({ reason: 'Evicted', message: 'The node was low on memory.' }), ['POD_EVICTED WARNING']],
    ['refused by its node', failed({ reason: 'UnexpectedAdmissionError' }), ['POD_FAILED WARNING']],
    ['out of room on its node', failed({ reason: 'OutOfcpu' }), ['POD_FAILED WARNING']],
    ['preempted', failed({ reason: 'Preempting' }), ['POD_EVICTED WARNING']],
    ['shut down with its node', failed({ reason: 'Terminated' }), ['POD_EVICTED WARNING']],
    [
      'evicted long after its init container, when the kubelet does not say',
      failed({
        reason: 'Evicted',
        containers: [
          container({ name: 'init', isInit: true, termination: ended(0, ago(24 * HOUR)) }),
          container({ termination: { exitCode: 137, reason: 'ContainerStatusUnknown', finishedAt: null } }),
        ],
      }),
      ['POD_EVICTED WARNING'],
    ],
    [
      'of a job that is not seen yet',
      failed({ owner: { id: uid(ResourceKind.WORKLOAD, 'import'), kind: 'Job', name: 'import' } }),
      [],
    ],
    [
      "of what calls itself a job and is none of Kubernetes'",
      failed({ owner: { id: uid(ResourceKind.WORKLOAD, 'import'), kind: 'Job.batch.volcano.sh', name: 'import' } }),
      ['POD_FAILED WARNING'],
    ],
    ['deleting, not for long', { deletingSince: ago(5 * MINUTE - 1) }, []],
    [
      'deleting for five minutes',
      { deletingSince: ago(5 * MINUTE), finalizers: ['a/b'] },
      ['POD_STUCK_TERMINATING WARNING'],
    ],
    ['deleting and not ready', { deletingSince: ago(SECOND), isReady: false, readySince: ago(HOUR) }, []],
  ])('%s', (_, facts, findings) => {
    expect(verdict(facts)[1]).toEqual(findings);
  });

  it.each<[Partial<Pod>, string]>([
    [
      { reason: 'Evicted', message: 'The node was low on memory. ' },
      'It was taken from its node (Evicted): The node was low on memory.',
    ],
    [{ reason: 'OutOfcpu', message: 'Too much.' }, 'Its node refused it (OutOfcpu): Too much.'],
    [{ reason: 'NodeAffinity', message: null }, 'Its node refused it (NodeAffinity): Kubernetes does not say why.'],
    [
      { containers: [container({ termination: ended(3, ago(MINUTE)) })] },
      'It failed (Error): container app ended with 3.',
    ],
  ])('tells apart %j', (more, message) => {
    const world = kubernetesWorld().see(seen(node()), seen(pod(failed(more))));
    expect(world.findings(id)[0]?.message).toBe(message);
  });

  it('is no longer said to lack an image', () => {
    const facts = failed({ reason: 'DeadlineExceeded', containers: [waiting('ImagePullBackOff')] });
    expect(verdict(facts, MINUTE)[1]).toEqual(['POD_FAILED WARNING']);
  });

  it.each<[string, Partial<Pod>, readonly string[]]>([
    ['was taken from its node, since that was seen', { reason: 'Evicted' }, ['POD_EVICTED WARNING']],
    ['was refused by its node, as it was taken on', { reason: 'OutOfcpu', startedAt: ago(2 * HOUR) }, []],
    ['was refused by its node lately', { reason: 'OutOfcpu', startedAt: ago(MINUTE) }, ['POD_FAILED WARNING']],
  ])('for an hour where Kubernetes does not say when it ended: it %s', (_, more, findings) => {
    const silent = { createdAt: ago(2 * HOUR), isReady: null, readySince: null, containers: [waiting('')] };
    const world = kubernetesWorld().see(seen(node()), seen(pod(failed({ ...silent, ...more }))));
    expect(world.summary(id)).toEqual(findings);
    world.advance(HOUR - 1).see(seen(pod(failed({ ...silent, ...more, labels: {} }))));
    expect(world.summary(id)).toEqual(more.reason === 'Evicted' ? findings : []);
    expect(world.advance(1).summary(id)).toEqual([]);
  });

  const short = uid(ResourceKind.WORKLOAD, 'web');

  it('is forgiven once its owner is whole again, for good', () => {
    const owner = { id: uid(ResourceKind.WORKLOAD, 'web'), kind: 'StatefulSet', name: 'web' };
    const set = (ready: number) => seen(workload({ type: WorkloadType.STATEFUL_SET, ready }));
    const world = kubernetesWorld().see(seen(pod(failed({ owner }))), set(2));
    expect(world.summary(id)).toEqual(['POD_FAILED WARNING']);
    expect(world.see(set(3)).summary(id)).toEqual([]);
    // What makes it short later is something else.
    expect(world.advance(MINUTE).see(set(2)).summary(id)).toEqual([]);
    expect(world.advance(2 * MINUTE).summary(short)).toEqual(['WORKLOAD_UNAVAILABLE WARNING']);
  });

  it('is not forgiven for what its owner was before it ended', () => {
    const owner = { id: short, kind: 'StatefulSet', name: 'web' };
    const set = (ready: number) => seen(workload({ type: WorkloadType.STATEFUL_SET, ready }));
    const world = kubernetesWorld()
      .see(seen(pod({ owner })), set(3))
      .advance(MINUTE);
    const end = world.clock.now();
    // Its controller may be seen once more before it has noticed.
    world.see(seen(pod(failed({ owner, readySince: end })))).advance(SECOND).see(set(3)).see(set(2)); // prettier-ignore
    expect(world.summary(id)).toEqual(['POD_FAILED WARNING']);
  });
});

describe('what follows from what', () => {
  it('leads from a kill over the restarts to the crash loop, which makes the pod not ready', () => {
    const world = kubernetesWorld().see(
      seen(node()),
      seen(
        pod({
          isReady: false,
          readySince: ago(2 * MINUTE),
          containers: [
            waiting('CrashLoopBackOff', { restarts: 5, lastTermination: ended(137, ago(SECOND), 'OOMKilled') }),
          ],
        }),
      ),
    );
    const causes = Object.fromEntries(
      world
        .findings(id)
        .map((finding) => [finding.reason, world.registry.causesOf(finding).map(({ reason }) => reason)]),
    );
    expect(causes).toEqual({
      CONTAINER_OOM_KILLED: [],
      CONTAINER_RESTARTING: [FindingReason.CONTAINER_OOM_KILLED],
      POD_CRASH_LOOPING: ['CONTAINER_RESTARTING'],
      POD_NOT_READY: ['POD_CRASH_LOOPING'],
    });
  });

  const causesOf = (world: World, reason: FindingReason, of = id) => {
    const finding = world.findings(of).find((one) => one.reason === reason);
    if (finding === undefined) throw new Error(`there must be ${reason}`);
    return world.registry.causesOf(finding).map((cause) => cause.reason);
  };

  it.each([
    ['long after the kill', 50 * MINUTE, []],
    ['soon after the kill', 2 * MINUTE, [FindingReason.CONTAINER_OOM_KILLED]],
  ])('leads from a kill to restarts, unless it ended in another way %s', (_, later, causes) => {
    const looping = (end: ReturnType<typeof ended>, restarts: number) =>
      seen(pod({ containers: [waiting('CrashLoopBackOff', { restarts, lastTermination: end })] }));
    const world = kubernetesWorld().see(seen(node()), looping(ended(137, NOW, 'OOMKilled'), 1));
    expect(causesOf(world, FindingReason.CONTAINER_RESTARTING)).toEqual([FindingReason.CONTAINER_OOM_KILLED]);
    world.advance(later).see(looping(ended(1, world.clock.now()), 2));
    expect(world.summary(id)).toContainEqual(expect.stringContaining('CONTAINER_OOM_KILLED(app)'));
    expect(causesOf(world, FindingReason.CONTAINER_RESTARTING)).toEqual(causes);
  });

  it.each([
    ['full before the kill', 2 * SECOND, ['MEMORY_NEAR_LIMIT']],
    ['full again after the kill', MINUTE, []],
  ])('leads from memory to the kill: %s', (_, killedBefore, causes) => {
    const world = kubernetesWorld().see(seen(node()), seen(pod()));
    for (let sample = 0; sample < 3; sample += 1) {
      const observed = usage(pod(), [{ workingSetBytes: 190e6, activeFileBytes: 0 }], world.clock.now());
      world
        .advance(SECOND)
        .see(observed)
        .advance(9 * SECOND);
    }
    const killedAt = (world.clock.now() + 2 * SECOND - killedBefore) as Instant;
    const killed = container({ restarts: 1, lastTermination: ended(137, killedAt, 'OOMKilled') });
    expect(causesOf(world.see(seen(pod({ containers: [killed] }))), FindingReason.CONTAINER_OOM_KILLED)).toEqual(
      causes,
    );
  });

  it.each([
    ['a moment before', 2 * MINUTE, ['NODE_UNREACHABLE']],
    ['after', -MINUTE, ['NODE_UNREACHABLE']],
    ['long before', 2 * MINUTE + 1, []],
  ])('leads from a lost node to a pod that was not ready %s', (_, earlier, causes) => {
    const lostAt = ago(5 * MINUTE);
    const unready = pod({
      isReady: false,
      readySince: (lostAt - earlier) as Instant,
      containers: [container({ isReady: false })],
    });
    const lost = node({ isReady: null, conditions: [condition('Ready', 'Unknown', lostAt)] });
    const world = kubernetesWorld().see(seen(unready), seen(lost));
    expect(causesOf(world, FindingReason.POD_NOT_READY)).toEqual(causes);
    expect(causesOf(world, FindingReason.POD_STATE_UNKNOWN)).toEqual(['NODE_UNREACHABLE']);
  });

  it.each([
    [[], ['NODE_UNREACHABLE']],
    [['a/b'], []],
  ])('leads from a lost node to a pod that does not go, unless finalizers hold it: %j', (finalizers, causes) => {
    const lost = node({ isReady: null, conditions: [condition('Ready', 'Unknown', ago(HOUR))] });
    const world = kubernetesWorld().see(seen(pod({ deletingSince: ago(6 * MINUTE), finalizers })), seen(lost));
    expect(causesOf(world, FindingReason.POD_STUCK_TERMINATING)).toEqual(causes);
  });

  it.each([
    ['Evicted', ago(MINUTE), ['NODE_UNDER_PRESSURE']],
    ['Evicted', ago(10 * MINUTE), []],
    ['Preempting', ago(MINUTE), []],
  ])('leads from pressure to a pod that was taken away: %s', (reason, readySince, causes) => {
    const pressed = node({
      conditions: [condition('Ready', 'True'), condition('MemoryPressure', 'True', ago(2 * MINUTE))],
    });
    const gone = pod({ phase: PodPhase.FAILED, reason, isReady: false, readySince, containers: [] });
    expect(causesOf(kubernetesWorld().see(seen(pressed), seen(gone)), FindingReason.POD_EVICTED)).toEqual(causes);
  });

  it('does not lead from a lost node to a pod that is unknown by its own word', () => {
    const lost = node({ isReady: null, conditions: [condition('Ready', 'Unknown', ago(HOUR))] });
    const world = kubernetesWorld().see(seen(pod({ phase: PodPhase.UNKNOWN })), seen(lost));
    expect(causesOf(world, FindingReason.POD_STATE_UNKNOWN)).toEqual([]);
  });

  it.each([
    ['pod has unbound immediate PersistentVolumeClaims', ['CLAIM_PENDING']],
    ['1 Insufficient cpu', []],
  ])('leads from a claim to a pod that no node takes: %s', (reason, causes) => {
    const schedulingMessage = `0/1 nodes are available: ${reason}.`;
    const owed = claim({ name: 'data', phase: ClaimPhase.PENDING, volumeName: null });
    const waits = pod({
      phase: PodPhase.PENDING,
      isReady: null,
      nodeName: null,
      isScheduled: false,
      scheduledAt: null,
      schedulingReason: 'Unschedulable',
      schedulingMessage,
      claimNames: ['data'],
    });
    expect(causesOf(kubernetesWorld().see(seen(owed), seen(waits)), FindingReason.POD_UNSCHEDULABLE)).toEqual(causes);
  });

  it('does not lead from a pod that is ready again to its workload', () => {
    const short = workload({ type: WorkloadType.STATEFUL_SET, ready: 2 });
    const owner = { id: short.id, kind: 'StatefulSet', name: short.name };
    const looping = pod({ owner, isReady: false, containers: [waiting('CrashLoopBackOff', { restarts: 5 })] });
    const world = kubernetesWorld()
      .see(seen(node()), seen(short), seen(looping))
      .advance(2 * MINUTE);
    expect(causesOf(world, FindingReason.WORKLOAD_UNAVAILABLE, short.id)).toContain('POD_CRASH_LOOPING');
    const running = container({ restarts: 6, runningSince: world.clock.now() });
    world.see(seen(pod({ owner, containers: [running] })));
    expect(world.summary(id)).toContain('POD_CRASH_LOOPING(app) CRITICAL');
    expect(causesOf(world, FindingReason.WORKLOAD_UNAVAILABLE, short.id)).toEqual([]);
  });

  it('does not lead from a crash loop that is being got over to what is not ready for another reason', () => {
    const other = container({ name: 'other', isReady: false });
    const looping = pod({ isReady: false, containers: [waiting('CrashLoopBackOff', { restarts: 5 }), other] });
    const running = pod({ isReady: false, containers: [container({ restarts: 6, runningSince: NOW }), other] });
    const world = kubernetesWorld().see(seen(node()), seen(looping));
    expect(causesOf(world, FindingReason.POD_NOT_READY)).toEqual(['POD_CRASH_LOOPING']);
    expect(causesOf(world.see(seen(running)), FindingReason.POD_NOT_READY)).toEqual([]);
    expect(world.summary(id)).toContain('POD_CRASH_LOOPING(app) CRITICAL');
  });

  it('leads from a workload over its ReplicaSet to its pod', () => {
    const owner = (name: string, kind: string) => ({ id: uid(ResourceKind.WORKLOAD, name), kind, name });
    const world = kubernetesWorld()
      .see(
        seen(workload({ ready: 0 })),
        seen(workload({ name: 'web-7f', type: WorkloadType.REPLICA_SET, owner: owner('web', 'Deployment'), ready: 0 })),
        seen(
          pod({
            owner: owner('web-7f', 'ReplicaSet'),
            phase: PodPhase.PENDING,
            isReady: false,
            containers: [waiting('ErrImagePull')],
          }),
        ),
      )
      .advance(MINUTE);
    const [short] = world.findings(uid(ResourceKind.WORKLOAD, 'web'));
    if (short === undefined) throw new Error('the workload must be short');
    expect(short).toMatchObject({ reason: 'WORKLOAD_UNAVAILABLE', severity: 'CRITICAL' });
    expect(world.registry.causesOf(short).map(({ reason }) => reason)).toEqual(['IMAGE_PULL_FAILED']);
  });
});
