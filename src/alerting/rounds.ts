import type { Clock } from '../model/clock.js';
import { type Instant, type Milliseconds, after } from '../model/time.js';
import type { Alertmanager } from './alertmanager.js';
import type { AllStanding } from './standing-alerts.js';

export interface RoundsParts {
  readonly clock: Clock;
  /** How soon it is told again after it did not take what it was told. */
  readonly retry: Milliseconds;
  /** Told after each round: from now on it is due again. */
  readonly onEnd: () => void;
}

/** Tells one Alertmanager, one round after another, each of the newest there is: one that hangs holds up its own rounds only. */
export class Rounds {
  private round: Promise<void> | null = null;
  /** What came while it was told. */
  private next: AllStanding | null = null;
  private retryAt: Instant | null = null;
  private isStopped = false;

  constructor(
    private readonly alertmanager: Alertmanager,
    private readonly parts: RoundsParts,
  ) {}

  /** When it has to be told something, whatever happens; null while it is told. */
  dueAt(now: Instant): Instant | null {
    return this.round === null ? (this.retryAt ?? this.alertmanager.dueAt(now)) : null;
  }

  /** Has it told what stands; after what it is told at the moment, and not before it is to be tried again. */
  offer(all: AllStanding): void {
    if (this.isStopped) return;
    if (this.round !== null) {
      this.next = all;
      return;
    }
    const { clock, retry, onEnd } = this.parts;
    if (this.retryAt !== null && clock.now() < this.retryAt) return;
    this.round = this.alertmanager.tell(all, clock.now()).finally(() => {
      this.round = null;
      this.retryAt = this.alertmanager.isReached === true ? null : after(clock.now(), retry);
      const { next } = this;
      this.next = null;
      if (next !== null) this.offer(next);
      onEnd();
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.next = null;
    this.alertmanager.stop();
    await this.round;
  }
}
