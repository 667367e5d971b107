import { HealthChangeType } from '../model/change.js';
import { type Finding, HealthStatus } from '../model/health.js';
import { ResourceKind } from '../model/kinds.js';
import type { KindDefinition } from '../model/kind-definition.js';
import type { Instant } from '../model/time.js';
import { compareFindings, statusOfSeverity, worstStatus } from '../model/verdict.js';
import type { NewChange } from './change-log.js';
import type { EdgeIndex } from './edge-index.js';
import type { Counted, Entry } from './entry.js';
import { findingKey } from './holds.js';
import type { Judge } from './judge.js';
import type { LimitBook } from './limit-book.js';
import type { Members } from './members.js';
import type { Population } from './population.js';
import type { Timers } from './timers.js';

/** What people saw of a record before the batch. */
interface Before {
  readonly status: HealthStatus;
  readonly isStale: boolean;
  readonly findings: readonly Finding[];
}

type Change = NewChange;

/** A parent chain is a few records long; one that is longer goes round in a circle. */
const MOST_RESTATEMENTS = 32;

const NO_FINDINGS: readonly Finding[] = [];

/** Brings verdicts and roll-ups up to date after a batch, and says what is different for people. */
export class Settling {
  constructor(
    private readonly definitions: ReadonlyMap<string, KindDefinition>,
    private readonly parts: {
      readonly judge: Judge;
      readonly limits: LimitBook;
      readonly edges: EdgeIndex;
      readonly members: Members;
      readonly population: Population;
      readonly timers: Timers;
    },
  ) {}

  settle(dirty: Iterable<Entry>, added: ReadonlySet<Entry>, removed: Iterable<Entry>, now: Instant): readonly Change[] {
    const before = new Map<Entry, Before>();
    const restate: Entry[] = [];
    const changes: Change[] = [];
    for (const entry of removed) {
      changes.push(removal(entry, now));
      this.parts.timers.set(entry, null);
      this.restateParents(this.parts.members.place(entry, null), restate);
    }
    for (const entry of dirty) {
      before.set(entry, snapshot(entry));
      const { verdict, reconsiderAt } = this.parts.judge.judge(entry, now);
      entry.verdict = verdict;
      this.parts.timers.set(entry, reconsiderAt);
      restate.push(entry);
    }
    this.rollUp(restate, before, now);
    for (const [entry, old] of before) {
      const change = added.has(entry) ? addition(entry, now) : difference(entry, old, now);
      if (change !== null) changes.push(change);
    }
    return changes;
  }

  private rollUp(restate: Entry[], before: Map<Entry, Before>, now: Instant): void {
    const rounds = new Map<Entry, number>();
    for (let entry = restate.pop(); entry !== undefined; entry = restate.pop()) {
      const round = (rounds.get(entry) ?? 0) + 1;
      if (round > MOST_RESTATEMENTS) continue;
      rounds.set(entry, round);
      if (!before.has(entry)) before.set(entry, snapshot(entry));
      const definition = this.definitions.get(entry.kind);
      const members = this.parts.members.rollUp(entry, definition?.vitalMembers ?? []);
      const status = worstStatus(entry.verdict.status, members);
      if (status !== entry.rolledStatus) {
        this.parts.population.restate(entry, status);
        entry.rolledStatus = status;
        entry.since = sinceOf(entry, status, now);
      }
      this.restateParents(this.parts.members.place(entry, this.countedAs(entry, status, definition)), restate);
    }
  }

  private countedAs(entry: Entry, status: HealthStatus, definition: KindDefinition | undefined): Counted | null {
    const parentKey = definition?.parent?.(entry) ?? null;
    if (parentKey === null) return null;
    const works = definition?.works?.(entry) ?? status !== HealthStatus.UNHEALTHY;
    return { parentKey, status, isCritical: this.parts.limits.isCritical(entry), works };
  }

  private restateParents(keys: readonly string[], restate: Entry[]): void {
    for (const key of keys) {
      const parent = this.parts.edges.resolve(key as Entry['id']);
      if (parent !== undefined) restate.push(parent);
    }
  }
}

function snapshot(entry: Entry): Before {
  return { status: entry.rolledStatus, isStale: entry.verdict.isStale, findings: entry.findings };
}

/** As long as the findings that make the status last; without such, from now on. */
function sinceOf(entry: Entry, status: HealthStatus, now: Instant): Instant {
  const times = entry.findings
    .filter(({ ignored, severity }) => ignored === null && statusOfSeverity(severity) === status)
    .map(({ since }) => since);
  return times.length === 0 || status === HealthStatus.HEALTHY ? now : (Math.min(...times) as Instant);
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
function difference(entry: Entry, before: Before, now: Instant): Change | null {
  const old = new Map(before.findings.map((finding) => [findingKey(finding), finding]));
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
  const isSame =
    before.status === entry.rolledStatus &&
    before.isStale === entry.verdict.isStale &&
    raised.length + updated.length + cleared.length === 0;
  if (isSame || !isResource(entry)) return null;
  return {
    ...identity(entry, now),
    type: HealthChangeType.CHANGED,
    previousStatus: before.status,
    status: entry.status,
    isStale: entry.isStale,
    raised,
    updated,
    cleared,
    findingsBefore: before.findings,
    findingsAfter: entry.findings,
  };
}

export function isResource(entry: Entry): boolean {
  return entry.kind in ResourceKind;
}
