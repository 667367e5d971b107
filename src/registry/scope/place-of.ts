import type { ClusterEvent } from '../../model/cluster.js';
import type { MainFacts } from '../../model/facts.js';
import { kindOfKey } from '../../model/ids.js';
import { type RecordKind, ResourceKind, SupportKind } from '../../model/kinds.js';
import { type Placed, type Scope, covers, isInNamespaces, mayCover } from '../../model/scope.js';
import type { Volume } from '../../model/volume.js';

/** How much of a record a scope lets be seen: all of it; that it is there, as what holds what may be seen; or nothing. */
export type Visibility = 'whole' | 'place' | 'none';

/** What is read only through a resource that it is about, and seen where that may be. */
const READ_THROUGH: Readonly<Record<Exclude<SupportKind, SupportKind.CLUSTER_EVENT>, ResourceKind>> = {
  VOLUME_ATTACHMENT: ResourceKind.VOLUME,
  VOLUME_DEVICE: ResourceKind.VOLUME,
  STORAGE_CLASS: ResourceKind.CLAIM,
  WORKFLOW_TEMPLATE: ResourceKind.WORKFLOW,
  CRON_WORKFLOW: ResourceKind.WORKFLOW,
};

/** What may be in a cluster, and in a namespace of it. */
const IN_CLUSTERS: readonly ResourceKind[] = [
  ResourceKind.ZONE,
  ResourceKind.NODE,
  ResourceKind.NAMESPACE,
  ResourceKind.WORKLOAD,
  ResourceKind.POD,
  ResourceKind.CLAIM,
  ResourceKind.VOLUME,
];
const IN_A_NAMESPACE: readonly ResourceKind[] = [ResourceKind.WORKLOAD, ResourceKind.POD, ResourceKind.CLAIM];

/** How much of a record may be seen, by its own facts alone. */
export function visibilityOf(scope: Scope, kind: RecordKind, main: MainFacts): Visibility {
  if (!isResourceKind(kind)) return isSupportSeen(scope, kind, main) ? 'whole' : 'none';
  const placed = placeOf(kind, main);
  if (covers(scope, placed)) return 'whole';
  return isPlace(scope, placed) ? 'place' : 'none';
}

/** Where a scope finds a resource. */
export function placeOf(kind: ResourceKind, { system, name, namespace, ...more }: MainFacts): Placed {
  if (kind === ResourceKind.NAMESPACE) return { kind, system, namespace: name };
  if (kind !== ResourceKind.VOLUME) return { kind, system, namespace };
  return { kind, system, namespace: (more as Pick<Volume, 'claimRef'>).claimRef?.namespace ?? null };
}

/**
 * What sums up others is there for whoever may see some of these, and says nothing else. `namespace` is the one that a
 * namespace is.
 */
export function isPlace(scope: Scope, { kind, system, namespace }: Placed): boolean {
  if (kind === ResourceKind.PLATFORM || kind === ResourceKind.SYSTEM) return true;
  if (kind === ResourceKind.CLUSTER) return IN_CLUSTERS.some((inside) => mayCover(scope, inside, system));
  if (kind !== ResourceKind.NAMESPACE) return false;
  return IN_A_NAMESPACE.some((inside) => covers(scope, { kind: inside, system, namespace }));
}

export function isResourceKind(kind: RecordKind): kind is ResourceKind {
  return kind in ResourceKind;
}

/** Whether a scope may be told how well a kind is seen: one of resources, or one without which claims cannot be judged. */
export function isSightShown(scope: Scope, kind: RecordKind, system: string): boolean {
  if (isResourceKind(kind)) return mayCover(scope, kind, system);
  return kind === SupportKind.STORAGE_CLASS && mayCover(scope, READ_THROUGH[kind], system);
}

/** It is reached only along edges from what may be seen: it is enough that there may be such. */
function isSupportSeen(scope: Scope, kind: SupportKind, main: MainFacts): boolean {
  const { system, namespace } = main;
  const about = kind === SupportKind.CLUSTER_EVENT ? kindOfKey((main as ClusterEvent).regarding) : READ_THROUGH[kind];
  if (about === null || !isResourceKind(about)) return false;
  // Events about what is in no namespace are in one all the same.
  const isPlaced = namespace !== null && isInNamespaces(about) && about !== ResourceKind.VOLUME;
  return isPlaced ? covers(scope, { kind: about, system, namespace }) : mayCover(scope, about, system);
}
