import type { FindingReason } from '../../../src/model/finding-reason.js';
import { HealthStatus } from '../../../src/model/health.js';
import { systemId } from '../../../src/model/ids.js';
import type { TopicPartition } from '../../../src/model/kafka.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { MINUTE, SECOND } from '../../../src/model/time.js';
import type { World } from '../../support/judged.js';
import { CLUSTER, broker, nodeId, cluster, kafkaWorld, partition, source, topic, topicId } from './kafka-world.js'; // prettier-ignore

const ORDERS = topicId('orders');

/** A cluster of three brokers, and a topic of these partitions. */
function seen(world: World, partitions: readonly TopicPartition[], more: Parameters<typeof topic>[3] = {}): World {
  const now = world.clock.now();
  const brokers = [1, 2, 3].flatMap((id) => broker(now, id));
  return world.see(source(now), cluster(now), ...brokers, topic(now, 'orders', partitions, more));
}

describe('partitions', () => {
  const UNDER = 'PARTITIONS_UNDER_REPLICATED WARNING';
  const BELOW = 'PARTITIONS_UNDER_MIN_ISR CRITICAL';
  const OFFLINE = 'PARTITIONS_OFFLINE CRITICAL';

  it.each<[string, TopicPartition, Parameters<typeof topic>[3], readonly string[]]>([
    ['whole', partition(0), {}, []],
    ['one replica missing', partition(0, { inSync: [1, 2] }), {}, [UNDER]],
    ['of an internal topic', partition(0, { inSync: [1, 2] }), { isInternal: true }, [UNDER]],
    ['a replica that is being added', partition(0, { replicas: [1, 2, 3, 4], adding: [4] }), {}, []],
    [
      'one being added, one missing',
      partition(0, { replicas: [1, 2, 3, 4], inSync: [1, 2], adding: [4] }),
      {},
      [UNDER],
    ],
    ['as many as are needed', partition(0, { inSync: [1, 2] }), { minInSyncReplicas: 2 }, [UNDER]],
    ['fewer than are needed', partition(0, { inSync: [1] }), { minInSyncReplicas: 2 }, [BELOW, UNDER]],
    ['nobody may tell how many are needed', partition(0, { inSync: [1] }), { minInSyncReplicas: null }, [UNDER]],
    ['no leader', partition(0, { leader: null, replicas: [2], inSync: [2] }), { minInSyncReplicas: 1 }, [OFFLINE]],
  ])('%s', (_, one, more, findings) => {
    expect(seen(kafkaWorld(), [one, partition(1)], more).summary(ORDERS)).toEqual(findings);
  });

  const DOOMED = 'PARTITIONS_UNDER_MIN_ISR(configuration) WARNING';

  it.each<[string, readonly TopicPartition[], number, readonly string[]]>([
    ['one replica', [partition(0, { replicas: [1], inSync: [1] })], 2, [DOOMED]],
    ['one replica, and one is enough', [partition(0, { replicas: [1], inSync: [1] })], 1, []],
    ['one replica, which is lost', [partition(0, { leader: null, replicas: [1], inSync: [1] })], 2, [OFFLINE, DOOMED]],
    ['two replicas of three that are needed', [partition(0, { replicas: [1, 2], inSync: [1, 2] })], 3, [DOOMED]],
    ['the second is being added', [partition(0, { replicas: [1, 2], inSync: [1], adding: [2] })], 2, [DOOMED]],
    ['the second has been added', [partition(0, { replicas: [1, 2], inSync: [1, 2] })], 2, []],
    ['the second is lost', [partition(0, { replicas: [1, 2], inSync: [1] })], 2, [BELOW, UNDER]],
    ['one of each', [partition(0, { replicas: [1], inSync: [1] }), partition(1, { inSync: [1] })], 2, [BELOW, DOOMED, UNDER]], // prettier-ignore
  ])('fewer than are asked for: %s', (_, partitions, minInSyncReplicas, findings) => {
    expect(seen(kafkaWorld(), partitions, { minInSyncReplicas }).summary(ORDERS)).toEqual(findings);
  });

  it('name the configuration that asks for more replicas than there are', () => {
    const [finding] = seen(kafkaWorld(), [partition(0, { replicas: [1], inSync: [1] })]).findings(ORDERS);
    expect(finding?.message).toBe(
      'Partitions 0 (1 of 1) take no writes with acks=all: their replication factor is 1, and min.insync.replicas is 2.',
    );
  });

  it('are CRITICAL after five minutes without their replicas', () => {
    const world = seen(kafkaWorld(), [partition(0, { inSync: [1, 2] })]);
    world.advance(5 * MINUTE - 1);
    expect(world.summary(ORDERS)).toEqual([UNDER]);
    world.advance(1);
    expect(world.summary(ORDERS)).toEqual(['PARTITIONS_UNDER_REPLICATED CRITICAL']);
    expect(seen(world, [partition(0)]).summary(ORDERS)).toEqual([]);
  });

  it('that took no writes are not said to take them because nobody may tell any more how many are needed', () => {
    const world = seen(kafkaWorld(), [partition(0, { inSync: [1] })], { minInSyncReplicas: 2 });
    expect(world.summary(ORDERS)).toContain(BELOW);
    seen(world, [partition(0, { inSync: [1] })], { minInSyncReplicas: null });
    expect(world.summary(ORDERS)).toContain(BELOW);
    expect(world.registry.get(ORDERS)?.isStale).toBe(true);
    expect(seen(world, [partition(0)], { minInSyncReplicas: 2 }).summary(ORDERS)).toEqual([]);
  });

  it('say why it is not known how many replicas writes need', () => {
    const now = kafkaWorld().clock.now();
    const world = kafkaWorld().see(cluster(now, { unavailable: { minInSync: 'forbidden' } }), topic(now, 'orders', [partition(0)], { minInSyncReplicas: null })); // prettier-ignore
    const reading = world.readings(ORDERS).find(({ signal }) => signal === SignalName.PARTITION_WRITES);
    expect(reading).toMatchObject({ value: null, unavailable: 'forbidden' });
  });
});

