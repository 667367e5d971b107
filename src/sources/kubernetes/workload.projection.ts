import type {
  V1DaemonSet,
  V1Deployment,
  V1PodTemplateSpec,
  V1ReplicaSet,
  V1StatefulSet,
} from '@kubernetes/client-node';
import { ResourceKind } from '../../model/kinds.js';
import { type Workload, WorkloadType } from '../../model/workload.js';
import {
  type Place,
  timeOf,
  conditionsOf,
  createdAtOf,
  identityOf,
  namespaceOf,
  ownerOf,
} from '../../clients/kubernetes-projection.js';
import { type Raw, type RawMeta, listOf, numberOf, textOf } from '../../clients/kubernetes-raw-object.js';
import { zonalNeedOf } from './zonal-need.js';

/** What workloads of every type say in the same way. */
export function projectWorkloadHead(metadata: RawMeta, place: Place) {
  return {
    ...identityOf(ResourceKind.WORKLOAD, metadata, place),
    namespace: namespaceOf(metadata, place),
    createdAt: createdAtOf(metadata, place),
    deletingSince: timeOf(metadata?.deletionTimestamp, place),
    owner: ownerOf(metadata, place),
    claimTemplates: [],
    job: null,
    zonalNeed: null,
  };
}

function isObserved(metadata: RawMeta, observedGeneration: unknown): boolean {
  return (numberOf(observedGeneration) ?? 0) >= (numberOf(metadata?.generation) ?? 0);
}

export function projectDeployment(raw: Raw<V1Deployment>, place: Place): Workload {
  const { metadata, spec, status } = raw ?? {};
  const desired = numberOf(spec?.replicas) ?? 1;
  return {
    ...projectWorkloadHead(metadata, place),
    type: WorkloadType.DEPLOYMENT,
    desired,
    ready: numberOf(status?.readyReplicas) ?? 0,
    updated: numberOf(status?.updatedReplicas) ?? 0,
    replicas: numberOf(status?.replicas) ?? 0,
    available: numberOf(status?.availableReplicas) ?? 0,
    isPaused: spec?.paused === true,
    isObserved: isObserved(metadata, status?.observedGeneration),
    observedGeneration: numberOf(status?.observedGeneration),
    conditions: conditionsOf(status?.conditions, place),
    zonalNeed: zonalNeedOf(spec?.template, desired, mountsClaims(spec?.template), place),
  };
}

/** An owned one only carries out what its Deployment, or another controller, decides: needs are said there. */
export function projectReplicaSet(raw: Raw<V1ReplicaSet>, place: Place): Workload {
  const { metadata, spec, status } = raw ?? {};
  const desired = numberOf(spec?.replicas) ?? 1;
  const head = projectWorkloadHead(metadata, place);
  const isOwned = head.owner !== null;
  return {
    ...head,
    type: WorkloadType.REPLICA_SET,
    desired,
    ready: numberOf(status?.readyReplicas) ?? 0,
    updated: null,
    replicas: numberOf(status?.replicas) ?? 0,
    available: numberOf(status?.availableReplicas) ?? 0,
    isPaused: false,
    isObserved: isObserved(metadata, status?.observedGeneration),
    conditions: conditionsOf(status?.conditions, place),
    zonalNeed: isOwned ? null : zonalNeedOf(spec?.template, desired, mountsClaims(spec?.template), place),
  };
}

export function projectStatefulSet(raw: Raw<V1StatefulSet>, place: Place): Workload {
  const { metadata, spec, status } = raw ?? {};
  const desired = numberOf(spec?.replicas) ?? 1;
  const claimTemplates = listOf(spec?.volumeClaimTemplates).flatMap(
    (template) => textOf(template.metadata?.name) ?? [],
  );
  const hasClaims = claimTemplates.length > 0 || mountsClaims(spec?.template);
  return {
    ...projectWorkloadHead(metadata, place),
    type: WorkloadType.STATEFUL_SET,
    desired,
    ready: numberOf(status?.readyReplicas) ?? 0,
    updated: updatedOf(raw, desired),
    replicas: numberOf(status?.replicas) ?? 0,
    available: numberOf(status?.availableReplicas) ?? 0,
    isPaused: false,
    isObserved: isObserved(metadata, status?.observedGeneration),
    observedGeneration: numberOf(status?.observedGeneration),
    conditions: conditionsOf(status?.conditions, place),
    claimTemplates,
    zonalNeed: zonalNeedOf(spec?.template, desired, hasClaims, place),
  };
}

/** Null where someone holds pods back at the old template on purpose: to compare it with `desired` has no meaning. */
function updatedOf(raw: Raw<V1StatefulSet>, desired: number): number | null {
  const strategy = raw?.spec?.updateStrategy;
  if (strategy?.type === 'OnDelete') return null;
  const partition = numberOf(strategy?.rollingUpdate?.partition) ?? 0;
  const { currentRevision, updateRevision, updatedReplicas } = raw?.status ?? {};
  // After a rollout the controller counts the pods as current ones and leaves the other number out.
  const updated = currentRevision === updateRevision ? desired : (numberOf(updatedReplicas) ?? 0);
  return partition > 0 && updated >= desired - partition ? null : updated;
}

export function projectDaemonSet(raw: Raw<V1DaemonSet>, place: Place): Workload {
  const { metadata, spec, status } = raw ?? {};
  return {
    ...projectWorkloadHead(metadata, place),
    type: WorkloadType.DAEMON_SET,
    desired: numberOf(status?.desiredNumberScheduled) ?? 0,
    ready: numberOf(status?.numberReady) ?? 0,
    updated: spec?.updateStrategy?.type === 'OnDelete' ? null : (numberOf(status?.updatedNumberScheduled) ?? 0),
    replicas: numberOf(status?.currentNumberScheduled) ?? 0,
    available: numberOf(status?.numberAvailable) ?? 0,
    isPaused: false,
    isObserved: isObserved(metadata, status?.observedGeneration),
    observedGeneration: numberOf(status?.observedGeneration),
    conditions: conditionsOf(status?.conditions, place),
  };
}

function mountsClaims(template: Raw<V1PodTemplateSpec>): boolean {
  return listOf(template?.spec?.volumes).some(
    (volume) => volume.persistentVolumeClaim != null || volume.ephemeral != null,
  );
}
