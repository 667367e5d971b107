import { createServer } from 'node:http';
import { type CryptoKey, SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { OidcSettings } from '../../../src/server/auth/settings.js';
import { LoopbackServers } from '../../support/loopback-servers.js';

/** An issuer of tokens: its keys are served on loopback, and taken anew whenever it likes. */
export class Issuer {
  /** How often its keys were asked for. */
  asked = 0;
  /** What it answers in the place of its keys; null: the keys. */
  trouble: number | null = null;
  private readonly servers = new LoopbackServers();
  private keys = new Map<string, { readonly alg: string; readonly privateKey: CryptoKey; readonly jwk: object }>();
  private port = 0;

  static async start(): Promise<Issuer> {
    const issuer = new Issuer();
    await issuer.rotate('first');
    const server = createServer((_, response) => {
      issuer.asked += 1;
      const keys = [...issuer.keys.values()].map(({ jwk }) => jwk);
      response.writeHead(issuer.trouble ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ keys }));
    });
    issuer.port = await issuer.servers.listen(server);
    return issuer;
  }

  stop(): Promise<void> {
    return this.servers.close();
  }

  get settings(): OidcSettings {
    return {
      issuer: 'https://login.example.com',
      audience: 'vitals',
      jwks: `http://127.0.0.1:${this.port}/keys`,
      algorithms: ['RS256', 'ES256'],
      clockSkew: 1_000,
      userClaim: 'sub',
      groupsClaim: 'groups',
      namespacesClaim: undefined,
    };
  }

  /** Has one new key in the place of all others. */
  async rotate(kid: string, alg = 'ES256'): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
    this.keys = new Map([[kid, { alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }]]);
  }

  /** The public key, as anybody may have it. */
  publicKey(): object {
    return [...this.keys.values()][0]?.jwk ?? {};
  }

  /** Signs a token that is good for five minutes, unless claims say otherwise. */
  async token(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const [[kid, key] = []] = this.keys;
    if (kid === undefined || key === undefined) throw new Error('It has no key.');
    const now = Math.floor(Date.now() / 1_000);
    const usual = { iss: this.settings.issuer, aud: 'vitals', sub: 'ada', iat: now, exp: now + 300 };
    return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: key.alg, kid }).sign(key.privateKey);
  }
}
