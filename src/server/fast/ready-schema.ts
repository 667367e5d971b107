import { types } from 'node:util';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  type GraphQLSchema,
  GraphQLString,
  defaultFieldResolver,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Resource } from '../../model/resource.js';
import type { GraphContext } from '../../resolvers/context.js';

export interface ReadyMaker {
  /** The JSON of one resource; the key says of which selection. */
  textOf(record: Resource, key: string, context: GraphContext): string;
  /** The same of a list. */
  textOfList(list: readonly (Resource | null)[], key: string, context: GraphContext): string;
  /** Takes JSON that is complete, and answers what stands for it. */
  placeOf(text: string, context: GraphContext): string;
}

/** The argument that names a selection. */
export const SELECTION = 'selection';

/** The field that answers with JSON where another answers with resources. */
export function readyName(field: string): string {
  return `${field}__ready`;
}

/** Whether a field answers with resources, one or several: these carry an id, and what they are is kept by it. */
export function answersResources(schema: GraphQLSchema, type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  const resource = schema.getType('Resource');
  if (!isInterfaceType(resource)) return false;
  if (isAbstractType(named)) return schema.getPossibleTypes(named).every((one) => schema.isSubType(resource, one));
  return isObjectType(named) && schema.isSubType(resource, named);
}

/**
 * The schema with one more field beside each that answers with resources: it takes the name of a selection, and answers with
 * the JSON of all of them as one text. For execution only: nobody sees it.
 */
export function readySchema(schema: GraphQLSchema, maker: ReadyMaker): GraphQLSchema {
  const json = new GraphQLScalarType({ name: 'ReadyJson' });
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => {
      const { fields, ...config } = type.toConfig();
      const more: GraphQLFieldConfigMap<unknown, GraphContext> = {};
      for (const [name, field] of Object.entries<GraphQLFieldConfig<unknown, GraphContext>>(fields))
        if (answersResources(schema, field.type)) more[readyName(name)] = readyField(name, field, json, maker);
      return new GraphQLObjectType({ ...config, fields: { ...fields, ...more } });
    },
  });
}

function readyField(
  name: string,
  field: GraphQLFieldConfig<unknown, GraphContext>,
  json: GraphQLScalarType,
  maker: ReadyMaker,
): GraphQLFieldConfig<unknown, GraphContext> {
  const resolve = field.resolve ?? defaultFieldResolver;
  const ready = (found: unknown, key: string, context: GraphContext): string | null => {
    if (found == null) return null;
    const text = Array.isArray(found)
      ? maker.textOfList(found as readonly (Resource | null)[], key, context)
      : maker.textOf(found as Resource, key, context);
    return maker.placeOf(text, context);
  };
  return {
    type: isNonNullType(field.type) ? new GraphQLNonNull(json) : json,
    args: { ...field.args, [SELECTION]: { type: new GraphQLNonNull(GraphQLString) } },
    resolve: (root, args: Readonly<Record<string, string>>, context, info) => {
      const found: unknown = resolve(root, args, context, { ...info, fieldName: name });
      const key = args[SELECTION] ?? '';
      return types.isPromise(found) ? found.then((later) => ready(later, key, context)) : ready(found, key, context);
    },
  };
}
