import { setImmediate } from 'node:timers/promises';

/** Longer than this, nothing holds up everyone else. */
const LONGEST_TURN = 10;

/** For work in many small steps: lets the rest of the process have its turn now and then. All who share it have one turn together. */
export class Turns {
  private began: number;
  private pause: Promise<void> | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.began = now();
  }

  /** Time to wait for the next one. */
  get isOver(): boolean {
    return this.now() - this.began >= LONGEST_TURN;
  }

  async next(): Promise<void> {
    if (!this.isOver) return;
    this.pause ??= setImmediate().then(() => {
      this.began = this.now();
      this.pause = null;
    });
    await this.pause;
  }
}
