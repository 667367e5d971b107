import { referenceTo } from '../../model/ids.js';
import type { Edge } from '../../model/edges.js';
import { defineKind } from '../../model/kind-definition.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import type { Claim } from '../../model/volume.js';
import { clusterId, zoneId } from './kubernetes.ids.js';
import { nodeReference } from './node.kinds.js';

// ---- claim -------------------------------------------------------------------------------------------------------

export const claimKind = defineKind({
  kind: ResourceKind.CLAIM,
  edges: (claim) => [...claimEdges(claim)],
  parent: ({ main }) => referenceTo(ResourceKind.NAMESPACE, main.system, null, main.namespace),
});

function* claimEdges({ system, volumeName, storageClass }: Claim): Generator<Edge> {
  if (volumeName !== null) yield { name: 'volume', to: referenceTo(ResourceKind.VOLUME, system, null, volumeName) };
  if (storageClass !== null)
    yield { name: 'storageClass', to: referenceTo(SupportKind.STORAGE_CLASS, system, null, storageClass) };
}

// ---- volume ------------------------------------------------------------------------------------------------------

export const volumeKind = defineKind({
  kind: ResourceKind.VOLUME,
  edges: ({ zoneNames, system }) => zoneNames.map((zone) => ({ name: 'volumeZone', to: zoneId(system, zone) })),
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
