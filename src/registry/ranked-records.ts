import type { HealthStatus } from '../model/health.js';
import type { RecordKind } from '../model/kinds.js';
import { getOrMake } from '../model/get-or-make.js';
import type { Entry } from './entry.js';
import type { Rank } from './rank.js';
import { type NamePlace, type SortedEntries, merged } from './sorted-entries.js';

/** Some records that are equally bad, by name. */
interface Group {
  /** As people see it: unknown where their source cannot see them. */
  readonly rank: Rank;
  readonly entries: SortedEntries;
}

/** All that are equally bad. */
export interface Alike<K extends RecordKind> {
  readonly badness: number;
  readonly entries: Iterable<Entry<K>>;
}

/** A place in the order by how bad records are. */
export interface RankPlace extends NamePlace {
  readonly badness: number;
}

/** Records as lists of them are made, from the indexes of the moment: to be walked before anything changes. */
export class RankedRecords<K extends RecordKind = RecordKind> implements Iterable<Entry<K>> {
  constructor(private readonly groups: readonly Group[]) {}

  get size(): number {
    return this.groups.reduce((sum, { entries }) => sum + entries.size, 0);
  }

  /** How many have which status. */
  counts(): ReadonlyMap<HealthStatus, number> {
    const counts = new Map<HealthStatus, number>();
    for (const { rank, entries } of this.groups) counts.set(rank.status, (counts.get(rank.status) ?? 0) + entries.size);
    return counts;
  }

  ofStatus(wanted: readonly HealthStatus[]): RankedRecords<K> {
    return new RankedRecords(this.groups.filter(({ rank }) => wanted.includes(rank.status)));
  }

  /** Those that something was found of. */
  withFindings(): RankedRecords<K> {
    return new RankedRecords(this.groups.filter(({ rank }) => rank.worst !== null));
  }

  /** Those that there are now, and as what: to be walked in steps, while others change. */
  snapshot(): RankedRecords<K> {
    return new RankedRecords(this.groups.map(({ rank, entries }) => ({ rank, entries: entries.snapshot() })));
  }

  /** In no order. */
  *[Symbol.iterator](): Generator<Entry<K>> {
    for (const { entries } of this.groups) yield* this.walk([entries], null, false);
  }

  /** By how bad they are; those that are equally bad by name and id, ascending either way. */
  *byBadness(isDescending: boolean, after: RankPlace | null): Generator<Alike<K>> {
    const alike = new Map<number, SortedEntries[]>();
    for (const { rank, entries } of this.groups) getOrMake(alike, rank.badness, () => []).push(entries);
    for (const [badness, sets] of [...alike].sort(([a], [b]) => (isDescending ? b - a : a - b))) {
      const isBefore = after !== null && (isDescending ? badness > after.badness : badness < after.badness);
      if (isBefore) continue;
      yield { badness, entries: this.walk(sets, badness === after?.badness ? after : null, false) };
    }
  }

  /** By name and id. */
  byName(isDescending: boolean, after: NamePlace | null): Iterable<Entry<K>> {
    return this.walk(this.groups.map(({ entries }) => entries), after, isDescending); // prettier-ignore
  }

  /** All that go by that name. */
  *named(name: string): Generator<Entry<K>> {
    for (const entry of this.byName(false, { id: '', main: { name } })) {
      if (entry.main.name !== name) return;
      yield entry;
    }
  }

  private walk(sets: readonly SortedEntries[], after: NamePlace | null, isDescending: boolean): Iterable<Entry<K>> {
    return merged(sets, after, isDescending) as Iterable<unknown> as Iterable<Entry<K>>;
  }
}
