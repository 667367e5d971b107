import { bounded } from '../../../src/model/bounded.js';
import { type Instant, SECOND } from '../../../src/model/time.js';
import { GroupBook } from '../../../src/sources/kafka/kafka.group-book.js';
import type { BrokerPart, ClusterPart, Sweep } from '../../../src/sources/kafka/kafka.sweep.js';
import { TopicBook } from '../../../src/sources/kafka/kafka.topic-book.js';

/** What one broker tells of groups of these names, which have committed nothing. */
function sweepOf(names: readonly string[], at: number, state = 'Empty'): Sweep {
  const part: BrokerPart = {
    groups: names.map((name) => ({ name, protocol: 'consumer', state, type: 'classic' })),
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

  it('are in no state that only JavaScript knows', () => {
    const book = new GroupBook({ name: 'events', labels: {}, interval: 10_000 }, new TopicBook('events', {}));
    expect(book.take(sweepOf(['a'], 1, 'constructor'), true).seen).toMatchObject([{ name: 'a', state: null }]);
  });

  it('are gone when they were missed twice', () => {
    const book = new GroupBook({ name: 'events', labels: {}, interval: 10_000 }, new TopicBook('events', {}));
    book.take(sweepOf(names, 1), true);
    book.take(sweepOf(names.slice(1), 2), true);
    const { seen, gone } = book.take(sweepOf(names.slice(1), 3), true);
    expect([seen.length, gone.map(({ name }) => name)]).toEqual([1, names.slice(0, 1).map(bounded)]);
  });
});

describe('groups that were there before anybody looked', () => {
  it.each<[string, readonly [names: readonly string[], isComplete: boolean][], Readonly<Record<string, boolean>>]>([
    ['are those of the first look', [[['a'], true], [['a', 'b'], true]], { a: true, b: false }], // prettier-ignore
    ['and of all until everybody has named theirs', [[['a'], false], [['a', 'b'], true], [['a', 'b', 'c'], true]], { a: true, b: true, c: false }], // prettier-ignore
    ['and not one that was gone, and comes again', [[['a'], true], [[], true], [[], true], [['a'], true]], { a: false }], // prettier-ignore
  ])('%s', (_, sweeps, expected) => {
    const book = new GroupBook({ name: 'events', labels: {}, interval: 10_000 }, new TopicBook('events', {}));
    const looks = sweeps.map(([names, isComplete], index) => book.take(sweepOf(names, index), isComplete).seen);
    expect(Object.fromEntries((looks.at(-1) ?? []).map(({ name, isFromBefore }) => [name, isFromBefore]))).toEqual(expected); // prettier-ignore
  });
});

