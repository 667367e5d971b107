import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, type Finding } from '../../model/health.js';
import type { CauseDefinition, Step } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Pod } from '../../model/pod.js';
import type { Seen } from '../../model/rule.js';
import { MINUTE, SECOND } from '../../model/time.js';
import { CANNOT_START, POD_TROUBLE } from '../pod-trouble.js';
import { readSchedulerMessage } from './rules/scheduler-message.js';

const R = FindingReason;

const NODE_LOST = [R.NODE_NOT_READY, R.NODE_UNREACHABLE];

const toNode: Step = { edge: 'node', direction: 'to', kind: ResourceKind.NODE };
const toPods: Step = { edge: 'owner', direction: 'from', kind: ResourceKind.POD };
const toReplicaSets: Step = { edge: 'owner', direction: 'from', kind: ResourceKind.WORKLOAD };
const toClaims: Step = { edge: 'claim', direction: 'to', kind: ResourceKind.CLAIM };

/** A node that breaks takes its pods down somewhat before its own condition turns. */
const NODE_CONDITION_LAG = 2 * MINUTE;

function podOf(seen: Seen): Pod {
  return seen.main as Pod;
}

/** What was wrong long before is not because of it. */
function isNoLater(cause: Finding, effect: Finding, lag = 0): boolean {
  return cause.since - lag <= effect.since;
}

/** A container whose finding only lingers keeps nothing from being ready. */
function isUnready({ containers }: Pod, container: string | null): boolean {
  return containers.some(({ name, isReady }) => name === container && !isReady);
}

/** A kubelet waits no longer than this before it starts a container again. */
const LONGEST_BACK_OFF = 5 * MINUTE;

/** That a container was killed is told for an hour: a later end that was none has another reason. */
function isLastEnd({ containers }: Pod, { subject }: Finding): boolean {
  return containers.some(
    ({ name, termination, lastTermination }) =>
      name === subject && (termination ?? lastTermination)?.reason === 'OOMKilled',
  );
}

function isNotReady(pod: Seen): boolean {
  return podOf(pod).isReady !== true;
}

/** Of two that are asked at intervals of ten seconds, the one that is down may be found later. */
const LOOK_LAG = 15 * SECOND;

/**
 * A kubelet asks the API server who we are and what we may see: while that is down, it refuses (401, 403), or fails (500). One
 * that is silent or refuses connections has another reason.
 */
function cannotAskForUs({ reason, message }: Finding, source: Seen): boolean {
  if (!source.main.name.startsWith('kubelets/')) return false;
  return reason === R.SOURCE_FORBIDDEN || /: 5\d\d /.test(message);
}

/** What follows from what among pods, their workloads and their nodes. */
export const kubernetesCauses: readonly CauseDefinition[] = [
  {
    effects: [R.CONTAINER_OOM_KILLED],
    causes: [R.MEMORY_NEAR_LIMIT],
    path: [],
    sameSubject: true,
    holds: (kill, _, full) => isNoLater(full, kill),
  },
  {
    effects: [R.CONTAINER_RESTARTING],
    causes: [R.CONTAINER_OOM_KILLED],
    path: [],
    sameSubject: true,
    holds: (restarts, pod, kill) => isLastEnd(podOf(pod), kill) || isNoLater(restarts, kill, LONGEST_BACK_OFF),
  },
  { effects: [R.POD_CRASH_LOOPING], causes: [R.CONTAINER_RESTARTING], path: [], sameSubject: true },
  {
    effects: [R.POD_NOT_READY],
    causes: [R.POD_CRASH_LOOPING, ...CANNOT_START],
    path: [],
    holds: (_, pod, { subject }) => isUnready(podOf(pod), subject),
  },
  { effects: [R.POD_PENDING], causes: [R.CONTAINER_CREATING_STUCK], path: [] },
  {
    effects: [R.POD_NOT_READY, R.POD_PENDING, R.CONTAINER_CREATING_STUCK],
    causes: NODE_LOST,
    path: [toNode],
    holds: (trouble, _, lost) => isNoLater(lost, trouble, NODE_CONDITION_LAG),
  },
  {
    effects: [R.POD_STATE_UNKNOWN],
    causes: NODE_LOST,
    path: [toNode],
    // What is inferred is inferred from the node.
    holds: ({ evidence }) => evidence === Evidence.INFERRED,
  },
  {
    effects: [R.POD_STUCK_TERMINATING],
    causes: NODE_LOST,
    path: [toNode],
    holds: (_, pod) => podOf(pod).finalizers.length === 0,
  },
  {
    effects: [R.POD_EVICTED],
    causes: [R.NODE_UNDER_PRESSURE],
    path: [toNode],
    holds: (eviction, pod, pressure) =>
      podOf(pod).reason === 'Evicted' && isNoLater(pressure, eviction, NODE_CONDITION_LAG),
  },
  {
    effects: [R.POD_UNSCHEDULABLE],
    causes: [R.CLAIM_PENDING, R.CLAIM_LOST],
    path: [toClaims],
    holds: (_, pod) =>
      readSchedulerMessage(podOf(pod).schedulingMessage).some(({ cause }) => cause === 'unbound claim'),
  },
  ...[[toPods], [toReplicaSets, toPods]].map((path) => ({
    effects: [R.WORKLOAD_UNAVAILABLE, R.WORKLOAD_ROLLOUT_STUCK],
    causes: POD_TROUBLE,
    path,
    holds: (_effect: Finding, _workload: Seen, _cause: Finding, pod: Seen) => isNotReady(pod),
  })),
  { effects: [R.WORKLOAD_UNAVAILABLE], causes: [R.WORKLOAD_ROLLOUT_STUCK], path: [] },
  {
    effects: [R.SOURCE_FORBIDDEN, R.SOURCE_UNREACHABLE],
    causes: [R.CLUSTER_UNREACHABLE],
    path: [{ edge: 'apiServer', direction: 'to', kind: ResourceKind.CLUSTER }],
    holds: (refusal, source, down) => cannotAskForUs(refusal, source) && isNoLater(down, refusal, LOOK_LAG),
  },
];
