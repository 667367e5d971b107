import { TwoAges } from '../../../src/server/fast/two-ages.js';

const ROOM = 1_000;

function ages(): TwoAges<number, string> {
  return new TwoAges<number, string>(ROOM, ({ length }) => length);
}

const TEN = 'x'.repeat(10);

it('has room for so much, whatever is asked of it', () => {
  const kept = ages();
  for (let n = 0; n < 10_000; n += 1) {
    kept.set(`g${n % 7}`, n % 300, 'x'.repeat(n % 50));
    kept.get(`g${n % 5}`, n % 90);
    expect(kept.size).toBeLessThanOrEqual(ROOM);
  }
  expect(kept.size).toBeGreaterThan(ROOM / 4);
});

it('counts what is put in the place of another once, and the name of a group', () => {
  const kept = ages();
  for (let time = 0; time < 3; time += 1) kept.set('group', 1, TEN);
  kept.set('group', 1, 'x');
  expect(kept.size).toBe('group'.length + 1);
});

it('keeps what is asked for, however much passes by meanwhile', () => {
  const kept = ages();
  for (let n = 0; n < 10; n += 1) kept.set('wanted', n, TEN);
  for (let n = 0; n < 10_000; n += 1) {
    kept.set('passing', n, TEN);
    if (n % 10 === 0) for (let key = 0; key < 10; key += 1) expect(kept.get('wanted', key)).toBe(TEN);
  }
});

it('forgets what nobody asks for', () => {
  const kept = ages();
  kept.set('group', 0, TEN);
  for (let n = 1; n < 1_000; n += 1) kept.set('group', n, TEN);
  expect(kept.get('group', 0)).toBeUndefined();
  expect(kept.get('group', 999)).toBe(TEN);
});

it('lets nothing go for what is too large itself', () => {
  const kept = ages();
  kept.set('group', 0, TEN);
  kept.set('group', 1, 'x'.repeat(ROOM));
  expect(kept.get('group', 0)).toBe(TEN);
  expect(kept.get('group', 1)).toBeUndefined();
});
