import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { createServer as createSecureServer, request } from 'node:https';
import { type Socket, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { ConfigurationError } from '../src/config/configuration-error.js';
import { parseConfig } from '../src/config/load.js';
import { configurationSchemaText } from '../src/configured.js';
import { catalogue, sources } from '../src/sources/index.js';
import { Canaries } from './support/canaries.js';
import { CanaryConfigurations, VARIANTS } from './support/canary-configurations.js';
import { certificate } from './support/certificates.js';
import { LoopbackServers } from './support/loopback-servers.js';
import { type TextSchema, secretPlaces, textsAt } from './support/secret-places.js';
import { type VitalsProcess, listeningAt, startVitals } from './support/vitals-process.js';

const folder = mkdtempSync(join(tmpdir(), 'vitals-canaries-'));
const children = new Set<VitalsProcess>();
const servers = new LoopbackServers();
const canaries = new Canaries();

/** A system as unkind as can be: it refuses, and repeats all that it was sent. */
function refuse({ headers }: IncomingMessage, response: ServerResponse): void {
  const { authorization = '' } = headers;
  const [, basic = ''] = /^Basic (.*)$/.exec(authorization) ?? [];
  const plain = Buffer.from(basic, 'base64').toString();
  const [user, password] = plain.split(':');
  const message = `Unauthorized: Authorization: ${authorization}; user=${String(user)} password=${String(password)} token: ${authorization.split(' ')[1] ?? ''}`; // prettier-ignore
  response.writeHead(401, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ kind: 'Status', status: 'Failure', message, error: message, code: 401, error_code: 401 }),
  );
}

let configurations: CanaryConfigurations;

beforeAll(async () => {
  const own = await certificate();
  const secured = createSecureServer({ ...own, requestCert: true, rejectUnauthorized: false }, refuse);
  const [https, http] = [await servers.listen(secured), await servers.listen(createServer(refuse))];
  const deaf = await servers.listen(createSocketServer((socket: Socket) => socket.end('password=nothing\r\n')));
  configurations = await CanaryConfigurations.create(folder, canaries, { https, http, deaf, certificate: own });
  for (const variant of VARIANTS) configurations.of(variant);
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
  const own = { AWS_SECRET_ACCESS_KEY: canaries.at('unrelated variable'), LOG_LEVEL: 'trace' };
  const started = startVitals(args, { ...configurations.environment, ...own, ...more });
  children.add(started);
  return started;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks over TLS, as whom one likes; by POST where there is something to send. */
async function ask(url: string, authorization: string | null, body: string | null = null): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) };
  const options = { method: body === null ? 'GET' : 'POST', headers, ca: configurations.authority, agent: false };
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, signal: AbortSignal.timeout(10_000) }, (response) => {
      text(response).then((told) => { resolve({ status: response.statusCode ?? 0, text: told }); }, reject); // prettier-ignore
    });
    sent.on('error', reject).end(body ?? undefined);
  });
}

/** What a WebSocket says to whom comes with such a token, until it ends or has acknowledged it. */
async function greet(url: string, token: string): Promise<string> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { ca: configurations.authority, handshakeTimeout: 10_000 }); // prettier-ignore
  try {
    return await new Promise((resolve, reject) => {
      socket.on('open', () => { socket.send(JSON.stringify({ type: 'connection_init', payload: { Authorization: `Bearer ${token}` } })); }); // prettier-ignore
      socket.on('message', (message: Buffer) => { resolve(message.toString()); }); // prettier-ignore
      socket.on('close', (code, reason) => { resolve(`${code} ${reason.toString()}`); }); // prettier-ignore
      socket.on('error', reject);
    });
  } finally {
    socket.terminate();
  }
}

/** Whoever watches with a token that is not good. */
function watch(url: string): VitalsProcess {
  const own = { VITALS_TOKEN: canaries.at('bad token of a client'), NODE_EXTRA_CA_CERTS: join(folder, 'tls.crt') };
  return run(['watch', url, '--output', 'lines', '--timeout', '2s'], own);
}

