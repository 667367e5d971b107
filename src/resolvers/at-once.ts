import { type GraphQLFieldResolver, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { type Resource, typeNameOf } from '../model/resource.js';
import type { Milliseconds } from '../model/time.js';
import type { GraphContext } from './context.js';
import { presentHealth } from './resource.resolver.js';

/**
 * Parents are plain records, frozen and shared: they are handed to resolvers as they are, where type-graphql would copy
 * each into a new instance of its class, for every field; and a field without a resolver of its own is read directly.
 * To be called before a schema is built.
 */
export function takeRecordsAsTheyAre(): void {
  const { objectTypes, params } = getMetadataStorage();
  for (const type of objectTypes) type.simpleResolvers = true;
  for (const param of params) if (param.kind === 'root') Object.assign(param, { getType: undefined });
}

/**
 * type-graphql makes every field with an argument asynchronous, and every choice of a type; a list of a thousand pods
 * would wait for thousands of promises that have nothing to wait for. So `health` without `maxAge`, and what type a
 * resource is, are answered here, at once.
 */
export function answerAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (record: Resource) => typeNameOf(record);
    const field = isObjectType(type) ? type.getFields()['health'] : undefined;
    if (field?.resolve === undefined) continue;
    field.resolve = withoutWaiting(field.resolve as HealthResolver) as GraphQLFieldResolver<unknown, unknown>;
  }
}

type HealthResolver = GraphQLFieldResolver<Resource, GraphContext, { maxAge?: Milliseconds | null }>;

function withoutWaiting(refresh: HealthResolver): HealthResolver {
  return (root, args, context, info) =>
    args.maxAge == null ? presentHealth(root.id, context) : refresh(root, args, context, info);
}
