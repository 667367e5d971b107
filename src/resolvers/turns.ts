import { setImmediate } from 'node:timers/promises';

/** Longer than this, nothing holds up everyone else. */
const LONGEST_TURN = 10;

/**
 * For work in many small steps: lets the rest of the process have its turn now and then. All who share it have one turn together,
 * however many they are.
 */
export class Turns {
  private began: number;
  /** They rest one after the other: who is told that there is time left uses it before the next one looks. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly now: () => number = () => performance.now()) {
    this.began = now();
  }

  /** Time to wait for the next one. */
  get isOver(): boolean {
    return this.now() - this.began >= LONGEST_TURN;
  }

  /** Resolves where there is time left, or is again. */
  next(): Promise<void> {
    return (this.last = this.last.then(() => this.rest()));
  }

  private async rest(): Promise<void> {
    if (!this.isOver) return;
    await setImmediate();
    this.began = this.now();
  }
}