/** What is wrong with each source, by its name. */
async function troubles(url: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const body = JSON.stringify({ query: '{ sources { name health { findings { reason } } } }' });
  const { text: told } = await ask(`${url}/graphql`, good(), body);
  interface Told { readonly data: { readonly sources: readonly { readonly name: string; readonly health: { readonly findings: readonly { readonly reason: string }[] } }[] } } // prettier-ignore
  const { sources: all } = (JSON.parse(told) as Told).data;
  // Of kubelets nobody is asked before the nodes are known.
  const asked = all.filter(({ name }) => !name.startsWith('kubelets/'));
  return new Map(asked.map(({ name, health }) => [name, health.findings.map(({ reason }) => reason)]));
}

/** As who has the token of the configuration. */
function good(): string {
  return `Bearer ${canaries.at('good token of a client')}`;
}

/** All that clients send who are not let in: one that nobody knows, one that looks made by an issuer, a password. */
function bad(): readonly string[] {
  const signed = canaries.plant('JSON Web Token of a client', 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJpc3MiOiJpIiwiYXVkIjoidiIsInN1YiI6ImMifQ.Canary9f3KxQ7mZp'); // prettier-ignore
  const basic = Buffer.from(`u:${canaries.at('password of a client')}`).toString('base64');
  return [`Bearer ${canaries.at('bad token of a client')}`, `Bearer ${signed}`, `Basic ${basic}`];
}

const EVERYTHING = `{
  sources { name system labels { key value } health { status findings { reason message advice } readings { unavailable } } }
  findings(first: 500) { nodes { reason message advice resource { kind name } } }
  signals { name coverage { state reason howToEnable } }
  server { version }
}`;

describe('a canary', () => {
  it('is in every place of the configuration where a secret can stand', () => {
    const { secret, unknown } = secretPlaces(JSON.parse(configurationSchemaText()) as TextSchema);
    // A new setting of text: whether it is a secret is said in test/support/secret-places.ts.
    expect(unknown).toEqual([]);
    const bare = secret.filter((place) => {
      const texts = VARIANTS.flatMap((variant) => textsAt(configurations.of(variant), place, configurations.environment)); // prettier-ignore
      return !texts.some((one) => canaries.foundIn(one).length > 0);
    });
    expect(bare).toEqual([]);
    expect(secret.length).toBeGreaterThan(40);
  });

  it('is told by a setting of which nobody has said whether it is a secret', () => {
    const schema = { properties: { list: { items: { properties: { passphrase: { anyOf: [{ type: 'string' }] }, password: { type: 'string' } } } } } }; // prettier-ignore
    expect(secretPlaces(schema)).toEqual({ secret: ['list.[].password'], unknown: ['list.[].passphrase'] });
  });

  it('is found where it is, by its place', () => {
    expect(canaries.places.length).toBeGreaterThan(40);
    for (const place of canaries.places) {
      const own = new Canaries();
      const secret = own.at(place);
      expect(own.foundIn(`x ${secret} y`)).toEqual([place]);
      expect(own.foundIn(Buffer.from(`u:${secret}`).toString('base64'))).toEqual([place]);
    }
    expect(canaries.foundIn(readFileSync(join(folder, 'kafka.key'), 'utf8'))).toEqual(['kafka.tls']);
    expect(canaries.foundIn(readFileSync(join(folder, 'kubeconfig.key'), 'utf8'))).toEqual(['kubeconfig.key.client-key-data']); // prettier-ignore
  });
});

describe.each(VARIANTS)('with each secret in place or in a file (%i)', (variant) => {
  it('a server at trace level tells none in its log, its answers or its endpoints, though systems repeat them', async () => {
    const config = configurations.fileOf(variant);
    const vitals = run(['serve', '--config', config]);
    const url = await listeningAt(vitals);
    const refused = /alerts are not sent: 127\.0\.0\.1:\d+ does not let Vitals in \(401\)/;
    const deadline = performance.now() + 15_000;
    let told = await troubles(url);
    while (performance.now() < deadline && ([...told.values()].some((reasons) => reasons.length === 0) || !refused.test(vitals.err()))) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      told = await troubles(url);
    } // prettier-ignore
    // Each was asked, and refused.
    expect([...told].filter(([, reasons]) => reasons.length === 0)).toEqual([]);
    expect(told.size).toBe(15);
    expect(vitals.err()).toMatch(refused);
    const body = (query: string): string => JSON.stringify({ query });
    const answers = [
      await ask(`${url}/graphql`, good(), body(EVERYTHING)),
      await ask(`${url}/graphql`, good(), body('{ none }')),
      await ask(`${url}/metrics`, good()),
      await ask(`${url}/graphiql`, good()),
    ];
    // Of pages there are none where they were not built.
    expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.text).toMatch(/"reason":"SOURCE_|"reason":"[A-Z]+_UNREACHABLE/);
    const denied = [];
    for (const one of bad()) denied.push(await ask(`${url}/graphql`, one, body('{ __typename }')));
    expect(denied.map(({ status }) => status).every((status) => status === 401 || status === 503)).toBe(true);
    const greetings = [];
    for (const one of [good(), ...bad()]) greetings.push(await greet(url, one.split(' ')[1] ?? ''));
    expect(greetings[0]).toContain('connection_ack');
    expect(greetings.slice(1).join()).not.toContain('connection_ack');
    const watching = variant === 0 ? [watch(url)] : [];
    for (const { ended } of watching) expect(await ended).toBeGreaterThan(0);
    vitals.child.kill('SIGTERM');
    expect(await vitals.ended).toBe(0);
    expect(vitals.err().length).toBeGreaterThan(500);
    const heard = [...answers, ...denied].map(({ text: one }) => one);
    const written = [vitals, ...watching].flatMap(({ err, out }) => [err(), out()]);
    expect(canaries.foundIn([...heard, ...greetings, ...written].join('\n'))).toEqual([]);
  }, 60_000);
});

