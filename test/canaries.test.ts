import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { type Socket, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ConfigurationError } from '../src/config/configuration-error.js';
import { parseConfig } from '../src/config/load.js';
import { catalogue, sources } from '../src/sources/index.js';
import { LoopbackServers } from './support/loopback-servers.js';
import { type VitalsProcess, listeningAt, startVitals } from './support/vitals-process.js';

const folder = mkdtempSync(join(tmpdir(), 'vitals-canaries-'));
const children = new Set<VitalsProcess>();
const servers = new LoopbackServers();

/** A secret for each place where one can stand: which one leaked is told by its name. */
const canaries = new Map<string, string>();

function canary(place: string): string {
  const secret = `Canary-${place}-9f3KxQ7mZp`;
  canaries.set(place, secret);
  return secret;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A system as unkind as can be: it refuses, and repeats all that it was sent. */
function refuse(request: IncomingMessage, response: ServerResponse): void {
  const { authorization = '' } = request.headers;
  const [, basic = ''] = /^Basic (.*)$/.exec(authorization) ?? [];
  const plain = Buffer.from(basic, 'base64').toString();
  const [user, password] = plain.split(':');
  const message = `Unauthorized: Authorization: ${authorization}; user=${String(user)} password=${String(password)} token: ${authorization.split(' ')[1] ?? ''}`; // prettier-ignore
  response.writeHead(401, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ kind: 'Status', status: 'Failure', message, error: message, code: 401, error_code: 401 }),
  );
}

let environment: Record<string, string>;
let config: string;

beforeAll(async () => {
  const http = await servers.listen(createServer(refuse));
  const deaf = await servers.listen(createSocketServer((socket: Socket) => socket.end('password=nothing\r\n')));
  environment = {
    CANARY_POSTGRES: canary('environment-postgres'),
    CANARY_PROMETHEUS: canary('environment-prometheus'),
    AWS_SECRET_ACCESS_KEY: canary('environment-unrelated'),
    LOG_LEVEL: 'trace',
  };
  const user = { token: canary('kubeconfig-token') };
  const argo = { username: 'u', password: canary('kubeconfig-password') };
  const kubeconfig = (name: string, who: object): string =>
    file(name, JSON.stringify({ apiVersion: 'v1', kind: 'Config', 'current-context': 'x', clusters: [{ name: 'c', cluster: { server: `http://127.0.0.1:${http}`, 'insecure-skip-tls-verify': true } }], contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }], users: [{ name: 'u', user: who }] })); // prettier-ignore
  const address = `127.0.0.1:${deaf}`;
  const url = `http://127.0.0.1:${http}`;
  const systems = {
    kubernetes: [{ name: 'k', kubeconfig: kubeconfig('kubeconfig', user) }],
    argo: [{ name: 'a', kubeconfig: kubeconfig('argo-kubeconfig', argo), server: { url, token: canary('argo-server') } }],
    postgres: [
      { name: 'p1', host: '127.0.0.1', port: deaf, database: 'd', user: 'u', password: '${CANARY_POSTGRES}' },
      { name: 'p2', host: '127.0.0.1', port: deaf, database: 'd', user: 'u', passwordFile: file('postgres', canary('file-postgres')) },
    ],
    clickhouse: [{ name: 'c', replicas: [{ host: '127.0.0.1', port: http }].map(({ host, port }) => `${host}:${port}`), user: 'u', passwordFile: file('clickhouse', canary('file-clickhouse')) }],
    kafka: [{ name: 'kafka', brokers: [address], sasl: { mechanism: 'PLAIN', user: 'u', password: canary('inline-kafka') } }],
    'kafka-connect': [{ name: 'kc', workers: [url], user: 'u', password: canary('inline-connect') }],
    zookeeper: [{ name: 'z', members: [address] }],
    'http-traffic': [{ name: 'h', proxy: 'caddy', metrics: [`${url}/metrics`], tokenFile: file('traffic', canary('file-traffic')) }],
    'host-metrics': [{ name: 'm', prometheus: { url, user: 'u', password: '${CANARY_PROMETHEUS}' }, volumes: [{ cluster: 'k', preset: 'ebs-csi' }] }],
  }; // prettier-ignore
  const alertmanager = { url, tokenFile: file('alertmanager', canary('file-alertmanager')) };
  config = file('vitals.yaml', JSON.stringify({ server: { port: 0, drain: '0s' }, alertmanager, ...systems }));
});

afterEach(() => {
  for (const { child } of children) child.kill('SIGKILL');
  children.clear();
});

afterAll(async () => {
  await servers.close();
  rmSync(folder, { recursive: true });
});

function run(args: readonly string[], more: Record<string, string> = {}): VitalsProcess {
  const started = startVitals(args, { ...environment, ...more });
  children.add(started);
  return started;
}

