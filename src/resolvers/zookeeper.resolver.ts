import { Arg, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import { ResourceKind } from '../model/kinds.js';
import { SignalName } from '../model/signal-name.js';
import { ZooKeeper, ZooKeeperMember, ZooKeeperRole } from '../model/zookeeper.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import type { GraphContext } from './context.js';
import { byName, entryOf } from './listing.js';
import { measuredNumber } from './measured.js';
import { systemNamed, systemOf } from './systems.js';

@Resolver(() => ZooKeeper)
export class ZooKeeperResolver {
  @Query(() => [ZooKeeper], { description: 'ZooKeeper ensembles that are configured.' })
  zooKeepers(@Ctx() { registry }: GraphContext): readonly ZooKeeper[] {
    return byName(registry.entries(ResourceKind.ZOOKEEPER));
  }

  @Query(() => ZooKeeper, {
    nullable: true,
    description: 'A ZooKeeper ensemble by its configured name; null where there is none.',
  })
  zooKeeper(
    @Arg('name', { description: 'Its configured name.' }) name: string,
    @Ctx() { registry }: GraphContext,
  ): ZooKeeper | null {
    return systemNamed(registry, ResourceKind.ZOOKEEPER, name);
  }

  @FieldResolver(() => [ZooKeeperMember], { description: 'All members that the configuration names.' })
  members(@Root() zooKeeper: ZooKeeper, @Ctx() { registry }: GraphContext): readonly ZooKeeperMember[] {
    return byName(membersOf(registry, zooKeeper));
  }

  @FieldResolver(() => ZooKeeperMember, {
    nullable: true,
    description: 'The member that leads; null where none that is seen does.',
  })
  leader(@Root() zooKeeper: ZooKeeper, @Ctx() { registry }: GraphContext): ZooKeeperMember | null {
    const leader = membersOf(registry, zooKeeper).find(
      (member) => member.main.role === ZooKeeperRole.LEADER && member.aspect('reach')?.facts.state === 'ok',
    );
    return leader?.main ?? null;
  }
}

function membersOf(registry: Registry, zooKeeper: ZooKeeper): readonly Entry<ResourceKind.ZOOKEEPER_MEMBER>[] {
  return entryOf(registry, ResourceKind.ZOOKEEPER, zooKeeper)?.from('ensemble', ResourceKind.ZOOKEEPER_MEMBER) ?? [];
}

@Resolver(() => ZooKeeperMember)
export class ZooKeeperMemberResolver {
  @FieldResolver(() => ZooKeeper, { nullable: true, description: 'The ensemble that it is a member of.' })
  zooKeeper(@Root() { system }: ZooKeeperMember, @Ctx() { registry }: GraphContext): ZooKeeper | null {
    return systemOf(registry, ResourceKind.ZOOKEEPER, system);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Milliseconds that requests of the last 5 minutes took on average; null where the server does not tell (before 3.6).',
  })
  averageLatencyMilliseconds(@Root() { id }: ZooKeeperMember, @Ctx() context: GraphContext): number | null {
    return measuredNumber(context.registry.get(id), SignalName.ZOOKEEPER_LATENCY, context);
  }
}
