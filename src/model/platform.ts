import { Field, Int, ObjectType } from 'type-graphql';
import { HealthStatus } from './health.js';
import { ResourceKind } from './kinds.js';
import { Resource } from './resource.js';

@ObjectType({ simpleResolvers: true, description: 'How many have a status.' })
export class StatusCount {
  @Field(() => HealthStatus, { description: 'The status.' })
  status!: HealthStatus;

  @Field(() => Int, { description: 'How many have it.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'Everything as one: subscribe to it to hear whether all is well.',
})
export class Platform extends Resource {}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A row of the front page: a sort of system with its roll-up.',
})
export class PlatformSystem extends Resource {
  @Field(() => ResourceKind, { description: 'What its members are.' })
  members!: ResourceKind;

  isConfigured!: boolean;
}
