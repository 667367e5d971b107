import { type Measure } from './measures.js';
import { type Scale } from './scale.js';
import { ELSEWHERE, type Trial, TRIALS } from './trials.js';

/** How the tests themselves ended, as jest says it. */
export interface Ended {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The page for people. */
export function markdownOf(scale: Scale, measures: readonly Measure[], ended: Ended): string {
  const failed = ended.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed');
  return `# Reliability

What becomes of Vitals when what it watches, or what it runs on, misbehaves: tried on the real platform by
\`npm run platform:chaos${scale.name === 'quick' ? ' -- --quick' : ''}\`; the figures are of one run, on a machine that all of the platform shares.

- ${ended.numPassedTests} passed, ${ended.numFailedTests} failed.
${scale.name === 'quick' ? '- Of the quick run: less of each source, and for minutes. `npm run platform:chaos` is all of it, and for hours.\n' : ''}
${TRIALS.map((trial) => section(trial, measures)).join('\n')}
${listed('Tried elsewhere', ELSEWHERE)}${listed(
    'What did not go as it should',
    failed.map(({ fullName }) => fullName),
  )}`;
}

function section({ name, title, does }: Trial, measures: readonly Measure[]): string {
  const own = measures.filter(({ trial }) => trial === name);
  const promises = [...new Set(own.map(({ promised }) => promised))];
  const rows = own.map((one) => `| ${one.name} | ${promises.indexOf(one.promised) + 1} | ${one.measured} |`);
  const table =
    own.length === 0
      ? 'Not tried in this run.'
      : ['| | Promise | Measured |', '| --- | --- | --- |', ...rows].join('\n');
  return `## ${title}\n\n${does}\n\n${promises.map((promise, index) => `${index + 1}. ${promise}`).join('\n')}\n\n${table}\n`;
}

function listed(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}
