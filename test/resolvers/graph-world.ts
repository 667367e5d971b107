import { type ExecutionResult, graphql } from 'graphql';
import type { Disappearance, Observation, SourceEvent } from '../../src/model/facts.js';
import { FindingReason } from '../../src/model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../src/model/health.js';
import { type ResourceId, resourceId, systemId } from '../../src/model/ids.js';
import { type KindDefinition, type Series, defineKind, defineSeries } from '../../src/model/kind-definition.js';
import { ResourceKind, SupportKind } from '../../src/model/kinds.js';
import { type Container, ContainerState, PodPhase, type PodUsage } from '../../src/model/pod.js';
import { type Candidate, defineRule } from '../../src/model/rule.js';
import { ServerMode } from '../../src/model/server.js';
import { SignalName } from '../../src/model/signal-name.js';
import { type Sight, SourceMode } from '../../src/model/source.js';
import { MINUTE, type Milliseconds } from '../../src/model/time.js';
import type { ClaimUsage } from '../../src/model/volume.js';
import { WorkloadType } from '../../src/model/workload.js';
import type { LimitSettings } from '../../src/registry/limit-book.js';
import { type Graph, createGraph } from '../../src/resolvers/schema.js';
import { kubernetesKinds } from '../../src/sources/kubernetes/kubernetes.kinds.js';
import { platformKinds, platformRecords, platformRules } from '../../src/sources/platform.js';
import { sourceRules } from '../../src/sources/source.rules.js';
import { type World, judgedWorld } from '../support/judged.js';
import { ManualClock } from '../support/manual-clock.js';

export const CLUSTER = 'prod';

export const START = new ManualClock().now();

export function idOf(kind: ResourceKind | SupportKind, name: string, system = CLUSTER): ResourceId {
  return resourceId(kind, system, name);
}

type Facts = Record<string, unknown>;

/** One record: whatever it has in common with all others need not be said. */
function observed(kind: ResourceKind | SupportKind, name: string, facts: Facts): Observation {
  const { system = CLUSTER } = facts;
  const { id = idOf(kind, name, system as string) } = facts;
  const common = { id, kind, name, system, namespace: null, labels: {} };
  return { id, kind, aspect: 'main', facts: { ...common, ...facts }, observedAt: START } as unknown as Observation;
}

export function gone(kind: ResourceKind, name: string): Disappearance {
  return { id: idOf(kind, name), kind, goneAspect: 'main' };
}

// ---- records -----------------------------------------------------------------------------------------------------

export function cluster(name = CLUSTER, facts: Facts = {}): Observation {
  const configured = { version: 'v1.33.1', configuredMaximumNodes: 10, nodeGroups: [] };
  return observed(ResourceKind.CLUSTER, name, { system: name, ...configured, ...facts });
}

export function zone(name: string, facts: Facts = {}): Observation {
  return observed(ResourceKind.ZONE, name, facts);
}

const RESOURCES = { cpuCores: 4, memoryBytes: 16e9, pods: 110 };

export function node(name: string, facts: Facts = {}): Observation {
  return observed(ResourceKind.NODE, name, {
    isReady: true,
    isSchedulable: true,
    kubeletVersion: 'v1.33.1',
    createdAt: START,
    capacity: RESOURCES,
    allocatable: RESOURCES,
    conditions: [],
    taintList: [],
    zoneName: 'zone-a',
    kubeletHost: null,
    kubeletPort: 10250,
    deletingSince: null,
    addresses: null,
    ...facts,
  });
}

export function namespace(name: string, facts: Facts = {}): Observation {
  return observed(ResourceKind.NAMESPACE, name, { createdAt: START, ...facts });
}

export function workload(name: string, facts: Facts = {}): Observation {
  return observed(ResourceKind.WORKLOAD, name, {
    namespace: 'shop',
    type: WorkloadType.DEPLOYMENT,
    desired: 2,
    ready: 2,
    updated: 2,
    isPaused: false,
    createdAt: START,
    replicas: 2,
    available: 2,
    isObserved: true,
    conditions: [],
    owner: null,
    deletingSince: null,
    zonalNeed: null,
    claimTemplates: [],
    job: null,
    ...facts,
  });
}

export function container(name: string, facts: Partial<Container> = {}): Container {
  return {
    name,
    image: `registry/${name}:1`,
    isInit: false,
    isSidecar: false,
    isReady: true,
    restarts: 0,
    state: ContainerState.RUNNING,
    waitingReason: null,
    waitingMessage: null,
    runningSince: START,
    termination: null,
    lastTermination: null,
    isStarted: true,
    hasStartupProbe: false,
    hasReadinessProbe: true,
    cpuRequest: 0.5,
    cpuLimit: 1,
    memoryRequest: 1e9,
    memoryLimit: 2e9,
    ...facts,
  };
}

