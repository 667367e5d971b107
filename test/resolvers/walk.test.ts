import { ResourceKind } from '../../src/model/kinds.js';
import {
  attachment,
  claim,
  claimUsage,
  container,
  database,
  event,
  graphWorld,
  idOf,
  namespace,
  node,
  pod,
  podUsage,
  volume,
  workload,
  zone,
} from './graph-world.js';

/** One pod with everything that hangs on it, and a database beside the cluster. */
function shop() {
  const world = graphWorld();
  world.see(
    zone('zone-a'),
    node('node-a', { taintList: [{ key: 'role', value: 'db', effect: 'NoSchedule' }] }),
    namespace('shop'),
    workload('web'),
    pod('web-1', {
      owner: { id: idOf(ResourceKind.WORKLOAD, 'web'), kind: 'Deployment', name: 'web' },
      nodeName: 'node-a',
      claimNames: ['data'],
      containers: [container('app')],
      labels: { critical: 'app', team: 'shop' },
    }),
    podUsage('web-1', 0.25, 50e6),
    claim('data'),
    claimUsage('data', 80e9, 100e9),
    volume('volume-data'),
    attachment('volume-data', 'node-a'),
    event('web-1.backoff', idOf(ResourceKind.POD, 'web-1')),
    database('metadata'),
  );
  return world;
}

describe('the graph', () => {
  it('is walked from a pod to all that it hangs on', async () => {
    const data = await shop().data(`{ pods { nodes {
      name team labels { key value }
      namespace { name } workload { name type } node { name taints zone { name nodes { name } } cluster { name } }
      volumes { name freeBytes claim { name volume { name } } attachments { nodeName isAttached node { name } } zones { name } }
      containers { name cpu { used limit utilisation } memory { used } }
      events { reason message }
      health { status findings { reason subject isRoot resource { name } } }
    } } }`);
    expect(data).toMatchObject({
      pods: {
        nodes: [
          {
            name: 'web-1',
            team: 'shop',
            namespace: { name: 'shop' },
            workload: { name: 'web', type: 'DEPLOYMENT' },
            node: {
              name: 'node-a',
              taints: ['role=db:NoSchedule'],
              zone: { name: 'zone-a', nodes: [{ name: 'node-a' }] },
              cluster: { name: 'prod' },
            },
            volumes: [
              {
                name: 'volume-data',
                freeBytes: 20e9,
                claim: { name: 'data', volume: { name: 'volume-data' } },
                attachments: [{ nodeName: 'node-a', isAttached: true, node: { name: 'node-a' } }],
                zones: [{ name: 'zone-a' }],
              },
            ],
            containers: [{ name: 'app', cpu: { used: 0.25 }, memory: { used: 50e6 } }],
            events: [{ reason: 'BackOff', message: 'web-1.backoff happened' }],
            health: {
              status: 'UNHEALTHY',
              findings: [{ reason: 'CONTAINER_RESTARTING', subject: 'app', isRoot: true, resource: { name: 'web-1' } }],
            },
          },
        ],
      },
    });
  });

  it('is walked back to the pod from each of them', async () => {
    const data = await shop().data(`{
      nodes { nodes { pods { nodes { name } } volumes { name } requested { pods } } }
      workloads { nodes { name pods { nodes { name } } } }
      volumes { nodes { pods { name } } }
      claims { nodes { pods { name } } }
      clusters { nodeCount zones { name } pods { totalCount } }
    }`);
    const pods = { nodes: [{ name: 'web-1' }] };
    expect(data).toEqual({
      nodes: { nodes: [{ pods, volumes: [{ name: 'volume-data' }], requested: { pods: 1 } }] },
      workloads: { nodes: [{ name: 'web', pods }] },
      volumes: { nodes: [{ pods: [{ name: 'web-1' }] }] },
      claims: { nodes: [{ pods: [{ name: 'web-1' }] }] },
      clusters: [{ nodeCount: 1, zones: [{ name: 'zone-a' }], pods: { totalCount: 1 } }],
    });
  });

  it('knows what needs what', async () => {
    const id = idOf(ResourceKind.POD, 'web-1');
    const data = await shop().data(
      `query ($id: ID!) { resource(id: $id) { dependsOn { nodes { kind name } } dependents { nodes { kind name } } } }`,
      { id },
    );
    expect(data).toEqual({
      resource: {
        dependsOn: {
          nodes: expect.arrayContaining([
            { kind: 'NODE', name: 'node-a' },
            { kind: 'CLAIM', name: 'data' },
          ]) as unknown,
        },
        dependents: { nodes: [{ kind: 'WORKLOAD', name: 'web' }] },
      },
    });
  });

  it('shows a database with its own fields behind the common ones', async () => {
    const data = await shop().data(`{ database(name: "metadata") {
      engine version sizeBytes health { status }
      ... on PostgresDatabase { connections { used maximum } standbys { name lagSeconds } }
    } unknown: database(name: "none") { name } }`);
    expect(data).toMatchObject({
      database: { engine: 'POSTGRESQL', version: '18.1', connections: { used: 12 }, standbys: [{ lagSeconds: 0.5 }] },
      unknown: null,
    });
  });

  it('refreshes what someone wants fresher, in one call for all of a request', async () => {
    const world = shop();
    await world.data(
      '{ databases { health(maxAge: "1s") { status } } pods { nodes { health(maxAge: "1s") { status } } } }',
    );
    expect(world.refreshed).toHaveLength(1);
    expect(world.refreshed[0]).toMatchObject({ maxAge: 1_000 });
    expect(world.refreshed[0]?.ids).toHaveLength(2);
  });
});
