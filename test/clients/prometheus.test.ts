import { writeFile } from 'node:fs/promises';
import { PrometheusClient } from '../../src/clients/prometheus.js';
import { ExchangeError } from '../../src/clients/exchange-error.js';
import { prometheusSchema } from '../../src/config/http-access.js';
import { ScriptedServer, type Turn } from './scripted-server.js';

/** As Prometheus 2.42 answers. */
const VECTOR = {
  status: 'success',
  data: {
    resultType: 'vector',
    result: [
      { metric: { __name__: 'up', job: 'node' }, value: [1795702362.351, '1'] },
      { metric: { job: 'never' }, value: [1795702362.351, 'NaN'] },
      { metric: {}, value: [1795702362.351, '+Inf'] },
      { metric: {}, value: [1795702362.351, '-Inf'] },
    ],
  },
};
const REFUSED_QUERY = {
  status: 'error',
  errorType: 'bad_data',
  error: 'invalid parameter "query": 1:9: parse error: unclosed left parenthesis',
};

const always =
  (status: number, body: unknown): Turn =>
  ({ answer }) => {
    answer(status, body);
  };

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe('PrometheusClient', () => {
  let server: ScriptedServer;
  let client: PrometheusClient;

  afterEach(async () => {
    client.close();
    await server.close();
  });

  async function connect(script: readonly Turn[], settings: object = {}, longest?: number): Promise<void> {
    server = await ScriptedServer.start(...script);
    const url = `http://127.0.0.1:${server.port}/prefix/`;
    client = new PrometheusClient(prometheusSchema.parse({ url, ...settings }), longest);
  }

  const ask = (deadline = 5_000): ReturnType<PrometheusClient['query']> =>
    client.query('up > "a&b"', AbortSignal.timeout(deadline));

  async function failure(promise: Promise<unknown>): Promise<ExchangeError> {
    const error = await promise.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof ExchangeError) return error;
    throw new Error(`no ExchangeError: ${String(error)}`);
  }

  it('asks with POST and reads vectors, with all that Prometheus calls a number', async () => {
    const bodies: string[] = [];
    await connect([
      ({ request, answer }) => {
        request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
        request.on('end', () => {
          answer(200, VECTOR);
        });
      },
    ]);
    const evaluatedAt = 1795702362351;
    expect(await ask()).toEqual([
      { labels: { __name__: 'up', job: 'node' }, value: 1, evaluatedAt },
      { labels: { job: 'never' }, value: NaN, evaluatedAt },
      { labels: {}, value: Infinity, evaluatedAt },
      { labels: {}, value: -Infinity, evaluatedAt },
    ]);
    const { method, url, headers } = server.requests[0]?.request ?? {};
    expect({ method, url, authorization: headers?.authorization }).toEqual({
      method: 'POST',
      url: '/prefix/api/v1/query',
      authorization: undefined,
    });
    expect(new URLSearchParams(bodies.join('')).get('query')).toBe('up > "a&b"');
  });

  it('reads a scalar, leaves native histograms out, and tells nothing from no answer', async () => {
    const data = (resultType: string, result: unknown): object => ({ status: 'success', data: { resultType, result } });
    await connect([
      always(200, data('scalar', [1795702362.351, '0.5'])),
      always(200, data('vector', [{ metric: {}, histogram: [1795702362.351, {}] }])),
      always(200, data('vector', [])),
    ]);
    expect(await ask()).toEqual([{ labels: {}, value: 0.5, evaluatedAt: 1795702362351 }]);
    expect(await ask()).toEqual([]);
    expect(await ask()).toEqual([]);
    expect(new Set(server.requests.map(({ request }) => request.socket.remotePort)).size).toBe(1);
  });

  it.each([
    ['a query it does not accept', always(400, REFUSED_QUERY), 'invalid', /does not accept the query \(bad_data\)/],
    ['a query that took it too long', always(503, { ...REFUSED_QUERY, errorType: 'timeout' }), 'lost', /timeout/],
    ['an error under 200', always(200, { ...REFUSED_QUERY, errorType: 'execution' }), 'invalid', /execution/],
    ['no credentials', always(401, 'Unauthorized'), 'forbidden', /401/],
    ['a refusal', always(403, '<html>secret</html>'), 'forbidden', /403/],
    ['a proxy without Prometheus behind it', always(502, '<html>'), 'lost', /502/],
    ['another server', always(404, '<html>'), 'invalid', /404/],
    ['another server that likes everything', always(200, '<html>'), 'invalid', /or half of it/],
    ['JSON of something else', always(200, { status: 'success' }), 'invalid', /or half of it/],
    ['a matrix', always(200, { status: 'success', data: { resultType: 'matrix', result: [] } }), 'invalid', /half/],
    ['a value that is none', always(200, JSON.stringify(VECTOR).replace('"1"', '""')), 'invalid', /half/],
  ] as const)('tells %s', async (_, turn, state, message) => {
    await connect([turn]);
    expect(await failure(ask())).toMatchObject({ state, message: matching(message) });
  });

  it('tells an answer that breaks off, one that is too long, and nobody there', async () => {
    await connect(
      [
        ({ response }) => {
          response.writeHead(200, { 'content-length': '1000' });
          response.write('{"status":"succ', () => response.socket?.destroy());
        },
        always(200, ' '.repeat(2_000)),
      ],
      {},
      1_000,
    );
    expect(await failure(ask())).toMatchObject({ state: 'lost' });
    expect(await failure(ask())).toMatchObject({ state: 'invalid', message: matching(/1000 bytes/) });
    await server.refuse();
    expect(await failure(ask())).toMatchObject({
      state: 'lost',
      message: matching(/refuses connections/),
    });
  });

  it('ends with its signal, before the answer and in the middle of it', async () => {
    await connect([
      () => undefined,
      ({ response }) => {
        response.write('{');
      },
    ]);
    await expect(ask(100)).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(ask(100)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('asks again where a kept connection was just closed', async () => {
    await connect([
      always(200, VECTOR),
      ({ cut }) => {
        cut();
      },
      always(200, VECTOR),
    ]);
    await ask();
    expect(await ask()).toHaveLength(4);
    expect(server.requests).toHaveLength(3);
  });

  it('shows a password, or a token from a file that may change', async () => {
    await connect([always(200, VECTOR)], { user: 'vitals', password: 'se:cret' });
    await ask();
    expect(server.requests[0]?.request.headers.authorization).toBe(`Basic ${btoa('vitals:se:cret')}`);
    client.close();
    await server.close();

    server = await ScriptedServer.start(always(200, VECTOR), always(200, VECTOR));
    const tokenFile = server.file('token');
    const url = `http://127.0.0.1:${server.port}`;
    client = new PrometheusClient(prometheusSchema.parse({ url, tokenFile }));
    const missing = await failure(ask());
    expect(missing).toMatchObject({ state: 'forbidden', message: 'The token file cannot be read (ENOENT).' });
    expect(missing.message).not.toContain(tokenFile);
    for (const token of ['first', 'second']) {
      await writeFile(tokenFile, `${token}\n`);
      await ask();
    }
    expect(server.requests.map(({ request }) => request.headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
    await writeFile(tokenFile, 'a\nb');
    expect(await failure(ask())).toMatchObject({ state: 'forbidden', message: matching(/^[^\n]*$/) });
  });
});

describe('prometheusSchema', () => {
  const url = 'https://prometheus.example.com/a';

  it.each([
    [{ url: 'prometheus:9090' }, 'is no address'],
    [{ url: 'ftp://prometheus' }, 'is no address'],
    [{ url: 'http://user:word@prometheus' }, 'holds a user or password'],
    [{ url, user: 'vitals', password: 'a', passwordFile: 'b' }, 'exclude each other'],
    [{ url, password: 'a' }, 'needs its user'],
    [{ url, user: 'vitals', token: 'a' }, 'exclude each other'],
    [{ url, bearer: 'a' }, 'Unrecognized key'],
  ])('refuses %j', (given, message) => {
    const { error } = prometheusSchema.safeParse(given);
    expect(error?.issues.map((issue) => issue.message).join()).toContain(message);
  });
});
