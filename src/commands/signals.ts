import type { Command } from 'commander';
import { signalsPage } from '../signals-page.js';
import { helpText } from './help.js';

const HELP = helpText({
  exitCodes: [[0, 'printed']],
  examples: [['vitals signals > signals.md', 'what this version looks at, with its usual limits']],
});

/** Adds `vitals signals`. */
export function addSignals(program: Command): void {
  program
    .command('signals')
    .description('print every signal and finding with its usual limits, as Markdown')
    .addHelpText('after', HELP)
    .action(() => {
      process.stdout.write(signalsPage());
    });
}
