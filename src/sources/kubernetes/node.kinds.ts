import { referenceTo, systemId } from '../../model/ids.js';
import { defineInterest, defineKind, defineSeries } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Node } from '../../model/node.js';
import { addressAliases } from '../../model/placement.js';
import { SECOND } from '../../model/time.js';
import { clusterId, zoneId } from './kubernetes.ids.js';
import { isUsable } from './rules/node-matching.js';
import { readySinceOf } from './rules/node-readiness.js';

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
  sets: [
    {
      name: 'clusters',
      holds: () => true,
      concerns: [ResourceKind.ZONE],
      digest: ({ nodeGroups }) => JSON.stringify(nodeGroups),
    },
  ],
  parent: () => systemId('kubernetes'),
  vitalMembers: [ResourceKind.ZONE, ResourceKind.NODE],
});

// ---- zone --------------------------------------------------------------------------------------------------------

export const zoneKind = defineKind({
  kind: ResourceKind.ZONE,
  interests: [
    defineInterest({ kind: ResourceKind.NODE, edge: 'zone', direction: 'from', digest: placementDigest }),
    // Who needs nodes in a zone follows from whose volumes lie there.
    defineInterest({
      kind: ResourceKind.VOLUME,
      edge: 'volumeZone',
      direction: 'from',
      digest: ({ claimRef, phase }) => (claimRef === null ? null : `${claimRef.namespace}/${claimRef.name} ${phase}`),
    }),
  ],
  sets: [{ name: 'zones', holds: () => true, concerns: [ResourceKind.ZONE], digest: () => null }],
  parent: ({ main }) => clusterId(main.system),
  vitalMembers: [ResourceKind.NODE],
  // It may lack nodes of one sort, which is critical there, while all that it has work.
  works: (zone) => zone.from('zone', ResourceKind.NODE).some(({ main }) => main.isReady === true),
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
  aliases: ({ system, addresses }) => addressAliases(ResourceKind.NODE, system, addresses ?? []),
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
  sets: [
    // Whether one zone needs nodes depends on those of the others.
    { name: 'nodes', holds: () => true, concerns: [ResourceKind.ZONE], digest: placementDigest },
    {
      name: 'usableNodes',
      holds: isUsable,
      concerns: [ResourceKind.VOLUME],
      digest: ({ labels }) => JSON.stringify(labels),
    },
  ],
  series: [
    defineSeries({
      name: 'readySince',
      kind: ResourceKind.NODE,
      aspect: 'main',
      values: readySinceOf,
      keep: 'last',
      step: () => SECOND,
      window: (limits) => limits.NODE_FLAPPING?.['window'] ?? 0,
    }),
  ],
  parent: ({ main: { zoneName, system } }) => (zoneName === null ? clusterId(system) : zoneId(system, zoneName)),
});

/** What a pod calls its node by. */
export function nodeReference(system: string, name: string) {
  return referenceTo(ResourceKind.NODE, system, null, name);
}
