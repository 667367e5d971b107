import type { Milliseconds } from '../model/time.js';

/** Waiting times that double and are jittered, so that many clients of a server that returns do not come at once. */
export class Backoff {
  private failures = 0;

  /** @param random gives numbers from 0 to 1 */
  constructor(
    private readonly first: Milliseconds,
    private readonly random: () => number,
  ) {}

  /** Between a half and the whole of the next doubling, `longest` at most. */
  next(longest: Milliseconds): Milliseconds {
    const whole = Math.min(longest, this.first * 2 ** this.failures);
    // Counting further would only overflow.
    if (whole < longest) this.failures += 1;
    return whole * (0.5 + 0.5 * this.random());
  }

  reset(): void {
    this.failures = 0;
  }
}
