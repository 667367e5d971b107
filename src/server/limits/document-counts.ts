import type { DocumentNode } from 'graphql';

/**
 * How many characters there are of documents: of each client those that it has, and of all together each once, however many
 * have it.
 */
export class DocumentCounts {
  private readonly each = new Map<string, HeldDocuments>();
  private readonly all = new HeldDocuments();

  constructor(private readonly most: { readonly inTotal: number; readonly perClient: number }) {}

  /** Which limit would be passed with one more; null: none. */
  excess(client: string, document: DocumentNode): 'inTotal' | 'perClient' | null {
    if (this.all.sizeWith(document) > this.most.inTotal) return 'inTotal';
    const size = this.each.get(client)?.sizeWith(document) ?? sizeOf(document);
    return size > this.most.perClient ? 'perClient' : null;
  }

  /** Counts one more. Returns how it leaves, however often that is called. */
  enter(client: string, document: DocumentNode): () => void {
    const own = this.each.get(client) ?? new HeldDocuments();
    this.each.set(client, own);
    for (const held of [own, this.all]) held.hold(document);
    let isHere = true;
    return () => {
      if (!isHere) return;
      isHere = false;
      for (const held of [own, this.all]) held.release(document);
      if (own.isEmpty) this.each.delete(client);
    };
  }
}

/** Documents and how many hold each of them. */
class HeldDocuments {
  private readonly holders = new Map<DocumentNode, number>();
  private characters = 0;

  get isEmpty(): boolean {
    return this.holders.size === 0;
  }

  /** Characters of all of them and this one, which may be among them. */
  sizeWith(document: DocumentNode): number {
    return this.holders.has(document) ? this.characters : this.characters + sizeOf(document);
  }

  hold(document: DocumentNode): void {
    this.characters = this.sizeWith(document);
    this.holders.set(document, (this.holders.get(document) ?? 0) + 1);
  }

  release(document: DocumentNode): void {
    const left = (this.holders.get(document) ?? 0) - 1;
    if (left > 0) this.holders.set(document, left);
    else if (this.holders.delete(document)) this.characters -= sizeOf(document);
  }
}

function sizeOf({ loc }: DocumentNode): number {
  return loc?.end ?? 0;
}
