import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Cluster, Zone, ZoneRequirement } from '../model/cluster.js';
import { ResourceKind } from '../model/kinds.js';
import { Node } from '../model/node.js';
import { Pod } from '../model/pod.js';
import { SignalName } from '../model/signal-name.js';
import type { Entry } from '../registry/entry.js';
import { type Connection, PageArgs } from './connection.js';
import { NodeConnection, PodConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { NodeFilter, PodFilter, ZoneFilter } from './filters.js';
import { RecordsOf, byName, entryOf, filtered, isObtained, list, obtained } from './listing.js';
import { measured } from './measured.js';
import { nodeCondition } from './node.resolver.js';
import { PodOrder, ResourceOrder, resourceOrdering } from './orders.js';
import { podPage } from './pod.resolver.js';
import type { Optional } from './optional.js';

@Resolver(() => Cluster)
export class ClusterResolver {
  @Query(() => [Cluster], { description: 'Kubernetes clusters that are configured.' })
  clusters(@Ctx() { registry }: GraphContext): readonly Cluster[] {
    return byName(registry.entries(ResourceKind.CLUSTER));
  }

  @Query(() => Cluster, { nullable: true, description: 'A cluster by its configured name; null where there is none.' })
  cluster(
    @Arg('name', { description: 'Its configured name.' }) name: string,
    @Ctx() { registry }: GraphContext,
  ): Cluster | null {
    return (registry.lookup(ResourceKind.CLUSTER, name, name)[0]?.main ?? null) as Cluster | null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Nodes it has; null where they were never listed.' })
  nodeCount(@Root() cluster: Cluster, @Ctx() { registry }: GraphContext): number | null {
    if (!isObtained(registry, ResourceKind.NODE, cluster.system)) return null;
    return entryOf(registry, ResourceKind.CLUSTER, cluster)?.total('nodes') ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The most nodes it may have: from configuration or the cluster autoscaler.',
  })
  maximumNodes(@Root() cluster: Cluster, @Ctx() { registry }: GraphContext): number | null {
    if (cluster.configuredMaximumNodes !== null) return cluster.configuredMaximumNodes;
    const groups = entryOf(registry, ResourceKind.CLUSTER, cluster)?.aspect('autoscaler')?.facts.groups ?? [];
    return groups.length === 0 ? null : groups.reduce((sum, { maximum }) => sum + maximum, 0);
  }

  @FieldResolver(() => [Zone], {
    nullable: true,
    description: 'Its zones, also those that lost their last node; null where its nodes were never listed.',
  })
  zones(@Root() { system }: Cluster, @Ctx() { registry }: GraphContext): readonly Zone[] | null {
    if (!isObtained(registry, ResourceKind.ZONE, system)) return null;
    return byName(registry.entries(ResourceKind.ZONE, { system }));
  }

  @FieldResolver(() => [ZoneRequirement], {
    nullable: true,
    description:
      'Required and usable nodes per zone, for each node group or workload that needs them; null where its nodes were never listed.',
  })
  zoneRequirements(@Root() { system }: Cluster, @Ctx() context: GraphContext): readonly ZoneRequirement[] | null {
    if (!isObtained(context.registry, ResourceKind.ZONE, system)) return null;
    return [...context.registry.entries(ResourceKind.ZONE, { system })].flatMap((zone) =>
      measured(zone as unknown as Entry, [SignalName.ZONE_NODES], context).flatMap(({ subject, value, required }) =>
        subject === null || required === null
          ? []
          : [{ zone: zone.main, neededBy: subject, required, usable: value ?? 0 }],
      ),
    );
  }

  @FieldResolver(() => NodeConnection, { nullable: true, description: 'Its nodes; null where they were never listed.' })
  nodes(
    @Root() { system }: Cluster,
    @Arg('filter', () => NodeFilter, { nullable: true, description: 'Which nodes.' }) filter: Optional<NodeFilter>,
    @Arg('orderBy', () => ResourceOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ResourceOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Node>> | null {
    const { registry } = context;
    if (!isObtained(registry, ResourceKind.NODE, system)) return null;
    const records = new RecordsOf([ResourceKind.NODE], [system]);
    const ordering = resourceOrdering('nodes', orderBy);
    return list({ records, filter, condition: nodeCondition(filter), ordering }, page, context);
  }

  @FieldResolver(() => PodConnection, { nullable: true, description: 'Its pods; null where they were never listed.' })
  pods(
    @Root() { system }: Cluster,
    @Arg('filter', () => PodFilter, { nullable: true, description: 'Which pods.' }) filter: Optional<PodFilter>,
    @Arg('orderBy', () => PodOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<PodOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Pod>> | null {
    const { registry } = context;
    if (!isObtained(registry, ResourceKind.POD, system)) return null;
    return podPage(new RecordsOf([ResourceKind.POD], [system]), filter, orderBy, page, context);
  }
}

@Resolver(() => Zone)
export class ZoneResolver {
  @Query(() => [Zone], { nullable: true, description: 'Failure zones of all clusters.' })
  zones(
    @Arg('filter', () => ZoneFilter, { nullable: true, description: 'Which zones.' }) filter: Optional<ZoneFilter>,
    @Ctx() { registry }: GraphContext,
  ): readonly Zone[] {
    return byName(filtered(obtained(registry, ResourceKind.ZONE, filter?.clusters), filter, registry));
  }

  @FieldResolver(() => [Node], { description: 'Its nodes.' })
  nodes(@Root() zone: Zone, @Ctx() { registry }: GraphContext): readonly Node[] {
    return byName(entryOf(registry, ResourceKind.ZONE, zone)?.from('zone', ResourceKind.NODE) ?? []);
  }
}
