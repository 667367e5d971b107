import { type Arrivals, NEW_FOR, stillNew, withArrived } from '../../../../src/web/board/parts/arrivals.js';

describe('what came since the page was opened', () => {
  const NOTHING: Arrivals = new Map();

  it('is new for its own time, however much comes after it', () => {
    const first = withArrived(NOTHING, new Set(['a']), new Set(['a', 'b']), 1_000);
    const second = withArrived(first, new Set(['a', 'b']), new Set(['a', 'b', 'c']), 50_000);
    expect([...second]).toEqual([
      ['b', 1_000],
      ['c', 50_000],
    ]);
    expect([...stillNew(second, 1_000 + NEW_FOR).keys()]).toEqual(['c']);
    expect(stillNew(second, 50_000 + NEW_FOR).size).toBe(0);
  });

  it('is forgotten once it is gone, and new again when it comes again', () => {
    const came = withArrived(NOTHING, new Set(), new Set(['a']), 1_000);
    const gone = withArrived(came, new Set(['a']), new Set(), 2_000);
    expect(gone.size).toBe(0);
    expect([...withArrived(gone, new Set(), new Set(['a']), 3_000)]).toEqual([['a', 3_000]]);
  });
});
