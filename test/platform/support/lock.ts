import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { identify, isRunning } from './process-table.js';

/** Beside the folder, because taking that away is one of the things the lock is held for. */
function lockFile(folder: string): string {
  return `${folder}.lock`;
}

function holder(file: string): number | undefined {
  try {
    const [pid, startTime] = readFileSync(file, 'utf8').split(' ').map(Number);
    return pid !== undefined && startTime !== undefined && isRunning({ pid, startTime }) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a second `up`, `down` or `build` of a folder out; the lock of a killed run counts for nothing. Answers how to let go. */
export async function holdLock(folder: string): Promise<() => Promise<void>> {
  const file = lockFile(folder);
  await mkdir(dirname(file), { recursive: true });
  const other = holder(file);
  if (other !== undefined) throw new Error(`process ${other} is at work on ${folder}`);
  await rm(file, { force: true });
  await writeFile(file, `${process.pid} ${identify(process.pid)?.startTime ?? 0}`, { flag: 'wx' });
  return () => rm(file, { force: true });
}
