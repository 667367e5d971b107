import { existsSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run, tryRun } from '../support/command.js';
import { daemon } from '../support/daemon.js';
import { FAKETIME_PACKAGE } from '../support/fake-time.js';
import { mountDisk } from '../support/mounts.js';
import { type Platform } from '../support/platform.js';

/** The database that stands for a platform's external metadata store. */
export const DATABASE = {
  host: '127.0.0.1',
  port: 5432,
  name: 'metadata',
  /** May only monitor. */
  user: 'vitals',
  passwordFile: 'postgresql-vitals.password',
  /** Owns the tables; faults act as it. */
  application: 'application',
  maxConnections: 40,
  /** What Vitals is told of its disk. The log of changes and other files need the rest of it. */
  capacity: '256MiB',
  capacityBytes: 256 * 1024 ** 2,
} as const;

const DISK_MEBIBYTES = 320;
const DEBIAN_VERSIONS = '/usr/lib/postgresql';

/** Where its disk is mounted: filling this fills the database's disk and nothing else. */
export function databaseDisk(platform: Platform): string {
  return platform.state('postgresql', 'disk');
}

function dataFolder(platform: Platform): string {
  return join(databaseDisk(platform), 'data');
}

export function postgresSocket(platform: Platform): string {
  return platform.state('postgresql', 'socket');
}

function programFolder(): string {
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS) : [];
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  if (newest === undefined) throw new Error('PostgreSQL is not installed');
  return join(DEBIAN_VERSIONS, String(newest), 'bin');
}

const AS_POSTGRES = ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'];

/** PostgreSQL refuses to run as root; `setpriv` becomes the program, so that its pid is the server's. */
export function asPostgres(program: string, ...args: readonly string[]): string[] {
  return [...AS_POSTGRES, join(programFolder(), program), ...args];
}

/** The command line of psql as superuser, over the socket that only root and the server's own user can reach. */
function psqlCommand(platform: Platform, ...args: readonly string[]): string[] {
  const quiet = ['--no-psqlrc', '--quiet', '--no-align', '--tuples-only', '--set=ON_ERROR_STOP=1'];
  return asPostgres('psql', `--host=${postgresSocket(platform)}`, '--username=postgres', ...quiet, ...args);
}

/** Runs SQL as superuser and answers with its rows, one a line. */
export async function sql(platform: Platform, statement: string, database: string = DATABASE.name): Promise<string> {
  return (await run(psqlCommand(platform, `--dbname=${database}`, '--file=-'), { stdin: statement })).trim();
}

async function initialise(platform: Platform): Promise<void> {
  const folder = dataFolder(platform);
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  for (const path of [folder, postgresSocket(platform)]) {
    await mkdir(path, { recursive: true });
    await run(['chown', 'postgres:postgres', path]);
    await run(['chmod', '700', path]);
  }
  const trust = ['--auth-local=trust', '--auth-host=scram-sha-256'];
  await run(asPostgres('initdb', `--pgdata=${folder}`, ...trust, '--no-sync', '--encoding=UTF8', '--locale=C'));
}

/** The command line of the server, with these variables, as `NAME=value`, in its environment and in no other's. */
export function postgresCommand(platform: Platform, ...variables: readonly string[]): string[] {
  const program = join(programFolder(), 'postgres');
  return [...AS_POSTGRES, 'env', ...variables, program, '-D', dataFolder(platform), ...serverSettings(platform)];
}

function serverSettings(platform: Platform): string[] {
  const settings = {
    listen_addresses: DATABASE.host,
    port: DATABASE.port,
    unix_socket_directories: postgresSocket(platform),
    max_connections: DATABASE.maxConnections,
    shared_buffers: '32MB',
    // The disk is small so that it can be filled: the log of changes must stay so too.
    min_wal_size: '32MB',
    max_wal_size: '64MB',
    wal_level: 'logical',
    fsync: 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

export const postgresql = daemon({
  name: 'postgresql',
  needs: ['namespace'],
  debianPackages: ['postgresql', 'e2fsprogs', 'mount', FAKETIME_PACKAGE],
  async prepare(platform) {
    await mountDisk(platform.state('postgresql', 'disk.img'), databaseDisk(platform), DISK_MEBIBYTES);
    await initialise(platform);
  },
  command: (platform) => postgresCommand(platform),
  async missing(platform) {
    const ping = asPostgres('pg_isready', `--host=${postgresSocket(platform)}`, '--timeout=2');
    const { exitCode, output } = await tryRun(ping, { timeout: 5_000 });
    return exitCode === 0 ? undefined : output.trim();
  },
  // Fast shutdown: sessions are ended, not waited for.
  stopSignal: 'SIGINT',
});
