import { type Watched, delayRow } from '../event-loop.js';
import type { Served } from '../processes.js';
import { type Result, round } from '../results.js';
import type { Setting } from '../setting.js';
import { Stage, subscribed, until } from './stage.js';
import { between } from './time.js';
import type { Traced } from './tracing-clients.main.js';
import type { Happened, Storm } from './vitals-live.main.js';

const PODS = 5_000;
const RATE = 2_000;
/** Of the pod that one idle subscriber follows. */
const IDLE_RATE = 5;

const QUERY = `subscription ($id: ID!) {
  resourceHealth(id: $id) {
    id name ... on Pod { restarts phase displayStatus }
    health { status since findings { reason severity message } }
  }
}`;

/** To one idle subscriber at the most. */
const OF_IDLE = 3;
/** Milliseconds that something may be the newest, and not be heard. */
const UNHEARD = 1_000;

/** Milliseconds from a change of a pod until who follows that pod has heard of it, while 2,000 of 5,000 change a second. */
export async function ownPods({ root, isQuick }: Setting): Promise<readonly Result[]> {
  const seconds = isQuick ? 5 : 60;
  const idle = await traced(root, 1, { namespace: 0, rate: IDLE_RATE, seconds, size: 0 });
  const all = await traced(root, PODS, { namespace: 0, rate: RATE, seconds, size: 0 });
  const missed = idle.missed + all.missed;
  const ratio = all.traced.p99 / idle.traced.p99;
  const row = {
    measure: 'fan-out-own-pods',
    unit: 'milliseconds, p99',
    ours: round(all.traced.p99),
    limit: null,
    peers: { 'one idle subscriber': round(idle.traced.p99) },
    ratio: round(ratio),
    goal: `<= ${OF_IDLE} x one idle subscriber, none missed`,
    holds: ratio <= OF_IDLE && missed === 0,
  };
  const { count, p50, longest } = all.traced;
  console.log(`own pods: ${count} heard, ${missed} missed, p50 ${p50} ms, longest ${longest} ms (idle: p50 ${idle.traced.p50}, longest ${idle.traced.longest}; event loop late by ${all.watched.longest} ms at the most)`); // prettier-ignore
  return [row, delayRow(row.measure, all.watched.delay)];
}

/** So many subscribers, each of a pod of its own. */
async function traced(
  root: string,
  pods: number,
  weather: Storm,
): Promise<{ readonly traced: Traced; readonly watched: Watched; readonly missed: number }> {
  const stage = new Stage(root);
  try {
    const server = await stage.run('vitals', 'vitals-live.main.ts', pods, 1);
    const clients = await stage.run('clients', 'tracing-clients.main.ts');
    const ids = await server.ask<readonly string[]>('ids');
    const variables = ids.map((id) => ({ id }));
    await clients.ask('join', { url: server.url, count: pods, query: QUERY, variables });
    await subscribed(server, pods);
    // What is compiled, and what is known of types, is so after some thousands; what anybody waits for begins then.
    await server.ask('storm', { ...weather, rate: RATE, seconds: 3 });
    await clients.ask('trace');
    await server.ask('watch');
    const happened = await server.ask<Happened>('storm', weather);
    const watched = await server.ask<Watched>('watched');
    await until('all have the latest', () => hasLatest(clients, happened), 5).catch(() => undefined);
    const heard = await clients.ask<Traced>('traced');
    return { traced: heard, watched, missed: missedOf(heard, happened) };
  } finally {
    await stage.stop();
  }
}

async function hasLatest(clients: Served, happened: Happened): Promise<boolean> {
  const { marks } = await clients.ask<Traced>('traced');
  return happened.every(({ marks: said }, index) => said.at(-1) === marks[index]?.at(-1));
}

/** What was the newest for a while, or is it still, and was not heard. */
function missedOf({ marks }: Traced, happened: Happened): number {
  let missed = 0;
  for (const [index, { marks: said }] of happened.entries()) {
    const heard = new Set(marks[index]);
    for (const [turn, mark] of said.entries()) {
      const next = said[turn + 1];
      if (!heard.has(mark) && (next === undefined || between(mark, next) > UNHEARD)) missed += 1;
    }
  }
  return missed;
}
