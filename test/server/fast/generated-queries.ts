import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

const DEEPEST = 4;

/** Makes queries that are valid over a schema: fields thrown, arguments from a choice by name. */
export class QueryMaker {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
    /** Literals for arguments, by name; a field with a required one that is not here is passed over. */
    private readonly choices: Readonly<Record<string, readonly string[]>>,
  ) {}

  query(): string {
    const root = this.schema.getQueryType();
    const fields = root == null ? [] : Object.values(root.getFields());
    const chosen = this.some(fields, 2).flatMap((field) => this.field(field, 0) ?? []);
    return chosen.length === 0
      ? '{ __typename }'
      : `{ ${chosen.map((text, index) => `f${index}: ${text}`).join(' ')} }`;
  }

  private selection(typeName: string, depth: number): string {
    const type = this.schema.getType(typeName);
    if (isAbstractType(type)) {
      const [one] = this.some([...this.schema.getPossibleTypes(type)], 1);
      const inside = one === undefined ? '' : ` ... on ${one.name} ${this.selection(one.name, depth + 1)}`;
      return `{ __typename${inside} }`;
    }
    if (!isObjectType(type)) return '';
    const fields = this.some(Object.values(type.getFields()), 4).flatMap((field) => this.field(field, depth + 1) ?? []);
    const isCut = this.random() < 0.1 ? ` @skip(if: ${String(this.random() < 0.5)})` : '';
    return `{ __typename${isCut} ${fields.join(' ')} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string | null {
    const type = getNamedType(field.type);
    if (isCompositeType(type) && depth >= DEEPEST) return null;
    const args: string[] = [];
    for (const { name, type: wanted } of field.args) {
      const isNeeded = isNonNullType(wanted) && field.args.find((arg) => arg.name === name)?.defaultValue === undefined;
      const literals = name === 'first' ? ['1', '2'] : this.choices[name];
      if (literals === undefined) {
        if (isNeeded) return null;
        continue;
      }
      if (!isNeeded && name !== 'first' && this.random() < 0.6) continue;
      const literal = literals[Math.floor(this.random() * literals.length)] ?? 'null';
      args.push(`${name}: ${isList(wanted) ? `[${literal}]` : literal}`);
    }
    const given = args.length === 0 ? '' : `(${args.join(', ')})`;
    return `${field.name}${given}${isCompositeType(type) ? ` ${this.selection(type.name, depth)}` : ''}`;
  }

  private some<T>(items: readonly T[], most: number): readonly T[] {
    const left = [...items];
    const taken: T[] = [];
    while (taken.length < most && left.length > 0)
      taken.push(...left.splice(Math.floor(this.random() * left.length), 1));
    return taken;
  }
}

function isList(type: GraphQLField<unknown, unknown>['args'][number]['type']): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
