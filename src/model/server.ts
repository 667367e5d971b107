import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from './scalars.js';
import type { Instant } from './time.js';

export enum ServerMode {
  LIVE = 'LIVE',
  REPLAY = 'REPLAY',
}

registerEnumType(ServerMode, {
  name: 'ServerMode',
  description: 'Where this server has its facts from.',
  valuesConfig: {
    LIVE: { description: 'It watches and probes real systems.' },
    REPLAY: { description: 'It replays a recording: nothing it says is about the present.' },
  },
});

/** What a server knows of itself from its start. */
export interface ServerState {
  readonly version: string;
  readonly startedAt: Instant;
  readonly mode: ServerMode;
  readonly recording: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'This server itself.' })
export class Server implements ServerState {
  @Field({ description: 'Version of Vitals.' })
  version!: string;

  @Field(() => DateTimeScalar, { description: 'When it was started.' })
  startedAt!: Instant;

  @Field(() => ServerMode, { description: 'Where it has its facts from.' })
  mode!: ServerMode;

  @Field(() => String, { nullable: true, description: 'The recording it replays; null when it is live.' })
  recording!: string | null;

  @Field(() => Int, { description: 'Resources it knows.' })
  resources!: number;

  @Field(() => Int, { description: 'Live subscriptions at the moment.' })
  subscribers!: number;
}
