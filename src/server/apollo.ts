import { ApolloServer, type ApolloServerPlugin, type HTTPGraphQLResponse } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import type { Logger } from 'pino';
import type { GraphContext } from '../resolvers/context.js';
import { QUERY_TOO_LARGE } from '../resolvers/list-budget.js';
import { ownRules, parseOptions } from './request-limits.js';

/** Of one request over HTTP. */
export interface HttpContext extends GraphContext {
  /** Whether it held a query, whatever became of it. */
  readonly answering: { isWellFormed: boolean };
}

/** Parses, validates and executes what comes over HTTP. */
export function createApollo(schema: GraphQLSchema, isIntrospectable: boolean, log: Logger): ApolloServer<HttpContext> {
  return new ApolloServer<HttpContext>({
    schema,
    // Refused by a rule of our own, which says how to have it.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !isIntrospectable,
    persistedQueries: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions,
    validationRules: ownRules(isIntrospectable),
    formatError: (formatted, error) => withoutInternals(formatted, error, log),
    logger: log,
    plugins: [
      // It would wrap every field's resolver, for hints that nothing here gives.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      noteWellFormed,
      noSubscriptions,
      refuseTooLarge,
    ],
  });
}

const noteWellFormed: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveSource: ({ contextValue }) => {
        contextValue.answering.isWellFormed = true;
        return Promise.resolve();
      },
    }),
};

/**
 * GraphQL over HTTP: under `application/json`, a well-formed request that cannot be executed is answered with 200, since a
 * proxy may have made any other status.
 */
export function statusOf({ status = 200, headers }: HTTPGraphQLResponse, { answering }: HttpContext): number {
  const isPlainJson = headers.get('content-type')?.startsWith('application/json') === true;
  return status === 400 && isPlainJson && answering.isWellFormed ? 200 : status;
}

const noSubscriptions: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return Promise.resolve();
        throw new GraphQLError('Subscriptions are served over WebSocket (graphql-transport-ws) at this address.', {
          extensions: { code: 'SUBSCRIPTION_OVER_HTTP', http: { status: 400 } },
        });
      },
    }),
};

const refuseTooLarge: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === 'single') body.singleResult = wholeOrNothing(body.singleResult);
        return Promise.resolve();
      },
    }),
};

/** An answer that grew too large is refused as a whole: every list that is left would say the same, and half of it helps nobody. */
export function wholeOrNothing(result: FormattedExecutionResult): FormattedExecutionResult {
  const excess = result.errors?.find(({ extensions }) => extensions?.['code'] === QUERY_TOO_LARGE);
  if (excess === undefined) return result;
  const { message, extensions = {} } = excess;
  return { errors: [{ message, extensions }], data: null };
}

/** What the graph says on purpose is passed on; anything else is logged here and says nothing outside. */
export function withoutInternals(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof GraphQLError) return formatted;
  log.error({ err: original, path: formatted.path }, 'a resolver broke');
  return { ...formatted, message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
