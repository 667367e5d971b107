import { counted, duration, KIND_WORDS, measure, worstOf } from '../../../src/web/board/words.js';

describe('a number in words', () => {
  it.each([
    [0.9324, 'RATIO', '93.2 %'],
    [0, 'RATIO', '0 %'],
    [1, 'RATIO', '100 %'],
    [0.000001, 'RATIO', '< 0.001 %'],
    [-0.000001, 'RATIO', '> -0.001 %'],
    [0, 'BYTES', '0 B'],
    [1023, 'BYTES', '1,023 B'],
    [1024, 'BYTES', '1 KiB'],
    [1.5 * 1024 ** 3, 'BYTES', '1.5 GiB'],
    [5 * 1024 ** 6, 'BYTES', '5,120 PiB'],
    [-1.5 * 1024 ** 2, 'BYTES', '-1.5 MiB'],
    [17.66, 'SECONDS', '17.7 s'],
    [119, 'SECONDS', '119 s'],
    [900, 'SECONDS', '15 min'],
    [12.345, 'MILLISECONDS', '12.3 ms'],
    [0.25, 'CORES', '0.25 cores'],
    [1234.5, 'PER_SECOND', '1,235/s'],
    [3, 'COUNT', '3'],
  ] as const)('%s %s is %s', (value, unit, text) => {
    expect(measure(value, unit)).toBe(text);
  });
});

describe('a length of time in words', () => {
  it.each([
    [-5_000, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h'],
    [7_500_000, '2 h 5 min'],
    [86_400_000, '1 d'],
    [100 * 3_600_000, '4 d 4 h'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });
});

it('the worst status is the one that is looked at first; what is not configured takes no part', () => {
  expect(worstOf(['HEALTHY', 'UNKNOWN', 'DEGRADED'])).toBe('UNKNOWN');
  expect(worstOf(['UNKNOWN', 'UNHEALTHY'])).toBe('UNHEALTHY');
  expect(worstOf(['NOT_CONFIGURED', 'HEALTHY'])).toBe('HEALTHY');
  expect(worstOf([])).toBe('NOT_CONFIGURED');
});

it('one is counted otherwise than many', () => {
  expect([0, 1, 1234].map((count) => counted(count, KIND_WORDS.POD))).toEqual(['0 pods', '1 pod', '1,234 pods']);
});
