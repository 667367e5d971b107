import { Arg, Args, Ctx, Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import { ClickHouseDatabase, DatabaseReplica, ReplicatedTable, TableReplica } from '../model/clickhouse.js';
import { ResourceKind } from '../model/kinds.js';
import { SignalName } from '../model/signal-name.js';
import { ZooKeeper } from '../model/zookeeper.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { type Condition, allOf, among } from './conditions.js';
import { type Connection, PageArgs } from './connection.js';
import { ReplicatedTableConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { ReplicatedTableFilter } from './filters.js';
import { byName, entryOf, list, obtained } from './listing.js';
import { measuredNumber } from './measured.js';
import type { Optional } from './optional.js';
import { ReplicatedTableOrder, resourceOrdering } from './orders.js';
import { systemOf } from './systems.js';

type TableEntry = Entry<ResourceKind.REPLICATED_TABLE>;

@ObjectType({ simpleResolvers: true, description: 'A shard of a database: replicas that hold the same data.' })
class DatabaseShard {
  @Field(() => String, { nullable: true, description: 'Its configured name; null where the database has only one.' })
  name!: string | null;

  @Field(() => [DatabaseReplica], { description: 'All replicas that the configuration names.' })
  replicas!: readonly DatabaseReplica[];
}

@Resolver(() => ClickHouseDatabase)
class ClickHouseDatabaseResolver {
  @FieldResolver(() => [DatabaseShard], { description: 'Its shards, in the order of the configuration.' })
  shards(@Root() database: ClickHouseDatabase, @Ctx() { registry }: GraphContext): readonly DatabaseShard[] {
    const replicas = replicasOf(registry, database);
    return database.shardNames.map((name) => ({ name, replicas: replicas.filter(({ shard }) => shard === name) }));
  }

  @FieldResolver(() => [DatabaseReplica], { description: 'All replicas that the configuration names.' })
  replicas(@Root() database: ClickHouseDatabase, @Ctx() { registry }: GraphContext): readonly DatabaseReplica[] {
    return replicasOf(registry, database);
  }

  @FieldResolver(() => ReplicatedTableConnection, {
    nullable: true,
    description: 'Its replicated tables; null with SOURCE_UNAVAILABLE where they were never listed.',
  })
  tables(
    @Root() { system }: ClickHouseDatabase,
    @Arg('filter', () => ReplicatedTableFilter, { nullable: true, description: 'Which tables.' })
    filter: Optional<ReplicatedTableFilter>,
    @Arg('orderBy', () => ReplicatedTableOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ReplicatedTableOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ReplicatedTable>> {
    const measures = {
      DELAY: worstOf(({ delaySeconds }) => delaySeconds),
      PARTS: worstOf(({ partsPerPartition }) => partsPerPartition),
    };
    const records = obtained(context.registry, ResourceKind.REPLICATED_TABLE, [system]);
    const ordering = resourceOrdering('tables', orderBy, measures);
    return list({ records, filter, condition: tableCondition(filter), ordering }, page, context);
  }

  @FieldResolver(() => ZooKeeper, {
    nullable: true,
    description:
      'The ensemble that it coordinates through; null where configuration does not name one that is watched.',
  })
  zooKeeper(@Root() database: ClickHouseDatabase, @Ctx() { registry }: GraphContext): ZooKeeper | null {
    return (
      entryOf(registry, ResourceKind.DATABASE, database)?.one('coordination', ResourceKind.ZOOKEEPER)?.main ?? null
    );
  }
}

function replicasOf(registry: Registry, database: ClickHouseDatabase): readonly DatabaseReplica[] {
  const entry = entryOf(registry, ResourceKind.DATABASE, database);
  return byName(entry?.from('replicaOf', ResourceKind.DATABASE_REPLICA) ?? []);
}

/** The worst of a table's replicas. */
function worstOf(figure: (copy: TableReplica) => number | null): (entry: Entry) => number | null {
  return (entry) => {
    const { replicas } = (entry as unknown as TableEntry).main;
    const known = replicas.map(figure).filter((value) => value !== null);
    return known.length === 0 ? null : Math.max(...known);
  };
}

function tableCondition(filter: Optional<ReplicatedTableFilter>): Condition<TableEntry> {
  return allOf<TableEntry>(
    among(filter?.databases, ({ main }) => main.database),
    among(filter?.shards, ({ main }) => main.shard),
  );
}

@Resolver(() => DatabaseReplica)
class DatabaseReplicaResolver {
  @FieldResolver(() => ClickHouseDatabase, { nullable: true, description: 'The database that it holds a copy of.' })
  clickHouse(@Root() { system }: DatabaseReplica, @Ctx() { registry }: GraphContext): ClickHouseDatabase | null {
    return databaseOf(registry, system);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'It answers; null where it was not asked to the end yet.',
  })
  isReachable(@Root() replica: DatabaseReplica, @Ctx() { registry }: GraphContext): boolean | null {
    const state = entryOf(registry, ResourceKind.DATABASE_REPLICA, replica)?.aspect('reach')?.facts.state ?? 'starting';
    return state === 'starting' ? null : state === 'ok';
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Inserts that were delayed over the last 5 minutes; null where not known.',
  })
  recentlyDelayedInserts(@Root() { id }: DatabaseReplica, @Ctx() context: GraphContext): number | null {
    return measuredNumber(context.registry.get(id), SignalName.DATABASE_INSERTS_DELAYED, context);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Inserts that were refused over the last 5 minutes; null where not known.',
  })
  recentlyRejectedInserts(@Root() { id }: DatabaseReplica, @Ctx() context: GraphContext): number | null {
    return measuredNumber(context.registry.get(id), SignalName.DATABASE_INSERTS_REJECTED, context);
  }
}

@Resolver(() => ReplicatedTable)
class ReplicatedTableResolver {
  @FieldResolver(() => ClickHouseDatabase, { nullable: true, description: 'The ClickHouse that it is in.' })
  clickHouse(@Root() { system }: ReplicatedTable, @Ctx() { registry }: GraphContext): ClickHouseDatabase | null {
    return databaseOf(registry, system);
  }
}

@Resolver(() => TableReplica)
class TableReplicaResolver {
  @FieldResolver(() => DatabaseReplica, { nullable: true, description: 'The server that has it.' })
  replica(@Root() { replicaId }: TableReplica, @Ctx() { registry }: GraphContext): DatabaseReplica | null {
    return (registry.get(replicaId)?.main ?? null) as DatabaseReplica | null;
  }
}

function databaseOf(registry: Registry, system: string): ClickHouseDatabase | null {
  return systemOf(registry, ResourceKind.DATABASE, system) as ClickHouseDatabase | null;
}

export const CLICKHOUSE_RESOLVERS: readonly NewableFunction[] = [
  ClickHouseDatabaseResolver,
  DatabaseReplicaResolver,
  ReplicatedTableResolver,
  TableReplicaResolver,
];
