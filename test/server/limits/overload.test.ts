import { LoopJudge } from '../../../src/server/limits/overload.js';

function states(delays: readonly number[]): boolean[] {
  const judge = new LoopJudge(100);
  return delays.map((delay) => {
    judge.take(delay);
    return judge.isOverloaded;
  });
}

describe('overload', () => {
  it('begins after two bad windows in a row, and ends when three in a row were well', () => {
    expect(states([20, 101, 101, 40, 40, 40, 20])).toEqual([false, false, true, true, true, false, false]);
  });

  it('goes on while it is neither well nor bad, and while it is well by turns', () => {
    expect(states([101, 101, 60, 90, 60, 60])).toEqual([false, true, true, true, true, true]);
    expect(states([101, 101, 10, 10, 60, 10, 10, 60])).toEqual([false, true, true, true, true, true, true, true]);
  });

  it('is none where the loop is late within its limit, or for one piece of work', () => {
    expect(states([99, 100, 99, 100])).toEqual([false, false, false, false]);
    expect(states([5_000, 20, 5_000, 20])).toEqual([false, false, false, false]);
  });
});
