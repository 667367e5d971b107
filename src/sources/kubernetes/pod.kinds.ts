import { createHash } from 'node:crypto';
import type { Edge } from '../../model/edges.js';
import type { FindingReason } from '../../model/finding-reason.js';
import { type Reference, type ResourceId, referenceTo } from '../../model/ids.js';
import {
  type Contribution,
  type Series,
  defineInterest,
  defineKind,
  defineSeries,
} from '../../model/kind-definition.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import type { Node } from '../../model/node.js';
import { type Container, type Pod, PodPhase, type PodUsage } from '../../model/pod.js';
import { addressAliases } from '../../model/placement.js';
import type { LimitsByReason, Seen } from '../../model/rule.js';
import { SECOND } from '../../model/time.js';
import type { Volume } from '../../model/volume.js';
import { type JobFacts, type Workload, WorkloadType } from '../../model/workload.js';
import { clusterId } from './kubernetes.ids.js';
import { nodeReference } from './node.kinds.js';
import { readyOf } from './rules/node-readiness.js';
import { isWhole } from './rules/pod-end.rules.js';
import { readSchedulerMessage } from './rules/scheduler-message.js';

// ---- namespace ---------------------------------------------------------------------------------------------------

export const namespaceKind = defineKind({
  kind: ResourceKind.NAMESPACE,
  parent: ({ main }) => clusterId(main.system),
  vitalMembers: [ResourceKind.WORKLOAD, ResourceKind.POD],
});

function namespaceReference({ system, namespace }: { system: string; namespace: string }): Reference {
  return referenceTo(ResourceKind.NAMESPACE, system, null, namespace);
}

// ---- workload ----------------------------------------------------------------------------------------------------

/** Whose rollouts are followed: those of a ReplicaSet are its owner's. */
const ROLLED_OUT = new Set([WorkloadType.DEPLOYMENT, WorkloadType.STATEFUL_SET, WorkloadType.DAEMON_SET]);

/** A number for each schedule, as samples are numbers. */
function digestOf({ schedule, timeZone }: JobFacts): number {
  return createHash('sha256').update(`${schedule} ${timeZone}`).digest().readUInt32BE();
}

/** More pods than any workload has. */
const ONE_GENERATION = 2 ** 24;

/** How far it is; less than ever before once its numbers are about another specification, so that they begin anew. */
function rolloutOf({ ready, updated, observedGeneration }: Workload) {
  const begin = -(observedGeneration ?? 0) * ONE_GENERATION;
  return [
    { subject: 'ready', value: begin + (ready ?? 0) },
    { subject: 'updated', value: begin + (updated ?? 0) },
  ];
}

export const workloadKind = defineKind({
  kind: ResourceKind.WORKLOAD,
  edges: ({ owner }) => (owner === null ? [] : [{ name: 'owner', to: owner.id }]),
  interests: [
    // A failed job is forgiven once its cron job succeeds.
    defineInterest({
      kind: ResourceKind.WORKLOAD,
      edge: 'owner',
      direction: 'to',
      digest: ({ job }) => job?.lastSucceededAt ?? null,
    }),
  ],
  sets: [
    {
      name: 'zonalNeeds',
      // An owned one, such as the ReplicaSet of a Deployment, has its needs said by its owner.
      holds: ({ zonalNeed, owner }) => zonalNeed !== null && owner === null,
      concerns: [ResourceKind.ZONE],
      digest: ({ zonalNeed }) => JSON.stringify(zonalNeed),
    },
    {
      // Between a pod with volumes and who needs nodes where they are; it may be seen after both.
      name: 'replicaSets',
      holds: ({ type, owner, replicas }) => type === WorkloadType.REPLICA_SET && owner !== null && (replicas ?? 0) > 0,
      concerns: [ResourceKind.ZONE],
      digest: ({ owner }) => owner?.id ?? null,
    },
  ],
  series: [
    defineSeries({
      name: 'rollout',
      kind: ResourceKind.WORKLOAD,
      aspect: 'main',
      values: (workload) => (ROLLED_OUT.has(workload.type) ? rolloutOf(workload) : []),
      // A pod that comes and goes is counted once: only more than there were is progress.
      keep: 'rises',
      step: () => SECOND,
      window: () => 0,
    }),
    // When it was last seen to have all the pods that it wants: what failed before is forgiven, also once others fail.
    defineSeries({
      name: 'whole',
      kind: ResourceKind.WORKLOAD,
      aspect: 'main',
      values: (workload) => (isWhole(workload) ? [{ subject: null, value: 1 }] : []),
      keep: 'last',
      step: () => SECOND,
      window: () => 0,
    }),
    // When a cron job was last seen to be suspended.
    defineSeries({
      name: 'suspended',
      kind: ResourceKind.WORKLOAD,
      aspect: 'main',
      values: ({ type, isPaused }) => (type === WorkloadType.CRON_JOB && isPaused ? [{ subject: null, value: 1 }] : []),
      keep: 'last',
      step: () => SECOND,
      window: () => 0,
    }),
    // When the schedule of a cron job was seen to be another.
    defineSeries({
      name: 'schedule',
      kind: ResourceKind.WORKLOAD,
      aspect: 'main',
      values: ({ job }) => (job?.schedule == null ? [] : [{ subject: null, value: digestOf(job) }]),
      keep: 'changes',
      step: () => SECOND,
      window: () => 0,
    }),
  ],
  parent: (workload) => {
    const { main } = workload;
    if (!isOwnedByWorkload(main)) return namespaceReference(main);
    if (main.type === WorkloadType.REPLICA_SET) return null;
    return workload.one('owner', ResourceKind.WORKLOAD)?.id ?? namespaceReference(main);
  },
});

