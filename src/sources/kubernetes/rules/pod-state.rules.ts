import { describeDuration } from '../../../model/duration.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Container, ContainerState, type Pod, PodPhase } from '../../../model/pod.js';
import { type Judgement, type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { HOUR, type Instant, MINUTE, after } from '../../../model/time.js';
import { type SeenPod, isExempt } from './pod-exemption.js';

const unknown = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_UNKNOWN,
  title: 'Unknown pods',
  description:
    'Nobody can see the pod: its phase is Unknown, a container was lost with its node, or (inferred) its node no longer ' +
    'reports. Kubernetes itself has not set the phase since 2015. (kubernetes sources)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_STATE_UNKNOWN: { criticalAfter: MINUTE } },
  judge: (pod, { POD_STATE_UNKNOWN: { criticalAfter } }, now) => {
    if (pod.main.phase === PodPhase.SUCCEEDED || pod.main.phase === PodPhase.FAILED) return null;
    const common = {
      reason: FindingReason.POD_STATE_UNKNOWN,
      advice: 'Look at the node it is bound to; delete the pod only once that is surely off.',
    };
    const lost = pod.main.containers.find(({ termination }) => termination?.reason === 'ContainerStatusUnknown');
    if (pod.main.phase === PodPhase.UNKNOWN || lost !== undefined) {
      const message =
        lost === undefined ? 'Its phase is Unknown.' : `Container ${lost.name} was lost: nobody saw how it ended.`;
      return { findings: [{ ...common, severity: Severity.CRITICAL, message }] };
    }
    const ready = pod.one('node', ResourceKind.NODE)?.main.conditions.find(({ type }) => type === 'Ready');
    if (ready?.status !== 'Unknown') return null;
    const since = ready.since ?? now;
    const criticalAt = after(since, criticalAfter);
    const isCritical = now >= criticalAt;
    return {
      findings: [
        {
          ...common,
          severity: isCritical ? Severity.CRITICAL : Severity.WARNING,
          message: `Its node has not reported for ${describeDuration(now - since)}, so nobody sees what it does.`,
          evidence: Evidence.INFERRED,
          since,
        },
      ],
      reconsiderAt: isCritical ? null : criticalAt,
    };
  },
});

const readiness = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_READINESS,
  title: 'Readiness',
  description:
    'Running and not ready: progress for a minute from the transition, or while a startup probe runs; then a warning. ' +
    'Containers that ended with code 0 do not count. (kubernetes-mixin KubePodNotReady)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_NOT_READY: { for: MINUTE } },
  judge: (pod, { POD_NOT_READY: limit }, now) => {
    const { phase, isReady, readySince, startedAt, createdAt, containers } = pod.main;
    if (isExempt(pod) || phase !== PodPhase.RUNNING || isReady === true) return null;
    const unready = containers.filter(isUnready);
    const gates = pod.main.failingReadinessGates;
    const isOnlyOver =
      unready.length === 0 && gates.length === 0 && containers.some(({ termination }) => termination?.exitCode === 0);
    if (isOnlyOver) return null;
    if (
      unready.some(
        ({ hasStartupProbe, isStarted, state }) =>
          hasStartupProbe && isStarted === false && state === ContainerState.RUNNING,
      )
    ) {
      return { isProgressing: true };
    }
    const since = readySince ?? startedAt ?? createdAt;
    const lateAt = after(since, limit.for);
    if (now < lateAt) return { isProgressing: true, reconsiderAt: lateAt };
    return {
      findings: [
        {
          reason: FindingReason.POD_NOT_READY,
          severity: Severity.WARNING,
          message: `It runs and is not ready for ${describeDuration(now - since)}: ${describeUnready(unready, gates)}.`,
          advice: `See which probe fails and why: kubectl describe pod -n ${pod.main.namespace} ${pod.main.name}`,
          since,
        },
      ],
    };
  },
});

function isUnready({ isInit, isSidecar, isReady, termination }: Container): boolean {
  return (!isInit || isSidecar) && !isReady && termination?.exitCode !== 0;
}

