import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { createStaticFileHandler } from '../../src/server/static-files.js';

const page = '<!doctype html><script type="module" src="./assets/main-AbCd1234.js"></script>';
const script = 'console.log("well");\n'.repeat(500);

let parent: string;
let server: Server;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'vitals-static-'));
  writeFileSync(join(parent, 'secret.json'), '{}');
  const site = join(parent, 'web');
  mkdirSync(join(site, 'graphiql', 'assets'), { recursive: true });
  writeFileSync(join(site, 'graphiql', 'index.html'), page);
  writeFileSync(join(site, 'graphiql', '.inputs'), 'fingerprint');
  writeFileSync(join(site, 'graphiql', 'assets', 'main-AbCd1234.js'), script);
  const serveFile = createStaticFileHandler(site);
  server = createServer((incoming, response) => {
    void serveFile(incoming, response).then((isServed) => {
      if (!isServed) response.writeHead(404).end('left to others');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(parent, { recursive: true });
});

/** Sends the path as it is written; fetch would tidy it up. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers, agent: false }, resolve).on('error', reject).end();
  });
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

describe('static files', () => {
  it('serves the page of a folder, to be asked for again each time', async () => {
    const { status, headers, body } = await ask('/graphiql/');
    expect(status).toBe(200);
    expect(body.toString()).toBe(page);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(String(headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('serves a file whose name carries its hash, for ever', async () => {
    const { headers, body } = await ask('/graphiql/assets/main-AbCd1234.js');
    expect(body.toString()).toBe(script);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['content-length']).toBe(String(script.length));
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('leads from the folder without a slash to the one with it, relative to where it is mounted', async () => {
    const { status, headers } = await ask('/graphiql?tab=1');
    expect(status).toBe(308);
    expect(headers.location).toBe('graphiql/?tab=1');
  });

  it.each([
    ['gzip, deflate, br', true],
    ['br;q=1.0, GZIP;q=0.8', true],
    ['gzip;q=1', true],
    ['gzip;q=0.05', true],
    ['gzip;q=0', false],
    ['gzip;q=0.0', false],
    ['x-gzip', false],
    ['br', false],
    ['', false],
    ['*', true],
    ['identity, *;q=0', false],
  ])('for accept-encoding "%s" compresses: %s', async (acceptEncoding, isCompressed) => {
    const path = '/graphiql/assets/main-AbCd1234.js';
    const { headers, body } = await ask(path, { 'accept-encoding': acceptEncoding });
    expect(headers.vary).toBe('accept-encoding');
    expect(headers['content-encoding']).toBe(isCompressed ? 'gzip' : undefined);
    expect(headers['content-length']).toBe(String(body.length));
    expect((isCompressed ? gunzipSync(body) : body).toString()).toBe(script);
  });

  it('sends nothing again to who has it', async () => {
    const { headers } = await ask('/graphiql/');
    const etag = String(headers.etag);
    const again = await ask('/graphiql/', { 'if-none-match': `"other", ${etag}` });
    expect(again.status).toBe(304);
    expect(again.headers.etag).toBe(etag);
    expect(again.body).toHaveLength(0);
    expect((await ask('/graphiql/', { 'if-none-match': '*' })).status).toBe(304);
    expect((await ask('/graphiql/', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const { status, headers, body } = await ask('/graphiql/', {}, 'HEAD');
    expect(status).toBe(200);
    expect(headers['content-length']).toBe(String(page.length));
    expect(body).toHaveLength(0);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { status, headers } = await ask('/graphiql/', {}, method);
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });

  it.each([
    '/',
    '/graphql',
    '/graphiql/missing.js',
    '/graphiql/assets',
    '/graphiql/assets/',
    '/graphiql/.inputs',
    '/secret.json',
    '/../secret.json',
    '/graphiql/../../secret.json',
    '/graphiql/%2e%2e/%2e%2e/secret.json',
    '/graphiql/..%2f..%2fsecret.json',
    '/graphiql/..\\..\\secret.json',
    '//graphiql/',
    '/graphiql/%00',
    '/constructor',
    '/__proto__',
  ])('leaves %s to others', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).toBe('left to others');
  });

  it('goes on serving what it read when a new build replaces the files', async () => {
    const site = join(parent, 'replaced');
    mkdirSync(site);
    writeFileSync(join(site, 'index.html'), page);
    const serveFile = createStaticFileHandler(site);
    rmSync(site, { recursive: true });
    const replaced = createServer((incoming, response) => void serveFile(incoming, response));
    await new Promise<void>((resolve) => replaced.listen(0, '127.0.0.1', resolve));
    const { port } = replaced.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
    expect(await response.text()).toBe(page);
    await new Promise((resolve) => replaced.close(resolve));
  });

  it('will not start without its directory, or with a file of a kind it does not know', () => {
    expect(() => createStaticFileHandler(join(parent, 'missing'))).toThrow('ENOENT');
    const site = join(parent, 'unknown');
    mkdirSync(site);
    writeFileSync(join(site, 'dump.sql'), '');
    expect(() => createStaticFileHandler(site)).toThrow('Not a file that is served: dump.sql');
  });
});
