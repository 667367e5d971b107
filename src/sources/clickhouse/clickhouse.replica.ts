import type { Endpoint } from '../../config/fields.js';
import type { DatabaseReplica, FormerKeeper, KeeperAddress } from '../../model/clickhouse.js';
import type { Observation } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import type { EndpointReach } from '../../model/source.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { Eye } from '../../sampling/eye.js';
import { Probe } from '../../sampling/probe.js';
import { type Reach, isUndecided, notReached, reached, startingReach } from '../../sampling/reach.js';
import type { SourceContext } from '../source.js';
import { isUntold } from '../untold.js';
import type { ClickHouseConfig } from './clickhouse.config.js';
import { Counting } from './clickhouse.counting.js';
import { type ActiveReplicas, NOTHING, type Seen, type SeenFacts, type SeenTable } from './clickhouse.facts.js';
import { failureOf, lateFailure, listFailure } from './clickhouse.failure.js';
import { ServerEye } from './clickhouse.look.js';

/** Looks at one replica, and knows what it said last and how well it is reached. */
export class ReplicaEye extends Eye {
  readonly id: ResourceId;
  readonly probe: Probe<Seen>;
  facts: SeenFacts = NOTHING;
  observedAt: Instant | null = null;
  /** Its tables as they were listed last, and when; null: never. */
  tables: ReadonlyMap<string, SeenTable> | null = null;
  tablesSeenAt: Instant | null = null;
  /** How well it lists them: one list that fails is no more than one look that does. */
  listing: Reach;
  plain: ReadonlySet<string> = new Set();
  /** It may have more tables than it listed. */
  areMore = false;
  /** Its system tables that we may not read. */
  forbidden: readonly string[] = [];
  active: ReadonlyMap<string, ActiveReplicas> | null = null;
  activeSeenAt: Instant | null = null;
  clockSkew: Milliseconds | null = null;

  private keeper: KeeperAddress | null = null;
  private formerKeeper: FormerKeeper | null = null;
  /** Whether it has one; while it does not say, as it was. */
  private hasSession: boolean | null = null;
  private readonly eye: ServerEye;
  private readonly counting = new Counting();

  /** @param onLook called after each look; `isNews`: it or its session was lost or came back */
  constructor(
    readonly address: Endpoint,
    readonly shard: string | null,
    private readonly config: ClickHouseConfig,
    private readonly context: SourceContext,
    onLook: (replica: ReplicaEye, isNews: boolean) => void,
  ) {
    super(context, { replica: address.name });
    const { clock } = context;
    const { name, interval, deadline } = config;
    this.id = resourceId(ResourceKind.DATABASE_REPLICA, name, address.name);
    this.listing = startingReach(clock.now());
    this.eye = new ServerEye(address, config, clock);
    this.probe = new Probe({
      clock,
      looked: context.looked,
      interval,
      deadline,
      look: (signal) =>
        this.eye.look(
          () => this.counting.take(clock.now()),
          signal,
          () => {
            if (this.hear()) onLook(this, true);
          },
        ),
      onResult: (result) => {
        const before = this.standing();
        const seen = this.learn(result, (error, isLate) =>
          isLate ? lateFailure(address, deadline) : failureOf(error, address, config),
        );
        if (seen !== null) this.see(seen, result.lookedAt);
        const isNews = before !== null && this.standing() !== before;
        onLook(this, isNews);
        return isUndecided(this.reach) || isUndecided(this.listing) ? 'soon' : 'rest';
      },
    });
  }

  async stop(): Promise<void> {
    await this.probe.stop();
    await this.eye.close();
  }

  /** When it last asked how many replicas its tables have; null: never. */
  get countedAt(): Instant | null {
    return this.counting.askedAt;
  }

  /** A replica or a session was lost or came back: asks, so much later each, how many replicas its tables have. */
  askActiveReplicas(later: readonly Milliseconds[]): void {
    this.counting.plan(later, this.context.clock.now());
    this.probe.alert();
    this.probe.hurry();
  }

  records(): readonly Observation[] {
    return [this.mainRecord(), this.reachRecord()];
  }

  reachRecord(): Observation {
    const { state, message, since } = this.reach;
    const facts: EndpointReach = { state, message, stateSince: since };
    const { id } = this;
    const observedAt = this.context.clock.now();
    return { id, kind: ResourceKind.DATABASE_REPLICA, aspect: 'reach', facts, observedAt };
  }

  /** It tells its tables, but for a hiccup. */
  get isListed(): boolean {
    return this.reach.state === 'ok' && this.listing.state === 'ok';
  }

  /** What is not known of its tables, and why: a list that fails once is as good as the one before. */
  get tableLacks(): SeenFacts['unavailable'] {
    const { unavailable } = this.facts;
    if (this.listing.state !== 'ok' || unavailable['tables'] === undefined) return unavailable;
    return Object.fromEntries(Object.entries(unavailable).filter(([fact]) => fact !== 'tables'));
  }

  private mainRecord(): Observation {
    const { name, host, port } = this.address;
    const { labels, interval, kubernetes: placement } = this.config;
    const facts: DatabaseReplica = {
      ...this.facts,
      id: this.id,
      kind: ResourceKind.DATABASE_REPLICA,
      name,
      system: this.config.name,
      namespace: null,
      labels,
      host,
      port,
      shard: this.shard,
      keeper: this.keeper,
      formerKeeper: this.formerKeeper,
      interval,
      placement,
    };
    return { id: this.id, kind: ResourceKind.DATABASE_REPLICA, aspect: 'main', facts, observedAt: this.observedAt };
  }

  private see(seen: Seen, lookedAt: Instant): void {
    const { facts, observedAt, clockSkew, tables, plain, active } = seen;
    const now = this.context.clock.now();
    this.facts = facts;
    this.observedAt = observedAt;
    this.clockSkew = clockSkew;
    this.forbidden = seen.forbidden;
    if (tables === null) {
      this.listing = notReached(this.listing, listFailure(facts.unavailable['tables']), lookedAt, now);
    } else {
      [this.tables, this.tablesSeenAt, this.areMore] = [tables, observedAt, seen.areMore];
      this.listing = reached(this.listing, now);
    }
    this.followSession(facts, now);
    if (facts.hasKeeperSession !== null || !isUntold(facts.unavailable, 'keeperSession'))
      this.hasSession = facts.hasKeeperSession;
    if (plain !== null) this.plain = plain;
    if (active !== null) [this.active, this.activeSeenAt] = [active, observedAt];
    else if (facts.unavailable['activeReplicas'] === 'probe failed') this.counting.missed(now);
  }

  /** A replica that cannot say for the moment with which member its session is has said nothing new. */
  private followSession({ keeper, unavailable }: SeenFacts, now: Instant): void {
    const before = this.keeper;
    if (unavailable['keeper'] === 'probe failed') return;
    if (before !== null && (before.host !== keeper?.host || before.port !== keeper.port))
      this.formerKeeper = { ...before, leftAt: now };
    this.keeper = keeper;
  }

  /**
   * What Keeper counts of it; null before the first look told anything. Tables are left out: they come and go by the minute
   * where people work, and each time Keeper would be asked for all of them.
   */
  private standing(): string | null {
    if (this.reach.state === 'starting') return null;
    return `${this.reach.state}/${String(this.hasSession)}`;
  }
}
