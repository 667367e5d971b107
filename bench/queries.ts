/** Requests answered a second, beside what others use for the same. */
import { deepStrictEqual } from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Watched, delayRow } from './event-loop.js';
import { until } from './live/stage.js';
import { type Served, podServer, start } from './processes.js';
import { type Question, answerOf, median, rateOf } from './requests.js';
import { type Result, round } from './results.js';
import type { Setting } from './setting.js';

interface Measure {
  readonly name: string;
  readonly question: Question;
  /** Pods that change a second meanwhile. */
  readonly changes?: number;
  /** At least so many times as many as the first peer. */
  readonly atLeast: number;
  /** At least this share of ready bytes. */
  readonly ofLimit?: number;
  /** A peer that is to answer no more. */
  readonly notBehind?: (typeof PEERS)[number];
}

/** The first one is what goals are of. */
const PEERS = ['apollo-express', 'yoga', 'mercurius-jit'] as const;

const BENCH = import.meta.dirname;
const PODS = 1_000;
const NAMESPACES = 2;

const FIELDS = 'nodes { id name phase restarts createdAt startedAt displayStatus isReady health { status since observedAt isStale } }'; // prettier-ignore
const HUNDRED: Question = { query: `{ pods(first: 100) { ${FIELDS} } }` };
/** No page is longer than 500. */
const THOUSAND: Question = {
  query: `{ a: pods(filter: { namespaces: ["team-0"] }, first: 500) { ${FIELDS} } b: pods(filter: { namespaces: ["team-1"] }, first: 500) { ${FIELDS} } }`,
};
/** What a probe asks. */
const ONE: Question = { query: '{ pods(first: 1) { nodes { name health { status } } } }' };

/** No answer can be kept: the second namespace is another one each time, and has no pods. */
const NEVER_TWICE: Question = {
  query: `query Pods($namespaces: [String!]) { pods(filter: { namespaces: $namespaces }, first: 500) { ${FIELDS} } }`,
  variables: { namespaces: ['team-0', 'none-{{n}}'] },
};

const MEASURES: readonly Measure[] = [
  { name: 'pods-1000', question: THOUSAND, atLeast: 120, ofLimit: 0.6 },
  { name: 'pods-100', question: HUNDRED, atLeast: 40 },
  { name: 'typename', question: { query: '{ __typename }' }, atLeast: 6 },
  { name: 'one-health', question: ONE, atLeast: 6 },
  { name: 'pods-500-never-twice', question: NEVER_TWICE, atLeast: 5, notBehind: 'mercurius-jit' },
  { name: 'pods-1000-changing', question: THOUSAND, changes: 2_000, atLeast: 80 },
];

export const QUERY_MEASURES: readonly string[] = MEASURES.map(({ name }) => name);

/** The servers that all measures share. */
interface Cast {
  readonly vitals: Served;
  readonly peers: readonly Served[];
}

export async function measureQueries(names: readonly string[], setting: Setting): Promise<readonly Result[]> {
  const wanted = MEASURES.filter(({ name }) => names.includes(name));
  if (wanted.length === 0) return [];
  const running: Served[] = [];
  const launch = async (called: string, ...command: readonly string[]): Promise<Served> => {
    const one = await start(called, [process.execPath, ...command], setting.root);
    running.push(one);
    return one;
  };
  try {
    const vitals = await launchVitals(launch, 0);
    const data = join(setting.folder, 'pods.json');
    await writeFile(data, JSON.stringify(await podsOf(vitals)));
    const peers: Served[] = [];
    const isNeeded = (peer: string): boolean => peer === PEERS[0] || wanted.some(({ notBehind }) => notBehind === peer);
    for (const peer of PEERS.filter((one) => !setting.isQuick || isNeeded(one)))
      peers.push(await launch(peer, join(BENCH, 'peers', `${peer}.mjs`), data));
    const results: Result[] = [];
    for (const measure of wanted) results.push(...(await run(measure, { vitals, peers }, launch, setting)));
    return results;
  } finally {
    await Promise.all(running.map((one) => one.stop()));
  }
}

type Launch = (called: string, ...command: readonly string[]) => Promise<Served>;

function launchVitals(launch: Launch, changes: number): Promise<Served> {
  return launch('vitals', ...podServer(PODS, NAMESPACES, changes));
}

