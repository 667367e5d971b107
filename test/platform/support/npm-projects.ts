import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from './command.js';
import { UNFINISHED } from './go-programs.js';
import { type Settings } from './settings.js';

/**
 * What only the platform needs of npm: `npm/<name>/package.json` says exactly what. Without a lock, which would have to
 * name the programs for other machines, too, and not every registry has them.
 */
export interface NpmProject {
  readonly name: string;
}

const INSTALL_TIMEOUT = 20 * 60_000;

function projectFolder(settings: Settings, project: NpmProject): string {
  return join(settings.sourceFolder, 'npm', project.name);
}

/** Where it is installed; a changed pin is a new folder. */
function installedFolder(settings: Settings, project: NpmProject): string {
  const hash = createHash('sha256').update(readFileSync(join(projectFolder(settings, project), 'package.json')));
  return join(settings.cacheFolder, `${project.name}-${hash.digest('hex').slice(0, 12)}`);
}

export function isInstalled(settings: Settings, project: NpmProject): boolean {
  return existsSync(installedFolder(settings, project));
}

/** Installs all packages of the project, without running what they bring; the folder appears complete or not at all. */
export async function installNpmProject(settings: Settings, project: NpmProject): Promise<void> {
  const unfinished = await mkdtemp(join(settings.cacheFolder, `${project.name}${UNFINISHED}`));
  await cp(projectFolder(settings, project), unfinished, { recursive: true });
  await run(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: unfinished,
    timeout: INSTALL_TIMEOUT,
    show: true,
  });
  await rename(unfinished, installedFolder(settings, project));
}

/** A package of an installed project. */
export function requireFrom(settings: Settings, project: NpmProject, name: string): unknown {
  return createRequire(join(installedFolder(settings, project), 'package.json'))(name);
}
