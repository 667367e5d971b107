import type { ClusterEvent } from '../../../src/model/cluster.js';
import type { MainFacts, Observation, SourceEvent } from '../../../src/model/facts.js';
import { type ResourceId, ownReference, referenceTo } from '../../../src/model/ids.js';
import { type RecordKind, ResourceKind, SupportKind } from '../../../src/model/kinds.js';
import type { Scope } from '../../../src/model/scope.js';
import { ServerMode } from '../../../src/model/server.js';
import type { Instant } from '../../../src/model/time.js';
import type { Volume } from '../../../src/model/volume.js';
import { defaultRecording } from '../../../src/recording/default-recording.js';
import { readRecording } from '../../../src/recording/recording.js';
import { NO_SETTINGS } from '../../../src/registry/limit-book.js';
import { Registry } from '../../../src/registry/registry.js';
import type { Catalogue } from '../../../src/registry/scope/scoped-catalogue.js';
import { ScopedRegistries } from '../../../src/registry/scope/scoped-registries.js';
import { type Graph, type Shared, createGraph } from '../../../src/resolvers/schema.js';
import { catalogue } from '../../../src/sources/index.js';
import { platformRecords } from '../../../src/sources/platform.js';
import { ManualClock } from '../../support/manual-clock.js';

/** What was reported at one time. */
export interface Batch {
  readonly offset: number;
  readonly events: readonly SourceEvent[];
}

const START = new ManualClock().now();

/** The built-in recording: what there was at first, and what came later. */
export async function recorded(): Promise<{
  readonly first: readonly SourceEvent[];
  readonly later: readonly Batch[];
}> {
  const recording = await readRecording(defaultRecording());
  const first: SourceEvent[] = [...platformRecords((kind) => recording.header.configured.includes(kind), START)];
  const later: Batch[] = [];
  for (let index = 0; ; index += 1) {
    const offset = recording.offsetOf(index);
    if (offset === null) return { first, later };
    const events = recording.batch(index, START);
    if (offset <= recording.syncedAfter) first.push(...events);
    else later.push({ offset: offset - recording.syncedAfter, events });
  }
}

const MOST_TURNS = 1_000;

/** Waits for what is made in turns, of which the clock has some. */
export async function inTurns<T>(making: Promise<T>, clock: ManualClock): Promise<T> {
  let isOver = false as boolean;
  const over = making.finally(() => {
    isOver = true;
  });
  for (let turn = 0; !isOver; turn += 1) {
    if (turn > MOST_TURNS) throw new Error('It takes too many turns.');
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(0);
  }
  return over;
}

/** A platform, and what somebody sees of it who has a scope. */
export class ScopedWorld {
  private readonly clock = new ManualClock();
  readonly full: Registry;
  private readonly scoped: ScopedRegistries;
  private view: { readonly registry: Registry; readonly graph: Graph } | null = null;

  /** @param isKept false: it is filled only when somebody looks */
  constructor(
    private readonly scope: Scope,
    private readonly isKept = true,
  ) {
    const { clock } = this;
    this.full = new Registry({ ...catalogue, clock });
    const make = (taught: Catalogue): Registry => new Registry({ ...taught, clock });
    const kept = isKept ? [scope] : [];
    this.scoped = new ScopedRegistries({ full: this.full, catalogue, settings: NO_SETTINGS, make, kept });
  }

  async begin(first: readonly SourceEvent[], shared: Shared): Promise<void> {
    this.scoped.report(first);
    this.full.open();
    await this.full.opened;
    // What is said once it is open comes at the end of this turn.
    await Promise.resolve();
    this.clock.advance(0);
    if (this.isKept) await this.look(shared);
  }

  async look(shared: Shared): Promise<void> {
    const registry = await inTurns(this.scoped.of(this.scope), this.clock);
    const state = { version: '1', startedAt: 0 as Instant, mode: ServerMode.LIVE, recording: null };
    const refresher = { refresh: () => Promise.resolve() };
    this.view = { registry, graph: createGraph({ registry, clock: this.clock, state, refresher }, shared) };
  }

