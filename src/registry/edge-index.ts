import type { EdgeName } from '../model/edges.js';
import type { Reference, ResourceId } from '../model/ids.js';
import type { Entry } from './entry.js';
import { getOrMake } from './get-or-make.js';
import { type SoughtNames, isSoughtName } from './sought-names.js';

const NONE: readonly Entry[] = [];

/** Who is called what, and whose edges lead where. An edge may name a record that is not there yet, or no longer. */
export class EdgeIndex {
  private readonly byKey = new Map<string, Entry>();
  private readonly incoming = new Map<string, Map<EdgeName, Set<Entry>>>();

  constructor(private readonly names: SoughtNames) {}

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
    this.names.forget(entry);
  }

  /** Takes the further names of a record by its newest facts. Returns whose edges lead to another record since. */
  rename(entry: Entry): readonly { readonly from: Entry; readonly name: EdgeName }[] {
    return this.names
      .rename(entry)
      .flatMap((key) => [...(this.incoming.get(key) ?? [])])
      .flatMap(([name, entries]) => Array.from(entries, (from) => ({ from, name })));
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
      if (isSoughtName(edge.to)) {
        found = [...new Set([...(found ?? NONE), ...this.names.holdersOf(edge.to)])];
        continue;
      }
      const target = this.byKey.get(edge.to);
      if (target !== undefined) (found ??= []).push(target);
    }
    return found ?? NONE;
  }

  /** Whose edges of that name lead here: by id, and by its names as long as this record holds them. */
  into(entry: Entry, name: EdgeName): readonly Entry[] {
    const byId = this.incoming.get(entry.id)?.get(name);
    const byName =
      this.byKey.get(entry.reference) === entry ? this.incoming.get(entry.reference)?.get(name) : undefined;
    const further = this.names.keysOf(entry).flatMap((key) => [...(this.incoming.get(key)?.get(name) ?? [])]);
    if (byId === undefined && byName === undefined && further.length === 0) return NONE;
    const all = [...(byId ?? []), ...(byName ?? []), ...further];
    return further.length === 0 ? all : [...new Set(all)];
  }

  private link(key: string, name: EdgeName, from: Entry): void {
    const names = getOrMake(this.incoming, key, () => new Map<EdgeName, Set<Entry>>());
    getOrMake(names, name, () => new Set()).add(from);
    if (isSoughtName(key)) this.names.seek(key);
  }

  private unlink(key: string, name: EdgeName, from: Entry): void {
    const names = this.incoming.get(key);
    const entries = names?.get(name);
    if (names === undefined || entries === undefined) return;
    if (isSoughtName(key)) this.names.release(key);
    entries.delete(from);
    if (entries.size > 0) return;
    names.delete(name);
    if (names.size === 0) this.incoming.delete(key);
  }
}
