import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Placement } from './placement.js';
import { Resource } from './resource.js';
import type { SightState } from './source.js';

export enum ConnectorState {
  RUNNING = 'RUNNING',
  PAUSED = 'PAUSED',
  STOPPED = 'STOPPED',
  FAILED = 'FAILED',
  UNASSIGNED = 'UNASSIGNED',
  RESTARTING = 'RESTARTING',
}

registerEnumType(ConnectorState, {
  name: 'ConnectorState',
  description: 'What a connector or a task of it does, as the workers say.',
  valuesConfig: {
    RUNNING: { description: 'It runs.' },
    PAUSED: { description: 'Somebody has paused it: it keeps what it holds and moves nothing.' },
    STOPPED: { description: 'Somebody has stopped it: it has no tasks.' },
    FAILED: { description: 'It has given up, and is not started again by itself.' },
    UNASSIGNED: { description: 'No worker has taken it up yet.' },
    RESTARTING: { description: 'It is being started again.' },
  },
});

export enum ConnectorType {
  SOURCE = 'SOURCE',
  SINK = 'SINK',
}

registerEnumType(ConnectorType, {
  name: 'ConnectorType',
  description: 'Which way a connector moves records.',
  valuesConfig: {
    SOURCE: { description: 'From somewhere into Kafka.' },
    SINK: { description: 'From Kafka to somewhere.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A worker of Kafka Connect, as configuration names it.' })
export class ConnectWorker {
  @Field({ description: 'Where it is asked.' })
  url!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it answers; null as long as nobody can tell.' })
  isReached!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Version of the worker; null where it has not answered.' })
  version!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is not reached, in one sentence; null where it is.' })
  message!: string | null;

  host!: string;
  state!: SightState;
}

@ObjectType({
  simpleResolvers: true,
  implements: Resource,
  description: 'A cluster of Kafka Connect: workers that share out connectors and their tasks.',
})
export class KafkaConnect extends Resource {
  @Field(() => String, {
    nullable: true,
    description: 'Versions of its workers, as each said last; null before one has answered.',
  })
  version!: string | null;

  @Field(() => [ConnectWorker], { description: 'All workers that the configuration names.' })
  workers!: readonly ConnectWorker[];

  @Field(() => String, { nullable: true, description: 'Id of the Kafka cluster behind it; null where not known.' })
  kafkaClusterId!: string | null;

  /** From configuration: the Kafka system that it moves records from and to. */
  kafka!: string | null;
  placement!: Placement | null;
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A connector: moves records into or out of Kafka.' }) // prettier-ignore
export class Connector extends Resource {
  @Field(() => ConnectorType, { nullable: true, description: 'Which way it moves records; null where nobody says.' })
  type!: ConnectorType | null;

  @Field(() => String, { nullable: true, description: 'Its class (`connector.class`).' })
  className!: string | null;

  @Field(() => ConnectorState, {
    nullable: true,
    description: 'What it does, as the workers say; null where they say something new.',
  })
  state!: ConnectorState | null;

  @Field(() => String, { nullable: true, description: 'The worker that runs it, as the workers call it.' })
  workerId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it has failed: the first line of its trace, without passwords and at most 300 characters long.',
  })
  error!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The innermost exception of that trace, told in the same way; null where the trace names no cause.',
  })
  rootCause!: string | null;

  @Field(() => Int, { nullable: true, description: 'The most tasks that it may have (`tasks.max`).' })
  maximumTasks!: number | null;

  @Field(() => Boolean, { description: 'It goes on whatever a record is like (`errors.tolerance=all`).' })
  toleratesErrors!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The topic that records go to that it could not work on; null where there is none.',
  })
  deadLetterTopic!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The consumer group that it reads Kafka with; null for one that does not.',
  })
  consumerGroupName!: string | null;

  /** Tasks that the workers tell of. */
  taskCount!: number;

  /** The worker that runs it no longer answers: what it is said to do is a memory. Null: nobody can tell. */
  isWorkerGone!: boolean | null;

  /** From configuration: the Kafka system of its topics and group. */
  kafka!: string | null;

  /** Configured databases that it moves records from or to. */
  databases!: readonly string[];
}

@ObjectType({ simpleResolvers: true, implements: Resource, description: 'A task of a connector: does a share of its work.' }) // prettier-ignore
export class ConnectorTask extends Resource {
  @Field(() => Int, { description: 'Its number within the connector.' })
  taskId!: number;

  @Field(() => ConnectorState, {
    nullable: true,
    description: 'What it does, as the workers say; null where they say something new.',
  })
  state!: ConnectorState | null;

  @Field(() => String, { nullable: true, description: 'The worker that runs it, as the workers call it.' })
  workerId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it has failed: the first line of its trace, without passwords and at most 300 characters long.',
  })
  error!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The innermost exception of that trace, told in the same way; null where the trace names no cause.',
  })
  rootCause!: string | null;

  connectorName!: string;

  /** The worker that runs it no longer answers: what it is said to do is a memory. Null: nobody can tell. */
  isWorkerGone!: boolean | null;
}
