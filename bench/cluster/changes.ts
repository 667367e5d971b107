import { performance } from 'node:perf_hooks';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { ApiClient } from '../../test/platform/support/api-client.js';
import { median } from '../requests.js';
import type { ApiObject } from './names.js';
import { deploymentPod } from './pods.js';
import type { Watcher } from './watchers.js';

/** All pods that change are of this namespace: kubectl watches no other. */
const NAMESPACE = 'team-01';
/** Deployments of it; those between are of others. */
const STRIDE = 100;
const DEPLOYMENTS = 5;
const CHANGES = 40;
const SEEN_WITHIN = 10_000;
/** For so long so many pods change a second. */
const MANY_FOR = 15_000;
const PER_SECOND = 100;
const TICK = 50;

interface Seers {
  readonly api: ApiClient;
  readonly url: string;
  readonly kubectl: Watcher;
  readonly informer: Watcher;
}

type Seer = 'vitals' | 'kubectl' | 'informer';

/** Who saw the change of which pod when. */
export class Changes {
  static readonly namespace = NAMESPACE;
  private readonly waiting = new Map<string, (at: number) => void>();
  private count = 0;

  private constructor(
    private readonly seers: Seers,
    private readonly client: Client,
  ) {}

  /** Returns once all of them see: kubectl does not say when it does. */
  static async watch(seers: Seers): Promise<Changes> {
    const url = `${seers.url.replace('http', 'ws')}/graphql`;
    const client = createClient({ url, webSocketImpl: WebSocket, lazy: false, retryAttempts: 0 });
    const changes = new Changes(seers, client);
    seers.kubectl.onLine((line, at) => {
      changes.saw('kubectl', line.replace('pod/', ''), at);
    });
    seers.informer.onLine((line, at) => {
      changes.saw('informer', line.split(' ')[1] ?? '', at);
    });
    client.subscribe<{ readonly healthChanges: { readonly resourceName: string } }>(
      { query: 'subscription { healthChanges(filter: { kinds: [POD] }) { resourceName status } }' },
      {
        next: ({ data }) => {
          changes.saw('vitals', data?.healthChanges.resourceName ?? '', performance.now());
        },
        error: (error) => {
          throw error;
        },
        complete: () => undefined,
      },
    );
    await changes.untilAllSee();
    return changes;
  }

  /** From sending a change until it is seen, the medians. */
  async latencies(): Promise<Readonly<Record<Seer | 'answer', number>>> {
    const all: Record<Seer | 'answer', number[]> = { vitals: [], kubectl: [], informer: [], answer: [] };
    for (let n = 0; n < CHANGES; n += 1) {
      const { sentAt, answeredAt, seenAt } = await this.one();
      all.answer.push(answeredAt - sentAt);
      for (const seer of ['vitals', 'kubectl', 'informer'] as const) all[seer].push(seenAt[seer] - sentAt);
    }
    return { vitals: median(all.vitals), kubectl: median(all.kubectl), informer: median(all.informer), answer: median(all.answer) }; // prettier-ignore
  }

  /** Returns how many a second there were. */
  async many(): Promise<number> {
    const begin = performance.now();
    const end = begin + MANY_FOR;
    let [sent, waiting] = [0, 0];
    await new Promise<void>((resolve, reject) => {
      const timer = setInterval(() => {
        if (performance.now() >= end) {
          if (waiting > 0) return;
          clearInterval(timer);
          resolve();
          return;
        }
        for (let n = 0; n < (PER_SECOND * TICK) / 1_000; n += 1) {
          // Who changes them is not to be what is measured.
          if (waiting >= PER_SECOND) return;
          waiting += 1;
          sent += 1;
          this.change().then(() => (waiting -= 1), reject);
        }
      }, TICK);
    });
    return sent / ((performance.now() - begin) / 1_000);
  }

  async end(): Promise<void> {
    await this.client.dispose();
  }

  private async untilAllSee(): Promise<void> {
    for (const deadline = performance.now() + SEEN_WITHIN; ;) {
      try {
        await this.one(1_000);
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
      }
    }
  }

  private async one(within = SEEN_WITHIN) {
    const { name } = this.next(this.count).metadata;
    const sentAt = performance.now();
    const seen = (['vitals', 'kubectl', 'informer'] as const).map(async (seer) => [seer, await this.seenBy(seer, name, within)] as const); // prettier-ignore
    const answered = this.change().then(() => performance.now());
    const [answeredAt, ...all] = await Promise.all([answered, ...seen]);
    return { sentAt, answeredAt, seenAt: Object.fromEntries(all) as Record<Seer, number> };
  }

  private seenBy(seer: Seer, name: string, within: number): Promise<number> {
    const key = `${seer}/${name}`;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.waiting.delete(key);
        reject(new Error(`${seer} did not see the change of ${name} within ${within} ms`));
      }, within);
      this.waiting.set(key, (at) => {
        clearTimeout(late);
        this.waiting.delete(key);
        resolve(at);
      });
    });
  }

  private saw(seer: Seer, name: string, at: number): void {
    this.waiting.get(`${seer}/${name}`)?.(at);
  }

  /** Each pod is changed twice in a row: it is unready, and it is ready again. */
  private async change(): Promise<void> {
    const turn = this.count;
    this.count += 1;
    const { name } = this.next(turn).metadata;
    const status = turn % 2 === 0 ? 'False' : 'True';
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    const ready = { type: 'Ready', status, lastTransitionTime: now };
    await this.seers.api.call('PATCH', `/api/v1/namespaces/${NAMESPACE}/pods/${name}/status`, { status: { conditions: [ready] } }); // prettier-ignore
  }

  /** In `many`, the two changes of one pod may be under way at once: only `one` waits for each. */
  private next(turn: number): ApiObject {
    const pair = Math.floor(turn / 2);
    return deploymentPod(1 + STRIDE * (pair % DEPLOYMENTS), Math.floor(pair / DEPLOYMENTS) % 18, 'node-0000');
  }
}
