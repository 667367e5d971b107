import type { Instant } from '../../model/time.js';
import { type Reach, notReached, reached, startingReach } from '../../sampling/reach.js';
import type { Growth, ProxyCounters } from './http-traffic.growth.js';
import type { ProxyCount } from './http-traffic.look.js';

/** One proxy of those that a place tells of, as it was seen last. */
export class SeenProxy {
  version: string | null = null;
  seenAt: Instant;
  private own: Reach;

  /** @param place the one that tells of it: a proxy is seen no better than that */
  constructor(
    readonly name: string,
    private readonly place: { readonly reach: Reach },
    private readonly counters: ProxyCounters,
    now: Instant,
  ) {
    this.seenAt = now;
    this.own = startingReach(now);
  }

  get reach(): Reach {
    return this.place.reach.state === 'ok' ? this.own : this.place.reach;
  }

  /** Its page was read. Answers what grew since the last time. */
  count({ samples, version }: ProxyCount, now: Instant): readonly Growth[] {
    this.version = version;
    this.seenAt = now;
    this.own = reached(this.own, now);
    return this.counters.take(samples, now);
  }

  /**
   * Whoever reads its page for the place cannot.
   * @param triedAt when that was: seen again, it is no second try
   */
  lose(message: string, triedAt: Instant, now: Instant): void {
    this.own = notReached(this.own, { state: 'lost', message }, triedAt, now);
  }

  /** The place has nothing of it any more, and misses nothing: it was taken away, and whatever it told of is calm. */
  leave(now: Instant): void {
    this.own = reached(this.own, now);
  }
}