describe('a group that gets another coordinator', () => {
  const END = 20;
  const orders = { topic: 'orders', partitions: [0] };

  function topicsWithOrders(): TopicBook {
    const topics = new TopicBook('events', {});
    const partition = { partition: 0, leader: 1, replicas: [1], inSync: [1] };
    const cluster = { topics: [{ name: 'orders', uuid: 'u', isInternal: false, partitions: [partition] }] };
    topics.take({ cluster, reassignments: [], minInSync: { value: { values: new Map(), forbidden: [] } } } as unknown as ClusterPart, 0 as Instant); // prettier-ignore
    return topics;
  }

  type Look = readonly [seconds: number, coordinator: number, committed: number];

  /** What is known of the only partition after these looks. */
  function after(...looks: readonly Look[]): unknown {
    const book = new GroupBook({ name: 'events', labels: {}, interval: 10_000 }, topicsWithOrders());
    let partition: unknown;
    for (const [seconds, coordinator, committed] of looks) {
      const sweep = sweepOf(['shipping'], seconds * SECOND);
      const part: BrokerPart = {
        ...(sweep.parts.get(1) as BrokerPart),
        committed: new Map([['shipping', { name: 'shipping', errorCode: 0, topics: [{ ...orders, offsets: [committed] }] }]]), // prettier-ignore
        ends: [{ ...orders, offsets: [END] }],
        starts: [{ ...orders, offsets: [0] }],
      };
      partition = book.take({ ...sweep, parts: new Map([[coordinator, part]]) }, true).seen[0]?.partitions[0];
    }
    return partition;
  }

  it.each<[string, readonly Look[], object]>([
    [
      'the same one, further back',
      [
        [0, 1, 9],
        [2, 1, 7],
      ],
      { committed: 7, rewoundFrom: 9 },
    ],
    [
      'another, behind for now',
      [
        [0, 1, 9],
        [2, 2, 7],
      ],
      { committed: 9, lag: 11, rewoundFrom: null },
    ],
    [
      'another, that knows of nothing yet',
      [
        [0, 1, 9],
        [2, 2, -1],
      ],
      { committed: 9, rewoundFrom: null },
    ],
    [
      'another, as far again',
      [
        [0, 1, 9],
        [2, 2, 7],
        [4, 2, 9],
        [10, 2, 12],
      ],
      { committed: 12, rewoundFrom: null },
    ],
    [
      'another, further',
      [
        [0, 1, 9],
        [2, 2, 10],
      ],
      { committed: 10, rewoundFrom: null },
    ],
    [
      'another, behind for good',
      [
        [0, 1, 9],
        [2, 2, 7],
        [7, 2, 7],
        [9, 2, 7],
      ],
      { committed: 7, rewoundFrom: 9 },
    ],
    [
      'and another',
      [
        [0, 1, 9],
        [2, 2, 7],
        [6, 3, 7],
        [9, 3, 7],
      ],
      { committed: 9, rewoundFrom: null },
    ],
    [
      'set back long after',
      [
        [0, 1, 9],
        [2, 2, 9],
        [12, 2, 9],
        [14, 2, 3],
      ],
      { committed: 3, rewoundFrom: 9 },
    ],
  ])('%s', (_, looks, memory) => {
    expect(after(...looks)).toMatchObject(memory);
  });
});

describe('a group that is rebalancing', () => {
  const look = (at: number, states: Readonly<Record<string, string>>): Sweep => {
    const sweep = sweepOf([], at * SECOND);
    const groups = Object.entries(states).map(([name, state]) => ({ name, protocol: 'consumer', state, type: 'classic' })); // prettier-ignore
    return { ...sweep, parts: new Map([[1, { ...(sweep.parts.get(1) as BrokerPart), groups }]]) };
  };
  const rebalancing = { shipping: 'PreparingRebalance' };

  it.each<[string, readonly Sweep[], number | null]>([
    ['from look to look, since the first', [look(0, rebalancing), look(10, rebalancing), look(60, rebalancing)], 0],
    ['before and after an outage, since the end of that', [look(0, rebalancing), look(360, rebalancing)], 360],
    [
      'before and after more than five looks that failed, since then',
      [look(0, rebalancing), look(51, rebalancing)],
      51,
    ],
    ['before and after it was stable, since that', [look(0, rebalancing), look(10, { shipping: 'Stable' }), look(20, rebalancing)], 20], // prettier-ignore
    ['no more, since never', [look(0, rebalancing), look(10, { shipping: 'Stable' })], null],
  ])('%s', (_, sweeps, since) => {
    const book = new GroupBook({ name: 'events', labels: {}, interval: 10_000 }, new TopicBook('events', {}));
    const seen = sweeps.map((sweep) => book.take(sweep, true).seen[0]);
    expect(seen.at(-1)?.rebalancingSince).toBe(since === null ? null : since * SECOND);
  });

  it('and was missed by those that answered while others did not', () => {
    const book = new GroupBook({ name: 'events', labels: {}, interval: 10_000 }, new TopicBook('events', {}));
    book.take(look(0, rebalancing), true);
    for (let at = 10; at < 360; at += 10) expect(book.take(look(at, {}), false).unseen).toHaveLength(1);
    expect(book.take(look(360, rebalancing), true).seen[0]?.rebalancingSince).toBe(360 * SECOND);
  });
});
