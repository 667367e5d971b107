import { type ClassType, Field, Int, ObjectType, ArgsType } from 'type-graphql';
import type { GraphQLError } from 'graphql';
import TinyQueue from 'tinyqueue';
import { badInput } from './bad-input.js';
import { type ListBudget, NOTHING } from './list-budget.js';

/** No page is longer. */
const LONGEST_PAGE = 500;

@ObjectType({ simpleResolvers: true, description: 'Where a page begins and ends.' })
export class PageInfo {
  @Field({ description: 'There is more after this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'There is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge: give it as `after` for the next page.',
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many at the most, up to 500.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Begin after this cursor.' })
  after?: string | null;
}

export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** Makes the GraphQL types of a connection. `plural` is what the nodes are called in descriptions. */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T>,
  plural: string,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One of the ${plural}, with its place in the list.`,
  })
  class Edge {
    @Field({ description: 'Its place in the list.' })
    cursor!: string;

    @Field(node, { description: 'The item itself.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${plural}.` })
  class ConnectionClass {
    @Field(() => [Edge], { description: 'The page, with cursors.' })
    edges!: readonly Edge[];

    @Field(() => [node()], { description: 'The page, without cursors.' })
    nodes!: readonly T[];

    @Field(() => PageInfo, { description: 'Where the page begins and ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are on all pages together.' })
    totalCount!: number;
  }
  return ConnectionClass as ClassType<Connection<T>>;
}

/** What a list is sorted by; the last part is unique, so that the order is total. */
export type SortKey = readonly (string | number)[];

export interface Ordering<T> {
  /** Of what it is an order: a cursor of another list has no place in this one either. */
  readonly listName: string;
  /** Tells it from others: a cursor of another order has no place in this one. */
  readonly name: string;
  readonly keyOf: (item: T) => SortKey;
  /** By part of the key; parts beyond its end ascend. */
  readonly descending: readonly boolean[];
}

/**
 * One page of a list. A cursor holds the sort key of its row, not its number: it stays right when rows come and go,
 * its own row included.
 */
export function paginate<T>(
  items: Iterable<T>,
  ordering: Ordering<T>,
  { first, after }: PageArgs,
  budget: ListBudget,
): Connection<T> {
  if (budget.isSpent) return NOTHING;
  if (!Number.isInteger(first) || first < 0 || first > LONGEST_PAGE) {
    throw badInput(`first: ${first} is out of range; ask for 0 to ${LONGEST_PAGE} and page on with after.`);
  }
  const { keyOf, descending } = ordering;
  const compare = (a: SortKey, b: SortKey): number => compareKeys(a, b, descending);
  const from = after == null ? null : readCursor(after, ordering);
  // Only what may be on the page, and one row more, is kept in order: a list may be very long.
  const best = new TinyQueue<Row<T>>([], (a, b) => compare(b.key, a.key));
  let total = 0;
  let passed = 0;
  for (const node of items) {
    const row = { node, key: keyOf(node) };
    total += 1;
    if (total === 1 && from !== null && !isAlike(from, row.key)) throw noCursor();
    if (from !== null && compare(row.key, from) <= 0) {
      passed += 1;
      continue;
    }
    const last = best.length > first ? best.peek() : undefined;
    if (last !== undefined && compare(row.key, last.key) > 0) continue;
    if (last !== undefined) best.pop();
    best.push(row);
  }
  budget.rows(total);
  const rows = best.data.sort((a, b) => compare(a.key, b.key)).slice(0, first);
  const edges = rows.map(({ node, key }) => ({ cursor: writeCursor(key, ordering), node }));
  return {
    edges,
    nodes: rows.map(({ node }) => node),
    pageInfo: {
      hasNextPage: best.length > first,
      hasPreviousPage: passed > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: total,
  };
}

interface Row<T> {
  readonly node: T;
  readonly key: SortKey;
}

function compareKeys(a: SortKey, b: SortKey, descending: readonly boolean[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined || right === undefined || left === right) continue;
    const order = left < right ? -1 : 1;
    return descending[index] === true ? -order : order;
  }
  return 0;
}

function writeCursor(key: SortKey, { listName, name }: Ordering<never>): string {
  return Buffer.from(JSON.stringify([listName, name, ...key])).toString('base64url');
}

function readCursor(cursor: string, { listName, name }: Ordering<never>): SortKey {
  let parts: unknown = null;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    // Said below: whatever it is, it is no cursor.
  }
  if (!isKey(parts)) throw noCursor();
  const [list, order, ...key] = parts;
  if (list !== listName) throw noCursor();
  if (order === name) return key;
  throw badInput('after: this cursor is of another order; give the orderBy with which it was returned, or no cursor.');
}

function noCursor(): GraphQLError {
  return badInput('after: this is no cursor of this list; give an endCursor that it returned.');
}

function isKey(parts: unknown): parts is SortKey {
  return Array.isArray(parts) && parts.every((part) => typeof part === 'string' || typeof part === 'number');
}

/** Whether both can be compared, part by part. */
function isAlike(a: SortKey, b: SortKey): boolean {
  return a.length === b.length && a.every((part, index) => typeof part === typeof b[index]);
}
