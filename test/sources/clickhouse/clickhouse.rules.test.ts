import { type TableReplica, TablePresence } from '../../../src/model/clickhouse.js';
import { FindingReason } from '../../../src/model/finding-reason.js';
import { HealthStatus } from '../../../src/model/health.js';
import { systemId } from '../../../src/model/ids.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { HOUR, MINUTE, SECOND } from '../../../src/model/time.js';
import { postgres } from '../../../src/sources/postgres/definition.js';
import type { World } from '../../support/judged.js';
import { A, B, C, DATABASE, type Different, LOST, MISSING, NO_COUNTERS, TABLE, failing, olapWorld, parts, see, seeTable } from './olap-world.js'; // prettier-ignore

type Replicas = Readonly<Record<string, Different>>;
const calm: Replicas = { a: {}, b: {}, c: {} };

describe('a database', () => {
  it.each<[string, Replicas, HealthStatus, readonly string[]]>([
    ['calm', calm, HealthStatus.HEALTHY, []],
    ['one of three lost', { ...calm, c: LOST }, HealthStatus.DEGRADED, []],
    ['one that may not tell', { ...calm, c: { reach: 'forbidden' } }, HealthStatus.HEALTHY, []],
    ['all lost', { a: LOST, b: LOST, c: LOST }, HealthStatus.UNHEALTHY, ['DATABASE_UNREACHABLE CRITICAL']],
  ])('%s', (_, replicas, status, findings) => {
    const world = see(olapWorld(), replicas);
    expect(world.summary(DATABASE)).toEqual(findings);
    expect(world.status(DATABASE)).toBe(status);
    expect(world.status(systemId('databases'))).toBe(status);
  });

  it('whose replicas do not let us in is unknown', () => {
    const world = see(olapWorld(), { a: { reach: 'forbidden' }, b: { reach: 'invalid' }, c: LOST });
    expect(world.summary(DATABASE)).toEqual([]);
    expect(world.status(DATABASE)).toBe(HealthStatus.UNKNOWN);
  });

  it('says which shard has no replica left, and how many answer of each', () => {
    const shards = { a: { shard: 'one' }, b: { shard: 'two', ...LOST } };
    const world = see(olapWorld(), shards, { shardNames: ['one', 'two'] });
    expect(world.summary(DATABASE)).toEqual(['DATABASE_UNREACHABLE(two) CRITICAL']);
    expect(world.readings(DATABASE)).toMatchObject([
      { signal: SignalName.DATABASE_REPLICAS, subject: 'one', value: 1, required: 1 },
      { signal: SignalName.DATABASE_REPLICAS, subject: 'two', value: 0, required: 1 },
    ]);
  });

  it.each<[string, Replicas, readonly (string | null)[], string]>([
    ['none of three', { a: LOST, b: LOST, c: LOST }, [null], 'None of its 3 replicas answers.'],
    ['not even its only one', { a: LOST }, [null], 'Its only replica does not answer.'],
    [
      'not even the only one of a shard',
      { a: { shard: 'one' }, b: { shard: 'two', ...LOST } },
      ['one', 'two'],
      'The only replica of shard "two" does not answer.',
    ],
  ])('says whose replicas do not answer: %s', (_, replicas, shardNames, message) => {
    expect(see(olapWorld(), replicas, { shardNames }).findings(DATABASE)).toMatchObject([{ message }]);
  });

  it('of which no table takes inserts any more does not work', () => {
    const world = see(olapWorld(), calm);
    seeTable(world, { a: { isReadOnly: true }, b: {}, c: {} });
    see(world.advance(MINUTE), calm);
    seeTable(world, { a: { isReadOnly: true }, b: {}, c: {} });
    expect(world.status(TABLE)).toBe(HealthStatus.UNHEALTHY);
    expect(world.status(DATABASE)).toBe(HealthStatus.DEGRADED);
    seeTable(world, { a: { isReadOnly: true }, b: { isReadOnly: true }, c: { isReadOnly: true } });
    expect(world.status(DATABASE)).toBe(HealthStatus.UNHEALTHY);
  });

  it('is judged by the rules of its own engine', () => {
    const { kinds, rules, causes } = postgres;
    const world = see(olapWorld({ kinds, rules, causes }), calm);
    expect(world.summary()).toEqual([]);
    expect(world.readings(DATABASE).map(({ signal }) => signal)).toEqual([SignalName.DATABASE_REPLICAS]);
  });
});

