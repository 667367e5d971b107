import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning, type ProcessIdentity, sendSignal, treeOf } from './process-table.js';
import { waitUntilNothingMissing } from './wait.js';

export interface LaunchOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const LOG_TAIL_BYTES = 4_000;

/**
 * The long-running processes of the platform: `<name>.pid` holds pid and start time, `<name>.log` what it said.
 * A later run finds by them what an earlier one left behind.
 */
export class ProcessBook {
  private readonly folder: string;

  constructor(stateFolder: string) {
    this.folder = join(stateFolder, 'processes');
  }

  /** Starts a process that outlives this one; returns once it is in the book. */
  async launch(name: string, command: readonly string[], options: LaunchOptions): Promise<void> {
    if (this.find(name) !== undefined) throw new Error(`${name} runs already`);
    rmSync(this.pidFile(name), { force: true });
    mkdirSync(this.folder, { recursive: true });
    const log = openSync(this.logFile(name), 'a');
    // The child writes its own pid file before it becomes the program: a harness killed at any moment leaves
    // either no process or one that is in the book. Its name is `sh` there, so that field 22 is really field 22.
    const record = 'cut -d" " -f1,22 "/proc/$$/stat" >"$0" && exec "$@"';
    const child = spawn('sh', ['-c', record, this.pidFile(name), ...command], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', log, log],
      detached: true,
    });
    child.unref();
    closeSync(log);
    await new Promise((resolve, reject) => child.on('spawn', resolve).on('error', reject));
    await waitUntilNothingMissing(
      `start of ${name}`,
      () => (this.recorded(name) === undefined ? 'no pid file' : undefined),
      { within: 5_000, every: 10 },
    );
  }

  /** The process under this name if it is the one that was started and still runs. */
  find(name: string): ProcessIdentity | undefined {
    const identity = this.recorded(name);
    return identity !== undefined && isRunning(identity) ? identity : undefined;
  }

  names(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((file) => file.endsWith('.pid'))
      .map((file) => file.slice(0, -'.pid'.length));
  }

  /** Signals the process and all its descendants, so that a stopped server does not go on through its workers. */
  signal(name: string, signal: NodeJS.Signals): void {
    const identity = this.find(name);
    if (identity === undefined) throw new Error(`${name} is not running`);
    for (const pid of treeOf(identity.pid)) sendSignal(pid, signal);
  }

  /** Ends the process: `signal`, then after `patience` ms SIGKILL; what it started goes with it. Forgets it. */
  async end(name: string, patience: number, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const identity = this.find(name);
    if (identity !== undefined) {
      const family = treeOf(identity.pid).flatMap((pid) => identify(pid) ?? []);
      // A stopped process does not see the signal that asks it to end.
      for (const member of family) sendSignal(member.pid, 'SIGCONT');
      sendSignal(identity.pid, signal);
      await this.waitForEnd(name, identity, patience).catch(() => {
        sendSignal(identity.pid, 'SIGKILL');
      });
      for (const orphan of family.filter(isRunning)) sendSignal(orphan.pid, 'SIGKILL');
      await this.waitForEnd(name, identity, 5_000);
    }
    rmSync(this.pidFile(name), { force: true });
  }

  /** All that the process has said. */
  log(name: string): string {
    return existsSync(this.logFile(name)) ? readFileSync(this.logFile(name), 'utf8') : '';
  }

  /** The end of what the process said. */
  logTail(name: string): string {
    const file = this.logFile(name);
    if (!existsSync(file)) return '';
    const size = statSync(file).size;
    const buffer = Buffer.alloc(Math.min(size, LOG_TAIL_BYTES));
    const descriptor = openSync(file, 'r');
    readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    closeSync(descriptor);
    return buffer.toString('utf8');
  }

  private recorded(name: string): ProcessIdentity | undefined {
    if (!existsSync(this.pidFile(name))) return undefined;
    const [, pid, startTime] = /^(\d+) (\d+)\n$/.exec(readFileSync(this.pidFile(name), 'utf8')) ?? [];
    return pid === undefined ? undefined : { pid: Number(pid), startTime: Number(startTime) };
  }

  private async waitForEnd(name: string, identity: ProcessIdentity, within: number): Promise<void> {
    await waitUntilNothingMissing(`end of ${name}`, () => (isRunning(identity) ? 'still running' : undefined), {
      within,
      every: 50,
    });
  }

  private pidFile(name: string): string {
    return join(this.folder, `${name}.pid`);
  }

  private logFile(name: string): string {
    return join(this.folder, `${name}.log`);
  }
}
