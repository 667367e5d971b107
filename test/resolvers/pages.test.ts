import { ResourceKind } from '../../src/model/kinds.js';
import { type GraphWorld, type PageInfo, gone, graphWorld, node, pod, podUsage } from './graph-world.js';

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly name: string } }[];
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

const QUERY = `query ($first: Int! = 2, $after: String, $orderBy: PodOrder, $filter: PodFilter) {
  pods(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
    edges { cursor node { name } }
    nodes { name }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`;

const BY_NAME = { field: 'NAME', direction: 'ASC' };

async function page(world: GraphWorld, variables: Record<string, unknown> = {}): Promise<Page> {
  const data = (await world.data(QUERY, { orderBy: BY_NAME, ...variables })) as { readonly pods: Page };
  return data.pods;
}

const names = ({ nodes }: Page): readonly string[] => nodes.map(({ name }) => name);

/** All names in the order of the pages, asked for one page at a time. */
async function walk(world: GraphWorld, first: number, variables: Record<string, unknown> = {}): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 20; pages += 1) {
    const one: Page = await page(world, { first, after, ...variables });
    found.push(...names(one));
    after = one.pageInfo.endCursor;
    if (!one.pageInfo.hasNextPage) return found;
  }
  throw new Error('There is no end to the pages.');
}

function worldOf(...pods: readonly string[]): GraphWorld {
  const world = graphWorld();
  world.see(node('node-a'), ...pods.map((name) => pod(name)));
  return world;
}

