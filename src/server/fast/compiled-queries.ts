import { type DocumentNode, type ExecutionArgs, type ExecutionResult, type GraphQLSchema, execute } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { KnownQueries } from './known-queries.js';

/** In characters: what is longer was made by a program, and takes longer to compile than to answer. */
const LONGEST_COMPILED = 10_000;

/** What is asked once is not worth compiling. */
export const WORTH_COMPILING = 2;

/** What is asked, and the name by which it is known again. */
export interface Asked extends Omit<ExecutionArgs, 'schema'> {
  readonly queryHash: string;
}

interface Known {
  /** It ended with errors the last time. */
  isInTrouble: boolean;
  /** Null: it cannot be compiled. */
  compiled: CompiledQuery | null | undefined;
}

/**
 * Executes queries by functions made for each of them. What those cannot do, and what goes wrong in them, is executed in the
 * ordinary way: answers, and errors, are the same.
 */
export class CompiledQueries {
  private readonly known = new KnownQueries<Known>(() => ({ isInTrouble: false, compiled: undefined }));

  constructor(private readonly schema: GraphQLSchema) {}

  /** @param anew makes the context of a second try: what the first one counted does not count */
  async execute(asked: Asked, anew: () => unknown): Promise<ExecutionResult> {
    const known = this.known.ask(asked);
    const compiled = known.asked < WORTH_COMPILING ? null : this.compiledOf(known, asked);
    if (compiled === null) return this.interpret(known, asked);
    const { rootValue, contextValue, variableValues } = asked;
    const result = await compiled.query(rootValue, contextValue, variableValues ?? {});
    // It is in the words of another library, and cannot be told from the one that was meant.
    return hasErrors(result) ? this.interpret(known, { ...asked, contextValue: anew() }) : result;
  }

  private async interpret(known: Known, asked: Asked): Promise<ExecutionResult> {
    const result = await execute({ ...asked, schema: this.schema });
    known.isInTrouble = hasErrors(result);
    return result;
  }

  /** Whether a query is executed by a function of its own by now. */
  isCompiled(queryHash: string, operationName = ''): boolean {
    return this.known.find({ queryHash, operationName })?.compiled != null;
  }

  private compiledOf(known: Known, { document, operationName }: Asked): CompiledQuery | null {
    // To fail twice each time would be a waste.
    if (known.isInTrouble || isTooLong(document)) return null;
    if (known.compiled === undefined) known.compiled = compile(this.schema, document, operationName);
    return known.compiled;
  }
}

export function isTooLong({ loc }: DocumentNode): boolean {
  return (loc?.end ?? 0) > LONGEST_COMPILED;
}

/** Null where it cannot be compiled. */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: ExecutionArgs['operationName'],
): CompiledQuery | null {
  try {
    const compiled = compileQuery(schema, document, operationName ?? undefined);
    return isCompiledQuery(compiled) ? compiled : null;
  } catch {
    return null;
  }
}

export function hasErrors({ errors }: ExecutionResult): boolean {
  return errors !== undefined && errors.length > 0;
}
