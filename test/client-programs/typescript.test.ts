import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENTS } from './program.js';
import { type Command, tryQuestion, tryToBeginAnew, tryToResume, tryToken } from './trials.js';

const TIMEOUT = 90_000;

const run =
  (file: string): Command =>
  (url) => [process.execPath, '--import', 'tsx', join(CLIENTS, 'typescript', file), url];

describe('the client in TypeScript', () => {
  it('says what is wrong', () => tryQuestion(run('query.ts')), TIMEOUT);

  it.each(['follow.ts', 'stream.ts'])(
    '%s misses nothing and repeats nothing when its line is cut',
    (file) => tryToResume(run(file)),
    TIMEOUT,
  );

  it.each(['follow.ts', 'stream.ts'])(
    '%s begins anew when Vitals was started anew',
    (file) => tryToBeginAnew(run(file)),
    TIMEOUT,
  );

  it.each(['query.ts', 'follow.ts', 'stream.ts'])(
    '%s shows its token, and ends where it has none',
    (file) => tryToken(run(file)),
    TIMEOUT,
  );
});

describe('every client', () => {
  const files = ['typescript', 'python', 'curl'].flatMap((folder) =>
    readdirSync(join(CLIENTS, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|py|sh)$/.test(entry.name))
      .map(({ name }) => join(folder, name)),
  );

  it.each(files)('%s is under 60 lines', (file) => {
    expect(readFileSync(join(CLIENTS, file), 'utf8').trimEnd().split('\n').length).toBeLessThan(60);
  });

  it('is told of in the readme', () => {
    const readme = readFileSync(join(CLIENTS, 'README.md'), 'utf8');
    expect(files.length).toBeGreaterThan(7);
    expect(files.filter((file) => !readme.includes(`(${file})`))).toEqual([]);
  });
});
