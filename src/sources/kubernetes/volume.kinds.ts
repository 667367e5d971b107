import { referenceTo } from '../../model/ids.js';
import type { Edge } from '../../model/edges.js';
import { defineInterest, defineKind, defineSeries } from '../../model/kind-definition.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import type { LimitsByReason } from '../../model/rule.js';
import type { Sight } from '../../model/source.js';
import type { Claim } from '../../model/volume.js';
import { volumeDeviceId } from '../volume-device.js';
import { clusterId, zoneId } from './kubernetes.ids.js';
import { nodeReference } from './node.kinds.js';
import { trendWindow } from './rules/fill-time.js';

// ---- claim -------------------------------------------------------------------------------------------------------

export const claimKind = defineKind({
  kind: ResourceKind.CLAIM,
  edges: (claim) => [...claimEdges(claim)],
  interests: [
    defineInterest({
      kind: SupportKind.STORAGE_CLASS,
      edge: 'storageClass',
      direction: 'to',
      digest: ({ waitsForConsumer }) => waitsForConsumer,
    }),
    // Its first consumer starts the clock.
    defineInterest({ kind: ResourceKind.POD, edge: 'claim', direction: 'from', digest: () => null }),
    defineInterest({ kind: SupportKind.CLUSTER_EVENT, edge: 'regarding', direction: 'from' }),
  ],
  sets: [
    // Between a pod and its volume, as to who needs nodes in a zone.
    {
      name: 'boundClaims',
      holds: ({ volumeName }) => volumeName !== null,
      concerns: [ResourceKind.ZONE],
      digest: ({ volumeName }) => volumeName,
    },
  ],
  series: [
    defineSeries({
      name: 'usedBytes',
      kind: ResourceKind.CLAIM,
      aspect: 'usage',
      values: ({ usedBytes }) => (usedBytes === null ? [] : [{ subject: null, value: usedBytes }]),
      keep: 'minimum',
      // Two samples for each part that a trend cuts its window into.
      step: (limits) => Math.min(...trendWindows(limits)) / 24,
      window: (limits) => Math.max(...trendWindows(limits)),
    }),
  ],
  parent: ({ main }) => referenceTo(ResourceKind.NAMESPACE, main.system, null, main.namespace),
});

/** How far back the trends of the volume behind it look: its limits come with the claim, which keeps the past. */
function trendWindows({ VOLUME_FILLING: filling, VOLUME_SPACE_LOW: space }: LimitsByReason): readonly number[] {
  return [
    trendWindow(filling?.['window'] ?? 0, filling?.['horizon'] ?? 0),
    trendWindow(filling?.['infoWindow'] ?? 0, filling?.['infoHorizon'] ?? 0),
    space?.['window'] ?? 0,
  ];
}

function* claimEdges({ system, volumeName, storageClass }: Claim): Generator<Edge> {
  if (volumeName !== null) yield { name: 'volume', to: referenceTo(ResourceKind.VOLUME, system, null, volumeName) };
  if (storageClass !== null)
    yield { name: 'storageClass', to: referenceTo(SupportKind.STORAGE_CLASS, system, null, storageClass) };
}

// ---- volume ------------------------------------------------------------------------------------------------------

export const volumeKind = defineKind({
  kind: ResourceKind.VOLUME,
  edges: ({ zoneNames, system, name, handle }) => [
    ...zoneNames.map((zone): Edge => ({ name: 'volumeZone', to: zoneId(system, zone) })),
    { name: 'device', to: volumeDeviceId(system, 'name', name) },
    ...(handle === null ? [] : [{ name: 'device', to: volumeDeviceId(system, 'handle', handle) } as const]),
  ],
  interests: [
    defineInterest({ kind: ResourceKind.CLAIM, edge: 'volume', direction: 'from', digest: () => null }),
    // A zone that was never seen tells nothing of its nodes.
    defineInterest({ kind: ResourceKind.ZONE, edge: 'volumeZone', direction: 'to', digest: () => null }),
    // A kubelet tells of a claim and of the pods that mount it at once.
    defineInterest({ kind: ResourceKind.CLAIM, edge: 'volume', direction: 'from', aspect: 'usage' }),
    defineInterest({ kind: SupportKind.VOLUME_ATTACHMENT, edge: 'attachedVolume', direction: 'from' }),
    defineInterest({ kind: SupportKind.VOLUME_DEVICE, edge: 'device', direction: 'to' }),
  ],
  parent: ({ main }) => clusterId(main.system),
});

// ---- attachment --------------------------------------------------------------------------------------------------

export const volumeAttachmentKind = defineKind({
  kind: SupportKind.VOLUME_ATTACHMENT,
  edges: ({ system, volumeName, nodeName }) => [
    ...(volumeName === null
      ? []
      : [{ name: 'attachedVolume' as const, to: referenceTo(ResourceKind.VOLUME, system, null, volumeName) }]),
    { name: 'attachedNode', to: nodeReference(system, nodeName) },
  ],
});

// ---- storage class -----------------------------------------------------------------------------------------------

export const storageClassKind = defineKind({ kind: SupportKind.STORAGE_CLASS });

/** Of sources: those that never listed the storage classes of their cluster, or may not. */
export const classSightKind = defineKind({
  kind: ResourceKind.SOURCE,
  sets: [
    {
      name: 'blindToClasses',
      holds: ({ sights }) => sights.some((sight) => sight.kind === SupportKind.STORAGE_CLASS && isBlind(sight)),
      concerns: [ResourceKind.CLAIM],
      isConcerned: (claim) => 'requestedBytes' in claim && claim.volumeName === null,
      digest: () => null,
    },
  ],
});

/** What is only lost, or not asked, was listed before, and is remembered. */
function isBlind({ state, contactAt }: Sight): boolean {
  if (state === 'lost' || state === 'hindered') return contactAt === null;
  return state !== 'ok';
}
