import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { ServerLimits } from '../../model/server-limits.js';
import type { Excess } from './refusal.js';

/** How large a selection is once its fragments are put in their places. */
interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0 };

type SizeLimits = Pick<ServerLimits, 'depth' | 'fields' | 'aliases' | 'directives'>;

/** Refuses a document that is too deep, too wide, or has too many aliases or directives, as any other that is not valid. */
export function documentSizeRule(limits: SizeLimits): ValidationRule {
  return (context): ASTVisitor => {
    const measuring = new Measuring(context);
    let directives = 0;
    const refuse = (excess: Excess | null): void => {
      if (excess === null) return;
      const { message, ...extensions } = excess;
      context.reportError(new GraphQLError(message, { extensions }));
    };
    return {
      OperationDefinition: (operation) => {
        const { depth, fields, aliases } = measuring.of(operation);
        refuse(tooDeep(depth, limits.depth));
        refuse(tooMany('FIELDS', 'fields', fields, limits.fields));
        refuse(tooMany('ALIASES', 'aliases', aliases, limits.aliases));
      },
      Directive: () => {
        directives += 1;
      },
      Document: {
        leave: () => {
          refuse(tooMany('DIRECTIVES', 'directives', directives, limits.directives));
        },
      },
    };
  };
}

function tooDeep(value: number, limit: number): Excess | null {
  if (value <= limit) return null;
  const message = `The query is nested deeper than ${limit} levels: it has ${value}. Ask for less in one request.`;
  return { code: 'QUERY_TOO_DEEP', message, setting: 'depth', limit, value };
}

function tooMany(word: string, setting: keyof SizeLimits, value: number, limit: number): Excess | null {
  if (value <= limit) return null;
  const message = `The query has ${value} ${setting} with its fragments put in their places; no more than ${limit} are taken.`;
  return { code: `TOO_MANY_${word}`, message, setting, limit, value };
}

/** Each fragment is measured once, however often it is spread. One that goes round in a circle is refused by another rule. */
class Measuring {
  private readonly fragments = new Map<string, Size>();

  constructor(private readonly context: ValidationContext) {}

  of({ selectionSet }: OperationDefinitionNode): Size {
    return this.ofSet(selectionSet);
  }

  private ofSet({ selections }: SelectionSetNode): Size {
    let [depth, fields, aliases] = [0, 0, 0];
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.ofFragment(selection.name.value)
          : selection.selectionSet === undefined
            ? NOTHING
            : this.ofSet(selection.selectionSet);
      depth = Math.max(depth, below.depth + (isField ? 1 : 0));
      fields += below.fields + (isField ? 1 : 0);
      aliases += below.aliases + (isField && selection.alias !== undefined ? 1 : 0);
    }
    return { depth, fields, aliases };
  }

  private ofFragment(name: string): Size {
    const known = this.fragments.get(name);
    if (known !== undefined) return known;
    this.fragments.set(name, NOTHING);
    const fragment = this.context.getFragment(name);
    const size = fragment == null ? NOTHING : this.ofSet(fragment.selectionSet);
    this.fragments.set(name, size);
    return size;
  }
}
