/**
 * Bytes. An eighth of what a turn of the event loop takes from each socket that is never empty; enough for the longest list to come
 * in time where turns are late.
 */
const MOST = 256 * 1_024;

/** What may be read of one stream before all else has its turn: who pours without end holds nobody else up. */
export class Turn {
  private taken = 0;

  /** Whether it is time to wait for the next turn of the event loop, which is counted anew. */
  isOver(bytes: number): boolean {
    this.taken += bytes;
    if (this.taken < MOST) return false;
    this.taken = 0;
    return true;
  }
}
