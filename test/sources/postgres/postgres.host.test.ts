import { FindingReason } from '../../../src/model/finding-reason.js';
import type { DatabaseHost } from '../../../src/model/host.js';
import { Direction, Evidence, Unit } from '../../../src/model/health.js';
import { SignalName } from '../../../src/model/signal-name.js';
import { DAY, MINUTE, SECOND } from '../../../src/model/time.js';
import type { World } from '../../support/judged.js';
import { FRESH_FOR, host } from '../host-metrics/host-facts.js';
import { DATABASE, GIB, activity, database, databaseWorld } from './database-world.js';

type Facts = Partial<DatabaseHost>;
type Main = Parameters<typeof database>[0];

/** Measures the same every 10 s for so long; SQL sees it too. */
function measured(facts: Facts, minutes = 0, main: Main = {}): World {
  const world = databaseWorld();
  const look = (): World => world.see(database(main, world.clock.now()), host(facts, world.clock.now()));
  look();
  for (let left = minutes * 6; left > 0; left -= 1) {
    world.advance(10 * SECOND);
    look();
  }
  return world;
}

const disk = (freeGibibytes: number): Facts => ({ diskBytes: 100 * GIB, diskFreeBytes: freeGibibytes * GIB });
const iops = (used: number): Facts => ({ iops: used, provisionedIops: 1_000 });

describe('the machine under a database, measured', () => {
  it.each<[string, Facts, number, readonly string[]]>([
    ['20 % of the disk free', disk(20), 0, []],
    ['19.9 %', disk(19.9), 0, ['DATABASE_DISK_LOW WARNING']],
    ['10 %', disk(10), 0, ['DATABASE_DISK_LOW WARNING']],
    ['9.9 %', disk(9.9), 0, ['DATABASE_DISK_LOW CRITICAL']],
    ['little free of a disk whose size is configured', { diskFreeBytes: 5 * GIB }, 0, ['DATABASE_DISK_LOW CRITICAL']],
    ['busy 81 % for 5 m', { deviceBusy: 0.81 }, 5, ['DATABASE_IO_SATURATED WARNING']],
    ['busy 81 % for less', { deviceBusy: 0.81 }, 4, []],
    ['busy 80 %', { deviceBusy: 0.8 }, 6, []],
    ['90 % of the IOPS for 5 m', iops(900), 5, ['DATABASE_IO_SATURATED(IOPS) WARNING']],
    ['90 % for less', iops(900), 4, []],
    ['89.9 %', iops(899), 6, []],
    ['many IOPS of nobody knows how many', { iops: 1e6 }, 6, []],
    ['65 requests waiting for 5 m', { queueDepth: 65 }, 5, ['DATABASE_IO_SATURATED(queue) WARNING']],
    ['64 requests', { queueDepth: 64 }, 6, []],
    ['20 % of the burst credits', { burstBalance: 0.2 }, 0, []],
    ['19.9 %', { burstBalance: 0.199 }, 0, ['DATABASE_IO_SATURATED(burst balance) WARNING']],
    ['10 % of the credits for I/O and bytes', { ioBalance: 0.1, byteBalance: 0.1 }, 0, []],
    ['9.9 % of those for I/O', { ioBalance: 0.099 }, 0, ['DATABASE_IO_SATURATED(IO balance) WARNING']],
    ['9.9 % of those for bytes', { byteBalance: 0.099 }, 0, ['DATABASE_IO_SATURATED(byte balance) WARNING']],
    ['80 % of the CPUs', { cpu: 0.8 }, 6, []],
    ['81 % for 5 m', { cpu: 0.81 }, 5, ['DATABASE_CPU_SATURATED WARNING']],
    ['81 % for less', { cpu: 0.81 }, 4, []],
    ['95 %', { cpu: 0.95 }, 5, ['DATABASE_CPU_SATURATED WARNING']],
    ['96 % for 5 m', { cpu: 0.96 }, 5, ['DATABASE_CPU_SATURATED CRITICAL']],
    ['96 % for less', { cpu: 0.96 }, 4, []],
    ['20 CPU credits', { cpuCredits: 20 }, 0, []],
    ['19 CPU credits', { cpuCredits: 19 }, 0, ['DATABASE_CPU_SATURATED(credits) WARNING']],
  ])('%s', (_, facts, minutes, findings) => {
    const world = measured(facts, minutes);
    expect(world.summary(DATABASE)).toEqual(findings);
    for (const { evidence } of world.findings(DATABASE)) expect(evidence).toBe(Evidence.MEASURED);
  });

  it('is a warning as long as it is one, however often it is critical', () => {
    const world = databaseWorld();
    for (let look = 0; look <= 30; look += 1) {
      world.see(database({}, world.clock.now()), host({ cpu: look % 2 === 0 ? 0.9 : 0.99 }, world.clock.now()));
      if (look < 30) world.advance(10 * SECOND);
    }
    expect(world.summary(DATABASE)).toEqual(['DATABASE_CPU_SATURATED WARNING']);
  });

  it('names what keeps the disk from doing more as the cause of its being busy', () => {
    const world = measured({ deviceBusy: 0.99, queueDepth: 99, burstBalance: 0.01 }, 5);
    const [balance, ...rest] = [...world.findings(DATABASE)].sort((a, b) => (a.subject === 'burst balance' ? -1 : b.subject === null ? -1 : 1)); // prettier-ignore
    expect(rest).toHaveLength(2);
    for (const finding of rest) expect(world.registry.causesOf(finding)).toEqual([balance]);
    expect(balance && world.registry.isRoot(balance)).toBe(true);
  });
});

