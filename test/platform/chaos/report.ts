import { summaryOf, type TrialRecord } from './record.js';
import { ELSEWHERE, type Trial, TRIALS } from './trials.js';

/** The page for people. */
export function markdownOf(records: readonly TrialRecord[]): string {
  return `# Reliability

What becomes of Vitals when what it watches, or what it runs on, misbehaves: tried on the real platform by
\`npm run platform:chaos\`; the figures are of one run of each trial, on a machine that all of the platform shares. Of the quick
run (\`-- --quick\`) are less of each trial, and minutes for hours.

- ${summaryOf(records)}. What failed stands at the end; why, and what was tried again since, in [what is not proven yet](unproven.md).

${TRIALS.map((trial) => section(trial, records)).join('\n')}
${listed('Tried elsewhere', ELSEWHERE)}${listed(
    'What did not go as it should',
    records.flatMap(({ failures }) => failures),
  )}`;
}

function section({ name, title, does }: Trial, records: readonly TrialRecord[]): string {
  // What one trial notes may be said of another.
  const own = records.flatMap(({ measures }) => measures.filter(({ trial }) => trial === name));
  const tried = records.filter(({ measures, trial }) => trial === name || measures.some((one) => one.trial === name));
  const when = [...new Set(tried.map(({ on, scale }) => `Tried on ${on}, ${scale === 'quick' ? 'quickly' : 'all of it'}.`))]; // prettier-ignore
  const promises = [...new Set(own.map(({ promised }) => promised))];
  const rows = own.map((one) => `| ${one.name} | ${promises.indexOf(one.promised) + 1} | ${one.measured} |`);
  const table = own.length === 0 ? [] : [['| | Promise | Measured |', '| --- | --- | --- |', ...rows].join('\n')];
  const numbered = promises.map((promise, index) => `${index + 1}. ${promise}`).join('\n');
  const said = when.length === 0 ? 'Not tried.' : when.join(' ');
  return [`## ${title}`, does, numbered, ...table, said, ''].join('\n\n');
}

function listed(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}