/** A pod of namespace `shop` on node `node-a`. What its labels `warn` and `critical` list is wrong with it. */
export function pod(name: string, facts: Facts = {}): Observation {
  return observed(ResourceKind.POD, name, {
    namespace: 'shop',
    phase: PodPhase.RUNNING,
    displayStatus: 'Running',
    isReady: true,
    restarts: 0,
    createdAt: START,
    startedAt: START,
    deletingSince: null,
    containers: [container('app')],
    nodeName: 'node-a',
    addresses: null,
    owner: null,
    claimNames: [],
    reason: null,
    message: null,
    readySince: START,
    readyMessage: null,
    failingReadinessGates: [],
    isScheduled: true,
    schedulingReason: null,
    schedulingMessage: null,
    scheduledAt: START,
    finalizers: [],
    restartPolicy: 'Always',
    cpuRequested: 0.5,
    memoryRequested: 1e9,
    ...facts,
  });
}

/** What the kubelet says of the container `app` of a pod. */
export function podUsage(name: string, cpuCores: number, workingSetBytes: number, facts: Facts = {}): Observation {
  const app = { name: 'app', cpuCores, workingSetBytes, rssBytes: workingSetBytes, activeFileBytes: null };
  const unknown = { cfsPeriods: null, cfsThrottledPeriods: null, ioPressure60: null };
  const usage: PodUsage = { containers: [{ ...app, ...unknown, ...facts }], unavailable: null };
  return side(ResourceKind.POD, name, usage);
}

export function claim(name: string, facts: Facts = {}): Observation {
  return observed(ResourceKind.CLAIM, name, {
    namespace: 'shop',
    phase: 'BOUND',
    requestedBytes: 100e9,
    storageClass: 'fast',
    volumeName: `volume-${name}`,
    createdAt: START,
    deletingSince: null,
    finalizers: [],
    ...facts,
  });
}

export function claimUsage(name: string, usedBytes: number, capacityBytes: number): Observation {
  const inodes = { inodes: 1_000, inodesFree: 900 };
  const space = { capacityBytes, usedBytes, availableBytes: capacityBytes - usedBytes };
  return side(ResourceKind.CLAIM, name, { ...space, ...inodes, unavailable: null } satisfies ClaimUsage);
}

export function volume(name: string, facts: Facts = {}): Observation {
  return observed(ResourceKind.VOLUME, name, {
    storageClass: 'fast',
    driver: 'ebs.csi.aws.com',
    phase: 'Bound',
    phaseMessage: null,
    handle: name,
    declaredBytes: 100e9,
    claimRef: null,
    accessModes: ['ReadWriteOnce'],
    nodeAlternatives: [],
    zoneNames: ['zone-a'],
    createdAt: START,
    deletingSince: null,
    finalizers: [],
    ...facts,
  });
}

export function attachment(volumeName: string, nodeName: string, facts: Facts = {}): Observation {
  return observed(SupportKind.VOLUME_ATTACHMENT, `${volumeName}-${nodeName}`, {
    nodeName,
    volumeName,
    isAttached: true,
    attachError: null,
    detachError: null,
    attacher: 'ebs.csi.aws.com',
    createdAt: START,
    deletingSince: null,
    errorSince: null,
    ...facts,
  });
}

export function event(name: string, regarding: ResourceId, facts: Facts = {}): Observation {
  return observed(SupportKind.CLUSTER_EVENT, name, {
    namespace: 'shop',
    reason: 'BackOff',
    message: `${name} happened`,
    count: 1,
    lastSeenAt: START,
    regarding,
    isWarning: true,
    ...facts,
  });
}

export function database(name: string, facts: Facts = {}): Observation {
  return observed(ResourceKind.DATABASE, name, {
    system: name,
    engine: 'POSTGRESQL',
    version: '18.1',
    sizeBytes: 5e9,
    capacityBytes: 20e9,
    connections: { used: 12, maximum: 100, reserved: 3 },
    standbys: [{ name: 'standby', state: 'streaming', lagSeconds: 0.5 }],
    slots: [],
    wraparound: 0.1,
    isInRecovery: false,
    startedAt: START,
    isStandbyExpected: false,
    vcpus: null,
    isReadOnly: false,
    walBytes: null,
    activity: null,
    replayLag: null,
    blocksRead: null,
    blockReadTime: null,
    unavailable: {},
    ...facts,
  });
}

