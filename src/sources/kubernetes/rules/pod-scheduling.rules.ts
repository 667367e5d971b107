import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind, SupportKind } from '../../../model/kinds.js';
import { type Container, ContainerState, PodPhase, type Termination } from '../../../model/pod.js';
import { type Candidate, type Judgement, type Rule, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, SECOND, after } from '../../../model/time.js';
import { CRASH_LOOP } from './pod-crash-loop.rules.js';
import { type SeenPod, isExempt } from './pod-exemption.js';
import { isStartFailure } from './pod-start.rules.js';
import { quoted } from '../../quoted.js';
import { describeObstacles, readSchedulerMessage } from './scheduler-message.js';

/** Restarts and crash loops are told until a container has run for so long. */
const TOLD_FOR = 10 * MINUTE;

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
    if (pod.main.phase !== PodPhase.PENDING || isExempt(pod)) return null;
    if (pod.main.nodeName === null) return judgeUnscheduled(pod, limits, now);
    return judgeUnstarted(pod, limits.POD_PENDING, now);
  },
  measure: (pod, _, now) =>
    pod.main.phase === PodPhase.PENDING
      ? [{ value: (now - (pod.main.scheduledAt ?? waitingSince(pod))) / SECOND, observedAt: pod.observedAt }]
      : [],
});

function judgeUnscheduled(
  pod: SeenPod,
  limits: Readonly<{
    POD_UNSCHEDULABLE: Readonly<Record<'for' | 'scaleUpFor' | 'criticalAfter', number>>;
    POD_PENDING: Readonly<Record<'for' | 'criticalAfter', number>>;
  }>,
  now: Instant,
): Judgement {
  const { schedulingReason, schedulingMessage } = pod.main;
  if (schedulingReason === 'SchedulingGated') return { isProgressing: true };
  const since = waitingSince(pod);
  if (schedulingReason !== 'Unschedulable') {
    return late(since, timesOf(since, limits.POD_PENDING), now, {
      reason: FindingReason.POD_PENDING,
      message: 'It waits for a node, and the scheduler has not said why.',
      advice: 'Look at whether the scheduler runs: kubectl get pods -n kube-system',
    });
  }
  const { warnAt, criticalAt } = timesOf(since, limits.POD_UNSCHEDULABLE);
  // An autoscaler that is triggered again and again does not help: however often, it is critical in the end.
  const scaledUpAt = Math.min(after(scaleUpAt(pod), limits.POD_UNSCHEDULABLE.scaleUpFor), criticalAt);
  const times = { warnAt: Math.max(warnAt, scaledUpAt) as Instant, criticalAt };
  const obstacles = describeObstacles(readSchedulerMessage(schedulingMessage));
  const why = obstacles === '' ? quoted(schedulingMessage ?? 'the scheduler does not say why') : obstacles;
  return late(since, times, now, {
    reason: FindingReason.POD_UNSCHEDULABLE,
    message: `No node takes it: ${why}.`,
    advice: 'Lower what it asks for, add nodes that fit, or loosen what rules the others out.',
  });
}

/** Since when a node is looked for: not while a gate held it back. */
function waitingSince(pod: SeenPod): Instant {
  return Math.max(pod.main.createdAt, pod.samples('gated').at(-1)?.at ?? 0) as Instant;
}

/** When the autoscaler last took action for it. An event may be about an earlier pod of that name. */
function scaleUpAt(pod: SeenPod): Instant {
  const times = pod
    .from('regarding', SupportKind.CLUSTER_EVENT)
    .filter(({ main }) => main.reason === 'TriggeredScaleUp' && main.lastSeenAt >= pod.main.createdAt)
    .map(({ main }) => main.lastSeenAt);
  return Math.max(0, ...times) as Instant;
}

function judgeUnstarted(
  pod: SeenPod,
  limit: Readonly<Record<'for' | 'criticalAfter', number>>,
  now: Instant,
): Judgement | null {
  const { containers, scheduledAt, createdAt, namespace, name } = pod.main;
  const since = scheduledAt ?? createdAt;
  const times = timesOf(since, limit);
  // The other finding needs a while to be certain: until then the pod is not well either.
  const isToldElsewhere = containers.some(isToldOf);
  if (isToldElsewhere && now >= times.warnAt) return { isProgressing: true };
  const lasting = containers.flatMap((container) => lastingAt(container) ?? []).filter((at) => at > now);
  if (lasting.length > 0 && now >= times.warnAt) {
    return { isProgressing: true, reconsiderAt: Math.max(...lasting) as Instant };
  }
  return late(since, times, now, {
    reason: FindingReason.POD_PENDING,
    message: 'It has a node and has not started.',
    advice: `See what holds it up: kubectl describe pod -n ${namespace} ${name}`,
  });
}

/** It cannot start, or ended badly and is tried again: between two tries it waits for nothing, and its restarts are told. */
function isToldOf({ state, waitingReason, termination, lastTermination }: Container): boolean {
  if (isStartFailure(waitingReason) || waitingReason === CRASH_LOOP) return true;
  return state !== ContainerState.RUNNING && hasFailed(termination ?? lastTermination);
}

function hasFailed(end: Termination | null): boolean {
  return end !== null && end.exitCode !== 0;
}

/** When the try that runs after one that ended badly has lasted: its restart is told until then, and no longer. */
function lastingAt({ runningSince, lastTermination }: Container): Instant | null {
  return runningSince !== null && hasFailed(lastTermination) ? after(runningSince, TOLD_FOR) : null;
}

interface Lateness {
  readonly warnAt: Instant;
  readonly criticalAt: Instant;
}

/** Who is given more time than until it would be critical is given that time. */
function timesOf(since: Instant, limit: Readonly<Record<'for' | 'criticalAfter', number>>): Lateness {
  return { warnAt: after(since, limit.for), criticalAt: after(since, Math.max(limit.for, limit.criticalAfter)) };
}

/** Progress while it is early, a warning when it is late, critical when it is very late. */
function late(
  since: Instant,
  { warnAt, criticalAt }: Lateness,
  now: Instant,
  told: Omit<Candidate, 'severity' | 'since'>,
): Judgement {
  if (now >= criticalAt) return { findings: [{ ...told, severity: Severity.CRITICAL, since }] };
  if (now < warnAt) return { isProgressing: true, reconsiderAt: warnAt };
  return { findings: [{ ...told, severity: Severity.WARNING, since }], reconsiderAt: criticalAt };
}

export const podSchedulingRules: readonly Rule[] = [pending];
