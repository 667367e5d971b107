import { readdirSync, readFileSync } from 'node:fs';

/** A process as it cannot be mistaken for another: pids are reused, (pid, start time) is not while the machine is up. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks after boot, field 22 of /proc/PID/stat. */
  readonly startTime: number;
}

interface ProcessStat {
  readonly state: string;
  readonly parent: number;
  readonly startTime: number;
}

function statOf(pid: number): ProcessStat | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the name in parentheses and may itself hold spaces and parentheses.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', parent: Number(fields[1]), startTime: Number(fields[19]) };
}

export function identify(pid: number): ProcessIdentity | undefined {
  const startTime = statOf(pid)?.startTime;
  return startTime === undefined ? undefined : { pid, startTime };
}

/** A zombie has ended: it only waits for its parent to notice. */
export function isRunning(identity: ProcessIdentity): boolean {
  const stat = statOf(identity.pid);
  return stat?.startTime === identity.startTime && stat.state !== 'Z';
}

/** By SIGSTOP: it is there, and does nothing. */
export function isStopped(pid: number): boolean {
  return statOf(pid)?.state === 'T';
}

export function allPids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The process and all that descend from it, parents first. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of allPids()) {
    const parent = statOf(pid)?.parent;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** Resident memory in bytes; 0 once the process is gone. */
export function residentBytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

export function commandLineOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Sends a signal; a process that is already gone is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
