import { SteadyClock } from '../../src/model/clock.js';
import type { Instant } from '../../src/model/time.js';

const HOUR = 3_600_000;

/** A machine whose clock can be set. */
function machine() {
  let [wall, running] = [Date.parse('2026-01-01T00:00:00Z'), 5_000];
  const clock = new SteadyClock(
    () => wall,
    () => running,
  );
  return {
    clock,
    wall: () => wall,
    pass: (milliseconds: number): void => {
      wall += milliseconds;
      running += milliseconds;
    },
    set: (by: number): void => {
      wall += by;
    },
  };
}

describe('the machine’s clock', () => {
  it('is that of the machine, in whole milliseconds', () => {
    const { clock, pass, wall } = machine();
    pass(1_234.5);
    expect(clock.now()).toBe(Math.floor(wall()));
  });

  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('goes on as before when the machine’s is set %s, and comes near it slowly', (_, by) => {
    const { clock, pass, set, wall } = machine();
    const before = clock.now();
    set(by);
    expect(clock.now()).toBe(before);
    pass(10_000);
    const moved = clock.now() - before;
    expect(moved).toBe(by > 0 ? 11_000 : 9_000);
    for (let minutes = 0; minutes < 601; minutes += 1) {
      pass(60_000);
      clock.now();
    }
    expect(clock.now()).toBe(wall());
  });

  it('never goes back', () => {
    const { clock, pass, set } = machine();
    let last = clock.now();
    for (const by of [-HOUR, 500, -3, 2 * HOUR, -HOUR]) {
      set(by);
      for (let turn = 0; turn < 20; turn += 1) {
        pass(0.3);
        const now = clock.now();
        expect(now).toBeGreaterThanOrEqual(last);
        last = now;
      }
    }
  });

  it('calls at its own time, and not before it', async () => {
    const clock = new SteadyClock();
    const at = (clock.now() + 20) as Instant;
    const calledAt = await new Promise<Instant>((resolve) => {
      clock.at(at, () => {
        resolve(clock.now());
      });
    });
    expect(calledAt).toBeGreaterThanOrEqual(at);
  });

  it('does not call once it was called off', async () => {
    const clock = new SteadyClock();
    const called: string[] = [];
    const off = clock.at((clock.now() + 5) as Instant, () => called.push('off'));
    off();
    await new Promise<void>((resolve) => {
      clock.at((clock.now() + 15) as Instant, resolve);
    });
    expect(called).toEqual([]);
  });

  it('calls late, not early, while it goes slower than time', async () => {
    const begin = performance.now();
    // A machine whose clock was set back by an hour, just now.
    let back = 0;
    const clock = new SteadyClock(() => Date.now() - back);
    back = HOUR;
    const at = (clock.now() + 50) as Instant;
    await new Promise<void>((resolve) => {
      clock.at(at, resolve);
    });
    expect(clock.now()).toBeGreaterThanOrEqual(at);
    expect(performance.now() - begin).toBeGreaterThanOrEqual(50 / 0.9 - 1);
  });
});
