import type { Instant } from './time.js';

/** Where time comes from. Live, replayed (virtual) or moved by hand in tests. */
export interface Clock {
  now(): Instant;
  /** Calls once, at or soon after `at`. Returns how to call it off. */
  at(at: Instant, call: () => void): () => void;
}

/** A timer that Node can hold: longer ones are taken in steps. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now() as Instant,
  at(at, call) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = at - Date.now();
      timer = left > LONGEST_TIMER ? setTimeout(wait, LONGEST_TIMER) : setTimeout(call, Math.max(0, left));
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  },
};
