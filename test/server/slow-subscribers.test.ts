import { once } from 'node:events';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ResourceKind } from '../../src/model/kinds.js';
import { DEFAULT_SERVER_LIMITS } from '../../src/model/server-limits.js';
import { LIVE_LIMITS } from '../../src/server/live/live-limits.js';
import { SMALL_FACTS, type Served, connect, listen, serve, socketUrl } from '../support/served.js';
import { LONG, idOf, pod, storm } from '../support/small-world.js';
import { until } from '../support/until.js';

const CHANGES = 'subscription { healthChanges { cursor type resourceName status resource { id name } } }';
const RESUMED = CHANGES.replace('{ healthChanges', '($after: Cursor) { healthChanges(after: $after)');
const ONE = 'subscription ($id: ID!) { resourceHealth(id: $id) { name health { findings { subject message } } } }';

let served: Served;

/** What is printed past the log: nothing, whatever becomes of connections. */
const printed: unknown[][] = [];
const print = console.error;

beforeEach(() => {
  console.error = (...values: unknown[]) => {
    printed.push(values);
  };
});

afterEach(async () => {
  await served.stop();
  console.error = print;
  expect(printed.splice(0)).toEqual([]);
});

/** A client that speaks the protocol by hand, so that it can also misbehave. */
interface RawClient {
  readonly socket: WebSocket;
  readonly heard: { readonly type: string; readonly id?: string; readonly payload?: unknown }[];
  say(message: object): void;
  /** Waits for a message of that type. */
  hears(type: string): Promise<void>;
}

async function rawClient(): Promise<RawClient> {
  const socket = new WebSocket(socketUrl(served), GRAPHQL_TRANSPORT_WS_PROTOCOL);
  const heard: RawClient['heard'] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as RawClient['heard'][number]));
  await once(socket, 'open');
  const client: RawClient = {
    socket,
    heard,
    say: (message) => {
      socket.send(JSON.stringify(message));
    },
    hears: async (type) => {
      const signal = AbortSignal.timeout(10_000);
      while (!heard.some((message) => message.type === type)) await once(socket, 'message', { signal });
    },
  };
  client.say({ type: 'connection_init' });
  await client.hears('connection_ack');
  return client;
}

const subscribing = (query: string, variables = {}) => ({ id: 'a', type: 'subscribe', payload: { query, variables } });

const podsIn = ({ payload }: RawClient['heard'][number]): number | undefined =>
  (payload as { readonly data?: { readonly pods?: { readonly nodes: readonly unknown[] } } }).data?.pods?.nodes.length;

const closing = async (socket: WebSocket): Promise<readonly [number, string]> => {
  const [code, reason] = (await once(socket, 'close', { signal: AbortSignal.timeout(15_000) })) as [number, Buffer];
  return [code, reason.toString()];
};

/** The cursors of all changes that a client has heard of. */
const cursorsOf = ({ heard }: RawClient): readonly string[] =>
  heard
    .filter(({ type }) => type === 'next')
    .map(({ payload }) => (payload as { readonly data: { readonly healthChanges: { readonly cursor: string } } }).data)
    .map(({ healthChanges }) => healthChanges.cursor);

/** Whether a socket was told to come again, also before it reads that. */
function closedByServer(): { readonly is: () => boolean; readonly stop: () => void } {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its socket
  const { close } = WebSocket.prototype;
  let isClosed = false;
  WebSocket.prototype.close = function (this: WebSocket, code, reason) {
    isClosed ||= code === 1013;
    close.call(this, code, reason);
  };
  return { is: () => isClosed, stop: () => (WebSocket.prototype.close = close) };
}

