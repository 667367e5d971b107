import { createHash } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { UnsecuredJWT } from 'jose';
import { WebSocket } from 'ws';
import type { AuthSettings } from '../../../src/server/auth/settings.js';
import type { TokenReviewer } from '../../../src/server/auth/token-reviews.js';
import { type Served, type ServedOptions, SMALL_FACTS, listen, serve, socketUrl } from '../../support/served.js';
import { namespace, pod } from '../../support/small-world.js';
import { until } from '../../support/until.js';
import { Issuer } from './issuer.js';

const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');
const settings: AuthSettings = {
  tokens: [
    { name: 'board', sha256: sha256('everything') },
    { name: 'shop', sha256: sha256('only-shop'), scopes: ['shop'] },
  ],
  scopes: [{ name: 'shop', users: ['*:shop:*'], groups: ['shop'], see: [{ clusters: null, namespaces: ['shop'], kinds: null }] }], // prettier-ignore
};
const FACTS = [...SMALL_FACTS, namespace('bank'), pod('vault', { critical: 'x' }, { namespace: 'bank' })];
const PODS = '{ pods { totalCount nodes { name } } }';

let served: Served | undefined;

async function start(options: ServedOptions = {}): Promise<Served> {
  served = await serve({ facts: FACTS, auth: settings, ...options });
  return served;
}

afterEach(async () => {
  await served?.stop();
  served = undefined;
});

interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly data?: unknown; readonly errors?: readonly { message: string; extensions: unknown }[] };
}

async function ask({ url }: Served, query: string, authorization?: string, path = '/graphql'): Promise<Said> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Said['body'] };
}

function names({ body }: Said): readonly string[] {
  const { pods } = body.data as { pods: { nodes: { name: string }[] } };
  return pods.nodes.map(({ name }) => name).sort();
}

/** The code and reason with which a socket is closed that says who it is like that. */
async function closing(from: Served, connectionParams?: Record<string, unknown>, headers = {}): Promise<string> {
  const socket = new WebSocket(socketUrl(from), 'graphql-transport-ws', { headers });
  const closed = new Promise<string>((resolve) => {
    socket.on('close', (code, reason) => {
      resolve(`${code} ${reason.toString()}`);
    });
  });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'connection_init', payload: connectionParams }));
  socket.on('message', (message) => {
    if ((message as Buffer).toString().includes('connection_ack')) socket.close(1000, 'let in');
  });
  return closed;
}

function clientOf(from: Served, connectionParams: Record<string, unknown>) {
  return createClient({ url: socketUrl(from), webSocketImpl: WebSocket, retryAttempts: 0, connectionParams });
}

