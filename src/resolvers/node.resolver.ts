import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Zone } from '../model/cluster.js';
import { ResourceKind, SupportKind } from '../model/kinds.js';
import { Node, NodeResources } from '../model/node.js';
import { Pod } from '../model/pod.js';
import { Volume } from '../model/volume.js';
import type { Entry } from '../registry/entry.js';
import { type Condition, among } from './conditions.js';
import { type Connection, PageArgs } from './connection.js';
import { NodeConnection, PodConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { NodeFilter, PodFilter } from './filters.js';
import { byName, entryOf, isObtained, list, obtained } from './listing.js';
import { PodOrder, ResourceOrder, resourceOrdering } from './orders.js';
import { podPage } from './pod.resolver.js';
import type { Optional } from './optional.js';

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => NodeConnection, { nullable: true, description: 'Nodes of all clusters.' })
  nodes(
    @Arg('filter', () => NodeFilter, { nullable: true, description: 'Which nodes.' }) filter: Optional<NodeFilter>,
    @Arg('orderBy', () => ResourceOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ResourceOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Node>> {
    const { registry } = context;
    const records = obtained(registry, ResourceKind.NODE, filter?.clusters);
    const ordering = resourceOrdering('nodes', orderBy);
    return list({ records, filter, condition: nodeCondition(filter), ordering }, page, context);
  }

  @FieldResolver(() => Zone, { nullable: true, description: 'Its failure zone; null where it has no zone label.' })
  zone(@Root() node: Node, @Ctx() { registry }: GraphContext): Zone | null {
    return entryOf(registry, ResourceKind.NODE, node)?.one('zone', ResourceKind.ZONE)?.main ?? null;
  }

  @FieldResolver(() => NodeResources, {
    nullable: true,
    description: 'What its pods asked for, and how many they are; null where pods were never listed.',
  })
  requested(@Root() node: Node, @Ctx() { registry }: GraphContext): NodeResources | null {
    if (!isObtained(registry, ResourceKind.POD, node.system)) return null;
    const entry = entryOf(registry, ResourceKind.NODE, node);
    return {
      cpuCores: (entry?.total('cpuRequestedMillicores') ?? 0) / 1_000,
      memoryBytes: entry?.total('memoryRequestedBytes') ?? 0,
      pods: entry?.total('runningPods') ?? 0,
    };
  }

  @FieldResolver(() => [String], { description: 'What keeps pods away, as `key=value:effect`.' })
  taints(@Root() { taintList }: Node): readonly string[] {
    return taintList.map(({ key, value, effect }) => `${key}${value === null ? '' : `=${value}`}:${effect}`);
  }

  @FieldResolver(() => PodConnection, {
    nullable: true,
    description: 'Pods bound to it; null where pods were never listed.',
  })
  pods(
    @Root() node: Node,
    @Arg('filter', () => PodFilter, { nullable: true, description: 'Which pods.' }) filter: Optional<PodFilter>,
    @Arg('orderBy', () => PodOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<PodOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Pod>> | null {
    const { registry } = context;
    if (!isObtained(registry, ResourceKind.POD, node.system)) return null;
    return podPage(podsOn(entryOf(registry, ResourceKind.NODE, node)), filter, orderBy, page, context);
  }

  @FieldResolver(() => [Volume], {
    nullable: true,
    description: 'Volumes that its pods mount or that are attached to it; null where volumes were never listed.',
  })
  volumes(@Root() node: Node, @Ctx() { registry }: GraphContext): readonly Volume[] | null {
    if (!isObtained(registry, ResourceKind.VOLUME, node.system)) return null;
    const entry = entryOf(registry, ResourceKind.NODE, node);
    const claims = podsOn(entry).flatMap((pod) => pod.all('claim', ResourceKind.CLAIM));
    const attachments = entry?.from('attachedNode', SupportKind.VOLUME_ATTACHMENT) ?? [];
    return byName(
      new Set([
        ...claims.flatMap((claim) => claim.all('volume', ResourceKind.VOLUME)),
        ...attachments.flatMap((attachment) => attachment.all('attachedVolume', ResourceKind.VOLUME)),
      ]),
    );
  }
}

function podsOn(node: Entry<ResourceKind.NODE> | undefined): readonly Entry<ResourceKind.POD>[] {
  return node?.from('node', ResourceKind.POD) ?? [];
}

export function nodeCondition(filter: Optional<NodeFilter>): Condition<Entry<ResourceKind.NODE>> {
  return among(filter?.zones, ({ main }) => main.zoneName ?? '');
}
