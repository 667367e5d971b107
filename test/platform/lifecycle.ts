import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { components } from './components/index.js';
import { installPackages } from './support/debian-packages.js';
import { buildGoModule, type GoModule, isBuilt, removeUnfinishedBuilds } from './support/go-programs.js';
import { holdLock } from './support/lock.js';
import { detachLoopDevicesBelow, loopDevicesBelow, mountsBelow, unmountBelow } from './support/mounts.js';
import { type Component, Platform } from './support/platform.js';
import { residentBytes, treeOf } from './support/process-table.js';
import { type Settings, settingsFrom } from './support/settings.js';

export type Say = (line: string) => void;

/** The platform of this machine, whether it is up or not. */
export function openPlatform(environment: NodeJS.ProcessEnv = process.env): Platform {
  return new Platform(settingsFrom(environment), components);
}

/** Installs the Debian packages and builds the programs that are missing. Needs root, apt, Go and the Go module proxy. */
export async function build(platform: Platform, say: Say): Promise<void> {
  await installPackages(platform.components.flatMap((component) => component.debianPackages ?? []));
  const modules = new Set(platform.components.flatMap((component) => component.goModule ?? []));
  const wanted = [...modules].filter((module) => !isBuilt(platform.settings, module));
  if (wanted.length > 0) await buildModules(platform.settings, wanted, say);
}

async function buildModules(settings: Settings, modules: readonly GoModule[], say: Say): Promise<void> {
  const release = await holdLock(settings.cacheFolder);
  try {
    await mkdir(settings.cacheFolder, { recursive: true });
    await removeUnfinishedBuilds(settings);
    // Another may have built them before the lock was free.
    for (const module of modules.filter((candidate) => !isBuilt(settings, candidate))) {
      const begin = Date.now();
      say(`building ${Object.keys(module.programs).join(', ')}`);
      await buildGoModule(settings, module);
      say(`built in ${seconds(begin)}`);
    }
  } finally {
    await release();
  }
}

/**
 * Brings everything up, or says that it is up already. What a killed run left behind is taken down first.
 * @throws Error naming the component that did not get ready, with the end of its log; by then the rest is down again.
 */
export async function up(platform: Platform, say: Say, signal?: AbortSignal): Promise<void> {
  const begin = Date.now();
  requireRoot();
  await build(platform, say);
  const release = await holdLock(platform.settings.stateFolder);
  try {
    const missing = await missingComponents(platform);
    if (missing.size === 0) {
      say('already up');
      return;
    }
    if (platform.exists()) {
      say(`not whole (${[...missing.keys()].join(', ')}): taking down what is left of an earlier run`);
      await tearDown(platform, () => undefined);
    }
    await mkdir(platform.settings.stateFolder, { recursive: true, mode: 0o755 });
    await startAll(platform, say, signal);
    say(`up in ${seconds(begin)}`);
  } finally {
    await release();
  }
}

async function startAll(platform: Platform, say: Say, signal?: AbortSignal): Promise<void> {
  const failed = new AbortController();
  const stopWaiting = AbortSignal.any([failed.signal, ...(signal === undefined ? [] : [signal])]);
  const ready = new Map<string, Promise<void>>();
  const begin = async (component: Component): Promise<void> => {
    await Promise.all(component.needs.map((name) => ready.get(name) ?? Promise.reject(unknownNeed(component, name))));
    stopWaiting.throwIfAborted();
    const began = Date.now();
    try {
      await platform.start(component.name, stopWaiting);
    } catch (error) {
      failed.abort(error);
      throw new ComponentFailed(component.name, error, platform.processes.logTail(component.name));
    }
    say(`${component.name} ready in ${seconds(began)}`);
  };
  for (const component of platform.components) ready.set(component.name, begin(component));
  const outcomes = await Promise.allSettled(ready.values());
  const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  if (errors.length === 0) return;
  await tearDown(platform, () => undefined);
  // Those that waited for the culprit fail with it; the reason given to the others is the culprit's own.
  throw errors.find((error) => error instanceof ComponentFailed && error.cause === failed.signal.reason) ?? errors[0];
}

class ComponentFailed extends Error {
  constructor(name: string, cause: unknown, log: string) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${name} did not get ready: ${reason}${log === '' ? '' : `\n--- the end of its log ---\n${log}`}`, { cause });
  }
}

function unknownNeed(component: Component, name: string): Error {
  return new Error(`${component.name} needs ${name}, which does not come before it`);
}

/** Takes everything down; nothing happens when nothing is there. @throws Error listing what could not be removed. */
export async function down(platform: Platform, say: Say): Promise<void> {
  const begin = Date.now();
  requireRoot();
  const release = await holdLock(platform.settings.stateFolder);
  try {
    await tearDown(platform, say);
    say(`down in ${seconds(begin)}`);
  } finally {
    await release();
  }
}

async function tearDown(platform: Platform, say: Say): Promise<void> {
  const backwards = platform.components.toReversed();
  const { stateFolder } = platform.settings;
  for (const component of backwards) await component.stop?.(platform);
  // Processes of components that this version of the harness does not know.
  for (const name of platform.processes.names()) await platform.processes.end(name, 5_000);
  for (const component of backwards) await component.remove?.(platform);
  await unmountBelow(stateFolder);
  await detachLoopDevicesBelow(stateFolder);
  await rm(stateFolder, { recursive: true, force: true });
  const left = await leftovers(platform);
  if (left.length > 0) throw new Error(`still there: ${left.join(', ')}`);
  say('nothing left: processes, mounts, loop devices, namespace, cgroups, state folder');
}

async function leftovers(platform: Platform): Promise<string[]> {
  const { stateFolder } = platform.settings;
  const left: string[] = [];
  for (const component of platform.components) left.push(...((await component.leftovers?.(platform)) ?? []));
  left.push(...mountsBelow(stateFolder).map((mount) => `mount ${mount}`));
  left.push(...(await loopDevicesBelow(stateFolder)));
  if (existsSync(stateFolder)) left.push(stateFolder);
  return left;
}

async function missingComponents(platform: Platform): Promise<Map<string, string>> {
  const reports = await status(platform);
  return new Map(reports.flatMap(({ name, missing }) => (missing === undefined ? [] : [[name, missing]])));
}

export interface ComponentStatus {
  readonly name: string;
  readonly pid: number | undefined;
  /** Of the process and its descendants. */
  readonly residentBytes: number;
  /** Undefined when it is ready. */
  readonly missing: string | undefined;
}

/** Asks every component; one that throws is not ready for that reason. */
export async function status(platform: Platform): Promise<ComponentStatus[]> {
  const reports = platform.components.map(async (component) => {
    const pid = platform.pid(component.name);
    const missing = platform.exists() ? await missingOf(component, platform) : 'not up';
    const bytes = pid === undefined ? 0 : treeOf(pid).reduce((sum, member) => sum + residentBytes(member), 0);
    return { name: component.name, pid, residentBytes: bytes, missing };
  });
  return Promise.all(reports);
}

async function missingOf(component: Component, platform: Platform): Promise<string | undefined> {
  try {
    return await component.missing(platform);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function requireRoot(): void {
  if (process.getuid?.() !== 0) throw new Error('the platform needs root: namespaces, mounts, cgroups');
}

function seconds(begin: number): string {
  return `${((Date.now() - begin) / 1000).toFixed(1)} s`;
}
