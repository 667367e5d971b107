import type { Logger } from 'pino';
import type { Config } from './config/config.js';
import { ConfigurationError } from './config/configuration-error.js';
import type { Clock } from './model/clock.js';
import type { SourceEvent } from './model/facts.js';
import { getOrMake } from './model/get-or-make.js';
import { ResourceKind } from './model/kinds.js';
import type { Source } from './model/source.js';
import type { Milliseconds } from './model/time.js';
import type { Registry } from './registry/registry.js';
import { sources } from './sources/index.js';
import { platformRecords } from './sources/platform.js';
import type { RunningSource } from './sources/source.js';

/** Makes a source for every configured system; none of them has begun. */
export function createSources(
  systems: Config['systems'],
  {
    countLook,
    ...context
  }: {
    readonly report: (events: readonly SourceEvent[]) => void;
    readonly clock: Clock;
    readonly log: Logger;
    /** Told of each look of a source's probes. */
    readonly countLook?: (source: string, outcome: string, duration: Milliseconds) => void;
  },
): readonly RunningSource[] {
  return systems.map(({ source, name, configuration }) => {
    const definition = sources.find((one) => one.name === source);
    if (definition === undefined) throw new Error(`There is no source ${source}.`);
    try {
      const own = `${source}/${name}`;
      return definition.create(configuration, {
        ...context,
        log: context.log.child({ source, system: name }),
        looked: (outcome, duration) => countLook?.(own, outcome, duration),
      });
    } catch (error) {
      // Only what configuration names can be wrong before anything was asked: files, contexts, certificates.
      throw new ConfigurationError(`${source} "${name}": ${(error as Error).message}`);
    }
  });
}

/** What is there before any source has said a word. */
export function reportPlatform(
  report: (events: readonly SourceEvent[]) => void,
  configured: readonly ResourceKind[],
  clock: Clock,
): void {
  report(platformRecords((kind) => configured.includes(kind), clock.now()));
}

/**
 * Reports, and opens the stream of changes once every source has painted its first picture, or could not:
 * what comes while it is painted is no change.
 */
export function openWhenSynced(
  registry: Registry,
  report: (events: readonly SourceEvent[]) => void,
  expected: number,
  onSynced: () => void,
): (events: readonly SourceEvent[]) => void {
  registry.paint();
  void registry.opened.then(onSynced);
  let isComplete = false;
  return (events) => {
    report(events);
    if (isComplete || registry.isStreaming || !isSynced(registry, expected)) return;
    isComplete = true;
    registry.open();
  };
}

/** Every source, and every part of it, has said how well it sees. */
function isSynced(registry: Registry, expected: number): boolean {
  const all = [...registry.entries(ResourceKind.SOURCE)];
  if (all.length < expected) return false;
  return all.every(({ main }) => isPainted(main));
}

/** A source has painted its first picture, or could not. */
export function isPainted({ state, sights }: Source): boolean {
  if (state === 'starting') return false;
  return state !== 'ok' || sights.every((sight) => sight.kind === null || sight.state !== 'starting');
}

/** Who looks at a resource, by its kind and system. */
export type LookersOf = (kind: ResourceKind, system: string) => readonly RunningSource[];

/** Whoever looks at a system, or measures a part of it. */
export function createLookersOf(systems: Config['systems'], running: readonly RunningSource[]): LookersOf {
  const byMeasured = lookersBy(running, ({ alsoMeasures = [] }) =>
    alsoMeasures.map(({ kind, system }) => `${kind}/${system}`),
  );
  // Systems of different sorts may share a name.
  const bySystem = lookersBy(running, (_, index) => systems.slice(index, index + 1).map(({ name }) => name));
  return (kind, system) =>
    SUMS.has(kind) ? [] : [...(bySystem.get(system) ?? []), ...(byMeasured.get(`${kind}/${system}`) ?? [])];
}

/** What changed once changes again: whoever looks at it looks closely for a while. */
export function alertOnChanges(registry: Registry, lookersOf: LookersOf): void {
  registry.changes.subscribe((changes) => {
    alertAll(changes.flatMap(({ resourceKind, system }) => lookersOf(resourceKind, system)));
  });
}

/** What has lasted as long as it must is said by the next sample: whoever can take it does not wait for its turn at rest. */
export function alertWhereSampleWanted(registry: Registry, lookersOf: LookersOf): void {
  registry.whenSampleWanted((entries) => {
    alertAll(entries.flatMap(({ kind, main }) => lookersOf(kind as ResourceKind, main.system)));
  });
}

/** Once each, however much there is: how long it looks closely at a stretch, its probes bound. */
function alertAll(lookers: readonly RunningSource[]): void {
  for (const looker of new Set(lookers)) looker.alert?.();
}

function lookersBy(
  running: readonly RunningSource[],
  keysOf: (source: RunningSource, index: number) => readonly string[],
): ReadonlyMap<string, readonly RunningSource[]> {
  const lookers = new Map<string, RunningSource[]>();
  for (const [index, source] of running.entries())
    for (const key of keysOf(source, index)) getOrMake(lookers, key, () => []).push(source);
  return lookers;
}

/** What only sums up others changes with these, and is asked nothing. */
const SUMS: ReadonlySet<ResourceKind> = new Set([ResourceKind.PLATFORM, ResourceKind.SYSTEM]);
