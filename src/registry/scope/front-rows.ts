import type { Observation } from '../../model/facts.js';
import { type ResourceId, systemId } from '../../model/ids.js';
import type { PlatformSystem } from '../../model/platform.js';
import type { Source } from '../../model/source.js';

/** Rows of the front page as a scope sees them: configured is what a source shows of which something may be seen. */
export class FrontRows {
  private readonly rows = new Map<ResourceId, Observation>();
  /** By source, the row that it is part of. */
  private readonly shown = new Map<ResourceId, ResourceId>();

  /** Takes a row as it is reported, and answers how it is seen. */
  take(row: Observation): Observation {
    this.rows.set(row.id, row);
    return this.seen(row);
  }

  /** A source is seen: answers the row that is seen otherwise since, if one is. */
  show(source: Source): readonly Observation[] {
    const row = systemId(source.partOf);
    if (this.shown.get(source.id) === row) return [];
    const wasShown = this.isShown(row);
    this.shown.set(source.id, row);
    return wasShown ? [] : this.again(row);
  }

  /** It is no longer. */
  hide(source: ResourceId): readonly Observation[] {
    const row = this.shown.get(source);
    this.shown.delete(source);
    return row === undefined || this.isShown(row) ? [] : this.again(row);
  }

  private isShown(row: ResourceId): boolean {
    return [...this.shown.values()].includes(row);
  }

  private again(row: ResourceId): readonly Observation[] {
    const known = this.rows.get(row);
    return known === undefined ? [] : [this.seen(known)];
  }

  private seen(row: Observation): Observation {
    const facts = row.facts as PlatformSystem;
    const isConfigured = facts.isConfigured && this.isShown(row.id);
    return { ...row, facts: { ...facts, isConfigured } } as Observation;
  }
}
