import { DatabaseEngine, type PostgresDatabase } from '../../model/database.js';
import type { Observation } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Source, SourceMode } from '../../model/source.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { type Reach, isUndecided, notReached, reached, startingReach } from '../../sampling/reach.js';
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
export class PostgresSource implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  private readonly databaseId: ResourceId;
  private readonly eye: PostgresEye;
  private readonly probe: Probe<Seen>;
  private reach: Reach;
  private clockSkew: Milliseconds | null = null;

  constructor(
    private readonly config: PostgresConfig,
    private readonly context: SourceContext,
  ) {
    const { name, interval, deadline } = config;
    const { clock } = context;
    this.id = resourceId(ResourceKind.SOURCE, name, `postgres/${name}`);
    this.databaseId = resourceId(ResourceKind.DATABASE, name, name);
    this.reach = startingReach(clock.now());
    this.eye = new PostgresEye(config, clock, () => {
      this.probe.hurry();
    });
    this.probe = new Probe({
      clock,
      interval,
      deadline,
      look: (signal) => this.eye.look(signal),
      onResult: (result) => this.take(result),
    });
    this.floor = this.probe.floor;
  }

  start(): void {
    this.context.report([this.sourceRecord(null), this.databaseRecord(NEVER_SEEN, null)]);
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

  /** A failed look changes nothing about the database: its last facts stay, and the source says how old they are. */
  private take({ lookedAt, duration, outcome }: LookResult<Seen>): 'soon' | 'rest' {
    const { clock, report } = this.context;
    const before = this.reach;
    if ('value' in outcome) {
      const { facts, observedAt, clockSkew } = outcome.value;
      this.reach = reached(before, clock.now());
      this.clockSkew = clockSkew;
      report([this.sourceRecord(duration), this.databaseRecord(facts, observedAt)]);
    } else {
      const failure = outcome.isLate ? lateFailure(this.config) : failureOf(outcome.error, this.config);
      this.reach = notReached(before, failure, lookedAt, clock.now());
      report([this.sourceRecord(duration)]);
    }
    this.logChange(before);
    return isUndecided(this.reach) ? 'soon' : 'rest';
  }

  private logChange(before: Reach): void {
    const { state, message } = this.reach;
    if (state === before.state) return;
    const { log } = this.context;
    if (state === 'ok') log.info({ source: `postgres/${this.config.name}` }, 'reached');
    else log.warn({ source: `postgres/${this.config.name}`, state }, message ?? state);
  }

  private sourceRecord(duration: Milliseconds | null): Observation {
    const { name, interval } = this.config;
    const { state, message, since, failures } = this.reach;
    const facts: Source = {
      id: this.id,
      kind: ResourceKind.SOURCE,
      name: `postgres/${name}`,
      system: name,
      namespace: null,
      labels: {},
      mode: SourceMode.PROBED,
      interval,
      lastDurationMilliseconds: duration,
      consecutiveFailures: failures,
      partOf: 'databases',
      endpointId: this.databaseId,
      state,
      message,
      stateSince: since,
      sights: [],
      clockSkew: this.clockSkew,
    };
    return { id: this.id, kind: ResourceKind.SOURCE, aspect: 'main', facts, observedAt: this.context.clock.now() };
  }

  private databaseRecord(seen: SeenFacts, observedAt: Instant | null): Observation {
    const { name, labels, vcpus, capacityBytes, isStandbyExpected, host, kubernetes: placement } = this.config;
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
      placement,
    };
    return { id: this.databaseId, kind: ResourceKind.DATABASE, aspect: 'main', facts, observedAt };
  }
}
