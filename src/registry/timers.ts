import TinyQueue from 'tinyqueue';
import type { Clock } from '../model/clock.js';
import type { Instant } from '../model/time.js';
import type { Entry } from './entry.js';

/** Settings that were replaced and are still in the queue; more than that, and more than half of it, are swept out. */
const MOST_REPLACED = 1_024;

/** A round of judging keeps everyone else waiting: of more than that, the rest follows once others had their turn. */
const MOST_AT_ONCE = 5_000;

interface Due {
  readonly at: Instant;
  readonly entry: Entry;
}

/** When which record is to be judged again: one queue and one timer for all of them. */
export class Timers {
  private queue = queueOf([]);
  /** Records that wait. */
  private waiting = 0;
  private armedFor: Instant | null = null;
  private disarm: () => void = () => undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onDue: (entries: readonly Entry[]) => void,
  ) {}

  /** Times that are queued, replaced ones included. */
  get length(): number {
    return this.queue.length;
  }

  /** Replaces what was set for this record. What stays in the queue of earlier settings is passed over when it is due. */
  set(entry: Entry, at: Instant | null): void {
    if (entry.reconsiderAt === at) return;
    this.waiting += (at === null ? 0 : 1) - (entry.reconsiderAt === null ? 0 : 1);
    entry.reconsiderAt = at;
    if (at === null) return;
    this.queue.push({ at, entry });
    if (this.queue.length > 2 * this.waiting + MOST_REPLACED) this.sweep();
    this.arm();
  }

  stop(): void {
    this.disarm();
    this.queue = queueOf([]);
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

  private sweep(): void {
    const kept = new Map<Entry, Due>();
    for (const due of this.queue.data) if (due.entry.reconsiderAt === due.at) kept.set(due.entry, due);
    this.queue = queueOf([...kept.values()]);
  }

  private fire(): void {
    const now = this.clock.now();
    const due = new Set<Entry>();
    while (due.size < MOST_AT_ONCE) {
      const first = this.queue.peek();
      if (first === undefined || first.at > now) break;
      this.queue.pop();
      if (first.entry.reconsiderAt !== first.at) continue;
      first.entry.reconsiderAt = null;
      this.waiting -= 1;
      due.add(first.entry);
    }
    if (due.size > 0) this.onDue([...due]);
    this.arm();
  }
}

function queueOf(due: Due[]): TinyQueue<Due> {
  return new TinyQueue(due, (a, b) => a.at - b.at);
}
