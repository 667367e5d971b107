import type { Instant } from '../../src/model/time.js';
import { runAfter } from '../../src/sources/cron-schedule.js';

/** A Thursday. */
const FROM = Date.parse('2026-01-01T00:00:00Z') as Instant;

describe('a schedule', () => {
  it.each<readonly [what: string, schedule: string | null, count: number, run: string | null]>([
    ['from a minute on', '5/15 * * * *', 2, '2026-01-01T00:20:00Z'],
    ['of days by month or by week', '0 0 13 * 5', 1, '2026-01-02T00:00:00Z'],
    ['by its period', '@every 90s', 2, '2026-01-01T00:03:00Z'],
    ['by its name', '@daily', 3, '2026-01-04T00:00:00Z'],
    ['that never comes up', '0 0 30 2 *', 1, null],
    ['that cannot be read', 'whenever', 1, null],
    ['that is none', null, 1, null],
  ])('%s says the same at each asking', (_, schedule, count, run) => {
    const at = run === null ? null : Date.parse(run);
    const ask = (): Instant | null => runAfter({ schedule, timeZone: null }, FROM, count);
    expect([ask(), ask()]).toEqual([at, at]);
  });
});