describe('a page', () => {
  it('has edges, nodes, a total and where it stands', async () => {
    const world = worldOf('a', 'b', 'c', 'd', 'e');
    const first = await page(world);
    expect(first.edges.map((edge) => edge.node.name)).toEqual(['a', 'b']);
    expect(names(first)).toEqual(['a', 'b']);
    expect(first.totalCount).toBe(5);
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0]?.cursor,
      endCursor: first.edges[1]?.cursor,
    });
    const second = await page(world, { after: first.pageInfo.endCursor });
    expect(names(second)).toEqual(['c', 'd']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const third = await page(world, { after: second.pageInfo.endCursor });
    expect(names(third)).toEqual(['e']);
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('of nothing has no cursors', async () => {
    expect(await page(worldOf())).toEqual({
      edges: [],
      nodes: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it('of size 0 counts and says that there is more', async () => {
    const none = await page(worldOf('a'), { first: 0 });
    expect(none).toMatchObject({ nodes: [], totalCount: 1, pageInfo: { hasNextPage: true } });
  });

  it('behind the last row is empty, not the first again', async () => {
    const world = worldOf('a', 'b');
    const all = await page(world);
    const behind = await page(world, { after: all.pageInfo.endCursor });
    expect(behind).toMatchObject({ nodes: [], totalCount: 2 });
    expect(behind.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
});

describe('pages stay right', () => {
  it('when rows come and go before and behind the cursor', async () => {
    const world = worldOf('b', 'c', 'e');
    const { pageInfo } = await page(world);
    world.see(pod('a'), pod('d'), gone(ResourceKind.POD, 'e'), pod('f'));
    expect(names(await page(world, { after: pageInfo.endCursor }))).toEqual(['d', 'f']);
  });

  it('when the row of the cursor is gone', async () => {
    const world = worldOf('a', 'b', 'c');
    const { pageInfo } = await page(world);
    world.see(gone(ResourceKind.POD, 'b'));
    expect(names(await page(world, { after: pageInfo.endCursor }))).toEqual(['c']);
  });

  it('when what they are sorted by is the same for all', async () => {
    const world = graphWorld();
    world.see(...['3', '1', '2', '5', '4'].map((name) => pod(name)));
    const orderBy = { field: 'RESTARTS', direction: 'DESC' };
    expect(await walk(world, 2, { orderBy })).toEqual(['1', '2', '3', '4', '5']);
  });

  it('when a row moves past the cursor: it is missed or seen again, and no other', async () => {
    const world = graphWorld();
    world.see(...['a', 'b', 'c', 'd'].map((name, index) => pod(name, { restarts: 10 - index })));
    const orderBy = { field: 'RESTARTS', direction: 'DESC' };
    const { pageInfo } = await page(world, { orderBy });
    world.see(pod('a', { restarts: 0 }));
    expect(names(await page(world, { orderBy, after: pageInfo.endCursor, first: 10 }))).toEqual(['c', 'd', 'a']);
  });
});

describe('an order', () => {
  const pods = [
    pod('calm', { createdAt: 3_000, restarts: 1 }),
    pod('bad', { createdAt: 1_000, restarts: 3, labels: { critical: 'app' } }),
    pod('worn', { createdAt: 2_000, restarts: 2, labels: { warn: 'app' } }),
    podUsage('calm', 0.9, 1e9),
    podUsage('worn', 0.2, 1.9e9),
  ];

  it.each([
    ['SEVERITY', 'DESC', ['bad', 'worn', 'calm']],
    ['SEVERITY', 'ASC', ['calm', 'worn', 'bad']],
    ['NAME', 'DESC', ['worn', 'calm', 'bad']],
    ['NAME', 'ASC', ['bad', 'calm', 'worn']],
    ['CREATED_AT', 'DESC', ['calm', 'worn', 'bad']],
    ['CREATED_AT', 'ASC', ['bad', 'worn', 'calm']],
    ['RESTARTS', 'DESC', ['bad', 'worn', 'calm']],
    // What is not known comes last, whichever way.
    ['CPU_UTILISATION', 'DESC', ['calm', 'worn', 'bad']],
    ['CPU_UTILISATION', 'ASC', ['worn', 'calm', 'bad']],
    ['MEMORY_UTILISATION', 'DESC', ['worn', 'calm', 'bad']],
    ['MEMORY_UTILISATION', 'ASC', ['calm', 'worn', 'bad']],
  ])('by %s %s holds over all pages', async (field, direction, expected) => {
    const world = graphWorld();
    world.see(...pods);
    expect(await walk(world, 1, { orderBy: { field, direction } })).toEqual(expected);
  });

  it('is DESC where only the field is given, and the worst first without any', async () => {
    const world = graphWorld();
    world.see(...pods);
    expect(await walk(world, 10, { orderBy: { field: 'NAME' } })).toEqual(['worn', 'calm', 'bad']);
    expect(await walk(world, 10, { orderBy: null })).toEqual(['bad', 'worn', 'calm']);
  });
});

describe('what cannot be a page', () => {
  it.each([
    ['too long', { first: 501 }, /^BAD_USER_INPUT first: 501 .*500/],
    ['negative', { first: -1 }, /^BAD_USER_INPUT first: -1 /],
    ['behind no cursor', { after: 'rubbish!' }, /^BAD_USER_INPUT after: /],
    ['behind an empty cursor', { after: '' }, /^BAD_USER_INPUT after: /],
    [
      'behind a cursor of something else',
      { after: Buffer.from('{"a":1}').toString('base64url') },
      /^BAD_USER_INPUT after: /,
    ],
  ])('is said: %s', async (_name, variables, expected) => {
    expect(await worldOf('a', 'b', 'c').error(QUERY, { orderBy: BY_NAME, ...variables })).toMatch(expected);
  });

  it('is said of a cursor of another order', async () => {
    const world = worldOf('a', 'b', 'c');
    const { pageInfo } = await page(world);
    const variables = { after: pageInfo.endCursor, orderBy: { field: 'RESTARTS', direction: 'DESC' } };
    expect(await world.error(QUERY, variables)).toMatch(/^BAD_USER_INPUT after: /);
  });

  it('is said of a cursor of another list, and of one that was made up', async () => {
    const world = worldOf('a', 'b', 'c');
    world.see(node('node-b'));
    const orderBy = 'orderBy: { field: NAME, direction: ASC }';
    const query = `{ nodes(first: 1, ${orderBy}) { pageInfo { endCursor } } }`;
    const data = (await world.data(query)) as { readonly nodes: Page };
    const none = /^BAD_USER_INPUT after: this is no cursor of this list; give an endCursor that it returned\.$/;
    expect(await world.error(QUERY, { orderBy: BY_NAME, after: data.nodes.pageInfo.endCursor })).toMatch(none);
    const madeUp = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const key of [[], ['a'], [1, 'a', 'x'], ['a', 'a', 'x', 'y']]) {
      const after = madeUp('pods', 'NAME ASC', ...key);
      expect(await world.error(QUERY, { orderBy: BY_NAME, after })).toMatch(none);
    }
    expect(await page(world, { after: madeUp('pods', 'NAME ASC', 'b', 'b', 'z') })).toMatchObject({
      nodes: [{ name: 'c' }],
    });
  });

  it('is said of the longest page that is none', async () => {
    expect(names(await page(worldOf('a'), { first: 500 }))).toEqual(['a']);
  });
});
