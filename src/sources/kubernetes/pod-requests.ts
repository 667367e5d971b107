import type { V1Container, V1ContainerStatus, V1Pod, V1ResourceRequirements } from '@kubernetes/client-node';
import { type Amounts, parseAmounts } from './quantity.js';
import { type Raw, listOf } from '../../clients/kubernetes-raw-object.js';

interface Sum {
  readonly cpu: number;
  readonly memory: number;
}

const NOTHING: Sum = { cpu: 0, memory: 0 };

/**
 * What the scheduler sets aside for a pod: the larger of what its containers and sidecars ask for together and what any of its
 * init containers needs beside the sidecars started before it; a request of the pod as a whole overrides both; its overhead
 * comes on top. Source: KEP-753 "Resources calculation for scheduling and pod admission", KEP-2837, KEP-1287.
 */
export function effectiveRequests(pod: Raw<V1Pod>): Sum {
  const statuses = new Map(
    [...listOf(pod?.status?.containerStatuses), ...listOf(pod?.status?.initContainerStatuses)].map((status) => [
      status.name,
      status,
    ]),
  );
  const isInfeasible = listOf(pod?.status?.conditions).some(
    ({ type, reason }) => type === 'PodResizePending' && reason === 'Infeasible',
  );
  const requestOf = (container: NonNullable<Raw<V1Container>>): Sum =>
    containerRequest(container, statuses.get(container.name), isInfeasible);
  let running = listOf(pod?.spec?.containers).map(requestOf).reduce(add, NOTHING);
  let sidecars = NOTHING;
  let starting = NOTHING;
  for (const container of listOf(pod?.spec?.initContainers)) {
    const request = requestOf(container);
    const together = add(sidecars, request);
    if (container.restartPolicy === 'Always') {
      running = add(running, request);
      sidecars = together;
    }
    starting = larger(starting, together);
  }
  const own = podLevelRequest(pod);
  const whole = larger(running, starting);
  return add(
    { cpu: own.cpu ?? whole.cpu, memory: own.memory ?? whole.memory },
    known(parseAmounts(pod?.spec?.overhead)),
  );
}

/** A container that is being resized holds the most of what it asks for, has and was given. */
function containerRequest(
  { resources }: NonNullable<Raw<V1Container>>,
  status: Raw<V1ContainerStatus>,
  isInfeasible: boolean,
): Sum {
  const asked = known(parseAmounts(resources?.requests));
  if (status?.resources == null) return asked;
  const given = larger(known(parseAmounts(status.resources.requests)), known(parseAmounts(status.allocatedResources)));
  return isInfeasible ? given : larger(asked, given);
}

function podLevelRequest(pod: Raw<V1Pod>): Amounts {
  const resources: Raw<V1ResourceRequirements> = pod?.spec?.resources;
  return parseAmounts(resources?.requests);
}

function known({ cpu, memory }: Amounts): Sum {
  return { cpu: cpu ?? 0, memory: memory ?? 0 };
}

function add(a: Sum, b: Sum): Sum {
  return { cpu: a.cpu + b.cpu, memory: a.memory + b.memory };
}

function larger(a: Sum, b: Sum): Sum {
  return { cpu: Math.max(a.cpu, b.cpu), memory: Math.max(a.memory, b.memory) };
}
