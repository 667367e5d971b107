import { unwatchFile, watchFile } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { LimitSettings } from '../registry/limit-book.js';
import { systemClock } from '../model/clock.js';
import { SECOND } from '../model/time.js';
import type { Config } from './config.js';
import { ConfigurationError } from './configuration-error.js';
import type { Secret } from './fields.js';
import { pastIgnores } from './past-ignores.js';

/** The file is looked at, not listened to: a ConfigMap's file changes by a link far above it. */
const LOOK_INTERVAL = 2 * SECOND;

/**
 * Takes up limits, ignores, critical members, runbooks and teams when the file changes. One that is not valid changes nothing; servers and
 * systems wait for the next start, and both are said in the log. Returns how to stop.
 */
export function reloadOnChange(
  path: string,
  {
    started,
    read,
    take,
    log,
    interval = LOOK_INTERVAL,
  }: {
    /** What the program was started with. */
    readonly started: Config;
    /** Reads the file. @throws ConfigurationError */
    readonly read: () => Config;
    readonly take: (limits: LimitSettings) => void;
    readonly log: Logger;
    /** Milliseconds between two looks. */
    readonly interval?: number;
  },
): () => void {
  let limits = started.limits;
  const atStart = restOf(started);
  const takeUp = (next: Config): void => {
    if (restOf(next) !== atStart)
      log.warn('the configuration changed: all but limits and what goes with them takes effect at the next start');
    if (isDeepStrictEqual(next.limits, limits)) return;
    take(next.limits);
    limits = next.limits;
    log.info('limits, ignores, critical members, runbooks and teams of the changed configuration are in force');
    for (const past of pastIgnores(limits, systemClock.now())) log.warn(past);
  };
  // Called by a timer, with nobody above it: what it throws would end the program that is to stay up.
  const look = (): void => {
    try {
      takeUp(read());
    } catch (error) {
      if (error instanceof ConfigurationError)
        log.error(`the configuration changed and is not valid, so the former one stays in force: ${error.message}`);
      else log.error({ err: error }, 'the changed configuration could not be taken up');
    }
  };
  watchFile(path, { interval, persistent: false }, look);
  return () => {
    unwatchFile(path, look);
  };
}

/**
 * All of it but limits, to be compared: as a text, since no function is equal to another one, and not every Node tells two URLs
 * apart. A secret in a file counts by its path: it is read at each use.
 */
function restOf(config: Config): string {
  return JSON.stringify({ ...config, limits: null }, (_, value: unknown) => (isInPlace(value) ? value.read() : value));
}

function isInPlace(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && 'read' in value && 'file' in value && value.file === null;
}
