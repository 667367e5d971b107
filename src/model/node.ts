import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Resource } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant } from './time.js';

@ObjectType({ simpleResolvers: true, description: 'CPU, memory and pods: of a node, or asked of it.' })
export class NodeResources {
  @Field(() => Float, { description: 'CPU cores.' })
  cpuCores!: number;

  @Field(() => Float, { description: 'Bytes of memory.' })
  memoryBytes!: number;

  @Field(() => Int, { description: 'Number of pods.' })
  pods!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A condition as Kubernetes states it.' })
export class Condition {
  @Field({ description: 'Such as Ready or MemoryPressure.' })
  type!: string;

  @Field({ description: 'True, False or Unknown.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'One word for programs.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'One sentence for people.' })
  message!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the status is what it is.' })
  since!: Instant | null;
}

export interface Taint {
  readonly key: string;
  readonly value: string | null;
  readonly effect: string;
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A Kubernetes node.' })
export class Node extends Resource {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Its Ready condition is True; null where it is Unknown or absent.',
  })
  isReady!: boolean | null;

  @Field({ description: 'Takes new pods: not cordoned.' })
  isSchedulable!: boolean;

  @Field(() => String, { nullable: true, description: 'Version of its kubelet.' })
  kubeletVersion!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it joined.' })
  createdAt!: Instant;

  @Field(() => NodeResources, { description: 'What it has.' })
  capacity!: NodeResources;

  @Field(() => NodeResources, { description: 'What it has for pods.' })
  allocatable!: NodeResources;

  @Field(() => [Condition], { description: 'What it says of itself.' })
  conditions!: readonly Condition[];

  /** Shown as `key=value:effect`. */
  taintList!: readonly Taint[];

  zoneName!: string | null;

  /** Where its kubelet answers: host and port. Not in the graph. */
  kubeletHost!: string | null;
  kubeletPort!: number;

  deletingSince!: Instant | null;

  /** Under which it can be reached, host names too; null where it names none. */
  addresses!: readonly string[] | null;
}

/** Aspect `usage` of a node, from its kubelet. */
export interface NodeUsage {
  readonly cpuCores: number | null;
  readonly workingSetBytes: number | null;
  readonly fsCapacityBytes: number | null;
  readonly fsAvailableBytes: number | null;
  /** Why there are no numbers; null when there are. */
  readonly unavailable: string | null;
}
