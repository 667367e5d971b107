import { pino } from 'pino';
import type { Clock } from '../../src/model/clock.js';
import type { FactsByKind, MainFacts, Observation, SourceEvent } from '../../src/model/facts.js';
import type { ResourceId } from '../../src/model/ids.js';
import { type RecordKind, ResourceKind } from '../../src/model/kinds.js';
import type { Sight, Source } from '../../src/model/source.js';
import type { SourceContext } from '../../src/sources/source.js';
import { Told } from './told.js';

/** The world as it follows from what a source reported; what was before is let go of. */
export class LatestFacts<C extends Clock = Clock> {
  readonly context: SourceContext;
  /** By id and aspect. */
  private readonly latest = new Map<string, Observation>();
  private readonly told = new Told();

  /** @param patience how long it is waited for what holds, in milliseconds, unless told */
  constructor(
    readonly clock: C,
    private readonly patience = 5_000,
  ) {
    this.context = {
      clock,
      log: pino({ level: 'silent' }),
      report: (events) => {
        this.take(events);
        this.told.tell();
      },
    };
  }

  of(id: ResourceId, aspect = 'main'): unknown {
    return this.latest.get(`${id}/${aspect}`)?.facts;
  }

  /** Of all records of a kind, in the order in which they came. */
  all<K extends RecordKind>(kind: K): readonly MainFacts<K>[];
  all<K extends RecordKind, A extends keyof FactsByKind[K]>(kind: K, aspect: A): readonly FactsByKind[K][A][];
  all(kind: RecordKind, aspect = 'main'): readonly unknown[] {
    return [...this.latest.values()].filter((one) => one.kind === kind && one.aspect === aspect).map(({ facts }) => facts); // prettier-ignore
  }

  /** Of the record of a kind; by its name where there are several. */
  one<K extends RecordKind>(kind: K, name?: string): MainFacts<K> | undefined {
    return this.all(kind).find((facts) => name === undefined || facts.name === name);
  }

  source(id: ResourceId): Source {
    return this.of(id) as Source;
  }

  sight(id: ResourceId, subject: string): Sight | undefined {
    return this.source(id).sights.find((sight) => sight.subject === subject);
  }

  /** Waits until something holds; looks whenever something was reported. */
  until(what: string, holds: () => boolean, within = this.patience): Promise<void> {
    return this.told.until(what, holds, within, () => `its sources: ${JSON.stringify(this.all(ResourceKind.SOURCE))}`);
  }

  protected take(events: readonly SourceEvent[]): void {
    for (const event of events) {
      if (!('goneAspect' in event)) this.latest.set(`${event.id}/${event.aspect}`, event);
      else if (event.goneAspect !== 'main') this.latest.delete(`${event.id}/${event.goneAspect}`);
      else for (const key of [...this.latest.keys()]) if (key.startsWith(`${event.id}/`)) this.latest.delete(key);
    }
  }
}

/** All that a source reported, and the world as it follows from it. */
export class SourceReports<C extends Clock = Clock> extends LatestFacts<C> {
  readonly batches: (readonly SourceEvent[])[] = [];

  get events(): readonly SourceEvent[] {
    return this.batches.flat();
  }

  protected override take(events: readonly SourceEvent[]): void {
    this.batches.push(events);
    super.take(events);
  }
}
