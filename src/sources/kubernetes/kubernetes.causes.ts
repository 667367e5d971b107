import { FindingReason } from '../../model/finding-reason.js';
import type { CauseDefinition, Step } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import { readSchedulerMessage } from './rules/scheduler-message.js';
import type { Pod } from '../../model/pod.js';

const R = FindingReason;

const CANNOT_START = [R.IMAGE_PULL_FAILED, R.CONTAINER_CONFIG_ERROR, R.CONTAINER_CREATE_FAILED];
const NODE_LOST = [R.NODE_NOT_READY, R.NODE_UNREACHABLE];

const toNode: Step = { edge: 'node', direction: 'to', kind: ResourceKind.NODE };
const toPods: Step = { edge: 'owner', direction: 'from', kind: ResourceKind.POD };
const toReplicaSets: Step = { edge: 'owner', direction: 'from', kind: ResourceKind.WORKLOAD };
const toClaims: Step = { edge: 'claim', direction: 'to', kind: ResourceKind.CLAIM };

/** What keeps a workload's pods from being ready. */
const POD_TROUBLE = [
  ...CANNOT_START,
  R.POD_NOT_READY,
  R.POD_CRASH_LOOPING,
  R.POD_UNSCHEDULABLE,
  R.POD_PENDING,
  R.POD_STATE_UNKNOWN,
  R.POD_FAILED,
  R.POD_EVICTED,
  R.CONTAINER_CREATING_STUCK,
];

/** What follows from what among pods, their workloads and their nodes. */
export const kubernetesCauses: readonly CauseDefinition[] = [
  { effects: [R.CONTAINER_OOM_KILLED], causes: [R.MEMORY_NEAR_LIMIT], path: [], sameSubject: true },
  { effects: [R.CONTAINER_RESTARTING], causes: [R.CONTAINER_OOM_KILLED], path: [], sameSubject: true },
  { effects: [R.POD_CRASH_LOOPING], causes: [R.CONTAINER_RESTARTING], path: [], sameSubject: true },
  { effects: [R.POD_NOT_READY], causes: [R.POD_CRASH_LOOPING, ...CANNOT_START], path: [] },
  { effects: [R.POD_PENDING], causes: [R.CONTAINER_CREATING_STUCK], path: [] },
  // Only the node's word: a pod that was not ready before its node was lost has a cause of its own as well.
  { effects: [R.POD_NOT_READY, R.POD_STATE_UNKNOWN, R.POD_STUCK_TERMINATING], causes: NODE_LOST, path: [toNode] },
  {
    effects: [R.POD_UNSCHEDULABLE],
    causes: [R.CLAIM_PENDING, R.CLAIM_LOST],
    path: [toClaims],
    holds: (_, pod) =>
      readSchedulerMessage((pod.main as Pod).schedulingMessage).some(({ cause }) => cause === 'unbound claim'),
  },
  { effects: [R.WORKLOAD_UNAVAILABLE, R.WORKLOAD_ROLLOUT_STUCK], causes: POD_TROUBLE, path: [toPods] },
  { effects: [R.WORKLOAD_UNAVAILABLE, R.WORKLOAD_ROLLOUT_STUCK], causes: POD_TROUBLE, path: [toReplicaSets, toPods] },
  { effects: [R.WORKLOAD_UNAVAILABLE], causes: [R.WORKLOAD_ROLLOUT_STUCK], path: [] },
  { effects: [R.JOB_FAILED], causes: [...CANNOT_START, R.CONTAINER_OOM_KILLED, R.POD_EVICTED], path: [toPods] },
];
