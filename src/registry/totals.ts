import type { Reference, ResourceId } from '../model/ids.js';
import type { Contribution } from '../model/kind-definition.js';
import type { MainFacts } from '../model/facts.js';
import type { Entry } from './entry.js';
import { getOrMake } from '../model/get-or-make.js';

/**
 * Sums that records add to others, such as a pod's requests to its node. Kept by the receiver's id or name, which may
 * not be there yet; a change adds its difference. Whole numbers of any size, since anybody may ask for exabytes: what was
 * added can be taken out again, and the rest is what it was.
 */
export class Totals {
  private readonly sums = new Map<string, Map<string, Sum>>();

  of(entry: Entry, name: string): number {
    const byId = this.sums.get(entry.id)?.get(name) ?? 0;
    const byName = (entry.reference === null ? undefined : this.sums.get(entry.reference)?.get(name)) ?? 0;
    return Number(plus(byId, byName));
  }

  /** Counts a record's contributions anew; returns those whose totals changed. */
  change(
    contributions: readonly Contribution[],
    before: MainFacts | null,
    after: MainFacts | null,
  ): readonly (ResourceId | Reference)[] {
    const changed: (ResourceId | Reference)[] = [];
    let asked: Contribution['receiver'] | null = null;
    let from: ResourceId | Reference | null = null;
    let to: ResourceId | Reference | null = null;
    for (const { total, amount, receiver } of contributions) {
      // Several in a row go to the same receiver: it is asked for once.
      if (receiver !== asked) {
        asked = receiver;
        from = before === null ? null : receiver(before);
        to = after === null ? null : receiver(after);
      }
      const less = before === null || from === null ? 0 : finite(amount(before));
      const more = after === null || to === null ? 0 : finite(amount(after));
      if (from === to && less === more) continue;
      if (from !== null && less !== 0) changed.push(this.add(from, total, -less));
      if (to !== null && more !== 0) changed.push(this.add(to, total, more));
    }
    return changed;
  }

  private add(key: ResourceId | Reference, name: string, amount: number): ResourceId | Reference {
    const sums = getOrMake(this.sums, key, () => new Map<string, Sum>());
    const sum = plus(sums.get(name) ?? 0, amount);
    if (sum !== 0) sums.set(name, sum);
    else if (sums.delete(name) && sums.size === 0) this.sums.delete(key);
    return key;
  }
}

/** Exact, whichever it is: a plain number as long as that can hold it. */
type Sum = number | bigint;

function plus(a: Sum, b: Sum): Sum {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const exact = BigInt(a) + BigInt(b);
  const plain = Number(exact);
  return Number.isSafeInteger(plain) ? plain : exact;
}

/** What is no number of anything adds nothing. */
function finite(amount: number): number {
  return Number.isFinite(amount) ? Math.round(amount) : 0;
}
