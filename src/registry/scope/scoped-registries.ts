import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Observation, SourceEvent } from '../../model/facts.js';
import { type Scope, scopeKey } from '../../model/scope.js';
import type { LimitSettings } from '../limit-book.js';
import type { Registry } from '../registry.js';
import { bequeath, observationsIn, sidesOf } from './records.js';
import { ScopeFilter } from './scope-filter.js';
import { type Catalogue, scopedCatalogue } from './scoped-catalogue.js';

interface Scoped {
  readonly registry: Registry;
  readonly filter: ScopeFilter;
  /** How many have asked for it and not given it up. */
  holders: number;
  /** Resolves once all is there that was there before it. */
  filled: Promise<void>;
}

/** Records that are handed over at a stretch; then others have their turn. */
const AT_ONCE = 1_000;

export interface ScopedRegistriesOptions {
  /** The one that is told everything. */
  readonly full: Registry;
  readonly catalogue: Catalogue;
  readonly settings: LimitSettings;
  readonly make: (catalogue: Catalogue, settings: LimitSettings) => Registry;
  /** Scopes that are known beforehand: theirs are there from the start, and never given up. */
  readonly kept?: readonly Scope[];
}

/**
 * For each scope that somebody has, a registry that is told only what that scope lets be seen. Whatever is asked of it, counted
 * in it or follows in it is then an answer of a Vitals that watches nothing else; who may see everything asks the full one,
 * and notices none of this.
 */
export class ScopedRegistries {
  private readonly scoped = new Map<string, Scoped>();
  private settings: LimitSettings;

  constructor(private readonly options: ScopedRegistriesOptions) {
    this.settings = options.settings;
    for (const scope of options.kept ?? []) if (!this.scoped.has(scopeKey(scope))) this.begin(scope).holders += 1;
    void options.full.opened.then(() => {
      for (const { registry } of this.scoped.values()) registry.open();
    });
  }

  /** Tells everybody, each what it may know. */
  report(events: readonly SourceEvent[]): void {
    this.options.full.report(events);
    for (const { registry, filter } of this.scoped.values()) {
      const left = filter.take(events);
      if (left.length > 0) registry.report(left);
    }
  }

  /** Judges everything anew: after settings changed. */
  resettle(settings: LimitSettings): void {
    this.settings = settings;
    this.options.full.resettle(settings);
    for (const { registry } of this.scoped.values()) registry.resettle(settings);
  }

  /**
   * The registry of a scope; one that is filled only now, once all in it is judged. Whoever asks gives it up in the end, as
   * often as they asked.
   */
  async of(scope: Scope): Promise<Registry> {
    const { full } = this.options;
    const key = scopeKey(scope);
    if (!this.scoped.has(key)) await full.opened;
    const scoped = this.scoped.get(key) ?? this.beginLate(scope);
    scoped.holders += 1;
    await scoped.filled;
    if (full.isStreaming) await scoped.registry.opened;
    return scoped.registry;
  }

  giveUp(scope: Scope): void {
    const key = scopeKey(scope);
    const scoped = this.scoped.get(key);
    if (scoped === undefined) return;
    scoped.holders -= 1;
    if (scoped.holders > 0) return;
    this.scoped.delete(key);
    scoped.registry.stop();
  }

  stop(): void {
    for (const { registry } of this.scoped.values()) registry.stop();
    this.scoped.clear();
  }

  private begin(scope: Scope): Scoped {
    const { catalogue, make, full } = this.options;
    const registry = make(scopedCatalogue(catalogue, scope), this.settings);
    registry.paint();
    const filter = new ScopeFilter(scope, (id) => {
      const entry = full.resolve(id);
      return entry === undefined ? [] : sidesOf(entry);
    });
    const scoped: Scoped = { registry, filter, holders: 0, filled: Promise.resolve() };
    this.scoped.set(scopeKey(scope), scoped);
    return scoped;
  }

  private beginLate(scope: Scope): Scoped {
    const scoped = this.begin(scope);
    scoped.filled = this.fill(scoped).catch((error: unknown) => {
      // Half a picture serves nobody; whoever comes next has it filled anew.
      const key = scopeKey(scope);
      if (this.scoped.get(key) === scoped) this.scoped.delete(key);
      scoped.registry.stop();
      throw error;
    });
    return scoped;
  }

  /** What is reported meanwhile reaches it, too: what is handed over is always the newest. */
  private async fill({ registry, filter }: Scoped): Promise<void> {
    const { full } = this.options;
    let observations: Observation[] = [];
    const handOver = (): void => {
      registry.report(filter.take(observations));
      // Before anything of it is judged.
      bequeath(full, registry, observations);
      observations = [];
    };
    for (const observation of observationsIn(full)) {
      observations.push(observation);
      if (observations.length < AT_ONCE) continue;
      handOver();
      await othersTurn();
    }
    handOver();
    registry.open();
  }
}
