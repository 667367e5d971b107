import { type ExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Milliseconds } from '../../model/time.js';
import type { Registry } from '../../registry/registry.js';
import type { Gateway, HttpContext } from '../apollo.js';
import { firstOf } from '../errors-told.js';
import { inTime } from '../limits/deadline.js';
import type { CompileBudget } from './compile-budget.js';
import { CompiledQueries, hasErrors } from './compiled-queries.js';
import { ReadyQueries } from './ready-queries.js';

/** What was not ready in time is an answer, too. */
function refused(error: unknown): ExecutionResult {
  if (error instanceof GraphQLError) return { data: null, errors: [error] };
  throw error;
}

/**
 * The hook by which Apollo hands execution to somebody else: here, to functions compiled of each query, that note what they
 * read.
 *
 * @param mostBytes see `ReadyQueries`
 */
export function compilingGateway(
  schema: GraphQLSchema,
  registry: Registry,
  deadline: Milliseconds,
  compiling: CompileBudget,
  mostBytes?: number,
): Gateway {
  const queries = new CompiledQueries(schema, compiling);
  const ready = new ReadyQueries(schema, registry, compiling, mostBytes);
  const listeners = new Set<Parameters<Gateway['onSchemaLoadOrUpdate']>[0]>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      for (const listener of listeners) listener({ apiSchema: schema, coreSupergraphSdl: '' });
      return Promise.resolve({
        executor: async ({ document, operation, operationName, queryHash, request, context }) => {
          const http = context as HttpContext;
          const reads = registry.beginReading();
          http.answering.reads = reads;
          try {
            const asked = { document, operationName, queryHash, contextValue: http, variableValues: request.variables };
            const executed = async (): Promise<ExecutionResult> =>
              (await ready.execute(asked)) ?? queries.execute({ ...asked, contextValue: http.anew() }, http.anew);
            const result = await inTime(deadline, executed(), http.answering.ends).catch(refused);
            // What went wrong may go right the next time. There is none where the one that was named is not there.
            const isKept =
              (operation as typeof operation | undefined)?.operation === OperationTypeNode.QUERY && !hasErrors(result);
            if (!isKept) reads.noteMoment();
            const told = result.errors === undefined ? result : { ...result, errors: firstOf(result.errors) };
            return told as Awaited<ReturnType<Awaited<ReturnType<Gateway['load']>>['executor'] & {}>>;
          } finally {
            reads.end();
          }
        },
      });
    },
    stop: () => Promise.resolve(),
  };
}