const CONTROLLERS = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob']);

/** Others, such as an Argo Workflow or Rollout, are no workloads of ours; those of another group have it in their kind. */
function isOwnedByWorkload({ owner }: Pod | Workload): boolean {
  return owner !== null && CONTROLLERS.has(owner.kind);
}

// ---- pod ---------------------------------------------------------------------------------------------------------

export const podKind = defineKind({
  kind: ResourceKind.POD,
  edges: podEdges,
  aliases: ({ system, addresses }) => addressAliases(ResourceKind.POD, system, addresses?.split(' ') ?? []),
  interests: [
    // Its place in the tree follows from its owner, which may be seen after it.
    defineInterest({
      kind: ResourceKind.WORKLOAD,
      edge: 'owner',
      direction: 'to',
      digest: (workload) => [workload.owner?.id, workload.job?.isFinished, isWhole(workload)].join(' '),
    }),
    defineInterest({ kind: ResourceKind.NODE, edge: 'node', direction: 'to', digest: visibility }),
    defineInterest({ kind: SupportKind.CLUSTER_EVENT, edge: 'regarding', direction: 'from' }),
  ],
  series: [
    podSeries('restarts', 'main', 'CONTAINER_RESTARTING', ['window', 'criticalWindow'], ({ containers }: Pod) =>
      containers.map(({ name, restarts }) => ({ subject: name, value: restarts })),
    ),
    // When containers that were started again began to run.
    podSeries('runs', 'main', 'CONTAINER_RESTARTING', ['window', 'criticalWindow'], ({ containers }: Pod) =>
      containers.flatMap(({ name, restarts, runningSince }) =>
        restarts === 0 || runningSince === null ? [] : [{ subject: name, value: runningSince }],
      ),
    ),
    // When containers were last killed for their memory: a later end takes the place of the kill in the facts.
    podSeries('kills', 'main', 'CONTAINER_OOM_KILLED', [], ({ containers }: Pod) =>
      containers.flatMap(({ name, ...ends }) => {
        const at = killOf(ends)?.finishedAt ?? null;
        return at === null ? [] : [{ subject: name, value: at }];
      }),
    ),
    // By their restarts, kills of which nobody says when they were.
    podSeries('undatedKills', 'main', 'CONTAINER_OOM_KILLED', ['criticalWithin', 'warnWithin'], ({ containers }: Pod) =>
      containers.flatMap(({ name, restarts, ...ends }) =>
        killOf(ends)?.finishedAt === null ? [{ subject: name, value: restarts }] : [],
      ),
    ),
    // How often they had been when they last waited to be started again.
    podSeries('backOffs', 'main', 'POD_CRASH_LOOPING', [], ({ containers }: Pod) =>
      containers.flatMap(({ name, restarts, waitingReason }) =>
        waitingReason === 'CrashLoopBackOff' ? [{ subject: name, value: restarts }] : [],
      ),
    ),
    // When a gate last kept it from the scheduler.
    podSeries('gated', 'main', 'POD_UNSCHEDULABLE', [], ({ schedulingReason }: Pod) =>
      schedulingReason === 'SchedulingGated' ? [{ subject: null, value: 1 }] : [],
    ),
    {
      ...podSeries('failures', 'main', 'POD_FAILED', [], ({ phase }: Pod) =>
        phase === PodPhase.FAILED ? [{ subject: null, value: 1 }] : [],
      ),
      // Only when it was first seen so: it stays so.
      keep: 'first',
      step: () => Number.POSITIVE_INFINITY,
    },
    podSeries('cfsPeriods', 'usage', 'CPU_THROTTLED', ['window'], ({ containers }: PodUsage) =>
      containers.flatMap(({ name, cfsPeriods }) => (cfsPeriods === null ? [] : [{ subject: name, value: cfsPeriods }])),
    ),
    podSeries('cfsThrottledPeriods', 'usage', 'CPU_THROTTLED', ['window'], ({ containers }: PodUsage) =>
      containers.flatMap(({ name, cfsThrottledPeriods: value }) => (value === null ? [] : [{ subject: name, value }])),
    ),
  ],
  sets: [
    {
      name: 'volumeConflicts',
      holds: ({ isScheduled, schedulingMessage, deletingSince }) =>
        isScheduled === false &&
        deletingSince === null &&
        readSchedulerMessage(schedulingMessage).some(({ cause }) => cause === 'volume zone'),
      concerns: [ResourceKind.VOLUME],
      isConcerned: (volume, pod) => 'claimRef' in volume && mounts(pod, volume.claimRef),
      // The scheduler writes anew at every retry how many nodes it passed over for what.
      digest: ({ schedulingMessage }) =>
        readSchedulerMessage(schedulingMessage)
          .map(({ cause }) => cause)
          .sort()
          .join(),
    },
    {
      // Where their volumes are, their controllers need nodes. Those that run tell nothing new: they have a node there.
      name: 'unplacedClaimants',
      holds: ({ nodeName, claimNames, owner }) => nodeName === null && claimNames.length > 0 && owner !== null,
      concerns: [ResourceKind.ZONE],
      digest: ({ owner }) => owner?.id ?? null,
    },
  ],
  contributes: [...requestsTo(({ nodeName, system }) => (nodeName === null ? null : nodeReference(system, nodeName)))]
    .concat(requestsTo(({ system }) => clusterId(system)))
    .concat({
      total: 'unschedulablePods',
      amount: ({ isScheduled, schedulingReason, deletingSince }) =>
        isScheduled === false && schedulingReason === 'Unschedulable' && deletingSince === null ? 1 : 0,
      receiver: ({ system }) => clusterId(system),
    }),
  parent: podParent,
});

