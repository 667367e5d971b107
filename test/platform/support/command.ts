import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly stdin?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the command is killed and the call fails; a minute unless told. */
  readonly timeout?: number;
  /** Show the command's output as it comes instead of keeping it: for builds. */
  readonly show?: boolean;
}

/** What a finished command left; `output` is its standard output, complete. */
export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
  readonly errorOutput: string;
}

const DEFAULT_TIMEOUT = 60_000;
const SHOWN_ERROR_CHARACTERS = 2_000;

/** It did not end in time, which says nothing of what it would have said. */
export class CommandTooLate extends Error {}

/** Runs a command to its end and answers with whatever it did; fails only if it cannot start or takes too long. */
export function tryRun(command: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [program = '', ...args] = command;
  const timeout = options.timeout ?? DEFAULT_TIMEOUT;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['pipe', options.show === true ? 'inherit' : 'pipe', options.show === true ? 'inherit' : 'pipe'],
      env: { ...process.env, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let output = '';
    let errorOutput = '';
    const deadline = setTimeout(() => {
      child.kill('SIGKILL');
      // Not once it is closed: what it started may hold its output open.
      reject(new CommandTooLate(`${command.join(' ')}: not done within ${timeout} ms`));
    }, timeout);
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errorOutput += chunk));
    // A command that ends without reading its input breaks the pipe; its exit code tells the story.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.stdin ?? '');
    child.on('error', (error) => {
      clearTimeout(deadline);
      reject(new Error(`cannot run ${program}: ${error.message}`));
    });
    child.on('close', (code) => {
      clearTimeout(deadline);
      resolve({ exitCode: code ?? 1, output, errorOutput });
    });
  });
}

/** Runs a command and answers with its standard output; a non-zero exit code is an error that shows the end of its complaint. */
export async function run(command: readonly string[], options: CommandOptions = {}): Promise<string> {
  const result = await tryRun(command, options);
  if (result.exitCode === 0) return result.output;
  const complaint = (result.errorOutput || result.output).trim().slice(-SHOWN_ERROR_CHARACTERS);
  throw new Error(`${command.join(' ')}: exit code ${result.exitCode}\n${complaint}`);
}
