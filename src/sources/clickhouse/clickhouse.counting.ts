import { type Instant, MINUTE, type Milliseconds, SECOND, after } from '../../model/time.js';
import { Alertness } from '../../sampling/alertness.js';

/** How many replicas a table has, Keeper is asked for each table: so often at rest, whoever asks. */
const EVERY: Milliseconds = 5 * MINUTE;
/**
 * Between two askings: of the first few before their time within `EVERY`, of all further ones, and of those for what does not
 * come to rest. A session that flaps must not raise the rate without end, nor keep what is lost meanwhile from being known.
 */
const FLOOR: Milliseconds = 3 * SECOND;
const FEW = 5;
const FLOOR_OF_MORE: Milliseconds = 10 * SECOND;
const FLOOR_OF_UNREST: Milliseconds = MINUTE;

/** When one replica is asked for what it asks Keeper. */
export class Counting {
  askedAt: Instant | null = null;
  private due: readonly Instant[] = [];
  private earlyAt: readonly Instant[] = [];
  private readonly alertness = new Alertness();

  /** A replica or a session was lost or came back: so much later each, instead of what was planned before. */
  plan(later: readonly Milliseconds[], now: Instant): void {
    this.due = later.map((one) => after(now, one));
    this.alertness.raise(now);
  }

  /** It was asked, and gave no answer: once more, but not at every look. */
  missed(now: Instant): void {
    this.due = [...this.due, after(now, FLOOR_OF_UNREST)];
  }

  /** Whether to ask now; when it says so, it counts as asked. */
  take(now: Instant): boolean {
    const { askedAt } = this;
    const isRested = askedAt === null || now - askedAt >= EVERY;
    const early = this.earlyAt.filter((at) => now - at < EVERY);
    const floor = !this.alertness.isAlert(now) ? FLOOR_OF_UNREST : early.length < FEW ? FLOOR : FLOOR_OF_MORE;
    const mayAsk = askedAt !== null && now - askedAt >= floor;
    if (!isRested && !(mayAsk && this.due.some((at) => at <= now))) return false;
    this.earlyAt = isRested ? early : [...early, now];
    this.due = this.due.filter((at) => at > now);
    this.askedAt = now;
    return true;
  }
}
