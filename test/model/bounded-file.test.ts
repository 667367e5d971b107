import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOwnDescriptor, readBounded, readSecret } from '../../src/model/bounded-file.js';
import { KIBIBYTE } from '../../src/model/bytes.js';

const MOST = 100 * KIBIBYTE;

describe('a file that may hold so much', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitals-bounded-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Path of a file that holds so many bytes, no two parts of which are the same. */
  function fileOf(bytes: number): { readonly path: string; readonly content: Buffer } {
    const path = join(folder, `of-${bytes}`);
    const content = Buffer.from(Array.from({ length: bytes }, (_, index) => (index % 251) + (index >> 16)));
    writeFileSync(path, content);
    return { path, content };
  }

  function fifo(): string {
    const path = join(folder, 'fifo');
    rmSync(path, { force: true });
    execFileSync('mkfifo', [path]);
    return path;
  }

  const failure = (code: string): Error => expect.objectContaining({ code }) as Error;

  it.each([0, 1, 16 * KIBIBYTE - 1, 16 * KIBIBYTE, 16 * KIBIBYTE + 1, MOST - 1, MOST])('is read whole: %d', (bytes) => {
    const { path, content } = fileOf(bytes);
    expect(readBounded(path, MOST).equals(content)).toBe(true);
  });

  it.each([MOST + 1, 2 * MOST])('is not read where it holds more: %d', (bytes) => {
    const { path } = fileOf(bytes);
    expect(() => readBounded(path, MOST)).toThrow(failure('TOO_LARGE'));
  });

  it('may hold nothing at all, and no more than nothing', () => {
    expect(readBounded(fileOf(0).path, 0)).toHaveLength(0);
    expect(() => readBounded(fileOf(1).path, 0)).toThrow(failure('TOO_LARGE'));
  });

  it('is found out to have no end, and may be nothing', () => {
    expect(() => readBounded('/dev/zero', MOST)).toThrow(failure('TOO_LARGE'));
    expect(readBounded('/dev/null', MOST)).toHaveLength(0);
  });

  it('is no FIFO, for which nobody waits', () => {
    const path = fifo();
    expect(() => readBounded(path, MOST)).toThrow(failure('FIFO'));
  });

  it('is called what the operating system calls it where it cannot be read', () => {
    expect(() => readBounded(join(folder, 'none'), MOST)).toThrow(failure('ENOENT'));
    expect(() => readBounded(folder, MOST)).toThrow(failure('EISDIR'));
  });

  it('may be a descriptor that is open already', () => {
    const { path, content } = fileOf(MOST);
    const descriptor = openSync(path, 'r');
    try {
      expect(readBounded(`/dev/fd/${descriptor}`, MOST).equals(content)).toBe(true);
      expect(() => readBounded(`/dev/fd/${descriptor}`, MOST - 1)).toThrow(failure('TOO_LARGE'));
    } finally {
      closeSync(descriptor);
    }
  });

  it.each([
    ['/dev/stdin', true],
    ['/dev/fd/63', true],
    ['/proc/self/fd/0', true],
    ['/dev/fd', false],
    ['/etc/dev/stdin', false],
  ])('is one that a shell gave where that is its path: %s, %s', (path, isOwn) => {
    expect(isOwnDescriptor(path)).toBe(isOwn);
  });

  it('is not left open, whatever becomes of it', () => {
    const path = fifo();
    const { path: large } = fileOf(2 * MOST);
    const openFiles = (): number => readdirSync('/dev/fd').length;
    const before = openFiles();
    for (let count = 0; count < 50; count += 1) {
      for (const one of [path, large, folder]) expect(() => readBounded(one, MOST)).toThrow();
      readBounded('/dev/null', MOST);
    }
    // Others may open one or two meanwhile.
    expect(openFiles()).toBeLessThan(before + 25);
  });

  it('holds a secret of 64 KiB at the most', () => {
    const path = join(folder, 'secret');
    writeFileSync(path, 'ü'.repeat(32 * KIBIBYTE));
    expect(readSecret(path)).toBe('ü'.repeat(32 * KIBIBYTE));
    writeFileSync(path, `${'ü'.repeat(32 * KIBIBYTE)}\n`);
    expect(() => readSecret(path)).toThrow(failure('TOO_LARGE'));
  });
});
