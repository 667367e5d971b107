import { writeFile } from 'node:fs/promises';
import { asPostgres, DATABASE, databaseDisk, postgresSocket, sql } from '../components/postgresql.component.js';
import { run } from '../support/command.js';
import { type Platform } from '../support/platform.js';
import { type Fault, wake } from './fault.js';

const SERVER = 'postgresql';

async function refusesOrHangs(platform: Platform): Promise<boolean> {
  return (
    (await platform
      .component(SERVER)
      .missing(platform)
      .catch(() => 'not running')) !== undefined
  );
}

const hanging: Fault = {
  name: 'postgres-down',
  describe: 'PostgreSQL is stopped by SIGSTOP, all of its processes: connections hang; repaired by SIGCONT',
  inject(platform) {
    platform.signal(SERVER, 'SIGSTOP');
    return Promise.resolve();
  },
  repair: (platform) => wake(platform, SERVER),
  evident: refusesOrHangs,
};

const refusing: Fault = {
  name: 'postgres-stopped',
  describe: 'PostgreSQL is shut down: connections are refused; repaired by starting it',
  inject: (platform) => platform.stop(SERVER),
  repair: async (platform) => {
    if (platform.pid(SERVER) === undefined) await platform.start(SERVER);
  },
  evident: refusesOrHangs,
};

/** A session of the application that says `statements` and then stays, silent; its name is its application_name. */
async function openSession(platform: Platform, name: string, statements: string): Promise<void> {
  if (platform.pid(name) !== undefined) return;
  const psql = asPostgres(
    'psql',
    '--no-psqlrc',
    `--host=${postgresSocket(platform)}`,
    `--username=${DATABASE.application}`,
    `--dbname=${DATABASE.name}`,
  );
  const script = '{ echo "$0"; exec sleep infinity; } | "$@"';
  const environment = { cwd: platform.state(), env: { PGAPPNAME: name } };
  await platform.processes.launch(name, platform.inNamespace(['sh', '-c', script, statements, ...psql]), environment);
}

/** Ends what runs under this name: in the server, because it does not notice a client that goes away, and here. */
async function endSessions(platform: Platform, name: string): Promise<void> {
  await platform.processes.end(name, 2_000);
  await sql(platform, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${name}'`);
}

async function count(platform: Platform, condition: string): Promise<number> {
  return Number(await sql(platform, `SELECT count(*) FROM pg_stat_activity WHERE ${condition}`));
}

const HOLDER = 'fault-lock-holder';
const WAITER = 'fault-lock-waiter';

const locks: Fault = {
  name: 'postgres-locks',
  describe: 'a session that holds a lock and one that waits for it',
  async inject(platform) {
    await openSession(platform, HOLDER, 'BEGIN; LOCK TABLE pipelines; SELECT pg_sleep(86400);');
    await openSession(platform, WAITER, 'SELECT pg_sleep(1); UPDATE pipelines SET updated_at = now();');
  },
  async repair(platform) {
    await endSessions(platform, HOLDER);
    await endSessions(platform, WAITER);
  },
  evident: async (platform) => (await count(platform, "wait_event_type = 'Lock'")) > 0,
};

const FORGOTTEN = 'fault-forgotten-transaction';

const idleInTransaction: Fault = {
  name: 'postgres-idle-in-transaction',
  describe: 'a session that begins a transaction and then says no more',
  inject: (platform) => openSession(platform, FORGOTTEN, 'BEGIN; SELECT count(*) FROM pipelines;'),
  repair: (platform) => endSessions(platform, FORGOTTEN),
  evident: async (platform) =>
    (await count(platform, `state = 'idle in transaction' AND application_name = '${FORGOTTEN}'`)) > 0,
};

/** Runs pgbench with a script of ours for as long as the fault lasts: one process, many sessions. */
async function openLoad(platform: Platform, name: string, sessions: number, script: string): Promise<void> {
  if (platform.pid(name) !== undefined) return;
  const file = platform.state('postgresql', `${name}.sql`);
  await writeFile(file, script);
  const target = [`--host=${postgresSocket(platform)}`, `--username=${DATABASE.application}`];
  const load = [`--client=${sessions}`, '--no-vacuum', '--time=86400', `--file=${file}`];
  const command = platform.inNamespace(asPostgres('pgbench', ...target, ...load, DATABASE.name));
  await platform.processes.launch(name, command, { cwd: platform.state(), env: { PGAPPNAME: name } });
}

const CROWD = 'fault-connections';
/** Of the 37 that are not reserved: 89 %. */
const CROWD_SIZE = 33;

const connections: Fault = {
  name: 'postgres-connections',
  describe: `${CROWD_SIZE} idle sessions of the ${DATABASE.maxConnections - 3} that are allowed`,
  inject: (platform) => openLoad(platform, CROWD, CROWD_SIZE, '\\sleep 3600 s\n'),
  repair: (platform) => endSessions(platform, CROWD),
  evident: async (platform) => (await count(platform, `application_name = '${CROWD}'`)) === CROWD_SIZE,
};

const WORK = 'fault-busy';

const busy: Fault = {
  name: 'postgres-busy',
  describe: 'two sessions that compute without a pause',
  inject: (platform) => openLoad(platform, WORK, 2, 'SELECT sum(n) FROM generate_series(1, 5000000) AS n;\n'),
  repair: (platform) => endSessions(platform, WORK),
  evident: async (platform) => (await count(platform, `application_name = '${WORK}' AND state = 'active'`)) > 1,
};

const diskLow: Fault = {
  name: 'postgres-disk-low',
  describe: 'the disk of PostgreSQL is filled to 93 % by something else',
  async inject(platform) {
    const disk = databaseDisk(platform);
    const sizes = await run(['df', '--block-size=1', '--output=size,avail', disk]);
    const [size = 0, available = 0] = (sizes.trim().split('\n')[1] ?? '').trim().split(/\s+/).map(Number);
    const bytes = Math.floor(available - 0.07 * size);
    if (bytes > 0) await run(['fallocate', `--length=${bytes}`, `${disk}/fill`]);
  },
  repair: async (platform) => {
    await run(['rm', '-f', `${databaseDisk(platform)}/fill`]);
  },
  async evident(platform) {
    const used = await run(['df', '--output=pcent', databaseDisk(platform)]);
    return Number(/(\d+)%/.exec(used)?.[1]) > 90;
  },
};

export const postgresqlFaults: readonly Fault[] = [
  hanging,
  refusing,
  locks,
  idleInTransaction,
  connections,
  busy,
  diskLow,
];
