import type { Edge, EdgeName } from '../model/edges.js';
import type { Reference, ResourceId } from '../model/ids.js';
import type { RecordKind } from '../model/kinds.js';
import type { Entry } from './entry.js';
import { getOrMake } from '../model/get-or-make.js';
import { type SoughtNames, isSoughtName } from './sought-names.js';

const NONE: readonly Entry[] = [];

/** Who wants to know when ways lead elsewhere. */
export interface WayWatcher {
  /** Other edges lead to this record than before. */
  onOtherWays(target: Entry): void;
  /** A record has other further names than before. */
  onRenamed(): void;
}

/** All edges of one name that lead to the same record: one is kept for all of them. */
interface Way {
  readonly edge: Edge;
  readonly from: Set<Entry>;
}

/** Who is called what, and whose edges lead where. An edge may name a record that is not there yet, or no longer. */
export class EdgeIndex {
  private readonly byKey = new Map<string, Entry>();
  private readonly incoming = new Map<string, Map<EdgeName, Way>>();

  constructor(
    private readonly names: SoughtNames,
    private readonly watcher: WayWatcher,
  ) {}

  /** The newest record of that id or name. */
  resolve(key: ResourceId | Reference): Entry | undefined {
    return this.byKey.get(key);
  }

  add(entry: Entry): void {
    const { id, reference } = entry;
    this.byKey.set(id, entry);
    if (reference === null) return;
    const namesake = this.byKey.get(reference);
    if (namesake !== undefined) this.watcher.onOtherWays(namesake);
    this.byKey.set(reference, entry);
  }

  remove(entry: Entry): void {
    this.setEdges(entry, []);
    for (const key of [entry.id, entry.reference]) {
      // A record made anew under an old name holds the name already.
      if (key !== null && this.byKey.get(key) === entry) this.byKey.delete(key);
    }
    this.names.forget(entry);
  }

  /** Takes the further names of a record by its newest facts. Returns whose edges lead to another record since. */
  rename(entry: Entry): readonly { readonly from: Entry; readonly name: EdgeName }[] {
    const keys = this.names.rename(entry);
    if (keys.length > 0) this.watcher.onRenamed();
    return keys
      .flatMap((key) => [...(this.incoming.get(key) ?? [])])
      .flatMap(([name, way]) => Array.from(way.from, (from) => ({ from, name })));
  }

  setEdges(entry: Entry, edges: Entry['edges']): void {
    for (const edge of entry.edges) this.unlink(edge, entry);
    const kept = edges.map((edge) => this.link(edge, entry));
    // Some kinds give one list to all of their records.
    entry.edges = kept.every((edge, index) => edge === edges[index]) ? edges : kept;
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

  /** The first of that kind that an edge of that name leads to from here. */
  firstOutOf(entry: Entry, name: EdgeName, kind: RecordKind): Entry | undefined {
    for (const edge of entry.edges) {
      if (edge.name !== name) continue;
      if (isSoughtName(edge.to)) return this.outOf(entry, name).find((other) => other.kind === kind);
      const target = this.byKey.get(edge.to);
      if (target?.kind === kind) return target;
    }
    return undefined;
  }

  /** Whose edges of that name lead here: by id, and by its names as long as this record holds them. */
  into(entry: Entry, name: EdgeName): readonly Entry[] {
    const { id, reference } = entry;
    const byId = this.comingTo(id, name);
    const holdsName = reference !== null && this.byKey.get(reference) === entry;
    const byName = holdsName ? this.comingTo(reference, name) : undefined;
    const further = this.names.keysOf(entry).flatMap((key) => [...(this.comingTo(key, name) ?? [])]);
    if (byId === undefined && byName === undefined && further.length === 0) return NONE;
    const all = [...(byId ?? []), ...(byName ?? []), ...further];
    return further.length === 0 ? all : [...new Set(all)];
  }

  private comingTo(key: string, name: EdgeName): ReadonlySet<Entry> | undefined {
    return this.incoming.get(key)?.get(name)?.from;
  }

  /** Returns the edge that is kept for all that lead there. */
  private link(edge: Edge, from: Entry): Edge {
    const { to: key, name } = edge;
    const ways = getOrMake(this.incoming, key, () => new Map<EdgeName, Way>());
    const way = getOrMake(ways, name, (): Way => ({ edge, from: new Set() }));
    way.from.add(from);
    if (isSoughtName(key)) this.names.seek(key);
    this.tellTargets(key);
    return way.edge;
  }

  private unlink({ to: key, name }: Edge, from: Entry): void {
    const names = this.incoming.get(key);
    const way = names?.get(name);
    if (names === undefined || way === undefined) return;
    this.tellTargets(key);
    if (isSoughtName(key)) this.names.release(key);
    way.from.delete(from);
    if (way.from.size > 0) return;
    names.delete(name);
    if (names.size === 0) this.incoming.delete(key);
  }

  private tellTargets(key: string): void {
    const target = this.byKey.get(key);
    if (target !== undefined) this.watcher.onOtherWays(target);
    if (isSoughtName(key)) for (const holder of this.names.holdersOf(key)) this.watcher.onOtherWays(holder);
  }
}
