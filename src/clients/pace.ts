import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { KIBIBYTE } from '../model/bytes.js';
import type { Milliseconds } from '../model/time.js';

/** Bytes that are read in a window. */
const MOST = 256 * KIBIBYTE;

/**
 * How fast is read, over all connections together: whoever pours without end, be it over twenty of them, takes a part of the
 * processor's time, and queries have the rest.
 */
export class Pace {
  private taken = 0;
  private begunAt = -Infinity;
  private pause: Promise<void> | null = null;

  /** @param window in which 256 KiB are read; what comes slower than that never waits */
  constructor(private readonly window: Milliseconds) {}

  /** Counts what was read. Null: read on; otherwise once this has resolved. */
  take(bytes: number): Promise<void> | null {
    const now = performance.now();
    if (now - this.begunAt >= this.window) {
      this.begunAt = now;
      this.taken = 0;
    }
    this.taken += bytes;
    if (this.taken >= MOST) this.pause ??= this.wait();
    return this.pause;
  }

  /** The same for a stream that gives by itself what it has: it is held back until then. */
  hold(stream: Pick<Readable, 'pause' | 'resume'>, bytes: number): void {
    const pause = this.take(bytes);
    if (pause === null) return;
    stream.pause();
    void pause.then(() => stream.resume());
  }

  private async wait(): Promise<void> {
    await delay(this.window);
    this.pause = null;
    // A timer may end just before its time is over: the next window begins here, not when the clock says so.
    this.begunAt = -Infinity;
  }
}

/** Of what probes are answered: some 32 MB a second. Most answers fit into one window. */
export const paceOfAnswers = new Pace(8);

/** Of lists and watches of Kubernetes, some 128 MB a second: a picture of a large cluster is as much as that, and API servers are slower. */
export const paceOfLists = new Pace(2);
