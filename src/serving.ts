import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAuth } from './access.js';
import type { Config } from './config/config.js';
import { ConfigurationError } from './config/configuration-error.js';
import type { Clock } from './model/clock.js';
import { ResourceKind } from './model/kinds.js';
import type { ServerMode, ServerState } from './model/server.js';
import { ROOT, VERSION } from './package.js';
import { createRefresher } from './refresher.js';
import type { Registry } from './registry/registry.js';
import type { ScopedRegistries } from './registry/scope/scoped-registries.js';
import { type Graph, createGraph } from './resolvers/schema.js';
import { TrustedDocuments } from './server/limits/trusted-documents.js';
import type { Metrics } from './server/metrics/metrics.js';
import type { RequestTracer } from './server/request-tracer.js';
import { type RunningServer, startServer } from './server/server.js';
import type { RunningSource } from './sources/source.js';

/** What is served. */
export interface Served {
  readonly registry: Registry;
  readonly scoped: ScopedRegistries;
  readonly clock: Clock;
  readonly log: Logger;
  readonly running: readonly RunningSource[];
  readonly metrics: Metrics;
  /** Null: nobody follows requests. */
  readonly tracer: RequestTracer | null;
  readonly mode: ServerMode;
  /** What is replayed, and whether it is over; null: nothing is. */
  readonly recording: () => string | null;
}

/** Makes the graph over what is known, and listens as configured. */
export async function listen(config: Config, served: Served): Promise<RunningServer> {
  const { registry, scoped, clock, log, running, metrics, mode, recording, tracer } = served;
  const { introspection, limits, trustedDocuments, ...network } = config.server;
  const state: ServerState = {
    version: VERSION,
    startedAt: clock.now(),
    mode,
    get recording() {
      return recording();
    },
  };
  metrics.gauge('vitals_info', 'This server: 1.', ['version', 'mode'], (gauge) => {
    gauge.set({ version: VERSION, mode }, 1);
  });
  const refresher = createRefresher(registry, clock, running);
  const graph = createGraph({ registry, clock, state, refresher });
  const graphOf = (own: Registry): Graph => createGraph({ registry: own, clock, state, refresher }, graph);
  const readiness = () => ({
    isReady: registry.isStreaming,
    resources: registry.size(),
    sources: Object.fromEntries([...registry.entries(ResourceKind.SOURCE)].map(({ main }) => [main.name, main.state])),
  });
  const pages = join(ROOT, 'dist', 'web');
  const access = createAuth(config, { scoped, graphOf, log });
  const documents = documentsOf(trustedDocuments, log);
  const own = { isIntrospectable: introspection, serverLimits: limits, documents, pages, auth: access?.auth };
  const server = await startServer({ ...network, ...own, registry, clock, log, readiness, metrics, tracer, ...graph });
  return {
    ...server,
    stop: async (isHurried) => {
      await server.stop(isHurried);
      access?.stop();
    },
  };
}

/** @throws ConfigurationError where they cannot be read */
function documentsOf(path: string | null, log: Logger): TrustedDocuments | null {
  if (path === null) return null;
  try {
    const documents = TrustedDocuments.read(path);
    log.info({ documents: documents.size }, 'only documents that are listed are executed');
    return documents;
  } catch (error) {
    throw new ConfigurationError(`server.trustedDocuments: ${(error as Error).message}`);
  }
}
