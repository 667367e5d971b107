import { type Instant, MINUTE, SECOND } from '../../src/model/time.js';
import { Alertness } from '../../src/sampling/alertness.js';

const START = 1_000_000 as Instant;

function at(milliseconds: number): Instant {
  return (START + milliseconds) as Instant;
}

/** For how much of the time something is alert that changes every so often, looked at each second. */
function alertShare(every: number, span: number): number {
  const alertness = new Alertness();
  let alert = 0;
  for (let time = 0; time < span; time += SECOND) {
    if (time % every === 0) alertness.raise(at(time));
    if (alertness.isAlert(at(time))) alert += SECOND;
  }
  return alert / span;
}

describe('alertness', () => {
  it('is none before anything changed', () => {
    expect(new Alertness().isAlert(START)).toBe(false);
  });

  it('lasts for two minutes after a change', () => {
    const alertness = new Alertness();
    expect(alertness.raise(START)).toBe(true);
    expect([0, 2 * MINUTE - 1, 2 * MINUTE].map((time) => alertness.isAlert(at(time)))).toEqual([true, true, false]);
  });

  it('is prolonged by another change, which begins nothing', () => {
    const alertness = new Alertness();
    alertness.raise(START);
    expect(alertness.raise(at(MINUTE))).toBe(false);
    expect([3 * MINUTE - 1, 3 * MINUTE].map((time) => alertness.isAlert(at(time)))).toEqual([true, false]);
  });

  it('lasts for ten minutes at a stretch, and comes back only after a rest as long', () => {
    const alertness = new Alertness();
    for (let time = 0; time <= 30 * MINUTE; time += MINUTE) {
      const isBeginning = alertness.raise(at(time));
      expect([time, isBeginning, alertness.isAlert(at(time))]).toEqual([time, time === 0, time < 10 * MINUTE]);
    }
    // Quiet at last: two minutes are enough, for the rest was long.
    expect(alertness.raise(at(32 * MINUTE))).toBe(true);
    expect(alertness.isAlert(at(32 * MINUTE))).toBe(true);
  });

  it('begins anew after a rest', () => {
    const alertness = new Alertness();
    alertness.raise(START);
    expect(alertness.raise(at(4 * MINUTE))).toBe(true);
  });

  it.each([
    [10 * SECOND, 0.2],
    [MINUTE, 0.2],
    [130 * SECOND, 0.5],
    [3 * MINUTE, 0.5],
    [5 * MINUTE, 0.5],
    [20 * MINUTE, 0.11],
  ])('of what changes every %d ms for hours is %d of the time at the most', (every, most) => {
    const share = alertShare(every, 6 * 60 * MINUTE);
    expect(share).toBeLessThanOrEqual(most);
    expect(share).toBeGreaterThan(0);
  });

  it('does not wait for a clock that was set back', () => {
    const alertness = new Alertness();
    alertness.raise(at(60 * MINUTE));
    expect(alertness.isAlert(START)).toBe(false);
    expect(alertness.raise(START)).toBe(true);
    expect([1, 2 * MINUTE].map((time) => alertness.isAlert(at(time)))).toEqual([true, false]);
  });
});
