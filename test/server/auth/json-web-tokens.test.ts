import { createHmac } from 'node:crypto';
import { UnsecuredJWT } from 'jose';
import type { Answer } from '../../../src/server/auth/authority.js';
import { systemClock } from '../../../src/model/clock.js';
import { JsonWebTokens } from '../../../src/server/auth/json-web-tokens.js';
import type { NamedScope, OidcSettings } from '../../../src/server/auth/settings.js';
import { Issuer } from './issuer.js';

const failures: unknown[] = [];
const seconds = (): number => Math.floor(Date.now() / 1_000);
const DATA = { clusters: null, namespaces: ['data-*'], kinds: null };
const scopes: readonly NamedScope[] = [
  { name: 'data', users: ['ada'], groups: ['team-data'], see: [DATA] },
  { name: 'all', users: [], groups: ['sre-*'] },
];

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

describe('a token that an issuer signed', () => {
  let issuer: Issuer;

  beforeEach(async () => {
    failures.length = 0;
    issuer = await Issuer.start();
  });

  afterEach(() => issuer.stop());

  function looking(more: Partial<OidcSettings> = {}, known = scopes): JsonWebTokens {
    return new JsonWebTokens(
      { ...issuer.settings, ...more },
      known,
      () => systemClock.now(),
      (error) => failures.push(error),
    );
  }

  async function said(token: string, tokens = looking()): Promise<Answer | null> {
    return tokens.authenticate(token);
  }

  it('says who asks, what may be seen, and until when', async () => {
    const exp = seconds() + 60;
    expect(await said(await issuer.token({ exp }))).toEqual({
      outcome: 'known',
      caller: { name: 'ada', scope: [DATA], expiresAt: (exp + 1) * 1_000 },
    });
  });

  it('gives what its groups give, together; everything where one of them may', async () => {
    expect(await said(await issuer.token({ sub: 'bob', groups: ['team-data'] }))).toMatchObject({
      caller: { scope: [DATA] },
    });
    expect(await said(await issuer.token({ groups: ['team-data', 'sre-night'] }))).toMatchObject({
      caller: { scope: null },
    });
    expect(await said(await issuer.token({ sub: 'bob', groups: 'nobody' }))).toMatchObject({ outcome: 'outside' });
  });

  it('gives everything where no scopes are configured, and what a claim lists where one is to say it', async () => {
    expect(await said(await issuer.token(), looking({}, []))).toMatchObject({ caller: { scope: null } });
    const claimed = looking({ namespacesClaim: 'namespaces' }, []);
    expect(await said(await issuer.token({ namespaces: ['a', 'b'] }), claimed)).toMatchObject({
      caller: { scope: [{ clusters: null, namespaces: ['a', 'b'], kinds: null }] },
    });
    expect(await said(await issuer.token(), claimed)).toMatchObject({ outcome: 'outside' });
    const many = Array.from({ length: 201 }, (_, index) => `n${index}`);
    expect(await said(await issuer.token({ namespaces: many }), claimed)).toMatchObject({ outcome: 'refused' });
  });

  it('gives what a claim names, and nothing by a pattern: those are for configuration', async () => {
    const claimed = looking({ namespacesClaim: 'namespaces' }, []);
    expect(await said(await issuer.token({ namespaces: ['a', '*', 'team-?'] }), claimed)).toMatchObject({
      caller: { scope: [{ clusters: null, namespaces: ['a'], kinds: null }] },
    });
    expect(await said(await issuer.token({ namespaces: '*' }), claimed)).toMatchObject({ outcome: 'outside' });
  });

  it('is not whose e-mail address it says where nobody has verified that', async () => {
    const byEmail = looking({ userClaim: 'email' }, []);
    const email = 'ada@example.com';
    for (const email_verified of [false, 'false'])
      expect(await said(await issuer.token({ email, email_verified }), byEmail)).toEqual({
        outcome: 'refused',
        why: "The token's e-mail address is not verified.",
      });
    for (const more of [{}, { email_verified: true }])
      expect(await said(await issuer.token({ email, ...more }), byEmail)).toMatchObject({ caller: { name: email } });
    expect(await said(await issuer.token({ email_verified: false }))).toMatchObject({ caller: { name: 'ada' } });
  });

  it.each([
    ['for somebody else', { aud: 'another' }, "The token's claim aud is not the one wanted."],
    ['for nobody', { aud: undefined }, "The token's claim aud is not the one wanted."],
    ['that has expired', { exp: seconds() - 60 }, 'The token has expired.'],
    ['without an end', { exp: undefined }, "The token's claim exp is not the one wanted."],
    ['that is not valid yet', { nbf: seconds() + 60 }, 'The token is not valid yet.'],
    ['of nobody', { sub: undefined }, 'The token does not say whose it is.'],
  ])('is refused %s', async (_, claims, why) => {
    expect(await said(await issuer.token(claims))).toEqual({ outcome: 'refused', why });
  });

  it('is taken a little late and a little early, as clocks differ', async () => {
    const lenient = looking({ clockSkew: 30_000 });
    expect(await said(await issuer.token({ exp: seconds() - 10 }), lenient)).toMatchObject({ outcome: 'known' });
    expect(await said(await issuer.token({ nbf: seconds() + 10 }), lenient)).toMatchObject({ outcome: 'known' });
    expect(await said(await issuer.token({ exp: seconds() - 60 }), lenient)).toMatchObject({ outcome: 'refused' });
  });

  it('is of no concern where another issuer signed it, or it is none', async () => {
    expect(await said(await issuer.token({ iss: 'https://evil.example.com' }))).toBeNull();
    expect(await said('abc')).toBeNull();
    expect(issuer.asked).toBe(0);
  });

  it('is refused without a signature', async () => {
    const unsigned = new UnsecuredJWT({ sub: 'ada' })
      .setIssuer(issuer.settings.issuer)
      .setAudience('vitals')
      .setExpirationTime('5m')
      .encode();
    expect(await said(unsigned)).toMatchObject({ outcome: 'refused' });
    const [header, body] = (await issuer.token()).split('.');
    expect(await said(`${header}.${body}.`)).toMatchObject({ outcome: 'refused' });
  });

  it('is refused where the public key was used as a password to sign it', async () => {
    await issuer.rotate('shared', 'RS256');
    const [, body] = (await issuer.token()).split('.');
    const text = `${part({ alg: 'HS256', kid: 'shared' })}.${body}`;
    const signature = createHmac('sha256', JSON.stringify(issuer.publicKey())).update(text).digest('base64url');
    expect(await said(`${text}.${signature}`)).toEqual({
      outcome: 'refused',
      why: 'The token is signed by an algorithm that is not taken.',
    });
  });

  it('is refused by an algorithm that is not configured, however good', async () => {
    expect(await said(await issuer.token(), looking({ algorithms: ['RS256'] }))).toMatchObject({ outcome: 'refused' });
  });

  it('is refused where one letter of it is another', async () => {
    const [header = '', , signature = ''] = (await issuer.token()).split('.');
    const [, body = ''] = (await issuer.token({ groups: ['sre-night'] })).split('.');
    expect(await said(`${header}.${body}.${signature}`)).toEqual({
      outcome: 'refused',
      why: "The token's signature is not good.",
    });
  });

  it('is refused by a key that is another under the same name', async () => {
    const tokens = looking();
    const own = await issuer.token();
    expect(await said(own, tokens)).toMatchObject({ outcome: 'known' });
    const forger = await Issuer.start();
    try {
      expect(await said(await forger.token(), tokens)).toMatchObject({ outcome: 'refused' });
    } finally {
      await forger.stop();
    }
  });

  it('makes nobody ask anew where the issuer has just failed, and that is said once', async () => {
    issuer.trouble = 500;
    const tokens = looking();
    for (let round = 0; round < 5; round += 1)
      expect(await said(await issuer.token({ jti: String(round) }), tokens)).toMatchObject({ outcome: 'unavailable' });
    expect(issuer.asked).toBe(1);
    expect(failures).toHaveLength(1);
  });

  it('may be unknown while nobody can be asked for keys', async () => {
    issuer.trouble = 500;
    expect(await said(await issuer.token())).toEqual({
      outcome: 'unavailable',
      why: 'The keys of the issuer cannot be had.',
    });
    expect(failures).toHaveLength(1);
    const gone = looking();
    await issuer.stop();
    expect(await said(await issuer.token(), gone)).toMatchObject({ outcome: 'unavailable' });
  });
});
