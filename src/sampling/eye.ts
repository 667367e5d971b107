import type { Logger } from 'pino';
import type { Clock } from '../model/clock.js';
import type { Milliseconds } from '../model/time.js';
import type { LookResult } from './probe.js';
import { type LookFailure, type Reach, notReached, reached, startingReach } from './reach.js';

/** Why a look failed, in words without secrets. Null: it is not to be counted, neither as an answer nor as a failure. */
export type FailureOf = (error: unknown, isLate: boolean) => LookFailure | null;

/** What every eye on one endpoint has: it knows how well that is reached, from look to look, and logs when that changes. */
export abstract class Eye {
  reach: Reach;
  /** How long the last look took; null before the first. */
  duration: Milliseconds | null = null;

  /**
   * @param called what of its system it looks at, in the log: `{ member: 'zk-0:2181' }`; source and system stand there as it
   * is
   */
  constructor(
    private readonly surroundings: { readonly clock: Clock; readonly log: Logger },
    private readonly called: Readonly<Record<string, string>> = {},
  ) {
    this.reach = startingReach(surroundings.clock.now());
  }

  /**
   * Takes what became of a look, and answers what it saw; null where it failed. A failed look changes nothing about what
   * is looked at: what was seen last stays, and the reach says how old it is.
   */
  protected learn<T>({ lookedAt, duration, outcome }: LookResult<T>, failureOf: FailureOf): T | null {
    const now = this.surroundings.clock.now();
    const before = this.reach;
    this.duration = duration;
    if ('value' in outcome) {
      this.reach = reached(before, now);
    } else {
      const failure = failureOf(outcome.error, outcome.isLate);
      if (failure !== null) this.reach = notReached(before, failure, lookedAt, now);
    }
    if (this.reach.state !== before.state) this.logReach();
    return 'value' in outcome ? outcome.value : null;
  }

  /**
   * It has said the first word of several: what was lost is there again, whatever else it is asked may take. Answers whether
   * that is news.
   */
  protected hear(): boolean {
    if (this.reach.state !== 'lost') return false;
    this.reach = reached(this.reach, this.surroundings.clock.now());
    this.logReach();
    return true;
  }

  private logReach(): void {
    const { state, message } = this.reach;
    const { log } = this.surroundings;
    if (state === 'ok') log.info(this.called, 'reached');
    else log.warn({ ...this.called, state }, message ?? state);
  }
}
