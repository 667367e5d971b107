import { getOrMake } from '../model/get-or-make.js';
import { HealthStatus } from '../model/health.js';
import type { RecordKind } from '../model/kinds.js';
import type { Entry } from './entry.js';
import { rankOf } from './rank.js';
import { RankIndex } from './rank-index.js';
import { RankedRecords } from './ranked-records.js';
import { type ReadLog, Stamp, type Stamped } from './reads.js';

/** Which records to look at: all, those of one system, or those of one namespace of it. */
export interface Scope {
  readonly system?: string | undefined;
  readonly namespace?: string | null | undefined;
}

/** Which records to list: all, or those of some systems and some namespaces. */
export interface Places {
  readonly systems?: readonly string[] | null | undefined;
  readonly namespaces?: readonly string[] | null | undefined;
}

/** Records of one kind, system and namespace. */
interface Bucket extends Stamped {
  readonly entries: Set<Entry>;
  readonly index: RankIndex;
}

/** Records of one kind and system. */
interface Part extends Stamped {
  readonly system: string;
  readonly buckets: Map<string | null, Bucket>;
  readonly index: RankIndex;
}

/** Records of one kind. */
interface Whole extends Stamped {
  readonly parts: Map<string, Part>;
  /** Which parts and buckets there are. */
  readonly places: Stamp;
}

/** All records by kind, system and namespace, and there by how bad they are and by name: kept so, never sorted. */
export class Population {
  private readonly byKind = new Map<RecordKind, Whole>();

  constructor(private readonly reads: ReadLog) {}

  /** It is listed and counted from the next `touch` on. */
  add(entry: Entry): void {
    this.bucketOf(entry).entries.add(entry);
    this.stamp(entry);
  }

  remove(entry: Entry): void {
    const { kind, main, rank } = entry;
    const { parts } = this.wholeOf(kind);
    const part = parts.get(main.system);
    const bucket = part?.buckets.get(main.namespace);
    if (part === undefined || bucket?.entries.has(entry) !== true) return;
    this.stamp(entry);
    bucket.entries.delete(entry);
    if (rank !== null) for (const { index } of [part, bucket]) index.remove(entry, rank);
    entry.rank = null;
    if (bucket.entries.size === 0) part.buckets.delete(main.namespace);
    if (part.buckets.size === 0) parts.delete(main.system);
  }

  /**
   * A record is there, changed or gone since the newest batch. To be called of all that were judged or summed up: here they
   * take the place in lists that their new status gives them.
   */
  touch(entry: Entry): void {
    this.stamp(entry);
    const rank = rankOf(entry.rolledStatus, entry.findings[0]?.severity ?? null);
    if (rank === entry.rank) return;
    const { system, namespace } = entry.main;
    const part = this.wholeOf(entry.kind).parts.get(system);
    const bucket = part?.buckets.get(namespace);
    if (part === undefined || bucket?.entries.has(entry) !== true) return;
    for (const { index } of [part, bucket]) {
      if (entry.rank !== null) index.remove(entry, entry.rank);
      index.add(entry, rank);
    }
    entry.rank = rank;
  }

  /** One record is read, alone or with all others of its kind. */
  note(entry: Entry): void {
    if (this.reads.isActive) this.reads.noteOf(entry, this.wholeOf(entry.kind));
  }

  /** In no order; records may come and go meanwhile. */
  *entries(kind: RecordKind, scope: Scope = {}): Generator<Entry> {
    for (const part of this.partsIn(kind, scope)) for (const { entries } of this.bucketsIn(part, scope)) yield* entries;
  }

  /** @param isUnseen tells of which kinds and systems nothing can be seen now */
  ranked(
    kinds: readonly RecordKind[],
    { systems, namespaces }: Places,
    isUnseen: (system: string, kind: RecordKind) => boolean,
  ): RankedRecords {
    const groups = kinds.flatMap((kind) =>
      [...new Set(systems ?? [undefined])].flatMap((system) =>
        [...new Set(namespaces ?? [undefined])].flatMap((namespace) =>
          [...this.indexes(kind, { system, namespace })].flatMap(([of, index]) => {
            const isHidden = isUnseen(of, kind);
            return Array.from(index, ([rank, entries]) => ({
              rank: isHidden ? rankOf(HealthStatus.UNKNOWN, rank.worst) : rank,
              entries,
            }));
          }),
        ),
      ),
    );
    return new RankedRecords(groups);
  }

  private *indexes(kind: RecordKind, scope: Scope): Generator<readonly [system: string, index: RankIndex]> {
    for (const part of this.partsIn(kind, scope)) {
      if (scope.namespace === undefined) yield [part.system, part.index];
      else for (const { index } of this.bucketsIn(part, scope)) yield [part.system, index];
    }
  }

  /** Notes what is read of them, but for single buckets. */
  private *partsIn(kind: RecordKind, { system, namespace }: Scope): Generator<Part> {
    const whole = this.wholeOf(kind);
    const isWhole = system === undefined && namespace === undefined;
    this.reads.note(isWhole ? whole : whole.places);
    if (system === undefined) {
      yield* whole.parts.values();
      return;
    }
    const part = whole.parts.get(system);
    if (part === undefined) return;
    if (namespace === undefined) this.reads.note(part);
    yield part;
  }

  private *bucketsIn({ buckets }: Part, { namespace }: Scope): Generator<Bucket> {
    if (namespace === undefined) {
      yield* buckets.values();
      return;
    }
    const bucket = buckets.get(namespace);
    if (bucket === undefined) return;
    this.reads.note(bucket);
    yield bucket;
  }

  private stamp(entry: Entry): void {
    const { kind, main } = entry;
    const whole = this.wholeOf(kind);
    const part = whole.parts.get(main.system);
    const bucket = part?.buckets.get(main.namespace);
    for (const thing of [entry, whole, part, bucket]) if (thing !== undefined) this.reads.touch(thing);
  }

  private wholeOf(kind: RecordKind): Whole {
    return getOrMake(this.byKind, kind, (): Whole => ({ version: 0, parts: new Map(), places: new Stamp() }));
  }

  private bucketOf({ kind, main: { system, namespace } }: Entry): Bucket {
    const { parts, places } = this.wholeOf(kind);
    const part = getOrMake(parts, system, (): Part => {
      this.reads.touch(places);
      return { version: 0, system, buckets: new Map(), index: new RankIndex() };
    });
    return getOrMake(part.buckets, namespace, (): Bucket => {
      this.reads.touch(places);
      return { version: 0, entries: new Set(), index: new RankIndex() };
    });
  }
}
