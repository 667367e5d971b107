import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenReviewer } from '../../../src/sources/kubernetes/token-reviewer.js';
import type { TokenReviews } from '../../../src/sources/source.js';
import { LoopbackServers } from '../../support/loopback-servers.js';

interface Asked {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

describe('an API server that reviews tokens', () => {
  const servers = new LoopbackServers();
  const folder = mkdtempSync(join(tmpdir(), 'vitals-reviews-'));
  const asked: Asked[] = [];
  let answer: { readonly status: number; readonly body: unknown };
  let reviews: TokenReviews | null = null;

  async function start(audiences: readonly string[] = []): Promise<TokenReviews> {
    const server = createServer((request, response) => {
      void read(request).then((text) => {
        const { method, url, headers } = request;
        asked.push({ line: `${method} ${url}`, authorization: headers.authorization, body: JSON.parse(text) });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      });
    });
    const port = await servers.listen(server);
    const kubeconfig = join(folder, `kubeconfig-${port}`);
    writeFileSync(
      kubeconfig,
      JSON.stringify({
        clusters: [{ name: 'c', cluster: { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
        users: [{ name: 'u', user: { token: 'of-vitals' } }],
        contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
        'current-context': 'x',
      }),
    );
    return (reviews = createTokenReviewer({ kubeconfig, context: undefined }, audiences));
  }

  async function read(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  }

  const status = (more: object): typeof answer => ({ status: 201, body: { kind: 'TokenReview', status: more } });
  const user = { username: 'system:serviceaccount:shop:web', groups: ['system:serviceaccounts:shop'], uid: 'x' };

  afterEach(async () => {
    reviews?.stop();
    asked.length = 0;
    await servers.close();
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is asked as Vitals, and says whose a token is', async () => {
    answer = status({ authenticated: true, user });
    expect(await (await start()).review('of-a-pod')).toEqual({ user: user.username, groups: user.groups });
    expect(asked).toEqual([
      {
        line: 'POST /apis/authentication.k8s.io/v1/tokenreviews',
        authorization: 'Bearer of-vitals',
        body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token: 'of-a-pod' } },
      },
    ]);
  });

  it.each([
    ['is not known', { authenticated: false, error: 'bad' }],
    ['is not said to be known', { error: 'invalid bearer token' }],
    ['is of nobody', { authenticated: true, user: {} }],
  ])('refuses a token that %s', async (_, said) => {
    answer = status(said);
    expect(await (await start()).review('t')).toBeNull();
  });

  it('has looked whom a token is for, or it is refused', async () => {
    const own = await start(['vitals']);
    answer = status({ authenticated: true, user, audiences: ['vitals'] });
    expect(await own.review('t')).not.toBeNull();
    expect(asked[0]?.body).toMatchObject({ spec: { audiences: ['vitals'] } });
    answer = status({ authenticated: true, user });
    expect(await own.review('t')).toBeNull();
    answer = status({ authenticated: true, user, audiences: ['another'] });
    expect(await own.review('t')).toBeNull();
  });

  it('says why it gives no answer, without the token', async () => {
    const own = await start();
    const message = 'tokenreviews is forbidden: User "vitals" cannot create resource';
    answer = { status: 403, body: { kind: 'Status', code: 403, message } };
    await expect(own.review('very-secret')).rejects.toMatchObject({ kind: 'forbidden' });
    answer = { status: 201, body: { kind: 'Status' } };
    await expect(own.review('very-secret')).rejects.toMatchObject({ kind: 'invalid' });
    await expect(own.review('very-secret')).rejects.not.toThrow('very-secret');
  });
});
