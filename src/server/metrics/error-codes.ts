import type { GraphQLFormattedError } from 'graphql';
import type { Metrics } from './metrics.js';

/** Codes that clients are told. Whatever else an error may be called is counted as one: labels have an end. */
const KNOWN: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'BATCHING_NOT_SUPPORTED',
  'BODY_TOO_LARGE',
  'CURSOR_EXPIRED',
  'DEADLINE_EXCEEDED',
  'DOCUMENT_NOT_TRUSTED',
  'EVENT_TOO_COSTLY',
  'FORBIDDEN',
  'FOREIGN_HOST',
  'FOREIGN_ORIGIN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'OPERATION_RESOLUTION_FAILURE',
  'OVERLOADED',
  'PERSISTED_QUERY_NOT_FOUND',
  'QUERY_TOO_COSTLY',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_LARGE',
  'RATE_LIMITED',
  'SOURCE_UNAVAILABLE',
  'SUBSCRIPTIONS_TOO_LARGE',
  'SUBSCRIPTION_OVER_HTTP',
  'TOO_MANY_ALIASES',
  'TOO_MANY_CONNECTIONS',
  'TOO_MANY_DIRECTIVES',
  'TOO_MANY_ERRORS',
  'TOO_MANY_FIELDS',
  'TOO_MANY_SUBSCRIPTIONS',
  'TOO_MANY_TOKENS',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
]);

/** What an error is counted as. */
export function labelOfCode(code: unknown): string {
  return KNOWN.has(code) ? (code as string) : 'OTHER';
}

/** Counts what an answer says went wrong: each sort of it once, however many fields it befell. */
export function countErrors(metrics: Metrics, errors: readonly Pick<GraphQLFormattedError, 'extensions'>[]): void {
  for (const code of new Set(errors.map(({ extensions }) => extensions?.['code']))) metrics.wentWrong(code);
}
