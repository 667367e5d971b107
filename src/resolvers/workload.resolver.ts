import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Namespace } from '../model/cluster.js';
import { ResourceKind } from '../model/kinds.js';
import { Pod } from '../model/pod.js';
import { Workload } from '../model/workload.js';
import type { Entry } from '../registry/entry.js';
import { type Condition, among } from './conditions.js';
import { type Connection, PageArgs } from './connection.js';
import { NamespaceConnection, PodConnection, WorkloadConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { NamespaceFilter, WorkloadFilter } from './filters.js';
import { entryOf, isObtained, list, obtained } from './listing.js';
import { ResourceOrder, resourceOrdering } from './orders.js';
import { podPage } from './pod.resolver.js';
import { podsOf } from './workload-pods.js';
import type { Optional } from './optional.js';

@Resolver(() => Workload)
export class WorkloadResolver {
  @Query(() => WorkloadConnection, { nullable: true, description: 'Controllers of pods.' })
  workloads(
    @Arg('filter', () => WorkloadFilter, { nullable: true, description: 'Which workloads.' })
    filter: Optional<WorkloadFilter>,
    @Arg('orderBy', () => ResourceOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ResourceOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Workload>> {
    const { registry } = context;
    const records = obtained(registry, ResourceKind.WORKLOAD, filter?.clusters);
    const ordering = resourceOrdering('workloads', orderBy);
    return list({ records, filter, condition: workloadCondition(filter), ordering }, page, context);
  }

  @FieldResolver(() => PodConnection, {
    nullable: true,
    description: 'Its pods, those of its ReplicaSets and jobs included; null where pods were never listed.',
  })
  pods(
    @Root() workload: Workload,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Pod>> | null {
    const { registry } = context;
    if (!isObtained(registry, ResourceKind.POD, workload.system)) return null;
    const entry = entryOf(registry, ResourceKind.WORKLOAD, workload);
    const own = entry === undefined ? [] : podsOf(entry);
    return podPage(own, null, null, page, context);
  }
}

@Resolver(() => Namespace)
export class NamespaceResolver {
  @Query(() => NamespaceConnection, { nullable: true, description: 'Namespaces of all clusters.' })
  namespaces(
    @Arg('filter', () => NamespaceFilter, { nullable: true, description: 'Which namespaces.' })
    filter: Optional<NamespaceFilter>,
    @Arg('orderBy', () => ResourceOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ResourceOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Namespace>> {
    const { registry } = context;
    const records = obtained(registry, ResourceKind.NAMESPACE, filter?.clusters);
    return list({ records, filter, ordering: resourceOrdering('namespaces', orderBy) }, page, context);
  }
}

function workloadCondition(filter: Optional<WorkloadFilter>): Condition<Entry<ResourceKind.WORKLOAD>> {
  return (
    among(filter?.types, ({ main }) => main.type) ??
    ((entry) => entry.one('owner', ResourceKind.WORKLOAD) === undefined)
  );
}
