import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.js';
import { type Settings } from './settings.js';

/** Programs built from one pinned Go module: the files of `go/<name>` say exactly from what. */
export interface GoModule {
  readonly name: string;
  /** Program name → Go package. */
  readonly programs: Readonly<Record<string, string>>;
  /** Linker flags: most programs learn their version only so. */
  readonly linkerFlags: string;
  /**
   * Mends the copy of the module before it is built, and puts what else of it is needed into the folder of its programs
   * (see `besidePrograms`).
   */
  prepare?(sources: string, output: string): Promise<void>;
}

/** Go asks the module proxy for who it is. */
export const BUILD_PACKAGES: readonly string[] = ['ca-certificates'];

/** In the name of a folder of the cache while it is being filled. */
export const UNFINISHED = '-unfinished-';
const BUILD_TIMEOUT = 45 * 60_000;

function moduleFolder(settings: Settings, module: GoModule): string {
  return join(settings.sourceFolder, 'go', module.name);
}

/** Everything that decides what comes out names the folder it comes out in; a changed pin is a new folder. */
function outputFolder(settings: Settings, module: GoModule): string {
  const hash = createHash('sha256');
  const folder = moduleFolder(settings, module);
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  hash.update(JSON.stringify([module.programs, module.linkerFlags]));
  return join(settings.cacheFolder, `${module.name}-${hash.digest('hex').slice(0, 12)}`);
}

export function programPath(settings: Settings, module: GoModule, program: string): string {
  return join(outputFolder(settings, module), program);
}

/** The path of what its `prepare` put beside the programs of a module. */
export function besidePrograms(settings: Settings, module: GoModule, name: string): string {
  return join(outputFolder(settings, module), name);
}

export function isBuilt(settings: Settings, module: GoModule): boolean {
  return existsSync(outputFolder(settings, module));
}

/** Removes what killed builds left. Only while holding the lock of the cache. */
export async function removeUnfinishedBuilds(settings: Settings): Promise<void> {
  for (const name of await readdir(settings.cacheFolder)) {
    if (name.includes(UNFINISHED)) await rm(join(settings.cacheFolder, name), { recursive: true, force: true });
  }
}

/** Builds all programs of the module; the folder appears complete or not at all. */
export async function buildGoModule(settings: Settings, module: GoModule): Promise<void> {
  const unfinished = await mkdtemp(join(settings.cacheFolder, `${module.name}${UNFINISHED}`));
  // The build may want to touch go.mod; it gets a copy, so that a build never changes the repository.
  const sources = join(unfinished, 'module');
  await cp(moduleFolder(settings, module), sources, { recursive: true });
  await module.prepare?.(sources, unfinished);
  for (const [program, goPackage] of Object.entries(module.programs)) {
    await run(['go', 'build', '-ldflags', `-s -w ${module.linkerFlags}`, '-o', join(unfinished, program), goPackage], {
      cwd: sources,
      env: { CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
      timeout: BUILD_TIMEOUT,
      show: true,
    });
  }
  await rm(sources, { recursive: true });
  await rename(unfinished, outputFolder(settings, module));
}
