import type { PostgresDatabase } from '../../../src/model/database.js';
import { FindingReason } from '../../../src/model/finding-reason.js';
import { Evidence, HealthStatus } from '../../../src/model/health.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { HOUR, MINUTE, SECOND } from '../../../src/model/time.js';
import type { World } from '../../support/judged.js';
import { activity, DATABASE, database, databaseWorld, GIB, source, SOURCE } from './database-world.js';

type Facts = Partial<PostgresDatabase>;

function seen(facts: Facts): World {
  const world = databaseWorld();
  return world.see(database(facts, world.clock.now()));
}

/** Sees the same facts so often, `apart` from each other. */
function seenFor(facts: Facts, times: number, apart: number): World {
  const world = seen(facts);
  for (let time = 1; time < times; time += 1) world.advance(apart).see(database(facts, world.clock.now()));
  return world;
}

const used = (count: number): Facts => ({ connections: { used: count, maximum: 120, reserved: 20 } });
const size = (gibibytes: number): Facts => ({ sizeBytes: gibibytes * GIB });
const idle = (seconds: number): Facts => ({ activity: activity({ longestIdleInTransaction: seconds * SECOND }) });
const blocked = (seconds: number | null, count = 1): Facts => ({
  activity: activity({ blocked: count, longestBlocked: seconds === null ? null : seconds * SECOND }),
});
const standby = (...lags: (number | null)[]): Facts => ({
  standbys: lags.map((lagSeconds, index) => ({ name: `standby-${index}`, state: 'streaming', lagSeconds })),
});
const asStandby = (lag: number | null): Facts => ({ isInRecovery: true, isStandbyExpected: true, replayLag: lag });
const slot = (different: object): Facts => ({
  slots: [{ name: 'copy', isActive: true, walStatus: 'reserved', retainedBytes: 0, ...different }],
});

