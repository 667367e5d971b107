import { SECOND, instant } from '../../src/model/time.js';
import {
  isUndecided,
  notReached,
  type LookFailure,
  reached,
  startingReach,
  type Reach,
} from '../../src/sampling/reach.js';

const lost: LookFailure = { state: 'lost', message: 'It hangs.' };
const forbidden: LookFailure = { state: 'forbidden', message: 'Wrong password.' };
const invalid: LookFailure = { state: 'invalid', message: 'That is HTML.' };
const hindered: LookFailure = { state: 'hindered', message: 'We have none left.' };

/** What a row of looks makes of an endpoint: `ok`, or why not, each with the seconds at which it began. */
function after(...looks: readonly (readonly [number, LookFailure | 'ok'])[]): Reach {
  return looks.reduce(
    (reach, [seconds, outcome]) => {
      const at = instant(seconds * SECOND);
      return outcome === 'ok' ? reached(reach, at) : notReached(reach, outcome, at, at);
    },
    startingReach(instant(0)),
  );
}

describe('how well an endpoint is reached', () => {
  it.each([
    ['nothing yet', [], 'starting'],
    ['an answer', [[1, 'ok']], 'ok'],
    ['one silence at the start', [[0, lost]], 'starting'],
    ['one silence', [[0, 'ok'], [10, lost]], 'ok'], // prettier-ignore
    ['two, just too close', [[0, 'ok'], [10, lost], [11.999, lost]], 'ok'], // prettier-ignore
    ['two, far enough apart', [[0, 'ok'], [10, lost], [12, lost]], 'lost'], // prettier-ignore
    ['many at once, then one later', [[0, 'ok'], [10, lost], [11, lost], [12, lost]], 'lost'], // prettier-ignore
    ['silence, answer, silence', [[0, lost], [2, 'ok'], [4, lost]], 'ok'], // prettier-ignore
    ['a refusal counts at once', [[0, 'ok'], [10, forbidden]], 'forbidden'], // prettier-ignore
    ['so does what cannot be read', [[0, 'ok'], [10, invalid]], 'invalid'], // prettier-ignore
    ['refused, then one silence', [[0, forbidden], [10, lost]], 'forbidden'], // prettier-ignore
    ['refused, then silent for long', [[0, forbidden], [10, lost], [12, lost]], 'lost'], // prettier-ignore
    ['a refusal between silences is an answer', [[0, lost], [2, forbidden], [4, lost]], 'forbidden'], // prettier-ignore
    ['not asked, once', [[0, 'ok'], [10, hindered]], 'ok'], // prettier-ignore
    ['not asked, once at the start', [[0, hindered]], 'starting'],
    ['not asked, twice', [[0, 'ok'], [10, hindered], [20, hindered]], 'hindered'], // prettier-ignore
    ['not asked after a silence', [[0, 'ok'], [10, lost], [12, hindered]], 'hindered'], // prettier-ignore
    ['not asked between silences, which are none in a row', [[0, 'ok'], [10, lost], [12, hindered], [14, lost]], 'hindered'], // prettier-ignore
    ['not asked any more, and silent', [[0, hindered], [10, hindered], [20, lost], [22, lost]], 'lost'], // prettier-ignore
    ['not asked while it is lost', [[0, lost], [2, lost], [12, hindered], [22, hindered]], 'lost'], // prettier-ignore
    ['not asked while it refuses', [[0, forbidden], [10, hindered], [20, hindered]], 'forbidden'], // prettier-ignore
    ['asked again', [[0, hindered], [10, hindered], [20, 'ok']], 'ok'], // prettier-ignore
    ['back again', [[0, lost], [2, lost], [12, 'ok']], 'ok'], // prettier-ignore
  ] as const)('%s', (_, looks, state) => {
    expect(after(...looks).state).toBe(state);
  });

  it('keeps since, contact and count', () => {
    const reach = after([1, 'ok'], [11, 'ok'], [21, lost], [23, lost], [33, lost]);
    expect(reach).toEqual({
      state: 'lost',
      message: 'It hangs.',
      since: 23_000,
      contactAt: 11_000,
      failures: 3,
      unansweredSince: 21_000,
    });
    expect(reached(reach, instant(43_000))).toMatchObject({ state: 'ok', message: null, since: 43_000, failures: 0 });
    expect(after([1, 'ok'], [11, 'ok']).since).toBe(1_000);
  });

  it('says why it is lost or refused, and not why it was not asked', () => {
    const gone = after([0, lost], [2, lost], [12, hindered]);
    expect(gone).toMatchObject({ message: 'It hangs.', since: 2_000, failures: 3 });
    const refused = after([0, forbidden], [10, hindered]);
    expect(refused).toMatchObject({ message: 'Wrong password.', since: 0, failures: 2 });
    expect(after([1, 'ok'], [11, hindered], [21, hindered], [31, hindered])).toMatchObject({
      message: 'We have none left.',
      since: 21_000,
      contactAt: 1_000,
      failures: 3,
    });
  });

  it('wants one more look soon only while it cannot tell a hiccup from a loss', () => {
    expect(isUndecided(after([0, 'ok']))).toBe(false);
    expect(isUndecided(after([0, 'ok'], [10, lost]))).toBe(true);
    expect(isUndecided(after([0, 'ok'], [10, lost], [12, lost]))).toBe(false);
    expect(isUndecided(after([0, 'ok'], [10, forbidden]))).toBe(false);
    expect(isUndecided(after([0, forbidden], [10, lost]))).toBe(true);
    expect(isUndecided(after([0, 'ok'], [10, lost], [12, hindered]))).toBe(false);
  });
});
