import type { Observation } from '../../src/model/facts.js';
import { platformId, systemId } from '../../src/model/ids.js';
import { ResourceKind, SupportKind } from '../../src/model/kinds.js';
import { MINUTE, after } from '../../src/model/time.js';
import {
  CLUSTER,
  type GraphWorld,
  START,
  attachment,
  claim,
  claimUsage,
  cluster,
  clusterSource,
  container,
  database,
  event,
  gone,
  graphWorld,
  idOf,
  namespace,
  node,
  pod,
  podUsage,
  sight,
  volume,
  workload,
  zone,
} from './graph-world.js';

const { CLAIM, CLUSTER: CLUSTERS, DATABASE, NODE, POD, VOLUME, WORKLOAD } = ResourceKind;
const START_TEXT = new Date(START).toISOString();

/** A web shop: one workload of one pod with one volume, on the first of two nodes. */
function shop(): GraphWorld {
  const world = graphWorld();
  const web = { id: idOf(WORKLOAD, 'web'), kind: 'StatefulSet', name: 'web' };
  world.see(
    zone('zone-a'),
    zone('zone-b'),
    node('node-a', { taintList: [{ key: 'disk', value: 'ssd', effect: 'NoSchedule' }] }),
    node('node-b', { zoneName: 'zone-b', taintList: [{ key: 'spare', value: null, effect: 'NoExecute' }] }),
    namespace('shop'),
    workload('web', { type: 'STATEFUL_SET', desired: 1, ready: 1 }),
    pod('web-0', { owner: web, claimNames: ['data', 'missing'], labels: { warn: 'app' } }),
    claim('data'),
    volume('volume-data'),
    attachment('volume-data', 'node-a'),
  );
  return world;
}

describe('a pod', () => {
  it('says what it uses of what it may, page cache aside', async () => {
    const world = shop();
    world.see(podUsage('web-0', 0.25, 1.5e9, { activeFileBytes: 0.5e9 }));
    const query =
      '{ pods { nodes { containers { cpu { used request limit utilisation } memory { used utilisation } } } } }';
    expect(await world.data(query)).toEqual({
      pods: {
        nodes: [
          {
            containers: [
              {
                cpu: { used: 0.25, request: 0.5, limit: 1, utilisation: 0.25 },
                memory: { used: 1e9, utilisation: 0.5 },
              },
            ],
          },
        ],
      },
    });
  });

  it('takes its request for the whole where it has no limit', async () => {
    const world = graphWorld();
    world.see(pod('a', { containers: [container('app', { cpuLimit: null })] }), podUsage('a', 0.75, 1e9));
    expect(await world.data('{ pods { nodes { containers { cpu { utilisation } } } } }')).toEqual({
      pods: { nodes: [{ containers: [{ cpu: { utilisation: 1.5 } }] }] },
    });
  });

  it('has null where nobody knows', async () => {
    const world = graphWorld();
    const containers = [container('app', { cpuLimit: null, cpuRequest: null })];
    world.see(pod('alone', { nodeName: 'unseen', namespace: 'unseen', containers }));
    const query = `{ pods { nodes {
      namespaceName namespace { name } cluster { name } node { name } workload { name } team
      containers { cpu { used utilisation } lastTermination { exitCode } }
    } } }`;
    expect(await world.data(query)).toEqual({
      pods: {
        nodes: [
          {
            namespaceName: 'unseen',
            namespace: null,
            cluster: { name: CLUSTER },
            node: null,
            workload: null,
            team: null,
            containers: [{ cpu: { used: null, utilisation: null }, lastTermination: null }],
          },
        ],
      },
    });
  });

  it('has the claims that are there, and the volumes behind them', async () => {
    const world = shop();
    world.see(claim('missing', { volumeName: null, phase: 'PENDING' }));
    expect(await world.data('{ pods { nodes { claims { name phase } volumes { name } } } }')).toEqual({
      pods: {
        nodes: [
          {
            claims: [
              { name: 'data', phase: 'BOUND' },
              { name: 'missing', phase: 'PENDING' },
            ],
            volumes: [{ name: 'volume-data' }],
          },
        ],
      },
    });
  });

  it('tells its newest warnings, the newest first, and no more than ten', async () => {
    const world = shop();
    const about = idOf(POD, 'web-0');
    const at = (minutes: number) => START - minutes * MINUTE;
    world.see(
      ...Array.from({ length: 12 }, (_, index) => event(`warning-${index}`, about, { lastSeenAt: at(index) })),
      event('scaled', about, { isWarning: false, lastSeenAt: START }),
      event('other', idOf(NODE, 'node-a')),
    );
    const data = (await world.data('{ pods { nodes { events { message } } } }')) as {
      pods: { nodes: { events: { message: string }[] }[] };
    };
    const messages = data.pods.nodes[0]?.events.map(({ message }) => message);
    expect(messages).toEqual(Array.from({ length: 10 }, (_, index) => `warning-${index} happened`));
  });

  it('does not claim to have looked where it has not', async () => {
    const world = graphWorld();
    const unseen = [SupportKind.CLUSTER_EVENT, CLAIM, VOLUME].map((kind) => sight(kind, { state: 'forbidden' }));
    world.see(cluster('test'), clusterSource(unseen, {}, 'test'), pod('b', { system: 'test' }));
    const query = '{ pods(filter: { name: "b" }) { nodes { events { message } claims { name } volumes { name } } } }';
    expect(await world.data(query)).toEqual({ pods: { nodes: [{ events: null, claims: null, volumes: null }] } });
  });
});

