import { once } from 'node:events';
import { type Socket, connect as connectTo } from 'node:net';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import type { GraphQLSchema } from 'graphql';
import { type ClientOptions, WebSocket } from 'ws';
import { DEFAULT_SERVER_LIMITS, type WebSocketLimits } from '../../src/model/server-limits.js';
import { Metrics } from '../../src/server/metrics/metrics.js';
import {
  type Listening,
  type Served,
  type ServedOptions,
  connect,
  listen,
  serve,
  socketUrl,
} from '../support/served.js';
import { until } from '../support/until.js';

const running: Served[] = [];
const opened: WebSocket[] = [];
const plain: Socket[] = [];

afterEach(async () => {
  for (const socket of opened.splice(0)) socket.terminate();
  for (const socket of plain.splice(0)) socket.destroy();
  for (const served of running.splice(0)) await served.stop();
});

async function started(limits: Partial<WebSocketLimits>, more: ServedOptions = {}): Promise<Served> {
  const serverLimits = { webSocket: { ...DEFAULT_SERVER_LIMITS.webSocket, ...limits }, ...more.serverLimits };
  const served = await serve({ ...more, serverLimits });
  running.push(served);
  return served;
}

function socketTo(served: Served, options: ClientOptions = {}): WebSocket {
  const socket = new WebSocket(socketUrl(served), GRAPHQL_TRANSPORT_WS_PROTOCOL, options);
  opened.push(socket);
  socket.on('error', () => undefined);
  return socket;
}

/** 101, or the status it is refused with. */
async function statusOf(socket: WebSocket): Promise<number | undefined> {
  const refused = once(socket, 'unexpected-response').then(([, response]) => (response as { statusCode?: number }).statusCode); // prettier-ignore
  refused.catch(() => undefined);
  return Promise.race([once(socket, 'open').then(() => 101), refused]);
}

async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close', { signal: AbortSignal.timeout(10_000) })) as [number];
  return code;
}

const LIVE = 'subscription { healthChanges(initial: true) { type } }';

describe('a page that connects', () => {
  it.each([
    ['of the same origin', (url: string) => url, 101],
    ['of one that is configured', () => 'https://portal.example.com', 101],
    ['of one that is configured, in other letters', () => 'https://PORTAL.example.com', 101],
    ['of another', () => 'https://evil.example.com', 403],
    ['of one that begins like it', () => 'https://portal.example.com.evil.com', 403],
    ['of another scheme', () => 'http://portal.example.com', 403],
    ['of none that it says', () => 'null', 403],
  ])('%s', async (_, origin, status) => {
    const served = await started({}, { origins: ['https://portal.example.com'] });
    expect(await statusOf(socketTo(served, { origin: origin(served.url) }))).toBe(status);
  });

  it('is no page where it names no origin', async () => {
    expect(await statusOf(socketTo(await started({})))).toBe(101);
  });
});

describe('a defect', () => {
  it('is logged, ends its operation without a word of the inside, and nothing else', async () => {
    let schema: GraphQLSchema | null = null;
    const served = await started({}, { adapt: (own) => (schema = own) });
    const getRootType = (): never => {
      throw new Error('the key is hush');
    };
    Object.assign(schema as unknown as GraphQLSchema, { getRootType });
    const client = connect(served);
    const broken = listen(client, LIVE);
    await expect(broken.over).rejects.toThrow(
      '[{"message":"Internal error","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]',
    );
    expect(served.complaints).toEqual([expect.stringMatching(/the key is hush.*an operation could not be begun/s)]);
    Reflect.deleteProperty(schema as unknown as GraphQLSchema, 'getRootType');
    const next = listen(client, LIVE);
    await next.until(() => true);
  });
});

describe('a document', () => {
  it('whose lists are nested without an end is refused as any that cannot be read, and the connection stays', async () => {
    const client = connect(await started({}));
    const deep = listen(client, `{ pods(first: ${'['.repeat(3_990)}) { totalCount } }`);
    await expect(deep.over).rejects.toThrow(/Syntax Error/);
    const next = listen(client, '{ __typename }');
    await next.until(({ data }) => data?.['__typename'] === 'Query');
    await client.dispose();
  });
});

describe('a connection', () => {
  it('that never begins is closed', async () => {
    const socket = socketTo(await started({ initTimeout: 100 }));
    expect(await closeCode(socket)).toBe(4408);
  });

  it('that sends too much at once is closed', async () => {
    const socket = socketTo(await started({}, { serverLimits: { body: 1_000 } }));
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: 'x'.repeat(1_000) }));
    expect(await closeCode(socket)).toBe(1009);
  });

  it('that names an operation by a very long id is told so', async () => {
    const socket = socketTo(await started({}));
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    const id = 'x'.repeat(201);
    socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: LIVE } }));
    const [message] = (await once(socket, 'message')) as [Buffer];
    const extensions = { code: 'BAD_USER_INPUT', limit: 200, value: 201 };
    expect(JSON.parse(message.toString())).toMatchObject({ id, type: 'error', payload: [{ extensions }] });
  });

  it('whose peer is dead is closed, and leaves nothing', async () => {
    const served = await started({ pingInterval: 100 });
    const socket = socketTo(served, { autoPong: false });
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: LIVE } }));
    await once(socket, 'message');
    expect(served.subscribers()).toBe(1);
    expect(await closeCode(socket)).toBe(1006);
    await until(() => served.subscribers() === 0);
  });

  it('is one of so many of a client', async () => {
    const served = await started({ connectionsPerClient: 2 }, { trustedProxies: ['127.0.0.1'] });
    const [first] = [socketTo(served), socketTo(served)];
    await Promise.all(opened.map((socket) => once(socket, 'open')));
    expect(await statusOf(socketTo(served))).toBe(429);
    expect(await statusOf(socketTo(served, { headers: { 'x-forwarded-for': '203.0.113.9' } }))).toBe(101);
    first.close();
    await closeCode(first);
    const deadline = performance.now() + 5_000;
    let status: number | undefined = 429;
    while (status === 429 && performance.now() < deadline) status = await statusOf(socketTo(served));
    expect(status).toBe(101);
  });

  it('is one of so many in total', async () => {
    const served = await started({ connections: 1 });
    expect(await statusOf(socketTo(served))).toBe(101);
    expect(await statusOf(socketTo(served))).toBe(503);
  });
});

