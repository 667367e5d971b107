import type { Reads } from '../../registry/reads.js';
import type { Registry } from '../../registry/registry.js';
import { MEBIBYTE } from '../../model/bytes.js';
import type { Resource } from '../../model/resource.js';
import type { GraphContext } from '../../resolvers/context.js';
import type { SelectionText } from './ready-document.js';
import { textBytes } from './ready-records.js';
import { TwoAges } from './two-ages.js';

/** All texts together, with what it takes to keep them, in bytes. */
const MOST_BYTES = 32 * MEBIBYTE;
const BYTES_PER_STRETCH = 400;
/** Some may have been replaced by newer ones since: then nobody else holds the older. */
const BYTES_PER_RECORD = 1_000;

/** A stretch ends after one of so many, by lot, and after so many at the most. */
const USUAL = 16;
const MOST = 4 * USUAL;

type Listed = Resource | null;

interface Stretch {
  readonly records: readonly Listed[];
  readonly text: string;
  readonly reads: Reads;
  /** What the lists in it cost. */
  readonly cost: number;
}

/**
 * What neighbours in lists say, kept as one text until one of them changes: of a long list, only the stretches with a change in them
 * are put together anew. Where one ends is up to its resources, so that one that comes or goes moves no other, or few where one is as
 * long as it may be.
 */
export class ReadyLists {
  private readonly stretches: TwoAges<string, Stretch>;

  /** @param mostBytes of all that is kept */
  constructor(
    private readonly registry: Registry,
    private readonly textOfOne: (record: Resource, key: SelectionText, context: GraphContext) => string,
    mostBytes = MOST_BYTES,
  ) {
    this.stretches = new TwoAges(mostBytes, sizeOf);
  }

  /** @throws whatever `textOfOne` throws */
  textOf(list: readonly Listed[], key: SelectionText, context: GraphContext): string {
    let text = '[';
    for (let start = 0; start < list.length;) {
      const end = endOf(list, start);
      // Added, and not joined: what is added is written out once, with the whole answer.
      if (start > 0) text += ',';
      text += this.textOfStretch(list.slice(start, end), key, context);
      start = end;
    }
    return text + ']';
  }

  private textOfStretch(records: readonly Listed[], key: SelectionText, context: GraphContext): string {
    // Other orders and filters have stretches of their own.
    const name = `${records[0]?.id ?? ''} ${records.at(-1)?.id ?? ''} ${records.length}`;
    const known = this.stretches.get(key, name);
    if (known !== undefined && isOf(known, records) && known.reads.isCurrent) {
      this.registry.reads.noteAll(known.reads);
      context.budget.spendAgain(known.cost);
      return known.text;
    }
    const made = this.make(records, key, context);
    // Once the budget is spent nothing is counted any more.
    if (made.reads.isCurrent && !context.budget.isSpent) this.stretches.set(key, name, made);
    return made.text;
  }

  private make(records: readonly Listed[], key: SelectionText, context: GraphContext): Stretch {
    const before = context.budget.spent;
    const reads = this.registry.beginReading();
    try {
      const texts = records.map((record) => (record == null ? 'null' : this.textOfOne(record, key, context)));
      return { records, text: texts.join(','), reads, cost: context.budget.spent - before };
    } finally {
      reads.end();
    }
  }
}

function endOf(list: readonly Listed[], start: number): number {
  const most = Math.min(start + MOST, list.length);
  for (let place = start; place < most; place += 1) if (isLast(list[place]?.id ?? '')) return place + 1;
  return most;
}

function isLast(id: string): boolean {
  let lot = 0;
  for (let place = 0; place < id.length; place += 1) lot = Math.imul(lot ^ id.charCodeAt(place), 0x0100_0193);
  return (lot >>> 8) % USUAL === 0;
}

function isOf(known: Stretch, records: readonly Listed[]): boolean {
  return known.records.length === records.length && known.records.every((record, place) => record === records[place]);
}

function sizeOf({ records, text, reads }: Stretch): number {
  return textBytes(text) + reads.bytes + records.length * BYTES_PER_RECORD + BYTES_PER_STRETCH;
}
