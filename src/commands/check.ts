import { type Command, Option } from 'commander';
import { type Logger, pino } from 'pino';
import { tableOf } from '../check-report.js';
import { check } from '../check.js';
import { pastIgnores } from '../config/past-ignores.js';
import { configured, environment } from '../configured.js';
import { systemClock } from '../model/clock.js';
import { SECOND } from '../model/time.js';
import { COLOURED, PLAIN } from '../watch/text.js';
import { isColoured } from './colours.js';
import { helpText } from './help.js';
import { timeOption } from './options.js';
import { withProgress } from './progress.js';

const HELP = helpText({
  more: 'After a first picture it looks for up to 25 s more: what is wrong has to last a while before it counts.',
  exitCodes: [
    [0, 'healthy'],
    [1, 'something is degraded; or, without a table, a defect of Vitals, which the log tells'],
    [2, 'the platform is unhealthy; or what you can mend: the configuration is not valid, which is said in one line'],
    [3, 'it cannot tell: some system was not seen in time, or does not let Vitals in'],
  ],
  examples: [
    ['vitals check --config vitals.yaml', 'a table, and below it what is wrong and what is not seen'],
    ["vitals check --config vitals.yaml --output json | jq '.systems[].findings'", 'for programs'],
  ],
});

interface CheckOptions {
  readonly config: string;
  readonly timeout: number;
  readonly output: 'table' | 'json';
}

/** Adds `vitals check`. */
export function addCheck(program: Command, log: Logger): void {
  program
    .command('check')
    .description('connect to every source once and say what is seen')
    .requiredOption('--config <file>', 'what to look at (YAML)')
    .addOption(timeOption('--timeout <time>', 'how long to wait for a first picture', 30 * SECOND))
    .addOption(new Option('--output <how>', 'a table, or JSON').choices(['table', 'json']).default('table'))
    .addHelpText('after', HELP)
    .action(async ({ config, timeout, output }: CheckOptions) => {
      // What goes wrong stands in the table: the log would say it a second time.
      const quiet = environment('LOG_LEVEL') === undefined ? pino({ level: 'silent' }) : log;
      const read = configured(config, {});
      const { stdout, stderr } = process;
      // Beside the table, which programs read.
      for (const past of pastIgnores(read.limits, systemClock.now())) stderr.write(`vitals: ${past}\n`);
      const report = await withProgress(
        stderr,
        `looking at ${read.systems.length} systems`,
        check(read, timeout, quiet),
      );
      const text = output === 'json' ? JSON.stringify(report, null, 2) : tableOf(report, isColoured(stdout) ? COLOURED : PLAIN); // prettier-ignore
      await new Promise<void>((resolve) =>
        stdout.write(`${text}\n`, () => {
          resolve();
        }),
      );
      process.exit(report.outcome);
    });
}