describe('one look at a database', () => {
  it.each<[string, Facts, readonly string[]]>([
    ['calm', {}, []],
    ['80 % of connections', used(80), []],
    ['81 % of connections', used(81), ['DATABASE_CONNECTIONS_HIGH WARNING']],
    ['95 % of connections', used(95), ['DATABASE_CONNECTIONS_HIGH WARNING']],
    ['96 % of connections', used(96), ['DATABASE_CONNECTIONS_HIGH CRITICAL']],
    ['reserved ones in use too', used(120), ['DATABASE_CONNECTIONS_HIGH CRITICAL']],
    ['unknown connections', { connections: null }, []],
    ['20 % of the disk free', size(80), []],
    ['19.9 % free', size(80.1), ['DATABASE_DISK_LOW WARNING']],
    ['10 % free', size(90), ['DATABASE_DISK_LOW WARNING']],
    ['9.9 % free', size(90.1), ['DATABASE_DISK_LOW CRITICAL']],
    ['more than configured', size(101), ['DATABASE_DISK_LOW CRITICAL']],
    ['full, of an unknown disk', { ...size(99), capacityBytes: null }, []],
    ['of unknown size', { sizeBytes: null }, []],
    ['half of the transaction ids', { wraparound: 0.5 }, []],
    ['more than half', { wraparound: 0.501 }, ['DATABASE_WRAPAROUND_RISK WARNING']],
    ['three quarters', { wraparound: 0.75 }, ['DATABASE_WRAPAROUND_RISK WARNING']],
    ['more than that', { wraparound: 0.751 }, ['DATABASE_WRAPAROUND_RISK CRITICAL']],
    ['idle in transaction for 300 s', idle(300), []],
    ['for 301 s', idle(301), ['DATABASE_IDLE_IN_TRANSACTION WARNING']],
    ['for 900 s', idle(900), ['DATABASE_IDLE_IN_TRANSACTION WARNING']],
    ['for 901 s', idle(901), ['DATABASE_IDLE_IN_TRANSACTION CRITICAL']],
    ['blocked for 60 s', blocked(60), []],
    ['blocked for 61 s', blocked(61), ['DATABASE_LOCKS_BLOCKING WARNING']],
    ['blocked for ever', blocked(100_000), ['DATABASE_LOCKS_BLOCKING WARNING']],
    ['blocked, nobody knows since when', blocked(null), []],
    ['standbys 0 s, 30 s and unknown behind', standby(0, 30, null), []],
    ['one 31 s behind', standby(0, 31), ['DATABASE_REPLICATION_LAG(standby-1) WARNING']],
    ['one 300 s behind', standby(300), ['DATABASE_REPLICATION_LAG(standby-0) WARNING']],
    ['two, one of them 301 s', standby(301, 31), ['DATABASE_REPLICATION_LAG(standby-0) CRITICAL', 'DATABASE_REPLICATION_LAG(standby-1) WARNING']], // prettier-ignore
    ['a standby, 30 s behind', asStandby(30 * SECOND), []],
    ['a standby, 31 s behind', asStandby(31 * SECOND), ['DATABASE_REPLICATION_LAG WARNING']],
    ['a standby, 301 s behind', asStandby(301 * SECOND), ['DATABASE_REPLICATION_LAG CRITICAL']],
    ['a standby, nobody knows how far', asStandby(null), []],
    ['a standby where none is expected', { isInRecovery: true, isStandbyExpected: false, isReadOnly: true }, ['DATABASE_READ_ONLY WARNING']], // prettier-ignore
    ['a standby as expected', { isInRecovery: true, isStandbyExpected: true, isReadOnly: true }, []],
    ['read-only sessions', { isReadOnly: true }, ['DATABASE_READ_ONLY WARNING']],
    ['an active slot that keeps much', slot({ retainedBytes: 50 * GIB }), []],
    ['an inactive slot with 10 %', slot({ isActive: false, retainedBytes: 10 * GIB }), []],
    ['with 11 %', slot({ isActive: false, retainedBytes: 11 * GIB }), ['REPLICATION_SLOT_RETAINING_WAL(copy) WARNING']],
    [
      'with 11 % of an unknown disk',
      { ...slot({ isActive: false, retainedBytes: 11 * GIB }), capacityBytes: null },
      [],
    ],
    ['a slot about to lose log', slot({ walStatus: 'unreserved' }), ['REPLICATION_SLOT_RETAINING_WAL(copy) WARNING']],
    ['a slot with more than planned', slot({ walStatus: 'extended' }), []],
    ['a slot that lost log', slot({ walStatus: 'lost', retainedBytes: null }), ['REPLICATION_SLOT_RETAINING_WAL(copy) CRITICAL']], // prettier-ignore
    ['unknown slots, standbys, sessions', { slots: null, standbys: null, activity: null }, []],
  ])('%s', (_, facts, findings) => {
    expect(seen(facts).summary(DATABASE)).toEqual(findings);
  });

  it('says since when, by our own clock', () => {
    const world = seen(idle(400));
    expect(world.findings(DATABASE)[0]?.since).toBe(world.clock.now() - 400 * SECOND);
    expect(world.findings(DATABASE)[0]?.message).toBe('A session has been idle in its transaction for 6m40s.');
  });

  it('counts a slot that keeps log among the causes of a full disk, a slot that lost it not', () => {
    const keeping = seen({ ...size(85), ...slot({ isActive: false, retainedBytes: 11 * GIB }) });
    const [slotFinding, diskFinding] = [...keeping.findings(DATABASE)].sort((a, b) => (a.reason > b.reason ? -1 : 1));
    expect(diskFinding && keeping.registry.causesOf(diskFinding)).toEqual([slotFinding]);
    const lost = seen({ ...size(85), ...slot({ walStatus: 'lost' }) });
    expect(lost.findings(DATABASE).map((finding) => lost.registry.isRoot(finding))).toEqual([true, true]);
  });
});

describe('what clears', () => {
  it('numbers stay for a minute on the good side, and worse ones as long', () => {
    const world = seen(used(96)).see(database(used(81), null));
    expect(world.summary(DATABASE)).toEqual(['DATABASE_CONNECTIONS_HIGH CRITICAL']);
    world.advance(MINUTE).see(database(used(10), world.clock.now()));
    expect(world.summary(DATABASE)).toEqual(['DATABASE_CONNECTIONS_HIGH WARNING']);
    expect(world.advance(59 * SECOND).summary(DATABASE)).toEqual(['DATABASE_CONNECTIONS_HIGH WARNING']);
    expect(world.advance(SECOND).summary(DATABASE)).toEqual([]);
  });

  it.each<[string, Facts, readonly string[]]>([
    ['a transaction that was left open', idle(1_000), ['DATABASE_IDLE_IN_TRANSACTION CRITICAL']],
    ['a session that was blocked', blocked(61), ['DATABASE_LOCKS_BLOCKING WARNING']],
  ])('%s is a number like any other', (_, facts, findings) => {
    const world = seen(facts);
    world.see(database({}, world.clock.now()));
    expect(world.advance(MINUTE - 1).summary(DATABASE)).toEqual(findings);
    expect(world.advance(1).summary(DATABASE)).toEqual([]);
  });
});

