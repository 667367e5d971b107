import { FindingReason } from '../../model/finding-reason.js';
import { Direction, Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';

const reach = defineRule({
  kind: ResourceKind.KAFKA_CONNECT,
  signal: SignalName.CONNECT_REACH,
  title: 'Workers reached',
  description:
    'A cluster of Kafka Connect of which no worker answers, or none tells its connectors, in two looks at least 2 s apart is ' +
    'CRITICAL; one that only does not let Vitals in is UNKNOWN. One worker of several that is lost is told of the source.',
  unit: Unit.COUNT,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { CONNECT_UNREACHABLE: {} },
  judge: (connect) => {
    const [source] = connect.from('endpoint', ResourceKind.SOURCE);
    if (source === undefined) return null;
    const { state, message, stateSince } = source.main;
    if (state === 'starting') return { isProgressing: true };
    if (state === 'ok') return null;
    // Whoever is refused has an answer: the workers may be well.
    if (state !== 'lost') return { isUnknown: true, isStale: true };
    return {
      isStale: true,
      findings: [
        {
          reason: FindingReason.CONNECT_UNREACHABLE,
          severity: Severity.CRITICAL,
          message: message ?? 'None of its workers answers.',
          advice: 'Look at whether the workers run, whether they reach Kafka, and at the network between.',
          since: stateSince,
        },
      ],
    };
  },
  measure: ({ main: { workers }, observedAt }) => [
    { value: workers.filter(({ state }) => state === 'ok').length, observedAt, required: workers.length },
  ],
});

export const clusterRules: readonly Rule[] = [reach];