export function sight(kind: ResourceKind | SupportKind | null, facts: Partial<Sight> = {}): Sight {
  const subject = kind === null ? 'kubelet' : `${kind.toLowerCase()}s`;
  return { subject, kind, resourceId: null, state: 'ok', message: null, since: START, contactAt: START, ...facts };
}

const WATCHED = [
  ResourceKind.NODE,
  ResourceKind.NAMESPACE,
  ResourceKind.WORKLOAD,
  ResourceKind.POD,
  ResourceKind.CLAIM,
  ResourceKind.VOLUME,
  SupportKind.VOLUME_ATTACHMENT,
  SupportKind.CLUSTER_EVENT,
];

/** The watch of a cluster; `sights` take the place of those it has of the same kinds. */
export function clusterSource(sights: readonly Sight[] = [], facts: Facts = {}, system = CLUSTER): Observation {
  const others = WATCHED.filter((kind) => !sights.some((one) => one.kind === kind)).map((kind) => sight(kind));
  return observed(ResourceKind.SOURCE, `kubernetes/${system}`, {
    system,
    mode: SourceMode.WATCHED,
    interval: null,
    lastDurationMilliseconds: null,
    consecutiveFailures: 0,
    partOf: 'kubernetes',
    endpointId: idOf(ResourceKind.CLUSTER, system, system),
    state: 'ok',
    message: null,
    stateSince: START,
    sights: [...others, ...sights],
    clockSkew: null,
    ...facts,
  });
}

function side(kind: ResourceKind, name: string, facts: unknown): Observation {
  return { id: idOf(kind, name), kind, aspect: 'usage', facts, observedAt: START } as unknown as Observation;
}

// ---- rules -------------------------------------------------------------------------------------------------------

function said(reason: FindingReason, subjects: string | undefined, severity: Severity): readonly Candidate[] {
  return (subjects?.split(',') ?? []).map((subject) => {
    return { reason, subject, severity, message: `${subject} is wrong.`, advice: 'Look.' };
  });
}

/** What the labels say is wrong: enough to see how the graph tells it. */
const rules = [
  ...platformRules,
  ...sourceRules,
  defineRule({
    kind: ResourceKind.POD,
    signal: SignalName.POD_RESTARTS,
    title: 'Restarts',
    description: 'What the labels say.',
    unit: Unit.COUNT,
    evidence: Evidence.MEASURED,
    limits: { CONTAINER_RESTARTING: { warnAt: 1, criticalAt: 3, window: 10 * MINUTE } },
    judge: ({ main: { labels } }) => ({
      findings: [
        ...said(FindingReason.CONTAINER_RESTARTING, labels['info'], Severity.INFO),
        ...said(FindingReason.CONTAINER_RESTARTING, labels['warn'], Severity.WARNING),
        ...said(FindingReason.CONTAINER_RESTARTING, labels['critical'], Severity.CRITICAL),
      ],
    }),
    measure: ({ main, observedAt }) =>
      main.containers.map(({ name, restarts }) => ({ subject: name, value: restarts, observedAt, series: 'restarts' })),
  }),
  defineRule({
    kind: ResourceKind.POD,
    signal: SignalName.POD_CPU_UTILISATION,
    title: 'CPU',
    description: 'CPU in use of the limit.',
    unit: Unit.RATIO,
    evidence: Evidence.MEASURED,
    howToEnable: 'Grant get on nodes/metrics.',
    limits: { CPU_NEAR_LIMIT: { warnAt: 0.9, for: 10 * MINUTE } },
    judge: () => null,
    measure: (seen) => {
      const usage = seen.aspect('usage');
      const value = usage?.facts.containers[0]?.cpuCores ?? null;
      return [{ subject: 'app', value, unavailable: 'forbidden', observedAt: usage?.observedAt ?? null }];
    },
  }),
  defineRule({
    kind: ResourceKind.POD,
    signal: SignalName.POD_READINESS,
    title: 'Ready',
    description: 'A pod on a node that is not ready is not ready.',
    unit: null,
    evidence: Evidence.INFERRED,
    limits: { POD_NOT_READY: {} },
    judge: (seen) =>
      seen.main.isReady === false ? { findings: said(FindingReason.POD_NOT_READY, 'app', Severity.WARNING) } : null,
  }),
  defineRule({
    kind: ResourceKind.VOLUME,
    signal: SignalName.VOLUME_FILL_RATE,
    title: 'Filling',
    description: 'In how many seconds it is full, as its label says.',
    unit: Unit.SECONDS,
    evidence: Evidence.MEASURED,
    limits: { VOLUME_FILLING: {} },
    judge: () => null,
    measure: ({ main: { labels }, observedAt }) => {
      const { fullIn } = labels;
      return [{ value: fullIn === undefined ? null : Number(fullIn), unavailable: 'not growing', observedAt }];
    },
  }),
  defineRule({
    kind: ResourceKind.NODE,
    signal: SignalName.NODE_CONDITIONS,
    title: 'Node',
    description: 'Whether it is ready.',
    unit: null,
    evidence: Evidence.MEASURED,
    limits: { NODE_NOT_READY: {} },
    judge: ({ main }) =>
      main.isReady === true ? null : { findings: said(FindingReason.NODE_NOT_READY, 'Ready', Severity.CRITICAL) },
  }),
  defineRule({
    kind: ResourceKind.DATABASE,
    signal: SignalName.DATABASE_REACH,
    title: 'Reachable',
    description: 'What the labels say.',
    unit: null,
    evidence: Evidence.MEASURED,
    limits: { DATABASE_UNREACHABLE: {} },
    judge: ({ main: { labels } }) => ({
      findings: said(FindingReason.DATABASE_UNREACHABLE, labels['critical'], Severity.CRITICAL),
    }),
  }),
];

