import type { WorkerEye } from './connect-worker.js';

/** What is to be known of a worker. */
type Member = Pick<WorkerEye, 'address' | 'reach' | 'hosts'>;

/** So many former hosts of workers are remembered. */
const MOST_FORMER = 1_000;

/**
 * Knows which workers are gone. What a connector or task is said to do is only as good as the worker that runs it: workers
 * that are killed leave "RUNNING" behind, and nobody takes it back until work is shared out anew.
 */
export class Membership {
  /** Hosts of workers that are elsewhere now, such as pods that came back under another address. */
  private readonly former = new Set<string>();
  /** Where workers are, as far as that was noted. */
  private current: ReadonlySet<string> = new Set();

  constructor(private readonly workers: readonly Member[]) {}

  /** Remembers where workers are now. */
  note(): void {
    const now = new Set(this.workers.flatMap(({ hosts }) => [...hosts]));
    for (const host of this.current) if (!now.has(host)) this.remember(host);
    for (const host of now) this.former.delete(host);
    this.current = now;
  }

  /**
   * Whether the worker that calls itself so, `host:port`, no longer answers.
   * @returns null where nobody can tell: no configured worker is, or was, there
   */
  isGone(workerId: string | null): boolean | null {
    const [, host, port] = /^\[?(.*?)\]?:(\d+)$/.exec(workerId?.toLowerCase() ?? '') ?? [];
    if (host === undefined) return null;
    const there = this.workers.filter(({ hosts }) => hosts.has(host));
    // Workers may call each other by another port than people do; where several share a host, the port tells them apart.
    const worker = there.length === 1 ? there[0] : there.find(({ address }) => address.port === Number(port));
    // One that refuses us is there.
    if (worker !== undefined) return worker.reach.state === 'lost';
    return there.length === 0 && this.former.has(host) ? true : null;
  }

  /** What has to change for any answer of `isGone` to change. */
  get digest(): string {
    const lost = this.workers.filter(({ reach }) => reach.state === 'lost').map(({ address }) => address.name);
    return [...lost, '/', ...this.current, '/', ...this.former].join(' ');
  }

  private remember(host: string): void {
    const [oldest] = this.former;
    if (this.former.size >= MOST_FORMER && oldest !== undefined) this.former.delete(oldest);
    this.former.add(host);
  }
}