describe('load, inferred from samples of sessions', () => {
  const io = (waitingOnIo: number, active: number): Facts => ({ activity: activity({ waitingOnIo, active }) });
  const cpu = (running: number): Facts => ({ activity: activity({ running, active: running }) });

  it.each<[string, Facts, number, number, readonly string[]]>([
    ['4 of 7 wait on IO, 4 times in 30 s', io(4, 7), 4, 10, ['DATABASE_IO_SATURATED WARNING']],
    ['no more than half of those active', io(4, 8), 4, 10, []],
    ['fewer than CPUs', io(3, 4), 4, 10, []],
    ['CPUs that nobody configured', { ...io(4, 4), vcpus: null }, 4, 10, []],
    ['only 3 times in 20 s', io(4, 7), 3, 10, []],
    ['often, but not for long', io(4, 7), 20, 1, []],
    ['for long, but seen twice', io(4, 7), 2, 60, []],
    ['4 on CPU, 4 times in 30 s', cpu(4), 4, 10, ['DATABASE_CPU_SATURATED WARNING']],
    ['3 on CPU', cpu(3), 4, 10, []],
    ['4 on CPU, 3 times in 20 s', cpu(4), 3, 10, []],
  ])('%s', (_, facts, times, seconds, findings) => {
    const world = seenFor(facts, times, seconds * SECOND);
    expect(world.summary(DATABASE)).toEqual(findings);
    for (const { evidence } of world.findings(DATABASE)) expect(evidence).toBe(Evidence.INFERRED);
  });

  it('begins anew after a calm look', () => {
    const world = seenFor(cpu(8), 3, 10 * SECOND).advance(5 * SECOND);
    world.see(database(cpu(1), world.clock.now())).advance(5 * SECOND);
    world.see(database(cpu(8), world.clock.now()));
    expect(world.summary(DATABASE)).toEqual([]);
  });
});

describe('blocked sessions of a server that does not say since when', () => {
  it('are inferred when some are in every look for a minute', () => {
    expect(seenFor(blocked(null), 6, 10 * SECOND).summary(DATABASE)).toEqual([]);
    const world = seenFor(blocked(null, 2), 7, 10 * SECOND);
    expect(world.summary(DATABASE)).toEqual(['DATABASE_LOCKS_BLOCKING WARNING']);
    expect(world.findings(DATABASE)[0]).toMatchObject({
      evidence: Evidence.INFERRED,
      message: '2 sessions wait for locks, and some have whenever it is looked at.',
    });
  });

  it.each<[string, number]>([
    ['one look', 1],
    ['looks for 50 s', 6],
  ])('are not inferred of %s that nothing followed', (_, times) => {
    expect(
      seenFor(blocked(null), times, 10 * SECOND)
        .advance(HOUR)
        .summary(DATABASE),
    ).toEqual([]);
  });
});

describe('the trend of the disk', () => {
  /** Grows so much an hour, seen every 5 minutes for so long, up to 85 GiB of 100. */
  function grown(perHour: number, hours: number): string | undefined {
    const world = databaseWorld();
    for (let left = hours * 12; left >= 0; left -= 1) {
      world.advance(5 * MINUTE).see(database(size(85 - (perHour * left) / 12), world.clock.now()));
    }
    return world.findings(DATABASE)[0]?.message;
  }

  it.each([
    ['says when it is full', 5, 4, '15 % of 100.0 GiB is free. At the present rate it is full in about 3h.'],
    [
      'from a quarter of that time at least',
      5,
      10 / 12,
      '15 % of 100.0 GiB is free. At the present rate it is full in about 3h.',
    ],
    ['and not from less', 5, 0.5, '15 % of 100.0 GiB is free.'],
    ['nor of what does not grow', 0, 4, '15 % of 100.0 GiB is free.'],
    ['nor of what shrinks', -1, 4, '15 % of 100.0 GiB is free.'],
  ])('%s', (_, perHour, hours, message) => {
    expect(grown(perHour, hours)).toBe(message);
  });
});