describe('a replica', () => {
  it.each<[string, Different, HealthStatus, readonly string[]]>([
    ['calm', {}, HealthStatus.HEALTHY, []],
    ['lost', LOST, HealthStatus.UNHEALTHY, ['DATABASE_UNREACHABLE CRITICAL']],
    ['does not let us in', { reach: 'forbidden' }, HealthStatus.UNKNOWN, []],
    ['answers rubbish', { reach: 'invalid' }, HealthStatus.UNKNOWN, []],
    ['delays an insert now', { delayedInserts: 1 }, HealthStatus.DEGRADED, ['INSERTS_DELAYED WARNING']],
    ['a disk at 20 %', disk(20), HealthStatus.HEALTHY, []],
    ['below 20 %', disk(19.9), HealthStatus.DEGRADED, ['DATABASE_DISK_LOW(default) WARNING']],
    ['below 10 %', disk(9.9), HealthStatus.UNHEALTHY, ['DATABASE_DISK_LOW(default) CRITICAL']],
    ['no disks known', { disks: null, unavailable: { disks: 'unsupported' } }, HealthStatus.HEALTHY, []],
    ['a mutation of an hour', mutation(3_600, 0), HealthStatus.HEALTHY, []],
    ['a longer one', mutation(3_601, 0), HealthStatus.DEGRADED, ['MUTATION_STUCK(shop.orders) WARNING']],
    ['one that fails', mutation(1, 1), HealthStatus.DEGRADED, ['MUTATION_STUCK(shop.orders) WARNING']],
    ['one of which nobody says whether', mutation(1, null), HealthStatus.HEALTHY, []],
    ['a blocked queue', queue({ isBlocked: true }), HealthStatus.DEGRADED, ['DISTRIBUTED_SEND_BLOCKED(shop.all) WARNING']], // prettier-ignore
    ['broken files', queue({ brokenFiles: 2 }), HealthStatus.DEGRADED, ['DISTRIBUTED_SEND_BLOCKED(shop.all) WARNING']],
    ['a queue with errors', queue({ errors: 5 }), HealthStatus.HEALTHY, []],
    ['a full table of its own', { plainTables: [{ table: 'log.x', ...parts(80) }] }, HealthStatus.DEGRADED, ['PARTS_NEAR_LIMIT(log.x) WARNING']], // prettier-ignore
  ])('%s', (_, different, status, findings) => {
    const world = see(olapWorld(), { ...calm, a: different });
    expect(world.summary(A)).toEqual(findings);
    expect(world.status(A)).toBe(status);
  });

  it.each<[string, Different, string]>([
    ['one mutation', mutation(1, 1), '1 mutation of table shop.orders is not done, the oldest for 1s, and 1 fails.'],
    ['one blocked file', queue({ isBlocked: true, files: 1 }), 'sends of table shop.all are stopped, and 1 file waits'],
    ['one broken file', queue({ brokenFiles: 1 }), '1 file of table shop.all is broken and was put aside'],
  ])('counts in whole sentences: %s', (_, different, said) => {
    const world = see(olapWorld(), { ...calm, a: different });
    expect(world.findings(A)[0]?.message.toLowerCase()).toContain(said.toLowerCase());
  });

  it('keeps what was known of it when it is lost, and is stale', () => {
    const world = see(olapWorld(), { ...calm, a: disk(5) });
    see(world.advance(10 * SECOND), { ...calm, a: { ...disk(5), ...LOST } });
    expect(world.summary(A)).toEqual(['DATABASE_DISK_LOW(default) CRITICAL', 'DATABASE_UNREACHABLE CRITICAL']);
    expect(world.registry.get(A)?.isStale).toBe(true);
  });

  it('tells of tables and disks in numbers, or why not', () => {
    const lacking = { unavailable: { disks: 'unsupported', counters: 'forbidden' }, disks: null, counters: null };
    const world = see(olapWorld(), { ...calm, a: lacking });
    const readings = Object.fromEntries(world.readings(A).map((one) => [one.signal, one.unavailable]));
    expect(readings).toMatchObject({
      [SignalName.DATABASE_REPLICA_DISK]: 'unsupported',
      [SignalName.DATABASE_INSERTS_DELAYED]: 'forbidden',
      [SignalName.DATABASE_MUTATIONS]: null,
    });
  });
});

