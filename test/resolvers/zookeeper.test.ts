import { dataOf } from '../support/asked.js';
import { MINUTE, SECOND } from '../../src/model/time.js';
import { catalogue } from '../../src/sources/index.js';
import { type World, judgedWorld } from '../support/judged.js';
import { NOW, pod, seen } from '../support/kubernetes-facts.js';
import { ManualClock } from '../support/manual-clock.js';
import { FOLLOWER, IDLE, LEADER, LOST, ensembleWorld, see } from '../sources/zookeeper/ensemble-world.js';

/** A leader that answers a request in 4 ms, one follower, and one that was lost. */
function short(): World {
  const world = see(ensembleWorld(), { a: LEADER, b: FOLLOWER, c: FOLLOWER });
  const leader = { ...LEADER, latencyCount: 100, latencySum: 400, syncedFollowers: 1 };
  see(world.advance(MINUTE), { a: leader, b: FOLLOWER, c: LOST });
  return see(world.advance(2 * SECOND), { a: leader, b: FOLLOWER, c: LOST });
}

describe('an ensemble in the graph', () => {
  it('is walked from the front page to its members and back', async () => {
    const query = `{
      platform { systems { name members health { status } } }
      zooKeepers { name leader { name } members { name zooKeeper { name } } dependsOn { nodes { name } } }
      zooKeeper(name: "keepers") { kind health { status findings { reason subject causes { resource { kind name } } } } }
      nobody: zooKeeper(name: "nobody") { name }
    }`;
    expect(await dataOf(short(), query)).toEqual({
      platform: {
        systems: expect.arrayContaining([
          { name: 'zookeepers', members: 'ZOOKEEPER', health: { status: 'DEGRADED' } },
        ]) as unknown,
      },
      zooKeepers: [
        {
          name: 'keepers',
          leader: { name: 'a:2181' },
          members: ['a:2181', 'b:2181', 'c:2181'].map((name) => ({ name, zooKeeper: { name: 'keepers' } })),
          dependsOn: { nodes: ['c:2181', 'a:2181', 'b:2181'].map((name) => ({ name })) },
        },
      ],
      zooKeeper: {
        kind: 'ZOOKEEPER',
        health: {
          status: 'DEGRADED',
          findings: [
            {
              reason: 'ZOOKEEPER_MEMBER_DOWN',
              subject: null,
              causes: [{ resource: { kind: 'ZOOKEEPER_MEMBER', name: 'c:2181' } }],
            },
          ],
        },
      },
      nobody: null,
    });
  });

  it('has members that are found by kind, name and id, with what they told', async () => {
    const world = short();
    const query = `{
      lookup(kind: ZOOKEEPER_MEMBER, name: "a:2181") {
        id ... on ZooKeeperMember {
          host port role isServing version outstandingRequests connections znodes watches ephemerals dataBytes
          syncedFollowers averageLatencyMilliseconds health { status }
        }
      }
      search(text: "c:21") { name kind }
      findings(filter: { kinds: [ZOOKEEPER_MEMBER] }) { nodes { reason resource { name } isRoot } }
    }`;
    expect(await dataOf(world, query)).toMatchObject({
      lookup: {
        host: 'a',
        port: 2181,
        role: 'LEADER',
        isServing: true,
        version: '3.8.0',
        outstandingRequests: 0,
        connections: 1,
        znodes: 5,
        dataBytes: 176,
        syncedFollowers: 1,
        averageLatencyMilliseconds: 4,
        health: { status: 'HEALTHY' },
      },
      search: [{ name: 'c:2181', kind: 'ZOOKEEPER_MEMBER' }],
      findings: { nodes: [{ reason: 'ZOOKEEPER_MEMBER_DOWN', resource: { name: 'c:2181' }, isRoot: true }] },
    });
  });

  it('has no leader where none that is seen leads', async () => {
    const world = see(ensembleWorld(), { a: { ...LEADER, ...LOST }, b: IDLE, c: IDLE });
    expect(await dataOf(world, '{ zooKeepers { leader { name } } }')).toEqual({ zooKeepers: [{ leader: null }] });
  });
});

describe('what runs in a cluster', () => {
  it('leads to its pods and back, and says when no cluster is configured for it', async () => {
    const placement = { cluster: 'prod', namespace: 'shop', selector: null };
    const world = judgedWorld({ ...catalogue, clock: new ManualClock(NOW) });
    see(world.see(seen(pod({ name: 'zk-0' }))), { a: { ...LEADER, placement, host: 'zk-0' }, b: { placement } });
    const query = `{
      zooKeepers { members { name pods { name dependents { nodes { name } } } } pods { name } }
    }`;
    expect(await dataOf(world, query)).toEqual({
      zooKeepers: [
        {
          members: [
            { name: 'a:2181', pods: [{ name: 'zk-0', dependents: { nodes: [{ name: 'a:2181' }] } }] },
            { name: 'b:2181', pods: [] },
          ],
          pods: null,
        },
      ],
    });
  });
});
