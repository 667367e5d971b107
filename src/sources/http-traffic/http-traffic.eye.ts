import { ExchangeError } from '../../clients/exchange-error.js';
import { describeDuration } from '../../model/duration.js';
import { getOrMake } from '../../model/get-or-make.js';
import { type Instant, MINUTE, type Milliseconds } from '../../model/time.js';
import { Eye } from '../../sampling/eye.js';
import { Probe } from '../../sampling/probe.js';
import { type LookFailure, isUndecided } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import type { HttpTrafficConfig } from './http-traffic.config.js';
import { type Growth, ProxyCounters } from './http-traffic.growth.js';
import type { Counted, Way } from './http-traffic.look.js';
import { SeenProxy } from './http-traffic.proxy.js';

/** A proxy that was taken away for longer is another one when it comes back. */
const FORGOTTEN_AFTER: Milliseconds = 10 * MINUTE;

/** What grew at each proxy since the look before. */
export type GrowthByProxy = ReadonlyMap<SeenProxy, readonly Growth[]>;

/** Looks at one place at intervals, and knows what was counted there before. */
export class TrafficEye extends Eye {
  readonly probe: Probe<Counted>;
  private readonly byName = new Map<string, SeenProxy>();

  /** @param onLook told after each look, with what grew; null where nothing was seen */
  constructor(
    readonly way: Way,
    private readonly config: HttpTrafficConfig,
    context: SourceContext,
    onLook: (growths: GrowthByProxy | null) => void,
  ) {
    super(context, { endpoint: way.name });
    const { clock } = context;
    const { interval, deadline } = config;
    this.probe = new Probe({
      clock,
      looked: context.looked,
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

  /** All that it has told of lately. */
  get proxies(): readonly SeenProxy[] {
    return [...this.byName.values()];
  }

  async stop(): Promise<void> {
    await this.probe.stop();
    this.way.close();
  }

  private count({ proxies, lost }: Counted, now: Instant): GrowthByProxy {
    const growths = new Map<SeenProxy, readonly Growth[]>();
    for (const [name, counted] of proxies) {
      const proxy = getOrMake(this.byName, name, () => new SeenProxy(name, this, new ProxyCounters(longestGap(this.config)), now)); // prettier-ignore
      growths.set(proxy, proxy.count(counted, now));
    }
    for (const [name, proxy] of this.byName) {
      if (proxies.has(name)) continue;
      const triedAt = lost.get(name);
      if (triedAt !== undefined)
        proxy.lose(`${this.way.place} cannot read the page of ${name} (up is 0).`, triedAt, now);
      else if (now - proxy.seenAt > FORGOTTEN_AFTER) this.byName.delete(name);
      else proxy.leave(now);
    }
    return growths;
  }

  private failureOf(error: unknown, isLate: boolean): LookFailure {
    const { place } = this.way;
    if (isLate)
      return { state: 'lost', message: `${place} gave no answer within ${describeDuration(this.config.deadline)}.` };
    if (error instanceof ExchangeError) return { state: error.state, message: error.message };
    return { state: 'invalid', message: `What ${place} answers cannot be read.` };
  }
}

/** What grew in a longer time than this without a look belongs to no window. */
function longestGap({ interval }: HttpTrafficConfig): Milliseconds {
  return Math.max(MINUTE, 3 * interval);
}