function disk(percent: number): Different {
  return { disks: [{ name: 'default', freeBytes: percent * 10, totalBytes: 1_000 }] };
}

function mutation(oldestSeconds: number, failing: number | null): Different {
  return { mutations: [{ table: 'shop.orders', count: 1, oldestSeconds, failing, error: null }] };
}

function queue(different: object): Different {
  return {
    distributedQueues: [{ table: 'shop.all', isBlocked: false, files: 3, brokenFiles: 0, errors: 0, ...different }],
  };
}

/** A look so many seconds after the first: counters, and what else is different. */
type Look = readonly [seconds: number, Partial<typeof NO_COUNTERS>, Different?];

/** Sees replica a at these seconds with these counters; the others are calm. */
function counted(...looks: readonly Look[]): World {
  const world = olapWorld();
  let at = 0;
  for (const [seconds, counters, different = {}] of looks) {
    world.advance((seconds - at) * SECOND);
    at = seconds;
    see(world, { ...calm, a: { ...different, counters: { ...NO_COUNTERS, ...counters } } });
  }
  return world;
}

describe('counters of a replica', () => {
  it.each<[string, readonly Look[], readonly string[]]>([
    ['one look tells nothing', [[0, { rejectedInserts: 7 }]], []],
    ['delayed', [[0, {}], [10, { delayedInserts: 2 }]], ['INSERTS_DELAYED WARNING']], // prettier-ignore
    ['refused', [[0, {}], [10, { rejectedInserts: 1 }]], ['INSERTS_REJECTED CRITICAL']], // prettier-ignore
    ['refused before, and no more', [[0, { rejectedInserts: 9 }], [10, { rejectedInserts: 9 }]], []], // prettier-ignore
    ['refused 5 minutes ago', [[0, {}], [10, { rejectedInserts: 1 }], [309, { rejectedInserts: 1 }]], ['INSERTS_REJECTED CRITICAL']], // prettier-ignore
    ['and a second later', [[0, {}], [10, { rejectedInserts: 1 }], [310, { rejectedInserts: 1 }]], []], // prettier-ignore
    ['a restart: what is new counts', [[0, { rejectedInserts: 9 }], [10, { rejectedInserts: 1 }]], ['INSERTS_REJECTED CRITICAL']], // prettier-ignore
    ['a restart: nothing is new', [[0, { rejectedInserts: 9 }], [10, {}]], []], // prettier-ignore
    ['hardware, once', [[0, {}], [10, { hardwareExceptions: 3 }]], ['KEEPER_EXCEPTIONS WARNING']], // prettier-ignore
    ['hardware in two of three intervals', [[0, {}], [10, { hardwareExceptions: 3 }], [20, { hardwareExceptions: 3 }], [30, { hardwareExceptions: 4 }]], ['KEEPER_EXCEPTIONS CRITICAL']], // prettier-ignore
    ['twice in one interval, looked at often', [[0, {}], [2, { hardwareExceptions: 3 }], [4, { hardwareExceptions: 4 }]], ['KEEPER_EXCEPTIONS WARNING']], // prettier-ignore
    ['hardware no more', [[0, {}], [10, { hardwareExceptions: 3 }], [20, { hardwareExceptions: 4 }], [50, { hardwareExceptions: 4 }]], ['KEEPER_EXCEPTIONS WARNING']], // prettier-ignore
    ['others', [[0, {}], [10, { otherExceptions: 1 }], [20, { otherExceptions: 2 }]], ['KEEPER_EXCEPTIONS WARNING']], // prettier-ignore
    ['those of users are normal', [[0, {}], [10, { userExceptions: 50 }]], []], // prettier-ignore
    ['no session for 2 s', [[0, {}, { hasKeeperSession: false }], [2, {}, { hasKeeperSession: false }]], ['KEEPER_EXCEPTIONS CRITICAL']], // prettier-ignore
    ['no session in one look', [[0, {}, { hasKeeperSession: false }]], []],
    [
      'no session known',
      [
        [0, {}, { hasKeeperSession: null }],
        [2, {}, { hasKeeperSession: null }],
      ],
      [],
    ],
    ['a part is lost', [[0, {}], [10, { lostParts: 1 }]], ['REPLICATED_DATA_LOSS CRITICAL']], // prettier-ignore
    ['lost almost an hour ago', [[0, {}], [10, { lostParts: 1 }], [3_609, { lostParts: 1 }]], ['REPLICATED_DATA_LOSS CRITICAL']], // prettier-ignore
    ['lost an hour ago', [[0, {}], [10, { lostParts: 1 }], [3_611, { lostParts: 1 }]], []], // prettier-ignore
  ])('%s', (_, looks, findings) => {
    expect(counted(...looks).summary(A)).toEqual(findings);
  });

  it.each<[Partial<typeof NO_COUNTERS>, string]>([
    [{ hardwareExceptions: 1 }, 'Within 5m the connection to Keeper was lost or too slow once.'],
    [{ otherExceptions: 2 }, 'Within 5m something else went wrong with Keeper 2 times.'],
    [{ hardwareExceptions: 3, otherExceptions: 1 }, 'Within 5m the connection to Keeper was lost or too slow 3 times, and something else went wrong with Keeper once.'], // prettier-ignore
  ])('say what happened how often: %j', (counters, message) => {
    expect(counted([0, {}], [10, counters]).findings(A)[0]?.message).toBe(message);
  });

  /** These looks, and two more in which the replica answers and does not tell its counters: a second later, and then. */
  function untold(then: number, ...looks: readonly Look[]): World {
    const silent = { ...calm, a: { counters: null, unavailable: { counters: 'forbidden' } } };
    const next = (looks.at(-1)?.[0] ?? 0) + 1;
    const world = see(counted(...looks).advance(SECOND), silent);
    return see(world.advance((then - next) * SECOND), silent);
  }

  it.each<[string, number, readonly Look[], readonly string[]]>([
    ['refused, for 5 minutes', 309, [[0, {}], [10, { rejectedInserts: 1 }]], ['INSERTS_REJECTED CRITICAL']], // prettier-ignore
    [
      'refused, no longer',
      310,
      [
        [0, {}],
        [10, { rejectedInserts: 1 }],
      ],
      [],
    ],
    [
      'delayed, no longer',
      310,
      [
        [0, {}],
        [10, { delayedInserts: 1 }],
      ],
      [],
    ],
    ['lost, for an hour', 3_609, [[0, {}], [10, { lostParts: 1 }]], ['REPLICATED_DATA_LOSS CRITICAL']], // prettier-ignore
    [
      'lost, no longer',
      3_610,
      [
        [0, {}],
        [10, { lostParts: 1 }],
      ],
      [],
    ],
    ['rising, while that is so of the last intervals', 22, [[0, {}], [10, { hardwareExceptions: 3 }], [20, { hardwareExceptions: 4 }]], ['KEEPER_EXCEPTIONS CRITICAL']], // prettier-ignore
    ['risen, after those', 50, [[0, {}], [10, { hardwareExceptions: 3 }], [20, { hardwareExceptions: 4 }]], ['KEEPER_EXCEPTIONS WARNING']], // prettier-ignore
  ])('not told any more, say what they said as long as it is of their window: %s', (_, seconds, looks, expected) => {
    const world = untold(seconds, ...looks);
    expect(world.summary(A)).toEqual(expected);
    const rejected = world.readings(A).find(({ signal }) => signal === SignalName.DATABASE_INSERTS_REJECTED);
    expect(rejected).toMatchObject({ value: null, unavailable: 'forbidden' });
  });

  it('of a replica that is not seen any more say what they last said', () => {
    const world = counted([0, {}], [10, { rejectedInserts: 1 }]);
    expect(world.advance(HOUR).summary(A)).toEqual(['INSERTS_REJECTED CRITICAL']);
  });

  it('are warming up at first, and not known where they cannot be read', () => {
    const signals = [SignalName.DATABASE_INSERTS_REJECTED, SignalName.DATABASE_KEEPER_EXCEPTIONS] as string[];
    const readings = (world: World): unknown[] =>
      world
        .readings(A)
        .filter(({ signal }) => signals.includes(signal))
        .map(({ value, unavailable }) => value ?? unavailable);
    expect(readings(counted([0, { rejectedInserts: 5 }]))).toEqual(['warming up', 'warming up']);
    const grown = { rejectedInserts: 7, hardwareExceptions: 2, otherExceptions: 1 };
    expect(readings(counted([0, { rejectedInserts: 5 }], [10, grown]))).toEqual([2, 3]);
  });
});

