import { MINUTE, SECOND, after, instant } from '../../../src/model/time.js';
import { TokenReviews } from '../../../src/server/auth/token-reviews.js';

const NOW = instant(Date.parse('2026-01-01T00:00:00Z'));

/** What it says of itself, unsigned: the cluster is the one that looks. */
function tokenOf(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

describe('a token that a cluster has found good', () => {
  it.each([
    ['ends when it says', { exp: (NOW + 5 * SECOND) / SECOND }, after(NOW, 5 * SECOND)],
    ['is good for a while though it has ended by our clock', { exp: (NOW - 5 * SECOND) / SECOND }, after(NOW, 2 * MINUTE)], // prettier-ignore
    ['has no end where it names none', {}, null],
  ])('%s', async (_, claims, expiresAt) => {
    const review = () => Promise.resolve({ user: 'ada', groups: [] });
    const reviews = new TokenReviews(review, [], () => NOW, () => undefined); // prettier-ignore
    expect(await reviews.authenticate(tokenOf(claims))).toMatchObject({ outcome: 'known', caller: { expiresAt } });
  });
});
