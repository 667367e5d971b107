import { rm } from 'node:fs/promises';
import {
  CLICKHOUSE,
  CLICKHOUSE_HOSTS,
  type ClickHouseHost,
  NARROW,
  clickHouse,
  clickHouseName,
  tryClickHouse,
} from '../components/clickhouse.component.js';
import { ZOOKEEPER_PORT } from '../components/zookeeper.component.js';
import { setRule } from '../support/firewall.js';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault, wake } from './fault.js';

const [FIRST, SECOND, THIRD] = CLICKHOUSE_HOSTS;
const { database } = CLICKHOUSE;

/** A number that one replica tells; NaN where it does not answer. */
async function figure(platform: Platform, host: ClickHouseHost, statement: string, seconds?: number): Promise<number> {
  const { exitCode, output } = await tryClickHouse(platform, host, statement, seconds);
  return exitCode === 0 && output.trim() !== '' ? Number(output.trim().split('\n')[0]) : NaN;
}

function reject(platform: Platform, match: readonly string[], isWanted: boolean): Promise<void> {
  return setRule(platform, [...match, '--jump', 'REJECT', '--reject-with', 'tcp-reset'], isWanted);
}

function refuse(platform: Platform, host: ClickHouseHost, port: number, isWanted: boolean): Promise<void> {
  return reject(platform, ['INPUT', '--protocol', 'tcp', '--destination', host, '--dport', String(port)], isWanted);
}

const lag: Fault = {
  name: 'clickhouse-lag',
  describe: 'the port from which replicas fetch the parts of clickhouse-1 refuses: the others fall behind',
  inject: (platform) => refuse(platform, FIRST, CLICKHOUSE.interserverPort, true),
  repair: (platform) => refuse(platform, FIRST, CLICKHOUSE.interserverPort, false),
  // As long as it takes until a rule with a limit of ten seconds has something to say.
  async evident(platform) {
    const delay = 'SELECT max(absolute_delay) FROM system.replicas';
    const delays = await Promise.all([SECOND, THIRD].map((host) => figure(platform, host, delay)));
    return delays.some((seconds) => seconds > 10);
  },
};

const tableMissing: Fault = {
  name: 'clickhouse-table-missing',
  describe: 'table visits is detached on clickhouse-3: it is there on two of three replicas',
  inject: async (platform) => {
    if (await hasTable(platform, 'visits')) await clickHouse(platform, THIRD, `DETACH TABLE ${database}.visits`);
  },
  repair: async (platform) => {
    if (!(await hasTable(platform, 'visits'))) await clickHouse(platform, THIRD, `ATTACH TABLE ${database}.visits`);
  },
  evident: async (platform) => !(await hasTable(platform, 'visits')),
};

async function hasTable(platform: Platform, table: string): Promise<boolean> {
  return (
    (await figure(platform, THIRD, `SELECT count() FROM system.tables WHERE database = '${database}' AND name = '${table}'`)) > 0 // prettier-ignore
  );
}

async function activeReplicas(platform: Platform): Promise<number> {
  return figure(platform, FIRST, "SELECT min(active_replicas) FROM system.replicas WHERE table = 'orders'");
}

const stopped: Fault = {
  name: 'clickhouse-stopped',
  describe:
    'clickhouse-3 is killed (SIGKILL): it refuses, and once its session is over two of three replicas are active',
  inject: async (platform) => {
    if (platform.pid(clickHouseName(THIRD)) !== undefined) platform.signal(clickHouseName(THIRD), 'SIGKILL');
    return Promise.resolve();
  },
  repair: async (platform) => {
    if (platform.pid(clickHouseName(THIRD)) === undefined) await platform.start(clickHouseName(THIRD));
  },
  evident: async (platform) => (await activeReplicas(platform)) < CLICKHOUSE_HOSTS.length,
};

const hanging: Fault = {
  name: 'clickhouse-hangs',
  describe: 'clickhouse-2 is stopped by SIGSTOP: connections to it hang; repaired by SIGCONT',
  inject(platform) {
    platform.signal(clickHouseName(SECOND), 'SIGSTOP');
    return Promise.resolve();
  },
  repair: (platform) => wake(platform, clickHouseName(SECOND)),
  evident: async (platform) => Number.isNaN(await figure(platform, SECOND, 'SELECT 1', 2)),
};

