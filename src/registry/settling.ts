import { HealthChangeType } from '../model/change.js';
import { type Finding, HealthStatus } from '../model/health.js';
import { platformId } from '../model/ids.js';
import { ResourceKind } from '../model/kinds.js';
import type { KindDefinition } from '../model/kind-definition.js';
import { type Instant, earliest } from '../model/time.js';
import { type Verdict, compareFindings, statusOfSeverity, worstStatus } from '../model/verdict.js';
import type { NewChange } from './change-log.js';
import type { EdgeIndex } from './edge-index.js';
import type { Counted, Entry } from './entry.js';
import { findingKey } from './holds.js';
import type { Judge } from './judge.js';
import type { LimitBook } from './limit-book.js';
import type { Members } from './members.js';
import type { OutOfSight } from './out-of-sight.js';
import type { Timers } from './timers.js';

/** A record, and what people saw of it before the batch. */
interface Before {
  readonly entry: Entry;
  readonly status: HealthStatus;
  readonly since: Instant;
  readonly verdict: Verdict;
}

type Change = NewChange;

/** A parent chain is a few records long; one that is longer goes round in a circle. */
const MOST_RESTATEMENTS = 32;

const NO_FINDINGS: readonly Finding[] = [];
const NO_KINDS: readonly ResourceKind[] = [];

/** Brings verdicts and roll-ups up to date after a batch, and says what is different for people. */
export class Settling {
  constructor(
    private readonly definitions: ReadonlyMap<string, KindDefinition>,
    private readonly parts: {
      readonly judge: Judge;
      readonly limits: LimitBook;
      readonly edges: EdgeIndex;
      readonly members: Members;
      readonly timers: Timers;
      /** What was concluded of who waits there stands. */
      readonly outOfSight: OutOfSight;
    },
  ) {}

  /**
   * Returns the changes, and all records that were judged or summed up anew. The platform becomes one of the dirty where a rule
   * broke, or did not any more.
   * @param isTold somebody hears of the changes: else there are none
   */
  settle(
    dirty: Set<Entry>,
    added: ReadonlySet<Entry>,
    removed: Iterable<Entry>,
    now: Instant,
    isTold: boolean,
  ): { readonly changes: readonly Change[]; readonly settled: readonly Entry[] } {
    const before: Before[] = [];
    const parents = new Set<Entry>();
    const changes: Change[] = [];
    for (const entry of removed) {
      if (isTold) changes.push(removal(entry, now));
      this.parts.timers.set(entry, null);
      this.parts.judge.failed.forget(entry);
      this.noteParents(this.parts.members.place(entry, null), parents);
    }
    for (const entry of dirty) {
      before.push(snapshot(entry));
      this.judge(entry, now);
    }
    const platform = this.parts.judge.failed.takeChange() ? this.parts.edges.resolve(platformId) : undefined;
    if (platform !== undefined) {
      if (!dirty.has(platform)) before.push(snapshot(platform));
      dirty.add(platform);
      this.judge(platform, now);
    }
    for (const entry of dirty) this.restate(entry, parents, now);
    this.rollUp(parents, dirty, before, now);
    // With members at several depths it may have been something else in between.
    for (const { entry, status, since } of before) if (entry.rolledStatus === status) entry.since = since;
    for (const old of isTold ? before : []) {
      const change = added.has(old.entry) ? addition(old.entry, now) : difference(old, now);
      if (change !== null) changes.push(change);
    }
    return { changes, settled: before.map(({ entry }) => entry) };
  }

  private judge(entry: Entry, now: Instant): void {
    if (this.parts.outOfSight.has(entry)) return;
    entry.isFresh = false;
    const { verdict, reconsiderAt } = this.parts.judge.judge(entry, now);
    entry.verdict = verdict;
    this.parts.timers.set(entry, reconsiderAt);
  }

  /** All members that were judged are counted by now; a parent of several levels may be looked at once for each. */
  private rollUp(parents: Set<Entry>, dirty: ReadonlySet<Entry>, before: Before[], now: Instant): void {
    const rounds = new Map<Entry, number>();
    // Who is added while this goes on has its turn after all others.
    for (const entry of parents) {
      parents.delete(entry);
      const round = (rounds.get(entry) ?? 0) + 1;
      if (round > MOST_RESTATEMENTS) continue;
      rounds.set(entry, round);
      if (round === 1 && !dirty.has(entry)) before.push(snapshot(entry));
      this.restate(entry, parents, now);
    }
  }

