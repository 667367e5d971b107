/** How many of something there are, of all clients together and of each. */
export class ClientCounts {
  private readonly each = new Map<string, number>();
  private all = 0;

  constructor(private readonly most: { readonly inTotal: number; readonly perClient: number }) {}

  get total(): number {
    return this.all;
  }

  /** Which limit one more would pass; null: none. */
  excess(client: string): 'inTotal' | 'perClient' | null {
    if (this.all >= this.most.inTotal) return 'inTotal';
    return (this.each.get(client) ?? 0) >= this.most.perClient ? 'perClient' : null;
  }

  /** Counts one more. Returns how it leaves, however often that is called. */
  enter(client: string): () => void {
    this.all += 1;
    this.each.set(client, (this.each.get(client) ?? 0) + 1);
    let isHere = true;
    return () => {
      if (!isHere) return;
      isHere = false;
      this.all -= 1;
      const left = (this.each.get(client) ?? 1) - 1;
      if (left === 0) this.each.delete(client);
      else this.each.set(client, left);
    };
  }
}
