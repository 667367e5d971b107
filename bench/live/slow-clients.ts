import { type Watched, delayRow } from '../event-loop.js';
import type { Served } from '../processes.js';
import { median } from '../requests.js';
import { type Result, round } from '../results.js';
import type { Setting } from '../setting.js';
import type { Became } from './loud-clients.main.js';
import { Stage, subscribed, until } from './stage.js';
import type { Traced } from './tracing-clients.main.js';
import type { Happened, Storm } from './vitals-live.main.js';

const PODS = 100;
const OTHERS = 4_800;
const SLOW = 200;

/** What all others hear, and what those hear who will stop to read: enough for their sockets to be full within seconds. */
const QUIET: Omit<Storm, 'seconds'> = { namespace: 0, rate: 4, size: 0 };
const LOUD: Omit<Storm, 'seconds'> = { namespace: 1, rate: 20, size: 16_000 };

const EVERY = `subscription ($filter: ChangeFilter, $after: Cursor) {
  healthChanges(filter: $filter, after: $after) {
    cursor at type resourceId resourceKind resourceName cluster namespace previousStatus status isStale
    raised { reason subject severity message advice } cleared { reason subject }
    resource { labels { key value } ... on Pod { restarts } }
  }
}`;
const LATEST = `subscription ($id: ID!) {
  resourceHealth(id: $id) { labels { key value } ... on Pod { restarts } health { status findings { message } } }
}`;
const inNamespace = (name: string): object => ({ filter: { namespaces: [name] } });

/** Seconds while all read, seconds while some do not, and how often: nothing heaps up while all read, so that it is soon told. */
const WHOLE = { calm: 20, slow: 60, times: 5 } as const;
const QUICK = { calm: 5, slow: 10, times: 1 } as const;

const OF_CALM = 2;
/** In seconds: those who stopped have two gigabytes to read again. */
const RESUMED_WITHIN = 60;
/** Megabytes more than while all read: each of those who do not may have one waiting in its socket, and some as events. */
const MOST_MEMORY = 300;

/** Milliseconds from a change until one of 4,800 subscribers has heard, while 200 others stop to read, and while they do not. */
export async function slowClients({ root, isQuick }: Setting): Promise<readonly Result[]> {
  const { calm: calmSeconds, slow: slowSeconds, times } = isQuick ? QUICK : WHOLE;
  const runs: { readonly calm: Run; readonly slow: Run }[] = [];
  for (let time = 0; time < times; time += 1)
    runs.push({ calm: await run(root, calmSeconds, false), slow: await run(root, slowSeconds, true) });
  const of = (pick: (one: { readonly calm: Run; readonly slow: Run }) => number): number => median(runs.map(pick));
  const [calm, slow] = [of((one) => one.calm.p99), of((one) => one.slow.p99)];
  const memory = of((one) => one.slow.watched.memory - one.calm.watched.memory);
  const problems = runs.flatMap((one) => [...one.calm.problems, ...one.slow.problems]);
  for (const one of runs) console.log(`slow clients: ${JSON.stringify(one)}`);
  const measure = 'slow-clients';
  const row = {
    measure,
    unit: 'milliseconds of the others, p99',
    ours: round(slow),
    limit: null,
    peers: { 'all read': round(calm) },
    ratio: round(slow / calm),
    goal: `<= ${OF_CALM} x all read; nobody misses anything`,
    holds: slow <= OF_CALM * calm && problems.length === 0,
  };
  const memoryRow = {
    measure: `${measure}/memory`,
    unit: 'megabytes more than while all read',
    ours: round(memory),
    limit: null,
    peers: {},
    ratio: round(memory / MOST_MEMORY),
    goal: `<= ${MOST_MEMORY} MB`,
    holds: memory <= MOST_MEMORY,
  };
  return [
    row,
    delayRow(
      measure,
      of((one) => one.slow.watched.delay),
    ),
    memoryRow,
  ];
}

interface Run {
  readonly p99: number;
  readonly watched: Watched;
  readonly closed: Became['closed'];
  readonly problems: readonly string[];
}

async function run(root: string, seconds: number, isStopped: boolean): Promise<Run> {
  const stage = new Stage(root);
  try {
    const server = await stage.run('vitals', 'vitals-live.main.ts', PODS, 2);
    const others = await stage.run('others', 'tracing-clients.main.ts');
    const loud = await stage.run('loud', 'loud-clients.main.ts');
    const { url } = server;
    const [, latestId = ''] = await server.ask<readonly string[]>('ids');
    await others.ask('join', { url, count: OTHERS, query: EVERY, variables: inNamespace('team-0') });
    const every = { everyQuery: EVERY, everyVariables: inNamespace('team-1') };
    await loud.ask('join', { url, count: SLOW, ...every, latestQuery: LATEST, latestVariables: { id: latestId } });
    await subscribed(server, OTHERS + SLOW);
    await server.ask('storm', { ...QUIET, seconds: 3 });
    await others.ask('trace');
    const before = await changesOf(server, 'team-0');
    await server.ask('watch');
    if (isStopped) await loud.ask('read', false);
    const [, happened] = await Promise.all([
      server.ask<Happened>('storm', { ...QUIET, seconds }),
      server.ask<Happened>('storm', { ...LOUD, seconds }),
    ]);
    const watched = await server.ask<Watched>('watched');
    await loud.ask('read', true);
    const latest = happened.find(({ id }) => id === latestId)?.marks.at(-1) ?? NaN;
    const problems = await problemsOf(server, loud, latest);
    const traced = await others.ask<Traced>('traced');
    // Beside what was made to happen, some pods become worse by themselves, for how long they fail.
    const happening = (await changesOf(server, 'team-0')) - before;
    if (happening < QUIET.rate * seconds) problems.push(`${happening} changes were made alone`);
    if (traced.count !== OTHERS * happening) problems.push(`the others heard ${traced.count} of ${OTHERS * happening}`);
    const { closed } = await loud.ask<Became>('became');
    return { p99: traced.p99, watched, closed, problems };
  } finally {
    await stage.stop();
  }
}

async function changesOf(server: Served, namespace: string): Promise<number> {
  return (await server.ask<readonly string[]>('cursors', namespace)).length;
}

/** Whoever stopped has in the end heard every change once and in order, or the newest state. */
async function problemsOf(server: Served, loud: Served, latest: number): Promise<string[]> {
  const cursors = (await server.ask<readonly string[]>('cursors', 'team-1')).join();
  let problems: string[] = [];
  const look = async (): Promise<boolean> => {
    const became = await loud.ask<Became>('became');
    const wrong = became.cursors.filter((heard) => !cursors.startsWith(heard.join())).length;
    const behind = became.cursors.filter((heard) => heard.join() !== cursors).length - wrong;
    const outdated = became.marks.filter((mark) => mark !== latest).length;
    problems = [];
    if (wrong > 0) problems.push(`${wrong} have a gap or a repetition`);
    if (behind > 0) problems.push(`${behind} have not heard all of it within ${RESUMED_WITHIN} s`);
    if (outdated > 0) problems.push(`${outdated} have not the latest`);
    return problems.length === 0;
  };
  await until('those who stopped have all', look, RESUMED_WITHIN).catch(() => undefined);
  return problems;
}
