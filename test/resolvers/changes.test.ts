import { GraphQLError, parse, subscribe } from 'graphql';
import type { HealthChangeRecord } from '../../src/model/change.js';
import { ResourceKind } from '../../src/model/kinds.js';
import type { HealthChange } from '../../src/model/health-view.js';
import { ChangeMatcher } from '../../src/resolvers/changes.js';
import type { ChangeFilter } from '../../src/resolvers/filters.js';
import type { LiveEvent } from '../../src/resolvers/live-field.js';
import {
  type GraphWorld,
  type PageInfo,
  clusterSource,
  gone,
  graphWorld,
  idOf,
  node,
  pod,
  sight,
} from './graph-world.js';

const { NODE, POD } = ResourceKind;

const ill = { labels: { critical: 'app' } };
const worn = { labels: { warn: 'app' } };

/** A node and a pod that come, and the pod's way down and up: seven changes of pods and nodes. */
function story(): GraphWorld {
  const world = graphWorld();
  world.see(node('node-a'));
  world.see(pod('a'));
  world.see(pod('a', worn));
  world.see(pod('a', ill));
  world.see(pod('a'));
  world.see(node('node-a', { isReady: false }));
  world.see(gone(POD, 'a'));
  return world;
}

const QUERY = `query ($filter: ChangeFilter, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  changes(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { cursor type resourceKind resourceName previousStatus status cluster namespace
      raised { subject severity } updated { severity } cleared { subject } resource { name } }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`;

