import type { Clock } from '../model/clock.js';
import { type Milliseconds, after } from '../model/time.js';

/** How long something may take, and who else may call it off. */
export interface Limits {
  readonly clock: Clock;
  readonly deadline: Milliseconds;
  readonly signal: AbortSignal;
}

/** Does something that is called off at its deadline, or with what it is a part of. */
export async function within<T>(
  { clock, deadline, signal }: Limits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const disarm = clock.at(after(clock.now(), deadline), () => {
    late.abort();
  });
  try {
    return await work(AbortSignal.any([signal, late.signal]));
  } finally {
    disarm();
  }
}
