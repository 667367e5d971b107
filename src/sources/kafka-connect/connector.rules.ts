import { FindingReason } from '../../model/finding-reason.js';
import { Direction, Evidence, Severity, Unit } from '../../model/health.js';
import { ConnectorState } from '../../model/kafka-connect.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Judgement, type Rule, type Seen, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import { waitingJudgement } from './connect-assignment.js';
import { failureMessage } from './connect-trouble.js';

type Connector = Seen<ResourceKind.CONNECTOR>;

const state = defineRule({
  kind: ResourceKind.CONNECTOR,
  signal: SignalName.CONNECTOR_STATE,
  title: 'Connector runs',
  description:
    'A connector that has FAILED is CRITICAL; one that no worker has taken up for scheduled.rebalance.max.delay and a minute ' +
    '(KIP-415) is a WARNING; paused and stopped are INFO. One whose worker no longer answers is UNKNOWN, whatever it is said ' +
    'to do.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { CONNECTOR_FAILED: {}, CONNECTOR_UNASSIGNED: { for: 6 * MINUTE }, CONNECTOR_PAUSED: {} },
  judge: (connector, { CONNECTOR_UNASSIGNED: { for: longest } }) => {
    const told = judgementOf(connector, longest);
    const isUnknown = connector.main.isWorkerGone === true || connector.main.state === null;
    return isUnknown ? { ...told, isUnknown, isStale: connector.main.isWorkerGone === true } : told;
  },
});

function judgementOf({ main, observedAt }: Connector, longest: Milliseconds): Judgement | null {
  switch (main.state) {
    case ConnectorState.FAILED:
      return { findings: [failed(main)] };
    case ConnectorState.PAUSED:
    case ConnectorState.STOPPED:
      return { findings: [paused(main.state)] };
    default:
      return waitingJudgement(main.state, observedAt, longest);
  }
}

function failed(main: Connector['main']): Candidate {
  return {
    reason: FindingReason.CONNECTOR_FAILED,
    severity: Severity.CRITICAL,
    message: failureMessage(main),
    advice: 'Look at its trace and at the log of its worker, mend what it names, then restart it: nobody else does.',
  };
}

function paused(what: ConnectorState.PAUSED | ConnectorState.STOPPED): Candidate {
  return {
    reason: FindingReason.CONNECTOR_PAUSED,
    severity: Severity.INFO,
    message: what === ConnectorState.PAUSED ? 'Somebody has paused it.' : 'Somebody has stopped it.',
    advice: 'Resume it when it is to move records again.',
  };
}

const tasks = defineRule({
  kind: ResourceKind.CONNECTOR,
  signal: SignalName.CONNECTOR_TASKS,
  title: 'Connector has tasks',
  description: 'A connector that runs and has had no task in two looks at least 10 s apart moves nothing: a WARNING.',
  unit: Unit.COUNT,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { CONNECTOR_WITHOUT_TASKS: { for: 10 * SECOND } },
  judge: ({ main, observedAt }, { CONNECTOR_WITHOUT_TASKS: { for: longest } }) => {
    if (main.state !== ConnectorState.RUNNING || main.taskCount > 0) return null;
    return {
      findings: [
        {
          reason: FindingReason.CONNECTOR_WITHOUT_TASKS,
          severity: Severity.WARNING,
          message: 'It runs and has no tasks: it moves nothing.',
          advice: 'Look at its configuration (what it should read, tasks.max) and at the log of its worker.',
          holdFor: longest,
          samples: 2,
          observedAt,
        },
      ],
    };
  },
  measure: ({ main, observedAt }) => [{ value: main.taskCount, observedAt }],
});

export const connectorRules: readonly Rule[] = [state, tasks];
