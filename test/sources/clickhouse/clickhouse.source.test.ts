import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/model/clock.js';
import type { ClickHouseDatabase, DatabaseReplica, ReplicatedTable } from '../../../src/model/clickhouse.js';
import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { EndpointReach, Source } from '../../../src/model/source.js';
import { clickHouseConfigSchema } from '../../../src/sources/clickhouse/clickhouse.config.js';
import { MOST_ROWS } from '../../../src/sources/clickhouse/clickhouse.queries.js';
import { clickhouse } from '../../../src/sources/clickhouse/definition.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { SourceReports } from '../../support/source-reports.js';
import { type Misbehaviour, ScriptedClickHouse, recorded, refuse } from './scripted-clickhouse.js';

/** A machine that is busy may take its time. */
const PATIENCE = 30_000;

let servers: ScriptedClickHouse[] = [];
let running: RunningSource | null = null;
let reports: SourceReports;

beforeEach(() => {
  reports = new SourceReports(systemClock, PATIENCE);
});

afterEach(async () => {
  await running?.stop();
  await Promise.all(servers.map((server) => server.close()));
  [servers, running] = [[], null];
});

async function serve(
  version: '18.16.1' | '26.7.2' = '18.16.1',
  misbehave?: Misbehaviour,
): Promise<[ScriptedClickHouse, number]> {
  const server = new ScriptedClickHouse(recorded(version));
  if (misbehave !== undefined) server.misbehave = misbehave;
  servers.push(server);
  return [server, await server.listen()];
}

function start(ports: readonly number[], more: object = {}): void {
  const replicas = ports.map((port) => `127.0.0.1:${port}`);
  const configuration = clickHouseConfigSchema.parse({
    name: 'olap',
    replicas,
    interval: '1s',
    deadline: '3s',
    ...more,
  });
  running = clickhouse.create(configuration, reports.context);
  running.start();
}

const replicaId = (port: number) => resourceId(ResourceKind.DATABASE_REPLICA, 'olap', `127.0.0.1:${port}`);
const replica = (port: number) => reports.of(replicaId(port)) as DatabaseReplica;
const reach = (port: number) => reports.of(replicaId(port), 'reach') as EndpointReach;
const table = (name: string) => reports.of(resourceId(ResourceKind.REPLICATED_TABLE, 'olap', name)) as ReplicatedTable | undefined; // prettier-ignore
const source = () => reports.one(ResourceKind.SOURCE) as Source;
const database = () => reports.one(ResourceKind.DATABASE) as ClickHouseDatabase;

const isSeen = (port: number) => () => reach(port).state === 'ok';

