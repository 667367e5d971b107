import type { MainFacts } from '../model/facts.js';
import type { SetDefinition } from '../model/kind-definition.js';
import type { RecordKind } from '../model/kinds.js';
import type { Entry } from './entry.js';
import { getOrMake } from '../model/get-or-make.js';

const NONE: readonly Entry[] = [];

interface RecordSet {
  readonly members: Set<Entry>;
  /** The same as a list, made when someone asks: many ask between two changes. */
  list: readonly Entry[] | null;
}

/** Declared sets of records by system, such as the workloads that need nodes in every zone. */
export class RecordSets {
  private readonly sets = new Map<string, RecordSet>();

  members(system: string, name: string, kind: RecordKind): readonly Entry[] {
    const set = this.sets.get(setKey(system, name, kind));
    return set === undefined ? NONE : (set.list ??= [...set.members]);
  }

  /** Places a record in or out of a set. Returns whether that, or what the set's readers look at, is different now. */
  change(definition: SetDefinition, entry: Entry, before: MainFacts | null, after: MainFacts | null): boolean {
    const was = before !== null && definition.holds(before);
    const is = after !== null && definition.holds(after);
    if (!was && !is) return false;
    if (was !== is) {
      const key = setKey(entry.main.system, definition.name, entry.kind);
      const set = getOrMake(this.sets, key, (): RecordSet => ({ members: new Set(), list: null }));
      set.list = null;
      if (is) set.members.add(entry);
      else set.members.delete(entry);
    }
    return was !== is || definition.digest(before as never) !== definition.digest(after as never);
  }
}

function setKey(system: string, name: string, kind: RecordKind): string {
  return `${kind}/${system}/${name}`;
}
