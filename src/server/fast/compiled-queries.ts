import { type ExecutionArgs, type ExecutionResult, type GraphQLSchema, execute } from 'graphql';
import { compile } from './compile.js';
import { WORTH_COMPILING, usualCompileBudget } from './compile-budget.js';
import { KnownQueries } from './known-queries.js';

/** What is asked, and the name by which it is known again. */
export interface Asked extends Omit<ExecutionArgs, 'schema'> {
  readonly queryHash: string;
}

interface Known {
  /** It ended with errors the last time. */
  isInTrouble: boolean;
}

/**
 * Executes queries by functions made for each of them. What those cannot do, and what goes wrong in them, is executed in the
 * ordinary way: answers, and errors, are the same.
 */
export class CompiledQueries {
  private readonly known: KnownQueries<Known>;

  constructor(
    private readonly schema: GraphQLSchema,
    compiling = usualCompileBudget(),
  ) {
    this.known = new KnownQueries<Known>(compiling, () => ({ isInTrouble: false }));
  }

  /** @param anew makes the context of a second try: what the first one counted does not count */
  async execute(asked: Asked, anew: () => unknown): Promise<ExecutionResult> {
    const known = this.known.ask(asked);
    const { document, operationName, rootValue, contextValue, variableValues } = asked;
    // To fail twice each time would be a waste.
    if (known.asked < WORTH_COMPILING || known.isInTrouble) return this.interpret(known, asked);
    const compiled = this.known.compiled(asked, known, () => compile(this.schema, document, operationName));
    if (compiled?.takes(variableValues) !== true) return this.interpret(known, asked);
    const result = await compiled.run(rootValue, contextValue, variableValues ?? {});
    // It is in the words of another library, and cannot be told from the one that was meant.
    return hasErrors(result) ? this.interpret(known, { ...asked, contextValue: anew() }) : result;
  }

  private async interpret(known: Known, asked: Asked): Promise<ExecutionResult> {
    const result = await execute({ ...asked, schema: this.schema });
    known.isInTrouble = hasErrors(result);
    return result;
  }

  /** Whether a query is executed by a function of its own by now: for tests, since answers do not show it. */
  isCompiled(queryHash: string, operationName = ''): boolean {
    return this.known.find({ queryHash, operationName })?.compiled != null;
  }
}

export function hasErrors({ errors }: ExecutionResult): boolean {
  return errors !== undefined && errors.length > 0;
}
