import type { Clock } from './model/clock.js';
import { ResourceKind } from './model/kinds.js';
import { type Milliseconds, MINUTE, SECOND, after } from './model/time.js';
import type { Registry } from './registry/registry.js';
import { isPainted } from './observing.js';

/** Whoever has shown nothing more of its first picture for so long is waited for no longer. */
const PATIENCE: Milliseconds = 30 * SECOND;
/** Nor is anybody, whatever is still shown. */
const LONGEST: Milliseconds = 5 * MINUTE;

/**
 * Opens the stream of changes though some sources have not painted their first picture, so that one of them does not keep all
 * others from being told of: what late ones show comes as what is added.
 *
 * @param onLate told of their names when that is so
 * @returns calls it off
 */
export function openInTime(registry: Registry, clock: Clock, onLate: (names: readonly string[]) => void): () => void {
  const end = after(clock.now(), LONGEST);
  let [shown, shownAt] = ['', clock.now()];
  let disarm: () => void = () => undefined;
  const look = (): void => {
    if (registry.isStreaming) return;
    const now = clock.now();
    const late = lateSources(registry);
    const shows = shownBy(registry, late);
    if (shows !== shown) [shown, shownAt] = [shows, now];
    if (now < Math.min(after(shownAt, PATIENCE), end)) {
      disarm = clock.at(after(now, SECOND), look);
      return;
    }
    onLate(late.map(({ name }) => name));
    registry.open();
  };
  look();
  return () => {
    disarm();
  };
}

function lateSources(registry: Registry) {
  const all = Array.from(registry.entries(ResourceKind.SOURCE), ({ main }) => main);
  return all.filter((source) => !isPainted(source));
}

/** How much late ones show by now; a large cluster takes its time to list. */
function shownBy(registry: Registry, late: ReturnType<typeof lateSources>): string {
  const systems = [...new Set(late.map(({ system }) => system))];
  return `${late.length} ${registry.ranked(Object.values(ResourceKind), { systems }).size}`;
}
