import type { Reference, ResourceId } from '../model/ids.js';
import type { Contribution } from '../model/kind-definition.js';
import type { MainFacts } from '../model/facts.js';
import type { Entry } from './entry.js';
import { getOrMake } from './get-or-make.js';

/**
 * Sums that records add to others, such as a pod's requests to its node. Kept by the receiver's id or name, which may
 * not be there yet; a change adds its difference. Whole numbers of any size, since anybody may ask for exabytes: what was
 * added can be taken out again, and the rest is what it was.
 */
export class Totals {
  private readonly sums = new Map<string, Map<string, bigint>>();

  of(entry: Entry, name: string): number {
    return Number((this.sums.get(entry.id)?.get(name) ?? 0n) + (this.sums.get(entry.reference)?.get(name) ?? 0n));
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
      const less = before === null || from === null ? 0 : finite(amount(before));
      const more = after === null || to === null ? 0 : finite(amount(after));
      if (from === to && less === more) continue;
      if (from !== null && less !== 0) changed.push(this.add(from, total, -BigInt(less)));
      if (to !== null && more !== 0) changed.push(this.add(to, total, BigInt(more)));
    }
    return changed;
  }

  private add(key: ResourceId | Reference, name: string, amount: bigint): ResourceId | Reference {
    const sums = getOrMake(this.sums, key, () => new Map<string, bigint>());
    const sum = (sums.get(name) ?? 0n) + amount;
    if (sum !== 0n) sums.set(name, sum);
    else if (sums.delete(name) && sums.size === 0) this.sums.delete(key);
    return key;
  }
}

/** What is no number of anything adds nothing. */
function finite(amount: number): number {
  return Number.isFinite(amount) ? Math.round(amount) : 0;
}
