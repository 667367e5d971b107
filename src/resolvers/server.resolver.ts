import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ResourceKind } from '../model/kinds.js';
import { Server } from '../model/server.js';
import { Source } from '../model/source.js';
import type { GraphContext } from './context.js';
import { byName } from './listing.js';

@Resolver(() => Source)
export class SourceResolver {
  @FieldResolver(() => String, { description: 'The configured cluster or system that it sees.' })
  system(@Root() { system }: Source): string {
    return system;
  }
}

@Resolver()
export class ServerResolver {
  @Query(() => [Source], { description: "Each probe's and watch's own state." })
  sources(@Ctx() { registry }: GraphContext): readonly Source[] {
    return byName(registry.entries(ResourceKind.SOURCE));
  }

  @Query(() => Server, { description: 'This server itself.' })
  server(@Ctx() { registry, state, subscribers }: GraphContext): Server {
    return { ...state, resources: registry.size(), subscribers };
  }
}
