import type { EdgeName } from './edges.js';
import type { AspectName, FactsByKind, MainFacts } from './facts.js';
import type { FindingReason } from './finding-reason.js';
import type { Direction, Evidence, Finding, Limit, Sample, Severity, Unit } from './health.js';
import type { ResourceId } from './ids.js';
import type { RecordKind, ResourceKind } from './kinds.js';
import type { SignalName } from './signal-name.js';
import { DAY, type Instant, MINUTE, type Milliseconds } from './time.js';

/** One side of a record, with its age. */
export interface Aspect<F> {
  readonly facts: F;
  /** Null: configured, never seen. */
  readonly observedAt: Instant | null;
}

/**
 * A record as rules see it: its facts, what was kept of their past, and, along declared edges, its neighbours. All of it
 * is read-only and of one moment.
 */
export interface Seen<K extends RecordKind = RecordKind> {
  readonly id: ResourceId;
  readonly kind: K;
  readonly main: MainFacts<K>;
  /** When the main facts were last seen. */
  readonly observedAt: Instant | null;
  /** Current findings: for causes, never for rules (the order of judging is not theirs to know). */
  readonly findings: readonly Finding[];
  aspect<A extends AspectName<K>>(name: A): Aspect<FactsByKind[K][A & keyof FactsByKind[K]]> | undefined;
  /** The record that an edge of this one leads to, if it is of that kind and there. */
  one<T extends RecordKind>(edge: EdgeName, kind: T): Seen<T> | undefined;
  /** All records that edges of this one lead to. */
  all<T extends RecordKind>(edge: EdgeName, kind: T): readonly Seen<T>[];
  /** All records whose edges lead here. */
  from<T extends RecordKind>(edge: EdgeName, kind: T): readonly Seen<T>[];
  /** All records of a declared set in this record's system (see `KindDefinition.sets`). */
  set<T extends RecordKind>(name: string, kind: T): readonly Seen<T>[];
  /** A declared sum over others (see `KindDefinition.contributes`); 0 where nothing contributed. */
  total(name: string): number;
  /** What was kept of a declared series, oldest first. */
  samples(series: string, subject?: string | null): readonly Sample[];
}

/**
 * The numbers of one finding. Times are milliseconds; their names end in `for`, `window`, `horizon` or in `For`, `Within`,
 * `After`, `Window`, `Horizon`, which is how configuration knows to read "10m".
 */
export type LimitValues = Readonly<Record<string, number>>;

export type LimitsByReason = { readonly [R in FindingReason]?: LimitValues };

/** A finding as a rule proposes it. */
export interface Candidate {
  readonly reason: FindingReason;
  readonly severity: Severity;
  /** The part it is about. No numbers: with resource and reason it is the finding's identity. */
  readonly subject?: string | null;
  /** One sentence with the numbers, about this resource only. */
  readonly message: string;
  /** One sentence: what to do or look at next. */
  readonly advice: string;
  /** Default MEASURED. */
  readonly evidence?: Evidence;
  /** Since when the facts themselves say so; without it, since it was first proposed. */
  readonly since?: Instant | null;
  /** Raise it only after it has been proposed without a break for this long. For conditions whose facts carry no time. */
  readonly holdFor?: Milliseconds;
  /** … and in at least this many observations of `observedAt`. Default 1. */
  readonly samples?: number;
  /**
   * Which observation proposes it, where it is a sample; needed with `samples`. With it, `holdFor` is time that samples
   * span: the newest must be of its last tenth, so that one that nothing followed proves nothing.
   */
  readonly observedAt?: Instant | null;
  /**
   * The newest of several observations that propose it together, where `observedAt` is the oldest: what lasts begins when
   * the last of them says so, and is proven when all of them were made again.
   */
  readonly completeAt?: Instant | null;
  /** Keep it (and its severity) this long after the condition ended. Default 0; numeric limits: `NUMERIC_CLEAR`. */
  readonly clearAfter?: Milliseconds;
  /** By which fact it was found, where a rule has more ways than one to the same finding: for `cannotTell`. */
  readonly foundBy?: string;
}

/** A finding that stands, as far as its rule is asked about it. */
export type Standing = Pick<Candidate, 'reason' | 'subject' | 'evidence' | 'foundBy'>;

