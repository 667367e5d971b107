import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.js';
import { UNFINISHED } from './go-programs.js';
import { type Settings } from './settings.js';

/** Programs that come as jars: `maven/<name>/pom.xml` says exactly which; what those need comes with them. */
export interface MavenProject {
  readonly name: string;
}

/** Maven, and the authorities that the repository is known by. */
export const FETCH_PACKAGES: readonly string[] = ['maven', 'ca-certificates'];

const FETCH_TIMEOUT = 20 * 60_000;

function projectFile(settings: Settings, project: MavenProject): string {
  return join(settings.sourceFolder, 'maven', project.name, 'pom.xml');
}

/** Where the jars are; a changed pin is a new folder. */
export function jarFolder(settings: Settings, project: MavenProject): string {
  const hash = createHash('sha256').update(readFileSync(projectFile(settings, project)));
  return join(settings.cacheFolder, `${project.name}-jars-${hash.digest('hex').slice(0, 12)}`);
}

export function isFetched(settings: Settings, project: MavenProject): boolean {
  return existsSync(jarFolder(settings, project));
}

/** Fetches all jars of the project; the folder appears complete or not at all. */
export async function fetchMavenProject(settings: Settings, project: MavenProject): Promise<void> {
  const unfinished = await mkdtemp(join(settings.cacheFolder, `${project.name}${UNFINISHED}`));
  const fetch = ['mvn', '--batch-mode', '--quiet', `--file=${projectFile(settings, project)}`];
  await run([...fetch, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`], {
    timeout: FETCH_TIMEOUT,
    show: true,
  });
  await rename(unfinished, jarFolder(settings, project));
}
