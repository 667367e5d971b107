import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Socket, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocket } from 'ws';
import { SMALL_FACTS, type Served, serve } from '../support/served.js';
import { pod } from '../support/small-world.js';
import { until } from '../support/until.js';
import { type VitalsProcess, listeningAt, startVitals } from '../support/vitals-process.js';

const folder = mkdtempSync(join(tmpdir(), 'vitals-ending-'));
const children = new Set<VitalsProcess>();

afterEach(() => {
  for (const { child } of children) child.kill('SIGKILL');
  children.clear();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The command, watching a cluster that is not there; its server as configured. */
function watching(server: object): VitalsProcess {
  const kubeconfig = join(folder, 'kubeconfig');
  const clusters = [{ name: 'c', cluster: { server: 'http://127.0.0.1:1', 'insecure-skip-tls-verify': true } }];
  const contexts = [{ name: 'x', context: { cluster: 'c', user: 'u' } }];
  const users = [{ name: 'u', user: { token: 't' } }];
  writeFileSync(kubeconfig, JSON.stringify({ apiVersion: 'v1', kind: 'Config', 'current-context': 'x', clusters, contexts, users })); // prettier-ignore
  const config = join(folder, `${children.size}.yaml`);
  writeFileSync(config, JSON.stringify({ server: { port: 0, ...server }, kubernetes: [{ name: 'a', kubeconfig }] }));
  const started = startVitals(['serve', '--config', config]);
  children.add(started);
  return started;
}

async function readiness(url: string): Promise<unknown> {
  const response = await fetch(`${url}/health/ready`);
  return ((await response.json()) as { readonly status: unknown }).status;
}

describe('SIGTERM under load', () => {
  it('is not ready first, answers whoever still asks, says goodbye, and ends with 0 in time', async () => {
    const vitals = watching({ drain: '1500ms' });
    const url = await listeningAt(vitals);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, GRAPHQL_TRANSPORT_WS_PROTOCOL);
    await once(socket, 'open');
    const closed = once(socket, 'close') as Promise<[number]>;
    const statuses: (number | 'refused')[] = [];
    let isOver = false;
    const load = Array.from({ length: 8 }, async (_, client) => {
      for (let n = 0; !isOver; n += 1) {
        const query = `{ platform { health { status } } } # ${client} ${n}`;
        const headers = { 'content-type': 'application/json' };
        const asked = fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
        // Once it takes no more connections, it is refused; what was taken is answered.
        const status = await asked.then((response) => response.text().then(() => response.status), refusedOnly);
        statuses.push(status);
        if (status === 'refused') return;
      }
    });
    await until(() => statuses.length >= 200);
    const before = statuses.length;
    const started = performance.now();
    vitals.child.kill('SIGTERM');
    const deadline = performance.now() + 1_000;
    let status = await readiness(url);
    while (status !== 'stopping' && performance.now() < deadline) status = await readiness(url);
    expect(status).toBe('stopping');
    expect(await vitals.ended).toBe(0);
    const took = performance.now() - started;
    isOver = true;
    await Promise.all(load);
    expect((await closed)[0]).toBe(1001);
    expect(took).toBeGreaterThan(1_400);
    expect(took).toBeLessThan(10_000);
    const during = statuses.slice(before);
    expect(during.length).toBeGreaterThan(50);
    expect(new Set(during)).toEqual(new Set([200, 'refused']));
  });

  it('ends in time though a client does not answer its goodbye, however long it drains', async () => {
    const vitals = watching({ drain: '4s' });
    const url = await listeningAt(vitals);
    const deaf = new WebSocket(`${url.replace('http', 'ws')}/graphql`, GRAPHQL_TRANSPORT_WS_PROTOCOL);
    deaf.on('error', () => undefined);
    await once(deaf, 'open');
    deaf.pause();
    vitals.child.kill('SIGTERM');
    expect(await vitals.ended).toBe(0);
    deaf.terminate();
  });

  it('lets a request that is under way finish', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const served = await serve({ adapt: (schema) => {
      const field = schema.getQueryType()?.getFields()['server'];
      const resolve = field?.resolve;
      if (field === undefined || resolve === undefined) throw new Error('There is no field server.');
      field.resolve = async (...args) => {
        isAsked();
        await held;
        return resolve(...args);
      };
    } }); // prettier-ignore
    const answer = fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ server { version } }"}',
    });
    await asked;
    const stopped = served.stop();
    // The port is closed by then.
    await expect(refusedSoon(served)).resolves.toBe(true);
    release();
    expect(await (await answer).json()).toEqual({ data: { server: { version: '0' } } });
    await stopped;
  });
});

