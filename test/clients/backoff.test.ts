import { Backoff } from '../../src/clients/backoff.js';

describe('Backoff', () => {
  it('doubles up to the longest, and stays there', () => {
    const backoff = new Backoff(500, () => 1);
    expect(Array.from({ length: 7 }, () => backoff.next(10_000))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
  });

  it('goes on from there when more is allowed', () => {
    const backoff = new Backoff(500, () => 1);
    for (let count = 0; count < 100; count += 1) backoff.next(10_000);
    expect([backoff.next(30_000), backoff.next(30_000)]).toEqual([16_000, 30_000]);
  });

  it.each([
    [0, 250],
    [0.5, 375],
    [1, 500],
  ])('is jittered: %d gives %d', (random, expected) => {
    expect(new Backoff(500, () => random).next(10_000)).toBe(expected);
  });

  it('begins anew when it is reset', () => {
    const backoff = new Backoff(500, () => 1);
    backoff.next(10_000);
    backoff.next(10_000);
    backoff.reset();
    expect(backoff.next(10_000)).toBe(500);
  });
});
