import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { ContainerState, type Pod, PodPhase } from '../../../src/model/pod.js';
import { parseInstant } from '../../../src/model/time.js';
import { displayStatusOf } from '../../../src/sources/kubernetes/pod-display-status.js';
import { effectiveRequests } from '../../../src/sources/kubernetes/pod-requests.js';
import { mirroredUidOf, projectPod } from '../../../src/sources/kubernetes/pod.projection.js';
import { kubectlStatus, objects, place, recorded } from './recorded.js';

function podNamed(name: string): Pod {
  return projectPod(recorded(`Pod/${name}`), place());
}

const recordedPods = Object.keys(kubectlStatus).filter((name) => `Pod/${name}` in objects);

describe('the display status of a pod', () => {
  it.each(recordedPods)('is what kubectl showed for %s', (name) => {
    expect(podNamed(name).displayStatus).toBe(kubectlStatus[name]);
  });

  const status = (more: object, deletionTimestamp?: string): unknown => ({
    metadata: { deletionTimestamp },
    spec: { initContainers: [{ name: 'a', restartPolicy: 'Always' }, { name: 'b' }] },
    status: { phase: 'Running', ...more },
  });
  const ended = (terminated: object): unknown => ({ name: 'b', state: { terminated } });

  it.each<readonly [what: string, pod: unknown, expected: string]>([
    ['a running pod that is being deleted', status({}, '2026-01-01T00:00:00Z'), 'Terminating'],
    ['a lost pod that is being deleted', status({ reason: 'NodeLost' }, '2026-01-01T00:00:00Z'), 'Unknown'],
    ['a finished pod that is being deleted', status({ phase: 'Succeeded' }, '2026-01-01T00:00:00Z'), 'Succeeded'],
    ['an evicted pod', status({ phase: 'Failed', reason: 'Evicted' }), 'Evicted'],
    ['a failed init container', status({ initContainerStatuses: [ended({ exitCode: 2 })] }), 'Init:ExitCode:2'],
    [
      'one ended by a signal',
      status({ initContainerStatuses: [ended({ exitCode: 137, signal: 9 })] }),
      'Init:Signal:9',
    ],
    ['a sidecar that has started', status({ initContainerStatuses: [{ name: 'a', started: true }] }), 'Running'],
    ['a sidecar that has not', status({ initContainerStatuses: [{ name: 'a', started: false }] }), 'Init:0/2'],
    [
      'a container ended by a signal',
      status({ containerStatuses: [ended({ exitCode: 139, signal: 11 })] }),
      'Signal:11',
    ],
    ['nothing at all', {}, 'Unknown'],
  ])('of %s', (_, pod, expected) => {
    expect(displayStatusOf(pod as never)).toBe(expected);
  });
});

describe('the addresses of a pod', () => {
  const at = (status: object, spec: object = {}): string | null => {
    const metadata = { uid: 'u', name: 'a', namespace: 'shop', creationTimestamp: '2026-01-01T00:00:00Z' };
    return projectPod({ metadata, spec, status }, place()).addresses;
  };
  const both = { podIP: '10.0.0.7', podIPs: [{ ip: '10.0.0.7' }, { ip: 'fd00::7' }] };

  it.each<readonly [what: string, status: object, spec: object, expected: string | null]>([
    ['of one family', { phase: 'Running', podIP: '10.0.0.7', podIPs: [{ ip: '10.0.0.7' }] }, {}, '10.0.0.7'],
    ['of both families', { phase: 'Running', ...both }, {}, '10.0.0.7 fd00::7'],
    ['as old clusters told it', { phase: 'Running', podIP: '10.0.0.7' }, {}, '10.0.0.7'],
    ['that has none yet', { phase: 'Pending' }, {}, null],
    ["on its node's network", { phase: 'Running', ...both }, { hostNetwork: true }, null],
    ['that is over', { phase: 'Succeeded', ...both }, {}, null],
    ['that failed', { phase: 'Failed', ...both }, {}, null],
  ])('%s', (_, status, spec, expected) => {
    expect(at(status, spec)).toBe(expected);
  });
});

describe('the effective requests of a pod', () => {
  const MEBI = 2 ** 20;

  // As `kubectl describe node` counted them.
  it.each([
    ['crashing', 0.1, 96 * MEBI],
    ['oom', 0.01, 16 * MEBI],
    ['half-done', 0, 0],
  ])('of %s are those that Kubernetes counts', (name, cpu, memory) => {
    expect(podNamed(name)).toMatchObject({ cpuRequested: cpu, memoryRequested: memory });
  });

  const container = (name: string, cpu: string, restartPolicy?: string): object => ({
    name,
    restartPolicy,
    resources: { requests: { cpu } },
  });

  it.each<readonly [what: string, pod: unknown, cpu: number]>([
    ['containers add up', { spec: { containers: [container('a', '1'), container('b', '500m')] } }, 1.5],
    [
      'a large init container counts instead',
      { spec: { containers: [container('a', '1')], initContainers: [container('i', '3')] } },
      3,
    ],
    [
      'an init container runs beside the sidecars before it, not those after',
      {
        spec: {
          containers: [container('a', '1')],
          initContainers: [container('s', '2', 'Always'), container('i', '3'), container('t', '1', 'Always')],
        },
      },
      5,
    ],
    ['overhead comes on top', { spec: { containers: [container('a', '1')], overhead: { cpu: '250m' } } }, 1.25],
    [
      'the request of the whole pod overrides',
      { spec: { containers: [container('a', '1')], resources: { requests: { cpu: '2' } }, overhead: { cpu: '1' } } },
      3,
    ],
    [
      'a container being resized holds the larger',
      {
        spec: { containers: [container('a', '1')] },
        status: { containerStatuses: [{ name: 'a', resources: { requests: { cpu: '4' } } }] },
      },
      4,
    ],
    [
      'a resize that cannot be done is not asked for',
      {
        spec: { containers: [container('a', '9')] },
        status: {
          conditions: [{ type: 'PodResizePending', reason: 'Infeasible' }],
          containerStatuses: [{ name: 'a', resources: { requests: { cpu: '4' } } }],
        },
      },
      4,
    ],
  ])('%s', (_, pod, cpu) => {
    expect(effectiveRequests(pod as never).cpu).toBe(cpu);
  });

  it('of a pod with a request of its own are that', () => {
    expect(podNamed('pod-level')).toMatchObject({ cpuRequested: 0.3, memoryRequested: 100 * MEBI });
  });
});

