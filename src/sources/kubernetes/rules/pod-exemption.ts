import { ResourceKind } from '../../../model/kinds.js';
import { PodPhase } from '../../../model/pod.js';
import type { Seen } from '../../../model/rule.js';

export type SeenPod = Seen<ResourceKind.POD>;

/** Pods that are being deleted, that ended well, or whose job is over have nothing more to answer for. */
export function isExempt(pod: SeenPod): boolean {
  const { deletingSince, phase } = pod.main;
  if (deletingSince !== null || phase === PodPhase.SUCCEEDED) return true;
  return pod.one('owner', ResourceKind.WORKLOAD)?.main.job?.isFinished === true;
}
