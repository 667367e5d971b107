import { HealthStatus, Severity } from '../../src/model/health.js';
import { PLAIN, jsonOf, lasting, lineOf, tame } from '../../src/watch/text.js';

it.each([
  [0, '0s'],
  [999, '0s'],
  [59_000, '59s'],
  [60_000, '1m'],
  [200_000, '3m 20s'],
  [3_600_000, '1h'],
  [5_430_000, '1h 30m'],
  [90_000_000, '1d 1h'],
  [-5, '0s'],
])('%d ms last %s', (time, text) => {
  expect(lasting(time)).toBe(text);
});

it.each([
  ['plain', 'plain'],
  ['two\nlines\tand  more', 'two lines and more'],
  ['\u001b[31mred\u001b[0m', '[31mred[0m'],
  ['\u009b2Jgone', '2Jgone'],
  ['turned \u202eround', 'turned round'],
  ['größer 雪 👍', 'größer 雪 👍'],
])('%j is shown as %j: nothing that a terminal would do', (text, shown) => {
  expect(tame(text)).toBe(shown);
});

it('JSON holds nothing that a terminal would do, and means the same', () => {
  const value = { message: 'a\u009b2J\u202e\u007f\u001b[2J\n' };
  expect(jsonOf(value)).toMatch(/^[\x20-\x7e]+$/);
  expect(JSON.parse(jsonOf(value))).toEqual(value);
});

it('a change is one line', () => {
  const finding = { severity: Severity.CRITICAL, reason: 'VOLUME_SPACE_LOW', subject: null, message: '1 %\nis free.' };
  const change = {
    cursor: 'x',
    at: '2026-01-01T00:00:00.000Z',
    type: 'CHANGED',
    previousStatus: HealthStatus.HEALTHY,
    status: HealthStatus.UNHEALTHY,
    resourceKind: 'VOLUME',
    resourceName: 'disk-1',
    cluster: 'prod',
    namespace: null,
    raised: [finding],
    updated: [],
    cleared: [{ ...finding, reason: 'VOLUME_SLOW' }],
  };
  expect(lineOf(change, PLAIN)).toBe(
    '2026-01-01T00:00:00.000Z  VOLUME prod/disk-1  HEALTHY → UNHEALTHY  CRITICAL VOLUME_SPACE_LOW: 1 % is free.  VOLUME_SLOW is over',
  );
  expect(lineOf({ ...change, raised: [], cleared: [], status: null }, PLAIN)).toBe(
    '2026-01-01T00:00:00.000Z  VOLUME prod/disk-1  HEALTHY → gone',
  );
});
