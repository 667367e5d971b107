import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/package.js';
import { type VitalsProcess, startVitals } from '../support/vitals-process.js';
import { blocksOf, pages, spansOf } from './pages.js';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Lines of the shell, and code in sentences, with the page they stand in. */
const lines = pages.flatMap((page) => {
  const shown = blocksOf(page, 'sh').flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'));
  return [...shown, ...spansOf(page)].map((line) => ({ path: page.path, line: line.replace(/ #.*$/, '') }));
});

/** What is run, one command each. */
const commands = lines.flatMap(({ path, line }) =>
  line
    .split(/ && | \| /)
    .map((command) => ({ path, words: command.trim().split(/ +/).filter((word) => !/^[A-Z_]+=/.test(word)) })),
); // prettier-ignore

describe('npm, as pages run it', () => {
  const run = commands.flatMap(({ path, words: [program, verb = '', script = ''] }) => {
    if (program !== 'npm') return [];
    if (verb === 'run') return [{ path, script }];
    return verb === 'start' || verb === 'test' ? [{ path, script: verb }] : [];
  });

  it('is found', () => {
    expect(run.length).toBeGreaterThan(10);
  });

  it('runs scripts that there are', () => {
    expect(run.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });
});

describe('vitals, as pages run it', () => {
  const run = commands.flatMap(({ path, words }) => {
    if (words[0] === 'vitals') return [{ path, given: words.slice(1) }];
    return words[0] === 'node' && words[1] === 'dist/cli.js' ? [{ path, given: words.slice(2) }] : [];
  });
  /** What each command says of itself, by its name; the program as a whole by none. */
  const helps = new Map<string, string>();
  const children = new Set<VitalsProcess['child']>();

  const commandOf = ([first = '']: readonly string[]): string => (first.startsWith('-') ? '' : first);
  const has = (help: string, option: string): boolean => new RegExp(`^ +(?:-\\w, )?${option}\\b`, 'm').test(help);

  beforeAll(async () => {
    // One after the other: each of them takes a processor for as long as it starts.
    for (const command of new Set(run.map(({ given }) => commandOf(given)))) {
      const { child, out, ended } = startVitals(command === '' ? ['--help'] : [command, '--help']);
      children.add(child);
      helps.set(command, (await ended) === 0 ? out() : '');
    }
  }, 180_000);

  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
  });

  it('has the commands that there are', () => {
    expect(run.length).toBeGreaterThan(10);
    expect(helps.size).toBeGreaterThan(4);
    // What is no command is an argument of the first one there is, which says the help of that.
    expect([...helps].filter(([command, help]) => !help.startsWith(`Usage: vitals ${command}`))).toEqual([]);
  });

  it('has the options that there are', () => {
    const wrong = run.flatMap(({ path, given }) =>
      given
        .filter((word) => word.startsWith('--'))
        .map((word) => word.replace(/=.*$/, ''))
        .filter((option) => !has(helps.get(commandOf(given)) ?? '', option))
        .map((option) => `${path}: ${given.join(' ')}: ${option}`),
    );
    expect(wrong).toEqual([]);
    // It would notice one that is not there.
    expect(has(helps.get('check') ?? '', '--output')).toBe(true);
    expect(has(helps.get('check') ?? '', '--outpu')).toBe(false);
  });

  it('has the options that sentences name', () => {
    const named = pages.flatMap((page) =>
      spansOf(page)
        .filter((span) => /^--[a-z-]+(?: \S+)?$/.test(span))
        .map((span) => ({ path: page.path, option: span.split(' ')[0] ?? '' })),
    );
    expect(named.length).toBeGreaterThan(3);
    const all = [...helps.values()].join('\n');
    expect(named.filter(({ option }) => !has(all, option))).toEqual([]);
  });
});
