import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { serverAudits } from 'graphql-http';
import { SMALL_FACTS, type Served, serve } from '../support/served.js';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  };
}

let served: Served;

beforeAll(async () => {
  served = await serve();
});

afterAll(() => served.stop());

async function post(
  body: string,
  { to = served, headers = {} }: { readonly to?: Served; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(`${to.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

function ask(query: string, to: Served = served): Promise<Answer> {
  return post(JSON.stringify({ query }), { to, headers: { accept: 'application/graphql-response+json' } });
}

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${served.url}/graphql` }).filter(({ name }) =>
    /^(MUST|SHOULD) /.test(name),
  );

  it('is audited as a whole', () => {
    expect(audits.filter(({ name }) => name.startsWith('MUST '))).toHaveLength(13);
    expect(audits.filter(({ name }) => name.startsWith('SHOULD '))).toHaveLength(23);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? null : result.reason).toBeNull();
  });
});

describe('a request that is taken', () => {
  it('begins with the mark of its encoding', async () => {
    const { body } = await post('\uFEFF{"query":"{ __typename }"}');
    expect(body).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('a request that is refused', () => {
  it('is larger than a query can be', async () => {
    const { status, body } = await ask(`{ __typename } # ${'x'.repeat(300_000)}`);
    expect(status).toBe(413);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BODY_TOO_LARGE', limit: 262_144, value: 300_029 });
  });

  it('is larger than a query can be, and does not say so beforehand', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024));
    let left = 100;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: stream, duplex: 'half' };
    const status = await fetch(`${served.url}/graphql`, request as RequestInit).then(
      (response) => response.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(status);
    expect((await ask('{ __typename }')).status).toBe(200);
  });

  it.each([
    ['no JSON', '{oops'],
    ['no query', '{"variables":{}}'],
    ['nothing', ''],
    ['a batch', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]'],
  ])('is %s', async (_, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.data).toBeUndefined();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'could have been made by a foreign page: POST as %s',
    async (type) => {
      const { status, body } = await post('{"query":"{ __typename }"}', { headers: { 'content-type': type } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body.data).toBeUndefined();
      expect(body.errors?.[0]?.message).toMatch(/CSRF/);
    },
  );

  it('could have been made by a foreign page: GET', async () => {
    const url = `${served.url}/graphql?query=${encodeURIComponent('{ __typename }')}`;
    const refused = await fetch(url, { headers: { accept: '*/*' } });
    expect(refused.status).toBe(400);
    const allowed = await fetch(url, { headers: { 'apollo-require-preflight': 'yes' } });
    expect(await allowed.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('has too many tokens', async () => {
    const { status, body } = await ask(`{ ${'__typename '.repeat(4_000)} }`);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toMatch(/more than 4000 tokens/);
  });

  it.each([
    ['as it stands', 17, 400],
    ['as it stands', 16, 200],
    ['in fragments', 17, 400],
    ['in fragments', 16, 200],
  ])('is nested too deeply, %s: %i levels of types answer with %i', async (how, levels, status) => {
    const nested = (depth: number): string => (depth === 1 ? 'name' : `ofType { ${nested(depth - 1)} }`);
    const isWhole = how === 'as it stands';
    const query = isWhole
      ? `{ __schema { types { ${nested(levels)} } } }`
      : `{ __schema { types { ofType { ...F } } } } fragment F on __Type { ${nested(levels - 1)} }`;
    const answer = await ask(query);
    expect(answer.status).toBe(status);
    const messages = answer.body.errors?.map(({ message }) => message);
    expect(messages).toEqual(
      status === 200 ? undefined : [expect.stringMatching(/^The query is nested deeper than 18 levels: it has 19\./)],
    );
  });

  it('has fragments that go round in circles', async () => {
    const { body } = await ask(
      '{ __schema { types { ...A } } } fragment A on __Type { ofType { ...B } } fragment B on __Type { ofType { ...A } }',
    );
    expect(body.errors?.[0]?.message).toMatch(/Cannot spread fragment "A" within itself/);
  });

  it('is a hash of what nobody asked before', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const { body } = await post(JSON.stringify({ extensions }));
    expect(body.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  });

  it('is a hash of what was forgotten, since much was registered after it', async () => {
    const registered = Array.from({ length: 12 }, (_, index) => `{ __typename } # ${index} ${'x'.repeat(200_000)}`);
    const extensionsOf = (query: string) => {
      const sha256Hash = createHash('sha256').update(query).digest('hex');
      return { persistedQuery: { version: 1, sha256Hash } };
    };
    for (const query of registered) {
      const { body } = await post(JSON.stringify({ query, extensions: extensionsOf(query) }));
      expect(body).toEqual({ data: { __typename: 'Query' } });
    }
    const [first = '', last = ''] = [registered[0], registered.at(-1)];
    const forgotten = await post(JSON.stringify({ extensions: extensionsOf(first) }));
    expect(forgotten.body.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    const known = await post(JSON.stringify({ extensions: extensionsOf(last) }));
    expect(known.body).toEqual({ data: { __typename: 'Query' } });
  });

  it('names an operation that is not there', async () => {
    const { status, body } = await post(JSON.stringify({ query: 'query A { __typename }', operationName: 'B' }));
    expect([status, body]).toEqual([
      200,
      { errors: [{ message: 'Unknown operation named "B".', extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] },
    ]);
  });

  it('subscribes', async () => {
    const { status, body } = await ask('subscription { healthChanges { cursor } }');
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({ extensions: { code: 'SUBSCRIPTION_OVER_HTTP' } });
    expect(body.errors?.[0]?.message).toMatch(/over WebSocket/);
  });
});

describe('introspection', () => {
  it('answers the whole of what GraphiQL asks', async () => {
    const query = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
    });
    const { status, body } = await ask(query);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
  });

  it('is off where it is configured off', async () => {
    const closed = await serve({ isIntrospectable: false });
    try {
      const { status, body } = await ask('{ __schema { types { name } } }', closed);
      expect(status).toBe(400);
      expect(body.data).toBeUndefined();
      expect(body.errors).toMatchObject([{ message: expect.stringMatching(/`server.introspection: true`/) as string }]);
      const misspelt = await ask('{ platfrm { name } }', closed);
      expect(misspelt.body.errors?.map(({ message }) => message)).toEqual([
        'Cannot query field "platfrm" on type "Query".',
      ]);
      const variables = { filter: { status: ['UNHEALTY'] } };
      const query = 'query ($filter: PodFilter) { pods(filter: $filter) { totalCount } }';
      const unfit = await post(JSON.stringify({ query, variables }), { to: closed });
      expect(unfit.body.errors?.map(({ message }) => message)).toEqual([
        expect.stringMatching(/Value "UNHEALTY" does not exist in "HealthStatus" enum\.$/),
      ]);
      expect((await ask('{ __typename }', closed)).body).toEqual({ data: { __typename: 'Query' } });
    } finally {
      await closed.stop();
    }
  });
});

describe('a resolver that breaks', () => {
  it('says nothing of what is inside, but in the log', async () => {
    const broken = await serve({
      adapt: (schema) => {
        const field = schema.getQueryType()?.getFields()['platform'];
        if (field === undefined) throw new Error('There is no field platform.');
        field.resolve = () => {
          throw new Error('password=hunter2');
        };
      },
    });
    try {
      const { body } = await ask('{ platform { name } }', broken);
      expect(body.errors).toEqual([
        expect.objectContaining({ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
      ]);
      expect(JSON.stringify(body)).not.toContain('hunter2');
      expect(broken.complaints.join('')).toContain('hunter2');
    } finally {
      await broken.stop();
    }
  });
});

describe('health for Kubernetes', () => {
  it('is live at once, and ready from the first picture on', async () => {
    const starting = await serve({ isOpen: false });
    const state = async (path: string): Promise<readonly [number, unknown]> => {
      const response = await fetch(`${starting.url}/health/${path}`);
      return [response.status, await response.json()];
    };
    try {
      expect(await state('live')).toEqual([200, { status: 'live' }]);
      const sources = { 'kubernetes/prod': 'ok' };
      const resources = starting.registry.size();
      expect(resources).toBeGreaterThan(0);
      expect(await state('ready')).toEqual([503, { status: 'starting', resources, sources }]);
      starting.registry.open();
      expect(await state('ready')).toEqual([200, { status: 'ready', resources, sources }]);
    } finally {
      await starting.stop();
    }
  });

  it.each([
    ['HEAD', '/health/live', 200],
    ['POST', '/health/live', 405],
    ['GET', '/nothing', 404],
    ['HEAD', '/nothing', 404],
    ['PUT', '/graphql', 405],
    ['DELETE', '/graphql?query={__typename}', 405],
    ['PATCH', '/graphql', 405],
    ['OPTIONS', '/graphql', 405],
    ['HEAD', '/graphql', 405],
    ['GET', '/graphql/more', 404],
    ['GET', '/health/live?x=1', 200],
  ])('%s %s is %i', async (method, path, status) => {
    const response = await fetch(`${served.url}${path}`, { method, headers: { 'apollo-require-preflight': 'yes' } });
    expect(response.status).toBe(status);
    if (status === 405) expect(response.headers.get('allow')).toMatch(/GET/);
    if (method === 'HEAD') expect(await response.text()).toBe('');
  });
});

describe('a server that stops', () => {
  it('does not keep idle connections, and frees its port', async () => {
    const short = await serve({ facts: SMALL_FACTS });
    expect((await ask('{ __typename }', short)).status).toBe(200);
    const started = performance.now();
    await short.stop();
    expect(performance.now() - started).toBeLessThan(2_000);
    await expect(fetch(`${short.url}/health/live`)).rejects.toThrow(/fetch failed/);
  });

  it('says who has the port already', async () => {
    await expect(serve({ port: Number(new URL(served.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
