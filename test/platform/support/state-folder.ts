import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In every state folder: only a folder with it is ever removed. */
const MARKER = '.vitals-platform';

/** The caller named a folder that is somebody else's. */
export class ForeignFolderError extends Error {}

/** @throws ForeignFolderError for a folder that holds anything and was not made by `createStateFolder`. */
export function requireOwnFolder(folder: string): void {
  if (isOwnFolder(folder) || !existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new ForeignFolderError(`${folder} is not a platform's: it is not empty and has no ${MARKER} in it`);
}

export function isOwnFolder(folder: string): boolean {
  return existsSync(join(folder, MARKER));
}

export async function createStateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await writeFile(join(folder, MARKER), 'The state of a platform (test/platform): `down` removes this folder.\n');
}

/** The marker goes last: a removal that was cut short can be gone on with. */
export async function removeStateFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== MARKER) await rm(join(folder, name), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
}