describe('nodes, zones and clusters', () => {
  it('say what runs on them and what is asked of them', async () => {
    const world = shop();
    world.see(pod('done', { phase: 'SUCCEEDED' }));
    const query = `{ clusters {
      name version nodeCount maximumNodes
      zones { name nodes { name } cluster { name } }
      nodes(orderBy: { field: NAME, direction: ASC }) { nodes {
        name taints requested { cpuCores memoryBytes pods } volumes { name }
        pods(filter: { phase: [RUNNING] }) { nodes { name } }
      } }
      pods { totalCount }
    } }`;
    expect(await world.data(query)).toEqual({
      clusters: [
        {
          name: CLUSTER,
          version: 'v1.33.1',
          nodeCount: 2,
          maximumNodes: 10,
          zones: [
            { name: 'zone-a', nodes: [{ name: 'node-a' }], cluster: { name: CLUSTER } },
            { name: 'zone-b', nodes: [{ name: 'node-b' }], cluster: { name: CLUSTER } },
          ],
          nodes: {
            nodes: [
              {
                name: 'node-a',
                taints: ['disk=ssd:NoSchedule'],
                requested: { cpuCores: 0.5, memoryBytes: 1e9, pods: 1 },
                volumes: [{ name: 'volume-data' }],
                pods: { nodes: [{ name: 'web-0' }] },
              },
              {
                name: 'node-b',
                taints: ['spare:NoExecute'],
                requested: { cpuCores: 0, memoryBytes: 0, pods: 0 },
                volumes: [],
                pods: { nodes: [] },
              },
            ],
          },
          pods: { totalCount: 2 },
        },
      ],
    });
  });

  it('show a volume that is attached though nothing mounts it', async () => {
    const world = shop();
    world.see(volume('left-behind'), attachment('left-behind', 'node-b'));
    const query = '{ nodes(filter: { name: "node-b" }) { nodes { volumes { name } } } }';
    expect(await world.data(query)).toEqual({ nodes: { nodes: [{ volumes: [{ name: 'left-behind' }] }] } });
  });

  it('take the maximum from the autoscaler where configuration has none', async () => {
    const world = graphWorld();
    const maximum = '{ cluster(name: "prod") { maximumNodes } }';
    world.see(cluster(CLUSTER, { configuredMaximumNodes: null }));
    expect(await world.data(maximum)).toEqual({ cluster: { maximumNodes: null } });
    const groups = [3, 4].map((most) => ({
      name: `group-${most}`,
      minimum: 0,
      maximum: most,
      registered: 1,
      ready: 1,
    }));
    const id = idOf(CLUSTERS, CLUSTER);
    world.see({ id, kind: CLUSTERS, aspect: 'autoscaler', facts: { reportedAt: START, groups }, observedAt: START });
    expect(await world.data(maximum)).toEqual({ cluster: { maximumNodes: 7 } });
    expect(await world.data('{ cluster(name: "nobody") { name } }')).toEqual({ cluster: null });
  });
});

