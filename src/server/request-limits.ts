import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  type ParseOptions,
  type ValidationRule,
} from 'graphql';
import type { ServerLimits } from '../model/server-limits.js';
import { documentSizeRule } from './limits/document-size.js';
import { inputSizeRule, refuseLargeVariables } from './limits/input-size.js';
import { QueryCosts } from './limits/query-cost.js';
import { type Excess, excessError } from './limits/refusal.js';

/** Codes by which GraphQL's own stages call what is refused in them; a limit that was passed has a name of its own. */
const STAGES: ReadonlySet<unknown> = new Set(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']);

/** Where the configuration says that the schema is not to be read. */
const noIntrospection: ValidationRule = (context) => ({
  Field: (node) => {
    if (node.name.value !== '__schema' && node.name.value !== '__type') return;
    const message = 'Introspection is off here; `server.introspection: true` in the configuration turns it on.';
    context.reportError(new GraphQLError(message, { nodes: [node] }));
  },
});

/** What one request may ask for; the same over HTTP, WebSocket and SSE. */
export class RequestLimits {
  readonly parseOptions: ParseOptions;
  /** What a document must keep to besides the rules of GraphQL. */
  readonly rules: readonly ValidationRule[];
  private readonly costs: QueryCosts;

  constructor(
    schema: GraphQLSchema,
    isIntrospectable: boolean,
    private readonly limits: ServerLimits,
  ) {
    this.costs = new QueryCosts(schema);
    this.parseOptions = { maxLexicalTokens: limits.tokens };
    const sizes = [documentSizeRule(limits), inputSizeRule];
    this.rules = isIntrospectable ? sizes : [...sizes, noIntrospection];
  }

  /**
   * What an operation that has been validated costs.
   * @throws GraphQLError where that is too much, or its variables are
   */
  costOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): Cost {
    refuseLargeVariables(variables);
    const { cost: limit, eventCost } = this.limits;
    const value = this.costs.costOf(document, operation, variables);
    if (value > limit) throw excessError(tooCostly(value, limit));
    if (operation.operation === OperationTypeNode.SUBSCRIPTION && value > eventCost)
      throw excessError(eventTooCostly(value, eventCost));
    return { value, limit };
  }

  /** The error with the code of the limit that was passed, where it was one. */
  named(error: GraphQLFormattedError, own: unknown): GraphQLFormattedError {
    if (!STAGES.has(error.extensions?.['code'])) return error;
    if (/^Syntax Error: Document contains more tha[tn] \d+ tokens/.test(error.message)) {
      const { tokens: limit } = this.limits;
      const message = `The document has more than ${limit} tokens. Ask for less in one request.`;
      return { message, extensions: { code: 'TOO_MANY_TOKENS', setting: 'tokens', limit } };
    }
    const { code } = own as { readonly code?: unknown };
    return typeof code === 'string' ? { ...error, extensions: { ...error.extensions, code } } : error;
  }
}

/** What an operation costs, and may cost at the most. */
export interface Cost {
  readonly value: number;
  readonly limit: number;
}

function tooCostly(value: number, limit: number): Excess {
  const message = `The query may cost ${value}, and no more than ${limit} is taken: ask for less with \`first\`, or in several requests.`;
  return { code: 'QUERY_TOO_COSTLY', message, setting: 'cost', limit, value };
}

function eventTooCostly(value: number, limit: number): Excess {
  const message = `Each event of the subscription may cost ${value}, and no more than ${limit} is taken: be told that something changed, and ask for more then.`;
  return { code: 'EVENT_TOO_COSTLY', message, setting: 'eventCost', limit, value };
}
