import { LiveGroup } from '../../../src/server/live/live-group.js';
import { LiveOpening } from '../../../src/server/live/live-opening.js';
import { Waiting } from '../../../src/server/live/waiting.js';
import { type Fake, after, deaf, fakeClient, fieldOf, settled, take } from './live-fakes.js';

/** So many bytes of each event. */
const SIZE = 100;

const sized = (): Promise<Buffer> => Promise.resolve(Buffer.alloc(SIZE));

const noDefect = (error: unknown): void => {
  throw error;
};

const groupOf = (waiting: Waiting): LiveGroup => new LiveGroup(fieldOf(), {}, sized, noDefect, { waiting });

/** A client whose socket takes nothing until it is told to read. */
function reader(): Fake & { read(): void } {
  let isReading = false;
  let drain: (isDrained: boolean) => void = () => undefined;
  const client = fakeClient({
    isClogged: () => !isReading,
    drained: () => new Promise((resolve) => (drain = resolve)),
  });
  const read = (): void => {
    isReading = true;
    drain(true);
  };
  return { ...client, read };
}

describe('what waits for all subscribers', () => {
  it('is bounded in bytes: who holds most is sent away first', async () => {
    const waiting = new Waiting(10 * SIZE);
    const [one, two] = [groupOf(waiting), groupOf(waiting)];
    const [much, little, good] = [fakeClient(deaf), fakeClient(deaf), fakeClient()];
    one.join(much, after(0));
    one.join(good, after(0));
    two.join(little, after(0));
    take(one, 1, 2, 3, 4, 5, 6, 7);
    take(two, 1, 2, 3);
    await settled();
    expect([...much.closed, ...little.closed]).toEqual([]);
    take(two, 4);
    await settled();
    expect(much.closed).toEqual([1013]);
    take(two, 5, 6, 7, 8, 9, 10);
    await settled();
    expect(little.closed).toEqual([]);
    take(two, 11);
    await settled();
    expect(little.closed).toEqual([1013]);
    expect(good.closed).toEqual([]);
    expect(good.said).toHaveLength(7);
  });

  it('is counted once for all of a group', async () => {
    const waiting = new Waiting(10 * SIZE);
    const group = groupOf(waiting);
    const all = Array.from({ length: 20 }, () => fakeClient(deaf));
    for (const client of all) group.join(client, after(0));
    take(group, ...Array.from({ length: 10 }, (_, index) => index + 1));
    await settled();
    expect(group.size).toBe(20);
    take(group, 11);
    await settled();
    expect(group.size).toBe(0);
  });

  it('is less once it is read, or once somebody leaves', async () => {
    const waiting = new Waiting(10 * SIZE);
    const group = groupOf(waiting);
    for (let round = 0; round < 5; round += 1) {
      const [slow, gone] = [reader(), fakeClient(deaf)];
      group.join(slow, after(0));
      const leave = group.join(gone, after(0));
      take(group, 1, 2, 3, 4, 5, 6, 7, 8);
      await settled();
      leave();
      slow.read();
      await settled();
      expect(slow.said).toHaveLength(8);
      expect(slow.closed).toEqual([]);
    }
  });

  it('is also what waits in sockets, of each once', async () => {
    let time = 0;
    const waiting = new Waiting(1_000, () => time);
    const group = groupOf(waiting);
    const wire = { writableLength: 600 };
    const shared = [fakeClient({ wire }), fakeClient({ wire })];
    for (const client of shared) group.join(client, after(0));
    take(group, 1);
    await settled();
    time += 1_000;
    waiting.lookSoon();
    expect(group.size).toBe(2);
    const other = fakeClient({ wire: { writableLength: 700 } });
    group.join(other, after(1));
    take(group, 2);
    await settled();
    waiting.lookSoon();
    // Sockets are looked at now and then.
    expect(other.closed).toEqual([]);
    time += 1_000;
    waiting.lookSoon();
    expect(other.closed).toEqual([1013]);
    expect(group.size).toBe(2);
  });

  it('is also what is to be heard first, once for all who begin together', async () => {
    const events = Array.from({ length: 100 }, () => ({ sequence: 0, root: null }));
    const waiting = new Waiting(50_000);
    const group = groupOf(waiting);
    const opening = new LiveOpening({ from: null, sequence: 0, events });
    const all = Array.from({ length: 5 }, () => fakeClient(deaf));
    for (const client of all) group.join(client, opening);
    expect(group.size).toBe(5);
    // As much again is too much: whoever holds it alone comes again, though the others hear more.
    const last = fakeClient(deaf);
    group.join(last, new LiveOpening({ from: null, sequence: 1, events }));
    await settled();
    expect(last.closed).toEqual([1013]);
    expect(group.size).toBe(5);
  });
});