describe('a projected pod', () => {
  it('says what its containers do and how they ended', () => {
    const [prepare, proxy, main, fine] = podNamed('crashing').containers;
    expect(prepare).toMatchObject({
      name: 'prepare',
      isInit: true,
      isSidecar: false,
      state: ContainerState.TERMINATED,
    });
    expect(proxy).toMatchObject({ name: 'proxy', isInit: false, isSidecar: true, state: ContainerState.RUNNING });
    expect(main).toMatchObject({
      state: ContainerState.WAITING,
      waitingReason: 'CrashLoopBackOff',
      restarts: 2,
      memoryLimit: 64 * 2 ** 20,
      cpuLimit: null,
      lastTermination: { reason: 'Error', exitCode: 3 },
    });
    expect(fine).toMatchObject({ isReady: true, isStarted: true, hasStartupProbe: true, cpuRequest: 0.01 });
    expect(fine?.runningSince).toBeGreaterThan(0);
  });

  it('keeps an OOM kill apart from an error', () => {
    expect(podNamed('oom').containers[0]?.lastTermination).toMatchObject({ reason: 'OOMKilled', exitCode: 137 });
  });

  it('names its node, owner and claims', () => {
    const ledger = podNamed('ledger-0');
    const uid = (recorded('StatefulSet/ledger') as { metadata: { uid: string } }).metadata.uid;
    expect(ledger).toMatchObject({
      phase: PodPhase.RUNNING,
      isReady: true,
      nodeName: 'node-a',
      owner: { id: resourceId(ResourceKind.WORKLOAD, 'prod', uid), kind: 'StatefulSet', name: 'ledger' },
      claimNames: ['data-ledger-0'],
      namespace: 'shop',
    });
    expect(ledger.labels['app']).toBe('ledger');
    expect(podNamed('with-claims').claimNames).toEqual(['pending', 'with-claims-scratch']);
  });

  it('says why it has no node', () => {
    const pod = podNamed('too-large');
    expect(pod).toMatchObject({ isScheduled: false, schedulingReason: 'Unschedulable', nodeName: null, isReady: null });
    expect(pod.schedulingMessage).toContain('nodes are available');
    expect(podNamed('gated').schedulingReason).toBe('SchedulingGated');
  });

  it('says why it is not ready', () => {
    const pod = podNamed('not-ready');
    expect(pod).toMatchObject({ isReady: false, failingReadinessGates: ['platform.test/gate'] });
    expect(pod.readyMessage).toContain('[main]');
    expect(pod.readySince).not.toBeNull();
  });

  it('says when its deletion is due and who holds it', () => {
    const { metadata } = recorded('Pod/terminating') as { metadata: { deletionTimestamp: string } };
    expect(podNamed('terminating')).toMatchObject({
      deletingSince: parseInstant(metadata.deletionTimestamp),
      finalizers: ['platform.test/keep'],
    });
  });

  it('of a static pod knows the uid that its kubelet uses', () => {
    expect(mirroredUidOf({ annotations: { 'kubernetes.io/config.mirror': 'abc' } })).toBe('abc');
    expect(mirroredUidOf({})).toBeNull();
  });

  it('shares what pods of one workload have in common', () => {
    const shared = place();
    const [one, other] = [projectPod(recorded('Pod/ledger-0'), shared), projectPod(recorded('Pod/ledger-0'), shared)];
    expect(one.labels).toBe(other.labels);
  });
});

describe('the owner of a pod', () => {
  it.each([
    ['batch/v1', 'Job', 'Job'],
    ['apps/v1', 'StatefulSet', 'StatefulSet'],
    ['extensions/v1beta1', 'ReplicaSet', 'ReplicaSet'],
    ['v1', 'Node', 'Node'],
    ['batch.volcano.sh/v1alpha1', 'Job', 'Job.batch.volcano.sh'],
    ['apps.kruise.io/v1beta1', 'StatefulSet', 'StatefulSet.apps.kruise.io'],
    ['argoproj.io/v1alpha1', 'Workflow', 'Workflow.argoproj.io'],
  ])('is told from those of its name by its group: %s %s', (apiVersion, kind, told) => {
    const raw = recorded('Pod/crashing') as { metadata: { ownerReferences?: object[] } };
    raw.metadata.ownerReferences = [{ apiVersion, kind, name: 'x', uid: 'owner', controller: true }];
    expect(projectPod(raw as never, place()).owner?.kind).toBe(told);
  });
});
