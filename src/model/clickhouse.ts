import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Database, type DatabaseEngine } from './database.js';
import type { ResourceId } from './ids.js';
import type { Placement } from './placement.js';
import { Resource } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant, Milliseconds } from './time.js';

@ObjectType({
  simpleResolvers: true,
  implements: [Database],
  description: 'A ClickHouse database: all replicas of all its shards. Every replica is asked itself.',
})
export class ClickHouseDatabase extends Database {
  declare engine: DatabaseEngine.CLICKHOUSE;

  /** From configuration: its shards by name, in their order; one without a name where none are configured. */
  shardNames!: readonly (string | null)[];

  /** Configured name of the ZooKeeper ensemble that it coordinates through; null where configuration does not say. */
  zooKeeperName!: string | null;

  /** From configuration: where it runs. */
  placement!: Placement | null;
}

@ObjectType({ simpleResolvers: true, description: 'A disk of a database server, as the server itself sees it.' })
export class DatabaseDisk {
  @Field({ description: 'Its name in the configuration of the server.' })
  name!: string;

  @Field(() => Float, { description: 'Bytes that are free.' })
  freeBytes!: number;

  @Field(() => Float, { description: 'Bytes of its file system.' })
  totalBytes!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Mutations of one table that are not done on one replica.' })
export class UnfinishedMutations {
  @Field({ description: 'The table, with its database.' })
  table!: string;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;

  @Field(() => Float, { description: 'Seconds since the oldest was asked for, by the clock of the server.' })
  oldestSeconds!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of them failed last; null where the server does not say.',
  })
  failing!: number | null;

  @Field(() => String, { nullable: true, description: 'The error with which the newest of these failed.' })
  error!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What a distributed table has still to send to other shards.' })
export class DistributedQueue {
  @Field({ description: 'The distributed table, with its database.' })
  table!: string;

  @Field(() => Boolean, { description: 'Sending was stopped by an operator.' })
  isBlocked!: boolean;

  @Field(() => Int, { description: 'Files that wait.' })
  files!: number;

  @Field(() => Int, { nullable: true, description: 'Files that were put aside because they cannot be read; null where the server does not say.' }) // prettier-ignore
  brokenFiles!: number | null;

  @Field(() => Int, { description: 'Sends that failed in a row.' })
  errors!: number;
}

/** How full the fullest partition of a table is, against what its server allows. */
export interface TableParts {
  /** Active parts of the partition that has most. */
  readonly parts: number;
  /** Bytes of those parts on average. */
  readonly averageBytes: number;
  /** From so many parts on inserts are delayed; and refused. Null where the server does not say. */
  readonly partsToDelay: number | null;
  readonly partsToThrow: number | null;
  /** Parts larger than this on average are neither delayed nor refused; null: however large they are. */
  readonly largeFromBytes: number | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A server that holds a copy of a database. What it has not told, or may not tell, is null.',
})
export class DatabaseReplica extends Resource {
  @Field({ description: 'Where it is asked.' })
  host!: string;

  @Field(() => Int, { description: 'The port where it is asked.' })
  port!: number;

  @Field(() => String, { nullable: true, description: 'The shard whose data it holds; null where there is only one.' })
  shard!: string | null;

  @Field(() => String, { nullable: true, description: 'Version of the server.' })
  version!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the server was started.' })
  startedAt!: Instant | null;

  @Field(() => Int, { nullable: true, description: 'Replicated tables that it has.' })
  tableCount!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'It has a session with ZooKeeper or Keeper.' })
  hasKeeperSession!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Inserts that are being delayed at this moment.' })
  delayedInserts!: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes of all active parts.' })
  sizeBytes!: number | null;

  @Field(() => [DatabaseDisk], { nullable: true, description: 'Its local disks; null before version 19.15.' })
  disks!: readonly DatabaseDisk[] | null;

  @Field(() => [UnfinishedMutations], { nullable: true, description: 'Mutations that are not done, by table.' })
  mutations!: readonly UnfinishedMutations[] | null;

  @Field(() => [DistributedQueue], {
    nullable: true,
    description: 'Distributed tables whose sending is blocked or has broken files; null before version 20.3.',
  })
  distributedQueues!: readonly DistributedQueue[] | null;

  /** Counters since its start; one that it leaves out is 0. Null: they could not be read. */
  counters!: ReplicaCounters | null;

  /** Tables that are not replicated and have most parts for what they may have. */
  plainTables!: readonly (TableParts & { readonly table: string })[] | null;

  /** The member of the ensemble that its session is with; null where it has none, or does not say with which. */
  keeper!: KeeperAddress | null;

  /** The member that it was with before; null: none is known. */
  formerKeeper!: FormerKeeper | null;

  /** From configuration: how often it is asked at rest, and where it runs. */
  interval!: Milliseconds;
  placement!: Placement | null;

  /** Facts that could not be read, and why: `unsupported`, `forbidden`, `probe failed`. */
  unavailable!: Readonly<Record<string, string>>;
}

