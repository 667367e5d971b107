import { createHash } from 'node:crypto';
import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:net';
import { PassThrough } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { WriteStream } from 'node:tty';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { timeOfDay } from '../../src/model/clock.js';
import { HealthStatus } from '../../src/model/health.js';
import { DAY, HOUR, instant } from '../../src/model/time.js';
import { CHANGES, PICTURE } from '../../src/watch/documents.js';
import { screenOf } from '../../src/watch/screen.js';
import { PLAIN } from '../../src/watch/text.js';
import { type WatchOptions, watch } from '../../src/watch/watch.js';
import { LoopbackServers } from '../support/loopback-servers.js';
import { ManualClock } from '../support/manual-clock.js';
import { proxyTo } from '../support/proxy.js';
import { SMALL_FACTS, type Served, type ServedOptions, serve } from '../support/served.js';
import { pod } from '../support/small-world.js';
import { type VitalsProcess, startVitals } from '../support/vitals-process.js';

const PATIENCE = 20_000;

let served: Served | null = null;
const proxies = new LoopbackServers();
const processes = new Set<VitalsProcess>();
const endings = new Set<() => Promise<unknown>>();

afterEach(async () => {
  for (const end of endings) await end();
  endings.clear();
  for (const { child } of processes) child.kill('SIGKILL');
  processes.clear();
  await proxies.close();
  await served?.stop();
  served = null;
});

async function start(options: ServedOptions = {}): Promise<Served> {
  return (served = await serve(options));
}

function command(...args: readonly string[]): VitalsProcess {
  const started = startVitals(['watch', ...args], { NO_COLOR: '1', VITALS_TOKEN: '' });
  processes.add(started);
  return started;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`It did not come: ${what}`);
    await delay(5);
  }
}

const jsonLines = ({ out }: VitalsProcess) =>
  out().split('\n').slice(0, -1).map((line) => JSON.parse(line) as { readonly type: string; readonly resourceName?: string; readonly status?: string }); // prettier-ignore

/** A terminal of so many lines, in this process. */
function terminal(rows: number) {
  const out = new PassThrough();
  let written = '';
  out.setEncoding('utf8').on('data', (text: string) => (written += text));
  /** As it was drawn last, without commands. */
  const shown = (): readonly string[] =>
    (written.split('\x1b[H').at(-1) ?? '').split('\x1b[J')[0]?.replaceAll('\x1b[K', '').split('\r\n') ?? [];
  return {
    out: Object.assign(out, { isTTY: true, rows, columns: 80 }) as unknown as WriteStream,
    shown,
    raw: () => written,
  };
}

function watching(url: string, rows = 24, more: Partial<WatchOptions> = {}) {
  const screen = terminal(rows);
  const ending = new AbortController();
  const err = new PassThrough();
  const own = { url, token: null, output: null, isColoured: false, timeout: 10_000, out: screen.out, err };
  const over = watch({ ...own, signal: ending.signal, ...more });
  over.catch(() => undefined);
  const end = (): Promise<number> => {
    ending.abort();
    return over;
  };
  endings.add(() => end().catch(() => undefined));
  return { ...screen, over, end };
}

/** Takes connections, and never answers. */
async function silent(): Promise<string> {
  return `http://127.0.0.1:${await proxies.listen(createServer())}`;
}

const WELL = {
  server: { mode: 'LIVE', recording: null },
  platform: { health: { status: 'HEALTHY', since: '2026-01-01T00:00:00Z', observedAt: null, isStale: false }, systems: [] },
  findings: { totalCount: 0, nodes: [] },
}; // prettier-ignore

interface Spoken {
  readonly id?: string;
  readonly type: string;
  readonly payload?: { readonly query?: string };
}

/** Speaks as Vitals does, of a platform that is well; refuses the first questions that are this document. */
async function refusing(document: string, code: string, times = 1): Promise<string> {
  const server = createHttp();
  const errors = [{ message: 'Not now.', extensions: { code } }];
  let refused = 0;
  new WebSocketServer({ server }).on('connection', (socket) => {
    let stream = '';
    const say = (message: object): void => {
      socket.send(JSON.stringify(message));
    };
    socket.on('message', (text: Buffer) => {
      const { id = '', type, payload } = JSON.parse(text.toString()) as Spoken;
      if (type === 'connection_init') say({ type: 'connection_ack' });
      if (type === 'ping') say({ type: 'pong' });
      if (type !== 'subscribe') return;
      const isRefused = refused < times && payload?.query === document;
      if (isRefused) refused += 1;
      if (payload?.query === CHANGES) {
        stream = id;
        if (isRefused) say({ id, type: 'error', payload: errors });
        return;
      }
      say({ id, type: 'next', payload: isRefused ? { data: null, errors } : { data: WELL } });
      say({ id, type: 'complete' });
      const change = { cursor: null, type: 'CHANGED' };
      if (isRefused) say({ id: stream, type: 'next', payload: { data: { healthChanges: change } } });
    });
  });
  return `http://127.0.0.1:${await proxies.listen(server)}`;
}

