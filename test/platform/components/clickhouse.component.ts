import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type CommandResult, run, tryRun } from '../support/command.js';
import { daemon } from '../support/daemon.js';
import { type NpmProject } from '../support/npm-projects.js';
import { type Component, type Platform } from '../support/platform.js';
import { ZOOKEEPER_HOSTS, ZOOKEEPER_PORT, zookeeperName } from './zookeeper.component.js';

/** The replicas; each has a loopback address of its own and the ports that ClickHouse has by default. */
export const CLICKHOUSE_HOSTS = ['127.0.2.1', '127.0.2.2', '127.0.2.3'] as const;
export type ClickHouseHost = (typeof CLICKHOUSE_HOSTS)[number];

export const CLICKHOUSE = {
  httpPort: 8123,
  nativePort: 9000,
  interserverPort: 9009,
  database: 'shop',
  /** May only read. */
  user: 'vitals',
  passwordFile: 'clickhouse-vitals.password',
} as const;

/** Replicated everywhere; of the last, inserts are soon delayed and then refused when its parts are not merged. */
const CLICKHOUSE_TABLES = ['orders', 'visits', 'narrow'] as const;
export const NARROW = { table: 'narrow', delayedFrom: 20, refusedFrom: 40 } as const;

export function clickHouseName(host: ClickHouseHost): string {
  return `clickhouse-${CLICKHOUSE_HOSTS.indexOf(host) + 1}`;
}

/** Runs SQL on one replica as administrator; the caller looks at what came of it. One that hangs is given up after `seconds`. */
export function tryClickHouse(
  platform: Platform,
  host: ClickHouseHost,
  statement: string,
  seconds = 15,
): Promise<CommandResult> {
  // The client itself waits for a server that takes the connection and says nothing.
  const bounded = ['timeout', '--kill-after=1', String(seconds), 'clickhouse-client', `--host=${host}`];
  const command = platform.inNamespace([...bounded, '--multiquery', `--query=${statement}`]);
  return tryRun(command, { timeout: (seconds + 10) * 1_000 });
}

/** The same, where nothing but success will do: its rows, one a line. */
export async function clickHouse(platform: Platform, host: ClickHouseHost, statement: string): Promise<string> {
  const { exitCode, output, errorOutput } = await tryClickHouse(platform, host, statement);
  if (exitCode === 0) return output.trim();
  throw new Error(`${clickHouseName(host)}: ${statement}: ${errorOutput.trim().slice(-1_000)}`);
}

function serverSettings(platform: Platform, host: ClickHouseHost): string {
  const name = clickHouseName(host);
  const data = platform.state(name, 'data');
  const keepers = ZOOKEEPER_HOSTS.map(
    (keeper, index) => `<node index="${index + 1}"><host>${keeper}</host><port>${ZOOKEEPER_PORT}</port></node>`,
  );
  return `<yandex>
  <logger><console>1</console><level>warning</level></logger>
  <listen_host>${host}</listen_host>
  <http_port>${CLICKHOUSE.httpPort}</http_port>
  <tcp_port>${CLICKHOUSE.nativePort}</tcp_port>
  <interserver_http_port>${CLICKHOUSE.interserverPort}</interserver_http_port>
  <interserver_http_host>${host}</interserver_http_host>
  <path>${data}/</path>
  <tmp_path>${data}/tmp/</tmp_path>
  <user_files_path>${data}/user_files/</user_files_path>
  <users_config>${platform.state(name, 'users.xml')}</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>33554432</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <zookeeper>${keepers.join('')}<session_timeout_ms>6000</session_timeout_ms></zookeeper>
  <macros><replica>${name}</replica></macros>
  <remote_servers/>
</yandex>
`;
}

function userSettings(password: string): string {
  const networks = '<networks><ip>127.0.0.0/8</ip></networks>';
  return `<yandex>
  <profiles>
    <default><max_threads>1</max_threads><background_pool_size>4</background_pool_size></default>
    <monitoring><readonly>1</readonly><max_threads>1</max_threads><max_execution_time>10</max_execution_time></monitoring>
  </profiles>
  <users>
    <default><password></password>${networks}<profile>default</profile><quota>default</quota></default>
    <${CLICKHOUSE.user}>
      <password>${password}</password>${networks}<profile>monitoring</profile><quota>default</quota>
    </${CLICKHOUSE.user}>
  </users>
  <quotas><default/></quotas>
</yandex>
`;
}

/** One password for all replicas, made by whichever starts first. */
async function passwordOf(platform: Platform): Promise<string> {
  const file = platform.state(CLICKHOUSE.passwordFile);
  const password = randomBytes(18).toString('base64url');
  await writeFile(file, password, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!existsSync(file)) throw error;
  });
  return readFile(file, 'utf8');
}