describe('a replicated table', () => {
  it.each<[string, Readonly<Record<string, Partial<TableReplica>>>, readonly string[]]>([
    ['calm', { a: {}, b: {}, c: {} }, []],
    ['60 s behind', { a: { delaySeconds: 60 }, b: {} }, []],
    ['61 s behind', { a: { delaySeconds: 61 }, b: {} }, ['REPLICATION_LAGGING(a:8123) WARNING']],
    ['300 s behind', { a: { delaySeconds: 300 } }, ['REPLICATION_LAGGING(a:8123) WARNING']],
    ['301 s behind', { a: { delaySeconds: 301 } }, ['REPLICATION_LAGGING(a:8123) CRITICAL']],
    ['a long queue', { a: { queueSize: 5_000 } }, []],
    ['an entry that fails for 10 m', { a: { failingQueueEntry: failing(600) } }, []],
    ['… and longer', { a: { failingQueueEntry: failing(601) } }, ['REPLICATION_LAGGING(a:8123) WARNING']],
    ['read-only', { a: {}, b: { isReadOnly: true } }, ['REPLICA_READ_ONLY(b:8123) WARNING']],
    ['a replica too few', { a: { activeReplicas: 2 } }, ['REPLICA_MISSING WARNING']],
    ['one that was told nothing believes nothing', { a: { activeReplicas: null, totalReplicas: null }, b: { activeReplicas: 2 } }, ['REPLICA_MISSING WARNING']], // prettier-ignore
    ['what a lost one said last of that', { a: { activeReplicas: 2, isSeen: false }, b: {} }, []],
    ['… while nobody else was told', { a: { activeReplicas: 2, isSeen: false }, b: { activeReplicas: null, totalReplicas: null } }, ['REPLICA_MISSING WARNING']], // prettier-ignore
    ['what the last said of that when it was lost', { a: { activeReplicas: 2, isSeen: false }, b: { isSeen: false, activeReplicas: null, totalReplicas: null } }, ['REPLICA_MISSING WARNING']], // prettier-ignore
    ['80 parts of 100', { a: { parts: parts(80) } }, ['PARTS_NEAR_LIMIT(a:8123) WARNING']],
    ['79 parts of 100', { a: { parts: parts(79) } }, []],
    ['160 parts of 200', { a: { parts: parts(160) } }, ['PARTS_NEAR_LIMIT(a:8123) CRITICAL']],
    ['large parts', { a: { parts: parts(160, 1_000_001) } }, []],
    ['parts without a limit', { a: { parts: { ...parts(500), partsToDelay: null, partsToThrow: null } } }, []],
    ['missing, but not for long', { a: {}, b: MISSING }, []],
  ])('%s', (_, replicas, findings) => {
    const world = see(olapWorld(), calm);
    expect(seeTable(world, replicas).summary(TABLE)).toEqual(findings);
  });

  it('missing stays so while there are too many tables to list all', () => {
    const world = see(olapWorld(), calm);
    for (let at = 0; at <= 5 * MINUTE; at += 10 * SECOND) seeTable(world.advance(10 * SECOND), { a: {}, b: MISSING });
    const FOUND = ['REPLICA_TABLE_MISSING(b:8123) WARNING'];
    expect(world.summary(TABLE)).toEqual(FOUND);
    seeTable(world.advance(MINUTE), { a: {}, b: { ...MISSING, presence: TablePresence.UNKNOWN } });
    expect(world.summary(TABLE)).toEqual(FOUND);
    expect(world.registry.get(TABLE)?.isStale).toBe(true);
    expect(seeTable(world.advance(MINUTE), { a: {}, b: {} }).summary(TABLE)).toEqual([]);
  });

  it.each<[string, number, Partial<TableReplica>, readonly string[], readonly string[]]>([
    ['read-only', MINUTE, { isReadOnly: true }, ['REPLICA_READ_ONLY(b:8123) WARNING'], ['REPLICA_READ_ONLY(b:8123) CRITICAL']], // prettier-ignore
    ['missing', 5 * MINUTE, MISSING, [], ['REPLICA_TABLE_MISSING(b:8123) WARNING']],
    ['not replicated', 5 * MINUTE, { ...MISSING, presence: TablePresence.PLAIN }, [], ['REPLICA_TABLE_MISSING(b:8123) WARNING']], // prettier-ignore
    ['never listed', 5 * MINUTE, { ...MISSING, presence: TablePresence.UNKNOWN }, [], []],
    ['never in step', MINUTE, { delaySeconds: null, hasNeverSynced: true }, [], ['REPLICATION_LAGGING(b:8123) WARNING']], // prettier-ignore
  ])('%s for a while', (_, hold, different, before, afterwards) => {
    const world = see(olapWorld(), calm);
    const replicas = { a: {}, b: different };
    for (let at = 0; at < hold; at += 10 * SECOND) {
      seeTable(world, replicas);
      expect(world.summary(TABLE)).toEqual(before);
      world.advance(10 * SECOND);
    }
    expect(seeTable(world, replicas).summary(TABLE)).toEqual(afterwards);
    expect(seeTable(world.advance(MINUTE), { a: {}, b: {} }).summary(TABLE)).toEqual(
      afterwards.filter((finding) => finding.startsWith('REPLICATION_LAGGING')),
    );
  });

  it('lags no more once it has not for a minute', () => {
    const world = see(olapWorld(), calm);
    seeTable(world, { a: { delaySeconds: 90 } });
    seeTable(world.advance(10 * SECOND), { a: {} });
    expect(world.advance(59 * SECOND).summary(TABLE)).toHaveLength(1);
    expect(world.advance(SECOND).summary(TABLE)).toEqual([]);
  });

  it('believes the replica that asked Keeper last', () => {
    const world = see(olapWorld(), calm);
    const before = world.clock.now();
    world.advance(SECOND);
    seeTable(world, { a: { activeReplicas: 2, activeReplicasAskedAt: before }, b: { activeReplicas: 3 } });
    expect(world.summary(TABLE)).toEqual([]);
    const [reading] = world.readings(TABLE).filter(({ signal }) => signal === SignalName.TABLE_ACTIVE_REPLICAS);
    expect(reading).toMatchObject({ value: 3, required: 3 });
  });

  it('does not know how many are active where nobody was told', () => {
    const told = (different: Partial<TableReplica>): unknown => {
      const world = seeTable(see(olapWorld(), calm), {
        a: { activeReplicas: null, totalReplicas: null, ...different },
      });
      return world.readings(TABLE).find(({ signal }) => signal === SignalName.TABLE_ACTIVE_REPLICAS);
    };
    expect(told({})).toMatchObject({ value: null, unavailable: 'probe failed' });
    expect(told({ activeReplicasAskedAt: null })).toMatchObject({ value: null, unavailable: 'warming up' });
  });

  it.each<[string, Partial<TableReplica>, string, string]>([
    ['in good order', { queueSize: 1 }, 'Replica a:8123 is 1m5s behind, with 1 entry in its queue.', '(port 9009)'],
    ['without a session', { isReadOnly: true }, 'Replica a:8123 is 1m5s behind, and is read-only or without a session with Keeper.', 'Keeper is well'], // prettier-ignore
  ])('that is behind says so as a copy %s', (_, different, message, advice) => {
    const world = seeTable(see(olapWorld(), calm), { a: { delaySeconds: 65, ...different } });
    const lag = world.findings(TABLE).find(({ reason }) => reason === FindingReason.REPLICATION_LAGGING);
    expect(lag?.message).toBe(message);
    expect(lag?.advice).toContain(advice);
  });

  it('is stale as long as one of its replicas cannot be seen', () => {
    const world = see(olapWorld(), { ...calm, c: LOST });
    expect(seeTable(world, { a: {}, b: {}, c: { isSeen: false } }).registry.get(TABLE)?.isStale).toBe(true);
    expect(seeTable(world, { a: {}, b: {} }).registry.get(TABLE)?.isStale).toBe(false);
  });

  it('has one reading for each replica that has it', () => {
    const world = see(olapWorld(), calm);
    const never = { delaySeconds: null, hasNeverSynced: true };
    seeTable(world, { a: { delaySeconds: 4 }, b: MISSING, c: { ...never, unavailable: {} } });
    expect(world.readings(TABLE)).toMatchObject([
      { signal: SignalName.TABLE_REPLICATION_LAG, subject: 'a:8123', value: 4 },
      { signal: SignalName.TABLE_REPLICATION_LAG, subject: 'c:8123', value: null, unavailable: 'warming up' },
      { signal: SignalName.TABLE_READ_ONLY, subject: 'a:8123', value: 0 },
      { signal: SignalName.TABLE_READ_ONLY, subject: 'c:8123', value: 0 },
      { signal: SignalName.TABLE_ACTIVE_REPLICAS, value: 3, required: 3 },
      { signal: SignalName.TABLE_PRESENCE, value: 2, required: 3 },
      { signal: SignalName.TABLE_PARTS, subject: 'a:8123', value: 0.1 },
      { signal: SignalName.TABLE_PARTS, subject: 'c:8123', value: 0.1 },
    ]);
  });
});

