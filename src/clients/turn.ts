/** Bytes. Less than what a poll of the event loop takes from a socket that is never empty: 2 MiB, of each. */
const MOST = 64 * 1_024;

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
