import { type Milliseconds, SECOND } from '../../model/time.js';

/** The part of the process's time that may go into compiling: who asks ever new queries holds up everyone else no longer. */
const SHARE = 0.1;

/** What may be spent at once after a rest: whoever opens a board or starts a tool asks dozens of queries for the first time. */
const MOST_SAVED: Milliseconds = 2 * SECOND;

/** What is asked once is not worth compiling. */
export const WORTH_COMPILING = 2;

/** With less left than that part of what can be saved, who asks more often comes first: nobody can use it up with ever new queries. */
const SCARCE = 0.5;

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

  /**
   * Does it, and counts how long it takes. Undefined: it is not done, for there is no time left at the moment, or it is kept for
   * those who ask more often.
   * @param asked how often it was asked; left out: it is part of what has its turn already
   */
  spend<T>(work: () => T, asked = Infinity): T | undefined {
    const began = this.now();
    this.left = Math.min(this.mostSaved, this.left + SHARE * (began - this.reckoned));
    this.reckoned = began;
    if (this.isSpent || asked * this.left < WORTH_COMPILING * SCARCE * this.mostSaved) return undefined;
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
