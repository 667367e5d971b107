import { rm } from 'node:fs/promises';
import { scaleFleet, FLEET } from '../../fleet.js';
import { openPlatform } from '../../lifecycle.js';
import { Attempts } from '../../support/attempts.js';
import { type IsolatedSystem } from '../../support/isolated-systems.js';
import { putFirst } from '../../support/priority.js';
import { NO_REST, SHORT_LIMITS } from '../../support/short-limits.js';
import { RunningVitals } from '../../support/vitals.js';
import { tellsOf } from '../../support/watched-systems.js';
import { Asker } from '../asker.js';
import { Crowd, describeSeen, EACH_ONCE } from '../crowd.js';
import { fitting } from '../disturbances.js';
import { Disturber } from '../disturber.js';
import { mebibytes, note } from '../measures.js';
import { RestlessFleet, SAID_AT_ONCE } from '../restless-fleet.js';
import { scale } from '../scale.js';
import { reportingTo, reportOf, type SelfReport, surelyRises, trendOf, waitsOf } from '../self-reports.js';

const MINUTE = 60_000;
/** Thousands of pods come and go before and after it. */
const COMING_AND_GOING = 25 * MINUTE;
/** Sources come and go by turns: each is ill for so long, and then none is. */
const FLAPS_FOR = 20_000;
/** Of the flaps that have to be told: one may be over before a look at rest has been made twice. */
const LEAST_TOLD = 1 / 2;
const REPORTS_EVERY = 13_000;
/** Of the whole time: what is learned once is learned by then. */
const WARM_UP = 1 / 3;
/**
 * Of the heap, after warm-up and by what is left of the time: a leak of one event a change would be a hundred times as much.
 */
const MOST_GROWTH = 0.05;
/** Of what the event loop waits for, in the same time: connections of sources that are ill, and of clients, come and go. */
const MOST_MORE = 20;
/** Of all queries. */
const MOST_FAILED = 0.0001;
const MOST_SHED = 0.001;
/** Those who want all changes, beside those who want some. */
const WANT_ALL = 5;
/** Pods that each of the others wants to hear of. */
const PODS_EACH = 10;
/** Enough to see a trend. */
const LEAST_REPORTS = 20;

