import type { Clock } from '../model/clock.js';
import type { EdgeName } from '../model/edges.js';
import { EDGES } from '../model/edges.js';
import type { Observation, SourceEvent } from '../model/facts.js';
import { type Finding, HealthStatus, type Reading, type Sample } from '../model/health.js';
import type { Reference, ResourceId } from '../model/ids.js';
import type { CauseDefinition, KindDefinition } from '../model/kind-definition.js';
import { type RecordKind, ResourceKind } from '../model/kinds.js';
import type { Rule } from '../model/rule.js';
import type { Source } from '../model/source.js';
import type { Instant } from '../model/time.js';
import { Causes } from './causes.js';
import { ChangeLog } from './change-log.js';
import { Duties } from './duties.js';
import { EdgeIndex } from './edge-index.js';
import { Entry, type Surroundings } from './entry.js';
import { History } from './history.js';
import { type Affected, Intake } from './intake.js';
import { joinKinds } from './joined-kinds.js';
import { Judge, calmVerdict } from './judge.js';
import { LimitBook, type LimitSettings, NO_SETTINGS } from './limit-book.js';
import { Members } from './members.js';
import { Population, type Scope } from './population.js';
import { readingsOf } from './readings.js';
import { RecordSets } from './record-sets.js';
import { Settling, isResource } from './settling.js';
import { Sights } from './sights.js';
import { SoughtNames } from './sought-names.js';
import { Timers } from './timers.js';
import { Totals } from './totals.js';

export interface RegistryOptions {
  readonly kinds: readonly KindDefinition[];
  readonly rules: readonly Rule[];
  readonly causes: readonly CauseDefinition[];
  readonly clock: Clock;
  readonly settings?: LimitSettings;
  /** How many changes are kept for those who resume. Default 20,000. */
  readonly changesKept?: number;
  /** Told of a rule or listener that broke: for the log. */
  readonly onDefect?: (where: string, error: unknown) => void;
}

/** The latest facts of every record, what is concluded from them, and the stream of changes. */
export class Registry {
  readonly changes: ChangeLog;
  readonly rules: readonly Rule[];
  readonly limits: LimitBook;
  readonly duties: Duties;
  readonly sights = new Sights();
  /** How many records were judged so far, again or for the first time. */
  judgements = 0;

  private readonly edges: EdgeIndex;
  private readonly population = new Population();
  private readonly totals = new Totals();
  private readonly history = new History();
  private readonly sets = new RecordSets();
  private readonly members = new Members();
  private readonly ailing = new Set<Entry>();
  /** Due to be judged again, but not seen at present: judged when their source is back. */
  private readonly frozen = new Set<Entry>();
  private readonly clock: Clock;
  private readonly intake: Intake;
  private readonly settling: Settling;
  private readonly timers: Timers;
  private readonly causes: Causes;
  private isOpen = false;
  private announceOpen: () => void = () => undefined;
  /** Resolves once the first picture is complete. */
  readonly opened = new Promise<void>((resolve) => {
    this.announceOpen = resolve;
  });

  constructor({
    kinds,
    rules,
    causes,
    clock,
    settings = NO_SETTINGS,
    changesKept = 20_000,
    onDefect,
  }: RegistryOptions) {
    this.rules = rules;
    this.clock = clock;
    this.limits = new LimitBook(rules, settings);
    this.duties = new Duties(settings);
    this.changes = new ChangeLog(
      changesKept,
      (error) => onDefect?.('a listener to changes', error),
      (finding) => this.isRoot(finding),
    );
    const joined = joinKinds(kinds);
    const definitions = new Map<string, KindDefinition>(joined.map((definition) => [definition.kind, definition]));
    const names = new SoughtNames({
      aliases: ({ kind, main }) => definitions.get(kind)?.aliases?.(main) ?? [],
      entries: (kind, system) => this.population.entries(kind, { system }),
    });
    this.edges = new EdgeIndex(names);
    const { edges, population, totals, history, sets, limits, members } = this;
    const surroundings = this.surroundings();
    const make = ({ kind, facts, observedAt }: Observation, now: Instant): Entry => {
      const initial = { verdict: calmVerdict(HealthStatus.UNKNOWN), now };
      return new Entry(kind, facts as never, observedAt, initial, surroundings);
    };
    this.intake = new Intake(joined, { edges, population, totals, history, sets, limits }, make);
    this.timers = new Timers(clock, (due) => {
      this.reconsider(due);
    });
    const judge = new Judge(rules, limits, ({ signal }, error) => onDefect?.(`the rule for ${signal}`, error));
    this.settling = new Settling(definitions, { judge, limits, edges, members, population, timers: this.timers });
    this.causes = new Causes(causes, rules, ({ resourceId }) => edges.resolve(resourceId));
  }

