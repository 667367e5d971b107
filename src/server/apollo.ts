import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { GraphContext } from '../resolvers/context.js';
import { parseOptions, validationRules } from './request-limits.js';

/** Parses, validates and executes what comes over HTTP. */
export function createApollo(
  schema: GraphQLSchema,
  isIntrospectable: boolean,
  log: Logger,
): ApolloServer<GraphContext> {
  return new ApolloServer<GraphContext>({
    schema,
    introspection: isIntrospectable,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions,
    validationRules: validationRules(isIntrospectable),
    formatError: (formatted, error) => withoutInternals(formatted, error, log),
    logger: log,
    plugins: [
      // It would wrap every field's resolver, for hints that nothing here gives.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      statusByMediaType,
    ],
  });
}

/**
 * GraphQL over HTTP: under `application/json`, a well-formed request that cannot be executed is answered with 200, since a
 * proxy may have made any other status.
 */
const statusByMediaType: ApolloServerPlugin<GraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        const isPlainJson = response.http.headers.get('content-type')?.startsWith('application/json') === true;
        const isGraphqlError = response.body.kind === 'single' && response.body.singleResult.errors !== undefined;
        if (isPlainJson && isGraphqlError && response.http.status === 400) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};

/** What the graph says on purpose is passed on; anything else is logged here and says nothing outside. */
export function withoutInternals(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof GraphQLError) return formatted;
  log.error({ err: original, path: formatted.path }, 'a resolver broke');
  return { ...formatted, message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
