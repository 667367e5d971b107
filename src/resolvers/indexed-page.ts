import type { Entry } from '../registry/entry.js';
import type { RankedRecords } from '../registry/ranked-records.js';
import type { Condition, Predicate } from './conditions.js';
import { type Connection, Page, type PageArgs, startOf } from './connection.js';
import type { GraphContext } from './context.js';
import { NOTHING } from './list-budget.js';
import { type Row, refuseOtherKeys } from './ordering.js';
import type { EntryOrdering, Walk } from './orders.js';
import { visit } from './visit.js';

/** One page of records that are kept in its order: no more of them are looked at than it takes to fill it. */
export async function indexedPage(
  present: RankedRecords,
  condition: Condition<Entry>,
  ordering: EntryOrdering & { readonly walk: Walk },
  args: PageArgs,
  context: GraphContext,
): Promise<Connection<Entry>> {
  if (context.budget.isSpent) return NOTHING;
  const { walk } = ordering;
  // Where many may have to be looked at, that takes several turns, and records change meanwhile.
  const records = condition === null ? present : present.snapshot();
  const from = startOf(args, ordering);
  const isWanted = condition ?? ((): boolean => true);
  const [head] = walk(records, null);
  if (from !== null && head !== undefined) refuseOtherKeys(from, head, ordering);
  const rows: Row<Entry>[] = [];
  let behind: Entry | undefined;
  let hasNextPage = false as boolean;
  await visit(walk(records, from), context, (row) => {
    behind ??= row.node;
    if (!isWanted(row.node)) return false;
    hasNextPage = rows.length === args.first;
    if (!hasNextPage) rows.push(row);
    return hasNextPage;
  });
  const hasPreviousPage = from !== null && (await isAnyBefore(walk(records, null), behind, isWanted, context));
  // Counting may take longer than the page itself: only for who asks, and once.
  let total: number | Promise<number> | undefined = hasNextPage || hasPreviousPage ? undefined : rows.length;
  const count = (): number | Promise<number> => (total ??= countOf(records, condition, context));
  return new Page(rows, ordering, { hasNextPage, hasPreviousPage }, count);
}

/** @param behind the first that does not count any more; undefined: all do */
async function isAnyBefore(
  rows: Iterable<Row<Entry>>,
  behind: Entry | undefined,
  isWanted: Predicate<Entry>,
  context: GraphContext,
): Promise<boolean> {
  let isFound = false;
  await visit(rows, context, ({ node }) => {
    isFound = node !== behind && isWanted(node);
    return isFound || node === behind;
  });
  return isFound;
}

function countOf(records: RankedRecords, condition: Condition<Entry>, context: GraphContext): number | Promise<number> {
  if (condition === null) return records.size;
  let wanted = 0;
  const see = (entry: Entry): boolean => {
    if (condition(entry)) wanted += 1;
    return false;
  };
  return visit(records, context, see).then(() => wanted);
}
