import type { KindDefinition } from '../../model/kind-definition.js';
import { clusterKind, nodeKind, zoneKind } from './node.kinds.js';
import { clusterEventKind, namespaceKind, podKind, workloadKind } from './pod.kinds.js';
import { claimKind, classSightKind, storageClassKind, volumeAttachmentKind, volumeKind } from './volume.kinds.js';

/** How the registry holds what a cluster is made of. */
export const kubernetesKinds: readonly KindDefinition[] = [
  clusterKind,
  zoneKind,
  nodeKind,
  namespaceKind,
  workloadKind,
  podKind,
  claimKind,
  volumeKind,
  volumeAttachmentKind,
  storageClassKind,
  classSightKind,
  clusterEventKind,
];
