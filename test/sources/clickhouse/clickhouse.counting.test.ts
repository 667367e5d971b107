import { type Instant, SECOND } from '../../../src/model/time.js';
import { Counting } from '../../../src/sources/clickhouse/clickhouse.counting.js';

/** The seconds at which it asks, of a look every two seconds for so long; at some of them something is planned. */
function askedAt(seconds: number, plans: (second: number) => readonly number[] | null): readonly number[] {
  const counting = new Counting();
  const asked: number[] = [];
  for (let second = 0; second <= seconds; second += 2) {
    const now = (1_000_000 + second * SECOND) as Instant;
    const later = plans(second);
    if (later !== null) counting.plan(later.map((one) => one * SECOND), now); // prettier-ignore
    if (counting.take(now)) asked.push(second);
  }
  return asked;
}

describe('when a replica asks Keeper', () => {
  it.each<[string, (second: number) => readonly number[] | null, readonly number[]]>([
    ['at rest, every 5 minutes', () => null, [0, 300, 600]],
    ['at the times that are planned', (second) => (second === 20 ? [0, 10, 60] : null), [0, 20, 30, 80, 380]],
    ['no sooner than 3 s after it asked', (second) => (second === 2 ? [0, 1] : null), [0, 4, 304, 604]],
    ['by the newest plan', (second) => (second === 20 ? [30] : second === 40 ? [0, 60] : null), [0, 40, 100, 400]],
    ['five times like that, and then each 10 s at the most', (second) => (second > 0 && second < 60 ? [0] : null), [0, 4, 8, 12, 16, 20, 30, 40, 50, 60, 360]], // prettier-ignore
    ['and does not forget what came too often', (second) => ([2, 6, 10, 14, 18, 22].includes(second) ? [0] : null), [0, 4, 8, 12, 16, 20, 30, 330]], // prettier-ignore
  ])('%s', (_, plans, expected) => {
    expect(askedAt(620, plans)).toEqual(expected);
  });

  it('again a minute after it got no answer, however often it is looked at', () => {
    const counting = new Counting();
    const asked: number[] = [];
    for (let second = 0; second <= 620; second += 2) {
      const now = (1_000_000 + second * SECOND) as Instant;
      if (!counting.take(now)) continue;
      asked.push(second);
      if (asked.length < 3) counting.missed(now);
    }
    expect(asked).toEqual([0, 60, 120, 420]);
  });

  describe('of a session that flaps every 6 s', () => {
    const flaps = (second: number): readonly number[] | null => (second % 6 === 0 ? [0, 3, 10, 35, 60] : null);
    const gaps = (asked: readonly number[]): readonly number[] => asked.slice(1).map((at, index) => at - (asked[index] ?? 0)); // prettier-ignore
    const STRETCH = 600;

    it('each 10 s for ten minutes, and then each minute', () => {
      const asked = askedAt(3_600, flaps);
      expect(Math.max(...gaps(asked.filter((at) => at < STRETCH)))).toBeLessThanOrEqual(10);
      expect(new Set(gaps(asked.filter((at) => at >= STRETCH)))).toEqual(new Set([60]));
    });

    it('each 10 s again, once it was at rest for as long as it flapped', () => {
      const isRest = (second: number): boolean => second >= 1_200 && second < 2_400;
      const asked = askedAt(3_000, (second) => (isRest(second) ? null : flaps(second)));
      expect(Math.max(...gaps(asked.filter((at) => at >= 2_400)))).toBeLessThanOrEqual(10);
    });
  });
});
