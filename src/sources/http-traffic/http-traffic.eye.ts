import { PrometheusError } from '../../clients/prometheus-error.js';
import { describeDuration } from '../../model/duration.js';
import { type Instant, MINUTE, type Milliseconds } from '../../model/time.js';
import { Eye } from '../../sampling/eye.js';
import { Probe } from '../../sampling/probe.js';
import { type LookFailure, isUndecided } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import type { HttpTrafficConfig } from './http-traffic.config.js';
import { type Growth, ProxyCounters } from './http-traffic.growth.js';
import type { Counted, Way } from './http-traffic.look.js';

/** A proxy that is away for longer is another one when it comes back. */
const FORGOTTEN_AFTER: Milliseconds = 10 * MINUTE;

/** Looks at one place at intervals, and knows what was counted there before. */
export class TrafficEye extends Eye {
  readonly probe: Probe<Counted>;
  private readonly proxies = new Map<
    string,
    { readonly counters: ProxyCounters; seenAt: Instant; version: string | null }
  >();

  /** @param onLook told after each look, with what grew; null where nothing was seen */
  constructor(
    readonly way: Way,
    private readonly config: HttpTrafficConfig,
    context: SourceContext,
    onLook: (growths: readonly Growth[] | null) => void,
  ) {
    super(context, { endpoint: way.name });
    const { clock } = context;
    const { interval, deadline } = config;
    this.probe = new Probe({
      clock,
      interval,
      deadline,
      look: (signal) => way.look(signal),
      onResult: (result) => {
        const counted = this.learn(result, this.failureOf.bind(this));
        onLook(counted === null ? null : this.count(counted, clock.now()));
        return isUndecided(this.reach) ? 'soon' : 'rest';
      },
    });
  }

  /** Of each proxy, as it was seen last. */
  get versions(): readonly (string | null)[] {
    return Array.from(this.proxies.values(), ({ version }) => version);
  }

  async stop(): Promise<void> {
    await this.probe.stop();
    this.way.close();
  }

  private count(counted: Counted, now: Instant): readonly Growth[] {
    const growths: Growth[] = [];
    for (const [name, { samples, version }] of counted) {
      const counters = this.proxies.get(name)?.counters ?? new ProxyCounters(longestGap(this.config));
      const proxy = { counters, seenAt: now, version };
      this.proxies.set(name, proxy);
      for (const growth of proxy.counters.take(samples, now)) growths.push(growth);
    }
    for (const [name, { seenAt }] of this.proxies) if (now - seenAt > FORGOTTEN_AFTER) this.proxies.delete(name);
    return growths;
  }

  private failureOf(error: unknown, isLate: boolean): LookFailure {
    const { place } = this.way;
    if (isLate)
      return { state: 'lost', message: `${place} gave no answer within ${describeDuration(this.config.deadline)}.` };
    if (error instanceof PrometheusError) return { state: error.state, message: error.message };
    return { state: 'invalid', message: `What ${place} answers cannot be read.` };
  }
}

/** What grew in a longer time than this without a look belongs to no window. */
function longestGap({ interval }: HttpTrafficConfig): Milliseconds {
  return Math.max(MINUTE, 3 * interval);
}
