import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { NoSchemaIntrospectionCustomRule, type ParseOptions, type ValidationRule } from 'graphql';

/** What one request may ask for; the same over HTTP and WebSocket. */
export const REQUEST_LIMITS = {
  /** Bytes of a request's body, or of one WebSocket message. */
  body: 256 * 1024,
  /** Lexical tokens of a document. */
  tokens: 4_000,
  /** Nesting of a document. The introspection query of GraphiQL needs 15. */
  depth: 18,
} as const;

export const parseOptions: ParseOptions = { maxLexicalTokens: REQUEST_LIMITS.tokens };

export function validationRules(isIntrospectable: boolean): ValidationRule[] {
  const depth = maxDepthRule({ n: REQUEST_LIMITS.depth, ignoreIntrospection: false }) as ValidationRule;
  return isIntrospectable ? [depth] : [depth, NoSchemaIntrospectionCustomRule];
}
