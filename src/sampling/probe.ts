import type { Clock } from '../model/clock.js';
import { type Instant, type Milliseconds, SECOND, after } from '../model/time.js';
import { Alertness } from './alertness.js';
import { LOST_AFTER } from './reach.js';

/** What became of one look. */
export interface LookResult<T> {
  /** When it began. */
  readonly lookedAt: Instant;
  /** How long it took. */
  readonly duration: Milliseconds;
  readonly outcome: LookOutcome<T>;
}

type LookOutcome<T> =
  | { readonly value: T }
  /** `isLate`: the deadline passed, and `error` is no more than that. */
  | { readonly error: unknown; readonly isLate: boolean };

/** Told of each look: how it ended, and how long it took. For who counts them. */
export type Looked = (outcome: 'ok' | 'failed' | 'late', duration: Milliseconds) => void;

export interface ProbeOptions<T> {
  readonly clock: Clock;
  readonly looked?: Looked | undefined;
  /** From the beginning of one look to that of the next, at rest; a little more or less each time. */
  readonly interval: Milliseconds;
  /** A look that takes longer has failed. */
  readonly deadline: Milliseconds;
  /** Never look more often than this, whoever asks. Default and minimum 1 s. */
  readonly floor?: Milliseconds;
  /** Looks once. It must let go of what it holds when `signal` aborts: nobody waits for it any more. */
  readonly look: (signal: AbortSignal) => Promise<T>;
  /** Told of each look, as soon as it is over. Answers whether the next look should come soon. Must not throw. */
  readonly onResult: (result: LookResult<T>) => 'soon' | 'rest';
  /** Between 0 and 1, for jitter. */
  readonly random?: () => number;
}

/** Nobody, however eager, has an endpoint looked at more often. */
const LEAST_FLOOR: Milliseconds = SECOND;

/** Share of the interval by which looks drift apart, so that many probes do not keep step. */
const JITTER = 0.1;

/**
 * Looks at one endpoint at intervals, one look at a time, each with a deadline. It never throws, never gives up and has no
 * breaker: an interval already is one, and an open breaker hides the recovery.
 */
export class Probe<T> {
  readonly floor: Milliseconds;
  private flight: Promise<void> | null = null;
  private abort: () => void = () => undefined;
  private disarm: () => void = () => undefined;
  private lookedAt: Instant | null = null;
  private isStopped = false;
  private readonly alertness = new Alertness();

  constructor(private readonly options: ProbeOptions<T>) {
    this.floor = Math.max(LEAST_FLOOR, options.floor ?? 0);
  }

  /** Looks for the first time, at once. */
  start(): void {
    void this.refresh();
  }

  /**
   * Looks now and resolves when `onResult` was told. Shares a look that is under way; within the floor of the last one it
   * resolves at once and nothing new is seen.
   */
  refresh(): Promise<void> {
    if (this.flight !== null) return this.flight;
    if (this.isStopped || this.options.clock.now() < this.earliest()) return Promise.resolve();
    return this.launch();
  }

  /** Looks as soon as the floor allows: something happened that makes the next turn too late. */
  hurry(): void {
    if (this.flight === null && !this.isStopped) this.arm(this.earliest());
  }

  /** Something about its system changed: looks often for a while, and as soon as the floor allows where it was at rest. */
  alert(): void {
    const isNew = this.alertness.raise(this.options.clock.now());
    if (isNew) this.hurry();
  }

  /** Looks no more. A look that is under way is aborted, and nobody is told of it. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.disarm();
    this.abort();
    await this.flight;
  }

  private launch(): Promise<void> {
    this.flight = this.fly().finally(() => {
      this.flight = null;
    });
    return this.flight;
  }

  private async fly(): Promise<void> {
    this.disarm();
    const { clock, onResult, looked } = this.options;
    const lookedAt = clock.now();
    this.lookedAt = lookedAt;
    const outcome = await this.outcome();
    if (this.isStopped) return;
    const now = clock.now();
    const duration = Math.max(0, now - lookedAt);
    looked?.('value' in outcome ? 'ok' : outcome.isLate ? 'late' : 'failed', duration);
    const next = onResult({ lookedAt, duration, outcome });
    // Asked by the time it is then: what the result changed may have raised the alarm a moment after `now`.
    const isSoon = next === 'soon' || this.alertness.isAlert(clock.now());
    const rested = this.afterRest(lookedAt);
    this.arm(isSoon ? (Math.min(this.soon(now), rested) as Instant) : rested);
  }

  /** Waits for the look no longer than the deadline, whether or not it heeds its signal. */
  private async outcome(): Promise<LookOutcome<T>> {
    const { clock, deadline, look } = this.options;
    const controller = new AbortController();
    let callOff: (isLate: boolean) => void = () => undefined;
    const calledOff = new Promise<LookOutcome<T>>((resolve) => {
      callOff = (isLate) => {
        controller.abort();
        resolve({ error: new Error('The look was called off.'), isLate });
      };
    });
    this.abort = () => {
      callOff(false);
    };
    const disarm = clock.at(after(clock.now(), deadline), () => {
      callOff(true);
    });
    const outcome = await Promise.race([calledOff, outcomeOf(look, controller.signal)]);
    disarm();
    this.abort = () => undefined;
    return outcome;
  }

  /** Asked twice, a clock may answer twice: who has never looked may look at any time, not from now on. */
  private earliest(): Instant {
    return this.lookedAt === null ? (0 as Instant) : after(this.lookedAt, this.floor);
  }

  /** Never early: what fails twice must fail `LOST_AFTER` apart to count. */
  private soon(now: Instant): Instant {
    return after(now, Math.ceil(LOST_AFTER * (1 + JITTER * this.random())));
  }

  private afterRest(lookedAt: Instant): Instant {
    return after(lookedAt, Math.round(this.options.interval * (1 + JITTER * (2 * this.random() - 1))));
  }

  private random(): number {
    return (this.options.random ?? Math.random)();
  }

  /** The timer looks without asking the clock again: a clock that was set back must not end the probe. */
  private arm(at: Instant): void {
    this.disarm();
    this.disarm = this.options.clock.at(Math.max(at, this.earliest()) as Instant, () => {
      if (this.flight === null) void this.launch();
    });
  }
}

async function outcomeOf<T>(look: ProbeOptions<T>['look'], signal: AbortSignal): Promise<LookOutcome<T>> {
  try {
    return { value: await look(signal) };
  } catch (error) {
    return { error, isLate: false };
  }
}
