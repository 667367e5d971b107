import type { LiveEvent, LiveField } from '../../../src/resolvers/live-field.js';
import { Turns } from '../../../src/resolvers/turns.js';
import type { LiveClient } from '../../../src/server/live/live-client.js';
import { LiveGroup } from '../../../src/server/live/live-group.js';
import { LIVE_LIMITS } from '../../../src/server/live/live-limits.js';
import { SharedTurns } from '../../../src/server/live/shared-turns.js';
import { until } from '../../support/until.js';
import { after, answer, deaf, fakeClient, fieldOf, settled, take } from './live-fakes.js';

const defects: unknown[] = [];
const onDefect = (error: unknown): number => defects.push(error);

beforeEach(() => defects.splice(0));

describe('a group of subscribers', () => {
  it('says each its opening first, and then all the same', async () => {
    const group = new LiveGroup(fieldOf(), {}, answer, onDefect);
    const [one, two] = [fakeClient(), fakeClient()];
    group.join(one, after(3, [{ sequence: 1, root: null }]));
    take(group, 4);
    const leave = group.join(two, after(4));
    take(group, 5);
    await settled();
    leave();
    take(group, 6);
    await settled();
    expect(one.said).toEqual(['1', '4', '5', '6']);
    expect(two.said).toEqual(['5']);
  });

  it('begins the openings of many in turns, so that the loop goes round', async () => {
    let [time, made] = [0, 0];
    const slow = (event: LiveEvent): Promise<Buffer> => {
      made += 1;
      time += 6;
      return answer(event);
    };
    const openings = new SharedTurns(() => new Turns(() => time));
    const group = new LiveGroup(fieldOf(), {}, slow, onDefect, { openings });
    const clients = Array.from({ length: 20 }, () => fakeClient());
    for (const client of clients) group.join(client, after(1, [{ sequence: 1, root: null }]));
    await new Promise(setImmediate);
    expect(made).toBeLessThan(10);
    await until(() => clients.every(({ said }) => said.length === 1));
  });

  it('says a bookmark only where nothing was said since the last time', async () => {
    const group = new LiveGroup(fieldOf(), {}, answer, onDefect);
    const client = fakeClient();
    group.join(client, after(3));
    group.remind(3);
    take(group, 4);
    group.remind(4);
    group.remind(7);
    await settled();
    expect(client.said).toEqual(['bookmark 3', '4', 'bookmark 7']);
  });

  it('sends on in order as the socket takes it, and only the latest where that is enough', async () => {
    for (const [delivery, expected] of [
      ['every', ['1', '2', '3', '4', '5']],
      ['latest', ['1', '4', '5']],
    ] as const) {
      let isClogged = false;
      let drain: (isDrained: boolean) => void = () => undefined;
      const drained = (): Promise<boolean> => new Promise((resolve) => (drain = resolve));
      const client = fakeClient({ isClogged: () => isClogged, drained });
      const group = new LiveGroup(fieldOf({ delivery }), {}, answer, onDefect);
      group.join(client, after(0));
      await settled();
      for (const sequence of [1, 2, 3, 4]) {
        take(group, sequence);
        await settled();
        isClogged = true;
      }
      expect(client.said).toEqual(['1']);
      isClogged = false;
      drain(true);
      await settled();
      take(group, 5);
      await settled();
      expect(client.said).toEqual(expected);
    }
  });
});

describe('who cannot be served any more is told to come again, and nobody else notices', () => {
  it.each<[string, Partial<LiveClient>]>([
    ['too much waits', deaf],
    ['the socket does not drain', { isClogged: () => true, drained: () => Promise.resolve(false) }],
    ['draining breaks', { isClogged: () => true, drained: () => Promise.reject(new Error('no')) }],
    [
      'sending breaks',
      {
        send: () => {
          throw new Error('no');
        },
      },
    ],
  ])('%s', async (_, more) => {
    const group = new LiveGroup(fieldOf(), {}, answer, onDefect, { limits: { ...LIVE_LIMITS, waiting: 3 } });
    const [bad, good] = [fakeClient(more), fakeClient()];
    group.join(bad, after(0));
    group.join(good, after(0));
    await settled();
    for (const sequence of [1, 2, 3, 4, 5]) take(group, sequence);
    await settled();
    expect(bad.closed).toEqual([1013]);
    expect(good.closed).toEqual([]);
    expect(good.said).toEqual(['1', '2', '3', '4', '5']);
    expect(group.size).toBe(1);
  });

  it('too many bytes wait', async () => {
    const group = new LiveGroup(fieldOf(), {}, answer, onDefect, { limits: { ...LIVE_LIMITS, waitingBytes: 3 } });
    const [bad, good] = [fakeClient(deaf), fakeClient()];
    group.join(bad, after(0));
    group.join(good, after(0));
    take(group, 1, 2, 3);
    await settled();
    expect(bad.closed).toEqual([]);
    take(group, 4);
    await settled();
    expect(bad.closed).toEqual([1013]);
    expect(good.said).toEqual(['1', '2', '3', '4']);
  });

  it('too much is to be executed', async () => {
    const group = new LiveGroup(fieldOf(), {}, answer, onDefect, { limits: { ...LIVE_LIMITS, queued: 3 } });
    const client = fakeClient();
    group.join(client, after(0));
    take(group, 1, 2, 3, 4, 5, 6, 7, 8);
    await settled();
    expect(client.closed).toEqual([1013]);
    const next = fakeClient();
    group.join(next, after(8));
    take(group, 9);
    await settled();
    expect(next.said).toEqual(['9']);
  });

  it.each<[string, Partial<LiveField>, (event: LiveEvent) => Promise<Buffer>]>([
    ['execution breaks', {}, () => Promise.reject(new Error('broken'))],
    [
      'reading a change breaks',
      {
        event: () => {
          throw new Error('broken');
        },
      },
      answer,
    ],
  ])('%s', async (_, field, execute) => {
    const group = new LiveGroup(fieldOf(field), {}, execute, onDefect);
    const [opening, open] = [fakeClient(), fakeClient()];
    group.join(open, after(0));
    await settled();
    group.join(opening, after(0, [{ sequence: 0, root: null }]));
    take(group, 1);
    await settled();
    expect(open.closed).toEqual([1013]);
    expect(defects.map(String)).toContain('Error: broken');
    expect(group.size).toBe(0);
  });
});
