import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { pino } from 'pino';
import { createProgram } from '../../src/commands/program.js';
import { startVitals } from '../support/vitals-process.js';

const program = createProgram(pino({ level: 'silent' }));

/** All that `--help` prints. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

let end: () => void = () => undefined;

afterEach(() => {
  end();
});

const commands = program.commands.map((command) => [command.name(), command] as const);

describe.each(commands)('vitals %s --help', (_, command) => {
  const help = helpOf(command);

  it('says what each exit code means', () => {
    const [, codes = ''] = /\nExit codes:\n((?: {2}\d {2}\S.*\n)+)/.exec(help) ?? [];
    expect(codes).toMatch(/^ {2}0 {2}/);
  });

  it('has examples, of commands and options that there are', () => {
    const [, examples = ''] = /\nExamples:\n((?: {2}.+\n)+)/.exec(help) ?? [];
    const lines = examples.trimEnd().split('\n').map((line) => /\bvitals(?: .*?)?(?= {2,}| \||$)/.exec(line)?.[0].trimEnd() ?? ''); // prettier-ignore
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const [, name = 'serve', ...words] = line.split(' ');
      const called = program.commands.find((one) => one.name() === name);
      const known = called?.options.map(({ long }) => long) ?? [];
      expect([line, called?.name()]).toEqual([line, name]);
      expect(known).toEqual(expect.arrayContaining(words.filter((word) => word.startsWith('--'))));
    }
  });

  it('is no wider than a terminal is likely to be', () => {
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140);
  });
});

it('check says both that a code may mean', () => {
  const check = program.commands.find((command) => command.name() === 'check');
  expect(check === undefined ? '' : helpOf(check)).toMatch(/^ {2}1 {2}something is degraded; .* a defect of Vitals/m);
});

it('the program that ships has these commands, and says so without colours where nobody would see them', async () => {
  const started = startVitals(['--help']);
  end = () => started.child.kill('SIGKILL');
  expect(await started.ended).toBe(0);
  for (const [name] of commands) expect(started.out()).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  expect(started.out()).not.toContain('\u001b');
});

it('the README names no option that there is not', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const lines = [...readme.matchAll(/node dist\/cli\.js (\w+)([^\n`#|]*)/g)];
  expect(lines.length).toBeGreaterThan(4);
  for (const [line, name = '', rest = ''] of lines) {
    const known = program.commands.find((command) => command.name() === name)?.options.map(({ long }) => long) ?? [];
    expect([line, known]).toEqual([line, expect.arrayContaining(rest.split(' ').filter((word) => word.startsWith('--')))]); // prettier-ignore
  }
});
