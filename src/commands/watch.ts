import { type Command, Option } from 'commander';
import { readSecret } from '../model/bounded-file.js';
import { systemCode } from '../model/system-code.js';
import { SECOND } from '../model/time.js';
import { Refused, shownUrl } from '../watch/feed.js';
import { tame } from '../watch/text.js';
import { WatchOutcome, type WatchOutput, watch } from '../watch/watch.js';
import { isColoured } from './colours.js';
import { helpText } from './help.js';
import { USAGE, timeOption } from './options.js';

const HELP = helpText({
  more: 'Keeps going when the connection is lost: says so, with the age of what is shown, and resumes without a gap once it is back.',
  exitCodes: [
    [0, 'ended by SIGINT (Ctrl-C) or SIGTERM'],
    [2, 'what you can mend: no address, a token that is not good, no Vitals there'],
    [3, 'nobody answered within --timeout at the beginning'],
  ],
  examples: [
    ['vitals watch', 'on this machine'],
    ['VITALS_TOKEN=… vitals watch https://vitals.example.com', 'where it is asked who comes (or --token-file)'],
    [`vitals watch --output json | jq 'select(.status == "UNHEALTHY")'`, ''],
  ],
});

interface Given {
  readonly output?: WatchOutput;
  readonly tokenFile?: string;
  readonly timeout: number;
}

/** Adds `vitals watch`. */
export function addWatch(program: Command): void {
  program
    .command('watch')
    .description('watch a running Vitals in the terminal: what is wrong, worst first, live')
    .argument('[url]', 'where it is', 'http://127.0.0.1:4000')
    .addOption(
      new Option('--output <how>', 'a screen (usual on a terminal), a line a change (usual elsewhere), or a line of JSON a change').choices(['screen', 'lines', 'json']), // prettier-ignore
    )
    .option('--token-file <file>', 'holds the token; else the environment variable VITALS_TOKEN')
    .addOption(timeOption('--timeout <time>', 'how long the first connection may take', 10 * SECOND))
    .addHelpText('after', HELP)
    .action(async (url: string, { output, tokenFile, timeout }: Given) => {
      process.exit(await run(url, output ?? null, tokenFile, timeout));
    });
}

async function run(
  url: string,
  output: WatchOutput | null,
  tokenFile: string | undefined,
  timeout: number,
): Promise<number> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { ending.abort(); }); // prettier-ignore
  // Whoever reads what is written has gone: nobody watches any more.
  process.stdout.on('error', () => { ending.abort(); }); // prettier-ignore
  const { VITALS_TOKEN: fromEnvironment = '' } = process.env;
  try {
    const token = tokenFile === undefined ? fromEnvironment : readToken(tokenFile);
    const { stdout: out, stderr: err } = process;
    const own = { url, token: token === '' ? null : token, output, timeout };
    const outcome = await watch({ ...own, isColoured: isColoured(out), out, err, signal: ending.signal });
    if (outcome === WatchOutcome.NOT_REACHED)
      err.write(`vitals: nobody answered at ${shownUrl(url)} within ${timeout / SECOND} s\n`);
    return outcome;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`vitals: ${tame(error.message)}\n`);
    return USAGE;
  }
}

/** @throws Refused */
function readToken(path: string): string {
  try {
    return readSecret(path).trim();
  } catch (error) {
    throw new Refused(`${path}: cannot be read (${systemCode(error)})`);
  }
}
