import type { GroupPartition } from '../../../src/model/kafka.js';
import { type Instant, SECOND, instant } from '../../../src/model/time.js';
import { EndOffsets } from '../../../src/sources/kafka/kafka.end-offsets.js';
import { type PartitionLook, advance } from '../../../src/sources/kafka/kafka.progress.js';

const START = instant(1_000_000);
const at = (look: number): Instant => instant(START + look * 10 * SECOND);

type Look = Partial<PartitionLook>;

/** What is remembered after looks ten seconds apart, the first at `START`. */
function after(...looks: readonly Look[]): GroupPartition {
  const ends = new EndOffsets();
  let memory: GroupPartition | undefined;
  for (const [index, look] of looks.entries()) {
    const seen: PartitionLook = { topic: 'orders', partition: 0, committed: 0, start: 0, end: 0, isTransactional: false, ...look }; // prettier-ignore
    if (seen.end !== null) ends.record('orders', 0, seen.end, at(index));
    memory = advance(memory, seen, { now: at(index), look: index + 1, written: (...of) => ends.written(...of) });
  }
  return memory as GroupPartition;
}

const seen = (committed: number, end: number, more: Look = {}): Look => ({ committed, end, ...more });

/** So many looks in which its leader does not answer. */
const silent = (looks: number): readonly Look[] => Array.from({ length: looks }, () => seen(5, 9, { end: null }));

describe('what is remembered of a group in a partition', () => {
  it.each<[string, readonly Look[], Partial<GroupPartition>]>([
    ['nothing committed', [seen(-1, 5)], { committed: null, lag: null, laggingSince: null }],
    ['all read', [seen(5, 5)], { committed: 5, lag: 0, laggingSince: null, risingSince: null, behindSince: null }],
    ['the end was asked before the commit', [seen(7, 5)], { lag: 0 }],
    ['an offset beyond 2^31', [seen(3_000_000_000, 3_000_000_007)], { lag: 7 }],
    ['the marker of a transaction', [seen(4, 5, { isTransactional: true })], { lag: 0, laggingSince: null }],
    ['two behind a marker', [seen(3, 5, { isTransactional: true })], { lag: 2 }],
    ['one message', [seen(4, 5)], { lag: 1 }],
    ['stands still while more is written', [seen(5, 5), seen(5, 8), seen(5, 9)], { committedSince: at(0), committedLook: 1, laggingSince: at(1), laggingLook: 2, risingSince: at(1), risingLook: 2, lag: 4 }], // prettier-ignore
    ['moves, and the lag grows', [seen(1, 5), seen(2, 8), seen(3, 10)], { committedSince: at(2), laggingSince: at(0), risingSince: at(0) }], // prettier-ignore
    ['the lag stays', [seen(1, 5), seen(2, 6)], { risingSince: at(0) }],
    ['the lag falls once', [seen(1, 5), seen(4, 6), seen(5, 9)], { laggingSince: at(0), risingSince: at(1), risingLook: 2 }], // prettier-ignore
    ['a look without lag', [seen(1, 5), seen(5, 5), seen(5, 7)], { laggingSince: at(2), risingSince: at(2) }],
    ['set back', [seen(9, 9), seen(2, 9)], { rewoundFrom: 9, lag: 7 }],
    ['set back, and not as far again', [seen(9, 9), seen(2, 9), seen(8, 9)], { rewoundFrom: 9 }],
    ['set back twice', [seen(9, 9), seen(4, 9), seen(2, 9)], { rewoundFrom: 9 }],
    ['set back, and as far again', [seen(9, 9), seen(2, 9), seen(9, 9)], { rewoundFrom: null }],
    ['the topic was made anew', [seen(9, 9), seen(0, 3)], { rewoundFrom: null }],
    ['its leader does not answer', [seen(5, 9), seen(5, 9, { end: null })], { lag: 4, end: 9, unseenSince: at(1) }],
    ['nobody ever answered', [seen(5, 9, { end: null })], { committed: 5, lag: null, end: null, unseenSince: at(0) }],
    ['seen again soon: it goes on', [seen(5, 9), seen(5, 9, { end: null }), seen(5, 9)], { unseenSince: null, committedSince: at(0), laggingSince: at(0) }], // prettier-ignore
    ['seen again after a minute: it goes on', [seen(5, 9), ...silent(6), seen(5, 9)], { committedSince: at(0), laggingSince: at(0) }], // prettier-ignore
    ['seen again after more: it begins anew', [seen(5, 9), ...silent(7), seen(5, 9)], { unseenSince: null, committedSince: at(8), laggingSince: at(8) }], // prettier-ignore
    ['set back while nobody saw it', [seen(9, 9), seen(9, 9, { end: null }), seen(2, 9)], { rewoundFrom: 9 }],
  ])('%s', (_, looks, memory) => {
    expect(after(...looks)).toMatchObject(memory);
  });

  it('is the same object as long as nothing is different', () => {
    const once = after(seen(5, 5));
    const look: PartitionLook = { topic: 'orders', partition: 0, committed: 5, start: 0, end: 5, isTransactional: false }; // prettier-ignore
    expect(advance(once, look, { now: at(1), look: 2, written: () => null })).toBe(once);
  });
});

describe('since when it is behind', () => {
  it.each<[string, readonly Look[], Instant, boolean]>([
    ['the next message was written between two looks', [seen(10, 10), seen(10, 20)], at(0), false],
    ['a quarter of what came between', [seen(10, 10), seen(15, 30)], instant(at(0) + 2_500), false],
    ['before the first look', [seen(10, 20), seen(12, 30)], at(0), true],
    ['nothing came after the first look', [seen(10, 20), seen(10, 20), seen(10, 20)], at(0), true],
    ['what is deleted does not wait', [seen(0, 10), seen(0, 20, { start: 15 })], at(0), true],
  ])('%s', (_, looks, since, isLonger) => {
    expect(after(...looks)).toMatchObject({ behindSince: since, isBehindLonger: isLonger });
  });
});

describe('where the end of a log was', () => {
  it('is remembered for a day in 64 points, densely for the last minutes', () => {
    const ends = new EndOffsets();
    const looks = 8_640;
    for (let look = 0; look <= looks; look += 1) ends.record('orders', 0, look * 100, at(look));
    const error = (look: number): number => Math.abs((ends.written('orders', 0, look * 100)?.since ?? 0) - at(look));
    expect(error(looks - 3)).toBeLessThanOrEqual(100);
    // Written evenly: interpolation is exact, however sparse the points.
    expect(error(looks - 30)).toBeLessThanOrEqual(100);
    expect(ends.written('orders', 0, 100)).toEqual({ since: expect.any(Number) as number, isLonger: false });
  });

  it('is forgotten with its topic, and when the log is another one', () => {
    const ends = new EndOffsets();
    ends.record('orders', 0, 100, at(0));
    ends.record('orders', 0, 5, at(1));
    expect(ends.written('orders', 0, 3)).toEqual({ since: at(1), isLonger: true });
    expect(ends.written('orders', 0, 5)).toBeNull();
    ends.forget('orders');
    expect(ends.written('orders', 0, 3)).toBeNull();
  });
});
