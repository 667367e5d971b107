import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { type Client, createClient } from 'graphql-sse';
import { DEFAULT_SERVER_LIMITS, type WebSocketLimits } from '../../src/model/server-limits.js';
import { TrustedDocuments } from '../../src/server/limits/trusted-documents.js';
import { LIVE_LIMITS } from '../../src/server/live/live-limits.js';
import { Metrics } from '../../src/server/metrics/metrics.js';
import { type Sample, samplesIn } from '../support/exposed.js';
import { type Served, type ServedOptions, connect, listen, serve } from '../support/served.js';
import { LONG, pod, storm } from '../support/small-world.js';
import { until } from '../support/until.js';

const CHANGES = `subscription ($filter: ChangeFilter, $after: Cursor, $initial: Boolean! = false) {
  healthChanges(filter: $filter, after: $after, initial: $initial) { cursor type resourceName status }
}`;
const PODS = { filter: { kinds: ['POD'] } };

let served: Served;
const reading = new Set<AbortController>();

afterEach(async () => {
  for (const controller of reading) controller.abort();
  reading.clear();
  await served.stop();
});

async function start({
  webSocket,
  ...more
}: ServedOptions & { readonly webSocket?: Partial<WebSocketLimits> } = {}): Promise<void> {
  served = await serve({ ...more, serverLimits: { webSocket: { ...DEFAULT_SERVER_LIMITS.webSocket, ...webSocket }, ...more.serverLimits } }); // prettier-ignore
}

interface Event {
  readonly event: string;
  readonly data: unknown;
}

/** One event of `healthChanges`. */
interface Change {
  readonly cursor: string | null;
  readonly type: string;
  readonly resourceName: string | null;
  readonly status: string | null;
}

interface Stream {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** What came instead of events. */
  readonly text: () => Promise<string>;
  /** What was heard so far. */
  readonly events: readonly Event[];
  /** Waits until that is true of all that was heard, or the stream is over. */
  until(isIt: (events: readonly Event[]) => boolean): Promise<readonly Event[]>;
  /** Waits for its end; what it said for people. */
  over(): Promise<string>;
  leave(): void;
}

interface Asking {
  readonly method?: string;
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Reads a stream of events by hand, over a connection of its own. */
async function open(
  body: object | string,
  { method = 'POST', search = '', headers = {} }: Asking = {},
): Promise<Stream> {
  const controller = new AbortController();
  reading.add(controller);
  const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(20_000)]);
  const usual = { accept: 'text/event-stream', ...(method === 'POST' && { 'content-type': 'application/json' }) };
  const asked = request(`${served.url}/graphql/stream${search}`, { method, agent: false, signal, headers: { ...usual, ...headers } }); // prettier-ignore
  asked.on('error', () => undefined);
  asked.end(method === 'POST' ? (typeof body === 'string' ? body : JSON.stringify(body)) : undefined);
  const [response] = (await once(asked, 'response', { signal })) as [IncomingMessage];
  const status = response.statusCode ?? 0;
  const chunks = response.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>;
  const events: Event[] = [];
  let [comments, rest] = ['', ''];
  const readMore = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    const blocks = (rest + next.value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event] = /^event: (.*)$/m.exec(block) ?? [];
      const [, data = ''] = /^data: ?(.*)$/m.exec(block) ?? [];
      if (event !== undefined) events.push({ event, data: data === '' ? null : (JSON.parse(data) as unknown) });
      else if (block.length > 1) comments += block.slice(2);
    }
    return true;
  };
  return {
    status,
    headers: response.headers,
    events,
    until: async (isIt) => {
      while (!isIt(events))
        if (!(await readMore())) throw new Error(`It ended: ${comments} ${JSON.stringify(events.at(-1))}`);
      return events;
    },
    over: async () => {
      while (await readMore());
      return comments;
    },
    text: async () => {
      while (await readMore());
      return rest;
    },
    leave: () => {
      controller.abort();
    },
  };
}

/** What any page can have a browser send without asking first. */
const IMAGE: Asking = { method: 'GET', search: `?query=${encodeURIComponent('{ __typename }')}` };

const changesOf = (events: readonly Event[]): Change[] =>
  events.filter(({ event }) => event === 'next').map(({ data }) => (data as { readonly data: { readonly healthChanges: Change } }).data.healthChanges); // prettier-ignore

