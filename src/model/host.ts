import { Field, Float, ObjectType } from 'type-graphql';
import type { ResourceId } from './ids.js';
import type { SupportKind } from './kinds.js';
import type { RegistryRecord } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant, Milliseconds } from './time.js';

/** What a monitoring system measured, and how long that says something about now. */
export interface HostFacts {
  /** Facts that are not there, and why: `unsupported`, `probe failed`, `stale`, `ambiguous`, `idle`. */
  readonly unavailable: Readonly<Record<string, string>>;

  /** Once they are older than this, whoever measures has fallen silent: they neither prove nor deny anything. */
  readonly freshFor: Milliseconds;
}

/** Aspect `host` of a database: the machine under it, which the database itself cannot see. */
@ObjectType({
  simpleResolvers: true,
  description: 'What a monitoring system measures on the machine under a database.',
})
export class DatabaseHost implements HostFacts {
  @Field({ description: 'Whose metrics they are, such as node-exporter.' })
  preset!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the oldest of the numbers was measured; null: none was.',
  })
  observedAt!: Instant | null;

  @Field(() => Float, { nullable: true, description: 'Bytes of its disk; null where not known.' })
  diskBytes!: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes of it that the database may still use.' })
  diskFreeBytes!: number | null;

  @Field(() => Float, { nullable: true, description: 'Reads and writes of its disk a second.' })
  iops!: number | null;

  @Field(() => Float, { nullable: true, description: 'How many of them the disk may do a second.' })
  provisionedIops!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of the burst credits of its disk that is left.' })
  burstBalance!: number | null;

  @Field(() => Float, { nullable: true, description: "Share of its instance's burst credits for I/O that is left." })
  ioBalance!: number | null;

  @Field(() => Float, { nullable: true, description: "Share of its instance's burst credits for bytes that is left." })
  byteBalance!: number | null;

  @Field(() => Float, { nullable: true, description: 'Requests that wait for its disk, on average.' })
  queueDepth!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of the time in which its disk had something to do.' })
  deviceBusy!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of its CPUs in use.' })
  cpu!: number | null;

  @Field(() => Float, { nullable: true, description: 'CPU credits that are left, where its machine lives on such.' })
  cpuCredits!: number | null;

  unavailable!: Readonly<Record<string, string>>;
  freshFor!: Milliseconds;
}

/** What disks of one class may do a second; null: nobody said. */
export interface ProvisionedIo {
  readonly iops: number | null;
  readonly bytesPerSecond: number | null;
}

/**
 * The disk behind a volume as a monitoring system measures it. A record of its own, because that system knows a volume by
 * the name of its disk or by where it is mounted, and never by its uid: the volume leads here.
 */
@ObjectType({ simpleResolvers: true, description: 'What a monitoring system measures on the disk behind a volume.' })
export class VolumeDevice implements RegistryRecord, HostFacts {
  id!: ResourceId;
  kind!: SupportKind.VOLUME_DEVICE;

  /** What the monitoring system calls the volume. */
  name!: string;
  system!: string;
  namespace!: null;

  @Field({ description: 'Whose metrics they are, such as node-exporter or ebs-csi.' })
  preset!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the oldest of the numbers was measured; null: none was.',
  })
  observedAt!: Instant | null;

  @Field(() => Float, { nullable: true, description: 'Reads and writes a second; null where not known.' })
  iops!: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes read and written a second.' })
  bytesPerSecond!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of the time in which it had something to do.' })
  busy!: number | null;

  @Field(() => Float, { nullable: true, description: 'How long a request took on average; null without any.' })
  awaitMilliseconds!: number | null;

  /** Seconds, ever growing, in which more was asked of the disk than it is allowed to do. */
  exceededIopsSeconds!: number | null;
  exceededThroughputSeconds!: number | null;

  /** … than the instance that it is attached to is allowed to do with all of its disks. */
  instanceExceededIopsSeconds!: number | null;
  instanceExceededThroughputSeconds!: number | null;

  /** By storage class, and `*` for all others: from configuration, one object for all. */
  provisioned!: Readonly<Record<string, ProvisionedIo>>;

  unavailable!: Readonly<Record<string, string>>;
  freshFor!: Milliseconds;
}
