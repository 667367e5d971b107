import { ResourceKind } from '../../src/model/kinds.js';
import type { ServerLimits } from '../../src/model/server-limits.js';
import { MOST_WAITING } from '../../src/server/limits/admission.js';
import { SMALL_FACTS, type Served, type ServedOptions, connect, listen, serve } from '../support/served.js';
import { node, source } from '../support/small-world.js';
import { until } from '../support/until.js';

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
    readonly extensions?: unknown;
  };
}

const running: Served[] = [];

async function started(serverLimits: Partial<ServerLimits>, more: ServedOptions = {}): Promise<Served> {
  const served = await serve({ serverLimits, ...more });
  running.push(served);
  return served;
}

afterEach(async () => {
  for (const served of running.splice(0)) await served.stop();
});

async function ask(served: Served, request: unknown): Promise<Answer> {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(request),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: (await response.json()) as Answer['body'],
  };
}

/** What a document is refused with, over HTTP and over WebSocket. */
async function refusals(
  served: Served,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<readonly unknown[]> {
  const http = (await ask(served, { query, variables })).body.errors?.[0];
  const client = connect(served);
  const listening = listen(client, query, variables);
  const socket: unknown = await listening.over.then(
    () => listening.heard.at(-1)?.errors?.[0],
    (error: unknown) => ((error as Error).cause as unknown[])[0],
  );
  await client.dispose();
  return [http, socket].map((error) => (error as { readonly extensions?: unknown } | undefined)?.extensions);
}

describe('a document beyond a limit is refused with its own code, the limit and the value', () => {
  it.each<[string, Partial<ServerLimits>, string, object]>([
    ['tokens', { tokens: 5 }, '{ a b c d e f }', { code: 'TOO_MANY_TOKENS', setting: 'tokens', limit: 5 }],
    [
      'depth',
      { depth: 3 },
      '{ pods { nodes { node { name } } } }',
      { code: 'QUERY_TOO_DEEP', setting: 'depth', limit: 3, value: 4 },
    ],
    [
      'depth through fragments',
      { depth: 3 },
      '{ pods { ...A } } fragment A on PodConnection { nodes { ...B } } fragment B on Pod { node { name } }',
      { code: 'QUERY_TOO_DEEP', setting: 'depth', limit: 3, value: 4 },
    ],
    [
      'aliases',
      { aliases: 2 },
      '{ a: __typename b: __typename c: __typename }',
      { code: 'TOO_MANY_ALIASES', setting: 'aliases', limit: 2, value: 3 },
    ],
    [
      'fields that fragments multiply',
      { fields: 6 },
      '{ a: platform { ...A } b: platform { ...A } } fragment A on Platform { name kind id }',
      { code: 'TOO_MANY_FIELDS', setting: 'fields', limit: 6, value: 8 },
    ],
    [
      'directives',
      { directives: 2 },
      '{ a: __typename @skip(if: false) b: __typename @skip(if: false) c: __typename @skip(if: false) }',
      { code: 'TOO_MANY_DIRECTIVES', setting: 'directives', limit: 2, value: 3 },
    ],
    [
      'cost',
      { cost: 50 },
      '{ pods(first: 30) { nodes { name } } }',
      { code: 'QUERY_TOO_COSTLY', setting: 'cost', limit: 50, value: 70 },
    ],
    [
      'items of a list that is written in it',
      {},
      `{ resources(ids: [${'"a" '.repeat(501)}]) { id } }`,
      { code: 'BAD_USER_INPUT', limit: 500, value: 501 },
    ],
    [
      'characters of an alias',
      {},
      `{ ${'a'.repeat(201)}: __typename }`,
      { code: 'BAD_USER_INPUT', limit: 200, value: 201 },
    ],
    [
      'items of lists',
      { listItems: 3 },
      '{ pods { nodes { name } } signals { name } }',
      { code: 'QUERY_TOO_LARGE', setting: 'listItems', limit: 3 },
    ],
  ])('%s', async (_, serverLimits, query, extensions) => {
    expect(await refusals(await started(serverLimits), query)).toEqual([extensions, extensions]);
  });

  it('bytes of the body', async () => {
    const served = await started({ body: 100 });
    const { status, body } = await ask(served, { query: `{ __typename } #${'x'.repeat(100)}` });
    expect(status).toBe(413);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'BODY_TOO_LARGE', setting: 'body', limit: 100, value: 128 });
  });

  it('a batch', async () => {
    const served = await started({});
    const { status, body } = await ask(served, [{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BATCHING_NOT_SUPPORTED', limit: 1, value: 2 } }]);
  });

  const CHANGES = 'query ($filter: ChangeFilter) { changes(filter: $filter) { totalCount } }';

  it.each<[string, Record<string, unknown>, object]>([
    ['a list', { filter: { resourceIds: Array.from({ length: 501 }, () => 'a') } }, { limit: 500, value: 501 }],
    [
      'an input',
      { filter: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, 1])) },
      { limit: 100, value: 101 },
    ],
    ['nesting', { filter: JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) as unknown }, { limit: 10 }],
  ])('so are variables: %s', async (_, variables, excess) => {
    const extensions = { code: 'BAD_USER_INPUT', ...excess };
    expect(await refusals(await started({}), CHANGES, variables)).toEqual([extensions, extensions]);
  });

  it('as long as the limits, they are taken', async () => {
    const served = await started({});
    const filter = { resourceIds: Array.from({ length: 500 }, () => 'a') };
    const { body } = await ask(served, { query: CHANGES, variables: { filter } });
    expect(body).toEqual({ data: { changes: { totalCount: 0 } } });
  });

  it.each(['__proto__', 'constructor'])('no variable is called as what every object has: %s', async (name) => {
    const served = await started({ cost: 50 });
    const query = `query ($${name}: Int! = 500) { pods(first: $${name}) { nodes { name } } }`;
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
    expect(await refusals(served, query, JSON.parse(`{"${name}":0}`) as Record<string, unknown>)).toEqual([
      extensions,
      extensions,
    ]);
    const own = query.replaceAll(name, '__relay_internal__pv__n');
    const taken = await ask(served, { query: own, variables: { __relay_internal__pv__n: 1 } });
    expect(taken.body.errors).toBeUndefined();
  });

  it('the variables make the cost', async () => {
    const served = await started({ cost: 50 });
    const query = 'query ($n: Int!) { pods(first: $n) { nodes { name } } }';
    expect((await ask(served, { query, variables: { n: 20 } })).body.errors).toBeUndefined();
    const { status, body } = await ask(served, { query, variables: { n: 21 } });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY', limit: 50, value: 52 } }]);
  });
});

