import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { stringify } from 'yaml';
import { CONTROLLER } from '../components/argo.component.js';
import { GROUP, GROUP_LABEL, NODES_PER_ZONE } from '../components/kwok.component.js';
import { type Endpoints, readEndpoints } from '../endpoints.js';
import { type Platform } from './platform.js';
import { VitalsProcess } from './vitals-process.js';

/**
 * Holds made short, so that a fault shows itself within seconds; each rule's own hold is proven in its unit table by the
 * clock that is passed in.
 */
export const SHORT_LIMITS: readonly object[] = [
  { finding: 'POD_NOT_READY', for: '5s' },
  { finding: 'POD_UNSCHEDULABLE', for: '5s', criticalAfter: '1m' },
  { finding: 'POD_PENDING', for: '25s' },
  { finding: 'POD_STUCK_TERMINATING', for: '5s' },
  { finding: 'POD_CRASH_LOOPING', clearAfter: '10s' },
  { finding: 'IMAGE_PULL_FAILED', for: '1s' },
  { finding: 'CONTAINER_CONFIG_ERROR', for: '1s' },
  { finding: 'CONTAINER_CREATE_FAILED', for: '1s' },
  { finding: 'CONTAINER_CREATING_STUCK', for: '20s' },
  { finding: 'WORKLOAD_UNAVAILABLE', for: '10s', criticalFor: '5s' },
  { finding: 'CPU_NEAR_LIMIT', for: '10s' },
  { finding: 'JOB_OVERRUNNING', for: '30s' },
  { finding: 'VOLUME_FILLING', horizon: '10m', window: '150s' },
  { finding: 'VOLUME_STUCK_TERMINATING', for: '5s' },
  { finding: 'CLAIM_PENDING', for: '5s' },
  { finding: 'NODE_NOT_READY', criticalAfter: '30s', newFor: '1s' },
  { finding: 'NODE_UNREACHABLE', criticalAfter: '30s', newFor: '1s' },
  { finding: 'NODE_FLAPPING', window: '20s' },
  { finding: 'ZONE_NODES_INSUFFICIENT', for: '5s' },
  { finding: 'ZONE_DOWN', for: '5s', youngFor: '1s' },
  { finding: 'CLUSTER_OVERCOMMITTED', for: '5s' },
  { finding: 'CPU_THROTTLED', window: '40s' },
  { finding: 'DATABASE_IDLE_IN_TRANSACTION', warnAt: 15, criticalAt: 900 },
  { finding: 'DATABASE_LOCKS_BLOCKING', warnAt: 10 },
  { finding: 'DATABASE_CPU_SATURATED', for: '10s' },
  { finding: 'DATABASE_IO_SATURATED', for: '10s' },
  { finding: 'DATABASE_REPLICATION_LAG', warnAt: 5 },
  // A billion transactions would take a day.
  { finding: 'DATABASE_WRAPAROUND_RISK', warnAt: 0.0001 },
  { finding: 'ZOOKEEPER_SLOW', window: '30s' },
  { finding: 'REPLICATION_LAGGING', warnAt: 10, criticalAt: 300 },
  { finding: 'REPLICA_READ_ONLY', criticalAfter: '10s' },
  { finding: 'REPLICA_TABLE_MISSING', for: '5s' },
  { finding: 'INSERTS_DELAYED', window: '30s' },
  { finding: 'INSERTS_REJECTED', window: '30s' },
  { finding: 'KEEPER_EXCEPTIONS', window: '30s' },
  { finding: 'MUTATION_STUCK', stuckAfter: '5s' },
  { finding: 'REPLICATED_DATA_LOSS', window: '30s' },
  { finding: 'WORKFLOW_QUEUED', for: '10s', warnFor: '30s', idleFor: '40s' },
  { finding: 'WORKFLOW_CONTROLLER_SILENT', for: '20s', untouchedFor: '30s' },
  { finding: 'HTTP_5XX_HIGH', window: '30s', fastWindow: '15s' },
  { finding: 'HTTP_4XX_HIGH', window: '30s' },
  { finding: 'HTTP_SLOW', window: '30s' },
];

/** Room for a little growth beside the ten nodes of a calm platform. */
const MAXIMUM_NODES = 14;

/**
 * A configuration for the platform's systems, as Vitals' own account.
 * @param isThere whether a component is part of this platform; of what is not, nothing is expected
 */
