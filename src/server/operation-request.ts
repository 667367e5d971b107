import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLErrorOptions,
  type GraphQLSchema,
  OperationTypeNode,
  type ParseOptions,
  type ValidationRule,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { ParsedDocuments } from './bounded-cache.js';
import { MOST_ERRORS } from './errors-told.js';
import type { RequestLimits } from './request-limits.js';

/** What a client asks, however it is connected. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly extensions?: Record<string, unknown> | null | undefined;
}

/** A request that may be executed. */
export interface Prepared {
  readonly args: ExecutionArgs;
  readonly isSubscription: boolean;
}

/** Parses and validates what came over a connection that lives, by the same rules and with the same codes as over HTTP. */
export function createPreparation(
  schema: GraphQLSchema,
  limits: RequestLimits,
  { kept }: ParsedDocuments,
): (payload: OperationRequest) => Prepared | readonly GraphQLError[] {
  const rules = [...specifiedRules, ...limits.rules];
  return ({ query, operationName, variables }) => {
    // Under a name of its own: Apollo asks for the same documents by other ones.
    const name = createHash('sha256').update(query).digest('base64url');
    const document = kept.get(name) ?? checked(query, { schema, rules, limits });
    if (!('kind' in document)) return document;
    kept.set(name, document);
    const operation = getOperationAST(document, operationName ?? undefined);
    if (operation == null) {
      return [coded(new GraphQLError('Name one of the operations of the document.'), 'OPERATION_RESOLUTION_FAILURE')];
    }
    const given = variables ?? {};
    // First: it bounds what variables hold.
    const costly = refusalOf(() => limits.costOf(document, operation, given));
    if (costly !== null) return [costly];
    const definitions = operation.variableDefinitions ?? [];
    const { errors: unfit = [] } = getVariableValues(schema, definitions, given, { maxErrors: MOST_ERRORS });
    if (unfit.length > 0) return unfit.map((error) => coded(error, 'BAD_USER_INPUT'));
    const declared = new Set(definitions.map(({ variable }) => variable.name.value));
    // Others say nothing, may hold anything, and would be kept as long as a subscription lives.
    const variableValues = Object.fromEntries(Object.entries(given).filter(([name]) => declared.has(name)));
    const args = { schema, document, operationName: operationName ?? null, variableValues };
    return { args, isSubscription: operation.operation === OperationTypeNode.SUBSCRIPTION };
  };
}

interface Checking {
  readonly schema: GraphQLSchema;
  readonly rules: readonly ValidationRule[];
  readonly limits: RequestLimits;
}

function checked(query: string, { schema, rules, limits }: Checking): DocumentNode | readonly GraphQLError[] {
  const named = (error: GraphQLError, code: string): GraphQLError => {
    const { message, extensions = {} } = limits.named(coded(error, code).toJSON(), error.extensions);
    return new GraphQLError(message, { ...placeOf(error), extensions });
  };
  const document = parsed(query, limits.parseOptions);
  if (document instanceof GraphQLError) return [named(document, 'GRAPHQL_PARSE_FAILED')];
  const errors = validate(schema, document, rules, { maxErrors: MOST_ERRORS });
  return errors.length === 0 ? document : errors.map((error) => named(error, 'GRAPHQL_VALIDATION_FAILED'));
}

/** Null where nothing is refused. */
function refusalOf(check: () => unknown): GraphQLError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function parsed(query: string, options: ParseOptions): DocumentNode | GraphQLError {
  try {
    return parse(query, options);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    // Lists in lists, without an end: the parser goes down into each of them, and its stack has one.
    if (error instanceof RangeError) return new GraphQLError('Syntax Error: It is nested too deep to be read.');
    throw error;
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { ...placeOf(error), extensions: { ...error.extensions, code } });
}

function placeOf({ nodes, source, positions }: GraphQLError): GraphQLErrorOptions {
  return { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null };
}
