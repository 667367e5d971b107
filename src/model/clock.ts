import type { Instant, Milliseconds } from './time.js';

/** Where time comes from. Live, replayed (virtual) or moved by hand in tests. */
export interface Clock {
  now(): Instant;
  /** Calls once, at or soon after `at`. Returns how to call it off. */
  at(at: Instant, call: () => void): () => void;
}

/** A timer that Node can hold: longer ones are taken in steps. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** How much faster or slower than time itself it goes while it follows a clock that was set. */
const CATCHING_UP = 0.1;

/**
 * The machine's clock without its leaps. Where that is set, forward or back, this one goes on as before and comes near it at
 * a tenth of the speed of time: nothing lasted an hour because somebody set a clock, and nothing is older than what came
 * before it. Until then its difference to the clocks of watched systems is theirs to measure and to correct.
 */
export class SteadyClock implements Clock {
  private passed: Milliseconds;
  private time: Milliseconds;

  /**
   * @param wall the machine's time of day; it may leap
   * @param running milliseconds since any moment; they never leap
   */
  constructor(
    private readonly wall: () => Milliseconds = timeOfDay,
    private readonly running: () => Milliseconds = () => performance.now(),
  ) {
    this.passed = running();
    this.time = wall();
  }

  now(): Instant {
    const passed = this.running();
    const elapsed = passed - this.passed;
    this.passed = passed;
    const missing = this.wall() - (this.time + elapsed);
    const most = elapsed * CATCHING_UP;
    this.time += elapsed + Math.max(-most, Math.min(most, missing));
    return Math.floor(this.time) as Instant;
  }

  at(at: Instant, call: () => void): () => void {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          // It may go slower than the timer, and the timer end in the last fraction of a millisecond before.
          if (this.now() < at) wait();
          else call();
        },
        Math.min(LONGEST_TIMER, Math.max(0, at - this.now())),
      );
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  }
}

/**
 * The machine's time of day, leaps and all: what others say in absolute time, such as when a token ends, or are told so, such as when
 * an alert ends, is compared by them with theirs.
 */
export function timeOfDay(): Instant {
  return Date.now() as Instant;
}

/** The machine's own clock. */
export const systemClock: Clock = new SteadyClock();
