import { referenceTo, systemId } from '../../model/ids.js';
import { defineInterest, defineKind } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Node } from '../../model/node.js';
import { clusterId, zoneId } from './kubernetes.ids.js';

// ---- cluster -----------------------------------------------------------------------------------------------------

/**
 * Totals: from its nodes `nodes`, `allocatableCpuMillicores`, `allocatableMemoryBytes`; from its pods `runningPods`,
 * `cpuRequestedMillicores`, `memoryRequestedBytes`, `unschedulablePods`.
 */
export const clusterKind = defineKind({
  kind: ResourceKind.CLUSTER,
  interests: [
    defineInterest({
      kind: ResourceKind.SOURCE,
      edge: 'endpoint',
      direction: 'from',
      digest: ({ state, stateSince }) => `${state} ${stateSince}`,
    }),
  ],
  parent: () => systemId('kubernetes'),
  vitalMembers: [ResourceKind.ZONE, ResourceKind.NODE],
});

// ---- zone --------------------------------------------------------------------------------------------------------

export const zoneKind = defineKind({
  kind: ResourceKind.ZONE,
  interests: [defineInterest({ kind: ResourceKind.NODE, edge: 'zone', direction: 'from', digest: placementDigest })],
  parent: ({ main }) => clusterId(main.system),
  vitalMembers: [ResourceKind.NODE],
});

/** What of a node matters to those who place pods: never its heartbeat. */
export function placementDigest(node: Node): string {
  const taints = node.taintList.map(({ key, value, effect }) => `${key}=${value ?? ''}:${effect}`);
  const labels = Object.entries(node.labels).map(([key, value]) => `${key}=${value}`);
  return [node.isReady, node.isSchedulable, node.deletingSince, node.createdAt, ...taints, '|', ...labels].join(' ');
}

// ---- node --------------------------------------------------------------------------------------------------------

/** Totals from its pods: `runningPods`, `cpuRequestedMillicores`, `memoryRequestedBytes`. */
export const nodeKind = defineKind({
  kind: ResourceKind.NODE,
  edges: ({ zoneName, system }) => (zoneName === null ? [] : [{ name: 'zone', to: zoneId(system, zoneName) }]),
  contributes: [
    { total: 'nodes', amount: () => 1, receiver: ({ system }) => clusterId(system) },
    {
      total: 'allocatableCpuMillicores',
      amount: ({ allocatable }) => Math.round(allocatable.cpuCores * 1_000),
      receiver: ({ system }) => clusterId(system),
    },
    {
      total: 'allocatableMemoryBytes',
      amount: ({ allocatable }) => Math.round(allocatable.memoryBytes),
      receiver: ({ system }) => clusterId(system),
    },
  ],
  parent: ({ main: { zoneName, system } }) => (zoneName === null ? clusterId(system) : zoneId(system, zoneName)),
});

/** What a pod calls its node by. */
export function nodeReference(system: string, name: string) {
  return referenceTo(ResourceKind.NODE, system, null, name);
}
