import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
  OperationTypeNode,
} from 'graphql';
import type { Logger } from 'pino';
import type { Reads } from '../registry/reads.js';
import type { GraphContext } from '../resolvers/context.js';
import { type ParsedDocuments, registeredDocuments } from './bounded-cache.js';
import { INTERNAL_ERROR, MOST_ERRORS, inShort, isBeyond } from './errors-told.js';
import { countErrors } from './metrics/error-codes.js';
import type { Metrics } from './metrics/metrics.js';
import { stringifyResult } from './fast/ready-texts.js';
import type { Cost, RequestLimits } from './request-limits.js';

export type Gateway = ApolloServerOptionsWithGateway<HttpContext>['gateway'];

/** Of one request over HTTP. */
export interface HttpContext extends GraphContext {
  readonly answering: {
    /** When its time is over, by the clock that only goes forward. */
    readonly ends: number;
    /** Whether it held a query, whatever became of it. */
    isWellFormed: boolean;
    /** What the answer was made from; null where nobody noted that. */
    reads: Reads | null;
    /** What the operation was reckoned to cost, once that is known. */
    cost: Cost | null;
    /** What is asked, such as `query Overview`, once that is known. */
    operation: string | null;
  };
  /** The same for a second try. */
  readonly anew: () => HttpContext;
}

export interface ApolloParts {
  readonly isIntrospectable: boolean;
  readonly limits: RequestLimits;
  /** Of all who ask the same schema by the same limits. */
  readonly parsed: ParsedDocuments;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Parses and validates what comes over HTTP, and has it executed by the gateway. */
export function createApollo(
  gateway: Gateway,
  { isIntrospectable, limits, parsed, log, metrics }: ApolloParts,
): ApolloServer<HttpContext> {
  return new ApolloServer<HttpContext>({
    gateway,
    // Refused by a rule of our own, which says how to have it.
    introspection: true,
    // Clients may register documents, and ask for them by their hash, for as long as there is room. Nobody finds those of another site.
    persistedQueries: { ttl: null, cache: registeredDocuments() },
    documentStore: parsed,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: limits.parseOptions,
    stringifyResult,
    validationRules: [...limits.rules],
    validationOptions: { maxErrors: MOST_ERRORS },
    formatError: (formatted, error) =>
      inShort(limits.named(withoutInternals(formatted, error, log), extensionsBelow(error)), isIntrospectable),
    logger: log,
    plugins: [
      // It would wrap every field's resolver, for hints that nothing here gives.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      noteWellFormed,
      noteOperation,
      noSubscriptions,
      reckonCost(limits),
      refuseTooLarge,
      countWrong(metrics),
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

/**
 * Notes which operation is asked for. One that is not there Apollo leaves to the execution, which is told no name that is not there: it
 * would execute another one.
 */
const noteOperation: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, request: { operationName }, contextValue }) => {
        if (operation !== undefined) {
          contextValue.answering.operation = `${operation.operation} ${operation.name?.value ?? ''}`;
          return Promise.resolve();
        }
        const message =
          operationName == null
            ? 'Must provide operation name if query contains multiple operations.'
            : `Unknown operation named "${operationName}".`;
        throw new GraphQLError(message, {
          extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
        });
      },
    }),
};

const noSubscriptions: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return Promise.resolve();
        throw new GraphQLError(
          'Subscriptions are served over WebSocket (graphql-transport-ws) at this address, and as events (SSE) at /graphql/stream.',
          {
            extensions: { code: 'SUBSCRIPTION_OVER_HTTP', http: { status: 400 } },
          },
        );
      },
    }),
};

/** Refuses what would cost too much, and says what it cost where the request asks that. */
function reckonCost(limits: RequestLimits): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request, contextValue }) => {
          if (operation !== undefined)
            contextValue.answering.cost = limits.costOf(document, operation, request.variables ?? {});
          return Promise.resolve();
        },
        willSendResponse: ({ request, response: { body }, contextValue: { answering } }) => {
          if (request.extensions?.['cost'] !== true || answering.cost === null || body.kind !== 'single')
            return Promise.resolve();
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: answering.cost };
          return Promise.resolve();
        },
      }),
  };
}

const refuseTooLarge: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === 'single') body.singleResult = wholeOrNothing(body.singleResult);
        return Promise.resolve();
      },
    }),
};

/** After all others: what is said in the end. */
function countWrong(metrics: Metrics): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response: { body } }) => {
          if (body.kind === 'single') countErrors(metrics, body.singleResult.errors ?? []);
          return Promise.resolve();
        },
      }),
  };
}

/** An answer that grew too large, or took too long, is refused as a whole: every list that is left would say the same, and half of it helps nobody. */
export function wholeOrNothing(result: FormattedExecutionResult): FormattedExecutionResult {
  const excess = result.errors?.find(isBeyond);
  if (excess === undefined) return result;
  const { message, extensions = {} } = excess;
  return { errors: [{ message, extensions }], data: null };
}

/** Something that nobody meant to say, which Apollo has put into an error of GraphQL. */
function isDefect({ originalError, extensions }: GraphQLError): boolean {
  const isMeant = originalError == null || originalError instanceof GraphQLError;
  return !isMeant && (extensions['code'] ?? INTERNAL) === INTERNAL;
}

const INTERNAL = INTERNAL_ERROR.extensions.code;

/** What a rule says of an error, where Apollo has put another around it. */
function extensionsBelow(error: unknown): unknown {
  const { originalError } = error as { readonly originalError?: unknown };
  return originalError instanceof GraphQLError ? originalError.extensions : {};
}

/** What the graph says on purpose is passed on; anything else is logged here and says nothing outside. */
export function withoutInternals(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof GraphQLError && !isDefect(original)) return formatted;
  log.error({ err: original, field: fieldOf(error) }, 'a resolver broke');
  return { ...formatted, ...INTERNAL_ERROR };
}

/** Its name in the schema: an alias is what a client says. */
function fieldOf(error: unknown): string | undefined {
  const [node] = (error as Partial<GraphQLError>).nodes ?? [];
  return node?.kind === Kind.FIELD ? node.name.value : undefined;
}
