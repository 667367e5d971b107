import { types } from 'node:util';
import { GraphQLSchema, type GraphQLObjectType, isObjectType, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { MEBIBYTE } from '../../model/bytes.js';
import { getOrMake } from '../../model/get-or-make.js';
import type { ResourceId } from '../../model/ids.js';
import { type Resource, typeNameOf } from '../../model/resource.js';
import type { Reads } from '../../registry/reads.js';
import type { Registry } from '../../registry/registry.js';
import type { GraphContext } from '../../resolvers/context.js';
import type { CompileBudget } from './compile-budget.js';
import { type Compiled, compile, sizeOfCompiled } from './compile.js';
import { hasErrors } from './compiled-queries.js';
import type { SelectionText } from './ready-document.js';
import { TwoAges } from './two-ages.js';

/** Compiled, one for each selection and type. */
const MOST_QUERIES = 1_000;

/** All texts together, with what it takes to keep them, in bytes. */
const MOST_BYTES = 64 * MEBIBYTE;
const BYTES_PER_TEXT = 400;

/** Thrown where a resource cannot be answered for like this: the query is executed in another way. */
class NotReady extends Error {}

interface ReadyRecord {
  readonly record: Resource;
  readonly text: string;
  readonly reads: Reads;
  /** What its lists cost. */
  readonly cost: number;
}

/** What resources say when they are asked the same again, kept as JSON until something of it changes. */
export class ReadyRecords {
  private readonly records: TwoAges<ResourceId, ReadyRecord>;
  /** Of each selection and each type that is asked for it. */
  private readonly queries: LRUCache<string, Compiled>;
  private readonly schemas = new Map<string, GraphQLSchema>();

  /** @param mostBytes of all that is kept */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly registry: Registry,
    private readonly compiling: CompileBudget,
    mostBytes = MOST_BYTES,
  ) {
    this.records = new TwoAges(mostBytes, sizeOf);
    // Each is kept with all of its text.
    this.queries = new LRUCache<string, Compiled>({
      max: MOST_QUERIES,
      maxSize: compiling.mostPlaces,
      sizeCalculation: sizeOfCompiled,
    });
  }

  /** @throws NotReady */
  textOf(record: Resource, key: SelectionText, context: GraphContext): string {
    const known = this.records.get(key, record.id);
    if (known?.record === record && known.reads.isCurrent) {
      this.registry.reads.noteAll(known.reads);
      context.budget.spendAgain(known.cost);
      return known.text;
    }
    const made = this.make(record, key, context);
    if (made.reads.isCurrent) this.records.set(key, record.id, made);
    return made.text;
  }

  private make(record: Resource, key: SelectionText, context: GraphContext): ReadyRecord {
    const query = this.queryOf(key, typeNameOf(record));
    const before = context.budget.spent;
    const reads = this.registry.beginReading();
    try {
      const result = query.run(record, context, {});
      if (types.isPromise(result)) {
        result.catch(() => undefined);
        throw new NotReady();
      }
      // Once the budget is spent, lists are empty without a word: the answer is refused as a whole.
      if (hasErrors(result) || context.budget.isSpent) throw new NotReady();
      return { record, text: JSON.stringify(result.data), reads, cost: context.budget.spent - before };
    } finally {
      reads.end();
    }
  }

  private queryOf(selection: SelectionText, typeName: string): Compiled {
    const key = `${typeName} ${selection}`;
    let query = this.queries.get(key) ?? null;
    if (query !== null) return query;
    const schema = getOrMake(this.schemas, typeName, () => this.schemaOf(typeName));
    query = this.compiling.time.spend(() => compile(schema, parse(selection))) ?? null;
    if (query === null) throw new NotReady();
    this.queries.set(key, query);
    return query;
  }

  /** In which a selection of a type is a query. */
  private schemaOf(typeName: string): GraphQLSchema {
    const query = this.schema.getType(typeName);
    if (!isObjectType(query)) throw new NotReady();
    return new GraphQLSchema({
      ...this.schema.toConfig(),
      query: query as GraphQLObjectType,
      subscription: null,
      assumeValid: true,
    });
  }
}

/** One such character, and each of a text takes two bytes. */
const BEYOND_LATIN_1 = /[\u0100-\uffff]/;

/** What it takes to keep it in memory. */
export function textBytes(text: string): number {
  return BEYOND_LATIN_1.test(text) ? 2 * text.length : text.length;
}

function sizeOf({ text, reads }: ReadyRecord): number {
  return textBytes(text) + reads.bytes + BYTES_PER_TEXT;
}
