import { bounded } from '../../../src/model/bounded.js';
import type { Instant } from '../../../src/model/time.js';
import { GroupBook } from '../../../src/sources/kafka/kafka.group-book.js';
import type { BrokerPart, Sweep } from '../../../src/sources/kafka/kafka.sweep.js';
import { TopicBook } from '../../../src/sources/kafka/kafka.topic-book.js';

/** What one broker tells of groups of these names, which have committed nothing. */
function sweepOf(names: readonly string[], at: number): Sweep {
  const part: BrokerPart = {
    groups: names.map((name) => ({ name, protocol: 'consumer', state: 'Empty', type: 'classic' })),
    groupsLack: null,
    described: new Map(),
    committed: new Map(names.map((name) => [name, { name, errorCode: 0, topics: [] }])),
    ends: [],
    starts: [],
    writers: [],
  };
  return { at: at as Instant, parts: new Map([[1, part]]) } as unknown as Sweep;
}

describe('groups that are called anything', () => {
  const names = ['a', 'b'].map((end) => `${'x'.repeat(5_000)}${end}`);

  it('are known by names that have an end, each as the same one in every sweep', () => {
    const book = new GroupBook({ name: 'events', labels: {}, interval: 10_000 }, new TopicBook('events', {}));
    const first = book.take(sweepOf(names, 1), true);
    expect(first.seen.map(({ name, unavailable }) => [name, unavailable])).toEqual(names.map((name) => [bounded(name), null])); // prettier-ignore
    const second = book.take(sweepOf(names, 2), true);
    expect(second.seen.map(({ id }) => id)).toEqual(first.seen.map(({ id }) => id));
    expect(new Set(second.seen.map(({ id }) => id)).size).toBe(2);
    expect([second.unseen, second.gone]).toEqual([[], []]);
  });

  it('are gone when they were missed twice', () => {
    const book = new GroupBook({ name: 'events', labels: {}, interval: 10_000 }, new TopicBook('events', {}));
    book.take(sweepOf(names, 1), true);
    book.take(sweepOf(names.slice(1), 2), true);
    const { seen, gone } = book.take(sweepOf(names.slice(1), 3), true);
    expect([seen.length, gone.map(({ name }) => name)]).toEqual([1, names.slice(0, 1).map(bounded)]);
  });
});
