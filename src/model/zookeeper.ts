import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Placement } from './placement.js';
import { Resource } from './resource.js';

export enum ZooKeeperRole {
  LEADER = 'LEADER',
  FOLLOWER = 'FOLLOWER',
  OBSERVER = 'OBSERVER',
  STANDALONE = 'STANDALONE',
  READ_ONLY = 'READ_ONLY',
}

registerEnumType(ZooKeeperRole, {
  name: 'ZooKeeperRole',
  description: 'What a member does in its ensemble.',
  valuesConfig: {
    LEADER: { description: 'It orders all writes.' },
    FOLLOWER: { description: 'It follows the leader, and its vote counts.' },
    OBSERVER: { description: 'It follows the leader without a vote.' },
    STANDALONE: { description: 'It is alone and needs no other.' },
    READ_ONLY: { description: 'It has lost the others and answers reads only.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A ZooKeeper ensemble; ClickHouse Keeper is one too. Every member is asked itself.',
})
export class ZooKeeper extends Resource {
  /** How many members the configuration names. */
  memberCount!: number;

  /** From configuration: where it runs. */
  placement!: Placement | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A server of a ZooKeeper ensemble. What it has not told, or may not tell, is null.',
})
export class ZooKeeperMember extends Resource {
  @Field({ description: 'Where it is asked.' })
  host!: string;

  @Field(() => Int, { description: 'The port where it is asked.' })
  port!: number;

  @Field(() => ZooKeeperRole, { nullable: true, description: 'What it does; null while it serves nobody.' })
  role!: ZooKeeperRole | null;

  @Field(() => Boolean, { nullable: true, description: 'It takes requests: it is part of a quorum.' })
  isServing!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Version of the server.' })
  version!: string | null;

  @Field(() => Int, { nullable: true, description: 'Requests that it has taken and not answered.' })
  outstandingRequests!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open connections of clients, Vitals’ own question included.' })
  connections!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nodes of its tree.' })
  znodes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Watches that clients have set at it.' })
  watches!: number | null;

  @Field(() => Int, { nullable: true, description: 'Nodes of its tree that end with their session.' })
  ephemerals!: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes of its tree, as it estimates them.' })
  dataBytes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Voting followers that are in step with it; null for all but a leader.',
  })
  syncedFollowers!: number | null;

  /** The IP address that its last answer came from. */
  address!: string | null;

  /** Voters of the ensemble as the leader counts them (3.6+). */
  quorumSize!: number | null;

  /** Requests answered since its start, and the milliseconds they took together (3.6+). */
  latencyCount!: number | null;
  latencySum!: number | null;

  /** From configuration: of the whole ensemble. */
  globalOutstandingLimit!: number;
  placement!: Placement | null;

  /** Facts that could not be read, and why: `unsupported`, `forbidden`, `probe failed`. */
  unavailable!: Readonly<Record<string, string>>;
}
