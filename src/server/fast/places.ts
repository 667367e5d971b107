import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  typeFromAST,
} from 'graphql';
import { fragmentsOf } from '../document-fragments.js';

/** Each takes 0.1 to 0.2 ms, in which nobody else is answered, and one to three kilobytes. */
export const MOST_PLACES = 1_000;

/**
 * How many fields a query is compiled to: what is below an interface is compiled for each of its types by itself, and so on below
 * each of these, so a short query may come to millions. What is more than the limit is not counted to the end.
 */
export function placesOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number {
  const root = schema.getRootType(operation.operation);
  return root == null ? 0 : new Counting(schema, document).of(operation, root);
}

/** Who is asked: the types that it may be, and in how many places of the code. */
interface Parent {
  readonly type: GraphQLCompositeType | null;
  readonly types: readonly GraphQLObjectType[];
  readonly times: number;
}

class Counting {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private places = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    this.fragments = fragmentsOf(document);
  }

  of({ selectionSet }: OperationDefinitionNode, type: GraphQLObjectType): number {
    this.count(selectionSet, { type, types: [type], times: 1 });
    return this.places;
  }

  private count({ selections }: SelectionSetNode, parent: Parent): void {
    for (const selection of selections) {
      if (this.places > MOST_PLACES) return;
      const times = selection.kind === Kind.FIELD ? parent.times * parent.types.length : 0;
      // What fits no type is compiled nowhere, but looked at.
      this.places += Math.max(times, 1);
      if (selection.kind === Kind.FIELD) {
        if (selection.selectionSet !== undefined)
          this.count(selection.selectionSet, this.below(parent.type, selection.name.value, times));
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (fragment !== undefined) this.count(fragment.selectionSet, this.narrowed(parent, fragment.typeCondition));
    }
  }

  private below(parent: GraphQLCompositeType | null, name: string, times: number): Parent {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = field === undefined ? null : getNamedType(field.type);
    return isCompositeType(type) ? { type, types: this.typesOf(type), times } : { type: null, types: [], times: 0 };
  }

  private narrowed(parent: Parent, condition: FragmentDefinitionNode['typeCondition'] | undefined): Parent {
    const type = condition === undefined ? null : typeFromAST(this.schema, condition);
    if (!isCompositeType(type)) return parent;
    const fitting = this.typesOf(type);
    return { ...parent, type, types: parent.types.filter((one) => fitting.includes(one)) };
  }

  private typesOf(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
  }
}
