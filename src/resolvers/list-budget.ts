import { GraphQLError } from 'graphql';
import { DEFAULT_SERVER_LIMITS } from '../model/server-limits.js';
import type { Milliseconds } from '../model/time.js';

/** How many items all lists of one answer may have together, unless the configuration says otherwise. */
export const MOST_LIST_ITEMS = DEFAULT_SERVER_LIMITS.listItems;

/** What it costs to make a page, whatever is on it, in items. */
const ITEMS_PER_PAGE = 10;

/** To look at a row and leave it out costs a small part of what it costs to answer with it. */
const ROWS_PER_ITEM = 50;

/** The clock is looked at once for so many lists: to look costs about as much as to count a short one. */
const LISTS_PER_LOOK = 64;

export const QUERY_TOO_LARGE = 'QUERY_TOO_LARGE';
export const DEADLINE_EXCEEDED = 'DEADLINE_EXCEEDED';

/** What an answer may take, in items of its lists and in time. */
export interface Bounds {
  readonly items: number;
  readonly deadline: Milliseconds;
  /** When the deadline passes, by the clock that only goes forward. */
  readonly ends: number;
}

/**
 * What the lists of one request may cost: lists within lists multiply, and a short query could ask for more than the
 * server can answer for everyone.
 */
export class ListBudget {
  /** In items. */
  spent = 0;
  private bounds: Bounds;
  private lists = 0;
  private isLate = false;

  constructor(items = MOST_LIST_ITEMS) {
    this.bounds = { items, deadline: Infinity, ends: Infinity };
  }

  /** To be called before anything is counted: what the server is configured to bear. */
  within(bounds: Bounds): void {
    this.bounds = bounds;
  }

  /** What is asked for now is not worth looking up: the answer is refused as a whole. */
  get isSpent(): boolean {
    return this.spent > this.bounds.items || this.isLate;
  }

  /** Counts a page, before it is made. */
  page(): void {
    this.spend(ITEMS_PER_PAGE);
    this.look();
  }

  /** Counts rows that were looked at. */
  rows(count: number): void {
    this.spend(count / ROWS_PER_ITEM);
  }

  /** Counts a list that is answered with; it counts as one item even where it is empty. */
  list(items: number): void {
    this.spend(items + 1);
  }

  /** For what was counted when it was made, and is given once more. */
  spendAgain(cost: number): void {
    if (cost > 0) this.spend(cost);
  }

  /** Throws once, for the list that is too much: thousands of others may be under way, and would say the same. */
  private spend(cost: number): void {
    if (this.isSpent) return;
    this.spent += cost;
    if (this.spent > this.bounds.items) throw tooLarge(this.bounds.items);
    this.lists += 1;
    if (this.lists % LISTS_PER_LOOK === 0) this.look();
  }

  /** Throws once, too. */
  private look(): void {
    if (this.isLate || performance.now() < this.bounds.ends) return;
    this.isLate = true;
    throw deadlinePassed(this.bounds.deadline);
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
    { extensions: { code: QUERY_TOO_LARGE, setting: 'listItems', limit } },
  );
}

/** For an answer that is not ready in time. */
export function deadlinePassed(limit: Milliseconds): GraphQLError {
  return new GraphQLError(`The query was not answered within ${limit} ms: ask for less, or page by page.`, {
    extensions: { code: DEADLINE_EXCEEDED, setting: 'deadline', limit },
  });
}
