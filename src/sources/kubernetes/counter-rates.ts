import { type Instant, MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import type { Sampled } from './kubelet-metrics.parser.js';

/** A kubelet never answers with a sample so much older than the last one: the clock of its node was set back. */
const SET_BACK: Milliseconds = MINUTE;

/** Whether a sample is another one than that of before, by the clock of the node. */
export function isNewer(at: Instant, before: Instant): boolean {
  return at > before || isSetBack(at, before);
}

function isSetBack(at: Instant, before: Instant): boolean {
  return before - at > SET_BACK;
}

/** Turns cumulative counters into what they grow by per second, between samples of the kubelet's own times. */
export class CounterRates {
  private before = new Map<string, Known>();
  private current = new Map<string, Known>();

  /**
   * Null on the first sample. A kubelet that has no newer sample gives the old one again: the rate stays, as it does when the
   * clock was set back, until the next sample. After a reset the new value is what was added, as in Prometheus.
   */
  rate(key: string, sample: Sampled | null | undefined): number | null {
    if (sample == null) return null;
    const known = this.before.get(key);
    const rate = known === undefined ? null : rateBetween(known, sample);
    const isOld = known !== undefined && !isNewer(sample.at, known.sample.at);
    this.current.set(key, { sample: isOld ? known.sample : sample, rate });
    return rate;
  }

  /** Forgets what was not asked for since the last call. */
  turn(): void {
    this.before = this.current;
    this.current = new Map();
  }
}

interface Known {
  readonly sample: Sampled;
  readonly rate: number | null;
}

function rateBetween({ sample: before, rate }: Known, { value, at }: Sampled): number | null {
  if (at <= before.at) return rate;
  const increase = value >= before.value ? value - before.value : value;
  return increase / ((at - before.at) / SECOND);
}
