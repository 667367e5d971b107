import { describeDuration } from '../../../model/duration.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind, SupportKind } from '../../../model/kinds.js';
import { PodPhase } from '../../../model/pod.js';
import { type Candidate, type Judgement, type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, SECOND, after } from '../../../model/time.js';
import { type SeenPod, isExempt } from './pod-exemption.js';
import { isStartFailure } from './pod-start.rules.js';
import { describeObstacles, readSchedulerMessage } from './scheduler-message.js';

const pending = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_PENDING,
  title: 'Pending pods',
  description:
    'A pod waits for a node, or with a node to start: progress for two minutes (ten once the autoscaler was triggered), then a ' +
    'warning, critical at fifteen. (kstatus; robusta)',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: {
    POD_UNSCHEDULABLE: { for: 2 * MINUTE, scaleUpFor: 10 * MINUTE, criticalAfter: 15 * MINUTE },
    POD_PENDING: { for: 2 * MINUTE, criticalAfter: 15 * MINUTE },
  },
  judge: (pod, limits, now) => {
    if (isExempt(pod) || pod.main.phase !== PodPhase.PENDING) return null;
    if (pod.main.nodeName === null) return judgeUnscheduled(pod, limits, now);
    return judgeUnstarted(pod, limits.POD_PENDING, now);
  },
  measure: (pod, _, now) =>
    pod.main.phase === PodPhase.PENDING
      ? [{ value: (now - (pod.main.scheduledAt ?? pod.main.createdAt)) / SECOND, observedAt: pod.observedAt }]
      : [],
});

function judgeUnscheduled(
  pod: SeenPod,
  {
    POD_UNSCHEDULABLE: limit,
  }: { readonly POD_UNSCHEDULABLE: Readonly<Record<'for' | 'scaleUpFor' | 'criticalAfter', number>> },
  now: Instant,
): Judgement {
  const { createdAt, schedulingReason, schedulingMessage } = pod.main;
  if (schedulingReason === 'SchedulingGated') return { isProgressing: true };
  const isRefused = schedulingReason === 'Unschedulable';
  const isScalingUp = pod
    .from('regarding', SupportKind.CLUSTER_EVENT)
    .some(({ main }) => main.reason === 'TriggeredScaleUp');
  const patience = isScalingUp ? limit.scaleUpFor : limit.for;
  const obstacles = describeObstacles(readSchedulerMessage(schedulingMessage));
  const why = obstacles === '' ? (schedulingMessage ?? 'the scheduler has not said why') : obstacles;
  return late(createdAt, patience, limit.criticalAfter, now, (age) => ({
    reason: isRefused ? FindingReason.POD_UNSCHEDULABLE : FindingReason.POD_PENDING,
    severity: Severity.WARNING,
    message: isRefused
      ? `No node takes it for ${age}: ${why}.`
      : `It waits for a node for ${age}, and the scheduler has not said why.`,
    advice: isRefused
      ? 'Lower what it asks for, add nodes that fit, or loosen what rules the others out.'
      : 'Look at whether the scheduler runs: kubectl get pods -n kube-system',
  }));
}

function judgeUnstarted(
  pod: SeenPod,
  limit: Readonly<Record<'for' | 'criticalAfter', number>>,
  now: Instant,
): Judgement | null {
  const { containers, scheduledAt, createdAt, namespace, name } = pod.main;
  const isToldElsewhere = containers.some(
    ({ waitingReason }) => isStartFailure(waitingReason) || waitingReason === 'CrashLoopBackOff',
  );
  if (isToldElsewhere) return null;
  return late(scheduledAt ?? createdAt, limit.for, limit.criticalAfter, now, (age) => ({
    reason: FindingReason.POD_PENDING,
    severity: Severity.WARNING,
    message: `It has a node for ${age} and has not started.`,
    advice: `See what holds it up: kubectl describe pod -n ${namespace} ${name}`,
  }));
}

/** Progress while it is early, a warning when it is late, critical when it is very late. */
function late(
  since: Instant,
  patience: number,
  criticalAfter: number,
  now: Instant,
  say: (age: string) => Candidate,
): Judgement {
  const warnAt = after(since, patience);
  const criticalAt = after(since, Math.max(patience, criticalAfter));
  if (now < warnAt) return { isProgressing: true, reconsiderAt: warnAt };
  const candidate = { ...say(describeDuration(now - since)), since };
  if (now < criticalAt) return { findings: [candidate], reconsiderAt: criticalAt };
  return { findings: [{ ...candidate, severity: Severity.CRITICAL }] };
}

export const podSchedulingRules: readonly Rule[] = [pending];
