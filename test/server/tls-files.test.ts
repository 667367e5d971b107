import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, type Server, createServer, request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TLSSocket, connect } from 'node:tls';
import { pino } from 'pino';
import { readTls, reloadTls } from '../../src/server/tls-files.js';
import { type Certificate, certificate, writeCertificate } from '../support/certificates.js';
import { type Served, serve } from '../support/served.js';

/** Milliseconds between two looks at the files. */
const INTERVAL = 50;

let folder: string;
let old: Certificate;
let files: { certFile: string; keyFile: string };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitals-tls-'));
  old = await certificate();
  files = writeCertificate(folder, old);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function ask(url: string, ca: string, agent?: Agent): Promise<IncomingMessage & { readonly text: string }> {
  const asked = request(`${url}/health/live`, { ca, ...(agent && { agent }) });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks = (await response.toArray()) as Buffer[];
  return Object.assign(response, { text: Buffer.concat(chunks).toString() });
}

describe('a server with TLS', () => {
  let served: Served;

  beforeEach(async () => {
    served = await serve({ tls: files });
  });

  afterEach(() => served.stop());

  it('answers over TLS, and tells browsers to stay with it', async () => {
    expect(served.url).toMatch(/^https:/);
    const answer = await ask(served.url, old.cert);
    expect([answer.statusCode, answer.text]).toEqual([200, '{"status":"live"}']);
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=/);
  });

  it.each([
    ['TLSv1.2', true],
    ['TLSv1.1', false],
  ] as const)('speaks %s: %s', async (version, isSpoken) => {
    const { hostname, port } = new URL(served.url);
    const ciphers = 'DEFAULT@SECLEVEL=0';
    const socket = connect({ host: hostname, port: Number(port), ca: old.cert, minVersion: version, maxVersion: version, ciphers }); // prettier-ignore
    const outcome = await Promise.race([
      once(socket, 'secureConnect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    expect(outcome).toBe(isSpoken);
  });
});

describe('TLS files that change', () => {
  let server: Server;
  let url: string;
  let stop: () => void;
  let lines: string[];
  let heard: () => void;

  beforeEach(async () => {
    lines = [];
    heard = () => undefined;
    const write = (line: string): void => {
      lines.push(line);
      heard();
    };
    server = createServer(readTls(files), (_, response) => response.end('ok'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = reloadTls(server, files, pino({ level: 'info' }, { write }), INTERVAL);
  });

  afterEach(async () => {
    stop();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  async function logged(pattern: RegExp): Promise<void> {
    const late = AbortSignal.timeout(10_000);
    while (!lines.some((line) => pattern.test(line))) {
      late.throwIfAborted();
      await new Promise<void>((resolve) => {
        heard = resolve;
        late.addEventListener('abort', () => {
          resolve();
        });
      });
    }
  }

  it('are in force for who comes then, and those who are connected stay', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = await ask(url, old.cert, agent);
    const socket = first.socket as TLSSocket;
    const renewed = await certificate();
    writeCertificate(folder, renewed);
    await logged(/is in force/);
    expect((await ask(url, renewed.cert)).text).toBe('ok');
    await expect(ask(url, old.cert)).rejects.toThrow();
    const again = await ask(url, old.cert, agent);
    expect([again.text, again.socket === socket]).toEqual(['ok', true]);
    agent.destroy();
  });

  it.each([
    ['are no PEM', () => 'no certificate'],
    ['have the key of another certificate', async () => (await certificate()).key],
  ])('and %s leave the old in force, and are said without what stands in them', async (_, make) => {
    const broken = await make();
    writeFileSync(files.keyFile, broken);
    await logged(/cannot be used/);
    expect((await ask(url, old.cert)).text).toBe('ok');
    expect(lines.join('')).not.toContain(broken.split('\n')[1] ?? broken);
    expect(lines.join('')).not.toContain('PRIVATE');
  });

  it('and are gone leave the old in force', async () => {
    rmSync(files.certFile);
    await logged(/"why":"ENOENT".*cannot be used/);
    expect((await ask(url, old.cert)).text).toBe('ok');
  });
});
