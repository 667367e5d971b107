import { Readable } from 'node:stream';
import { AnswerBound } from '../../src/clients/answer-bound.js';

const MEBIBYTE = 1_024 ** 2;
const MINUTE = 60_000;

describe('how long an answer may be', () => {
  let now: number;
  let bound: AnswerBound;

  beforeEach(() => {
    now = 0;
    bound = new AnswerBound(8 * MEBIBYTE, () => now);
  });

  /** Whether an answer of so many MiB is taken. */
  async function takes(mebibytes: number): Promise<boolean> {
    const piece = Buffer.alloc(MEBIBYTE / 8);
    const stream = Readable.from(Array.from({ length: mebibytes * 8 }, () => piece));
    try {
      return (await bound.read(stream, () => new Error('too long'))).length === mebibytes * MEBIBYTE;
    } catch (error) {
      expect(error).toEqual(new Error('too long'));
      return false;
    }
  }

  it('is the limit, whatever came before', async () => {
    expect(await takes(8)).toBe(true);
    expect(await takes(1)).toBe(true);
    expect(await takes(8)).toBe(true);
    expect(await takes(9)).toBe(false);
  });

  it('is 128 KiB for who said too much and nothing before', async () => {
    expect(await takes(9)).toBe(false);
    expect(await takes(1 / 4)).toBe(false);
    expect(await takes(1 / 8)).toBe(true);
  });

  it('is twice what was taken of it for who said too much', async () => {
    await takes(2);
    expect(await takes(9)).toBe(false);
    expect(await takes(5)).toBe(false);
    expect(await takes(4)).toBe(true);
  });

  it('is never more than the limit', async () => {
    await takes(7);
    expect(await takes(9)).toBe(false);
    expect(await takes(9)).toBe(false);
    expect(await takes(8)).toBe(true);
  });

  it('is the limit again a minute after it was exceeded', async () => {
    expect(await takes(9)).toBe(false);
    now += MINUTE - 1;
    expect(await takes(8)).toBe(false);
    now += 1;
    expect(await takes(8)).toBe(true);
  });

  it('holds for another minute where it is exceeded again', async () => {
    expect(await takes(9)).toBe(false);
    now += MINUTE;
    expect(await takes(9)).toBe(false);
    expect(await takes(8)).toBe(false);
  });

  it('holds for what is being read of it, too', async () => {
    let goOn: () => void = () => undefined;
    const waited = new Promise<void>((resolve) => (goOn = resolve));
    async function* slowly(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(2 * MEBIBYTE);
      await waited;
      yield Buffer.alloc(1);
    }
    const reading = bound.read(Readable.from(slowly()), () => new Error('too long'));
    expect(await takes(9)).toBe(false);
    goOn();
    await expect(reading).rejects.toThrow('too long');
  });
});
