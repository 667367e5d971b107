import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { SECOND } from '../../../src/model/time.js';
import { NO_COUNTERS } from '../../../src/sources/clickhouse/clickhouse.facts.js';
import { zookeeper } from '../../../src/sources/zookeeper/definition.js';
import { type World } from '../../support/judged.js';
import { FOLLOWER, IDLE, LEADER, LOST as LOST_MEMBER, see as seeEnsemble } from '../zookeeper/ensemble-world.js';
import { A, DATABASE, LOST, MISSING, TABLE, olapWorld, parts, see, seeTable } from './olap-world.js';

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

  it('of trouble with Keeper: the member that is lost, where the database names its ensemble', () => {
    const look = (database: object) => (seen: World) => {
      const counters = { ...NO_COUNTERS, hardwareExceptions: seen.clock.now() };
      see(seen, { a: { counters } }, database);
      seeEnsemble(seen, { a: LEADER, b: FOLLOWER, c: LOST_MEMBER });
    };
    expect(causes(twice(look(keepers)), A)).toEqual(['KEEPER_EXCEPTIONS ← ZOOKEEPER_MEMBER_DOWN on c:2181']);
    expect(causes(twice(look({})), A)).toEqual(['KEEPER_EXCEPTIONS ← ']);
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

  it('of a lag: the replica from which nothing can be fetched, and nothing where nothing fails', () => {
    const world = see(olapWorld(), { a: {}, b: LOST });
    seeTable(world, { a: { delaySeconds: 90, failingQueueEntry: { seconds: 80, error: null } }, b: { isSeen: false } });
    expect(causes(world, TABLE)).toEqual(['REPLICATION_LAGGING ← DATABASE_UNREACHABLE on b:8123']);
    seeTable(world, { a: { delaySeconds: 90 }, b: { isSeen: false } });
    expect(causes(world, TABLE)).toEqual(['REPLICATION_LAGGING ← ']);
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
