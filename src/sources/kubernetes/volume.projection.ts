import type { V1PersistentVolume, V1PersistentVolumeSpec } from '@kubernetes/client-node';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Volume } from '../../model/volume.js';
import type { SelectorTerm } from '../../model/workload.js';
import {
  type Place,
  timeOf,
  createdAtOf,
  finalizersOf,
  identityOf,
  messageOf,
} from '../../clients/kubernetes-projection.js';
import { parseQuantity } from './quantity.js';
import { type Raw, textOf, textsOf } from '../../clients/kubernetes-raw-object.js';
import { alternativesOf } from './selector-terms.js';

export function projectVolume(raw: Raw<V1PersistentVolume>, place: Place): Volume {
  const { metadata, spec, status } = raw ?? {};
  const nodeAlternatives = alternativesOf(spec?.nodeAffinity?.required, place);
  return {
    ...identityOf(ResourceKind.VOLUME, metadata, place),
    namespace: null,
    storageClass: textOf(spec?.storageClassName),
    driver: driverOf(spec),
    phase: textOf(status?.phase) ?? 'Pending',
    phaseMessage: messageOf(status?.message) ?? textOf(status?.reason),
    handle: textOf(spec?.csi?.volumeHandle),
    declaredBytes: parseQuantity(spec?.capacity?.['storage']),
    claimRef: claimRefOf(spec, place.system),
    accessModes: textsOf(spec?.accessModes).map((mode) => place.interner.text(mode)),
    nodeAlternatives,
    zoneNames: zonesOf(nodeAlternatives),
    createdAt: createdAtOf(metadata, place),
    deletingSince: timeOf(metadata?.deletionTimestamp, place),
    finalizers: finalizersOf(metadata, place),
  };
}

/** Parts of a volume's specification that are objects and yet no kind of volume. */
const NO_DRIVERS = new Set(['capacity', 'claimRef', 'nodeAffinity']);

function driverOf(spec: Raw<V1PersistentVolumeSpec>): string | null {
  const driver = textOf(spec?.csi?.driver);
  if (driver !== null) return driver;
  const isDriver = ([key, value]: readonly [string, unknown]): boolean =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !NO_DRIVERS.has(key);
  return Object.entries(spec ?? {}).find(isDriver)?.[0] ?? null;
}

function claimRefOf(spec: Raw<V1PersistentVolumeSpec>, system: string): Volume['claimRef'] {
  const namespace = textOf(spec?.claimRef?.namespace);
  const name = textOf(spec?.claimRef?.name);
  if (namespace === null || name === null) return null;
  const uid = textOf(spec?.claimRef?.uid);
  const id: ResourceId | null = uid === null ? null : resourceId(ResourceKind.CLAIM, system, uid);
  return { id, namespace, name };
}

/** Drivers have zone keys of their own (`topology.ebs.csi.aws.com/zone`), all of which end alike. */
function zonesOf(alternatives: readonly (readonly SelectorTerm[])[]): readonly string[] {
  const zones = alternatives
    .flat()
    .filter(({ key, operator }) => operator === 'In' && key.endsWith('/zone'))
    .flatMap(({ values }) => values);
  return [...new Set(zones)];
}
