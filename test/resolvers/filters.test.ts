import { HealthStatus } from '../../src/model/health.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { PodPhase } from '../../src/model/pod.js';
import { parseLabelSelector } from '../../src/resolvers/label-selector.js';
import {
  type GraphWorld,
  START,
  claim,
  cluster,
  clusterSource,
  container,
  graphWorld,
  idOf,
  namespace,
  node,
  pod,
  sight,
  volume,
  workload,
  zone,
} from './graph-world.js';

/** Seven pods that differ in one thing each. */
function shop(): GraphWorld {
  const world = graphWorld({
    settings: {
      ignores: [{ reason: null, where: { name: 'accepted' }, untilAt: null, because: 'a known fault' }],
    },
  });
  const ended = { reason: 'Error', exitCode: 1, finishedAt: (START - 60_000) as typeof START };
  const owner = { id: idOf(ResourceKind.WORKLOAD, 'web-1'), kind: 'ReplicaSet', name: 'web-1' };
  world.see(
    cluster('test'),
    clusterSource([], {}, 'test'),
    zone('zone-a'),
    zone('zone-b'),
    node('node-a'),
    node('node-b', { zoneName: 'zone-b' }),
    namespace('shop'),
    workload('web'),
    workload('web-1', {
      type: 'REPLICA_SET',
      owner: { id: idOf(ResourceKind.WORKLOAD, 'web'), kind: 'Deployment', name: 'web' },
    }),
    pod('web-1-x', { owner, labels: { app: 'web', tier: 'front' } }),
    pod('web-1-y', { owner, nodeName: 'node-b', labels: { app: 'web', critical: 'app' } }),
    pod('cache', { labels: { app: 'cache', warn: 'app' }, containers: [container('app', { lastTermination: ended })] }),
    pod('job', { phase: PodPhase.SUCCEEDED, nodeName: null }),
    pod('agent', { namespace: 'infra' }),
    pod('accepted', { labels: { critical: 'app' } }),
    pod('elsewhere', { system: 'test', nodeName: null }),
  );
  return world;
}

const ALL = ['accepted', 'agent', 'cache', 'elsewhere', 'job', 'web-1-x', 'web-1-y'];

const QUERY = `query ($filter: PodFilter) {
  pods(filter: $filter, orderBy: { field: NAME, direction: ASC }) { nodes { name } totalCount }
}`;

async function found(world: GraphWorld, filter: unknown): Promise<readonly string[]> {
  const data = await world.data(QUERY, { filter });
  return (data as { pods: { nodes: { name: string }[] } }).pods.nodes.map(({ name }) => name);
}

describe('a filter of pods', () => {
  it.each([
    ['nothing', {}, ALL],
    ['null', null, ALL],
    ['a field that is null', { name: null, clusters: null }, ALL],
    ['a cluster', { clusters: ['test'] }, ['elsewhere']],
    ['a cluster twice', { clusters: ['test', 'test'] }, ['elsewhere']],
    ['any of several clusters', { clusters: ['test', 'prod'] }, ALL],
    ['a namespace', { namespaces: ['infra'] }, ['agent']],
    ['any of several namespaces', { namespaces: ['infra', 'nowhere'] }, ['agent']],
    ['a name', { name: 'web-1-x' }, ['web-1-x']],
    ['a name with *', { name: 'web-*' }, ['web-1-x', 'web-1-y']],
    ['a name with ?', { name: 'web-1-?' }, ['web-1-x', 'web-1-y']],
    ['part of a name', { name: 'web' }, []],
    ['a name like a pattern of another language', { name: 'web.1.x' }, []],
    ['a label', { labels: 'app=web' }, ['web-1-x', 'web-1-y']],
    ['several labels', { labels: 'app=web,tier' }, ['web-1-x']],
    ['a node', { nodes: ['node-b'] }, ['web-1-y']],
    ['a zone', { zones: ['zone-b'] }, ['web-1-y']],
    ['a workload, over its ReplicaSet', { workloadId: idOf(ResourceKind.WORKLOAD, 'web') }, ['web-1-x', 'web-1-y']],
    ['a workload that is not there', { workloadId: 'nobody' }, []],
    ['a status', { status: ['DEGRADED'] }, ['cache']],
    ['several statuses', { status: ['DEGRADED', 'UNHEALTHY'] }, ['cache', 'web-1-y']],
    ['a reason, ignored ones aside', { reasons: ['CONTAINER_RESTARTING'] }, ['cache', 'web-1-y']],
    ['another reason', { reasons: ['CPU_NEAR_LIMIT'] }, []],
    ['a phase', { phase: ['SUCCEEDED', 'FAILED'] }, ['job']],
    ['restarts since then', { restartedSince: new Date(START - 120_000).toISOString() }, ['cache']],
    ['restarts later than there were', { restartedSince: new Date(START).toISOString() }, []],
    ['an empty list, which nothing is in', { clusters: [] }, []],
    ['another empty list', { status: [] }, []],
    ['several fields, which are all to hold', { name: 'web-*', status: ['HEALTHY'] }, ['web-1-x']],
  ])('by %s', async (_name, filter, expected) => {
    expect(await found(shop(), filter)).toEqual(expected);
  });

  it('takes a status as it is shown: UNKNOWN while the source cannot see', async () => {
    const world = shop();
    world.see(clusterSource([sight(ResourceKind.POD, { state: 'lost', message: 'Gone.' })]));
    expect(await found(world, { status: ['UNKNOWN'] })).toEqual(ALL.filter((name) => name !== 'elsewhere'));
    expect(await found(world, { status: ['HEALTHY'] })).toEqual(['elsewhere']);
  });

  it.each([
    [
      'long labels',
      { labels: `app=${'x'.repeat(500)}` },
      /^BAD_USER_INPUT labels: "app=x{96}…" in "app=x{96}…" is no label selector; write one such as "app=web,tier in \(a, b\)"\.$/,
    ],
    [
      'a cluster',
      { clusters: ['x'.repeat(500)] },
      /^BAD_USER_INPUT clusters: no cluster or system is called "x{100}…"; there are /,
    ],
    [
      'labels',
      { labels: 'app=(' },
      /^BAD_USER_INPUT labels: "app=\(" in "app=\(" is no label selector; write one such/,
    ],
    ['a time', { restartedSince: 'yesterday' }, /DateTime takes an RFC 3339 time/],
    ['a day', { restartedSince: '2026-02-30T00:00:00Z' }, /DateTime takes an RFC 3339 time/],
    ['an hour', { restartedSince: '2026-01-31T24:00:00Z' }, /DateTime takes an RFC 3339 time/],
    ['a time of nowhere', { restartedSince: '2026-01-31T00:00:00' }, /DateTime takes an RFC 3339 time/],
    ['a status', { status: ['FINE'] }, /Value "FINE" does not exist in "HealthStatus"/],
    ['a field', { colour: 'red' }, /Field "colour" is not defined by type "PodFilter"/],
  ])('says which %s cannot be', async (_name, filter, expected) => {
    expect(await shop().error(QUERY, { filter })).toMatch(expected);
  });
});

