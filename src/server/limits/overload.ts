import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { type Milliseconds, SECOND } from '../../model/time.js';

const WINDOW: Milliseconds = SECOND;

/** In nanoseconds a millisecond: what the histogram counts in. */
const NANOSECONDS = 1e6;

/** How often the loop is expected to come round. */
const RESOLUTION: Milliseconds = 20;

/** Below this share of the limit it is well again. */
const WELL_AGAIN = 0.5;

/** Windows in a row that have to be bad: one long piece of work is none of it. */
const BAD_WINDOWS = 2;

/** Windows in a row that have to be well: what was shed comes back, and must not be let in and out by turns. */
const CALM_WINDOWS = 3;

/** Tells overload by its beginning and its end, from how late the event loop was in each window. */
export class LoopJudge {
  isOverloaded = false;
  private bad = 0;
  private calm = 0;

  constructor(private readonly limit: Milliseconds) {}

  /** @param delay of the window that is over, on average */
  take(delay: Milliseconds): void {
    this.bad = delay > this.limit ? this.bad + 1 : 0;
    this.calm = delay < this.limit * WELL_AGAIN ? this.calm + 1 : 0;
    if (this.bad >= BAD_WINDOWS) this.isOverloaded = true;
    else if (this.calm >= CALM_WINDOWS) this.isOverloaded = false;
  }
}

/** Watches how late the event loop is. */
export class LoopWatch {
  private readonly judge: LoopJudge;
  private readonly histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  private readonly timer: NodeJS.Timeout;

  /** @param onTurn told when overload begins, and when it ends */
  constructor(limit: Milliseconds, onTurn: (isOverloaded: boolean, delay: Milliseconds) => void) {
    this.judge = new LoopJudge(limit);
    this.histogram.enable();
    this.timer = setInterval(() => {
      const delay = this.delay();
      this.histogram.reset();
      const before = this.judge.isOverloaded;
      this.judge.take(delay);
      if (this.judge.isOverloaded !== before) onTurn(this.judge.isOverloaded, delay);
    }, WINDOW).unref();
  }

  get isOverloaded(): boolean {
    return this.judge.isOverloaded;
  }

  stop(): void {
    clearInterval(this.timer);
    this.histogram.disable();
  }

  /** Of the window so far; nothing was counted where the loop did not come round at all. */
  private delay(): Milliseconds {
    return this.histogram.count === 0 ? 0 : Math.max(0, this.histogram.mean / NANOSECONDS - RESOLUTION);
  }
}
