import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Namespace } from '../model/cluster.js';
import { ResourceKind } from '../model/kinds.js';
import { Pod } from '../model/pod.js';
import { Workload } from '../model/workload.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { type Connection, PageArgs } from './connection.js';
import { NamespaceConnection, PodConnection, WorkloadConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { NamespaceFilter, type Predicate, WorkloadFilter, isAmong, resourcePredicate } from './filters.js';
import { entryOf, isObtained, list, obtained } from './listing.js';
import { ResourceOrder, resourceOrdering } from './orders.js';
import { podPage } from './pod.resolver.js';
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
  ): Connection<Workload> {
    const { registry } = context;
    return list(
      obtained(registry, ResourceKind.WORKLOAD, filter),
      workloadPredicate(filter, registry),
      resourceOrdering('workloads', orderBy),
      page,
      context,
    );
  }

  @FieldResolver(() => PodConnection, {
    nullable: true,
    description: 'Its pods, those of its ReplicaSets and jobs included; null where pods were never listed.',
  })
  pods(
    @Root() workload: Workload,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Connection<Pod> | null {
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
  ): Connection<Namespace> {
    const { registry } = context;
    const namespaces = obtained(registry, ResourceKind.NAMESPACE, filter);
    return list(
      namespaces,
      resourcePredicate(filter, registry),
      resourceOrdering('namespaces', orderBy),
      page,
      context,
    );
  }
}

function podsOf(workload: Entry<ResourceKind.WORKLOAD>): readonly Entry<ResourceKind.POD>[] {
  const owned = workload.from('owner', ResourceKind.WORKLOAD);
  return [workload, ...owned, ...owned.flatMap((one) => one.from('owner', ResourceKind.WORKLOAD))].flatMap((one) =>
    one.from('owner', ResourceKind.POD),
  );
}

function workloadPredicate(
  filter: Optional<WorkloadFilter>,
  registry: Registry,
): Predicate<Entry<ResourceKind.WORKLOAD>> {
  const isResource = resourcePredicate(filter, registry);
  const types = filter?.types;
  return (entry) => {
    const isWanted =
      types == null ? entry.one('owner', ResourceKind.WORKLOAD) === undefined : isAmong(types, entry.main.type);
    return isWanted && isResource(entry);
  };
}
