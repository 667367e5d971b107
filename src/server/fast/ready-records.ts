import { types } from 'node:util';
import { GraphQLSchema, type GraphQLObjectType, isObjectType, parse } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { getOrMake } from '../../model/get-or-make.js';
import type { ResourceId } from '../../model/ids.js';
import { type Resource, typeNameOf } from '../../model/resource.js';
import type { Reads } from '../../registry/reads.js';
import type { Registry } from '../../registry/registry.js';
import type { GraphContext } from '../../resolvers/context.js';
import { hasErrors } from './compiled-queries.js';
import type { SelectionText } from './ready-document.js';

const MOST_SELECTIONS = 200;

/** Of all texts together, in characters, with what it takes to keep them. */
const MOST_KEPT = 64 * 1_024 ** 2;
const OVERHEAD = 400;

/** Thrown where a resource cannot be answered for like this: the query is executed in another way. */
class NotReady extends Error {}

interface ReadyRecord {
  readonly record: Resource;
  readonly text: string;
  readonly reads: Reads;
  /** What its lists cost. */
  readonly cost: number;
}

/** Resources as JSON, for one selection. */
interface Selection {
  readonly queries: Map<string, CompiledQuery>;
  readonly records: Map<ResourceId, ReadyRecord>;
  kept: number;
}

/** What resources say when they are asked the same again, kept as JSON until something of it changes. */
export class ReadyRecords {
  private readonly selections = new LRUCache<SelectionText, Selection>({
    max: MOST_SELECTIONS,
    dispose: ({ kept }) => (this.kept -= kept),
  });
  private readonly schemas = new Map<string, GraphQLSchema>();
  private kept = 0;

  /** @param mostKept of all texts together, in characters */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly registry: Registry,
    private readonly mostKept = MOST_KEPT,
  ) {}

  /** @throws NotReady */
  textOf(record: Resource, key: SelectionText, context: GraphContext): string {
    const selection = this.selectionOf(key);
    const known = selection.records.get(record.id);
    if (known?.record === record && known.reads.isCurrent) {
      this.registry.reads.noteAll(known.reads);
      context.budget.spendAgain(known.cost);
      return known.text;
    }
    const made = this.make(record, key, selection, context);
    if (made.reads.isCurrent) this.keep(selection, made);
    return made.text;
  }

  private make(record: Resource, key: SelectionText, selection: Selection, context: GraphContext): ReadyRecord {
    const typeName = typeNameOf(record);
    const query = getOrMake(selection.queries, typeName, () => this.compile(key, typeName));
    const before = context.budget.spent;
    const reads = this.registry.beginReading();
    try {
      const result = query.query(record, context, {});
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

  private keep(selection: Selection, made: ReadyRecord): void {
    const { id } = made.record;
    const before = selection.records.get(id)?.text.length;
    const more = made.text.length - (before ?? -OVERHEAD);
    selection.records.set(id, made);
    selection.kept += more;
    this.kept += more;
    while (this.kept > this.mostKept) this.selections.pop();
  }

  private selectionOf(key: SelectionText): Selection {
    let selection = this.selections.get(key);
    if (selection === undefined)
      this.selections.set(key, (selection = { queries: new Map(), records: new Map(), kept: 0 }));
    return selection;
  }

  private compile(key: SelectionText, typeName: string): CompiledQuery {
    const compiled = compileQuery(
      getOrMake(this.schemas, typeName, () => this.schemaOf(typeName)),
      parse(key),
    );
    if (!isCompiledQuery(compiled)) throw new NotReady();
    return compiled;
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
