#!/usr/bin/env node
import 'reflect-metadata';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { printSchema, lexicographicSortSchema } from 'graphql';
import { pino } from 'pino';
import { refuseOpenDoor } from './access.js';
import { tableOf } from './check-report.js';
import { check } from './check.js';
import { type Config, DEFAULT_SERVER, NO_CONFIG } from './config/config.js';
import { ConfigurationError } from './config/configuration-error.js';
import { loadConfig } from './config/load.js';
import { pastIgnores } from './config/past-ignores.js';
import { systemClock } from './model/clock.js';
import { reloadOnChange } from './config/reload.js';
import { LogOutput } from './log-output.js';
import { type RunningVitals, replay, serve } from './main.js';
import { parseDuration } from './model/duration.js';
import { VERSION } from './package.js';
import { defaultRecording } from './recording/default-recording.js';
import { RecordingError, readRecording } from './recording/recording.js';
import { record } from './record.js';
import { rehearsal } from './rehearsal.js';
import { buildVitalsSchema } from './resolvers/schema.js';
import { signalsPage } from './signals-page.js';
import { catalogue, sources } from './sources/index.js';
import { addWatch } from './watch/command.js';

/** Exit code for what the caller can mend: configuration, files, a port in use. */
const USAGE = 2;

/** Milliseconds in which everything has to have stopped. */
const STOP_DEADLINE = 9_000;

interface ServeOptions {
  readonly config?: string;
  readonly host?: string;
  readonly port?: string;
  readonly replay?: string;
  readonly speed: number;
  readonly loop: boolean;
  readonly insecure: boolean;
}

const log = pino({ level: logLevel() }, new LogOutput(2));

const program = new Command('vitals')
  .description('One GraphQL endpoint that knows whether a data platform on Kubernetes is well, and why not.')
  .version(VERSION)
  .exitOverride();

program
  .command('serve', { isDefault: true })
  .description('watch what is configured, or replay a recording, and serve GraphQL')
  .option('--config <file>', 'what to watch (YAML); without it the built-in recording is replayed')
  .option('--host <address>', `address to listen on (default ${DEFAULT_SERVER.host}, or VITALS_HOST)`)
  .option('--port <number>', `port to listen on (default ${DEFAULT_SERVER.port}, or PORT)`)
  .option('--replay <file>', 'replay this recording')
  .option('--speed <factor>', 'how many times as fast to replay', parseSpeed, 1)
  .option('--insecure', 'let everybody in, on an address that other machines reach', false)
  .option('--loop', 'begin again at the end of the recording', false)
  // It is the default: a word that is no command arrives here as an argument.
  .allowExcessArguments()
  .action(async (options: ServeOptions, { args: [unknown] }: Command) => {
    const known = program.commands.map((command) => command.name()).join(', ');
    if (unknown !== undefined) throw new ConfigurationError(`there is no command "${unknown}"; there are ${known}`);
    const starting = start(options);
    // From here on, so that nobody who reads that it listens is too early to end it.
    stopOnSignals(starting);
    await starting;
  });

program
  .command('check')
  .description(
    'connect to every source once and say what is seen, after a first picture and up to 15s more, in which what is wrong has ' +
      'to last before it counts: exit code 0 healthy, 1 degraded, 2 unhealthy, 3 cannot tell; ' +
      'a configuration that is not valid is 2, as for all commands, and said in one line',
  )
  .requiredOption('--config <file>', 'what to look at (YAML)')
  .option('--timeout <time>', 'how long to wait for a first picture, such as 30s', parseDurationOption, 30_000)
  .option('--json', 'for programs', false)
  .action(async ({ config, timeout, json }: { config: string; timeout: number; json: boolean }) => {
    // What goes wrong stands in the table: the log would say it a second time.
    const quiet = environment('LOG_LEVEL') === undefined ? pino({ level: 'silent' }) : log;
    const read = configured(config, {});
    // Beside the table, which programs read.
    for (const past of pastIgnores(read.limits, systemClock.now())) process.stderr.write(`vitals: ${past}\n`);
    const report = await check(read, timeout, quiet);
    const text = json ? JSON.stringify(report, null, 2) : tableOf(report);
    await new Promise<void>((resolve) =>
      process.stdout.write(`${text}\n`, () => {
        resolve();
      }),
    );
    process.exit(report.outcome);
  });

addWatch(program, parseDurationOption);

program
  .command('record')
  .description('write what sources report to a file that can be replayed')
  .requiredOption('--config <file>', 'what to watch (YAML)')
  .requiredOption('--out <file>', 'where to write; an existing file is not touched')
  .option('--duration <time>', 'how long, such as 10m', parseDurationOption, 600_000)
  .option('--title <text>', 'what it shows, with versions; which sorts of systems, unless told')
  .action(
    async ({ config, out, duration, title }: { config: string; out: string; duration: number; title?: string }) => {
      await record(configured(config, {}), { out, duration, title: title ?? null }, log);
    },
  );

program
  .command('schema')
  .description('print the GraphQL schema')
  .action(() => {
    process.stdout.write(`${printSchema(lexicographicSortSchema(buildVitalsSchema()))}\n`);
  });

