import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Where the clients are. */
export const CLIENTS = join(ROOT, 'docs/clients');

/** Longest wait for anything that a program is to do: an interpreter starts in it, beside other tests. */
const PATIENCE = 30_000;

/** A program that is run as its user would run it; its token is given, or there is none. */
export class Program {
  private readonly child: ChildProcess;
  private out = '';
  private err = '';
  private readonly waiting = new Set<() => void>();
  /** Its exit code. */
  readonly ended: Promise<number | null>;

  constructor([command = '', ...args]: readonly string[], token = '') {
    const env = { ...process.env, NODE_OPTIONS: '', VITALS_TOKEN: token };
    // A group of its own, so that what it starts ends with it.
    this.child = spawn(command, args, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
      this.look();
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
      this.look();
    });
    this.ended = once(this.child, 'close', { signal: AbortSignal.timeout(2 * PATIENCE) }).then(([code]) => code as number | null); // prettier-ignore
    this.ended.catch(() => undefined);
  }

  /** All that it printed. */
  get text(): string {
    return this.out;
  }

  /** The same in lines, those that are whole. */
  get lines(): readonly string[] {
    return this.out.split('\n').slice(0, -1);
  }

  /** What it complained of. */
  get complaints(): string {
    return this.err;
  }

  /** Waits until that is true of what it printed or complained of. */
  async until(what: string, holds: () => boolean): Promise<void> {
    const late = AbortSignal.timeout(PATIENCE);
    await new Promise<void>((resolve, reject) => {
      const fail = (): void => {
        reject(new Error(`It did not come: ${what}; the end of what did: ${this.out.slice(-500)} ${this.err}`));
      };
      const check = (): void => {
        if (!holds()) return;
        this.waiting.delete(check);
        resolve();
      };
      late.addEventListener('abort', fail);
      this.child.once('close', () => {
        check();
        fail();
      });
      this.waiting.add(check);
      check();
    });
  }

  stop(): void {
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }

  private look(): void {
    for (const check of this.waiting) check();
  }
}