  /** Takes one batch of what sources saw, as one moment. */
  report(events: readonly SourceEvent[]): void {
    const now = this.clock.now();
    const affected = this.intake.take(events, now);
    const isBack = [...affected.sources].map(({ main }) => this.sights.take(main as Source)).some(Boolean);
    for (const entry of affected.removed) if (entry.kind === ResourceKind.SOURCE) this.sights.forget(entry);
    if (isBack) this.thaw(affected.dirty);
    this.settle(affected, now);
  }

  /** Judges everything anew: after settings changed. */
  resettle(settings: LimitSettings): void {
    this.limits.replace(settings);
    this.duties.replace(settings);
    const dirty = new Set<Entry>();
    for (const kind of Object.values(ResourceKind)) for (const entry of this.population.entries(kind)) dirty.add(entry);
    this.settle({ dirty, added: new Set(), removed: new Set() }, this.clock.now());
  }

  /** From here on changes enter the stream. Before, the first picture is still being painted. */
  open(): void {
    this.isOpen = true;
    this.announceOpen();
  }

  get isStreaming(): boolean {
    return this.isOpen;
  }

  /** Calls its timer off. */
  stop(): void {
    this.timers.stop();
  }

  get(id: ResourceId): Entry | undefined {
    const entry = this.edges.resolve(id);
    return entry?.id === id && isResource(entry) ? entry : undefined;
  }

  resolve(key: ResourceId | Reference): Entry | undefined {
    return this.edges.resolve(key);
  }

  entries<K extends RecordKind>(kind: K, scope: Scope = {}): Iterable<Entry<K>> {
    return this.population.entries(kind, scope) as Iterable<unknown> as Iterable<Entry<K>>;
  }

  /** The names of all configured clusters and systems, and of the platform itself. */
  systems(): ReadonlySet<string> {
    return new Set(
      [
        ...this.population.entries(ResourceKind.SOURCE),
        ...this.population.entries(ResourceKind.CLUSTER),
        ...this.population.entries(ResourceKind.PLATFORM),
      ].map(({ main }) => main.system),
    );
  }

  /** All records people call by that name: several where neither system nor namespace tells them apart. */
  lookup(kind: ResourceKind, name: string, system?: string | null, namespace?: string | null): readonly Entry[] {
    const scope: Scope = { system: system ?? undefined, ...(namespace == null ? {} : { namespace }) };
    return [...this.population.entries(kind, scope)].filter(({ main }) => main.name === name);
  }

  counts(kind: RecordKind, scope: Scope = {}): ReadonlyMap<HealthStatus, number> {
    return this.population.counts(kind, scope, (system) => this.sights.isUnseen(system, kind));
  }

  size(): number {
    return Object.values(ResourceKind).reduce(
      (sum, kind) => sum + [...this.counts(kind).values()].reduce((a, b) => a + b, 0),
      0,
    );
  }

  /** The one whose status it counts for. */
  parentOf(entry: Entry): Entry | undefined {
    return entry.counted === null ? undefined : this.edges.resolve(entry.counted.parentKey);
  }

