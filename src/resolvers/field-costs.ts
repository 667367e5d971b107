import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { LONGEST_PAGE } from './connection.js';
import { isConnection, isListOfObjects } from './counted-lists.js';

/** What a field costs before it is executed: about what it is to answer with one field of one record. */
export const COST_PER_FIELD = 1;

/** To make a page, whatever is on it. */
const COST_PER_PAGE = 10;

/** To ask for freshness may mean to look anew. */
const COST_OF_LOOKING = 50;

/** How many items a list has for which nobody says how many. */
const ITEMS_PER_LIST = 4;

/** Arguments that say how many items there are: a number, or one item for each of a list. */
const SIZE_ARGUMENTS = ['first', 'ids'] as const;

type SizeArgument = (typeof SIZE_ARGUMENTS)[number];

/** How many items of a field's selection there are, where they are more than one. */
export type Items =
  { readonly kind: 'list'; readonly count: number } | { readonly kind: 'asked'; readonly by: SizeArgument };

export interface FieldCost {
  readonly own: number;
  /** What it costs besides when an argument is given, by the argument. */
  readonly withArgument: Readonly<Record<string, number>>;
  readonly items: Items | null;
}

/** What the fields of a schema cost. */
export class FieldCosts {
  /** How many there are of each in the schema itself, on average. */
  private readonly introspection: ReadonlyMap<string, number>;

  constructor(schema: GraphQLSchema) {
    this.introspection = introspectionCounts(schema);
  }

  of(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): FieldCost {
    const hasFreshness = field.args.some(({ name }) => name === 'maxAge');
    const withArgument = hasFreshness ? { maxAge: COST_OF_LOOKING } : {};
    if (isConnection(field.type)) return { own: COST_PER_PAGE, withArgument, items: { kind: 'asked', by: 'first' } };
    if (!isListOfObjects(field.type)) return { own: COST_PER_FIELD, withArgument, items: null };
    const by = SIZE_ARGUMENTS.find((name) => field.args.some((argument) => argument.name === name));
    if (by !== undefined) return { own: COST_PER_FIELD, withArgument, items: { kind: 'asked', by } };
    const count = this.introspection.get(`${parent.name}.${field.name}`) ?? ITEMS_PER_LIST;
    return { own: COST_PER_FIELD, withArgument, items: { kind: 'list', count } };
  }
}

/** How many items are reckoned with: what is asked for, up to the longest page there is. */
export function itemsAsked(size: unknown): number {
  const count = Array.isArray(size) ? size.length : typeof size === 'string' ? 1 : size;
  return typeof count === 'number' && count >= 0 ? Math.min(count, LONGEST_PAGE) : LONGEST_PAGE;
}

/** Says in the description of each list what it costs. To be called when a schema is built. */
export function describeCosts(schema: GraphQLSchema): void {
  const costs = new FieldCosts(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || isIntrospectionType(type) || isConnection(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const text = textOf(costs.of(type, field), getNamedType(field.type));
      if (text !== null) field.description = `${field.description ?? ''} ${text}`.trim();
    }
  }
}

function textOf({ own, withArgument, items }: FieldCost, type: GraphQLNamedType): string | null {
  if (type.name.endsWith('Edge')) return null;
  if (items?.kind === 'asked') return `Cost: ${own} + its fields for each of \`${items.by}\`.`;
  if (items?.kind === 'list') return `Cost: ${own} + ${items.count} × its fields.`;
  const [argument] = Object.entries(withArgument);
  return argument === undefined ? null : `Cost: ${own}; ${own + argument[1]} with \`${argument[0]}\`.`;
}

function introspectionCounts(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const average = (count: number): number => Math.max(1, Math.ceil(count / types.length));
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const interfaces = sum(types.map((type) => (isObjectType(type) ? type.getInterfaces().length : 0)));
  const inputFields = sum(types.map((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0)));
  return new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', schema.getDirectives().length],
    ['__Type.fields', average(fields.length)],
    ['__Type.interfaces', average(interfaces)],
    ['__Type.possibleTypes', average(interfaces)],
    ['__Type.inputFields', average(inputFields)],
    ['__Type.enumValues', average(sum(types.map((type) => (isEnumType(type) ? type.getValues().length : 0))))],
    ['__Field.args', Math.max(1, Math.ceil(sum(fields.map(({ args }) => args.length)) / Math.max(1, fields.length)))],
    ['__Directive.args', 2],
  ]);
}
