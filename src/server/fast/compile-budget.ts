import { type Milliseconds, SECOND } from '../../model/time.js';

/** The part of the process's time that may go into compiling: who asks ever new queries holds up everyone else no longer. */
const SHARE = 0.1;

/** What may be spent at once after a rest: whoever opens a board or starts a tool asks dozens of queries for the first time. */
const MOST_SAVED: Milliseconds = 2 * SECOND;

/** How much time is left for compiling, of all queries and sites of a server together. */
export class CompileTime {
  private left: Milliseconds;
  private reckoned: number;

  constructor(
    private readonly mostSaved: Milliseconds = MOST_SAVED,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.left = mostSaved;
    this.reckoned = now();
  }

  /** Nothing is compiled at the moment. */
  get isSpent(): boolean {
    return this.left <= 0;
  }

  /** Does it, and counts how long it takes. Undefined: it is not done, for there is no time left at the moment. */
  spend<T>(work: () => T): T | undefined {
    const began = this.now();
    this.left = Math.min(this.mostSaved, this.left + SHARE * (began - this.reckoned));
    this.reckoned = began;
    if (this.isSpent) return undefined;
    try {
      return work();
    } finally {
      this.left -= this.now() - began;
    }
  }
}

/** Of each cache of compiled queries: up to 60 MB, of what is usually asked a third of it. */
const MOST_PLACES_KEPT = 20_000;

/** What compiled queries may take. */
export interface CompileBudget {
  readonly time: CompileTime;
  /** Places that each cache keeps: what a query asks for, and what it could. */
  readonly mostPlaces: number;
}

export function usualCompileBudget(time = new CompileTime()): CompileBudget {
  return { time, mostPlaces: MOST_PLACES_KEPT };
}
