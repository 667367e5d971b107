import { spawn } from 'node:child_process';
import { down, openPlatform, up } from './lifecycle.js';
import { complain } from './support/complain.js';
import { abortWhenInterrupted } from './support/interruption.js';
import { type Platform } from './support/platform.js';

/** Runs a command inside the namespace of the platform, and answers with its exit code. */
export type RunInside = (command: readonly string[]) => Promise<number>;

/**
 * Brings the platform up if it is not, runs a command inside its namespace, and takes down what it brought up. Its exit
 * code becomes this process's own.
 */
export async function runInsidePlatform(
  command: readonly string[],
  /** Done before that, where the registries are: within the namespace nothing else is in reach. */
  prepare: (platform: Platform) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await withPlatform(async (runInside, platform) => {
    await prepare(platform);
    process.exitCode = await runInside(command);
  });
}

/** The same for several commands. What goes wrong is said, and is this process's exit code. */
export async function withPlatform(
  work: (runInside: RunInside, platform: Platform, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const platform = openPlatform();
  const stop = new AbortController();
  abortWhenInterrupted(stop);
  try {
    const isOurs = await up(platform, console.log, stop.signal);
    try {
      await work((command) => exitCodeOf(platform, command, stop.signal), platform, stop.signal);
    } finally {
      if (isOurs) await down(platform, console.log);
    }
  } catch (error) {
    complain(error);
  }
}

async function exitCodeOf(platform: Platform, command: readonly string[], signal: AbortSignal): Promise<number> {
  const [program = '', ...args] = platform.inNamespace(command);
  const child = spawn(program, args, { stdio: 'inherit', signal });
  // Not `once`: that fails as soon as the child is told to end, and it has to have ended.
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.on('error', () => undefined);
  return (await closed) ?? 1;
}