async function refusedSoon({ url }: Served): Promise<boolean> {
  const deadline = performance.now() + 2_000;
  while (performance.now() < deadline) {
    const isRefused = await fetch(`${url}/health/live`).then(
      () => false,
      () => true,
    );
    if (isRefused) return true;
  }
  return false;
}

/** That nobody listens any more, or closed a connection that was idle; nothing else is in order. */
function refusedOnly(error: unknown): 'refused' {
  const { code } = (error as { readonly cause?: { readonly code?: string } }).cause ?? {};
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') return 'refused';
  throw error;
}

describe('who sends slowly', () => {
  it.each([
    ['its headers', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\n'],
    [
      'its body',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    ],
  ])('is let go: %s', async (_, beginning) => {
    const patience = { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 50 };
    const served = await serve({ patience });
    const { port } = new URL(served.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(beginning);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(socket, 'close', { signal: AbortSignal.timeout(5_000) });
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 408 /);
    await served.stop();
  });
});

describe('who takes nothing of an answer', () => {
  it('is let go, and its connection is for others', async () => {
    const long = 'x'.repeat(40_000);
    const served = await serve({
      // An answer of 20 MB: more than the kernel takes on both sides.
      facts: [...SMALL_FACTS, ...Array.from({ length: 500 }, (_, index) => pod(`p${index}-${long}`))],
      patience: { unreadTimeout: 100 },
      serverLimits: { connectionsPerAddress: 1 },
    });
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    const query = encodeURIComponent('{ pods(first: 500) { nodes { name } } }');
    socket.write(`GET /graphql?query=${query} HTTP/1.1\r\nHost: localhost\r\nApollo-Require-Preflight: 1\r\n\r\n`);
    // Its beginning is there, and is not taken.
    await once(socket, 'readable', { signal: AbortSignal.timeout(10_000) });
    const deadline = performance.now() + 10_000;
    const look = (): Promise<number> =>
      fetch(`${served.url}/health/live`).then(
        ({ status }) => status,
        () => 0,
      );
    let found = await look();
    while (found === 0 && performance.now() < deadline) found = await look();
    expect(found).toBe(200);
    socket.destroy();
    await served.stop();
  });
});

describe('without file descriptors', () => {
  it('takes no more connections, and does again once some are closed', async () => {
    const vitals = watching({});
    const url = await listeningAt(vitals);
    // Once it runs: to load a program takes more than most of this leaves.
    execFileSync('prlimit', [`--pid=${String(vitals.child.pid)}`, '--nofile=80:80']);
    const { hostname, port } = new URL(url);
    const sockets: Socket[] = [];
    for (let n = 0; n < 200; n += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      sockets.push(socket);
    }
    await Promise.all(sockets.map((socket) => Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined))); // prettier-ignore
    expect(vitals.child.exitCode).toBeNull();
    for (const socket of sockets) socket.destroy();
    const deadline = performance.now() + 10_000;
    let isLive = false;
    while (!isLive && performance.now() < deadline)
      isLive = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2_000) }).then(({ ok }) => ok, () => false); // prettier-ignore
    expect(isLive).toBe(true);
    vitals.child.kill('SIGTERM');
    expect(await vitals.ended).toBe(0);
  });
});
