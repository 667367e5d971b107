import type { Edge } from './edges.js';
import { type Alias, aliasOf, referenceTo, selectionOf } from './ids.js';
import { ResourceKind } from './kinds.js';
import type { Labels } from './resource.js';

/** Where a system of another sort runs, in the words of its configuration. */
export interface Placement {
  /** The configured name of the cluster. */
  readonly cluster: string;
  /** Null: any. */
  readonly namespace: string | null;
  /** Labels that all its pods carry, and no others do; null: each of its parts is found by its address alone. */
  readonly selector: Labels | null;
}

/** From a system as a whole to its pods: those that its selector names. */
export function edgesToPods(placement: Placement | null | undefined): readonly Edge[] {
  if (placement?.selector == null) return [];
  const { cluster, namespace, selector } = placement;
  return [{ name: 'runsOn', to: selectionOf(ResourceKind.POD, cluster, namespace, selector) }];
}

/**
 * From one endpoint to where it runs, by the host it is asked at: the name that Kubernetes' DNS gives a pod leads to that pod,
 * an address to the pod that has it, or to the node. What is neither leads nowhere, such as the name of a service, behind
 * which any pod may answer.
 */
export function edgesToHost(placement: Placement | null | undefined, host: string | null | undefined): readonly Edge[] {
  if (placement == null || host == null || host === '') return [];
  const { cluster } = placement;
  const name = host.toLowerCase().replace(/\.$/, '');
  const pod = podOf(name, placement);
  if (pod !== null) return [{ name: 'runsOn', to: referenceTo(ResourceKind.POD, cluster, pod.namespace, pod.name) }];
  const address = addressIn(name) ?? name;
  return [
    { name: 'runsOn', to: aliasOf(ResourceKind.POD, cluster, 'address', address) },
    { name: 'runsOn', to: aliasOf(ResourceKind.NODE, cluster, 'address', address) },
  ];
}

/** The names by which `edgesToHost` finds a pod or node that has these addresses. */
export function addressAliases(
  kind: ResourceKind.POD | ResourceKind.NODE,
  cluster: string,
  addresses: readonly string[],
): readonly Alias[] {
  return addresses.map((address) => aliasOf(kind, cluster, 'address', address.toLowerCase()));
}

/** `<pod>.<service>.<namespace>.svc[.<domain>]`, and where the namespace is configured also `<pod>.<service>` and `<pod>`. */
function podOf(host: string, placement: Placement): { readonly namespace: string; readonly name: string } | null {
  const labels = host.split('.');
  const [name = '', , namespace] = labels;
  if (labels[3] === 'svc' && namespace !== undefined) return { namespace, name };
  const isShort = labels.length <= 2 && !host.includes(':');
  return isShort && placement.namespace !== null ? { namespace: placement.namespace, name } : null;
}

/** The address that `<address with dashes>.<namespace>.pod[.<domain>]` stands for. */
function addressIn(host: string): string | null {
  const [dashed = '', , kind] = host.split('.');
  if (kind !== 'pod') return null;
  return /^\d+-\d+-\d+-\d+$/.test(dashed) ? dashed.replaceAll('-', '.') : dashed.replaceAll('-', ':');
}
