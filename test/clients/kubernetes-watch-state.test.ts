import { type WatchState, WatchStateBook } from '../../src/clients/kubernetes-watch-state.js';
import type { SightState } from '../../src/model/source.js';
import { ManualClock } from '../support/manual-clock.js';

describe('WatchStateBook', () => {
  let clock: ManualClock;
  let said: WatchState[];
  let book: WatchStateBook;

  beforeEach(() => {
    clock = new ManualClock();
    said = [];
    book = new WatchStateBook(clock, 2_000, (state) => said.push(state));
  });

  const kinds = (): string[] => said.map(({ kind }) => kind);

  /** So that it is believed. */
  function failTwice(kind: SightState, message: string): void {
    book.failed(kind, message);
    clock.advance(2_000);
    book.failed(kind, message);
  }

  it('says a failure when a second one follows two seconds later, not before', () => {
    book.ok();
    book.failed('lost', 'first');
    clock.advance(1_999);
    book.failed('lost', 'second');
    expect(kinds()).toEqual(['ok']);
    clock.advance(1);
    book.failed('lost', 'third');
    expect(said.at(-1)).toEqual({ kind: 'lost', message: 'third', lastContactAt: null });
  });

  it('tells how long a failure can stay unsaid', () => {
    expect(book.untilConfirmed).toBe(Infinity);
    book.failed('lost', 'first');
    expect(book.untilConfirmed).toBe(2_000);
    clock.advance(1_500);
    book.failed('lost', 'second');
    expect(book.untilConfirmed).toBe(500);
    clock.advance(500);
    book.failed('lost', 'third');
    expect(book.untilConfirmed).toBe(Infinity);
    book.failed('forbidden', 'another');
    expect(book.untilConfirmed).toBe(Infinity);
    book.ok();
    expect(book.untilConfirmed).toBe(Infinity);
  });

  it('does not say one failure, however long ago', () => {
    book.failed('lost', 'first');
    clock.advance(60_000);
    expect(kinds()).toEqual([]);
  });

  it('begins to count anew after all was well', () => {
    book.failed('lost', 'first');
    clock.advance(5_000);
    book.ok();
    book.failed('lost', 'second');
    expect(kinds()).toEqual(['ok']);
  });

  it('says the latest of failures that alternate', () => {
    book.failed('lost', 'refused');
    clock.advance(3_000);
    book.failed('forbidden', 'not yet');
    expect(kinds()).toEqual(['forbidden']);
  });

  it('does not replace a failure by one of another kind that passes', () => {
    failTwice('lost', 'refused');
    book.failed('forbidden', 'starting');
    clock.advance(1_000);
    book.failed('forbidden', 'starting');
    book.ok();
    expect(kinds()).toEqual(['lost', 'ok']);
  });

  it('replaces a failure by one of another kind that stays', () => {
    failTwice('lost', 'refused');
    failTwice('forbidden', 'no');
    expect(kinds()).toEqual(['lost', 'forbidden']);
  });

  it.each(['forbidden', 'invalid', 'lost'] as const)('keeps %s while nobody can be asked', (kind) => {
    book.ok();
    failTwice(kind, 'before');
    failTwice('hindered', 'no descriptors left');
    expect(said.at(-1)).toMatchObject({ kind, message: 'before' });
    failTwice(kind, 'still');
    expect(said.at(-1)).toMatchObject({ kind, message: 'still' });
    book.ok();
    expect(kinds()).toEqual(['ok', kind, kind, 'ok']);
  });

  it('says that nobody can be asked where nothing was wrong before, and what is wrong once they can', () => {
    book.ok();
    failTwice('hindered', 'no descriptors left');
    failTwice('forbidden', 'no');
    expect(kinds()).toEqual(['ok', 'hindered', 'forbidden']);
  });

  it('says nothing twice', () => {
    book.ok();
    book.ok();
    expect(kinds()).toEqual(['ok']);
  });

  it('remembers the last contact', () => {
    clock.advance(500);
    book.contact();
    const at = clock.now();
    clock.advance(500);
    book.ok();
    expect(said[0]?.lastContactAt).toBe(at);
    expect(book.lastContactAt).toBe(at);
  });
});
