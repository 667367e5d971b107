import type { Outcome } from './platform/detect/detection.js';
import { markdownOf, seconds } from './platform/detect/report.js';

/** As records were before they kept what clearing may take. */
const BEFORE: Outcome = {
  signal: 'DATABASE_MUTATIONS',
  finding: 'MUTATION_STUCK',
  required: false,
  fault: 'clickhouse-mutation-stuck',
  resource: 'DATABASE_REPLICA 127.0.2.1:8123',
  evidence: 'MEASURED',
  holdSeconds: 5,
  defaultHoldSeconds: 0,
  seen: 'probed',
  alert: true,
  boundSeconds: 4,
  raisedAfterSeconds: 0.28,
  clearedAfterSeconds: 7.1,
  severity: 'WARNING',
  raisedAfterDeedSeconds: 5.9,
  clearedBy: 'verdict',
  consequences: [],
  falseFindings: [],
  problem: null,
};

const OUTCOME: Outcome = { ...BEFORE, clearedBoundSeconds: 12 };

/** Lines of the page that are rows of this, without what fills them up. */
function rowsOf(outcomes: readonly Outcome[], of: string): readonly string[] {
  const page = markdownOf(outcomes, ['Test (1)'], [], []);
  return page.split('\n').filter((line) => line.startsWith(`| ${of}`));
}

describe('the page of detections', () => {
  it('says what raising may take, and what clearing may', () => {
    const removed = { ...OUTCOME, clearedAfterSeconds: 2, clearedBy: 'removal', clearedBoundSeconds: 4 } as const;
    expect(rowsOf([removed, OUTCOME], 'probed, alert')).toEqual([
      '| probed, alert | 4 s | 2 | 0.3 s | 7.1 s of 12 s |',
    ]);
    const [first, second] = rowsOf([removed, OUTCOME], '○');
    expect(first).toContain('| 0.3 s | 2.0 s of 4 s (removed) | 4 s (probed, alert) |');
    expect(second).toContain('| 0.3 s | 7.1 s of 12 s | 4 s (probed, alert) |');
  });

  it('says of a record without it what there is', () => {
    expect(rowsOf([BEFORE], 'probed, alert')).toEqual(['| probed, alert | 4 s | 1 | 0.3 s | 7.1 s |']);
  });

  it('says that what never came never came', () => {
    const never = { ...OUTCOME, raisedAfterSeconds: null, clearedAfterSeconds: null, clearedBoundSeconds: null };
    expect(rowsOf([never], 'probed, alert')).toEqual(['| probed, alert | 4 s | 1 | never | never |']);
  });

  it.each([
    [-0.04, '0.0 s'],
    [-0.06, '-0.1 s'],
    [0.04, '0.0 s'],
    [-10.04, '-10.0 s'],
    [null, 'never'],
  ])('says %s in seconds: %s', (value, text) => {
    expect(seconds(value)).toBe(text);
  });
});
