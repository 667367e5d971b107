import { DatabaseEngine } from '../../model/database.js';
import type { ClickHouseDatabase } from '../../model/clickhouse.js';
import type { Observation } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Sight, type Source, SourceMode } from '../../model/source.js';
import { type Instant, MINUTE, type Milliseconds, SECOND, latest } from '../../model/time.js';
import { type SourceIdentity, looksOf, seenByAny, sourceId, sourceRecord } from '../source-record.js';
import type { RunningSource, SourceContext } from '../source.js';
import type { ClickHouseConfig } from './clickhouse.config.js';
import { ReplicaEye } from './clickhouse.replica.js';
import { replicaSight, tablesSight } from './clickhouse.sights.js';
import { ShardTables } from './clickhouse.tables.js';

/**
 * After a replica or session was lost or came back, active replicas are counted at once and a few times more: Keeper takes the
 * time of a session, 30 s by default, to notice.
 */
const COUNT_AGAIN: readonly Milliseconds[] = [0, 3 * SECOND, 10 * SECOND, 35 * SECOND, MINUTE];

/** Asks every replica of one database itself, each at its own time: one that hangs holds up no other. */
export class ClickHouseSource implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  private readonly identity: SourceIdentity;
  private readonly databaseId: ResourceId;
  private readonly replicas: readonly ReplicaEye[];
  private readonly shards: readonly ShardTables[];
  private state: Source['state'] = 'starting';
  private stateSince: Instant;
  private tables: Sight;

  constructor(
    private readonly config: ClickHouseConfig,
    private readonly context: SourceContext,
  ) {
    const { name, shards, interval } = config;
    const now = context.clock.now();
    this.databaseId = resourceId(ResourceKind.DATABASE, name, name);
    this.identity = {
      name: `clickhouse/${name}`,
      system: name,
      partOf: 'databases',
      mode: SourceMode.PROBED,
      interval,
      endpointId: this.databaseId,
    };
    this.id = sourceId(this.identity);
    this.stateSince = now;
    const byShard = shards.map(({ name: shard, replicas }) => ({
      shard,
      eyes: replicas.map((address) => new ReplicaEye(address, shard, config, context, this.take.bind(this))),
    }));
    this.replicas = byShard.flatMap(({ eyes }) => eyes);
    this.shards = byShard.map(({ shard, eyes }) => new ShardTables(shard, eyes, config));
    this.floor = Math.max(...this.replicas.map(({ probe }) => probe.floor));
    this.tables = tablesSight(this.replicas, null, now);
  }

  start(): void {
    const replicas = this.replicas.flatMap((replica) => replica.records());
    this.context.report([this.sourceRecord(), this.databaseRecord(), ...replicas]);
    for (const { probe } of this.replicas) probe.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.stop()));
  }

  async refresh(): Promise<void> {
    await Promise.all(this.replicas.map(({ probe }) => probe.refresh()));
  }

  alert(): void {
    for (const { probe } of this.replicas) probe.alert();
  }

  /** A replica that is lost or comes back changes what the others have to say of its tables. */
  private take(replica: ReplicaEye, isNews: boolean): void {
    const now = this.context.clock.now();
    const { state } = seenByAny(this.replicas);
    if (state !== this.state) [this.state, this.stateSince] = [state, now];
    this.tables = tablesSight(this.replicas, this.tables, now);
    const wasSeen = replica.reach.state === 'ok' && replica.reach.failures === 0;
    const seen = wasSeen ? replica.records() : [replica.reachRecord()];
    const shard = this.shards.find((one) => one.shard === replica.shard);
    const tables = wasSeen || isNews ? (shard?.events() ?? []) : [];
    this.context.report([this.sourceRecord(), this.databaseRecord(), ...seen, ...tables]);
    if (isNews) this.countReplicas(replica.shard);
  }

  /** All of a shard ask the same Keeper: one at a time is enough, in turn, of those that have a session; first who asked long ago. */
  private countReplicas(shard: string | null): void {
    const able = this.replicas
      .filter((one) => one.shard === shard && one.reach.state === 'ok' && one.facts.hasKeeperSession !== false)
      .sort((a, b) => (a.countedAt ?? 0) - (b.countedAt ?? 0));
    for (const [turn, one] of able.entries()) {
      one.askActiveReplicas(COUNT_AGAIN.filter((_, index) => index % able.length === turn));
    }
  }

  /** Seen when the replica that was seen last was. */
  private databaseRecord(): Observation {
    const { name, labels, shards, zooKeeperName, kubernetes: placement } = this.config;
    const facts: ClickHouseDatabase = {
      id: this.databaseId,
      kind: ResourceKind.DATABASE,
      engine: DatabaseEngine.CLICKHOUSE,
      name,
      system: name,
      namespace: null,
      labels,
      version: oldest(this.replicas.flatMap(({ facts: { version } }) => version ?? [])),
      sizeBytes: sumOf(this.replicas.map(({ facts: { sizeBytes } }) => sizeBytes)),
      capacityBytes: sumOf(this.replicas.map(({ facts: { disks } }) => sumOf(disks?.map((disk) => disk.totalBytes) ?? [null]))), // prettier-ignore
      shardNames: shards.map((shard) => shard.name),
      zooKeeperName,
      placement,
    };
    const times = this.replicas.flatMap(({ observedAt }) => (observedAt === null ? [] : [observedAt]));
    const observedAt = latest(times);
    return { id: this.databaseId, kind: ResourceKind.DATABASE, aspect: 'main', facts, observedAt };
  }

  private sourceRecord(): Observation {
    const { replicas } = this;
    const skews = replicas.flatMap(({ clockSkew }) => (clockSkew === null ? [] : [clockSkew]));
    return sourceRecord(
      this.identity,
      {
        ...seenByAny(replicas),
        ...looksOf(replicas),
        stateSince: this.stateSince,
        sights: [this.tables, ...replicas.flatMap((replica) => replicaSight(replica, this.config.user))],
        clockSkew: skews.length === 0 ? null : skews.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a)),
      },
      this.context.clock.now(),
    );
  }
}

/** Of a sum of which a part is not known, nothing is. */
function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

function oldest(versions: readonly string[]): string | null {
  const [first = null] = [...versions].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return first;
}
