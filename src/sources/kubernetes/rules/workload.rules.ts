import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Judgement, type Rule, type Seen, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { type Instant, MINUTE } from '../../../model/time.js';
import { type Workload, WorkloadType } from '../../../model/workload.js';

type SeenWorkload = Seen<ResourceKind.WORKLOAD>;

const REPLICATED: readonly WorkloadType[] = [
  WorkloadType.DEPLOYMENT,
  WorkloadType.STATEFUL_SET,
  WorkloadType.REPLICA_SET,
];

/** Those that answer for pods of their own: an owned ReplicaSet is part of its Deployment. */
function answers({ owner, deletingSince }: Workload): boolean {
  return owner === null && deletingSince === null;
}

const availability = defineRule({
  kind: ResourceKind.WORKLOAD,
  signal: SignalName.WORKLOAD_AVAILABILITY,
  title: 'Availability of workloads',
  description:
    'Fewer pods ready than asked for: progress while it rolls out, a warning after two minutes, critical when none is ready for ' +
    'one; a DaemonSet after fifteen, without nodes that are not ready or new; a rollout past its deadline is critical. ' +
    '(Argo CD health checks; kubernetes-mixin)',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: {
    WORKLOAD_UNAVAILABLE: { for: 2 * MINUTE, criticalFor: MINUTE, daemonSetFor: 15 * MINUTE, newNodeFor: 10 * MINUTE },
    WORKLOAD_ROLLOUT_STUCK: {},
  },
  judge: (workload, { WORKLOAD_UNAVAILABLE: limit }, now) => {
    const { main } = workload;
    if (!answers(main)) return null;
    if (main.type === WorkloadType.DAEMON_SET) return judgeDaemonSet(workload, limit, now);
    return REPLICATED.includes(main.type) ? judgeReplicas(main, limit) : null;
  },
  measure: ({ main, observedAt }) =>
    answers(main) && main.desired !== null && main.desired > 0
      ? [{ value: (main.ready ?? 0) / main.desired, observedAt }]
      : [],
});

function judgeReplicas(main: Workload, limit: Record<'for' | 'criticalFor', number>): Judgement | null {
  const { desired, ready, updated, isObserved, isPaused, conditions } = main;
  const stuck = conditions.find(
    ({ type, status, reason }) => type === 'Progressing' && status === 'False' && reason === 'ProgressDeadlineExceeded',
  );
  const isRolling = !isPaused && (!isObserved || (updated ?? 0) < (desired ?? 0));
  const findings: NonNullable<Judgement['findings']>[number][] = [];
  if (stuck !== undefined) {
    findings.push({
      reason: FindingReason.WORKLOAD_ROLLOUT_STUCK,
      severity: Severity.CRITICAL,
      message:
        `Its rollout passed its deadline: ${updated ?? 0} of ${desired ?? 0} pods have the new version. ${stuck.message ?? ''}`.trim(),
      advice: `Look at its newest pods, or roll back: kubectl rollout undo -n ${main.namespace} deployment/${main.name}`,
      since: stuck.since,
    });
  }
  if (desired === null || desired === 0 || ready === null || ready >= desired)
    return { findings, isProgressing: isRolling };
  const common = {
    reason: FindingReason.WORKLOAD_UNAVAILABLE,
    message: `${ready} of ${desired} pods are ready.`,
    advice: `Look at its pods: kubectl get pods -n ${main.namespace}`,
  };
  findings.push({ ...common, severity: Severity.WARNING, holdFor: limit.for });
  if (ready === 0) findings.push({ ...common, severity: Severity.CRITICAL, holdFor: limit.criticalFor });
  return { findings, isProgressing: true };
}

/** Pods on nodes that are not ready, being deleted or new are not the DaemonSet's fault. */
function judgeDaemonSet(
  workload: SeenWorkload,
  limit: Record<'daemonSetFor' | 'newNodeFor', number>,
  now: Instant,
): Judgement | null {
  const { desired, ready, updated, isObserved, name, namespace } = workload.main;
  const isRolling = !isObserved || (updated ?? 0) < (desired ?? 0);
  if (desired === null || ready === null || ready >= desired) return { isProgressing: isRolling };
  const excused = workload.from('owner', ResourceKind.POD).filter((pod) => {
    const node = pod.one('node', ResourceKind.NODE)?.main;
    if (pod.main.isReady === true || node === undefined) return false;
    return node.isReady !== true || node.deletingSince !== null || now - node.createdAt < limit.newNodeFor;
  }).length;
  const missing = desired - ready - excused;
  if (missing <= 0) return { isProgressing: isRolling };
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
  };
}

export const workloadRules: readonly Rule[] = [availability];
