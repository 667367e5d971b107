import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Candidate, type Judgement, type Rule, type Seen, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE, SECOND, after } from '../../../model/time.js';
import { type Workload, WorkloadType } from '../../../model/workload.js';
import { quoted } from '../../quoted.js';

type SeenWorkload = Seen<ResourceKind.WORKLOAD>;

const REPLICATED: readonly WorkloadType[] = [
  WorkloadType.DEPLOYMENT,
  WorkloadType.STATEFUL_SET,
  WorkloadType.REPLICA_SET,
];

/**
 * Those that answer for pods of their own. The ReplicaSet of a Deployment is a part of that; what a custom resource controls
 * (an operator's StatefulSet) has nobody else here to speak for it.
 */
function answers({ type, owner, deletingSince }: Workload): boolean {
  return deletingSince === null && (type !== WorkloadType.REPLICA_SET || owner?.kind !== 'Deployment');
}

/** On its way to the newest template. `updated` is null where someone holds pods back on purpose. */
function isRolling({ isPaused, isObserved, updated, desired, replicas }: Workload): boolean {
  if (isPaused) return false;
  return !isObserved || (updated !== null && (updated < (desired ?? 0) || updated < (replicas ?? 0)));
}

/** What its controller says of a rollout whose newest pods are all made and not all available yet. */
function isIncomplete({ conditions }: Workload): boolean {
  return conditions.some(
    ({ type, status, reason }) => type === 'Progressing' && status === 'True' && reason !== 'NewReplicaSetAvailable',
  );
}

const availability = defineRule({
  kind: ResourceKind.WORKLOAD,
  signal: SignalName.WORKLOAD_AVAILABILITY,
  title: 'Availability of workloads',
  description:
    'Fewer pods ready than asked for: progress while it rolls out and gets on, a warning after two minutes, of a rollout ' +
    'without progress, critical when none is ready for one; a DaemonSet after fifteen without progress, less nodes that are not ready or new; a rollout past its deadline is critical. ' +
    'Progress is more pods ready or updated than since its specification changed, or since they were fewest. ' +
    '(Argo CD health checks; kubernetes-mixin)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: {
    WORKLOAD_UNAVAILABLE: {
      for: 2 * MINUTE,
      criticalFor: MINUTE,
      daemonSetFor: 15 * MINUTE,
      newNodeFor: 10 * MINUTE,
    },
    WORKLOAD_ROLLOUT_STUCK: {},
  },
  judge: (workload, { WORKLOAD_UNAVAILABLE: limit }, now) => {
    const { main } = workload;
    if (!answers(main)) return null;
    if (main.type === WorkloadType.DAEMON_SET) return judgeDaemonSet(workload, limit, now);
    return REPLICATED.includes(main.type) ? judgeReplicas(workload, limit, now) : null;
  },
  measure: ({ main, observedAt }) =>
    answers(main) && main.desired !== null && main.desired > 0
      ? [{ value: (main.ready ?? 0) / main.desired, observedAt }]
      : [],
});

function judgeReplicas(
  workload: SeenWorkload,
  limit: Record<'for' | 'criticalFor', number>,
  now: Instant,
): Judgement | null {
  const { main } = workload;
  const { desired, ready, updated, conditions } = main;
  const stuck = conditions.find(
    ({ type, status, reason }) => type === 'Progressing' && status === 'False' && reason === 'ProgressDeadlineExceeded',
  );
  const findings: Candidate[] = [];
  if (stuck !== undefined) {
    findings.push({
      reason: FindingReason.WORKLOAD_ROLLOUT_STUCK,
      severity: Severity.CRITICAL,
      message: `Its rollout passed its deadline: ${updated ?? 0} of ${desired ?? 0} pods have the new version, ${ready ?? 0} are ready.`,
      advice: `Look at its newest pods, or roll back: kubectl rollout undo -n ${main.namespace} deployment/${main.name}`,
      since: stuck.since,
    });
  }
  if (desired === null || desired === 0 || ready === null || ready >= desired)
    return { findings, isProgressing: isRolling(main) };
  const isRollout = isRolling(main) || isIncomplete(main);
  const refusal =
    conditions.find(({ type, status }) => type === 'ReplicaFailure' && status === 'True')?.message ?? null;
  const common = {
    reason: FindingReason.WORKLOAD_UNAVAILABLE,
    message: `${ready} of ${desired} pods are ready${refusal === null ? '' : `: ${quoted(refusal)}`}.`,
    advice: `Look at its pods: kubectl get pods -n ${main.namespace}`,
  };
  if (ready === 0) findings.push({ ...common, severity: Severity.CRITICAL, holdFor: limit.criticalFor });
  // A rollout takes pods away on purpose. Not to propose it for a moment makes its time begin anew.
  if (isRollout && hasProgressed(workload, now))
    return { findings, isProgressing: true, reconsiderAt: after(now, SECOND) };
  findings.push({ ...common, severity: Severity.WARNING, holdFor: limit.for });
  return { findings, isProgressing: true };
}

/** No node tells those who have pods on it that it is well again, or old enough: so one looks. */
const EXCUSE_LASTS = MINUTE;

function judgeDaemonSet(
  workload: SeenWorkload,
  limit: Record<'daemonSetFor' | 'newNodeFor', number>,
  now: Instant,
): Judgement {
  const { main } = workload;
  const { desired, ready, name, namespace } = main;
  const isProgressing = isRolling(main);
  if (desired === null || ready === null || ready >= desired) return { isProgressing };
  const excused = excusedPods(workload, limit.newNodeFor, now);
  const missing = desired - ready - excused;
  const lookAgainAt = excused === 0 ? null : after(now, EXCUSE_LASTS);
  if (missing <= 0) return { isProgressing, reconsiderAt: lookAgainAt };
  // Not to propose it for a moment makes its time begin anew.
  if (hasProgressed(workload, now)) return { isProgressing: true, reconsiderAt: after(now, SECOND) };
  return {
    findings: [
      {
        reason: FindingReason.WORKLOAD_UNAVAILABLE,
        severity: Severity.WARNING,
        message: `${missing} of ${desired} pods are not ready on nodes that are.`,
        advice: `Look at its pods: kubectl get pods -n ${namespace} -o wide | grep ${name}`,
        holdFor: limit.daemonSetFor,
      },
    ],
    isProgressing: true,
    reconsiderAt: lookAgainAt,
  };
}

/** Pods on nodes that are not ready, being deleted or new are not the DaemonSet's fault. */
function excusedPods(workload: SeenWorkload, newNodeFor: number, now: Instant): number {
  return workload.from('owner', ResourceKind.POD).filter((pod) => {
    const node = pod.one('node', ResourceKind.NODE)?.main;
    if (pod.main.isReady === true || node === undefined) return false;
    return node.isReady !== true || node.deletingSince !== null || now < after(node.createdAt, newNodeFor);
  }).length;
}

/**
 * More pods are ready, or of the newest template, than ever since its specification changed, or since they were fewer than ever:
 * a pod that comes and goes is no progress.
 */
function hasProgressed(workload: SeenWorkload, now: Instant): boolean {
  return ['ready', 'updated'].some((subject) => {
    const [before, last] = workload.samples('rollout', subject).slice(-2);
    return before !== undefined && last?.at === now && last.value > before.value;
  });
}

export const workloadRules: readonly Rule[] = [availability];