describe('what an hour does not hold', () => {
  it('is nothing of replicas b and c', () => {
    const world = counted([0, {}], [10, { rejectedInserts: 1 }]);
    expect([...world.summary(B), ...world.summary(C)]).toEqual([]);
    expect(see(world.advance(HOUR), calm).summary()).toEqual([]);
  });
});

describe('a question without an answer', () => {
  const table = 'shop.orders';
  const bad = {
    mutations: [{ table, count: 1, oldestSeconds: 5_000, failing: 1, error: 'X' }],
    distributedQueues: [{ table, isBlocked: true, files: 1, brokenFiles: 0, errors: 0 }],
    disks: [{ name: 'default', freeBytes: 1, totalBytes: 100 }],
    plainTables: [{ table: 'log.x', ...parts(190) }],
    delayedInserts: 3,
  } as const;

  function unanswered(world: World, look: () => unknown, id: typeof A, findings: readonly string[]): void {
    const status = world.status(id);
    expect([world.summary(id), status]).not.toEqual([findings, HealthStatus.HEALTHY]);
    for (let looks = 0; looks < 12; looks += 1) {
      world.advance(10 * SECOND);
      look();
      expect([world.summary(id), world.status(id), world.registry.get(id)?.isStale]).toEqual([findings, status, true]);
    }
    expect(world.changes.flatMap(({ cleared }) => cleared)).toEqual([]);
  }

  it.each<[keyof typeof bad, readonly string[]]>([
    ['mutations', ['MUTATION_STUCK(shop.orders) WARNING']],
    ['distributedQueues', ['DISTRIBUTED_SEND_BLOCKED(shop.orders) WARNING']],
    ['disks', ['DATABASE_DISK_LOW(default) CRITICAL']],
    ['plainTables', ['PARTS_NEAR_LIMIT(log.x) CRITICAL']],
    ['delayedInserts', ['INSERTS_DELAYED WARNING']],
  ])('neither ends nor raises anything: %s', (fact, findings) => {
    const world = see(olapWorld(), { a: { [fact]: bad[fact] } });
    expect(world.summary(A)).toEqual(findings);
    const blind: Different = { [fact]: null, unavailable: { [fact]: 'probe failed' } };
    unanswered(world, () => see(world, { a: blind }), A, findings);
    see(world, { a: {} });
    expect([world.advance(MINUTE).summary(A), world.registry.get(A)?.isStale]).toEqual([[], false]);
    see(world, { a: blind });
    expect([world.advance(MINUTE).summary(A), world.registry.get(A)?.isStale]).toEqual([[], false]);
  });

  it.each([['keeperSession'], ['tables']])('leaves a session lost that was: %s', (fact) => {
    const world = olapWorld();
    for (let look = 0; look < 3; look += 1) see(world.advance(2 * SECOND), { a: { hasKeeperSession: false } });
    expect(world.summary(A)).toEqual(['KEEPER_EXCEPTIONS CRITICAL']);
    const blind: Different = { hasKeeperSession: null, unavailable: { [fact]: 'probe failed' } };
    unanswered(world, () => see(world, { a: blind }), A, ['KEEPER_EXCEPTIONS CRITICAL']);
    see(world, { a: {} });
    expect([world.summary(A), world.status(A)]).toEqual([[], HealthStatus.HEALTHY]);
  });

  it.each<[string, Partial<TableReplica>, Partial<TableReplica>, readonly string[]]>([
    ['parts', { parts: parts(190) }, { parts: null, unavailable: { parts: 'probe failed' } }, ['PARTS_NEAR_LIMIT(a:8123) CRITICAL']], // prettier-ignore
    ['the queue', { failingQueueEntry: failing(601) }, { unavailable: { queue: 'forbidden' } }, ['REPLICATION_LAGGING(a:8123) WARNING']], // prettier-ignore
  ])('neither ends nor raises anything of a table: %s', (_, sick, blind, findings) => {
    const world = see(olapWorld(), calm);
    seeTable(world, { a: sick, b: {}, c: {} });
    expect(world.summary(TABLE)).toEqual(findings);
    unanswered(world, () => seeTable(world, { a: blind, b: {}, c: {} }), TABLE, findings);
    // Of another copy nothing is told either, and nothing stood.
    seeTable(world, { a: {}, b: blind, c: {} });
    expect([world.advance(MINUTE).summary(TABLE), world.registry.get(TABLE)?.isStale]).toEqual([[], false]);
  });

  it('how many replicas are active stands while nobody tells it', () => {
    const world = see(olapWorld(), calm);
    seeTable(world, { a: { activeReplicas: 2 }, b: { activeReplicas: 2 }, c: { isSeen: false } });
    expect(world.summary(TABLE)).toEqual(['REPLICA_MISSING WARNING']);
    const nobody = { activeReplicas: null, totalReplicas: null };
    unanswered(world, () => seeTable(world, { a: nobody, b: nobody, c: nobody }), TABLE, ['REPLICA_MISSING WARNING']);
    seeTable(world, { a: nobody, b: {}, c: nobody });
    expect([world.summary(TABLE), world.registry.get(TABLE)?.isStale]).toEqual([[], false]);
  });
});
