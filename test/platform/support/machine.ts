import { existsSync, readFileSync } from 'node:fs';
import { readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitForLock } from './lock.js';

/** What programs of a platform leave on the machine outside its state folder, wherever their own state is. */
export interface Traces {
  /** Files whose content is put back. */
  readonly files?: readonly string[];
  /** Folders that go with all that is in them, if they were not there before. */
  readonly ownFolders?: readonly string[];
  /** Folders that others use as well: they go if they were not there before and nothing is in them. Inner ones first. */
  readonly sharedFolders?: readonly string[];
}

interface Remembered {
  /** File → content. */
  readonly contents: Readonly<Record<string, string>>;
  readonly absentOwn: readonly string[];
  readonly absentShared: readonly string[];
  /** The state folders of the platforms that are up: the last one to go puts back what the first one found. */
  readonly stateFolders: readonly string[];
}

/** One note for each subject. Not in a state folder: all platforms of the machine share it. */
function noteFile(subject: string): string {
  return `/var/lib/vitals-before-${subject}.json`;
}

function readNote(subject: string): Remembered | undefined {
  const file = noteFile(subject);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Remembered) : undefined;
}

/** Complete or not at all: without it nothing could be put back. */
async function writeNote(subject: string, note: Remembered): Promise<void> {
  const file = noteFile(subject);
  await writeFile(`${file}.new`, JSON.stringify(note));
  await rename(`${file}.new`, file);
}

function look({ files = [], ownFolders = [], sharedFolders = [] }: Traces): Remembered {
  return {
    contents: Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')])),
    absentOwn: ownFolders.filter((folder) => !existsSync(folder)),
    absentShared: sharedFolders.filter((folder) => !existsSync(folder)),
    stateFolders: [],
  };
}

/** Notes what the machine is like before a platform changes it. The first note counts: later ones would see our own doing. */
export async function remember(subject: string, stateFolder: string, traces: Traces): Promise<void> {
  const release = await waitForLock(noteFile(subject));
  try {
    const note = readNote(subject) ?? look(traces);
    const stateFolders = [...new Set([...note.stateFolders, stateFolder])];
    await writeNote(subject, { ...note, stateFolders });
  } finally {
    await release();
  }
}

/** Makes the machine what it was, unless another platform is still up. Without a note nothing was changed. */
export async function restore(subject: string, stateFolder: string): Promise<void> {
  if (!existsSync(noteFile(subject))) return;
  const release = await waitForLock(noteFile(subject));
  try {
    const note = readNote(subject);
    if (note?.stateFolders.includes(stateFolder) !== true) return;
    // One whose folder somebody has removed will not come to say that it goes.
    const stateFolders = note.stateFolders.filter((other) => other !== stateFolder && existsSync(other));
    if (stateFolders.length > 0) {
      await writeNote(subject, { ...note, stateFolders });
    } else {
      await putBack(note);
      await rm(noteFile(subject));
    }
  } finally {
    await release();
  }
}

async function putBack({ contents, absentOwn, absentShared }: Remembered): Promise<void> {
  for (const [file, content] of Object.entries(contents)) await writeFile(file, content);
  for (const folder of absentOwn) await rm(folder, { recursive: true, force: true });
  for (const folder of absentShared) await removeIfEmpty(folder);
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Removes from a shared folder the files that are ours. */
export async function removeOwn(folder: string, isOurs: (path: string) => boolean): Promise<void> {
  if (!existsSync(folder)) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() && isOurs(path)) await rm(path, { force: true });
  }
}
