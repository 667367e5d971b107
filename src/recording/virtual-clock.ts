import TinyQueue from 'tinyqueue';
import type { Clock } from '../model/clock.js';
import type { Instant } from '../model/time.js';

interface Timer {
  readonly at: Instant;
  /** Of two for the same time, the one that was set first fires first. */
  readonly number: number;
  /** Null once it was called off: until its time comes, which may be never, nothing that it would have touched is kept. */
  call: (() => void) | null;
}

/** A clock that runs `speed` times as fast as another and can be set forward; every timer fires at its own time, in order. */
export class VirtualClock implements Clock {
  private readonly queue = new TinyQueue<Timer>([], (a, b) => a.at - b.at || a.number - b.number);
  private readonly start: Instant;
  private skipped = 0;
  private timers = 0;
  private passed: Instant;
  private isFiring = false;
  private stoodAt: Instant | null = null;
  private disarm: () => void = () => undefined;

  constructor(
    private readonly base: Clock,
    private readonly speed: number,
  ) {
    this.start = base.now();
    this.passed = this.start;
  }

  /** While a timer is being called: the time it was set for, so that one moment follows another exactly. */
  now(): Instant {
    return this.isFiring ? this.passed : this.running();
  }

  at(at: Instant, call: () => void): () => void {
    if (this.isNever(at)) return () => undefined;
    const timer: Timer = { at, number: (this.timers += 1), call };
    this.queue.push(timer);
    if (this.queue.peek() === timer) this.arm();
    return () => {
      timer.call = null;
    };
  }

  /** Goes to a later time at once, firing what falls due on the way. */
  jumpTo(instant: Instant): void {
    const ahead = instant - this.running();
    if (ahead > 0) this.skipped += ahead;
    this.catchUp();
  }

  /** From here on no time passes, and nothing falls due but what is due by now. */
  standStill(): void {
    this.stoodAt ??= this.now();
    this.arm();
  }

  stop(): void {
    this.disarm();
    for (let timer = this.queue.pop(); timer !== undefined; timer = this.queue.pop()) timer.call = null;
  }

  private running(): Instant {
    if (this.stoodAt !== null) return this.stoodAt;
    // Whole milliseconds, as instants are, whatever the speed.
    return Math.floor(this.start + this.skipped + (this.base.now() - this.start) * this.speed) as Instant;
  }

  /** Time does not come as far as that any more. */
  private isNever(at: Instant): boolean {
    return this.stoodAt !== null && at > this.stoodAt;
  }

  private catchUp(): void {
    const end = this.running();
    const isDue = ({ at }: Timer): boolean => at <= (this.stoodAt ?? end);
    for (let next = this.queue.peek(); next !== undefined && isDue(next); next = this.queue.peek()) {
      this.queue.pop();
      const { call } = next;
      if (call === null) continue;
      this.passed = Math.max(this.passed, next.at) as Instant;
      this.isFiring = true;
      try {
        call();
      } finally {
        this.isFiring = false;
      }
    }
    this.passed = Math.max(this.passed, this.stoodAt ?? end) as Instant;
    this.arm();
  }

  private arm(): void {
    this.disarm();
    const next = this.queue.peek();
    if (next === undefined || this.isNever(next.at)) return;
    const wait = Math.max(0, (next.at - this.running()) / this.speed);
    this.disarm = this.base.at((this.base.now() + wait) as Instant, () => {
      this.catchUp();
    });
  }
}
