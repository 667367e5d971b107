import type { Instant, Milliseconds } from '../../model/time.js';
import type { TrafficSample } from './http-traffic.samples.js';

/** How much one counter of a route grew since the look before; for an average, what it is. */
export type Growth = Omit<TrafficSample, 'series'>;

/** What a proxy counts, from one look to the next: after a reset the increase is the new value, as in Prometheus. */
export class ProxyCounters {
  private last: ReadonlyMap<string, number> = new Map();
  private seenAt: Instant | null = null;

  /** @param longestGap what grew in a longer time without a look grew at no time that is known: it is left out */
  constructor(private readonly longestGap: Milliseconds) {}

  /** Takes a whole look. A counter that was not there before began at zero, unless it is the first look. */
  take(samples: Iterable<TrafficSample>, now: Instant): readonly Growth[] {
    const isFirst = this.seenAt === null || now - this.seenAt > this.longestGap;
    const seen = new Map<string, number>();
    const grown: Growth[] = [];
    for (const { series, ...sample } of samples) {
      const { value, meaning } = sample;
      if (meaning.of === 'average') {
        grown.push(sample);
        continue;
      }
      const before = isFirst ? value : (this.last.get(series) ?? 0);
      seen.set(series, value);
      grown.push({ ...sample, value: value >= before ? value - before : value });
    }
    this.last = seen;
    this.seenAt = now;
    return grown;
  }
}
