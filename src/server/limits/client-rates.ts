import { LRUCache } from 'lru-cache';
import type { Rate } from '../../model/server-limits.js';
import { SECOND } from '../../model/time.js';

/** What a client has left to ask with, and when that was reckoned. */
interface Bucket {
  tokens: number;
  /** Milliseconds, by the clock that only goes forward. */
  reckoned: number;
}

/**
 * A bucket of tokens for each client: every request takes one, and so many a second come back. The table is bounded: a client
 * that is pushed out of it by others begins anew with a full bucket.
 */
export class ClientRates {
  private readonly buckets: LRUCache<string, Bucket>;

  /** @param now milliseconds that only go forward */
  constructor(
    private readonly rate: Rate,
    mostClients: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.buckets = new LRUCache({ max: mostClients });
  }

  /** Takes a token. Returns 0, or after how many seconds there will be one. */
  take(client: string): number {
    const now = this.now();
    const { perSecond, burst } = this.rate;
    let bucket = this.buckets.get(client);
    if (bucket === undefined) this.buckets.set(client, (bucket = { tokens: burst, reckoned: now }));
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.reckoned) / SECOND) * perSecond);
    bucket.reckoned = now;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    bucket.tokens -= 1;
    return 0;
  }
}
