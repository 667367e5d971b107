import { Readable } from 'node:stream';
import { Pace } from '../../src/clients/pace.js';
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

describe('the pace of reading', () => {
  /** Longer than a test takes, and no longer: its timer outlives the test. */
  const WINDOW = 1_000;
  const PART = 256 * 1_024;

  it.each([
    ['less than a part of its window', [PART - 1], [false]],
    ['a part of it', [PART], [true]],
    ['what makes a part together', [PART / 2, PART / 2], [false, true]],
    ['what comes while all wait', [PART, 1], [true, true]],
  ])('%s', (_, pieces, waits) => {
    const pace = new Pace(WINDOW);
    expect(pieces.map((bytes) => pace.take(bytes) !== null)).toEqual(waits);
  });

  it('is never waited for by what comes slowly', () => {
    const pace = new Pace(0);
    for (let piece = 0; piece < 10; piece += 1) expect(pace.take(PART - 1)).toBeNull();
  });

  it('goes on once it was waited for', async () => {
    const pace = new Pace(1);
    // A timer of a millisecond may end in less: once in some hundred times.
    for (let times = 0; times < 300; times += 1) {
      await pace.take(PART);
      expect(pace.take(1)).toBeNull();
    }
  });

  it('holds a stream back until then', async () => {
    const pace = new Pace(1);
    const calls: string[] = [];
    const resumed = new Promise<void>((resolve) => {
      const stream = {
        pause: () => calls.push('pause'),
        resume: () => {
          calls.push('resume');
          resolve();
        },
      } as unknown as Readable;
      pace.hold(stream, 1);
      expect(calls).toEqual([]);
      pace.hold(stream, PART);
    });
    expect(calls).toEqual(['pause']);
    await resumed;
    expect(calls).toEqual(['pause', 'resume']);
  });
});

describe('who pours without end', () => {
  it('is read to the limit, and all else has its turn meanwhile', async () => {
    const reading = readAll(
      pouring(),
      (bytes) => bytes <= MOST,
      () => new Error('too long'),
    );
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
