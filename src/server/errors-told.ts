import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { cut } from '../model/cut.js';
import { DEADLINE_EXCEEDED, QUERY_TOO_LARGE } from '../resolvers/list-budget.js';

/** An answer tells no more errors: whoever mends these asks again. */
export const MOST_ERRORS = 50;

/** GraphQL repeats what does not fit, however long it is. */
const LONGEST_MESSAGE = 2_000;

/** With it GraphQL begins what it guesses to be meant: names of the schema. It stands last. */
const GUESS = 'Did you mean ';

/** Codes of what is refused while it is executed. */
const BEYOND: ReadonlySet<unknown> = new Set([QUERY_TOO_LARGE, DEADLINE_EXCEEDED]);

/** Stands for what should not have happened: what it was, the log says. */
export const INTERNAL_ERROR = {
  message: 'Internal error',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
} as const satisfies GraphQLFormattedError;

export function internalError(): GraphQLError {
  const { message, extensions } = INTERNAL_ERROR;
  return new GraphQLError(message, { extensions });
}

/** Whether the answer is refused as a whole because of this. */
export function isBeyond({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): boolean {
  return BEYOND.has(extensions?.['code']);
}

/** Those errors of a result that are told: thousands of fields may have ended with the same. */
export function firstOf(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  if (errors.length <= MOST_ERRORS) return errors;
  const excess = errors.find(isBeyond);
  if (excess !== undefined) return [excess];
  const message = `There are more than ${MOST_ERRORS} errors: those that are left out are not told.`;
  const extensions = { code: 'TOO_MANY_ERRORS', limit: MOST_ERRORS };
  return [...errors.slice(0, MOST_ERRORS), new GraphQLError(message, { extensions })];
}

/** An error in so many words as somebody reads, and without names of the schema where that is not to be read. */
export function inShort(error: GraphQLFormattedError, isIntrospectable: boolean): GraphQLFormattedError {
  const guess = isIntrospectable || !error.message.endsWith('?') ? -1 : error.message.lastIndexOf(GUESS);
  const said = guess < 0 ? error.message : error.message.slice(0, guess).trimEnd();
  return { ...error, message: cut(said, LONGEST_MESSAGE) };
}
