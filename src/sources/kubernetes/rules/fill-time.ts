import type { Sample } from '../../../model/health.js';
import { type Instant, type Milliseconds, after } from '../../../model/time.js';

/** The window is cut into so many parts, of each of which only the smallest value counts: a sawtooth has no trend. */
const PARTS = 12;
const LEAST_POINTS = 10;

/** A window is at least a quarter of its horizon, whatever is configured: a shorter past says nothing of so long a future. */
export function trendWindow(window: Milliseconds, horizon: Milliseconds): Milliseconds {
  return Math.max(window, horizon / 4);
}

/**
 * How much a value grows per millisecond: a line fitted through the minima of the window that ends now. Null while what
 * was kept has fewer than ten points or does not reach back over the whole window.
 */
export function growth(samples: readonly Sample[], window: Milliseconds, now: Instant): number | null {
  const [oldest] = samples;
  if (oldest === undefined || oldest.at > now - window || samples.length < LEAST_POINTS) return null;
  const minima = new Map<number, Sample>();
  for (const sample of samples) {
    if (sample.at < now - window) continue;
    const part = Math.min(PARTS - 1, Math.floor(((sample.at - (now - window)) / window) * PARTS));
    const least = minima.get(part);
    if (least === undefined || sample.value < least.value) minima.set(part, sample);
  }
  return minima.size < LEAST_POINTS ? null : slope([...minima.values()]);
}

/** Least squares, with both means taken off first: times are large numbers. */
function slope(points: readonly Sample[]): number {
  const meanAt = mean(points.map(({ at }) => at));
  const meanValue = mean(points.map(({ value }) => value));
  let shared = 0;
  let spread = 0;
  for (const { at, value } of points) {
    shared += (at - meanAt) * (value - meanValue);
    spread += (at - meanAt) ** 2;
  }
  return spread === 0 ? 0 : shared / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How long until the rest is used up at that growth; null where it does not grow. */
export function fillTime(free: number, growthRate: number | null): Milliseconds | null {
  return growthRate === null || growthRate <= 0 ? null : free / growthRate;
}

/** From when on a trend over that window says nothing any more, should no further sample come. */
export function trendEndsAt(samples: readonly Sample[], window: Milliseconds): Instant | null {
  const newest = samples.at(-1);
  const emptyParts = PARTS - LEAST_POINTS + 1;
  return newest === undefined ? null : after(newest.at, Math.ceil((window * emptyParts) / PARTS) + 1);
}
