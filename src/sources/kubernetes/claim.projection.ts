import type { V1PersistentVolumeClaim } from '@kubernetes/client-node';
import { ResourceKind } from '../../model/kinds.js';
import { type Claim, ClaimPhase } from '../../model/volume.js';
import {
  type Place,
  timeOf,
  createdAtOf,
  finalizersOf,
  identityOf,
  namespaceOf,
} from '../../clients/kubernetes-projection.js';
import { parseQuantity } from './quantity.js';
import { type Raw, textOf } from '../../clients/kubernetes-raw-object.js';
import { lookUp } from '../look-up.js';

const PHASES: Readonly<Record<string, ClaimPhase>> = { Bound: ClaimPhase.BOUND, Lost: ClaimPhase.LOST };

export function projectClaim(raw: Raw<V1PersistentVolumeClaim>, place: Place): Claim {
  const { metadata, spec, status } = raw ?? {};
  return {
    ...identityOf(ResourceKind.CLAIM, metadata, place),
    namespace: namespaceOf(metadata, place),
    phase: lookUp(PHASES, status?.phase) ?? ClaimPhase.PENDING,
    requestedBytes: parseQuantity(spec?.resources?.requests?.['storage']) ?? 0,
    storageClass: textOf(spec?.storageClassName),
    volumeName: textOf(spec?.volumeName),
    createdAt: createdAtOf(metadata, place),
    deletingSince: timeOf(metadata?.deletionTimestamp, place),
    finalizers: finalizersOf(metadata, place),
  };
}
