import { asked } from '../support/asked.js';
import { SECOND } from '../../src/model/time.js';
import { catalogue } from '../../src/sources/index.js';
import { zookeeper } from '../../src/sources/zookeeper/definition.js';
import { type World, judgedWorld } from '../support/judged.js';
import { NOW, pod, seen } from '../support/kubernetes-facts.js';
import { ManualClock } from '../support/manual-clock.js';
import { LOST, MISSING, NO_COUNTERS, olapWorld, parts, see, seeTable } from '../sources/clickhouse/olap-world.js';
import { FOLLOWER, LEADER, see as seeEnsemble } from '../sources/zookeeper/ensemble-world.js';

async function ask(world: World, source: string): Promise<{ readonly data: unknown; readonly codes: unknown }> {
  const { data, errors } = await asked(world, source);
  return { data, codes: errors?.map(({ extensions }) => extensions['code']) };
}

/** Three replicas, of which c was lost, b has not the table and a refused two inserts; over an ensemble that is well. */
function ailing(): World {
  const { kinds, rules, causes } = zookeeper;
  const world = olapWorld({ kinds, rules, causes });
  const keepers = { zooKeeperName: 'keepers' };
  seeEnsemble(world, { a: LEADER, b: FOLLOWER, c: FOLLOWER });
  see(world, { a: {}, b: {}, c: {} }, keepers);
  world.advance(10 * SECOND);
  see(world, { a: { counters: { ...NO_COUNTERS, rejectedInserts: 2 } }, b: {}, c: LOST }, keepers);
  return seeTable(world, { a: { delaySeconds: 90, parts: parts(7) }, b: MISSING, c: { isSeen: false } });
}