describe('a client that does not read', () => {
  it('of healthChanges is told to come again, and nobody else notices', async () => {
    served = await serve({
      limits: {
        live: { ...LIVE_LIMITS, waiting: 500 },
        // It is told while the storm goes on, and hears it when that is over.
        socket: { buffered: 64 * 1024, drain: 30_000, goodbye: 60_000 },
      },
    });
    const deaf = await rawClient();
    deaf.say(subscribing(CHANGES));
    const client = connect(served);
    const healthy = listen(client, CHANGES);
    await until(() => served.subscribers() === 2);
    deaf.socket.pause();
    const { changes } = served.registry;
    for (let round = 0; round < 40; round += 1) {
      served.registry.report(storm(round, 200, LONG));
      const expected = changes.lastSequence;
      await until(() => healthy.heard.length >= expected);
    }
    const closed = closing(deaf.socket);
    deaf.socket.resume();
    expect(await closed).toEqual([1013, 'Too slow: resume from the last cursor']);
    expect(deaf.heard.filter(({ type }) => type === 'next').length).toBeLessThan(changes.lastSequence);
    await until(() => served.subscribers() === 1);
    served.registry.report(storm(40, 10, LONG));
    await until(() => healthy.heard.length === changes.lastSequence);
    await client.dispose();
  });

  it('of healthChanges comes again while all that it has not read is still kept, and hears each change once', async () => {
    served = await serve({
      changesKept: 2_000,
      limits: { socket: { buffered: 64 * 1024, drain: 60_000, goodbye: 60_000 } },
    });
    const { changes } = served.registry;
    const deaf = await rawClient();
    deaf.say(subscribing(CHANGES));
    const client = connect(served);
    const healthy = listen(client, CHANGES);
    await until(() => served.subscribers() === 2);
    const first = changes.lastSequence + 1;
    let round = 0;
    const flood = async (rounds: number, isOver: () => boolean): Promise<void> => {
      for (let left = rounds; left > 0 && !isOver(); left -= 1) {
        served.registry.report(storm((round += 1), 100, LONG));
        const expected = changes.lastSequence - first + 1;
        await until(() => healthy.heard.length >= expected);
      }
    };
    deaf.socket.pause();
    const sentAway = closedByServer();
    await flood(150, sentAway.is).finally(sentAway.stop);
    // It is away for a while, in which the flood goes on.
    await flood(4, () => false);
    const closed = closing(deaf.socket);
    deaf.socket.resume();
    expect(await closed).toEqual([1013, 'Too slow: resume from the last cursor']);
    const again = await rawClient();
    again.say({ ...subscribing(RESUMED, { after: cursorsOf(deaf).at(-1) }) });
    await flood(4, () => false);
    const cursors = (): readonly string[] => [...cursorsOf(deaf), ...cursorsOf(again)];
    await until(() => cursors().length >= changes.lastSequence - first + 1);
    const all = Array.from({ length: changes.lastSequence - first + 1 }, (_, index) => first + index);
    expect(cursors()).toEqual(all.map((sequence) => Buffer.from(`${changes.epoch}:${sequence}`).toString('base64url')));
    again.socket.terminate();
    await client.dispose();
  });

  it('is not waited for longer than a socket may take', async () => {
    served = await serve({ limits: { socket: { buffered: 16 * 1024, drain: 100, goodbye: 100 } } });
    const deaf = await rawClient();
    deaf.say(subscribing(CHANGES));
    await until(() => served.subscribers() === 1);
    deaf.socket.pause();
    // More than the kernel takes on both sides.
    for (let round = 0; round < 20; round += 1) served.registry.report(storm(round, 200, LONG));
    await until(() => served.subscribers() === 0);
    expect(served.complaints).toEqual([]);
  });

  it('of resourceHealth is given the latest once it reads again', async () => {
    served = await serve({ limits: { socket: { buffered: 16 * 1024, drain: 30_000, goodbye: 5_000 } } });
    const deaf = await rawClient();
    deaf.say(subscribing(ONE, { id: idOf(ResourceKind.POD, 'web') }));
    await deaf.hears('next');
    deaf.socket.pause();
    const rounds = 2_000;
    const text = 'y'.repeat(10_000);
    for (let round = 1; round <= rounds; round += 1) {
      served.registry.report([pod('web', { warn: `${round}-${text}` })]);
      await new Promise(setImmediate);
    }
    deaf.socket.resume();
    const isLatest = (): boolean => JSON.stringify(deaf.heard.at(-1) ?? null).includes(`"${rounds}-y`);
    await until(isLatest);
    expect(deaf.heard.length).toBeLessThan(rounds);
    const numbers = deaf.heard
      .map((message) => /"subject":"(\d+)-y/.exec(JSON.stringify(message))?.[1])
      .filter((number) => number !== undefined)
      .map(Number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(deaf.socket.readyState).toBe(WebSocket.OPEN);
    deaf.socket.terminate();
  });
});

/** Whether there is room for another connection, at once or soon. */
async function isRoomSoon(): Promise<boolean> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    const other = new WebSocket(socketUrl(served), GRAPHQL_TRANSPORT_WS_PROTOCOL);
    other.on('error', () => undefined);
    const isLetIn = await once(other, 'open').then(
      () => true,
      () => false,
    );
    other.terminate();
    if (isLetIn) return true;
  }
  return false;
}

