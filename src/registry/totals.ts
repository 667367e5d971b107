import type { Reference, ResourceId } from '../model/ids.js';
import type { Contribution } from '../model/kind-definition.js';
import type { MainFacts } from '../model/facts.js';
import type { Entry } from './entry.js';
import { getOrMake } from './get-or-make.js';

/**
 * Sums that records add to others, such as a pod's requests to its node. Kept by the receiver's id or name, which may
 * not be there yet; a change adds its difference.
 */
export class Totals {
  private readonly sums = new Map<string, Map<string, number>>();

  of(entry: Entry, name: string): number {
    return (this.sums.get(entry.id)?.get(name) ?? 0) + (this.sums.get(entry.reference)?.get(name) ?? 0);
  }

  /** Counts a record's contributions anew; returns those whose totals changed. */
  change(
    contributions: readonly Contribution[],
    before: MainFacts | null,
    after: MainFacts | null,
  ): readonly (ResourceId | Reference)[] {
    const changed: (ResourceId | Reference)[] = [];
    for (const { total, amount, receiver } of contributions) {
      const from = before === null ? null : receiver(before);
      const to = after === null ? null : receiver(after);
      const less = before === null || from === null ? 0 : amount(before);
      const more = after === null || to === null ? 0 : amount(after);
      if (from === to && less === more) continue;
      if (from !== null && less !== 0) changed.push(this.add(from, total, -less));
      if (to !== null && more !== 0) changed.push(this.add(to, total, more));
    }
    return changed;
  }

  private add(key: ResourceId | Reference, name: string, amount: number): ResourceId | Reference {
    const sums = getOrMake(this.sums, key, () => new Map<string, number>());
    const sum = (sums.get(name) ?? 0) + amount;
    if (sum !== 0) sums.set(name, sum);
    else if (sums.delete(name) && sums.size === 0) this.sums.delete(key);
    return key;
  }
}
