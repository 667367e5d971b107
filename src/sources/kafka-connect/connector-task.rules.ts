import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity } from '../../model/health.js';
import { ConnectorState } from '../../model/kafka-connect.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Judgement, type Rule, type Seen, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { MINUTE, type Milliseconds } from '../../model/time.js';
import { waitingJudgement } from './connect-assignment.js';
import { failureMessage } from './connect-trouble.js';

type Task = Seen<ResourceKind.CONNECTOR_TASK>;

const state = defineRule({
  kind: ResourceKind.CONNECTOR_TASK,
  signal: SignalName.CONNECTOR_TASK_STATE,
  title: 'Task runs',
  description:
    'A task that has FAILED is CRITICAL: nobody starts it again. One that no worker has taken up for ' +
    'scheduled.rebalance.max.delay and a minute (KIP-415) is a WARNING. One whose worker no longer answers is UNKNOWN, ' +
    'whatever it is said to do (after AbstractHerder of Kafka: the last status stays until work is shared out anew).',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { CONNECTOR_TASK_FAILED: {}, CONNECTOR_UNASSIGNED: { for: 6 * MINUTE } },
  judge: (task, { CONNECTOR_UNASSIGNED: { for: longest } }) => {
    const told = judgementOf(task, longest);
    const isUnknown = task.main.isWorkerGone === true || task.main.state === null;
    return isUnknown ? { ...told, isUnknown, isStale: task.main.isWorkerGone === true } : told;
  },
});

function judgementOf({ main, observedAt }: Task, longest: Milliseconds): Judgement | null {
  if (main.state === ConnectorState.FAILED) return { findings: [failed(main)] };
  return waitingJudgement(main.state, observedAt, longest);
}

function failed(main: Task['main']): Candidate {
  return {
    reason: FindingReason.CONNECTOR_TASK_FAILED,
    severity: Severity.CRITICAL,
    message: failureMessage(main),
    advice:
      'Look at its whole trace and at the log of its worker, mend what it names, then restart it: nobody else does.',
  };
}

export const taskRules: readonly Rule[] = [state];
