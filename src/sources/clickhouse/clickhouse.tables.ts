import { bounded } from '../../model/bounded.js';
import { type ReplicatedTable, TablePresence, type TableReplica } from '../../model/clickhouse.js';
import type { SourceEvent } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind } from '../../model/kinds.js';
import { latest } from '../../model/time.js';
import type { ClickHouseConfig } from './clickhouse.config.js';
import type { SeenTable } from './clickhouse.facts.js';
import type { ReplicaEye } from './clickhouse.replica.js';

/**
 * Inner tables of materialized views are called by an id that each server may have made for itself: they tell nothing of
 * what is missing elsewhere, and are not compared.
 */
const OF_ONE_SERVER = /^\.inner_id\./;

/** Puts together what the replicas of one shard say of the same table. */
export class ShardTables {
  private ids = new Map<string, ResourceId>();

  constructor(
    readonly shard: string | null,
    private readonly replicas: readonly ReplicaEye[],
    private readonly config: ClickHouseConfig,
  ) {}

  /** One record a table, and the end of those that no replica has any more. */
  events(): readonly SourceEvent[] {
    const ids = new Map<string, ResourceId>();
    const events: SourceEvent[] = [];
    for (const { key, table } of this.union()) {
      const id = this.ids.get(key) ?? this.idOf(key);
      ids.set(key, id);
      events.push(this.recordOf(id, key, table));
    }
    for (const [key, id] of this.ids) {
      if (!ids.has(key)) events.push({ id, kind: ResourceKind.REPLICATED_TABLE, goneAspect: 'main' });
    }
    this.ids = ids;
    return events;
  }

  private *union(): Generator<{ readonly key: string; readonly table: SeenTable }> {
    const known = new Set<string>();
    for (const { tables } of this.replicas) {
      for (const [key, table] of tables ?? []) {
        if (known.has(key)) continue;
        known.add(key);
        yield { key, table };
      }
    }
  }

  private idOf(key: string): ResourceId {
    return resourceId(ResourceKind.REPLICATED_TABLE, this.config.name, this.nameOf(key));
  }

  private nameOf(key: string): string {
    return bounded(this.shard === null ? key : `${this.shard}/${key}`);
  }

  /** Seen when the replica that was seen last was. */
  private recordOf(id: ResourceId, key: string, { database, table }: SeenTable): SourceEvent {
    const comparable = OF_ONE_SERVER.test(table) ? this.replicas.filter(({ tables }) => tables?.has(key) === true) : this.replicas; // prettier-ignore
    const replicas = comparable.map((replica) => copyOf(replica, key));
    const facts: ReplicatedTable = {
      id,
      kind: ResourceKind.REPLICATED_TABLE,
      name: this.nameOf(key),
      system: this.config.name,
      namespace: null,
      labels: this.config.labels,
      database,
      table,
      shard: this.shard,
      replicas,
    };
    const times = replicas.flatMap(({ observedAt }) => (observedAt === null ? [] : [observedAt]));
    const observedAt = latest(times);
    return { id, kind: ResourceKind.REPLICATED_TABLE, aspect: 'main', facts, observedAt };
  }
}

function copyOf(replica: ReplicaEye, key: string): TableReplica {
  const { address, id, tables, tablesSeenAt, tableLacks, active, activeSeenAt, reach } = replica;
  const seen = tables?.get(key);
  const told = seen === undefined ? undefined : active?.get(key);
  // Without a session Keeper is not asked, and the server puts 0 where nobody answered: it does not even count itself.
  const counted = told?.total === 0 ? undefined : told;
  return {
    name: address.name,
    replicaId: id,
    isSeen: reach.state === 'ok',
    presence: presenceOf(replica, key),
    isReadOnly: seen?.isReadOnly ?? null,
    delaySeconds: seen?.delaySeconds ?? null,
    hasNeverSynced: seen?.hasNeverSynced ?? false,
    queueSize: seen?.queueSize ?? null,
    keeperName: seen?.keeperName ?? null,
    failingQueueEntry: seen?.failingQueueEntry ?? null,
    totalReplicas: counted?.total ?? null,
    activeReplicas: counted?.active ?? null,
    activeReplicasAskedAt: told === undefined ? null : activeSeenAt,
    partsPerPartition: seen?.parts?.parts ?? null,
    parts: seen?.parts ?? null,
    observedAt: tablesSeenAt,
    unavailable: tableLacks,
  };
}

function presenceOf({ tables, plain, areMore }: ReplicaEye, key: string): TablePresence {
  if (tables === null) return TablePresence.UNKNOWN;
  if (tables.has(key)) return TablePresence.REPLICATED;
  if (plain.has(key)) return TablePresence.PLAIN;
  return areMore ? TablePresence.UNKNOWN : TablePresence.MISSING;
}