describe('other filters', () => {
  const world = shop();
  world.see(
    claim('data'),
    claim('new', { phase: 'PENDING', volumeName: null, storageClass: 'slow' }),
    volume('volume-data'),
    volume('volume-old', { storageClass: 'slow' }),
    namespace('infra', { labels: { team: 'platform' } }),
  );

  it.each([
    ['nodes(filter: { zones: ["zone-b"] })', ['node-b']],
    ['nodes(filter: { name: "*-a" })', ['node-a']],
    ['workloads', ['web']],
    ['workloads(filter: { types: [REPLICA_SET] })', ['web-1']],
    ['claims(filter: { phase: [PENDING] })', ['new']],
    ['claims(filter: { namespaces: ["infra"] })', []],
    ['volumes(filter: { storageClasses: ["slow"] })', ['volume-old']],
    ['namespaces(filter: { labels: "team" })', ['infra']],
    ['namespaces(orderBy: { field: NAME, direction: ASC })', ['infra', 'shop']],
  ])('%s', async (field, expected) => {
    const data = (await world.data(`{ list: ${field} { nodes { name } } }`)) as { list: { nodes: { name: string }[] } };
    expect(data.list.nodes.map(({ name }) => name)).toEqual(expected);
  });

  it('zones by their status', async () => {
    const query = `query ($status: [HealthStatus!]) { zones(filter: { status: $status }) { name } }`;
    expect(await world.data(query, { status: [HealthStatus.HEALTHY] })).toEqual({
      zones: [{ name: 'zone-a' }, { name: 'zone-b' }],
    });
    expect(await world.data(query, { status: [HealthStatus.UNHEALTHY] })).toEqual({ zones: [] });
  });
});

describe('a label selector', () => {
  const labels = { app: 'web', tier: 'front', empty: '' };

  it.each([
    ['', true],
    ['app', true],
    ['!app', false],
    ['legacy', false],
    ['!legacy', true],
    ['! legacy', true],
    ['app=web', true],
    ['app==web', true],
    ['app = web', true],
    ['app=api', false],
    ['app!=api', true],
    ['app!=web', false],
    ['legacy!=yes', true],
    ['legacy=', false],
    ['empty=', true],
    ['app in (web, api)', true],
    ['app in (api)', false],
    ['app notin (api)', true],
    ['app notin (web,api)', false],
    ['legacy in (a)', false],
    ['legacy notin (a)', true],
    ['app in (web,api),tier=front,!legacy', true],
    ['app in (web,api),tier=back', false],
    ['app in (web,api),tier in (back,front)', true],
    [',app=web,,tier', true],
    ['app in (web, api),,tier=front,', true],
    ['app notin (api,x),tier in (front, back)', true],
    ['toString', false],
    ['constructor in (x)', false],
    ['app.kubernetes.io/name', false],
    ['app.kubernetes.io/name!=a_b.c-d', true],
  ])('"%s" → %s', (text, expected) => {
    expect(parseLabelSelector(text)(labels)).toBe(expected);
  });

  it.each([
    'app:web',
    'a>5',
    'a/b/c',
    'app=we b',
    'app=web!',
    'App_/x',
    '-a',
    `a${'b'.repeat(63)}`,
    '=web',
    'app=web=api',
    'app in web',
    'app in (a',
    'app ~ web',
    '(a)',
    'app notin',
  ])('"%s" is none', (text) => {
    expect(() => parseLabelSelector(text)).toThrow(/^labels: .* is no label selector/);
  });

  it('is no longer than 1,000 characters', () => {
    expect(parseLabelSelector(`app,${' '.repeat(996)}`)(labels)).toBe(true);
    expect(() => parseLabelSelector(`app,${' '.repeat(997)}`)).toThrow(
      /^labels: a selector has 1000 characters at most, and this one has 1001\.$/,
    );
  });
});

