import { DATABASE, postgresCommand, sql } from '../components/postgresql.component.js';
import { tryRun } from '../support/command.js';
import { fakeTime } from '../support/fake-time.js';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault } from './fault.js';

const SERVER = 'postgresql';

const readOnly: Fault = {
  name: 'postgres-read-only',
  describe: 'sessions begin read-only, as providers set it when a disk is nearly full',
  inject: async (platform) => {
    await sql(platform, 'ALTER SYSTEM SET default_transaction_read_only = on; SELECT pg_reload_conf()');
  },
  repair: async (platform) => {
    await sql(platform, 'ALTER SYSTEM RESET default_transaction_read_only; SELECT pg_reload_conf()');
  },
  evident: async (platform) => (await sql(platform, 'SHOW default_transaction_read_only')) === 'on',
};

const accessDenied: Fault = {
  name: 'postgres-access-denied',
  describe: 'the user of Vitals may not log in any more, and its session is ended',
  inject: async (platform) => {
    const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${DATABASE.user}'`;
    await sql(platform, `ALTER ROLE ${DATABASE.user} NOLOGIN; ${end}`);
  },
  repair: async (platform) => {
    await sql(platform, `ALTER ROLE ${DATABASE.user} LOGIN`);
  },
  evident: async (platform) =>
    (await sql(platform, `SELECT rolcanlogin FROM pg_roles WHERE rolname = '${DATABASE.user}'`)) === 'f',
};

const IMPOSTER = 'fault-imposter';

const imposter: Fault = {
  name: 'postgres-imposter',
  describe: 'PostgreSQL is shut down, and a web server listens in its place',
  async inject(platform) {
    if (platform.pid(IMPOSTER) !== undefined) return;
    await platform.stop(SERVER);
    const program = [process.execPath, '--import', 'tsx', platform.source('faults', 'imposter.main.ts')];
    const command = platform.inNamespace([...program, DATABASE.host, String(DATABASE.port)]);
    await platform.processes.launch(IMPOSTER, command, { cwd: platform.settings.repositoryFolder, env: {} });
  },
  async repair(platform) {
    await platform.processes.end(IMPOSTER, 2_000);
    if (platform.pid(SERVER) === undefined) await platform.start(SERVER);
  },
  async evident(platform) {
    const url = `http://${DATABASE.host}:${DATABASE.port}/`;
    const command = ['curl', '--silent', '--max-time', '2', '--output', '/dev/null', url];
    return (await tryRun(platform.inNamespace(command))).exitCode === 0;
  },
};

async function clockIsAhead(platform: Platform): Promise<boolean> {
  return Math.abs(Number(await sql(platform, 'SELECT extract(epoch FROM clock_timestamp())')) - Date.now() / 1_000) > 2;
}

/** What makes a server see another time than the machine. */
const AHEAD = Object.entries(fakeTime('+5s')).map(([name, value]) => `${name}=${value}`);

const clockAhead: Fault = {
  name: 'postgres-clock-ahead',
  describe: 'PostgreSQL is started anew with a clock that is 5 s ahead; repaired by starting it with the right one',
  async inject(platform) {
    if (await clockIsAhead(platform)) return;
    await platform.stop(SERVER);
    const command = platform.inNamespace(postgresCommand(platform, ...AHEAD));
    await platform.processes.launch(SERVER, command, { cwd: platform.state(SERVER), env: {} });
    const look = (): Promise<string | undefined> => platform.component(SERVER).missing(platform);
    await waitUntilNothingMissing(SERVER, look, { within: 30_000, every: 50 });
  },
  async repair(platform) {
    if (platform.pid(SERVER) === undefined) await platform.start(SERVER);
    else if (await clockIsAhead(platform)) await platform.restart(SERVER);
  },
  evident: clockIsAhead,
};

export const postgresqlAccessFaults: readonly Fault[] = [readOnly, accessDenied, imposter, clockAhead];
