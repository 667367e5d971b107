import {
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  defaultFieldResolver,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import type { GraphContext } from './context.js';

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

function tooLarge(limit: number): GraphQLError {
  return new GraphQLError(
    `The lists of this query have more than ${limit} items together: ask for less with \`first\` or a filter, or page by page.`,
    { extensions: { code: QUERY_TOO_LARGE, limit } },
  );
}

/** Counts every list of objects, where it is resolved. To be called when a schema is built. */
export function countLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const fields: readonly GraphQLField<unknown, GraphContext>[] = Object.values(type.getFields());
    for (const field of fields) {
      if (isListOfObjects(field.type)) countItems(field);
      else if (isConnection(field.type)) countPage(field);
    }
  }
}

/** Stands for every page once nothing is left. */
export const NOTHING = Object.freeze({
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: 0,
});

type Resolve = GraphQLFieldResolver<unknown, GraphContext, Record<string, unknown>>;

function isListOfObjects(type: GraphQLOutputType): boolean {
  const list = getNullableType(type);
  return isListType(list) && isCompositeType(getNullableType(list.ofType));
}

function isConnection(type: GraphQLOutputType): boolean {
  const connection = getNullableType(type);
  return isObjectType(connection) && connection.name.endsWith('Connection');
}

/** At once: pages are made asynchronously, and very many may be asked for in one breath. */
function countPage(field: GraphQLField<unknown, GraphContext>): void {
  const resolve: Resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args: Record<string, unknown>, context, info) => {
    if (context.budget.isSpent) return NOTHING;
    context.budget.page();
    return resolve(root, args, context, info);
  };
}

function countItems(field: GraphQLField<unknown, GraphContext>): void {
  const resolve: Resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args: Record<string, unknown>, context, info) => {
    const { budget } = context;
    if (budget.isSpent) return [];
    const found: unknown = resolve(root, args, context, info);
    if (!(found instanceof Promise)) return counted(found, budget);
    return found.then((list: unknown) => counted(list, budget));
  };
}

function counted(found: unknown, budget: ListBudget): unknown {
  if (Array.isArray(found)) budget.list(found.length);
  return found;
}
