import type { V1Container, V1ContainerState, V1ContainerStatus, V1Pod } from '@kubernetes/client-node';
import { type Container, ContainerState, type Termination } from '../../model/pod.js';
import { type Place, messageOf, timeOf, wordOf } from '../../clients/kubernetes-projection.js';
import { type Amounts, parseAmounts } from './quantity.js';
import { type Raw, flagOf, listOf, numberOf, requiredText, textOf } from '../../clients/kubernetes-raw-object.js';

/**
 * So many containers of a pod are looked at, and as many init containers: no kubelet runs as many. One object may name ten
 * thousand, and whoever may create a pod would hold up the judging of all others.
 */
const MOST_CONTAINERS = 1_000;

/** Init containers first, as they run. */
export function projectContainers(pod: Raw<V1Pod>, place: Place): readonly Container[] {
  const { spec, status } = pod ?? {};
  const initStatuses = listOf(status?.initContainerStatuses);
  const statuses = listOf(status?.containerStatuses);
  const first = boundedList(spec?.initContainers).map((one) =>
    projectContainer(one, statusOf(one, initStatuses), true, place),
  );
  const main = boundedList(spec?.containers).map((one) => projectContainer(one, statusOf(one, statuses), false, place));
  // Most pods have no init containers, and a list that is spread into another keeps room for more.
  return first.length === 0 ? main : first.concat(main);
}

function boundedList(containers: Raw<V1Container[]>): readonly RawContainer[] {
  const all = listOf(containers);
  return all.length > MOST_CONTAINERS ? all.slice(0, MOST_CONTAINERS) : all;
}

type RawContainer = NonNullable<Raw<V1Container>>;
type RawStatus = NonNullable<Raw<V1ContainerStatus>>;

function statusOf({ name }: RawContainer, statuses: readonly RawStatus[]): RawStatus | undefined {
  return statuses.find((status) => status.name === name);
}

function projectContainer(
  spec: RawContainer,
  status: RawStatus | undefined,
  isFirst: boolean,
  place: Place,
): Container {
  const isSidecar = isFirst && spec.restartPolicy === 'Always';
  const { interner } = place;
  const { requests, limits } = resourcesOf(spec, status);
  return {
    name: interner.text(requiredText(spec.name, 'container name')),
    image: interner.text(textOf(spec.image) ?? ''),
    isInit: isFirst && !isSidecar,
    isSidecar,
    isReady: status?.ready === true,
    restarts: numberOf(status?.restartCount) ?? 0,
    state: stateOf(status?.state),
    waitingReason: wordOf(status?.state?.waiting?.reason, place),
    waitingMessage: messageOf(status?.state?.waiting?.message),
    runningSince: timeOf(status?.state?.running?.startedAt, place),
    termination: terminationOf(status?.state, place),
    lastTermination: terminationOf(status?.lastState, place),
    isStarted: flagOf(status?.started),
    hasStartupProbe: spec.startupProbe != null,
    hasReadinessProbe: spec.readinessProbe != null,
    cpuRequest: requests.cpu,
    cpuLimit: limits.cpu,
    memoryRequest: requests.memory,
    memoryLimit: limits.memory,
  };
}

/** What the kubelet has put in force (it differs while a pod is resized in place), else what was asked for. */
function resourcesOf(spec: RawContainer, status: RawStatus | undefined): { requests: Amounts; limits: Amounts } {
  return {
    requests: inForce(spec.resources?.requests, status?.resources?.requests),
    limits: inForce(spec.resources?.limits, status?.resources?.limits),
  };
}

function inForce(asked: unknown, given: unknown): Amounts {
  const { cpu, memory } = parseAmounts(given);
  const wanted = parseAmounts(asked);
  return { cpu: cpu ?? wanted.cpu, memory: memory ?? wanted.memory };
}

function stateOf(state: Raw<V1ContainerState>): ContainerState {
  if (state?.terminated != null) return ContainerState.TERMINATED;
  return state?.running == null ? ContainerState.WAITING : ContainerState.RUNNING;
}

function terminationOf(state: Raw<V1ContainerState>, place: Place): Termination | null {
  const ended = state?.terminated;
  if (ended == null) return null;
  return {
    reason: wordOf(ended.reason, place),
    exitCode: numberOf(ended.exitCode) ?? 0,
    finishedAt: timeOf(ended.finishedAt, place),
  };
}
