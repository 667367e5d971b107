import { type Instant, MINUTE, type Milliseconds, SECOND, after } from '../../model/time.js';

/** How many replicas a table has, Keeper is asked for each table: so often at rest, whoever asks. */
const EVERY: Milliseconds = 5 * MINUTE;
/** Between two askings, and of those before their time within `EVERY`: a session that flaps must not raise the rate. */
const FLOOR: Milliseconds = 3 * SECOND;
const MOST_EARLY = 5;

/** When one replica is asked for what it asks Keeper. */
export class Counting {
  private askedAt: Instant | null = null;
  private due: readonly Instant[] = [];
  private earlyAt: readonly Instant[] = [];

  /** A replica or a session was lost or came back: so much later each, instead of what was planned before. */
  plan(later: readonly Milliseconds[], now: Instant): void {
    this.due = later.map((one) => after(now, one));
  }

  /** Whether to ask now; when it says so, it counts as asked. */
  take(now: Instant): boolean {
    const { askedAt } = this;
    const isRested = askedAt === null || now - askedAt >= EVERY;
    const early = this.earlyAt.filter((at) => now - at < EVERY);
    const mayAsk = askedAt !== null && now - askedAt >= FLOOR && early.length < MOST_EARLY;
    if (!isRested && !(mayAsk && this.due.some((at) => at <= now))) return false;
    this.earlyAt = isRested ? early : [...early, now];
    this.due = this.due.filter((at) => at > now);
    this.askedAt = now;
    return true;
  }
}