it('asks what there is', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
  for (const document of [PICTURE, CHANGES]) expect(validate(schema, parse(document))).toEqual([]);
});

describe('on a screen', () => {
  it('shows how it is, and what is wrong, worst first, as it changes', async () => {
    const { url, report, subscribers } = await start();
    const { shown, end, raw } = watching(url);
    await until('the first picture', () => shown().some((line) => line.includes('worker')));
    expect(shown()[0]).toMatch(/^▲ DEGRADED for \d+s {2}Vitals at http/);
    expect(shown()[1]).toBe('▲ kubernetes');
    expect(shown()[3]).toMatch(/^WARNING {3,}\S+ {2}POD shop\/worker {2}CONTAINER_RESTARTING {2}x is bad\.$/);
    await until('that it follows', () => subscribers() === 1);
    report([pod('web', { critical: '\u001b[2Jboo' })]);
    await until('the change', () => shown().some((line) => line.startsWith('CRITICAL')));
    expect(
      shown()
        .slice(3)
        .map((line) => line.slice(0, 8)),
    ).toEqual(['CRITICAL', 'WARNING ']);
    expect(shown()[3]).toContain('[2Jboo is bad.');
    report([pod('web'), pod('worker')]);
    await until('the recovery', () => shown().includes('Nothing is wrong.'));
    expect(await end()).toBe(0);
    expect(raw().startsWith('\x1b[?1049h')).toBe(true);
    expect(raw().endsWith('\x1b[?1049l')).toBe(true);
    expect(raw().split('\x1b[2J')).toHaveLength(1);
  });

  it('shows no more than fits, and how much more there is', async () => {
    const { url } = await start({
      facts: [...SMALL_FACTS, ...Array.from({ length: 49 }, (_, index) => pod(`p${index}`, { warn: 'x' }))],
    });
    const { shown } = watching(url, 10);
    await until('the picture', () => shown().some((line) => line.startsWith('WARNING')));
    expect(shown()).toHaveLength(10);
    const findings = shown().filter((line) => line.startsWith('WARNING')).length;
    expect(shown().at(-1)).toBe(`and ${50 - findings} more`);
  });

  it('says that the connection is lost, and how old is what it shows; goes on when it is back', async () => {
    const { url, report, subscribers } = await start();
    const way = await proxyTo(url, proxies);
    const { shown } = watching(way);
    await until('the picture', () => shown().some((line) => line.includes('worker')) && subscribers() === 1);
    await proxies.close();
    await until('the loss', () =>
      shown().some((line) => /^✖ no connection for \d+s; what is shown is \d+s old: .*trying again$/.test(line)),
    );
    expect(shown().some((line) => line.includes('worker'))).toBe(true);
    report([pod('web', { critical: 'y' })]);
    await proxyTo(url, proxies, Number(new URL(way).port));
    await until('what happened meanwhile', () => shown().some((line) => line.startsWith('CRITICAL')));
    expect(shown().some((line) => line.includes('no connection'))).toBe(false);
  });

  it('says that what it shows is of a recording', async () => {
    const { url } = await start({ recording: 'Last year' });
    const { shown } = watching(url);
    await until('the picture', () => shown()[0]?.includes('REPLAY of Last year: not about the present') === true);
  });

  it('tells ages by the clock of the server', async () => {
    const clock = new ManualClock(instant(timeOfDay() + 3 * DAY));
    const { url, report } = await start({ clock });
    const { shown } = watching(url);
    const age = (): string | undefined => /^WARNING +(\S+) /m.exec(shown().join('\n'))?.[1];
    await until('the picture', () => age() === '0s');
    clock.advance(2 * HOUR);
    report([pod('web', { warn: 'y' })]);
    await until('that it has grown old', () => age() === '2h');
  });

  it('says that nothing is wrong of what is seen alone', () => {
    const endOf = (status: HealthStatus): string | undefined => {
      const health = { status, since: '2026-01-01T00:00:00Z', observedAt: null, isStale: false };
      const platform = { health, systems: [{ name: 'kafka', health }] };
      const picture = { server: { mode: 'LIVE', recording: null }, platform, findings: { totalCount: 0, nodes: [] } };
      return screenOf({ url: 'http://x', picture, readAt: 0, lost: null, now: 0, serverNow: 0 }, 24, PLAIN).at(-1);
    };
    expect(endOf(HealthStatus.HEALTHY)).toBe('Nothing is wrong.');
    expect(endOf(HealthStatus.UNKNOWN)).toBe('Nothing is wrong with what is seen.');
  });
});

