import type { Clock } from '../model/clock.js';
import { type Instant, type Milliseconds, SECOND, after } from '../model/time.js';
import type { Entry } from './entry.js';

/** Nothing was reported for so long: what there is may be judged. */
const PAUSE: Milliseconds = 0.1 * SECOND;
/** However much is reported, what came first does not wait longer. */
const LONGEST_WAIT: Milliseconds = 20 * SECOND;
/** Judged at a stretch; then others have their turn. */
const AT_ONCE = 500;

/**
 * Who is to be judged, so many at a stretch, and not with the report that says so. While a first picture is painted records come
 * in any order, pods before their nodes and volumes before their claims, and each that comes concerns others: to judge with
 * every report would be to judge most of them several times, and those that look at all others hundreds of times.
 */
export class Backlog {
  private readonly waiting = new Set<Entry>();
  private waitingSince: Instant;
  private reportedAt: Instant;
  private finished: (() => void) | null = null;
  private isArmed = false;
  private disarm: () => void = () => undefined;

  constructor(
    private readonly clock: Clock,
    private readonly judge: (entries: Set<Entry>) => void,
  ) {
    this.waitingSince = this.reportedAt = clock.now();
  }

  /** They are judged before long; those that are gone are not. */
  put(dirty: Iterable<Entry>, removed: Iterable<Entry>): void {
    this.reportedAt = this.clock.now();
    if (this.waiting.size === 0) this.waitingSince = this.reportedAt;
    for (const entry of dirty) this.waiting.add(entry);
    this.drop(removed);
    this.arm();
  }

  /** They are not judged. */
  drop(removed: Iterable<Entry>): void {
    for (const entry of removed) this.waiting.delete(entry);
  }

  /** All is there: calls back once everything is judged. The first of them are judged now. */
  finish(done: () => void): void {
    const before = this.finished;
    this.finished = () => {
      before?.();
      done();
    };
    this.callOff();
    this.go();
  }

  /** Has all that waits judged now, whatever is still to come. */
  hurry(): void {
    const all = new Set(this.waiting);
    this.waiting.clear();
    this.judge(all);
  }

  stop(): void {
    this.callOff();
    this.waiting.clear();
  }

  private callOff(): void {
    this.disarm();
    this.isArmed = false;
  }

  private arm(): void {
    if (this.isArmed) return;
    this.isArmed = true;
    this.disarm = this.clock.at(this.dueAt(), () => {
      this.isArmed = false;
      this.go();
    });
  }

  private dueAt(): Instant {
    if (this.finished !== null) return this.clock.now();
    return Math.min(after(this.reportedAt, PAUSE), after(this.waitingSince, LONGEST_WAIT)) as Instant;
  }

  private go(): void {
    if (this.waiting.size > 0 && this.dueAt() <= this.clock.now()) {
      const next = new Set<Entry>();
      for (const entry of this.waiting) {
        this.waiting.delete(entry);
        if (next.add(entry).size === AT_ONCE) break;
      }
      this.judge(next);
    }
    if (this.waiting.size > 0) this.arm();
    else if (this.finished !== null) this.end();
  }

  private end(): void {
    const done = this.finished;
    this.finished = null;
    this.callOff();
    done?.();
  }
}
