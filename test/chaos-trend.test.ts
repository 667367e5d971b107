import { surelyRises, trendOf } from './platform/chaos/self-reports.js';

describe('a trend', () => {
  const points = (of: (x: number) => number) => Array.from({ length: 100 }, (_, x) => [x, of(x)] as const);

  it('is that of a line, exactly', () => {
    expect(trendOf(points((x) => 3 * x + 7))).toEqual({ slope: expect.closeTo(3) as number, error: expect.closeTo(0) as number }); // prettier-ignore
  });

  it('is none where what goes up and down stays where it is, and is one beneath it', () => {
    const wave = (x: number): number => 50 * (x % 2);
    expect(surelyRises(trendOf(points(wave)), 100)).toBeLessThan(0);
    expect(surelyRises(trendOf(points((x) => wave(x) + x)), 100)).toBeGreaterThan(40);
  });
});