it('is looked at no more often than it takes, however much happens', () => {
  let time = 0;
  const waiting = new Waiting(1_000, () => time);
  const looked = (after: number, isUrgent: boolean): boolean => {
    time += after;
    return waiting.lookSoon(isUrgent);
  };
  expect([looked(0, true), looked(19, true), looked(1, false), looked(0, true), looked(99, false), looked(1, false)]).toEqual([true, false, false, true, false, true]); // prettier-ignore
});

describe('who falls behind', () => {
  /** A log that keeps a hundred changes, and a subscriber that takes nothing of them. */
  function behind(opening: LiveOpening, client = fakeClient(deaf), delivery: 'every' | 'latest' = 'every') {
    const waiting = new Waiting();
    const log = { newest: opening.sequence, kept: 100 };
    const group = new LiveGroup(fieldOf({ delivery }), {}, sized, noDefect, { waiting, log });
    group.join(client, opening);
    /** Whether it is still there once the log stands there. */
    const isThereAt = async (newest: number): Promise<boolean> => {
      await settled();
      log.newest = newest;
      waiting.look();
      return group.size === 1;
    };
    return { group, isThereAt, client };
  }

  it('is sent away while half of the log is left to it, however little of it is for it', async () => {
    const { group, isThereAt, client } = behind(after(1_000));
    take(group, 1_001);
    expect(await isThereAt(1_050)).toBe(true);
    expect(await isThereAt(1_051)).toBe(false);
    expect(client.closed).toEqual([1013]);
  });

  it('is not who has nothing to wait for', async () => {
    const { isThereAt } = behind(after(1_000), fakeClient());
    expect(await isThereAt(1_090)).toBe(true);
  });

  it('is not who reads on', async () => {
    const client = reader();
    const { group, isThereAt } = behind(after(1_000), client);
    take(group, 1_001, 1_040);
    expect(await isThereAt(1_040)).toBe(true);
    client.read();
    expect(await isThereAt(1_080)).toBe(true);
    expect(client.said).toHaveLength(2);
  });

  it.each([
    ['waits there', false, 1_050],
    ['is taken', true, 1_070],
  ])('has taken what its socket took: where the second event %s', async (_, isTaken, last) => {
    const wire = { writableLength: 0 };
    const sent: ((() => void) | undefined)[] = [];
    const client = fakeClient({ ...deaf, wire, isClogged: () => sent.length > 1, send: (__, taken) => sent.push(taken) }); // prettier-ignore
    const { group, isThereAt } = behind(after(1_000), client);
    await settled();
    take(group, 1_010);
    await settled();
    // The first one, too.
    wire.writableLength = 1;
    take(group, 1_020, 1_030);
    await settled();
    expect(sent).toHaveLength(2);
    if (isTaken) sent[1]?.();
    expect(await isThereAt(last)).toBe(true);
    expect(await isThereAt(last + 1)).toBe(false);
  });

  it('has half of what is left to it where it resumes', async () => {
    const missed = [{ sequence: 990, root: null }];
    const { isThereAt } = behind(new LiveOpening({ from: 940, sequence: 1_000, events: missed }));
    // It has room for 40 more.
    expect(await isThereAt(1_020)).toBe(true);
    expect(await isThereAt(1_021)).toBe(false);
  });

  it('is left alone where it could not resume any more', async () => {
    const { group, isThereAt } = behind(after(1_000));
    take(group, 1_001);
    await settled();
    expect(await isThereAt(1_101)).toBe(true);
  });

  it('is nobody who begins, before it has something to resume from', async () => {
    const begun = new LiveOpening({ from: null, sequence: 1_000, events: [{ sequence: 1_000, root: null }] });
    const { isThereAt } = behind(begun);
    expect(await isThereAt(1_060)).toBe(true);
  });

  it('is nobody who is told the latest only', async () => {
    const { group, isThereAt } = behind(after(1_000), fakeClient(deaf), 'latest');
    take(group, 1_001);
    expect(await isThereAt(1_060)).toBe(true);
  });
});
