import { setImmediate } from 'node:timers/promises';
import { Turns } from '../../../src/resolvers/turns.js';
import { SharedTurns } from '../../../src/server/live/shared-turns.js';

describe('work that shares its turns', () => {
  it('takes one turn of the loop at a time, however many do it', async () => {
    let time = 0;
    let [steps, rounds, most] = [0, 0, 0];
    const state = { isOver: false };
    const shared = new SharedTurns(() => new Turns(() => time));
    const work = (): Promise<void> =>
      shared.during(async (rest) => {
        for (let step = 0; step < 4; step += 1) {
          await rest();
          steps += 1;
          time += 6;
        }
      });
    const all = Promise.all(Array.from({ length: 50 }, work)).then(() => (state.isOver = true));
    while (!state.isOver && rounds < 1_000) {
      const before = steps;
      await setImmediate();
      rounds += 1;
      most = Math.max(most, steps - before);
    }
    await all;
    expect(steps).toBe(200);
    expect(most).toBeLessThan(10);
  });
});