describe('measured and inferred', () => {
  const waiting: Main = { activity: activity({ waitingOnIo: 4, active: 4 }) };
  const running: Main = { activity: activity({ running: 4, active: 4 }) };
  const full: Main = { sizeBytes: 95 * GIB };

  it.each<[string, Facts, Main, readonly string[]]>([
    ['a disk that has room, whatever sessions wait for', { deviceBusy: 0.1 }, waiting, []],
    ['CPUs that are idle, whatever sessions want', { cpu: 0.1 }, running, []],
    ['a disk larger than configured', disk(50), full, []],
    ['only the disk measured: sessions tell of the rest', disk(50), waiting, ['DATABASE_IO_SATURATED WARNING']],
    ['credits tell nothing of the load', { burstBalance: 0.9 }, waiting, ['DATABASE_IO_SATURATED WARNING']],
  ])('%s', (_, facts, main, findings) => {
    expect(measured(facts, 2, main).summary(DATABASE)).toEqual(findings);
  });

  it('falls back to what SQL tells once nobody measures any more, without being told', () => {
    const world = measured({ deviceBusy: 0.1, cpu: 0.1, ...disk(50) }, 0, { ...running, ...full });
    expect(world.summary(DATABASE)).toEqual([]);
    expect(world.advance(FRESH_FOR).summary(DATABASE)).toEqual([]);
    expect(world.advance(1).summary(DATABASE)).toEqual(['DATABASE_DISK_LOW CRITICAL']);
    for (let look = 0; look < 4; look += 1) world.see(database(running, world.clock.now())).advance(10 * SECOND);
    expect(world.summary(DATABASE)).toContain('DATABASE_CPU_SATURATED WARNING');
    expect(
      world.findings(DATABASE).find(({ reason }) => reason === FindingReason.DATABASE_CPU_SATURATED)?.evidence,
    ).toBe(Evidence.INFERRED);
  });

  const isStale = (world: World): boolean | undefined => world.registry.get(DATABASE)?.isStale;

  it.each<[string, Facts, readonly string[]]>([
    ['the disk', disk(1), ['DATABASE_DISK_LOW CRITICAL']],
    ['its load', { deviceBusy: 0.99 }, ['DATABASE_IO_SATURATED WARNING']],
    ['its requests', iops(990), ['DATABASE_IO_SATURATED(IOPS) WARNING']],
    ['its queue', { queueDepth: 99 }, ['DATABASE_IO_SATURATED(queue) WARNING']],
    ['its credits', { burstBalance: 0.1 }, ['DATABASE_IO_SATURATED(burst balance) WARNING']],
    ['the CPUs', { cpu: 0.99 }, ['DATABASE_CPU_SATURATED CRITICAL']],
    ['their credits', { cpuCredits: 1 }, ['DATABASE_CPU_SATURATED(credits) WARNING']],
  ])(
    'lets what was found of %s stand, as stale, while nobody measures it, whatever SQL tells',
    (_, facts, findings) => {
      const unknown = Object.fromEntries(Object.keys(facts).map((fact) => [fact, null]));
      const why = Object.fromEntries(Object.keys(facts).map((fact) => [fact, 'stale']));
      const world = measured(facts, 5);
      const look = (different: Facts): World =>
        world.see(database({}, world.clock.now()), host(different, world.clock.now()));
      const status = world.status(DATABASE);
      expect([world.summary(DATABASE), isStale(world)]).toEqual([findings, false]);
      // Prometheus is silent.
      for (let left = 12; left > 0; left -= 1) world.advance(10 * SECOND).see(database({}, world.clock.now()));
      expect([world.summary(DATABASE), world.status(DATABASE), isStale(world)]).toEqual([findings, status, true]);
      expect(world.findings(DATABASE)[0]?.message).toMatch(/ Since \S+ \S+ UTC it could not be looked at again\.$/);
      look(facts);
      expect([world.summary(DATABASE), isStale(world)]).toEqual([findings, false]);
      // Prometheus answers, and has nothing new of that.
      look({ ...unknown, unavailable: why }).advance(2 * MINUTE);
      expect([world.summary(DATABASE), isStale(world)]).toEqual([findings, true]);
      expect(world.changes.flatMap(({ cleared }) => cleared)).toEqual([]);
      // All is well again: it ends as ever.
      const calm = { ...disk(90), deviceBusy: 0.1, iops: 1, provisionedIops: 1_000, queueDepth: 0, burstBalance: 1, cpu: 0.1, cpuCredits: 99 }; // prettier-ignore
      for (let left = 7; left > 0; left -= 1) look(calm).advance(10 * SECOND);
      expect([world.summary(DATABASE), isStale(world)]).toEqual([[], false]);
    },
  );

  it('lets sessions say neither that what was measured is found again nor that it is over', () => {
    const world = measured({ cpu: 0.9 }, 5);
    world.advance(FRESH_FOR + 1).see(database(running, world.clock.now()));
    world.advance(10 * SECOND).see(database({}, world.clock.now()));
    expect([world.advance(2 * MINUTE).summary(DATABASE), isStale(world)]).toEqual([
      ['DATABASE_CPU_SATURATED WARNING'],
      true,
    ]);
    expect(world.findings(DATABASE)[0]?.evidence).toBe(Evidence.MEASURED);
  });

  it('ends what was found of a disk by what that tells, though it does not tell how large it is', () => {
    const partly = (free: number): Facts => ({ diskFreeBytes: free * GIB, unavailable: { diskBytes: 'probe failed' } });
    const world = measured(partly(5));
    expect(world.summary(DATABASE)).toEqual(['DATABASE_DISK_LOW CRITICAL']);
    world.see(database({}, world.clock.now()), host(partly(90), world.clock.now())).advance(MINUTE);
    expect([world.summary(DATABASE), isStale(world)]).toEqual([[], false]);
  });

  it('lets go of it after a day', () => {
    const world = measured(disk(1));
    world.advance(FRESH_FOR + DAY).see(database({}, world.clock.now()));
    expect(world.summary(DATABASE)).toEqual(['DATABASE_DISK_LOW CRITICAL']);
    expect(world.advance(1).summary(DATABASE)).toEqual([]);
    expect(isStale(world)).toBe(false);
  });

  it('lets what SQL told end by what SQL tells, also while nobody measures', () => {
    const world = measured(disk(50), 0, full);
    expect(world.advance(FRESH_FOR + 1).summary(DATABASE)).toEqual(['DATABASE_DISK_LOW CRITICAL']);
    world.see(database({}, world.clock.now()));
    expect(world.advance(MINUTE).summary(DATABASE)).toEqual([]);
    for (let look = 0; look < 4; look += 1) world.see(database(running, world.clock.now())).advance(10 * SECOND);
    expect(world.summary(DATABASE)).toEqual(['DATABASE_CPU_SATURATED WARNING']);
    world.see(database({}, world.clock.now()));
    expect([world.advance(MINUTE).summary(DATABASE), isStale(world)]).toEqual([[], false]);
  });

  it('judges nothing that was configured and never measured', () => {
    const world = databaseWorld();
    world.see(database({}, world.clock.now()), host({ unavailable: { cpu: 'probe failed' } }, null));
    expect(world.summary(DATABASE)).toEqual([]);
  });

  it('passes over a machine whose database nobody has told of yet', () => {
    const world = databaseWorld();
    world.see(host({ cpu: 0.99 }, world.clock.now()));
    expect(world.status(DATABASE)).toBeUndefined();
  });
});

