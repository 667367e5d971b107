/** All pods of a large cluster, read page by page, one after the other. */
import { type Watched, delayRow } from './event-loop.js';
import { type Served, podServer, start } from './processes.js';
import { answerOf } from './requests.js';
import { type Result, round } from './results.js';
import type { Setting } from './setting.js';

const MEASURE = 'pages-150000';
const LARGE = 150_000;
/** What it is held against: a page is to take the same however many there are. */
const SMALL = 15_000;
const PAGE = 500;
const NAMESPACES = 200;

/** What a page takes, to what it takes where there is a tenth of them. */
const OF_SMALL = 1.5;
/** Megabytes of heap more while all are read once more, when what is kept of answers and of resources has come to its bounds. */
const MOST_MEMORY = 16;
/** Each is read of all pods, one after the other: the first ones fill what is kept, the last one must not add to it. */
const FIELDS = ['name', 'name phase', 'name restarts', 'name isReady'] as const;
/** How often the heap is looked at: after so many pages. */
const LOOK_EVERY = 50;

interface Page {
  readonly pods: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

/** Needs 150,000 pods. */
export function pageMeasures(isQuick: boolean): readonly string[] {
  return isQuick ? [] : [MEASURE];
}

export async function measurePages(names: readonly string[], { root }: Setting): Promise<readonly Result[]> {
  if (!names.includes(MEASURE)) return [];
  const small = await walked(root, SMALL);
  const large = await walked(root, LARGE);
  const ratio = large.perPage / small.perPage;
  return [
    {
      measure: MEASURE,
      unit: `milliseconds for each page of ${PAGE}`,
      ours: round(large.perPage),
      limit: null,
      peers: { [`of ${SMALL} pods`]: round(small.perPage) },
      ratio: round(ratio),
      goal: `<= ${OF_SMALL} x of ${SMALL} pods`,
      holds: ratio <= OF_SMALL,
    },
    {
      measure: `${MEASURE}/memory`,
      unit: 'megabytes of heap more while all are read once more',
      ours: round(large.memory),
      limit: null,
      peers: { 'kept before': round(large.kept) },
      ratio: null,
      goal: `<= ${MOST_MEMORY}`,
      holds: large.memory <= MOST_MEMORY,
    },
    delayRow(MEASURE, large.delay),
  ];
}

interface Walked {
  readonly perPage: number;
  /** Megabytes of heap when what is kept has come to its bounds, without what was there at first. */
  readonly kept: number;
  readonly memory: number;
  /** Milliseconds that the event loop was late, p99. */
  readonly delay: number;
}

async function walked(root: string, pods: number): Promise<Walked> {
  const command = [process.execPath, '--expose-gc', ...podServer(pods, NAMESPACES)];
  const server = await start('vitals', command, root);
  try {
    // What is asked for the first times is compiled.
    await walk(server, pods, 'name', SMALL / PAGE);
    const before = await heapOf(server);
    await server.ask('watch');
    await walk(server, pods, 'id', SMALL / PAGE);
    const { delay } = await server.ask<Watched>('watched');
    const walks: Walk[] = [];
    for (const fields of FIELDS) walks.push(await walk(server, pods, `${fields} health { status }`));
    const last = walks.pop() ?? { milliseconds: NaN, mostHeap: NaN };
    const full = Math.max(...walks.map(({ mostHeap }) => mostHeap));
    return {
      perPage: (walks[0]?.milliseconds ?? NaN) / (pods / PAGE),
      kept: full - before,
      memory: last.mostHeap - full,
      delay,
    };
  } finally {
    await server.stop();
  }
}

interface Walk {
  readonly milliseconds: number;
  readonly mostHeap: number;
}

/** Reads all pages, or the first so many; each pod is there once. Looking at the heap is not counted. */
async function walk(server: Served, pods: number, fields: string, most = Infinity): Promise<Walk> {
  const query = `query ($after: String) { pods(first: ${PAGE}, after: $after) { nodes { id ${fields} } pageInfo { endCursor hasNextPage } } }`;
  const seen = new Set<string>();
  let [after, milliseconds, mostHeap]: [string | null, number, number] = [null, 0, 0];
  for (let pages = 1; pages <= most; pages += 1) {
    const began = performance.now();
    const { pods: page } = (await answerOf(server, { query, variables: { after } })) as Page;
    milliseconds += performance.now() - began;
    for (const { id } of page.nodes) seen.add(id);
    if (pages % LOOK_EVERY === 0) mostHeap = Math.max(mostHeap, await heapOf(server));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  const expected = Math.min(pods, most * PAGE);
  if (seen.size !== expected) throw new Error(`${seen.size} of ${expected} pods were on the pages.`);
  return { milliseconds, mostHeap };
}

/** Megabytes that are in use, once garbage is collected. */
function heapOf(server: Served): Promise<number> {
  return server.ask<number>('heap');
}
