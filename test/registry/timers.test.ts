import { after } from '../../src/model/time.js';
import type { Entry } from '../../src/registry/entry.js';
import { Timers } from '../../src/registry/timers.js';
import { ManualClock } from '../support/manual-clock.js';

describe('timers', () => {
  function world() {
    const clock = new ManualClock();
    const due: string[] = [];
    const timers = new Timers(clock, (entries) => {
      due.push(...entries.map(({ id }) => id));
    });
    const entry = (id: string): Entry => ({ id, reconsiderAt: null }) as unknown as Entry;
    return { clock, due, timers, entry };
  }

  it('fire each at its own time, and only as last set', () => {
    const { clock, due, timers, entry } = world();
    const [a, b, c] = [entry('a'), entry('b'), entry('c')];
    const now = clock.now();
    timers.set(a, after(now, 300));
    timers.set(b, after(now, 200));
    timers.set(c, after(now, 100));
    timers.set(a, after(now, 150));
    timers.set(c, null);
    clock.advance(149);
    expect(due).toEqual([]);
    clock.advance(1);
    expect(due).toEqual(['a']);
    clock.advance(1_000);
    expect(due).toEqual(['a', 'b']);
  });

  it('keep nothing of what was set over and over', () => {
    const { clock, due, timers, entry } = world();
    const entries = Array.from({ length: 10 }, (_, index) => entry(String(index)));
    const later = after(clock.now(), 3_600_000);
    for (let round = 0; round < 10_000; round += 1) for (const one of entries) timers.set(one, after(later, -round));
    expect(timers.length).toBeLessThanOrEqual(2_000);
    clock.advance(3_600_000);
    expect(due).toEqual(entries.map(({ id }) => id));
    expect(timers.length).toBe(0);
  });

  it('fire in rounds when very many are due at once, none twice', () => {
    const clock = new ManualClock();
    const rounds: number[] = [];
    const due = new Set<Entry>();
    const timers = new Timers(clock, (entries) => {
      rounds.push(entries.length);
      for (const entry of entries) due.add(entry);
    });
    const dueAt = after(clock.now(), 60_000);
    for (let index = 0; index < 12_000; index += 1) timers.set({ reconsiderAt: null } as unknown as Entry, dueAt);
    clock.advance(60_000);
    expect(rounds).toEqual([5_000, 5_000, 2_000]);
    expect(due.size).toBe(12_000);
    expect(clock.nextAt).toBeNull();
  });
});
