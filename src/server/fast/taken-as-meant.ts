import { type ASTNode, BREAK, type DirectiveNode, type DocumentNode, type ExecutionArgs, Kind, visit } from 'graphql';

/**
 * graphql-jit marks what JSON cannot say, such as a date, by texts that begin like this, and puts what follows them into the code
 * that it makes: a text of a client that has one would be executed.
 */
const MARK = '__MAGIC_';

/** Sets what an object is made from, where a field of an answer has this name. */
const PROTOTYPE = '__proto__';

/**
 * Whether graphql-jit understands a document as graphql-js does. It does not where there are conditions: it notes them at the fields
 * below, and forgets that these may be asked for in two places. Only of a field without fields, whose name is not asked for again, it
 * has nothing to forget.
 */
export function isTakenAsMeant(document: DocumentNode): boolean {
  const names: string[] = [];
  const conditional: string[] = [];
  const found = { isMeant: true };
  const stopIf = (is: boolean): unknown => {
    if (is) found.isMeant = false;
    return is ? BREAK : undefined;
  };
  visit(document, {
    Field: ({ alias, name, selectionSet, directives }) => {
      const said = (alias ?? name).value;
      names.push(said);
      if (isConditional(directives)) conditional.push(said);
      return stopIf(said === PROTOTYPE || (selectionSet !== undefined && isConditional(directives)));
    },
    FragmentSpread: ({ directives }) => stopIf(isConditional(directives)),
    InlineFragment: ({ directives }) => stopIf(isConditional(directives)),
    StringValue: ({ value }) => stopIf(value.includes(MARK)),
  });
  return found.isMeant && conditional.every((one) => names.filter((name) => name === one).length === 1);
}

/** There are no other directives for what is executed than `@skip` and `@include`. */
function isConditional(directives: readonly DirectiveNode[] | undefined): boolean {
  return directives !== undefined && directives.length > 0;
}

/**
 * Whether graphql-jit takes variables of a document as graphql-js does. Where one stands within a list or an input and is null or not
 * given, it does not look whether it may be, and forgets what the field is then; nor does it look whether a condition is null.
 */
export function takesVariables(document: DocumentNode): (variables: ExecutionArgs['variableValues']) => boolean {
  const [within, conditions] = [new Set<string>(), new Set<string>()];
  visit(document, {
    Variable: ({ name }, _key, parent, _path, ancestors) => {
      if (Array.isArray(parent) || kindOf(parent) === Kind.OBJECT_FIELD) within.add(name.value);
      else if (ancestors.some((node) => kindOf(node) === Kind.DIRECTIVE)) conditions.add(name.value);
    },
  });
  const [given, notNull] = [[...within], [...conditions]];
  return (variables) =>
    given.every((name) => variables?.[name] != null) && notNull.every((name) => variables?.[name] !== null);
}

function kindOf(node: ASTNode | readonly ASTNode[] | undefined): Kind | null {
  return node !== undefined && 'kind' in node ? node.kind : null;
}
