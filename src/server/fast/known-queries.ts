import { LRUCache } from 'lru-cache';

/** So many queries are known: dashboards and tools ask a few, again and again. */
const MOST_KNOWN = 500;

/** By what a query is known again. */
interface QueryName {
  readonly queryHash: string;
  readonly operationName?: string | null | undefined;
}

/** How often a query was asked. */
interface Asking {
  asked: number;
}

/** What is remembered of queries that were asked before. */
export class KnownQueries<T extends object> {
  private readonly known = new LRUCache<string, T & Asking>({ max: MOST_KNOWN });

  /** @param make what is known of a query that is asked for the first time */
  constructor(private readonly make: () => T) {}

  /** Counts it as asked once more. */
  ask(query: QueryName): T & Asking {
    const key = keyOf(query);
    let known = this.known.get(key);
    if (known === undefined) this.known.set(key, (known = { ...this.make(), asked: 0 }));
    known.asked += 1;
    return known;
  }

  /** Without counting. */
  find(query: QueryName): T | undefined {
    return this.known.peek(keyOf(query));
  }
}

function keyOf({ queryHash, operationName }: QueryName): string {
  return `${queryHash}/${operationName ?? ''}`;
}
