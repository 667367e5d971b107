import type { ClusterEvent } from '../../src/model/cluster.js';
import type { Observation } from '../../src/model/facts.js';
import { type ResourceId, referenceTo, resourceId } from '../../src/model/ids.js';
import { type NamedKind, type RecordKind, ResourceKind, SupportKind } from '../../src/model/kinds.js';
import type { Node } from '../../src/model/node.js';
import {
  type Container,
  ContainerState,
  type ContainerUsage,
  type Pod,
  PodPhase,
  type Termination,
} from '../../src/model/pod.js';
import type { Instant } from '../../src/model/time.js';
import { type Workload, WorkloadType } from '../../src/model/workload.js';

/** Facts as the Kubernetes source reports them, healthy unless a test says otherwise. All of them began an hour ago. */
export const CLUSTER = 'prod';
export const NOW = Date.parse('2026-01-01T00:00:00Z') as Instant;
export const LONG_AGO = (NOW - 3_600_000) as Instant;

/** So many milliseconds before the tests' present. */
export function ago(milliseconds: number): Instant {
  return (NOW - milliseconds) as Instant;
}

export function uid(kind: RecordKind, name: string): ResourceId {
  return resourceId(kind, CLUSTER, `uid-${name}`);
}

/** The observation of a record's main facts. */
export function seen(
  facts: { readonly id: ResourceId; readonly kind: RecordKind },
  observedAt: Instant = NOW,
): Observation {
  return { id: facts.id, kind: facts.kind, aspect: 'main', facts, observedAt } as unknown as Observation;
}

export function container(more: Partial<Container> = {}): Container {
  return {
    name: 'app',
    image: 'shop/app:1',
    isInit: false,
    isSidecar: false,
    isReady: true,
    restarts: 0,
    state: ContainerState.RUNNING,
    waitingReason: null,
    waitingMessage: null,
    runningSince: LONG_AGO,
    termination: null,
    lastTermination: null,
    isStarted: true,
    hasStartupProbe: false,
    hasReadinessProbe: true,
    cpuRequest: 0.5,
    cpuLimit: 1,
    memoryRequest: 100e6,
    memoryLimit: 200e6,
    ...more,
  };
}

/** A container that waits, as one that crashed or cannot start does. */
export function waiting(waitingReason: string, more: Partial<Container> = {}): Container {
  return container({
    state: ContainerState.WAITING,
    waitingReason,
    isReady: false,
    isStarted: false,
    runningSince: null,
    ...more,
  });
}

/** What a pod says for which there is no node. */
export const UNPLACED = {
  phase: PodPhase.PENDING,
  isReady: null,
  nodeName: null,
  isScheduled: false,
  scheduledAt: null,
  startedAt: null,
  schedulingReason: 'Unschedulable',
  containers: [waiting('')],
} satisfies Partial<Pod>;

export function ended(
  exitCode: number,
  finishedAt: Instant,
  reason: string | null = exitCode === 0 ? 'Completed' : 'Error',
): Termination {
  return { exitCode, finishedAt, reason };
}

export function pod(more: Partial<Pod> = {}): Pod {
  const name = more.name ?? 'web-1';
  return {
    id: uid(ResourceKind.POD, name),
    kind: ResourceKind.POD,
    name,
    system: CLUSTER,
    namespace: 'shop',
    labels: { app: 'web' },
    phase: PodPhase.RUNNING,
    displayStatus: 'Running',
    isReady: true,
    restarts: 0,
    createdAt: LONG_AGO,
    startedAt: LONG_AGO,
    deletingSince: null,
    containers: [container()],
    nodeName: 'node-a',
    addresses: null,
    owner: null,
    claimNames: [],
    reason: null,
    message: null,
    readySince: LONG_AGO,
    readyMessage: null,
    failingReadinessGates: [],
    isScheduled: true,
    schedulingReason: null,
    schedulingMessage: null,
    scheduledAt: LONG_AGO,
    finalizers: [],
    restartPolicy: 'Always',
    cpuRequested: 0.5,
    memoryRequested: 100e6,
    ...more,
  };
}

export function usage(of: Pod, containers: readonly Partial<ContainerUsage>[], observedAt: Instant = NOW): Observation {
  const full = containers.map((one) => ({
    name: 'app',
    cpuCores: null,
    workingSetBytes: null,
    rssBytes: null,
    activeFileBytes: null,
    cfsPeriods: null,
    cfsThrottledPeriods: null,
    ioPressure60: null,
    ...one,
  }));
  return {
    id: of.id,
    kind: ResourceKind.POD,
    aspect: 'usage',
    facts: { containers: full, unavailable: null },
    observedAt,
  };
}

export function node(more: Partial<Node> = {}): Node {
  const name = more.name ?? 'node-a';
  const resources = { cpuCores: 4, memoryBytes: 16e9, pods: 110 };
  return {
    id: uid(ResourceKind.NODE, name),
    kind: ResourceKind.NODE,
    name,
    system: CLUSTER,
    namespace: null,
    labels: { 'topology.kubernetes.io/zone': 'zone-a' },
    isReady: true,
    isSchedulable: true,
    kubeletVersion: 'v1.34.4',
    createdAt: LONG_AGO,
    capacity: resources,
    allocatable: resources,
    conditions: [condition('Ready', 'True')],
    taintList: [],
    zoneName: 'zone-a',
    kubeletHost: '10.0.0.1',
    kubeletPort: 10250,
    deletingSince: null,
    addresses: ['10.0.0.1', name],
    ...more,
  };
}

export function condition(
  type: string,
  status: string,
  since: Instant = LONG_AGO,
  reason: string | null = null,
  message: string | null = null,
) {
  return { type, status, since, reason, message };
}

export function workload(more: Partial<Workload> = {}): Workload {
  const name = more.name ?? 'web';
  return {
    id: uid(ResourceKind.WORKLOAD, name),
    kind: ResourceKind.WORKLOAD,
    name,
    system: CLUSTER,
    namespace: 'shop',
    labels: { app: 'web' },
    type: WorkloadType.DEPLOYMENT,
    desired: 3,
    ready: 3,
    updated: 3,
    isPaused: false,
    createdAt: LONG_AGO,
    replicas: 3,
    available: 3,
    isObserved: true,
    conditions: [],
    owner: null,
    deletingSince: null,
    zonalNeed: null,
    claimTemplates: [],
    job: null,
    ...more,
  };
}

/** Something the cluster recorded about an object that is called by its name. */
export function event(
  kind: NamedKind,
  name: string,
  reason: string,
  message: string,
  lastSeenAt: Instant = NOW,
  namespace: string | null = 'shop',
): ClusterEvent {
  return {
    id: uid(SupportKind.CLUSTER_EVENT, `${name}-${reason}`),
    kind: SupportKind.CLUSTER_EVENT,
    name: `${name}.${reason}`,
    system: CLUSTER,
    namespace,
    reason,
    message,
    count: 1,
    lastSeenAt,
    regarding: referenceTo(kind, CLUSTER, namespace, name),
    isWarning: true,
  };
}
