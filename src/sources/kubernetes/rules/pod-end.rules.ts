import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Pod, PodPhase } from '../../../model/pod.js';
import { type Candidate, type Judgement, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { HOUR, type Instant, MINUTE, SECOND, after } from '../../../model/time.js';
import type { Workload } from '../../../model/workload.js';
import { type SeenPod, isExempt } from './pod-exemption.js';
import { quoted } from '../../quoted.js';

/** Taken from its node while it ran, and not at fault: the kubelet's eviction, preemption and shutdown. */
const REMOVALS = new Set(['Evicted', 'Preempting', 'Terminated']);

/** Never begun, because the kubelet would not have it. Beside these, `OutOfcpu`, `OutOfmemory`, `OutOfpods`, … */
const REFUSALS = new Set(['UnexpectedAdmissionError', 'NodeAffinity', 'NodeShutdown']);

export const failure = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_FAILURE,
  title: 'Failed and evicted pods',
  description:
    'Phase Failed, and not of a job, which answers for its pods: a warning until its owner is whole again, or for an hour. Pods ' +
    'that were taken from their node, that it refused and that failed by themselves are told apart. (kube-state-metrics)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_FAILED: { warnWithin: HOUR }, POD_EVICTED: { warnWithin: HOUR } },
  judge: (pod, limits, now): Judgement | null => {
    const { phase, owner } = pod.main;
    if (phase !== PodPhase.FAILED || owner?.kind === 'Job' || isExempt(pod)) return null;
    const told = tellFailure(pod.main);
    const since = endOf(pod);
    if (isReplaced(pod, since)) return null;
    const forgottenAt = after(since, limits[told.reason].warnWithin);
    if (now >= forgottenAt) return null;
    return { findings: [{ ...told, severity: Severity.WARNING, since }], reconsiderAt: forgottenAt };
  },
});

type Failure = FindingReason.POD_FAILED | FindingReason.POD_EVICTED;

/** Whether it has all the pods that it wants. */
export function isWhole({ desired, ready }: Workload): boolean {
  return desired !== null && (ready ?? 0) >= desired;
}

/** For as long a controller may not have noticed yet that a pod of it ended. */
const NOTICED_WITHIN = 2 * SECOND;

/** Its owner is whole, or was since the pod ended: that it is short now has another reason. */
function isReplaced(pod: SeenPod, endedAt: Instant): boolean {
  const owner = pod.one('owner', ResourceKind.WORKLOAD);
  if (owner === undefined) return false;
  const wholeAt = owner.samples('whole').at(-1)?.at ?? null;
  return isWhole(owner.main) || (wholeAt !== null && wholeAt > after(endedAt, NOTICED_WITHIN));
}

function tellFailure(pod: Pod): Pick<Candidate, 'message' | 'advice'> & { readonly reason: Failure } {
  const word = pod.reason ?? 'Error';
  const why = quoted(pod.message ?? lastWords(pod));
  if (REMOVALS.has(word)) {
    return {
      reason: FindingReason.POD_EVICTED,
      message: `It was taken from its node (${word}): ${why}.`,
      advice: 'Look at what its node was short of, and at the priority of the pod.',
    };
  }
  if (isRefused(pod)) {
    return {
      reason: FindingReason.POD_FAILED,
      message: `Its node refused it (${word}): ${why}.`,
      advice: `Look at the labels, devices and free room of its node: kubectl describe node ${pod.nodeName ?? ''}`,
    };
  }
  return {
    reason: FindingReason.POD_FAILED,
    message: `It failed (${word}): ${why}.`,
    advice: `Read its last words: kubectl logs -n ${pod.namespace} ${pod.name} --all-containers`,
  };
}

/** The kubelet does not always say when containers of an evicted pod ended; Ready turned False at the latest then. */
function endOf(pod: SeenPod): Instant {
  const { containers, readySince, startedAt, createdAt } = pod.main;
  const ends = containers.map(({ termination }) => termination?.finishedAt ?? null);
  const times = [readySince, ...ends].filter((at) => at !== null);
  if (readySince !== null || (ends.length > 0 && times.length === ends.length)) return Math.max(...times) as Instant;
  // What was refused ended as it was taken on; of others there is only when that was first seen.
  if (isRefused(pod.main)) return startedAt ?? createdAt;
  return pod.samples('failures')[0]?.at ?? createdAt;
}

function isRefused({ reason }: Pod): boolean {
  return reason !== null && (REFUSALS.has(reason) || reason.startsWith('OutOf'));
}

function lastWords({ containers }: Pod): string {
  const ended = containers.flatMap(({ name, termination }) =>
    termination === null || termination.exitCode === 0 ? [] : [`container ${name} ended with ${termination.exitCode}`],
  );
  return ended.length === 0 ? 'Kubernetes does not say why' : ended.join(', ');
}

export const termination = defineRule({
  kind: ResourceKind.POD,
  signal: SignalName.POD_TERMINATION,
  title: 'Stuck termination',
  description: 'Still there five minutes after the end of its grace. (kube-state-metrics)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { POD_STUCK_TERMINATING: { for: 5 * MINUTE } },
  judge: ({ main: { deletingSince, finalizers, namespace, name } }, { POD_STUCK_TERMINATING: limit }, now) => {
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
          message: `It is deleted, its grace is over, and it is still there: ${holders}.`,
          advice: `See who is to take the finalizers away, or whether the node is alive: kubectl get pod -n ${namespace} ${name} -o yaml`,
          since: deletingSince,
        },
      ],
    };
  },
});
