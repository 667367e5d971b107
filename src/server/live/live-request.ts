import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  print,
  visit,
} from 'graphql';
import type { LiveField } from '../../resolvers/live-field.js';

/** What a subscriber asks for. */
export interface LiveRequest {
  /** The field of `Subscription`. */
  readonly name: string;
  readonly field: LiveField;
  readonly args: Record<string, unknown>;
  /** The same for the same words, whatever the values. */
  readonly queryHash: string;
  /** The same for all who may share their events: the same words and values, but for where to begin. */
  readonly group: string;
}

/** Understands a subscription that has been validated. Throws a GraphQLError where its variables do not fit. */
export function readLiveRequest(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  fields: Readonly<Record<string, LiveField>>,
): LiveRequest {
  const operation = getOperationAST(document, operationName ?? undefined) as OperationDefinitionNode;
  const [node] = operation.selectionSet.selections;
  const definition = node?.kind === Kind.FIELD ? schema.getSubscriptionType()?.getFields()[node.name.value] : undefined;
  if (node?.kind !== Kind.FIELD || definition === undefined) {
    throw new GraphQLError('A subscription names its one field directly, not through a fragment.', {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  }
  const name = node.name.value;
  const field = fields[name];
  if (field === undefined) throw new GraphQLError(`${name} cannot be subscribed to.`);
  const given = variableValues ?? {};
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (coerced === undefined) throw errors[0] ?? new GraphQLError('The variables do not fit.');
  const args = getArgumentValues(definition, node, coerced);
  const starts = startVariables(document, node, field);
  // As they were said: what they were read as cannot always be written down.
  const values = Object.keys(coerced)
    .filter((variable) => Object.hasOwn(given, variable) && !starts.has(variable))
    .map((variable) => [variable, given[variable]]);
  const queryHash = createHash('sha256')
    .update(document.loc?.source.body ?? print(document))
    .digest('base64url');
  return { name, field, args, queryHash, group: JSON.stringify([queryHash, operationName ?? null, values]) };
}

/** Variables that say where to begin, and nothing else: what is used elsewhere too may make another answer. */
function startVariables(document: DocumentNode, { arguments: given = [] }: FieldNode, field: LiveField): Set<string> {
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name: { value } }) => {
      uses.set(value, (uses.get(value) ?? 0) + 1);
    },
  });
  const starts = given.flatMap(({ name, value }) =>
    field.startArguments.includes(name.value) && value.kind === Kind.VARIABLE ? [value.name.value] : [],
  );
  return new Set(starts.filter((variable) => uses.get(variable) === 1));
}
