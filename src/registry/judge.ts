import { Evidence, type Finding, HealthStatus } from '../model/health.js';
import { type RecordKind, ResourceKind } from '../model/kinds.js';
import type { Judgement, Rule } from '../model/rule.js';
import { type Instant, earliest } from '../model/time.js';
import { type Verdict, compareFindings, statusOfSeverity, worstStatus } from '../model/verdict.js';
import type { Entry } from './entry.js';
import { FailedRules } from './failed-rules.js';
import { Holds, type Proposed, findingKey, needsHolding } from './holds.js';
import type { LimitBook } from './limit-book.js';
import { getOrMake } from '../model/get-or-make.js';

/** What one round of judging says of a record. */
export interface Opinion {
  readonly verdict: Verdict;
  readonly reconsiderAt: Instant | null;
}

type Raised = Proposed & { readonly proposedSince?: Instant };

/** What all rules say of one record, and what stands of which they can tell nothing. */
interface Said {
  readonly proposed: readonly Proposed[];
  readonly untold: readonly Proposed[];
}

interface Outcome {
  readonly findings: readonly Finding[];
  /** Some of them stand only because nothing can be told of them. */
  readonly isKept: boolean;
}

const NO_FINDINGS: readonly Finding[] = Object.freeze([]);
const NOTHING: Outcome = { findings: NO_FINDINGS, isKept: false };

/** What one rule found before. Where nothing had to be held, the findings say all of it. */
function standing({ holds, findings }: Entry, { signal }: Rule): readonly Proposed[] {
  return holds?.standing(signal) ?? findings.filter((finding) => finding.signal === signal);
}

/** One shared verdict for every record that has nothing to say, by its status. */
const [CALM, STALE] = [false, true].map((isStale) => {
  const verdicts = Object.values(HealthStatus).map((status) =>
    Object.freeze({ status, findings: NO_FINDINGS, isStale }),
  );
  return Object.fromEntries(verdicts.map((verdict) => [verdict.status, verdict]));
}) as [Readonly<Record<HealthStatus, Verdict>>, Readonly<Record<HealthStatus, Verdict>>];

export function calmVerdict(status: HealthStatus, isStale = false): Verdict {
  return (isStale ? STALE : CALM)[status];
}

/** Runs the rules over one record. Pure but for the record's own holds. */
export class Judge {
  readonly failed: FailedRules;
  private readonly rules = new Map<RecordKind, Rule[]>();

  constructor(
    rules: readonly Rule[],
    private readonly limits: LimitBook,
    /** Told when a rule begins to break, with what it threw: for the log, never for answers. */
    onRuleFailed: (rule: Rule, error: unknown) => void,
  ) {
    this.failed = new FailedRules(onRuleFailed);
    for (const rule of rules) getOrMake(this.rules, rule.kind, () => []).push(rule);
  }

  judge(entry: Entry, now: Instant): Opinion {
    const times: Instant[] = [];
    const proposed: Proposed[] = [];
    const untold: Proposed[] = [];
    let status = HealthStatus.HEALTHY;
    let isStale = false;
    let isUnseen = false;
    entry.isSampleWanted = false;
    if (entry.mainSeenAt === null) status = HealthStatus.UNKNOWN;
    const limits = this.limits.for(entry);
    for (const rule of this.rules.get(entry.kind) ?? []) {
      const judgement = this.apply(rule, entry, limits, now, untold);
      if (judgement === null) continue;
      if (judgement.isNotConfigured === true) status = HealthStatus.NOT_CONFIGURED;
      if (judgement.isProgressing === true) status = worstStatus(status, HealthStatus.PROGRESSING);
      if (judgement.isUnknown === true) status = worstStatus(status, HealthStatus.UNKNOWN);
      isUnseen ||= judgement.isUnseen === true;
      isStale ||= judgement.isStale === true || isUnseen;
      entry.isSampleWanted ||= judgement.isSampleWanted === true;
      if (judgement.isExempt === true) entry.holds?.drop(rule.signal);
      if (judgement.reconsiderAt != null) times.push(judgement.reconsiderAt);
      for (const candidate of judgement.findings ?? []) proposed.push({ ...candidate, signal: rule.signal });
    }
    if (entry.kind === ResourceKind.PLATFORM) proposed.push(...this.failed.proposed());
    const { findings, isKept } = this.raise(entry, { proposed, untold }, now, times);
    isStale ||= isKept;
    for (const finding of findings) {
      if (finding.ignored === null) status = worstStatus(status, statusOfSeverity(finding.severity));
      else if (finding.ignored.untilAt !== null) times.push(finding.ignored.untilAt);
    }
    if (isUnseen) status = HealthStatus.UNKNOWN;
    const later = times.filter((at) => at > now);
    return {
      verdict: findings.length === 0 ? calmVerdict(status, isStale) : Object.freeze({ status, findings, isStale }),
      reconsiderAt: earliest(later),
    };
  }

