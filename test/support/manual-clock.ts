import type { Clock } from '../../src/model/clock.js';
import { type Instant, parseInstant } from '../../src/model/time.js';

const START = parseInstant('2026-01-01T00:00:00Z') as Instant;

/** Time that passes when a test says so. */
export class ManualClock implements Clock {
  private readonly timers = new Set<{ readonly at: Instant; readonly call: () => void }>();

  constructor(private time: Instant = START) {}

  now(): Instant {
    return this.time;
  }

  at(at: Instant, call: () => void): () => void {
    const timer = { at, call };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Moves on, calling every timer that falls due, in order, at its own time. */
  advance(milliseconds: number): void {
    const end = (this.time + milliseconds) as Instant;
    for (;;) {
      const next = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.timers.delete(next);
      this.time = Math.max(this.time, next.at) as Instant;
      next.call();
    }
    this.time = end;
  }

  /** When the next timer is due; null without one. */
  get nextAt(): Instant | null {
    const times = [...this.timers].map(({ at }) => at);
    return times.length === 0 ? null : (Math.min(...times) as Instant);
  }
}
