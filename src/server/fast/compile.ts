import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  type OperationDefinitionNode,
  getOperationAST,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { MOST_PLACES, placesOf } from './places.js';
import { isTakenAsMeant, takesVariables } from './taken-as-meant.js';

/** In characters: what is longer was made by a program, and takes longer to compile than to answer. */
const LONGEST_COMPILED = 10_000;

/** A query as a function of its own. */
export interface Compiled {
  readonly run: CompiledQuery['query'];
  /** How large it is. */
  readonly places: number;
  /** Whether it takes variables as graphql-js does. */
  readonly takes: (variables: ExecutionArgs['variableValues']) => boolean;
}

/** Null where it cannot be compiled, would take too long, or would answer otherwise than graphql-js. Only for what has been validated. */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: ExecutionArgs['operationName'],
): Compiled | null {
  const operation = getOperationAST(document, operationName);
  if (operation == null || !isWorthCompiling(schema, document, operation)) return null;
  try {
    const compiled = compileQuery(schema, document, operationName ?? undefined);
    if (!isCompiledQuery(compiled)) return null;
    return { run: compiled.query, places: placesOf(schema, document, operation), takes: takesVariables(document) };
  } catch {
    return null;
  }
}

/** Whether it can be compiled in little time, and says then what it would say otherwise. */
export function isWorthCompiling(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const isLong = (document.loc?.end ?? 0) > LONGEST_COMPILED;
  return !isLong && isTakenAsMeant(document) && placesOf(schema, document, operation) <= MOST_PLACES;
}

/** What a cache counts for one: even one that is not compiled takes some room. */
export function sizeOfCompiled(compiled: Compiled | null | undefined): number {
  return 1 + (compiled?.places ?? 0);
}