describe('leaders', () => {
  const led = (elsewhere: number): readonly TopicPartition[] =>
    Array.from({ length: 20 }, (_, number) => partition(number, { leader: number < elsewhere ? 2 : 1 }));

  it.each<[number, readonly string[]]>([
    [2, []],
    [3, ['LEADERS_IMBALANCED INFO']],
  ])('of 20 partitions, %d elsewhere for 30 minutes', (elsewhere, findings) => {
    const world = seen(kafkaWorld(), led(elsewhere));
    world.advance(30 * MINUTE - 1);
    expect(world.summary(CLUSTER)).toEqual([]);
    world.advance(1);
    expect(world.summary(CLUSTER)).toEqual(findings);
    expect(world.status(CLUSTER)).toBe(HealthStatus.HEALTHY);
  });

  const reading = (world: World): unknown => world.readings(CLUSTER).find(({ signal }) => signal === SignalName.KAFKA_LEADERS); // prettier-ignore
  const LEFT_OUT = { topics: 'forbidden' };

  it.each<[object, object]>([
    [
      { topicsSeenAt: null, unavailable: LEFT_OUT },
      { value: null, unavailable: 'forbidden' },
    ],
    [{ topicsSeenAt: null }, { value: null, unavailable: 'warming up' }],
    [{}, { value: 0 }],
  ])('of a cluster that names no topic: %j', (facts, expected) => {
    const world = kafkaWorld();
    const now = world.clock.now();
    world.see(source(now), cluster(now, facts));
    expect(reading(world)).toMatchObject(expected);
  });

  it('that are not told any more are as they were, and as old', () => {
    const world = seen(kafkaWorld(), led(20)).advance(30 * MINUTE);
    const topicsSeenAt = world.clock.now();
    seen(world, led(10)).advance(MINUTE);
    const now = world.clock.now();
    world.see(cluster(now, { topicsSeenAt, unavailable: LEFT_OUT }));
    expect(reading(world)).toMatchObject({ value: 0.5, observedAt: topicsSeenAt });
    world.advance(5 * MINUTE);
    expect(world.summary(CLUSTER)).toEqual(['LEADERS_IMBALANCED INFO']);
    expect(world.registry.get(CLUSTER)?.isStale).toBe(true);
    seen(world, led(0)).advance(60 * SECOND);
    expect(world.summary(CLUSTER)).toEqual([]);
  });

  it('clear after a minute back in place', () => {
    const world = seen(kafkaWorld(), led(20)).advance(30 * MINUTE);
    seen(world, led(0));
    expect(world.summary(CLUSTER)).toEqual(['LEADERS_IMBALANCED INFO']);
    expect(world.advance(60 * SECOND).summary(CLUSTER)).toEqual([]);
  });
});

