import { HealthStatus } from '../model/health.js';
import type { RecordKind } from '../model/kinds.js';
import type { Entry } from './entry.js';
import { getOrMake } from './get-or-make.js';

/** Which records to look at: all, those of one system, or those of one namespace of it. */
export interface Scope {
  readonly system?: string | undefined;
  readonly namespace?: string | null | undefined;
}

/** Records of one kind, system and namespace, and how many of them have which status. */
interface Bucket {
  readonly system: string;
  readonly namespace: string | null;
  readonly entries: Set<Entry>;
  readonly tally: Map<HealthStatus, number>;
}

/** All records by kind, system and namespace, counted by status: counted as they change, never recounted. */
export class Population {
  private readonly byKind = new Map<RecordKind, Map<string, Bucket>>();

  add(entry: Entry): void {
    const bucket = this.bucketOf(entry);
    bucket.entries.add(entry);
    shift(bucket.tally, entry.rolledStatus, 1);
  }

  remove(entry: Entry): void {
    const bucket = this.bucketOf(entry);
    if (!bucket.entries.delete(entry)) return;
    shift(bucket.tally, entry.rolledStatus, -1);
    if (bucket.entries.size === 0) this.byKind.get(entry.kind)?.delete(bucketKey(bucket.system, bucket.namespace));
  }

  /** Call before `entry.rolledStatus` becomes `next`. */
  restate(entry: Entry, next: HealthStatus): void {
    const { tally } = this.bucketOf(entry);
    shift(tally, entry.rolledStatus, -1);
    shift(tally, next, 1);
  }

  *entries(kind: RecordKind, scope: Scope = {}): Generator<Entry> {
    for (const bucket of this.buckets(kind, scope)) yield* bucket.entries;
  }

  /** Counts by status; `isUnseen` tells of which systems nothing can be seen now. */
  counts(kind: RecordKind, scope: Scope, isUnseen: (system: string) => boolean): ReadonlyMap<HealthStatus, number> {
    const counts = new Map<HealthStatus, number>();
    for (const { system, entries, tally } of this.buckets(kind, scope)) {
      if (isUnseen(system)) shift(counts, HealthStatus.UNKNOWN, entries.size);
      else for (const [status, count] of tally) shift(counts, status, count);
    }
    return counts;
  }

  private *buckets(kind: RecordKind, { system, namespace }: Scope): Generator<Bucket> {
    for (const bucket of this.byKind.get(kind)?.values() ?? []) {
      if (system !== undefined && bucket.system !== system) continue;
      if (namespace !== undefined && bucket.namespace !== namespace) continue;
      yield bucket;
    }
  }

  private bucketOf({ kind, main: { system, namespace } }: Entry): Bucket {
    const buckets = getOrMake(this.byKind, kind, () => new Map<string, Bucket>());
    const make = (): Bucket => ({ system, namespace, entries: new Set(), tally: new Map() });
    return getOrMake(buckets, bucketKey(system, namespace), make);
  }
}

function bucketKey(system: string, namespace: string | null): string {
  return `${system}/${namespace ?? ''}`;
}

function shift(tally: Map<HealthStatus, number>, status: HealthStatus, by: number): void {
  const count = (tally.get(status) ?? 0) + by;
  if (count === 0) tally.delete(status);
  else tally.set(status, count);
}
