import { LRUCache } from 'lru-cache';
import type { Reads } from '../../registry/reads.js';
import type { EncodedAnswer } from './encoded-answer.js';

/** What it takes to remember that one thing was read. */
const BYTES_PER_READ = 16;

/** All answers that are kept, in bytes. */
const MOST_BYTES = 64 * 1_024 ** 2;

/** An answer, and what it was made from; null: it is not to be kept. */
export interface Made {
  readonly answer: EncodedAnswer;
  readonly reads: Reads | null;
}

/**
 * Answers as bytes, given again as long as nothing has changed of what they were made from. Who asks while the same is being
 * answered waits for that.
 */
export class KeptAnswers {
  private readonly kept: LRUCache<string, Made>;
  private readonly underWay = new Map<string, Promise<Made>>();

  constructor(mostBytes = MOST_BYTES) {
    this.kept = new LRUCache<string, Made>({
      maxSize: mostBytes,
      // Once for as it is, and again for as much as it may have compressed.
      sizeCalculation: ({ answer, reads }, key) => 2 * answer.size + key.length + (reads?.size ?? 0) * BYTES_PER_READ,
    });
  }

  /** @param key all that the answer depends on, beside what is watched */
  async answer(key: string, make: () => Promise<Made>): Promise<EncodedAnswer> {
    const kept = this.find(key);
    if (kept !== null) return kept;
    const shared = await this.underWay.get(key)?.catch(() => null);
    // It may have read something that has changed before this was asked.
    if (shared?.reads?.isCurrent === true) return shared.answer;
    const making = make();
    this.underWay.set(key, making);
    try {
      const made = await making;
      if (made.reads?.isCurrent === true) this.kept.set(key, made);
      return made.answer;
    } finally {
      if (this.underWay.get(key) === making) this.underWay.delete(key);
    }
  }

  /** Null where nothing is kept, or something has changed since. */
  find(key: string): EncodedAnswer | null {
    const kept = this.kept.get(key);
    if (kept === undefined) return null;
    if (kept.reads?.isCurrent === true) return kept.answer;
    this.kept.delete(key);
    return null;
  }
}