describe('endurance', () => {
  const platform = openPlatform();
  const file = platform.state('vitals-self-report');
  let stops: (() => unknown)[] = [];

  afterEach(async () => {
    const attempts = new Attempts();
    for (const stop of stops.reverse())
      await attempts.make('undoing it', async () => {
        await stop();
      });
    stops = [];
    attempts.end();
  }, COMING_AND_GOING);

  it(
    `${scale.soakPods} pods, ${scale.soakChangesPerSecond} changes a second, ${scale.soakClients} clients, sources that come and go`,
    async () => {
      const disturber = await Disturber.stand(platform);
      // A cluster that is listed anew each ten seconds would change nothing else.
      const flapping = disturber.systems.filter(({ protocol }) => protocol !== 'https');
      stops.push(() => disturber.leave(), () => rm(file, { force: true })); // prettier-ignore
      stops.push(() => scaleFleet(platform, 0));
      await scaleFleet(platform, scale.soakPods);
      const start = { ...reportingTo(file), hears: { clusters: flapping.map(({ system }) => system) } };
      const vitals = await RunningVitals.start(platform, [...SHORT_LIMITS, NO_REST, SAID_AT_ONCE], undefined, disturber.endpoints, [], start); // prettier-ignore
      stops.push(() => vitals.stop());
      const pid = platform.pid(vitals.name);
      if (pid === undefined) throw new Error('Vitals does not run');
      // All of the platform shares two processors with it.
      putFirst(pid);
      const asker = await Asker.start(vitals.url);
      stops.push(() => asker.stop());
      const fleet = await RestlessFleet.begin(platform, scale.soakChangesPerSecond);
      stops.push(() => fleet.stop());
      const all = await Crowd.gather(
        vitals.url,
        Array.from({ length: WANT_ALL }, () => null),
      );
      stops.push(() => { all.kill(); }); // prettier-ignore
      const some = await Crowd.gather(vitals.url, await filtersOfSome(vitals));
      stops.push(() => { some.kill(); }); // prettier-ignore

      const begunAt = Date.now();
      const end = begunAt + scale.soakFor;
      const reports: SelfReport[] = [];
      let nextReportAt = begunAt;
      /** Where something is clearly wrong, it is over at once. */
      const goOn = async (milliseconds: number): Promise<void> => {
        const until = Math.min(Date.now() + milliseconds, end);
        while (Date.now() < until) {
          await Promise.all([all, some].map((crowd) => crowd.stay(Math.min(1_000, until - Date.now()))));
          // No rejection that nobody took, either: it would have ended the process.
          expect(platform.pid(vitals.name)).toBe(pid);
          if (Date.now() < nextReportAt) continue;
          nextReportAt += REPORTS_EVERY;
          const report = await reportOf(platform, vitals.name, file);
          reports.push(report);
          // Said as it comes: where it is ended before its time, that is what is left.
          const { handles, timers } = waitsOf(report);
          const minute = ((report.at - begunAt) / MINUTE).toFixed(1);
          process.stdout.write(`minute ${minute}: ${Math.round(fleet.rate)} changes a second, heap ${mebibytes(report.heapUsed)}, resident ${mebibytes(report.rss)}, ${handles} handles, ${timers} timers\n`); // prettier-ignore
        }
      };
      await goOn(FLAPS_FOR);
      const flaps = { toTell: 0, told: 0, all: 0 };
      for (let turn = 0; Date.now() + 2 * FLAPS_FOR < end; turn += 1) {
        fleet.check();
        const told = await flap(vitals, disturber, flapping[turn % flapping.length], turn, goOn);
        flaps.all += 1;
        if (told !== null) flaps.toTell += 1;
        if (told === true) flaps.told += 1;
        await goOn(FLAPS_FOR);
      }
      await goOn(Infinity);
      fleet.check();
      const { rate } = fleet;
      const times = await asker.since(begunAt);
      const sawSome = await some.end();
      const sawAll = await all.end();

      const warm = reports.filter(({ at }) => at >= begunAt + scale.soakFor * WARM_UP);
      const minutes = (scale.soakFor * (1 - WARM_UP)) / MINUTE;
      const trend = (of: (report: SelfReport) => number) => trendOf(warm.map((one) => [one.at / MINUTE, of(one)]));
      const perMinute = trend(({ heapUsed }) => heapUsed);
      const heap = warm.reduce((sum, { heapUsed }) => sum + heapUsed, 0) / warm.length;
      const growth = surelyRises(perMinute, minutes) / heap;
      const handles = surelyRises(trend((report) => waitsOf(report).handles), minutes); // prettier-ignore
      const timers = surelyRises(trend((report) => waitsOf(report).timers), minutes); // prettier-ignore
      const most = (of: (report: SelfReport) => number): number => Math.max(...reports.map(of));
      const megabytes = (bytes: number): string => (bytes / 1_024 ** 2).toFixed(2);
      const measured = [
        `${Math.round(rate)} changes a second`,
        `heap ${mebibytes(heap)}, which rises by ${megabytes(perMinute.slope)} ± ${megabytes(perMinute.error)} MiB a minute in ${warm.length} looks, surely by ${(100 * Math.max(0, growth)).toFixed(1)} % from the warm-up to the end`,
        `${most((one) => waitsOf(one).handles)} handles and ${most((one) => waitsOf(one).timers)} timers at the most, surely ${Math.max(0, handles).toFixed(1)} and ${Math.max(0, timers).toFixed(1)} more at the end`,
        `${times.count} queries, p99 ${times.p99.toFixed(0)} ms, ${times.failed} failed, ${times.shed} told to come again`,
        `${flaps.told} of ${flaps.toTell} losses of sources told, of ${flaps.all} in all`,
        `of all changes: ${describeSeen(sawAll)}`,
        `of ${PODS_EACH} pods each: ${describeSeen(sawSome)}`,
      ];
      note({ trial: 'soak', name: `${scale.soakFor / MINUTE} minutes`, promised: PROMISED, measured: measured.join('; ') }); // prettier-ignore
      expect(rate).toBeGreaterThanOrEqual(fleet.leastRate);
      expect(times.failed).toBeLessThanOrEqual(times.due * MOST_FAILED);
      expect(times.shed).toBeLessThanOrEqual(times.due * MOST_SHED);
      expect(times.count).toBeGreaterThan(0.9 * times.due);
      expect(flaps.told).toBeGreaterThanOrEqual(flaps.toTell * LEAST_TOLD);
      expect(flaps.told).toBeGreaterThan(0);
      expect(sawAll).toMatchObject(EACH_ONCE);
      expect(sawSome).toMatchObject(EACH_ONCE);
      // In minutes nothing is warm, and no trend can be seen.
      if (scale.name === 'quick') return;
      expect(warm.length).toBeGreaterThanOrEqual(LEAST_REPORTS);
      expect(growth).toBeLessThan(MOST_GROWTH);
      expect(handles).toBeLessThan(MOST_MORE);
      expect(timers).toBeLessThan(MOST_MORE);
    },
    scale.soakFor + COMING_AND_GOING,
  );
});

/** Ten pods for each. */
async function filtersOfSome(vitals: RunningVitals): Promise<readonly object[]> {
  const query = `{ pods(first: 500, filter: { namespaces: ["${FLEET}"] }) { nodes { id } } }`;
  const { pods } = await vitals.query<{ pods: { nodes: readonly { readonly id: string }[] } }>(query);
  const ids = pods.nodes.map(({ id }) => id);
  return Array.from({ length: scale.soakClients - WANT_ALL }, (_, place) => {
    const from = (place * PODS_EACH) % ids.length;
    return { resourceIds: ids.slice(from, from + PODS_EACH) };
  });
}

/** Whether it was told; null: it need not be. */
async function flap(
  vitals: RunningVitals,
  disturber: Disturber,
  system: IsolatedSystem | undefined,
  turn: number,
  goOn: (milliseconds: number) => Promise<void>,
): Promise<boolean | null> {
  if (system === undefined) throw new Error('nothing can be disturbed');
  const disturbance = fitting(system, turn);
  const from = vitals.heard.length;
  await disturber.disturb(system, disturbance);
  try {
    await goOn(FLAPS_FOR);
  } finally {
    await disturber.restore(system);
  }
  return disturbance.told === null ? null : vitals.heard.slice(from).some(tellsOf(system, disturbance.told));
}

const PROMISED = `${scale.soakChangesPerSecond} changes a second are made; the heap grows by less than ${100 * MOST_GROWTH} % from the warm-up to the end, handles and timers by less than ${MOST_MORE}, each but for twice its standard error; of 10,000 queries none or one fails, and ten at the most are told to come again; most losses of sources are told; nobody misses a change or hears one twice`; // prettier-ignore
