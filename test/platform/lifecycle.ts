import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { components } from './components/index.js';
import { Attempts, failures } from './support/attempts.js';
import { installPackages } from './support/debian-packages.js';
import { removeUnfinishedBuilds } from './support/go-programs.js';
import { holdLock, waitForLock } from './support/lock.js';
import { detachLoopDevicesBelow, loopDevicesBelow, mountsBelow, unmountBelow } from './support/mounts.js';
import { type Component, Platform } from './support/platform.js';
import { residentBytes, treeOf } from './support/process-table.js';
import { type Settings, settingsFrom } from './support/settings.js';
import { createStateFolder, isOwnFolder, removeStateFolder, requireOwnFolder } from './support/state-folder.js';
import { type Supply, suppliesOf } from './support/supplies.js';

export type Say = (line: string) => void;

/** The platform of this machine, whether it is up or not. */
export function openPlatform(environment: NodeJS.ProcessEnv = process.env): Platform {
  const settings = settingsFrom(environment);
  return new Platform(settings, settings.only === null ? components : withNeeds(settings.only));
}

/** These components and all that they need, in the order of the list. */
function withNeeds(names: readonly string[]): readonly Component[] {
  const unknown = names.filter((name) => !components.some((component) => component.name === name));
  if (unknown.length > 0) throw new Error(`VITALS_PLATFORM_ONLY: there is no component ${unknown.join(', ')}`);
  const wanted = new Set(names);
  // Each comes after what it needs: backwards, every need is known before it is come to.
  for (const { name, needs } of components.toReversed())
    if (wanted.has(name)) for (const need of needs) wanted.add(need);
  return components.filter(({ name }) => wanted.has(name));
}

/** Milliseconds for which another's build is waited for: most of what is missing is there when it is done. */
const OTHERS_BUILD_WITHIN = 60 * 60_000;

/**
 * Installs the Debian packages and builds or fetches the programs that are missing. Needs root, apt, Go, npm, and the Go
 * module proxy, the Maven repository and npm's registry in reach.
 */
export async function build({ components, settings }: Platform, say: Say, signal?: AbortSignal): Promise<void> {
  const missing = suppliesOf(components, settings).filter((supply) => !supply.isThere());
  const packages = components.flatMap((component) => component.debianPackages ?? []);
  const waiting = { within: OTHERS_BUILD_WITHIN, every: 1_000, ...(signal === undefined ? {} : { signal }) };
  const release = await waitForLock(settings.cacheFolder, waiting, say);
  try {
    await installPackages([...packages, ...missing.flatMap(({ debianPackages }) => debianPackages)]);
    if (missing.length > 0) await provide(settings, missing, say);
  } finally {
    await release();
  }
}

async function provide(settings: Settings, supplies: readonly Supply[], say: Say): Promise<void> {
  await mkdir(settings.cacheFolder, { recursive: true });
  await removeUnfinishedBuilds(settings);
  for (const supply of supplies) {
    // Another may have provided it before the lock was free.
    if (supply.isThere()) continue;
    const begin = Date.now();
    say(supply.deed);
    await supply.provide();
    say(`done in ${seconds(begin)}`);
  }
}

/** What may be busy is given so long to answer before it counts as missing; what is not there is not waited for. */
const ANSWERS_WITHIN = 20_000;
const LOOKS_EVERY = 250;

async function lastingGaps(platform: Platform): Promise<ReadonlyMap<string, string>> {
  const end = Date.now() + ANSWERS_WITHIN;
  for (;;) {
    const missing = await missingComponents(platform);
    const isRunning = isOwnFolder(platform.settings.stateFolder) && missing.size < platform.components.length;
    if (missing.size === 0 || !isRunning || Date.now() >= end) return missing;
    await delay(LOOKS_EVERY);
  }
}

/**
 * Brings everything up and answers true, or says that it is up already and answers false. What a killed run left behind
 * is taken down first.
 * @throws Error naming the component that did not get ready, with the end of its log; by then the rest is down again.
 */