describe('what an operation costs', () => {
  it('is told where the request asks it, and only there', async () => {
    const served = await started({ cost: 500 });
    const query = '{ pods(first: 1) { nodes { name } } }';
    const told = await ask(served, { query, extensions: { cost: true } });
    expect(told.body).toEqual({ data: expect.anything() as unknown, extensions: { cost: { value: 12, limit: 500 } } });
    expect((await ask(served, { query })).body.extensions).toBeUndefined();
  });
});

describe('the deadline of an operation', () => {
  it('ends one that waits', async () => {
    const served = await started({ deadline: 50 }, { adapt: (schema) => {
      const field = schema.getQueryType()?.getFields()['platform'];
      if (field !== undefined) field.resolve = () => new Promise(() => undefined);
    } }); // prettier-ignore
    const started50 = performance.now();
    const extensions = { code: 'DEADLINE_EXCEEDED', setting: 'deadline', limit: 50 };
    expect(await refusals(served, '{ platform { name } }')).toEqual([extensions, extensions]);
    expect(performance.now() - started50).toBeLessThan(5_000);
    expect((await ask(served, { query: '{ __typename }' })).status).toBe(200);
  });

  it('counts from when it was asked, though it waited for another that asked the same', async () => {
    const deadline = 2_000;
    let executed = 0;
    const served = await started({ deadline }, { adapt: (schema) => {
      const field = schema.getQueryType()?.getFields()['platform'];
      if (field !== undefined) field.resolve = () => new Promise(() => (executed += 1));
    } }); // prettier-ignore
    const query = '{ platform { name } }';
    const first = ask(served, { query });
    await until(() => executed === 1);
    const begin = performance.now();
    const second = await ask(served, { query });
    // One deadline after the other would be twice as much.
    expect(performance.now() - begin).toBeLessThan(1.9 * deadline);
    for (const { body } of [await first, second])
      expect(body.errors).toMatchObject([{ extensions: { code: 'DEADLINE_EXCEEDED', limit: deadline } }]);
    expect(executed).toBe(2);
  });

  it('ends one that works, at its next list', async () => {
    const sights = [{ subject: 'nodes', kind: ResourceKind.NODE }];
    const facts = [...SMALL_FACTS, source(sights), ...Array.from({ length: 60 }, (_, index) => node(`node-${index}`))];
    const served = await started({ deadline: 100, cost: 1e12, listItems: 1e9 }, { facts });
    const nested = (levels: number): string =>
      levels === 0 ? '__typename' : `nodes { nodes { cluster { ${nested(levels - 1)} } } }`;
    const begin = performance.now();
    const extensions = { code: 'DEADLINE_EXCEEDED', setting: 'deadline', limit: 100 };
    // Six million things: it would take a minute.
    expect(await refusals(served, `{ ${nested(4)} }`)).toEqual([extensions, extensions]);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});

describe('a client that asks too fast', () => {
  it('is told when to come back, also over WebSocket; others are not concerned', async () => {
    const served = await started({ rate: { perSecond: 0.05, burst: 2 } }, { trustedProxies: ['127.0.0.1'] });
    const query = '{ __typename }';
    const answers = [await ask(served, { query }), await ask(served, { query }), await ask(served, { query })];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    const [, , refused] = answers;
    expect(Number(refused?.retryAfter)).toBeGreaterThan(10);
    expect(refused?.body.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', setting: 'rate.perSecond', limit: 0.05 } }]); // prettier-ignore
    const client = connect(served);
    await expect(listen(client, query).over).rejects.toThrow(/RATE_LIMITED/);
    await client.dispose();
    const other = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' },
      body: JSON.stringify({ query }),
    });
    expect(other.status).toBe(200);
  });
});

describe('at overload', () => {
  it('what cannot be begun is turned away at once; kept answers and health are given, and it ends by itself', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const served = await started({ inFlight: 2 }, { adapt: (schema) => {
      const field = schema.getQueryType()?.getFields()['server'];
      const resolve = field?.resolve;
      if (field === undefined || resolve === undefined) throw new Error('There is no field server.');
      field.resolve = async (...args) => {
        await held;
        return resolve(...args);
      };
    } }); // prettier-ignore
    const kept = { query: '{ platform { name } }' };
    expect((await ask(served, kept)).status).toBe(200);
    const slow = [1, 2].map((n) => ask(served, { query: `{ server { version } } # ${n}` }));
    // Asked on connections of their own: they are under way once a third one is refused.
    let refused = await ask(served, { query: '{ platform { kind } }' });
    for (let turn = 0; refused.status === 200 && turn < 100; turn += 1)
      refused = await ask(served, { query: `{ platform { kind } } # ${turn}` });
    expect(refused.status).toBe(503);
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    expect(refused.body.errors).toMatchObject([{ extensions: { code: 'OVERLOADED', setting: 'inFlight', limit: 2, value: 2 } }]); // prettier-ignore
    expect((await ask(served, kept)).status).toBe(200);
    expect((await fetch(`${served.url}/health/ready`)).status).toBe(200);
    release();
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await ask(served, { query: '{ platform { id } }' })).status).toBe(200);
  });

  it('who waits for the same answer is turned away at once where too much waits; the others have it', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let executed = 0;
    const served = await started({ body: MOST_WAITING }, { adapt: (schema) => {
      const field = schema.getQueryType()?.getFields()['platform'];
      const resolve = field?.resolve;
      if (field === undefined || resolve === undefined) throw new Error('There is no field platform.');
      field.resolve = async (...args) => {
        executed += 1;
        await held;
        return resolve(...args);
      };
    } }); // prettier-ignore
    const body = JSON.stringify({ query: '{ platform { name } }' }).padEnd(MOST_WAITING / 2);
    const statusOf = async (): Promise<number> => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${served.url}/graphql`, { method: 'POST', headers, body })).status;
    };
    const first = statusOf();
    await until(() => executed === 1);
    const others = [statusOf(), statusOf()];
    expect(await Promise.race(others)).toBe(503);
    release();
    expect((await Promise.all([first, ...others])).sort((a, b) => a - b)).toEqual([200, 200, 503]);
    expect(executed).toBe(1);
  });

  it('is seen by the event loop that comes round late, and is over when it does not any more', async () => {
    const served = await started({ eventLoopDelay: 20 });
    const busy = setInterval(() => {
      const until = performance.now() + 60;
      while (performance.now() < until);
    }, 1);
    const statusOf = async (word: string): Promise<number> => (await ask(served, { query: `{ __typename } # ${word}` })).status; // prettier-ignore
    const until = async (status: number, word: string): Promise<void> => {
      const deadline = performance.now() + 10_000;
      for (let turn = 0; (await statusOf(`${word}${turn}`)) !== status; turn += 1) {
        if (performance.now() > deadline) throw new Error(`It was never ${status}.`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    try {
      await until(503, 'busy');
      expect((await fetch(`${served.url}/health/live`)).status).toBe(200);
    } finally {
      clearInterval(busy);
    }
    await until(200, 'calm');
  });
});
