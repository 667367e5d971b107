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
    const isNew = this.raisedAt === null || now - this.raisedAt >= ALERT_FOR;
    if (isNew) this.stretchBegan = now;
    this.raisedAt = now;
    return isNew;
  }

  isAlert(now: Instant): boolean {
    if (this.raisedAt === null || this.stretchBegan === null) return false;
    return now - this.raisedAt < ALERT_FOR && now - this.stretchBegan < LONGEST_STRETCH;
  }
}
