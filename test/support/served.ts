import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { type Clock, systemClock } from '../../src/model/clock.js';
import type { SourceEvent } from '../../src/model/facts.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { ServerMode } from '../../src/model/server.js';
import { Registry } from '../../src/registry/registry.js';
import { NO_SETTINGS } from '../../src/registry/limit-book.js';
import type { Catalogue } from '../../src/registry/scope/scoped-catalogue.js';
import { ScopedRegistries } from '../../src/registry/scope/scoped-registries.js';
import { createGraph } from '../../src/resolvers/schema.js';
import type { Auth } from '../../src/server/auth/auth.js';
import { type AuthorityOptions, createAuthorities } from '../../src/server/auth/authorities.js';
import { scopesKnownBeforehand } from '../../src/server/auth/grants.js';
import type { AuthSettings } from '../../src/server/auth/settings.js';
import { type ServerOptions, startServer } from '../../src/server/server.js';
import { cluster, namespace, node, pod, roots, smallKinds, smallRules, source } from './small-world.js';

/** A small platform: one cluster with a node and two pods, of which one is not well. */
export const SMALL_FACTS: readonly SourceEvent[] = [
  ...roots,
  source([{}]),
  cluster(),
  namespace('shop'),
  node('n1'),
  pod('web'),
  pod('worker', { warn: 'x' }),
];

/** What most of these tests need to know of kinds and rules. */
const SMALL_CATALOGUE: Catalogue = { kinds: smallKinds, rules: smallRules, causes: [] };

export interface ServedOptions extends Partial<
  Pick<
    ServerOptions,
    | 'isIntrospectable'
    | 'port'
    | 'limits'
    | 'serverLimits'
    | 'firstPictureDeadline'
    | 'pages'
    | 'tls'
    | 'documents'
    | 'origins'
    | 'trustedProxies'
    | 'drain'
    | 'patience'
    | 'metrics'
    | 'tracer'
  >
> {
  readonly facts?: readonly SourceEvent[];
  /** Left out where the small one is enough. */
  readonly catalogue?: Catalogue;
  readonly clock?: Clock;
  /** False: the first picture is not complete yet. */
  readonly isOpen?: boolean;
  readonly changesKept?: number;
  readonly recording?: string | null;
  /** Who may ask; everybody where it is left out. */
  readonly auth?: AuthSettings;
  readonly authorities?: Partial<AuthorityOptions>;
  readonly lookedAtAgain?: Auth['lookedAtAgain'];
  /** A last word on the schema, to count or to break. */
  readonly adapt?: (schema: GraphQLSchema) => void;
}

export interface Served {
  readonly url: string;
  readonly registry: Registry;
  /** Tells everybody, each what it may know. */
  readonly report: (events: readonly SourceEvent[]) => void;
  /** What was logged as an error. */
  readonly complaints: readonly string[];
  readonly subscribers: () => number;
  readonly stop: (isHurried?: boolean) => Promise<void>;
}

/** Tests run beside others, on machines that are slow: only those that are about it have to do with overload and deadlines. */
const PATIENT = { eventLoopDelay: 60_000, deadline: 60_000 };

