import { withoutBrackets } from '../model/address.js';
import { FindingReason } from '../model/finding-reason.js';
import type { Finding } from '../model/health.js';
import type { CauseDefinition, Step } from '../model/kind-definition.js';
import { ResourceKind } from '../model/kinds.js';
import type { Node } from '../model/node.js';
import type { Pod } from '../model/pod.js';
import type { Seen } from '../model/rule.js';
import { POD_TROUBLE } from './pod-trouble.js';
import { isUnasked } from './unasked.js';

const R = FindingReason;

/** An endpoint that is looked at does not answer. Each source that joins its endpoints with their pods adds its own. */
const ENDPOINT_LOST: readonly FindingReason[] = [
  R.ZOOKEEPER_MEMBER_DOWN,
  R.DATABASE_UNREACHABLE,
  R.BROKER_UNREACHABLE,
  R.KAFKA_UNREACHABLE,
  R.CONNECT_UNREACHABLE,
];

/** A system that needs most of its members has too few. */
const QUORUM_LOST: readonly FindingReason[] = [R.ZOOKEEPER_NO_QUORUM];

/** What ends a container and lets it begin anew. */
const CONTAINER_ENDED: readonly FindingReason[] = [R.CONTAINER_OOM_KILLED, R.CONTAINER_RESTARTING];

const toPods: Step = { edge: 'runsOn', direction: 'to', kind: ResourceKind.POD };
const toNode: Step = { edge: 'runsOn', direction: 'to', kind: ResourceKind.NODE };
const toVolumes: readonly Step[] = [
  toPods,
  { edge: 'claim', direction: 'to', kind: ResourceKind.CLAIM },
  { edge: 'volume', direction: 'to', kind: ResourceKind.VOLUME },
];

function isReady(pod: Seen): boolean {
  return (pod.main as Pod).isReady === true;
}

function podsOf(seen: Seen): readonly Seen[] {
  return seen.all('runsOn', ResourceKind.POD);
}

/** What answers, if only that it serves nobody, is not kept from it by its pod. */
function answers(seen: Seen): boolean {
  return (seen as Seen<ResourceKind.ZOOKEEPER_MEMBER>).aspect('reach')?.facts.state === 'ok';
}

/** Of several pods, whoever was asked may have been any: all of them are down, or it is not known. */
function isNotReady(_: Finding, endpoint: Seen, __: Finding, pod: Seen): boolean {
  return !isReady(pod) && !answers(endpoint) && !podsOf(endpoint).some(isReady);
}

/** The container ended while nothing answered, or it is not back yet. */
function endedMeanwhile(lost: Finding, endpoint: Seen, { subject }: Finding, pod: Seen): boolean {
  if (answers(endpoint) || podsOf(endpoint).length > 1) return false;
  return (pod.main as Pod).containers.some(
    ({ name, isReady: isBack, runningSince }) =>
      name === subject && (!isBack || (runningSince !== null && runningSince >= lost.since)),
  );
}

/** Sources tell of one of several places by its host and port, as configuration names it; null: of all of them. */
function isAt({ main }: Seen, place: string | null): boolean {
  const [, host = null] = /^(?:[^/]*:\/\/)?(\[[^\]]*\]|[^:/]*)/.exec(place ?? '') ?? [];
  if (host === null || host === '') return false;
  const { name, addresses } = main as Pod | Node;
  const address = withoutBrackets(host);
  return (
    address.split('.')[0] === name ||
    (typeof addresses === 'string' ? addresses.split(' ') : (addresses ?? [])).includes(address)
  );
}

/** Of a system that has several endpoints, one that is lost runs there; or none of its pods is ready. */
function isOfThePlace(
  system: ResourceKind.INGRESS | ResourceKind.KAFKA_CONNECT,
): NonNullable<CauseDefinition['holds']> {
  return ({ subject }, source, _, pod) => {
    if (isReady(pod) || isUnasked(source, subject)) return false;
    const systems = system === ResourceKind.INGRESS ? source.from('toldBy', system) : source.all('endpoint', system);
    return isAt(pod, subject) || !systems.some((one) => podsOf(one).some(isReady));
  };
}

const ASKED_IN_PLACES = [
  { edge: 'toldBy', direction: 'from', kind: ResourceKind.INGRESS },
  { edge: 'endpoint', direction: 'to', kind: ResourceKind.KAFKA_CONNECT },
] as const satisfies readonly Step[];

/** A proxy or a worker that is lost, while others may answer, is a finding of the source. */
const placesLost: readonly CauseDefinition[] = ASKED_IN_PLACES.flatMap((toSystem): readonly CauseDefinition[] => [
  {
    effects: [R.SOURCE_UNREACHABLE],
    causes: POD_TROUBLE,
    path: [toSystem, toPods],
    holds: isOfThePlace(toSystem.kind),
  },
  {
    effects: [R.SOURCE_UNREACHABLE],
    causes: [R.NODE_NOT_READY, R.NODE_UNREACHABLE],
    path: [toSystem, toNode],
    holds: ({ subject }, source, _cause, node) => isAt(node, subject) && !isUnasked(source, subject),
  },
]);

/** A pod with several volumes may have filled another one than is meant. */
function isOnlyVolume(_: Finding, __: Seen, ___: Finding, volume: Seen): boolean {
  const pods = volume.from('volume', ResourceKind.CLAIM).flatMap((claim) => claim.from('claim', ResourceKind.POD));
  return pods.length > 0 && pods.every(({ main }) => main.claimNames.length === 1);
}

/** What follows for other systems from the pods, volumes and nodes that they run on. */
export const placementCauses: readonly CauseDefinition[] = [
  { effects: ENDPOINT_LOST, causes: POD_TROUBLE, path: [toPods], holds: isNotReady },
  ...placesLost,
  { effects: ENDPOINT_LOST, causes: CONTAINER_ENDED, path: [toPods], holds: endedMeanwhile },
  {
    effects: ENDPOINT_LOST,
    causes: [R.NODE_NOT_READY, R.NODE_UNREACHABLE],
    path: [toNode],
    holds: (_, endpoint) => !answers(endpoint),
  },
  {
    effects: QUORUM_LOST,
    causes: POD_TROUBLE,
    path: [toPods],
    holds: (_, system, __, pod) => {
      const pods = podsOf(system);
      return !isReady(pod) && pods.filter(isReady).length * 2 <= pods.length;
    },
  },
  {
    effects: [R.DATABASE_DISK_LOW, R.BROKER_DISK_LOW],
    causes: [R.VOLUME_SPACE_LOW, R.VOLUME_FILLING],
    path: toVolumes,
    holds: isOnlyVolume,
  },
  { effects: [R.DATABASE_IO_SATURATED], causes: [R.VOLUME_IO_PRESSURE], path: toVolumes, holds: isOnlyVolume },
  { effects: [R.DATABASE_CPU_SATURATED], causes: [R.CPU_THROTTLED, R.CPU_NEAR_LIMIT], path: [toPods] },
];
