import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Placement } from './placement.js';
import { Resource } from './resource.js';
import { DateTimeScalar } from './scalars.js';
import type { Instant, Milliseconds } from './time.js';

export enum ConsumerGroupState {
  STABLE = 'STABLE',
  REBALANCING = 'REBALANCING',
  EMPTY = 'EMPTY',
  DEAD = 'DEAD',
}

registerEnumType(ConsumerGroupState, {
  name: 'ConsumerGroupState',
  description: 'What a consumer group does, as its coordinator says.',
  valuesConfig: {
    STABLE: { description: 'Its members have their partitions.' },
    REBALANCING: { description: 'Its members wait for their partitions, or are about to give some away.' },
    EMPTY: { description: 'It has no members.' },
    DEAD: { description: 'It is about to be forgotten.' },
  },
});

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A Kafka cluster.' })
export class Kafka extends Resource {
  @Field(() => String, {
    nullable: true,
    description:
      'The level of metadata that its brokers have agreed upon, such as "metadata 4.1-IV1"; null where they have not, as with ZooKeeper. The version of their program they do not tell.',
  })
  version!: string | null;

  @Field(() => String, { nullable: true, description: 'The id it has given itself; null before it was seen.' })
  clusterId!: string | null;

  /** The leader of the controllers: a broker, or a server that is nothing else. */
  controllerId!: number | null;

  /** From configuration: where it runs. */
  placement!: Placement | null;

  /** When topics were listed last; null: never. */
  topicsSeenAt!: Instant | null;

  /** Answers that are missing, and why: `unsupported`, `forbidden`, `probe failed`. */
  unavailable!: Readonly<Record<string, string>>;
}

@ObjectType({ simpleResolvers: true, description: 'A directory in which a broker keeps its logs.' })
export class LogDir {
  @Field({ description: 'Its path.' })
  path!: string;

  @Field(() => Float, { nullable: true, description: 'Bytes of its disk; null where the broker does not tell.' })
  totalBytes!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Bytes that are free on its disk; null where the broker does not tell.',
  })
  freeBytes!: number | null;

  @Field({ description: 'The broker has given it up: its disk failed.' })
  isOffline!: boolean;
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A broker of a Kafka cluster, once seen.' })
export class Broker extends Resource {
  @Field(() => Int, { description: 'Its number in the cluster.' })
  nodeId!: number;

  @Field({ description: 'Where clients find it.' })
  host!: string;

  @Field(() => Int, { description: 'The port where clients find it.' })
  port!: number;

  @Field(() => String, { nullable: true, description: 'The rack or zone it says it is in; null where it says none.' })
  rack!: string | null;

  @Field({ description: 'The cluster counts it among the living.' })
  isAlive!: boolean;

  /** From configuration: where the cluster runs. */
  placement!: Placement | null;

  /** Since when the cluster has not; null while it does. */
  missingSince!: Instant | null;

  @Field(() => Int, { description: 'Partitions that it leads.' })
  leaders!: number;

  @Field(() => Int, { description: 'Partitions of which it keeps a replica, in sync or not.' })
  replicas!: number;
}

/** What a broker says of its disks. */
export interface BrokerDisks {
  /** Null: not known, for the reason `unavailable`. */
  readonly logDirs: readonly LogDir[] | null;
  readonly unavailable: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A partition of a topic.' })
export class TopicPartition {
  @Field(() => Int, { description: 'Its number within the topic.' })
  partition!: number;

  @Field(() => Int, { nullable: true, description: 'The broker that leads it; null: none, it cannot be used.' })
  leader!: number | null;

  @Field(() => [Int], { description: 'Brokers that are to keep a replica; the first is the preferred leader.' })
  replicas!: readonly number[];

  @Field(() => [Int], { description: 'Brokers whose replica is in sync.' })
  inSync!: readonly number[];