  report({ offset, events }: Batch): void {
    this.clock.advance(Math.max(0, START + offset - this.clock.now()));
    this.scoped.report(events);
  }

  get seen(): { readonly registry: Registry; readonly graph: Graph } {
    if (this.view === null) throw new Error('Nobody looks yet.');
    return this.view;
  }

  stop(): void {
    this.scoped.stop();
    this.full.stop();
  }
}

/** Patterns as these tests write them: with a star at the end, or none. */
function fits(patterns: readonly string[] | null, text: string): boolean {
  return patterns === null || patterns.some((one) => (one.endsWith('*') ? text.startsWith(one.slice(0, -1)) : one === text)); // prettier-ignore
}

const PLACES: readonly RecordKind[] = [ResourceKind.CLUSTER, ResourceKind.NAMESPACE];
const ALWAYS: readonly RecordKind[] = [ResourceKind.PLATFORM, ResourceKind.SYSTEM, ResourceKind.SOURCE];

/** What is inside a scope, said anew in the simplest words. */
export class Inside {
  /** Ids, and names by which others call them, of all that ever is inside. */
  private readonly keys = new Set<string>();
  private readonly held = new Set<ResourceId>();

  constructor(
    private readonly scope: Scope,
    everything: readonly SourceEvent[],
  ) {
    for (const event of everything) {
      if ('goneAspect' in event || event.aspect !== 'main') continue;
      const { kind, system, namespace, name } = event.facts;
      if (!this.isInside(event)) continue;
      this.keys.add(event.id);
      const reference = ownReference(kind, { system, namespace, name });
      if (reference !== null) this.keys.add(reference);
    }
  }

  has({ id }: { readonly id: ResourceId }): boolean {
    return this.keys.has(id);
  }

  /** Without all that is outside; what only holds what is inside says something else of itself. */
  only(events: readonly SourceEvent[]): readonly SourceEvent[] {
    return events.flatMap((event): readonly SourceEvent[] => {
      const { id, kind } = event;
      if (ALWAYS.includes(kind)) return [event];
      if ('goneAspect' in event || event.aspect !== 'main') {
        const isHeld = this.held.has(id);
        if ('goneAspect' in event && event.goneAspect === 'main') this.held.delete(id);
        return isHeld ? [event] : [];
      }
      if (this.isInside(event)) {
        this.held.add(id);
        return [event];
      }
      if (PLACES.includes(kind)) return [scrambled(event)];
      if (!this.held.delete(id)) return [];
      return [{ id, kind, goneAspect: 'main' }];
    });
  }

  private isInside({ kind, facts }: Observation): boolean {
    const main = facts as MainFacts;
    if (kind in ResourceKind) return this.isGranted(kind as ResourceKind, main);
    if (kind === SupportKind.CLUSTER_EVENT) return this.keys.has((main as ClusterEvent).regarding);
    if (kind === SupportKind.STORAGE_CLASS || kind === SupportKind.VOLUME_DEVICE) return true;
    if (kind !== SupportKind.VOLUME_ATTACHMENT) return this.isGranted(ResourceKind.WORKFLOW, main);
    const { volumeName } = main as unknown as { volumeName: string | null };
    return volumeName !== null && this.keys.has(referenceTo(ResourceKind.VOLUME, main.system, null, volumeName));
  }

  private isGranted(kind: ResourceKind, main: MainFacts): boolean {
    const place =
      kind === ResourceKind.NAMESPACE
        ? main.name
        : kind === ResourceKind.VOLUME
          ? ((main as Volume).claimRef?.namespace ?? null)
          : main.namespace;
    return this.scope.some(({ clusters, namespaces, kinds }) => {
      if (kinds?.includes(kind) === false || !fits(clusters, main.system)) return false;
      if (namespaces === null) return true;
      return place === null ? kinds !== null : fits(namespaces, place);
    });
  }
}

function scrambled(event: Observation): Observation {
  const facts = { ...event.facts, labels: { secret: 'outside' }, version: 'v0.0.0', configuredMaximumNodes: 1, createdAt: 1 }; // prettier-ignore
  return { ...event, facts } as unknown as Observation;
}
