import { Field, Int, ObjectType } from 'type-graphql';
import type { ResourceId } from './ids.js';
import type { SupportKind } from './kinds.js';
import { type Labels, type RegistryRecord, Resource } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant } from './time.js';

/** Nodes that someone wants in each zone, from configuration. */
export interface NodeGroup {
  readonly name: string;
  /** Labels a node must carry to be of the group. */
  readonly selector: Labels;
  readonly requiredPerZone: number;
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A Kubernetes cluster.' })
export class Cluster extends Resource {
  @Field(() => String, { nullable: true, description: 'Version of its API server; null where it has not answered.' })
  version!: string | null;

  /** From configuration. */
  configuredMaximumNodes!: number | null;
  nodeGroups!: readonly NodeGroup[];
}

/** Aspect `autoscaler` of a cluster: what the cluster autoscaler's status says. */
export interface AutoscalerStatus {
  /** When it says that it wrote this; null where it does not say. */
  readonly reportedAt: Instant | null;
  readonly groups: readonly {
    readonly name: string;
    readonly minimum: number;
    readonly maximum: number;
    /** Nodes that joined, ready or not: what counts against the maximum. */
    readonly registered: number;
    readonly ready: number;
  }[];
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A failure zone of a cluster. Once seen, it is remembered.',
})
export class Zone extends Resource {}

@ObjectType({ simpleResolvers: true, description: 'Nodes that someone needs in a zone, and those there are.' })
export class ZoneRequirement {
  @Field(() => Zone, { description: 'The zone.' })
  zone!: Zone;

  @Field({ description: 'Who needs them: a configured node group, or a workload as `namespace/name`.' })
  neededBy!: string;

  @Field(() => Int, { description: 'How many it needs there.' })
  required!: number;

  @Field(() => Int, { description: 'Nodes of the right sort that are ready and not cordoned.' })
  usable!: number;
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A Kubernetes namespace.' })
export class Namespace extends Resource {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: Instant | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something the cluster recorded about one of its objects.' })
export class ClusterEvent implements RegistryRecord {
  id!: ResourceId;
  kind!: SupportKind.CLUSTER_EVENT;
  name!: string;
  system!: string;
  namespace!: string | null;

  @Field({ description: 'One word for programs, such as FailedScheduling.' })
  reason!: string;

  @Field({ description: 'One sentence for people.' })
  message!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;

  @Field(() => DateTimeScalar, { description: 'When it was last seen.' })
  lastSeenAt!: Instant;

  /** What it is about: an id where the event names a uid, else a reference by name. */
  regarding!: string;
  isWarning!: boolean;
}
