import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerConfig } from '../../src/config/config.js';
import { parseAndValidate } from '../support/valid-configuration.js';
import { DEFAULT_SERVER_LIMITS } from '../../src/model/server-limits.js';
import { certificate, writeCertificate } from '../support/certificates.js';

function server(text: string): ServerConfig {
  return parseAndValidate(`server: ${text}`, 'vitals.yaml', {}, [], []).server;
}

describe('how it is served', () => {
  it('has a usual value for everything', () => {
    expect(server('{}')).toEqual({
      host: '127.0.0.1',
      port: 4_000,
      introspection: true,
      limits: DEFAULT_SERVER_LIMITS,
      tls: null,
      trustedDocuments: null,
      origins: [],
      trustedProxies: [],
      drain: 2_000,
    });
  });

  it('reads limits in the units that people write', () => {
    const { limits } = server(
      '{ limits: { body: 64KiB, deadline: 2s, eventLoopDelay: 250ms, rate: { perSecond: 0.5 }, webSocket: { pingInterval: 30s } } }',
    );
    expect(limits).toEqual({
      ...DEFAULT_SERVER_LIMITS,
      body: 65_536,
      deadline: 2_000,
      eventLoopDelay: 250,
      rate: { perSecond: 0.5, burst: 1 },
      webSocket: { ...DEFAULT_SERVER_LIMITS.webSocket, pingInterval: 30_000 },
    });
    expect(server('{ limits: { rate: null } }').limits.rate).toBeNull();
  });

  it.each([
    ['a fifth of all', '{ connections: 1000 }', 200],
    ['a fifth of all, one at least', '{ connections: 3 }', 1],
    ['as many as a client may have that live', '{ webSocket: { connectionsPerClient: 10000 } }', 10_000],
    ['never more than all', '{ connections: 100, webSocket: { connectionsPerClient: 400 } }', 100],
    ['what is said', '{ connections: 1000, connectionsPerAddress: 1000 }', 1_000],
    // Behind a proxy that is trusted, a client may have more than its address.
    ['what is said, though a client may have more', '{ connectionsPerAddress: 500 }', 500],
  ])('connections of one address are %s', (_, text, ofAnAddress) => {
    expect(server(`{ limits: ${text} }`).limits.connectionsPerAddress).toBe(ofAnAddress);
  });

  it.each([
    ['{ limits: { connections: 10, connectionsPerAddress: 11 } }', /PerAddress is 11, more than connections 10/],
    ['{ limits: { cots: 5 } }', /vitals\.yaml:1:\d+: there is no setting "cots"; .*cost/],
    ['{ limits: { cost: 0 } }', /server\.limits\.cost /],
    ['{ limits: { deadline: 1ms } }', /server\.limits\.deadline is between 10ms and 10m/],
    ['{ limits: { rate: { perSecond: -1 } } }', /server\.limits\.rate\.perSecond /],
    ['{ drain: 1m }', /server\.drain is at most 4s/],
    ['{ origins: ["portal.example.com"] }', /server\.origins\.0 is no origin; write one such as/],
    ['{ origins: ["https://portal.example.com/path"] }', /server\.origins\.0 is no origin/],
    ['{ trustedProxies: ["10.0.0.0/99"] }', /server\.trustedProxies\.0 is no address and no network/],
    ['{ trustedProxies: [proxy] }', /server\.trustedProxies\.0 is no address and no network/],
    ['{ tls: { certFile: /none, keyFile: /none } }', /server\.tls\.certFile cannot be read \(ENOENT\)/],
    ['{ tls: { certFile: /none } }', /server\.tls\.keyFile /],
  ])('%s is refused', (text, expected) => {
    expect(() => server(text)).toThrow(expected);
  });
});

describe('TLS files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitals-config-'));

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are those of a certificate with its key', async () => {
    const files = writeCertificate(folder, await certificate());
    const text = `{ tls: ${JSON.stringify(files)} }`;
    expect(server(text).tls).toEqual(files);
    writeFileSync(files.keyFile, (await certificate()).key);
    expect(() => server(text)).toThrow(/server\.tls\.certFile and keyFile are no certificate with its key/);
  });
});

it('the server that the README shows is valid but for files that are not here', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, text = ''] = /```yaml\n(server:[^]*?)```/.exec(readme) ?? [];
  const withoutTls = text.replace(/^ {2}tls:.*$/m, '');
  const { server: shown } = parseAndValidate(withoutTls, 'README.md', {}, [], []);
  expect(shown.limits).toMatchObject({ cost: 200_000, deadline: 5_000, rate: { perSecond: 50, burst: 200 } });
});
