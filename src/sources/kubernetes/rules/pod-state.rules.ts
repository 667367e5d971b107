import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Container, ContainerState, PodPhase } from '../../../model/pod.js';
import { type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { MINUTE, after } from '../../../model/time.js';
import { readyOf } from './node-readiness.js';
import { failure, termination } from './pod-end.rules.js';
import { isExempt, isOver } from './pod-exemption.js';
import { quoted } from '../../quoted.js';

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
    const node = pod.one('node', ResourceKind.NODE)?.main;
    const ready = node === undefined ? undefined : readyOf(node);
    const lost = pod.main.containers.find(({ termination }) => termination?.reason === 'ContainerStatusUnknown');
    const isLost = pod.main.phase === PodPhase.UNKNOWN || lost !== undefined;
    if (!isLost && ready?.status !== 'Unknown') return null;
    // A failed pod is over: how it ended is said, once and not for ever, by the rule for that.
    if (pod.main.phase === PodPhase.FAILED || isOver(pod)) return null;
    const common = {
      reason: FindingReason.POD_STATE_UNKNOWN,
      advice: 'Look at the node it is bound to; delete the pod only once that is surely off.',
    };
    if (isLost) {
      const message =
        lost === undefined ? 'Its phase is Unknown.' : `Container ${lost.name} was lost: nobody saw how it ended.`;
      return {
        findings: [{ ...common, severity: Severity.CRITICAL, message, since: lost?.termination?.finishedAt ?? null }],
      };
    }
    const since = ready?.since ?? now;
    const criticalAt = after(since, criticalAfter);
    const isCritical = now >= criticalAt;
    return {
      findings: [
        {
          ...common,
          severity: isCritical ? Severity.CRITICAL : Severity.WARNING,
          message: 'Its node does not report, so nobody sees what it does.',
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
    'Running and not ready: progress for a minute from the transition, or while only startup probes keep it; then a ' +
    'warning. Containers that ended with code 0 do not count. (kubernetes-mixin KubePodNotReady)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_NOT_READY: { for: MINUTE } },
  judge: (pod, { POD_NOT_READY: limit }, now) => {
    const { phase, isReady, readySince, readyMessage, startedAt, createdAt, containers } = pod.main;
    if (phase !== PodPhase.RUNNING || isReady === true || isExempt(pod)) return null;
    const unready = containers.filter(isUnready);
    const gates = pod.main.failingReadinessGates;
    if (unready.length === 0 && gates.length === 0 && containers.some(isDone)) return null;
    const late = unready.filter((container) => !isStarting(container));
    const isOneStarting = late.length < unready.length;
    if (isOneStarting && late.length === 0) return { isProgressing: true };
    const since = readySince ?? startedAt ?? createdAt;
    const lateAt = after(since, limit.for);
    if (now < lateAt) return { isProgressing: true, reconsiderAt: lateAt };
    return {
      isProgressing: isOneStarting,
      findings: [
        {
          reason: FindingReason.POD_NOT_READY,
          severity: Severity.WARNING,
          message: `It runs and is not ready: ${quoted(describeUnready(late, gates) ?? readyMessage ?? 'Kubernetes does not say why')}.`,
          advice: `See which probe fails and why: kubectl describe pod -n ${pod.main.namespace} ${pod.main.name}`,
          // While one is starting the pod is not ready anyway, and its time says nothing of the others.
          ...(isOneStarting ? { holdFor: limit.for } : { since }),
        },
      ],
    };
  },
});

function isStarting({ hasStartupProbe, isStarted, state }: Container): boolean {
  return hasStartupProbe && isStarted === false && state === ContainerState.RUNNING;
}

function isUnready(container: Container): boolean {
  return countsForReadiness(container) && container.termination?.exitCode !== 0;
}

/** It is why the pod is not ready, and need not be ready any more. */
function isDone(container: Container): boolean {
  return countsForReadiness(container) && container.termination?.exitCode === 0;
}

function countsForReadiness({ isInit, isSidecar, isReady }: Container): boolean {
  return (!isInit || isSidecar) && !isReady;
}

function describeUnready(unready: readonly Container[], gates: readonly string[]): string | null {
  const containers = unready.map(({ name, waitingReason, state, hasReadinessProbe }) => {
    if (waitingReason !== null) return `container ${name} waits (${waitingReason})`;
    if (state === ContainerState.TERMINATED) return `container ${name} has ended`;
    return hasReadinessProbe ? `the readiness probe of container ${name} fails` : `container ${name} is not ready`;
  });
  const parts = [...containers, ...gates.map((gate) => `readiness gate ${gate} is not true`)];
  return parts.length === 0 ? null : parts.join(', ');
}

export const podStateRules: readonly Rule[] = [unknown, readiness, failure, termination];
