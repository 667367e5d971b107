/** How many of something there are, of all clients together and of each. */
export class ClientCounts {
  private readonly each = new Map<string, number>();
  private all = 0;

  constructor(private readonly most: { readonly inTotal: number; readonly perClient: number }) {}

  get total(): number {
    return this.all;
  }

  /** Which limit so many more would pass; null: none. */
  excess(client: string, more = 1): 'inTotal' | 'perClient' | null {
    if (this.all + more > this.most.inTotal) return 'inTotal';
    return (this.each.get(client) ?? 0) + more > this.most.perClient ? 'perClient' : null;
  }

  /** Counts so many more. Returns how these leave, however often that is called. */
  enter(client: string, more = 1): () => void {
    this.all += more;
    this.each.set(client, (this.each.get(client) ?? 0) + more);
    let isHere = true;
    return () => {
      if (!isHere) return;
      isHere = false;
      this.all -= more;
      const left = (this.each.get(client) ?? more) - more;
      if (left === 0) this.each.delete(client);
      else this.each.set(client, left);
    };
  }
}
