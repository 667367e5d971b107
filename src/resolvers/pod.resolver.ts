import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ClusterEvent } from '../model/cluster.js';
import { getOrMake } from '../model/get-or-make.js';
import type { ResourceId } from '../model/ids.js';
import { ResourceKind, SupportKind } from '../model/kinds.js';
import { Node } from '../model/node.js';
import { Container, Pod, Usage } from '../model/pod.js';
import { Claim, Volume } from '../model/volume.js';
import { Workload } from '../model/workload.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { type Condition, allOf, among, where } from './conditions.js';
import { type Connection, PageArgs } from './connection.js';
import { PodConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { PodFilter, isAmong } from './filters.js';
import { type Listing, RecordsOf, byName, entryOf, isObtained, list, obtained } from './listing.js';
import { PodOrder, resourceOrdering } from './orders.js';
import { cpuOf, highestUtilisation, memoryOf, usageByContainer } from './usage.js';
import type { Optional } from './optional.js';
import { podsOf, workloadOf } from './workload-pods.js';

type PodEntry = Entry<ResourceKind.POD>;

const MEASURES = {
  RESTARTS: ({ main }: Entry) => (main as Pod).restarts,
  CPU_UTILISATION: (entry: Entry) => highestUtilisation(entry as unknown as PodEntry, cpuOf),
  MEMORY_UTILISATION: (entry: Entry) => highestUtilisation(entry as unknown as PodEntry, memoryOf),
};

/** How many of a pod's warnings are told. */
const MOST_EVENTS = 10;

/** A container with what its kubelet says of it. */
type MeasuredContainer = Container & { readonly cpu: Usage; readonly memory: Usage };

@Resolver(() => Container)
export class ContainerResolver {
  @FieldResolver(() => Usage, { nullable: true, description: 'CPU, in cores.' })
  cpu(@Root() { cpu }: MeasuredContainer): Usage {
    return cpu;
  }

  @FieldResolver(() => Usage, {
    nullable: true,
    description: 'Memory that cannot be reclaimed, in bytes: the working set less page cache in active use.',
  })
  memory(@Root() { memory }: MeasuredContainer): Usage {
    return memory;
  }
}

@Resolver(() => Pod)
export class PodResolver {
  @Query(() => PodConnection, { nullable: true, description: 'Pods of all clusters.' })
  pods(
    @Arg('filter', () => PodFilter, { nullable: true, description: 'Which pods.' }) filter: Optional<PodFilter>,
    @Arg('orderBy', () => PodOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<PodOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Pod>> {
    const { registry } = context;
    return podPage(obtained(registry, ResourceKind.POD, filter?.clusters), filter, orderBy, page, context);
  }

  @FieldResolver(() => [Container], { description: 'Its containers, init containers first.' })
  containers(@Root() pod: Pod, @Ctx() { registry }: GraphContext): readonly MeasuredContainer[] {
    const entry = entryOf(registry, ResourceKind.POD, pod);
    const usages = entry === undefined ? null : usageByContainer(entry);
    return pod.containers.map((container) => {
      const usage = usages?.get(container.name);
      return { ...container, cpu: cpuOf(container, usage), memory: memoryOf(container, usage) };
    });
  }

  @FieldResolver(() => Node, { nullable: true, description: 'The node it is bound to.' })
  node(@Root() pod: Pod, @Ctx() { registry }: GraphContext): Node | null {
    return entryOf(registry, ResourceKind.POD, pod)?.one('node', ResourceKind.NODE)?.main ?? null;
  }

  @FieldResolver(() => Workload, { nullable: true, description: 'The workload at the top of its owners.' })
  workload(@Root() pod: Pod, @Ctx() { registry }: GraphContext): Workload | null {
    const entry = entryOf(registry, ResourceKind.POD, pod);
    return entry === undefined ? null : (workloadOf(entry)?.main ?? null);
  }

  @FieldResolver(() => [Claim], {
    nullable: true,
    description: 'The claims it mounts, as far as they are there; null where claims were never listed.',
  })
  claims(@Root() pod: Pod, @Ctx() { registry }: GraphContext): readonly Claim[] | null {
    if (!isObtained(registry, ResourceKind.CLAIM, pod.system)) return null;
    return byName(entryOf(registry, ResourceKind.POD, pod)?.all('claim', ResourceKind.CLAIM) ?? []);
  }

  @FieldResolver(() => [Volume], {
    nullable: true,
    description: 'The volumes behind the claims it mounts; null where volumes were never listed.',
  })
  volumes(@Root() pod: Pod, @Ctx() { registry }: GraphContext): readonly Volume[] | null {
    if (!isObtained(registry, ResourceKind.VOLUME, pod.system)) return null;
    const claims = entryOf(registry, ResourceKind.POD, pod)?.all('claim', ResourceKind.CLAIM) ?? [];
    return byName(claims.flatMap((claim) => claim.all('volume', ResourceKind.VOLUME)));
  }

  @FieldResolver(() => [ClusterEvent], {
    nullable: true,
    description: `The newest warnings the cluster recorded about it, up to ${MOST_EVENTS}; null where events were never listed.`,
  })
  events(@Root() pod: Pod, @Ctx() { registry }: GraphContext): readonly ClusterEvent[] | null {
    if (!isObtained(registry, SupportKind.CLUSTER_EVENT, pod.system)) return null;
    const events = entryOf(registry, ResourceKind.POD, pod)?.from('regarding', SupportKind.CLUSTER_EVENT) ?? [];
    const warnings = events.map(({ main }) => main).filter(({ isWarning }) => isWarning);
    return warnings.sort((a, b) => b.lastSeenAt - a.lastSeenAt).slice(0, MOST_EVENTS);
  }
}

/** A page of pods, from whatever they are listed of. */
export function podPage(
  records: Listing<ResourceKind.POD>['records'],
  filter: Optional<PodFilter>,
  orderBy: Optional<PodOrder>,
  page: PageArgs,
  context: GraphContext,
): Promise<Connection<Pod>> {
  const ordering = resourceOrdering('pods', orderBy, MEASURES);
  const own = records instanceof RecordsOf ? ofWorkload(records, filter?.workloadId, context.registry) : records;
  return list({ records: own, filter, condition: podCondition(filter), ordering }, page, context);
}

/** A workload knows its pods: nobody has to look at all others. */
function ofWorkload(
  all: RecordsOf<ResourceKind.POD>,
  id: Optional<string>,
  registry: Registry,
): Listing<ResourceKind.POD>['records'] {
  if (id == null) return all;
  const workload = entryOf(registry, ResourceKind.WORKLOAD, { id: id as ResourceId });
  return workload !== undefined && isAmong(all.systems, workload.main.system) ? podsOf(workload) : [];
}

function podCondition(filter: Optional<PodFilter>): Condition<PodEntry> {
  return allOf<PodEntry>(
    among(filter?.phase, ({ main }) => main.phase),
    among(filter?.nodes, ({ main }) => main.nodeName),
    among(filter?.zones, zoneLookup()),
    where(filter?.workloadId, (pod, id) => workloadOf(pod)?.id === id),
    where(filter?.restartedSince, ({ main }, since) =>
      main.containers.some(({ lastTermination }) => (lastTermination?.finishedAt ?? 0) >= since),
    ),
  );
}

/** The zone of a pod's node, looked up once for all pods of that node. */
function zoneLookup(): (pod: PodEntry) => string {
  const known = new Map<string, Map<string | null, string>>();
  return (pod) => {
    const { system, nodeName } = pod.main;
    const zones = getOrMake(known, system, () => new Map<string | null, string>());
    return getOrMake(zones, nodeName, () => pod.one('node', ResourceKind.NODE)?.main.zoneName ?? '');
  };
}
