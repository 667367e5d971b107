import type { ResourceKind } from '../model/kinds.js';
import { type Container, type ContainerUsage, type Usage, unreclaimable } from '../model/pod.js';
import type { Entry } from '../registry/entry.js';

/** Memory and CPU of one container: what it may use, and what its kubelet says that it uses. */
export function cpuOf({ cpuRequest, cpuLimit }: Container, usage: ContainerUsage | undefined): Usage {
  return usageOf(usage?.cpuCores ?? null, cpuRequest, cpuLimit);
}

export function memoryOf({ memoryRequest, memoryLimit }: Container, usage: ContainerUsage | undefined): Usage {
  return usageOf(usage === undefined ? null : unreclaimable(usage), memoryRequest, memoryLimit);
}

function usageOf(used: number | null, request: number | null, limit: number | null): Usage {
  const whole = limit ?? request;
  return { used, request, limit, utilisation: used === null || whole === null || whole === 0 ? null : used / whole };
}

export function usageByContainer(pod: Entry<ResourceKind.POD>): ReadonlyMap<string, ContainerUsage> {
  const containers = pod.aspect('usage')?.facts.containers ?? [];
  return new Map(containers.map((usage) => [usage.name, usage]));
}

/** Of the container that is nearest to its bound; null where none is known. */
export function highestUtilisation(
  pod: Entry<ResourceKind.POD>,
  measure: (container: Container, usage: ContainerUsage | undefined) => Usage,
): number | null {
  const usages = pod.aspect('usage')?.facts.containers;
  if (usages === undefined) return null;
  // Asked of every pod where a list is sorted by it: nothing is made on the way.
  let highest: number | null = null;
  for (const container of pod.main.containers) {
    const { utilisation } = measure(container, usages.find(({ name }) => name === container.name)); // prettier-ignore
    if (utilisation !== null && (highest === null || utilisation > highest)) highest = utilisation;
  }
  return highest;
}
