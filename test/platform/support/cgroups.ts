import { existsSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sendSignal } from './process-table.js';
import { waitUntilNothingMissing } from './wait.js';

const ROOT = '/sys/fs/cgroup';

/** One folder on version 2; one for each controller on version 1. */
function hierarchies(): string[] {
  if (existsSync(join(ROOT, 'cgroup.controllers'))) return [ROOT];
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, entry.name, 'cgroup.procs')))
    .map((entry) => join(ROOT, entry.name));
}

/** The cgroup in every hierarchy, whether or not it exists there. */
function foldersOf(name: string): string[] {
  return hierarchies().map((hierarchy) => join(hierarchy, name));
}

export function existingCgroups(name: string): string[] {
  return foldersOf(name).filter((folder) => existsSync(folder));
}

export async function createCgroup(name: string): Promise<void> {
  for (const folder of foldersOf(name)) {
    await mkdir(folder, { recursive: true });
    if (basename(dirname(folder)) === 'cpuset') copyCpuset(dirname(folder), folder);
    if (dirname(folder) === ROOT) enableControllers(folder);
  }
}

/** A version 1 cpuset begins empty, and nothing can run in it then. */
function copyCpuset(parent: string, folder: string): void {
  for (const file of ['cpuset.cpus', 'cpuset.mems'])
    writeFileSync(join(folder, file), readFileSync(join(parent, file)));
}

/** Version 2 hands a controller down one level at a time. */
function enableControllers(folder: string): void {
  const controllers = readFileSync(join(ROOT, 'cgroup.controllers'), 'utf8').trim().split(' ');
  const enable = controllers.map((controller) => `+${controller}`).join(' ');
  for (const level of [ROOT, folder]) writeFileSync(join(level, 'cgroup.subtree_control'), enable);
}

/** Inner ones first; none of a folder that is not there, or goes meanwhile. */
function descendants(folder: string): string[] {
  let children: string[];
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    children = entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
  return [...children.flatMap((child) => descendants(child)), folder];
}

function pidsIn(name: string): number[] {
  const folders = foldersOf(name).flatMap((folder) => descendants(folder));
  const pids = folders.flatMap((folder) => {
    try {
      return readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  });
  return [...new Set(pids)].filter((pid) => pid > 0);
}

/** Kills whatever runs in the cgroup and removes it: everything in it was started by its owner. */
export async function destroyCgroup(name: string): Promise<void> {
  await waitUntilNothingMissing(
    `removal of cgroup ${name}`,
    () => {
      for (const pid of pidsIn(name)) sendSignal(pid, 'SIGKILL');
      for (const folder of foldersOf(name).flatMap((root) => descendants(root))) {
        try {
          rmdirSync(folder);
        } catch (error) {
          // Its processes may take a moment to go, and an empty one may be removed by its owner first.
          if (!['EBUSY', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
        }
      }
      return existingCgroups(name).length === 0 ? undefined : existingCgroups(name).join(', ');
    },
    { within: 10_000, every: 100 },
  );
}
