import { parse } from 'graphql';
import { DocumentCounts } from '../../../src/server/limits/document-counts.js';

const TEN = parse('{ a b c  }');
const OTHER_TEN = parse('{ a b c  }');
const FIVE = parse('{ a }');

describe('characters of documents', () => {
  it('are counted once for all who have it, and for each of these', () => {
    const counts = new DocumentCounts({ inTotal: 20, perClient: 15 });
    for (const client of ['a', 'a', 'b']) counts.enter(client, TEN);
    expect([counts.excess('a', TEN), counts.excess('a', FIVE), counts.excess('a', OTHER_TEN)]).toEqual([null, null, 'perClient']); // prettier-ignore
    expect([counts.excess('b', OTHER_TEN), counts.excess('c', OTHER_TEN)]).toEqual(['perClient', null]);
    counts.enter('c', OTHER_TEN);
    expect([counts.excess('c', FIVE), counts.excess('c', TEN)]).toEqual(['inTotal', 'perClient']);
  });

  it('leave with the last who has it, and a client with the last of its own', () => {
    const counts = new DocumentCounts({ inTotal: 20, perClient: 15 });
    const [first, second, others] = [counts.enter('a', TEN), counts.enter('a', TEN), counts.enter('b', TEN)];
    first();
    first();
    expect(counts.excess('a', OTHER_TEN)).toBe('perClient');
    second();
    expect(counts.excess('a', OTHER_TEN)).toBeNull();
    counts.enter('c', OTHER_TEN);
    expect(counts.excess('a', FIVE)).toBe('inTotal');
    others();
    expect(counts.excess('a', FIVE)).toBeNull();
  });
});
