import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The command as it ships: `npm test` builds it beforehand. */
export const CLI = join(import.meta.dirname, '../../dist/cli.js');

export interface VitalsProcess {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** Its exit code, once it ended. */
  readonly ended: Promise<number | null>;
}

/** What any program needs; nothing that a shell says to Vitals or to Node, such as LOG_LEVEL or NODE_OPTIONS. */
const NEEDED = ['PATH', 'HOME', 'TMPDIR'];

/** Runs the real command, with these variables and no others. */
export function startVitals(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): VitalsProcess {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...Object.fromEntries(NEEDED.map((name) => [name, process.env[name]])), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, out: () => out, err: () => err, ended };
}

/** Waits for the line that says where it listens. */
export async function listeningAt({ child, err, ended }: VitalsProcess): Promise<string> {
  const url = (): string | undefined => /(https?:\/\/[^/]+)\/graphiql/.exec(err())?.[1];
  const isOver = ended.then(() => {
    throw new Error(`It ended: ${err()}`);
  });
  isOver.catch(() => undefined);
  const signal = AbortSignal.timeout(30_000);
  while (url() === undefined) {
    if (child.stderr === null) throw new Error('It says nothing.');
    await Promise.race([once(child.stderr, 'data', { signal }), isOver]);
  }
  return url() ?? '';
}
