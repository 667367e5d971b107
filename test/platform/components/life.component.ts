import { readFile } from 'node:fs/promises';
import { type Component } from '../support/platform.js';

interface Workload {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly replicas?: number; readonly completions?: number };
  readonly status: {
    readonly readyReplicas?: number;
    readonly numberReady?: number;
    readonly desiredNumberScheduled?: number;
    readonly succeeded?: number;
  };
}

/** Wanted and reached, as each kind counts it. */
function progress({ kind, spec, status }: Workload): readonly [number, number] {
  if (kind === 'DaemonSet') return [Math.max(status.desiredNumberScheduled ?? 0, 1), status.numberReady ?? 0];
  if (kind === 'Job') return [spec.completions ?? 1, status.succeeded ?? 0];
  return [spec.replicas ?? 1, status.readyReplicas ?? 0];
}

/** The healthy workloads of namespace `shop`. */
export const life: Component = {
  name: 'life',
  needs: ['kube-controller-manager', 'kube-scheduler', 'kubelet', 'volumes'],
  readyWithin: 90_000,
  start: async (platform) => platform.apply(await readFile(platform.source('manifests', 'life.yaml'), 'utf8')),
  async missing(platform) {
    const kinds = 'deployments,statefulsets,daemonsets,jobs/migration';
    const lists = await Promise.all(
      kinds.split(',').map((kind) => platform.get<Workload | { items: Workload[] }>('--namespace=shop', kind)),
    );
    const workloads = lists.flatMap((answer) => ('items' in answer ? answer.items : [answer]));
    const short = workloads.filter((workload) => progress(workload)[1] < progress(workload)[0]);
    return short.length === 0 ? undefined : `not ready: ${short.map((workload) => workload.metadata.name).join(', ')}`;
  },
};
