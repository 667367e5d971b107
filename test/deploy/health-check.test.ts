import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type RequestListener, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../src/package.js';
import { certificate } from '../support/certificates.js';
import { LoopbackServers } from '../support/loopback-servers.js';

const [, command = ''] = /^HEALTHCHECK .* CMD (\[.*\])$/m.exec(readFileSync(join(ROOT, 'Dockerfile'), 'utf8')) ?? [];
const [, ...args] = JSON.parse(command) as readonly string[];

const servers = new LoopbackServers();

afterEach(() => servers.close());

/** What the image's health check ends with, of whoever listens there. */
async function check(server: Server): Promise<number | null> {
  const port = await servers.listen(server);
  const env = { ...process.env, NODE_OPTIONS: '', PORT: String(port) };
  const [code] = (await once(spawn(process.execPath, args, { env, stdio: 'ignore' }), 'close')) as [number | null];
  return code;
}

const answering =
  (status: number): RequestListener =>
  ({ url }, response) =>
    response.writeHead(url === '/health/live' ? status : 404).end();

it.each([
  [200, 0],
  [503, 1],
])('a server that answers with %d, over HTTP or HTTPS: the health check ends with %d', async (status, code) => {
  expect(await check(createServer(answering(status)))).toBe(code);
  expect(await check(createSecureServer(await certificate(), answering(status)))).toBe(code);
});
