import type { Clock } from '../model/clock.js';
import { after, type Instant, type Milliseconds } from '../model/time.js';

/** Barks once when it was not fed for too long. One timer for any number of feedings. */
export class Watchdog {
  private fedAt: Instant;
  private disarm: () => void = () => undefined;

  /** @param patience may change: a longer one holds at once, a shorter one from the next time it looks */
  constructor(
    private readonly clock: Clock,
    private readonly patience: () => Milliseconds,
    private readonly bark: () => void,
  ) {
    this.fedAt = clock.now();
    this.arm();
  }

  feed(): void {
    this.fedAt = this.clock.now();
  }

  stop(): void {
    this.disarm();
  }

  private arm(): void {
    this.disarm = this.clock.at(after(this.fedAt, this.patience()), () => {
      if (this.clock.now() - this.fedAt >= this.patience()) this.bark();
      else this.arm();
    });
  }
}
