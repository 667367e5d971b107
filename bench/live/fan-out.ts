import { deepStrictEqual } from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Watched, delayRow } from '../event-loop.js';
import type { Served } from '../processes.js';
import { median } from '../requests.js';
import { type Result, round } from '../results.js';
import type { Setting } from '../setting.js';
import type { Round } from './counting-clients.main.js';
import { Stage, until } from './stage.js';

const PODS = 100;
const QUERY = `subscription ($filter: ChangeFilter) {
  healthChanges(filter: $filter) {
    cursor at type resourceId resourceKind resourceName cluster namespace previousStatus status isStale
    raised { reason subject severity message advice } cleared { reason subject }
  }
}`;
const VARIABLES = { filter: { kinds: ['POD'], namespaces: ['team-0'] } };

/** To plain sockets at the most, and to the first peer at the most. */
const OF_LIMIT = 1.3;
const OF_PEER = 0.25;

/** Milliseconds between two rounds: what one server has to tidy up is not to be another one's burden. */
const REST = 300;

/** A server, and the clients it has. */
interface Pair {
  readonly server: Served;
  readonly clients: Served;
}

/** Milliseconds from one change until the last of so many subscribers with the same filter has heard of it. */
export async function fanOut(setting: Setting, subscribers: number, isCompared: boolean): Promise<readonly Result[]> {
  const stage = new Stage(setting.root);
  const measure = `fan-out-${subscribers}`;
  try {
    const vitals = await stage.run('vitals', 'vitals-live.main.ts', PODS, 1);
    const pairs = [await withClients(stage, vitals, subscribers)];
    const events = await eventsOf(pairs[0] as Pair);
    const file = join(setting.folder, `${measure}.json`);
    await writeFile(file, JSON.stringify(events));
    const limit = await stage.run('plain-sockets', '../peers/plain-sockets.mjs', file);
    pairs.push(await withClients(stage, limit, subscribers));
    if (isCompared) {
      const stock = await stage.run('type-graphql', '../peers/type-graphql.main.ts', file);
      pairs.push(await withClients(stage, stock, subscribers));
    }
    for (const pair of pairs.slice(1))
      deepStrictEqual(lasting(await eventsOf(pair)), lasting(events), pair.server.name);
    await vitals.ask('watch');
    const times = await inTurn(pairs, setting.isQuick ? 10 : 60);
    const watched = await vitals.ask<Watched>('watched');
    return [rowOf(measure, times, isCompared), delayRow(measure, watched.delay)];
  } finally {
    await stage.stop();
  }
}

async function withClients(stage: Stage, server: Served, count: number): Promise<Pair> {
  const clients = await stage.run(`clients of ${server.name}`, 'counting-clients.main.ts');
  await clients.ask('join', { url: server.url, count, query: QUERY, variables: VARIABLES });
  // Nobody says when a subscription has begun: it has when its first event comes.
  await until(`all hear ${server.name}`, async () => (await changed({ server, clients }, false, 3_000)) !== null, 60);
  await clients.ask('quiet');
  return { server, clients };
}

/** What is said of two changes, the way down and up, when all have heard the same once. */
async function eventsOf(pair: Pair): Promise<readonly Event[]> {
  const events: Event[] = [];
  for (let n = 0; n < 2; n += 1) {
    const heard = await changed(pair, true, 30_000);
    if (heard?.isOnceEach !== true || heard.payload === null)
      throw new Error(`Not all who ask ${pair.server.name} hear the same once: ${JSON.stringify(heard)}`);
    events.push((JSON.parse(heard.payload) as { readonly payload: Event }).payload);
  }
  return events;
}

interface Event {
  readonly data: { readonly healthChanges: object };
}

/** Without what is another each time, in one order. */
function lasting(events: readonly Event[]): readonly string[] {
  return events.map(({ data }) => JSON.stringify({ ...data.healthChanges, cursor: null, at: null })).sort();
}

/** One change, and what becomes of it; null where not all hear of it in time. */
async function changed(
  { server, clients }: Pair,
  isChecked: boolean,
  within: number,
): Promise<(Round & { readonly took: number }) | null> {
  await clients.ask('arm', isChecked);
  const began = await server.ask<number>('change');
  const heard = await clients.ask<Round | null>('heard', within);
  return heard === null ? null : { ...heard, took: (heard.last - began) / 1_000 };
}

async function inTurn(pairs: readonly Pair[], rounds: number): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(pairs.map(({ server }) => [server.name, []]));
  for (let n = 0; n < rounds; n += 1) {
    for (const pair of pairs) {
      await new Promise((resolve) => setTimeout(resolve, REST));
      const heard = await changed(pair, false, 30_000);
      if (heard?.isOnceEach !== true) throw new Error(`Not all who ask ${pair.server.name} heard once.`);
      times.get(pair.server.name)?.push(heard.took);
    }
  }
  return new Map(Array.from(times, ([name, all]) => [name, median(all)]));
}

function rowOf(measure: string, times: ReadonlyMap<string, number>, isCompared: boolean): Result {
  const of = (name: string): number => times.get(name) ?? NaN;
  const [ours, limit, stock] = [of('vitals'), of('plain-sockets'), of('type-graphql')];
  return {
    measure,
    unit: 'milliseconds to the last',
    ours: round(ours),
    limit: round(limit),
    peers: isCompared ? { 'type-graphql': round(stock) } : {},
    ratio: round(ours / (isCompared ? stock : limit)),
    goal: isCompared ? `<= ${OF_PEER} x type-graphql, <= ${OF_LIMIT} x plain sockets` : 'how it grows',
    holds: !isCompared || (ours <= OF_PEER * stock && ours <= OF_LIMIT * limit),
  };
}
