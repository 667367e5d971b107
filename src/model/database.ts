import { Field, Float, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import type { Placement } from './placement.js';
import { Resource, typeNameOf } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant, Milliseconds } from './time.js';

export enum DatabaseEngine {
  POSTGRESQL = 'POSTGRESQL',
  CLICKHOUSE = 'CLICKHOUSE',
}

registerEnumType(DatabaseEngine, {
  name: 'DatabaseEngine',
  description: 'Which database it is.',
  valuesConfig: { POSTGRESQL: { description: 'PostgreSQL.' }, CLICKHOUSE: { description: 'ClickHouse.' } },
});

@InterfaceType({ implements: Resource, description: 'A database of the platform.', resolveType: typeNameOf })
export abstract class Database extends Resource {
  @Field(() => DatabaseEngine, { description: 'Which database it is.' })
  engine!: DatabaseEngine;

  @Field(() => String, {
    nullable: true,
    description: 'Version of the server, the oldest where servers differ; null where none has answered.',
  })
  version!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Bytes of all databases and logs, on all servers together; null where not known.',
  })
  sizeBytes!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Bytes of its disks, measured or configured; null where not known.',
  })
  capacityBytes!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'Connections of a database server.' })
export class DatabaseConnections {
  @Field(() => Int, { description: 'In use by clients.' })
  used!: number;

  @Field(() => Int, { description: 'The most that may be open.' })
  maximum!: number;

  @Field(() => Int, { description: 'Of these, kept for superusers and reserved roles.' })
  reserved!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A standby that follows this server.' })
export class DatabaseStandby {
  @Field({ description: 'Its application_name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Such as streaming or catchup.' })
  state!: string | null;

  @Field(() => Float, { nullable: true, description: 'Seconds of replay it is behind; null where not known.' })
  lagSeconds!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'A replication slot.' })
export class ReplicationSlot {
  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'Something reads from it.' })
  isActive!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'reserved, extended, unreserved or lost; null before version 13.',
  })
  walStatus!: string | null;

  @Field(() => Float, { nullable: true, description: 'Bytes of log kept for it.' })
  retainedBytes!: number | null;
}

@ObjectType({ simpleResolvers: true, implements: [Database], description: 'A PostgreSQL server, seen through SQL.' })
export class PostgresDatabase extends Database {
  declare engine: DatabaseEngine.POSTGRESQL;

  @Field(() => DatabaseConnections, { nullable: true, description: 'Connections; null where not known.' })
  connections!: DatabaseConnections | null;

  @Field(() => [DatabaseStandby], { nullable: true, description: 'Standbys; null where not known.' })
  standbys!: readonly DatabaseStandby[] | null;

  @Field(() => [ReplicationSlot], { nullable: true, description: 'Replication slots; null where not known.' })
  slots!: readonly ReplicationSlot[] | null;

  @Field(() => Float, { nullable: true, description: 'Share of the transaction ids used up: 1 is the end.' })
  wraparound!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'It is a standby (in recovery); null where not known.' })
  isInRecovery!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the server was started.' })
  startedAt!: Instant | null;

  /** From configuration. */
  isStandbyExpected!: boolean;
  vcpus!: number | null;
  host!: string;
  port!: number;
  placement!: Placement | null;

  isReadOnly!: boolean | null;
  walBytes!: number | null;

  /** Sessions by what they do at the moment of the probe; null where not known. */
  activity!: DatabaseActivity | null;

  /** For a standby: how far replay is behind what was received. */
  replayLag!: Milliseconds | null;

  /** Sums over pg_stat_io (16+): blocks read and milliseconds spent reading. */
  blocksRead!: number | null;
  blockReadTime!: Milliseconds | null;

  /** Facts that could not be read, and why: `unsupported`, `forbidden`, `probe failed`. */
  unavailable!: Readonly<Record<string, string>>;
}

export interface DatabaseActivity {
  readonly active: number;
  /** Active sessions that wait on nothing: they use CPU or want to. */
  readonly running: number;
  readonly waitingOnIo: number;
  readonly longestIdleInTransaction: Milliseconds | null;
  readonly blocked: number;
  readonly longestBlocked: Milliseconds | null;
}
