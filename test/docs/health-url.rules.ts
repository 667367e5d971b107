import { FindingReason } from '../../src/model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../src/model/health.js';
import { ResourceKind } from '../../src/model/kinds.js';
import { NUMERIC_CLEAR, type Rule, defineRule } from '../../src/model/rule.js';
import { SignalName } from '../../src/model/signal-name.js';
import { SECOND } from '../../src/model/time.js';

const slow = defineRule({
  kind: ResourceKind.SOURCE,
  signal: SignalName.HTTP_RESPONSE_TIME,
  title: 'Time to answer',
  description: 'An answer that took more than 1 s, in three looks over 20 s, is a WARNING.',
  unit: Unit.MILLISECONDS,
  evidence: Evidence.MEASURED,
  limits: { HTTP_SLOW: { warnAt: 1_000, samples: 3, for: 20 * SECOND } },
  applies: ({ main }) => main.name.startsWith('health-url/'),
  judge: ({ main, observedAt }, { HTTP_SLOW: { warnAt, samples, for: holdFor } }) => {
    const took = main.state === 'ok' ? main.lastDurationMilliseconds : null;
    if (took === null || took <= warnAt) return null;
    const what = {
      reason: FindingReason.HTTP_SLOW,
      severity: Severity.WARNING,
      message: `It took ${took} ms to answer.`,
    };
    const how = { observedAt, samples, holdFor, clearAfter: NUMERIC_CLEAR };
    return { findings: [{ ...what, ...how, advice: 'Look at what it is busy with.' }] };
  },
  measure: ({ main, observedAt }) => [{ value: main.lastDurationMilliseconds, observedAt }],
});

export const healthUrlRules: readonly Rule[] = [slow];
