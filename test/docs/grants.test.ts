import { randomBytes } from 'node:crypto';
import { systemClock } from '../../src/model/clock.js';
import type { PostgresDatabase } from '../../src/model/database.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { postgres } from '../../src/sources/postgres/definition.js';
import { postgresConfigSchema } from '../../src/sources/postgres/postgres.config.js';
import { HOST, PostgresServer } from '../support/postgres-server.js';
import { SourceReports } from '../support/source-reports.js';
import { blocksOf, page, sectionOf } from './pages.js';

const PATIENCE = 60_000;

const [granted] = blocksOf(sectionOf(page('docs/connecting.md'), 'postgres'), 'sql');
const password = randomBytes(12).toString('base64url');
let server: PostgresServer;

beforeAll(async () => {
  server = await PostgresServer.create({ track_io_timing: 'on' });
  // The one that servers of tests have by themselves.
  await server.sql('DROP ROLE vitals');
  await server.sql((granted?.text ?? '').replace('…', password));
}, PATIENCE);

afterAll(async () => {
  await server.remove();
});

/** Looks once, as the role that was granted what the page says. */
async function look(): Promise<PostgresDatabase> {
  const reports = new SourceReports(systemClock, PATIENCE);
  const { port } = server;
  const source = postgres.create(
    postgresConfigSchema.parse({ name: 'metadata', host: HOST, port, password }),
    reports.context,
  );
  source.start();
  try {
    await reports.until('it is seen', () => reports.source(source.id).state === 'ok');
    return reports.one(ResourceKind.DATABASE) as PostgresDatabase;
  } finally {
    await source.stop();
  }
}

describe('the SQL that connecting.md has one run', () => {
  it('lets Vitals read all that it reads', async () => {
    const database = await look();
    expect(database.unavailable).toEqual({});
    const { connections, activity, standbys, slots, wraparound, walBytes, sizeBytes, blocksRead, isReadOnly } =
      database;
    for (const fact of [
      connections,
      activity,
      standbys,
      slots,
      wraparound,
      walBytes,
      sizeBytes,
      blocksRead,
      isReadOnly,
    ])
      expect(fact).not.toBeNull();
  }, 60_000);

  it('is no more than that: without it the page’s own list is forbidden, and the rest is read', async () => {
    await server.sql('REVOKE pg_monitor FROM vitals');
    const { unavailable, version } = await look();
    const forbidden = Object.keys(unavailable).filter((fact) => unavailable[fact] === 'forbidden');
    expect(forbidden).toEqual(expect.arrayContaining(['activity', 'standbys', 'walBytes']));
    expect(version).not.toBeNull();
  }, 60_000);

  it('gives no right on a table', async () => {
    await server.sql('CREATE TABLE private (secret text)');
    const session = await server.session({ user: 'vitals', password });
    await expect(session.query('SELECT * FROM private')).rejects.toThrow('permission denied');
  });
});