describe('a cluster that is not configured', () => {
  it.each([
    'pods(filter: { clusters: ["prod", "prd"] }) { totalCount }',
    'nodes(filter: { clusters: ["prd"] }) { totalCount }',
    'workloads(filter: { clusters: ["prd"] }) { totalCount }',
    'namespaces(filter: { clusters: ["prd"] }) { totalCount }',
    'volumes(filter: { clusters: ["prd"] }) { totalCount }',
    'claims(filter: { clusters: ["prd"] }) { totalCount }',
    'zones(filter: { clusters: ["prd"] }) { name }',
    'cluster(name: "prod") { pods(filter: { clusters: ["prd"] }) { totalCount } }',
    'findings(filter: { clusters: ["prd"] }) { totalCount }',
    'changes(filter: { clusters: ["prd"] }) { totalCount }',
  ])('is an error that names those that are: %s', async (field) => {
    expect(await shop().error(`{ ${field} }`)).toBe(
      'BAD_USER_INPUT clusters: no cluster or system is called "prd"; there are platform, prod, test.',
    );
  });

  it('is a pattern that is longer than any name', async () => {
    expect(await shop().error(`{ pods(filter: { name: "${'?'.repeat(301)}" }) { totalCount } }`)).toBe(
      'BAD_USER_INPUT name: a pattern has 300 characters at most, and this one has 301.',
    );
  });

  it('is one when a subscription begins, too', () => {
    const { graph } = shop();
    const args = { filter: { clusters: ['prd'] } };
    expect(() => graph.liveFields['healthChanges']?.opening(args as never)).toThrow(
      /no cluster or system is called "prd"/,
    );
  });
});

describe('a list that was never obtained', () => {
  const starting = (kind: ResourceKind) => sight(kind, { state: 'starting', contactAt: null });
  const POD = ResourceKind.POD;

  it('is null, with one error that says why', async () => {
    const world = graphWorld();
    const forbidden = sight(POD, { state: 'forbidden', message: 'May not list pods.' });
    world.see(cluster('test'), clusterSource([forbidden], {}, 'test'), node('node-a'));
    const { data, errors } = await world.ask('{ pods { totalCount } nodes { totalCount } }');
    expect(data).toEqual({ pods: null, nodes: { totalCount: 1 } });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code: 'SOURCE_UNAVAILABLE' });
    expect(errors?.[0]?.message).toBe(
      'The POD list of test was never obtained: May not list pods. Ask for other clusters with filter: { clusters: [...] }.',
    );
  });

  it('does not hide those of other clusters', async () => {
    const world = graphWorld();
    world.see(cluster('test'), clusterSource([starting(POD)], {}, 'test'), pod('a'));
    expect(await found(world, { clusters: ['prod'] })).toEqual(['a']);
    expect(await world.error(QUERY, { filter: { clusters: ['test'] } })).toMatch(/^SOURCE_UNAVAILABLE .* not yet/);
  });

  it('says so by a word of its own where nothing that is configured has such', async () => {
    const world = graphWorld();
    world.see(cluster('test'), clusterSource([], {}, 'test'));
    const { data, errors } = await world.ask('{ routes { totalCount } }');
    expect(data).toEqual({ routes: null });
    expect(errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
      {
        message: 'Nothing that has a ROUTE is configured.',
        extensions: { code: 'SOURCE_UNAVAILABLE', reason: 'NOT_CONFIGURED' },
      },
    ]);
  });

  it('is null within a resource, where the source has said why already', async () => {
    const world = graphWorld();
    world.see(cluster('test'), clusterSource([starting(POD), starting(ResourceKind.NODE)], {}, 'test'));
    const query = '{ cluster(name: "test") { nodeCount nodes { totalCount } pods { totalCount } } }';
    expect(await world.data(query)).toEqual({ cluster: { nodeCount: null, nodes: null, pods: null } });
  });

  it('was obtained once it was seen, and stays so when the source is lost', async () => {
    const world = shop();
    world.see(clusterSource([sight(POD, { state: 'lost', message: 'Gone.' })]));
    expect(await found(world, { name: 'agent' })).toEqual(['agent']);
  });

  it('is empty where there is none', async () => {
    expect(await found(graphWorld(), {})).toEqual([]);
  });
});
