import { ClientRates } from '../../../src/server/limits/client-rates.js';

describe('how fast a client may ask', () => {
  let now = 0;
  const rates = (mostClients = 10): ClientRates => new ClientRates({ perSecond: 2, burst: 3 }, mostClients, () => now);

  const takeAll = (of: ClientRates, client: string, count: number): number[] =>
    Array.from({ length: count }, () => of.take(client));

  beforeEach(() => {
    now = 0;
  });

  it('is a burst, and then so many a second', () => {
    const of = rates();
    expect(takeAll(of, 'a', 5)).toEqual([0, 0, 0, 1, 1]);
    now += 500;
    expect(takeAll(of, 'a', 2)).toEqual([0, 1]);
    now += 60_000;
    expect(takeAll(of, 'a', 4)).toEqual([0, 0, 0, 1]);
  });

  it('says how long to wait where that is long', () => {
    const of = new ClientRates({ perSecond: 0.1, burst: 1 }, 10, () => now);
    expect(takeAll(of, 'a', 2)).toEqual([0, 10]);
    now += 4_000;
    expect(of.take('a')).toBe(6);
  });

  it('is of each client by itself', () => {
    const of = rates();
    takeAll(of, 'a', 4);
    expect(takeAll(of, 'b', 4)).toEqual([0, 0, 0, 1]);
  });

  it('remembers no more clients than it is told to', () => {
    const of = rates(2);
    takeAll(of, 'a', 4);
    takeAll(of, 'b', 1);
    takeAll(of, 'c', 1);
    // It was pushed out, and begins anew.
    expect(of.take('a')).toBe(0);
  });
});
