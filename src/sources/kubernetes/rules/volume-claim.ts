import { ResourceKind } from '../../../model/kinds.js';
import type { Seen } from '../../../model/rule.js';

export type SeenVolume = Seen<ResourceKind.VOLUME>;
export type SeenClaim = Seen<ResourceKind.CLAIM>;

/** The claim that a volume is bound to: another may name it and never get it. */
export function claimOf(volume: SeenVolume): SeenClaim | undefined {
  const claims = volume.from('volume', ResourceKind.CLAIM);
  return claims.find(({ id }) => id === volume.main.claimRef?.id) ?? claims[0];
}
