import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildSchema } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import { useServer } from 'graphql-ws/use/ws';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { WebSocketServer } from 'ws';
import { createStaticFileHandler } from '../../src/server/static-files.js';

export interface RunningServer {
  /** Origin without a closing slash. */
  url: string;
  close: () => Promise<void>;
}

const schema = buildSchema(`
  type Query { platform: Platform!  server: Server! }
  type Platform { name: String!  health: Health! }
  type Health { status: String!  findings: [Finding!]! }
  type Finding { reason: String!  message: String! }
  type Server { mode: ServerMode!  recording: String }
  enum ServerMode { LIVE REPLAY }
  type Subscription { healthChanges(initial: Boolean = false): HealthChange! }
  type HealthChange { type: String!  cursor: String }
`);

const rootValue = {
  platform: { name: 'shop', health: { status: 'HEALTHY', findings: [] } },
  server: { mode: 'REPLAY', recording: 'kubernetes-1.33-postgresql-18' },
  async *healthChanges() {
    yield { healthChanges: { type: 'SYNCED', cursor: '1' } };
    for (let sequence = 2; ; sequence += 1) {
      await delay(200);
      yield { healthChanges: { type: 'CHANGED', cursor: String(sequence) } };
    }
  },
};

/** The built pages over a graph of the same shape, on a free port of the loopback interface. */
export async function startServer(): Promise<RunningServer> {
  const serveFile = createStaticFileHandler(join(import.meta.dirname, '../../dist/web'));
  const answerQuery = createHandler({ schema, rootValue });
  const server = createServer((request, response) => {
    void serveFile(request, response).then((isServed) => (isServed ? undefined : answerQuery(request, response)));
  });
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  const subscriptions = useServer({ schema, roots: { subscription: rootValue } }, sockets);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await subscriptions.dispose();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Chromium that can reach nothing but this machine. `CHROMIUM` names another one than Debian's. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
}

/** A page, and everything it did that a page should not do: ask another origin, break its policy, report an error. */
export interface WatchedPage {
  page: Page;
  complaints: string[];
}

export async function openPage(browser: Browser, origin: string, options: BrowserContextOptions): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const isOurs = (url: string) => /^(data|blob):/.test(url) || url.replace(/^ws/, 'http').startsWith(`${origin}/`);
  context.on('request', (request) => {
    if (!isOurs(request.url())) complaints.push(`asked ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'for no reason given';
    // What was still under way when the page was left.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`failed ${request.url()}: ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} from ${response.url()}`);
  });
  page.on('websocket', (socket) => {
    if (!isOurs(socket.url())) complaints.push(`connected to ${socket.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  await page.addInitScript(`
    addEventListener('securitypolicyviolation', (event) => {
      console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI);
    });
  `);
  return { page, complaints };
}

/** Pictures for people to look at; each run replaces the last one's. */
export function screenshotPath(name: string): string {
  const directory = join(tmpdir(), 'vitals-screenshots');
  mkdirSync(directory, { recursive: true });
  return join(directory, `${name}.png`);
}