/** The server refuses to work on files of another user; `setpriv` becomes the program, so that its pid is the server's. */
function asClickHouse(...command: readonly string[]): string[] {
  return ['setpriv', '--reuid=clickhouse', '--regid=clickhouse', '--init-groups', ...command];
}

function replica(host: ClickHouseHost): Component {
  const name = clickHouseName(host);
  return daemon({
    name,
    needs: ['namespace', ...ZOOKEEPER_HOSTS.map(zookeeperName)],
    debianPackages: ['clickhouse-server', 'clickhouse-client', 'util-linux', 'iptables'],
    async prepare(platform) {
      for (const folder of ['tmp', 'user_files'])
        await mkdir(platform.state(name, 'data', folder), { recursive: true });
      await writeFile(platform.state(name, 'config.xml'), serverSettings(platform, host));
      await writeFile(platform.state(name, 'users.xml'), userSettings(await passwordOf(platform)));
      await run(['chown', '--recursive', 'clickhouse:clickhouse', platform.state(name)]);
    },
    command: (platform) => asClickHouse('clickhouse-server', `--config-file=${platform.state(name, 'config.xml')}`),
    async missing(platform) {
      const { exitCode, errorOutput } = await tryClickHouse(platform, host, 'SELECT 1');
      return exitCode === 0 ? undefined : errorOutput.trim().slice(-200);
    },
  });
}

export const clickHouses: readonly Component[] = CLICKHOUSE_HOSTS.map(replica);

/** Makes a table where it is not there; what the others have comes by itself. */
function createTable(table: (typeof CLICKHOUSE_TABLES)[number]): string {
  const limits = `parts_to_delay_insert = ${NARROW.delayedFrom}, parts_to_throw_insert = ${NARROW.refusedFrom}`;
  return `CREATE TABLE IF NOT EXISTS ${CLICKHOUSE.database}.${table} (day Date, id UInt64, amount Float64)
    ENGINE = ReplicatedMergeTree('/clickhouse/tables/${table}', '{replica}') PARTITION BY day ORDER BY id
    ${table === NARROW.table ? `SETTINGS ${limits}` : ''}`;
}

/** The engine of today, without a server: every statement is tried on it, too. */
export const clickHouseEngine: NpmProject = { name: 'chdb' };

/** What is in ClickHouse: tables that all replicas have. */
export const clickHouseTables: Component = {
  name: 'clickhouse-tables',
  npmProject: clickHouseEngine,
  needs: CLICKHOUSE_HOSTS.map(clickHouseName),
  readyWithin: 30_000,
  async start(platform) {
    const statements = [`CREATE DATABASE IF NOT EXISTS ${CLICKHOUSE.database}`, ...CLICKHOUSE_TABLES.map(createTable)];
    for (const host of CLICKHOUSE_HOSTS) await clickHouse(platform, host, statements.join(';\n'));
  },
  async missing(platform) {
    const counts = await Promise.all(
      CLICKHOUSE_HOSTS.map((host) => clickHouse(platform, host, 'SELECT count() FROM system.replicas')),
    );
    return counts.every((count) => Number(count) === CLICKHOUSE_TABLES.length) ? undefined : `tables: ${counts.join()}`;
  },
};

const CLICKHOUSE_LIFE = 'clickhouse-life';

/**
 * A row into each table in turn, each at the next replica, once a second. Each row is another: equal blocks are dropped as
 * ones that were sent twice. What a replica answers is not waited for longer than two seconds.
 */
const INSERTS = `
  number=0
  while :; do
    for table in ${CLICKHOUSE_TABLES.join(' ')}; do
      host=127.0.2.$((number % 3 + 1))
      query="INSERT%20INTO%20${CLICKHOUSE.database}.$table%20SELECT%20today(),$(date +%s%N),$number"
      timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/${CLICKHOUSE.httpPort}" &&
        printf "POST /?query=%s HTTP/1.0\\r\\nContent-Length: 0\\r\\n\\r\\n" "$1" >&3 && cat <&3' "$host" "$query" || true
      number=$((number + 1))
      sleep 1
    done
  done`;

/** The steady life of the tables. */
export const clickHouseLife = daemon({
  name: CLICKHOUSE_LIFE,
  needs: ['clickhouse-tables'],
  command: () => ['bash', '--norc', '-c', INSERTS],
  async missing(platform) {
    const rows = await clickHouse(
      platform,
      CLICKHOUSE_HOSTS[0],
      `SELECT sum(rows) FROM system.parts WHERE active AND database = '${CLICKHOUSE.database}'`,
    );
    return Number(rows) >= CLICKHOUSE_TABLES.length ? undefined : 'nothing inserted yet';
  },
  patience: 2_000,
});