describe('ClickHouse in the graph', () => {
  it('is walked from the front page to its shards, replicas and tables, and back', async () => {
    const query = `{
      platform { systems { name members health { status } } }
      database(name: "olap") {
        kind engine version health { status findings { reason } }
        ... on ClickHouseDatabase {
          zooKeeper { name }
          shards { name replicas { name } }
          replicas {
            name host port isReachable hasKeeperSession recentlyRejectedInserts recentlyDelayedInserts
            disks { name freeBytes } health { status } clickHouse { name }
          }
          tables(filter: { databases: ["shop"] }) {
            totalCount
            nodes {
              name database table clickHouse { name } health { findings { reason subject } }
              replicas { name presence delaySeconds isReadOnly replica { isReachable } }
            }
          }
          none: tables(filter: { name: "other.*" }) { totalCount nodes { name } }
          dependsOn { nodes { kind name } }
        }
      }
      zooKeeper(name: "keepers") { dependents { nodes { kind name } } }
    }`;
    expect(await ask(ailing(), query)).toEqual({
      codes: undefined,
      data: {
        platform: {
          systems: expect.arrayContaining([
            { name: 'databases', members: 'DATABASE', health: { status: 'DEGRADED' } },
          ]) as unknown,
        },
        database: {
          kind: 'DATABASE',
          engine: 'CLICKHOUSE',
          version: '24.8.1.1',
          health: { status: 'DEGRADED', findings: [] },
          zooKeeper: { name: 'keepers' },
          shards: [{ name: null, replicas: [{ name: 'a:8123' }, { name: 'b:8123' }, { name: 'c:8123' }] }],
          replicas: [
            replica('a', { recentlyRejectedInserts: 2, health: { status: 'UNHEALTHY' } }),
            replica('b', {}),
            replica('c', { isReachable: false, health: { status: 'UNHEALTHY' } }),
          ],
          tables: {
            totalCount: 1,
            nodes: [
              {
                name: 'shop.orders',
                database: 'shop',
                table: 'orders',
                clickHouse: { name: 'olap' },
                health: { findings: [{ reason: 'REPLICATION_LAGGING', subject: 'a:8123' }] },
                replicas: [
                  { name: 'a:8123', presence: 'REPLICATED', delaySeconds: 90, isReadOnly: false, replica: { isReachable: true } }, // prettier-ignore
                  { name: 'b:8123', presence: 'MISSING', delaySeconds: 0, isReadOnly: null, replica: { isReachable: true } }, // prettier-ignore
                  { name: 'c:8123', presence: 'REPLICATED', delaySeconds: 0, isReadOnly: false, replica: { isReachable: false } }, // prettier-ignore
                ],
              },
            ],
          },
          none: { totalCount: 0, nodes: [] },
          dependsOn: {
            nodes: expect.arrayContaining([
              { kind: 'ZOOKEEPER', name: 'keepers' },
              { kind: 'DATABASE_REPLICA', name: 'c:8123' },
              { kind: 'REPLICATED_TABLE', name: 'shop.orders' },
            ]) as unknown,
          },
        },
        zooKeeper: { dependents: { nodes: [{ kind: 'DATABASE', name: 'olap' }] } },
      },
    });
  });

  it('has tables that are found by kind and name, sorted by what is worst, and a catalogue that tells engines apart', async () => {
    const query = `{
      lookup(kind: REPLICATED_TABLE, name: "shop.orders") { ... on ReplicatedTable { shard replicas { partsPerPartition } } }
      database(name: "olap") { ... on ClickHouseDatabase { tables(orderBy: { field: PARTS }) { nodes { name } } } }
      findings(filter: { kinds: [DATABASE_REPLICA] }) { nodes { reason resource { name } isRoot } }
      signals(filter: { kinds: [DATABASE] }) { name coverage { state covered } }
    }`;
    expect(await ask(ailing(), query)).toMatchObject({
      data: {
        lookup: { shard: null, replicas: [{ partsPerPartition: 10 }, {}, {}] },
        database: { tables: { nodes: [{ name: 'shop.orders' }] } },
        findings: {
          // They began at the same moment: which one comes first does not matter.
          nodes: expect.arrayContaining([
            { reason: 'DATABASE_UNREACHABLE', resource: { name: 'c:8123' }, isRoot: true },
            { reason: 'INSERTS_REJECTED', resource: { name: 'a:8123' }, isRoot: true },
          ]) as unknown,
        },
        signals: [{ name: 'DATABASE_REPLICAS', coverage: { state: 'MEASURED', covered: 1 } }],
      },
    });
  });

  it('leads to its pods: all by selector, each replica to its own by its name, and back', async () => {
    const placement = { cluster: 'prod', namespace: 'shop', selector: { app: 'web' } };
    const world = judgedWorld({ ...catalogue, clock: new ManualClock(NOW) });
    world.see(seen(pod({ name: 'ch-0', labels: { app: 'web' } })));
    see(world, { a: { placement, host: 'ch-0' }, b: {} }, { placement });
    const query = `{
      database(name: "olap") {
        ... on ClickHouseDatabase {
          pods { name }
          replicas { name pods { name dependents { nodes { kind name } } } }
        }
      }
    }`;
    const dependents = { nodes: expect.arrayContaining([{ kind: 'DATABASE_REPLICA', name: 'a:8123' }, { kind: 'DATABASE', name: 'olap' }]) as unknown }; // prettier-ignore
    expect(await ask(world, query)).toMatchObject({
      data: {
        database: {
          pods: [{ name: 'ch-0' }],
          replicas: [
            { name: 'a:8123', pods: [{ name: 'ch-0', dependents }] },
            { name: 'b:8123', pods: null },
          ],
        },
      },
    });
  });
});

function replica(name: string, different: object): object {
  return {
    name: `${name}:8123`,
    host: name,
    port: 8123,
    isReachable: true,
    hasKeeperSession: true,
    recentlyRejectedInserts: 0,
    recentlyDelayedInserts: 0,
    disks: [{ name: 'default', freeBytes: 50_000 }],
    health: { status: 'HEALTHY' },
    clickHouse: { name: 'olap' },
    ...different,
  };
}