  /** Replicas that are being added: nobody misses them yet. */
  adding!: readonly number[];
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A topic of a Kafka cluster.' })
export class Topic extends Resource {
  @Field({ description: 'It is Kafka’s own, such as the one that holds committed offsets.' })
  isInternal!: boolean;

  @Field(() => Int, { nullable: true, description: 'Replicas that must be in sync for it to take writes; null where not known.' }) // prettier-ignore
  minInSyncReplicas!: number | null;

  partitions!: readonly TopicPartition[];

  /** How far all its partitions have come together: grows by one with each message. Null: not all of them were told. */
  written!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A group of consumers that share the partitions of topics, with what they have committed.',
})
export class ConsumerGroup extends Resource {
  @Field(() => ConsumerGroupState, { nullable: true, description: 'What it does; null where its coordinator says something new.' }) // prettier-ignore
  state!: ConsumerGroupState | null;

  @Field(() => Int, { nullable: true, description: 'Its members; null where its coordinator does not tell.' })
  memberCount!: number | null;

  /** The broker that looks after it. */
  coordinator!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it has been rebalancing in every look; null while it is not.',
  })
  rebalancingSince!: Instant | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it last had members or committed something; null: not since Vitals began to watch.',
  })
  lastAliveAt!: Instant | null;

  /**
   * It was there when the groups were first listed: whether it was alive a moment before, nobody knows. Absent in recordings that
   * were made before this was noted.
   */
  isFromBefore?: boolean;

  /** Topics that its members subscribed to when it last had some; null: they do not say, or nobody saw them. */
  subscribed!: readonly string[] | null;

  /** Topics that exist and in which it has committed something, in the order of `partitions`. */
  topics!: readonly string[];
  partitions!: readonly GroupPartition[];

  /** Committed offsets of partitions that are no longer there. */
  leftovers!: number;

  /** Why committed offsets are not known: `forbidden`, `probe failed`; null where they are. */
  unavailable!: string | null;

  /** How long it typically has something to do before it commits; null: not seen yet. Of its last commits. */
  commitInterval!: Milliseconds | null;
  commitTimes!: readonly Milliseconds[];

  /** When its offsets were seen last; null: never. */
  seenAt!: Instant | null;

  /** Looks at it that saw its offsets: how many samples there were. */
  looks!: number;

  /** From configuration: how far looks are apart at rest. */
  restingInterval!: Milliseconds;
}

/**
 * What is remembered of a group in one partition: a few numbers instead of a list of samples, so that 2,000 groups in 200
 * topics fit into 100 MB. The look that is newest has the number `looks` of its group. One that is at rest is one object
 * for as long as it is.
 */
@ObjectType({ simpleResolvers: true, description: 'How far a consumer group has come in one partition.' })
export class GroupPartition {
  @Field({ description: 'The topic.' })
  topic!: string;

  @Field(() => Int, { description: 'The partition’s number within the topic.' })
  partition!: number;

  /** The next offset it will read; null: it has committed nothing. */
  committed!: number | null;

  /** Where the log begins and where the next message will be; null: not known. */
  start!: number | null;
  end!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Messages that wait for it; null where it has committed nothing, or the partition cannot be seen.',
  })
  lag!: number | null;

  /** When the oldest message that waits was written, interpolated; null where none waits. */
  behindSince!: Instant | null;
  /** It was written before that: nobody saw when. */
  isBehindLonger!: boolean;

  /** Since when the committed offset is what it is. */
  committedSince!: Instant;
  committedLook!: number;
  /** Since when no look found it without lag; null: the last one did. */
  laggingSince!: Instant | null;
  laggingLook!: number;
  /** Since when the lag has not fallen from one look to the next; null: it has none. */
  risingSince!: Instant | null;
  risingLook!: number;

  /** How far it had come before its offset was set back; null: it was not, or it is there again. */
  rewoundFrom!: number | null;

  /** Its leader does not answer: the rest is as of before; null while it does. */
  unseenSince!: Instant | null;
}