const has = (type: string) => (events: readonly Event[]) => changesOf(events).some((change) => change.type === type);

/** Waits until the server knows that a client went away. */
async function noticed({ exporter }: Metrics): Promise<void> {
  const isAborted = ({ name, labels }: Sample): boolean =>
    name === 'vitals_http_requests_total' && labels['status'] === 'aborted';
  const end = performance.now() + 10_000;
  while (!samplesIn(await exporter.metrics()).some(isAborted)) {
    if (performance.now() > end) throw new Error('It was not noticed.');
    await new Promise(setImmediate);
  }
}

describe('a stream of events', () => {
  it('begins with the state of all, then SYNCED, then every change; ends with its client', async () => {
    await start();
    const stream = await open({ query: CHANGES, variables: { initial: true, ...PODS } });
    expect([stream.status, stream.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await stream.until(has('SYNCED'));
    served.report([pod('web', { critical: 'y' })]);
    const heard = await stream.until(has('CHANGED'));
    expect(changesOf(heard).map(({ type, resourceName, status }) => [type, resourceName, status])).toEqual([
      ['INITIAL', 'web', 'HEALTHY'],
      ['INITIAL', 'worker', 'DEGRADED'],
      ['SYNCED', null, null],
      ['CHANGED', 'web', 'UNHEALTHY'],
    ]);
    expect(served.subscribers()).toBe(1);
    stream.leave();
    await until(() => served.subscribers() === 0);
    expect(served.complaints).toEqual([]);
  });

  it('resumes after a cursor without a gap or a repetition', async () => {
    await start();
    const first = await open({ query: CHANGES, variables: { initial: true, ...PODS } });
    const { cursor } = changesOf(await first.until(has('SYNCED'))).at(-1) as Change;
    first.leave();
    served.report([pod('a'), pod('b')]);
    const second = await open({ query: CHANGES, variables: { after: cursor, ...PODS } });
    served.report([pod('c')]);
    const heard = await second.until((events) => changesOf(events).length === 3);
    expect(changesOf(heard).map(({ resourceName }) => resourceName)).toEqual(['a', 'b', 'c']);
  });

  it('shares its events with who asks the same over WebSocket', async () => {
    await start();
    const client = connect(served);
    const listening = listen(client, CHANGES, PODS);
    const stream = await open({ query: CHANGES, variables: PODS });
    await until(() => served.subscribers() === 2);
    served.report([pod('web', { critical: 'y' })]);
    await listening.until(() => true);
    const heard = await stream.until((events) => events.length > 0);
    expect(heard[0]?.data).toEqual(listening.heard[0]);
    await client.dispose();
  });

  it('is what its own client expects, which comes again by itself', async () => {
    await start();
    const client: Client = createClient({ url: `${served.url}/graphql/stream`, retryAttempts: 0 });
    const heard: unknown[] = [];
    for await (const { data } of client.iterate({ query: CHANGES, variables: { initial: true, ...PODS } })) {
      heard.push(data);
      if (heard.length === 3) break;
    }
    expect(heard.at(-1)).toMatchObject({ healthChanges: { type: 'SYNCED' } });
    for await (const result of client.iterate({ query: '{ platform { name } }' })) heard.push(result);
    expect(heard.at(-1)).toEqual({ data: { platform: { name: 'platform' } } });
    client.dispose();
    await until(() => served.subscribers() === 0);
  });

  it.each(['same-origin', 'none'])('is for its own pages and for who types its address: %s', async (site) => {
    await start();
    const stream = await open({}, { ...IMAGE, headers: { accept: '*/*', 'sec-fetch-site': site } });
    await stream.over();
    expect(stream.events[0]?.data).toEqual({ data: { __typename: 'Query' } });
  });

  it('answers a query, and completes it', async () => {
    await start();
    const query = encodeURIComponent('{ platform { name } }');
    const stream = await open({}, { method: 'GET', search: `?query=${query}` });
    await stream.over();
    expect(stream.events).toEqual([
      { event: 'next', data: { data: { platform: { name: 'platform' } } } },
      { event: 'complete', data: null },
    ]);
  });
});

describe('a body that begins with the mark of its encoding', () => {
  it('is read as one that does not', async () => {
    await start();
    const stream = await open('\uFEFF{"query":"{ platform { name } }"}');
    await stream.over();
    expect(stream.events[0]).toEqual({ event: 'next', data: { data: { platform: { name: 'platform' } } } });
  });
});

describe('what is refused', () => {
  it.each([
    ['a document that is none', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['a field that there is not', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['variables that do not fit', { query: CHANGES, variables: { initial: 7 } }, 'BAD_USER_INPUT'],
    ['a cursor of another life', { query: CHANGES, variables: { after: Buffer.from('old:7').toString('base64url') } }, 'CURSOR_EXPIRED'], // prettier-ignore
    ['what costs too much', { query: '{ pods(first: 500) { nodes { node { pods(first: 500) { nodes { name } } } } } }' }, 'QUERY_TOO_COSTLY'], // prettier-ignore
  ])('is told as events where it is GraphQL’s: %s', async (_, body, code) => {
    await start({ serverLimits: { cost: 10_000 } });
    const stream = await open(body);
    await stream.over();
    expect(stream.events).toEqual([
      {
        event: 'next',
        data: { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) as object })] },
      },
      { event: 'complete', data: null },
    ]);
    expect(served.subscribers()).toBe(0);
  });

  it.each<[string, object | string, Asking, number]>([
    ['another method', {}, { method: 'PUT' }, 405],
    ['another media type', {}, { headers: { accept: 'application/json' } }, 406],
    ['a page of another origin', { query: CHANGES }, { headers: { origin: 'https://evil.example.com' } }, 403],
    ['an image of another site', {}, { ...IMAGE, headers: { accept: '*/*', 'sec-fetch-site': 'cross-site' } }, 403],
    ['an image of a neighbour', {}, { ...IMAGE, headers: { accept: '*/*', 'sec-fetch-site': 'same-site' } }, 403],
    ['no JSON', '{', {}, 400],
    ['no document', {}, {}, 400],
    ['a form', { query: CHANGES }, { headers: { 'content-type': 'text/plain' } }, 415],
    ['too much', { query: `${CHANGES}#${'x'.repeat(300_000)}` }, {}, 413],
  ])('is told by its status where it is HTTP’s: %s', async (_, body, init, status) => {
    await start();
    const stream = await open(body, init);
    expect(stream.status).toBe(status);
    expect(served.subscribers()).toBe(0);
    expect(served.complaints).toEqual([]);
  });

  it('is a page of another origin, by a code of its own', async () => {
    await start();
    const stream = await open({ query: CHANGES }, { headers: { origin: 'https://evil.example.com' } });
    expect(JSON.parse(await stream.text())).toMatchObject({ errors: [{ extensions: { code: 'FOREIGN_ORIGIN' } }] });
  });

  it('is one connection too many, of WebSockets and streams together', async () => {
    await start({ webSocket: { connectionsPerClient: 2 } });
    const client = connect(served);
    await listen(client, CHANGES, { initial: true }).until(() => true);
    const second = await open({ query: CHANGES });
    const third = await open({ query: CHANGES });
    expect([second.status, third.status, third.headers['retry-after']]).toEqual([200, 429, '5']);
    expect(JSON.parse(await third.text())).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_CONNECTIONS', setting: 'webSocket.connectionsPerClient', limit: 2 } }] }); // prettier-ignore
    await client.dispose();
  });

  it('is one subscription too many, of WebSockets and streams together', async () => {
    await start({ webSocket: { subscriptionsPerClient: 1 } });
    const client = connect(served);
    await listen(client, CHANGES, { initial: true }).until(() => true);
    const stream = await open({ query: CHANGES });
    await stream.over();
    expect(stream.events[0]?.data).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] });
    await client.dispose();
  });

  it('is who asks too fast', async () => {
    await start({ serverLimits: { rate: { perSecond: 0.01, burst: 3 } } });
    const statuses: number[] = [];
    for (let request = 0; request < 4; request += 1)
      statuses.push((await open({ query: '{ platform { name } }' })).status);
    expect(statuses).toContain(429);
    expect(statuses[0]).toBe(200);
  });

  it('is a subscription before the first picture, once that takes too long', async () => {
    await start({ isOpen: false, firstPictureDeadline: 50 });
    const stream = await open({ query: CHANGES });
    expect([stream.status, stream.headers['retry-after']]).toEqual([503, '5']);
  });

  it('is a document that is not listed; one that is may be named by its hash', async () => {
    await start({ documents: TrustedDocuments.of([CHANGES]) });
    expect((await open({ query: '{ platform { name } }' })).status).toBe(403);
    const sha256Hash = createHash('sha256').update(CHANGES).digest('hex');
    const stream = await open({
      variables: { initial: true },
      extensions: { persistedQuery: { version: 1, sha256Hash } },
    });
    await stream.until(has('SYNCED'));
  });
});

