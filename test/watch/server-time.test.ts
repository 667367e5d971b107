import { ServerTime } from '../../src/watch/server-time.js';

it('is the latest instant that was heard of, and what has passed since; before that, the time of day', () => {
  let elapsed = 0;
  const time = new ServerTime(
    () => elapsed,
    () => 7,
  );
  const at = (seconds: number): string => new Date(seconds * 1_000).toISOString();
  expect(time.now()).toBe(7);
  for (const nothing of [null, '', 'tomorrow']) time.note(nothing);
  expect(time.now()).toBe(7);
  time.note(at(100));
  elapsed += 5_000;
  expect(time.now()).toBe(105_000);
  time.note(at(104));
  expect(time.now()).toBe(105_000);
  time.note(at(300));
  expect(time.now()).toBe(300_000);
});
