import { FLEET, unitName } from '../fleet.js';
import { ApiClient } from '../support/api-client.js';
import { type Platform } from '../support/platform.js';

const CONNECTIONS = 16;
const TICK = 20;
/** So many may be under way: who changes them is not what is tried. */
const MOST_UNDER_WAY = 200;
/** Of all changes: an API server that is busy may miss one now and then. */
const MOST_FAILED = 0.001;
/** Of what is wanted, at the end of all of it; and on the way, where less means that the rest would be for nothing. */
const LEAST_RATE = 0.9;
const LEAST_RATE_MEANWHILE = 0.5;

/** As soon as a pod is not ready, this is said of it: each change of it is one of its health. */
export const SAID_AT_ONCE = { finding: 'POD_NOT_READY', where: { name: 'unit-*' }, for: '1s' };

/** Changes the readiness of one pod of the fleet after another, so many times a second as it can be done. */
export class RestlessFleet {
  private readonly client: ApiClient;
  private readonly timer: NodeJS.Timeout;
  private readonly begunAt = Date.now();
  private underWay = 0;
  private turn = 0;
  private done = 0;
  private failed = 0;
  private firstFailure: unknown = null;

  constructor(
    platform: Platform,
    private readonly pods: number,
    private readonly perSecond: number,
  ) {
    this.client = new ApiClient(platform, CONNECTIONS);
    let due = 0;
    this.timer = setInterval(() => {
      due = Math.min(due + (perSecond * TICK) / 1_000, MOST_UNDER_WAY);
      for (; due >= 1 && this.underWay < MOST_UNDER_WAY; due -= 1) this.change();
    }, TICK);
  }

  /** Changes a second that were made, so far. */
  get rate(): number {
    return (this.done * 1_000) / (Date.now() - this.begunAt);
  }

  /** Those that were wanted, but for a few. */
  get leastRate(): number {
    return this.perSecond * LEAST_RATE;
  }

  /** @throws when it is so far from what was wanted that to go on would be for nothing. */
  check(): void {
    if (this.failed > Math.max(1, this.done) * MOST_FAILED)
      throw new Error(`${this.failed} of ${this.done + this.failed} changes failed`, { cause: this.firstFailure });
    if (this.rate < this.perSecond * LEAST_RATE_MEANWHILE)
      throw new Error(`${this.rate.toFixed(0)} changes a second, and not ${this.perSecond}`);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    while (this.underWay > 0) await new Promise((resolve) => setTimeout(resolve, TICK));
    this.client.close();
  }

  private change(): void {
    const turn = this.turn++;
    const name = unitName(turn % this.pods);
    // Each round the other way.
    const status = Math.floor(turn / this.pods) % 2 === 0 ? 'False' : 'True';
    const ready = { type: 'Ready', status, lastTransitionTime: `${new Date().toISOString().slice(0, 19)}Z` };
    this.underWay += 1;
    this.client
      .call('PATCH', `/api/v1/namespaces/${FLEET}/pods/${name}/status`, { status: { conditions: [ready] } })
      .then(
        () => (this.done += 1),
        (error: unknown) => {
          this.failed += 1;
          this.firstFailure ??= error;
        },
      )
      .finally(() => (this.underWay -= 1));
  }
}
