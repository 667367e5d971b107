import { FindingReason } from '../../model/finding-reason.js';
import { Severity } from '../../model/health.js';
import type { CauseDefinition, Step } from '../../model/kind-definition.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import type { Node } from '../../model/node.js';
import type { Pod } from '../../model/pod.js';
import type { Seen } from '../../model/rule.js';
import type { Volume } from '../../model/volume.js';
import { matchesAlternatives } from './rules/node-matching.js';
import { readSchedulerMessage } from './rules/scheduler-message.js';
import { isHeldElsewhere } from './rules/volume-state.rules.js';
import { couldServe } from './rules/zone-needs.js';

const R = FindingReason;

const NODE_LOST = [R.NODE_NOT_READY, R.NODE_UNREACHABLE];

const toNodes: Step = { edge: 'zone', direction: 'from', kind: ResourceKind.NODE };
const toZones: Step = { edge: 'volumeZone', direction: 'to', kind: ResourceKind.ZONE };
const toVolume: readonly Step[] = [
  { edge: 'claim', direction: 'to', kind: ResourceKind.CLAIM },
  { edge: 'volume', direction: 'to', kind: ResourceKind.VOLUME },
];

const toAttachedNodes: readonly Step[] = [
  { edge: 'attachedVolume', direction: 'from', kind: SupportKind.VOLUME_ATTACHMENT },
  { edge: 'attachedNode', direction: 'to', kind: ResourceKind.NODE },
];

function obstacles(pod: Seen): readonly string[] {
  return readSchedulerMessage((pod.main as Pod).schedulingMessage).map(({ cause }) => cause);
}

/** What follows from what among zones, their nodes, and volumes. */
export const storageCauses: readonly CauseDefinition[] = [
  { effects: [R.ZONE_DOWN], causes: NODE_LOST, path: [toNodes] },
  { effects: [R.ZONE_NODES_INSUFFICIENT], causes: [R.ZONE_DOWN], path: [] },
  {
    effects: [R.ZONE_NODES_INSUFFICIENT],
    causes: [...NODE_LOST, R.NODE_CORDONED],
    path: [toNodes],
    // When the zone is down, that says it for all of them.
    holds: ({ subject }, zone, _, node) =>
      !zone.findings.some(({ reason }) => reason === R.ZONE_DOWN) &&
      couldServe(zone as Seen<ResourceKind.ZONE>, subject, node.main as Node),
  },
  {
    effects: [R.VOLUME_ZONE_CONFLICT],
    causes: [R.ZONE_DOWN],
    path: [toZones],
    // A zone that is only weak still has nodes.
    holds: (_, __, { severity }) => severity === Severity.CRITICAL,
  },
  {
    effects: [R.VOLUME_ZONE_CONFLICT],
    causes: [...NODE_LOST, R.NODE_CORDONED],
    path: [toZones, toNodes],
    holds: (_, volume, __, node) =>
      matchesAlternatives((node.main as Node).labels, (volume.main as Volume).nodeAlternatives),
  },
  { effects: [R.VOLUME_SPACE_LOW], causes: [R.VOLUME_FILLING], path: [] },
  {
    effects: [R.VOLUME_DETACH_FAILED],
    causes: NODE_LOST,
    path: toAttachedNodes,
    holds: ({ subject }, _, __, node) => node.main.name === subject,
  },
  // It is to be detached elsewhere first.
  {
    effects: [R.VOLUME_ATTACH_FAILED],
    causes: [R.VOLUME_DETACH_FAILED],
    path: [],
    holds: ({ message }) => isHeldElsewhere(message),
  },
  {
    effects: [R.VOLUME_ATTACH_FAILED],
    causes: NODE_LOST,
    path: toAttachedNodes,
    holds: ({ message, subject }, _, __, node) => node.main.name !== subject && isHeldElsewhere(message),
  },
  // Its class waits for a pod to be placed, and that pod finds no place for other reasons.
  {
    effects: [R.CLAIM_PENDING],
    causes: [R.POD_UNSCHEDULABLE],
    path: [{ edge: 'claim', direction: 'from', kind: ResourceKind.POD }],
    holds: (_, claim, __, pod) =>
      (claim as Seen<ResourceKind.CLAIM>).one('storageClass', SupportKind.STORAGE_CLASS)?.main.waitsForConsumer ===
        true && !obstacles(pod).includes('unbound claim'),
  },
  {
    effects: [R.POD_UNSCHEDULABLE],
    causes: [R.VOLUME_ZONE_CONFLICT],
    path: toVolume,
    holds: (_, pod) => obstacles(pod).includes('volume zone'),
  },
  {
    effects: [R.CONTAINER_CREATING_STUCK, R.POD_PENDING],
    causes: [R.VOLUME_ATTACH_FAILED],
    path: toVolume,
    holds: (_, pod, { subject }) => (pod.main as Pod).nodeName === subject,
  },
];