describe('a database that cannot be seen', () => {
  const now = databaseWorld().clock.now();

  it.each([
    ['ok', HealthStatus.HEALTHY, false, []],
    ['lost', HealthStatus.UNHEALTHY, true, ['DATABASE_UNREACHABLE CRITICAL']],
    ['forbidden', HealthStatus.UNKNOWN, true, []],
    ['invalid', HealthStatus.UNKNOWN, true, []],
    ['hindered', HealthStatus.UNKNOWN, true, []],
  ] as const)('%s', (state, status, isStale, findings) => {
    const world = seen({}).see(source(state, 'Because.', now));
    expect(world.status(DATABASE)).toBe(status);
    expect(world.registry.get(DATABASE)?.isStale).toBe(isStale);
    expect(world.summary(DATABASE)).toEqual(findings);
  });

  it('keeps what was wrong with it, and is well again when its source is', () => {
    const world = seen(used(96)).see(source('ok', null, now));
    world.advance(10 * SECOND).see(source('lost', 'It hangs.', world.clock.now()));
    expect(world.summary(DATABASE)).toEqual(['DATABASE_CONNECTIONS_HIGH CRITICAL', 'DATABASE_UNREACHABLE CRITICAL']);
    expect(world.findings(DATABASE).find(({ reason }) => reason === FindingReason.DATABASE_UNREACHABLE)?.message).toBe(
      'It hangs.',
    );
    expect(world.summary(SOURCE)).toEqual([]);
    world.advance(HOUR).see(source('ok', null, world.clock.now()), database({}, world.clock.now()));
    expect(world.advance(MINUTE).summary(DATABASE)).toEqual([]);
    expect(world.status(DATABASE)).toBe(HealthStatus.HEALTHY);
  });

  it('was never seen: UNKNOWN, whatever its source says', () => {
    const world = databaseWorld().see(source('starting', null, now), database({ activity: null }, null));
    expect(world.status(DATABASE)).toBe(HealthStatus.UNKNOWN);
    world.see(source('forbidden', 'The password is wrong.', now));
    expect(world.status(DATABASE)).toBe(HealthStatus.UNKNOWN);
    expect(world.summary()).toEqual(['SOURCE_FORBIDDEN WARNING']);
  });

  it('is judged again when its source changes its mind, and not at every look', () => {
    const world = seen({}).see(source('ok', null, now));
    const before = world.judgements;
    world.see(source('ok', null, now));
    expect(world.judgements - before).toBe(1);
    world.see(source('lost', 'It hangs.', now));
    expect(world.judgements - before).toBe(3);
  });
});

describe('readings', () => {
  const read = (world: World, signal: SignalName): readonly unknown[] =>
    world
      .readings(DATABASE)
      .filter((reading) => reading.signal === signal)
      .map(({ subject, value, unavailable }) => [subject, value, unavailable]);

  it.each<[string, Facts, SignalName, readonly unknown[]]>([
    ['free disk', size(40), SignalName.DATABASE_DISK, [[null, 0.6, null]]],
    ['free disk of nobody knows what', { capacityBytes: null }, SignalName.DATABASE_DISK, [[null, null, 'not configured']]], // prettier-ignore
    ['free disk that may not be seen', { sizeBytes: null, unavailable: { sizeBytes: 'forbidden' } }, SignalName.DATABASE_DISK, [[null, null, 'forbidden']]], // prettier-ignore
    ['connections', used(25), SignalName.DATABASE_CONNECTIONS, [[null, 0.25, null]]],
    ['IO per CPU', { activity: activity({ waitingOnIo: 2 }) }, SignalName.DATABASE_IO, [[null, 0.5, null]]],
    ['no CPUs configured', { vcpus: null }, SignalName.DATABASE_CPU, [[null, null, 'not configured']]],
    ['sessions that may not be seen', { activity: null, unavailable: { activity: 'forbidden' } }, SignalName.DATABASE_CPU, [[null, null, 'forbidden']]], // prettier-ignore
    ['nobody idle', {}, SignalName.DATABASE_TRANSACTIONS, [[null, 0, null]]],
    ['idle', idle(12), SignalName.DATABASE_TRANSACTIONS, [[null, 12, null]]],
    ['nobody blocked', {}, SignalName.DATABASE_LOCKS, [[null, 0, null]]],
    ['blocked', blocked(7), SignalName.DATABASE_LOCKS, [[null, 7, null]]],
    ['standbys', standby(3, null), SignalName.DATABASE_REPLICATION_LAG, [['standby-0', 3, null], ['standby-1', null, 'warming up']]], // prettier-ignore
    ['a standby', asStandby(1_500), SignalName.DATABASE_REPLICATION_LAG, [[null, 1.5, null]]],
    ['slots', slot({ retainedBytes: 5 * GIB }), SignalName.DATABASE_REPLICATION_SLOTS, [['copy', 0.05, null]]],
    ['read times before 16', { blockReadTime: null, unavailable: { blockReadTime: 'unsupported' } }, SignalName.DATABASE_READ_TIME, [[null, null, 'unsupported']]], // prettier-ignore
    ['read times of one look', {}, SignalName.DATABASE_READ_TIME, [[null, null, 'warming up']]],
  ])('%s', (_, facts, signal, expected) => {
    expect(read(seen(facts), signal)).toEqual(expected);
  });

  it('read time per block is of the last minutes, a reset of the counters notwithstanding', () => {
    const world = databaseWorld();
    const look = (blocksRead: number, blockReadTime: number): unknown => {
      world.see(database({ blocksRead, blockReadTime }, world.clock.now())).advance(10 * SECOND);
      return read(world, SignalName.DATABASE_READ_TIME)[0];
    };
    look(1_000_000, 9_000_000);
    expect(look(1_000_100, 9_000_050)).toEqual([null, 0.5, null]);
    expect(look(50, 100)).toEqual([null, 1, null]); // reset: 50 blocks in 100 ms since
    expect(look(50, 100)).toEqual([null, 1, null]);
  });
});

