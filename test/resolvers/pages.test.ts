import { ResourceKind } from '../../src/model/kinds.js';
import { dice } from '../support/dice.js';
import {
  type GraphWorld,
  type PageInfo,
  cluster,
  clusterSource,
  gone,
  graphWorld,
  idOf,
  node,
  pod,
  podUsage,
  sight,
} from './graph-world.js';

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string; readonly name: string } }[];
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

const QUERY = `query ($first: Int! = 2, $after: String, $orderBy: PodOrder, $filter: PodFilter) {
  pods(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
    edges { cursor node { id name } }
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

describe('a page that takes several turns', () => {
  it('ends where its last row stood, though that has changed meanwhile', async () => {
    const world = graphWorld();
    const others = Array.from({ length: 1_200 }, (_, index) => pod(`p${index}`));
    world.see(pod('x0'), pod('x1', { labels: { critical: 'app' } }), pod('x2'), ...others);
    const asked = { filter: { name: 'x*' }, orderBy: { field: 'SEVERITY', direction: 'DESC' } };
    // The turn that all share is over: others have theirs while the rows behind the first are looked at.
    for (const began = performance.now(); performance.now() - began < 20;);
    let hasChanged = false;
    setImmediate(() => {
      world.see(pod('x1'));
      hasChanged = true;
    });
    const first = await page(world, { ...asked, first: 1 });
    expect([hasChanged, names(first)]).toEqual([true, ['x1']]);
    const next = await page(world, { ...asked, first: 10, after: first.pageInfo.endCursor });
    expect(names(next)).toEqual(['x0', 'x1', 'x2']);
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

/** What a pod is in the lists below, said by itself. */
interface Known {
  readonly uid: string;
  readonly name: string;
  readonly system: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly restarts: number;
  readonly createdAt: number;
  readonly cpu: number | null;
}

type Key = readonly (string | number)[];

describe('pages of any list, while it changes', () => {
  const SYSTEMS = ['prod', 'east', 'west'];
  const NAMESPACES = ['shop', 'bank', 'post'];
  const LABELS = [{ app: 'a' }, { app: 'b' }, { info: 'x' }, { warn: 'x', app: 'a' }, { critical: 'x' }, { warn: 'x', critical: 'y' }]; // prettier-ignore
  const FIELDS = ['SEVERITY', 'NAME', 'CREATED_AT', 'RESTARTS', 'CPU_UTILISATION'];
  const FILTERS: readonly [string, Record<string, unknown> | null, (known: Known) => boolean][] = [
    ['none', null, () => true],
    ['a namespace', { namespaces: ['shop'] }, ({ namespace }) => namespace === 'shop'],
    ['clusters', { clusters: ['east', 'prod'] }, ({ system }) => system !== 'west'],
    ['both, and statuses', { clusters: ['east', 'west'], namespaces: ['bank', 'shop'], status: ['UNKNOWN', 'UNHEALTHY'] }, (known) => known.system !== 'prod' && known.namespace !== 'post' && ['UNKNOWN', 'UNHEALTHY'].includes(statusOf(known))], // prettier-ignore
    ['a label', { labels: 'app=a' }, ({ labels }) => labels['app'] === 'a'],
    ['a name, and a status', { name: 'web-?', status: ['HEALTHY'] }, (known) => known.name.length === 5 && statusOf(known) === 'HEALTHY'], // prettier-ignore
  ];

  /** West cannot be seen. */
  function statusOf({ system, labels }: Known): string {
    if (system === 'west') return 'UNKNOWN';
    if ('critical' in labels) return 'UNHEALTHY';
    return 'warn' in labels ? 'DEGRADED' : 'HEALTHY';
  }

  function keyOf(known: Known, field: string, sign: number): Key {
    const { name, uid, system, labels, restarts, createdAt, cpu } = known;
    const severity = ['info', 'warn', 'critical'].findLastIndex((label) => label in labels) + 1;
    const first: Record<string, string | number> = {
      SEVERITY: ['HEALTHY', '', 'DEGRADED', 'UNKNOWN', 'UNHEALTHY'].indexOf(statusOf(known)) * 10 + severity,
      NAME: name,
      CREATED_AT: createdAt,
      RESTARTS: restarts,
      CPU_UTILISATION: cpu ?? sign * Infinity,
    };
    return [first[field] ?? '', name, idOf(ResourceKind.POD, uid, system)];
  }

  /** Names descend together with what comes after them. */
  function compare(a: Key, b: Key, field: string, sign: number): number {
    const index = a.findIndex((part, at) => part !== b[at]);
    if (index < 0) return 0;
    const order = (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
    return index === 0 || field === 'NAME' ? sign * order : order;
  }

  function seen(known: Known): ReturnType<typeof pod>[] {
    const { uid, name, system, namespace, labels, restarts, createdAt, cpu } = known;
    const facts = { id: idOf(ResourceKind.POD, uid, system), system, namespace, labels, restarts, createdAt };
    return [pod(name, facts), ...(cpu === null ? [] : [podUsage(uid, cpu, 1e9)])];
  }

  const all = new Map<string, Known>();
  const random = dice(1);
  const upTo = (sides: number): number => Math.floor(random() * sides);
  let world: GraphWorld;

  beforeAll(() => {
    world = graphWorld();
    const unseen = sight(ResourceKind.POD, { state: 'lost', message: 'gone away' });
    world.see(cluster('east'), clusterSource([], {}, 'east'), cluster('west'), clusterSource([], {}, 'west'));
    world.see(clusterSource([unseen], {}, 'west'));
    for (let round = 0; round < 80; round += 1) change();
  });

  /** One comes, goes, or is different. */
  function change(): void {
    const number = upTo(40);
    const [uid, system = ''] = [`u${number}`, SYSTEMS[number % 3]];
    const kind = ResourceKind.POD;
    if (all.delete(uid) && upTo(3) === 0) {
      world.see({ id: idOf(kind, uid, system), kind, goneAspect: 'main' });
      return;
    }
    const known = {
      uid,
      system,
      name: `web-${number % 11}`,
      namespace: NAMESPACES[Math.floor(number / 3) % 3] ?? '',
      labels: LABELS[upTo(LABELS.length)] ?? {},
      restarts: upTo(4),
      createdAt: 1_000 * upTo(5),
      cpu: system === 'prod' ? upTo(4) / 4 : null,
    };
    all.set(uid, known);
    world.see(...seen(known));
  }

  function sorted(holds: (known: Known) => boolean, field: string, sign: number): readonly Key[] {
    const keys = [...all.values()].filter(holds).map((known) => keyOf(known, field, sign));
    return keys.sort((a, b) => compare(a, b, field, sign));
  }

  const CASES = FILTERS.flatMap(([title, ...filter]) =>
    FIELDS.flatMap((field) =>
      [1, -1].map((sign) => [title, field, sign === 1 ? 'ASC' : 'DESC', sign, ...filter] as const),
    ),
  );

  it.each(CASES)('filtered by %s, by %s %s, are those of all that there are, sorted', async (...chosen) => {
    const [, field, direction, sign, filter, holds] = chosen;
    const variables = { first: 3, filter, orderBy: { field, direction } };
    let [after, from, pages]: [string | null, Key | null, number] = [null, null, 0];
    for (let isMore = true; isMore && pages < 100; pages += 1) {
      const keys = sorted(holds, field, sign);
      const behind: readonly Key[] = keys.filter((key) => from === null || compare(key, from, field, sign) > 0);
      const found = await page(world, { ...variables, after });
      expect(found.edges.map(({ node: { id } }) => id)).toEqual(behind.slice(0, 3).map((key) => key.at(-1)));
      expect(found.totalCount).toBe(keys.length);
      expect(found.pageInfo).toMatchObject({
        hasNextPage: behind.length > 3,
        hasPreviousPage: behind.length < keys.length,
        startCursor: found.edges[0]?.cursor ?? null,
        endCursor: found.edges.at(-1)?.cursor ?? null,
      });
      isMore = found.pageInfo.hasNextPage;
      after = found.pageInfo.endCursor;
      from = behind[Math.min(2, behind.length - 1)] ?? null;
      for (let changes = 0; changes < 3; changes += 1) change();
    }
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(100);
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