/** What a rule says of one record. */
export interface Judgement {
  readonly findings?: readonly Candidate[];
  /** On its way and not late. */
  readonly isProgressing?: boolean;
  /** It cannot be seen. */
  readonly isUnknown?: boolean;
  /** It was seen, and is not now: it is UNKNOWN and stale, whatever was found of it, and its findings stand. */
  readonly isUnseen?: boolean;
  /** Nothing of this sort is configured. */
  readonly isNotConfigured?: boolean;
  /**
   * Whether a finding of this rule that stands can, this time, neither be found again nor denied, since what it was found by
   * could not be had. What is not found again and cannot be told stands on, as stale, for `KEPT_UNTOLD` at most, with its words, also for
   * whoever may see fewer others: only for findings that the record has of itself.
   */
  readonly cannotTell?: (standing: Standing) => boolean;
  /** It has nothing more to answer for: nothing of what this rule raised is kept for its `clearAfter`. */
  readonly isExempt?: boolean;
  /** What is known of it is older than its source promises. */
  readonly isStale?: boolean;
  /** When to judge again though no fact has changed: how "for 15 minutes" works without polling. */
  readonly reconsiderAt?: Instant | null;
  /** What was seen last is not new enough to decide: one more look, now, would be. */
  readonly isSampleWanted?: boolean;
}

/** A number behind a verdict, as a rule measures it. */
export interface Measurement {
  readonly subject?: string | null;
  readonly value: number | null;
  /**
   * Why there is none: `warming up`, `not growing`, `no nodes`, `no requests`, `unsupported`, `forbidden`, `probe failed`, `not configured`,
   * `stale` (measured, but not lately), `ambiguous` (more than one fits), `idle` (nothing to measure it on).
   */
  readonly unavailable?: string | null;
  readonly observedAt: Instant | null;
  /** Default MEASURED. */
  readonly evidence?: Evidence;
  /** The series it is drawn from, where one is declared. */
  readonly series?: string;
  /** For numbers that are counted against a need: how many are needed. */
  readonly required?: number;
  /** For rules with several findings: whose limits apply. Default: the rule's first. */
  readonly reason?: FindingReason;
  /** Default: the rule's. */
  readonly unit?: Unit;
  /** The numbers it is held against, where the finding's `warnAt` and `for` are those of another reading. */
  readonly against?: Partial<Pick<Limit, 'worse' | 'warnAt' | 'criticalAt' | 'holdFor'>>;
}

/** How long a numeric finding outlives its condition, so that it does not flap. */
export const NUMERIC_CLEAR: Milliseconds = MINUTE;

/** How long a finding stands on of which nothing can be told. */
export const KEPT_UNTOLD: Milliseconds = DAY;

/**
 * One signal of one kind: how it is judged and measured. Both functions are pure: no clock, no environment, no I/O, no
 * logging; they see only what they are given.
 */
export interface Rule<K extends ResourceKind = ResourceKind, L extends LimitsByReason = LimitsByReason> {
  readonly kind: K;
  readonly signal: SignalName;
  /** For people: what is looked at, in two or three words. */
  readonly title: string;
  /** For people: the rule in one sentence, with where it comes from. */
  readonly description: string;
  readonly unit: Unit | null;
  /** On which side of the limits the trouble lies; default HIGHER. */
  readonly worse?: Direction;
  /** How it is known when nothing says otherwise. */
  readonly evidence: Evidence;
  /** Defaults for every finding this rule can raise; a finding without numbers has an empty object. */
  readonly limits: L;
  /** Whether it is about this record at all, where a kind has several sorts, such as databases. Default: about all. */
  readonly applies?: (subject: Seen<K>) => boolean;
  readonly judge: (subject: Seen<K>, limits: L, now: Instant) => Judgement | null;
  readonly measure?: (subject: Seen<K>, limits: L, now: Instant) => readonly Measurement[];
  /** How to get it measured where it is not. */
  readonly howToEnable?: string;
  /** The source that has it, by its folder; absent for what holds of every platform. Set where sources are put together. */
  readonly source?: string;
}

/** Gives a rule its types and forgets them, so that rules of all kinds fit one list. */
export function defineRule<K extends ResourceKind, const L extends { readonly [R in FindingReason]?: LimitValues }>(
  rule: Rule<K, { readonly [R in keyof L]: { readonly [P in keyof L[R]]: number } }> & { readonly limits: L },
): Rule {
  return rule as unknown as Rule;
}