/** Whether a connection from an address is taken: it then answers. */
async function isTaken(served: Served, localAddress: string): Promise<boolean> {
  const socket = connectTo({ host: '127.0.0.1', port: Number(new URL(served.url).port), localAddress });
  plain.push(socket);
  socket.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const signal = AbortSignal.timeout(10_000);
  const closed = once(socket, 'close', { signal }).then(() => false);
  return Promise.race([once(socket, 'data', { signal }).then(() => true), closed]).catch(() => false);
}

describe('connections of one address', () => {
  it('are so many of whatever sort, and another address has its own', async () => {
    const metrics = new Metrics();
    const served = await started({}, { serverLimits: { connectionsPerAddress: 2 }, metrics });
    expect([await isTaken(served, '127.0.0.1'), await isTaken(served, '127.0.0.1')]).toEqual([true, true]);
    expect(await isTaken(served, '127.0.0.1')).toBe(false);
    expect(await isTaken(served, '127.0.0.2')).toBe(true);
    expect(served.complaints.join()).toContain('server.limits.connectionsPerAddress');
    expect(await metrics.exporter.metrics()).toContain('vitals_request_errors_total{code="TOO_MANY_CONNECTIONS"} 1');
    plain[0]?.destroy();
    const deadline = performance.now() + 5_000;
    let isFree = false;
    while (!isFree && performance.now() < deadline) isFree = await isTaken(served, '127.0.0.1');
    expect(isFree).toBe(true);
  });

  it('are any number where it is that of a trusted proxy', async () => {
    const served = await started({}, { serverLimits: { connectionsPerAddress: 1 }, trustedProxies: ['127.0.0.1'] });
    expect([await isTaken(served, '127.0.0.1'), await isTaken(served, '127.0.0.1')]).toEqual([true, true]);
  });
});

describe('a subscription', () => {
  it.each([
    ['on a connection', { subscriptionsPerConnection: 2 }, 1, 'subscriptionsPerConnection'],
    ['of a client', { subscriptionsPerClient: 2 }, 2, 'subscriptionsPerClient'],
    ['in total', { subscriptions: 2 }, 2, 'subscriptions'],
  ])('is one of so many %s', async (_, limits, connections, setting) => {
    const served = await started(limits);
    const clients = Array.from({ length: connections }, () => connect(served));
    const [first, second = first] = clients;
    if (first === undefined || second === undefined) throw new Error('Nobody connects.');
    const both = [listen(first, LIVE), listen(second, LIVE)];
    for (const one of both) await one.until(() => true);
    const third = listen(second, LIVE);
    const refusal = await third.over.catch((error: unknown) => (error as Error).cause);
    expect(refusal).toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', setting: `webSocket.${setting}`, limit: 2 } }]); // prettier-ignore
    both[0]?.leave();
    await both[0]?.over;
    await until(() => served.subscribers() === 1);
    const again = listen(second, LIVE);
    await again.until(() => true);
    for (const client of clients) await client.dispose();
  });

  /** Another one finds no room as long as the first is there, and does once it is not. */
  async function findsRoomAfter(served: Served, first: Listening, begin: () => Listening): Promise<void> {
    await first.until(() => true);
    const refusal = await begin().over.catch((error: unknown) => (error as Error).cause);
    const setting = 'webSocket.subscriptionsPerClient';
    expect(refusal).toMatchObject([{ extensions: { code: 'SUBSCRIPTIONS_TOO_LARGE', setting, limit: 262_144 } }]);
    first.leave();
    await first.over;
    await until(() => served.subscribers() === 0);
    await begin().until(() => true);
  }

  it('is one whose document there is room for', async () => {
    const served = await started({ subscriptionsPerClient: 2 });
    const client = connect(served);
    const documentOf = (word: string): string => `${LIVE} # ${word.repeat(150_000)}`;
    const second = (): Listening => listen(client, documentOf('y'));
    await findsRoomAfter(served, listen(client, documentOf('x')), second);
    await client.dispose();
  });

  it('is one of many with the same document, which takes room once', async () => {
    const client = connect(await started({}));
    const many = Array.from({ length: 150 }, () => listen(client, `${LIVE} # ${'z'.repeat(12_000)}`));
    for (const one of many) await one.until(() => true);
    await client.dispose();
  });

  it('is one whose variables there is room for', async () => {
    const served = await started({ subscriptionsPerClient: 2 });
    const client = connect(served);
    const query = 'subscription ($filter: ChangeFilter) { healthChanges(filter: $filter, initial: true) { type } }';
    const resourceIds = Array.from({ length: 500 }, (_, index) => String(index).padStart(300, 'x'));
    const begin = (): Listening => listen(client, query, { filter: { resourceIds } });
    await findsRoomAfter(served, begin(), begin);
    await client.dispose();
  });
});