describe('a broker', () => {
  const MISSING = ['BROKER_UNREACHABLE CRITICAL'];

  it.each<[string, Parameters<typeof broker>[2], HealthStatus, readonly string[]]>([
    ['well', {}, HealthStatus.HEALTHY, []],
    ['not asked yet', { reach: 'starting' }, HealthStatus.HEALTHY, []],
    ['missing in the cluster', { isAlive: false }, HealthStatus.UNHEALTHY, MISSING],
    ['lost to us only', { reach: 'lost' }, HealthStatus.UNHEALTHY, MISSING],
    ['lost to all', { isAlive: false, reach: 'lost' }, HealthStatus.UNHEALTHY, MISSING],
    ['that does not let us in', { reach: 'forbidden' }, HealthStatus.UNKNOWN, []],
    ['that answers rubbish', { reach: 'invalid' }, HealthStatus.UNKNOWN, []],
  ])('%s', (_, facts, status, findings) => {
    const world = kafkaWorld();
    world.see(...broker(world.clock.now(), 1, facts));
    expect(world.summary(nodeId(1))).toEqual(findings);
    expect(world.status(nodeId(1))).toBe(status);
  });

  it.each<[number, readonly string[]]>([
    [150, []],
    [149, ['BROKER_DISK_LOW(/logs) WARNING']],
    [50, ['BROKER_DISK_LOW(/logs) WARNING']],
    [49, ['BROKER_DISK_LOW(/logs) CRITICAL']],
  ])('with %d of 1,000 bytes free', (freeBytes, findings) => {
    const world = kafkaWorld();
    world.see(...broker(world.clock.now(), 1, { disks: [{ freeBytes }] }));
    expect(world.summary(nodeId(1))).toEqual(findings);
    world.see(...broker(world.clock.now(), 1, { disks: [{ freeBytes: 500 }] })).advance(60 * SECOND);
    expect(world.summary(nodeId(1))).toEqual([]);
  });

  it('with a disk that failed', () => {
    const world = kafkaWorld();
    world.see(...broker(world.clock.now(), 1, { disks: [{ isOffline: true, totalBytes: null, freeBytes: null }] }));
    expect(world.summary(nodeId(1))).toEqual(['BROKER_DISK_LOW(/logs) CRITICAL']);
  });

  it('that may not tell of its disks any more has them as they were, as stale', () => {
    const world = kafkaWorld();
    const low = ['BROKER_DISK_LOW(/data) CRITICAL'];
    world.see(...broker(world.clock.now(), 1, { disks: [{ path: '/data', totalBytes: 100, freeBytes: 1 }] }));
    expect(world.summary(nodeId(1))).toEqual(low);
    world.see(...broker(world.clock.now(), 1, { disks: { logDirs: null, unavailable: 'forbidden' } }));
    expect(world.advance(2 * MINUTE).summary(nodeId(1))).toEqual(low);
    expect(world.registry.get(nodeId(1))?.isStale).toBe(true);
    world.see(...broker(world.clock.now(), 1, { disks: [{ path: '/data', totalBytes: 100, freeBytes: 90 }] }));
    expect(world.advance(MINUTE).summary(nodeId(1))).toEqual([]);
  });

  it('that may not tell of its disks says so', () => {
    const world = kafkaWorld();
    world.see(...broker(world.clock.now(), 1, { disks: { logDirs: null, unavailable: 'forbidden' } }));
    const reading = world.readings(nodeId(1)).find(({ signal }) => signal === SignalName.BROKER_DISK);
    expect(reading).toMatchObject({ value: null, unavailable: 'forbidden' });
  });
});

