import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { run, tryRun } from '../support/command.js';
import { daemon } from '../support/daemon.js';
import { type Platform } from '../support/platform.js';
import { asPostgres, postgresSocket, sql } from './postgresql.component.js';

/** As it calls itself at its primary. */
export const STANDBY = 'standby';
const PORT = 5433;

function dataFolder(platform: Platform): string {
  return platform.state('postgresql-standby', 'data');
}

/** Runs one statement on it as superuser. */
export async function standbySql(platform: Platform, statement: string): Promise<string> {
  const target = [`--host=${postgresSocket(platform)}`, `--port=${PORT}`, '--username=postgres', '--dbname=postgres'];
  const quiet = ['--no-psqlrc', '--no-align', '--tuples-only', `--command=${statement}`];
  return (await run(asPostgres('psql', ...target, ...quiet))).trim();
}

async function copy(platform: Platform): Promise<void> {
  const folder = dataFolder(platform);
  if (existsSync(folder)) await rm(folder, { recursive: true });
  await mkdir(folder, { recursive: true });
  await run(['chown', 'postgres:postgres', folder]);
  await run(['chmod', '700', folder]);
  const source = `host=${postgresSocket(platform)} user=postgres application_name=${STANDBY}`;
  const options = ['--checkpoint=fast', '--wal-method=stream', '--no-sync', '--write-recovery-conf'];
  await run(asPostgres('pg_basebackup', `--pgdata=${folder}`, `--dbname=${source}`, ...options));
}

/** A copy that follows the database, on a disk of its own. */
export const postgresqlStandby = daemon({
  name: 'postgresql-standby',
  needs: ['metadata-database'],
  prepare: copy,
  command: (platform) => {
    const settings = {
      listen_addresses: '',
      port: PORT,
      unix_socket_directories: postgresSocket(platform),
      shared_buffers: '16MB',
      fsync: 'off',
      // It says how far it is every second, not every ten.
      wal_receiver_status_interval: '1s',
      max_connections: 40,
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return asPostgres('postgres', '-D', dataFolder(platform), ...options);
  },
  async missing(platform) {
    const ping = asPostgres('pg_isready', `--host=${postgresSocket(platform)}`, `--port=${PORT}`, '--timeout=2');
    const { exitCode, output } = await tryRun(ping, { timeout: 5_000 });
    if (exitCode !== 0) return output.trim();
    const followers = await sql(platform, `SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'`);
    return followers === '1' ? undefined : 'it does not follow yet';
  },
  // Fast shutdown: sessions are ended, not waited for.
  stopSignal: 'SIGINT',
});
