import type { Readable } from 'node:stream';
import { KIBIBYTE } from '../model/bytes.js';
import { type Milliseconds, MINUTE } from '../model/time.js';
import { readAll } from './read-all.js';

/** Bytes that are read of anybody: no more than the system takes in for a connection that is new. */
const LEAST = 128 * KIBIBYTE;

/** So long only what is usual is read of who said too much. */
const DISTRUST: Milliseconds = MINUTE;

/**
 * How long the answers of one place may be. Who once says more than that is, for a minute, believed no more than twice what was
 * taken of it before: to find out again at each look that it pours would cost the processor each time, at everybody's expense.
 */
export class AnswerBound {
  private longestTaken = 0;
  private refusedAt: Milliseconds | null = null;

  /**
   * @param longest bytes
   * @param now milliseconds since any moment
   */
  constructor(
    private readonly longest: number,
    private readonly now: () => Milliseconds = () => performance.now(),
  ) {}

  /** @param tooLong what is thrown where there is more, or was within the last minute and is more than usual */
  async read(stream: Readable, tooLong: () => Error): Promise<Buffer> {
    const body = await readAll(stream, (bytes) => this.allows(bytes), tooLong);
    this.longestTaken = Math.max(this.longestTaken, body.length);
    return body;
  }

  private allows(bytes: number): boolean {
    if (bytes > this.longest) this.refusedAt = this.now();
    const isTrusted = this.refusedAt === null || this.now() - this.refusedAt >= DISTRUST;
    return bytes <= (isTrusted ? this.longest : Math.min(this.longest, Math.max(LEAST, 2 * this.longestTaken)));
  }
}
