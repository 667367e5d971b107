import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { HOUR, after } from '../../model/time.js';
import { WorkflowPhase } from '../../model/workflow.js';
import { quoted } from '../quoted.js';
import { hasPhaseFailed } from './workflow-phase.js';

const outcome = defineRule({
  kind: ResourceKind.WORKFLOW,
  signal: SignalName.WORKFLOW_OUTCOME,
  title: 'Workflows that fail',
  description:
    'A workflow that failed is a WARNING for an hour, or until a later one of the same template (cron workflow, workflow ' +
    'template, generateName) succeeds.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { WORKFLOW_FAILED: { warnWithin: HOUR } },
  judge: ({ main }, { WORKFLOW_FAILED: { warnWithin } }, now) => {
    const { phase, finishedAt, createdAt, supersededAt, message, namespace, name } = main;
    if (!hasPhaseFailed(phase)) return null;
    const endedAt = finishedAt ?? createdAt;
    const end = after(endedAt, warnWithin);
    if (supersededAt !== null || now >= end) return null;
    const word = phase === WorkflowPhase.FAILED ? 'failed' : 'broke off';
    return {
      findings: [
        {
          reason: FindingReason.WORKFLOW_FAILED,
          severity: Severity.WARNING,
          message: `It ${word}: ${quoted(message ?? 'Argo Workflows does not say why')}.`,
          advice: `Look at its steps: argo get -n ${namespace} ${name}; try it again with argo retry.`,
          since: endedAt,
        },
      ],
      reconsiderAt: end,
    };
  },
});

export const workflowRules: readonly Rule[] = [outcome];
