import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import { getOrMake } from '../../model/get-or-make.js';
import { isConnection } from '../../resolvers/counted-lists.js';
import { COST_PER_FIELD, FieldCosts, itemsAsked } from '../../resolvers/field-costs.js';
import { fragmentsOf } from '../document-fragments.js';

/** A cost with what only variables decide left open: what is fixed, and so many times what is below. */
interface Formula {
  readonly fixed: number;
  readonly repeated: readonly { readonly variable: string; readonly fallback: unknown; readonly of: Formula }[];
}

/** Of a selection of a page, what is asked of each item stands by itself. */
interface Parts {
  readonly once: Formula;
  readonly perItem: Formula;
}

const FREE: Formula = { fixed: 0, repeated: [] };

/**
 * Reckons what operations cost before they are executed: no less than they can come to, by what the schema's descriptions say
 * of each field. The words of a document are read once; its variables are put in each time.
 */
export class QueryCosts {
  private readonly formulas = new WeakMap<OperationDefinitionNode, Formula>();
  private readonly costs: FieldCosts;

  constructor(private readonly schema: GraphQLSchema) {
    this.costs = new FieldCosts(schema);
  }

  /** Only for what has been validated: fragments that go round in circles have no end. */
  costOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): number {
    let formula = this.formulas.get(operation);
    if (formula === undefined) {
      formula = new Reckoning(this.schema, this.costs, document, operation).formula();
      this.formulas.set(operation, formula);
    }
    return valueOf(formula, variables);
  }
}

function valueOf({ fixed, repeated }: Formula, variables: Readonly<Record<string, unknown>>): number {
  let value = fixed;
  for (const { variable, fallback, of } of repeated) {
    const given = Object.hasOwn(variables, variable) ? variables[variable] : fallback;
    value += itemsAsked(given) * valueOf(of, variables);
  }
  return value;
}

class Reckoning {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Parts>();
  /** What variables are when they are not given. */
  private readonly defaults = new Map<string, unknown>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly costs: FieldCosts,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.fragments = fragmentsOf(document);
    for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
      if (defaultValue !== undefined) this.defaults.set(variable.name.value, valueFromASTUntyped(defaultValue));
  }

  formula(): Formula {
    const root = this.schema.getRootType(this.operation.operation);
    return root == null ? FREE : this.partsOf(this.operation.selectionSet, root).once;
  }

  private partsOf({ selections }: SelectionSetNode, type: GraphQLCompositeType): Parts {
    const once: Formula[] = [];
    const perItem: Formula[] = [];
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const isOfItem = isConnection(type) && (selection.name.value === 'nodes' || selection.name.value === 'edges');
        (isOfItem ? perItem : once).push(this.ofField(selection, type, isOfItem));
        continue;
      }
      const parts =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.ofFragment(selection.name.value, type)
          : this.partsOf(selection.selectionSet, this.typeOf(selection.typeCondition?.name.value, type));
      once.push(parts.once);
      perItem.push(parts.perItem);
    }
    return { once: sum(once), perItem: sum(perItem) };
  }

  private ofFragment(name: string, type: GraphQLCompositeType): Parts {
    const fragment = this.fragments.get(name);
    if (fragment === undefined) return { once: FREE, perItem: FREE };
    return getOrMake(this.known, name, () =>
      this.partsOf(fragment.selectionSet, this.typeOf(fragment.typeCondition.name.value, type)),
    );
  }

  private ofField(node: FieldNode, parent: GraphQLCompositeType, isOfItem: boolean): Formula {
    const field = this.fieldOf(node, parent);
    if (field === undefined) return { fixed: COST_PER_FIELD, repeated: [] };
    const { own, withArgument, items } = this.costs.of(parent, field);
    const given = (node.arguments ?? []).map(({ name }) => withArgument[name.value] ?? 0);
    const itself = { fixed: given.reduce((total, more) => total + more, own), repeated: [] };
    const type = getNamedType(field.type);
    if (node.selectionSet === undefined || !isCompositeType(type)) return itself;
    const { once, perItem } = this.partsOf(node.selectionSet, type);
    // Its items are those of the page: they are multiplied there.
    if (isOfItem || items === null) return sum([itself, once]);
    if (items.kind === 'list') return sum([itself, times(items.count, once)]);
    if (!isConnection(type)) return sum([itself, this.timesAsked(node, field, items.by, once)]);
    return sum([itself, once, this.timesAsked(node, field, items.by, perItem)]);
  }

  private timesAsked(node: FieldNode, field: GraphQLField<unknown, unknown>, by: string, perItem: Formula): Formula {
    const usual = field.args.find(({ name }) => name === by)?.defaultValue;
    const value = node.arguments?.find(({ name }) => name.value === by)?.value;
    if (value === undefined) return times(itemsAsked(usual), perItem);
    if (value.kind !== Kind.VARIABLE) return times(itemsAsked(valueFromASTUntyped(value)), perItem);
    const variable = value.name.value;
    const fallback = this.defaults.has(variable) ? this.defaults.get(variable) : usual;
    return { fixed: 0, repeated: [{ variable, fallback, of: perItem }] };
  }

  private typeOf(name: string | undefined, otherwise: GraphQLCompositeType): GraphQLCompositeType {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : otherwise;
  }

  private fieldOf({ name: { value } }: FieldNode, parent: GraphQLCompositeType) {
    if (value === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (value === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[value] : undefined;
  }
}

function sum(formulas: readonly Formula[]): Formula {
  return {
    fixed: formulas.reduce((total, { fixed }) => total + fixed, 0),
    repeated: formulas.flatMap(({ repeated }) => repeated),
  };
}

function times(count: number, { fixed, repeated }: Formula): Formula {
  return {
    fixed: count * fixed,
    repeated: repeated.map(({ of, ...size }) => ({ ...size, of: times(count, of) })),
  };
}
