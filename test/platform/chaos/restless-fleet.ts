import { ETCD_URL } from '../components/etcd.component.js';
import { FLEET } from '../fleet.js';
import { type Platform } from '../support/platform.js';

const TICK = 20;
/** In one transaction, of which etcd allows 128. */
const MOST_AT_ONCE = 100;
/** So many may be under way: who changes them is not what is tried. */
const MOST_UNDER_WAY = 200;
/** Milliseconds until a change has failed. */
const PATIENCE = 10_000;
/** Of all changes: an etcd that is busy may miss one now and then. */
const MOST_FAILED = 0.001;
/** Of what is wanted, at the end of all of it; and on the way, where less means that the rest would be for nothing. */
const LEAST_RATE = 0.9;
const LEAST_RATE_MEANWHILE = 0.5;

/** As soon as a pod is not ready, this is said of it: each change of it is one of its health. */
export const SAID_AT_ONCE = { finding: 'POD_NOT_READY', where: { name: 'unit-*' }, for: '1s' };

interface StoredPod {
  readonly metadata: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly status: Readonly<Record<string, unknown>> & { readonly conditions: readonly { readonly type: string }[] };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/**
 * Changes the readiness of one pod of the fleet after another, so many times a second as it can be done. It writes them where the
 * API server keeps them: to take a change itself costs it some 4 ms of a core, so that two would not do for 500 a second. What
 * it finds there it tells to all who watch, as it tells any other change.
 */
export class RestlessFleet {
  private readonly timer: NodeJS.Timeout;
  private readonly begunAt = Date.now();
  private underWay = 0;
  private turn = 0;
  private done = 0;
  private failed = 0;
  private firstFailure: unknown = null;

  private constructor(
    private readonly pods: readonly StoredPod[],
    private readonly perSecond: number,
  ) {
    let due = 0;
    let dueUntil = this.begunAt;
    this.timer = setInterval(() => {
      const now = Date.now();
      // Ticks of a process that is busy come late.
      due = Math.min(due + (perSecond * (now - dueUntil)) / 1_000, MOST_UNDER_WAY - this.underWay);
      dueUntil = now;
      const count = Math.min(Math.floor(due), MOST_AT_ONCE, pods.length);
      if (count < 1) return;
      due -= count;
      void this.change(count);
    }, TICK);
  }

  /** Only inside the platform's network namespace, and with all pods of the fleet running: nobody else is to change them. */
  static async begin(platform: Platform, perSecond: number): Promise<RestlessFleet> {
    const { items } = await platform.get<{ readonly items: readonly StoredPod[] }>('pods', `--namespace=${FLEET}`);
    return new RestlessFleet(items.map(stored), perSecond);
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
  }

  private async change(count: number): Promise<void> {
    const success = Array.from({ length: count }, () => ({ requestPut: this.next() }));
    this.underWay += count;
    try {
      const body = JSON.stringify({ success });
      const answer = await fetch(`${ETCD_URL}/v3/kv/txn`, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(PATIENCE),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} ${text}`);
      this.done += count;
    } catch (error) {
      this.failed += count;
      this.firstFailure ??= error;
    } finally {
      this.underWay -= count;
    }
  }

  /** A pod as it is to be from now on. */
  private next(): { readonly key: string; readonly value: string } {
    const turn = this.turn++;
    const pod = this.pods[turn % this.pods.length];
    if (pod === undefined) throw new Error('a fleet of no pods');
    // Each round the other way.
    const isReady = Math.floor(turn / this.pods.length) % 2 === 1;
    return { key: base64(`/registry/pods/${FLEET}/${pod.metadata.name}`), value: base64(JSON.stringify(withReadiness(pod, isReady))) }; // prettier-ignore
  }
}

/** Without what its store does not keep, and without who changed it when, which is most of it. */
function stored(pod: StoredPod): StoredPod {
  return { ...pod, metadata: { ...pod.metadata, resourceVersion: undefined, managedFields: undefined } };
}

function withReadiness(pod: StoredPod, isReady: boolean): StoredPod {
  const lastTransitionTime = `${new Date().toISOString().slice(0, 19)}Z`;
  const ready = { type: 'Ready', status: isReady ? 'True' : 'False', lastTransitionTime };
  const conditions = pod.status.conditions.map((condition) => (condition.type === 'Ready' ? ready : condition));
  return { ...pod, status: { ...pod.status, conditions } };
}
