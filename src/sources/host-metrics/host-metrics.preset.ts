import type { PrometheusClient } from '../../clients/prometheus.js';
import type { PrometheusSample } from '../../clients/prometheus-answer.js';
import { PrometheusError } from '../../clients/prometheus-error.js';
import { describeDuration } from '../../model/duration.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { type LookFailure, type Reach, isUndecided, notReached, reached, startingReach } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import type { HostMetricsConfig } from './host-metrics.config.js';
import type { Batch } from './host-metrics.query.js';

/** A measurement that took longer says nothing about a clock. */
const LONGEST_CLOCK_READING: Milliseconds = 2_000;

/** Asks for everything that one preset tells, in one request: a preset that Prometheus does not like spoils no other. */
export class PresetEye {
  readonly probe: Probe<readonly PrometheusSample[]>;
  reach: Reach;
  /** How long the last look took. */
  duration: Milliseconds | null = null;
  /** The clock of Prometheus less ours; null: not known. */
  clockSkew: Milliseconds | null = null;

  /** @param onLook called after each look, with what was found; null: it failed */
  constructor(
    readonly name: string,
    readonly batch: Batch,
    private readonly client: PrometheusClient,
    config: HostMetricsConfig,
    private readonly context: SourceContext,
    onLook: (eye: PresetEye, samples: readonly PrometheusSample[] | null, at: Instant) => void,
  ) {
    const { clock } = context;
    const { interval, deadline } = config;
    this.reach = startingReach(clock.now());
    this.probe = new Probe({
      clock,
      interval,
      deadline,
      look: (signal) => client.query(batch.query, signal),
      onResult: (result) => {
        const now = clock.now();
        const samples = this.take(result, deadline, now);
        onLook(this, samples, now);
        return isUndecided(this.reach) ? 'soon' : 'rest';
      },
    });
  }

  private take(
    { lookedAt, duration, outcome }: LookResult<readonly PrometheusSample[]>,
    deadline: Milliseconds,
    now: Instant,
  ): readonly PrometheusSample[] | null {
    const before = this.reach;
    this.duration = duration;
    if ('value' in outcome) {
      this.reach = reached(before, now);
      this.readClock(outcome.value[0], lookedAt, duration);
    } else {
      const failure = outcome.isLate ? this.lateFailure(deadline) : this.failureOf(outcome.error);
      this.reach = notReached(before, failure, lookedAt, now);
    }
    if (this.reach.state !== before.state) this.logReach();
    return 'value' in outcome ? outcome.value : null;
  }

  private readClock(sample: PrometheusSample | undefined, lookedAt: Instant, duration: Milliseconds): void {
    if (sample === undefined || duration > LONGEST_CLOCK_READING) return;
    this.clockSkew = sample.evaluatedAt - (lookedAt + duration / 2);
  }

  private failureOf(error: unknown): LookFailure {
    if (error instanceof PrometheusError) return { state: error.state, message: error.message };
    return { state: 'lost', message: `The connection to ${this.client.place} broke.` };
  }

  private lateFailure(deadline: Milliseconds): LookFailure {
    return { state: 'lost', message: `${this.client.place} gave no answer within ${describeDuration(deadline)}.` };
  }

  private logReach(): void {
    const { state, message } = this.reach;
    const { log } = this.context;
    if (state === 'ok') log.info({ preset: this.name }, 'reached');
    else log.warn({ preset: this.name, state }, message ?? state);
  }
}
