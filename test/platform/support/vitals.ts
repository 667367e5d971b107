import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type Endpoints, readEndpoints } from '../endpoints.js';
import { configurationFor } from './configuration.js';
import { type Platform } from './platform.js';
import { SHORT_LIMITS } from './short-limits.js';
import { type Launch, VitalsProcess } from './vitals-process.js';

/** A finding as a subscriber hears it. */
export interface HeardFinding {
  readonly id: string;
  readonly reason: string;
  readonly severity: string;
  readonly message: string;
  readonly evidence: string;
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
  readonly namespace: string | null;
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

const CHANGES = `subscription ($filter: ChangeFilter) { healthChanges(filter: $filter) {
  type resourceKind resourceName cluster namespace status
  raised { id reason severity message evidence causes { id } } cleared { id reason }
} }`;

/** So many are told of what was raised while something else was waited for. */
const MOST_SAID = 10;

/** How it is started, and what is heard of it, where that is not as usual. */
export interface Start extends Launch {
  /** Of its changes: all of what it says in an hour of many is more than a test can keep. */
  readonly hears?: object;
}

/** The built program itself, watching the platform, with one subscriber to its changes. */
export class RunningVitals {
  readonly heard: Heard[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly client: Client;
  private readonly stopped = new AbortController();

  private constructor(
    readonly url: string,
    private readonly process: VitalsProcess,
    hears: object | null,
  ) {
    this.client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
    this.client.subscribe<{ healthChanges: Omit<Heard, 'at'> }>(
      { query: CHANGES, variables: { filter: hears } },
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
    endpoints: Endpoints = readEndpoints(platform),
    leaveOut: readonly string[] = [],
    { hears, ...launch }: Start = {},
  ): Promise<RunningVitals> {
    const configuration = configurationFor(platform, endpoints, limits, leaveOut, launch.server);
    const process = await VitalsProcess.launch(platform, configuration, launch);
    let vitals: RunningVitals | undefined;
    try {
      vitals = new RunningVitals(await process.address(signal), process, hears ?? null);
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
        const raised = this.heard.slice(from).filter((change) => change.raised.length > 0);
        const said = raised
          .slice(-MOST_SAID)
          .map((change) => `${change.resourceName ?? ''} ${change.raised.map(({ reason }) => reason).join(' ')}`);
        reject(new Error(`${what} was not heard ${why}; raised last: ${said.join('; ')}`));
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
