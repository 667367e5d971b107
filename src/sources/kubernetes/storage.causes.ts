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
import { needsOf } from './rules/zone-needs.js';

const R = FindingReason;

const NODE_LOST = [R.NODE_NOT_READY, R.NODE_UNREACHABLE];

const toNodes: Step = { edge: 'zone', direction: 'from', kind: ResourceKind.NODE };
const toZones: Step = { edge: 'volumeZone', direction: 'to', kind: ResourceKind.ZONE };
const toVolume: readonly Step[] = [
  { edge: 'claim', direction: 'to', kind: ResourceKind.CLAIM },
  { edge: 'volume', direction: 'to', kind: ResourceKind.VOLUME },
];

/** What follows from what among zones, their nodes, and volumes. */
export const storageCauses: readonly CauseDefinition[] = [
  { effects: [R.ZONE_DOWN], causes: NODE_LOST, path: [toNodes] },
  { effects: [R.ZONE_NODES_INSUFFICIENT], causes: [R.ZONE_DOWN], path: [] },
  {
    effects: [R.ZONE_NODES_INSUFFICIENT],
    causes: [...NODE_LOST, R.NODE_CORDONED],
    path: [toNodes],
    holds: ({ subject }, zone, _, node) =>
      needsOf(zone as Seen<ResourceKind.ZONE>).some(
        (need) => need.subject === subject && need.suits(node.main as Node),
      ),
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
    path: [
      { edge: 'attachedVolume', direction: 'from', kind: SupportKind.VOLUME_ATTACHMENT },
      { edge: 'attachedNode', direction: 'to', kind: ResourceKind.NODE },
    ],
    holds: ({ subject }, _, __, node) => node.main.name === subject,
  },
  {
    effects: [R.POD_UNSCHEDULABLE],
    causes: [R.VOLUME_ZONE_CONFLICT],
    path: toVolume,
    holds: (_, pod) =>
      readSchedulerMessage((pod.main as Pod).schedulingMessage).some(({ cause }) => cause === 'volume zone'),
  },
  {
    effects: [R.CONTAINER_CREATING_STUCK, R.POD_PENDING],
    causes: [R.VOLUME_ATTACH_FAILED],
    path: toVolume,
    holds: (_, pod, { subject }) => (pod.main as Pod).nodeName === subject,
  },
];
