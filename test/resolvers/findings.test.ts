import { execute, parse } from 'graphql';
import { FindingReason } from '../../src/model/finding-reason.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { MINUTE } from '../../src/model/time.js';
import { type LimitSettings, NO_SETTINGS } from '../../src/registry/limit-book.js';
import {
  type GraphWorld,
  clusterSource,
  gone,
  graphWorld,
  idOf,
  node,
  pod,
  podUsage,
  sight,
  volume,
} from './graph-world.js';

const { NODE, POD } = ResourceKind;

/** One lost node with two pods, and three pods with troubles of their own. */
function troubled(): GraphWorld {
  const world = graphWorld({
    settings: {
      ignores: [{ reason: null, where: { name: 'accepted' }, untilAt: null, because: 'a known fault' }],
    },
  });
  world.see(pod('worn', { labels: { warn: 'app', team: 'frontend' } }), pod('odd', { labels: { info: 'app' } }));
  world.world.advance(MINUTE);
  world.see(
    node('node-b', { isReady: false }),
    pod('lost-1', { nodeName: 'node-b', isReady: false }),
    pod('lost-2', { nodeName: 'node-b', isReady: false, namespace: 'infra' }),
    pod('bad', { labels: { critical: 'app,proxy' } }),
    pod('accepted', { labels: { critical: 'app' } }),
  );
  return world;
}

const QUERY = `query ($filter: FindingFilter, $first: Int! = 50, $after: String) {
  findings(filter: $filter, first: $first, after: $after) {
    nodes { resource { name } subject } totalCount pageInfo { endCursor hasNextPage }
  }
}`;