describe('a volume', () => {
  const query = `{ volumes { nodes {
    capacityBytes usedBytes freeBytes inodesFree fullAt
    zones { name } claim { name phase requestedBytes pods { name } } pods { name }
    attachments { nodeName isAttached node { name } attachError { message at } }
  } } }`;

  it('tells its claim’s file system, and who uses it', async () => {
    const world = shop();
    const attachError = { message: 'Too many volumes.', at: START };
    world.see(claimUsage('data', 60e9, 90e9), attachment('volume-data', 'node-z', { isAttached: false, attachError }));
    expect(await world.data(query)).toEqual({
      volumes: {
        nodes: [
          {
            capacityBytes: 90e9,
            usedBytes: 60e9,
            freeBytes: 30e9,
            inodesFree: 900,
            fullAt: null,
            zones: [{ name: 'zone-a' }],
            claim: { name: 'data', phase: 'BOUND', requestedBytes: 100e9, pods: [{ name: 'web-0' }] },
            pods: [{ name: 'web-0' }],
            attachments: [
              { nodeName: 'node-a', isAttached: true, node: { name: 'node-a' }, attachError: null },
              {
                nodeName: 'node-z',
                isAttached: false,
                node: null,
                attachError: { message: 'Too many volumes.', at: START_TEXT },
              },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['3600', '2026-01-01T01:00:00.000Z'],
    ['300000000', '2035-07-05T05:20:00.000Z'],
    ['400000000', null],
    ['1e18', null],
  ])('that is full in %s seconds is full at %s', async (fullIn, fullAt) => {
    const world = graphWorld();
    world.see(volume('slow', { labels: { fullIn } }));
    expect(await world.data('{ volumes { nodes { fullAt } } }')).toEqual({ volumes: { nodes: [{ fullAt }] } });
  });

  it('has the size it declares, and no more, where it is not mounted', async () => {
    const world = graphWorld();
    world.see(volume('spare', { zoneNames: [] }));
    expect(await world.data(query)).toMatchObject({
      volumes: {
        nodes: [{ capacityBytes: 100e9, usedBytes: null, freeBytes: null, claim: null, pods: [], zones: [] }],
      },
    });
  });
});

describe('a workload', () => {
  it('has the pods of its ReplicaSets', async () => {
    const world = graphWorld();
    const id = idOf(WORKLOAD, 'web');
    const set = { id: idOf(WORKLOAD, 'web-1'), kind: 'ReplicaSet', name: 'web-1' };
    world.see(
      workload('web', { ready: null }),
      workload('web-1', { type: 'REPLICA_SET', owner: { id, kind: 'Deployment', name: 'web' } }),
      pod('web-1-x', { owner: set }),
      pod('other'),
    );
    const query = '{ workloads { nodes { name desired ready pods { nodes { name } totalCount } } } }';
    const pods = { nodes: [{ name: 'web-1-x' }], totalCount: 1 };
    expect(await world.data(query)).toEqual({
      workloads: { nodes: [{ name: 'web', desired: 2, ready: null, pods }] },
    });
  });
});

describe('asking by id or name', () => {
  it('gives null for what is not there, in the place where it was asked for', async () => {
    const world = shop();
    world.see(gone(POD, 'web-0'));
    const ids = [idOf(POD, 'web-0'), idOf(NODE, 'node-a'), 'rubbish', platformId];
    expect(await world.data('query ($ids: [ID!]!) { resources(ids: $ids) { name } }', { ids })).toEqual({
      resources: [null, { name: 'node-a' }, null, { name: 'platform' }],
    });
    expect(await world.data('{ resource(id: "rubbish") { name } }')).toEqual({ resource: null });
  });

  it('does not give records that are no resources', async () => {
    const id = idOf(SupportKind.VOLUME_ATTACHMENT, 'volume-data-node-a');
    expect(await shop().data('query ($id: ID!) { resource(id: $id) { name } }', { id })).toEqual({ resource: null });
  });

  it('takes no more than 500 ids', async () => {
    const ids = Array.from({ length: 501 }, (_, index) => `${index}`);
    expect(await shop().error('query ($ids: [ID!]!) { resources(ids: $ids) { name } }', { ids })).toMatch(
      /^BAD_USER_INPUT ids: 501 are too many; ask for up to 500/,
    );
  });

  it.each([
    ['kind: NODE, name: "node-a"', 'node-a'],
    ['kind: POD, name: "web-0", cluster: "prod", namespace: "shop"', 'web-0'],
    ['kind: POD, name: "web-0", namespace: "other"', null],
    ['kind: POD, name: "web-0", cluster: "other"', null],
    ['kind: POD, name: "node-a"', null],
    ['kind: SYSTEM, name: "kubernetes"', 'kubernetes'],
  ])('lookup(%s) → %s', async (args, expected) => {
    const data = (await shop().data(`{ lookup(${args}) { name } }`)) as { lookup: { name: string } | null };
    expect(data.lookup?.name ?? null).toBe(expected);
  });

  it('says when a name is not enough', async () => {
    const world = shop();
    world.see(pod('same'), pod('same', { id: idOf(POD, 'same-2'), namespace: 'other' }));
    expect(await world.error('{ lookup(kind: POD, name: "same") { name } }')).toMatch(
      /^BAD_USER_INPUT name: 2 of kind POD are called "same"; give cluster and namespace too\./,
    );
  });

  it('searches names, the worst first', async () => {
    const world = shop();
    const search = async (args: string): Promise<unknown> => world.data(`{ search(${args}) { kind name } }`);
    expect(await search('text: "WEB"')).toEqual({
      search: [
        { kind: 'POD', name: 'web-0' },
        { kind: 'WORKLOAD', name: 'web' },
      ],
    });
    expect(await search('text: "web", kinds: [POD]')).toEqual({ search: [{ kind: 'POD', name: 'web-0' }] });
    expect(await search('text: "web", kinds: [POD, POD]')).toEqual({ search: [{ kind: 'POD', name: 'web-0' }] });
    expect(await search('text: "web", first: 0')).toEqual({ search: [] });
    expect(await world.error('{ search(text: "", first: 101) { name } }')).toMatch(/^BAD_USER_INPUT first: 101 /);
  });
});

describe('health', () => {
  it('is the verdict with its findings, and when it was seen', async () => {
    const query = `query ($id: ID!) { resource(id: $id) { health {
      status isStale since observedAt findings { reason severity subject message advice evidence ignored { reason } }
    } } }`;
    expect(await shop().data(query, { id: idOf(POD, 'web-0') })).toEqual({
      resource: {
        health: {
          status: 'DEGRADED',
          isStale: false,
          since: START_TEXT,
          observedAt: START_TEXT,
          findings: [
            {
              reason: 'CONTAINER_RESTARTING',
              severity: 'WARNING',
              subject: 'app',
              message: 'app is wrong.',
              advice: 'Look.',
              evidence: 'MEASURED',
              ignored: null,
            },
          ],
        },
      },
    });
  });

  it('is UNKNOWN and stale while the source cannot see, with the findings there were', async () => {
    const world = shop();
    world.see(clusterSource([sight(POD, { state: 'lost', message: 'Gone.' })]));
    expect(await world.data('{ pods { nodes { health { status isStale findings { reason } } } } }')).toEqual({
      pods: {
        nodes: [{ health: { status: 'UNKNOWN', isStale: true, findings: [{ reason: 'CONTAINER_RESTARTING' }] } }],
      },
    });
  });

  it('without maxAge asks nobody', async () => {
    const world = shop();
    await world.data('{ pods { nodes { health { status } } } }');
    await world.data('query ($age: Duration) { pods { nodes { health(maxAge: $age) { status } } } }');
    expect(world.refreshed).toEqual([]);
  });

  it('with maxAge asks once for all who want the same age, and tells what came of it', async () => {
    const world = graphWorld({ onRefresh: (seen) => seen.see(pod('a', { labels: { critical: 'app' } })) });
    world.see(pod('a'), pod('b'), database('meta'));
    const query = `{
      pods(orderBy: { field: NAME, direction: ASC }) { nodes { name health(maxAge: "5s") { status } } }
      databases { health(maxAge: "5s") { status } again: health(maxAge: "1m") { status } }
    }`;
    const data = await world.data(query);
    expect(data).toMatchObject({
      pods: { nodes: [{ health: { status: 'UNHEALTHY' } }, { health: { status: 'HEALTHY' } }] },
    });
    expect(world.refreshed.map(({ ids, maxAge }) => [maxAge, [...ids].sort()])).toEqual([
      [5_000, [idOf(POD, 'a'), idOf(POD, 'b'), idOf(DATABASE, 'meta', 'meta')].sort()],
      [60_000, [idOf(DATABASE, 'meta', 'meta')]],
    ]);
  });

  it('of what went while it was asked is not known', async () => {
    const world = graphWorld({ onRefresh: (seen) => seen.see(gone(POD, 'a')) });
    world.see(pod('a'));
    const query = '{ pods { nodes { name health(maxAge: "0s") { status observedAt readings { value } } } } }';
    expect(await world.data(query)).toEqual({
      pods: { nodes: [{ name: 'a', health: { status: 'UNKNOWN', observedAt: null, readings: [] } }] },
    });
  });

  it('takes a length of time, and says so', async () => {
    expect(await shop().error('{ pods { nodes { health(maxAge: "soon") { status } } } }')).toMatch(
      /Duration takes a length of time, such as "30s"/,
    );
  });
});

describe('readings', () => {
  it('have limits with where they come from, and a history where one is kept', async () => {
    const world = graphWorld({
      settings: {
        overrides: [
          {
            reason: 'CPU_NEAR_LIMIT' as never,
            where: { name: 'a' },
            values: { warnAt: 0.5, for: 2 * MINUTE },
            origin: 'limits[0]',
          },
        ],
      },
    });
    world.see(pod('a', { containers: [container('app', { restarts: 1 })] }), podUsage('a', 0.4, 1e9));
    world.world.advance(5 * MINUTE);
    world.see(pod('a', { containers: [container('app', { restarts: 4 })] }));
    const query = `query ($signal: [SignalName!]) { pods { nodes { health { readings(signal: $signal) {
      signal subject value unit unavailable limit { reason worse warnAt criticalAt holdFor window origin }
      history { value } short: history(last: "1m") { value }
    } } } } }`;
    const expected = [
      {
        signal: 'POD_RESTARTS',
        subject: 'app',
        value: 4,
        unit: 'COUNT',
        unavailable: null,
        limit: {
          reason: 'CONTAINER_RESTARTING',
          worse: 'HIGHER',
          warnAt: 1,
          criticalAt: 3,
          holdFor: null,
          window: '10m',
          origin: 'default',
        },
        history: [{ value: 1 }, { value: 4 }],
        short: [{ value: 4 }],
      },
      {
        signal: 'POD_CPU_UTILISATION',
        subject: 'app',
        value: 0.4,
        unit: 'RATIO',
        unavailable: null,
        limit: {
          reason: 'CPU_NEAR_LIMIT',
          worse: 'HIGHER',
          warnAt: 0.5,
          criticalAt: null,
          holdFor: '2m',
          window: null,
          origin: 'limits[0]',
        },
        history: null,
        short: null,
      },
    ];
    const read = async (signal: unknown): Promise<unknown> => {
      const data = (await world.data(query, { signal })) as { pods: { nodes: { health: { readings: unknown } }[] } };
      return data.pods.nodes[0]?.health.readings;
    };
    expect(await read(null)).toEqual(expected);
    expect(await read(['POD_CPU_UTILISATION'])).toEqual([expected[1]]);
    expect(await read(['DATABASE_DISK'])).toEqual([]);
  });

  it('say why they have no value', async () => {
    const world = graphWorld();
    world.see(pod('a'));
    const query = '{ pods { nodes { health { readings(signal: [POD_CPU_UTILISATION]) { value unavailable } } } } }';
    expect(await world.data(query)).toEqual({
      pods: { nodes: [{ health: { readings: [{ value: null, unavailable: 'forbidden' }] } }] },
    });
  });
});

describe('the platform', () => {
  it('was seen when the member was that was seen longest ago', async () => {
    const world = graphWorld();
    const query = '{ platform { health { observedAt } systems { name health { observedAt } } } }';
    const seen = (at: string) => ({
      platform: {
        health: { observedAt: at },
        systems: [
          { name: 'kubernetes', health: { observedAt: at } },
          { name: 'databases', health: { observedAt: null } },
          { name: 'zookeepers', health: { observedAt: null } },
          { name: 'workflows', health: { observedAt: null } },
          { name: 'ingresses', health: { observedAt: null } },
          { name: 'kafka', health: { observedAt: null } },
          { name: 'kafka-connects', health: { observedAt: null } },
        ],
      },
    });
    expect(await world.data(query)).toEqual(seen(START_TEXT));
    const later = (name: string): Observation => ({ ...cluster(name), observedAt: after(START, MINUTE) });
    world.see(later('prod'), cluster('test'));
    expect(await world.data(query)).toEqual(seen(START_TEXT));
    world.see(later('test'));
    expect(await world.data(query)).toEqual(seen('2026-01-01T00:01:00.000Z'));
  });

  it('says how else to see more roots than there can be at once', async () => {
    for (const query of [
      '{ platform { roots(first: 501) { reason } } }',
      '{ platform { roots(first: -1) { reason } } }',
    ])
      expect(await shop().error(query)).toMatch(
        /^BAD_USER_INPUT first: -?\d+ is out of range; ask for 0 to 500, or for findings/,
      );
  });

  it('tells systems of two sorts apart that have one name', async () => {
    const world = shop();
    world.see(node('node-a', { isReady: false }), database(CLUSTER, { labels: { critical: 'port' } }));
    const data = await world.data('{ platform { systems { name roots(first: 1) { reason resource { name } } } } }');
    expect((data as { platform: { systems: { name: string }[] } }).platform.systems.slice(0, 2)).toEqual([
      { name: 'kubernetes', roots: [{ reason: 'NODE_NOT_READY', resource: { name: 'node-a' } }] },
      { name: 'databases', roots: [{ reason: 'DATABASE_UNREACHABLE', resource: { name: CLUSTER } }] },
    ]);
  });

  it('is its systems, with what is at the root of their trouble', async () => {
    const world = shop();
    world.see(node('node-a', { isReady: false }), pod('web-0', { isReady: false }), database('meta'));
    const query = `{ platform {
      id name health { status }
      counts { status count } roots { reason resource { name } }
      systems { id name members counts { status count } roots(first: 1) { reason } health { status } }
    } }`;
    expect(await world.data(query)).toEqual({
      platform: {
        id: platformId,
        name: 'platform',
        health: { status: 'DEGRADED' },
        counts: [
          { status: 'DEGRADED', count: 1 },
          { status: 'NOT_CONFIGURED', count: 6 },
        ],
        roots: [{ reason: 'NODE_NOT_READY', resource: { name: 'node-a' } }],
        systems: [
          {
            id: systemId('kubernetes'),
            name: 'kubernetes',
            members: 'CLUSTER',
            counts: [{ status: 'DEGRADED', count: 1 }],
            roots: [{ reason: 'NODE_NOT_READY' }],
            health: { status: 'DEGRADED' },
          },
          {
            id: systemId('databases'),
            name: 'databases',
            members: 'DATABASE',
            counts: [{ status: 'HEALTHY', count: 1 }],
            roots: [],
            health: { status: 'NOT_CONFIGURED' },
          },
          {
            id: systemId('zookeepers'),
            name: 'zookeepers',
            members: 'ZOOKEEPER',
            counts: [],
            roots: [],
            health: { status: 'NOT_CONFIGURED' },
          },
          {
            id: systemId('workflows'),
            name: 'workflows',
            members: 'WORKFLOW_ENGINE',
            counts: [],
            roots: [],
            health: { status: 'NOT_CONFIGURED' },
          },
          {
            id: systemId('ingresses'),
            name: 'ingresses',
            members: 'INGRESS',
            counts: [],
            roots: [],
            health: { status: 'NOT_CONFIGURED' },
          },
          {
            id: systemId('kafka'),
            name: 'kafka',
            members: 'KAFKA',
            counts: [],
            roots: [],
            health: { status: 'NOT_CONFIGURED' },
          },
          {
            id: systemId('kafka-connects'),
            name: 'kafka-connects',
            members: 'KAFKA_CONNECT',
            counts: [],
            roots: [],
            health: { status: 'NOT_CONFIGURED' },
          },
        ],
      },
    });
  });
});
