import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckReport } from '../src/check-report.js';
import { freePort } from './support/free-port.js';
import { LoopbackServers } from './support/loopback-servers.js';
import { HOST, PostgresServer } from './support/postgres-server.js';
import { startVitals } from './support/vitals-process.js';

const folder = mkdtempSync(join(tmpdir(), 'vitals-check-'));
const listeners = new LoopbackServers();
let server: PostgresServer;

beforeAll(async () => {
  server = await PostgresServer.create();
}, 60_000);

afterEach(() => listeners.close());

afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true });
});

interface Database {
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly [more: string]: unknown;
}

/** A configuration of databases; the one that runs, where nothing else is said. */
function configuration(databases: Readonly<Record<string, Database>>, more: object = {}): string {
  const common = { host: HOST, port: server.port, ...server.vitals, interval: '1s', deadline: '2s' };
  const postgres = Object.entries(databases).map(([name, database]) => ({ name, ...common, ...database }));
  const path = join(folder, 'vitals.yaml');
  writeFileSync(path, JSON.stringify({ postgres, ...more }));
  return path;
}

async function check(...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { ended, out, err } = startVitals(['check', ...args]);
  const code = await ended;
  return { code, out: out(), err: err() };
}

async function reportOf(path: string): Promise<{ readonly code: number | null; readonly report: CheckReport }> {
  const { code, out, err } = await check('--config', path, '--output', 'json');
  expect(err).toBe('');
  return { code, report: JSON.parse(out) as CheckReport };
}

describe('vitals check', () => {
  it('ends with 0 where all is well, with a table', async () => {
    const { code, out, err } = await check('--config', configuration({ meta: { vcpus: 64, capacity: '1TiB' } }));
    expect([code, err]).toEqual([0, '']);
    const [head, row] = out.split('\n');
    expect(head).toMatch(/^SYSTEM +STATUS +REACH +VERSION +PERMISSIONS MISSING +SIGNALS +FINDINGS$/);
    expect(row).toMatch(/^postgres\/meta +HEALTHY +reached in \d+ ms +\d+\.\d+ +none +\d+ of \d+ +none$/);
    expect(out).toMatch(/^healthy \(exit code 0\)$/m);
    expect(out).not.toContain(server.vitals.password);
  });

  it('ends with 1 where something is degraded, and says what cannot be seen and why', async () => {
    const { code, report } = await reportOf(
      configuration(
        { meta: { standby: true }, other: {} },
        {
          limits: [{ finding: 'DATABASE_CONNECTIONS_HIGH', where: { name: 'other' }, warnAt: 0 }],
        },
      ),
    );
    expect([code, report.status]).toEqual([1, 'DEGRADED']);
    const [meta, other] = report.systems;
    expect(meta).toMatchObject({
      system: 'meta',
      source: 'postgres',
      status: 'HEALTHY',
      reach: { state: 'ok' },
      findings: [],
    });
    expect(other?.findings).toMatchObject([{ severity: 'WARNING', reason: 'DATABASE_CONNECTIONS_HIGH', isRoot: true }]);
    expect(meta?.signals.uncovered).toEqual(
      expect.arrayContaining([
        {
          signal: 'DATABASE_CPU',
          kind: 'DATABASE',
          reason: 'not configured',
          howToEnable: expect.any(String) as string,
        },
      ]),
    );
    expect(meta?.signals.covered).toBe((meta?.signals.total ?? 0) - (meta?.signals.uncovered.length ?? 0));
  });

  it('ends with 1 where it is let in and not shown all, and names what is missing', async () => {
    const password = 'not-a-member';
    await server.sql(`CREATE ROLE outsider LOGIN PASSWORD '${password}'`);
    const { code, report } = await reportOf(configuration({ meta: { user: 'outsider', password } }));
    expect(code).toBe(1);
    expect(report.systems[0]).toMatchObject({
      reach: { state: 'ok' },
      permissionsMissing: [expect.stringContaining('User "outsider" may not see all') as string],
      findings: [{ severity: 'WARNING', reason: 'SOURCE_FORBIDDEN', subject: 'statistics' }],
    });
  });

  it('ends with 2 where nothing answers', async () => {
    const { code, report } = await reportOf(configuration({ meta: { port: await freePort() } }));
    expect([code, report.status]).toEqual([2, 'UNHEALTHY']);
    expect(report.systems).toMatchObject([
      { status: 'UNHEALTHY', reach: { state: 'lost' }, version: null, findings: [{ reason: 'DATABASE_UNREACHABLE' }] },
    ]);
  });

  it('waits for what has to last before it counts', async () => {
    const keepers = { name: 'keepers', members: [`${HOST}:${await freePort()}`, `${HOST}:${await freePort()}`] };
    const { code, report } = await reportOf(configuration({}, { zookeeper: [keepers] }));
    expect([code, report.status]).toEqual([2, 'UNHEALTHY']);
    const reasons = report.systems[0]?.findings.map(({ reason }) => reason);
    expect(reasons).toEqual(['ZOOKEEPER_NO_QUORUM', 'ZOOKEEPER_MEMBER_DOWN', 'ZOOKEEPER_MEMBER_DOWN']);
  });

  it('counts no signal as seen of what is not, though there may be nothing that it is about', async () => {
    const kafka = [{ name: 'events', brokers: [`${HOST}:${await freePort()}`] }];
    const { report } = await reportOf(configuration({}, { kafka }));
    const [events] = report.systems;
    const unseen = events?.signals.uncovered.map(({ kind }) => kind) ?? [];
    expect(new Set(unseen)).toEqual(new Set(['KAFKA', 'BROKER', 'TOPIC', 'CONSUMER_GROUP']));
    expect(events?.signals.uncovered.map(({ reason }) => reason)).toEqual(unseen.map(() => 'probe failed'));
    expect(events?.signals.covered).toBe((events?.signals.total ?? 0) - unseen.length);
  });

  it('ends with 3 where it is not let in, and names what is missing', async () => {
    const { code, report } = await reportOf(configuration({ meta: { password: 'wrong' }, other: {} }));
    expect(code).toBe(3);
    expect(report.systems).toMatchObject([
      { system: 'meta', status: 'UNKNOWN', reach: { state: 'forbidden' } },
      { system: 'other', status: 'HEALTHY', reach: { state: 'ok' }, permissionsMissing: [] },
    ]);
    expect(report.systems[0]?.permissionsMissing).toHaveLength(1);
    expect(JSON.stringify(report)).not.toMatch(/"wrong"/);
  });

  it('ends with 3 in time where a system has not been seen by then', async () => {
    // It takes connections, and says nothing.
    const port = await listeners.listen(createServer());
    const started = performance.now();
    const path = configuration({ meta: { port, deadline: '30s' } });
    const { code, out } = await check('--config', path, '--timeout', '1s');
    expect(code).toBe(3);
    expect(out).toMatch(/^postgres\/meta +UNKNOWN +not seen in time +unknown +none +0 of \d+ /m);
    expect(out).toMatch(/^postgres\/meta {2}not seen: DATABASE_REACH of DATABASE: not seen in time$/m);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it.each<[string, object, RegExp]>([
    ['is not valid', { postgres: [{ name: 'a', hots: 'x' }] }, /there is no setting "hots"; did you mean host\?/],
    ['names no system', {}, /names no system: there is nothing to check/],
  ])('ends as all commands do with one line and 2 where the configuration %s', async (_, content, expected) => {
    const path = join(folder, 'wrong.yaml');
    writeFileSync(path, JSON.stringify(content));
    const { code, out, err } = await check('--config', path);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(expected);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
