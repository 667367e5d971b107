import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Answer, Order } from './orders.js';

/** A server in a process of its own, which has said where it listens. */
export interface Served {
  readonly name: string;
  readonly url: string;
  /** Has it do something that it knows by that name (see `orders.ts`), and waits for the answer. */
  ask<T>(order: string, argument?: unknown): Promise<T>;
  stop(): Promise<void>;
}

const STARTS_WITHIN = 120_000;
const ANSWERS_WITHIN = 180_000;

/** What Node is given to serve so many pods, of which so many change each second. */
export function podServer(pods: number, namespaces: number, changes = 0): readonly string[] {
  const program = join(import.meta.dirname, 'vitals-server.main.ts');
  return ['--import', 'tsx', program, String(pods), String(namespaces), String(changes)];
}

/** Starts a program whose first line of output is its URL. */
export async function start(name: string, command: readonly string[], cwd: string): Promise<Served> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'inherit', 'ipc'], serialization: 'advanced', env: { ...process.env, NODE_ENV: 'production' } }); // prettier-ignore
  try {
    return { name, url: await firstLineOf(name, child), ask: asker(name, child), stop: () => end(child) };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** @throws Error when it ends before, or takes too long */
async function firstLineOf(name: string, child: ChildProcess): Promise<string> {
  const signal = AbortSignal.timeout(STARTS_WITHIN);
  const said = once(createInterface({ input: child.stdout as Readable }), 'line', { signal });
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error(`${name} ended before it said where it listens`);
  });
  const [line] = (await Promise.race([said, ended])) as [string];
  return line;
}

function asker(name: string, child: ChildProcess): Served['ask'] {
  let asked = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });
  child.on('exit', () => {
    for (const tell of waiting.values()) tell({ number: 0, failure: 'it ended' });
  });
  return <T>(order: string, argument?: unknown) =>
    new Promise<T>((resolve, reject) => {
      const number = (asked += 1);
      const late = setTimeout(() => {
        waiting.delete(number);
        reject(new Error(`${name}: ${order} takes too long`));
      }, ANSWERS_WITHIN);
      waiting.set(number, ({ result, failure }) => {
        clearTimeout(late);
        if (failure === undefined) resolve(result as T);
        else reject(new Error(`${name}: ${order}: ${failure}`));
      });
      child.send({ number, order, argument } satisfies Order, (error) => {
        if (error !== null) waiting.get(number)?.({ number, failure: error.message });
      });
    });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

/** The output of a program that ends by itself, within so many milliseconds. */
export async function outputOf(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  within: number,
): Promise<string> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: within, env: { ...process.env, ...environment } }); // prettier-ignore
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
  return Buffer.concat(parts).toString();
}
