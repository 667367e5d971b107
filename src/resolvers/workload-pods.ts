import { ResourceKind } from '../model/kinds.js';
import type { Entry } from '../registry/entry.js';

type PodEntry = Entry<ResourceKind.POD>;
type WorkloadEntry = Entry<ResourceKind.WORKLOAD>;

/** Owners above owners: a chain of three at the most, so that one that goes round ends too. */
const LONGEST_CHAIN = 3;

/** The workload at the top of its owners. */
export function workloadOf(pod: PodEntry): WorkloadEntry | undefined {
  let top = pod.one('owner', ResourceKind.WORKLOAD);
  for (let step = 1; step < LONGEST_CHAIN; step += 1) top = top?.one('owner', ResourceKind.WORKLOAD) ?? top;
  return top;
}

/** Its pods, those of its ReplicaSets and jobs included. */
export function podsOf(workload: WorkloadEntry): readonly PodEntry[] {
  const owned = workload.from('owner', ResourceKind.WORKLOAD);
  const all = [workload, ...owned, ...owned.flatMap((one) => one.from('owner', ResourceKind.WORKLOAD))];
  return [...new Set(all.flatMap((one) => one.from('owner', ResourceKind.POD)))];
}
