import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { fragmentsOf } from '../document-fragments.js';
import { SELECTION, answersResources, readyName } from './ready-schema.js';

/** Fragments spread within fragments multiply: what grows beyond this is executed as it is. */
const MOST_FIELDS = 2_000;

/** What is asked of resources: a selection, and the fragments that it uses, as a document. */
export type SelectionText = string;

/**
 * The operation with each outermost list of resources, and each single one, asked for as JSON; null where there is none, or
 * where variables decide what is asked of them. Only for what has been validated.
 */
export function readyDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode | null {
  const root = schema.getRootType(operation.operation);
  if (root == null) return null;
  const rewriting = new Rewriting(schema, document);
  const selectionSet = rewriting.rewrite(operation.selectionSet, root);
  if (!rewriting.isWorthIt) return null;
  const others = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...others] };
}

class Rewriting {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private fields = 0;
  private replaced = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    this.fragments = fragmentsOf(document);
  }

  get isWorthIt(): boolean {
    return this.replaced > 0 && this.fields <= MOST_FIELDS;
  }

  rewrite(set: SelectionSetNode, type: GraphQLCompositeType): SelectionSetNode {
    const flat = this.inlined(set);
    const keys = new Map<string, number>();
    for (const key of keysOf(flat)) keys.set(key, (keys.get(key) ?? 0) + 1);
    return this.rewriteFields(flat, type, keys);
  }

  /** @param keys how often each name stands in the answer: what is asked in two places is put together by who executes it */
  private rewriteFields(
    set: SelectionSetNode,
    type: GraphQLCompositeType,
    keys: ReadonlyMap<string, number>,
  ): SelectionSetNode {
    const selections = set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FIELD)
        return keys.get(keyOf(selection)) === 1 ? this.rewriteField(selection, type) : selection;
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      const name = selection.typeCondition?.name.value;
      const narrowed = name === undefined ? type : this.schema.getType(name);
      if (!isCompositeType(narrowed)) return selection;
      return { ...selection, selectionSet: this.rewriteFields(selection.selectionSet, narrowed, keys) };
    });
    return { ...set, selections };
  }

  private rewriteField(field: FieldNode, parent: GraphQLCompositeType): FieldNode {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (field.selectionSet === undefined || definition === undefined) return field;
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return field;
    if (!answersResources(this.schema, definition.type))
      return { ...field, selectionSet: this.rewrite(field.selectionSet, type) };
    const text = this.textOf(field.selectionSet);
    if (text === null) return field;
    this.replaced += 1;
    const { alias, name, arguments: given = [], directives = [] } = field;
    const selection: ArgumentNode = {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: SELECTION },
      value: { kind: Kind.STRING, value: text },
    };
    const ready = { kind: Kind.NAME, value: readyName(name.value) } as const;
    return { kind: Kind.FIELD, alias: alias ?? name, name: ready, arguments: [...given, selection], directives };
  }

  /** With all fragments in their places: each field is then a node of its own. */
  private inlined(set: SelectionSetNode): SelectionSetNode {
    const selections = set.selections.map((selection): SelectionNode => {
      this.fields += 1;
      if (selection.kind === Kind.FIELD || this.fields > MOST_FIELDS) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return { ...selection, selectionSet: this.inlined(selection.selectionSet) };
      const fragment = this.fragments.get(selection.name.value);
      if (fragment === undefined) return selection;
      const { typeCondition, selectionSet } = fragment;
      const { directives = [] } = selection;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: this.inlined(selectionSet) };
    });
    return { ...set, selections };
  }

  /** Null where a variable is used in it. */
  private textOf(set: SelectionSetNode): SelectionText | null {
    const used = new Map<string, FragmentDefinitionNode>();
    if (!this.gather(set, used)) return null;
    return stripIgnoredCharacters([set, ...used.values()].map(print).join(' '));
  }

  private gather(set: SelectionSetNode, used: Map<string, FragmentDefinitionNode>): boolean {
    const variables: string[] = [];
    const spread: FragmentDefinitionNode[] = [];
    visit(set, {
      Variable: ({ name }) => {
        variables.push(name.value);
      },
      FragmentSpread: ({ name }) => {
        const fragment = this.fragments.get(name.value);
        if (fragment === undefined || used.has(name.value)) return;
        used.set(name.value, fragment);
        spread.push(fragment);
      },
    });
    return variables.length === 0 && spread.every(({ selectionSet }) => this.gather(selectionSet, used));
  }
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function* keysOf(set: SelectionSetNode): Generator<string> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) yield keyOf(selection);
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* keysOf(selection.selectionSet);
  }
}
