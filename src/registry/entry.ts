import type { EdgeName, Edge } from '../model/edges.js';
import type { AspectName, FactsByKind, MainFacts } from '../model/facts.js';
import type { Finding, HealthStatus, Sample } from '../model/health.js';
import { type Reference, type ResourceId, ownReference } from '../model/ids.js';
import type { RecordKind } from '../model/kinds.js';
import type { Aspect, Seen } from '../model/rule.js';
import type { Instant } from '../model/time.js';
import type { Verdict } from '../model/verdict.js';
import { type Past, NO_PAST, samplesOf } from './history.js';
import type { Holds } from './holds.js';
import type { Rank } from './rank.js';

/** What an entry asks the registry for; implemented there once for all entries. */
export interface Surroundings {
  neighbours(entry: Entry, edge: EdgeName, direction: 'to' | 'from'): readonly Entry[];
  /** The first of that kind that an edge leads to from here. */
  first(entry: Entry, edge: EdgeName, kind: RecordKind): Entry | undefined;
  set(system: string, name: string, kind: RecordKind): readonly Entry[];
  total(entry: Entry, name: string): number;
  effectiveStatus(entry: Entry): HealthStatus;
  isStale(entry: Entry): boolean;
  observedAt(entry: Entry): Instant | null;
}

/** In whose tally a member is, and as what: that, not what it is by now, is taken out again. */
export interface Counted {
  readonly parentKey: ResourceId | Reference;
  readonly status: HealthStatus;
  /** Configuration marks it as critical. */
  readonly isCritical: boolean;
  /** Something of it works, whatever is wrong with the rest. */
  readonly works: boolean;
}

/** One aspect of a record, by its name. */
interface Side extends Aspect<unknown> {
  readonly name: string;
}

const NO_SIDES: readonly Side[] = [];

/** One record of the registry with everything that is known and was concluded about it. */
export class Entry<K extends RecordKind = RecordKind> implements Seen<K> {
  readonly id: ResourceId;
  readonly kind: K;
  /** By which others call it; null: by its id alone. */
  readonly reference: Reference | null;
  main: MainFacts<K>;
  mainSeenAt: Instant | null;

  edges: readonly Edge[] = [];

  /** The rules' verdict on the record itself. */
  verdict: Verdict;
  /** Own verdict and members together, before any doubt about the source. */
  rolledStatus: HealthStatus;
  since: Instant;

  /** Under which it is listed and counted; null until it is, and once it is gone. */
  rank: Rank | null = null;

  /** Whose status this one's counts for, and as what it was counted there; null: not counted. */
  counted: Counted | null = null;

  /** Its main facts were reported since it was judged last, or it never was. */
  isFresh = true;

  /** Number of the batch that changed it last: its facts, its verdict, or what leads to it. */
  version = 0;
  reconsiderAt: Instant | null = null;
  holds: Holds | null = null;
  /** A rule would decide by one more look at it. */
  isSampleWanted = false;
  past: Past = NO_PAST;

  /** What is known of it beside `main`: of most records one aspect at most. */
  private sides: readonly Side[] = NO_SIDES;

  constructor(
    kind: K,
    main: MainFacts<K>,
    seenAt: Instant | null,
    initial: { readonly verdict: Verdict; readonly now: Instant },
    private readonly surroundings: Surroundings,
  ) {
    this.id = main.id;
    this.kind = kind;
    this.main = main;
    this.mainSeenAt = seenAt;
    this.reference = ownReference(kind, main);
    this.verdict = initial.verdict;
    this.rolledStatus = initial.verdict.status;
    this.since = initial.now;
  }

  get findings(): readonly Finding[] {
    return this.verdict.findings;
  }

  /** The status as people see it: rolled up, and UNKNOWN while its source cannot see it. */
  get status(): HealthStatus {
    return this.surroundings.effectiveStatus(this);
  }

  get isStale(): boolean {
    return this.surroundings.isStale(this);
  }

  get observedAt(): Instant | null {
    return this.surroundings.observedAt(this);
  }

  aspect<A extends AspectName<K>>(name: A): Aspect<FactsByKind[K][A & keyof FactsByKind[K]]> | undefined {
    if (name === 'main') return { facts: this.main as never, observedAt: this.mainSeenAt };
    return this.sides.find((side) => side.name === name) as Aspect<unknown> as Aspect<never> | undefined;
  }

  /** All that is known of it beside `main`. */
  get otherAspects(): readonly Side[] {
    return this.sides;
  }

  setAspect(name: string, aspect: Aspect<unknown> | null): void {
    const others = this.sides.length === 0 ? NO_SIDES : this.sides.filter((side) => side.name !== name);
    if (aspect === null) this.sides = others;
    else this.sides = others.concat({ name, facts: aspect.facts, observedAt: aspect.observedAt });
  }

  one<T extends RecordKind>(edge: EdgeName, kind: T): Entry<T> | undefined {
    return this.surroundings.first(this, edge, kind) as Entry<never> | undefined;
  }

  all<T extends RecordKind>(edge: EdgeName, kind: T): readonly Entry<T>[] {
    return ofKind(this.surroundings.neighbours(this, edge, 'to'), kind);
  }

  from<T extends RecordKind>(edge: EdgeName, kind: T): readonly Entry<T>[] {
    return ofKind(this.surroundings.neighbours(this, edge, 'from'), kind);
  }

  set<T extends RecordKind>(name: string, kind: T): readonly Entry<T>[] {
    return this.surroundings.set(this.main.system, name, kind) as readonly Entry<never>[];
  }

  total(name: string): number {
    return this.surroundings.total(this, name);
  }

  samples(series: string, subject: string | null = null): readonly Sample[] {
    return samplesOf(this.past, series, subject);
  }
}

function ofKind<T extends RecordKind>(entries: readonly Entry[], kind: T): readonly Entry<T>[] {
  return entries.every((entry) => entry.kind === kind)
    ? (entries as unknown as readonly Entry<T>[])
    : (entries.filter((entry) => entry.kind === kind) as unknown as readonly Entry<T>[]);
}