describe('readings of the machine', () => {
  const read = (world: World, signal: SignalName): readonly unknown[] =>
    world
      .readings(DATABASE)
      .filter((reading) => reading.signal === signal)
      .map(({ subject, value, unavailable, limit }) => [subject, value, unavailable, limit?.warnAt]);

  it.each<[string, Facts, SignalName, readonly unknown[]]>([
    ['disk', disk(40), SignalName.DATABASE_DISK, [[null, 0.4, null, 0.2]]],
    ['load of the disk', { ...iops(500), deviceBusy: 0.3, queueDepth: 2 }, SignalName.DATABASE_IO, [[null, 0.3, null, 0.8], ['IOPS', 0.5, null, 0.9], ['queue', 2, null, 64]]], // prettier-ignore
    ['credits', { ...iops(1), burstBalance: 0.7 }, SignalName.DATABASE_IO, [['IOPS', 0.001, null, 0.9], ['burst balance', 0.7, null, 0.2]]], // prettier-ignore
    ['a busy share that could not be had', { queueDepth: 1, unavailable: { deviceBusy: 'stale' } }, SignalName.DATABASE_IO, [[null, null, 'stale', 0.8], ['queue', 1, null, 64]]], // prettier-ignore
    ['CPU', { cpu: 0.25, unavailable: { cpuCredits: 'unsupported' } }, SignalName.DATABASE_CPU, [[null, 0.25, null, 0.8]]], // prettier-ignore
    ['CPU credits', { cpu: 0.25, cpuCredits: 100 }, SignalName.DATABASE_CPU, [[null, 0.25, null, 0.8], ['credits', 100, null, 20]]], // prettier-ignore
    ['sessions, where only credits are known', { cpuCredits: 100 }, SignalName.DATABASE_CPU, [[null, 0.25, null, 1], ['credits', 100, null, 20]]], // prettier-ignore
  ])('%s', (_, facts, signal, expected) => {
    expect(read(measured(facts), signal)).toEqual(expected);
  });

  it('say on which side of their limits the trouble lies, and in which unit', () => {
    const [busy, queue, balance] = measured({ deviceBusy: 0.3, queueDepth: 2, burstBalance: 0.7 })
      .readings(DATABASE)
      .filter(({ signal }) => signal === SignalName.DATABASE_IO);
    expect(busy).toMatchObject({ unit: Unit.RATIO, limit: { worse: Direction.HIGHER, holdFor: 5 * MINUTE } });
    expect(queue).toMatchObject({ unit: Unit.COUNT, limit: { worse: Direction.HIGHER } });
    expect(balance).toMatchObject({ unit: Unit.RATIO, limit: { worse: Direction.LOWER, holdFor: null } });
  });

  it('say that measuring failed, where SQL cannot tell either', () => {
    const world = measured({ cpu: 0.5, deviceBusy: 0.5, ...disk(50) }, 0, { vcpus: null, capacityBytes: null });
    world.advance(FRESH_FOR + 1);
    for (const signal of [SignalName.DATABASE_CPU, SignalName.DATABASE_IO, SignalName.DATABASE_DISK])
      expect(read(world, signal)).toMatchObject([[null, null, 'probe failed', expect.anything()]]);
  });
});
