import { DatabaseEngine, type PostgresDatabase } from '../../model/database.js';
import type { Observation } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { SourceMode } from '../../model/source.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { Eye } from '../../sampling/eye.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { isUndecided } from '../../sampling/reach.js';
import { type ForbiddenPart, ForbiddenParts } from '../forbidden-parts.js';
import { type SourceIdentity, seenBy, sourceId, sourceRecord } from '../source-record.js';
import type { RunningSource, SourceContext } from '../source.js';
import type { PostgresConfig } from './postgres.config.js';
import { failureOf, lateFailure } from './postgres.failure.js';
import { PostgresEye, type Seen, type SeenFacts } from './postgres.look.js';

/** A database that was never seen: all that is known of it is configuration. */
const NEVER_SEEN: SeenFacts = {
  version: null,
  startedAt: null,
  isInRecovery: null,
  isReadOnly: null,
  connections: null,
  activity: null,
  standbys: null,
  slots: null,
  wraparound: null,
  replayLag: null,
  blocksRead: null,
  blockReadTime: null,
  walBytes: null,
  sizeBytes: null,
  unavailable: {},
};

/** Asks one PostgreSQL server at intervals, and at once when the connection breaks. */
export class PostgresSource extends Eye implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  private readonly identity: SourceIdentity;
  private readonly databaseId: ResourceId;
  private readonly eye: PostgresEye;
  private readonly probe: Probe<Seen>;
  private readonly forbiddenParts = new ForbiddenParts();
  private clockSkew: Milliseconds | null = null;
  /** Facts that the last look was not allowed to see. */
  private forbidden: readonly string[] = [];

  constructor(
    private readonly config: PostgresConfig,
    private readonly context: SourceContext,
  ) {
    const { name, interval, deadline } = config;
    const { clock } = context;
    super(context);
    this.databaseId = resourceId(ResourceKind.DATABASE, name, name);
    this.identity = {
      name: `postgres/${name}`,
      system: name,
      partOf: 'databases',
      mode: SourceMode.PROBED,
      interval,
      endpointId: this.databaseId,
    };
    this.id = sourceId(this.identity);
    this.eye = new PostgresEye(config, clock, () => {
      this.probe.hurry();
    });
    this.probe = new Probe({
      clock,
      looked: context.looked,
      interval,
      deadline,
      look: (signal) => this.eye.look(signal),
      onResult: (result) => this.take(result),
    });
    this.floor = this.probe.floor;
  }

  start(): void {
    this.context.report([this.sourceRecord(), this.databaseRecord(NEVER_SEEN, null)]);
    this.probe.start();
  }

  async stop(): Promise<void> {
    await this.probe.stop();
    await this.eye.close();
  }

  refresh(): Promise<void> {
    return this.probe.refresh();
  }

  alert(): void {
    this.probe.alert();
  }

  private take(result: LookResult<Seen>): 'soon' | 'rest' {
    const { config, context } = this;
    const seen = this.learn(result, (error, isLate) => (isLate ? lateFailure(config) : failureOf(error, config)));
    if (seen !== null) {
      this.clockSkew = seen.clockSkew;
      this.forbidden = forbiddenOf(seen.facts);
    }
    const database = seen === null ? [] : [this.databaseRecord(seen.facts, seen.observedAt)];
    context.report([this.sourceRecord(), ...database]);
    return isUndecided(this.reach) ? 'soon' : 'rest';
  }

  private sourceRecord(): Observation {
    const now = this.context.clock.now();
    const sights = this.forbiddenParts.sights(this.partsForbidden(), now);
    return sourceRecord(this.identity, { ...seenBy(this), sights, clockSkew: this.clockSkew }, now);
  }

  /** All that is missing follows from one role. */
  private partsForbidden(): readonly ForbiddenPart[] {
    const { forbidden } = this;
    if (forbidden.length === 0) return [];
    const message = `User "${this.config.user}" may not see all that Vitals asks for (pg_monitor lets it): ${forbidden.join(', ')}.`;
    return [{ subject: 'statistics', message }];
  }

  private databaseRecord(seen: SeenFacts, observedAt: Instant | null): Observation {
    const { name, labels, vcpus, capacityBytes, isStandbyExpected, host, port, kubernetes: placement } = this.config;
    const facts: PostgresDatabase = {
      ...seen,
      id: this.databaseId,
      kind: ResourceKind.DATABASE,
      engine: DatabaseEngine.POSTGRESQL,
      name,
      system: name,
      namespace: null,
      labels,
      vcpus,
      capacityBytes,
      isStandbyExpected,
      host,
      port,
      placement,
    };
    return { id: this.databaseId, kind: ResourceKind.DATABASE, aspect: 'main', facts, observedAt };
  }
}

function forbiddenOf({ unavailable }: SeenFacts): readonly string[] {
  return Object.entries(unavailable).flatMap(([fact, why]) => (why === 'forbidden' ? [fact] : []));
}
