import { HealthStatus } from '../model/health.js';
import type { ResourceKind } from '../model/kinds.js';
import { worstStatus } from '../model/verdict.js';
import type { Entry } from './entry.js';
import { getOrMake } from './get-or-make.js';

interface Group {
  readonly entries: Set<Entry>;
  readonly byKind: Map<ResourceKind, Map<HealthStatus, number>>;
  /** Of members that configuration marks as critical. */
  readonly critical: Map<HealthStatus, number>;
}

/**
 * Whose status counts for whose, tallied as it changes. Kept by the parent's id or name: a member may come before its
 * parent does.
 */
export class Members {
  private readonly groups = new Map<string, Group>();

  *of(parent: Entry): Generator<Entry> {
    for (const group of this.groupsOf(parent)) yield* group.entries;
  }

  /** Counts a member where it belongs now, and nowhere else. Returns the parents' keys whose tally is different. */
  place(member: Entry, parentKey: Entry['parentKey'], status: HealthStatus, isCritical: boolean): readonly string[] {
    const { parentKey: oldKey, countedStatus: oldStatus } = member;
    if (oldKey === parentKey && oldStatus === status) return [];
    const changed: string[] = [];
    if (oldKey !== null && oldStatus !== null) {
      this.count(oldKey, member, oldStatus, -1, isCritical);
      if (oldKey !== parentKey) this.leave(oldKey, member);
      changed.push(oldKey);
    }
    member.parentKey = parentKey;
    member.countedStatus = parentKey === null ? null : status;
    if (parentKey !== null) {
      this.count(parentKey, member, status, 1, isCritical);
      if (oldKey !== parentKey) changed.push(parentKey);
    }
    return changed;
  }

  remove(member: Entry, isCritical: boolean): readonly string[] {
    return this.place(member, null, HealthStatus.HEALTHY, isCritical);
  }

  /** What the members make of their parent. A member's UNHEALTHY is only DEGRADED here, unless nothing works any more. */
  rollUp(parent: Entry, vital: readonly ResourceKind[]): HealthStatus {
    let result = HealthStatus.NOT_CONFIGURED;
    const all = new Map<HealthStatus, number>();
    const vitals = new Map<HealthStatus, number>();
    for (const { byKind, critical } of this.groupsOf(parent)) {
      for (const status of critical.keys()) result = worstStatus(result, status);
      for (const [kind, tally] of byKind) {
        for (const [status, count] of tally) {
          add(all, status, count);
          if (vital.includes(kind)) add(vitals, status, count);
        }
      }
    }
    if (all.has(HealthStatus.DEGRADED) || all.has(HealthStatus.UNHEALTHY))
      result = worstStatus(result, HealthStatus.DEGRADED);
    if ((all.get(HealthStatus.UNKNOWN) ?? 0) * 2 > sum(all)) result = worstStatus(result, HealthStatus.UNKNOWN);
    const isDead = vitals.size === 1 && vitals.has(HealthStatus.UNHEALTHY);
    return isDead ? HealthStatus.UNHEALTHY : result;
  }

  private *groupsOf(parent: Entry): Generator<Group> {
    for (const key of [parent.id, parent.reference]) {
      const group = this.groups.get(key);
      if (group !== undefined) yield group;
    }
  }

  private count(key: string, member: Entry, status: HealthStatus, by: number, isCritical: boolean): void {
    const group = getOrMake(this.groups, key, newGroup);
    group.entries.add(member);
    const kind = member.kind as ResourceKind;
    const tally = getOrMake(group.byKind, kind, () => new Map<HealthStatus, number>());
    if (status === HealthStatus.NOT_CONFIGURED) return;
    add(tally, status, by);
    const spreads = status === HealthStatus.UNHEALTHY || status === HealthStatus.UNKNOWN;
    if (isCritical && spreads) add(group.critical, status, by);
  }

  private leave(key: string, member: Entry): void {
    const group = this.groups.get(key);
    group?.entries.delete(member);
    if (group?.entries.size === 0) this.groups.delete(key);
  }
}

function newGroup(): Group {
  return { entries: new Set(), byKind: new Map(), critical: new Map() };
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
