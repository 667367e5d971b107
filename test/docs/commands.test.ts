import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/package.js';
import { startVitals } from '../support/vitals-process.js';
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
  const helps = new Map<string, string>();

  /** What a command says of itself; of the program as a whole, where none is named. */
  async function helpOf(command: string): Promise<string> {
    const known = helps.get(command);
    if (known !== undefined) return known;
    const { out, ended } = startVitals(command === '' ? ['--help'] : [command, '--help']);
    const text = (await ended) === 0 ? out() : '';
    helps.set(command, text);
    return text;
  }

  const has = (help: string, option: string): boolean => new RegExp(`^ +(?:-\\w, )?${option}\\b`, 'm').test(help);

  it('has the commands and the options that there are', async () => {
    expect(run.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const { path, given } of run) {
      const [first = ''] = given;
      const command = first.startsWith('-') ? '' : first;
      const help = await helpOf(command);
      // What is no command is an argument of the first one there is, which says the help of that.
      if (!help.startsWith(`Usage: vitals ${command}`)) wrong.push(`${path}: ${given.join(' ')}`);
      const options = given.filter((word) => word.startsWith('--')).map((word) => word.replace(/=.*$/, ''));
      for (const option of options) if (!has(help, option)) wrong.push(`${path}: ${given.join(' ')}: ${option}`);
    }
    expect(wrong).toEqual([]);
    // It would notice others.
    expect(has(await helpOf('check'), '--jso')).toBe(false);
    expect((await helpOf('chec')).startsWith('Usage: vitals chec')).toBe(false);
  }, 60_000);

  it('has the options that sentences name', async () => {
    const named = pages.flatMap((page) =>
      spansOf(page)
        .filter((span) => /^--[a-z-]+(?: \S+)?$/.test(span))
        .map((span) => ({ path: page.path, option: span.split(' ')[0] ?? '' })),
    );
    expect(named.length).toBeGreaterThan(3);
    const all = (await Promise.all(['', 'serve', 'check', 'watch', 'record'].map(helpOf))).join('\n');
    expect(named.filter(({ option }) => !has(all, option))).toEqual([]);
  }, 60_000);
});