describe('a client that does not read what it asked for', () => {
  it.each([
    ['where little may wait', 16 * 1_024],
    ['where much may wait', 16 * 1_024 ** 2],
  ])('is sent away %s', async (_, buffered) => {
    served = await serve({
      facts: [...SMALL_FACTS, ...storm(0, 500, LONG)],
      limits: { socket: { buffered, drain: 100, goodbye: 100 } },
      serverLimits: { webSocket: { ...DEFAULT_SERVER_LIMITS.webSocket, connectionsPerClient: 1 } },
    });
    const deaf = await rawClient();
    deaf.socket.pause();
    // More than the kernel takes on both sides.
    for (let index = 0; index < 60; index += 1)
      deaf.say({ ...subscribing('{ pods(first: 500) { nodes { name } } }'), id: String(index) });
    expect(await isRoomSoon()).toBe(true);
    deaf.socket.terminate();
    expect(served.complaints).toEqual([]);
  });
});

describe('a client that reads', () => {
  it('gets all that it asked for at once, however much that is', async () => {
    served = await serve({ facts: [...SMALL_FACTS, ...storm(0, 500, LONG)] });
    const client = await rawClient();
    // Of a megabyte each.
    for (let index = 0; index < 30; index += 1)
      client.say({ ...subscribing('{ pods(first: 500) { nodes { name } } }'), id: String(index) });
    await until(() => client.heard.filter(({ type }) => type === 'next' || type === 'error').length === 30);
    const sizes = client.heard.filter(({ type }) => type === 'next' || type === 'error').map(podsIn);
    expect(sizes).toEqual(sizes.map(() => 500));
    expect(client.socket.readyState).toBe(WebSocket.OPEN);
    client.socket.terminate();
  });

  it('is not sent away by a great many changes in one moment', async () => {
    served = await serve();
    const client = connect(served);
    const listening = listen(client, CHANGES);
    await until(() => served.subscribers() === 1);
    served.registry.report(storm(0, 6_000, LONG));
    const { lastSequence } = served.registry.changes;
    expect(lastSequence).toBeGreaterThanOrEqual(6_000);
    await listening.until((_, count) => count === lastSequence);
    await client.dispose();
  });

  it('gets what came while its opening was long', async () => {
    served = await serve({ facts: storm(0, 3_000, LONG) });
    const client = connect(served);
    const opening = CHANGES.replace('healthChanges', 'healthChanges(initial: true)');
    const listening = listen(client, opening);
    await until(() => served.subscribers() === 1);
    served.registry.report(storm(1, 3_000, LONG));
    const { lastSequence } = served.registry.changes;
    await listening.until(
      (_, count) => count === [...served.registry.entries(ResourceKind.POD)].length + 1 + lastSequence,
    );
    await client.dispose();
  });
});