const causes = [
  {
    effects: [FindingReason.POD_NOT_READY],
    causes: [FindingReason.NODE_NOT_READY],
    path: [{ edge: 'node' as const, direction: 'to' as const, kind: ResourceKind.NODE }],
  },
];

const restarts = defineSeries({
  kind: ResourceKind.POD,
  aspect: 'main',
  name: 'restarts',
  keep: 'last',
  step: () => MINUTE,
  window: () => 60 * MINUTE,
  values: ({ containers }) => containers.map(({ name, restarts: value }) => ({ subject: name, value })),
}) as unknown as Series;

const kinds: readonly KindDefinition[] = [
  ...platformKinds,
  ...kubernetesKinds.map((definition): KindDefinition =>
    definition.kind === ResourceKind.POD ? { ...definition, series: [restarts] } : definition,
  ),
  defineKind({ kind: ResourceKind.DATABASE, parent: () => systemId('databases') }),
];

// ---- asking ------------------------------------------------------------------------------------------------------

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface GraphWorld {
  readonly world: World;
  readonly graph: Graph;
  /** What was asked to be refreshed so far. */
  readonly refreshed: { readonly ids: readonly ResourceId[]; readonly maxAge: Milliseconds }[];
  see(...events: readonly SourceEvent[]): void;
  ask(source: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** The data of an answer that has no errors. */
  data(source: string, variables?: Record<string, unknown>): Promise<unknown>;
  /** Code and message of the only error of an answer. */
  error(source: string, variables?: Record<string, unknown>): Promise<string>;
}

export interface GraphWorldOptions {
  readonly settings?: Partial<LimitSettings>;
  readonly onRefresh?: (world: World) => void;
}

/** The real graph over a real registry: the platform and one cluster that is seen well; nothing in it yet. */
export function graphWorld({ settings = {}, onRefresh }: GraphWorldOptions = {}): GraphWorld {
  const world = judgedWorld({ kinds, rules, causes, settings });
  const { registry, clock } = world;
  const isConfigured = (members: ResourceKind): boolean => members === ResourceKind.CLUSTER;
  world.see(...platformRecords(isConfigured, clock.now()), cluster(), clusterSource());
  const refreshed: GraphWorld['refreshed'] = [];
  const graph = createGraph({
    registry,
    clock,
    state: { version: '1.2.3', startedAt: START, mode: ServerMode.REPLAY, recording: 'a test' },
    refresher: {
      refresh: (ids, maxAge) => {
        refreshed.push({ ids: [...ids], maxAge });
        onRefresh?.(world);
        return Promise.resolve();
      },
    },
  });
  const ask: GraphWorld['ask'] = (source, variableValues) =>
    graphql({ schema: graph.schema, source, contextValue: graph.contextOf(7), variableValues: variableValues ?? {} });
  return {
    world,
    graph,
    refreshed,
    see: (...events) => {
      world.see(...events);
    },
    ask,
    data: async (source, variables) => {
      const { data, errors } = await ask(source, variables);
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return JSON.parse(JSON.stringify(data)) as unknown;
    },
    error: async (source, variables) => {
      const { errors = [] } = await ask(source, variables);
      return errors.map(({ message, extensions }) => `${String(extensions['code'])} ${message}`).join('\n');
    },
  };
}
