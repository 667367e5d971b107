import type { PrometheusClient } from '../../clients/prometheus.js';
import type { PrometheusSample } from '../../clients/prometheus-answer.js';
import { ExchangeError } from '../../clients/exchange-error.js';
import { describeDuration } from '../../model/duration.js';
import { type Instant, type Milliseconds, SECOND } from '../../model/time.js';
import { Eye } from '../../sampling/eye.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { type LookFailure, isUndecided } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import type { HostMetricsConfig } from './host-metrics.config.js';
import type { Batch } from './host-metrics.query.js';

/** A measurement that took longer says nothing about a clock. */
const LONGEST_CLOCK_READING: Milliseconds = 2 * SECOND;

/** Asks for everything that one preset tells, in one request: a preset that Prometheus does not like spoils no other. */
export class PresetEye extends Eye {
  readonly probe: Probe<readonly PrometheusSample[]>;
  /** The clock of Prometheus less ours; null: not known. */
  clockSkew: Milliseconds | null = null;

  /** @param onLook called after each look, with what was found; null: it failed */
  constructor(
    readonly name: string,
    readonly batch: Batch,
    private readonly client: PrometheusClient,
    private readonly config: HostMetricsConfig,
    context: SourceContext,
    onLook: (eye: PresetEye, samples: readonly PrometheusSample[] | null, at: Instant) => void,
  ) {
    super(context, { preset: name });
    const { clock } = context;
    const { interval, deadline } = config;
    this.probe = new Probe({
      clock,
      looked: context.looked,
      interval,
      deadline,
      look: (signal) => client.query(batch.query, signal),
      onResult: (result) => {
        const samples = this.learn(result, this.failureOf.bind(this));
        if (samples !== null) this.readClock(samples[0], result);
        onLook(this, samples, clock.now());
        return isUndecided(this.reach) ? 'soon' : 'rest';
      },
    });
  }

  private readClock(sample: PrometheusSample | undefined, { lookedAt, duration }: LookResult<unknown>): void {
    if (sample === undefined || duration > LONGEST_CLOCK_READING) return;
    this.clockSkew = sample.evaluatedAt - (lookedAt + duration / 2);
  }

  private failureOf(error: unknown, isLate: boolean): LookFailure {
    const { place } = this.client;
    if (isLate)
      return { state: 'lost', message: `${place} gave no answer within ${describeDuration(this.config.deadline)}.` };
    if (error instanceof ExchangeError) return { state: error.state, message: error.message };
    return { state: 'lost', message: `The connection to ${place} broke.` };
  }
}
