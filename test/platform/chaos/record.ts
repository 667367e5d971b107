import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../../../src/package.js';
import { type Measure } from './measures.js';
import { type Scale } from './scale.js';
import { TRIALS } from './trials.js';

/** What came of one trial when it was tried last. */
export interface TrialRecord {
  readonly trial: string;
  readonly scale: Scale['name'];
  /** Its day. */
  readonly on: string;
  readonly passed: number;
  readonly failed: number;
  /** What failed, and how. */
  readonly failures: readonly string[];
  readonly measures: readonly Measure[];
}

/** How tests ended, as jest says it. */
export interface Ended {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that could not be read, or could not tidy up: no test of theirs need have failed. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

const MOST_SAID = 300;

/** On one line, for a list; files by their place in the repository. */
function shortened(message: string): string {
  return stripVTControlCharacters(message)
    .replaceAll(`${ROOT}/`, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('`', '’')
    .trim()
    .slice(0, MOST_SAID);
}

/**
 * @param ended null: the tests did not come to their end
 * @param exitCode of them: what ended badly has failed, whatever else it says
 */
export function recordOf(
  { trial, scale, on }: Pick<TrialRecord, 'trial' | 'scale' | 'on'>,
  ended: Ended | null,
  exitCode: number,
  measures: readonly Measure[],
): TrialRecord {
  const begun = { trial, scale, on, measures };
  if (ended === null) return { ...begun, passed: 0, failed: 1, failures: ['The tests did not come to their end.'] };
  const failures = ended.testResults.flatMap(({ status, message, assertionResults }) => {
    const tests = assertionResults.filter((one) => one.status === 'failed');
    if (tests.length === 0 && status === 'failed') return [`\`${shortened(message)}\``];
    return tests.map(({ fullName, failureMessages }) => `${fullName}: \`${shortened(failureMessages?.[0] ?? '')}\``);
  });
  const failed = ended.numFailedTests + ended.numRuntimeErrorTestSuites;
  if (failed === 0 && exitCode !== 0)
    return { ...begun, passed: ended.numPassedTests, failed: 1, failures: [`Exit code ${exitCode}.`] };
  return { ...begun, passed: ended.numPassedTests, failed, failures };
}

/** With one in the place of an earlier one of the same trial; in the order of the trials. */
export function withRecord(all: readonly TrialRecord[], record: TrialRecord): readonly TrialRecord[] {
  const placeOf = (one: TrialRecord): number => TRIALS.findIndex(({ name }) => name === one.trial);
  return [...all.filter(({ trial }) => trial !== record.trial), record].sort((a, b) => placeOf(a) - placeOf(b));
}

/** `N passed, N failed`. */
export function summaryOf(records: readonly TrialRecord[]): string {
  const sum = (of: (record: TrialRecord) => number): number => records.reduce((total, one) => total + of(one), 0);
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
}
