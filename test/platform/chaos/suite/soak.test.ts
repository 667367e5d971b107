import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { scaleFleet } from '../../fleet.js';
import { openPlatform } from '../../lifecycle.js';
import { Attempts } from '../../support/attempts.js';
import { NO_REST, SHORT_LIMITS } from '../../support/short-limits.js';
import { RunningVitals } from '../../support/vitals.js';
import { Asker } from '../asker.js';
import { Crowd, describeSeen } from '../crowd.js';
import { DISTURBANCES, fitting } from '../disturbances.js';
import { Disturber } from '../disturber.js';
import { mebibytes, note } from '../measures.js';
import { RestlessFleet } from '../restless-fleet.js';
import { scale } from '../scale.js';
import { reportingTo, reportOf, type SelfReport, slopeOf } from '../self-reports.js';

const MINUTE = 60_000;
/** Sources come and go by turns, each for so long. */
const FLAPS_FOR = 5_000;
const REPORTS_EVERY = scale.soakFor / 18;
/** Of the whole time: what is learned once is learned by then. */
const WARM_UP = 1 / 3;
/**
 * Of the heap, after warm-up and by what is left of the time: a leak of one event a change would be a hundred times as much.
 */
const MOST_GROWTH = 0.05;
/** Of what the event loop waits for: connections of sources that are ill come and go. */
const MOST_HANDLES = 60;

/** Ten thousand pods take longer to come and go than a quick run may. */
const some = scale.name === 'quick' ? it.skip : it;

describe('endurance', () => {
  const platform = openPlatform();
  const file = platform.state('vitals-self-report');

  some(
    `${scale.soakPods} pods, ${scale.soakChangesPerSecond} changes a second, ${scale.soakClients} clients, sources that come and go`,
    async () => {
      const disturber = await Disturber.stand(platform);
      const stops: (() => unknown)[] = [() => disturber.leave(), () => rm(file, { force: true })];
      try {
        stops.push(() => scaleFleet(platform, 0));
        await scaleFleet(platform, scale.soakPods);
        const vitals = await RunningVitals.start(platform, [...SHORT_LIMITS, NO_REST], undefined, disturber.endpoints, [], reportingTo(file)); // prettier-ignore
        stops.push(() => vitals.stop());
        const pid = platform.pid(vitals.name);
        const asker = Asker.start(vitals.url);
        stops.push(() => asker.stop());
        const fleet = new RestlessFleet(platform, scale.soakPods, scale.soakChangesPerSecond);
        stops.push(() => fleet.stop());
        const crowd = await Crowd.gather(vitals.url, scale.soakClients, { namespaces: ['shop'] });
        stops.push(() => { crowd.kill(); }); // prettier-ignore
        const begunAt = Date.now();
        const reports = await flapThrough(vitals, disturber, begunAt + scale.soakFor);
        const { rate } = fleet;
        const seen = await crowd.end();
        const { count, p99, errors } = asker.since(begunAt);
        const warm = reports.filter(({ at }) => at >= begunAt + scale.soakFor * WARM_UP);
        const perMinute = slopeOf(warm.map(({ at, heapUsed }) => [at / MINUTE, heapUsed]));
        const heap = warm.reduce((sum, { heapUsed }) => sum + heapUsed, 0) / warm.length;
        const growth = (perMinute * scale.soakFor * (1 - WARM_UP)) / MINUTE / heap;
        const handles = [reports[0], reports.at(-1)].map((one) => Object.values(one?.resources ?? {}).reduce((a, b) => a + b, 0)); // prettier-ignore
        const measured = `${Math.round(rate)} changes a second; heap ${mebibytes(heap)} with ${(perMinute / 1_024 ** 2).toFixed(2)} MiB a minute (${(100 * growth).toFixed(1)} % in the time after warm-up); ${Math.max(...handles)} handles and timers at the most, ${handles.join(' at first, ')} at last; ${count} queries, p99 ${p99.toFixed(0)} ms; ${describeSeen(seen)}`; // prettier-ignore
        note({ trial: 'soak', name: `${scale.soakFor / MINUTE} minutes`, promised: PROMISED, measured });
        // No rejection that nobody took: it would have ended the process.
        expect(platform.pid(vitals.name)).toBe(pid);
        expect(growth).toBeLessThan(MOST_GROWTH);
        expect((handles[1] ?? NaN) - (handles[0] ?? NaN)).toBeLessThan(MOST_HANDLES);
        expect(count).toBeGreaterThan(0);
        expect(errors).toEqual([]);
        expect(seen).toMatchObject({ repeated: 0, errors: [] });
      } finally {
        const attempts = new Attempts();
        for (const stop of stops.reverse())
          await attempts.make('undoing it', async () => {
            await stop();
          });
        attempts.end();
      }
    },
    scale.soakFor + 10 * MINUTE,
  );

  /** Asked what it holds while nothing is disturbed. */
  async function flapThrough(vitals: RunningVitals, disturber: Disturber, end: number): Promise<readonly SelfReport[]> {
    const reports: SelfReport[] = [];
    // A cluster that is listed anew each ten seconds would change nothing else.
    const flapping = disturber.systems.filter(({ protocol }) => protocol !== 'https');
    for (let turn = 0; Date.now() < end; turn += 1) {
      const nextAt = Date.now() + REPORTS_EVERY;
      const ill = flapping[turn % flapping.length];
      if (ill !== undefined) {
        await disturber.disturb(ill, fitting(ill, turn % DISTURBANCES.length));
        await delay(FLAPS_FOR);
        await disturber.restore(ill);
      }
      await delay(Math.max(0, nextAt - Date.now()));
      reports.push(await reportOf(platform, vitals.name, file));
    }
    return reports;
  }
});

const PROMISED = `the heap grows by less than ${100 * MOST_GROWTH} % from the warm-up to the end, handles and timers stay as many, no query fails, nobody hears a change twice`; // prettier-ignore
