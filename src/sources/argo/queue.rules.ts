import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Rule, type Seen, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, MINUTE, type Milliseconds, SECOND, after, earliest } from '../../model/time.js';
import { type Workflow, WorkflowPhase } from '../../model/workflow.js';
import { quoted } from '../quoted.js';
import { isWaiting } from './workflow-phase.js';

type SeenWorkflow = Seen<ResourceKind.WORKFLOW>;

/** One finding, of those that were not started and of those that stand still: `idleFor` is for the latter. */
const QUEUED = { for: 2 * MINUTE, warnFor: 15 * MINUTE, criticalFor: 10 * MINUTE, idleFor: 10 * MINUTE };

const queue = defineRule({
  kind: ResourceKind.WORKFLOW,
  signal: SignalName.WORKFLOW_QUEUE,
  title: 'Workflows that wait',
  description:
    'A workflow that was created more than 2 minutes ago and not started is an INFO. The one that waits the longest is a ' +
    'WARNING after 15 minutes, and CRITICAL when none was started for 10 minutes although there is room (after the ' +
    'sources of the Argo Workflows controller).',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { WORKFLOW_QUEUED: QUEUED },
  judge: (workflow, { WORKFLOW_QUEUED: limit }, now) => {
    const { main } = workflow;
    if (!isWaiting(main.phase)) return null;
    const steps = [
      { at: after(main.createdAt, limit.for), severity: Severity.INFO },
      ...(main.isNextInLine ? [{ at: after(main.createdAt, limit.warnFor), severity: Severity.WARNING }] : []),
      ...stuck(workflow, limit.criticalFor).map((at) => ({ at, severity: Severity.CRITICAL })),
    ];
    const later = steps.filter(({ at }) => at > now).map(({ at }) => at);
    return {
      isProgressing: true,
      findings: steps.filter(({ at }) => at <= now).map(({ at, severity }) => waits(main, severity, at, limit)),
      reconsiderAt: earliest(later),
    };
  },
  measure: ({ main, observedAt }, _, now) =>
    isWaiting(main.phase) ? [{ value: Math.max(0, now - main.createdAt) / SECOND, observedAt }] : [],
});

function waits(
  { message, waitingFor, namespace, name }: Workflow,
  severity: Severity,
  since: Instant,
  { for: longest, criticalFor }: { readonly for: Milliseconds; readonly criticalFor: Milliseconds },
): Candidate {
  const why = waitingFor ?? (message === null ? null : quoted(message));
  const reason = why === null ? '' : `; it waits for ${why}`;
  const room =
    severity === Severity.CRITICAL
      ? `; none was started for ${describeDuration(criticalFor)} although there is room`
      : '';
  return {
    reason: FindingReason.WORKFLOW_QUEUED,
    severity,
    message: `It was not started within ${describeDuration(longest)}${reason}${room}.`,
    advice: adviceFor(waitingFor, `argo get -n ${namespace} ${name}`),
    since,
  };
}

function adviceFor(waitingFor: string | null, look: string): string {
  if (waitingFor === null) return `Look at whether its controller works, and at what it says: ${look}`;
  if (waitingFor === 'parallelism')
    return 'Raise parallelism in the ConfigMap of the controller, or look at what takes so long of those that run.';
  return `Look at which workflows hold the ${waitingFor.split(' ')[0] ?? 'lock'}: ${look}`;
}

/** From when on it waits though it need not: none or one instant. Whoever waits for a lock, or others of its namespace, may have to. */
function stuck(workflow: SeenWorkflow, criticalFor: Milliseconds): readonly Instant[] {
  const { waitingFor, createdAt, namespace } = workflow.main;
  const engine = workflow.one('queue', ResourceKind.WORKFLOW_ENGINE)?.main;
  if (engine === undefined || (waitingFor !== null && waitingFor !== 'parallelism')) return [];
  const { parallelism, isParallelismKnown, slotsTaken, lastStartedAt, hasNamespaceLimit, busyNamespaces } = engine;
  if (!isParallelismKnown || (parallelism !== null && slotsTaken >= parallelism)) return [];
  // The limit of a namespace stands in its label: as long as others of it run, it may be reached.
  if (waitingFor === 'parallelism' && (hasNamespaceLimit || busyNamespaces.includes(namespace))) return [];
  return [after(Math.max(createdAt, lastStartedAt ?? 0) as Instant, criticalFor)];
}

const progress = defineRule({
  kind: ResourceKind.WORKFLOW,
  signal: SignalName.WORKFLOW_PROGRESS,
  title: 'Workflows that stand still',
  description:
    'A workflow that runs, and of which nothing has been at work for 10 minutes (no step runs or is suspended, and no pause ' +
    'between two attempts is on; nor was all of it suspended), is a WARNING: its pods are not started, or the engine holds ' +
    'them back.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { WORKFLOW_QUEUED: QUEUED },
  judge: ({ main }, { WORKFLOW_QUEUED: { idleFor } }, now) => {
    const { phase, idleness, namespace, name } = main;
    if (phase !== WorkflowPhase.RUNNING || idleness === null) return null;
    const lateAt = after(idleness.since, idleFor);
    if (now < lateAt) return { reconsiderAt: lateAt };
    const why = idleness.reason === null ? '' : `: ${quoted(idleness.reason)}`;
    return {
      findings: [
        {
          reason: FindingReason.WORKFLOW_QUEUED,
          severity: Severity.WARNING,
          message: `It runs, but none of its steps is at work${why}.`,
          advice: `Look at what its steps wait for: argo get -n ${namespace} ${name}, and at its pods.`,
          since: lateAt,
        },
      ],
    };
  },
});

export const queueRules: readonly Rule[] = [queue, progress];
