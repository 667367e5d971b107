import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Judgement, NUMERIC_CLEAR, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import type { Source } from '../../model/source.js';
import { MINUTE } from '../../model/time.js';
import { isUntold } from '../untold.js';
import { brokerRules } from './broker.rules.js';
import { consumerRules } from './consumer.rules.js';
import { type KafkaSeen, sourceOf } from './kafka-neighbours.js';
import { topicRules } from './topic.rules.js';

const reach = defineRule({
  kind: ResourceKind.KAFKA,
  signal: SignalName.KAFKA_REACH,
  title: 'Cluster reached',
  description:
    'A cluster none of whose brokers answers in two looks at least 2 s apart is CRITICAL; one that only does not let ' +
    'Vitals in is UNKNOWN.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { KAFKA_UNREACHABLE: {} },
  judge: (kafka) => {
    const source = sourceOf(kafka);
    return source === undefined ? null : unseen(source);
  },
});

function unseen({ state, message, stateSince }: Source): Judgement | null {
  if (state === 'ok' || state === 'starting') return null;
  // Whoever is refused has an answer: the cluster may be well.
  if (state !== 'lost') return { isUnknown: true, isStale: true };
  return {
    isStale: true,
    findings: [
      {
        reason: FindingReason.KAFKA_UNREACHABLE,
        severity: Severity.CRITICAL,
        message: `No broker answers. ${message ?? ''}`.trimEnd(),
        advice: 'Look at whether the brokers run, and at the network between.',
        since: stateSince,
      },
    ],
  };
}

const leaders = defineRule({
  kind: ResourceKind.KAFKA,
  signal: SignalName.KAFKA_LEADERS,
  title: 'Preferred leaders',
  description:
    'More than 10 % of the partitions led by another broker than the one that should, for 30 minutes, is said (after ' +
    'Strimzi; brokers put it right themselves unless auto.leader.rebalance.enable is off).',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { LEADERS_IMBALANCED: { infoAt: 0.1, for: 30 * MINUTE } },
  judge: (kafka, { LEADERS_IMBALANCED: limit }) => {
    // Of topics that are not listed now, it is known only who led them.
    if (isUntold(kafka.main.unavailable, 'topics')) return { cannotTell: () => true };
    const share = elsewhere(kafka);
    if (share === null || share <= limit.infoAt) return null;
    return {
      findings: [
        {
          reason: FindingReason.LEADERS_IMBALANCED,
          severity: Severity.INFO,
          message: `${kafka.total('elsewhere')} of ${kafka.total('partitions')} partitions are not led by their preferred leader.`,
          advice: 'Elect the preferred leaders: kafka-leader-election.sh --election-type preferred --all-topic-partitions.', // prettier-ignore
          holdFor: limit.for,
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (kafka) => {
    const { topicsSeenAt, unavailable } = kafka.main;
    if (topicsSeenAt === null)
      return [{ value: null, unavailable: unavailable['topics'] ?? 'warming up', observedAt: null }];
    // A cluster without a topic has nothing to lead.
    return [{ value: elsewhere(kafka) ?? 0, observedAt: topicsSeenAt }];
  },
});

/** Share of the partitions that are led, and not by the first of their replicas. */
function elsewhere(kafka: KafkaSeen): number | null {
  const partitions = kafka.total('partitions');
  return partitions === 0 ? null : kafka.total('elsewhere') / partitions;
}

/** Everything that is judged about Kafka. */
export const kafkaRules: readonly Rule[] = [reach, leaders, ...brokerRules, ...topicRules, ...consumerRules];
