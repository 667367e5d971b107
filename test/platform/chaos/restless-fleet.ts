import { FLEET } from '../fleet.js';
import { ApiClient } from '../support/api-client.js';
import { type Platform } from '../support/platform.js';

const CONNECTIONS = 16;
const TICK = 20;
/** So many may be under way: who changes them is not what is tried. */
const MOST_UNDER_WAY = 200;

/** Changes the readiness of one pod of the fleet after another, so many times a second as it can be done. */
export class RestlessFleet {
  private readonly client: ApiClient;
  private readonly timer: NodeJS.Timeout;
  private readonly begunAt = Date.now();
  private underWay = 0;
  private turn = 0;
  private done = 0;
  private failed: Error | null = null;

  constructor(
    platform: Platform,
    private readonly pods: number,
    perSecond: number,
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

  /** @throws what went wrong meanwhile */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    while (this.underWay > 0) await new Promise((resolve) => setTimeout(resolve, TICK));
    this.client.close();
    if (this.failed !== null) throw this.failed;
  }

  private change(): void {
    const turn = this.turn++;
    const name = `unit-${String(turn % this.pods).padStart(6, '0')}`;
    // Each round the other way.
    const status = Math.floor(turn / this.pods) % 2 === 0 ? 'False' : 'True';
    const ready = { type: 'Ready', status, lastTransitionTime: `${new Date().toISOString().slice(0, 19)}Z` };
    this.underWay += 1;
    this.client
      .call('PATCH', `/api/v1/namespaces/${FLEET}/pods/${name}/status`, { status: { conditions: [ready] } })
      .then(
        () => (this.done += 1),
        (error: unknown) => (this.failed ??= error as Error),
      )
      .finally(() => (this.underWay -= 1));
  }
}
