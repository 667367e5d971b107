/** START HERE: configuration → sources → registry → schema → server. */
import 'reflect-metadata';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config/config.js';
import { type Clock, systemClock } from './model/clock.js';
import { ResourceKind } from './model/kinds.js';
import type { LimitSettings } from './registry/limit-book.js';
import { Registry } from './registry/registry.js';
import { alertOnChanges, createSources, openWhenSynced, reportPlatform } from './observing.js';
import { Player } from './recording/player.js';
import type { Recording } from './recording/recording.js';
import { VirtualClock } from './recording/virtual-clock.js';
import { createRefresher } from './refresher.js';
import { ServerMode, type ServerState } from './model/server.js';
import { createGraph } from './resolvers/schema.js';
import { type RunningServer, startServer } from './server/server.js';
import { catalogue, configuredKinds } from './sources/index.js';
import type { RunningSource } from './sources/source.js';
import { ROOT, VERSION } from './package.js';

export interface RunningVitals {
  readonly url: string;
  readonly registry: Registry;
  stop(): Promise<void>;
}

export function createRegistry(clock: Clock, settings: LimitSettings, log: Logger): Registry {
  const onDefect = (where: string, error: unknown): void => {
    log.error({ err: error }, `${where} broke`);
  };
  return new Registry({ ...catalogue, clock, settings, onDefect });
}

/** Watches what is configured and serves what it learns. */
export async function serve(config: Config, log: Logger): Promise<RunningVitals> {
  const clock = systemClock;
  const registry = createRegistry(clock, config.limits, log);
  const report = openWhenSynced(registry, registry.report.bind(registry), config.systems.length, () => {
    log.info({ resources: registry.size() }, 'the first picture is complete');
  });
  reportPlatform(report, configuredKinds(config.systems), clock);
  const running = createSources(config.systems, { report, clock, log });
  alertOnChanges(registry, config.systems, running);
  const server = await listen(config, { registry, clock, log, running, mode: ServerMode.LIVE, recording: () => null });
  for (const source of running) source.start();
  return {
    url: server.url,
    registry,
    stop: async () => {
      await server.stop();
      await Promise.all(running.map((source) => source.stop()));
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
  const registry = createRegistry(clock, recording.settings, log);
  const report = registry.report.bind(registry);
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
  const server = await listen(config, { registry, clock, log, running: [], mode: ServerMode.REPLAY, recording: named });
  return {
    url: server.url,
    registry,
    stop: async () => {
      await server.stop();
      player.stop();
      registry.stop();
      clock.stop();
    },
  };
}

function listen(
  { server: { host, port, introspection } }: Config,
  parts: {
    readonly registry: Registry;
    readonly clock: Clock;
    readonly log: Logger;
    readonly running: readonly RunningSource[];
    readonly mode: ServerMode;
    /** What is replayed, and whether it is over. */
    readonly recording: () => string | null;
  },
): Promise<RunningServer> {
  const { registry, clock, log, running, mode, recording } = parts;
  const state: ServerState = {
    version: VERSION,
    startedAt: clock.now(),
    mode,
    get recording() {
      return recording();
    },
  };
  const graph = createGraph({ registry, clock, state, refresher: createRefresher(registry, clock, running) });
  const readiness = () => ({
    isReady: registry.isStreaming,
    sources: Object.fromEntries([...registry.entries(ResourceKind.SOURCE)].map(({ main }) => [main.name, main.state])),
  });
  const pages = join(ROOT, 'dist', 'web');
  return startServer({ host, port, isIntrospectable: introspection, pages, registry, clock, log, readiness, ...graph });
}