describe('a server of today and one of 2018', () => {
  it('tells what 18.16 has, and why not the rest', async () => {
    const [, port] = await serve('18.16.1');
    start([port]);
    await reports.until('it is seen', isSeen(port));
    const { unavailable, startedAt, ...facts } = replica(port);
    expect(facts).toMatchObject({
      version: '18.16.1',
      tableCount: 3,
      hasKeeperSession: true,
      delayedInserts: 0,
      disks: null,
      distributedQueues: null,
      mutations: [],
      plainTables: [],
      counters: { delayedInserts: 0, rejectedInserts: 0, hardwareExceptions: 0, userExceptions: 38, lostParts: 1 },
    });
    expect(unavailable).toEqual({ disks: 'unsupported', distributedQueues: 'unsupported', keeper: 'unsupported' });
    expect(startedAt).toBeLessThan(Date.now());
    const narrow = table('shop.narrow');
    expect(narrow?.replicas).toMatchObject([
      { isReadOnly: false, delaySeconds: 0, totalReplicas: 3, activeReplicas: 3, partsPerPartition: 4, parts: { partsToDelay: 20, partsToThrow: 40, largeFromBytes: null } }, // prettier-ignore
    ]);
    expect(table('shop.orders')?.replicas[0]?.parts).toMatchObject({ partsToDelay: 150, partsToThrow: 300 });
    expect(database()).toMatchObject({ version: '18.16.1', capacityBytes: null });
  });

  it('tells what 26.7 has', async () => {
    const [, port] = await serve('26.7.2');
    start([port]);
    await reports.until('it is seen', isSeen(port));
    expect(replica(port)).toMatchObject({
      version: '26.7.2.1',
      tableCount: 0,
      // Without replicated tables it needs no session.
      hasKeeperSession: null,
      disks: [{ name: 'default' }],
      distributedQueues: [],
      plainTables: [{ table: 'log.lines', parts: 2, partsToDelay: 20, partsToThrow: 3_000, largeFromBytes: 2 ** 30 }],
      // Without an ensemble there is no list of connections to it.
      unavailable: { keeper: 'unsupported' },
    });
    expect(database().capacityBytes).toBe(270_553_174_016);
  });

  it('is asked for its tables and columns once, and again when another one answers', async () => {
    const [server, port] = await serve('18.16.1');
    start([port]);
    await reports.until(
      'three looks',
      () => server.asked.filter((question) => question === 'server').length > 2 && isSeen(port)(),
    );
    expect(server.asked.filter((question) => question === 'columns')).toHaveLength(1);
    server.answers = recorded('26.7.2');
    await reports.until('the other one', () => replica(port).version === '26.7.2.1');
    expect(server.asked.filter((question) => question === 'columns')).toHaveLength(2);
    expect(replica(port).unavailable).toEqual({ keeper: 'unsupported' });
  });

  it('says with which member its session is, and was before', async () => {
    const [server, port] = await serve('26.7.2');
    const columns = { ...(server.answers['columns'] as object), zookeeper_connection: ['name', 'host', 'port'] };
    const withMember = (host: string): object => ({ ...server.answers, columns, keeper: [{ host, port: 2181 }] });
    const keepers = (): unknown => [replica(port).keeper?.host, replica(port).formerKeeper?.host];
    server.answers = { ...withMember('zk-0') };
    start([port]);
    await reports.until('the first', () => replica(port).keeper !== null);
    expect(keepers()).toEqual(['zk-0', undefined]);
    server.answers = { ...withMember('zk-1') };
    await reports.until('the second', () => replica(port).keeper?.host === 'zk-1');
    expect(keepers()).toEqual(['zk-1', 'zk-0']);
    server.misbehave = only('keeper', breakOff);
    await reports.until('it does not say', () => replica(port).unavailable['keeper'] === 'probe failed');
    expect(keepers()).toEqual(['zk-1', 'zk-0']);
  });

  it('says what fails in a queue, and who is to give what is missing there', async () => {
    const [server, port] = await serve();
    const entry = (error: string, systemError = ''): object => ({ database: 'shop', table: 'orders', seconds: '70', error, systemError, sourceReplica: 'clickhouse-2' }); // prettier-ignore
    server.answers = { ...server.answers, queue: [entry('1000', '111')] };
    start([port]);
    const failing = (): unknown => table('shop.orders')?.replicas[0]?.failingQueueEntry;
    await reports.until('it fails', () => failing() != null);
    expect(failing()).toEqual({ seconds: 70, error: 'POCO_EXCEPTION (1000)', isWithoutSource: true, sourceReplica: 'clickhouse-2' }); // prettier-ignore
    expect(table('shop.orders')?.replicas[0]?.keeperName).toBe('clickhouse-1');
  });

  it('is asked what asks Keeper once, though it is looked at often', async () => {
    const [server, port] = await serve();
    start([port]);
    await reports.until('four looks', () => server.asked.filter((question) => question === 'tables').length > 3);
    expect(server.asked.filter((question) => question === 'activeReplicas')).toHaveLength(1);
  });

  it('is asked that no more often where tables come and go with every look', async () => {
    const [server, port] = await serve();
    const { tables } = recorded('18.16.1') as { tables: readonly object[] };
    server.misbehave = only('tables', () => {
      const listed = server.answers['tables'] as readonly object[];
      server.answers = { ...server.answers, tables: listed.length === tables.length ? tables.slice(1) : tables };
      return false;
    });
    start([port]);
    await reports.until('six looks', () => server.asked.filter((question) => question === 'tables').length > 5);
    expect(server.asked.filter((question) => question === 'activeReplicas')).toHaveLength(1);
  });

  it('does not know how many replicas are active when it answers that there are none', async () => {
    const [server, port] = await serve();
    const { activeReplicas } = recorded('18.16.1') as { activeReplicas: readonly object[] };
    const none = activeReplicas.map((row) => ({ ...row, totalReplicas: '0', activeReplicas: '0' }));
    server.answers = { ...server.answers, activeReplicas: none };
    start([port]);
    await reports.until('it is seen', isSeen(port));
    const [copy] = table('shop.narrow')?.replicas ?? [];
    expect(copy).toMatchObject({ totalReplicas: null, activeReplicas: null });
    expect(copy?.activeReplicasAskedAt).not.toBeNull();
  });
});

