import { ResourceKind } from './kinds.js';
import type { Seen } from './rule.js';

export type SeenVolume = Seen<ResourceKind.VOLUME>;
export type SeenClaim = Seen<ResourceKind.CLAIM>;

/** The claim that a volume is bound to: another may name it and never get it. */
export function claimOf(volume: SeenVolume): SeenClaim | undefined {
  return boundClaim(volume, volume.from('volume', ResourceKind.CLAIM));
}

/** The same among those that name it, whatever else is known of them. */
export function boundClaim<C extends SeenClaim>({ main }: SeenVolume, claims: readonly C[]): C | undefined {
  return claims.find(({ id }) => id === main.claimRef?.id) ?? claims[0];
}
