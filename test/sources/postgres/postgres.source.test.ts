import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import type pg from 'pg';
import { pino } from 'pino';
import { systemClock } from '../../../src/model/clock.js';
import type { PostgresDatabase } from '../../../src/model/database.js';
import type { SourceEvent } from '../../../src/model/facts.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Source } from '../../../src/model/source.js';
import { postgresConfigSchema } from '../../../src/sources/postgres/postgres.config.js';
import { postgres } from '../../../src/sources/postgres/definition.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { LoopbackServers } from '../../support/loopback-servers.js';
import { HOST, type Login, PostgresServer } from '../../support/postgres-server.js';
import { SourceReports } from '../../support/source-reports.js';

const CANARY = 'c4n4ry-pa55word';

/** A source at work, and everything it said. */
class Observed {
  readonly lines: string[] = [];
  readonly running: RunningSource;
  readonly password: string;
  private readonly reports = new SourceReports(systemClock, 15_000);

  constructor(settings: { readonly password?: string | undefined }) {
    this.password = settings.password ?? CANARY;
    const log = pino(
      { level: 'trace' },
      new Writable({
        write: (line: Buffer, _, done) => {
          this.lines.push(line.toString());
          done();
        },
      }),
    );
    const configuration = postgresConfigSchema.parse({
      name: 'meta',
      host: HOST,
      interval: '1s',
      deadline: '5s',
      ...settings,
    });
    this.running = postgres.create(configuration, { ...this.reports.context, log });
    this.running.start();
  }

  get events(): readonly SourceEvent[] {
    return this.reports.events;
  }

  get source(): Source {
    return this.reports.one(ResourceKind.SOURCE) as Source;
  }

  get database(): PostgresDatabase {
    return this.reports.one(ResourceKind.DATABASE) as PostgresDatabase;
  }

  /** Waits for a report after which this holds. */
  until(what: string, holds: (observed: this) => boolean): Promise<void> {
    return this.reports.until(what, () => holds(this));
  }

  /** The database as it is seen in a look that begins from now on. */
  async next(): Promise<PostgresDatabase> {
    const now = Date.now();
    await this.until('the next look', () => (this.seenAt ?? 0) >= now);
    return this.database;
  }

  private get seenAt(): number | null {
    const event = this.events.findLast(({ kind }) => kind === ResourceKind.DATABASE);
    return event !== undefined && 'facts' in event ? event.observedAt : null;
  }

  /** How often the database was seen. */
  get seen(): number {
    return this.events.filter((event) => event.kind === ResourceKind.DATABASE).length;
  }
}

const observed: Observed[] = [];

function observe(settings: { readonly password?: string | undefined }): Observed {
  const one = new Observed(settings);
  observed.push(one);
  return one;
}

afterEach(async () => {
  await Promise.all(observed.map(({ running }) => running.stop()));
  for (const { events, lines, password } of observed.splice(0)) {
    expect(inspect(events, { depth: null }) + lines.join('')).not.toContain(password);
  }
});

