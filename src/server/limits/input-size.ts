import { type ASTNode, type ASTVisitor, GraphQLError, type ValidationRule } from 'graphql';
import { excessError } from './refusal.js';

/** Items of one list among the arguments: as many as the longest page has. */
const MOST_ITEMS = 500;

/** Fields of one input, and variables of an operation: no input of the schema has a quarter of it. */
const MOST_FIELDS = 100;

/** Characters of an alias: it is said again in each item of the answer, and in each error. */
const LONGEST_ALIAS = 200;

/** No input of the schema holds lists in more than two others. */
const DEEPEST = 10;

const CODE = 'BAD_USER_INPUT';

/** Refuses a document in which something is written that is too large to be read for each of very many, or cannot be read by all. */
export const inputSizeRule: ValidationRule = (context): ASTVisitor => {
  const refuse = (message: string, node: ASTNode, extensions: Readonly<Record<string, unknown>>): void => {
    context.reportError(new GraphQLError(message, { nodes: [node], extensions: { ...extensions } }));
  };
  return {
    VariableDefinition: ({ variable }) => {
      const { value: name } = variable.name;
      // Whoever keeps variables in an ordinary object loses it, or takes for it what every object has.
      if (name in Object.prototype) refuse(`No variable may be called $${name}: take another name.`, variable, {});
    },
    ListValue: (list) => {
      const { length: value } = list.values;
      if (value <= MOST_ITEMS) return;
      const message = `A list in the document has ${value} items; no more than ${MOST_ITEMS} are taken.`;
      refuse(message, list, { code: CODE, limit: MOST_ITEMS, value });
    },
    Field: ({ alias }) => {
      if (alias === undefined || alias.value.length <= LONGEST_ALIAS) return;
      const { length: value } = alias.value;
      const message = `An alias has ${value} characters; no more than ${LONGEST_ALIAS} are taken.`;
      refuse(message, alias, { code: CODE, limit: LONGEST_ALIAS, value });
    },
  };
};

/** The same of what variables hold, before it is read by their types. @throws GraphQLError */
export function refuseLargeVariables(variables: Readonly<Record<string, unknown>>): void {
  let level: readonly unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) {
      const message = `The variables are nested deeper than ${DEEPEST} levels.`;
      throw excessError({ code: CODE, message, limit: DEEPEST });
    }
    level = level.flatMap(insideOf);
  }
}

function insideOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  const inside: readonly unknown[] = isList ? value : Object.values(value);
  const limit = isList ? MOST_ITEMS : MOST_FIELDS;
  if (inside.length <= limit) return inside;
  const [what, parts] = isList ? ['list', 'items'] : ['input', 'fields'];
  const message = `One ${what} in the variables has ${inside.length} ${parts}; no more than ${limit} are taken.`;
  throw excessError({ code: CODE, message, limit, value: inside.length });
}
