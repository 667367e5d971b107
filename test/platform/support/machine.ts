import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the machine was like before a component changed it outside the state folder; kept in a file of that folder. */
interface Remembered {
  /** File → content. */
  readonly contents: Readonly<Record<string, string>>;
  readonly absentFolders: readonly string[];
}

/** Notes the content of files and which folders are not there. The first note counts: later ones would see our own doing. */
export async function remember(note: string, files: readonly string[], folders: readonly string[]): Promise<void> {
  if (existsSync(note)) return;
  const contents = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const remembered: Remembered = { contents, absentFolders: folders.filter((folder) => !existsSync(folder)) };
  await writeFile(note, JSON.stringify(remembered));
}

/** Writes the contents back and removes the folders that were not there. Without a note nothing was changed. */
export async function restore(note: string): Promise<void> {
  if (!existsSync(note)) return;
  const { contents, absentFolders } = JSON.parse(readFileSync(note, 'utf8')) as Remembered;
  for (const [file, content] of Object.entries(contents)) await writeFile(file, content);
  for (const folder of absentFolders) await rm(folder, { recursive: true, force: true });
}

/** Removes from a shared folder the files that are ours, and the folder when nothing else is in it. */
export async function removeOwn(folder: string, isOurs: (path: string) => boolean): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (isOurs(path)) await rm(path, { force: true });
  }
  if ((await readdir(folder)).length === 0) await rmdir(folder);
}
