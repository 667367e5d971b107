import type { V1ContainerState, V1ContainerStatus, V1Pod } from '@kubernetes/client-node';
import { type Raw, listOf, numberOf, textOf } from '../../clients/kubernetes-raw-object.js';

/**
 * The word in the STATUS column of `kubectl get pods`, decided in the same order: the phase or its reason, a scheduling gate,
 * what holds up the init containers, else the first container that is not well, and deletion over all.
 */
export function displayStatusOf(pod: Raw<V1Pod>): string {
  const { status } = pod ?? {};
  const phase = textOf(status?.phase) ?? 'Unknown';
  const isGated = listOf(status?.conditions).some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated',
  );
  const general = isGated ? 'SchedulingGated' : (textOf(status?.reason) ?? phase);
  const initial = initStatus(pod);
  const words = initial === null || isTrue(pod, 'Initialized') ? mainStatus(pod, initial ?? general) : initial;
  if (pod?.metadata?.deletionTimestamp == null) return words;
  if (status?.reason === 'NodeLost') return 'Unknown';
  return phase === 'Succeeded' || phase === 'Failed' ? words : 'Terminating';
}

/** Null where the init containers hold nothing up. */
function initStatus(pod: Raw<V1Pod>): string | null {
  const specs = listOf(pod?.spec?.initContainers);
  const sidecars = new Set(specs.filter(({ restartPolicy }) => restartPolicy === 'Always').map(({ name }) => name));
  for (const [index, { name, state, started }] of listOf(pod?.status?.initContainerStatuses).entries()) {
    if (state?.terminated != null && state.terminated.exitCode === 0) continue;
    if (sidecars.has(name) && started === true) continue;
    if (state?.terminated != null) return `Init:${endOf(state)}`;
    const waiting = textOf(state?.waiting?.reason);
    if (waiting !== null && waiting !== 'PodInitializing') return `Init:${waiting}`;
    return `Init:${index}/${specs.length}`;
  }
  return null;
}

function mainStatus(pod: Raw<V1Pod>, general: string): string {
  let words = general;
  let hasRunning = false;
  // From the last to the first, so that the first container has the last word.
  for (const status of listOf(pod?.status?.containerStatuses).toReversed()) {
    const trouble = troubleOf(status);
    if (trouble !== null) words = trouble;
    else if (status.ready === true && status.state?.running != null) hasRunning = true;
  }
  if (words !== 'Completed' || !hasRunning) return words;
  return isTrue(pod, 'Ready') ? 'Running' : 'NotReady';
}

function troubleOf({ state }: NonNullable<Raw<V1ContainerStatus>>): string | null {
  return textOf(state?.waiting?.reason) ?? (state?.terminated == null ? null : endOf(state));
}

function endOf({ terminated }: NonNullable<Raw<V1ContainerState>>): string {
  const reason = textOf(terminated?.reason);
  if (reason !== null) return reason;
  const signal = numberOf(terminated?.signal) ?? 0;
  return signal === 0 ? `ExitCode:${numberOf(terminated?.exitCode) ?? 0}` : `Signal:${signal}`;
}

function isTrue(pod: Raw<V1Pod>, condition: string): boolean {
  return listOf(pod?.status?.conditions).some(({ type, status }) => type === condition && status === 'True');
}