  private restate(entry: Entry, parents: Set<Entry>, now: Instant): void {
    const definition = this.definitions.get(entry.kind);
    const members = this.parts.members.rollUp(entry, definition?.vitalMembers ?? NO_KINDS);
    const status = worstStatus(entry.verdict.status, members);
    if (status !== entry.rolledStatus) {
      entry.rolledStatus = status;
      entry.since = sinceOf(entry, status, now);
    }
    this.noteParents(this.parts.members.place(entry, this.countedAs(entry, status, definition)), parents);
  }

  private countedAs(entry: Entry, status: HealthStatus, definition: KindDefinition | undefined): Counted | null {
    const parentKey = definition?.parent?.(entry) ?? null;
    if (parentKey === null) return null;
    const works = definition?.works?.(entry) ?? status !== HealthStatus.UNHEALTHY;
    return { parentKey, status, isCritical: this.parts.limits.isCritical(entry), works };
  }

  private noteParents(keys: readonly string[], parents: Set<Entry>): void {
    for (const key of keys) {
      const parent = this.parts.edges.resolve(key as Entry['id']);
      if (parent !== undefined) parents.add(parent);
    }
  }
}

function snapshot(entry: Entry): Before {
  return { entry, status: entry.rolledStatus, since: entry.since, verdict: entry.verdict };
}

/** As long as the findings that make the status last; without such, from now on. */
function sinceOf(entry: Entry, status: HealthStatus, now: Instant): Instant {
  const times = entry.findings
    .filter(({ ignored, severity }) => ignored === null && statusOfSeverity(severity) === status)
    .map(({ since }) => since);
  return status === HealthStatus.HEALTHY ? now : (earliest(times) ?? now);
}

function identity(
  entry: Entry,
  now: Instant,
): Pick<Change, 'at' | 'resourceId' | 'resourceKind' | 'resourceName' | 'system' | 'namespace'> {
  const { id, kind, main } = entry;
  const { name, system, namespace } = main;
  return { at: now, resourceId: id, resourceKind: kind as ResourceKind, resourceName: name, system, namespace };
}

function addition(entry: Entry, now: Instant): Change | null {
  if (!isResource(entry)) return null;
  return {
    ...identity(entry, now),
    type: HealthChangeType.ADDED,
    previousStatus: null,
    status: entry.status,
    isStale: entry.isStale,
    raised: entry.findings,
    updated: NO_FINDINGS,
    cleared: NO_FINDINGS,
    findingsBefore: NO_FINDINGS,
    findingsAfter: entry.findings,
  };
}

function removal(entry: Entry, now: Instant): Change {
  return {
    ...identity(entry, now),
    type: HealthChangeType.REMOVED,
    previousStatus: entry.rolledStatus,
    status: null,
    isStale: false,
    raised: NO_FINDINGS,
    updated: NO_FINDINGS,
    cleared: entry.findings,
    findingsBefore: entry.findings,
    findingsAfter: NO_FINDINGS,
  };
}

/** Null where status, staleness and the set of findings are what they were: messages and numbers are no change. */
function difference({ entry, status, verdict: { findings, isStale } }: Before, now: Instant): Change | null {
  const isStateSame = status === entry.rolledStatus && isStale === entry.verdict.isStale;
  if (isStateSame && findings.length + entry.findings.length === 0) return null;
  const old = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const raised: Finding[] = [];
  const updated: Finding[] = [];
  for (const finding of entry.findings) {
    const was = old.get(findingKey(finding));
    if (was === undefined) raised.push(finding);
    else if (was.severity !== finding.severity || (was.ignored === null) !== (finding.ignored === null))
      updated.push(finding);
    old.delete(findingKey(finding));
  }
  const cleared = [...old.values()].sort(compareFindings);
  const isSame = isStateSame && raised.length + updated.length + cleared.length === 0;
  if (isSame || !isResource(entry)) return null;
  return {
    ...identity(entry, now),
    type: HealthChangeType.CHANGED,
    previousStatus: status,
    status: entry.status,
    isStale: entry.isStale,
    raised,
    updated,
    cleared,
    findingsBefore: findings,
    findingsAfter: entry.findings,
  };
}

export function isResource(entry: Entry): boolean {
  return entry.kind in ResourceKind;
}
