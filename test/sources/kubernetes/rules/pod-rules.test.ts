import { FindingReason } from '../../../../src/model/finding-reason.js';
import { HealthStatus } from '../../../../src/model/health.js';
import { ResourceKind } from '../../../../src/model/kinds.js';
import { ContainerState, type Pod, PodPhase } from '../../../../src/model/pod.js';
import { HOUR, type Instant, MINUTE, SECOND } from '../../../../src/model/time.js';
import { WorkloadType } from '../../../../src/model/workload.js';
import {
  NOW,
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
import { kubernetesWorld } from '../../../support/kubernetes-world.js';

const id = uid(ResourceKind.POD, 'web-1');
const { HEALTHY, PROGRESSING, DEGRADED, UNHEALTHY } = HealthStatus;

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
    const running = pod({ containers: [container({ restarts: 6, runningSince: NOW })] });
    const world = kubernetesWorld().see(seen(node()), seen(looping)).see(seen(running));
    expect(world.summary(id)).toContain('POD_CRASH_LOOPING(app) CRITICAL');
    world
      .advance(9 * MINUTE)
      .see(seen(looping))
      .see(seen(running))
      .advance(10 * MINUTE - 1);
    expect(world.summary(id)).toContain('POD_CRASH_LOOPING(app) CRITICAL');
    expect(world.advance(1).summary(id)).not.toContain('POD_CRASH_LOOPING(app) CRITICAL');
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
    expect(world.summary(id)).toEqual(findings);
  });

  it.each<[string, readonly number[], object, readonly string[]]>([
    ['below', [179e6, 179e6], {}, []],
    ['high in one sample', [180e6], {}, []],
    ['high in two samples', [180e6, 180e6], {}, ['MEMORY_NEAR_LIMIT(app) WARNING']],
    ['very high in two samples', [194e6, 194e6], {}, ['MEMORY_NEAR_LIMIT(app) CRITICAL']],
    ['very high in one of two', [180e6, 194e6], {}, ['MEMORY_NEAR_LIMIT(app) WARNING']],
    ['full of page cache', [199e6, 199e6], { activeFileBytes: 100e6 }, []],
    [
      'without cAdvisor: anonymous memory counts',
      [199e6, 199e6],
      { activeFileBytes: null, rssBytes: 181e6 },
      ['MEMORY_NEAR_LIMIT(app) WARNING'],
    ],
    ['without either: not known', [199e6, 199e6], { activeFileBytes: null }, []],
  ])('memory %s', (_, values, more, findings) => {
    const world = kubernetesWorld().see(seen(node()), seen(of));
    for (const value of values) world.see(memory(value, world.clock.now(), more)).advance(10 * SECOND);
    expect(world.summary(id)).toEqual(findings);
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

describe('waiting for a node', () => {
  const message =
    '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {role: db}. preemption: none';
  const unscheduled = (age: number, more: Partial<Pod> = {}): Partial<Pod> => ({
    phase: PodPhase.PENDING,
    isReady: null,
    nodeName: null,
    isScheduled: false,
    scheduledAt: null,
    startedAt: null,
    schedulingReason: 'Unschedulable',
    schedulingMessage: message,
    createdAt: ago(age),
    containers: [waiting('')],
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
    expect(world.findings(id)[0]?.message).toBe('No node takes it for 3m: taint on 2 nodes, CPU on 1 node.');
  });

  it('waits for a scale-up that was triggered', () => {
    const scaleUp = seen(event(ResourceKind.POD, 'web-1', 'TriggeredScaleUp', 'pod triggered scale-up'));
    const world = kubernetesWorld().see(scaleUp, seen(pod(unscheduled(10 * MINUTE - 1))));
    expect(world.summary(id)).toEqual([]);
    expect(world.advance(1).summary(id)).toEqual(['POD_UNSCHEDULABLE WARNING']);
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
      'pending for fifteen minutes',
      starting(15 * MINUTE, [waiting('PodInitializing')]),
      0,
      UNHEALTHY,
      ['POD_PENDING CRITICAL'],
    ],
    ['image pull, not for long', starting(MINUTE, [waiting('ErrImagePull')]), 15 * SECOND - 1, HEALTHY, []],
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

  it('names the newest obstacle', () => {
    const obstacles = [
      event(ResourceKind.POD, 'web-1', 'FailedMount', 'no such volume', ago(5 * SECOND)),
      event(ResourceKind.POD, 'web-1', 'FailedAttachVolume', 'older', ago(50 * SECOND)),
      event(ResourceKind.POD, 'web-1', 'BackOff', 'newer, of no matter', NOW),
    ];
    const world = kubernetesWorld().see(
      ...obstacles.map((one) => seen(one)),
      seen(pod(starting(2 * MINUTE, [waiting('ContainerCreating')]))),
    );
    const [stuck] = world.findings(id).filter(({ reason }) => reason === FindingReason.CONTAINER_CREATING_STUCK);
    expect(stuck?.message).toContain('FailedMount: no such volume');
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

  it('names the probe', () => {
    const world = kubernetesWorld().see(seen(pod(unready(2 * MINUTE))));
    expect(world.findings(id)[0]?.message).toBe(
      'It runs and is not ready for 2m: the readiness probe of container app fails.',
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

  it('is forgiven once its owner is whole again', () => {
    const owner = { id: uid(ResourceKind.WORKLOAD, 'web'), kind: 'StatefulSet', name: 'web' };
    const set = (ready: number) => seen(workload({ type: WorkloadType.STATEFUL_SET, ready }));
    const world = kubernetesWorld().see(seen(pod(failed({ owner }))), set(2));
    expect(world.summary(id)).toEqual(['POD_FAILED WARNING']);
    expect(world.see(set(3)).summary(id)).toEqual([]);
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
      CONTAINER_RESTARTING: ['CONTAINER_OOM_KILLED'],
      POD_CRASH_LOOPING: ['CONTAINER_RESTARTING'],
      POD_NOT_READY: ['POD_CRASH_LOOPING'],
    });
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
