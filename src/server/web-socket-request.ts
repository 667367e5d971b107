import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  type ValidationRule,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { depthLimit, parseOptions } from './request-limits.js';

/** A request that may be executed. */
export interface Prepared {
  readonly args: ExecutionArgs;
  readonly isSubscription: boolean;
}

/** Parses and validates what came over a WebSocket, by the same rules as over HTTP. */
export function createPreparation(
  schema: GraphQLSchema,
  isIntrospectable: boolean,
): (payload: SubscribePayload) => Prepared | readonly GraphQLError[] {
  const hidden: ValidationRule[] = isIntrospectable ? [] : [NoSchemaIntrospectionCustomRule];
  const rules = [...specifiedRules, depthLimit, ...hidden];
  return ({ query, operationName, variables }) => {
    let document;
    try {
      document = parse(query, parseOptions);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
    const errors = validate(schema, document, rules);
    if (errors.length > 0) return errors;
    const operation = getOperationAST(document, operationName ?? undefined);
    if (operation == null) return [new GraphQLError('Name one of the operations of the document.')];
    const args = { schema, document, operationName: operationName ?? null, variableValues: variables ?? {} };
    return { args, isSubscription: operation.operation === OperationTypeNode.SUBSCRIPTION };
  };
}
