import { spawnSync } from 'node:child_process';
import { Command } from 'commander';
import { build, down, openPlatform, status, up } from './lifecycle.js';

const platform = openPlatform();
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) say(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
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
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interrupted.abort(new Error(`interrupted by ${signal}`));
    });
  }
  await up(platform, say, interrupted.signal);
}

function execute(command: readonly string[]): void {
  const [program = '', ...args] = platform.inNamespace(command);
  const env = { ...process.env, KUBECONFIG: platform.adminKubeconfig };
  process.exitCode = spawnSync(program, args, { stdio: 'inherit', env }).status ?? 1;
}

const program = new Command('platform')
  .description('The real systems that Vitals is tried against, on this machine.')
  .enablePositionalOptions();
program.command('build').description('install and build what is missing').action(() => build(platform, say));
program.command('up').description('start everything').action(interruptibleUp);
program.command('down').description('stop everything and leave nothing behind').action(() => down(platform, say));
program.command('status').description('what runs; exit code 1 unless all is ready').action(printStatus);
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
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
