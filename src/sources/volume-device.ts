import type { VolumeDevice } from '../model/host.js';
import { type ResourceId, resourceId } from '../model/ids.js';
import { ResourceKind, SupportKind } from '../model/kinds.js';
import { PodPhase } from '../model/pod.js';
import type { Seen } from '../model/rule.js';
import type { Instant } from '../model/time.js';
import { freshly, isSilentOf } from './freshness.js';

/**
 * The id of a volume's disk as a monitoring system measures it: that knows the volume by the handle of its driver, or by
 * its own name, and both sides can tell the id from that.
 */
export function volumeDeviceId(cluster: string, calledBy: 'handle' | 'name', name: string): ResourceId {
  return resourceId(SupportKind.VOLUME_DEVICE, cluster, `${calledBy}/${name}`);
}

type DeviceFact = keyof VolumeDevice;

/**
 * Whether nobody tells one of these facts of a volume's disk now, and there is something to tell: whoever measured it has
 * fallen silent, or names it no more though a pod that runs mounts it.
 */
export function isDeviceSilentOf(
  volume: Seen<ResourceKind.VOLUME>,
  facts: readonly DeviceFact[],
  now: Instant,
): boolean {
  const devices = volume.all('device', SupportKind.VOLUME_DEVICE).map((device) => device.aspect('main'));
  const isTold = devices.some((device) => {
    const fresh = freshly(device, now);
    return fresh !== null && facts.every((fact) => isKnown(fresh.facts, fact));
  });
  return !isTold && (devices.some((device) => isSilentOf(device, facts, now)) || isMounted(volume));
}

/** One that nobody asks anything takes no time for a request. */
function isKnown(device: VolumeDevice, fact: DeviceFact): boolean {
  return device[fact] !== null || device.unavailable[fact] === 'idle';
}

function isMounted(volume: Seen<ResourceKind.VOLUME>): boolean {
  return volume
    .from('volume', ResourceKind.CLAIM)
    .some((claim) => claim.from('claim', ResourceKind.POD).some(({ main }) => main.phase === PodPhase.RUNNING));
}
