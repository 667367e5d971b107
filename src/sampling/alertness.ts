import { type Instant, MINUTE, type Milliseconds } from '../model/time.js';

/** What changed once changes again: it is watched closely for so long. */
const ALERT_FOR: Milliseconds = 2 * MINUTE;

/** What never comes to rest is watched closely for so long at a stretch: an outage must not multiply the load of watching it. */
const LONGEST_STRETCH: Milliseconds = 10 * MINUTE;

/** Whether something is to be looked at closely, because it changed a moment ago. */
export class Alertness {
  private raisedAt: Instant | null = null;
  private stretchBegan: Instant | null = null;

  /** It changed. Returns whether this begins a time of close watching. */
  raise(now: Instant): boolean {
    const wasAlert = this.isAlert(now);
    if (this.hasRested(now)) this.stretchBegan = now;
    this.raisedAt = now;
    return !wasAlert && this.isAlert(now);
  }

  isAlert(now: Instant): boolean {
    if (this.raisedAt === null || this.stretchBegan === null) return false;
    return isWithin(this.raisedAt, ALERT_FOR, now) && isWithin(this.stretchBegan, LONGEST_STRETCH, now);
  }

  /**
   * Nothing changed for a while, and it was left alone for as long as it was watched before: else what changes every
   * three minutes would be watched closely for ever. A clock that was set back begins anew.
   */
  private hasRested(now: Instant): boolean {
    if (this.raisedAt === null || this.stretchBegan === null || now < this.raisedAt) return true;
    if (now - this.raisedAt < ALERT_FOR) return false;
    const ended = Math.min(this.raisedAt + ALERT_FOR, this.stretchBegan + LONGEST_STRETCH);
    return now - ended >= ended - this.stretchBegan;
  }
}

function isWithin(since: Instant, span: Milliseconds, now: Instant): boolean {
  return now >= since && now - since < span;
}
