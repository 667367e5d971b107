import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Judgement, type Rule, type Seen, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { HOUR, type Instant, type Milliseconds, after } from '../../model/time.js';
import { WorkflowStepPhase } from '../../model/workflow.js';
import { quoted } from '../quoted.js';

type Step = Seen<ResourceKind.WORKFLOW_STEP>;

const failures = defineRule({
  kind: ResourceKind.WORKFLOW_STEP,
  signal: SignalName.WORKFLOW_STEPS,
  title: 'Steps of workflows',
  description:
    'A step that failed or broke off is a WARNING while its workflow runs and for an hour after its end, or until a later ' +
    'run of the same template succeeds; not so one that is tried again, or the workflow goes on in spite of it (after workflow_types.go of Argo Workflows).',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { WORKFLOW_STEP_FAILED: { warnWithin: HOUR } },
  judge: (step, { WORKFLOW_STEP_FAILED: { warnWithin } }, now) => {
    const { phase } = step.main;
    if (phase === WorkflowStepPhase.PENDING) return { isProgressing: true };
    return phase === WorkflowStepPhase.RUNNING ? null : failed(step, warnWithin, now);
  },
});

function failed({ main }: Step, warnWithin: Milliseconds, now: Instant): Judgement | null {
  const { message, exitCode, finishedAt, workflowFinishedAt, workflowSupersededAt, namespace, workflowName, podName } =
    main;
  const end = workflowFinishedAt === null ? null : after(workflowFinishedAt, warnWithin);
  if (workflowSupersededAt !== null || (end !== null && now >= end)) return null;
  const why = quoted(message ?? 'Argo Workflows does not say why');
  const isTold = exitCode === null || why.includes(`exit code ${exitCode}`);
  const logs = `argo logs -n ${namespace} ${workflowName}${podName === null ? '' : ` ${podName}`}`;
  return {
    findings: [
      {
        reason: FindingReason.WORKFLOW_STEP_FAILED,
        severity: Severity.WARNING,
        message: `Step ${main.name} of ${workflowName} ended${isTold ? '' : ` with exit code ${exitCode}`}: ${why}.`,
        advice: `Read what it said: ${logs}`,
        since: finishedAt,
      },
    ],
    reconsiderAt: end,
  };
}

const counts = defineRule({
  kind: ResourceKind.WORKFLOW,
  signal: SignalName.WORKFLOW_STEP_COUNT,
  title: 'Failed steps of a workflow',
  description:
    'How many steps failed for good. The steps of very large workflows are kept in a database by their engine: they can be ' +
    'seen where the Argo server is configured.',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: {},
  howToEnable: 'Configure `server` of the argo source: the address of the Argo server, and a token.',
  judge: () => null,
  measure: ({ main: { steps, stepsUnavailable }, observedAt }) =>
    steps === null && stepsUnavailable === null
      ? []
      : [{ value: steps?.failed ?? null, unavailable: stepsUnavailable, observedAt }],
});

export const stepRules: readonly Rule[] = [failures, counts];
