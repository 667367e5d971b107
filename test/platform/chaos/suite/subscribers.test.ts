import { openPlatform } from '../../lifecycle.js';
import { NO_REST, SHORT_LIMITS } from '../../support/short-limits.js';
import { RunningVitals } from '../../support/vitals.js';
import { waitUntilNothingMissing } from '../../support/wait.js';
import { Crowd, describeSeen, EACH_ONCE } from '../crowd.js';
import { fitting } from '../disturbances.js';
import { Disturber } from '../disturber.js';
import { note } from '../measures.js';
import { scale } from '../scale.js';
import { notWell } from '../../support/watched-systems.js';

const UNTIL_WELL = 120_000;
const EACH_LASTS = 10_000;
/** All of them come from one address, as the one who watches does: one client may not have so many connections by default. */
const server = { limits: { webSocket: { connectionsPerClient: 2 * scale.subscribers } } };

describe('subscribers through faults', () => {
  it(
    `${scale.subscribers} of them see each change once`,
    async () => {
      const disturber = await Disturber.stand(openPlatform());
      let vitals: RunningVitals | undefined;
      let crowd: Crowd | undefined;
      try {
        vitals = await RunningVitals.start(openPlatform(), [...SHORT_LIMITS, NO_REST], undefined, disturber.endpoints, [], { server }); // prettier-ignore
        const running = vitals;
        await waitUntilNothingMissing('all is well', () => notWell(running, disturber.systems), { within: UNTIL_WELL });
        crowd = await Crowd.gather(
          vitals.url,
          Array.from({ length: scale.subscribers }, () => null),
        );
        const end = Date.now() + scale.subscribersFor;
        for (let turn = 0; Date.now() < end; turn += 1) {
          const ill = disturber.systems.filter((_, place) => (place + turn) % 3 === 0);
          await Promise.all(ill.map((system, place) => disturber.disturb(system, fitting(system, turn + place))));
          await crowd.stay(EACH_LASTS);
          await Promise.all(ill.map((system) => disturber.restore(system)));
          await crowd.stay(EACH_LASTS);
        }
        const seen = await crowd.end();
        note({ trial: 'subscribers', name: 'sources by turns', promised: 'each sees each change once, or is told CURSOR_EXPIRED', measured: describeSeen(seen) }); // prettier-ignore
        expect(seen).toMatchObject(EACH_ONCE);
      } finally {
        crowd?.kill();
        await vitals?.stop();
        await disturber.leave();
      }
    },
    scale.subscribersFor + 4 * UNTIL_WELL,
  );
});
