import type { V1Node, V1NodeStatus } from '@kubernetes/client-node';
import { bounded } from '../../model/bounded.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Node, NodeResources, Taint } from '../../model/node.js';
import { type Place, timeOf, conditionsOf, createdAtOf, identityOf } from '../../clients/kubernetes-projection.js';
import { parseAmounts, parseQuantity } from './quantity.js';
import { type Raw, listOf, numberOf, textOf } from '../../clients/kubernetes-raw-object.js';

/** The second one is what clusters before 1.17 set. */
export const ZONE_LABELS = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'] as const;

/** On nodes that kwok plays: nothing listens at their address. */
const FAKE_ANNOTATION = 'kwok.x-k8s.io/node';

/** The port a kubelet has when its node does not say otherwise. */
const KUBELET_PORT = 10_250;

/** A host name need not be known to any DNS: only addresses and names meant for it. */
const ADDRESS_TYPES = ['InternalIP', 'ExternalIP', 'InternalDNS'] as const;

export function projectNode(raw: Raw<V1Node>, place: Place): Node {
  const { metadata, spec, status } = raw ?? {};
  const identity = identityOf(ResourceKind.NODE, metadata, place);
  const conditions = conditionsOf(status?.conditions, place);
  const ready = conditions.find(({ type }) => type === 'Ready')?.status;
  const isFake = metadata?.annotations?.[FAKE_ANNOTATION] === 'fake';
  return {
    ...identity,
    namespace: null,
    isReady: ready === 'True' ? true : ready === 'False' ? false : null,
    isSchedulable: spec?.unschedulable !== true,
    kubeletVersion: bounded(textOf(status?.nodeInfo?.kubeletVersion)),
    createdAt: createdAtOf(metadata, place),
    capacity: resourcesOf(status?.capacity),
    allocatable: resourcesOf(status?.allocatable ?? status?.capacity),
    conditions,
    taintList: listOf(spec?.taints).map((taint): Taint => {
      return { key: textOf(taint.key) ?? '', value: textOf(taint.value), effect: textOf(taint.effect) ?? '' };
    }),
    zoneName: ZONE_LABELS.map((label) => textOf(identity.labels[label])).find((zone) => zone !== null) ?? null,
    kubeletHost: isFake ? null : hostOf(status),
    kubeletPort: portOf(status),
    deletingSince: timeOf(metadata?.deletionTimestamp, place),
    addresses: isFake ? null : addressesOf(status),
  };
}

function resourcesOf(amounts: unknown): NodeResources {
  const { cpu, memory } = parseAmounts(amounts);
  const pods = parseQuantity((amounts as Record<string, unknown> | null | undefined)?.['pods']);
  return { cpuCores: cpu ?? 0, memoryBytes: memory ?? 0, pods: pods ?? 0 };
}

function addressesOf(status: Raw<V1NodeStatus>): Node['addresses'] {
  const addresses = listOf(status?.addresses).flatMap(({ address }) => textOf(address) ?? []);
  return addresses.length === 0 ? null : [...new Set(addresses)];
}

function hostOf(status: Raw<V1NodeStatus>): string | null {
  const addresses = listOf(status?.addresses);
  for (const wanted of ADDRESS_TYPES) {
    const address = textOf(addresses.find(({ type }) => type === wanted)?.address);
    if (address !== null) return address;
  }
  return null;
}

/** On the wire this one field begins with a capital. */
function portOf(status: Raw<V1NodeStatus>): number {
  const endpoint = status?.daemonEndpoints?.kubeletEndpoint as Readonly<Record<string, unknown>> | null | undefined;
  return numberOf(endpoint?.['Port']) ?? KUBELET_PORT;
}
