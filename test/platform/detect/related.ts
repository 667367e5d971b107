/** Which findings belong together: causes and consequences, as they were seen at any time. */
export class Related {
  private readonly neighbours = new Map<string, Set<string>>();

  learn(finding: { readonly id: string; readonly causes: readonly { readonly id: string }[] }): void {
    for (const cause of finding.causes) {
      this.of(finding.id).add(cause.id);
      this.of(cause.id).add(finding.id);
    }
  }

  /** All that a chain of causes, in either direction, connects with these. */
  connectedWith(ids: Iterable<string>): ReadonlySet<string> {
    const reached = new Set(ids);
    for (const id of reached) for (const neighbour of this.neighbours.get(id) ?? []) reached.add(neighbour);
    return reached;
  }

  private of(id: string): Set<string> {
    const known = this.neighbours.get(id) ?? new Set();
    this.neighbours.set(id, known);
    return known;
  }
}
