import { percent, size, wholePercent } from '../../src/sources/amounts.js';

describe('an amount in a sentence', () => {
  it.each<[string, string]>([
    [percent(0), '0 %'],
    [percent(0.125), '12.5 %'],
    [percent(0.99), '99 %'],
    [percent(1), '100 %'],
    [wholePercent(0.125), '13 %'],
    [wholePercent(1), '100 %'],
    [size(0), '0 B'],
    [size(1_023), '1023 B'],
    [size(1_024), '1.0 KiB'],
    [size(100_000_000_000), '93.1 GiB'],
    [size(3 * 2 ** 50), '3.0 PiB'],
    [size(3 * 2 ** 60), '3072.0 PiB'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});
