import type { Observation } from '../../../src/model/facts.js';
import type { DatabaseHost, VolumeDevice } from '../../../src/model/host.js';
import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import { type Instant, SECOND } from '../../../src/model/time.js';
import { DATABASE_READINGS, VOLUME_READINGS } from '../../../src/sources/host-metrics/host-metrics.facts.js';
import { volumeDeviceId } from '../../../src/sources/volume-device.js';

export const FRESH_FOR = 30 * SECOND;

/** A machine of which only this is known, measured at `observedAt`. */
export function host(different: Partial<DatabaseHost>, observedAt: Instant | null): Observation {
  const facts: DatabaseHost = {
    ...DATABASE_READINGS,
    preset: 'node-exporter',
    observedAt,
    unavailable: {},
    freshFor: FRESH_FOR,
    ...different,
  };
  const id = resourceId(ResourceKind.DATABASE, 'meta', 'meta');
  return { id, kind: ResourceKind.DATABASE, aspect: 'host', facts, observedAt };
}

/** The disk behind volume `disk-1`, of which only this is known. */
export function device(different: Partial<VolumeDevice>, system: string, observedAt: Instant): Observation {
  const id = volumeDeviceId(system, 'name', 'disk-1');
  const facts: VolumeDevice = {
    ...VOLUME_READINGS,
    id,
    kind: SupportKind.VOLUME_DEVICE,
    name: 'disk-1',
    system,
    namespace: null,
    preset: 'ebs-csi',
    observedAt,
    provisioned: {},
    unavailable: {},
    freshFor: FRESH_FOR,
    ...different,
  };
  return { id, kind: SupportKind.VOLUME_DEVICE, aspect: 'main', facts, observedAt };
}
