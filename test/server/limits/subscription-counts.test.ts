import { GraphQLError, parse } from 'graphql';
import { DEFAULT_SERVER_LIMITS } from '../../../src/model/server-limits.js';
import { SubscriptionCounts } from '../../../src/server/limits/subscription-counts.js';

const { webSocket: USUAL } = DEFAULT_SERVER_LIMITS;

/** What a subscription to a document of its own is refused with; null: it has begun. */
function refusalOf(counts: SubscriptionCounts, client: string, text: string): unknown {
  try {
    counts.enter(client, { document: parse(text) });
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error.extensions;
    throw error;
  }
}

describe('documents of subscriptions', () => {
  it('may name another resource in each of as many as a client may have', () => {
    const counts = new SubscriptionCounts(USUAL);
    const textOf = (index: number): string =>
      `subscription { resourceHealth(id: "${String(index).padStart(80, 'x')}") { status findings { message } } }`;
    for (let index = 0; index < USUAL.subscriptionsPerClient; index += 1)
      expect(refusalOf(counts, 'a', textOf(index))).toBeNull();
    expect(refusalOf(counts, 'a', textOf(0))).toMatchObject({ code: 'TOO_MANY_SUBSCRIPTIONS' });
  });

  it('have their room in total, too, and no setting makes that larger', () => {
    const counts = new SubscriptionCounts(USUAL);
    const text = `{ a } #${'x'.repeat(1_024 ** 2 - 7)}`;
    for (const client of ['a', 'b', 'c', 'd']) expect(refusalOf(counts, client, text)).toBeNull();
    const refusal = refusalOf(counts, 'e', text);
    expect(refusal).toMatchObject({ code: 'SUBSCRIPTIONS_TOO_LARGE', limit: 4 * 1_024 ** 2 });
    expect(refusal).not.toHaveProperty('setting');
  });
});
