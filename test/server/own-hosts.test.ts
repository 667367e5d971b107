import { type IncomingMessage, request } from 'node:http';
import { WebSocket } from 'ws';
import { ownHosts } from '../../src/server/limits/own-hosts.js';
import { type Served, type ServedOptions, serve, socketUrl } from '../support/served.js';

let served: Served | undefined;

afterEach(async () => {
  await served?.stop();
  served = undefined;
});

async function start(options: ServedOptions = {}): Promise<Served> {
  return (served = await serve({ origins: ['https://portal.example.com', 'http://[2001:db8::5]:3000'], ...options }));
}

/** With what a path is answered under a name, and the code of the error if it is one. */
function answerTo({ url }: Served, path: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'apollo-require-preflight': '1' };
    const asked = request(`${url}${path}`, { headers, signal: AbortSignal.timeout(10_000) }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => {
        resolve(`${response.statusCode ?? 0} ${/"code":"(\w+)"/.exec(text)?.[1] ?? ''}`.trim());
      });
    });
    asked.on('error', reject).end();
  });
}

describe('where nobody is asked who they are', () => {
  it.each([
    'localhost',
    'localhost:4000',
    'LOCALHOST:1',
    'vitals.localhost:4000',
    '127.0.0.1',
    '127.9.9.9:80',
    '[::1]:4000',
    'portal.example.com',
    '[2001:db8::5]:4000',
    '[2001:db8::5]',
  ])('%s is a name of this machine', async (host) => {
    expect(await answerTo(await start(), '/health/live', host)).toBe('200');
  });

  it.each([
    'evil.example.com',
    'localhost.example.com',
    'notlocalhost',
    '127.0.0.1.example.com',
    '10.0.0.1:4000',
    '[2001:db8::1]',
    'portal.example.com.evil.com',
  ])('%s is none', async (host) => {
    expect(await answerTo(await start(), '/health/live', host)).toBe('421 FOREIGN_HOST');
  });

  it.each(['/', '/graphql?query={__typename}', '/graphql/stream?query={__typename}', '/metrics'])(
    '%s is for no page of another name, whose name leads here',
    async (path) => {
      const here = await start();
      expect(await answerTo(here, path, 'localhost')).not.toContain('421');
      expect(await answerTo(here, path, 'evil.example.com')).toBe('421 FOREIGN_HOST');
      expect(await answerTo(here, path, 'localhost')).not.toContain('421');
    },
  );

  it('nor is a WebSocket, though its origin is the same as its host', async () => {
    const socket = new WebSocket(socketUrl(await start()), 'graphql-transport-ws', {
      headers: { host: 'evil.example.com' },
      origin: 'http://evil.example.com',
    });
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toContain('421');
  });
});

it('where everybody is asked who they are, any name will do', async () => {
  const here = await start({ auth: { tokens: [{ name: 'a', sha256: 'a'.repeat(64) }], scopes: [] } });
  expect(await answerTo(here, '/health/live', 'vitals.example.com')).toBe('200');
  expect(await answerTo(here, '/graphql?query={__typename}', 'vitals.example.com')).toBe('401 UNAUTHENTICATED');
});

it.each([
  ['0.0.0.0', null],
  ['::', null],
  ['10.1.2.3', null],
  ['127.0.0.1', 'FOREIGN_HOST'],
  ['localhost', 'FOREIGN_HOST'],
])('where it listens on %s, what another name is told is %s', (host, code) => {
  const foreignHost = ownHosts({ host, isGuarded: false, origins: [] });
  const asked = { headers: { host: 'evil.example.com' } } as IncomingMessage;
  expect(foreignHost(asked)?.excess.code ?? null).toBe(code);
});