describe('a client that does not read', () => {
  it('is sent away once more waits than it may, and nobody else notices', async () => {
    await start({
      limits: { live: { ...LIVE_LIMITS, waiting: 200 }, socket: { buffered: 16 * 1024, drain: 300, goodbye: 300 } },
    });
    await open({ query: CHANGES });
    const client = connect(served);
    const healthy = listen(client, CHANGES);
    await until(() => served.subscribers() === 2);
    for (let round = 0; round < 60 && served.subscribers() === 2; round += 1) {
      served.report(storm(round, 200, LONG));
      const expected = served.registry.changes.lastSequence;
      await until(() => healthy.heard.length >= expected);
    }
    await until(() => served.subscribers() === 1);
    expect(served.complaints).toEqual([]);
    await client.dispose();
  });
});

describe('who may ask', () => {
  const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');
  const auth = {
    tokens: [
      { name: 'all', sha256: sha256('all') },
      { name: 'shop', sha256: sha256('some'), scopes: ['shop'] },
    ],
    scopes: [{ name: 'shop', users: [], groups: [], see: [{ clusters: null, namespaces: ['shop'], kinds: null }] }],
  };
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it('sees what its scope lets it see', async () => {
    await start({ auth });
    expect((await open({ query: CHANGES })).status).toBe(401);
    expect((await open({ query: CHANGES }, bearer('other'))).status).toBe(401);
    const kinds = async (token: string): Promise<unknown> => {
      const stream = await open({ query: CHANGES, variables: { initial: true, filter: { kinds: ['NODE', 'POD'] } } }, bearer(token)); // prettier-ignore
      const heard = changesOf(await stream.until(has('SYNCED'))).map(({ resourceName }) => resourceName);
      return heard.filter((name) => name !== null).sort();
    };
    expect(await kinds('all')).toEqual(['n1', 'web', 'worker']);
    expect(await kinds('some')).toEqual(['web', 'worker']);
  });

  it('is there until its token ends', async () => {
    const expires = (Date.now() + 1_500) as never;
    await start({ auth: { ...auth, tokens: [{ name: 'short', sha256: sha256('short'), expires }] } });
    const stream = await open({ query: CHANGES }, bearer('short'));
    expect(stream.status).toBe(200);
    expect(await stream.over()).toBe('Forbidden: the token has ended');
    expect((await open({ query: CHANGES }, bearer('short'))).status).toBe(401);
  });

  it('leaves nothing behind where it is gone before the first picture is complete', async () => {
    const reviewed: string[] = [];
    const review = (token: string) => {
      reviewed.push(token);
      return Promise.resolve({ user: token, groups: [] });
    };
    const metrics = new Metrics();
    await start({ auth: { tokens: [], scopes: [] }, authorities: { review, reviewKept: 1 }, lookedAtAgain: 50, isOpen: false, metrics }); // prettier-ignore
    const gone = open({ query: CHANGES }, bearer('gone'));
    await until(() => reviewed.length === 1);
    for (const controller of reading) controller.abort();
    await expect(gone).rejects.toThrow();
    await noticed(metrics);
    served.registry.open();
    await open({ query: CHANGES }, bearer('here'));
    await until(() => reviewed.filter((token) => token === 'here').length >= 3);
    expect(reviewed.filter((token) => token === 'gone')).toHaveLength(1);
  });
});

it('streams end when Vitals does, in time, and are counted by how they came', async () => {
  await start();
  const stream = await open({ query: CHANGES });
  await until(() => served.subscribers() === 1);
  const text = await (await fetch(`${served.url}/metrics`)).text();
  const subscriptions = samplesIn(text).filter(({ name }) => name === 'vitals_subscriptions');
  expect(subscriptions.map(({ labels, value }) => [labels['transport'], value])).toEqual([['websocket', 0], ['sse', 1]]); // prettier-ignore
  const begin = performance.now();
  const [said] = await Promise.all([stream.over(), served.stop()]);
  expect(said).toBe('Vitals ends');
  expect(performance.now() - begin).toBeLessThan(3_000);
});
