import { systemClock } from '../../../src/model/clock.js';
import type { SourceEvent } from '../../../src/model/facts.js';
import { HealthStatus } from '../../../src/model/health.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { clickHouseConfigSchema } from '../../../src/sources/clickhouse/clickhouse.config.js';
import { clickhouse } from '../../../src/sources/clickhouse/definition.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { SourceReports } from '../../support/source-reports.js';
import { DATABASE, olapWorld } from './olap-world.js';
import { ScriptedClickHouse, recorded } from './scripted-clickhouse.js';

const TABLES = 500;
const REPLICAS = 3;
/** Of the database itself: its source, it, its replicas, and the row of the front page. */
const OTHERS = 3 + REPLICAS;
const PATIENCE = 60_000;

/** What 18.16 answered, as if it had so many tables, all of them as its first. */
function answers(tables: number): Readonly<Record<string, unknown>> {
  const own = recorded('18.16.1');
  const many = (question: string): readonly object[] => {
    const [first] = own[question] as readonly [object];
    return Array.from({ length: tables }, (_, index) => ({ ...first, database: 'shop', table: `t${index}` }));
  };
  return Object.fromEntries(Object.entries(own).map(([question, answer]) => [question, MANY.has(question) ? many(question) : answer])); // prettier-ignore
}

const MANY: ReadonlySet<string> = new Set(['tables', 'activeReplicas', 'parts', 'definitions']);

let running: RunningSource | null = null;
let servers: readonly ScriptedClickHouse[] = [];

afterEach(async () => {
  await running?.stop();
  await Promise.all(servers.map((server) => server.close()));
});

/** Looks at three replicas of so many tables until each was looked at three times; the first look asks what it asks once. */
async function looksAt(tables: number): Promise<SourceReports> {
  const reports = new SourceReports(systemClock, PATIENCE);
  servers = Array.from({ length: REPLICAS }, () => new ScriptedClickHouse(answers(tables)));
  const ports = await Promise.all(servers.map((server) => server.listen()));
  const replicas = ports.map((port) => `127.0.0.1:${port}`);
  running = clickhouse.create(clickHouseConfigSchema.parse({ name: 'olap', replicas, interval: '1s', deadline: '10s' }), reports.context); // prettier-ignore
  running.start();
  await reports.until('three looks at each', () => servers.every(({ asked }) => looksOf(asked).length > 3));
  return reports;
}

/** Each look begins with the question who answers. The last may be under way. */
function looksOf(asked: readonly string[]): readonly (readonly string[])[] {
  const begins = asked.flatMap((question, index) => (question === 'server' ? [index] : []));
  return begins.map((begin, look) => asked.slice(begin, begins[look + 1]));
}

function secondLooks(): readonly (readonly string[])[] {
  return servers.map(({ asked }) => [...(looksOf(asked)[1] ?? [])].sort());
}

it(
  'one question to each replica tells of all its tables, be they two or five hundred',
  async () => {
    await looksAt(2);
    const few = secondLooks();
    await running?.stop();
    await Promise.all(servers.map((server) => server.close()));
    const reports = await looksAt(TABLES);
    for (const look of secondLooks()) expect(look.filter((question) => question === 'tables')).toHaveLength(1);
    expect(secondLooks()).toEqual(few);
    const tables = reports.all(ResourceKind.REPLICATED_TABLE);
    expect(tables).toHaveLength(TABLES);
    expect(tables.every(({ replicas }) => replicas.length === REPLICAS && replicas.every(({ isSeen }) => isSeen))).toBe(
      true,
    );
  },
  2 * PATIENCE,
);

it(
  'each look at a replica judges each table once',
  async () => {
    const reports = await looksAt(TABLES);
    const isOfTables = (batch: readonly SourceEvent[]): boolean => batch.length > TABLES;
    const looks = reports.batches.filter(isOfTables).slice(-REPLICAS);
    const world = olapWorld();
    for (const batch of reports.batches) world.see(...batch);
    expect(world.registry.get(DATABASE)?.status).not.toBe(HealthStatus.UNKNOWN);
    const before = world.judgements;
    for (const batch of looks) world.see(...batch);
    expect(world.judgements - before).toBeGreaterThanOrEqual(REPLICAS * TABLES);
    expect(world.judgements - before).toBeLessThanOrEqual(REPLICAS * (TABLES + OTHERS));
  },
  2 * PATIENCE,
);
