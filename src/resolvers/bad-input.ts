import { GraphQLError } from 'graphql';
import { cut } from '../model/cut.js';

/** What is longer says nothing more to whoever wrote it, and is said again for each field that it was given to. */
const LONGEST_REPEATED = 100;

/** An argument that cannot be used: which one, and what would do. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** What somebody wrote, to be repeated in such an error. */
export function repeated(text: string): string {
  return cut(text, LONGEST_REPEATED);
}

/** A list that was never obtained: why it is null. */
export function sourceUnavailable(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'SOURCE_UNAVAILABLE' } });
}

/** A list of what nothing that is configured has, as far as who asks may see: null, and nothing is missing. */
export function notConfigured(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'SOURCE_UNAVAILABLE', reason: 'NOT_CONFIGURED' } });
}
