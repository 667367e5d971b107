import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { stringify } from 'yaml';
import { GROUP, GROUP_LABEL, NODES_PER_ZONE } from '../components/kwok.component.js';
import { type Endpoints, readEndpoints } from '../endpoints.js';
import { type Platform } from './platform.js';

/**
 * Holds made short, so that a fault shows itself within seconds; each rule's own hold is proven in its unit table by the
 * clock that is passed in.
 */
export const SHORT_LIMITS: readonly object[] = [
  { finding: 'POD_NOT_READY', for: '5s' },
  { finding: 'POD_UNSCHEDULABLE', for: '5s', criticalAfter: '1m' },
  { finding: 'POD_PENDING', for: '30s' },
  { finding: 'POD_STUCK_TERMINATING', for: '5s' },
  { finding: 'POD_CRASH_LOOPING', clearAfter: '10s' },
  { finding: 'IMAGE_PULL_FAILED', for: '1s' },
  { finding: 'CONTAINER_CONFIG_ERROR', for: '1s' },
  { finding: 'CONTAINER_CREATING_STUCK', for: '30s' },
  { finding: 'WORKLOAD_UNAVAILABLE', for: '10s', criticalFor: '5s' },
  { finding: 'CPU_NEAR_LIMIT', for: '10s' },
  { finding: 'CLAIM_PENDING', for: '5s' },
  { finding: 'NODE_NOT_READY', criticalAfter: '30s', newFor: '1s' },
  { finding: 'NODE_UNREACHABLE', criticalAfter: '30s', newFor: '1s' },
  { finding: 'NODE_FLAPPING', window: '20s' },
  { finding: 'ZONE_NODES_INSUFFICIENT', for: '5s' },
  { finding: 'ZONE_DOWN', for: '5s', youngFor: '1s' },
  { finding: 'CPU_THROTTLED', window: '40s' },
  { finding: 'DATABASE_IDLE_IN_TRANSACTION', warnAt: 15, criticalAt: 900 },
  { finding: 'DATABASE_LOCKS_BLOCKING', warnAt: 10 },
];

/** Room for a little growth beside the ten nodes of a calm platform. */
const MAXIMUM_NODES = 14;

/** A configuration for the platform's systems, as Vitals' own account. */
export function configurationFor({ kubernetes, postgresql }: Endpoints, limits: readonly object[]): string {
  const { host, port, database, user, passwordFile } = postgresql;
  return stringify({
    server: { port: 0 },
    kubernetes: [
      {
        name: 'platform',
        kubeconfig: kubernetes.vitalsKubeconfig,
        maximumNodes: MAXIMUM_NODES,
        nodeGroups: [{ name: GROUP, selector: { [GROUP_LABEL]: GROUP }, requiredPerZone: NODES_PER_ZONE }],
      },
    ],
    postgres: [{ name: 'metadata', host, port, database, user, passwordFile, vcpus: 2, capacity: '256MiB' }],
    limits,
  });
}

/** A finding as a subscriber hears it. */
export interface HeardFinding {
  readonly id: string;
  readonly reason: string;
  readonly severity: string;
  readonly causes: readonly { readonly id: string }[];
}

/** One change as a subscriber hears it. */
export interface Heard {
  readonly at: number;
  readonly type: string;
  readonly resourceKind: string | null;
  readonly resourceName: string | null;
  readonly status: string | null;
  readonly raised: readonly HeardFinding[];
  readonly cleared: readonly { readonly id: string; readonly reason: string }[];
}

export function raises(reason: string): (change: Heard) => boolean {
  return ({ raised }) => raised.some((finding) => finding.reason === reason);
}

export function clears(reason: string): (change: Heard) => boolean {
  return ({ cleared }) => cleared.some((finding) => finding.reason === reason);
}

/** For people and tables: `KIND name`. */
export function resourceOf({ resourceKind, resourceName }: Heard): string {
  return `${resourceKind ?? ''} ${resourceName ?? ''}`;
}

const CHANGES = `subscription { healthChanges {
  type resourceKind resourceName status
  raised { id reason severity causes { id } } cleared { id reason }
} }`;

/** The built program itself, watching the platform, with one subscriber to all its changes. */
export class RunningVitals {
  readonly heard: Heard[] = [];
  private readonly listeners = new Set<() => void>();

  private constructor(
    readonly url: string,
    private readonly process: ChildProcess,
    private readonly client: Client,
    private readonly folder: string,
  ) {
    client.subscribe<{ healthChanges: Omit<Heard, 'at'> }>(
      { query: CHANGES },
      {
        next: ({ data }) => {
          if (data == null || data.healthChanges.type === 'BOOKMARK') return;
          this.heard.push({ at: Date.now(), ...data.healthChanges });
          for (const listener of [...this.listeners]) listener();
        },
        error: () => undefined,
        complete: () => undefined,
      },
    );
  }

  static async start(platform: Platform, limits: readonly object[] = SHORT_LIMITS): Promise<RunningVitals> {
    const folder = await mkdtemp(join(tmpdir(), 'vitals-suite-'));
    const file = join(folder, 'vitals.yaml');
    await writeFile(file, configurationFor(readEndpoints(platform), limits));
    const child = spawn('node', ['dist/cli.js', 'serve', '--config', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    const url = await addressOf(child);
    const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
    const vitals = new RunningVitals(url, child, client, folder);
    await vitals.ready(30_000);
    return vitals;
  }

  /** Runs a query; its errors are the caller's. */
  async query<T>(query: string): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(10_000),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: readonly { message: string }[] };
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  }

  /** Resolves with the first change, from `from` on in what was heard, that fits; rejects when the time is over. */
  waitFor(what: string, fits: (change: Heard) => boolean, bound: number, from = 0): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.heard.slice(from).find(fits);
        if (found === undefined) return;
        finish();
        resolve(found);
      };
      const deadline = setTimeout(() => {
        finish();
        const said = this.heard
          .slice(from)
          .map(({ resourceName, raised }) => `${resourceName ?? ''} ${raised.map(({ reason }) => reason).join(' ')}`);
        reject(new Error(`${what} was not heard in ${bound} ms; heard: ${said.join('; ')}`));
      }, bound);
      const finish = (): void => {
        clearTimeout(deadline);
        this.listeners.delete(look);
      };
      this.listeners.add(look);
      look();
    });
  }

  async stop(): Promise<void> {
    await this.client.dispose();
    if (this.process.exitCode === null) {
      const closed = once(this.process, 'close');
      this.process.kill('SIGTERM');
      await closed;
    }
    await rm(this.folder, { recursive: true });
  }

  private async ready(bound: number): Promise<void> {
    const end = Date.now() + bound;
    while (Date.now() < end) {
      const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      if (answer.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Vitals was not ready in ${bound} ms`);
  }
}

/** Where it listens, as it says in its log. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('no log to read');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line);
    const url = /(http:\/\/[\d.]+:\d+)\/graphiql/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stderr.resume();
    return url;
  }
  throw new Error(`Vitals ended without listening:\n${lines.join('\n')}`);
}
