import { EventEmitter, once } from 'node:events';
import { pino } from 'pino';
import type { SourceEvent } from '../../../src/model/facts.js';
import type { ResourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { Sight, Source } from '../../../src/model/source.js';
import type { SourceContext } from '../../../src/sources/source.js';
import type { Clock } from '../../../src/model/clock.js';

/** What a source reported, and the world as it follows from it. */
export class Reports<C extends Clock> {
  readonly batches: (readonly SourceEvent[])[] = [];
  /** The newest facts, by id and aspect. */
  readonly facts = new Map<string, unknown>();
  private readonly told = new EventEmitter();

  readonly context: SourceContext;

  constructor(readonly clock: C) {
    this.context = {
      clock,
      log: pino({ level: 'silent' }),
      report: (events) => {
        this.batches.push(events);
        for (const event of events) this.take(event);
        this.told.emit('told');
      },
    };
  }

  get events(): readonly SourceEvent[] {
    return this.batches.flat();
  }

  of(id: ResourceId, aspect = 'main'): unknown {
    return this.facts.get(`${id}/${aspect}`);
  }

  source(id: ResourceId): Source {
    return this.of(id) as Source;
  }

  sight(id: ResourceId, subject: string): Sight | undefined {
    return this.source(id).sights.find((sight) => sight.subject === subject);
  }

  /** Waits until something holds; looks whenever something was reported. */
  async until(what: string, holds: () => boolean, within = 5_000): Promise<void> {
    const signal = AbortSignal.timeout(within);
    while (!holds()) {
      try {
        await once(this.told, 'told', { signal });
      } catch {
        throw new Error(`not within ${within} ms: ${what}; its sources: ${this.sources()}`);
      }
    }
  }

  private sources(): string {
    const all = [...this.facts.values()].filter((facts) => (facts as Source).kind === ResourceKind.SOURCE) as Source[];
    return all.map(({ name, state, message }) => `${name} ${state} ${message ?? ''}`).join('; ');
  }

  private take(event: SourceEvent): void {
    if (!('goneAspect' in event)) this.facts.set(`${event.id}/${event.aspect}`, event.facts);
    else if (event.goneAspect !== 'main') this.facts.delete(`${event.id}/${event.goneAspect}`);
    else for (const key of [...this.facts.keys()]) if (key.startsWith(`${event.id}/`)) this.facts.delete(key);
  }
}
