import { randomBytes } from 'node:crypto';
import type { HealthChangeRecord } from '../model/change.js';
import type { Finding } from '../model/health.js';
import type { ResourceId } from '../model/ids.js';
import { type ReadLog, Stamp } from './reads.js';

/** A change that has no place in the stream yet. */
export type NewChange = Omit<HealthChangeRecord, 'sequence' | 'rootIds'>;

export type ChangeListener = (changes: readonly HealthChangeRecord[]) => void;

/** Which part of the log to read. With `first` from the old end, with `last` from the new one; always in order. */
export interface ChangeRange {
  readonly afterSequence?: number | undefined;
  readonly beforeSequence?: number | undefined;
  readonly first?: number | undefined;
  readonly last?: number | undefined;
  readonly resourceId?: ResourceId | undefined;
  readonly filter?: ((change: HealthChangeRecord) => boolean) | undefined;
}

const NO_IDS: readonly string[] = Object.freeze([]);

/** The one stream of changes: the newest of them kept, and everyone who listens told of each. */
export class ChangeLog {
  /** Of this server's life: positions of another life mean nothing here. */
  readonly epoch = randomBytes(6).toString('base64url');
  private readonly ring: HealthChangeRecord[] = [];
  private readonly listeners = new Set<ChangeListener>();
  private readonly stamp = new Stamp();
  private sequence = 0;

  /** @param capacity so many of the newest are kept at the least */
  constructor(
    readonly capacity: number,
    private readonly onListenerFailed: (error: unknown) => void,
    private readonly isRoot: (finding: Finding) => boolean,
    private readonly reads: ReadLog,
  ) {}

  /** The newest change; 0 before the first. */
  get lastSequence(): number {
    this.reads.note(this.stamp);
    return this.sequence;
  }

  /** The oldest one that is still kept; one more than the newest where none is. */
  get oldestSequence(): number {
    this.reads.note(this.stamp);
    return this.sequence - this.ring.length + 1;
  }

  append(changes: readonly NewChange[]): void {
    if (changes.length === 0) return;
    this.reads.touch(this.stamp);
    const records = changes.map((change): HealthChangeRecord =>
      Object.freeze({ ...change, rootIds: this.rootIdsOf(change), sequence: (this.sequence += 1) }),
    );
    for (const record of records) this.ring.push(record);
    // Trimmed in strides: moving the whole ring for each change would cost more than it saves.
    if (this.ring.length > this.capacity * 1.25) this.ring.splice(0, this.ring.length - this.capacity);
    for (const listener of [...this.listeners]) {
      try {
        listener(records);
      } catch (error) {
        this.onListenerFailed(error);
      }
    }
  }

  /** Noted when it happens: who reads on later is to be told what those were told who listened. */
  private rootIdsOf({ findingsBefore, findingsAfter }: NewChange): readonly string[] {
    if (findingsBefore.length + findingsAfter.length === 0) return NO_IDS;
    const ids = [...findingsBefore, ...findingsAfter].filter(this.isRoot).map(({ id }) => id);
    return ids.length === 0 ? NO_IDS : [...new Set(ids)];
  }

  subscribe(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  range({
    afterSequence,
    beforeSequence,
    first,
    last,
    resourceId,
    filter,
  }: ChangeRange): readonly HealthChangeRecord[] {
    const oldest = this.oldestSequence;
    const from = Math.max(0, (afterSequence ?? oldest - 1) + 1 - oldest);
    const to = Math.min(this.ring.length, Math.max(0, (beforeSequence ?? this.sequence + 1) - oldest));
    const isWanted = (change: HealthChangeRecord): boolean =>
      (resourceId === undefined || change.resourceId === resourceId) && (filter === undefined || filter(change));
    const found: HealthChangeRecord[] = [];
    if (first === undefined && last !== undefined) {
      for (let index = to - 1; index >= from && found.length < last; index -= 1) {
        const change = this.ring[index];
        if (change !== undefined && isWanted(change)) found.push(change);
      }
      return found.reverse();
    }
    for (let index = from; index < to && found.length < (first ?? Infinity); index += 1) {
      const change = this.ring[index];
      if (change !== undefined && isWanted(change)) found.push(change);
    }
    return last === undefined ? found : found.slice(-last);
  }
}
