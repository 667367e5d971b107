/** Passes each error on once, told apart by message, and no more than a few: a fault in a loop is one fault. */
export class FirstErrors {
  private readonly messages = new Set<string>();

  constructor(
    private readonly most: number,
    private readonly pass: (error: unknown) => void,
  ) {}

  report(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (this.messages.size >= this.most || this.messages.has(message)) return;
    this.messages.add(message);
    this.pass(error);
  }
}
