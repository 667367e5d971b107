import type { Clock } from '../model/clock.js';
import type { Observation, SourceEvent } from '../model/facts.js';
import { type Finding, HealthStatus, type Reading, type Sample } from '../model/health.js';
import type { Reference, ResourceId } from '../model/ids.js';
import type { KindDefinition } from '../model/kind-definition.js';
import { type RecordKind, ResourceKind } from '../model/kinds.js';
import type { Rule } from '../model/rule.js';
import type { Instant } from '../model/time.js';
import { Backlog } from './backlog.js';
import { Causes } from './causes.js';
import { ChangeLog } from './change-log.js';
import { Duties } from './duties.js';
import { EdgeIndex } from './edge-index.js';
import { Entry, type Surroundings } from './entry.js';
import { History, samplesOf } from './history.js';
import { type Affected, Intake } from './intake.js';
import { joinKinds } from './joined-kinds.js';
import { Judge, calmVerdict } from './judge.js';
import { LimitBook, type LimitSettings, NO_SETTINGS } from './limit-book.js';
import { Members } from './members.js';
import { OutOfSight } from './out-of-sight.js';
import { type Places, Population, type Scope } from './population.js';
import type { RankedRecords } from './ranked-records.js';
import { ReadLog, type Reads, Stamp } from './reads.js';
import { readingsOf } from './readings.js';
import { RecordSets } from './record-sets.js';
import type { RegistryOptions } from './registry-options.js';
import { Settling, isResource } from './settling.js';
import { Sights } from './sights.js';
import { SoughtNames } from './sought-names.js';
import { neighboursOf, surroundingsOf } from './surroundings.js';
import { Timers } from './timers.js';
import { Totals } from './totals.js';

/** Who is judged in one round. Whoever is no resource is taken out of the dirty. */
type Judged = Pick<Affected, 'dirty'> & { readonly [Which in 'added' | 'removed']: ReadonlySet<Entry> };

const NOBODY: ReadonlySet<Entry> = new Set();

/** The latest facts of every record, what is concluded from them, and the stream of changes. */
export class Registry {
  readonly changes: ChangeLog;
  readonly rules: readonly Rule[];
  readonly limits: LimitBook;
  readonly duties: Duties;
  /** For who keeps answers: what they were made from, and whether that is still so. */
  readonly reads = new ReadLog();
  readonly sights = new Sights(this.reads);
  /** How many records were judged so far, again or for the first time. */
  judgements = 0;