/** Pods that never restart keep it as their state, others as their last one. */
function killOf({ termination, lastTermination }: Pick<Container, 'termination' | 'lastTermination'>) {
  return [termination, lastTermination].find((end) => end?.reason === 'OOMKilled') ?? null;
}

function mounts({ namespace, claimNames }: Pod, claim: Volume['claimRef']): boolean {
  return claim !== null && claim.namespace === namespace && claimNames.includes(claim.name);
}

/** Whether the node reports at all: nothing else about it changes what a pod is said to be. */
function visibility(node: Node): string {
  const ready = readyOf(node);
  return ready?.status === 'Unknown' ? `unknown since ${ready.since ?? 0}` : 'visible';
}

/** Numbers of a pod or its containers, kept as far back as the rule that reads them looks; the last two always. */
function podSeries(
  name: string,
  aspect: 'main' | 'usage',
  reason: `${FindingReason}`,
  windows: readonly string[],
  values: (facts: never) => readonly { readonly subject: string | null; readonly value: number }[],
): Series<ResourceKind.POD> {
  const window = (limits: LimitsByReason) => Math.max(0, ...windows.map((name) => limits[reason]?.[name] ?? 0));
  return {
    name,
    aspect,
    keep: 'last',
    // A restart is never missed; of a steady counter thirty samples draw the window well enough.
    step: (limits) => (aspect === 'main' ? SECOND : window(limits) / 30),
    window,
    values: (facts) => values(facts as never),
  };
}

function podEdges({ nodeName, owner, claimNames, system, namespace }: Pod): readonly Edge[] {
  const edges: Edge[] = [];
  if (nodeName !== null) edges.push({ name: 'node', to: nodeReference(system, nodeName) });
  if (owner !== null) edges.push({ name: 'owner', to: owner.id });
  for (const claim of claimNames) {
    edges.push({ name: 'claim', to: referenceTo(ResourceKind.CLAIM, system, namespace, claim) });
  }
  return edges;
}

/** What a pod that is not over yet asks of its node and cluster. */
function requestsTo(receiver: Contribution<ResourceKind.POD>['receiver']): Contribution<ResourceKind.POD>[] {
  return [
    { total: 'runningPods', amount: (pod) => (holdsRoom(pod) && pod.nodeName !== null ? 1 : 0), receiver },
    {
      total: 'cpuRequestedMillicores',
      amount: (pod) => (holdsRoom(pod) ? Math.round(pod.cpuRequested * 1_000) : 0),
      receiver,
    },
    {
      total: 'memoryRequestedBytes',
      amount: (pod) => (holdsRoom(pod) ? Math.round(pod.memoryRequested) : 0),
      receiver,
    },
  ];
}

function holdsRoom({ phase }: Pod): boolean {
  return phase !== PodPhase.SUCCEEDED && phase !== PodPhase.FAILED;
}

/** An owned ReplicaSet is only a link to its Deployment. Without its owner, which may not be seen, a pod stands for itself. */
function podParent(pod: Seen<ResourceKind.POD>): ResourceId | Reference {
  const owner = pod.one('owner', ResourceKind.WORKLOAD);
  if (owner === undefined || !isOwnedByWorkload(pod.main)) return namespaceReference(pod.main);
  const isLink = owner.main.type === WorkloadType.REPLICA_SET && isOwnedByWorkload(owner.main);
  return (isLink ? owner.main.owner?.id : undefined) ?? owner.id;
}

// ---- event -------------------------------------------------------------------------------------------------------

export const clusterEventKind = defineKind({
  kind: SupportKind.CLUSTER_EVENT,
  edges: ({ regarding }) => [{ name: 'regarding', to: regarding as ResourceId | Reference }],
});
