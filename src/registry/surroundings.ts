import { EDGES, type EdgeName } from '../model/edges.js';
import { HealthStatus } from '../model/health.js';
import type { Instant } from '../model/time.js';
import type { EdgeIndex } from './edge-index.js';
import type { Entry, Surroundings } from './entry.js';
import type { ReadLog, Stamp } from './reads.js';
import type { Population } from './population.js';
import type { RecordSets } from './record-sets.js';
import type { Sights } from './sights.js';
import { isSoughtName } from './sought-names.js';
import type { Totals } from './totals.js';

/** What an entry asks, answered by the parts of the registry. */
export function surroundingsOf({
  reads,
  allNames,
  allSets,
  sights,
  population,
  edges,
  sets,
  totals,
}: {
  readonly reads: ReadLog;
  /** Which names there are. */
  readonly allNames: Stamp;
  readonly allSets: Stamp;
  readonly sights: Sights;
  readonly population: Population;
  readonly edges: EdgeIndex;
  readonly sets: RecordSets;
  readonly totals: Totals;
}): Surroundings {
  const along: Surroundings['neighbours'] = (entry, edge, direction) => {
    const found = direction === 'to' ? edges.outOf(entry, edge) : edges.into(entry, edge);
    if (!reads.isActive) return found;
    for (const other of found) population.note(other);
    // An edge may lead to a name that nobody has yet, or that another may have tomorrow.
    const ways = direction === 'to' ? entry.edges.filter(({ name }) => name === edge) : [];
    if (found.length < ways.length || ways.some(({ to }) => isSoughtName(to))) reads.note(allNames);
    return found;
  };
  return {
    neighbours: along,
    first: (entry, edge, kind) =>
      reads.isActive
        ? along(entry, edge, 'to').find((other) => other.kind === kind)
        : edges.firstOutOf(entry, edge, kind),
    set: (system, name, kind) => {
      reads.note(allSets);
      return sets.members(system, name, kind);
    },
    total: (entry, name) => totals.of(entry, name),
    effectiveStatus: ({ main, kind, rolledStatus }) =>
      sights.isUnseen(main.system, kind) ? HealthStatus.UNKNOWN : rolledStatus,
    isStale: ({ main, kind, verdict }) => verdict.isStale || sights.isUnseen(main.system, kind),
    observedAt: ({ main, kind, mainSeenAt }) => {
      const contactAt = sights.contactOf(main.system, kind);
      return mainSeenAt === null || contactAt === null ? mainSeenAt : (Math.max(mainSeenAt, contactAt) as Instant);
    },
  };
}

/** What a record needs, or what needs it, along the declared edges; each once. */
export function neighboursOf(
  entry: Entry,
  direction: 'dependsOn' | 'dependents',
  surroundings: Surroundings,
): readonly Entry[] {
  const along = direction === 'dependsOn' ? 'to' : 'from';
  const found = new Set<Entry>();
  for (const [edge, needs] of Object.entries(EDGES) as [EdgeName, (typeof EDGES)[EdgeName]][]) {
    if (needs === 'none') continue;
    for (const other of surroundings.neighbours(entry, edge, needs === along ? 'to' : 'from')) found.add(other);
  }
  return [...found];
}
