import { GraphQLError } from 'graphql';

/** An argument that cannot be used: which one, and what would do. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A list that was never obtained: why it is null. */
export function sourceUnavailable(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'SOURCE_UNAVAILABLE' } });
}
