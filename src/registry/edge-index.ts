import type { EdgeName } from '../model/edges.js';
import type { Reference, ResourceId } from '../model/ids.js';
import type { Entry } from './entry.js';
import { getOrMake } from './get-or-make.js';

const NONE: readonly Entry[] = [];

/** Who is called what, and whose edges lead where. An edge may name a record that is not there yet, or no longer. */
export class EdgeIndex {
  private readonly byKey = new Map<string, Entry>();
  private readonly incoming = new Map<string, Map<EdgeName, Set<Entry>>>();

  /** The newest record of that id or name. */
  resolve(key: ResourceId | Reference): Entry | undefined {
    return this.byKey.get(key);
  }

  add(entry: Entry): void {
    this.byKey.set(entry.id, entry);
    this.byKey.set(entry.reference, entry);
  }

  remove(entry: Entry): void {
    this.setEdges(entry, []);
    for (const key of [entry.id, entry.reference]) {
      // A record made anew under an old name holds the name already.
      if (this.byKey.get(key) === entry) this.byKey.delete(key);
    }
  }

  setEdges(entry: Entry, edges: Entry['edges']): void {
    for (const edge of entry.edges) this.unlink(edge.to, edge.name, entry);
    entry.edges = edges;
    for (const edge of edges) this.link(edge.to, edge.name, entry);
  }

  /** Where edges of that name lead from here. */
  outOf(entry: Entry, name: EdgeName): readonly Entry[] {
    let found: Entry[] | null = null;
    for (const edge of entry.edges) {
      if (edge.name !== name) continue;
      const target = this.byKey.get(edge.to);
      if (target !== undefined) (found ??= []).push(target);
    }
    return found ?? NONE;
  }

  /** Whose edges of that name lead here: by id, and by name as long as this record holds the name. */
  into(entry: Entry, name: EdgeName): readonly Entry[] {
    const byId = this.incoming.get(entry.id)?.get(name);
    const byName =
      this.byKey.get(entry.reference) === entry ? this.incoming.get(entry.reference)?.get(name) : undefined;
    if (byId === undefined && byName === undefined) return NONE;
    return [...(byId ?? []), ...(byName ?? [])];
  }

  private link(key: string, name: EdgeName, from: Entry): void {
    const names = getOrMake(this.incoming, key, () => new Map<EdgeName, Set<Entry>>());
    getOrMake(names, name, () => new Set()).add(from);
  }

  private unlink(key: string, name: EdgeName, from: Entry): void {
    const names = this.incoming.get(key);
    const entries = names?.get(name);
    if (names === undefined || entries === undefined) return;
    entries.delete(from);
    if (entries.size > 0) return;
    names.delete(name);
    if (names.size === 0) this.incoming.delete(key);
  }
}