export async function up(platform: Platform, say: Say, signal?: AbortSignal): Promise<boolean> {
  const begin = Date.now();
  const { stateFolder } = platform.settings;
  requireRoot();
  requireOwnFolder(stateFolder);
  await build(platform, say, signal);
  const release = await holdLock(stateFolder);
  try {
    const missing = await lastingGaps(platform);
    if (missing.size === 0) {
      say('already up');
      return false;
    }
    if (isOwnFolder(stateFolder)) {
      say(`not whole (${[...missing.keys()].join(', ')}): taking down what is left of an earlier run`);
      await tearDown(platform, () => undefined);
    }
    await requireNothingLeft(platform);
    await createStateFolder(stateFolder);
    await startAll(platform, say, signal);
    say(`up in ${seconds(begin)}`);
    return true;
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
  // Those that waited for the culprit fail with it; the reason given to the others is the culprit's own.
  const isCulprit = (error: unknown): boolean =>
    error instanceof ComponentFailed && error.cause === failed.signal.reason;
  const culprit = errors.find(isCulprit) ?? errors[0];
  await tearDown(platform, () => undefined).catch((error: unknown) => {
    throw failures([culprit, error]);
  });
  throw culprit;
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

/**
 * Takes everything down; nothing happens when nothing is there. One obstacle does not keep the rest.
 * @throws Error listing all that could not be done or is still there.
 */
export async function down(platform: Platform, say: Say): Promise<void> {
  const begin = Date.now();
  const { stateFolder } = platform.settings;
  requireRoot();
  requireOwnFolder(stateFolder);
  const release = await holdLock(stateFolder);
  try {
    if (isOwnFolder(stateFolder)) await tearDown(platform, say);
    else await requireNothingLeft(platform);
    say(`down in ${seconds(begin)}`);
  } finally {
    await release();
  }
}

/** Of one whose folder is this one: without that folder, what has its name is another's. */
async function tearDown(platform: Platform, say: Say): Promise<void> {
  const backwards = platform.components.toReversed();
  const { stateFolder } = platform.settings;
  const attempts = new Attempts();
  // A fault may hold a disk or a process still: what is to be stopped has to be able to.
  for (const name of platform.processes.names().filter((process) => process.startsWith('fault-'))) {
    await attempts.make(`ending ${name}`, () => platform.processes.end(name, 5_000));
  }
  for (const component of backwards)
    await attempts.make(`stopping ${component.name}`, () => component.stop?.(platform));
  // Processes of tests, and of components that this version of the harness does not know.
  for (const name of platform.processes.names()) {
    await attempts.make(`ending ${name}`, () => platform.processes.end(name, 5_000));
  }
  for (const component of backwards) {
    await attempts.make(`removing ${component.name}`, () => component.remove?.(platform));
  }
  await attempts.make('unmounting', () => unmountBelow(stateFolder));
  await attempts.make('detaching loop devices', () => detachLoopDevicesBelow(stateFolder));
  // With its pid files and notes the next `down` can go on where this one could not.
  if (!attempts.haveFailed) await attempts.make('removing the state', () => removeStateFolder(stateFolder));
  await attempts.make('looking for what is left', () => requireNothingLeft(platform));
  attempts.end();
  say('nothing left: processes, mounts, loop devices, namespace, cgroups, state folder');
}

async function requireNothingLeft(platform: Platform): Promise<void> {
  const left = await leftovers(platform);
  if (left.length > 0) throw new Error(`still there: ${left.join(', ')}`);
}

async function leftovers(platform: Platform): Promise<string[]> {
  const { stateFolder } = platform.settings;
  const left: string[] = [];
  for (const component of platform.components) left.push(...((await component.leftovers?.(platform)) ?? []));
  left.push(...mountsBelow(stateFolder).map((mount) => `mount ${mount}`));
  left.push(...(await loopDevicesBelow(stateFolder)));
  if (isOwnFolder(stateFolder)) left.push(stateFolder);
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
