import { rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { openPlatform } from '../../lifecycle.js';
import { type IsolatedSystem, PARTIES } from '../../support/isolated-systems.js';
import { Attempts } from '../../support/attempts.js';
import { Bystanders } from '../../support/bystanders.js';
import { NO_REST, SHORT_LIMITS } from '../../support/short-limits.js';
import { type Heard, clears, RunningVitals } from '../../support/vitals.js';
import { waitUntilNothingMissing } from '../../support/wait.js';
import { Crowd, describeSeen, EACH_ONCE } from '../crowd.js';
import { type Disturbance, DISTURBANCES, fitting } from '../disturbances.js';
import { Disturber } from '../disturber.js';
import { mebibytes, note, seconds } from '../measures.js';
import { scale } from '../scale.js';
import { reportingTo, reportOf, type SelfReport } from '../self-reports.js';
import { notWell, raisedBeside, stillSeen, tellsOf, UNDER_WAY } from '../../support/watched-systems.js';
import { describeAccount, expectUnharmed, UNHARMED, Witness } from '../witness.js';

/** Two looks at rest, each a little late, and the longest that the second one may wait for an answer. */
const WITHIN_TWO_PROBES = 2 * 11_000 + 6_000;
/**
 * Of what need not be told each looks once at least by then; and of the times of answers the slowest of a hundred is one of several.
 */
const LASTS = 12_000;
const UNTIL_WELL = 120_000;
/** Milliseconds of calm that times of answers are compared with; in the whole run right before each disturbance. */
const CALM = 10_000;
/** How much slower the slowest answer of a hundred may be while something is disturbed. */
const SLOWER = 1.5;
/** What a machine on which forty programs run may add; who waited for a source that is ill would wait for seconds. */
const NOISE_MILLISECONDS = 50;
/** With more that wants to run than this, for each core, times of answers say nothing of Vitals: they are not judged then. */
const MOST_LOAD = 2;
/** Of all disturbances, those of which times of answers could not be judged. */
const MOST_NOT_JUDGED = 1 / 5;
/** What may be held after all of it that was not before: what changed is kept for a while. */
const MOST_LEFT = 64 * 1_024 ** 2;

type Assignment = readonly (readonly [IsolatedSystem, Disturbance])[];

interface Case {
  readonly name: string;
  readonly assignment: Assignment;
}

const platform = openPlatform();

describe('sources that are disturbed', () => {
  const file = platform.state('vitals-self-report');
  let disturber: Disturber;
  let vitals: RunningVitals;
  let witness: Witness;
  let crowd: Crowd | undefined;
  /** Milliseconds: the slowest of a hundred answers while nothing is disturbed. */
  let calm: number;
  let heldBefore: SelfReport;
  /** By case: whether its times of answers were judged. */
  const judged: boolean[] = [];
  const stops: (() => Promise<void> | void)[] = [];

  beforeAll(async () => {
    disturber = await Disturber.stand(platform);
    stops.push(() => disturber.leave());
    stops.push(() => rm(file, { force: true }));
    vitals = await RunningVitals.start(platform, [...SHORT_LIMITS, NO_REST], undefined, disturber.endpoints, [], reportingTo(file)); // prettier-ignore
    stops.push(() => vitals.stop());
    await waitUntilNothingMissing('all is well', () => notWell(vitals, disturber.all), { within: UNTIL_WELL });
    witness = await Witness.of(platform, vitals);
    stops.push(() => witness.stop());
    if (scale.subscribersBeside > 0) {
      crowd = await Crowd.gather(
        vitals.url,
        Array.from({ length: scale.subscribersBeside }, () => null),
      );
      stops.push(() => crowd?.kill());
    }
    const measured = await beCalm();
    heldBefore = await reportOf(platform, vitals.name, file);
    note({ trial: 'sources', name: 'calm', promised: 'what the rest is compared with', measured });
  }, 2 * UNTIL_WELL);

  async function beCalm(): Promise<string> {
    const from = witness.begin();
    await delay(CALM);
    const account = await witness.account(from);
    expectUnharmed(account);
    calm = account.times.p99;
    return `p50 ${account.times.p50.toFixed(1)} ms, ${describeAccount(account)}`;
  }

  afterAll(async () => {
    const attempts = new Attempts();
    for (const stop of stops.reverse())
      await attempts.make('undoing it', async () => {
        await stop();
      });
    attempts.end();
  }, UNTIL_WELL);

  /** It is told in its own words and nobody else’s, and what hangs on it is unknown, with its age. */
  async function isTold(
    [system, { name, told, tampering }]: Assignment[number],
    from: number,
    begunAt: number,
  ): Promise<string> {
    if (told === null) return `${system.system} need not be`;
    const all = disturber.with(system);
    const heard = await Promise.all(
      all.map((one) => vitals.waitFor(`${one.system} ${name}`, tellsOf(one, told), WITHIN_TWO_PROBES, from)),
    );
    for (const [place, one] of all.entries()) {
      const within = Math.max(0, begunAt + WITHIN_TWO_PROBES - Date.now());
      // Half of what is said may hold a whole event: that was seen, until the rest of it was missed.
      const lastSeenAt = tampering === 'half' ? (heard[place]?.at ?? NaN) : begunAt + UNDER_WAY;
      const look = (): Promise<string | undefined> => stillSeen(vitals, one, lastSeenAt);
      await waitUntilNothingMissing(`what hangs on ${one.system}`, look, { within });
    }
    const reasons = [...new Set(heard.flatMap(({ raised }) => raised.map(({ reason }) => reason)))];
    const after = Math.max(...heard.map(({ at }) => at)) - begunAt;
    return `${system.system} ${reasons.join(' ')} after ${seconds(after)}`;
  }

  function slowest(): number {
    return Math.max(SLOWER * calm, calm + NOISE_MILLISECONDS);
  }

  function describeSlowness(p99: number, isBusy: boolean): string {
    if (isBusy) return ' (not judged: the machine had too much else to do)';
    return p99 > slowest() ? ` (more than the ${slowest().toFixed(1)} ms promised)` : '';
  }

  /** What was raised on them since is over again. */
  async function isOver(systems: readonly IsolatedSystem[], from: number): Promise<void> {
    const names = new Set(systems.map(({ system }) => system));
    const raised = vitals.heard
      .slice(from)
      .filter(({ cluster }) => names.has(cluster ?? ''))
      .flatMap((change) => change.raised);
    const ends = raised.map(({ id, reason }) => {
      const isEnd = (change: Heard): boolean => clears(reason)(change) && change.cleared.some((one) => one.id === id);
      return vitals.waitFor(`the end of ${reason}`, isEnd, UNTIL_WELL, from);
    });
    await Promise.all(ends);
    await waitUntilNothingMissing('all is well again', () => notWell(vitals, systems), { within: UNTIL_WELL });
  }

  /** Enough of them were opened. */
  function stood([system, { told }]: Assignment[number]): readonly string[] {
    if (told !== null) return [];
    const { most, wanted } = disturber.floodOf(system);
    return most >= wanted * 0.9 ? [] : [`${most} of ${wanted} connections to ${system.system}`];
  }

  it.each(cases())(
    '$name: its own endpoint says it, nothing else does, nobody waits for it, and it comes back by itself',
    async ({ name, assignment }) => {
      const systems = assignment.flatMap(([system]) => disturber.with(system));
      const others = disturber.all.filter((system) => !systems.includes(system));
      // The quick run is one on any machine, beside anything: it says how long answers took, and judges only that nobody waits.
      if (scale.name === 'whole') await beCalm();
      const from = vitals.heard.length;
      const isBusy = (loadavg()[0] ?? 0) > MOST_LOAD * availableParallelism();
      const bystanders = Bystanders.watch(vitals, others);
      const begunAt = witness.begin();
      let told: readonly string[] = [];
      let fellShort: readonly string[] = [];
      let touched: readonly string[];
      let restoringAt = Infinity;
      try {
        await Promise.all(assignment.map(([system, disturbance]) => disturber.disturb(system, disturbance)));
        told = await Promise.all(assignment.map((one) => isTold(one, from, begunAt)));
        const lasts = scale.name === 'whole' || assignment.some(([, how]) => how.told === null) ? LASTS : 0;
        await delay(Math.max(0, begunAt + lasts - Date.now()));
        fellShort = assignment.flatMap(stood);
      } finally {
        restoringAt = Date.now();
        await Promise.all(assignment.map(([system]) => disturber.restore(system)));
        touched = await bystanders.end();
      }
      const restoredAt = Date.now();
      const account = await witness.account(begunAt, restoredAt);
      const { p99 } = account.times;
      await isOver(systems, from);
      judged.push(!isBusy);
      const measured = `${told.join('; ')}; well again after ${seconds(Date.now() - restoredAt)}; ${describeAccount(account)}${describeSlowness(p99, isBusy)}`; // prettier-ignore
      note({ trial: 'sources', name, promised: PROMISED, measured });
      expect(raisedBeside(vitals.heard.slice(from), systems, restoringAt)).toEqual([]);
      expect(touched).toEqual([]);
      expect(fellShort).toEqual([]);
      expectUnharmed(account);
      if (scale.name === 'whole' && !isBusy) expect(p99).toBeLessThanOrEqual(slowest());
    },
    3 * UNTIL_WELL,
  );

  it('what was said to it is not kept, and how long it took was judged of most of it', async () => {
    const { heapUsed, external } = await reportOf(platform, vitals.name, file);
    const before = heldBefore.heapUsed + heldBefore.external;
    const notJudged = judged.filter((isJudged) => !isJudged).length;
    const measured = `${mebibytes(before)} held while all was calm, ${mebibytes(heapUsed + external)} after all of it, each after a collection; the machine was too busy to judge times in ${notJudged} of ${judged.length}`; // prettier-ignore
    const promised = `no more than ${mebibytes(MOST_LEFT)} more are held${scale.name === 'whole' ? `, times are judged in all but ${100 * MOST_NOT_JUDGED} %` : ''}`; // prettier-ignore
    note({ trial: 'sources', name: 'after all of it', promised, measured });
    expect(heapUsed + external).toBeLessThan(before + MOST_LEFT);
    if (scale.name === 'whole') expect(notJudged).toBeLessThanOrEqual(judged.length * MOST_NOT_JUDGED);
  });

  if (scale.subscribersBeside > 0)
    it(`${scale.subscribersBeside} subscribers saw every change of it once`, async () => {
      const seen = await crowd?.end();
      crowd = undefined;
      if (seen === undefined) throw new Error('nobody subscribed');
      note({ trial: 'subscribers', name: 'through all of the above', promised: ONCE, measured: describeSeen(seen) });
      expect(seen).toMatchObject(EACH_ONCE);
    }, 200_000);
});

const PROMISED = `told within ${seconds(WITHIN_TWO_PROBES)} and nothing else, not even on others for a moment, p99 within ${SLOWER} × or ${NOISE_MILLISECONDS} ms of calm; ${UNHARMED}`; // prettier-ignore
const ONCE = 'each sees each change once, or is told CURSOR_EXPIRED';

/** Whole: each alone, and all at once, by everything. Quick: each party by turns, so that each source meets a third of it. */
function cases(): readonly Case[] {
  const has = ({ component, system }: IsolatedSystem): boolean =>
    system !== 'pipelines' && platform.components.some(({ name }) => name === component);
  const systems = PARTIES.flat().filter(has);
  const atOnce = (name: string, index: (place: number) => number, among: readonly IsolatedSystem[]): Case => {
    const assignment = among.map((system, place) => [system, fitting(system, index(place))] as const);
    return { name: `${name}: ${assignment.map(([one, how]) => `${one.system} ${how.name}`).join(', ')}`, assignment };
  };
  if (scale.name === 'quick') {
    const halves = [0, 1].map((half) => systems.filter((_, place) => place % 2 === half));
    const turns = [0, 4, 8].flatMap((turn) =>
      halves.map((half, which) => atOnce(`half of them, turn ${turn}`, (place) => turn + 2 * place + which, half)),
    );
    return [
      ...turns,
      atOnce('all at once', () => DISTURBANCES.findIndex(({ name }) => name === 'endless reply'), systems),
    ];
  }
  const alone = systems.flatMap((system) =>
    DISTURBANCES.filter(({ fits }) => fits?.(system) ?? true).map((how) => {
      return { name: `alone: ${system.system} ${how.name}`, assignment: [[system, how]] } satisfies Case;
    }),
  );
  const all = DISTURBANCES.map((_, index) => atOnce('all at once', () => index, systems));
  return [...alone, ...all];
}