describe('over HTTP', () => {
  it('nobody without a token reaches a query or the schema', async () => {
    const here = await start();
    for (const query of [PODS, '{ __schema { queryType { name } } }', '{ __typename }', 'nonsense {']) {
      const { status, headers, body } = await ask(here, query);
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer realm="vitals"');
      expect(body).toEqual({ errors: [{ message: expect.stringContaining('Authorization: Bearer') as string, extensions: { code: 'UNAUTHENTICATED' } }] }); // prettier-ignore
    }
    const get = await fetch(`${here.url}/graphql?query={__typename}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(get.status).toBe(401);
  });

  it.each([
    'Bearer wrong',
    'Bearer',
    'Basic everything',
    'everything',
    'Bearer everything everything',
    `Bearer ${'a'.repeat(12_000)}`,
  ])('nobody with "%.30s"', async (authorization) => {
    const { status, headers, body } = await ask(await start(), PODS, authorization);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('Bearer realm="vitals"');
    expect(JSON.stringify(body)).not.toContain('wrong');
  });

  it('each sees what is for them, whatever others asked in the same words', async () => {
    const here = await start();
    for (let round = 0; round < 4; round += 1) {
      expect(names(await ask(here, PODS, 'Bearer everything'))).toEqual(['vault', 'web', 'worker']);
      expect(names(await ask(here, PODS, 'bearer only-shop'))).toEqual(['web', 'worker']);
    }
    const together = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ask(here, PODS, `Bearer ${index % 2 === 0 ? 'everything' : 'only-shop'}`),
      ),
    );
    expect(together.map((said) => names(said).length)).toEqual(together.map((_, index) => (index % 2 === 0 ? 3 : 2)));
    here.report([pod('cart')]);
    expect(names(await ask(here, PODS, 'Bearer only-shop'))).toEqual(['cart', 'web', 'worker']);
  });

  it('health and pages are for everybody, and tell no names', async () => {
    const here = await start();
    const ready = await fetch(`${here.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    expect((await fetch(`${here.url}/health/live`)).status).toBe(200);
  });

  it('a token of an issuer is taken, and who has no scope is told so', async () => {
    const issuer = await Issuer.start();
    try {
      const here = await start({ auth: { ...settings, oidc: issuer.settings } });
      const token = await issuer.token({ groups: ['shop'] });
      expect(names(await ask(here, PODS, `Bearer ${token}`))).toEqual(['web', 'worker']);
      const { status, headers, body } = await ask(here, PODS, `Bearer ${await issuer.token({ groups: ['bank'] })}`);
      expect([status, body.errors?.[0]?.extensions]).toEqual([403, { code: 'FORBIDDEN' }]);
      expect(headers.get('www-authenticate')).toContain('insufficient_scope');
      issuer.trouble = 500;
      await issuer.rotate('other');
      const later = await ask(here, PODS, `Bearer ${await issuer.token({ groups: ['shop'] })}`);
      expect([401, 503]).toContain(later.status);
      expect((await ask(here, PODS, 'Bearer everything')).status).toBe(200);
    } finally {
      await issuer.stop();
    }
  });

  it('a token that the cluster has just found good is taken, whatever time it is here', async () => {
    const review: TokenReviewer = () => Promise.resolve({ user: 'system:serviceaccount:shop:web', groups: [] });
    const here = await start({ authorities: { review } });
    const exp = Math.floor(Date.now() / 1_000) - 60;
    const token = new UnsecuredJWT({ sub: 'system:serviceaccount:shop:web', exp }).encode();
    expect(names(await ask(here, PODS, `Bearer ${token}`))).toEqual(['web', 'worker']);
  });

  it('a token is reviewed by the cluster, once for many questions, and a cluster that is silent is no refusal', async () => {
    const asked: string[] = [];
    let isSilent = false;
    let complaints = 0;
    const review: TokenReviewer = (token) => {
      asked.push(token);
      if (isSilent) return Promise.reject(new Error('no answer'));
      if (token !== 'of-a-pod') return Promise.resolve(null);
      return Promise.resolve({ user: 'system:serviceaccount:shop:web', groups: [] });
    };
    const here = await start({ authorities: { review, onFailure: () => (complaints += 1) } });
    for (let round = 0; round < 3; round += 1)
      expect(names(await ask(here, PODS, 'Bearer of-a-pod'))).toEqual(['web', 'worker']);
    expect(asked).toEqual(['of-a-pod']);
    expect((await ask(here, PODS, 'Bearer guess')).status).toBe(401);
    isSilent = true;
    const { status, headers, body } = await ask(here, PODS, 'Bearer unseen');
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(JSON.stringify(body)).not.toContain('unseen');
    expect((await ask(here, PODS, 'Bearer another')).status).toBe(503);
    expect(complaints).toBe(1);
    expect(names(await ask(here, PODS, 'Bearer of-a-pod'))).toEqual(['web', 'worker']);
  });
});

describe('over WebSocket', () => {
  it.each([
    [undefined, '4403 Forbidden'],
    [{}, '4403 Forbidden'],
    [{ authorization: 'Bearer wrong' }, '4403 Forbidden'],
    [{ authorization: 7 }, '4403 Forbidden'],
    [{ authorization: 'Bearer everything' }, '1000 let in'],
    [{ Authorization: 'Bearer only-shop' }, '1000 let in'],
  ])('%j: %s', async (connectionParams, said) => {
    expect(await closing(await start(), connectionParams)).toContain(said);
  });

  it('a token in the headers of the upgrade is as good', async () => {
    expect(await closing(await start(), undefined, { authorization: 'Bearer everything' })).toBe('1000 let in');
  });

  it('who guesses tokens may do so as seldom as over HTTP', async () => {
    const here = await start({ serverLimits: { rate: { perSecond: 0.05, burst: 2 } } });
    const guess = { authorization: 'Bearer wrong' };
    const said = [await closing(here, guess), await closing(here, guess), await closing(here, guess)];
    expect(said.map((one) => one.slice(0, 4))).toEqual(['4403', '4403', '1013']);
    expect((await ask(here, PODS, 'Bearer wrong')).status).toBe(429);
  });

  it('nobody subscribes before they were let in', async () => {
    const socket = new WebSocket(socketUrl(await start()), 'graphql-transport-ws');
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: PODS } }));
    expect(await closed).toBe(4401);
  });

  it('each hears of what is for them, though they ask in the same words', async () => {
    const here = await start();
    const query = 'subscription { healthChanges(initial: true) { type resourceName resourceKind } }';
    const [all, shop] = ['everything', 'only-shop'].map((token) =>
      listen(clientOf(here, { authorization: `Bearer ${token}` }), query),
    );
    if (all === undefined || shop === undefined) throw new Error('There are two.');
    const isSynced = ({ data }: { data?: unknown }): boolean => JSON.stringify(data).includes('SYNCED');
    await Promise.all([all.until(isSynced), shop.until(isSynced)]);
    expect(here.subscribers()).toBe(2);
    here.report([pod('safe', { critical: 'x' }, { namespace: 'bank' }), pod('cart')]);
    const isCart = ({ data }: { data?: unknown }): boolean => JSON.stringify(data).includes('cart');
    await Promise.all([all.until(isCart), shop.until(isCart)]);
    expect(JSON.stringify(all.heard)).toContain('safe');
    expect(JSON.stringify(shop.heard)).not.toMatch(/safe|vault|bank|n1/);
    const { body } = await ask(here, '{ server { subscribers } }', 'Bearer only-shop');
    expect(body.data).toEqual({ server: { subscribers: 1 } });
    all.leave();
    shop.leave();
  });

  it('ends when the token does', async () => {
    const issuer = await Issuer.start();
    try {
      const here = await start({ auth: { ...settings, oidc: issuer.settings } });
      const exp = Math.floor(Date.now() / 1_000) + 2;
      const client = clientOf(here, { authorization: `Bearer ${await issuer.token({ exp, groups: ['shop'] })}` });
      const closed = new Promise((resolve) => {
        client.on('closed', resolve);
      });
      const live = listen(client, 'subscription { healthChanges(initial: true) { type } }');
      await live.until(() => true);
      expect(await closed).toMatchObject({ code: 4403 });
      expect(Date.now() / 1_000 - exp).toBeLessThan(5);
      await expect(live.over).rejects.toBeDefined();
      await until(() => here.subscribers() === 0);
    } finally {
      await issuer.stop();
    }
  });

  it('ends when the cluster takes the token back', async () => {
    let isGood = true;
    const review: TokenReviewer = () => Promise.resolve(isGood ? { user: 'a:shop:b', groups: [] } : null);
    const here = await start({ authorities: { review, reviewKept: 10 }, lookedAtAgain: 50 });
    const client = clientOf(here, { authorization: 'Bearer t' });
    const closed = new Promise((resolve) => {
      client.on('closed', resolve);
    });
    const live = listen(client, 'subscription { healthChanges(initial: true) { type } }');
    await live.until(() => true);
    isGood = false;
    expect(await closed).toMatchObject({ code: 4403 });
  });
});

describe('without any of it', () => {
  it('everybody sees everything', async () => {
    served = await serve({ facts: FACTS });
    expect(names(await ask(served, PODS))).toEqual(['vault', 'web', 'worker']);
    const ready = await (await fetch(`${served.url}/health/ready`)).json();
    expect(ready).toMatchObject({ sources: { 'kubernetes/prod': 'ok' } });
  });
});
