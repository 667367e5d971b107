import { types } from 'node:util';
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Connection } from './connection.js';
import type { GraphContext } from './context.js';
import { type ListBudget, NOTHING } from './list-budget.js';

/** Counts every list of objects, where it is resolved. To be called when a schema is built. */
export function countLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const fields: readonly GraphQLField<unknown, GraphContext>[] = Object.values(type.getFields());
    for (const field of fields) {
      if (isListOfObjects(field.type)) countItems(field);
      else if (isConnection(field.type)) countPage(field);
      else if (isConnection(type) && field.name === 'totalCount') field.resolve = totalOf;
    }
  }
}

type Resolve = GraphQLFieldResolver<unknown, GraphContext, Record<string, unknown>>;

/**
 * What a field without a resolver of its own is: read by its name, and not by what `info` says of it, which compiled queries mix up
 * where names joined by `_` are the same.
 */
function resolverOf(field: GraphQLField<unknown, GraphContext>): Resolve {
  return field.resolve ?? ((root) => (root as Readonly<Record<string, unknown>>)[field.name]);
}

/** A resolver of its own, since it may be what is too much: to count them all. */
const totalOf: Resolve = (page) => (page as Connection<unknown>).totalCount;

/** Whether a field answers with a list whose items have fields of their own. */
export function isListOfObjects(type: GraphQLOutputType): boolean {
  const list = getNullableType(type);
  return isListType(list) && isCompositeType(getNullableType(list.ofType));
}

/** Whether a type is a page of a list. */
export function isConnection(type: GraphQLOutputType): boolean {
  const connection = getNullableType(type);
  return isObjectType(connection) && connection.name.endsWith('Connection');
}

/** At once: pages are made asynchronously, and very many may be asked for in one breath. */
function countPage(field: GraphQLField<unknown, GraphContext>): void {
  const resolve = resolverOf(field);
  field.resolve = (root, args: Record<string, unknown>, context, info) => {
    if (context.budget.isSpent) return NOTHING;
    context.budget.page();
    return resolve(root, args, context, info);
  };
}

function countItems(field: GraphQLField<unknown, GraphContext>): void {
  const resolve = resolverOf(field);
  field.resolve = (root, args: Record<string, unknown>, context, info) => {
    const { budget } = context;
    if (budget.isSpent) return [];
    const found: unknown = resolve(root, args, context, info);
    if (!types.isPromise(found)) return counted(found, budget);
    return found.then((list: unknown) => counted(list, budget));
  };
}

function counted(found: unknown, budget: ListBudget): unknown {
  if (Array.isArray(found)) budget.list(found.length);
  return found;
}