const allStopped: Fault = {
  name: 'clickhouse-all-stopped',
  describe: 'all three replicas of ClickHouse are shut down: connections are refused; repaired by starting them',
  inject: async (platform) => {
    await Promise.all(CLICKHOUSE_HOSTS.map((host) => platform.stop(clickHouseName(host))));
  },
  repair: async (platform) => {
    const names = CLICKHOUSE_HOSTS.map(clickHouseName).filter((name) => platform.pid(name) === undefined);
    await Promise.all(names.map((name) => platform.start(name)));
  },
  evident: async (platform) => {
    const answers = await Promise.all(CLICKHOUSE_HOSTS.map((host) => figure(platform, host, 'SELECT 1')));
    return answers.every(Number.isNaN);
  },
};

/** One row, unlike any other: equal blocks are dropped. */
function insertRow(table: string, number: number): string {
  return `INSERT INTO ${database}.${table} SELECT today(), toUInt64(now()) * 1000 + ${number}, ${number}`;
}

async function everywhere(platform: Platform, statement: string): Promise<void> {
  await Promise.all(CLICKHOUSE_HOSTS.map((host) => clickHouse(platform, host, statement)));
}

/** Makes parts that nobody merges until there are so many; each insert is one, and many are delayed or refused. */
async function fillWithParts(platform: Platform, wanted: number): Promise<void> {
  await everywhere(platform, `SYSTEM STOP MERGES ${database}.${NARROW.table}`);
  const missing = wanted - (await narrowParts(platform));
  for (let number = 0; number < missing; number += 1)
    await tryClickHouse(platform, FIRST, insertRow(NARROW.table, number));
}

function narrowParts(platform: Platform): Promise<number> {
  const where = `active AND database = '${database}' AND table = '${NARROW.table}' AND partition_id = toString(toYYYYMMDD(today()))`; // prettier-ignore
  return figure(platform, FIRST, `SELECT count() FROM system.parts WHERE ${where}`);
}

async function mergeAgain(platform: Platform): Promise<void> {
  await everywhere(platform, `SYSTEM START MERGES ${database}.${NARROW.table}`);
  await tryClickHouse(platform, FIRST, `OPTIMIZE TABLE ${database}.${NARROW.table} PARTITION today() FINAL`);
}

const delayed: Fault = {
  name: 'clickhouse-inserts-delayed',
  describe: `merges of table narrow are stopped, and a partition gets more than ${NARROW.delayedFrom} parts: inserts are delayed`,
  inject: (platform) => fillWithParts(platform, NARROW.delayedFrom + 4),
  repair: mergeAgain,
  evident: async (platform) => (await narrowParts(platform)) > NARROW.delayedFrom,
};

const rejected: Fault = {
  name: 'clickhouse-inserts-rejected',
  describe: `merges of table narrow are stopped, and a partition gets ${NARROW.refusedFrom} parts: inserts are refused`,
  inject: (platform) => fillWithParts(platform, NARROW.refusedFrom + 3),
  repair: mergeAgain,
  evident: async (platform) => (await narrowParts(platform)) >= NARROW.refusedFrom,
};

/** A table of one replica alone, whose inserts are delayed as early as those of the narrow one; made and removed by its fault. */
const STAGING = `${database}.staging`;
/** More than the share of it from which something is to be said. */
const STAGING_PARTS = NARROW.delayedFrom - 2;

function stagingParts(platform: Platform): Promise<number> {
  const where = `active AND database = '${database}' AND table = 'staging'`;
  return figure(platform, FIRST, `SELECT count() FROM system.parts WHERE ${where}`);
}

const plainParts: Fault = {
  name: 'clickhouse-plain-parts',
  describe: `a table of clickhouse-1 that is not replicated gets ${STAGING_PARTS} parts while nothing merges them; well again in place`,
  async inject(platform) {
    const settings = `parts_to_delay_insert = ${NARROW.delayedFrom}, parts_to_throw_insert = ${NARROW.refusedFrom}`;
    const columns = '(day Date, id UInt64, amount Float64)';
    const make = `CREATE TABLE IF NOT EXISTS ${STAGING} ${columns} ENGINE = MergeTree PARTITION BY day ORDER BY id SETTINGS ${settings}`;
    await clickHouse(platform, FIRST, `${make}; SYSTEM STOP MERGES ${STAGING}`);
    const missing = STAGING_PARTS - (await stagingParts(platform));
    for (let number = 0; number < missing; number += 1) await clickHouse(platform, FIRST, insertRow('staging', number));
  },
  mend: async (platform) => {
    await clickHouse(platform, FIRST, `SYSTEM START MERGES ${STAGING}; OPTIMIZE TABLE ${STAGING} FINAL`);
  },
  repair: async (platform) => {
    await clickHouse(platform, FIRST, `DROP TABLE IF EXISTS ${STAGING}`);
  },
  evident: async (platform) => (await stagingParts(platform)) >= STAGING_PARTS,
};

