import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { down, openPlatform, up } from './lifecycle.js';

/**
 * Brings the platform up if it is not, runs a command inside its namespace, and takes down what it brought up. Its exit
 * code becomes this process's own.
 */
export async function runInsidePlatform(command: readonly string[]): Promise<void> {
  const platform = openPlatform();
  const wasUp = platform.exists();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  await up(platform, console.log, stop.signal);
  try {
    const [program = '', ...args] = platform.inNamespace(command);
    const child = spawn(program, args, { stdio: 'inherit', signal: stop.signal });
    child.on('error', () => undefined);
    const [code] = (await once(child, 'close')) as [number | null];
    process.exitCode = code ?? 1;
  } finally {
    if (!wasUp) await down(platform, console.log);
  }
}
