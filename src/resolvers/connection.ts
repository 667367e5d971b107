import { type ClassType, Field, Int, ObjectType, ArgsType } from 'type-graphql';
import { badInput } from './bad-input.js';
import { type ListBudget, NOTHING } from './list-budget.js';
import {
  type Ordering,
  type Row,
  type SortKey,
  compareRows,
  compareToKey,
  cursorOf,
  keyOfCursor,
  refuseOtherKeys,
} from './ordering.js';

/** No page is longer. */
export const LONGEST_PAGE = 500;

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
  /** A promise where they have to be counted. */
  readonly totalCount: number | Promise<number>;
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

/** Where a page begins; an error where there can be no such page. */
export function startOf({ first, after }: PageArgs, ordering: Ordering<never>): SortKey | null {
  if (!Number.isInteger(first) || first < 0 || first > LONGEST_PAGE) {
    throw badInput(`first: ${first} is out of range; ask for 0 to ${LONGEST_PAGE} and page on with after.`);
  }
  return after == null ? null : keyOfCursor(after, ordering);
}

/** One page of what is in no order, all of which is looked at. */
export function paginate<T>(
  items: Iterable<T>,
  ordering: Ordering<T>,
  args: PageArgs,
  budget: ListBudget,
): Connection<T> {
  if (budget.isSpent) return NOTHING;
  const sorting = new Sorting(ordering, args);
  for (const item of items) sorting.take(item);
  budget.rows(sorting.total);
  return sorting.page();
}

/** Makes one page of items that are taken in no order. */
export class Sorting<T> {
  total = 0;
  private passed = 0;
  private readonly from: SortKey | null;
  private readonly best: BestRows<T>;

  constructor(
    private readonly ordering: Ordering<T>,
    private readonly args: PageArgs,
  ) {
    this.from = startOf(args, ordering);
    // One row more than fit on the page: it tells that there is more.
    this.best = new BestRows(args.first + 1, ordering);
  }

  take(node: T): void {
    const { ordering, from } = this;
    const row = { node, lead: ordering.lead(node) };
    this.total += 1;
    if (this.total === 1 && from !== null) refuseOtherKeys(from, row, ordering);
    if (from !== null && compareToKey(row, from, ordering) <= 0) this.passed += 1;
    else this.best.add(row);
  }

  page(): Connection<T> {
    const { first } = this.args;
    const rows = this.best.sorted();
    const around = { hasNextPage: rows.length > first, hasPreviousPage: this.passed > 0 };
    return new Page(rows.slice(0, first), this.ordering, around, () => this.total);
  }
}

/** So many times as many rows as are wanted are gathered before they are sorted, and most of them dropped. */
const GATHERED = 4;

/** The first rows in an order: a list may be very long, and only what may be on the page is kept. */
class BestRows<T> {
  private rows: Row<T>[] = [];
  /** What comes behind it is not wanted any more. */
  private last: Row<T> | undefined;

  constructor(
    private readonly wanted: number,
    private readonly ordering: Ordering<T>,
  ) {}

  add(row: Row<T>): void {
    if (this.last !== undefined && compareRows(row, this.last, this.ordering) > 0) return;
    this.rows.push(row);
    if (this.rows.length < this.wanted * GATHERED) return;
    this.rows = this.sorted();
    this.last = this.rows.at(-1);
  }

  sorted(): Row<T>[] {
    return this.rows.sort((a, b) => compareRows(a, b, this.ordering)).slice(0, this.wanted);
  }
}

/** A page, of which the rest is reckoned when someone asks: cursors of its rows, and how many there are in all. */
export class Page<T> implements Connection<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;

  constructor(
    private readonly rows: readonly Row<T>[],
    private readonly ordering: Ordering<T>,
    around: Pick<PageInfo, 'hasNextPage' | 'hasPreviousPage'>,
    private readonly count: () => number | Promise<number>,
  ) {
    this.nodes = rows.map(({ node }) => node);
    const [first, last] = [rows[0], rows.at(-1)];
    this.pageInfo = {
      ...around,
      startCursor: first === undefined ? null : cursorOf(first, ordering),
      endCursor: last === undefined ? null : cursorOf(last, ordering),
    };
  }

  get edges(): Connection<T>['edges'] {
    return this.rows.map((row) => ({ cursor: cursorOf(row, this.ordering), node: row.node }));
  }

  get totalCount(): number | Promise<number> {
    return this.count();
  }
}
