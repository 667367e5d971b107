import { Readable } from 'node:stream';
import { readAll } from '../../src/clients/read-all.js';
import { readWatch } from '../../src/clients/kubernetes-watch-stream.js';
import { ManualClock } from '../support/manual-clock.js';
import { NOW } from '../support/kubernetes-facts.js';

const MEBIBYTE = 1_024 ** 2;
const MOST = 8 * MEBIBYTE;
/** What is read at the most before all else has its turn. */
const EACH = MEBIBYTE / 2;

/** Has more as soon as it is asked, without end. */
function pouring(): Readable {
  const piece = Buffer.alloc(16 * 1_024, 'a');
  return new Readable({
    read() {
      this.push(piece);
    },
  });
}

/** How often all else had its turn meanwhile. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work.catch(() => undefined);
  isOver = true;
  return turns;
}

describe('who pours without end', () => {
  it('is read to the limit, and all else has its turn meanwhile', async () => {
    const reading = readAll(pouring(), MOST, () => new Error('too long'));
    expect(await turnsDuring(reading)).toBeGreaterThanOrEqual(MOST / EACH);
    await expect(reading).rejects.toThrow('too long');
  });

  it('is watched no otherwise', async () => {
    const ignore = (): void => undefined;
    const reading = readWatch(pouring(), {
      clock: new ManualClock(NOW),
      patience: () => 1_000,
      longestLine: MOST,
      heard: ignore,
      take: ignore,
      taken: ignore,
    });
    expect(await turnsDuring(reading)).toBeGreaterThanOrEqual(MOST / EACH);
    await expect(reading).rejects.toThrow(`a line is longer than ${MOST} bytes`);
  });
});
