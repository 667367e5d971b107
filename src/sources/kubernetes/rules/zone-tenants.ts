import type { ResourceId } from '../../../model/ids.js';
import { ResourceKind } from '../../../model/kinds.js';
import type { Seen } from '../../../model/rule.js';
import { claimOf } from '../../../model/volume-claim.js';

/** Who has volumes that can be used in this zone and in no other. */
export interface ZoneTenants {
  /** Controllers, and theirs, of pods that mount one. */
  readonly controllers: ReadonlySet<ResourceId>;
  /** `namespace/template-name` of claims that a StatefulSet made: the lowest ordinal among them. */
  readonly firstOrdinals: ReadonlyMap<string, number>;
}

export function tenantsOf(zone: Seen<ResourceKind.ZONE>): ZoneTenants {
  const controllers = new Set<ResourceId>();
  const firstOrdinals = new Map<string, number>();
  for (const volume of zone.from('volumeZone', ResourceKind.VOLUME)) {
    const { claimRef, phase, zoneNames } = volume.main;
    // One that several zones can use binds nobody to this one.
    if (claimRef === null || phase !== 'Bound' || zoneNames.length > 1) continue;
    const [, stem, ordinal] = /^(.+)-(\d+)$/.exec(claimRef.name) ?? [];
    if (stem !== undefined) {
      const key = `${claimRef.namespace}/${stem}`;
      firstOrdinals.set(key, Math.min(firstOrdinals.get(key) ?? Infinity, Number(ordinal)));
    }
    for (const pod of claimOf(volume)?.from('claim', ResourceKind.POD) ?? []) {
      const { owner } = pod.main;
      if (owner === null) continue;
      controllers.add(owner.id);
      const above = pod.one('owner', ResourceKind.WORKLOAD)?.main.owner ?? null;
      if (above !== null) controllers.add(above.id);
    }
  }
  return { controllers, firstOrdinals };
}