describe('a question without an answer', () => {
  const lost = slot({ walStatus: 'lost' });
  const seenAs = (facts: Facts, fact: keyof PostgresDatabase, why: string): Facts => ({
    ...facts,
    [fact]: null,
    unavailable: { [fact]: why },
  });

  it.each<[string, Facts, keyof PostgresDatabase, readonly string[]]>([
    ['slots', lost, 'slots', ['REPLICATION_SLOT_RETAINING_WAL(copy) CRITICAL']],
    ['transaction ids', { wraparound: 0.8 }, 'wraparound', ['DATABASE_WRAPAROUND_RISK CRITICAL']],
    ['connections', used(99), 'connections', ['DATABASE_CONNECTIONS_HIGH CRITICAL']],
    ['who is idle', idle(901), 'activity', ['DATABASE_IDLE_IN_TRANSACTION CRITICAL']],
    ['who waits', blocked(61), 'activity', ['DATABASE_LOCKS_BLOCKING WARNING']],
    ['standbys', standby(301), 'standbys', ['DATABASE_REPLICATION_LAG(standby-0) CRITICAL']],
    ['its own replay', asStandby(301 * SECOND), 'replayLag', ['DATABASE_REPLICATION_LAG CRITICAL']],
    ['sizes', size(95), 'sizeBytes', ['DATABASE_DISK_LOW CRITICAL']],
    ['whether it takes writes', { isReadOnly: true }, 'isReadOnly', ['DATABASE_READ_ONLY WARNING']],
  ])('neither ends nor raises anything: %s', (_, bad, fact, findings) => {
    const world = seen(bad);
    expect(world.summary(DATABASE)).toEqual(findings);
    const status = world.status(DATABASE);
    for (const why of ['probe failed', 'forbidden']) {
      const asked = fact === 'replayLag' ? bad : {};
      world
        .advance(10 * SECOND)
        .see(database(seenAs(asked, fact, why), world.clock.now()))
        .advance(2 * MINUTE);
      expect(world.summary(DATABASE)).toEqual(findings);
      expect([world.status(DATABASE), world.registry.get(DATABASE)?.isStale]).toEqual([status, true]);
    }
    const raised = world.changes.flatMap((change) => change.raised).length;
    world.see(database(bad, world.clock.now()));
    expect(world.registry.get(DATABASE)?.isStale).toBe(false);
    expect(world.changes.flatMap((change) => change.raised)).toHaveLength(raised);
    // Once it is told again that all is well, it ends as ever.
    world.see(database({}, world.clock.now())).advance(MINUTE);
    expect([world.summary(DATABASE), world.status(DATABASE)]).toEqual([[], HealthStatus.HEALTHY]);
    // And nothing begins by not being told.
    world.see(database(seenAs({}, fact, 'probe failed'), world.clock.now())).advance(MINUTE);
    expect([world.summary(DATABASE), world.registry.get(DATABASE)?.isStale]).toEqual([[], false]);
  });

  it('that the server does not know is an answer', () => {
    const world = seen(lost);
    world.advance(10 * SECOND).see(database(seenAs({}, 'slots', 'unsupported'), world.clock.now()));
    expect(world.summary(DATABASE)).toEqual([]);
  });
});
