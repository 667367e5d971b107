import type { Instant } from '../../../src/model/time.js';
import { BrokerBook } from '../../../src/sources/kafka/kafka.broker-book.js';

const NOW = 1_000 as Instant;
const BROKERS = [1, 2].map((id) => ({ id, host: `kafka-${id}`, port: 9092, rack: null }));
const TOPICS = [{ name: 'orders', uuid: 'a', isInternal: false, partitions: [{ partition: 0, leader: 1, replicas: [1, 2], inSync: [1, 2] }] }]; // prettier-ignore

type Sweep = Parameters<BrokerBook['take']>[0];

function sweep(brokers: typeof BROKERS, topics: typeof TOPICS): Sweep {
  const cluster = { clusterId: 'abc', controllerId: 1, brokers, topics };
  return { cluster, registered: { lack: 'unsupported' } } as unknown as Sweep;
}

describe('brokers of a cluster', () => {
  const counts = (book: BrokerBook) => book.known.map(({ name, leaders, replicas }) => [name, leaders, replicas]);
  const BEFORE = [
    ['broker-1', 1, 1],
    ['broker-2', 0, 1],
  ];

  it.each<[string, boolean, unknown]>([
    ['are left out', false, BEFORE],
    ['are gone', true, [['broker-1', 0, 0], ['broker-2', 0, 0]]], // prettier-ignore
  ])('lead and keep what they did, unless it is known otherwise: topics %s', (_, isListed, expected) => {
    const book = new BrokerBook({ name: 'events', labels: {}, kubernetes: null });
    book.take(sweep(BROKERS, TOPICS), true, NOW);
    expect(counts(book)).toEqual(BEFORE);
    book.take(sweep(BROKERS, []), isListed, NOW);
    expect(counts(book)).toEqual(expected);
  });

  it('have not left on purpose because topics are left out', () => {
    const book = new BrokerBook({ name: 'events', labels: {}, kubernetes: null });
    book.take(sweep(BROKERS, TOPICS), true, NOW);
    expect(book.take(sweep(BROKERS.slice(0, 1), []), false, NOW)).toEqual([]);
    expect(book.known.map(({ name, isAlive }) => [name, isAlive])).toEqual([
      ['broker-1', true],
      ['broker-2', false],
    ]);
  });
});
