import { spawnSync } from 'node:child_process';
import { Command, InvalidArgumentError } from 'commander';
import { untilEvident } from './faults/fault.js';
import { faultNamed, faults } from './faults/index.js';
import { build, down, openPlatform, status, up } from './lifecycle.js';
import { complain } from './support/complain.js';
import { abortWhenInterrupted } from './support/interruption.js';

const platform = openPlatform();
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows)
    say(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

async function printStatus(): Promise<void> {
  const reports = await status(platform);
  const rows = reports.map(({ name, pid, residentBytes, missing }) => [
    name,
    pid?.toString() ?? '-',
    pid === undefined ? '-' : `${(residentBytes / 1024 ** 2).toFixed(0)} MiB`,
    missing?.split('\n')[0] ?? 'ready',
  ]);
  table([['COMPONENT', 'PID', 'MEMORY', 'STATE'], ...rows]);
  if (reports.some((report) => report.missing !== undefined)) process.exitCode = 1;
}

/** An interrupted `up` takes down what it started. */
async function interruptibleUp(): Promise<void> {
  const interrupted = new AbortController();
  abortWhenInterrupted(interrupted);
  await up(platform, say, interrupted.signal);
}

function execute(command: readonly string[]): void {
  const [program = '', ...args] = platform.inNamespace(command);
  const env = { ...process.env, KUBECONFIG: platform.adminKubeconfig };
  process.exitCode = spawnSync(program, args, { stdio: 'inherit', env }).status ?? 1;
}

/** Milliseconds: the slowest, a kubelet's sample of a volume, takes half of it. */
const EVIDENT_WITHIN = 60_000;

async function changeFault(name: string, verb: 'inject' | 'repair'): Promise<void> {
  const fault = faultNamed(name);
  const begin = Date.now();
  await fault[verb](platform);
  const wanted = verb === 'inject';
  await untilEvident(fault, platform, wanted, { within: EVIDENT_WITHIN, every: 500 });
  const word = wanted ? 'evident' : 'gone';
  say(`${name}: ${fault.evident === undefined ? 'done' : word} after ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}

function scale({ pods }: { readonly pods: number }): void {
  const begin = Date.now();
  execute([process.execPath, ...process.execArgv, platform.source('fleet.main.ts'), String(pods)]);
  if (process.exitCode === 0) say(`${pods} pods in the fleet after ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number is needed');
}

function printFaults(): void {
  table(faults.map(({ name, describe }) => [name, describe]));
}

const program = new Command('platform')
  .description('The real systems that Vitals is tried against, on this machine.')
  .enablePositionalOptions();
program
  .command('build')
  .description('install and build what is missing')
  .action(() => build(platform, say));
program.command('up').description('start everything').action(interruptibleUp);
program
  .command('down')
  .description('stop everything and leave nothing behind')
  .action(() => down(platform, say));
program.command('status').description('what runs; exit code 1 unless all is ready').action(printStatus);
program
  .command('fault <name>')
  .description('break something and wait until the system itself shows it')
  .action((name: string) => changeFault(name, 'inject'));
program
  .command('repair <name>')
  .description('make it well again and wait until the system itself shows it')
  .action((name: string) => changeFault(name, 'repair'));
program.command('faults').description('what can be broken').action(printFaults);
program
  .command('scale')
  .description('make the fleet of fake pods this large; 0 removes it')
  .requiredOption('--pods <number>', 'how many', wholeNumber)
  .action(scale);
program
  .command('restart <component>')
  .description('stop one component and start it again')
  .action((name: string) => platform.restart(name));
program
  .command('exec <command...>')
  .description('run a command in the network namespace, with KUBECONFIG of the administrator')
  .passThroughOptions()
  .allowUnknownOption()
  .action(execute);

try {
  await program.parseAsync();
} catch (error) {
  complain(error);
}