program
  .command('signals')
  .description('print every signal and finding with its usual limits, as Markdown')
  .action(() => {
    process.stdout.write(signalsPage());
  });

async function start(options: ServeOptions): Promise<RunningVitals> {
  if (options.config !== undefined && options.replay !== undefined) {
    throw new ConfigurationError('--config and --replay: choose one');
  }
  if (options.config !== undefined) return watch(options.config, options);
  const config = configured(undefined, options);
  refuseOpenDoor(config.server, options.insecure);
  const recording = await readRecording(options.replay ?? defaultRecording(), rehearsal());
  const isLooping = options.loop || options.replay === undefined;
  const vitals = await replay(config, recording, { speed: options.speed, isLooping }, log);
  const why = options.replay === undefined ? 'Nothing is configured (--config): replaying' : 'Replaying';
  log.info(`${why} "${recording.header.title}"; ${vitals.url}/ and ${vitals.url}/graphiql`);
  return vitals;
}

async function watch(path: string, options: ServeOptions): Promise<RunningVitals> {
  const read = (): Config => configured(path, options);
  const started = read();
  refuseOpenDoor(started.server, options.insecure);
  for (const past of pastIgnores(started.limits, systemClock.now())) log.warn(past);
  const vitals = await serve(started, log);
  const take = vitals.resettle.bind(vitals);
  const endReload = reloadOnChange(path, { started, read, take, log });
  log.info(`Vitals watches; ${vitals.url}/ and ${vitals.url}/graphiql`);
  return {
    ...vitals,
    stop: (isHurried) => {
      endReload();
      return vitals.stop(isHurried);
    },
  };
}

function configured(
  path: string | undefined,
  { host, port }: { readonly host?: string; readonly port?: string },
): Config {
  const config = path === undefined ? NO_CONFIG : loadConfig(path, process.env, sources, catalogue.rules);
  const wanted = portOf('--port', port) ?? portOf('PORT', environment('PORT'));
  const server = {
    ...config.server,
    host: host ?? environment('VITALS_HOST') ?? config.server.host,
    port: wanted ?? config.server.port,
  };
  return { ...config, server };
}

/** Asked for before anything else is: nothing above could say it in one line. */
function logLevel(): string {
  const level = environment('LOG_LEVEL') ?? 'info';
  const known = [...Object.keys(pino.levels.values), 'silent'];
  if (known.includes(level)) return level;
  process.stderr.write(`vitals: LOG_LEVEL: "${level}" is no level; it is one of ${known.join(', ')}\n`);
  return process.exit(USAGE);
}

/** An empty variable is as good as none. */
function environment(name: string): string | undefined {
  return process.env[name] === '' ? undefined : process.env[name];
}

function portOf(from: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new ConfigurationError(`${from}: "${text}" is no port; it is a number from 0 to 65535`);
}

function parseSpeed(text: string): number {
  const speed = Number(text);
  if (speed > 0 && speed <= 1_000) return speed;
  throw new InvalidArgumentError('It is a number above 0, up to 1000.');
}

function parseDurationOption(text: string): number {
  const duration = parseDuration(text);
  if (duration !== null && duration > 0) return duration;
  throw new InvalidArgumentError('It is a length of time such as 10m.');
}

/** A second signal does not wait, and nobody waits for what does not stop. */
function stopOnSignals(starting: Promise<RunningVitals>): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => {
      log.error(`stopping took longer than ${STOP_DEADLINE / 1_000} s`);
      process.exit(1);
    }, STOP_DEADLINE).unref();
    starting
      // Whoever balances load has to see first that it is not ready any more; who presses a key waits for nothing.
      .then((vitals) => vitals.stop(signal === 'SIGINT'))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping went wrong');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/**
 * What nobody expected leaves a state that nobody knows: it is said, and the process ends with 1. Whoever runs it starts it
 * anew, and the picture is there again within seconds; one that went on could say that all is well for ever.
 */
function endOnDefects(): void {
  process.on('uncaughtException', (error, origin) => {
    log.fatal({ err: error, origin }, 'a defect of Vitals: it ends');
    process.exit(1);
  });
}

/** One clear line for what the caller can mend; the rest is a defect and shows itself. */
function explain(error: unknown): string | null {
  if (error instanceof ConfigurationError || error instanceof RecordingError) return error.message;
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `${address ?? ''}:${port ?? ''} is in use by another program; choose another with --port`;
  if (code === 'EADDRNOTAVAIL') return `${address ?? ''} is no address of this machine; choose another with --host`;
  if (code === 'EACCES')
    return `${address ?? ''}:${port ?? ''} may not be listened on; choose a port above 1023 with --port`;
  if (code === 'ENOTFOUND') return 'that host is not known; choose an address with --host';
  return null;
}

endOnDefects();
try {
  await program.parseAsync();
} catch (error) {
  // Commander has said all there is to say; help and version are no errors.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : USAGE);
  const line = explain(error);
  if (line === null) throw error;
  process.stderr.write(`vitals: ${line}\n`);
  process.exit(USAGE);
}
