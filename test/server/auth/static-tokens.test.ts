import { createHash } from 'node:crypto';
import type { Instant } from '../../../src/model/time.js';
import { createAuthorities } from '../../../src/server/auth/authorities.js';
import { StaticTokens } from '../../../src/server/auth/static-tokens.js';

const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');
const SHOP = { clusters: null, namespaces: ['shop'], kinds: null };
const scopes = [{ name: 'shop', users: [], groups: [], see: [SHOP] }];
const tokens = [
  { name: 'board', sha256: sha256('long-and-random') },
  { name: 'shop', sha256: sha256('another'), scopes: ['shop'] },
  { name: 'guest', sha256: sha256('short-lived'), expires: 1_000 as Instant },
];

describe('tokens that configuration knows', () => {
  it('are known by their digests', async () => {
    const known = new StaticTokens({ tokens, scopes });
    expect(await known.authenticate('long-and-random')).toMatchObject({ caller: { name: 'token board', scope: null } });
    expect(await known.authenticate('another')).toMatchObject({ caller: { scope: [SHOP] } });
    expect(await known.authenticate(sha256('another'))).toBeNull();
    expect(await known.authenticate('')).toBeNull();
  });

  it('end when they are to', async () => {
    let time = 999;
    const options = { review: null, now: () => time as Instant, onFailure: () => undefined };
    const authorities = createAuthorities({ tokens, scopes }, options);
    expect(await authorities.authenticate('short-lived')).toMatchObject({ outcome: 'known' });
    time = 1_000;
    expect(await authorities.authenticate('short-lived')).toEqual({
      outcome: 'refused',
      why: 'The token has expired.',
    });
    expect(await authorities.authenticate('guess')).toEqual({
      outcome: 'refused',
      why: 'The token is not known here.',
    });
  });
});
