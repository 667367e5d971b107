import type { GraphContext } from './context.js';

/** So many rows are looked at before others may have their turn: more than a page has. */
const ROWS_AT_ONCE = 1_000;

/**
 * Looks at rows one after another, in turns with everything else that the process has to do; `see` tells when it has seen enough.
 * What is looked at is charged for on the way: it ends early once the answer is refused as a whole.
 */
export async function visit<T>(
  items: Iterable<T>,
  { budget, turns }: Pick<GraphContext, 'budget' | 'turns'>,
  see: (item: T) => boolean,
): Promise<void> {
  let looked = 0;
  for (const item of items) {
    looked += 1;
    if (see(item)) break;
    if (looked < ROWS_AT_ONCE) continue;
    budget.rows(looked);
    looked = 0;
    await turns.next();
    if (budget.isSpent) return;
  }
  budget.rows(looked);
}
