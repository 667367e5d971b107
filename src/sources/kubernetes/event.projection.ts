import type { CoreV1Event, V1ObjectReference } from '@kubernetes/client-node';
import type { ClusterEvent } from '../../model/cluster.js';
import { referenceTo, resourceId } from '../../model/ids.js';
import { type NamedKind, ResourceKind, SupportKind } from '../../model/kinds.js';
import { type Place, kindOf, messageOf, timeOf } from '../../clients/kubernetes-projection.js';
import { type Raw, UnreadableObject, numberOf, requiredText, textOf } from '../../clients/kubernetes-raw-object.js';
import { lookUp } from '../look-up.js';

/** What events can be about here, by Kubernetes' word. */
const REGARDED: Readonly<Record<string, NamedKind>> = {
  Pod: ResourceKind.POD,
  Node: ResourceKind.NODE,
  Namespace: ResourceKind.NAMESPACE,
  PersistentVolume: ResourceKind.VOLUME,
  PersistentVolumeClaim: ResourceKind.CLAIM,
  Deployment: ResourceKind.WORKLOAD,
  ReplicaSet: ResourceKind.WORKLOAD,
  StatefulSet: ResourceKind.WORKLOAD,
  DaemonSet: ResourceKind.WORKLOAD,
  Job: ResourceKind.WORKLOAD,
  CronJob: ResourceKind.WORKLOAD,
};

/** One record for each object and reason: a later event takes the place of an earlier. Null: about nothing known here. */
export function projectEvent(raw: Raw<CoreV1Event>, place: Place): ClusterEvent | null {
  const { metadata, involvedObject, series, type, count } = raw ?? {};
  const kind = lookUp(REGARDED, kindOf(involvedObject?.apiVersion, involvedObject?.kind));
  if (kind === undefined || involvedObject == null) return null;
  const { system, interner } = place;
  const reason = interner.text(requiredText(raw?.reason, 'reason'));
  const about = requiredText(involvedObject.name, 'name of what it is about');
  const regarding = regardingOf(kind, involvedObject, about, system);
  return {
    id: resourceId(SupportKind.CLUSTER_EVENT, system, `${regarding}/${reason}`),
    kind: SupportKind.CLUSTER_EVENT,
    name: `${kind}/${about}/${reason}`,
    system,
    namespace: kind === ResourceKind.NODE ? null : textOf(metadata?.namespace),
    reason,
    message: messageOf(raw?.message) ?? '',
    count: numberOf(series?.count) ?? numberOf(count) ?? 1,
    lastSeenAt: lastSeenOf(raw, place),
    regarding,
    isWarning: type === 'Warning',
  };
}

/** Kubelets give their node's name for its uid: a node is known by name. */
function regardingOf(kind: NamedKind, object: NonNullable<Raw<V1ObjectReference>>, name: string, system: string) {
  const uid = textOf(object.uid);
  if (kind === ResourceKind.NODE) return referenceTo(kind, system, null, name);
  return uid === null ? referenceTo(kind, system, textOf(object.namespace), name) : resourceId(kind, system, uid);
}

/** The old and the new events API write different fields. */
function lastSeenOf(raw: Raw<CoreV1Event>, place: Place): ClusterEvent['lastSeenAt'] {
  const times = [raw?.series?.lastObservedTime, raw?.lastTimestamp, raw?.eventTime, raw?.metadata?.creationTimestamp];
  const at = times.map((time) => timeOf(time, place)).find((time) => time !== null);
  if (at === undefined) throw new UnreadableObject('it has no time');
  return at;
}
