/** Steps that are all made, whatever becomes of each; what failed is said at the end. */
export class Attempts {
  private readonly errors: Error[] = [];

  get haveFailed(): boolean {
    return this.errors.length > 0;
  }

  async make(what: string, step: () => Promise<unknown> | undefined): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.note(new Error(`${what}: ${messageOf(error)}`, { cause: error }));
    }
  }

  note(error: Error): void {
    this.errors.push(error);
  }

  /** @throws AggregateError whose message holds those of all that failed. */
  end(): void {
    if (this.haveFailed) throw failures(this.errors);
  }
}

/** One error that says all of them, the first first. */
export function failures(errors: readonly unknown[]): AggregateError {
  return new AggregateError(errors, errors.map(messageOf).join('\n'));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
