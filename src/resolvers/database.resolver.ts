import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Database, DatabaseEngine, PostgresDatabase } from '../model/database.js';
import { DatabaseHost } from '../model/host.js';
import { ResourceKind } from '../model/kinds.js';
import type { GraphContext } from './context.js';
import { isAmong } from './filters.js';
import { byName, entryOf } from './listing.js';
import type { Optional } from './optional.js';
import { systemNamed } from './systems.js';

@Resolver(() => Database)
export class DatabaseResolver {
  @Query(() => [Database], { description: 'Databases that are configured.' })
  databases(
    @Arg('engine', () => [DatabaseEngine], { nullable: true, description: 'Only these engines.' })
    engines: Optional<DatabaseEngine[]>,
    @Ctx() { registry }: GraphContext,
  ): readonly Database[] {
    return byName(registry.entries(ResourceKind.DATABASE)).filter(({ engine }) => isAmong(engines, engine));
  }

  @Query(() => Database, {
    nullable: true,
    description: 'A database by its configured name; null where there is none.',
  })
  database(
    @Arg('name', { description: 'Its configured name.' }) name: string,
    @Ctx() { registry }: GraphContext,
  ): Database | null {
    return systemNamed(registry, ResourceKind.DATABASE, name);
  }
}

@Resolver(() => PostgresDatabase)
export class PostgresDatabaseResolver {
  @FieldResolver(() => DatabaseHost, {
    nullable: true,
    description: 'The machine under it, as a monitoring system last measured it; null where none does.',
  })
  machine(@Root() database: PostgresDatabase, @Ctx() { registry }: GraphContext): DatabaseHost | null {
    return entryOf(registry, ResourceKind.DATABASE, database)?.aspect('host')?.facts ?? null;
  }
}
