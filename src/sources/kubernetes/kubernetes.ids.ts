import { type ResourceId, resourceId } from '../../model/ids.js';
import { getOrMake } from '../../model/get-or-make.js';
import { ResourceKind } from '../../model/kinds.js';
import type { ClusterInventory } from './cluster-inventory.js';

/** Asked for with every change of a pod; there are as many as clusters are configured. */
const clusterIds = new Map<string, ResourceId>();

/** The id of a cluster's own record. */
export function clusterId(system: string): ResourceId {
  return getOrMake(clusterIds, system, () => resourceId(ResourceKind.CLUSTER, system, system));
}

/** Zones have no uid: a name is all there is. */
export function zoneId(system: string, name: string): ResourceId {
  return resourceId(ResourceKind.ZONE, system, name);
}

/** The id of the pod that a kubelet calls by this uid. */
export function podId(system: string, inventory: ClusterInventory, uid: string): ResourceId {
  return inventory.mirrorId(uid) ?? resourceId(ResourceKind.POD, system, uid);
}
