import { type ResourceId, resourceId } from '../model/ids.js';
import { SupportKind } from '../model/kinds.js';

/**
 * The id of a volume's disk as a monitoring system measures it: that knows the volume by the handle of its driver, or by
 * its own name, and both sides can tell the id from that.
 */
export function volumeDeviceId(cluster: string, calledBy: 'handle' | 'name', name: string): ResourceId {
  return resourceId(SupportKind.VOLUME_DEVICE, cluster, `${calledBy}/${name}`);
}
