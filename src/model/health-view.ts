import { Field, ID, ObjectType } from 'type-graphql';
import { HealthChangeType } from './change.js';
import { Finding, HealthStatus } from './health.js';
import type { ResourceId } from './ids.js';
import { ResourceKind } from './kinds.js';
import { CursorScalar, DateTimeScalar } from './scalars.js';
import type { Instant } from './time.js';

@ObjectType({ simpleResolvers: true, description: 'The verdict on a resource.' })
export class Health {
  @Field(() => HealthStatus, { description: 'The verdict in one word, its members included.' })
  status!: HealthStatus;

  @Field(() => [Finding], { description: 'Worst first. Empty when there is nothing to say.' })
  findings!: readonly Finding[];

  @Field(() => DateTimeScalar, { description: 'Since when the status is what it is.' })
  since!: Instant;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When its facts were last seen; of the platform and its systems, when those of the member were that was seen longest ago. Null: never.',
  })
  observedAt!: Instant | null;

  @Field({ description: 'Older than its source promises.' })
  isStale!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'An event in the stream of changes.' })
export class HealthChange {
  @Field(() => CursorScalar, {
    nullable: true,
    description: 'Where the stream stands; null until the initial state is complete.',
  })
  cursor!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Instant;

  @Field(() => HealthChangeType, { description: 'What it says.' })
  type!: HealthChangeType;

  @Field(() => HealthStatus, { nullable: true, description: 'The status before; null when the resource is new.' })
  previousStatus!: HealthStatus | null;

  @Field(() => HealthStatus, { nullable: true, description: 'The status now. Null for SYNCED, BOOKMARK and REMOVED.' })
  status!: HealthStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Older than its source promises. Null for SYNCED and BOOKMARK.',
  })
  isStale!: boolean | null;

  @Field(() => [Finding], { description: 'New findings.' })
  raised!: readonly Finding[];

  @Field(() => [Finding], { description: 'Same finding, other severity or ignored.' })
  updated!: readonly Finding[];

  @Field(() => [Finding], { description: 'Findings that are gone.' })
  cleared!: readonly Finding[];

  @Field(() => ID, { nullable: true, description: 'Which resource. Null for SYNCED and BOOKMARK.' })
  resourceId!: ResourceId | null;

  @Field(() => ResourceKind, { nullable: true, description: 'What it is.' })
  resourceKind!: ResourceKind | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  resourceName!: string | null;

  @Field(() => String, { nullable: true, description: 'The cluster or configured system it belongs to.' })
  cluster!: string | null;

  @Field(() => String, { nullable: true, description: 'Its Kubernetes namespace.' })
  namespace!: string | null;
}
