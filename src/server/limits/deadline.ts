import type { ServerLimits } from '../../model/server-limits.js';
import type { Milliseconds } from '../../model/time.js';
import { type Bounds, deadlinePassed } from '../../resolvers/list-budget.js';
import { within } from '../within.js';

/** What an answer that is begun now may take. */
export function boundsOf({ listItems, deadline }: Pick<ServerLimits, 'listItems' | 'deadline'>): Bounds {
  return { items: listItems, deadline, ends: performance.now() + deadline };
}

/**
 * What a promise brings, if it does so in time. What is still under way is told to end by its budget of lists, which has the
 * same deadline: nobody waits for it any more.
 * @param ends when the deadline passes, where it does not begin now
 * @throws GraphQLError with DEADLINE_EXCEEDED
 */
export async function inTime<T>(
  deadline: Milliseconds,
  work: Promise<T>,
  ends = performance.now() + deadline,
): Promise<T> {
  if (await within(ends - performance.now(), work)) return work;
  throw deadlinePassed(deadline);
}
