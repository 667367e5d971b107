import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocket } from 'ws';
import { cluster, clusterSource, namespace, node } from './resolvers/graph-world.js';
import { LoopbackServers } from './support/loopback-servers.js';
import { CLI, type VitalsProcess, listeningAt, startVitals } from './support/vitals-process.js';

const COMMITTED_SCHEMA = join(import.meta.dirname, '../schema/schema.graphql');

const folder = mkdtempSync(join(tmpdir(), 'vitals-cli-'));
const children = new Set<ChildProcess>();
const servers = new LoopbackServers();

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

afterEach(() => servers.close());

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Nobody writes to it. */
function fifo(): string {
  const path = join(folder, 'fifo');
  execFileSync('mkfifo', [path]);
  return path;
}

/** A recording of a cluster with a node. */
function smallRecording(name = 'small.vitals.gz'): string {
  const header = {
    format: 'vitals-recording',
    version: 1,
    vitals: '0',
    recordedAt: Date.parse('2026-01-01T00:00:00Z'),
    title: 'Small',
    configured: ['CLUSTER'],
    limits: [],
  };
  const events = [clusterSource(), cluster(), node('n1'), namespace('shop')];
  const lines = [
    header,
    { offset: 0, events },
    { offset: 10, synced: true },
    { offset: 20, findings: [] },
    { offset: 60_000, end: true },
  ];
  return write(name, gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
}

/** A recording of a pod without containers. */
function foreignRecording(): string {
  const [header = ''] = gunzipSync(readFileSync(smallRecording())).toString().split('\n');
  const facts = { id: 'x', kind: 'POD', name: 'x', system: 's', namespace: null, labels: {} };
  const events = [{ id: 'x', kind: 'POD', aspect: 'main', facts, observedAt: 0 }];
  return write('foreign', gzipSync(`${header}\n${JSON.stringify({ offset: 0, events })}\n`));
}

/** A configuration with a cluster at a port of this machine. */
function unreachable(port = 1): string {
  const users = [{ name: 'u', user: { token: 't' } }];
  const clusters = [{ name: 'c', cluster: { server: `http://127.0.0.1:${port}` } }];
  const contexts = [{ name: 'x', context: { cluster: 'c', user: 'u' } }];
  const kubeconfig = { apiVersion: 'v1', kind: 'Config', 'current-context': 'x', users, clusters, contexts };
  const path = write(`kubeconfig-${port}`, JSON.stringify(kubeconfig));
  return write(`watch-${port}.yaml`, JSON.stringify({ kubernetes: [{ name: 'a', kubeconfig: path }] }));
}

/** A configuration with a database that is not there. */
const DATABASE = {
  postgres: [{ name: 'a', host: '127.0.0.1', port: 1, database: 'x', user: 'y', password: 'z' }],
};

function vitals(args: readonly string[], environment: Record<string, string> = {}): VitalsProcess {
  const started = startVitals(args, environment);
  children.add(started.child);
  void started.ended.then(() => children.delete(started.child));
  return started;
}

describe('vitals', () => {
  it('is built', () => {
    expect(existsSync(CLI)).toBe(true);
  });

  it('says to its tests where it listens, whatever the shell says to it', async () => {
    const { LOG_LEVEL } = process.env;
    process.env['LOG_LEVEL'] = 'silent';
    const started = vitals(['serve', '--replay', smallRecording(), '--port', '0']);
    if (LOG_LEVEL === undefined) delete process.env['LOG_LEVEL'];
    else process.env['LOG_LEVEL'] = LOG_LEVEL;
    expect(await listeningAt(started)).toMatch(/^http:/);
  });

  it.each<[string, () => readonly string[], RegExp]>([
    ['a configuration that is not there', () => ['--config', join(folder, 'none.yaml')], /none\.yaml: cannot be read/],
    ['a configuration without an end', () => ['--config', '/dev/zero'], /\/dev\/zero: is larger than 4 MiB/],
    ['a configuration that nobody writes', () => ['--config', fifo()], /fifo: cannot be read \(FIFO\)/],
    [
      'a configuration that is no YAML',
      () => ['--config', write('broken.yaml', 'server: [1,\n  }')],
      /broken\.yaml: .*line 2/,
    ],
    [
      'a setting that does not exist',
      () => ['--config', write('unknown.yaml', 'server:\n  prot: 1\n')],
      /unknown\.yaml:2:\d+: there is no setting "prot"/,
    ],
    [
      'a setting that does not fit',
      () => ['--config', write('wrong.yaml', 'server:\n  port: high\n')],
      /wrong\.yaml:2:\d+: server\.port /,
    ],
    ['no port', () => ['--port', 'high'], /--port: "high" is no port/],
    ['a port too far', () => ['--port', '65536'], /--port: "65536" is no port/],
    ['an empty port', () => ['--port', ''], /--port: "" is no port/],
    ['a strange host', () => ['--replay', smallRecording(), '--host', '192.0.2.1', '--port', '0'], /192\.0\.2\.1/],
    ['a recording that is not there', () => ['--replay', join(folder, 'none')], /none: cannot be read \(ENOENT\)/],
    ['a damaged recording', () => ['--replay', write('damaged', 'x')], /damaged: line 1: the file is damaged/],
    ['two wishes at once', () => ['--config', 'a.yaml', '--replay', 'b'], /--config and --replay: choose one/],
    [
      'an unknown command',
      () => ['chekc'],
      /there is no command "chekc"; there are serve, init, check, watch, record, schema/,
    ],
    ['an unknown option', () => ['--colour'], /unknown option '--colour'/],
    ['a strange speed', () => ['--speed', '-1'], /above 0, up to 1000/],
    ['a recording of what no source reports', () => ['--replay', foreignRecording()], /foreign: line 2: holds facts/],
    [
      'a recording over a file that is there',
      () => ['record', '--config', unreachable(), '--out', smallRecording('there')],
      /there: is there already/,
    ],
    [
      'a recording of what cannot even be asked, and leaves no file',
      () => {
        const none = { kubernetes: [{ name: 'a', kubeconfig: join(folder, 'no-kubeconfig') }] };
        return ['record', '--config', write('no-cluster.yaml', JSON.stringify(none)), '--out', join(folder, 'nothing')];
      },
      /kubernetes "a": cannot read kubeconfig .*no-kubeconfig/,
    ],
    [
      'nothing to record',
      () => ['record', '--config', write('empty.yaml', ''), '--out', join(folder, 'nothing')],
      /names no system: there is nothing to record/,
    ],
  ])('ends with one line and exit code 2: %s', async (_, args, expected) => {
    const command = vitals(args());
    expect(await command.ended).toBe(2);
    expect(command.err()).toMatch(expected);
    expect(command.err().trimEnd().split('\n')).toHaveLength(1);
    expect(command.out()).toBe('');
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });

  it.each(['/dev/stdin', '/dev/fd/0'])('waits for a configuration that comes through a pipe: %s', (path) => {
    const script = `(sleep 1; echo 'server: { prot: 1 }') | "$0" "$1" serve --config ${path}`;
    const { PATH } = process.env;
    const options = { encoding: 'utf8', env: { PATH }, timeout: 20_000 } as const;
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, CLI], options);
    expect(stderr).toContain(`${path}:1:11: there is no setting "prot"`);
    expect(status).toBe(2);
  });

  it('ends with one line and exit code 2: a port that is taken', async () => {
    const port = await servers.listen(createServer());
    const command = vitals(['--replay', smallRecording(), '--port', String(port)]);
    expect(await command.ended).toBe(2);
    const lines = command.err().trimEnd().split('\n');
    expect(lines.at(-1)).toBe(`vitals: 127.0.0.1:${port} is in use by another program; choose another with --port`);
    expect(lines).toHaveLength(1);
  });

  it('ends with one line and exit code 2: a strange level of the log', async () => {
    const command = vitals(['schema'], { LOG_LEVEL: 'foo' });
    expect(await command.ended).toBe(2);
    expect(command.err()).toMatch(/^vitals: LOG_LEVEL: "foo" is no level; it is one of trace, .*silent\n$/);
  });

  it('replays a recording: ready, answering, and saying so; ends in peace', async () => {
    const command = vitals(['serve', '--replay', smallRecording()], { PORT: '0' });
    const url = await listeningAt(command);
    expect(command.err()).toMatch(/Replaying \\"Small\\"/);
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready' }]);
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ server { mode recording } nodes { nodes { name } } sources { mode } }' }),
    });
    expect(await answer.json()).toEqual({
      data: {
        server: { mode: 'REPLAY', recording: 'Small' },
        nodes: { nodes: [{ name: 'n1' }] },
        sources: [{ mode: 'REPLAYED' }],
      },
    });
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, GRAPHQL_TRANSPORT_WS_PROTOCOL);
    await once(socket, 'open');
    const closed = once(socket, 'close');
    const started = performance.now();
    command.child.kill('SIGTERM');
    expect((await closed)[0]).toBe(1001);
    expect(await command.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('says that a replay is over, in the log and where the recording is named', async () => {
    const command = vitals(['--replay', smallRecording(), '--speed', '1000', '--port', '0']);
    const url = await listeningAt(command);
    const signal = AbortSignal.timeout(15_000);
    while (!command.err().includes('time stands still'))
      await once(command.child.stderr as Readable, 'data', { signal });
    const query = encodeURIComponent('{ server { recording } platform { health { isStale } } }');
    const answer = await fetch(`${url}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': 'true' } });
    expect(await answer.json()).toMatchObject({ data: { server: { recording: 'Small (over: time stands still)' } } });
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('listens where the environment says', async () => {
    const command = vitals(['serve', '--replay', smallRecording()], { PORT: '0', VITALS_HOST: '127.0.0.2' });
    expect(await listeningAt(command)).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it.each([
    ['a replay', () => ['serve', '--replay', smallRecording(), '--port', '0']],
    ['a configuration', () => ['serve', '--config', write('database.yaml', JSON.stringify(DATABASE)), '--port', '0']],
  ])('is open to others than this machine only when told so: %s', async (_, args) => {
    const refused = vitals([...args(), '--host', '0.0.0.0']);
    expect(await refused.ended).toBe(2);
    expect(refused.err()).toMatch(/^vitals: 0\.0\.0\.0 is reached from other machines, .* say --insecure\n$/);
    const open = vitals([...args(), '--host', '127.0.0.3', '--insecure']);
    await listeningAt(open);
    open.child.kill('SIGTERM');
    expect(await open.ended).toBe(0);
  });

  it('asks who comes, where that is configured', async () => {
    const sha256 = createHash('sha256').update('only-shop').digest('hex');
    const scopes = [{ name: 'shop', see: [{ kinds: ['DATABASE'] }] }];
    const auth = { tokens: [{ name: 'shop', sha256, scopes: ['shop'] }], scopes };
    const config = write('asked.yaml', JSON.stringify({ ...DATABASE, server: { host: '0.0.0.0', port: 0, auth } }));
    const command = vitals(['serve', '--config', config]);
    const url = (await listeningAt(command)).replace('0.0.0.0', '127.0.0.1');
    const asking = `${url}/graphql?query=${encodeURIComponent('{ sources { name } databases { name } }')}`;
    const ask = (headers: Record<string, string>) =>
      fetch(asking, { headers: { 'apollo-require-preflight': 'true', ...headers } });
    expect((await ask({})).status).toBe(401);
    const answer = await ask({ authorization: 'Bearer only-shop' });
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { data: { sources: [{ name: 'postgres/a' }], databases: [{ name: 'a' }] } },
    ]);
    expect(command.err()).not.toContain('only-shop');
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
  });

  it('ends in time even when a client does not let go', async () => {
    const command = vitals(['serve', '--replay', smallRecording(), '--port', '0']);
    const url = await listeningAt(command);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, GRAPHQL_TRANSPORT_WS_PROTOCOL);
    await once(socket, 'open');
    socket.pause();
    const started = performance.now();
    command.child.kill('SIGTERM');
    expect(await command.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
    socket.terminate();
  });

  it('prints its schema', async () => {
    const command = vitals(['schema']);
    expect(await command.ended).toBe(0);
    expect(command.out()).toMatch(/^type Query /m);
    expect(command.out()).toBe(readFileSync(COMMITTED_SCHEMA, 'utf8'));
  });
});
