import { FindingReason } from '../../model/finding-reason.js';
import { Severity } from '../../model/health.js';
import { ConnectorState } from '../../model/kafka-connect.js';
import type { Judgement } from '../../model/rule.js';
import type { Instant, Milliseconds } from '../../model/time.js';

/**
 * What waits for a worker is on its way until it has waited too long. So is what is being started again: a restart whose
 * settings cannot be read leaves it so for ever (seen with 4.1).
 */
export function waitingJudgement(
  state: ConnectorState | null,
  observedAt: Instant | null,
  longest: Milliseconds,
): Judgement | null {
  if (state !== ConnectorState.UNASSIGNED && state !== ConnectorState.RESTARTING) return null;
  const isRestarting = state === ConnectorState.RESTARTING;
  return {
    isProgressing: true,
    findings: [
      {
        reason: FindingReason.CONNECTOR_UNASSIGNED,
        severity: Severity.WARNING,
        message: isRestarting ? 'It was to be restarted, and was not.' : 'No worker has taken it up.',
        advice:
          'Look at whether workers are missing or keep coming and going, and at their logs for what keeps it from starting.',
        holdFor: longest,
        samples: 2,
        observedAt,
      },
    ],
  };
}
