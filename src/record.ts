import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Config } from './config/config.js';
import { ConfigurationError } from './config/configuration-error.js';
import { createRegistry } from './registries.js';
import { systemClock } from './model/clock.js';
import { type Milliseconds, after } from './model/time.js';
import { createSources, openWhenSynced, reportPlatform } from './observing.js';
import { VERSION } from './package.js';
import { neutralTitle } from './recording/neutral-title.js';
import { type EarlyEnd, Recorder } from './recording/recorder.js';
import { RECORDING_VERSION, RecordingError } from './recording/recording.js';
import { configuredKinds } from './sources/index.js';

interface RecordOptions {
  /** Path of the file that is made. */
  readonly out: string;
  readonly duration: Milliseconds;
  /** Null: which sorts of systems are watched. */
  readonly title: string | null;
}

const ENDS_EARLY: Readonly<Record<EarlyEnd, string>> = {
  full: 'it is as long as one may be',
  behind: 'the disk does not keep up with what is reported',
};

/** Watches what is configured and writes what sources report, for `duration` after the first picture is complete. */
export async function record(
  { systems, limits }: Config,
  { out, duration, title }: RecordOptions,
  log: Logger,
): Promise<void> {
  if (systems.length === 0)
    throw new ConfigurationError('the configuration names no system: there is nothing to record');
  const clock = systemClock;
  const registry = createRegistry(clock, limits, log);
  const configured = configuredKinds(systems);
  reportPlatform(registry.report.bind(registry), configured, clock);
  const recorder = new Recorder(out, clock, registry, {
    format: 'vitals-recording',
    version: RECORDING_VERSION,
    vitals: VERSION,
    title: title ?? neutralTitle(systems),
    configured: [...configured],
    limits: limits.overrides.map(({ where, values, ...rest }) => ({
      ...rest,
      where: { ...where },
      values: { ...values },
    })),
  });
  const ended = new AbortController();
  const end = (): void => {
    ended.abort();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const report = openWhenSynced(registry, recorder.report, systems.length, () => {
    recorder.synced();
    log.info({ resources: registry.size() }, 'recording');
    ended.signal.addEventListener('abort', clock.at(after(clock.now(), duration), end));
  });
  void recorder.cutShort.then((why) => {
    log.warn({ bytes: recorder.size }, `the recording ends here: ${ENDS_EARLY[why]}`);
    end();
  });
  let running: ReturnType<typeof createSources>;
  try {
    running = createSources(systems, { report, clock, log });
  } catch (error) {
    await discard(recorder, out);
    throw error;
  }
  for (const source of running) source.start();
  try {
    if (!ended.signal.aborted) await Promise.race([once(ended.signal, 'abort'), recorder.written]);
  } finally {
    await Promise.all(running.map((source) => source.stop()));
    registry.stop();
  }
  await conclude(recorder, out, log);
}

/** Throws where nothing was recorded, or less than was asked for. */
async function conclude(recorder: Recorder, out: string, log: Logger): Promise<void> {
  await recorder.finish();
  const { earlyEnd } = recorder;
  if (!recorder.hasPicture) {
    await rm(out);
    const why = earlyEnd === null ? '' : ` (${ENDS_EARLY[earlyEnd]})`;
    throw new RecordingError(`${out}: the first picture was not complete${why}: nothing was recorded`);
  }
  log.info({ file: out, bytes: recorder.size }, 'recorded');
  if (earlyEnd !== null)
    throw new RecordingError(`${out}: ends early, and is whole until then: ${ENDS_EARLY[earlyEnd]}`);
}

/** An empty file would be in the way of the next try. */
async function discard(recorder: Recorder, out: string): Promise<void> {
  await recorder.finish();
  await rm(out);
}
