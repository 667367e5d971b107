import sortedBTree from 'sorted-btree';
import TinyQueue from 'tinyqueue';
import type { Entry } from './entry.js';

/** A place in the order by name and id: that of an entry, or one between two of them. */
export interface NamePlace {
  readonly id: string;
  readonly main: { readonly name: string };
}

/** Entries by name, and by id where several have one name. */
export class SortedEntries {
  constructor(private readonly tree = new sortedBTree.default<NamePlace, undefined>(undefined, compareNames)) {}

  /** As it is now, whatever changes later; made at once, since both share what stays the same. */
  snapshot(): SortedEntries {
    return new SortedEntries(this.tree.clone());
  }

  get size(): number {
    return this.tree.size;
  }

  add(entry: Entry): void {
    this.tree.set(entry, undefined);
  }

  delete(entry: Entry): void {
    this.tree.delete(entry);
  }

  /** From the first, or from behind a place, to the last; descending the other way. Nothing may change meanwhile. */
  walk(after: NamePlace | null, isDescending: boolean): Iterable<Entry> {
    if (isDescending) return this.walkBack(after);
    const first = this.tree.nextHigherKey(after ?? undefined);
    return first === undefined ? NONE : (this.tree.keys(first) as Iterable<NamePlace> as Iterable<Entry>);
  }

  private *walkBack(after: NamePlace | null): Generator<Entry> {
    for (const [entry] of this.tree.entriesReversed(after ?? undefined, [], true)) yield entry as Entry;
  }
}

const NONE: readonly Entry[] = [];

function compareNames(a: NamePlace, b: NamePlace): number {
  const left = a.main.name;
  const right = b.main.name;
  if (left !== right) return left < right ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Several sets as if they were one. */
export function merged(
  sets: readonly SortedEntries[],
  after: NamePlace | null,
  isDescending: boolean,
): Iterable<Entry> {
  const [only] = sets;
  if (only === undefined) return NONE;
  return sets.length === 1 ? only.walk(after, isDescending) : merge(sets, after, isDescending);
}

function* merge(sets: readonly SortedEntries[], after: NamePlace | null, isDescending: boolean): Generator<Entry> {
  const compare = (a: Head, b: Head): number => (isDescending ? compareNames(b.entry, a.entry) : compareNames(a.entry, b.entry)); // prettier-ignore
  const queue = new TinyQueue<Head>([], compare);
  for (const set of sets) {
    const rest = set.walk(after, isDescending)[Symbol.iterator]();
    const first = rest.next();
    if (first.done !== true) queue.push({ entry: first.value, rest });
  }
  for (let head = queue.pop(); head !== undefined;) {
    yield head.entry;
    const next = head.rest.next();
    if (next.done === true) {
      head = queue.pop();
      continue;
    }
    head.entry = next.value;
    // Often the next one is of the same set: then the queue stays as it is.
    const rival = queue.peek();
    if (rival === undefined || compare(head, rival) <= 0) continue;
    queue.push(head);
    head = queue.pop();
  }
}

/** The next of one set, and what comes after it. */
interface Head {
  entry: Entry;
  readonly rest: Iterator<Entry>;
}
