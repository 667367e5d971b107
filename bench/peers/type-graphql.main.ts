/** Subscriptions as type-graphql and graphql-ws do them: each subscriber filters, executes and serialises by itself. */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPubSub } from '@graphql-yoga/subscription';
import { useServer } from 'graphql-ws/use/ws';
import { Arg, Field, InputType, ObjectType, Query, Resolver, Root, Subscription, buildSchema } from 'type-graphql';
import { WebSocketServer } from 'ws';
import { obey } from '../orders.js';
import { now } from '../live/time.js';

const text = { nullable: true };

@ObjectType()
class Finding {
  @Field(() => String) reason!: string;
  @Field(() => String, text) subject!: string | null;
  @Field(() => String) severity!: string;
  @Field(() => String) message!: string;
  @Field(() => String) advice!: string;
}

@ObjectType()
class HealthChange {
  @Field(() => String, text) cursor!: string | null;
  @Field(() => String) at!: string;
  @Field(() => String) type!: string;
  @Field(() => String, text) resourceId!: string | null;
  @Field(() => String, text) resourceKind!: string | null;
  @Field(() => String, text) resourceName!: string | null;
  @Field(() => String, text) cluster!: string | null;
  @Field(() => String, text) namespace!: string | null;
  @Field(() => String, text) previousStatus!: string | null;
  @Field(() => String, text) status!: string | null;
  @Field(() => Boolean, { nullable: true }) isStale!: boolean | null;
  @Field(() => [Finding]) raised!: Finding[];
  @Field(() => [Finding]) cleared!: Finding[];
}

@InputType()
class ChangeFilter {
  @Field(() => [String], { nullable: true }) kinds?: string[] | null;
  @Field(() => [String], { nullable: true }) namespaces?: string[] | null;
}

const isAmong = (wanted: string[] | null | undefined, value: string | null): boolean =>
  wanted == null || (value !== null && wanted.includes(value));

@Resolver(() => HealthChange)
class ChangeResolver {
  @Query(() => String)
  version(): string {
    return 'stock';
  }

  @Subscription(() => HealthChange, {
    topics: 'changes',
    filter: ({ payload, args }: { payload: HealthChange; args: { filter?: ChangeFilter | null } }) =>
      isAmong(args.filter?.kinds, payload.resourceKind) && isAmong(args.filter?.namespaces, payload.namespace),
  })
  healthChanges(
    @Root() change: HealthChange,
    @Arg('filter', () => ChangeFilter, { nullable: true }) _filter?: ChangeFilter | null,
  ): HealthChange {
    return change;
  }
}

const [file = ''] = process.argv.slice(2);
const events = JSON.parse(readFileSync(file, 'utf8')) as { readonly data: { readonly healthChanges: HealthChange } }[];
const pubSub = createPubSub<{ changes: [HealthChange] }>();
const schema = await buildSchema({ resolvers: [ChangeResolver], pubSub, validate: false });
const server = createServer();
useServer({ schema }, new WebSocketServer({ server, perMessageDeflate: false }));

let turn = 0;
obey({
  change: () => {
    turn += 1;
    const at = now();
    const event = events[turn % events.length];
    if (event !== undefined) pubSub.publish('changes', event.data.healthChanges);
    return at;
  },
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql\n`);
});
