import type { Series } from '../../src/model/kind-definition.js';
import { instant } from '../../src/model/time.js';
import { History, NO_PAST, type Past, samplesOf } from '../../src/registry/history.js';

const AT = instant(1_000);

/** A series of which the facts say the subject. */
const ofSubject = {
  name: 'restarts',
  aspect: 'main',
  values: (subject: string | null) => [{ subject, value: 1 }],
  keep: 'last',
  step: () => 1_000,
  window: () => 60_000,
} as unknown as Series;

function record(history: History, subject: string | null): Past {
  return history.record(NO_PAST, [ofSubject], subject as never, AT, () => ({}));
}

describe('what is kept of records that were first seen together', () => {
  it('is kept once where it is the same', () => {
    const history = new History();
    const [[first], [second]] = [record(history, 'app'), record(history, 'app')];
    expect(second).toBe(first);
  });

  it.each([
    ['', null],
    [null, ''],
  ])('is told apart for %j and %j', (one, other) => {
    const history = new History();
    record(history, one);
    const past = record(history, other);
    expect(samplesOf(past, 'restarts', other)).toEqual([{ at: AT, value: 1 }]);
    expect(samplesOf(past, 'restarts', one)).toEqual([]);
  });
});

describe('what rises', () => {
  it.each<[readonly number[], readonly number[]]>([
    [[4], [4]],
    [[4, 3], [3]],
    [
      [4, 3, 4, 3, 4],
      [3, 4],
    ],
    [
      [4, 3, 5, 4, 6, 6],
      [3, 6],
    ],
    [
      [4, 6, 2, 3],
      [2, 3],
    ],
  ])('of %j keeps the smallest, and the largest since: %j', (values, kept) => {
    const rises = { ...ofSubject, keep: 'rises', values: (value: number) => [{ subject: null, value }] } as never;
    const history = new History();
    let past = NO_PAST;
    values.forEach((value, index) => {
      past = history.record(past, [rises], value as never, instant(AT + index * 100_000), () => ({}));
    });
    expect(samplesOf(past, 'restarts', null).map(({ value }) => value)).toEqual(kept);
  });
});

it('of what changes is kept what it was before, and since when it is as it is', () => {
  const changes = { ...ofSubject, keep: 'changes', values: (value: number) => [{ subject: null, value }] } as never;
  const history = new History();
  let past = NO_PAST;
  for (const [index, value] of [1, 1, 2, 2, 3, 3].entries())
    past = history.record(past, [changes], value as never, instant(AT + index * 1_000), () => ({}));
  expect(samplesOf(past, 'restarts', null)).toEqual([
    { at: AT + 2_000, value: 2 },
    { at: AT + 4_000, value: 3 },
  ]);
});
