import { systemClock } from '../../../src/model/clock.js';
import type { ClickHouseDatabase } from '../../../src/model/clickhouse.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Source } from '../../../src/model/source.js';
import { clickHouseConfigSchema } from '../../../src/sources/clickhouse/clickhouse.config.js';
import * as queries from '../../../src/sources/clickhouse/clickhouse.queries.js';
import { clickhouse } from '../../../src/sources/clickhouse/definition.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { SourceReports } from '../../support/source-reports.js';
import { CLICKHOUSE_HOSTS, clickHouse, clickHouseEngine } from '../components/clickhouse.component.js';
import { readEndpoints } from '../endpoints.js';
import { openPlatform } from '../lifecycle.js';
import { requireFrom } from '../support/npm-projects.js';

/** Runs in the platform's network namespace. */
const PATIENCE = 60_000;

/** What is used of it here. */
interface Engine {
  query(statement: string, format?: string): string;
  cleanup(): void;
}

interface Row {
  readonly database: string;
  readonly table: string;
  readonly total_replicas: number;
}

describe('the source of three real replicas', () => {
  const platform = openPlatform();
  let source: RunningSource;
  let reports: SourceReports;

  const replicas = () => reports.all(ResourceKind.DATABASE_REPLICA);
  const reaches = () => reports.all(ResourceKind.DATABASE_REPLICA, 'reach');
  const tables = () => reports.all(ResourceKind.REPLICATED_TABLE);
  const database = () => reports.one(ResourceKind.DATABASE) as ClickHouseDatabase;
  const sourceFacts = () => reports.one(ResourceKind.SOURCE) as Source;

  function start(different: object): void {
    reports = new SourceReports(systemClock, PATIENCE);
    const config = clickHouseConfigSchema.parse({
      name: 'analytics',
      ...readEndpoints(platform).clickhouse,
      ...different,
    });
    source = clickhouse.create(config, reports.context);
    source.start();
  }

  const areAll = (state: string) => () => reaches().every((reach) => reach.state === state);

  afterEach(async () => {
    await source.stop();
  });

  it('reports what clickhouse-client shows, as a user that may only read', async () => {
    start({});
    await reports.until('all are seen', areAll('ok'));
    const [host] = CLICKHOUSE_HOSTS;
    const version = await clickHouse(platform, host, 'SELECT version()');
    expect(replicas().map((replica) => replica.version)).toEqual(CLICKHOUSE_HOSTS.map(() => version));
    expect(replicas().map((replica) => replica.hasKeeperSession)).toEqual(CLICKHOUSE_HOSTS.map(() => true));
    // All that 18.16 does not have, and nothing else.
    expect(replicas().map(({ unavailable }) => Object.keys(unavailable).sort())).toEqual(
      CLICKHOUSE_HOSTS.map(() => ['disks', 'distributedQueues', 'keeper']),
    );
    const shown = await clickHouse(platform, host, 'SELECT database, table, total_replicas FROM system.replicas FORMAT JSONEachRow'); // prettier-ignore
    const rows = shown.split('\n').map((line) => JSON.parse(line) as Row);
    await reports.until('how many replicas the tables have', () =>
      tables().every((table) => table.replicas.every((copy) => copy.totalReplicas !== null)),
    );
    expect(
      tables()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(rows.map((row) => `${row.database}.${row.table}`).sort());
    for (const row of rows) {
      const copies = tables().find(({ table }) => table === row.table)?.replicas;
      expect(copies?.map(({ totalReplicas }) => totalReplicas)).toEqual(copies?.map(() => row.total_replicas));
    }
    expect(database()).toMatchObject({ version, sizeBytes: expect.any(Number) as number });
    expect(Math.abs(sourceFacts().clockSkew ?? Infinity)).toBeLessThan(2_000);
  });

  it('is told that its password is wrong, by all replicas, and says it without it', async () => {
    start({ passwordFile: undefined, password: 'not-this-one' });
    await reports.until('all are refused', areAll('forbidden'));
    expect(sourceFacts()).toMatchObject({ state: 'forbidden' });
    expect(sourceFacts().message).toContain('does not accept user "vitals" or the password.');
    expect(JSON.stringify(reports.events)).not.toContain('not-this-one');
  });
});

describe('every statement of this source', () => {
  const questions = Object.entries(queries)
    .filter(([name, question]) => name.endsWith('Question') && question !== queries.keeperQuestion)
    .map(([name, question]) => [name, question as queries.Question<unknown>] as const);
  let engine: Engine;
  let columns: Map<string, Set<string>>;

  const ask = (statement: string): readonly unknown[] =>
    (JSON.parse(engine.query(`${statement}\nFORMAT JSON`, 'JSON')) as { data: unknown[] }).data;

  beforeAll(() => {
    const { Session } = requireFrom(openPlatform().settings, clickHouseEngine, 'chdb') as { Session: new () => Engine };
    engine = new Session();
    columns = new Map();
    for (const { table, name } of queries.columnsAnswer.parse(ask(queries.COLUMNS)))
      columns.set(table, (columns.get(table) ?? new Set()).add(name));
  });

  afterAll(() => {
    engine.cleanup();
  });

  it.each(questions)('%s is understood by the engine of today', (_, { table, text, answer }) => {
    const known = columns.get(table);
    const rows = ask(text((column) => known?.has(column) === true));
    expect(answer.parse(rows)).toHaveLength(rows.length);
  });

  it('has no table of connections to Keeper where there is none, and says so', () => {
    expect(() => ask(queries.keeperQuestion.text())).toThrow('UNKNOWN_TABLE');
  });

  it('tells of parts, limits and a mutation that fails as they are', () => {
    engine.query('CREATE DATABASE log');
    engine.query(
      'CREATE TABLE log.lines (id UInt64) ENGINE = MergeTree ORDER BY id SETTINGS parts_to_delay_insert = 20',
    );
    engine.query('INSERT INTO log.lines VALUES (1)');
    // This engine waits for what comes of it.
    expect(() => engine.query("ALTER TABLE log.lines DELETE WHERE throwIf(id = 1, 'no')")).toThrow('UNFINISHED');
    const { partsQuestion, definitionsQuestion, mutationsQuestion, serverAnswer, SERVER } = queries;
    expect(serverAnswer.parse(ask(SERVER)).version).toMatch(/^2\d\./);
    expect(partsQuestion.answer.parse(ask(partsQuestion.text()))).toMatchObject([{ table: 'lines', parts: 1 }]);
    const has = (table: string) => (column: string) => columns.get(table)?.has(column) === true;
    expect(definitionsQuestion.answer.parse(ask(definitionsQuestion.text(has('tables'))))).toMatchObject([
      { database: 'log', table: 'lines', engine: 'MergeTree', partsToDelay: 20, partsToThrow: null },
    ]);
    const mutations = (): readonly unknown[] => mutationsQuestion.answer.parse(ask(mutationsQuestion.text(has('mutations')))); // prettier-ignore
    expect(mutations()).toMatchObject([{ table: 'lines', unfinished: 1, failing: 1, error: '395' }]);
  });
});