describe('three replicas', () => {
  it('are put together table by table, and a table that is gone everywhere goes', async () => {
    const all = await Promise.all([serve(), serve(), serve()]);
    const [[first], , [third, portOfThird]] = all;
    const { tables } = recorded('18.16.1') as { tables: { table: string }[] };
    third.answers = { ...third.answers, tables: tables.filter((row) => row.table !== 'visits') };
    start(all.map(([, port]) => port));
    const presence = (): unknown => table('shop.visits')?.replicas.map((copy) => copy.presence);
    await reports.until(
      'one without the table',
      () => JSON.stringify(presence()) === '["REPLICATED","REPLICATED","MISSING"]',
    );
    const definitions = [{ database: 'shop', table: 'visits', engine: 'MergeTree', partsToDelay: '', partsToThrow: '', largeFromBytes: '' }]; // prettier-ignore
    third.answers = { ...third.answers, definitions };
    await third.close();
    await reports.until('one is lost', () => reach(portOfThird).state === 'lost');
    expect(table('shop.visits')?.replicas.map((copy) => copy.isSeen)).toEqual([true, true, false]);
    // Whoever is left is asked at once how many are active.
    await reports.until(
      'the others are asked again',
      () => first.asked.filter((question) => question === 'activeReplicas').length > 1,
    );
    for (const [server] of all) server.answers = { ...server.answers, tables: [] };
    await reports.until('the table is gone', () =>
      reports.events.some((event) => 'goneAspect' in event && event.kind === ResourceKind.REPLICATED_TABLE),
    );
  });

  it('do not miss a table on one that lists as many as are read', async () => {
    const [[one, portOfOne], [other, portOfOther]] = await Promise.all([serve(), serve()]);
    const [row] = recorded('18.16.1')['tables'] as readonly [object];
    const listing = (first: number): object => {
      const tables = Array.from({ length: MOST_ROWS }, (_, index) => ({ ...row, database: 'shop', table: `t${first + index}` })); // prettier-ignore
      return { ...recorded('18.16.1'), tables, activeReplicas: [], queue: [], parts: [], definitions: [] };
    };
    one.answers = { ...listing(0) };
    other.answers = { ...listing(1) };
    start([portOfOne, portOfOther], { deadline: '20s', interval: '1m' });
    const presence = (name: string): unknown => table(name)?.replicas.map((copy) => copy.presence);
    await reports.until('both list theirs', () => [portOfOne, portOfOther].every((port) => isSeen(port)()));
    expect(presence('shop.t0')).toEqual(['REPLICATED', 'UNKNOWN']);
    expect(presence('shop.t1')).toEqual(['REPLICATED', 'REPLICATED']);
    expect(presence(`shop.t${MOST_ROWS}`)).toEqual(['UNKNOWN', 'REPLICATED']);
  }, 60_000);

  it('are asked side by side: one that hangs holds up no other', async () => {
    const [, port] = await serve();
    const [, hanging] = await serve('18.16.1', () => true);
    const before = Date.now();
    start([hanging, port], { deadline: '5s' });
    await reports.until('it is seen', isSeen(port));
    // Well below what the other is waited for.
    expect(Date.now() - before).toBeLessThan(2_000);
    await reports.until('the other is lost', () => reach(hanging).state === 'lost');
    expect(reach(hanging).message).toBe(`127.0.0.1:${hanging} gave no answer within 2s.`);
    expect(source()).toMatchObject({ state: 'ok', message: null });
  });
});

const never: Misbehaviour = () => true;
const breakOff: Misbehaviour = (_, response) => {
  response.destroy();
  return true;
};
const only =
  (which: string, misbehave: Misbehaviour): Misbehaviour =>
  (question, response, request) =>
    question === which && misbehave(question, response, request);