interface Found {
  readonly nodes: readonly { readonly resource: { readonly name: string }; readonly subject: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

async function found(world: GraphWorld, variables: Record<string, unknown> = {}): Promise<Found> {
  return ((await world.data(QUERY, variables)) as { findings: Found }).findings;
}

const names = ({ nodes }: Found): readonly string[] =>
  nodes.map(({ resource, subject }) => `${resource.name}/${subject}`);

const ALL = ['bad/app', 'bad/proxy', 'node-b/Ready', 'worn/app', 'lost-1/app', 'lost-2/app', 'odd/app'];

/** Findings of one severity and age have ids that decide between them: here only that they stand together matters. */
const inAnyOrder = (list: readonly string[]): readonly string[] => [...list].sort();

describe('findings', () => {
  it('come worst first, roots before their consequences, ignored ones not at all', async () => {
    const all = names(await found(troubled()));
    expect(inAnyOrder(all)).toEqual(inAnyOrder(ALL));
    expect(inAnyOrder(all.slice(0, 3))).toEqual(inAnyOrder(ALL.slice(0, 3)));
    expect(all[3]).toBe('worn/app');
    expect(inAnyOrder(all.slice(4, 6))).toEqual(['lost-1/app', 'lost-2/app']);
    expect(all[6]).toBe('odd/app');
  });

  it('are the same, page by page', async () => {
    const world = troubled();
    const whole = names(await found(world));
    const pages: string[] = [];
    let after: string | null = null;
    for (let count = 0; count < whole.length; count += 2) {
      const page: Found = await found(world, { first: 2, after });
      pages.push(...names(page));
      after = page.pageInfo.endCursor;
    }
    expect(pages).toEqual(whole);
  });

  it.each([
    ['a severity', { minSeverity: 'CRITICAL' }, ['bad/app', 'bad/proxy', 'node-b/Ready']],
    ['a reason', { reasons: ['POD_NOT_READY'] }, ['lost-1/app', 'lost-2/app']],
    ['a kind', { kinds: ['NODE'] }, ['node-b/Ready']],
    ['a cluster', { clusters: ['prod'] }, ALL],
    ['another system', { clusters: ['platform'] }, []],
    ['a namespace', { namespaces: ['infra'] }, ['lost-2/app']],
    ['a team', { teams: ['frontend'] }, ['worn/app']],
    ['roots', { rootsOnly: true, minSeverity: 'WARNING' }, ['bad/app', 'bad/proxy', 'node-b/Ready', 'worn/app']],
    ['ignored ones too', { includeIgnored: true }, [...ALL, 'accepted/app']],
    [
      'when they began',
      { since: '2026-01-01T00:00:30Z' },
      ['bad/app', 'bad/proxy', 'lost-1/app', 'lost-2/app', 'node-b/Ready'],
    ],
    ['nothing', {}, ALL],
  ])('by %s', async (_name, filter, expected) => {
    const answer = await found(troubled(), { filter });
    expect(inAnyOrder(names(answer))).toEqual(inAnyOrder(expected));
    expect(answer.totalCount).toBe(expected.length);
  });

  it('lead to their causes and consequences', async () => {
    const query = `{ findings(filter: { kinds: [NODE] }) { nodes {
      isRoot causes { reason } consequences(first: 1) { totalCount nodes {
        reason isRoot causes { reason resource { name } }
      } }
    } } }`;
    expect(await troubled().data(query)).toEqual({
      findings: {
        nodes: [
          {
            isRoot: true,
            causes: [],
            consequences: {
              totalCount: 2,
              nodes: [
                {
                  reason: 'POD_NOT_READY',
                  isRoot: false,
                  causes: [{ reason: 'NODE_NOT_READY', resource: { name: 'node-b' } }],
                },
              ],
            },
          },
        ],
      },
    });
  });

  describe('of teams', () => {
    const names = async (world: GraphWorld, team: string): Promise<readonly string[]> => {
      const query =
        'query ($teams: [String!]) { pods { nodes { name team } } findings(filter: { teams: $teams }) { nodes { resource { name } } } }';
      const answer = (await world.data(query, { teams: [team] })) as {
        pods: { nodes: { name: string; team: string | null }[] };
        findings: { nodes: { resource: { name: string } }[] };
      };
      const listed = answer.pods.nodes.filter((one) => one.team === team).map(({ name }) => name);
      const found = new Set(answer.findings.nodes.map(({ resource }) => resource.name));
      // What is shown of a resource is what its findings are found by.
      expect([...found].every((name) => listed.includes(name) || name.startsWith('node'))).toBe(true);
      return [...found].sort();
    };
    const pods = (settings: Partial<LimitSettings>): GraphWorld => {
      const world = graphWorld({ settings });
      world.see(
        pod('by-label', { labels: { critical: 'app', team: 'web' } }),
        pod('by-other-label', { labels: { critical: 'app', squad: 'web' } }),
        pod('by-name', { labels: { critical: 'app', team: 'infra' } }),
        pod('nobody', { labels: { critical: 'app' }, namespace: 'infra' }),
        node('node-b', { isReady: false }),
      );
      return world;
    };

    it.each<[string, Partial<LimitSettings>, string, readonly string[]]>([
      ['by label', {}, 'web', ['by-label']],
      ['by another label', { teamLabels: ['squad', 'team'] }, 'web', ['by-label', 'by-other-label']],
      ['by no label', { teamLabels: [] }, 'web', []],
      [
        'by configuration, which knows better',
        { teams: [{ team: 'web', where: { name: 'by-n*' } }] },
        'web',
        ['by-label', 'by-name'],
      ],
      [
        'not by the label that configuration overrules',
        { teams: [{ team: 'web', where: { name: 'by-n*' } }] },
        'infra',
        [],
      ],
      [
        'by the last setting that fits',
        {
          teams: [
            { team: 'all', where: {} },
            { team: 'infra', where: { namespace: 'infra' } },
          ],
        },
        'infra',
        ['nobody'],
      ],
      ['by kind', { teams: [{ team: 'sre', where: { kinds: [NODE] } }] }, 'sre', ['node-b']],
      [
        'by labels',
        { teams: [{ team: 'web', where: { labels: { squad: 'web' } } }] },
        'web',
        ['by-label', 'by-other-label'],
      ],
    ])('%s', async (_, settings, team, expected) => {
      expect(await names(pods(settings), team)).toEqual(expected);
    });

    it('are others as soon as settings change', async () => {
      const world = pods({});
      world.world.registry.resettle({ ...NO_SETTINGS, teams: [{ team: 'night', where: {} }] });
      expect(await names(world, 'night')).toHaveLength(5);
    });
  });

  it('lead to the runbook that is configured for them and their resource', async () => {
    const [general, own] = ['https://wiki.example.com/restarts', 'https://wiki.example.com/bad'];
    const reason = FindingReason.CONTAINER_RESTARTING;
    const world = graphWorld({
      settings: {
        runbooks: [
          { reason, where: {}, url: general },
          { reason, where: { name: 'ba?' }, url: own },
        ],
      },
    });
    world.see(
      pod('bad', { labels: { critical: 'app' } }),
      pod('worn', { labels: { warn: 'app' } }),
      node('n', { isReady: false }),
    );
    const shown = async (): Promise<readonly (readonly [string, string | null])[]> => {
      const query = '{ findings { nodes { runbookUrl resource { name } } } }';
      const answer = (await world.data(query)) as {
        findings: { nodes: { runbookUrl: string | null; resource: { name: string } }[] };
      };
      return answer.findings.nodes.map(({ runbookUrl, resource }) => [resource.name, runbookUrl] as const).sort();
    };
    expect(await shown()).toEqual([
      ['bad', own],
      ['n', null],
      ['worn', general],
    ]);
    world.see(gone(POD, 'bad'));
    const cleared = '{ changes(filter: { kinds: [POD] }, last: 1) { nodes { cleared { runbookUrl } } } }';
    expect(await world.data(cleared)).toEqual({ changes: { nodes: [{ cleared: [{ runbookUrl: general }] }] } });
    world.world.registry.resettle(NO_SETTINGS);
    expect(await shown()).toEqual([
      ['n', null],
      ['worn', null],
    ]);
  });

  it('say why they are ignored', async () => {
    const query =
      '{ findings(filter: { includeIgnored: true, namespaces: ["shop"] }) { nodes { ignored { reason untilAt } } } }';
    const data = (await troubled().data(query)) as { findings: { nodes: { ignored: unknown }[] } };
    expect(data.findings.nodes.filter(({ ignored }) => ignored !== null)).toEqual([
      { ignored: { reason: 'a known fault', untilAt: null } },
    ]);
  });

  it('have the reading of their own part, and none where there is no number', async () => {
    const world = troubled();
    const query =
      '{ findings { nodes { subject resource { name } reading { signal subject value limit { reason } } } } }';
    const data = (await world.data(query)) as {
      findings: { nodes: { subject: string; resource: { name: string }; reading: unknown }[] };
    };
    const readingOf = (name: string, part: string): unknown =>
      data.findings.nodes.find(({ resource, subject }) => resource.name === name && subject === part)?.reading;
    expect(readingOf('bad', 'app')).toEqual({
      signal: 'POD_RESTARTS',
      subject: 'app',
      value: 0,
      limit: { reason: 'CONTAINER_RESTARTING' },
    });
    expect(readingOf('bad', 'proxy')).toBeNull();
    expect(readingOf('node-b', 'Ready')).toBeNull();
  });
});

describe('the catalogue', () => {
  const SIGNAL = `query ($filter: SignalFilter) { signals(filter: $filter) {
    name title description kind unit reasons limits { reason warnAt criticalAt holdFor window origin }
    coverage { state covered reason howToEnable uncovered(first: 1) { totalCount nodes { name } } }
  } }`;

  async function coverage(world: GraphWorld, name: string): Promise<unknown> {
    const data = (await world.data(SIGNAL, { filter: { names: [name] } })) as { signals: { coverage: unknown }[] };
    return data.signals[0]?.coverage;
  }

  it('is what is looked at, with the limits in force', async () => {
    const world = graphWorld();
    world.see(pod('a'));
    const data = (await world.data(SIGNAL, { filter: { names: ['POD_RESTARTS'] } })) as { signals: unknown };
    expect(data.signals).toEqual([
      {
        name: 'POD_RESTARTS',
        title: 'Restarts',
        description: 'What the labels say.',
        kind: 'POD',
        unit: 'COUNT',
        reasons: ['CONTAINER_RESTARTING'],
        limits: [
          {
            reason: 'CONTAINER_RESTARTING',
            warnAt: 1,
            criticalAt: 3,
            holdFor: null,
            window: '10m',
            origin: 'default',
          },
        ],
        coverage: {
          state: 'MEASURED',
          covered: 1,
          reason: null,
          howToEnable: null,
          uncovered: { totalCount: 0, nodes: [] },
        },
      },
    ]);
  });

  it('has the limits that configuration sets for all, and not those for some', async () => {
    const reason = FindingReason.CONTAINER_RESTARTING;
    const overrides = [
      { reason, where: {}, values: { warnAt: 5 }, origin: 'limits[0]' },
      { reason, where: { namespace: 'shop' }, values: { criticalAt: 50 }, origin: 'limits[1]' },
      { reason: FindingReason.DATABASE_UNREACHABLE, where: {}, values: { for: 1 }, origin: 'limits[2]' },
    ];
    const world = graphWorld({ settings: { overrides } });
    const limits = async (): Promise<unknown> =>
      world.data('{ signals(filter: { names: [POD_RESTARTS] }) { limits { warnAt criticalAt window origin } } }');
    expect(await limits()).toEqual({
      signals: [{ limits: [{ warnAt: 5, criticalAt: 3, window: '10m', origin: 'limits[0]' }] }],
    });
    world.world.registry.resettle(NO_SETTINGS);
    expect(await limits()).toEqual({
      signals: [{ limits: [{ warnAt: 1, criticalAt: 3, window: '10m', origin: 'default' }] }],
    });
  });

  it('says what is not seen, of whom, why, and what to do', async () => {
    const world = graphWorld();
    world.see(pod('b'), pod('a'));
    expect(await coverage(world, 'POD_CPU_UTILISATION')).toEqual({
      state: 'FORBIDDEN',
      covered: 0,
      reason: 'forbidden',
      howToEnable: 'Grant get on nodes/metrics.',
      uncovered: { totalCount: 2, nodes: [{ name: 'a' }] },
    });
  });

  it('sees what has no value at present, and does not count what it does not apply to', async () => {
    const world = graphWorld();
    world.see(volume('a'), pod('b', { containers: [] }), pod('c'));
    expect(await coverage(world, 'VOLUME_FILL_RATE')).toMatchObject({ state: 'MEASURED', covered: 1, reason: null });
    expect(await coverage(world, 'POD_RESTARTS')).toMatchObject({
      state: 'MEASURED',
      covered: 1,
      uncovered: { totalCount: 0 },
    });
  });

  it('charges for every resource that is looked at', async () => {
    const world = graphWorld();
    world.see(...Array.from({ length: 1_500 }, (_, row) => pod(`pod-${row}`)));
    const query = '{ signals(filter: { kinds: [POD] }) { coverage { covered } again: coverage { covered } } }';
    const document = parse(query);
    const contextValue = world.graph.contextOf(7);
    const { errors } = await execute({ schema: world.graph.schema, document, contextValue });
    expect(errors).toBeUndefined();
    // Three signals of pods, each found out once: a fiftieth of an item for each pod. The list has three items, and costs one.
    expect(contextValue.budget.spent).toBeCloseTo(3 * (1_500 / 50) + 4);
  });

  it('says that it is concluded where it is', async () => {
    const world = graphWorld();
    world.see(pod('a'));
    expect(await coverage(world, 'POD_READINESS')).toMatchObject({ state: 'INFERRED', covered: 1 });
  });

  it('says that a source is lost', async () => {
    const world = graphWorld();
    world.see(pod('a'), clusterSource([sight(POD, { state: 'lost', message: 'No answer.' })]));
    expect(await coverage(world, 'POD_RESTARTS')).toMatchObject({ state: 'UNREACHABLE', covered: 0 });
  });

  it('can be narrowed to blind spots', async () => {
    const world = graphWorld();
    world.see(pod('a'), node('node-a'));
    const data = await world.data('{ signals(filter: { coverage: [FORBIDDEN], kinds: [POD, NODE] }) { name } }');
    expect(data).toEqual({ signals: [{ name: 'POD_CPU_UTILISATION' }] });
    world.see(podUsage('a', 0.5, 1e9), pod('b'));
    const query = `query ($blind: Boolean) { signals(filter: { hasBlindSpots: $blind, kinds: [POD] }) {
      name evidence coverage { state covered gaps { reason state count } }
    } }`;
    expect(await world.data(query, { blind: true })).toEqual({
      signals: [
        {
          name: 'POD_CPU_UTILISATION',
          evidence: 'MEASURED',
          coverage: { state: 'MEASURED', covered: 1, gaps: [{ reason: 'forbidden', state: 'FORBIDDEN', count: 1 }] },
        },
      ],
    });
    const others = (await world.data(query, { blind: false })) as { signals: { name: string }[] };
    expect(others.signals.map(({ name }) => name)).toEqual(['POD_RESTARTS', 'POD_READINESS']);
  });
});

describe('sources and server', () => {
  it('say how well they see', async () => {
    const world = graphWorld();
    const nodes = sight(NODE, { state: 'forbidden', message: 'May not list nodes.', contactAt: null });
    world.see(clusterSource([nodes]), pod('a'));
    const query = `{
      sources { name system mode interval consecutiveFailures health { status findings { reason subject message } } }
      server { version mode recording startedAt resources subscribers }
    }`;
    expect(await world.data(query)).toEqual({
      sources: [
        {
          name: 'kubernetes/prod',
          system: 'prod',
          mode: 'WATCHED',
          interval: null,
          consecutiveFailures: 0,
          health: {
            status: 'DEGRADED',
            findings: [{ reason: 'SOURCE_FORBIDDEN', subject: 'nodes', message: 'May not list nodes.' }],
          },
        },
      ],
      server: {
        version: '1.2.3',
        mode: 'REPLAY',
        recording: 'a test',
        startedAt: '2026-01-01T00:00:00.000Z',
        // The platform, its seven rows, the cluster, its source and the pod.
        resources: 11,
        subscribers: 7,
      },
    });
  });

  it('knows its resources by their ids', async () => {
    const world = graphWorld();
    world.see(pod('a'));
    expect(await world.data('query ($id: ID!) { resource(id: $id) { id } }', { id: idOf(POD, 'a') })).toEqual({
      resource: { id: idOf(POD, 'a') },
    });
  });
});
