import { TablePresence, type TableReplica } from '../../../src/model/clickhouse.js';
import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { type Instant, SECOND } from '../../../src/model/time.js';
import { zookeeper } from '../../../src/sources/zookeeper/definition.js';
import { type World } from '../../support/judged.js';
import { FOLLOWER, IDLE, LEADER, LOST as LOST_MEMBER, see as seeEnsemble } from '../zookeeper/ensemble-world.js';
import {
  A,
  DATABASE,
  type Different,
  LOST,
  MISSING,
  NO_COUNTERS,
  TABLE,
  failing,
  olapWorld,
  parts,
  see,
  seeTable,
} from './olap-world.js';

/** Who is behind each finding of a resource: `REASON ← REASON on name, …`. */
function causes(world: World, id: Parameters<World['findings']>[0]): readonly string[] {
  return world.findings(id).map((finding) => {
    const behind = world.registry.causesOf(finding).map((cause) => {
      const { main } = world.registry.get(cause.resourceId) ?? {};
      return `${cause.reason} on ${main?.name ?? ''}`;
    });
    return `${finding.reason} ← ${behind.sort().join(', ')}`;
  });
}

const readOnly = { isReadOnly: true };
const withoutSession = { hasKeeperSession: false };
const keepers = { zooKeeperName: 'keepers' };

/** Two looks at the same, two seconds apart. */
function twice(look: (world: World) => void): World {
  const { kinds, rules, causes: known } = zookeeper;
  const world = olapWorld({ kinds, rules, causes: known });
  look(world);
  look(world.advance(2 * SECOND));
  return world;
}

