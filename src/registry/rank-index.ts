import { getOrMake } from '../model/get-or-make.js';
import type { Entry } from './entry.js';
import type { Rank } from './rank.js';
import { SortedEntries } from './sorted-entries.js';

/** Entries by how bad they are, and by name among those that are equally bad. */
export class RankIndex implements Iterable<readonly [Rank, SortedEntries]> {
  private readonly groups = new Map<Rank, SortedEntries>();

  add(entry: Entry, rank: Rank): void {
    getOrMake(this.groups, rank, () => new SortedEntries()).add(entry);
  }

  /** @param rank with which it was added */
  remove(entry: Entry, rank: Rank): void {
    const group = this.groups.get(rank);
    group?.delete(entry);
    if (group?.size === 0) this.groups.delete(rank);
  }

  [Symbol.iterator](): IterableIterator<readonly [Rank, SortedEntries]> {
    return this.groups.entries();
  }
}
