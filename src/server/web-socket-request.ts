import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { ownRules, parseOptions } from './request-limits.js';

/** A request that may be executed. */
export interface Prepared {
  readonly args: ExecutionArgs;
  readonly isSubscription: boolean;
}

/** Parses and validates what came over a WebSocket, by the same rules and with the same codes as over HTTP. */
export function createPreparation(
  schema: GraphQLSchema,
  isIntrospectable: boolean,
): (payload: SubscribePayload) => Prepared | readonly GraphQLError[] {
  const rules = [...specifiedRules, ...ownRules(isIntrospectable)];
  return ({ query, operationName, variables }) => {
    const document = parsed(query);
    if (document instanceof GraphQLError) return [coded(document, 'GRAPHQL_PARSE_FAILED')];
    const errors = validate(schema, document, rules);
    if (errors.length > 0) {
      const shown = isIntrospectable ? errors : errors.map(withoutSuggestion);
      return shown.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    }
    const operation = getOperationAST(document, operationName ?? undefined);
    if (operation == null) {
      return [coded(new GraphQLError('Name one of the operations of the document.'), 'OPERATION_RESOLUTION_FAILURE')];
    }
    const variableValues = variables ?? {};
    const unfit = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues).errors ?? [];
    if (unfit.length > 0) return unfit.map((error) => coded(error, 'BAD_USER_INPUT'));
    const args = { schema, document, operationName: operationName ?? null, variableValues };
    return { args, isSubscription: operation.operation === OperationTypeNode.SUBSCRIPTION };
  };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, parseOptions);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function coded({ message, nodes, source, positions, extensions }: GraphQLError, code: string): GraphQLError {
  const where = { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null };
  return new GraphQLError(message, { ...where, extensions: { ...extensions, code } });
}

/** Names of the schema are not given away where it may not be read. */
function withoutSuggestion({ message, nodes, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message.replace(/ ?Did you mean .+\?$/, ''), { nodes: nodes ?? null, extensions });
}
