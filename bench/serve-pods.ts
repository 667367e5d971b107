import 'reflect-metadata';
import { join } from 'node:path';
import { pino } from 'pino';
import type { LimitSettings } from '../src/registry/limit-book.js';
import type * as LimitBook from '../src/registry/limit-book.js';
import type * as Ids from '../src/model/ids.js';
import type * as ModelClock from '../src/model/clock.js';
import type { ResourceKind } from '../src/model/kinds.js';
import type * as ServerLimits from '../src/model/server-limits.js';
import type * as ServerModel from '../src/model/server.js';
import type * as Registries from '../src/registries.js';
import type { Registry } from '../src/registry/registry.js';
import type * as Schema from '../src/resolvers/schema.js';
import type * as Server from '../src/server/server.js';
import { built } from './built.js';
import { type IdOf, podFacts, sourceFacts } from './pods.js';

const { resourceId } = await built<typeof Ids>('model/ids.js');
const { systemClock: clock } = await built<typeof ModelClock>('model/clock.js');
const { createRegistry } = await built<typeof Registries>('registries.js');
const { createGraph } = await built<typeof Schema>('resolvers/schema.js');
const { NO_SETTINGS } = await built<typeof LimitBook>('registry/limit-book.js');
const { ServerMode } = await built<typeof ServerModel>('model/server.js');
const { DEFAULT_SERVER_LIMITS } = await built<typeof ServerLimits>('model/server-limits.js');
const { startServer } = await built<typeof Server>('server/server.js');

/** All that ask have one address here. What it costs to know how often they did is measured with the rest. */
const ONE_CROWD = {
  rate: { perSecond: 1e6, burst: 1e6 },
  connectionsPerAddress: DEFAULT_SERVER_LIMITS.connections,
  webSocket: {
    ...DEFAULT_SERVER_LIMITS.webSocket,
    connections: 20_000,
    connectionsPerClient: 20_000,
    subscriptionsPerClient: 50_000,
  },
};

export const idOf: IdOf = (kind, name) => resourceId(kind as ResourceKind, 'prod', `uid-${name}`);

/** The board, where it is built. */
const PAGES = join(import.meta.dirname, '../dist/web');

/** As many as a list brings at once. */
const AT_ONCE = 500;

/** Vitals over so many pods of one cluster, on a free port of the loopback interface. */
export async function servePods(
  pods: number,
  namespaces: number,
  settings: Partial<LimitSettings> = {},
): Promise<{ readonly registry: Registry; readonly server: Server.RunningServer }> {
  const log = pino({ level: 'error' }, { write: (l: string) => process.stderr.write(l) });
  const registry = createRegistry(clock, { ...NO_SETTINGS, ...settings }, log);
  registry.report([sourceFacts(idOf)]);
  for (let first = 0; first < pods; first += AT_ONCE) {
    const indexes = Array.from({ length: Math.min(AT_ONCE, pods - first) }, (_, index) => first + index);
    registry.report(indexes.map((index) => podFacts(idOf, index, namespaces)));
  }
  registry.open();
  const state = { version: 'bench', startedAt: clock.now(), mode: ServerMode.LIVE, recording: null };
  const graph = createGraph({ registry, clock, state, refresher: { refresh: () => Promise.resolve() } });
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    isIntrospectable: true,
    pages: PAGES,
    serverLimits: ONE_CROWD,
    registry,
    clock,
    log,
    readiness: () => ({ isReady: true, resources: registry.size(), sources: {} }),
    ...graph,
  });
  return { registry, server };
}
