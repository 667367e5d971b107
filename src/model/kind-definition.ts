import type { Edge, EdgeName } from './edges.js';
import type { AspectName, FactsByKind, MainFacts } from './facts.js';
import type { FindingReason } from './finding-reason.js';
import type { Finding } from './health.js';
import type { Alias, Reference, ResourceId } from './ids.js';
import type { RecordKind, ResourceKind } from './kinds.js';
import type { LimitsByReason, Seen } from './rule.js';
import type { Milliseconds } from './time.js';

/** A neighbour whose changes make a record be judged again. */
export interface Interest<T extends RecordKind = RecordKind> {
  /** The neighbour's kind. */
  readonly kind: T;
  /** The edge between them, and whether it leads from this record `to` the neighbour, or comes `from` it. */
  readonly edge: EdgeName;
  readonly direction: 'to' | 'from';
  /** Which side of the neighbour matters. Default `main`. */
  readonly aspect?: AspectName<T>;
  /** Only a change of this value matters. Default: every change. Its coming and going always do. */
  readonly digest?: (main: MainFacts<T>) => string | number | boolean | null;
}

/** Gives an interest the types of its neighbour and forgets them, so that interests of all kinds fit one list. */
export function defineInterest<T extends RecordKind>(interest: Interest<T>): Interest {
  return interest as unknown as Interest;
}

/** A set of records of one kind and system, for rules that need all of them (few!). */
export interface SetDefinition<K extends RecordKind = RecordKind> {
  readonly name: string;
  readonly holds: (main: MainFacts<K>) => boolean;
  /** Judged again, in the same system, when the set changes: resources of these kinds. */
  readonly concerns: readonly ResourceKind[];
  /** Which of those a member concerns, found by looking at each. Default: all. */
  readonly isConcerned?: (main: MainFacts<ResourceKind>, member: MainFacts<K>) => boolean;
  /** Only a change of this value of a member matters. */
  readonly digest: (main: MainFacts<K>) => string | number | boolean | null;
}

/** A number that a record adds to a total of another: counted, never recounted. */
export interface Contribution<K extends RecordKind = RecordKind> {
  /** The total's name at the receiver. */
  readonly total: string;
  /** Integers only (millicores, bytes), so that sums stay exact. */
  readonly amount: (main: MainFacts<K>) => number;
  /** Who receives it; null: nobody. */
  readonly receiver: (main: MainFacts<K>) => ResourceId | Reference | null;
}

/** A short past of a number that a rule or a chart needs. */
export interface Series<K extends RecordKind = RecordKind> {
  readonly name: string;
  readonly aspect: AspectName<K>;
  /** Values by subject (null: the record as a whole); a value that is not known is left out. */
  readonly values: (
    facts: FactsByKind[K][keyof FactsByKind[K]],
  ) => readonly { readonly subject: string | null; readonly value: number }[];
  /**
   * Within each step, the first, last or smallest value is kept. `rises`, whatever step and window: the smallest value there
   * ever was, and the largest since, each as of when it was reached. `changes`, likewise: the last two that differ, each as of
   * when it was first so.
   */
  readonly keep: 'last' | 'minimum' | 'first' | 'rises' | 'changes';
  readonly step: (limits: LimitsByReason) => Milliseconds;
  readonly window: (limits: LimitsByReason) => Milliseconds;
  /** Whose rules look at it, where these are not its own kind's: it goes by their limits, with the longest windows. */
  readonly readBy?: RecordKind;
}

/** Gives a series the types of its aspect. */
export function defineSeries<K extends RecordKind, A extends AspectName<K>>(
  series: Omit<Series<K>, 'aspect' | 'values'> & {
    readonly kind: K;
    readonly aspect: A;
    readonly values: (
      facts: FactsByKind[K][A & keyof FactsByKind[K]],
    ) => readonly { readonly subject: string | null; readonly value: number }[];
  },
): Series<K> {
  return series as unknown as Series<K>;
}

/** How the registry holds records of one kind: edges, what it keeps, whose verdict it rolls up into. */
export interface KindDefinition<K extends RecordKind = RecordKind> {
  readonly kind: K;
  readonly edges?: (main: MainFacts<K>) => readonly Edge[];
  /** Further names by which edges of others may lead here, such as its addresses. */
  readonly aliases?: (main: MainFacts<K>) => readonly Alias[];
  readonly interests?: readonly Interest[];
  readonly sets?: readonly SetDefinition<K>[];
  readonly contributes?: readonly Contribution<K>[];
  readonly series?: readonly Series<K>[];
  /** Into whose status this one's counts; null: nobody's. */
  readonly parent?: (seen: Seen<K>) => ResourceId | Reference | null;
  /** Member kinds: one of them is UNHEALTHY and none works, then it is itself UNHEALTHY. */
  readonly vitalMembers?: readonly ResourceKind[];
  /** Whether anything of it works, for those to whom it is vital. Default: whatever is not UNHEALTHY works. */
  readonly works?: (seen: Seen<K>) => boolean;
}

export function defineKind<K extends RecordKind>(definition: KindDefinition<K>): KindDefinition {
  return definition as unknown as KindDefinition;
}

/** One step of a path between two records. */
export interface Step {
  readonly edge: EdgeName;
  /** `to`: along the edge; `from`: against it. */
  readonly direction: 'to' | 'from';
  readonly kind: RecordKind;
}

/**
 * When a finding is a consequence of another: the effect's record and the cause's are one, or joined by a path of edges.
 */
export interface CauseDefinition {
  readonly effects: readonly FindingReason[];
  readonly causes: readonly FindingReason[];
  /** From the effect's record to the cause's. Empty: the same record. */
  readonly path: readonly Step[];
  /** Both must be about the same part. */
  readonly sameSubject?: boolean;
  /** What both sides' facts must say beside that. */
  readonly holds?: (effect: Finding, effectSeen: Seen, cause: Finding, causeSeen: Seen) => boolean;
}