describe('what is refused', () => {
  const codes = [
    'OVERLOADED',
    'RATE_LIMITED',
    'DEADLINE_EXCEEDED',
    'TOO_MANY_SUBSCRIPTIONS',
    'SUBSCRIPTIONS_TOO_LARGE',
    'INTERNAL_SERVER_ERROR',
  ];

  const documents = [['the picture', PICTURE], ['changes', CHANGES]] as const; // prettier-ignore

  it.each(documents.flatMap(([what, document]) => codes.map((code) => [what, code, document] as const)))(
    'for a time is asked again: %s, %s',
    async (_, code, document) => {
      const { shown, end } = watching(await refusing(document, code));
      await until('that it is well', () => shown().includes('Nothing is wrong.'));
      expect(await end()).toBe(0);
    },
  );

  it.each(documents)('for good ends it: %s', async (_, document) => {
    const { over } = watching(await refusing(document, 'GRAPHQL_VALIDATION_FAILED'));
    await expect(over).rejects.toThrow('Not now.');
  });

  it('again and again is asked less and less often', async () => {
    watching(await refusing(CHANGES, 'OVERLOADED', Infinity));
    await delay(5_000);
    expect(proxies.sockets.length).toBeGreaterThan(1);
    expect(proxies.sockets.length).toBeLessThan(8);
  });

  it('again and again is said, with the age of what is shown', () => {
    const before = { url: 'http://x', picture: null, readAt: 0, lost: null, serverNow: 0 };
    expect(screenOf({ ...before, now: 29_000 }, 24, PLAIN).join('\n')).not.toContain('✖');
    expect(screenOf({ ...before, now: 31_000 }, 24, PLAIN)).toContain('✖ not answered for 31s; trying again');
  });
});

describe('lines', () => {
  it('say how long there was no connection, whatever the time of day did meanwhile', async () => {
    const { url, subscribers } = await start();
    const way = await proxyTo(url, proxies);
    let time = 0;
    const { raw } = watching(way, 24, { output: 'lines', now: () => time });
    await until('that it follows', () => subscribers() === 1);
    await proxies.close();
    await until('the loss', () => raw().includes('no connection'));
    time = 90_000;
    await proxyTo(url, proxies, Number(new URL(way).port));
    await until('that it is back', () => raw().includes('connected again after 90 s'));
  });
});

describe('who listens and never answers', () => {
  it('is given up after a while, and tried again', async () => {
    watching(await silent(), 24, { timeout: 60_000 });
    await until('the second try', () => proxies.sockets.length > 1);
  });

  it('leaves the terminal as it was, however the process ends', async () => {
    const before = process.listenerCount('exit');
    const { raw, end } = watching(await silent());
    await until('the screen', () => raw().startsWith('\x1b[?1049h'));
    for (const listener of process.listeners('exit').slice(before)) listener(1);
    await until('the way back', () => raw().endsWith('\x1b[?1049l'));
    expect(await end()).toBe(0);
    expect(process.listenerCount('exit')).toBe(before);
  });

  it('ends the command with 3 in time', async () => {
    const url = await silent();
    const watched = command(url, '--timeout', '2s');
    expect(await watched.ended).toBe(3);
    expect(watched.err()).toBe(`vitals: nobody answered at ${url} within 2 s\n`);
  });

  it('does not keep the command from ending with 0 when it is told to', async () => {
    const watched = command(await silent(), '--timeout', '1m');
    await until('that it connects', () => proxies.sockets.length > 0);
    watched.child.kill('SIGINT');
    expect(await watched.ended).toBe(0);
    expect(watched.err()).toBe('');
  });
});