it('neither check nor a recording tells any, nor do keys that are broken', async () => {
  // One with passwords, one with tokens.
  const recordings = [VARIANTS[0], VARIANTS[3]].map((variant) => {
    const out = join(folder, `recorded-${variant}.vitals.gz`);
    const { ended, ...told } = run(['record', '--config', configurations.fileOf(variant), '--out', out, '--duration', '1s']); // prettier-ignore
    return { out, ended, told };
  });
  // Meanwhile, for whoever records waits for all that there is.
  for (const variant of VARIANTS) {
    const output = variant % 2 === 0 ? 'table' : 'json';
    const checked = run(['check', '--config', configurations.fileOf(variant), '--timeout', '3s', '--output', output]);
    expect(await checked.ended).toBeGreaterThan(0);
    expect(checked.out()).toContain('kafka');
    expect(canaries.foundIn(checked.out() + checked.err())).toEqual([]);
  }
  const broken = run(['check', '--config', configurations.brokenFileOf(0), '--timeout', '1s']);
  expect(await broken.ended).toBeGreaterThan(0);
  expect(broken.out() + broken.err()).toMatch(/\bkey\b/);
  expect(canaries.foundIn(broken.out() + broken.err())).toEqual([]);
  for (const { out, ended, told } of recordings) {
    expect(await ended).toBe(0);
    const unpacked = gunzipSync(readFileSync(out)).toString();
    expect(unpacked.length).toBeGreaterThan(500);
    expect(canaries.foundIn(unpacked + told.err() + told.out())).toEqual([]);
  }
}, 180_000);

it('a crash says which defect it was, and nothing of the configuration that hangs on it; it ends with 1', async () => {
  const [variant] = VARIANTS;
  const held = JSON.stringify(configurations.of(variant));
  const code = `process.on('SIGUSR2', () => {
    const held = { environment: { ...process.env }, configuration: ${held} };
    const cause = Object.assign(new Error('its cause'), { held });
    throw Object.assign(new Error('something broke', { cause }), { held, request: { headers: held } });
  });`;
  const crash = join(folder, 'crash.mjs');
  writeFileSync(crash, code);
  const crashed = run(['serve', '--config', configurations.fileOf(variant)], { NODE_OPTIONS: `--import ${crash}` });
  await listeningAt(crashed);
  crashed.child.kill('SIGUSR2');
  expect(await crashed.ended).toBe(1);
  expect(crashed.err()).toMatch(/"level":60,.*something broke: its cause.*crash\.mjs/);
  expect(canaries.foundIn(crashed.err() + crashed.out())).toEqual([]);
}, 60_000);

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
