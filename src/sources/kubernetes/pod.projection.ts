import type { V1Pod, V1PodCondition } from '@kubernetes/client-node';
import { ResourceKind } from '../../model/kinds.js';
import { type Container, type Pod, PodPhase } from '../../model/pod.js';
import { projectContainers } from './container.projection.js';
import { displayStatusOf } from './pod-display-status.js';
import { effectiveRequests } from './pod-requests.js';
import {
  type Place,
  timeOf,
  createdAtOf,
  finalizersOf,
  identityOf,
  messageOf,
  namespaceOf,
  ownerOf,
  wordOf,
} from '../../clients/kubernetes-projection.js';
import { NONE, type Raw, type RawMeta, listOf, textOf } from '../../clients/kubernetes-raw-object.js';
import { lookUp } from '../look-up.js';

const PHASES: Readonly<Record<string, PodPhase>> = {
  Pending: PodPhase.PENDING,
  Running: PodPhase.RUNNING,
  Succeeded: PodPhase.SUCCEEDED,
  Failed: PodPhase.FAILED,
};

/** A literal without spreads: with them, every pod would have a hidden class of its own, larger than all its facts. */
export function projectPod(raw: Raw<V1Pod>, place: Place): Pod {
  const { metadata, spec, status } = raw ?? {};
  const { id, kind, name, system, labels } = identityOf(ResourceKind.POD, metadata, place);
  const containers = projectContainers(raw, place);
  const ready = conditionOf(raw, 'Ready');
  const scheduled = conditionOf(raw, 'PodScheduled');
  const isScheduled = truthOf(scheduled);
  const requests = effectiveRequests(raw);
  return {
    id,
    kind,
    name,
    system,
    namespace: namespaceOf(metadata, place),
    labels,
    phase: lookUp(PHASES, status?.phase) ?? PodPhase.UNKNOWN,
    displayStatus: place.interner.text(displayStatusOf(raw)),
    isReady: truthOf(ready),
    restarts: containers.reduce((sum, { restarts }: Container) => sum + restarts, 0),
    createdAt: createdAtOf(metadata, place),
    startedAt: timeOf(status?.startTime, place),
    deletingSince: timeOf(metadata?.deletionTimestamp, place),
    containers,
    nodeName: wordOf(spec?.nodeName, place),
    addresses: addressesOf(raw ?? {}),
    owner: ownerOf(metadata, place),
    claimNames: claimNamesOf(raw, name),
    reason: wordOf(status?.reason, place),
    message: messageOf(status?.message),
    readySince: timeOf(ready?.lastTransitionTime, place),
    readyMessage: messageOf(conditionOf(raw, 'ContainersReady')?.message) ?? messageOf(ready?.message),
    failingReadinessGates: failingGatesOf(raw),
    isScheduled,
    schedulingReason: wordOf(scheduled?.reason, place),
    schedulingMessage: wordOf(messageOf(scheduled?.message), place),
    scheduledAt: isScheduled === true ? timeOf(scheduled?.lastTransitionTime, place) : null,
    finalizers: finalizersOf(metadata, place),
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

function failingGatesOf(pod: Raw<V1Pod>): readonly string[] {
  const gates = listOf(pod?.spec?.readinessGates);
  if (gates.length === 0) return NONE;
  const names = gates.flatMap(({ conditionType }) => textOf(conditionType) ?? []);
  return names.filter((gate) => truthOf(conditionOf(pod, gate)) !== true);
}

/** A generic ephemeral volume has a claim named after its pod. */
function claimNamesOf(pod: Raw<V1Pod>, podName: string): readonly string[] {
  const names = listOf(pod?.spec?.volumes).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
    const claim = textOf(persistentVolumeClaim?.claimName);
    if (claim !== null) return [claim];
    const volume = ephemeral == null ? null : textOf(name);
    return volume === null ? [] : [`${podName}-${volume}`];
  });
  return names.length === 0 ? NONE : names;
}

/** An address of a pod that is over may be another's by now, and that of the node says nothing of whose port it is. */
function addressesOf({ spec, status }: NonNullable<Raw<V1Pod>>): string | null {
  if (spec?.hostNetwork === true || status?.phase === 'Succeeded' || status?.phase === 'Failed') return null;
  const all = listOf(status?.podIPs).flatMap(({ ip }) => textOf(ip) ?? []);
  return all.length > 1 ? all.join(' ') : (all[0] ?? textOf(status?.podIP));
}

function restartPolicyOf(policy: unknown): Pod['restartPolicy'] {
  return policy === 'Never' || policy === 'OnFailure' ? policy : 'Always';
}