interface Page {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The story's own changes: what rolls up into namespaces and clusters is told elsewhere. */
const OURS = { kinds: ['POD', 'NODE'] };

async function page(world: GraphWorld, variables: Record<string, unknown> = {}): Promise<Page> {
  return ((await world.data(QUERY, { filter: OURS, ...variables })) as { changes: Page }).changes;
}

const short = ({ nodes }: Page): readonly string[] =>
  nodes.map(({ type, resourceName, status }) => `${String(type)} ${String(resourceName)} ${String(status)}`);

const STORY = [
  'ADDED node-a HEALTHY',
  'ADDED a HEALTHY',
  'CHANGED a DEGRADED',
  'CHANGED a UNHEALTHY',
  'CHANGED a HEALTHY',
  'CHANGED node-a UNHEALTHY',
  'REMOVED a null',
];

describe('changes', () => {
  it('are told in order, the newest ones without being asked', async () => {
    const all = await page(story());
    expect(short(all)).toEqual(STORY);
    expect(all.totalCount).toBe(7);
    expect(all.nodes[3]).toEqual({
      cursor: all.edges[3]?.cursor,
      type: 'CHANGED',
      resourceKind: 'POD',
      resourceName: 'a',
      previousStatus: 'DEGRADED',
      status: 'UNHEALTHY',
      cluster: 'prod',
      namespace: 'shop',
      raised: [],
      updated: [{ severity: 'CRITICAL' }],
      cleared: [],
      resource: null,
    });
  });

  it('are read forward with first and after, without a gap', async () => {
    const world = story();
    const one = await page(world, { first: 3 });
    expect(short(one)).toEqual(STORY.slice(0, 3));
    expect(one.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const two = await page(world, { first: 3, after: one.pageInfo.endCursor });
    expect(short(two)).toEqual(STORY.slice(3, 6));
    expect(two.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const three = await page(world, { first: 3, after: two.pageInfo.endCursor });
    expect(short(three)).toEqual(STORY.slice(6));
    expect(three.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('are read backward with last and before, still in order', async () => {
    const world = story();
    const one = await page(world, { last: 3 });
    expect(short(one)).toEqual(STORY.slice(4));
    expect(one.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const two = await page(world, { last: 10, before: one.pageInfo.startCursor });
    expect(short(two)).toEqual(STORY.slice(0, 4));
    expect(two.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it('are as many on each page, and have those before them that are there', async () => {
    const world = story();
    const { edges } = await page(world);
    const after = edges[4]?.cursor;
    expect(await page(world, { after })).toMatchObject({
      totalCount: 7,
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(await page(world, { after, filter: { ...OURS, kinds: ['NODE'] } })).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(await page(world, { after: edges[0]?.cursor, filter: { kinds: ['POD'] } })).toMatchObject({
      totalCount: 5,
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
    expect(await page(world, { before: edges[6]?.cursor, filter: { kinds: ['NODE'] } })).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
    expect(await page(world, { first: 0 })).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: true } });
  });

  it('go on from a cursor alone', async () => {
    const world = graphWorld();
    world.see(pod('a'));
    const { pageInfo } = await page(world);
    world.see(pod('a', worn), pod('b'));
    for (let round = 0; round < 60; round += 1) world.see(node(`node-${round}`));
    const next = await page(world, { after: pageInfo.endCursor });
    expect(short(next).slice(0, 2)).toEqual(['CHANGED a DEGRADED', 'ADDED b HEALTHY']);
  });

  it('of one resource are its own', async () => {
    const query = 'query ($id: ID!) { resource(id: $id) { changes(first: 1) { totalCount nodes { type } } } }';
    expect(await story().data(query, { id: idOf(NODE, 'node-a') })).toEqual({
      resource: { changes: { totalCount: 2, nodes: [{ type: 'ADDED' }] } },
    });
  });

  it.each([
    ['kinds', { kinds: ['NODE'] }, ['ADDED node-a HEALTHY', 'CHANGED node-a UNHEALTHY']],
    ['ids', { resourceIds: [idOf(NODE, 'node-a')] }, ['ADDED node-a HEALTHY', 'CHANGED node-a UNHEALTHY']],
    ['a system without changes', { clusters: ['platform'], kinds: ['SYSTEM'], minSeverity: 'INFO' }, []],
    ['a namespace', { ...OURS, namespaces: ['shop'] }, STORY.filter((line) => line.includes(' a '))],
    ['a status, and how it was left', { ...OURS, status: ['DEGRADED'] }, ['CHANGED a DEGRADED', 'CHANGED a UNHEALTHY']],
    [
      'a reason, and its end',
      { reasons: ['CONTAINER_RESTARTING'] },
      ['CHANGED a DEGRADED', 'CHANGED a UNHEALTHY', 'CHANGED a HEALTHY'],
    ],
    [
      'a severity, and its end',
      { kinds: ['POD'], minSeverity: 'CRITICAL' },
      ['CHANGED a UNHEALTHY', 'CHANGED a HEALTHY'],
    ],
    ['a status with a reason it never had', { status: ['UNHEALTHY'], reasons: ['POD_NOT_READY'] }, []],
    [
      'a status that a resource was last in',
      { kinds: ['POD'], status: ['HEALTHY'] },
      ['ADDED a HEALTHY', 'CHANGED a DEGRADED', 'CHANGED a HEALTHY', 'REMOVED a null'],
    ],
    ['roots', { kinds: ['NODE'], rootsOnly: true }, ['CHANGED node-a UNHEALTHY']],
  ])('by %s', async (_name, filter, expected) => {
    expect(short(await page(story(), { filter }))).toEqual(expected);
  });

  it('hold nothing for what is merely not seen', async () => {
    const world = graphWorld();
    world.see(pod('a'));
    world.see(clusterSource([sight(POD, { state: 'lost', message: 'Gone.' })]));
    expect(short(await page(world))).toEqual(['ADDED a HEALTHY']);
  });

  it.each([
    ['too many', { first: 501 }, /^BAD_USER_INPUT first: 501 /],
    ['less than none', { last: -1 }, /^BAD_USER_INPUT last: -1 /],
    ['both ends', { first: 1, last: 1 }, /^BAD_USER_INPUT last: give either/],
    ['a cursor of another life', { after: Buffer.from('other:1').toString('base64url') }, /^CURSOR_EXPIRED /],
    ['no cursor', { before: 'rubbish' }, /^CURSOR_EXPIRED /],
  ])('cannot be read with %s', async (_name, variables, expected) => {
    expect(await story().error(QUERY, variables)).toMatch(expected);
  });
});

// ---- following ---------------------------------------------------------------------------------------------------

const root = ({ root: value }: LiveEvent): HealthChange => value as HealthChange;

function opening(world: GraphWorld, args: Record<string, unknown>): readonly LiveEvent[] {
  return world.graph.liveFields['healthChanges']?.opening(args) ?? [];
}

/** What subscribers with these arguments are told of the changes that an act makes. */
function told(world: GraphWorld, args: Record<string, unknown>, act: () => void): readonly LiveEvent[] {
  const field = world.graph.liveFields['healthChanges'];
  const events: LiveEvent[] = [];
  const stop = world.world.registry.changes.subscribe((changes) => {
    for (const change of changes) events.push(...[field?.event(change, args) ?? []].flat());
  });
  act();
  stop();
  return events;
}

const line = (event: LiveEvent): string => {
  const { type, resourceName, status } = root(event);
  return [type, resourceName, status].filter((part) => part !== null).join(' ');
};

function codeOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof GraphQLError) return error.extensions['code'];
    throw error;
  }
  return null;
}

describe('following changes', () => {
  const args = { filter: { kinds: [POD], status: ['DEGRADED', 'UNHEALTHY'] } };

  it('begins with the state of all that match, then says where the stream stands', () => {
    const world = graphWorld();
    world.see(pod('a', worn), pod('b', ill), pod('c'));
    const events = opening(world, { ...args, initial: true });
    expect(events.map(line)).toEqual(['INITIAL a DEGRADED', 'INITIAL b UNHEALTHY', 'SYNCED']);
    expect(events.map((event) => root(event).cursor === null)).toEqual([true, true, false]);
    expect(root(events[0] as LiveEvent).raised).toHaveLength(1);
    expect(events.every(({ sequence }) => sequence === world.world.registry.changes.lastSequence)).toBe(true);
  });

  it('begins with the same, whatever it is found by', () => {
    const world = graphWorld();
    world.see(node('node-a', { isReady: false }), pod('a', worn), pod('b', ill), pod('c'));
    world.see(pod('d', { namespace: 'other', ...worn }), pod('e', { namespace: 'other', nodeName: 'node-a' }));
    const { registry } = world.world;
    const everybody = Object.values(ResourceKind).flatMap((kind) => [...registry.entries(kind)]);
    const many = Array.from({ length: 200 }, (_, index) => `other${index || ''}`);
    const places = [
      {},
      { clusters: ['prod'] },
      { namespaces: ['other', 'nowhere'] },
      { namespaces: many },
      { clusters: [] },
    ];
    const kinds = [{}, { kinds: [POD] }, { kinds: [NODE, POD, NODE] }, { kinds: [] }];
    const states = [{}, { status: ['DEGRADED', 'UNKNOWN'] }, { minSeverity: 'CRITICAL' }, { rootsOnly: true }];
    const ids = [{}, { resourceIds: [idOf(POD, 'a'), idOf(POD, 'a'), idOf(NODE, 'node-a'), 'nobody'] }];
    const told: string[][] = [];
    for (const place of places)
      for (const kind of kinds)
        for (const state of states)
          for (const id of ids) {
            const filter = { ...kind, ...place, ...state, ...id } as ChangeFilter;
            const matcher = new ChangeMatcher(filter, registry);
            const expected = everybody.filter((entry) => matcher.matchesNow(entry)).map((entry) => entry.id);
            const events = opening(world, { filter, initial: true }).slice(0, -1);
            const heard = events.map((event) => root(event).resourceId ?? '');
            expect([filter, [...heard].sort()]).toEqual([filter, expected.sort()]);
            told.push(heard);
          }
    expect(told.filter((heard) => heard.length > 0).length).toBeGreaterThan(20);
  });

  it('looks only at those that may match to begin', () => {
    const world = graphWorld();
    world.see(node('node-a'), ...Array.from({ length: 20 }, (_, index) => pod(`p${index}`)));
    world.see(pod('a', worn), pod('b', { namespace: 'other' }));
    const looks = (filter: object): number => {
      let count = 0;
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its matcher
      const { matchesNow } = ChangeMatcher.prototype;
      ChangeMatcher.prototype.matchesNow = function (this: ChangeMatcher, entry) {
        count += 1;
        return matchesNow.call(this, entry);
      };
      try {
        opening(world, { filter, initial: true });
      } finally {
        ChangeMatcher.prototype.matchesNow = matchesNow;
      }
      return count;
    };
    expect(looks({ kinds: [NODE] })).toBe(1);
    expect(looks({ kinds: [POD], namespaces: ['other'] })).toBe(1);
    expect(looks({ kinds: [POD], status: ['DEGRADED'] })).toBe(1);
    expect(looks({ kinds: [POD], minSeverity: 'WARNING' })).toBe(1);
    expect(looks({ resourceIds: [idOf(POD, 'a')] })).toBe(1);
    expect(looks({ kinds: [POD] })).toBe(22);
  });

  it('hears of what comes to match, and of what no longer does', () => {
    const world = graphWorld();
    world.see(pod('a'), pod('b'));
    const events = told(world, args, () => {
      world.see(pod('a', worn), pod('c'));
      world.see(pod('a'), pod('b', ill));
      world.see(gone(POD, 'b'));
    });
    expect(events.map(line)).toEqual(['CHANGED a DEGRADED', 'CHANGED a HEALTHY', 'CHANGED b UNHEALTHY', 'REMOVED b']);
  });

  it('resumes after any cursor it was given, without a gap or a repetition', () => {
    const world = graphWorld();
    const synced = opening(world, { initial: true }).at(-1) as LiveEvent;
    const events = told(world, {}, () => {
      world.see(pod('a'));
      world.see(pod('a', worn));
      world.see(pod('a'), pod('b', ill));
    });
    expect(events.length).toBeGreaterThan(3);
    expect(opening(world, { after: root(synced).cursor }).map(root)).toEqual(events.map(root));
    events.forEach((event, index) => {
      expect(opening(world, { after: root(event).cursor }).map(root)).toEqual(events.slice(index + 1).map(root));
    });
  });

  it('resumes with the roots of then, whatever has become a root or a consequence since', () => {
    const world = graphWorld();
    world.see(node('node-b', { isReady: false }), pod('a'), pod('b'));
    const roots = { filter: { rootsOnly: true } };
    const synced = opening(world, { initial: true }).at(-1) as LiveEvent;
    const events = told(world, roots, () => {
      world.see(pod('a', { nodeName: 'node-b', isReady: false }), pod('b', { isReady: false }));
      world.see(node('node-b'), pod('b', { nodeName: 'node-b', isReady: false }));
      world.see(node('node-b', { isReady: false }));
    });
    expect(events.map(line)).toContain('CHANGED b DEGRADED');
    expect(events.map(line)).not.toContain('CHANGED a DEGRADED');
    expect(opening(world, { ...roots, after: root(synced).cursor }).map(line)).toEqual(events.map(line));
  });

  it('hears nothing of what becomes a root, or is none any more, since its cause changed and not it', () => {
    const world = graphWorld();
    world.see(node('node-b', { isReady: false }), pod('a', { nodeName: 'node-b', isReady: false }));
    const roots = (): readonly string[] =>
      [...world.world.registry.findings()]
        .filter((finding) => world.world.registry.isRoot(finding))
        .map(({ reason }) => reason);
    const heardOf = (isReady: boolean): readonly string[] => {
      const events = told(world, { filter: { kinds: [POD], rootsOnly: true } }, () => {
        world.see(node('node-b', { isReady }));
      });
      return events.map(line);
    };
    expect(roots()).toEqual(['NODE_NOT_READY']);
    expect(heardOf(true)).toEqual([]);
    expect(roots()).toEqual(['POD_NOT_READY']);
    expect(heardOf(false)).toEqual([]);
    expect(roots()).toEqual(['NODE_NOT_READY']);
  });

  it('keeps a quiet cursor young: what it says can be resumed from', () => {
    const world = story();
    const bookmark = world.graph.liveFields['healthChanges']?.bookmark(world.world.registry.changes.lastSequence, {});
    expect(bookmark).toMatchObject({ isBookmark: true, root: { type: 'BOOKMARK', resourceId: null, raised: [] } });
    expect(opening(world, { after: root(bookmark as LiveEvent).cursor })).toEqual([]);
  });

  it('says when a cursor is of no use any more', () => {
    const world = story();
    const { cursor } = root(opening(world, { initial: true }).at(-1) as LiveEvent);
    const { changes } = world.world.registry;
    const [change] = changes.range({ last: 1 });
    changes.append(Array.from({ length: 26_000 }, () => change as HealthChangeRecord));
    expect(codeOf(() => opening(world, { after: cursor }))).toBe('CURSOR_EXPIRED');
    expect(codeOf(() => opening(graphWorld(), { after: cursor }))).toBe('CURSOR_EXPIRED');
    expect(codeOf(() => opening(world, { after: 'rubbish' }))).toBe('CURSOR_EXPIRED');
    expect(codeOf(() => opening(world, { after: cursor, initial: true }))).toBe('BAD_USER_INPUT');
  });

  it('is served over WebSocket only', async () => {
    const world = graphWorld();
    const document = parse('subscription { healthChanges { type } }');
    const result = await subscribe({ schema: world.graph.schema, document, contextValue: world.graph.contextOf(0) });
    expect(result).toMatchObject({
      errors: [
        { message: 'Subscriptions are served over WebSocket (graphql-transport-ws) and SSE (/graphql/stream).' },
      ],
    });
  });
});

describe('following one resource', () => {
  it('tells it at once, after each change of it, and that it is gone', () => {
    const world = graphWorld();
    world.see(pod('a'), pod('b'));
    const field = world.graph.liveFields['resourceHealth'];
    const args = { id: idOf(POD, 'a') };
    expect(field?.delivery).toBe('latest');
    expect(field?.opening(args)).toMatchObject([{ root: { name: 'a' } }]);
    expect(field?.opening({ id: 'nobody' })).toMatchObject([{ root: null }]);
    const roots: unknown[] = [];
    world.world.registry.changes.subscribe((changes) => {
      for (const change of changes) {
        const event = field?.event(change, args) ?? null;
        if (event !== null) roots.push(event.root);
      }
    });
    world.see(pod('a', worn), pod('b', ill));
    world.see(gone(POD, 'a'));
    expect(roots).toMatchObject([{ name: 'a', labels: { warn: 'app' } }, null]);
  });
});
