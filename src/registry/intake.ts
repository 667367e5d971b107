import type { Disappearance, MainFacts, Observation, SourceEvent } from '../model/facts.js';
import { type RecordKind, ResourceKind } from '../model/kinds.js';
import type { Interest, KindDefinition, Series, SetDefinition } from '../model/kind-definition.js';
import type { Instant } from '../model/time.js';
import type { EdgeIndex } from './edge-index.js';
import type { Entry } from './entry.js';
import type { History } from './history.js';
import type { LimitBook } from './limit-book.js';
import type { Population } from './population.js';
import type { RecordSets } from './record-sets.js';
import type { Totals } from './totals.js';
import { getOrMake } from '../model/get-or-make.js';

/** Where facts go. */
export interface Stores {
  readonly edges: EdgeIndex;
  readonly population: Population;
  readonly totals: Totals;
  readonly history: History;
  readonly sets: RecordSets;
  readonly limits: LimitBook;
}

/** Makes the entry of a record that was not there. */
export type EntryMaker = (observation: Observation, now: Instant) => Entry;

/** Who has to be judged again after a batch. */
export interface Affected {
  /** New or changed, or concerned by what changed. */
  readonly dirty: Set<Entry>;
  readonly added: Set<Entry>;
  readonly removed: Set<Entry>;
  /** Sources whose state was reported. */
  readonly sources: Set<Entry>;
  /** Kinds of a system of which all records are dirty already. */
  readonly told: Set<string>;
}

/** Puts facts in their places and finds out who is concerned: that is all a change of one record costs. */
export class Intake {
  private readonly definitions: ReadonlyMap<RecordKind, KindDefinition>;
  /** By the neighbour's kind: whose interest it is. */
  private readonly interests = new Map<RecordKind, { readonly owner: RecordKind; readonly interest: Interest }[]>();

  /** By the record's kind and aspect. */
  private readonly series = new Map<RecordKind, Map<string, Series[]>>();

  constructor(
    kinds: readonly KindDefinition[],
    private readonly stores: Stores,
    private readonly make: EntryMaker,
  ) {
    this.definitions = new Map(kinds.map((definition) => [definition.kind, definition]));
    for (const { kind: owner, interests = [], series = [] } of kinds) {
      const ofKind = getOrMake(this.series, owner, () => new Map<string, Series[]>());
      for (const one of series) getOrMake(ofKind, one.aspect, () => []).push(one);
      for (const interest of interests) {
        getOrMake(this.interests, interest.kind, () => []).push({ owner, interest });
      }
    }
  }

  take(events: readonly SourceEvent[], now: Instant): Affected {
    const affected: Affected = {
      dirty: new Set(),
      added: new Set(),
      removed: new Set(),
      sources: new Set(),
      told: new Set(),
    };
    for (const event of events) {
      if ('goneAspect' in event) this.takeAway(event, affected);
      else if (event.aspect === 'main') this.takeMain(event, now, affected);
      else this.takeSide(event, now, affected);
    }
    return affected;
  }

  private takeMain(observation: Observation, now: Instant, affected: Affected): void {
    const facts = observation.facts as MainFacts;
    let entry = this.stores.edges.resolve(observation.id);
    const before = entry?.main ?? null;
    if (entry === undefined) {
      entry = this.make(observation, now);
      this.stores.edges.add(entry);
      this.stores.population.add(entry);
      affected.added.add(entry);
      affected.removed.delete(entry);
    } else {
      this.replace(entry, facts);
      entry.mainSeenAt = observation.observedAt;
      entry.isFresh = true;
    }
    this.relate(entry, before, facts, affected);
    this.keep(entry, observation, now);
    affected.dirty.add(entry);
    if (entry.kind === ResourceKind.SOURCE) affected.sources.add(entry);
  }

  /** Where it is kept and listed follows from its names: these hardly ever change. */
  private replace(entry: Entry, facts: MainFacts): void {
    const { name, system, namespace } = entry.main;
    const isElsewhere = name !== facts.name || system !== facts.system || namespace !== facts.namespace;
    if (isElsewhere) this.stores.population.remove(entry);
    entry.main = facts;
    if (isElsewhere) this.stores.population.add(entry);
  }

  /** A side of a record that is not there yet is passed over: its writer will see it again. */
  private takeSide({ id, aspect, facts, observedAt }: Observation, now: Instant, affected: Affected): void {
    const entry = this.stores.edges.resolve(id);
    if (entry === undefined) return;
    entry.setAspect(aspect, { facts, observedAt });
    this.keep(entry, { id, aspect, facts, observedAt }, now);
    affected.dirty.add(entry);
    this.tell(entry, aspect, null, null, affected.dirty);
  }

