import { type Ended, recordOf, summaryOf, type TrialRecord, withRecord } from './platform/chaos/record.js';
import { markdownOf } from './platform/chaos/report.js';

const BEGUN = { trial: 'clock', scale: 'whole', on: '2026-01-02' } as const;
const MEASURE = { trial: 'clock', name: 'an hour ahead', promised: 'nothing changes', measured: 'nothing' };

function ended(tests: readonly string[], more: Partial<Ended> = {}): Ended {
  const assertionResults = tests.map((status, place) => ({ fullName: `test ${place}`, status, failureMessages: ['\u001b[31mnot\n  so\u001b[0m'] })); // prettier-ignore
  const numFailedTests = tests.filter((status) => status === 'failed').length;
  return {
    numPassedTests: tests.filter((status) => status === 'passed').length,
    numFailedTests,
    numRuntimeErrorTestSuites: 0,
    testResults: [{ status: numFailedTests > 0 ? 'failed' : 'passed', message: '', assertionResults }],
    ...more,
  };
}

function record(more: Partial<TrialRecord>): TrialRecord {
  return { ...BEGUN, passed: 1, failed: 0, failures: [], measures: [MEASURE], ...more };
}

describe('what is kept of a trial', () => {
  it('says what passed, what failed, and how', () => {
    expect(recordOf(BEGUN, ended(['passed', 'failed']), 1, [MEASURE])).toEqual({
      ...BEGUN,
      passed: 1,
      failed: 1,
      failures: ['test 1: `not so`'],
      measures: [MEASURE],
    });
  });

  it('has failed where its files could not be read, or could not tidy up', () => {
    const message = `it does not stop (${import.meta.filename}:1)`;
    const broken = { status: 'failed', message, assertionResults: [] };
    const outcome = ended(['passed'], { numRuntimeErrorTestSuites: 1, testResults: [broken] });
    expect(recordOf(BEGUN, outcome, 1, [])).toMatchObject({
      failed: 1,
      failures: ['`it does not stop (test/chaos-record.test.ts:1)`'],
    });
  });

  it('has failed where the tests did not come to their end, or ended badly for no reason that they say', () => {
    expect(recordOf(BEGUN, null, 1, [MEASURE])).toMatchObject({ passed: 0, failed: 1, measures: [MEASURE] });
    expect(recordOf(BEGUN, ended(['passed']), 7, [])).toMatchObject({ failed: 1, failures: ['Exit code 7.'] });
    expect(recordOf(BEGUN, ended(['passed']), 0, [])).toMatchObject({ failed: 0 });
  });

  it('takes the place of what came of it before, and of nothing else', () => {
    const [earlier, other, later] = [
      record({ failed: 3, scale: 'quick' }),
      record({ trial: 'soak', passed: 4 }),
      record({ trial: 'sources', passed: 5 }),
    ];
    const all = [earlier, other, later].reduce(withRecord, []);
    expect(all).toEqual([later, earlier, other]);
    expect(summaryOf(withRecord(all, record({ failed: 1 })))).toBe('10 passed, 1 failed');
  });
});

describe('the page', () => {
  it('says of each trial when it was tried, how much of it, and what failed', () => {
    const page = markdownOf([record({ scale: 'quick', failed: 1, failures: ['it was late'] })]);
    expect(page).toContain('- 1 passed, 1 failed.');
    expect(page).toMatch(/## Clocks\n\n[^#]*\| an hour ahead \| 1 \| nothing \|\n\nTried on 2026-01-02, quickly\./);
    expect(page).toMatch(/## Endurance\n\n[^#]*Not tried\./);
    expect(page).toContain('- it was late');
  });

  it('shows what one trial measured of another', () => {
    const page = markdownOf([record({ trial: 'sources', measures: [{ ...MEASURE, trial: 'subscribers' }] })]);
    expect(page).toMatch(/## Subscribers through faults\n\n[^#]*\| an hour ahead \|[^#]*Tried on/);
  });
});
