import { writeFile } from 'node:fs/promises';
import { asPostgres, DATABASE, postgresSocket, sql } from '../components/postgresql.component.js';
import { type Platform } from '../support/platform.js';

/** A session of the application that says `statements` and then stays, silent; its name is its application_name. */
export async function openSession(platform: Platform, name: string, statements: string): Promise<void> {
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
export async function endSessions(platform: Platform, name: string): Promise<void> {
  await platform.processes.end(name, 2_000);
  await sql(platform, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${name}'`);
}

export async function count(platform: Platform, condition: string): Promise<number> {
  return Number(await sql(platform, `SELECT count(*) FROM pg_stat_activity WHERE ${condition}`));
}

/** Runs pgbench with a script of ours for as long as the fault lasts: one process, many sessions. */
export async function openLoad(platform: Platform, name: string, sessions: number, script: string): Promise<void> {
  if (platform.pid(name) !== undefined) return;
  const file = platform.state('postgresql', `${name}.sql`);
  await writeFile(file, script);
  const target = [`--host=${postgresSocket(platform)}`, `--username=${DATABASE.application}`];
  const load = [`--client=${sessions}`, '--no-vacuum', '--time=86400', `--file=${file}`];
  const command = platform.inNamespace(asPostgres('pgbench', ...target, ...load, DATABASE.name));
  await platform.processes.launch(name, command, { cwd: platform.state(), env: { PGAPPNAME: name } });
}