async function run(
  { name, question, changes = 0, atLeast, ofLimit, notBehind }: Measure,
  { vitals, peers }: Cast,
  launch: Launch,
  setting: Setting,
): Promise<readonly Result[]> {
  const bytes = join(setting.folder, `${name}.bytes`);
  const expected = await answerOf(vitals, question);
  await writeFile(bytes, JSON.stringify({ data: expected }));
  const limit = await launch('ready-bytes', join(BENCH, 'peers', 'ready-bytes.mjs'), bytes);
  for (const one of [...peers, limit]) deepStrictEqual(await answerOf(one, question), expected, one.name);
  const ours = changes === 0 ? vitals : await launchVitals(launch, changes);
  if (changes > 0) await checkChanging(ours, question, expected);
  const servers = [ours, ...peers, limit];
  const { rates, delay } = await interleaved(servers, question, setting.isQuick ? 1 : 3, setting.isQuick ? 3 : 5);
  if (changes > 0) await checkChanging(ours, question, expected);
  if (ours !== vitals) await ours.stop();
  await limit.stop();
  const rate = (one: string): number => rates.get(one) ?? NaN;
  const [own, most] = [rate('vitals'), rate('ready-bytes')];
  const ratio = own / rate(PEERS[0]);
  const goals = [
    { words: `>= ${atLeast} x ${PEERS[0]}`, holds: ratio >= atLeast },
    ...(ofLimit === undefined ? [] : [{ words: `>= ${ofLimit} of ready bytes`, holds: own / most >= ofLimit }]),
    ...(notBehind === undefined ? [] : [{ words: `not behind ${notBehind}`, holds: own >= rate(notBehind) }]),
  ];
  const row = {
    measure: name,
    unit: 'requests a second',
    ours: round(own),
    limit: round(most),
    peers: Object.fromEntries(peers.map((peer) => [peer.name, round(rate(peer.name))])),
    ratio: round(ratio),
    goal: goals.map(({ words }) => words).join(', '),
    holds: goals.every(({ holds }) => holds),
  };
  return [row, delayRow(name, delay)];
}

/** Seconds. */
const CHANGE_SHOWN_WITHIN = 5;

/** What changes is answered, and nothing else is different from what is expected. */
async function checkChanging(ours: Served, question: Question, expected: unknown): Promise<void> {
  const before = await answerOf(ours, question);
  deepStrictEqual(lasting(before), lasting(expected), ours.name);
  const changed = async (): Promise<boolean> =>
    JSON.stringify(await answerOf(ours, question)) !== JSON.stringify(before);
  await until('a change is answered', changed, CHANGE_SHOWN_WITHIN);
}

/** Without what changes meanwhile, and since when what is answered is so: another server has begun at another time. */
function lasting(answer: unknown): unknown {
  const text = JSON.stringify(answer, (key, value: unknown) =>
    key === 'restarts' || key === 'since' ? undefined : value,
  );
  return JSON.parse(text) as unknown;
}

/** All pods with their namespaces, for those who have no platform to watch. */
async function podsOf(vitals: Served): Promise<readonly Named[]> {
  const { a, b } = (await answerOf(vitals, THOUSAND)) as Record<'a' | 'b', { readonly nodes: readonly Named[] }>;
  const inNamespace = (namespace: string) => (pod: Named) => ({ ...pod, namespace });
  const all = [...a.nodes.map(inNamespace('team-0')), ...b.nodes.map(inNamespace('team-1'))];
  return all.sort((one, other) => (one.name < other.name ? -1 : 1));
}

interface Named {
  readonly name: string;
}

/**
 * Each server in turn, round by round, so that what else the machine does concerns all; the median of each, and of how late the
 * event loop of the first one was in its own rounds.
 * @param seconds of each round
 */
async function interleaved(
  servers: readonly Served[],
  question: Question,
  seconds: number,
  rounds: number,
): Promise<{ readonly rates: ReadonlyMap<string, number>; readonly delay: number }> {
  const rates = new Map<string, number[]>(servers.map(({ name }) => [name, []]));
  const delays: number[] = [];
  const [first] = servers;
  // Not counted: what is asked for the first times is compiled.
  for (const one of servers) await rateOf(one, question, 1);
  for (let n = 0; n < rounds; n += 1)
    for (const one of servers) {
      if (one === first) await one.ask('watch');
      rates.get(one.name)?.push(await rateOf(one, question, seconds));
      if (one === first) delays.push((await one.ask<Watched>('watched')).delay);
    }
  return { rates: new Map(Array.from(rates, ([name, all]) => [name, median(all)])), delay: median(delays) };
}
