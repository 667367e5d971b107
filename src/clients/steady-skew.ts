import { type Milliseconds, SECOND } from '../model/time.js';

/** What an API server says of its clock is exact to a second or so: less is no skew, and no change of one. */
const LEAST: Milliseconds = 2 * SECOND;

/** A clock's skew that does not tremble as its measurements do: ages that follow from it must not either. */
export class SteadySkew {
  private taken: Milliseconds | null = null;

  /** @param measured the skew as last measured; null: not yet */
  constructor(private readonly measured: () => Milliseconds | null) {}

  now(): Milliseconds {
    const measured = this.measured();
    if (measured !== null && (this.taken === null || Math.abs(measured - this.taken) > LEAST)) {
      this.taken = Math.round(measured);
    }
    return this.taken === null || Math.abs(this.taken) <= LEAST ? 0 : this.taken;
  }
}
