import TinyQueue from 'tinyqueue';
import type { Clock } from '../model/clock.js';
import type { Instant } from '../model/time.js';
import type { Entry } from './entry.js';

/** When which record is to be judged again: one queue and one timer for all of them. */
export class Timers {
  private readonly queue = new TinyQueue<{ readonly at: Instant; readonly entry: Entry }>([], (a, b) => a.at - b.at);
  private armedFor: Instant | null = null;
  private disarm: () => void = () => undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onDue: (entries: readonly Entry[]) => void,
  ) {}

  /** Replaces what was set for this record. What stays in the queue of earlier settings is passed over when it is due. */
  set(entry: Entry, at: Instant | null): void {
    if (entry.reconsiderAt === at) return;
    entry.reconsiderAt = at;
    if (at === null) return;
    this.queue.push({ at, entry });
    this.arm();
  }

  stop(): void {
    this.disarm();
    this.queue.length = 0;
    this.queue.data.length = 0;
  }

  private arm(): void {
    const next = this.queue.peek()?.at ?? null;
    if (next === null || (this.armedFor !== null && this.armedFor <= next)) return;
    this.disarm();
    this.armedFor = next;
    this.disarm = this.clock.at(next, () => {
      this.armedFor = null;
      this.fire();
    });
  }

  private fire(): void {
    const now = this.clock.now();
    const due = new Set<Entry>();
    for (let first = this.queue.peek(); first !== undefined && first.at <= now; first = this.queue.peek()) {
      this.queue.pop();
      if (first.entry.reconsiderAt !== first.at) continue;
      first.entry.reconsiderAt = null;
      due.add(first.entry);
    }
    if (due.size > 0) this.onDue([...due]);
    this.arm();
  }
}