  private takeAway({ id, goneAspect }: Disappearance, affected: Affected): void {
    const entry = this.stores.edges.resolve(id);
    if (entry === undefined) return;
    if (goneAspect !== 'main') {
      entry.setAspect(goneAspect, null);
      affected.dirty.add(entry);
      this.tell(entry, goneAspect, null, null, affected.dirty);
      return;
    }
    this.relate(entry, entry.main, null, affected);
    this.stores.edges.remove(entry);
    this.stores.population.remove(entry);
    affected.dirty.delete(entry);
    affected.sources.delete(entry);
    // Come and gone within one batch: nobody ever saw it.
    if (!affected.added.delete(entry)) affected.removed.add(entry);
  }

  /** Edges, totals and sets follow the main facts; `before` or `after` is null when the record comes or goes. */
  private relate(entry: Entry, before: MainFacts | null, after: MainFacts | null, affected: Affected): void {
    const { dirty } = affected;
    const definition = this.definitions.get(entry.kind);
    this.tell(entry, 'main', before, after, dirty);
    if (definition === undefined) return;
    if (after !== null && definition.edges !== undefined) {
      const edges = definition.edges(after);
      if (!isSameEdges(entry.edges, edges)) {
        this.tellTargets(entry, dirty);
        this.stores.edges.setEdges(entry, edges);
        this.tellTargets(entry, dirty);
      }
    }
    if (after !== null) this.tellSeekers(entry, dirty);
    for (const key of this.stores.totals.change(definition.contributes ?? [], before, after)) {
      const receiver = this.stores.edges.resolve(key);
      if (receiver !== undefined) dirty.add(receiver);
    }
    for (const set of definition.sets ?? []) {
      if (this.stores.sets.change(set, entry, before, after)) this.tellReaders(set, entry, affected);
    }
  }

  /** Those who look at a set. All of a kind are told once a batch: who comes later in it is judged anyway. */
  private tellReaders({ concerns, isConcerned }: SetDefinition, { main }: Entry, affected: Affected): void {
    for (const kind of concerns) {
      const whole = `${kind}/${main.system}`;
      if (affected.told.has(whole)) continue;
      if (isConcerned === undefined) affected.told.add(whole);
      for (const concerned of this.stores.population.entries(kind, { system: main.system })) {
        if (isConcerned?.(concerned.main as MainFacts<ResourceKind>, main) !== false) affected.dirty.add(concerned);
      }
    }
  }

  /** Those whose declared interest in this record is touched by its change. */
  private tell(
    entry: Entry,
    aspect: string,
    before: MainFacts | null,
    after: MainFacts | null,
    dirty: Set<Entry>,
  ): void {
    for (const { owner, interest } of this.interests.get(entry.kind) ?? []) {
      if ((interest.aspect ?? 'main') !== aspect) continue;
      const { digest } = interest;
      const isSame = digest !== undefined && before !== null && after !== null && digest(before) === digest(after);
      if (isSame) continue;
      const isOwnEdge = interest.direction === 'from';
      const concerned = isOwnEdge
        ? this.stores.edges.outOf(entry, interest.edge)
        : this.stores.edges.into(entry, interest.edge);
      for (const other of concerned) if (other.kind === owner) dirty.add(other);
    }
  }

  private tellTargets(entry: Entry, dirty: Set<Entry>): void {
    for (const { owner, interest } of this.interests.get(entry.kind) ?? []) {
      if (interest.direction !== 'from') continue;
      for (const other of this.stores.edges.outOf(entry, interest.edge)) if (other.kind === owner) dirty.add(other);
    }
  }

  /** Those whose edges lead to another record since this one has other addresses or labels. */
  private tellSeekers(entry: Entry, dirty: Set<Entry>): void {
    for (const { from, name } of this.stores.edges.rename(entry)) {
      const isConcerned = (this.interests.get(entry.kind) ?? []).some(
        ({ owner, interest }) => owner === from.kind && interest.edge === name && interest.direction === 'to',
      );
      if (isConcerned) dirty.add(from);
    }
  }

  private keep(
    entry: Entry,
    { aspect, facts, observedAt }: Pick<Observation, 'id' | 'aspect' | 'facts' | 'observedAt'>,
    now: Instant,
  ): void {
    const series = this.series.get(entry.kind)?.get(aspect);
    if (series === undefined || observedAt === null) return;
    const { history, limits } = this.stores;
    const limitsOf = ({ readBy }: Series) => (readBy === undefined ? limits.for(entry) : limits.widest(readBy));
    entry.past = history.record(entry.past, series, facts as never, now, limitsOf);
  }
}

function isSameEdges(a: Entry['edges'], b: Entry['edges']): boolean {
  return a.length === b.length && a.every((edge, index) => edge.to === b[index]?.to && edge.name === b[index].name);
}
