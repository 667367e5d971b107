import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { readWatch } from '../../src/clients/kubernetes-watch-stream.js';
import { ManualClock } from '../support/manual-clock.js';
import { NOW } from '../support/kubernetes-facts.js';

/** A watch that is read, with what was told of it: how many events were taken, each time. */
function read(response: PassThrough): { readonly told: readonly number[]; readonly over: Promise<void> } {
  const told: number[] = [];
  let waiting = 0;
  const over = readWatch(response, {
    clock: new ManualClock(NOW),
    patience: () => 1_000,
    longestLine: 1_000,
    heard: () => undefined,
    take: () => (waiting += 1),
    taken: () => {
      told.push(waiting);
      waiting = 0;
    },
  });
  return { told, over };
}

const event = (name: string): string =>
  `${JSON.stringify({ type: 'MODIFIED', object: { metadata: { name, uid: name, resourceVersion: '1' } } })}\n`;

describe('events of a watch', () => {
  it('are handed over together as far as they have come, and at once', async () => {
    const response = new PassThrough();
    const { told, over } = read(response);
    for (const name of ['a', 'b', 'c']) response.write(event(name));
    await setImmediate();
    await setImmediate();
    expect(told).toEqual([3]);
    response.write(event('d'));
    await setImmediate();
    await setImmediate();
    expect(told).toEqual([3, 1]);
    response.end();
    await over;
  });

  it('are left to whoever reads once it is over', async () => {
    const response = new PassThrough();
    const { told, over } = read(response);
    response.write(event('a'));
    response.end('no event\n');
    await expect(over).rejects.toThrow('not a JSON object');
    await setImmediate();
    expect(told).toEqual([]);
  });
});
