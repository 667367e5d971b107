import { timeOfDay } from '../model/clock.js';
import { type Milliseconds } from '../model/time.js';

/**
 * What time it is where the facts come from: no earlier than the latest instant that was heard of. The clock of the terminal may be
 * wrong, and a replay runs ahead of every clock.
 */
export class ServerTime {
  private reached: { readonly at: Milliseconds; readonly heardAt: Milliseconds } | null = null;

  /**
   * @param elapsed milliseconds that only go forward
   * @param here the time of day as long as nothing was heard
   */
  constructor(
    private readonly elapsed: () => Milliseconds = () => performance.now(),
    private readonly here: () => Milliseconds = timeOfDay,
  ) {}

  /** In milliseconds since 1970. */
  now(): Milliseconds {
    return this.reached === null ? this.here() : this.reached.at + this.elapsed() - this.reached.heardAt;
  }

  /** The server has got at least as far as this. */
  note(instant: string | null): void {
    const at = instant === null ? NaN : Date.parse(instant);
    if (Number.isNaN(at) || (this.reached !== null && at <= this.now())) return;
    this.reached = { at, heardAt: this.elapsed() };
  }
}
