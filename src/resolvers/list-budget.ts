import { GraphQLError } from 'graphql';

/** How many items all lists of one answer may have together. */
export const MOST_LIST_ITEMS = 100_000;

/** What it costs to make a page, whatever is on it, in items. */
const ITEMS_PER_PAGE = 10;

/** To look at a row and leave it out costs a small part of what it costs to answer with it. */
const ROWS_PER_ITEM = 50;

export const QUERY_TOO_LARGE = 'QUERY_TOO_LARGE';

/**
 * What the lists of one request may cost: lists within lists multiply, and a short query could ask for more than the
 * server can answer for everyone.
 */
export class ListBudget {
  private spent = 0;

  constructor(private readonly limit = MOST_LIST_ITEMS) {}

  /** What is asked for now is not worth looking up: the answer is refused as a whole. */
  get isSpent(): boolean {
    return this.spent > this.limit;
  }

  /** Counts a page, before it is made. */
  page(): void {
    this.spend(ITEMS_PER_PAGE);
  }

  /** Counts rows that were looked at. */
  rows(count: number): void {
    this.spend(count / ROWS_PER_ITEM);
  }

  /** Counts a list that is answered with; it counts as one item even where it is empty. */
  list(items: number): void {
    this.spend(items + 1);
  }

  /** Throws once, for the list that is too much: thousands of others may be under way, and would say the same. */
  private spend(cost: number): void {
    if (this.isSpent) return;
    this.spent += cost;
    if (this.spent > this.limit) throw tooLarge(this.limit);
  }
}

/** Stands for every page once nothing is left. */
export const NOTHING = Object.freeze({
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: 0,
});

function tooLarge(limit: number): GraphQLError {
  return new GraphQLError(
    `The lists of this query have more than ${limit} items together: ask for less with \`first\` or a filter, or page by page.`,
    { extensions: { code: QUERY_TOO_LARGE, limit } },
  );
}
