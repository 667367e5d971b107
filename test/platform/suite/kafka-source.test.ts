import { type Connection, consumerGroupHeartbeatV0, deleteGroupsV2 } from '@platformatic/kafka';
import { systemClock } from '../../../src/model/clock.js';
import type { MainFacts } from '../../../src/model/facts.js';
import { resourceId } from '../../../src/model/ids.js';
import { type ConsumerGroup, ConsumerGroupState } from '../../../src/model/kafka.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { kafka } from '../../../src/sources/kafka/definition.js';
import { KafkaSource } from '../../../src/sources/kafka/kafka.source.js';
import type { Source } from '../../../src/model/source.js';
import { LatestFacts } from '../../support/source-reports.js';
import { readEndpoints } from '../endpoints.js';
import { openPlatform } from '../lifecycle.js';
import { KafkaCrowd } from '../support/kafka-crowd.js';

/** Runs in the platform's network namespace. */
const SYSTEM = 'events';
const MINUTE = 60_000;
const TOPICS = 200;
const GROUPS = 2_000;
const FEW_GROUPS = 10;

const groupName = (index: number): string => `many-${index}`;
const topicName = (index: number): string => `many-${index}`;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('the source of a real Kafka', () => {
  const endpoints = readEndpoints(openPlatform()).kafka;
  /** Only what is newest, because there is very much of it. */
  let reports: LatestFacts;
  let source: KafkaSource | undefined;
  const crowd = new KafkaCrowd(endpoints.brokers[0] ?? '');
  let requests = 0;

  const facts = <K extends ResourceKind>(kind: K, name: string): MainFacts<K> | undefined =>
    reports.of(resourceId(kind, SYSTEM, name)) as MainFacts<K> | undefined;
  const itself = (): Source | undefined => facts(ResourceKind.SOURCE, `kafka/${SYSTEM}`);
  const state = (): string | undefined => itself()?.state;

  function start(more: object): void {
    reports = new LatestFacts(systemClock);
    const config = kafka.configuration.parse({ name: SYSTEM, deadline: '20s', ...more });
    source = new KafkaSource(config, reports.context, () => {
      requests += 1;
    });
    source.start();
  }

  /** How many groups have been seen with all that they committed. */
  const known = (): number =>
    range(GROUPS).filter((index) => {
      const group = facts(ResourceKind.CONSUMER_GROUP, groupName(index));
      return group?.partitions.length === TOPICS;
    }).length;

  /** How many requests one look at everything costs, once all connections are there and nothing is new. */
  async function requestsOfALook(groups: number): Promise<number> {
    await reports.until(`${groups} groups are seen`, () => known() === groups, 3 * MINUTE);
    // The first look at what is new asks for more.
    await source?.refresh();
    await nextLook();
    const before = requests;
    await nextLook();
    return requests - before;
  }

  /** Everything is looked at once more: the cluster, and each broker for itself. */
  async function nextLook(): Promise<void> {
    const { topicsSeenAt } = facts(ResourceKind.KAFKA, SYSTEM) ?? { topicsSeenAt: null };
    const isNewer = (): boolean => facts(ResourceKind.KAFKA, SYSTEM)?.topicsSeenAt !== topicsSeenAt;
    await reports.until('the next look', isNewer, MINUTE);
  }

  afterEach(async () => {
    await source?.stop();
    source = undefined;
  });

  afterAll(async () => {
    await crowd.close();
  });

  it.each(['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'])(
    'proves who it is by %s',
    async (mechanism) => {
      const { user, passwordFile, saslBrokers: brokers } = endpoints;
      start({ brokers, sasl: { mechanism, user, passwordFile } });
      await reports.until('it is seen', () => state() === 'ok', MINUTE);
      await source?.stop();
      start({ brokers, sasl: { mechanism, user, password: 'no such password' } });
      await reports.until('it is refused', () => state() === 'forbidden', MINUTE);
    },
    3 * MINUTE,
  );

  it(
    'speaks TLS with those whom it trusts only',
    async () => {
      start({ brokers: endpoints.tlsBrokers, tls: { ca: endpoints.caFile } });
      await reports.until('it is seen', () => state() === 'ok', MINUTE);
      expect(facts(ResourceKind.KAFKA, SYSTEM)?.unavailable).toEqual({});
      await source?.stop();
      start({ brokers: endpoints.tlsBrokers, tls: {} });
      await reports.until('it is not trusted', () => state() === 'invalid', MINUTE);
    },
    3 * MINUTE,
  );

  it(
    'sees groups of the newer protocol, with their members and topics',
    async () => {
      const group = 'newer';
      const coordinator = (await crowd.coordinatorsOf([group])).get(group) as Connection;
      const { memberId } = await consumerGroupHeartbeatV0.api.async(coordinator, group, '', 0, null, null, MINUTE, ['orders', 'events'], null, null, []); // prettier-ignore
      start({ brokers: endpoints.brokers });
      const seen = (): ConsumerGroup | undefined => facts(ResourceKind.CONSUMER_GROUP, group);
      await reports.until('the group', () => seen()?.memberCount === 1, MINUTE);
      expect(seen()?.subscribed?.toSorted()).toEqual(['events', 'orders']);
      expect([ConsumerGroupState.STABLE, ConsumerGroupState.REBALANCING]).toContain(seen()?.state);
      await consumerGroupHeartbeatV0.api.async(
        coordinator,
        group,
        memberId ?? '',
        -1,
        null,
        null,
        MINUTE,
        null,
        null,
        null,
        [],
      );
      await deleteGroupsV2.api.async(coordinator, [group]);
    },
    3 * MINUTE,
  );

  it(
    `costs about as many requests for ${GROUPS} groups in ${TOPICS} topics as for ${FEW_GROUPS}`,
    async () => {
      const topics = range(TOPICS).map(topicName);
      const groups = range(GROUPS).map(groupName);
      try {
        await crowd.createTopics(topics);
        await crowd.commit(groups.slice(0, FEW_GROUPS), topics);
        start({ brokers: endpoints.brokers, interval: '3s' });
        const few = await requestsOfALook(FEW_GROUPS);
        // Looking at what is only being made is work for nothing.
        await source?.stop();
        await crowd.commit(groups.slice(FEW_GROUPS), topics);
        start({ brokers: endpoints.brokers, interval: '3s' });
        const many = await requestsOfALook(GROUPS);
        const milliseconds = itself()?.lastDurationMilliseconds ?? 0;
        const mebibytes = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
        process.stdout.write(`${few} and ${many} requests; ${milliseconds} ms; heap ${mebibytes} MiB\n`);
        expect(few).toBeGreaterThan(0);
        expect(many).toBeLessThanOrEqual(2 * few);
      } finally {
        await source?.stop();
        await crowd.disperse();
      }
    },
    8 * MINUTE,
  );
});
