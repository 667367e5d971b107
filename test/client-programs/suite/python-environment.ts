import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CLIENTS } from '../program.js';

const run = promisify(execFile);

/** Milliseconds for a step of it: packages come from their registry. */
const PATIENCE = 150_000;

/**
 * A Python with what docs/clients/python/requirements.txt names, and nothing else: made once, and again when that changes.
 * Needs python3 with its venv (Debian: python3-venv). Resolves with its interpreter.
 */
export async function pythonWithRequirements(): Promise<string> {
  const requirements = join(CLIENTS, 'python/requirements.txt');
  const mark = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(homedir(), '.cache', `vitals-clients-${mark}`);
  const python = join(folder, 'bin/python');
  if (existsSync(join(folder, 'complete'))) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await run('python3', ['-m', 'venv', folder], { timeout: PATIENCE });
  await run(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', requirements], {
    timeout: PATIENCE,
  });
  // Nothing is missing that one of them needs: the list holds all.
  await run(python, ['-m', 'pip', 'check'], { timeout: PATIENCE });
  await mkdir(join(folder, 'complete'));
  return python;
}
