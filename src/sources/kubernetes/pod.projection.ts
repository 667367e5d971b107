import type { V1Pod, V1PodCondition } from '@kubernetes/client-node';
import { ResourceKind } from '../../model/kinds.js';
import { type Container, type Pod, PodPhase } from '../../model/pod.js';
import { projectContainers } from './container.projection.js';
import { displayStatusOf } from './pod-display-status.js';
import { effectiveRequests } from './pod-requests.js';
import { type Place, createdAtOf, identityOf, namespaceOf, ownerOf } from './projection.js';
import { type Raw, type RawMeta, instantOf, listOf, textOf, textsOf } from './raw-object.js';

const PHASES: Readonly<Record<string, PodPhase>> = {
  Pending: PodPhase.PENDING,
  Running: PodPhase.RUNNING,
  Succeeded: PodPhase.SUCCEEDED,
  Failed: PodPhase.FAILED,
};

export function projectPod(raw: Raw<V1Pod>, place: Place): Pod {
  const { metadata, spec, status } = raw ?? {};
  const identity = identityOf(ResourceKind.POD, metadata, place);
  const containers = projectContainers(raw, place);
  const requests = effectiveRequests(raw);
  const nodeName = textOf(spec?.nodeName);
  return {
    ...identity,
    namespace: namespaceOf(metadata, place),
    phase: PHASES[textOf(status?.phase) ?? ''] ?? PodPhase.UNKNOWN,
    displayStatus: place.interner.text(displayStatusOf(raw)),
    restarts: containers.reduce((sum, { restarts }: Container) => sum + restarts, 0),
    createdAt: createdAtOf(metadata),
    startedAt: instantOf(status?.startTime),
    deletingSince: instantOf(metadata?.deletionTimestamp),
    containers,
    nodeName: nodeName === null ? null : place.interner.text(nodeName),
    owner: ownerOf(metadata, place),
    claimNames: claimNamesOf(raw, identity.name),
    reason: textOf(status?.reason),
    message: textOf(status?.message),
    ...readinessOf(raw),
    ...schedulingOf(raw),
    finalizers: textsOf(metadata?.finalizers).map((finalizer) => place.interner.text(finalizer)),
    restartPolicy: restartPolicyOf(spec?.restartPolicy),
    cpuRequested: requests.cpu,
    memoryRequested: requests.memory,
  };
}

/** The uid under which a kubelet reports a static pod, whose object in the API is only a mirror; null for all others. */
export function mirroredUidOf(meta: RawMeta): string | null {
  return textOf(meta?.annotations?.['kubernetes.io/config.mirror']);
}

function conditionOf(pod: Raw<V1Pod>, wanted: string): Raw<V1PodCondition> {
  return listOf(pod?.status?.conditions).find(({ type }) => type === wanted);
}

/** True, False and whatever else (Unknown, absent). */
function truthOf(condition: Raw<V1PodCondition>): boolean | null {
  if (condition?.status === 'True') return true;
  return condition?.status === 'False' ? false : null;
}

function readinessOf(pod: Raw<V1Pod>): Pick<Pod, 'isReady' | 'readySince' | 'readyMessage' | 'failingReadinessGates'> {
  const ready = conditionOf(pod, 'Ready');
  const containersReady = conditionOf(pod, 'ContainersReady');
  const gates = listOf(pod?.spec?.readinessGates).flatMap(({ conditionType }) => textOf(conditionType) ?? []);
  return {
    isReady: truthOf(ready),
    readySince: instantOf(ready?.lastTransitionTime),
    readyMessage: textOf(containersReady?.message) ?? textOf(ready?.message),
    failingReadinessGates: gates.filter((gate) => truthOf(conditionOf(pod, gate)) !== true),
  };
}

function schedulingOf(
  pod: Raw<V1Pod>,
): Pick<Pod, 'isScheduled' | 'schedulingReason' | 'schedulingMessage' | 'scheduledAt'> {
  const scheduled = conditionOf(pod, 'PodScheduled');
  const isScheduled = truthOf(scheduled);
  return {
    isScheduled,
    schedulingReason: textOf(scheduled?.reason),
    schedulingMessage: textOf(scheduled?.message),
    scheduledAt: isScheduled === true ? instantOf(scheduled?.lastTransitionTime) : null,
  };
}

/** A generic ephemeral volume has a claim named after its pod. */
function claimNamesOf(pod: Raw<V1Pod>, podName: string): readonly string[] {
  return listOf(pod?.spec?.volumes).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
    const claim = textOf(persistentVolumeClaim?.claimName);
    if (claim !== null) return [claim];
    const volume = ephemeral == null ? null : textOf(name);
    return volume === null ? [] : [`${podName}-${volume}`];
  });
}

function restartPolicyOf(policy: unknown): Pod['restartPolicy'] {
  return policy === 'Never' || policy === 'OnFailure' ? policy : 'Always';
}
