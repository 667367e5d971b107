import { type Instant, MINUTE, type Milliseconds } from '../../model/time.js';
import { NotReady } from './connect-failure.js';

/** A worker may be on its way for so long, after a start or while work is shared out anew. */
const READY_WITHIN: Milliseconds = 2 * MINUTE;

/** Has patience, for a while, with what answers that it is not ready yet: it stays what it was meanwhile. */
export class Patience {
  private since: Instant | null = null;
  /** Something is waited for just now: it is looked at again soon. */
  isTried = false;

  /** Whether what failed with this error is only on its way. */
  has(error: unknown, now: Instant): boolean {
    if (!(error instanceof NotReady)) {
      this.end();
      return false;
    }
    this.since ??= now;
    this.isTried = now - this.since < READY_WITHIN;
    return this.isTried;
  }

  end(): void {
    this.since = null;
    this.isTried = false;
  }
}