const TO_KEEPER = ['--protocol', 'tcp', '--dport', String(ZOOKEEPER_PORT)];
const KEEPER_RULE = ['OUTPUT', ...TO_KEEPER, '--match', 'owner', '--uid-owner', 'clickhouse'];

const keeperCut: Fault = {
  name: 'clickhouse-keeper-cut',
  describe:
    'the network refuses what ClickHouse, and nobody else, sends to ZooKeeper: sessions end, tables are read-only',
  inject: (platform) => reject(platform, KEEPER_RULE, true),
  repair: (platform) => reject(platform, KEEPER_RULE, false),
  async evident(platform) {
    const isReadOnly = 'SELECT max(is_readonly OR is_session_expired) FROM system.replicas';
    const figures = await Promise.all(CLICKHOUSE_HOSTS.map((host) => figure(platform, host, isReadOnly)));
    return figures.some((figureOfHost) => figureOfHost !== 0);
  },
};

/** Of orders, of which nobody else wants anything merged. */
const MUTATED = `${database}.orders`;

const mutationStuck: Fault = {
  name: 'clickhouse-mutation-stuck',
  describe: 'rows of table orders are to be deleted while merges and mutations of it are stopped',
  async inject(platform) {
    await everywhere(platform, `SYSTEM STOP MERGES ${MUTATED}`);
    if ((await unfinished(platform)) > 0) return;
    await clickHouse(platform, FIRST, `ALTER TABLE ${MUTATED} DELETE WHERE id = 0`);
  },
  repair: (platform) => everywhere(platform, `SYSTEM START MERGES ${MUTATED}`),
  evident: async (platform) => (await unfinished(platform)) > 0,
};

async function unfinished(platform: Platform): Promise<number> {
  const count = 'SELECT count() FROM system.mutations WHERE NOT is_done';
  const counts = await Promise.all(CLICKHOUSE_HOSTS.map((host) => figure(platform, host, count)));
  return Math.max(...counts);
}

/** A partition that no insert of the steady life goes to. */
const LOST_DAY = 'today() - 5';

async function lostParts(platform: Platform): Promise<number> {
  const count = "SELECT sum(value) FROM system.events WHERE event = 'ReplicatedDataLoss'";
  const counts = await Promise.all(CLICKHOUSE_HOSTS.map((host) => figure(platform, host, count)));
  return counts.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
}

/** Over in a moment: the server gives the part up, and the counter stays. */
const dataLost: Fault = {
  name: 'clickhouse-data-lost',
  describe: 'a part that only clickhouse-1 has is taken from its disk while it is down: no replica has it any more',
  async inject(platform) {
    const name = clickHouseName(FIRST);
    await refuse(platform, FIRST, CLICKHOUSE.interserverPort, true);
    try {
      await clickHouse(platform, FIRST, `INSERT INTO ${database}.visits SELECT ${LOST_DAY}, toUInt64(now()), 1`);
      const where = `active AND database = '${database}' AND table = 'visits' AND min_date = ${LOST_DAY}`;
      const part = `SELECT path FROM system.parts WHERE ${where} ORDER BY modification_time DESC LIMIT 1`;
      const folder = await clickHouse(platform, FIRST, part);
      await platform.processes.end(name, 0, 'SIGKILL');
      await rm(folder, { recursive: true });
    } finally {
      await refuse(platform, FIRST, CLICKHOUSE.interserverPort, false);
      if (platform.pid(name) === undefined) await platform.start(name);
    }
    const looked = async (): Promise<string | undefined> =>
      (await lostParts(platform)) > 0 ? undefined : 'nothing was given up yet';
    await waitUntilNothingMissing('the loss of a part', looked, { within: 60_000, every: 200 });
  },
  repair: async (platform) => {
    await tryClickHouse(platform, FIRST, `ALTER TABLE ${database}.visits DROP PARTITION ${LOST_DAY}`);
  },
};

export const clickHouseFaults: readonly Fault[] = [
  lag,
  tableMissing,
  stopped,
  hanging,
  allStopped,
  plainParts,
  delayed,
  rejected,
  keeperCut,
  mutationStuck,
  dataLost,
];
