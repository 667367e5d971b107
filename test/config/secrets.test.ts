import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPassword, readToken } from '../../src/clients/credentials.js';
import { secretFrom } from '../../src/config/fields.js';

describe('a secret in a file', () => {
  let folder: string;
  let path: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitals-secrets-'));
    path = join(folder, 'secret');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read at each use, less what ends its line', () => {
    const secret = secretFrom(undefined, path);
    for (const text of ['first', 'second']) {
      writeFileSync(path, ` ${text} \n`);
      expect(secret?.read()).toBe(` ${text}`);
    }
  });

  it('is not read where it has no end, and not waited for', () => {
    const fifo = join(folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    expect(() => readPassword(secretFrom(undefined, '/dev/zero'))).toThrow(
      'The password file cannot be read (TOO_LARGE).',
    );
    expect(() => readToken(secretFrom(undefined, fifo))).toThrow('The token file cannot be read (FIFO).');
  });
});
