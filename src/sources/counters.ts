import type { Sample } from '../model/health.js';
import type { Instant, Milliseconds } from '../model/time.js';

/**
 * How much a counter grew over the window that ends now, as Prometheus counts it: after a reset the increase is the new
 * value. Null while what was kept does not reach back over the whole window.
 */
export function increase(samples: readonly Sample[], window: Milliseconds, now: Instant): number | null {
  return reachesBack(samples, window, now) ? knownIncrease(samples, window, now) : null;
}

/** The same over as much of the window as is known. */
export function knownIncrease(samples: readonly Sample[], window: Milliseconds, now: Instant): number {
  return grown(samples, window, now, (value) => value);
}

/**
 * How much a number grew that may fall without beginning at nothing, such as a sum of which a part is gone: a fall is no
 * growth, and it is counted on from there. Null while what was kept does not reach back over the whole window.
 */
export function rise(samples: readonly Sample[], window: Milliseconds, now: Instant): number | null {
  return reachesBack(samples, window, now) ? knownRise(samples, window, now) : null;
}

/** The same over as much of the window as is known. */
export function knownRise(samples: readonly Sample[], window: Milliseconds, now: Instant): number {
  return grown(samples, window, now, () => 0);
}

function reachesBack([oldest]: readonly Sample[], window: Milliseconds, now: Instant): boolean {
  return oldest !== undefined && oldest.at <= now - window;
}

/** @param afterFall how much of a value is growth that is lower than the one before */
function grown(
  samples: readonly Sample[],
  window: Milliseconds,
  now: Instant,
  afterFall: (value: number) => number,
): number {
  let sum = 0;
  for (const [index, sample] of samples.entries()) {
    const before = samples[index - 1];
    if (before === undefined || sample.at <= now - window) continue;
    sum += sample.value >= before.value ? sample.value - before.value : afterFall(sample.value);
  }
  return sum;
}