describe('a server in trouble', () => {
  it.each<[string, Misbehaviour, string, string]>([
    ['hangs', never, 'lost', 'gave no answer within 2s.'],
    ['breaks off', breakOff, 'lost', 'broke'],
    ['answers half', (_, response) => { response.writeHead(200).end('{"meta": [], "data": [{"versi'); return true; }, 'invalid', 'not what ClickHouse answers'], // prettier-ignore
    ['answers another JSON', (_, response) => { response.writeHead(200).end('{"data": [{"version": 5}]}'); return true; }, 'invalid', 'not what ClickHouse answers'], // prettier-ignore
    ['answers a page', (_, response) => refuse(response, 200, '<html>Ok.</html>'), 'invalid', 'not what ClickHouse answers'], // prettier-ignore
    ['answers a page of error', (_, response) => refuse(response, 502, '<html>Bad gateway</html>'), 'invalid', 'not what ClickHouse answers'], // prettier-ignore
    ['knows no such user', (_, response) => refuse(response, 401, 'Code: 193, e.displayText() = DB::Exception: Wrong password for user vitals, e.what() = DB::Exception'), 'forbidden', 'does not accept user "vitals" or the password.'], // prettier-ignore
    ['does not let us in today', (_, response) => refuse(response, 403, 'Code: 516. DB::Exception: vitals: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)'), 'forbidden', 'does not accept user "vitals" or the password.'], // prettier-ignore
    ['takes no more queries', (_, response) => refuse(response, 500, 'Code: 202. DB::Exception: Too many simultaneous queries.'), 'lost', 'too many run at the same time.'], // prettier-ignore
    ['says no more than a code', (_, response) => refuse(response, 500, 'Code: 241. DB::Exception: secret'), 'lost', 'answers with error 241.'], // prettier-ignore
  ])('%s', async (_, misbehave, state, message) => {
    const [, port] = await serve('18.16.1', misbehave);
    start([port], { password: 'secret' });
    await reports.until(`it is ${state}`, () => reach(port).state === state);
    expect(reach(port).message).toContain(message);
    expect(JSON.stringify(reports.events)).not.toContain('secret');
    expect(source()).toMatchObject({ state });
  });

  it('refuses connections, and is seen again when it is back', async () => {
    const [server, port] = await serve();
    await server.close();
    start([port]);
    await reports.until('it is lost', () => reach(port).state === 'lost');
    expect(reach(port).message).toBe(`127.0.0.1:${port} refuses connections.`);
    const back = new ScriptedClickHouse(recorded('18.16.1'));
    servers.push(back);
    await back.listen(port);
    await reports.until('it is back', isSeen(port));
    expect(source().state).toBe('ok');
  });

  it('hangs, and is there again with its first word, though the rest of its answers takes its time', async () => {
    const [server, port] = await serve('18.16.1', never);
    start([port], { deadline: '30s' });
    await reports.until('it is lost', () => reach(port).state === 'lost');
    server.misbehave = (question) => question !== 'server' && question !== 'columns';
    await reports.until('it is back', () => reach(port).state === 'ok');
    expect(replica(port).version).toBeNull();
    expect(source().state).toBe('ok');
  });

  it.each<[string, Misbehaviour, string]>([
    ['hangs', never, 'probe failed'],
    ['breaks off', breakOff, 'probe failed'],
    ['is answered half', (_, response) => refuse(response, 200, '{"data": [{'), 'probe failed'],
    ['is forbidden', (_, response) => refuse(response, 500, 'Code: 497. DB::Exception: vitals: Not enough privileges.'), 'forbidden'], // prettier-ignore
    ['is unknown', (_, response) => refuse(response, 404, 'Code: 60. DB::Exception: no table'), 'unsupported'],
  ])('tells the rest when one question %s', async (_, misbehave, why) => {
    const [, port] = await serve('26.7.2', only('mutations', misbehave));
    start([port]);
    await reports.until('it is seen', isSeen(port));
    const { mutations, unavailable, disks } = replica(port);
    expect({ mutations, unavailable }).toEqual({
      mutations: null,
      unavailable: { mutations: why, keeper: 'unsupported' },
    });
    expect(disks).toHaveLength(1);
    const forbidden = why === 'forbidden' ? `User "vitals" may not read all of the system tables of 127.0.0.1:${port}: system.mutations.` : null; // prettier-ignore
    expect(source().sights.find(({ kind }) => kind === null)?.message).toBe(forbidden);
  });

  it('is said to forbid tables by the names that a GRANT takes, each once', async () => {
    const forbidden = ['tables', 'activeReplicas', 'parts', 'definitions'];
    const [, port] = await serve('18.16.1', (question, response) =>
      forbidden.includes(question) && refuse(response, 500, 'Code: 497. DB::Exception: vitals: Not enough privileges.')); // prettier-ignore
    start([port]);
    await reports.until('it is seen', isSeen(port));
    const { message } = source().sights.find(({ kind }) => kind === null) ?? {};
    expect(message).toBe(`User "vitals" may not read all of the system tables of 127.0.0.1:${port}: system.parts, system.replicas, system.tables.`); // prettier-ignore
  });

  it('is asked what asks Keeper with its first answer, whatever looks there were before', async () => {
    let looks = 0;
    const [server, port] = await serve('18.16.1', only('server', (...asked) => {
      looks += 1;
      return looks === 1 && breakOff(...asked);
    })); // prettier-ignore
    start([port]);
    await reports.until('it is seen', isSeen(port));
    expect(looks).toBe(2);
    expect(server.asked.filter((question) => question === 'activeReplicas')).toHaveLength(1);
    expect(table('shop.narrow')?.replicas[0]?.activeReplicas).toBe(3);
  });

  it('is not taken for one whose session was lost and came back while it does not say whether it has one', async () => {
    const [server, port] = await serve();
    start([port]);
    await reports.until('it is seen', isSeen(port));
    expect(replica(port).hasKeeperSession).toBe(true);
    let failures = 0;
    server.misbehave = only('metrics', (...asked) => {
      failures += 1;
      return failures === 1 && breakOff(...asked);
    });
    await reports.until('it does not say', () => replica(port).hasKeeperSession === null);
    await reports.until('it says so again', () => replica(port).hasKeeperSession === true);
    const looks = () => server.asked.filter((question) => question === 'server').length;
    const before = looks();
    // Longer than what is planned for a session that came back is held off.
    await reports.until('five looks more', () => looks() > before + 5);
    expect(server.asked.filter((question) => question === 'activeReplicas')).toHaveLength(1);
  });

  it('does not say how full tables are while it is not told how full they may be, and keeps what it was told', async () => {
    const [server, port] = await serve('18.16.1', only('settings', breakOff));
    start([port]);
    await reports.until('it is seen', isSeen(port));
    expect(replica(port)).toMatchObject({
      plainTables: null,
      unavailable: { parts: 'probe failed', plainTables: 'probe failed' },
    });
    expect(table('shop.narrow')?.replicas[0]?.parts).toBeNull();
    server.misbehave = only('definitions', breakOff);
    await reports.until('its limits', () => table('shop.narrow')?.replicas[0]?.parts?.partsToDelay === 20);
    expect(replica(port).unavailable).not.toHaveProperty('parts');
  });

  it('keeps tables that it does not list for the moment', async () => {
    const [server, port] = await serve();
    start([port]);
    await reports.until('the table', () => table('shop.orders') !== undefined);
    server.misbehave = only('tables', breakOff);
    await reports.until(
      'its tables are not listed',
      () => table('shop.orders')?.replicas[0]?.unavailable['tables'] === 'probe failed',
    );
    expect(table('shop.orders')?.replicas).toMatchObject([{ presence: 'REPLICATED', delaySeconds: 0 }]);
    await reports.until('it is said', () =>
      source().sights.some(({ kind, state }) => kind !== null && state === 'lost'),
    );
  });

  it('lists its tables all the same when one list of them fails', async () => {
    const [server, port] = await serve();
    start([port]);
    await reports.until('the table', () => table('shop.orders') !== undefined);
    let failures = 0;
    server.misbehave = only('tables', (...asked) => {
      failures += 1;
      return failures === 1 && breakOff(...asked);
    });
    const isLacking = (): boolean => replica(port).unavailable['tables'] === 'probe failed';
    await reports.until('it fails', isLacking);
    expect(table('shop.orders')?.replicas[0]?.unavailable).not.toHaveProperty('tables');
    expect(source().sights.map(({ state }) => state)).toEqual(['ok', 'ok']);
    await reports.until('it is listed again', () => !isLacking());
    expect(source().sights.map(({ state }) => state)).toEqual(['ok', 'ok']);
  });

  it('is asked with the password of the moment', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vitals-clickhouse-'));
    try {
      const file = join(folder, 'password');
      writeFileSync(file, 'old\n');
      const [server, port] = await serve();
      start([port], { passwordFile: file, user: 'someone' });
      await reports.until('the old password', () => server.credentials.has('someone:old'));
      writeFileSync(file, 'new\n');
      await reports.until('the new password', () => server.credentials.has('someone:new'));
      rmSync(file);
      await reports.until('no password', () => reach(port).state === 'forbidden');
      expect(reach(port).message).toBe('The password file cannot be read (ENOENT).');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