function describeUnready(unready: readonly Container[], gates: readonly string[]): string {
  const containers = unready.map(({ name, waitingReason, state, hasReadinessProbe }) => {
    if (waitingReason !== null) return `container ${name} waits (${waitingReason})`;
    if (state === ContainerState.TERMINATED) return `container ${name} has ended`;
    return hasReadinessProbe ? `the readiness probe of container ${name} fails` : `container ${name} is not ready`;
  });
  const parts = [...containers, ...gates.map((gate) => `readiness gate ${gate} is not true`)];
  return parts.length === 0 ? 'Kubernetes does not say why' : parts.join(', ');
}

/** Reasons of a pod's failure that mean that it was taken from its node, and was not at fault. */
const REMOVALS = new Set(['Evicted', 'Preempting', 'NodeShutdown', 'Terminated']);

const failure = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_FAILURE,
  title: 'Failed and evicted pods',
  description:
    'Phase Failed, and not of a job that still tries: a warning until its owner is whole again, or for an hour. Evicted, ' +
    'preempted, shut down and refused pods are told apart. (kube-state-metrics)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_FAILED: { warnWithin: HOUR }, POD_EVICTED: { warnWithin: HOUR } },
  judge: (pod, limits, now): Judgement | null => {
    if (isExempt(pod) || pod.main.phase !== PodPhase.FAILED) return null;
    const owner = pod.one('owner', ResourceKind.WORKLOAD)?.main;
    if (owner?.job != null) return null;
    const isWhole = owner != null && owner.desired !== null && (owner.ready ?? 0) >= owner.desired;
    if (isWhole) return null;
    const { reason, message } = pod.main;
    const isRemoved = REMOVALS.has(reason ?? '');
    const since = endOf(pod);
    const end = after(since, limits[isRemoved ? 'POD_EVICTED' : 'POD_FAILED'].warnWithin);
    if (now >= end) return null;
    const why = message ?? lastWords(pod.main);
    return {
      findings: [
        {
          reason: isRemoved ? FindingReason.POD_EVICTED : FindingReason.POD_FAILED,
          severity: Severity.WARNING,
          message: isRemoved
            ? `It was taken from its node (${reason ?? ''}): ${why}`
            : `It failed (${reason ?? 'Error'}): ${why}`,
          advice: isRemoved
            ? 'Look at what its node was short of, and at the priority of the pod.'
            : `Read its last words: kubectl logs -n ${pod.main.namespace} ${pod.main.name}`,
          since,
        },
      ],
      reconsiderAt: end,
    };
  },
});

function endOf({ main }: SeenPod): Instant {
  const ends = main.containers.map(({ termination }) => termination?.finishedAt ?? null).filter((at) => at !== null);
  return ends.length === 0 ? (main.readySince ?? main.createdAt) : (Math.max(...ends) as Instant);
}

function lastWords({ containers }: Pod): string {
  const ended = containers.filter(({ termination }) => termination !== null && termination.exitCode !== 0);
  return ended.length === 0
    ? 'Kubernetes does not say why.'
    : `${ended.map(({ name, termination }) => `container ${name} ended with exit code ${termination?.exitCode ?? 0}`).join(', ')}.`;
}

const termination = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_TERMINATION,
  title: 'Stuck termination',
  description: 'Still there five minutes after the end of its grace. (kube-state-metrics)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_STUCK_TERMINATING: { for: 5 * MINUTE } },
  judge: (pod, { POD_STUCK_TERMINATING: limit }, now) => {
    const { deletingSince, finalizers, namespace, name } = pod.main;
    if (deletingSince === null) return null;
    const lateAt = after(deletingSince, limit.for);
    if (now < lateAt) return { isProgressing: true, reconsiderAt: lateAt };
    const holders =
      finalizers.length === 0 ? 'its node does not confirm the end' : `finalizers hold it: ${finalizers.join(', ')}`;
    return {
      findings: [
        {
          reason: FindingReason.POD_STUCK_TERMINATING,
          severity: Severity.WARNING,
          message: `It is being deleted for ${describeDuration(now - deletingSince)}; ${holders}.`,
          advice: `See who is to take the finalizers away, or whether the node is alive: kubectl get pod -n ${namespace} ${name} -o yaml`,
          since: deletingSince,
        },
      ],
    };
  },
});

export const podStateRules: readonly Rule[] = [unknown, readiness, failure, termination];
