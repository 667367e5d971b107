import type { Entry } from './entry.js';
import type { Sights } from './sights.js';

/**
 * Who is to be judged again, but not seen at present, whatever made them so: time, a neighbour, settings, or another side of
 * theirs. They are judged when their source is back; only what is reported of them all the same is judged with that report.
 */
export class OutOfSight {
  private readonly waiting = new Set<Entry>();

  constructor(private readonly sights: Sights) {}

  has(entry: Entry): boolean {
    return this.waiting.has(entry);
  }

  /** Returns whether it is to be judged now; else it waits. */
  letThrough(entry: Entry): boolean {
    const waits = this.isToWait(entry);
    if (waits) this.waiting.add(entry);
    else this.waiting.delete(entry);
    return !waits;
  }

  forget(entry: Entry): void {
    this.waiting.delete(entry);
  }

  /** Those that are seen again. They are let through by whoever judges them. */
  *back(): Generator<Entry> {
    for (const entry of this.waiting) if (!this.isToWait(entry)) yield entry;
  }

  private isToWait({ main, kind, isFresh }: Entry): boolean {
    return !isFresh && this.sights.isUnseen(main.system, kind);
  }
}
