import type { Logger } from 'pino';
import type { KubernetesConnection } from './kubernetes-connection.js';
import type { WatchChange } from './kubernetes-objects.js';
import { Reflector } from './kubernetes-reflector.js';
import type { RawObject } from './kubernetes-watch-event.js';
import type { WatchState } from './kubernetes-watch-state.js';
import type { Clock } from '../model/clock.js';
import type { Disappearance, MainFacts, Observation, SourceEvent } from '../model/facts.js';
import { resourceId } from '../model/ids.js';
import type { RecordKind } from '../model/kinds.js';
import type { Sight } from '../model/source.js';
import type { Instant } from '../model/time.js';

/** Where a collection is found, and what is said of how well it is seen. */
export interface Collection {
  /** What the sight of it is called. */
  readonly subject: string;
  /** As permissions name it: `deployments.apps`. */
  readonly resource: string;
  readonly path: string;
  /** The kind that is known only through it; null where nothing becomes unknown without it. */
  readonly kind: RecordKind | null;
}

/** What the watch of one collection needs. */
export interface CollectionWatchOptions<T> {
  readonly collection: Collection;
  readonly connection: Pick<KubernetesConnection, 'get' | 'stream'>;
  readonly project: (raw: never) => T | null;
  /** What a change means to the registry. */
  readonly events: (change: WatchChange<T>, now: Instant) => Iterable<SourceEvent>;
  readonly report: (events: readonly SourceEvent[]) => void;
  /** How well it is seen is different now. */
  readonly onState: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** One collection of the API, turned into reports, with the sight of it. */
export class CollectionWatch<T = unknown> {
  private readonly reflector: Reflector<RawObject, T>;
  private state: WatchState = { kind: 'starting', message: null, lastContactAt: null };
  private since: Instant;
  /** Objects that could not be read, so far. */
  private unreadable = 0;

  constructor(private readonly options: CollectionWatchOptions<T>) {
    const { collection, connection, clock } = options;
    this.since = clock.now();
    this.reflector = new Reflector<RawObject, T>({
      ...collection,
      connection,
      clock,
      project: (raw) => this.project(raw),
      onError: (error) => {
        options.log.warn({ collection: collection.subject, unreadable: this.unreadable, err: error }, 'passed over');
      },
      handler: {
        begin: () => undefined,
        synced: () => undefined,
        apply: (changes) => {
          this.apply(changes);
        },
        state: (state) => {
          this.turn(state);
        },
      },
    });
  }

  /** How well it is seen now. */
  sight(): Sight {
    const { subject, kind } = this.options.collection;
    return {
      subject,
      kind,
      resourceId: null,
      state: this.state.kind,
      message: this.state.message,
      since: this.since,
      contactAt: this.reflector.lastContactAt,
    };
  }

  start(): void {
    this.reflector.start();
  }

  /** The server is there again: do not wait any longer. */
  hurry(): void {
    this.reflector.hurry();
  }

  stop(): Promise<void> {
    return this.reflector.stop();
  }

  private project(raw: RawObject): T | null {
    try {
      return this.options.project(raw as never);
    } catch (error) {
      this.unreadable += 1;
      throw error;
    }
  }

  private apply(changes: readonly WatchChange<T>[]): void {
    const now = this.options.clock.now();
    const events = changes.flatMap((change) => [...this.options.events(change, now)]);
    if (events.length > 0) this.options.report(events);
  }

  private turn(state: WatchState): void {
    if (state.kind !== this.state.kind) this.since = this.options.clock.now();
    this.state = state;
    this.options.onState();
  }
}

export function observation<K extends RecordKind>(kind: K, facts: MainFacts<K>, observedAt: Instant): SourceEvent {
  return { id: facts.id, kind, aspect: 'main', facts, observedAt } as unknown as Observation;
}

export function disappearance(kind: RecordKind, system: string, uid: string): Disappearance {
  return { id: resourceId(kind, system, uid), kind, goneAspect: 'main' };
}
