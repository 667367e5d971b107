import type { Answer } from '../../../src/server/auth/authority.js';
import { Remembered } from '../../../src/server/auth/remembered.js';

const KNOWN: Answer = { outcome: 'known', caller: { name: 'ada', scope: null, expiresAt: null } };

let time = 1;

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Answers each question when it is told to. */
class Slow {
  readonly asked: string[] = [];
  private readonly waiting: ((answer: Answer) => void)[] = [];

  authenticate(token: string): Promise<Answer> {
    this.asked.push(token);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  answer(answer: Answer): void {
    for (const resolve of this.waiting.splice(0)) resolve(answer);
  }
}

describe('what is remembered of tokens', () => {
  it('is asked once for all who come with one at the same time, and not again for a while', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 10_000, () => time);
    const both = Promise.all([remembered.authenticate('a', 'c'), remembered.authenticate('a', 'c')]);
    slow.answer(KNOWN);
    expect(await both).toEqual([KNOWN, KNOWN]);
    expect(await remembered.authenticate('a', 'c')).toBe(KNOWN);
    expect(slow.asked).toEqual(['a']);
  });

  it('is forgotten after that while', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 1_000, () => time);
    const first = remembered.authenticate('a', 'c');
    slow.answer(KNOWN);
    await first;
    time += 1_001;
    void remembered.authenticate('a', 'c');
    expect(slow.asked).toEqual(['a', 'a']);
  });

  it('is nothing where nobody could be asked', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 10_000, () => time);
    const first = remembered.authenticate('a', 'c');
    slow.answer({ outcome: 'unavailable', why: 'no' });
    expect(await first).toMatchObject({ outcome: 'unavailable' });
    void remembered.authenticate('a', 'c');
    expect(slow.asked).toEqual(['a', 'a']);
  });

  it('is asked of so many unknown tokens at once, of one client and of all; others wait for their turn', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 10_000, () => time);
    const guess = (client: string, index: number) => remembered.authenticate(`${client} ${index}`, client);
    const guesses: Promise<Answer | null>[] = [];
    for (let index = 0; index < 11; index += 1) guesses.push(guess('c0', index));
    expect(slow.asked).toHaveLength(10);
    for (let client = 1; client < 10; client += 1)
      for (let index = 0; index < 10; index += 1) guesses.push(guess(`c${client}`, index));
    guesses.push(guess('another', 0));
    expect(slow.asked).toHaveLength(100);
    slow.answer(KNOWN);
    await settled();
    expect(slow.asked.slice(100)).toEqual(['c0 10', 'another 0']);
    slow.answer(KNOWN);
    expect(new Set(await Promise.all(guesses))).toEqual(new Set([KNOWN]));
  });

  it('is not waited for by more than so many of one client', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 10_000, () => time);
    const guess = (index: number) => remembered.authenticate(String(index), 'c0');
    const guesses = Array.from({ length: 510 }, (_, index) => guess(index));
    expect(await guess(510)).toMatchObject({ outcome: 'unavailable' });
    void remembered.authenticate('t', 'another');
    expect(slow.asked.at(-1)).toBe('t');
    for (let answered = 0; answered < 510; answered += 10) {
      slow.answer(KNOWN);
      await settled();
    }
    expect(await Promise.all(guesses)).toEqual(guesses.map(() => KNOWN));
  });

  it('is renewed for who was let in, however many guess', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 1_000, () => time);
    const first = remembered.authenticate('mine', 'me');
    slow.answer(KNOWN);
    await first;
    time += 1_001;
    for (let index = 0; index < 100; index += 1) void remembered.authenticate(`t${index}`, `c${index}`);
    for (let index = 0; index < 10; index += 1) void remembered.authenticate(`m${index}`, 'me');
    const renewed = remembered.authenticate('mine', 'me');
    const watched = remembered.authenticate('of a connection', null);
    expect(slow.asked.slice(-2)).toEqual(['mine', 'of a connection']);
    slow.answer(KNOWN);
    expect([await renewed, await watched]).toEqual([KNOWN, KNOWN]);
  });

  it('is not remembered for longer where the clock of the machine is set back', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 20);
    const first = remembered.authenticate('a', 'c');
    slow.answer(KNOWN);
    await first;
    const { now } = Date;
    Date.now = () => now() - 3_600_000;
    try {
      const until = performance.now() + 10_000;
      while (slow.asked.length < 2 && performance.now() < until) {
        void remembered.authenticate('a', 'c');
        await settled();
      }
    } finally {
      Date.now = now;
    }
    expect(slow.asked).toEqual(['a', 'a']);
  });
});
