import { type Command, InvalidArgumentError } from 'commander';
import type { Logger } from 'pino';
import { refuseOpenDoor } from '../access.js';
import { type Config, DEFAULT_SERVER } from '../config/config.js';
import { ConfigurationError } from '../config/configuration-error.js';
import { pastIgnores } from '../config/past-ignores.js';
import { reloadOnChange } from '../config/reload.js';
import { configured } from '../configured.js';
import { type RunningVitals, replay, serve } from '../main.js';
import { isOwnDescriptor } from '../model/bounded-file.js';
import { systemClock } from '../model/clock.js';
import { type Milliseconds, SECOND } from '../model/time.js';
import { defaultRecording } from '../recording/default-recording.js';
import { readRecording } from '../recording/recording.js';
import { rehearsal } from '../rehearsal.js';
import { helpText } from './help.js';

/** Within which everything has to have stopped. */
const STOP_DEADLINE: Milliseconds = 9 * SECOND;

const HELP = helpText({
  exitCodes: [
    [0, 'ended by SIGTERM, or SIGINT (Ctrl-C)'],
    [1, 'a defect of Vitals, which the log tells; or a second signal; or it did not stop in time'],
    [2, 'what you can mend: a configuration, a recording, a port in use'],
  ],
  examples: [
    ['vitals', 'replay the built-in recording'],
    ['vitals serve --config vitals.yaml', 'watch what is configured'],
    ['vitals serve --replay incident.vitals.gz --speed 10', 'see an incident again, ten times as fast'],
  ],
});

interface ServeOptions {
  readonly config?: string;
  readonly host?: string;
  readonly port?: string;
  readonly replay?: string;
  readonly speed: number;
  readonly loop: boolean;
  readonly insecure: boolean;
}

/** Adds `vitals serve`, which is what happens where no command is named. */
export function addServe(program: Command, log: Logger): void {
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
    .addHelpText('after', HELP)
    // It is the default: a word that is no command arrives here as an argument.
    .allowExcessArguments()
    .action(async (options: ServeOptions, { args: [unknown] }: Command) => {
      const known = program.commands.map((command) => command.name()).join(', ');
      if (unknown !== undefined) throw new ConfigurationError(`there is no command "${unknown}"; there are ${known}`);
      const starting = start(options, log);
      // From here on, so that nobody who reads that it listens is too early to end it.
      stopOnSignals(starting, log);
      await starting;
    });
}

async function start(options: ServeOptions, log: Logger): Promise<RunningVitals> {
  if (options.config !== undefined && options.replay !== undefined) {
    throw new ConfigurationError('--config and --replay: choose one');
  }
  if (options.config !== undefined) return watch(options.config, options, log);
  const config = configured(undefined, options);
  refuseOpenDoor(config.server, options.insecure);
  const recording = await readRecording(options.replay ?? defaultRecording(), rehearsal());
  const isLooping = options.loop || options.replay === undefined;
  const vitals = await replay(config, recording, { speed: options.speed, isLooping }, log);
  const why = options.replay === undefined ? 'Nothing is configured (--config): replaying' : 'Replaying';
  log.info(`${why} "${recording.header.title}"; ${vitals.url}/ and ${vitals.url}/graphiql`);
  return vitals;
}

async function watch(path: string, options: ServeOptions, log: Logger): Promise<RunningVitals> {
  const read = (): Config => configured(path, options);
  const started = read();
  refuseOpenDoor(started.server, options.insecure);
  for (const past of pastIgnores(started.limits, systemClock.now())) log.warn(past);
  const vitals = await serve(started, log);
  const take = vitals.resettle.bind(vitals);
  // What came through a descriptor came once. To read it again may wait for a line of the terminal, and all else would wait with it.
  const endReload = isOwnDescriptor(path) ? () => undefined : reloadOnChange(path, { started, read, take, log });
  log.info(`Vitals watches; ${vitals.url}/ and ${vitals.url}/graphiql`);
  return {
    ...vitals,
    stop: (isHurried) => {
      endReload();
      return vitals.stop(isHurried);
    },
  };
}

function parseSpeed(text: string): number {
  const speed = Number(text);
  if (speed > 0 && speed <= 1_000) return speed;
  throw new InvalidArgumentError('It is a number above 0, up to 1000.');
}

/** A second signal does not wait, and nobody waits for what does not stop. */
function stopOnSignals(starting: Promise<RunningVitals>, log: Logger): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => {
      log.error(`stopping took longer than ${STOP_DEADLINE / SECOND} s`);
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