/** A member of an ensemble as a replica calls it: by its name or its IP address, and the port for clients. */
export interface KeeperAddress {
  readonly host: string;
  readonly port: number;
}

export interface FormerKeeper extends KeeperAddress {
  /** When the session was first seen with another member, or without any. */
  readonly leftAt: Instant;
}

export interface ReplicaCounters {
  readonly delayedInserts: number;
  readonly rejectedInserts: number;
  readonly hardwareExceptions: number;
  readonly otherExceptions: number;
  readonly userExceptions: number;
  readonly lostParts: number;
}

export enum TablePresence {
  REPLICATED = 'REPLICATED',
  PLAIN = 'PLAIN',
  MISSING = 'MISSING',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(TablePresence, {
  name: 'TablePresence',
  description: 'Whether a replica has a table.',
  valuesConfig: {
    REPLICATED: { description: 'It has it, and it is replicated.' },
    PLAIN: { description: 'It has a table of that name which is not replicated.' },
    MISSING: { description: 'It has none of that name.' },
    UNKNOWN: { description: 'Its tables were never listed, or are too many to list all.' },
  },
});

export interface FailingQueueEntry {
  /** For how long it has been there, whether or not it failed all the time; by the clock of the server. */
  readonly seconds: number;
  /** With which error it failed last; null where that has no number. */
  readonly error: string | null;
  /** The error says that nobody gives it what it is to fetch: no replica that is active has it, or the network fails. */
  readonly isWithoutSource: boolean;
  /** The replica that made the entry, and has what it is about: what it is called in Keeper; null where that is not known. */
  readonly sourceReplica: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The copy of a table on one replica. What is not known is null.' })
export class TableReplica {
  @Field({ description: 'Name of the replica.' })
  name!: string;

  @Field(() => Boolean, { nullable: true, description: 'It takes no inserts, or its session with Keeper is over.' })
  isReadOnly!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Seconds that it is behind the others; null where not known, as for one that has never been in step.',
  })
  delaySeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Entries of its replication queue; many are normal under mutations.',
  })
  queueSize!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Replicas that Keeper knows; asked every 5 minutes. Null also without a session.',
  })
  totalReplicas!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Those of them that have a session; asked every 5 minutes. Null also without one.',
  })
  activeReplicas!: number | null;

  @Field(() => Int, { nullable: true, description: 'Active parts of the partition that has most.' })
  partsPerPartition!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When this was last seen.' })
  observedAt!: Instant | null;

  @Field(() => TablePresence, { description: 'Whether it has the table.' })
  presence!: TablePresence;

  /** Its replica answers. */
  isSeen!: boolean;

  replicaId!: ResourceId;
  hasNeverSynced!: boolean;

  /** What it is called in Keeper; null where that is not known. */
  keeperName!: string | null;

  /** The oldest entry of its queue that fails. */
  failingQueueEntry!: FailingQueueEntry | null;

  activeReplicasAskedAt!: Instant | null;

  parts!: TableParts | null;

  /** As its replica says. */
  unavailable!: Readonly<Record<string, string>>;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A replicated table of one shard, as all replicas of that shard see it.',
})
export class ReplicatedTable extends Resource {
  @Field({ description: 'Its database within the servers.' })
  database!: string;

  @Field({ description: 'Its name within that database.' })
  table!: string;

  @Field(() => String, { nullable: true, description: 'The shard; null where there is only one.' })
  shard!: string | null;

  @Field(() => [TableReplica], { description: 'One for each configured replica of the shard, whether or not it has the table.' }) // prettier-ignore
  replicas!: readonly TableReplica[];
}