export function configurationFor(
  { kubernetes, postgresql, zookeeper, clickhouse, http }: Endpoints,
  limits: readonly object[],
  isThere: (component: string) => boolean = () => true,
): string {
  const { host, port, database, user, passwordFile } = postgresql;
  const group = { name: GROUP, selector: { [GROUP_LABEL]: GROUP }, requiredPerZone: NODES_PER_ZONE };
  const postgres = { name: 'metadata', host, port, database, user, passwordFile, vcpus: 2, capacity: '256MiB' };
  const { vitalsKubeconfig } = kubernetes;
  const argo = { name: 'pipelines', kubeconfig: vitalsKubeconfig, kubernetes: { cluster: 'platform' } };
  return stringify({
    server: { port: 0 },
    kubernetes: [
      {
        name: 'platform',
        kubeconfig: vitalsKubeconfig,
        maximumNodes: MAXIMUM_NODES,
        nodeGroups: isThere('fake-nodes') ? [group] : [],
      },
    ],
    postgres: isThere('postgresql') ? [postgres] : [],
    zookeeper: isThere('zookeeper-1') ? [{ name: 'coordination', members: zookeeper.members }] : [],
    clickhouse: isThere('clickhouse-1') ? [{ name: 'analytics', ...clickhouse, zookeeper: 'coordination' }] : [],
    argo: isThere(CONTROLLER) ? [argo] : [],
    'http-traffic': [
      ...(isThere('haproxy') ? [{ name: 'edge', proxy: 'haproxy', metrics: [http.haproxy] }] : []),
      ...(isThere('caddy') ? [{ name: 'gateway', proxy: 'caddy', metrics: [http.caddy] }] : []),
    ],
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
  /** The cluster or configured system that it belongs to. */
  readonly cluster: string | null;
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
  type resourceKind resourceName cluster status
  raised { id reason severity causes { id } } cleared { id reason }
} }`;

/** The built program itself, watching the platform, with one subscriber to all its changes. */
export class RunningVitals {
  readonly heard: Heard[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly client: Client;
  private readonly stopped = new AbortController();

  private constructor(
    readonly url: string,
    private readonly process: VitalsProcess,
  ) {
    this.client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
    this.client.subscribe<{ healthChanges: Omit<Heard, 'at'> }>(
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

  /** Resolves when it is ready; what was started is gone when that fails. */
  static async start(
    platform: Platform,
    limits: readonly object[] = SHORT_LIMITS,
    signal?: AbortSignal,
  ): Promise<RunningVitals> {
    const isThere = (name: string): boolean => platform.components.some((component) => component.name === name);
    const configuration = configurationFor(readEndpoints(platform), limits, isThere);
    const process = await VitalsProcess.launch(platform, configuration);
    let vitals: RunningVitals | undefined;
    try {
      vitals = new RunningVitals(await process.address(signal), process);
      await process.ready(vitals.url, signal);
      return vitals;
    } catch (error) {
      await vitals?.stopListening();
      await process.end();
      throw error;
    }
  }

  /** Its name in the platform's book of processes. */
  get name(): string {
    return this.process.name;
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

  /** Resolves with the first change, from `from` on in what was heard, that fits; rejects when the time is over, or told to. */
  waitFor(
    what: string,
    fits: (change: Heard) => boolean,
    bound: number,
    from = 0,
    signal?: AbortSignal,
  ): Promise<Heard> {
    const given = AbortSignal.any([this.stopped.signal, ...(signal === undefined ? [] : [signal])]);
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.heard.slice(from).find(fits);
        if (found === undefined) return;
        finish();
        resolve(found);
      };
      const giveUp = (why: string): void => {
        finish();
        const said = this.heard
          .slice(from)
          .map(({ resourceName, raised }) => `${resourceName ?? ''} ${raised.map(({ reason }) => reason).join(' ')}`);
        reject(new Error(`${what} was not heard ${why}; heard: ${said.join('; ')}`));
      };
      const stop = (): void => {
        giveUp('before the end');
      };
      const deadline = setTimeout(giveUp, bound, `in ${bound} ms`);
      const finish = (): void => {
        clearTimeout(deadline);
        given.removeEventListener('abort', stop);
        this.listeners.delete(look);
      };
      given.addEventListener('abort', stop);
      this.listeners.add(look);
      if (given.aborted) stop();
      else look();
    });
  }

  /** Ends it, and every wait for what it will not say any more. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.stopListening();
    await this.process.end();
  }

  private async stopListening(): Promise<void> {
    try {
      await this.client.dispose();
    } catch {
      // One that has just tried to reach a Vitals that is gone says so here.
    }
  }
}