describe('a cluster', () => {
  it.each<[string, Parameters<typeof source>[1], readonly string[], HealthStatus]>([
    ['seen', 'ok', [], HealthStatus.HEALTHY],
    ['lost', 'lost', ['KAFKA_UNREACHABLE CRITICAL'], HealthStatus.UNHEALTHY],
    ['that does not let us in', 'forbidden', [], HealthStatus.UNKNOWN],
    ['that answers rubbish', 'invalid', [], HealthStatus.UNKNOWN],
  ])('%s', (_, state, findings, status) => {
    const world = seen(kafkaWorld(), [partition(0)]);
    world.see(source(world.clock.now(), state), cluster(world.clock.now()));
    expect(world.summary(CLUSTER)).toEqual(findings);
    expect(world.status(CLUSTER)).toBe(status);
    expect(world.status(systemId('kafka'))).toBe(status);
  });

  it('is DEGRADED for one broker, UNHEALTHY without any', () => {
    const world = seen(kafkaWorld(), [partition(0)]);
    const lose = (id: number): World => world.see(...broker(world.clock.now(), id, { isAlive: false }));
    expect(lose(1).status(CLUSTER)).toBe(HealthStatus.DEGRADED);
    lose(2);
    expect(lose(3).status(CLUSTER)).toBe(HealthStatus.UNHEALTHY);
  });
});

describe('causes', () => {
  /** The reasons behind a finding, with what they are on. */
  function causesOf(world: World, reason: `${FindingReason}`): readonly string[] {
    const findings = world.findings().filter((finding) => finding.reason.valueOf() === reason);
    if (findings.length === 0) throw new Error(`nothing is found: ${reason}`);
    const causes = findings.flatMap((finding) => world.registry.causesOf(finding));
    return causes.map((one) => `${one.reason} ${world.registry.get(one.resourceId)?.main.name ?? ''}`);
  }

  it.each<[string, TopicPartition, `${FindingReason}`, readonly string[]]>([
    ['its replica is missed', partition(0, { inSync: [1, 3] }), 'PARTITIONS_UNDER_REPLICATED', ['BROKER_UNREACHABLE broker-2']], // prettier-ignore
    ['another one is missed', partition(0, { inSync: [1, 2] }), 'PARTITIONS_UNDER_REPLICATED', []],
    ['it kept the only replica', partition(0, { leader: null, replicas: [2], inSync: [2] }), 'PARTITIONS_OFFLINE', ['BROKER_UNREACHABLE broker-2']], // prettier-ignore
    ['another one kept it', partition(0, { leader: null, replicas: [3], inSync: [3] }), 'PARTITIONS_OFFLINE', []],
    ['too few are left', partition(0, { inSync: [1] }), 'PARTITIONS_UNDER_MIN_ISR', ['BROKER_UNREACHABLE broker-2']],
  ])('a broker is missing: %s', (_, one, effect, causes) => {
    const world = seen(kafkaWorld(), [one], { minInSyncReplicas: one.replicas.length > 1 ? 2 : 1 });
    world.see(...broker(world.clock.now(), 2, { isAlive: false }));
    expect(causesOf(world, effect)).toEqual(causes);
  });

  it.each<[string, readonly TopicPartition[], readonly string[]]>([
    ['the same partition', [partition(0, { leader: null, inSync: [] })], ['PARTITIONS_OFFLINE orders']],
    ['another one', [partition(0, { leader: null, inSync: [] }), partition(1, { inSync: [1] })], []],
  ])('too few replicas are in sync because there is no leader: %s', (_, partitions, causes) => {
    const world = seen(kafkaWorld(), partitions, { minInSyncReplicas: 2 });
    expect(causesOf(world, 'PARTITIONS_UNDER_MIN_ISR')).toEqual(causes);
  });

  it('too few replicas are asked for: no broker, and no leader', () => {
    const one = partition(0, { leader: null, replicas: [2], inSync: [] });
    const world = seen(kafkaWorld(), [one], { minInSyncReplicas: 2 });
    world.see(...broker(world.clock.now(), 2, { isAlive: false }));
    expect(causesOf(world, 'PARTITIONS_UNDER_MIN_ISR')).toEqual([]);
    expect(causesOf(world, 'PARTITIONS_OFFLINE')).toEqual(['BROKER_UNREACHABLE broker-2']);
  });

  it('nobody answers: all brokers are missing', () => {
    const world = seen(kafkaWorld(), [partition(0)]);
    const now = world.clock.now();
    world.see(source(now, 'lost'), ...[1, 2, 3].flatMap((id) => broker(now, id, { reach: 'lost' })));
    expect(causesOf(world, 'KAFKA_UNREACHABLE')).toHaveLength(3);
  });
});