describe('what is behind a finding', () => {
  it('of a database: its replicas', () => {
    const world = see(olapWorld(), { a: LOST, b: LOST });
    const replicas = ['DATABASE_UNREACHABLE on a:8123', 'DATABASE_UNREACHABLE on b:8123'];
    expect(causes(world, DATABASE)).toEqual([`DATABASE_UNREACHABLE ← ${replicas.join(', ')}`]);
  });

  it('of a read-only copy: its replica without a session, and the ensemble without a quorum', () => {
    const world = twice((seen) => {
      see(seen, { a: withoutSession, b: {} }, keepers);
      seeTable(seen, { a: readOnly, b: {} });
      seeEnsemble(seen, { a: IDLE, b: LOST_MEMBER, c: LOST_MEMBER });
    });
    const noQuorum = 'ZOOKEEPER_NO_QUORUM on keepers';
    expect(causes(world, TABLE)).toEqual([`REPLICA_READ_ONLY ← KEEPER_EXCEPTIONS on a:8123, ${noQuorum}`]);
    const [exceptions = ''] = causes(world, A);
    expect(exceptions).toContain(noQuorum);
  });

  it('of a read-only copy: nothing that is over', () => {
    const counters = (hardwareExceptions: number): Different => ({ counters: { ...NO_COUNTERS, hardwareExceptions } });
    const world = see(olapWorld(), { a: counters(0) });
    see(world.advance(10 * SECOND), { a: counters(3) });
    seeTable(world, { a: readOnly });
    expect(causes(world, A)).toEqual(['KEEPER_EXCEPTIONS ← ']);
    expect(causes(world, TABLE)).toEqual(['REPLICA_READ_ONLY ← ']);
  });

  describe('of trouble with Keeper', () => {
    const LOST_HERE = { host: 'c', port: 2181 };
    const WELL_HERE = { host: 'a', port: 2181 };
    const BECAUSE = ['KEEPER_EXCEPTIONS ← ZOOKEEPER_MEMBER_DOWN on c:2181'];
    const WITHOUT = ['KEEPER_EXCEPTIONS ← '];

    /** Exceptions in both of two looks, at a replica that says this of its session; member c of the ensemble is lost. */
    function troubled(session: (seen: World) => Different, database: object = keepers): readonly string[] {
      const look = (seen: World): void => {
        const counters = { ...NO_COUNTERS, hardwareExceptions: seen.clock.now() };
        see(seen, { a: { counters, ...session(seen) } }, database);
        seeEnsemble(seen, { a: LEADER, b: FOLLOWER, c: { ...LOST_MEMBER, address: '10.0.0.3' } });
      };
      return causes(twice(look), A);
    }

    it.each<[string, Different, readonly string[]]>([
      ['its session is with the member that is lost', { keeper: LOST_HERE }, BECAUSE],
      ['it calls that by its address', { keeper: { host: '10.0.0.3', port: 2181 } }, BECAUSE],
      ['its session is with another', { keeper: WELL_HERE }, WITHOUT],
      ['its session is with another port there', { keeper: { host: 'c', port: 2182 } }, WITHOUT],
      ['it does not say with which', { keeper: null }, WITHOUT],
    ])('%s', (_, session, expected) => {
      expect(troubled(() => session)).toEqual(expected);
    });

    it.each<[string, number, readonly string[]]>([
      ['when that began', 0, BECAUSE],
      ['long before that', 5 * 60 * SECOND, WITHOUT],
    ])('it has left the member that is lost %s', (_, earlier, expected) => {
      const left = (seen: World): Different => {
        const leftAt = (seen.clock.now() - earlier) as Instant;
        return { keeper: WELL_HERE, formerKeeper: { ...LOST_HERE, leftAt } };
      };
      expect(troubled(left)).toEqual(expected);
    });

    it('where the database does not name its ensemble, nothing', () => {
      expect(troubled(() => ({ keeper: LOST_HERE }), {})).toEqual(WITHOUT);
    });
  });

  it('of a replica too few: the one that is lost, or has not the table', () => {
    const fewer = { activeReplicas: 2 };
    const lost = see(olapWorld(), { a: {}, b: {}, c: LOST });
    seeTable(lost, { a: fewer, b: fewer, c: { isSeen: false } });
    expect(causes(lost, TABLE)).toEqual(['REPLICA_MISSING ← DATABASE_UNREACHABLE on c:8123']);
    const calm = see(olapWorld(), { a: {}, b: {}, c: {} });
    seeTable(calm, { a: fewer, b: { ...fewer, isReadOnly: true }, c: {} });
    expect(causes(calm, TABLE)).toContain('REPLICA_MISSING ← REPLICA_READ_ONLY on shop.orders');
  });

  it.each<
    [
      string,
      number,
      Readonly<Record<string, Different>>,
      Readonly<Record<string, Partial<TableReplica>>>,
      readonly string[],
    ]
  >([
    ['both that are lost, where two are missing', 1, { a: {}, b: LOST, c: LOST }, { a: {} }, ['b', 'c']],
    ['none of two that are lost, where one is missing', 2, { a: {}, b: LOST, c: LOST }, { a: {} }, []],
    ['not the one that we do not reach, where another is read-only', 2, { a: {}, b: {}, c: LOST }, { a: {}, b: readOnly }, []], // prettier-ignore
    ['the one that is lost beside one that is read-only, where two are missing', 1, { a: {}, b: {}, c: LOST }, { a: {}, b: readOnly }, ['c']], // prettier-ignore
    ['the one that was never seen', 2, { a: {}, b: {}, c: LOST }, { a: {}, b: {}, c: { presence: TablePresence.UNKNOWN } }, ['c']], // prettier-ignore
    ['all that are lost, where nobody is left to count', 2, { a: LOST, b: LOST, c: LOST }, {}, ['a', 'b', 'c']],
    ['not one that has no such table', 2, { a: {}, b: {}, c: LOST }, { a: {}, b: {}, c: MISSING }, []],
  ])('of a replica too few: %s', (_, activeReplicas, replicas, copies, expected) => {
    const world = see(olapWorld(), replicas);
    const all = Object.keys(replicas).map((name) => [name, { isSeen: replicas[name] !== LOST, activeReplicas, ...copies[name] }]); // prettier-ignore
    seeTable(world, Object.fromEntries(all) as Record<string, Partial<TableReplica>>);
    const [missing] = causes(world, TABLE).filter((line) => line.startsWith('REPLICA_MISSING'));
    expect(missing).toBeDefined();
    const unreachable = [...(missing ?? '').matchAll(/DATABASE_UNREACHABLE on (\w):8123/g)].map(([, name]) => name);
    expect(unreachable).toEqual(expected);
  });

  it.each<[string, number, number, Partial<TableReplica>, readonly string[]]>([
    ['that was detached there, as Keeper counts all', 2, 3, MISSING, ['REPLICA_TABLE_MISSING on shop.orders']],
    ['that was never made there, as Keeper does not count it', 1, 2, MISSING, ['DATABASE_UNREACHABLE on b:8123']],
    ['that is another there, as Keeper does not count it', 1, 2, { ...MISSING, presence: TablePresence.PLAIN }, ['DATABASE_UNREACHABLE on b:8123']], // prettier-ignore
  ])('of a replica too few: a table %s', (_, activeReplicas, totalReplicas, copy, expected) => {
    const isLost = activeReplicas === 1;
    const world = see(olapWorld(), { a: {}, b: isLost ? LOST : {}, c: {} });
    const counts = { activeReplicas, totalReplicas };
    const copies = { a: counts, b: { ...counts, isSeen: !isLost }, c: copy };
    for (let look = 0; look < 31; look += 1) seeTable(world.advance(10 * SECOND), copies);
    expect([...causes(world, TABLE)].sort()).toEqual([
      `REPLICA_MISSING ← ${expected.join()}`,
      'REPLICA_TABLE_MISSING ← ',
    ]);
  });

  it.each<[string, Partial<TableReplica>, readonly string[]]>([
    ['the replica that made what it cannot fetch', { failingQueueEntry: failing(80) }, ['b:8123']],
    ['nothing where nothing fails', {}, []],
    ['nothing where it fails for another reason', { failingQueueEntry: failing(80, { isWithoutSource: false }) }, []],
    ['nothing where another made it', { failingQueueEntry: failing(80, { sourceReplica: 'c' }) }, []],
    ['nothing where nobody knows who made it', { failingQueueEntry: failing(80, { sourceReplica: null }) }, []],
  ])('of a lag: %s', (_, copy, expected) => {
    const world = see(olapWorld(), { a: {}, b: LOST, c: {} });
    seeTable(world, { a: { delaySeconds: 90, ...copy }, b: { isSeen: false }, c: {} });
    expect(causes(world, TABLE)).toEqual([`REPLICATION_LAGGING ← ${expected.map((on) => `DATABASE_UNREACHABLE on ${on}`).join()}`]); // prettier-ignore
  });

  it('of delayed inserts: the table with too many parts on the same replica', () => {
    const world = see(olapWorld(), { a: { delayedInserts: 1 }, b: { delayedInserts: 1 } });
    seeTable(world, { a: { parts: parts(120) }, b: {} });
    expect(causes(world, A)).toEqual(['INSERTS_DELAYED ← PARTS_NEAR_LIMIT on shop.orders']);
    expect(causes(world, resourceId(ResourceKind.DATABASE_REPLICA, 'olap', 'b:8123'))).toEqual(['INSERTS_DELAYED ← ']);
    const plain = see(olapWorld(), { a: { delayedInserts: 1, plainTables: [{ table: 'log.x', ...parts(120) }] } });
    expect(causes(plain, A)).toContain('INSERTS_DELAYED ← PARTS_NEAR_LIMIT on a:8123');
  });

  it('of a table that is missing: nothing', () => {
    const world = see(olapWorld(), { a: {}, b: {} });
    for (let look = 0; look < 31; look += 1) seeTable(world.advance(10 * SECOND), { a: {}, b: MISSING });
    expect(causes(world, TABLE)).toEqual(['REPLICA_TABLE_MISSING ← ']);
  });
});
