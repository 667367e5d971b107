import type { MainFacts } from '../model/facts.js';
import type { SetDefinition } from '../model/kind-definition.js';
import type { Entry } from './entry.js';
import { getOrMake } from './get-or-make.js';

const NONE: ReadonlySet<Entry> = new Set();

/** Declared sets of records by system, such as the workloads that need nodes in every zone. */
export class RecordSets {
  private readonly sets = new Map<string, Set<Entry>>();

  members(system: string, name: string): ReadonlySet<Entry> {
    return this.sets.get(setKey(system, name)) ?? NONE;
  }

  /** Places a record in or out of a set. Returns whether that, or what the set's readers look at, is different now. */
  change(definition: SetDefinition, entry: Entry, before: MainFacts | null, after: MainFacts | null): boolean {
    const was = before !== null && definition.holds(before);
    const is = after !== null && definition.holds(after);
    if (!was && !is) return false;
    const key = setKey(entry.main.system, definition.name);
    if (is) {
      getOrMake(this.sets, key, () => new Set()).add(entry);
    } else {
      this.sets.get(key)?.delete(entry);
    }
    return was !== is || definition.digest(before as never) !== definition.digest(after as never);
  }
}

function setKey(system: string, name: string): string {
  return `${system}/${name}`;
}
