import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLBoolean,
  GraphQLInt,
  GraphQLNonNull,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parseValue,
  valueFromASTUntyped,
} from 'graphql';

const DEEPEST = 4;
const MOST_FIELDS = 3;

/** Of a query: once it has so many, what is asked for has no fields of its own. */
const LARGE = 15;

export interface GeneratedOperation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What was thrown so far for the operation that is made. */
class Draft {
  readonly fragments: string[] = [];
  /** Names of fragments by the type that they are on. */
  readonly fragmentsOn = new Map<string, string[]>();
  /** By name, as they are declared. */
  readonly declared = new Map<string, string>();
  readonly given: Record<string, unknown> = {};
  fields = 0;
  private names = 0;

  constructor(
    /** With variables and inputs. */
    readonly isRich: boolean,
    readonly hasConditions: boolean,
    /** Some variables are null, or left out, though they must not be. */
    readonly isFaulty: boolean,
  ) {}

  newName(start: string): string {
    this.names += 1;
    return `${start}${this.names}`;
  }
}

/**
 * Makes queries that are valid over a schema: fields thrown, arguments from a choice by name; named fragments, fields that are asked
 * for twice, several types under one interface, and conditions.
 */
export class QueryMaker {
  private draft = new Draft(false, false, false);

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
    /** Literals for arguments and what is in them, by name; a field with a required one that is not here is passed over. */
    private readonly choices: Readonly<Record<string, readonly string[]>>,
  ) {}

  /** With what it asks for written in it. */
  query(): string {
    return this.make(false).text;
  }

  /** With inputs, and with variables in many places: given, null, left out, and with defaults. */
  operation(): GeneratedOperation {
    return this.make(true);
  }

  private make(isRich: boolean): GeneratedOperation {
    this.draft = new Draft(isRich, this.isOneOf(5), this.isOneOf(5));
    const root = this.schema.getQueryType();
    const fields = root == null ? [] : Object.values(root.getFields());
    const chosen = this.some(fields, 2).flatMap((field) => this.field(field, 0, true) ?? []);
    const { declared, fragments, given } = this.draft;
    const text = [`{ ${chosen.length === 0 ? '__typename' : chosen.join(' ')} }`, ...fragments].join(' ');
    // Of a field that was passed over in the end, its variables are not used.
    const used = [...declared].filter(([name]) => new RegExp(`\\$${name}\\b`).test(text)).map(([, as]) => as);
    return { text: used.length === 0 ? text : `query (${used.join(', ')}) ${text}`, variables: given };
  }

  /** @param isAlone no other type may be answered in the same place: names need not differ */
  private selection(type: GraphQLCompositeType, depth: number, isAlone: boolean): string {
    const { fragments, fragmentsOn } = this.draft;
    const known = fragmentsOn.get(type.name) ?? [];
    const again = isAlone && this.isOneOf(5) ? this.oneOf(known) : undefined;
    if (again !== undefined) return `{ __typename ...${again}${this.condition()} }`;
    const parts = `{ __typename${this.condition()} ${this.parts(type, depth, isAlone)} }`;
    if (!this.isOneOf(5)) return parts;
    const name = this.draft.newName('F');
    fragments.push(`fragment ${name} on ${type.name} ${parts}`);
    if (isAlone) fragmentsOn.set(type.name, [...known, name]);
    return `{ ...${name}${this.condition()} ${this.isOneOf(3) ? `...${name}` : '__typename'} }`;
  }

  private parts(type: GraphQLCompositeType, depth: number, isAlone: boolean): string {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    if (!isAbstractType(type))
      return this.some(fields, MOST_FIELDS).flatMap((field) => this.field(field, depth + 1, isAlone) ?? []).join(' '); // prettier-ignore
    const own = this.isOneOf(2)
      ? this.some(fields, 1).flatMap((field) => this.field(field, depth + 1, false) ?? [])
      : [];
    const inside = this.some([...this.schema.getPossibleTypes(type)], 1 + Math.floor(this.random() * 2)).map(
      (one) => `... on ${one.name}${this.condition()} ${this.selection(one, depth + 1, false)}`,
    );
    return [...own, ...inside].join(' ');
  }

  /** Null where it cannot be asked for. */
  private field(field: GraphQLField<unknown, unknown>, depth: number, isAlone: boolean): string | null {
    const type = getNamedType(field.type);
    if (isCompositeType(type) && (depth >= DEEPEST || this.draft.fields >= LARGE)) return null;
    const args: string[] = [];
    for (const arg of field.args) {
      const given = this.argument(arg);
      if (given === null) return null;
      if (given !== '') args.push(given);
    }
    this.draft.fields += 1;
    // Positions are told from other texts by their names.
    const hasOwnName =
      isAlone && field.args.length === 0 && !isCompositeType(type) && (this.isOneOf(2) || /cursor/i.test(field.name));
    const alias = hasOwnName ? '' : `${this.draft.newName(this.isOneOf(4) ? 'a_' : 'a')}: `;
    const asked = `${alias}${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}`;
    const once = (): string =>
      `${asked}${this.condition()}${isCompositeType(type) ? ` ${this.selection(type, depth, true)}` : ''}`;
    return this.isOneOf(8) ? `${once()} ${once()}` : once();
  }

  /** Null where one is needed and there is none; empty where it is left out. */
  private argument({ name, type, defaultValue }: GraphQLArgument): string | null {
    const isNeeded = isNonNullType(type) && defaultValue === undefined;
    if (!isNeeded && name !== 'first' && this.random() < 0.6) return '';
    const value = this.value(type, name, defaultValue !== undefined, true);
    if (value === null) return isNeeded ? null : '';
    return `${name}: ${value}`;
  }

  /** As it is written; null: there is none to choose. */
  private value(type: GraphQLInputType, name: string, hasDefault: boolean, mayBeVariable: boolean): string | null {
    if (!mayBeVariable || !this.draft.isRich || !this.isOneOf(3)) return this.literal(type, name, mayBeVariable);
    const literal = this.literal(type, name, false);
    return literal === null ? null : this.variable(type, literal, hasDefault);
  }

  /** @param holdsVariables they may stand within it */
  private literal(type: GraphQLInputType, name: string, holdsVariables: boolean): string | null {
    if (isNonNullType(type)) return this.literal(type.ofType, name, holdsVariables);
    if (isListType(type)) {
      const item = this.value(type.ofType, name, false, holdsVariables);
      return item === null ? null : `[${item}]`;
    }
    const choice = name === 'first' ? ['1', '2'] : this.choices[name];
    if (choice !== undefined) return this.oneOf(choice) ?? null;
    return this.draft.isRich ? this.thrown(type, holdsVariables) : null;
  }

  private thrown(type: GraphQLInputType, holdsVariables: boolean): string | null {
    if (type === GraphQLBoolean) return String(this.isOneOf(2));
    if (type === GraphQLInt) return String(Math.floor(this.random() * 3));
    if (isEnumType(type)) return this.oneOf(type.getValues())?.name ?? null;
    if (!isInputObjectType(type)) return null;
    const fields = Object.values(type.getFields());
    const needed = fields.filter((one) => isNonNullType(one.type) && one.defaultValue === undefined);
    const others = this.some(fields.filter((one) => !needed.includes(one)), 2); // prettier-ignore
    const inside: string[] = [];
    for (const { name, type: wanted, defaultValue } of [...needed, ...others]) {
      const value = this.value(wanted, name, defaultValue !== undefined, holdsVariables);
      if (value !== null) inside.push(`${name}: ${value}`);
    }
    return inside.length < needed.length ? null : `{ ${inside.join(', ')} }`;
  }

  /** A new variable, wherever a literal of this type may stand. */
  private variable(type: GraphQLInputType, literal: string, hasDefault: boolean): string {
    const { given } = this.draft;
    const name = this.draft.newName('v');
    const [nullable, needed] = isNonNullType(type)
      ? [String(type.ofType), String(type)]
      : [String(type), `${String(type)}!`];
    const ways = [needed, `${needed} = ${literal}`, `${nullable} = ${literal}`];
    if (!isNonNullType(type) || hasDefault) ways.push(nullable);
    const declared = this.oneOf(ways) ?? needed;
    this.draft.declared.set(name, `$${name}: ${declared}`);
    const mayBeNull = !isNonNullType(type) && !declared.includes('!');
    const mayBeLeftOut = declared !== needed;
    const thrown = this.random();
    if (thrown < 0.2 && (mayBeNull || this.draft.isFaulty)) given[name] = null;
    else if (thrown > 0.4 || !(mayBeLeftOut || this.draft.isFaulty))
      given[name] = valueFromASTUntyped(parseValue(literal));
    return `$${name}`;
  }

  /** Of a field or a fragment, whether it is asked for; empty for always. */
  private condition(): string {
    if (!this.draft.hasConditions || !this.isOneOf(8)) return '';
    const is = String(this.isOneOf(2));
    const value =
      this.draft.isRich && this.isOneOf(2) ? this.variable(new GraphQLNonNull(GraphQLBoolean), is, false) : is;
    return ` @${this.isOneOf(2) ? 'skip' : 'include'}(if: ${value})`;
  }

  private isOneOf(many: number): boolean {
    return this.random() * many < 1;
  }

  private oneOf<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.random() * items.length)];
  }

  private some<T>(items: readonly T[], most: number): readonly T[] {
    const left = [...items];
    const taken: T[] = [];
    while (taken.length < most && left.length > 0)
      taken.push(...left.splice(Math.floor(this.random() * left.length), 1));
    return taken;
  }
}
