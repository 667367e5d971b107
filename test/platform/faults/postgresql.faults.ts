import { DATABASE, databaseDisk, sql } from '../components/postgresql.component.js';
import { askPrometheus } from '../components/prometheus.component.js';
import { run } from '../support/command.js';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault, wake } from './fault.js';
import { count, endSessions, openLoad, openSession } from './postgresql-sessions.js';

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

/** Share of the CPUs of the machine, as its monitoring says. */
const BUSY_CPUS = '1 - avg(sum by (cpu) (rate(node_cpu_seconds_total{mode=~"idle|iowait"}[20s])))';

const busy: Fault = {
  name: 'postgres-busy',
  describe: 'two sessions that compute without a pause',
  async inject(platform) {
    // Rows would be written to a file and read again: a loop waits for nothing, and goes on for a minute.
    await openLoad(platform, WORK, 2, "DO 'BEGIN FOR n IN 1..300000000 LOOP NULL; END LOOP; END';\n");
    const look = async (): Promise<string | undefined> => ((await isBusy(platform)) ? undefined : 'not busy');
    await waitUntilNothingMissing(WORK, look, { within: 10_000 });
    // They want all CPU that there is, and take none that anything else needs.
    const ids = await sql(platform, `SELECT pid FROM pg_stat_activity WHERE application_name = '${WORK}'`);
    await run(['renice', '--priority', '19', '--pid', ...ids.split('\n')]);
  },
  repair: (platform) => endSessions(platform, WORK),
  evident: async (platform) => ((await askPrometheus(platform, BUSY_CPUS)) ?? NaN) > 0.97,
};

async function isBusy(platform: Platform): Promise<boolean> {
  return (await count(platform, `application_name = '${WORK}' AND state = 'active'`)) > 1;
}

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
    const of = `{mountpoint="${databaseDisk(platform)}"}`;
    return (
      ((await askPrometheus(platform, `node_filesystem_avail_bytes${of} / node_filesystem_size_bytes${of}`)) ?? NaN) <
      0.1
    );
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
