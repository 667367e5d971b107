import { ResourceKind } from '../../../model/kinds.js';
import { PodPhase } from '../../../model/pod.js';
import type { Judgement, Seen } from '../../../model/rule.js';

export type SeenPod = Seen<ResourceKind.POD>;

/** Pods that ended well, or whose job is over, have nothing more to answer for. */
export function isOver(pod: SeenPod): boolean {
  const { phase, owner } = pod.main;
  if (phase === PodPhase.SUCCEEDED) return true;
  // Asked of every pod by every rule: most pods are of no job.
  return owner?.kind === 'Job' && pod.one('owner', ResourceKind.WORKLOAD)?.main.job?.isFinished === true;
}

/** Nor have pods that are being deleted: only whether they can be seen, and whether they go. */
export function isExempt(pod: SeenPod): boolean {
  return pod.main.deletingSince !== null || isOver(pod);
}

/** What rules that keep their findings for a while say of such a pod. */
export const EXEMPT: Judgement = { isExempt: true };
