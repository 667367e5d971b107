import type { SourceEvent } from '../../src/model/facts.js';
import type { HealthChangeRecord } from '../../src/model/change.js';
import type { Finding, HealthStatus, Reading } from '../../src/model/health.js';
import type { ResourceId } from '../../src/model/ids.js';
import type { CauseDefinition, KindDefinition } from '../../src/model/kind-definition.js';
import type { Rule } from '../../src/model/rule.js';
import { NO_SETTINGS, type LimitSettings } from '../../src/registry/limit-book.js';
import { Registry } from '../../src/registry/registry.js';
import { ManualClock } from './manual-clock.js';

export interface WorldOptions {
  readonly kinds: readonly KindDefinition[];
  readonly rules: readonly Rule[];
  readonly causes?: readonly CauseDefinition[];
  readonly settings?: Partial<LimitSettings>;
  readonly clock?: ManualClock;
}

/** A real registry on a clock moved by hand: facts in, findings out. A rule that throws fails the test. */
export function judgedWorld({
  kinds,
  rules,
  causes = [],
  settings = {},
  clock = new ManualClock(),
}: WorldOptions): World {
  const defects: unknown[] = [];
  const registry = new Registry({
    kinds,
    rules,
    causes,
    clock,
    settings: { ...NO_SETTINGS, ...settings },
    onDefect: (where, error) => defects.push(new Error(`${where} broke`, { cause: error })),
  });
  registry.open();
  const changes: HealthChangeRecord[] = [];
  registry.changes.subscribe((records) => changes.push(...records));
  return new World(registry, clock, changes, defects);
}

export class World {
  constructor(
    readonly registry: Registry,
    readonly clock: ManualClock,
    /** Every change so far. */
    readonly changes: readonly HealthChangeRecord[],
    private readonly defects: readonly unknown[],
  ) {}

  /** Reports one batch. */
  see(...events: readonly SourceEvent[]): this {
    this.registry.report(events);
    this.complain();
    return this;
  }

  /** Lets time pass, timers included. */
  advance(milliseconds: number): this {
    this.clock.advance(milliseconds);
    this.complain();
    return this;
  }

  /** Findings of one resource, or of all, worst first within each. */
  findings(id?: ResourceId): readonly Finding[] {
    return id === undefined ? [...this.registry.findings()] : (this.registry.get(id)?.findings ?? []);
  }

  /** `REASON SEVERITY`, or `REASON(subject) SEVERITY`, sorted: the short form for tables. */
  summary(id?: ResourceId): readonly string[] {
    return this.findings(id)
      .map(({ reason, subject, severity }) => `${reason}${subject === null ? '' : `(${subject})`} ${severity}`)
      .sort();
  }

  status(id: ResourceId): HealthStatus | undefined {
    return this.registry.get(id)?.status;
  }

  readings(id: ResourceId): readonly Reading[] {
    const entry = this.registry.get(id);
    return entry === undefined ? [] : this.registry.readings(entry);
  }

  get judgements(): number {
    return this.registry.judgements;
  }

  private complain(): void {
    if (this.defects[0] !== undefined) throw this.defects[0] as Error;
  }
}
