import { ForeignFolderError } from './state-folder.js';

/** Says what went wrong and sets the exit code: 2 for what the caller can mend, else 1. */
export function complain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof ForeignFolderError ? 2 : 1;
}
