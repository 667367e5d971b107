import { ReadLog, Stamp } from '../../../src/registry/reads.js';
import { EncodedAnswer } from '../../../src/server/fast/encoded-answer.js';
import { KeptAnswers, type Made } from '../../../src/server/fast/kept-answers.js';

/** What becomes of an answer: it can be given again, it holds the time, or what it read changes while it is made. */
type Fate = 'lasting' | 'of the moment' | 'outdated';

/** Many who ask the same; what they make of it is ended by hand. */
class Crowd {
  readonly kept = new KeptAnswers();
  /** Who made it, in turn. */
  readonly makers: string[] = [];
  private readonly log = new ReadLog();
  private readonly thing = new Stamp();
  private readonly ends: ((fate: Fate) => void)[] = [];

  /** Tells who made the answer. */
  async ask(name: string, wait = (other: Promise<Made | null>) => other): Promise<string | null> {
    const make = (): Promise<Made> => {
      this.makers.push(name);
      return new Promise((resolve) =>
        this.ends.push((fate) => {
          resolve(this.made(name, fate));
        }),
      );
    };
    const { operation } = await this.kept.answer('the question', { make, wait });
    return operation;
  }

  /** Ends all that is made at the moment, and lets the others go on. */
  async end(fate: Fate): Promise<void> {
    for (const end of this.ends.splice(0)) end(fate);
    await new Promise(setImmediate);
  }

  /** Something changes, whatever it is that was read. */
  outdate(): void {
    this.log.version += 1;
    this.log.touch(this.thing);
  }

  private made(name: string, fate: Fate): Made {
    const reads = this.log.begin();
    this.log.note(this.thing);
    if (fate === 'of the moment') this.log.noteMoment();
    reads.end();
    if (fate === 'outdated') this.outdate();
    return { answer: new EncodedAnswer(200, new Map(), 'the answer', name), reads };
  }
}

let crowd: Crowd;

beforeEach(() => {
  crowd = new Crowd();
});

/** What all of them were answered: a bound for what would never be. */
async function answered(asked: readonly Promise<string | null>[]): Promise<readonly (string | null)[]> {
  const settled = await Promise.race([Promise.all(asked), new Promise<null>((resolve) => setImmediate(resolve, null))]);
  if (settled === null) throw new Error('Somebody has no answer.');
  return settled;
}

describe('an answer that is under way', () => {
  it('is found by who asks in the same turn', async () => {
    const asked = [crowd.ask('a'), crowd.ask('b'), crowd.ask('c')];
    await crowd.end('lasting');
    expect(await answered(asked)).toEqual(['a', 'a', 'a']);
    expect(crowd.makers).toEqual(['a']);
  });

  it('and outdated at its end is made once more, by the first of those who waited, for all of them', async () => {
    const asked = [crowd.ask('a'), crowd.ask('b'), crowd.ask('c'), crowd.ask('d')];
    await crowd.end('outdated');
    expect(crowd.makers).toEqual(['a', 'b']);
    await crowd.end('lasting');
    expect(await answered(asked)).toEqual(['a', 'b', 'b', 'b']);
    expect(crowd.makers).toEqual(['a', 'b']);
  });

  it('is waited for twice, and no more', async () => {
    const asked = [crowd.ask('a'), crowd.ask('b'), crowd.ask('c'), crowd.ask('d')];
    await crowd.end('outdated');
    await crowd.end('outdated');
    expect(crowd.makers).toEqual(['a', 'b', 'c', 'd']);
    await crowd.end('lasting');
    expect(await answered(asked)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is not waited for where the last two could not be given again', async () => {
    for (const name of ['a', 'b']) {
      const asked = crowd.ask(name);
      await crowd.end('of the moment');
      expect(await answered([asked])).toEqual([name]);
    }
    const asked = [crowd.ask('c'), crowd.ask('d'), crowd.ask('e')];
    expect(crowd.makers).toEqual(['a', 'b', 'c', 'd', 'e']);
    await crowd.end('of the moment');
    expect(await answered(asked)).toEqual(['c', 'd', 'e']);
  });

  it('is waited for again once one could be given again', async () => {
    for (const fate of ['outdated', 'outdated', 'lasting'] as const) {
      const asked = crowd.ask('a');
      await crowd.end(fate);
      await answered([asked]);
    }
    crowd.outdate();
    const asked = [crowd.ask('b'), crowd.ask('c')];
    await crowd.end('lasting');
    expect(await answered(asked)).toEqual(['b', 'b']);
  });

  it('is not waited for, and not made either, by who may not wait', async () => {
    const first = crowd.ask('a');
    const refused = crowd.ask('b', () => Promise.reject(new Error('too many')));
    await expect(refused).rejects.toThrow('too many');
    await crowd.end('lasting');
    expect(await answered([first])).toEqual(['a']);
    expect(crowd.makers).toEqual(['a']);
  });
});

it('of one that breaks, who waited knows nothing: the next of them makes it', async () => {
  const kept = new KeptAnswers();
  const wait = (other: Promise<Made | null>): Promise<Made | null> => other;
  const broken = kept.answer('the question', { make: () => Promise.reject(new Error('broken')), wait });
  const made = { answer: new EncodedAnswer(200, new Map(), 'the answer'), reads: null };
  const next = kept.answer('the question', { make: () => Promise.resolve(made), wait });
  await expect(broken).rejects.toThrow('broken');
  expect(await next).toBe(made.answer);
});
