import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { run, tryRun } from './command.js';

const APT_TIMEOUT = 15 * 60_000;
const CLUSTER_SETTINGS = '/etc/postgresql-common/createcluster.conf';

async function isInstalled(debianPackage: string): Promise<boolean> {
  const query = ['dpkg-query', '--show', '--showformat=${db:Status-Status}', debianPackage];
  const { exitCode, output } = await tryRun(query);
  return exitCode === 0 && output === 'installed';
}

async function missingPackages(debianPackages: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const name of new Set(debianPackages)) if (!(await isInstalled(name))) missing.push(name);
  return missing;
}

/** Debian's PostgreSQL makes and starts a database of its own when it is installed; the platform has no use for one. */
async function keepPostgresqlFromStarting(): Promise<void> {
  if (existsSync(CLUSTER_SETTINGS)) return;
  await mkdir('/etc/postgresql-common', { recursive: true });
  await writeFile(CLUSTER_SETTINGS, 'create_main_cluster = false\n');
}

/** What Debian asks before it starts a service that was just installed; 101 means "no". */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';

/** The platform starts its servers itself, in its own network namespace: none may run outside of it. */
async function withoutServices(install: () => Promise<unknown>): Promise<void> {
  if (existsSync(SERVICE_POLICY)) {
    await install();
    return;
  }
  await writeFile(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await install();
  } finally {
    await rm(SERVICE_POLICY);
  }
}

/** Installs what is missing of these packages and touches no other. */
export async function installPackages(debianPackages: readonly string[]): Promise<void> {
  const missing = await missingPackages(debianPackages);
  if (missing.length === 0) return;
  if (missing.some((name) => name.startsWith('postgresql'))) await keepPostgresqlFromStarting();
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: APT_TIMEOUT, show: true };
  await run(['apt-get', 'update', '--quiet'], options);
  const install = ['apt-get', 'install', '--yes', '--quiet', '--no-install-recommends', ...missing];
  await withoutServices(() => run(install, options));
}