  private readonly edges: EdgeIndex;
  private readonly population = new Population(this.reads);
  private readonly totals = new Totals();
  private readonly history = new History();
  private readonly sets = new RecordSets();
  private readonly members = new Members();
  private readonly ailing = new Set<Entry>();
  private readonly outOfSight = new OutOfSight(this.sights);
  private readonly clock: Clock;
  private readonly intake: Intake;
  private readonly settling: Settling;
  private readonly surroundings: Surroundings;
  private readonly timers: Timers;
  private readonly causes: Causes;
  /** What concerns every record: how well sources see, and what is configured. */
  private readonly views = new Stamp();
  /** Which names there are. */
  private readonly names = new Stamp();
  private readonly allFindings = new Stamp();
  private readonly allSets = new Stamp();
  private onSampleWanted: (entries: readonly Entry[]) => void = () => undefined;
  private isOpen = false;
  /** Null: it is complete, or nobody paints. */
  private firstPicture: Backlog | null = null;
  /** Who is to be judged anew since settings changed; null: nobody. */
  private renewal: Backlog | null = null;
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
      this.reads,
    );
    const joined = joinKinds(kinds);
    const definitions = new Map<string, KindDefinition>(joined.map((definition) => [definition.kind, definition]));
    const names = new SoughtNames({
      aliases: ({ kind, main }) => definitions.get(kind)?.aliases?.(main) ?? [],
      entries: (kind, system) => this.population.entries(kind, { system }),
    });
    this.edges = new EdgeIndex(names, {
      onOtherWays: (target) => {
        this.population.touch(target);
      },
      onRenamed: () => {
        this.reads.touch(this.names);
      },
    });
    const { edges, population, totals, history, sets, limits, members } = this;
    const { reads, names: allNames, allSets, sights } = this;
    const surroundings = surroundingsOf({ reads, allNames, allSets, sights, population, edges, sets, totals });
    this.surroundings = surroundings;
    const make = ({ kind, facts, observedAt }: Observation, now: Instant): Entry => {
      const initial = { verdict: calmVerdict(HealthStatus.UNKNOWN), now };
      return new Entry(kind, facts as never, observedAt, initial, surroundings);
    };
    this.intake = new Intake(joined, { edges, population, totals, history, sets, limits }, make);
    this.timers = new Timers(clock, (due) => {
      this.reconsider(due);
    });
    const judge = new Judge(rules, limits, ({ signal }, error) => onDefect?.(`the rule for ${signal}`, error));
    const { timers, outOfSight } = this;
    this.settling = new Settling(definitions, { judge, limits, edges, members, timers, outOfSight });
    this.causes = new Causes(causes, rules, ({ resourceId }) => this.resolve(resourceId), reads, onDefect);
  }

  /** Takes one batch of what sources saw, as one moment. */
  report(events: readonly SourceEvent[]): void {
    const now = this.clock.now();
    this.reads.version += 1;
    const affected = this.reads.unnoted(() => this.intake.take(events, now));
    const gone = [...affected.removed].filter(({ kind }) => kind === ResourceKind.SOURCE);
    const { isBack, isOther } = this.sights.take(affected.sources, gone);
    for (const entry of isBack ? this.outOfSight.back() : [])
      if (!affected.removed.has(entry)) affected.dirty.add(entry);
    // Sources say every few seconds that they see still: that alone concerns who read when they did.
    if (isOther) this.reads.touch(this.views);
    if (affected.added.size + affected.removed.size > 0) this.reads.touch(this.names);
    this.reads.touch(this.allSets);
    if (this.firstPicture === null) this.settle(affected, now);
    else this.putOff(affected, now, this.firstPicture);
  }

  /**
   * Judges everything anew: after settings changed. Of many records the first are judged at once, the others by and by, so
   * that reports and answers do not wait for them.
   *
   * @param done called once all are judged
   */
  resettle(settings: LimitSettings, done: () => void = () => undefined): void {
    this.reads.version += 1;
    this.reads.touch(this.views);
    this.limits.replace(settings);
    this.duties.replace(settings);
    const dirty = new Set<Entry>();
    for (const kind of Object.values(ResourceKind)) for (const entry of this.population.entries(kind)) dirty.add(entry);
    if (this.firstPicture !== null) {
      this.firstPicture.put(dirty, NOBODY);
      void this.opened.then(done);
      return;
    }
    this.renewal ??= this.newBacklog();
    this.renewal.put(dirty, NOBODY);
    this.renewal.finish(() => {
      this.renewal = null;
      done();
    });
  }

  /** Until it is opened, what is reported is judged when reports pause, and not with each of them. */
  paint(): void {
    this.firstPicture = this.newBacklog();
  }

  /**
   * From here on changes enter the stream. Before, the first picture is still being painted: it is open once everything is
   * judged.
   */
  open(): void {
    const open = (): void => {
      this.firstPicture = null;
      this.isOpen = true;
      this.announceOpen();
    };
    if (this.firstPicture === null) open();
    else this.firstPicture.finish(open);
  }

  /** Judges what waits to be: for who cannot wait until the first picture is complete. */
  judgeNow(): void {
    this.firstPicture?.hurry();
  }

  get isStreaming(): boolean {
    return this.isOpen;
  }

  /** Calls its timer off. */
  stop(): void {
    this.timers.stop();
    this.firstPicture?.stop();
    this.renewal?.stop();
  }

  get(id: ResourceId): Entry | undefined {
    const entry = this.resolve(id);
    return entry?.id === id && isResource(entry) ? entry : undefined;
  }

  resolve(key: ResourceId | Reference): Entry | undefined {
    const entry = this.edges.resolve(key);
    if (entry === undefined) this.reads.note(this.names);
    else this.population.note(entry);
    return entry;
  }

  /** From here on, until it is ended, all that is read is noted. */
  beginReading(): Reads {
    const reads = this.reads.begin();
    reads.add(this.views);
    return reads;
  }

  entries<K extends RecordKind>(kind: K, scope: Scope = {}): Iterable<Entry<K>> {
    return this.population.entries(kind, scope) as Iterable<unknown> as Iterable<Entry<K>>;
  }

  /** The names of all configured clusters and systems, and of the platform itself. */
  systems(): ReadonlySet<string> {
    const kinds = [ResourceKind.SOURCE, ResourceKind.CLUSTER, ResourceKind.PLATFORM];
    return new Set(Array.from(this.ranked<ResourceKind>(kinds), ({ main }) => main.system));
  }

  /** Records as lists of them are made, from an index: by how bad they are, or by name. */
  ranked<K extends RecordKind>(kinds: readonly K[], places: Places = {}): RankedRecords<K> {
    return this.population.ranked(kinds, places, (system, kind) => this.sights.isUnseen(system, kind)) as RankedRecords<K>; // prettier-ignore
  }

  /** All records people call by that name: several where neither system nor namespace tells them apart. */
  lookup(kind: ResourceKind, name: string, system?: string | null, namespace?: string | null): readonly Entry[] {
    const places = { systems: system == null ? null : [system], namespaces: namespace == null ? null : [namespace] };
    return [...this.ranked<RecordKind>([kind], places).named(name)];
  }

  counts(kind: RecordKind, places: Places = {}): ReadonlyMap<HealthStatus, number> {
    return this.ranked([kind], places).counts();
  }

  size(): number {
    return this.ranked(Object.values(ResourceKind)).size;
  }

  /** The one whose status it counts for. */
  parentOf(entry: Entry): Entry | undefined {
    return entry.counted === null ? undefined : this.resolve(entry.counted.parentKey);
  }

  /** What a resource needs, or what needs it, along the declared edges. */
  neighbours(entry: Entry, direction: 'dependsOn' | 'dependents'): readonly Entry[] {
    return neighboursOf(entry, direction, this.surroundings).filter(isResource);
  }

  readings(entry: Entry, rules: readonly Rule[] = this.rules): readonly Reading[] {
    this.reads.noteMoment();
    const own = rules.filter(({ kind, applies }) => kind === entry.kind && applies?.(entry as never) !== false);
    return readingsOf(entry, own, this.limits, this.clock.now());
  }

  samples(id: ResourceId, series: string, subject: string | null): readonly Sample[] {
    const entry = this.resolve(id);
    return entry === undefined ? [] : samplesOf(entry.past, series, subject);
  }

  /** Everything that is wrong now, in no order, ignored findings included. */
  *findings(): Generator<Finding> {
    this.reads.note(this.allFindings);
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

  /** @param listener told of records of which one more sample would decide something: once of each such thing */
  whenSampleWanted(listener: (entries: readonly Entry[]) => void): void {
    this.onSampleWanted = listener;
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

  private putOff({ dirty, removed }: Affected, now: Instant, picture: Backlog): void {
    for (const entry of dirty) this.population.touch(entry);
    picture.put(dirty, removed);
    if (removed.size > 0) this.settle({ dirty: new Set(), added: NOBODY, removed }, now);
  }

  private newBacklog(): Backlog {
    return new Backlog(this.clock, (entries) => {
      this.reads.version += 1;
      this.settle({ dirty: entries, added: NOBODY, removed: NOBODY }, this.clock.now());
    });
  }

  private settle({ dirty, added, removed }: Judged, now: Instant): void {
    this.renewal?.drop(removed);
    for (const entry of dirty) {
      if (isResource(entry)) {
        if (this.outOfSight.letThrough(entry)) this.judgements += 1;
        continue;
      }
      this.population.touch(entry);
      dirty.delete(entry);
    }
    const resources = new Set([...removed].filter(isResource));
    const { changes, settled } = this.reads.unnoted(() =>
      this.settling.settle(dirty, added, resources, now, this.isOpen),
    );
    for (const entry of settled) this.population.touch(entry);
    for (const entry of dirty) {
      if (entry.findings.length > 0 || this.ailing.has(entry)) this.reads.touch(this.allFindings);
      if (entry.findings.length > 0) this.ailing.add(entry);
      else this.ailing.delete(entry);
    }
    for (const entry of resources) {
      if (this.ailing.delete(entry)) this.reads.touch(this.allFindings);
      this.outOfSight.forget(entry);
    }
    if (this.isOpen) this.changes.append(changes);
  }

  private reconsider(due: readonly Entry[]): void {
    this.reads.version += 1;
    const now = this.clock.now();
    this.settle({ dirty: new Set(due), added: NOBODY, removed: NOBODY }, now);
    const undecided = due.filter(
      (entry) => !this.outOfSight.has(entry) && (entry.isSampleWanted || entry.holds?.askForSample(now) === true),
    );
    if (undecided.length > 0) this.onSampleWanted(undecided);
  }
}
