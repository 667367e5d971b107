import { type ExecutionResult, type GraphQLSchema, OperationTypeNode, getOperationAST } from 'graphql';
import type { Registry } from '../../registry/registry.js';
import type { GraphContext } from '../../resolvers/context.js';
import { WORTH_COMPILING, usualCompileBudget } from './compile-budget.js';
import { type Compiled, compile, isWorthCompiling } from './compile.js';
import { type Asked, hasErrors } from './compiled-queries.js';
import { KnownQueries } from './known-queries.js';
import { readyDocument } from './ready-document.js';
import { ReadyLists } from './ready-lists.js';
import { ReadyRecords } from './ready-records.js';
import { readySchema } from './ready-schema.js';
import { ReadyTexts, keepTexts } from './ready-texts.js';

/** What cannot be answered like this is not tried again for so many times that it is asked: it costs what it costs twice. */
const REST = 100;

interface Known {
  /** How often it was asked when it is to be tried. */
  restsUntil: number;
}

/** Executes queries of resources by putting together what these said before, as long as it is what they would say now. */
export class ReadyQueries {
  private readonly known: KnownQueries<Known>;
  private readonly texts = new WeakMap<GraphContext, ReadyTexts>();
  private readonly schemaOfTexts: GraphQLSchema;

  /** @param mostBytes of what is kept of resources, and as many of stretches of lists */
  constructor(
    private readonly schema: GraphQLSchema,
    registry: Registry,
    private readonly compiling = usualCompileBudget(),
    mostBytes?: number,
  ) {
    this.known = new KnownQueries<Known>(compiling, () => ({ restsUntil: WORTH_COMPILING }));
    const records = new ReadyRecords(schema, registry, compiling, mostBytes);
    const lists = new ReadyLists(registry, (...one) => records.textOf(...one), mostBytes);
    this.schemaOfTexts = readySchema(schema, {
      textOf: (record, key, context) => records.textOf(record, key, context),
      textOfList: (list, key, context) => lists.textOf(list, key, context),
      placeOf: (text, context) => this.textsOf(context).placeOf(text),
    });
  }

  /** Null where it cannot be answered like this. */
  async execute(asked: Asked & { readonly contextValue: GraphContext }): Promise<ExecutionResult | null> {
    const known = this.known.ask(asked);
    if (known.asked < known.restsUntil) return null;
    const compiled = this.known.compiled(asked, known, () => this.compile(asked));
    const { rootValue, contextValue, variableValues } = asked;
    if (compiled?.takes(variableValues) !== true) return null;
    const texts = this.textsOf(contextValue);
    const result = await compiled.run(rootValue, contextValue, variableValues ?? {});
    if (hasErrors(result) || result.data == null) {
      // What it lacked may have been no more than time to compile the rest of it.
      if (!this.compiling.time.isSpent) known.restsUntil = known.asked + REST;
      return null;
    }
    keepTexts(result.data, texts);
    return result;
  }

  private textsOf(context: GraphContext): ReadyTexts {
    let texts = this.texts.get(context);
    if (texts === undefined) this.texts.set(context, (texts = new ReadyTexts()));
    return texts;
  }

  /** Null: there is nothing in it that could be ready. */
  private compile({ document, operationName }: Asked): Compiled | null {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return null;
    // As it was asked: what is asked of resources is compiled, too, for each of their types.
    if (!isWorthCompiling(this.schema, document, operation)) return null;
    const ready = readyDocument(this.schema, document, operation);
    return ready === null ? null : compile(this.schemaOfTexts, ready, operationName);
  }
}
