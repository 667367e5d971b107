import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..', '..');
const PATIENCE = 10_000;
/** A picture of 150,000 pods takes a fraction of it. */
const PICTURE_WITHIN = 150_000;

/** A program that watches the cluster, from its start to its end. */
export class Watcher {
  private readonly begun = performance.now();
  private readonly listeners = new Set<(line: string, at: number) => void>();
  private readonly ended: Promise<unknown>;
  private last = '';

  private constructor(readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
    for (const input of [child.stdout, child.stderr]) {
      if (input === null) throw new Error('its output cannot be read');
      createInterface({ input }).on('line', (line) => {
        const at = performance.now();
        this.last = line;
        for (const listener of this.listeners) listener(line, at);
      });
    }
  }

  static start(command: readonly string[]): Watcher {
    const [program = '', ...args] = command;
    const env = { ...process.env, NODE_ENV: 'production' };
    return new Watcher(spawn(program, args, { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'pipe', 'ipc'] }));
  }

  /** @param within milliseconds. @throws Error when it does not come or the program ends before it does */
  line(pattern: RegExp, within = PICTURE_WITHIN): Promise<{ readonly match: RegExpExecArray; readonly took: number }> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(late);
        this.listeners.delete(listen);
      };
      const listen = (line: string, at: number): void => {
        const match = pattern.exec(line);
        if (match === null) return;
        end();
        resolve({ match, took: at - this.begun });
      };
      const fail = (why: string): void => {
        end();
        reject(
          new Error(`${this.child.spawnargs.join(' ')}: ${why}; the last that it said: ${this.last.slice(0, 500)}`),
        );
      };
      const late = setTimeout(() => {
        fail(`no ${pattern.source} within ${within} ms`);
      }, within);
      this.listeners.add(listen);
      void this.ended.then(() => {
        fail('it has ended');
      });
    });
  }

  /** Calls back with each line until it is told to stop. */
  onLine(listener: (line: string, at: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Asks the probe in it. */
  async ask<T>(question: 'heap' | 'delay'): Promise<T> {
    const answered = once(this.child, 'message', { signal: AbortSignal.timeout(60_000) });
    this.child.send(question);
    const [answer] = (await answered) as [T];
    return answer;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE);
    await this.ended;
    clearTimeout(late);
  }
}

/** The built program with a probe in it, watching one cluster. */
export async function startVitals(folder: string, kubeconfig: string): Promise<Watcher> {
  const file = join(folder, 'vitals.yaml');
  await writeFile(file, `kubernetes: [{ name: prod, kubeconfig: ${kubeconfig} }]\n`);
  const probe = join(import.meta.dirname, 'probe.mjs');
  const program = [join(ROOT, 'dist', 'cli.js'), 'serve', '--port', '0', '--config', file];
  return Watcher.start([process.execPath, '--expose-gc', '--import', probe, ...program]);
}

/** It listens, and has begun to list. */
export const WATCHES = /(http:\/\/[\d.]+:\d+)\/graphiql/;
export const FIRST_PICTURE = /the first picture is there/;
