import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Result, round } from './results.js';

/** Milliseconds that the event loop may be late, all but one time of a hundred. */
const MOST_DELAY = 50;

/** What a server says of its process since it was told to watch. */
export interface Watched {
  /** Milliseconds that its event loop was late, p99. */
  readonly delay: number;
  readonly longest: number;
  /** Megabytes resident, at the most. */
  readonly memory: number;
}

/** Orders by which a server watches its own process. */
export function watching(): { readonly watch: () => void; readonly watched: () => Watched } {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  let mostMemory = 0;
  setInterval(() => {
    mostMemory = Math.max(mostMemory, process.memoryUsage.rss());
  }, 100).unref();
  return {
    watch: () => {
      loop.reset();
      mostMemory = 0;
    },
    watched: () => ({ delay: loop.percentile(99) / 1e6, longest: loop.max / 1e6, memory: mostMemory / 1e6 }),
  };
}

export function delayRow(measure: string, delay: number): Result {
  return {
    measure: `${measure}/event-loop-delay`,
    unit: 'milliseconds, p99',
    ours: round(delay),
    limit: null,
    peers: {},
    ratio: round(delay / MOST_DELAY),
    goal: `<= ${MOST_DELAY} ms`,
    holds: delay <= MOST_DELAY,
  };
}
