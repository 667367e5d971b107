import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { identify, isRunning } from './process-table.js';
import { type WaitOptions, waitUntilNothingMissing } from './wait.js';

type Release = () => Promise<void>;

/** Beside what is locked, because taking that away is one of the things the lock is held for. */
function lockFile(path: string): string {
  return `${path}.lock`;
}

/** The pid in a lock, if it is of a process that still runs. */
function holderOf(content: string): number | undefined {
  const [pid, startTime] = content.split(' ').map(Number);
  return pid !== undefined && startTime !== undefined && isRunning({ pid, startTime }) ? pid : undefined;
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether it became the lock. A link and not a new file: whoever sees a lock sees whose it is. */
async function becomes(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft);
  }
}

/** Takes away the lock of a process that has ended; one that another has put in its place meanwhile is put back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    if ((await contentOf(aside)) !== stale) await link(aside, file);
  } catch (error) {
    // Another was quicker.
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** How to let go, or the pid of who holds it. */
async function tryLock(path: string): Promise<Release | number> {
  const file = lockFile(path);
  await mkdir(dirname(file), { recursive: true });
  const own = `${process.pid} ${identify(process.pid)?.startTime ?? 0} ${randomUUID()}`;
  while (!(await becomes(file, own))) {
    const content = await contentOf(file);
    if (content === undefined) continue;
    const other = holderOf(content);
    if (other !== undefined) return other;
    await removeStale(file, content);
  }
  return async () => {
    if ((await contentOf(file)) === own) await rm(file);
  };
}

/** Keeps a second `up` or `down` of a folder out; the lock of a killed run counts for nothing. Answers how to let go. */
export async function holdLock(path: string): Promise<Release> {
  const held = await tryLock(path);
  if (typeof held === 'number') throw new Error(`process ${held} is at work on ${path}`);
  return held;
}

const A_MOMENT: WaitOptions = { within: 10_000, every: 20 };

/** Waits until nobody else has it: for what takes a moment only, unless told how long. Says whom it waits for. */
export async function waitForLock(
  path: string,
  options: WaitOptions = A_MOMENT,
  say: (line: string) => void = () => undefined,
): Promise<Release> {
  const first = await tryLock(path);
  if (typeof first !== 'number') return first;
  say(`waiting for process ${first}, which is at work on ${path}`);
  let release: Release = () => Promise.resolve();
  const look = async (): Promise<string | undefined> => {
    const held = await tryLock(path);
    if (typeof held === 'number') return `process ${held} holds it`;
    release = held;
    return undefined;
  };
  await waitUntilNothingMissing(`lock of ${path}`, look, options);
  return release;
}
