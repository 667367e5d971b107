import { LRUCache } from 'lru-cache';
import { MEBIBYTE } from '../../model/bytes.js';
import type { Reads } from '../../registry/reads.js';
import type { EncodedAnswer } from './encoded-answer.js';

/** What it takes, at the most, to keep an answer whatever is in it: what it is in, and its headers in each encoding. */
const BYTES_PER_ANSWER = 3_072;

/** Of a question, beyond Latin-1. */
const BYTES_PER_CHARACTER = 2;

/** All answers that are kept, in bytes. */
const MOST_BYTES = 64 * MEBIBYTE;

/** Whoever waited so often for an answer that could not be given again makes one alone; so does whoever asks what so often gave none. */
const MOST_IN_VAIN = 2;

/** Characters of all questions of which it is remembered that they gave none, and what it takes to remember one. */
const MOST_REMEMBERED = MEBIBYTE;
const REMEMBERED_ONE = 100;

/** An answer, and what it was made from; null: it is not to be kept. */
export interface Made {
  readonly answer: EncodedAnswer;
  readonly reads: Reads | null;
}

/** One who asks. */
export interface Asking {
  readonly make: () => Promise<Made>;
  /** Waits for another who makes the same. @throws what it is refused with, where too many wait */
  readonly wait: (other: Promise<Made | null>) => Promise<Made | null>;
}

/**
 * Answers as bytes, given again as long as nothing has changed of what they were made from. Who asks while the same is being
 * answered waits for that, unless it is known that it could not be given again: the time, readings, errors.
 */
export class KeptAnswers {
  private readonly kept: LRUCache<string, Made>;
  /** The one of each question that others wait for. */
  private readonly underWay = new Map<string, Promise<Made>>();
  /** How often in a row a question gave an answer that could not be given again. */
  private readonly inVain = new LRUCache<string, number>({
    maxSize: MOST_REMEMBERED,
    sizeCalculation: (_, key) => key.length + REMEMBERED_ONE,
  });

  constructor(mostBytes = MOST_BYTES) {
    this.kept = new LRUCache<string, Made>({
      maxSize: mostBytes,
      sizeCalculation: ({ answer, reads }, key) =>
        BYTES_PER_ANSWER + answer.size + key.length * BYTES_PER_CHARACTER + (reads?.bytes ?? 0),
    });
  }

  /** Bytes of all that is kept. */
  get size(): number {
    return this.kept.calculatedSize;
  }

  /** @param key all that the answer depends on, beside what is watched */
  async answer(key: string, { make, wait }: Asking): Promise<EncodedAnswer> {
    // Who waits goes on in the order of asking: the one that is waited for has asked before, and its time is over before.
    for (let waits = 0; waits < MOST_IN_VAIN; waits += 1) {
      const kept = this.find(key);
      if (kept !== null) return kept;
      const other = this.underWay.get(key);
      if (other === undefined || this.isInVain(key)) break;
      const shared = await wait(other.catch(() => null));
      // It may have read something that has changed before this was asked.
      if (shared?.reads?.isCurrent === true) return shared.answer;
    }
    return this.makeOne(key, make);
  }

  /** Null where nothing is kept, or something has changed since. */
  find(key: string): EncodedAnswer | null {
    const kept = this.kept.get(key);
    if (kept === undefined) return null;
    if (kept.reads?.isCurrent === true) return kept.answer;
    this.kept.delete(key);
    return null;
  }

  /** Others find it under way in the turn in which it is begun. */
  private async makeOne(key: string, make: Asking['make']): Promise<EncodedAnswer> {
    const making = make();
    if (!this.underWay.has(key)) this.underWay.set(key, making);
    try {
      const made = await making;
      if (made.reads?.isCurrent === true) {
        this.inVain.delete(key);
        this.keep(key, made);
      } else this.inVain.set(key, (this.inVain.get(key) ?? 0) + 1);
      return made.answer;
    } finally {
      if (this.underWay.get(key) === making) this.underWay.delete(key);
    }
  }

  private isInVain(key: string): boolean {
    return (this.inVain.get(key) ?? 0) >= MOST_IN_VAIN;
  }

  private keep(key: string, made: Made): void {
    // What is put where it was already is not measured again.
    this.kept.delete(key);
    this.kept.set(key, made);
    made.answer.onGrowth = () => {
      if (this.kept.peek(key) === made) this.keep(key, made);
    };
  }
}