describe('a real server', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await PostgresServer.create({ track_io_timing: 'on' });
    await server.sql('CREATE DATABASE inside');
    await server.sql(`CREATE TABLE accounts (id int PRIMARY KEY); INSERT INTO accounts VALUES (1), (2);
      CREATE ROLE stranger LOGIN PASSWORD '${CANARY}';
      REVOKE CONNECT ON DATABASE inside FROM PUBLIC;`);
  });

  afterEach(async () => {
    await server.endSessions();
  });

  afterAll(async () => {
    await server.remove();
  });

  const login = ({ user, password }: Login, more: object = {}): object => ({
    port: server.port,
    user,
    password,
    ...more,
  });

  it('is known by its configuration before it is seen, and then by what it says', async () => {
    const one = observe(login(server.vitals, { vcpus: 4, capacity: '100GiB', labels: { team: 'data' } }));
    expect(one.source).toMatchObject({ name: 'postgres/meta', state: 'starting', partOf: 'databases', sights: [] });
    expect(one.events.map((event) => 'facts' in event && event.observedAt === null)).toEqual([false, true]);
    expect(one.database).toMatchObject({
      vcpus: 4,
      capacityBytes: 100 * 2 ** 30,
      version: null,
      labels: { team: 'data' },
    });
    await one.until('it is seen', ({ source }) => source.state === 'ok');
    expect(one.database).toMatchObject({
      isInRecovery: false,
      isReadOnly: false,
      isStandbyExpected: false,
      connections: { maximum: 20, reserved: 3 },
      activity: { blocked: 0, longestBlocked: null, longestIdleInTransaction: null, active: 0 },
      standbys: [],
      slots: [],
      replayLag: null,
      unavailable: {},
    });
    expect(one.database.version).toMatch(/^18\./);
    const { sizeBytes, walBytes, wraparound, startedAt, blocksRead, blockReadTime, connections } = one.database;
    expect(sizeBytes).toBeGreaterThan((walBytes ?? 0) + 5e6);
    expect(walBytes).toBeGreaterThanOrEqual(16 * 2 ** 20);
    expect(wraparound).toBeGreaterThan(0);
    expect(wraparound).toBeLessThan(0.001);
    expect(Math.abs((startedAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(blocksRead).toBeGreaterThan(0);
    expect(blockReadTime).toBeGreaterThan(0);
    expect(connections?.used).toBe(2); // the test's own session and ours
    expect(Math.abs(one.source.clockSkew ?? Infinity)).toBeLessThan(1_000);
    expect(one.source.lastDurationMilliseconds).toBeGreaterThanOrEqual(0);
  });

  it('keeps one connection, read-only and named', async () => {
    const one = observe(login(server.vitals));
    await one.next();
    const ours = "FROM pg_stat_activity WHERE application_name = 'vitals'";
    const [{ pid: before } = {}] = await server.sql(`SELECT pid ${ours}`);
    await one.next();
    const after = await server.sql(`SELECT pid ${ours}`);
    expect(after).toEqual([{ pid: before }]);
    await one.running.stop();
    expect(await server.sql(`SELECT pid ${ours}`)).toEqual([]);
  });

  it('is looked at once by all who ask at the same time, and not more often than its floor', async () => {
    const one = observe(login(server.vitals, { interval: '1h' }));
    await Promise.all([one.running.refresh?.(), one.running.refresh?.(), one.running.refresh?.()]);
    await one.running.refresh?.();
    expect(one.seen).toBe(2); // once as configured, once seen
    expect(one.running.floor).toBe(1_000);
  });

  it('tells of blocked sessions and of transactions left open', async () => {
    const [holder, waiter] = [await server.session(), await server.session()];
    await holder.query('BEGIN; LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE');
    const waiting = waiter.query('SELECT * FROM accounts');
    const one = observe(login(server.vitals));
    await one.until('a session that waits', ({ database }) => (database.activity?.longestBlocked ?? 0) > 100);
    expect(one.database.activity).toMatchObject({ blocked: 1, active: 1, running: 0 });
    expect(one.database.activity?.longestIdleInTransaction).toBeGreaterThan(100);
    await holder.query('ROLLBACK');
    await waiting;
    await one.next();
    expect(one.database.activity).toMatchObject({ blocked: 0, longestBlocked: null, longestIdleInTransaction: null });
  });

  it('tells of sessions at work', async () => {
    const busy = await server.session();
    const working = busy.query('SELECT count(*) FROM generate_series(1, 30000000)').catch(() => undefined);
    const one = observe(login(server.vitals));
    await one.until('a session at work', ({ database }) => (database.activity?.running ?? 0) > 0);
    expect(one.database.activity).toMatchObject({ active: 1, running: 1, waitingOnIo: 0 });
    await server.sql(
      "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()",
    );
    await working;
  });

  it('tells of connections nearly used up, and goes on when there is none left', async () => {
    const one = observe(login(server.vitals));
    await one.next();
    const crowd: pg.Client[] = [];
    while (crowd.length < 15) crowd.push(await server.session(server.vitals));
    expect((await one.next()).connections).toEqual({ used: 17, maximum: 20, reserved: 3 });
    const late = observe(login(server.vitals));
    await late.until('no connection is left', ({ source }) => source.state === 'lost');
    expect(late.source.message).toBe('The server takes no more connections: all are in use.');
    // A try that is being refused counts while it lasts.
    await one.next();
    await one.until('those that stay', ({ database }) => database.connections?.used === 17);
    await Promise.all(crowd.map((session) => session.end()));
    await late.until('a connection is free', ({ source }) => source.state === 'ok');
  });

  it('tells of slots and read-only sessions', async () => {
    await server.sql("SELECT pg_create_physical_replication_slot('copy', true)");
    await server
      .sql('ALTER SYSTEM SET default_transaction_read_only = on; SELECT pg_reload_conf()')
      .catch(() => undefined);
    const one = observe(login(server.vitals));
    await one.next();
    expect(one.database.slots).toEqual([
      { name: 'copy', isActive: false, walStatus: 'reserved', retainedBytes: expect.any(Number) as number },
    ]);
    expect(one.database.isReadOnly).toBe(false);
    await server.sql("SELECT pg_drop_replication_slot('copy')");
    await server.sql('ALTER SYSTEM SET default_transaction_read_only = on');
    await server.sql('SELECT pg_reload_conf()');
    await one.until('it is read-only', ({ database }) => database.isReadOnly === true);
    expect(one.database.slots).toEqual([]);
    await server.sql('SET default_transaction_read_only = off');
    await server.sql('ALTER SYSTEM RESET default_transaction_read_only');
    await server.sql('SELECT pg_reload_conf()');
    await one.until('it is writable', ({ database }) => database.isReadOnly === false);
  });

  it('does not take what is set for its own role for what is set for all', async () => {
    const before = observe(login(server.vitals));
    expect((await before.next()).isReadOnly).toBe(false);
    await server.sql('ALTER ROLE vitals SET default_transaction_read_only = on');
    const after = observe(login(server.vitals));
    expect(await after.next()).toMatchObject({ isReadOnly: null, unavailable: { isReadOnly: 'unsupported' } });
    expect((await before.next()).isReadOnly).toBe(false);
    await server.sql('ALTER ROLE vitals RESET default_transaction_read_only');
    expect((await after.next()).isReadOnly).toBeNull(); // its session began with it
  });

  it('tells of sessions that are read-only for all roles', async () => {
    const one = observe(login(server.vitals));
    await one.next();
    await server.sql('ALTER ROLE ALL SET default_transaction_read_only = on');
    await one.until('it is read-only', ({ database }) => database.isReadOnly === true);
    await server.sql('ALTER ROLE ALL RESET default_transaction_read_only');
    await one.until('it is writable', ({ database }) => database.isReadOnly === false);
  });

  it('says what a user without pg_monitor may not see, and tells the rest', async () => {
    const one = observe(login({ user: 'stranger', password: CANARY }));
    await one.until('it is seen', ({ source }) => source.state === 'ok');
    expect(one.source.sights).toMatchObject([
      {
        subject: 'statistics',
        state: 'forbidden',
        message:
          'User "stranger" may not see all that Vitals asks for (pg_monitor lets it): connections, activity, standbys, walBytes, sizeBytes.',
      },
    ]);
    expect(one.database).toMatchObject({
      connections: null,
      activity: null,
      standbys: null,
      sizeBytes: null,
      walBytes: null,
      slots: [],
      isInRecovery: false,
      unavailable: {
        connections: 'forbidden',
        activity: 'forbidden',
        standbys: 'forbidden',
        walBytes: 'forbidden',
        sizeBytes: 'forbidden',
      },
    });
    expect(one.database.wraparound).toBeGreaterThan(0);
    const [{ since } = { since: null }] = one.source.sights;
    await one.next();
    expect(one.source.sights).toMatchObject([{ since }]);
    await server.sql('GRANT pg_monitor TO stranger');
    await one.until('it sees all', ({ source }) => source.sights.length === 0);
    expect(one.database).toMatchObject({ unavailable: {}, sizeBytes: expect.any(Number) as number });
    await server.sql('REVOKE pg_monitor FROM stranger');
  });

  it('costs the facts that wait for its locked catalogue, not the look', async () => {
    const one = observe(login(server.vitals));
    await one.next();
    const holder = await server.session();
    await holder.query('BEGIN; LOCK TABLE pg_database IN ACCESS EXCLUSIVE MODE');
    expect(await one.next()).toMatchObject({
      isInRecovery: false,
      blockReadTime: expect.any(Number) as number,
      wraparound: null,
      unavailable: { wraparound: 'probe failed' },
    });
    expect(one.source.state).toBe('ok');
    await holder.query('ROLLBACK');
    expect((await one.next()).wraparound).not.toBeNull();
  });

  it.each([
    ['a wrong password', { password: CANARY }, 'The server does not accept the password of user "vitals".'],
    [
      'no password',
      { password: undefined },
      'The server asks for a password of user "vitals", and none is configured.',
    ],
    [
      'a user that is not there',
      { user: 'nobody', password: CANARY },
      'The server does not accept the password of user "nobody".',
    ],
    ['a database that is not there', { database: 'none' }, 'The server has no database "none".'],
    [
      'a database that is closed to it',
      { database: 'inside' },
      'User "vitals" has no permission to connect to database "inside".',
    ],
    [
      'a password file that is not there',
      { password: undefined, passwordFile: '/nowhere/password' },
      'The password file cannot be read (ENOENT).',
    ],
  ])('does not let in: %s', async (_, settings, message) => {
    const one = observe({ port: server.port, ...server.vitals, ...settings } as object);
    await one.until('a first look', ({ source }) => source.state !== 'starting');
    expect(one.source).toMatchObject({ state: 'forbidden', message, consecutiveFailures: 1 });
    expect(one.seen).toBe(1);
    expect(one.lines.join('')).toContain(JSON.stringify(message));
  });

  it('lets in with a password that was put right in its file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitals-password-'));
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, CANARY);
    const one = observe({ port: server.port, user: 'vitals', passwordFile } as object);
    await one.until('it is forbidden', ({ source }) => source.state === 'forbidden');
    await writeFile(passwordFile, `${server.vitals.password}\n`);
    await one.until('it is seen', ({ source }) => source.state === 'ok');
    await rm(folder, { recursive: true });
  });

  it('without TLS is not spoken to by who wants it', async () => {
    const one = observe(login(server.vitals, { tls: {} }));
    await one.until('a first look', ({ source }) => source.state !== 'starting');
    expect(one.source).toMatchObject({ state: 'invalid', message: `TLS with 127.0.0.1:${server.port} fails.` });
  });

  it('ends what was asked too long, there too, and one such look is no loss', async () => {
    const one = observe(login(server.vitals, { deadline: '1s' }));
    await one.next();
    const [{ pid } = {}] = await server.sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'vitals'");
    process.kill(pid as number, 'SIGSTOP');
    try {
      await one.until('a look fails', ({ source }) => source.consecutiveFailures === 1);
      expect(one.source).toMatchObject({ state: 'ok', message: `127.0.0.1:${server.port} gave no answer within 1s.` });
    } finally {
      process.kill(pid as number, 'SIGCONT');
    }
    await one.until('it answers', ({ source }) => source.consecutiveFailures === 0);
    const left = await server.sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'vitals'");
    expect(left.map((row) => row['pid'])).not.toContain(pid);
    expect(left).toHaveLength(1);
    expect(one.events.some((event) => 'facts' in event && 'state' in event.facts && event.facts.state === 'lost')).toBe(
      false,
    );
  });

  it('hangs: lost after two looks, with its last facts; well again when it goes on', async () => {
    const one = observe(login(server.vitals, { deadline: '1s' }));
    const { version } = await one.next();
    await server.pause();
    const { seen } = one;
    await one.until('it is lost', ({ source }) => source.state === 'lost');
    expect(one.source).toMatchObject({ message: `127.0.0.1:${server.port} gave no answer within 1s.` });
    expect(one.source.consecutiveFailures).toBeGreaterThanOrEqual(2);
    expect([one.seen, one.database.version]).toEqual([seen, version]);
    server.resume();
    await one.until('it is seen', ({ source }) => source.state === 'ok');
  });

  it('hangs: a server without a word is not waited for until the deadline', async () => {
    const one = observe(login(server.vitals, { deadline: '30s' }));
    await one.next();
    await server.pause();
    await one.until('a look fails', ({ source }) => source.consecutiveFailures === 1);
    expect(one.source).toMatchObject({ message: `127.0.0.1:${server.port} gave no answer within 2s.` });
    expect(one.source.lastDurationMilliseconds).toBeLessThan(4_000);
    server.resume();
    await one.until('it answers', ({ source }) => source.state === 'ok' && source.consecutiveFailures === 0);
  });

  it('stops: noticed at once, lost 2 s later; well again when it is back', async () => {
    const one = observe(login(server.vitals, { interval: '1h' }));
    await one.next();
    const stopped = Date.now();
    await server.stop();
    await one.until('it is noticed', ({ source }) => source.consecutiveFailures === 1);
    expect(one.source.state).toBe('ok');
    await one.until('it is lost', ({ source }) => source.state === 'lost');
    expect(Date.now() - stopped).toBeLessThan(5_000);
    expect(one.source.message).toBe(`127.0.0.1:${server.port} refuses connections.`);
    await server.start();
    await delay(one.running.floor);
    await one.running.refresh?.();
    expect(one.source.state).toBe('ok');
  });

  it('with a standby: how far each is behind, seen from both', async () => {
    const standby = await server.standby('copy');
    try {
      const primary = observe(login(server.vitals));
      const copy = observe({ ...server.vitals, port: standby.port, standby: true } as object);
      await primary.until('the standby streams', ({ database }) => database.standbys?.[0]?.state === 'streaming');
      await primary.until('the standby is level', ({ database }) => database.standbys?.[0]?.lagSeconds === 0);
      expect(primary.database.standbys).toEqual([{ name: 'copy', state: 'streaming', lagSeconds: 0 }]);
      await copy.until('the copy is level', ({ database }) => database.replayLag === 0);
      expect(copy.database).toMatchObject({
        isInRecovery: true,
        isStandbyExpected: true,
        standbys: [],
        unavailable: {},
      });
      await server.sql('INSERT INTO accounts VALUES (5)');
      // A standby knows how far it is behind once it has replayed a transaction.
      while ((await primary.next()).standbys?.[0]?.lagSeconds !== 0);
      await standby.sql('SELECT pg_wal_replay_pause()');
      await server.sql('INSERT INTO accounts VALUES (3)');
      await copy.until('the copy is behind', ({ database }) => (database.replayLag ?? 0) > 0);
      await server.sql('INSERT INTO accounts VALUES (4)');
      await primary.until('the standby is behind', ({ database }) => (database.standbys?.[0]?.lagSeconds ?? 0) > 0);
      await standby.sql('SELECT pg_wal_replay_resume()');
      await copy.until('the copy is level', ({ database }) => database.replayLag === 0);
      await primary.until('the standby is level', ({ database }) => database.standbys?.[0]?.lagSeconds === 0);
    } finally {
      await standby.remove();
    }
  });
});