/** The real server over a real registry, on a free port of the loopback interface. */
export async function serve({
  facts = SMALL_FACTS,
  catalogue = SMALL_CATALOGUE,
  clock = systemClock,
  isOpen = true,
  changesKept = 20_000,
  recording = null,
  auth: settings,
  authorities,
  lookedAtAgain,
  adapt,
  serverLimits,
  ...more
}: ServedOptions = {}): Promise<Served> {
  const registry = new Registry({ ...catalogue, clock, changesKept });
  const scoped = scopedOver(registry, catalogue, clock, settings);
  scoped.report(facts);
  if (isOpen) registry.open();
  const mode = recording === null ? ServerMode.LIVE : ServerMode.REPLAY;
  const state = { version: '0', startedAt: clock.now(), mode, recording };
  const refresher = { refresh: () => Promise.resolve() };
  const graph = createGraph({ registry, clock, state, refresher });
  adapt?.(graph.schema);
  const viewOf: Auth['viewOf'] = async (scope) => {
    const own = await scoped.of(scope);
    return { registry: own, ...createGraph({ registry: own, clock, state, refresher }, graph), close: () => { scoped.giveUp(scope); } }; // prettier-ignore
  };
  const complaints: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => complaints.push(line) });
  const sources = (): Record<string, string> =>
    Object.fromEntries([...registry.entries(ResourceKind.SOURCE)].map(({ main }) => [main.name, main.state]));
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    isIntrospectable: true,
    pages: join(import.meta.dirname, 'none'),
    registry,
    clock,
    log,
    readiness: () => ({ isReady: registry.isStreaming, resources: registry.size(), sources: sources() }),
    serverLimits: { ...PATIENT, ...serverLimits },
    ...graph,
    ...more,
    auth:
      settings === undefined
        ? undefined
        : { authenticate: authenticatorOf(settings, authorities), viewOf, lookedAtAgain },
  });
  const stop = async (isHurried?: boolean): Promise<void> => {
    await server.stop(isHurried);
    scoped.stop();
    registry.stop();
  };
  const report = scoped.report.bind(scoped);
  return { url: server.url, registry, report, complaints, subscribers: () => server.subscribers(), stop };
}

function scopedOver(full: Registry, catalogue: Catalogue, clock: Clock, auth: AuthSettings | undefined) {
  const make = (taught: Catalogue): Registry => new Registry({ ...taught, clock });
  const kept = auth === undefined ? [] : scopesKnownBeforehand(auth);
  return new ScopedRegistries({ full, catalogue, settings: NO_SETTINGS, make, kept });
}

function authenticatorOf(settings: AuthSettings, options: Partial<AuthorityOptions> = {}): Auth['authenticate'] {
  const usual = { review: null, now: () => systemClock.now(), onFailure: () => undefined };
  const authorities = createAuthorities(settings, { ...usual, ...options });
  return (token, client) => authorities.authenticate(token, client);
}

export type Heard = FormattedExecutionResult<Record<string, unknown>>;

export interface Listening {
  /** Everything heard so far. */
  readonly heard: readonly Heard[];
  /** Waits for one of which that is true; `count` is 1 for the first. */
  until(isIt: (result: Heard, count: number) => boolean): Promise<void>;
  /** Resolves when the server completes it, breaks when it refuses. */
  readonly over: Promise<void>;
  leave(): void;
}

/** Longest wait for anything in these tests. */
const PATIENCE = 10_000;

/** Subscribes, and gathers what comes. */
export function listen(client: Client, query: string, variables: Record<string, unknown> = {}): Listening {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let leave: () => void = () => undefined;
  const over = new Promise<void>((resolve, reject) => {
    leave = client.subscribe(
      { query, variables },
      {
        next: (result) => {
          heard.push(result as Heard);
          for (const check of waiting) check();
        },
        error: (error) => {
          reject(error instanceof Error ? error : new Error(JSON.stringify(error), { cause: error }));
        },
        complete: resolve,
      },
    );
  });
  over.catch(() => undefined);
  const until: Listening['until'] = async (isIt) => {
    let read = 0;
    const isEnough = new Promise<void>((resolve) => {
      const check = (): void => {
        for (const result of heard.slice(read)) {
          read += 1;
          if (!isIt(result, read)) continue;
          waiting.delete(check);
          resolve();
          return;
        }
      };
      waiting.add(check);
      check();
    });
    const late = new AbortController();
    const tooLate = delay(PATIENCE, undefined, { signal: late.signal }).then(() => {
      throw new Error(`It did not come; the last of ${heard.length}: ${JSON.stringify(heard.at(-1))}`);
    });
    tooLate.catch(() => undefined);
    try {
      await Promise.race([isEnough, tooLate, over.then(() => isEnough)]);
    } finally {
      late.abort();
    }
  };
  return {
    heard,
    until,
    over,
    leave: () => {
      leave();
    },
  };
}

/** A client on a connection of its own. */
export function connect({ url }: Pick<Served, 'url'>): Client {
  return createClient({ url: socketUrl({ url }), webSocketImpl: WebSocket, retryAttempts: 0 });
}

export function socketUrl({ url }: Pick<Served, 'url'>): string {
  return `${url.replace('http', 'ws')}/graphql`;
}
