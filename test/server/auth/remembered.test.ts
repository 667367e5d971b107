import type { Answer } from '../../../src/server/auth/authority.js';
import { Remembered } from '../../../src/server/auth/remembered.js';

const KNOWN: Answer = { outcome: 'known', caller: { name: 'ada', scope: null, expiresAt: null } };

let time = 1;

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
    const both = Promise.all([remembered.authenticate('a'), remembered.authenticate('a')]);
    slow.answer(KNOWN);
    expect(await both).toEqual([KNOWN, KNOWN]);
    expect(await remembered.authenticate('a')).toBe(KNOWN);
    expect(slow.asked).toEqual(['a']);
  });

  it('is forgotten after that while', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 1_000, () => time);
    const first = remembered.authenticate('a');
    slow.answer(KNOWN);
    await first;
    time += 1_001;
    void remembered.authenticate('a');
    expect(slow.asked).toEqual(['a', 'a']);
  });

  it('is nothing where nobody could be asked', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 10_000, () => time);
    const first = remembered.authenticate('a');
    slow.answer({ outcome: 'unavailable', why: 'no' });
    expect(await first).toMatchObject({ outcome: 'unavailable' });
    void remembered.authenticate('a');
    expect(slow.asked).toEqual(['a', 'a']);
  });

  it('is not asked by more than so many at once', async () => {
    const slow = new Slow();
    const remembered = new Remembered(slow, 10_000, () => time);
    for (let index = 0; index < 100; index += 1) void remembered.authenticate(`t${index}`);
    expect(await remembered.authenticate('one more')).toMatchObject({ outcome: 'unavailable' });
    expect(slow.asked).toHaveLength(100);
  });
});
