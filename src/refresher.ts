import type { Clock } from './model/clock.js';
import type { ResourceId } from './model/ids.js';
import { ResourceKind } from './model/kinds.js';
import type { Milliseconds } from './model/time.js';
import type { Entry } from './registry/entry.js';
import type { Registry } from './registry/registry.js';
import type { Refresher } from './resolvers/context.js';
import type { RunningSource } from './sources/source.js';

/**
 * Asks anew where someone wants to know it fresher than it was last seen. Only endpoints that are probed can be asked: what
 * is watched is as fresh as its stream.
 */
export function createRefresher(registry: Registry, clock: Clock, running: readonly RunningSource[]): Refresher {
  const byId = new Map(running.map((source) => [source.id, source]));
  return {
    async refresh(ids: readonly ResourceId[], maxAge: Milliseconds): Promise<void> {
      const asked = new Set<RunningSource>();
      for (const id of ids) {
        const entry = registry.get(id);
        if (entry === undefined || clock.now() - (entry.observedAt ?? 0) <= maxAge) continue;
        for (const source of sourcesOf(registry, entry)) {
          const found = byId.get(source.id);
          if (found?.refresh !== undefined) asked.add(found);
        }
      }
      await Promise.all([...asked].map(async (source) => source.refresh?.()));
    },
  };
}

/** A member of a system is asked together with the whole. */
function sourcesOf(registry: Registry, entry: Entry): readonly Entry[] {
  const own = entry.from('endpoint', ResourceKind.SOURCE);
  return own.length > 0 ? own : (registry.parentOf(entry)?.from('endpoint', ResourceKind.SOURCE) ?? []);
}