  /** @param untold is added what stands of the rule's findings, and of which it can tell nothing */
  private apply(rule: Rule, entry: Entry, limits: Rule['limits'], now: Instant, untold: Proposed[]): Judgement | null {
    try {
      if (rule.applies?.(entry as never) === false) return null;
      const judgement = rule.judge(entry as never, limits, now);
      if (judgement?.cannotTell !== undefined) untold.push(...standing(entry, rule).filter(judgement.cannotTell));
      if (!this.failed.isEmpty) this.failed.clear(rule.signal, entry.id);
      return judgement;
    } catch (error) {
      this.failed.note(rule, entry, error);
      // What it found before stands: that it broke is no recovery.
      return { isUnknown: true, findings: standing(entry, rule) };
    }
  }

  private raise(entry: Entry, { proposed, untold }: Said, now: Instant, times: Instant[]): Outcome {
    if (proposed.length === 0 && untold.length === 0 && entry.holds === null) return NOTHING;
    let raised: readonly Raised[] = proposed;
    let isKept = false;
    if (entry.holds !== null || untold.length > 0 || proposed.some(needsHolding)) {
      entry.holds ??= new Holds();
      const matured = entry.holds.take(proposed, untold, now);
      raised = matured.candidates;
      isKept = matured.isStale;
      if (matured.reconsiderAt !== null) times.push(matured.reconsiderAt);
      if (entry.holds.isEmpty) entry.holds = null;
    }
    if (raised.length === 0) return NOTHING;
    const before = new Map(entry.findings.map((finding) => [findingKey(finding), finding]));
    const worst = new Map<string, Finding>();
    for (const candidate of raised) {
      const key = findingKey(candidate);
      const finding = this.findingOf(entry, candidate, before.get(key), now);
      const rival = worst.get(key);
      if (rival === undefined || compareFindings(finding, rival) < 0) worst.set(key, finding);
    }
    return { findings: Object.freeze([...worst.values()].sort(compareFindings)), isKept };
  }

  /** Keeps the old object where nothing is different, and `since` as long as the finding lasts. */
  private findingOf(entry: Entry, candidate: Raised, old: Finding | undefined, now: Instant): Finding {
    const { reason, subject = null, severity, message, advice, evidence = Evidence.MEASURED, signal } = candidate;
    const ignored = this.limits.ignored(reason, entry, now);
    const saidSince = candidate.since ?? candidate.proposedSince ?? now;
    const since = old === undefined ? saidSince : (Math.min(old.since, saidSince) as Instant);
    const isSame =
      old?.severity === severity &&
      old.message === message &&
      old.advice === advice &&
      old.evidence === evidence &&
      old.since === since &&
      old.ignored?.untilAt === ignored?.untilAt &&
      old.ignored?.reason === ignored?.reason;
    if (isSame) return old;
    const id = old?.id ?? Buffer.from(`${entry.id}/${reason}/${subject ?? ''}`).toString('base64url');
    return Object.freeze({
      id,
      reason,
      subject,
      severity,
      message,
      advice,
      since,
      evidence,
      ignored,
      signal,
      resourceId: entry.id,
    });
  }
}
