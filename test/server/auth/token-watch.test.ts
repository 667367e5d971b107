import type { Instant } from '../../../src/model/time.js';
import type { Admitted, Denial } from '../../../src/server/auth/access.js';
import { watchToken } from '../../../src/server/auth/token-watch.js';
import type { Site } from '../../../src/server/site.js';
import { until } from '../../support/until.js';

const SITE = {} as Site;
const BUSY: Denial = { status: 503, code: 'UNAVAILABLE', message: 'busy', isToken: true };
const GOOD: Admitted = {
  caller: { name: 'ada', scope: null, expiresAt: null },
  site: SITE,
  leave: () => undefined,
};

/** Watches a token, whose looks are answered in turn. Returns when each was, from the beginning, in milliseconds. */
async function looks(answers: readonly (Admitted | Denial)[], lookedAtAgain: number): Promise<readonly number[]> {
  const began = performance.now();
  const at: number[] = [];
  const ended: string[] = [];
  const admit = (): Promise<Admitted | Denial> => {
    const answer = answers[at.length] ?? GOOD;
    at.push(performance.now() - began);
    return Promise.resolve(answer);
  };
  const opened = { token: 't', site: SITE, expiresAt: null, isOpen: () => true, end: (why: string) => ended.push(why) };
  const stop = watchToken(opened, { access: { admit }, now: () => 0 as Instant, lookedAtAgain });
  await until(() => at.length > answers.length);
  stop();
  expect(ended).toEqual([]);
  return at;
}

describe('the token of a connection', () => {
  it('is looked at again and again', async () => {
    const [first = 0, second = 0] = await looks([GOOD], 200);
    expect(first).toBeGreaterThan(140);
    expect(second - first).toBeGreaterThan(140);
  });

  it('is looked at again soon where nobody could be asked, and then less and less soon', async () => {
    const [first = 0, second = 0, third = 0] = await looks([BUSY, BUSY], 1_200);
    // Else it is so after three quarters of the time at the earliest.
    expect(second - first).toBeLessThan(850);
    expect(third - second).toBeGreaterThan(140);
  });
});
