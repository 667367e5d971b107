import type { Sample } from '../model/health.js';
import type { Instant, Milliseconds } from '../model/time.js';

/**
 * How much a counter grew over the window that ends now, as Prometheus counts it: after a reset the increase is the new
 * value. Null while what was kept does not reach back over the whole window.
 */
export function increase(samples: readonly Sample[], window: Milliseconds, now: Instant): number | null {
  const [oldest] = samples;
  if (oldest === undefined || oldest.at > now - window) return null;
  return knownIncrease(samples, window, now);
}

/** The same over as much of the window as is known. */
export function knownIncrease(samples: readonly Sample[], window: Milliseconds, now: Instant): number {
  let grown = 0;
  for (const [index, sample] of samples.entries()) {
    const before = samples[index - 1];
    if (before === undefined || sample.at <= now - window) continue;
    grown += sample.value >= before.value ? sample.value - before.value : sample.value;
  }
  return grown;
}