describe('a socket', () => {
  it('answers queries too, and says nothing of what is inside when one breaks', async () => {
    served = await serve({
      adapt: (schema) => {
        const field = schema.getQueryType()?.getFields()['platform'];
        if (field !== undefined)
          field.resolve = () => {
            throw new Error('password=hunter2');
          };
      },
    });
    const client = connect(served);
    const answers = listen(client, '{ __typename }');
    await answers.over;
    expect(answers.heard).toEqual([{ data: { __typename: 'Query' } }]);
    const broken = listen(client, '{ platform { name } }');
    await broken.over;
    expect(broken.heard[0]?.errors?.[0]?.message).toBe('Internal error');
    expect(JSON.stringify(broken.heard)).not.toContain('hunter2');
    await client.dispose();
  });

  it('survives a query that is nested too deeply or has too many tokens', async () => {
    served = await serve();
    const client = connect(served);
    const deep = `{ __schema { types { ${'ofType { '.repeat(20)} name ${'}'.repeat(20)} } } }`;
    await expect(listen(client, deep).over).rejects.toThrow(/nested deeper than 18/);
    await expect(listen(client, `{ ${'__typename '.repeat(4_000)} }`).over).rejects.toThrow(/4000 tokens/);
    await expect(listen(client, '{ oops').over).rejects.toThrow(/Syntax Error/);
    await expect(listen(client, 'query A { __typename } query B { __typename }').over).rejects.toThrow(/Name one/);
    await listen(client, '{ __typename }').over;
    await client.dispose();
  });

  it('hides the schema where it is configured so', async () => {
    served = await serve({ isIntrospectable: false });
    const client = connect(served);
    await expect(listen(client, '{ __schema { types { name } } }').over).rejects.toThrow(/introspection/i);
    await client.dispose();
  });

  it('is closed when a message is larger than a query can be', async () => {
    served = await serve();
    const { socket } = await rawClient();
    socket.send('x'.repeat(300_000));
    expect((await closing(socket))[0]).toBe(1009);
  });

  it('has room for 200 subscriptions', async () => {
    served = await serve();
    const client = connect(served);
    const all = Array.from({ length: 200 }, () => listen(client, CHANGES));
    await until(() => served.subscribers() === 200);
    await expect(listen(client, CHANGES).over).rejects.toThrow(/200 subscriptions/);
    all[0]?.leave();
    await until(() => served.subscribers() === 199);
    listen(client, CHANGES);
    await until(() => served.subscribers() === 200);
    await client.dispose();
    await until(() => served.subscribers() === 0);
  });

  it('gets answers and events under the ids that it gave, whatever they are', async () => {
    served = await serve();
    const raw = await rawClient();
    const ids = ['a', '"ü\n', 'x'.repeat(200)];
    for (const id of ids) raw.say({ ...subscribing(ONE, { id: idOf(ResourceKind.POD, 'web') }), id });
    raw.say({ ...subscribing('{ __typename }'), id: 'q' });
    await until(() => raw.heard.filter(({ type }) => type === 'next').length === ids.length + 1);
    served.registry.report([pod('web', { warn: 'a' })]);
    await until(() => raw.heard.filter(({ type }) => type === 'next').length === 2 * ids.length + 1);
    const told = raw.heard.filter(({ type }) => type === 'next').map(({ id }) => id ?? null);
    expect(told.sort()).toEqual([...ids, ...ids, 'q'].sort());
    raw.socket.terminate();
  });

  it('gets events of any length whole', async () => {
    served = await serve({ facts: [pod('web', { warn: '' })] });
    const raw = await rawClient();
    const lengthOf = (message: unknown): number => Buffer.byteLength(JSON.stringify(message));
    raw.say(subscribing('subscription ($id: ID!) { resourceHealth(id: $id) { labels { value } } }', { id: idOf(ResourceKind.POD, 'web') })); // prettier-ignore
    await raw.hears('next');
    const empty = lengthOf(raw.heard.at(-1));
    expect(empty).toBeLessThan(120);
    const lengths = [125, 126, 127, 65_535, 65_536, 65_537, 500_000];
    for (const length of lengths) {
      const count = raw.heard.length;
      served.registry.report([pod('web', { warn: `${'x'.repeat(length - empty - 2)}ü` })]);
      await until(() => raw.heard.length > count);
    }
    expect(raw.heard.slice(-lengths.length).map(lengthOf)).toEqual(lengths);
    raw.socket.terminate();
  });

  it('may die while it is sent to', async () => {
    served = await serve();
    for (let round = 0; round < 10; round += 1) {
      const raw = await rawClient();
      raw.say(subscribing(CHANGES.replace('healthChanges', 'healthChanges(initial: true)')));
      await until(() => served.subscribers() === 1);
      served.registry.report(storm(round, 300, LONG));
      raw.socket.terminate();
      await until(() => served.subscribers() === 0);
    }
    await new Promise(setImmediate);
    expect(served.complaints).toEqual([]);
  });

  it('is told when the server stops', async () => {
    served = await serve();
    const raw = await rawClient();
    raw.say(subscribing(CHANGES));
    await until(() => served.subscribers() === 1);
    const closed = closing(raw.socket);
    await served.stop();
    expect((await closed)[0]).toBe(1001);
  });

  it('elsewhere than at /graphql is refused', async () => {
    served = await serve();
    const socket = new WebSocket(served.url.replace('http', 'ws'), GRAPHQL_TRANSPORT_WS_PROTOCOL);
    const [error] = (await once(socket, 'error').catch((reason: unknown) => [reason])) as [Error];
    expect(error.message).toMatch(/404/);
  });
});
