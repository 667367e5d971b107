import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ParseOptions, type ValidationRule } from 'graphql';
import { MOST_LIST_ITEMS } from '../resolvers/list-budget.js';

/** What one request may ask for; the same over HTTP and WebSocket. */
export const REQUEST_LIMITS = {
  /** Bytes of a request's body, or of one WebSocket message. */
  body: 256 * 1024,
  /** Lexical tokens of a document. */
  tokens: 4_000,
  /** Nesting of a document. The introspection query of GraphiQL needs 15. */
  depth: 18,
  /** Items of all lists of an answer together; counted where they are resolved. */
  listItems: MOST_LIST_ITEMS,
} as const;

export const parseOptions: ParseOptions = { maxLexicalTokens: REQUEST_LIMITS.tokens };

/** Where the configuration says that the schema is not to be read. */
const noIntrospection: ValidationRule = (context) => ({
  Field: (node) => {
    if (node.name.value !== '__schema' && node.name.value !== '__type') return;
    const message = 'Introspection is off here; `server.introspection: true` in the configuration turns it on.';
    context.reportError(new GraphQLError(message, { nodes: [node] }));
  },
});

/** A document nested too deeply is refused as any other that is not valid, and not by throwing. */
const depthLimit = maxDepthRule({
  n: REQUEST_LIMITS.depth,
  ignoreIntrospection: false,
  flattenFragments: true,
  propagateOnRejection: false,
  onReject: [
    (context) => {
      context?.reportError(new GraphQLError(`The query is nested deeper than ${REQUEST_LIMITS.depth} levels.`));
    },
  ],
}) as ValidationRule;

/** What a document must keep to besides the rules of GraphQL; the same over HTTP and WebSocket. */
export function ownRules(isIntrospectable: boolean): ValidationRule[] {
  return isIntrospectable ? [depthLimit] : [depthLimit, noIntrospection];
}
