import { LRUCache } from 'lru-cache';
import type { CompileBudget } from './compile-budget.js';
import { type Compiled, sizeOfCompiled } from './compile.js';

/** So many queries are known: dashboards and tools ask a few, again and again. */
const MOST_KNOWN = 500;

/** By what a query is known again. */
interface QueryName {
  readonly queryHash: string;
  readonly operationName?: string | null | undefined;
}

interface Known {
  /** How often it was asked. */
  asked: number;
  /** Null: it cannot be compiled. */
  compiled: Compiled | null | undefined;
}

/** What is remembered of queries that were asked before. */
export class KnownQueries<T extends object> {
  private readonly known: LRUCache<string, T & Known>;

  /** @param make what else is known of a query that is asked for the first time */
  constructor(
    private readonly compiling: CompileBudget,
    private readonly make: () => T,
  ) {
    this.known = new LRUCache({
      max: MOST_KNOWN,
      maxSize: compiling.mostPlaces,
      sizeCalculation: ({ compiled }) => sizeOfCompiled(compiled),
    });
  }

  /** Counts it as asked once more. */
  ask(query: QueryName): T & Known {
    const key = keyOf(query);
    let known = this.known.get(key);
    if (known === undefined) this.known.set(key, (known = { ...this.make(), asked: 0, compiled: undefined }));
    known.asked += 1;
    return known;
  }

  /** What it is compiled to: by `make`, which is called once, when there is time. Null: it is not, or cannot be. */
  compiled(query: QueryName, known: T & Known, make: () => Compiled | null): Compiled | null {
    if (known.compiled !== undefined) return known.compiled;
    const compiled = this.compiling.time.spend(make, known.asked);
    if (compiled === undefined) return null;
    known.compiled = compiled;
    const key = keyOf(query);
    // What is there already keeps the size that it had.
    this.known.delete(key);
    this.known.set(key, known);
    return compiled;
  }

  /** Without counting. */
  find(query: QueryName): (T & Known) | undefined {
    return this.known.peek(keyOf(query));
  }
}

function keyOf({ queryHash, operationName }: QueryName): string {
  return `${queryHash}/${operationName ?? ''}`;
}
