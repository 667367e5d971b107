import { HealthStatus } from '../model/health.js';
import { ResourceKind } from '../model/kinds.js';
import { worstStatus } from '../model/verdict.js';
import type { Counted, Entry } from './entry.js';
import { getOrMake } from '../model/get-or-make.js';

interface Tally {
  readonly byStatus: Map<HealthStatus, number>;
  working: number;
}

interface Group {
  readonly byKind: Map<ResourceKind, Tally>;
  /** Of critical members: those in trouble. */
  readonly critical: Map<HealthStatus, number>;
  /** As what members are counted, each way once: it is few, and members are many. */
  readonly ways: Counted[];
}

const NO_GROUPS: readonly Group[] = [];

/**
 * Whose status counts for whose, tallied as it changes. Kept by the parent's id or name: a member may come before its
 * parent does.
 */
export class Members {
  private readonly groups = new Map<string, Group>();

  /** Counts a member where it belongs now, and nowhere else. Returns the parents' keys whose tally is different. */
  place(member: Entry, next: Counted | null): readonly string[] {
    const before = member.counted;
    if (isSame(before, next)) return [];
    const changed: string[] = [];
    if (before !== null) {
      this.count(member, before, -1);
      changed.push(before.parentKey);
    }
    if (next !== null) {
      this.count(member, next, 1);
      if (next.parentKey !== before?.parentKey) changed.push(next.parentKey);
    }
    member.counted = next === null ? null : this.shared(next);
    return changed;
  }

  /** What the members make of their parent. A member's UNHEALTHY is only DEGRADED here, unless nothing works any more. */
  rollUp(parent: Entry, vital: readonly ResourceKind[]): HealthStatus {
    const groups = this.groupsOf(parent);
    let result = HealthStatus.NOT_CONFIGURED;
    if (groups.length === 0) return result;
    const seen = new Map<HealthStatus, number>();
    let isAnyIll = false;
    let isAnyDead = false;
    let working = 0;
    for (const { byKind, critical } of groups) {
      for (const status of critical.keys()) result = worstStatus(result, status);
      for (const [kind, tally] of byKind) {
        isAnyIll ||= tally.byStatus.has(HealthStatus.DEGRADED) || tally.byStatus.has(HealthStatus.UNHEALTHY);
        // Who looks is no part of what is looked at.
        if (kind !== ResourceKind.SOURCE) for (const [status, count] of tally.byStatus) add(seen, status, count);
        if (!vital.includes(kind)) continue;
        isAnyDead ||= tally.byStatus.has(HealthStatus.UNHEALTHY);
        working += tally.working;
      }
    }
    if (isAnyIll) result = worstStatus(result, HealthStatus.DEGRADED);
    if ((seen.get(HealthStatus.UNKNOWN) ?? 0) * 2 > sum(seen)) result = worstStatus(result, HealthStatus.UNKNOWN);
    return isAnyDead && working === 0 ? HealthStatus.UNHEALTHY : result;
  }

  private shared(counted: Counted): Counted {
    const ways = this.groups.get(counted.parentKey)?.ways;
    if (ways === undefined) return counted;
    const known = ways.find((way) => isSame(way, counted));
    if (known === undefined) ways.push(counted);
    return known ?? counted;
  }

  private groupsOf({ id, reference }: Entry): readonly Group[] {
    const byId = this.groups.get(id);
    const byName = reference === null ? undefined : this.groups.get(reference);
    if (byName === undefined) return byId === undefined ? NO_GROUPS : [byId];
    return byId === undefined ? [byName] : [byId, byName];
  }

  private count(member: Entry, { parentKey, status, isCritical, works }: Counted, by: number): void {
    if (status === HealthStatus.NOT_CONFIGURED) return;
    const group = getOrMake(this.groups, parentKey, newGroup);
    const kind = member.kind as ResourceKind;
    const tally = getOrMake(group.byKind, kind, (): Tally => ({ byStatus: new Map(), working: 0 }));
    add(tally.byStatus, status, by);
    if (works) tally.working += by;
    if (tally.byStatus.size === 0) group.byKind.delete(kind);
    const spreads = status === HealthStatus.UNHEALTHY || status === HealthStatus.UNKNOWN;
    if (isCritical && spreads) add(group.critical, status, by);
    if (group.byKind.size === 0) this.groups.delete(parentKey);
  }
}

function newGroup(): Group {
  return { byKind: new Map(), critical: new Map(), ways: [] };
}

function isSame(a: Counted | null, b: Counted | null): boolean {
  if (a === null || b === null) return a === b;
  return a.parentKey === b.parentKey && a.status === b.status && a.isCritical === b.isCritical && a.works === b.works;
}

function add(tally: Map<HealthStatus, number>, status: HealthStatus, by: number): void {
  const count = (tally.get(status) ?? 0) + by;
  if (count > 0) tally.set(status, count);
  else tally.delete(status);
}

function sum(tally: Map<HealthStatus, number>): number {
  let total = 0;
  for (const count of tally.values()) total += count;
  return total;
}
