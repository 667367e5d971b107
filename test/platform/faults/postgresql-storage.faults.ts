import { STANDBY, standbySql } from '../components/postgresql-standby.component.js';
import { asPostgres, DATABASE, databaseDisk, postgresSocket, sql } from '../components/postgresql.component.js';
import { run } from '../support/command.js';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault } from './fault.js';
import { count, endSessions, openLoad } from './postgresql-sessions.js';

const USED = '(SELECT sum(pg_database_size(oid)) FROM pg_database) + (SELECT sum(size) FROM pg_ls_waldir())';

const dataGrows: Fault = {
  name: 'postgres-data-grows',
  describe: 'a table grows until 85 % of the capacity is used; repaired by dropping it',
  async inject(platform) {
    const target = Math.floor(0.85 * DATABASE.capacityBytes);
    await sql(
      platform,
      `CREATE UNLOGGED TABLE IF NOT EXISTS exports (content text);
       ALTER TABLE exports ALTER content SET STORAGE EXTERNAL;
       DO $$ BEGIN
         WHILE ${USED} < ${target} LOOP
           INSERT INTO exports SELECT repeat('x', 1000000) FROM generate_series(1, 4);
         END LOOP;
       END $$;`,
    );
  },
  repair: async (platform) => {
    await sql(platform, 'DROP TABLE IF EXISTS exports');
  },
  evident: async (platform) => Number(await sql(platform, `SELECT ${USED}`)) > 0.8 * DATABASE.capacityBytes,
};

const FREEZER = 'fault-disk-frozen';
const WRITERS = 'fault-writers';
const WRITER_COUNT = 4;

const diskHangs: Fault = {
  name: 'postgres-disk-hangs',
  describe: `the disk of PostgreSQL takes no writes any more while ${WRITER_COUNT} sessions write: they wait for it`,
  async inject(platform) {
    if (platform.pid(FREEZER) !== undefined) return;
    // A table for each: who extends one keeps the others from it, and they would wait for a lock instead.
    const tables = Array.from(
      { length: WRITER_COUNT },
      (_, n) => `CREATE UNLOGGED TABLE IF NOT EXISTS log_${n} (n int)`,
    );
    await sql(platform, `SET ROLE ${DATABASE.application}; ${tables.join('; ')}`);
    const script = 'INSERT INTO log_:client_id SELECT generate_series(1, 2000);\n\\sleep 200 ms\n';
    await openLoad(platform, WRITERS, WRITER_COUNT, script);
    // To make the first files of a table is no waiting that the server tells of.
    const look = async (): Promise<string | undefined> => ((await haveGrown(platform)) ? undefined : 'small tables');
    await waitUntilNothingMissing(WRITERS, look, { within: 30_000 });
    const hold =
      'fsfreeze --freeze "$0" && trap "fsfreeze --unfreeze \\"$0\\"; exit" TERM && while :; do sleep 1 & wait; done';
    await platform.processes.launch(FREEZER, ['sh', '-c', hold, databaseDisk(platform)], {
      cwd: platform.state(),
      env: {},
    });
  },
  async repair(platform) {
    await platform.processes.end(FREEZER, 5_000);
    await endSessions(platform, WRITERS);
    const tables = Array.from({ length: WRITER_COUNT }, (_, n) => `log_${n}`);
    await sql(platform, `DROP TABLE IF EXISTS ${tables.join(', ')}`);
  },
  evident: async (platform) => (await count(platform, "state = 'active' AND wait_event_type = 'IO'")) >= WRITER_COUNT,
};

async function haveGrown(platform: Platform): Promise<boolean> {
  const sizes = `SELECT count(*) FROM pg_class WHERE relname LIKE 'log\\__' AND pg_relation_size(oid) > 1000000`;
  return Number(await sql(platform, sizes)) === WRITER_COUNT;
}

const SLOT = 'abandoned';

const slotAbandoned: Fault = {
  name: 'postgres-slot-abandoned',
  describe: 'a replication slot that nobody reads keeps 48 MB of log; repaired by dropping it',
  async inject(platform) {
    await dropSlot(platform);
    await sql(
      platform,
      `SELECT pg_create_physical_replication_slot('${SLOT}', true);
       SELECT count(pg_logical_emit_message(false, 'platform', repeat('x', 1000000))) FROM generate_series(1, 48);`,
    );
  },
  repair: dropSlot,
  evident: async (platform) =>
    Number(
      await sql(
        platform,
        `SELECT coalesce(max(pg_current_wal_lsn() - restart_lsn), 0) FROM pg_replication_slots WHERE slot_name = '${SLOT}'`,
      ),
    ) >
    0.1 * DATABASE.capacityBytes,
};

async function dropSlot(platform: Platform): Promise<void> {
  await sql(
    platform,
    `SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '${SLOT}'`,
  );
}

/** A share of 0.01 % of all transaction ids, and some. */
const TRANSACTIONS = 230_000;

const idsUsed: Fault = {
  name: 'postgres-ids-used',
  describe: `${TRANSACTIONS} transaction ids are used up and not frozen; repaired by VACUUM (FREEZE)`,
  async inject(platform) {
    if ((await oldestAge(platform)) > TRANSACTIONS) return;
    await sql(
      platform,
      `CREATE TEMP TABLE used (n int);
       DO $$ BEGIN
         FOR n IN 1..${TRANSACTIONS} LOOP
           BEGIN INSERT INTO used VALUES (n); EXCEPTION WHEN division_by_zero THEN NULL; END;
         END LOOP;
       END $$;`,
    );
  },
  async repair(platform) {
    // Nobody connects to it, so nobody else freezes it.
    await sql(platform, 'ALTER DATABASE template0 ALLOW_CONNECTIONS true');
    await run(
      asPostgres(
        'vacuumdb',
        `--host=${postgresSocket(platform)}`,
        '--username=postgres',
        '--all',
        '--freeze',
        '--quiet',
      ),
      { timeout: 60_000 },
    );
    await sql(platform, 'ALTER DATABASE template0 ALLOW_CONNECTIONS false');
  },
  evident: async (platform) => (await oldestAge(platform)) > TRANSACTIONS,
};

async function oldestAge(platform: Platform): Promise<number> {
  return Number(await sql(platform, 'SELECT max(age(datfrozenxid)) FROM pg_database'));
}

const standbyBehind: Fault = {
  name: 'postgres-standby-behind',
  describe: 'a standby receives changes and does not replay them; repaired by resuming',
  async inject(platform) {
    await standbySql(platform, 'SELECT pg_wal_replay_pause()');
    await openLoad(platform, 'fault-changes', 1, 'UPDATE pipelines SET updated_at = now();\n\\sleep 1 s\n');
  },
  async repair(platform) {
    await endSessions(platform, 'fault-changes');
    await standbySql(platform, 'SELECT pg_wal_replay_resume()');
  },
  evident: async (platform) =>
    (await sql(
      platform,
      `SELECT count(*) FROM pg_stat_replication WHERE application_name = '${STANDBY}' AND replay_lag > interval '5 s'`,
    )) === '1',
};

export const postgresqlStorageFaults: readonly Fault[] = [dataGrows, diskHangs, slotAbandoned, idsUsed, standbyBehind];
