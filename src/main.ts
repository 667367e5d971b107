/** START HERE: configuration → sources → registry → schema → server. */
import 'reflect-metadata';
import type { Logger } from 'pino';
import { openTracing, startAround } from './around.js';
import type { Config } from './config/config.js';
import { openInTime } from './late-sources.js';
import { type Clock, systemClock } from './model/clock.js';
import { ServerMode } from './model/server.js';
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
import { createRegistries } from './registries.js';
import type { LimitSettings } from './registry/limit-book.js';
import type { Registry } from './registry/registry.js';
import { Metrics } from './server/metrics/metrics.js';
import { listen } from './serving.js';
import { configuredKinds } from './sources/index.js';

export interface RunningVitals {
  readonly url: string;
  readonly registry: Registry;
  /** Takes up changed limits and what goes with them. */
  resettle(settings: LimitSettings): void;
  /** @param isHurried nobody has to be told first that it ends */
  stop(isHurried?: boolean): Promise<void>;
}

/** Watches what is configured and serves what it learns. */
export async function serve(config: Config, log: Logger): Promise<RunningVitals> {
  const clock = systemClock;
  const { full: registry, scoped } = createRegistries(config, clock, config.limits, log);
  const report = openWhenSynced(registry, scoped.report.bind(scoped), config.systems.length, () => {
    log.info({ resources: registry.size() }, 'the first picture is there: what changes is told from here on');
  });
  reportPlatform(report, configuredKinds(config.systems), clock);
  const metrics = new Metrics();
  const tracing = await openTracing(config, log);
  const countLook: typeof metrics.looked = (...look) => {
    metrics.looked(...look);
    tracing?.looked(...look);
  };
  const running = createSources(config.systems, { report, clock, log, countLook });
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
    tracer: tracing,
    mode: ServerMode.LIVE,
    recording: () => null,
  });
  const around = startAround(config, { registry, clock, log, metrics });
  for (const source of running) source.start();
  const callOff = openInTime(registry, clock, (late) => {
    log.warn({ late }, 'the first picture is not complete: what these show is added when it comes');
  });
  return {
    url: server.url,
    registry,
    resettle: scoped.resettle.bind(scoped),
    stop: async (isHurried) => {
      callOff();
      await server.stop(isHurried);
      await Promise.all([around.stop(), tracing?.stop(), ...running.map((source) => source.stop())]);
      scoped.stop();
      registry.stop();
    },
  };
}

export interface ReplayOptions {
  readonly speed: number;
  readonly isLooping: boolean;
  /** What its time is made of; the machine's unless told. */
  readonly base?: Clock;
}

/** Plays a recording in the place of sources; everything else is the same. */
export async function replay(
  config: Config,
  recording: Recording,
  { speed, isLooping, base = systemClock }: ReplayOptions,
  log: Logger,
): Promise<RunningVitals> {
  const clock = new VirtualClock(base, speed);
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
  const player = new Player(recording, clock, report, { isLooping, onEnd, onDefect });
  player.begin();
  registry.open();
  const named = () => title;
  const replayed = { running: [], metrics: new Metrics(), tracer: null, mode: ServerMode.REPLAY, recording: named };
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
