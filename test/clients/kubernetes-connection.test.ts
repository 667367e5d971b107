import { rm, writeFile } from 'node:fs/promises';
import { KubernetesConnection, type KubernetesRequest } from '../../src/clients/kubernetes-connection.js';
import { KubernetesError } from '../../src/clients/kubernetes-error.js';
import { type Exchange, ScriptedServer, status, type Turn } from './scripted-server.js';

const REQUEST: KubernetesRequest = { deadline: 2_000 };

async function failure(promise: Promise<unknown>): Promise<KubernetesError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof KubernetesError) return error;
  throw new Error(`no KubernetesError: ${String(error)}`);
}

const ok: Turn = ({ answer }) => {
  answer(200, { kind: 'Thing' });
};

describe('KubernetesConnection', () => {
  let server: ScriptedServer;
  let connection: KubernetesConnection;

  afterEach(async () => {
    connection.close();
    await server.close();
  });

  async function connect(script: readonly Turn[], user: object = {}): Promise<KubernetesConnection> {
    server = await ScriptedServer.start(...script);
    connection = new KubernetesConnection({ kubeconfig: await server.kubeconfig(user) });
    return connection;
  }

  it('reads JSON and the clock of the server', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    await connect([
      ({ answer }) => {
        answer(200, { kind: 'Version', gitVersion: 'v1' }, { date });
      },
    ]);
    expect(connection.clockSkew).toBeNull();
    expect(await connection.get('/version', REQUEST)).toEqual({
      body: { kind: 'Version', gitVersion: 'v1' },
      serverAt: Date.parse(date),
    });
    expect(Math.abs(Number(connection.clockSkew) - 60_000)).toBeLessThan(1_000);
    expect(server.requests[0]?.request).toMatchObject({ method: 'GET', url: '/version' });
  });

  it('keeps its connection', async () => {
    await connect([ok, ok, ok]);
    for (let count = 0; count < 3; count += 1) await connection.get('/', REQUEST);
    expect(new Set(server.requests.map(({ request }) => request.socket.remotePort)).size).toBe(1);
  });

  it('asks again where a kept connection was just closed', async () => {
    await connect([
      ok,
      ({ cut }) => {
        cut();
      },
      ok,
    ]);
    await connection.get('/', REQUEST);
    expect((await connection.get('/', REQUEST)).body).toEqual({ kind: 'Thing' });
    expect(server.requests).toHaveLength(3);
  });

  it.each<[string, Turn, Partial<KubernetesError>]>([
    [
      'unauthorized',
      ({ answer }) => {
        answer(401, status(401, 'Unauthorized'));
      },
      { kind: 'unauthorized', status: 401, message: '401 Unauthorized' },
    ],
    [
      'forbidden',
      ({ answer }) => {
        answer(403, status(403, 'pods is forbidden:\n User "x"'));
      },
      { kind: 'forbidden', status: 403, message: '403 Forbidden: pods is forbidden: User "x"' },
    ],
    [
      'gone',
      ({ answer }) => {
        answer(410, status(410, 'too old'));
      },
      { kind: 'gone', status: 410 },
    ],
    [
      'gone: not yet there',
      ({ answer }) => {
        answer(504, status(504, 'Timeout', { causes: [{ reason: 'ResourceVersionTooLarge' }] }));
      },
      { kind: 'gone', status: 504 },
    ],
    [
      'busy',
      ({ answer }) => {
        answer(429, 'try later', { 'retry-after': '7' });
      },
      { kind: 'status', status: 429, retryAfter: 7_000, message: '429 Too Many Requests' },
    ],
    [
      'somebody else',
      ({ answer }) => {
        answer(502, '<html>Bad gateway of a proxy</html>');
      },
      { kind: 'status', status: 502, message: '502 Bad Gateway' },
    ],
    [
      'somebody else, at length',
      ({ answer }) => {
        answer(503, 'x'.repeat(100_000));
      },
      { kind: 'status', status: 503, message: '503 Service Unavailable' },
    ],
    [
      'sent elsewhere',
      ({ answer }) => {
        answer(302, '', { location: 'http://127.0.0.1:1/' });
      },
      { kind: 'status', status: 302 },
    ],
    [
      'not JSON',
      ({ answer }) => {
        answer(200, '{"token": secret');
      },
      { kind: 'invalid', message: 'the answer is not JSON' },
    ],
    [
      'too long',
      ({ answer }) => {
        answer(200, JSON.stringify('x'.repeat(2_000)));
      },
      { kind: 'invalid', message: 'the answer is longer than 1000 bytes' },
    ],
    [
      'not HTTP',
      ({ request }) => {
        request.socket.end('SSH-2.0\r\n');
      },
      { kind: 'invalid' },
    ],
    [
      'cut',
      ({ cut }) => {
        cut();
      },
      { kind: 'unreachable' },
    ],
    [
      'cut in the body',
      ({ response, cut }) => {
        response.write('{');
        setTimeout(cut, 20);
      },
      { kind: 'unreachable' },
    ],
    ['no answer', () => undefined, { kind: 'timeout', message: 'no answer within 100 ms' }],
    [
      'no end',
      ({ response }) => {
        response.write('{');
      },
      { kind: 'timeout' },
    ],
    [
      'no end of a refusal',
      ({ response }) => {
        response.writeHead(500).write('{');
      },
      { kind: 'timeout' },
    ],
  ])('tells failures apart: %s', async (_, turn, expected) => {
    await connect([turn]);
    expect(await failure(connection.get('/', { deadline: 100, longest: 1_000 }))).toMatchObject(expected);
  });

  it('says that nothing listens', async () => {
    await connect([]);
    const { port } = server;
    await server.refuse();
    expect(await failure(connection.get('/', REQUEST))).toMatchObject({
      kind: 'unreachable',
      message: `connect ECONNREFUSED 127.0.0.1:${port}`,
    });
  });

  it.each<[string, (exchange: Exchange) => void]>([
    ['before the answer', () => undefined],
    ['within it', ({ response }) => response.write('{')],
  ])("ends with the caller's reason %s", async (_, turn) => {
    const controller = new AbortController();
    await connect([
      (exchange) => {
        turn(exchange);
        setTimeout(() => {
          controller.abort(new Error('enough'));
        }, 20);
      },
    ]);
    await expect(connection.get('/', { ...REQUEST, signal: controller.signal })).rejects.toThrow('enough');
    await expect(connection.get('/', { ...REQUEST, signal: controller.signal })).rejects.toThrow('enough');
    expect(server.requests).toHaveLength(1);
  });

  describe('stream', () => {
    it('lives longer than its deadline, and ends with the signal', async () => {
      const controller = new AbortController();
      await connect([
        ({ response }) => {
          response.write('one\n');
          setTimeout(() => response.write('two\n'), 120);
        },
      ]);
      const stream = await connection.stream('/', { deadline: 80, signal: controller.signal });
      const pieces: string[] = [];
      const reading = (async () => {
        for await (const piece of stream) {
          pieces.push(String(piece));
          if (pieces.length === 2) controller.abort();
        }
      })();
      await expect(reading).rejects.toThrow();
      expect(pieces).toEqual(['one\n', 'two\n']);
    });
  });

  describe('credentials', () => {
    const authorizations = (): (string | undefined)[] =>
      server.requests.map(({ request }) => request.headers.authorization);
    const refuse: Turn = ({ answer }) => {
      answer(401, status(401, 'Unauthorized'));
    };

    it('reads a file of tokens again after a refusal', async () => {
      await connect([ok, refuse, ok], { tokenFile: 'token' });
      await writeFile(server.file('token'), 'first\n');
      await connection.get('/', REQUEST);
      await writeFile(server.file('token'), 'second\n');
      expect((await failure(connection.get('/', REQUEST))).message).not.toContain('first');
      await connection.get('/', REQUEST);
      expect(authorizations()).toEqual(['Bearer first', 'Bearer first', 'Bearer second']);
    });

    it('reads the kubeconfig again after a refusal', async () => {
      await connect([refuse, ok], { token: 'old' });
      await failure(connection.get('/', REQUEST));
      await server.kubeconfig({ token: 'new' });
      await connection.get('/', REQUEST);
      expect(authorizations()).toEqual(['Bearer old', 'Bearer new']);
    });

    it('names the file that is missing', async () => {
      await connect([], { tokenFile: 'token' });
      await rm(server.file('token'), { force: true });
      expect(await failure(connection.get('/', REQUEST))).toMatchObject({
        kind: 'unauthorized',
        message: `no credentials can be had (ENOENT ${server.file('token')})`,
      });
    });

    function plugin(script: string): object {
      return {
        exec: { apiVersion: 'client.authentication.k8s.io/v1', command: process.execPath, args: ['-e', script] },
      };
    }

    it('runs a plugin once for all that begins together', async () => {
      const credential = `{ status: { token: 'of-' + process.pid } }`;
      await connect([ok, ok, ok, ok], plugin(`console.log(JSON.stringify(${credential}))`));
      await Promise.all([1, 2, 3, 4].map(() => connection.get('/', REQUEST)));
      expect(new Set(authorizations()).size).toBe(1);
      expect(authorizations()[0]).toMatch(/^Bearer of-\d+$/);
    });

    it.each([
      ['fails', `console.error('token is secret'); process.exit(1)`],
      ['prints no JSON', `console.log('secret')`],
    ])('does not repeat what a plugin says that %s', async (_, script) => {
      await connect([], plugin(script));
      const error = await failure(connection.get('/', REQUEST));
      expect([error.kind, error.message]).toEqual(['unauthorized', 'no credentials can be had']);
    });

    it('does not wait for a plugin for ever', async () => {
      await connect([], plugin('setTimeout(() => undefined, 1_000)'));
      expect((await failure(connection.get('/', { deadline: 100 }))).kind).toBe('timeout');
    });
  });

  describe('configuration', () => {
    it.each<[string, (file: string) => Promise<void>, { context?: string }, RegExp]>([
      ['no file', (file) => rm(file), {}, /^cannot read kubeconfig .*ENOENT/],
      ['no YAML', (file) => writeFile(file, 'users: [token: "secret'), {}, /^cannot read kubeconfig [^ ]+$/],
      ['no such context', () => Promise.resolve(), { context: 'elsewhere' }, /^no context elsewhere/],
    ])('refuses %s', async (_, change, access, message) => {
      await connect([]);
      const kubeconfig = server.file('kubeconfig');
      await change(kubeconfig);
      expect(() => new KubernetesConnection({ kubeconfig, ...access })).toThrow(message);
    });

    it('refuses a server without TLS unless that is meant', async () => {
      await connect([]);
      const kubeconfig = server.file('plain');
      await writeFile(
        kubeconfig,
        JSON.stringify({
          clusters: [{ name: 'c', cluster: { server: 'http://127.0.0.1:1' } }],
          users: [{ name: 'u', user: {} }],
          contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
          'current-context': 'x',
        }),
      );
      expect(() => new KubernetesConnection({ kubeconfig })).toThrow('without TLS');
    });

    it('knows that it is in no cluster', async () => {
      await connect([]);
      expect(() => new KubernetesConnection({})).toThrow('not in a cluster');
    });
  });
});
