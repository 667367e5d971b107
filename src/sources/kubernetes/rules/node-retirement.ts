import { ResourceKind } from '../../../model/kinds.js';
import { PodPhase } from '../../../model/pod.js';
import type { Seen } from '../../../model/rule.js';

/** Pods that a drain leaves where they are: those of DaemonSets, and those the kubelet runs from its own files. */
const STAYING = new Set(['DaemonSet', 'Node']);

/** Cordoned and drained: someone takes it out of service, and what becomes of it harms nobody. */
export function isRetired(node: Seen<ResourceKind.NODE>): boolean {
  if (node.main.isSchedulable) return false;
  return !node
    .from('node', ResourceKind.POD)
    .some(
      ({ main: { phase, owner } }) =>
        phase !== PodPhase.SUCCEEDED && phase !== PodPhase.FAILED && !STAYING.has(owner?.kind ?? ''),
    );
}
