import type { Command } from 'commander';
import type { Logger } from 'pino';
import { configured } from '../configured.js';
import { MINUTE } from '../model/time.js';
import { record } from '../record.js';
import { helpText } from './help.js';
import { timeOption } from './options.js';

const HELP = helpText({
  more: 'SIGINT (Ctrl-C) ends it early; what was recorded until then is kept.',
  exitCodes: [
    [0, 'recorded'],
    [1, 'a defect of Vitals, which the log tells'],
    [2, 'what you can mend: the configuration, a file that is there already; or less than was asked for is recorded, or nothing'], // prettier-ignore
  ],
  examples: [
    ['vitals record --config vitals.yaml --out incident.vitals.gz', 'ten minutes from the first picture on'],
    ['vitals serve --replay incident.vitals.gz', 'see it again'],
  ],
});

interface RecordOptions {
  readonly config: string;
  readonly out: string;
  readonly duration: number;
  readonly title?: string;
}

/** Adds `vitals record`. */
export function addRecord(program: Command, log: Logger): void {
  program
    .command('record')
    .description('write what sources report to a file that can be replayed')
    .requiredOption('--config <file>', 'what to watch (YAML)')
    .requiredOption('--out <file>', 'where to write; an existing file is not touched')
    .addOption(timeOption('--duration <time>', 'how long, from the first picture on', 10 * MINUTE))
    .option('--title <text>', 'what it shows, with versions; which sorts of systems, unless told')
    .addHelpText('after', HELP)
    .action(async ({ config, out, duration, title }: RecordOptions) => {
      await record(configured(config, {}), { out, duration, title: title ?? null }, log);
    });
}