describe('the command', () => {
  it('prints a line of JSON a change; each once, across connections', async () => {
    const { url, report, subscribers } = await start();
    const way = await proxyTo(url, proxies);
    const watched = command(way, '--output', 'json');
    await until('that it follows', () => subscribers() === 1);
    report([pod('web', { critical: 'y' })]);
    await until('the change', () => jsonLines(watched).some(({ resourceName }) => resourceName === 'web'));
    await proxies.close();
    await until('the loss', () => watched.err().includes('no connection') && subscribers() === 0);
    report([pod('meanwhile', { warn: 'x' })]);
    await proxyTo(url, proxies, Number(new URL(way).port));
    await until('that it follows again', () => subscribers() === 1);
    report([pod('later', { warn: 'x' })]);
    await until('what came later', () => jsonLines(watched).some(({ resourceName }) => resourceName === 'later'));
    const pods = jsonLines(watched).map(({ resourceName }) => resourceName).filter((name) => ['web', 'meanwhile', 'later'].includes(name ?? '')); // prettier-ignore
    expect(pods).toEqual(['web', 'meanwhile', 'later']);
    expect(jsonLines(watched).map(({ type }) => type)).not.toContain('GAP');
    expect(watched.err()).toMatch(/connected again after \d+ s\n/);
    watched.child.kill('SIGINT');
    expect(await watched.ended).toBe(0);
  });

  it('says that something is missing where nobody knows what happened meanwhile', async () => {
    const first = await start();
    const { port } = new URL(first.url);
    const watched = command(first.url, '--output', 'json');
    await until('that it follows', () => first.subscribers() === 1);
    first.report([pod('web', { critical: 'y' })]);
    await until('the change', () => jsonLines(watched).length > 0);
    await first.stop();
    const second = await start({ port: Number(port) });
    await until('the gap', () => jsonLines(watched).some(({ type }) => type === 'GAP'));
    await until('that it follows', () => second.subscribers() === 1);
    second.report([pod('web', { warn: 'z' })]);
    await until('what comes then', () => jsonLines(watched).at(-1)?.type === 'CHANGED');
  });

  it('prints plain lines where nobody looks at a screen', async () => {
    const { url, report, subscribers } = await start();
    const watched = command(url);
    await until('that it follows', () => subscribers() === 1);
    report([pod('web', { critical: 'y' })]);
    await until('the line', () => watched.out().includes('web'));
    expect(watched.out()).toMatch(
      /^\S+Z {2}POD prod\/shop\/web {2}HEALTHY → UNHEALTHY {2}CRITICAL CONTAINER_RESTARTING: y is bad\.$/m,
    );
    expect(watched.out()).not.toContain('\x1b');
    watched.child.kill('SIGTERM');
    expect(await watched.ended).toBe(0);
  });

  it('ends where whoever reads it has gone', async () => {
    const { url, report, subscribers } = await start();
    const watched = command(url);
    await until('that it follows', () => subscribers() === 1);
    watched.child.stdout?.destroy();
    report([pod('web', { critical: 'y' })]);
    expect(await watched.ended).toBe(0);
  });

  const auth = { tokens: [{ name: 'x', sha256: createHash('sha256').update('good').digest('hex') }], scopes: [] };

  it('lets itself in with a token; ends with 2 and one line where that is not good', async () => {
    const { url, subscribers } = await start({ auth });
    const refused = command(url);
    expect(await refused.ended).toBe(2);
    expect(refused.err()).toMatch(/^vitals: Forbidden: Say who you are.*\n$/);
    const watched = startVitals(['watch', url], { VITALS_TOKEN: 'good' });
    processes.add(watched);
    await until('that it follows', () => subscribers() === 1);
    expect(watched.err()).toBe('');
  });

  it.each([
    ['no address', ['vitals.example.com'], 2, /^vitals: "vitals\.example\.com" is no address/],
    [
      'no address, and a password in it',
      ['vitals://me:hush@example.com'],
      2,
      /^vitals: "vitals:\/\/example\.com" is no address/,
    ],
    ['longer than any timer', ['--timeout', '25d'], 2, /It is no longer than 24d\./],
    ['no file', ['--token-file', '/nowhere/token'], 2, /^vitals: \/nowhere\/token: cannot be read \(ENOENT\)\n$/],
    ['a file without an end', ['--token-file', '/dev/zero'], 2, /^vitals: \/dev\/zero: cannot be read \(TOO_LARGE\)\n$/], // prettier-ignore
    ['another way to show it', ['--output', 'xml'], 2, /Allowed choices are screen, lines, json/],
  ])('ends with 2 and one line: %s', async (_, args, code, expected) => {
    const watched = command(...args);
    expect(await watched.ended).toBe(code);
    expect(watched.err()).toMatch(expected);
    expect(watched.out()).toBe('');
  });

  it('ends with 2 where another program answers', async () => {
    const server = createHttp((_, response) => response.writeHead(404).end());
    const watched = command(`http://127.0.0.1:${await proxies.listen(server)}`);
    expect(await watched.ended).toBe(2);
    expect(watched.err()).toMatch(/^vitals: there is no Vitals that takes this connection/);
  });

  it('ends with 3 where nobody answers in time at the beginning', async () => {
    const server = createServer((socket) => socket.destroy());
    const url = `http://127.0.0.1:${await proxies.listen(server)}`;
    const watched = command(url, '--timeout', '1s');
    expect(await watched.ended).toBe(3);
    expect(watched.err()).toContain(`vitals: nobody answered at ${url} within 1 s\n`);
    const withPassword = command(url.replace('//', '//me:oh hush@'), '--timeout', '1s');
    expect(await withPassword.ended).toBe(3);
    expect(withPassword.err()).not.toContain('hush');
  });

  it('explains itself', async () => {
    const watched = command('--help');
    expect(await watched.ended).toBe(0);
    expect(watched.out()).toMatch(/Exit codes:\n {2}0 .*Examples:\n {2}vitals watch /s);
  });
});
