import { BOUNDS, type Outcome } from './detection.js';
import { type NotProduced } from './not-produced.js';

const COLUMNS = [
  'Signal',
  'Fault',
  'Finding',
  'Severity',
  'On',
  'Evidence',
  'Hold (default)',
  'Raised',
  'Cleared',
  'May take',
  'Came with it',
];

/** The page for people. */
export function markdownOf(
  outcomes: readonly Outcome[],
  versions: readonly string[],
  notProduced: readonly NotProduced[],
  limits: readonly object[],
): string {
  const required = outcomes.filter((outcome) => outcome.required);
  const isProven = ({ problem }: Outcome): boolean => problem === null;
  const wrong = new Set(outcomes.flatMap(({ falseFindings }) => falseFindings));
  return `# Detection

What Vitals says when something is really broken: each row is a fault injected into a real system, the finding that a
subscriber heard, and its end after the repair. Made by \`npm run platform:detect\`; the figures are of one run.

- Seen with ${versions.join(', ')}.
- Asked for: ${required.filter(isProven).length} of ${required.length} raised and cleared. Beyond: ${outcomes.filter((one) => !one.required && isProven(one)).length} of ${outcomes.length - required.length}.
- Findings that are neither the fault nor explained as its consequence: ${wrong.size}.

${bounds(outcomes)}

- **Raised** is counted from the moment at which the system's own interface shows the fault, less the rule's own hold; below
  zero the subscriber heard it before the interface, which is asked ten times a second, was seen to show it. **Cleared**
  is counted from the moment at which that interface shows the fault no more, less the time that a number has to stay on
  the good side. It is a verdict on what is still there, unless it says *removed*: the repair took that away.
- **May take** is what raising may, beyond the hold. What clearing may stands with it, where the record has it: it depends on
  how closely its system was looked at when it was repaired.
- **Severity** is that with which it was raised; by which step it gets worse is proven in the rule's unit table.
- **Hold** is the rule's own in this run. What differs from the defaults stands below, and each default is proven in the
  rule's unit table.
- **Came with it**: while the fault was there, what it brings about directly beside the finding, the causes of all that, and
  what these were the causes of.
- **Alert**: something about that system had changed less than two minutes before, so that it was looked at closely.

${table(outcomes)}

## Limits of this run

${limitsTable(limits)}

## What this platform cannot produce

${notProducedTable(notProduced)}
${problems(outcomes)}`;
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function tableOf(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

interface Sort {
  readonly name: string;
  readonly bound: number;
  readonly isOne: (outcome: Outcome) => boolean;
}

const SORTS: readonly Sort[] = [
  { name: 'watched', bound: BOUNDS.watched, isOne: ({ seen }) => seen === 'watched' },
  { name: 'probed, at rest', bound: BOUNDS.probedAtRest, isOne: ({ seen, alert }) => seen === 'probed' && !alert },
  { name: 'probed, alert', bound: BOUNDS.probedWhenAlert, isOne: ({ seen, alert }) => seen === 'probed' && alert },
  { name: 'sampled by a kubelet', bound: BOUNDS.sampled, isOne: ({ seen }) => seen === 'sampled' },
];

/** The slowest of each sort; where a source has a floor, its bound is the floor and two seconds. */
function bounds(outcomes: readonly Outcome[]): string {
  const rows = SORTS.flatMap(({ name, bound, isOne }) => {
    const some = outcomes.filter(isOne);
    const floored = some.filter(({ boundSeconds }) => boundSeconds > bound);
    const plain = some.filter(({ boundSeconds }) => boundSeconds <= bound);
    return [
      ...(plain.length === 0 ? [] : [[name, `${bound} s`, plain.length, ...slowest(plain)]]),
      ...floored.map((one) => [`${name}: ${one.finding}, by its floor`, `${one.boundSeconds} s`, 1, ...slowest([one])]),
    ];
  });
  return tableOf(['How it is seen', 'May take', 'Rows', 'Slowest raised', 'Slowest cleared'], rows);
}

function slowest(outcomes: readonly Outcome[]): readonly string[] {
  const raised = outcomes.flatMap(({ raisedAfterSeconds }) => raisedAfterSeconds ?? []);
  const [last] = outcomes
    .filter(({ clearedAfterSeconds }) => clearedAfterSeconds !== null)
    .toSorted((one, other) => Number(other.clearedAfterSeconds) - Number(one.clearedAfterSeconds));
  const slowestCleared = last === undefined ? seconds(null) : cleared(last);
  return [seconds(raised.length === 0 ? null : Math.max(...raised)), slowestCleared];
}

/** How long it took, and what it may take: a system may be alert when it breaks, and at rest when it is repaired. */
function cleared({ clearedAfterSeconds, clearedBoundSeconds = null }: Outcome): string {
  return `${seconds(clearedAfterSeconds)}${clearedBoundSeconds === null ? '' : ` of ${clearedBoundSeconds} s`}`;
}

function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((one) => [
    `${one.required ? '●' : '○'} ${one.signal}`,
    one.fault,
    one.finding,
    one.severity ?? 'never raised',
    one.resource,
    one.evidence,
    `${one.holdSeconds} s (${one.defaultHoldSeconds} s)`,
    seconds(one.raisedAfterSeconds),
    `${cleared(one)}${one.clearedBy === 'removal' ? ' (removed)' : ''}`,
    `${one.boundSeconds} s (${one.seen}${one.alert && one.seen === 'probed' ? ', alert' : ''})`,
    one.consequences.join('<br>'),
  ]);
  return tableOf(COLUMNS, rows);
}

/** As they stand in the configuration. */
function limitsTable(limits: readonly object[]): string {
  const rows = limits.map((limit) => {
    const { finding, where, ...values } = limit as { readonly finding: string; readonly where?: object };
    return [finding, ...[where ?? {}, values].map(inWords)];
  });
  return tableOf(['Finding', 'Where', 'Limits'], rows);
}

function inWords(values: object): string {
  return Object.entries(values).map(([name, value]) => `${name}: ${String(value)}`).join(', '); // prettier-ignore
}

function notProducedTable(notProduced: readonly NotProduced[]): string {
  return tableOf(
    ['Finding or signal', 'Why'],
    notProduced.map(({ finding, reason }) => [finding, reason]),
  );
}

function problems(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(({ fault, finding, problem, falseFindings }) => [
    ...(problem === null ? [] : [`- ${fault}, ${finding}: ${problem}`]),
    ...falseFindings.map((label) => `- ${fault}: ${label} was raised meanwhile, unexplained`),
  ]);
  return lines.length === 0 ? '' : `\n## What did not go as it should\n\n${[...new Set(lines)].join('\n')}\n`;
}

export function seconds(value: number | null): string {
  // Less than nothing by less than is shown is nothing.
  return value === null ? 'never' : `${value.toFixed(1).replace(/^-(?=0\.0$)/, '')} s`;
}
