import { gunzipSync, gzipSync } from 'node:zlib';
import { ReadLog, Stamp } from '../../../src/registry/reads.js';
import { EncodedAnswer } from '../../../src/server/fast/encoded-answer.js';
import { KeptAnswers, type Made } from '../../../src/server/fast/kept-answers.js';

/** Nobody has compressed it before, and it does not get much smaller. */
function noise(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return String.fromCharCode(33 + (seed % 90));
  }).join('');
}

function answerOf(text: string): EncodedAnswer {
  return new EncodedAnswer(200, new Map([['content-type', 'application/json']]), text);
}

/** All bytes that are reached from an answer: of buffers what lies below them, of texts two for each character. */
function held(answer: EncodedAnswer): number {
  const seen = new Set<unknown>();
  const look = (value: unknown): number => {
    if (seen.has(value)) return 0;
    seen.add(value);
    if (typeof value === 'string') return value.length > 1_000 ? 2 * value.length : 0;
    if (typeof value !== 'object' || value === null) return 0;
    if (Buffer.isBuffer(value)) return value.buffer.byteLength;
    const parts: readonly unknown[] =
      value instanceof Map ? [...(value.values() as Iterable<unknown>)] : Object.values(value);
    return parts.reduce<number>((sum, part) => sum + look(part), 0);
  };
  return look(answer);
}

describe('what is held of an answer', () => {
  it.each([
    ['as text', noise(4_000)],
    ['as text with characters beyond Latin-1', `${'x'.repeat(4_000)}„${'ö'.repeat(1_000)}“`],
    ['as bytes', noise(100_000)],
    ['as bytes, with characters beyond Latin-1', '„“'.repeat(5_000)],
  ])('is no more than it says, before and after it was compressed: %s', async (_, text) => {
    const answer = answerOf(text);
    expect(answer.size).toBeGreaterThanOrEqual(held(answer));
    for (const encoding of ['identity', 'br', 'gzip'] as const) {
      await answer.in(encoding);
      expect(answer.size).toBeGreaterThanOrEqual(held(answer));
    }
    // And not far from it.
    expect(answer.size).toBeLessThan(held(answer) + 1_000);
  });

  it('is sent as text where it is short, and as bytes where it is long', async () => {
    expect((await answerOf('x'.repeat(8_192)).in('identity')).body).toBe('x'.repeat(8_192));
    expect((await answerOf('x'.repeat(8_193)).in('identity')).body).toEqual(Buffer.from('x'.repeat(8_193)));
    const written = await answerOf('ö'.repeat(8_192)).in('identity');
    expect(written.body).toBe('ö'.repeat(8_192));
    expect(written.headers).toContain('16384');
  });

  it('is all told by one tag, whatever it is held as', async () => {
    const tagOf = async (answer: EncodedAnswer): Promise<string> => (await answer.in('identity')).tagged().etag;
    expect(await tagOf(answerOf('ö'))).toBe(await tagOf(answerOf('ö')));
    expect(await tagOf(answerOf('ö'))).not.toBe(await tagOf(answerOf('o')));
  });
});

describe('an answer that could not be compressed', () => {
  it('is tried again when it is asked for the next time, and told then', async () => {
    const text = noise(2_000);
    let tries = 0;
    const gzip = (body: Buffer | string): Promise<Buffer> => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('no memory')) : Promise.resolve(gzipSync(body));
    };
    const answer = new EncodedAnswer(200, new Map(), text, null, { gzip, br: gzip });
    await expect(answer.in('gzip')).rejects.toThrow('no memory');
    const { body } = await answer.in('gzip');
    expect(gunzipSync(body as Buffer).toString()).toBe(text);
    expect(answer.in('gzip')).toHaveProperty('body');
    expect(tries).toBe(2);
  });
});

describe('all answers that are kept', () => {
  const MOST = 1_000_000;
  const log = new ReadLog();

  function keep(kept: KeptAnswers, key: string, text: string, read = new Stamp()): Promise<EncodedAnswer> {
    const reads = log.begin();
    log.note(read);
    reads.end();
    const made: Made = { answer: answerOf(text), reads };
    return kept.answer(key, { make: () => Promise.resolve(made), wait: (other) => other });
  }

  it('take no more bytes than they may, once they were compressed too', async () => {
    const kept = new KeptAnswers(MOST);
    const answers = new Map<string, EncodedAnswer>();
    for (let n = 0; n < 40; n += 1) answers.set(`k${n}`, await keep(kept, `k${n}`, `${n} ${noise(20_000)}`));
    const those = (): EncodedAnswer[] => [...answers].filter(([key]) => kept.find(key) !== null).map(([, one]) => one);
    const before = those();
    expect(before.length).toBeGreaterThan(MOST / 30_000);
    for (const encoding of ['br', 'gzip'] as const) for (const one of before) await one.in(encoding);
    const after = those();
    expect(after.length).toBeGreaterThan(0);
    expect(after.length).toBeLessThan(before.length);
    expect(after.reduce((sum, one) => sum + held(one), 0)).toBeLessThan(MOST);
    expect(kept.size).toBeLessThanOrEqual(MOST);
  });

  it('are few where each is small, too: the least of them takes its place', async () => {
    const kept = new KeptAnswers(MOST);
    for (let n = 0; n < 1_000; n += 1) await keep(kept, `k${n}`, '{}');
    expect(kept.find('k999')).not.toBeNull();
    expect(kept.find('k0')).toBeNull();
  });

  it('are not put back by being compressed once something has changed', async () => {
    const kept = new KeptAnswers(MOST);
    const thing = new Stamp();
    const outdated = await keep(kept, 'k', noise(20_000), thing);
    log.version += 1;
    log.touch(thing);
    expect(kept.find('k')).toBeNull();
    await outdated.in('gzip');
    expect(kept.size).toBe(0);
  });
});