  /** What a resource needs, or what needs it, along the declared edges. */
  neighbours(entry: Entry, direction: 'dependsOn' | 'dependents'): readonly Entry[] {
    const along = direction === 'dependsOn' ? 'to' : 'from';
    const found = new Set<Entry>();
    for (const [edge, needs] of Object.entries(EDGES) as [EdgeName, (typeof EDGES)[EdgeName]][]) {
      if (needs === 'none') continue;
      const isForward = needs === along;
      for (const other of isForward ? this.edges.outOf(entry, edge) : this.edges.into(entry, edge)) {
        if (isResource(other)) found.add(other);
      }
    }
    return [...found];
  }

  readings(entry: Entry, rules: readonly Rule[] = this.rules): readonly Reading[] {
    const own = rules.filter(({ kind, applies }) => kind === entry.kind && applies?.(entry as never) !== false);
    return readingsOf(entry, own, this.limits, this.clock.now());
  }

  samples(id: ResourceId, series: string, subject: string | null): readonly Sample[] {
    return this.history.samples(id, series, subject);
  }

  /** Everything that is wrong now, in no order, ignored findings included. */
  *findings(): Generator<Finding> {
    for (const entry of this.ailing) yield* entry.findings;
  }

  /** Whether something that is wrong by now has not lasted as long as it must to be said, and will have by then. */
  isHolding(until: Instant): boolean {
    for (const kind of Object.values(ResourceKind)) {
      for (const { holds, main } of this.population.entries(kind)) {
        const isDue = holds?.pendingUntil.some((at) => at <= until) === true;
        if (isDue && !this.sights.isUnseen(main.system, kind)) return true;
      }
    }
    return false;
  }

  causesOf(finding: Finding): readonly Finding[] {
    return this.causes.causesOf(finding);
  }

  consequencesOf(finding: Finding): readonly Finding[] {
    return this.causes.consequencesOf(finding);
  }

  isRoot(finding: Finding): boolean {
    return this.causes.isRoot(finding);
  }

  private settle({ dirty, added, removed }: Pick<Affected, 'dirty' | 'added' | 'removed'>, now: Instant): void {
    for (const entry of dirty) if (!isResource(entry)) dirty.delete(entry);
    this.judgements += dirty.size;
    const resources = new Set([...removed].filter(isResource));
    const changes = this.settling.settle(dirty, added, resources, now);
    for (const entry of dirty) {
      this.frozen.delete(entry);
      if (entry.findings.length > 0) this.ailing.add(entry);
      else this.ailing.delete(entry);
    }
    for (const entry of resources) {
      this.ailing.delete(entry);
      this.frozen.delete(entry);
    }
    if (this.isOpen) this.changes.append(changes);
  }

  private reconsider(due: readonly Entry[]): void {
    const dirty = new Set<Entry>();
    for (const entry of due) (this.sights.isUnseen(entry.main.system, entry.kind) ? this.frozen : dirty).add(entry);
    this.settle({ dirty, added: new Set(), removed: new Set() }, this.clock.now());
  }

  private thaw(dirty: Set<Entry>): void {
    for (const entry of this.frozen) if (!this.sights.isUnseen(entry.main.system, entry.kind)) dirty.add(entry);
  }

  private surroundings(): Surroundings {
    return {
      neighbours: (entry, edge, direction) =>
        direction === 'to' ? this.edges.outOf(entry, edge) : this.edges.into(entry, edge),
      set: (system, name) => this.sets.members(system, name),
      total: (entry, name) => this.totals.of(entry, name),
      samples: ({ id }, series, subject) => this.history.samples(id, series, subject),
      effectiveStatus: ({ main, kind, rolledStatus }) =>
        this.sights.isUnseen(main.system, kind) ? HealthStatus.UNKNOWN : rolledStatus,
      isStale: ({ main, kind, verdict }) => verdict.isStale || this.sights.isUnseen(main.system, kind),
      observedAt: ({ main, kind, mainSeenAt }) => {
        const contactAt = this.sights.of(main.system, kind)?.contactAt ?? null;
        return mainSeenAt === null || contactAt === null ? mainSeenAt : (Math.max(mainSeenAt, contactAt) as Instant);
      },
    };
  }
}
