/** START HERE: configuration → sources → registry → schema → server. */
import 'reflect-metadata';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAuth, keptScopes } from './access.js';
import { startAround } from './around.js';
import type { Config } from './config/config.js';
import { ConfigurationError } from './config/configuration-error.js';
import { type Clock, systemClock } from './model/clock.js';
import { ResourceKind } from './model/kinds.js';
import type { LimitSettings } from './registry/limit-book.js';
import { Registry } from './registry/registry.js';
import {
  alertOnChanges,
  alertWhereSampleWanted,
  createLookersOf,
  createSources,
  openWhenSynced,
  reportPlatform,
} from './observing.js';
import { Player } from './recording/player.js';
import type { Recording } from './recording/recording.js';
import { VirtualClock } from './recording/virtual-clock.js';
import { createRefresher } from './refresher.js';
import { ServerMode, type ServerState } from './model/server.js';
import type { Catalogue } from './registry/scope/scoped-catalogue.js';
import { ScopedRegistries } from './registry/scope/scoped-registries.js';
import { type Graph, createGraph } from './resolvers/schema.js';
import { TrustedDocuments } from './server/limits/trusted-documents.js';
import { Metrics } from './server/metrics/metrics.js';
import { type RunningServer, startServer } from './server/server.js';
import { catalogue, configuredKinds } from './sources/index.js';
import type { RunningSource } from './sources/source.js';
import { ROOT, VERSION } from './package.js';

export interface RunningVitals {
  readonly url: string;
  readonly registry: Registry;
  /** Takes up changed limits and what goes with them. */
  resettle(settings: LimitSettings): void;
  /** @param isHurried nobody has to be told first that it ends */
  stop(isHurried?: boolean): Promise<void>;
}

export function createRegistry(
  clock: Clock,
  settings: LimitSettings,
  log: Logger,
  taught: Catalogue = catalogue,
): Registry {
  const onDefect = (where: string, error: unknown): void => {
    log.error({ err: error }, `${where} broke`);
  };
  return new Registry({ ...taught, clock, settings, onDefect });
}

/** The registry, and beside it one for each scope that somebody has. */
function createRegistries({ server }: Config, clock: Clock, settings: LimitSettings, log: Logger) {
  const full = createRegistry(clock, settings, log);
  const make = (taught: Catalogue, newest: LimitSettings): Registry => createRegistry(clock, newest, log, taught);
  const scoped = new ScopedRegistries({ full, catalogue, settings, make, kept: keptScopes(server) });
  return { full, scoped };
}

/** Watches what is configured and serves what it learns. */
export async function serve(config: Config, log: Logger): Promise<RunningVitals> {
  const clock = systemClock;
  const { full: registry, scoped } = createRegistries(config, clock, config.limits, log);
  const report = openWhenSynced(registry, scoped.report.bind(scoped), config.systems.length, () => {
    log.info({ resources: registry.size() }, 'the first picture is complete');
  });
  reportPlatform(report, configuredKinds(config.systems), clock);
  const metrics = new Metrics();
  const running = createSources(config.systems, { report, clock, log, countLook: metrics.looked.bind(metrics) });
  const lookersOf = createLookersOf(config.systems, running);
  alertOnChanges(registry, lookersOf);
  alertWhereSampleWanted(registry, lookersOf);
  const server = await listen(config, {
    registry,
    scoped,
    clock,
    log,
    running,
    metrics,
    mode: ServerMode.LIVE,
    recording: () => null,
  });
  const around = startAround(config, { registry, clock, log, metrics });
  for (const source of running) source.start();
  return {
    url: server.url,
    registry,
    resettle: scoped.resettle.bind(scoped),
    stop: async (isHurried) => {
      await server.stop(isHurried);
      await Promise.all([around.stop(), ...running.map((source) => source.stop())]);
      scoped.stop();
      registry.stop();
    },
  };
}

/** Plays a recording in the place of sources; everything else is the same. */
export async function replay(
  config: Config,
  recording: Recording,
  options: { readonly speed: number; readonly isLooping: boolean },
  log: Logger,
): Promise<RunningVitals> {
  const clock = new VirtualClock(systemClock, options.speed);
  const { full: registry, scoped } = createRegistries(config, clock, recording.settings, log);
  const report = scoped.report.bind(scoped);
  reportPlatform(report, recording.header.configured, clock);
  let { title } = recording.header;
  const onEnd = (): void => {
    log.info(`the replay of "${title}" is over: time stands still at the end of the recording`);
    title += ' (over: time stands still)';
  };
  const onDefect = (error: unknown): void => {
    log.error(
      { err: error },
      `the replay of "${title}" broke off: what was recorded cannot be taken; time stands still`,
    );
    title += ' (broken off: time stands still)';
  };
  const player = new Player(recording, clock, report, { isLooping: options.isLooping, onEnd, onDefect });
  player.begin();
  registry.open();
  const named = () => title;
  const replayed = { running: [], metrics: new Metrics(), mode: ServerMode.REPLAY, recording: named };
  const server = await listen(config, { registry, scoped, clock, log, ...replayed });
  return {
    url: server.url,
    registry,
    resettle: scoped.resettle.bind(scoped),
    stop: async (isHurried) => {
      await server.stop(isHurried);
      player.stop();
      scoped.stop();
      registry.stop();
      clock.stop();
    },
  };
}

async function listen(
  config: Config,
  parts: {
    readonly registry: Registry;
    readonly scoped: ScopedRegistries;
    readonly clock: Clock;
    readonly log: Logger;
    readonly running: readonly RunningSource[];
    readonly metrics: Metrics;
    readonly mode: ServerMode;
    /** What is replayed, and whether it is over. */
    readonly recording: () => string | null;
  },
): Promise<RunningServer> {
  const { registry, scoped, clock, log, running, metrics, mode, recording } = parts;
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
  const server = await startServer({ ...network, ...own, registry, clock, log, readiness, metrics, ...graph });
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