/** Which canaries are in a text, as they are or as they go over the wire. */
function found(text: string): readonly string[] {
  const forms = (secret: string): string[] => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').slice(0, -4),
    Buffer.from(`u:${secret}`).toString('base64').slice(0, -4),
  ];
  return [...canaries]
    .filter(([, secret]) => forms(secret).some((form) => text.includes(form)))
    .map(([place]) => place);
}

async function sourcesOf(url: string): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${url}/health/ready`);
  return ((await response.json()) as { readonly sources: Readonly<Record<string, string>> }).sources;
}

async function textOf(url: string, query: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

const EVERYTHING = `{
  sources { name system labels { key value } health { status findings { reason message advice } readings { unavailable } } }
  findings(first: 500) { nodes { reason message advice resource { kind name } } }
  signals { name coverage { state reason howToEnable } }
  server { version }
}`;

it('has a canary in every place where a secret can stand, and finds one that is there', () => {
  expect(canaries.size).toBe(12);
  for (const [place, secret] of canaries) {
    expect(found(`x ${secret} y`)).toEqual([place]);
    expect(found(Buffer.from(`u:${secret}`).toString('base64'))).toEqual([place]);
  }
});

it('a server at trace level tells no secret in its log, its answers or its endpoints, though systems repeat them', async () => {
  const vitals = run(['serve', '--config', config]);
  const url = await listeningAt(vitals);
  const deadline = performance.now() + 15_000;
  let states = await sourcesOf(url);
  while (performance.now() < deadline && (Object.keys(states).length < 10 || Object.values(states).includes('starting') || !vitals.err().includes('alerts are not sent'))) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    states = await sourcesOf(url);
  } // prettier-ignore
  // Each was asked, and refused.
  expect(Object.values(states).filter((state) => state !== 'starting').length).toBeGreaterThanOrEqual(8);
  expect(vitals.err()).toMatch(/alerts are not sent: 127\.0\.0\.1:\d+ does not let Vitals in \(401\)/);
  const answers = [
    await textOf(url, EVERYTHING),
    await textOf(url, '{ none }'),
    JSON.stringify(states),
    await (await fetch(`${url}/metrics`)).text(),
    await (await fetch(`${url}/graphiql`)).text(),
  ];
  expect(answers[0]).toMatch(/"reason":"SOURCE_|"reason":"[A-Z]+_UNREACHABLE/);
  vitals.child.kill('SIGTERM');
  expect(await vitals.ended).toBe(0);
  expect(vitals.err().length).toBeGreaterThan(500);
  expect(found([vitals.err(), vitals.out(), ...answers].join('\n'))).toEqual([]);
}, 40_000);

it('neither check nor a recording tells any', async () => {
  const out = join(folder, 'recorded.vitals.gz');
  const checks = [[], ['--output', 'json']].map((more) =>
    run(['check', '--config', config, '--timeout', '3s', ...more]),
  );
  const recorded = run(['record', '--config', config, '--out', out, '--duration', '1s']);
  expect(await recorded.ended).toBe(0);
  const text = gunzipSync(readFileSync(out)).toString();
  expect(text.length).toBeGreaterThan(500);
  expect(found(text + recorded.err() + recorded.out())).toEqual([]);
  for (const checked of checks) {
    expect(await checked.ended).toBeGreaterThan(0);
    expect(checked.out().length).toBeGreaterThan(200);
    expect(found(checked.out() + checked.err())).toEqual([]);
  }
}, 60_000);

it('a crash says which defect it was, and no secret; it ends with 1', async () => {
  const crash = file('crash.mjs', `process.on('SIGUSR2', () => { throw new Error('something broke'); });`);
  const crashed = run(['serve', '--config', config], { NODE_OPTIONS: `--import ${crash}` });
  await listeningAt(crashed);
  crashed.child.kill('SIGUSR2');
  expect(await crashed.ended).toBe(1);
  expect(crashed.err()).toMatch(/"level":60,.*something broke/);
  expect(found(crashed.err() + crashed.out())).toEqual([]);
}, 40_000);

it.each([
  ['a value of the wrong sort', (secret: string) => `server: { port: ${secret} }`],
  ['a setting that there is not', (secret: string) => `postgres: [{ name: p, host: h, database: d, user: u, password: ${secret}, pasword: ${secret} }]`],
  ['a file that is no YAML', (secret: string) => `postgres:\n  - { password: "${secret}"\n :`],
  ['an address with a password in it', (secret: string) => `host-metrics: [{ name: m, prometheus: { url: "http://u:${secret}@h:1" } }]`],
  ['a token where a number is meant', (secret: string) => `http-traffic: [{ name: h, proxy: caddy, metrics: ["http://h"], token: ${secret}, maximumRoutes: ${secret} }]`],
])('a configuration with %s is refused without telling the secret', (_, textFor) => {
  const secret = 'Canary-refused-9f3KxQ7mZp';
  const load = (): unknown => parseConfig(textFor(secret), 'vitals.yaml', {}, sources, catalogue.rules);
  expect(load).toThrow(ConfigurationError);
  expect(load).not.toThrow(secret);
}); // prettier-ignore
