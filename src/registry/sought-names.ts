import { labelsOf } from '../model/facts.js';
import { getOrMake } from '../model/get-or-make.js';
import type { Alias, Selection } from '../model/ids.js';
import type { RecordKind } from '../model/kinds.js';
import type { Entry } from './entry.js';

/** One further name that edges lead to. */
interface Sought {
  readonly key: string;
  readonly place: string;
  /** What a record's labels and namespace must be; null: an alias, which its kind tells. */
  readonly holds: ((entry: Entry) => boolean) | null;
  /** Who goes by it, the newest last. */
  readonly holders: Set<Entry>;
  /** How many edges lead there. */
  edges: number;
}

const NOBODY: readonly Entry[] = [];
const NO_NAMES: readonly Sought[] = [];

/** Where it looks for those who go by a name. */
export interface NameTellers {
  /** The further names of a record, as its kind defines them. */
  readonly aliases: (entry: Entry) => readonly Alias[];
  readonly entries: (kind: RecordKind, system: string) => Iterable<Entry>;
}

/**
 * Records by their addresses and labels, for edges that know no more than these. Of 150,000 pods only the few that someone
 * looks for are kept; a name that is new is looked up among all of them once, when someone asks.
 */
export class SoughtNames {
  private readonly byKey = new Map<string, Sought>();
  private readonly selections = new Map<string, Set<Sought>>();
  /** How many names are sought among the records of a kind and system. */
  private readonly places = new Map<string, number>();
  private readonly unsearched = new Map<string, { readonly kind: RecordKind; readonly system: string }>();
  private readonly held = new Map<Entry, readonly Sought[]>();

  constructor(private readonly tell: NameTellers) {}

  /** An edge leads there. */
  seek(key: string): void {
    const known = this.byKey.get(key);
    if (known !== undefined) {
      known.edges += 1;
      return;
    }
    const { kind, system, holds } = read(key);
    const place = placeOf(kind, system);
    const sought: Sought = { key, place, holds, holders: new Set(), edges: 1 };
    this.byKey.set(key, sought);
    if (holds !== null) getOrMake(this.selections, place, () => new Set()).add(sought);
    this.places.set(place, (this.places.get(place) ?? 0) + 1);
    this.unsearched.set(place, { kind, system });
  }

  /** An edge leads there no more. */
  release(key: string): void {
    const sought = this.byKey.get(key);
    if (sought === undefined || (sought.edges -= 1) > 0) return;
    const { place, holders } = sought;
    this.byKey.delete(key);
    this.selections.get(place)?.delete(sought);
    this.places.set(place, (this.places.get(place) ?? 0) - 1);
    for (const entry of holders)
      this.hold(
        entry,
        this.heldBy(entry).filter((one) => one !== sought),
      );
  }

  /** Takes what a record is called by its newest facts. Returns the names that it has taken or given up. */
  rename(entry: Entry): readonly string[] {
    const place = placeOf(entry.kind, entry.main.system);
    if ((this.places.get(place) ?? 0) === 0) return [];
    const before = this.heldBy(entry);
    // Who was there before must be known before, or this one would not be the newest.
    this.search();
    const after = this.namesOf(entry, place);
    if (before.length === 0 && after.length === 0) return [];
    const lost = before.filter((name) => !after.includes(name));
    const won = after.filter((name) => !before.includes(name));
    for (const { holders } of lost) holders.delete(entry);
    for (const { holders } of won) holders.add(entry);
    this.hold(entry, after);
    return [...lost, ...won].map(({ key }) => key);
  }

  forget(entry: Entry): void {
    for (const { holders } of this.heldBy(entry)) holders.delete(entry);
    this.held.delete(entry);
  }

  /** Who goes by it now: the newest for an alias, all for a selection. */
  holdersOf(key: string): readonly Entry[] {
    this.search();
    const { holders, holds } = this.byKey.get(key) ?? {};
    if (holders === undefined || holders.size === 0) return NOBODY;
    const all = [...holders];
    return holds === null ? all.slice(-1) : all;
  }

  /** By which names edges lead to it. */
  keysOf(entry: Entry): readonly string[] {
    this.search();
    const names = this.held.get(entry);
    return names === undefined ? [] : names.map(({ key }) => key).filter((key) => this.holdersOf(key).includes(entry));
  }

  private search(): void {
    if (this.unsearched.size === 0) return;
    const places = [...this.unsearched.values()];
    this.unsearched.clear();
    for (const { kind, system } of places) for (const entry of this.tell.entries(kind, system)) this.rename(entry);
  }

  private namesOf(entry: Entry, place: string): readonly Sought[] {
    const names: Sought[] = [];
    for (const alias of this.tell.aliases(entry)) {
      const sought = this.byKey.get(alias);
      if (sought !== undefined) names.push(sought);
    }
    for (const selection of this.selections.get(place) ?? [])
      if (selection.holds?.(entry) === true) names.push(selection);
    return names;
  }

  private heldBy(entry: Entry): readonly Sought[] {
    return this.held.get(entry) ?? NO_NAMES;
  }

  private hold(entry: Entry, names: readonly Sought[]): void {
    if (names.length === 0) this.held.delete(entry);
    else this.held.set(entry, names);
  }
}

/** Ids and references begin otherwise. */
export function isSoughtName(key: string): key is Alias | Selection {
  return key.startsWith('@') || key.startsWith('?');
}

function read(key: string): {
  readonly kind: RecordKind;
  readonly system: string;
  readonly holds: Sought['holds'];
} {
  if (key.startsWith('@')) {
    const [kind, system] = JSON.parse(key.slice(1)) as [RecordKind, string];
    return { kind, system, holds: null };
  }
  type Parts = [RecordKind, string, string | null, readonly (readonly [string, string])[]];
  const [kind, system, namespace, labels] = JSON.parse(key.slice(1)) as Parts;
  const holds = ({ main }: Entry): boolean => {
    if (namespace !== null && main.namespace !== namespace) return false;
    const has = labelsOf(main);
    return labels.every(([label, value]) => has[label] === value);
  };
  return { kind, system, holds };
}

function placeOf(kind: RecordKind, system: string): string {
  return `${kind}/${system}`;
}
