import { setImmediate } from 'node:timers/promises';

/** Longer than this, nothing holds up everyone else. */
const LONGEST_TURN = 10;

/** For work in many small steps: lets the rest of the process have its turn now and then. */
export class Turns {
  private began = performance.now();

  async next(): Promise<void> {
    if (performance.now() - this.began < LONGEST_TURN) return;
    await setImmediate();
    this.began = performance.now();
  }
}
