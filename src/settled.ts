import type { Clock } from './model/clock.js';
import { ResourceKind } from './model/kinds.js';
import { type Milliseconds, SECOND, after } from './model/time.js';
import type { Registry } from './registry/registry.js';

/** Longer than a member that is lost, and what follows from it, have to last to be said; not so long that nobody waits. */
const LONGEST: Milliseconds = 25 * SECOND;
const PACE: Milliseconds = 0.25 * SECOND;

/**
 * Resolves once every part of what is watched was seen or could not be, and nothing that is wrong is held back that could be
 * said soon; after 25 s whatever holds. For whoever asks only once, when the first picture is complete.
 */
export async function untilSettled(registry: Registry, clock: Clock): Promise<void> {
  const end = after(clock.now(), LONGEST);
  while (clock.now() < end && (hasUndecided(registry) || registry.isHolding(end)))
    await new Promise<void>((resolve) => clock.at(after(clock.now(), PACE), resolve));
}

/** Such as one member of several of which a first look has failed. */
function hasUndecided(registry: Registry): boolean {
  const sources = [...registry.entries(ResourceKind.SOURCE)];
  return sources.some(({ main }) => [main, ...main.sights].some(({ state }) => state === 'starting'));
}
