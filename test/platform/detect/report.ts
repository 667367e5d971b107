import { type Outcome } from './detection.js';

const COLUMNS = [
  'Signal',
  'Fault',
  'Finding',
  'On',
  'Evidence',
  'Hold (default)',
  'Raised',
  'Cleared',
  'Explained by it',
];

/** The table for people. */
export function markdownOf(outcomes: readonly Outcome[], versions: readonly string[]): string {
  const required = outcomes.filter((outcome) => outcome.required);
  const isProven = ({ problem }: Outcome): boolean => problem === null;
  const wrong = new Set(outcomes.flatMap(({ falseFindings }) => falseFindings));
  return `# Detection

What Vitals says when something is really broken: each row is a fault injected into a real system, the finding that a
subscriber heard, and its end after the repair. Made by \`npm run platform:detect\`; the figures are of one run.

- Seen with ${versions.join(', ')}.
- Asked for: ${required.filter(isProven).length} of ${required.length} raised and cleared. Beyond: ${outcomes.filter((one) => !one.required && isProven(one)).length} of ${outcomes.length - required.length}.
- Findings that are neither the fault nor explained as its consequence: ${wrong.size}.
- **Raised** is counted from the moment at which the system's own interface shows the fault, less the rule's own hold; below
  zero the subscriber heard it before the interface, which is asked ten times a second, was seen to show it. **Cleared**
  is counted from the moment at which that interface shows the fault no more, less the time that a number has to stay on
  the good side.
- **Hold** is the rule's own in this run; long ones are shortened by configuration, and the default of each is proven in
  its unit table.

${table(outcomes)}
${problems(outcomes)}`;
}

function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((one) => [
    `${one.required ? '●' : '○'} ${one.signal}`,
    one.fault,
    one.finding,
    one.resource,
    one.evidence,
    `${one.holdSeconds} s (${one.defaultHoldSeconds} s)`,
    seconds(one.raisedAfterSeconds),
    seconds(one.clearedAfterSeconds),
    one.consequences.join('<br>'),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map(line)].join('\n');
}

function problems(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(({ fault, finding, problem, falseFindings }) => [
    ...(problem === null ? [] : [`- ${fault}, ${finding}: ${problem}`]),
    ...falseFindings.map((label) => `- ${fault}: ${label} was raised meanwhile, unexplained`),
  ]);
  return lines.length === 0 ? '' : `\n## What did not go as it should\n\n${[...new Set(lines)].join('\n')}\n`;
}

export function seconds(value: number | null): string {
  return value === null ? 'never' : `${value.toFixed(1)} s`;
}