describe('what is no PostgreSQL', () => {
  const servers = new LoopbackServers();

  afterEach(() => servers.close());

  /** A port that says these bytes to whoever speaks first; none: that says nothing. */
  function answering(bytes: Buffer | null): Promise<number> {
    return servers.listen(createServer((socket) => socket.once('data', () => bytes !== null && socket.write(bytes))));
  }

  const message = (code: string, ...body: number[]): Buffer =>
    Buffer.from([code.charCodeAt(0), 0, 0, 0, body.length + 4, ...body]);

  it.each([
    ['says nothing', null, 'lost'],
    ['speaks HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), 'invalid'],
    ['greets as an SSH server does', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n'), 'lost'],
    ['speaks the protocol of MySQL', Buffer.from('4a0000000a382e302e3333000b0000006a5b', 'hex'), 'invalid'],
    ['speaks out of turn', message('D', 0, 1, 0, 0, 0, 0), 'invalid'],
    ['cuts its words short', message('R', 0, 0), 'invalid'],
    ['wants Kerberos', message('R', 0, 0, 0, 7), 'forbidden'],
  ])('%s', async (_, bytes, state) => {
    const port = await answering(bytes);
    const one = observe({ port, user: 'vitals', password: CANARY } as object);
    await one.until('a first look', ({ source }) => source.state !== 'starting');
    expect(one.source.state).toBe(state);
    expect(one.source.message).toContain(state === 'forbidden' ? 'another proof than a password' : '');
  });

  it.each([
    ['one message of two gigabytes', Buffer.from([0x52, 0x7f, 0xff, 0xff, 0xff]), Buffer.alloc(65_536)],
    // Each of a kilobyte: of shorter ones so many would have to be read that it could be given up for its silence before.
    ['notices without end', Buffer.alloc(0), Buffer.concat(Array.from({ length: 64 }, () => message('N', 0x4d, ...Buffer.alloc(1_024, 'x'), 0, 0)))], // prettier-ignore
  ])('says %s: it is not listened to', async (_, first, chunk) => {
    let sent = 0;
    const port = await servers.listen(
      createServer((socket) =>
        socket.once('data', () => {
          socket.write(first);
          const pour = (): void => {
            while (!socket.destroyed && socket.write(chunk)) sent += chunk.length;
          };
          socket.on('drain', pour);
          pour();
        }),
      ),
    );
    const one = observe({ port, user: 'vitals', password: CANARY, deadline: '10s' } as object);
    await one.until('a first look', ({ source }) => source.state !== 'starting');
    expect(one.source).toMatchObject({ state: 'invalid', message: 'Its answer is not what PostgreSQL answers.' });
    // The bound, and what is on its way in the buffers of both ends.
    expect(sent).toBeLessThan(40 * 1_024 * 1_024);
  });
});
