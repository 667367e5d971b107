import type { Observation } from '../../model/facts.js';
import { type RecordKind, ResourceKind, SupportKind } from '../../model/kinds.js';
import type { Entry } from '../entry.js';
import { copyOf } from '../history.js';
import { Holds } from '../holds.js';
import type { Registry } from '../registry.js';

/** All that a registry knows, as if it were reported now. */
export function* observationsIn(registry: Registry): Generator<Observation> {
  for (const kind of [...Object.values(ResourceKind), ...Object.values(SupportKind)])
    for (const entry of registry.entries(kind)) yield* observationsOf(entry);
}

function* observationsOf(entry: Entry): Generator<Observation> {
  const { id, kind, main, mainSeenAt } = entry;
  yield { id, kind, aspect: 'main', facts: main, observedAt: mainSeenAt } as Observation;
  yield* sidesOf(entry);
}

export function sidesOf({ id, kind, otherAspects }: Entry): readonly Observation[] {
  return otherAspects.map(
    ({ name, facts, observedAt }) => ({ id, kind, aspect: name, facts, observedAt }) as Observation,
  );
}

/** Their status is that of their members, of which fewer may be there. */
const SUMS: ReadonlySet<RecordKind> = new Set([
  ResourceKind.PLATFORM,
  ResourceKind.SYSTEM,
  ResourceKind.CLUSTER,
  ResourceKind.NAMESPACE,
]);

/**
 * What rules remember of records that were just handed over, for a registry that was filled later: samples, since when
 * something lasts, and since when it is as it is. What is wrong, it finds by itself; only what a record has of itself, and nobody can
 * look at now, stands here, too.
 */
export function bequeath(from: Registry, to: Registry, handed: readonly Observation[]): void {
  for (const { id, kind, aspect } of handed) {
    const [entry, heir] = aspect === 'main' ? [from.resolve(id), to.resolve(id)] : [];
    // Who is only a place there is another.
    if (entry === undefined || heir === undefined || entry.main !== heir.main) continue;
    heir.past = copyOf(entry.past);
    // An empty one, so that what was found there does not stand here: it may follow from what is not known here.
    heir.holds = entry.holds?.elsewhere() ?? (entry.findings.length === 0 ? null : new Holds());
    heir.verdict = entry.verdict;
    if (SUMS.has(kind)) continue;
    heir.rolledStatus = entry.rolledStatus;
    heir.since = entry.since;
  }
}
