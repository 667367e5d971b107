import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import type { TopicPartition } from '../../model/kafka.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Measurement, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { MINUTE } from '../../model/time.js';
import {
  BY_CONFIGURATION,
  type TopicSeen,
  isBelowMinimum,
  isDoomed,
  isOffline,
  listed,
  missedReplicas,
  replicationFactor,
} from './kafka-neighbours.js';

const replication = defineRule({
  kind: ResourceKind.TOPIC,
  signal: SignalName.PARTITION_REPLICATION,
  title: 'Replicas in sync',
  description:
    'Partitions with fewer replicas in sync than they are to have are a WARNING at once and CRITICAL after 5 minutes; ' +
    'replicas that are being added do not count, internal topics do (after Kafka’s own kafka-topics.sh ' +
    '--under-replicated-partitions).',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { PARTITIONS_UNDER_REPLICATED: { criticalAfter: 5 * MINUTE } },
  judge: (topic, { PARTITIONS_UNDER_REPLICATED: limit }) => {
    const short = topic.main.partitions.filter((partition) => missedReplicas(partition).length > 0);
    if (short.length === 0) return null;
    const finding: Candidate = {
      reason: FindingReason.PARTITIONS_UNDER_REPLICATED,
      severity: Severity.WARNING,
      message: `${partitionsOf(topic, short)} lack replicas in sync, on ${brokersOf(short)}.`,
      advice:
        'Look at whether these brokers run and answer; where they do, at their disks, the network between them, and ' +
        'what their logs say of fetching.',
    };
    return { findings: [finding, { ...finding, severity: Severity.CRITICAL, holdFor: limit.criticalAfter }] };
  },
  measure: (topic) => countOf(topic, (partition) => missedReplicas(partition).length > 0),
});

const leadership = defineRule({
  kind: ResourceKind.TOPIC,
  signal: SignalName.PARTITION_LEADERSHIP,
  title: 'Partitions led',
  description:
    'A partition without a leader can be neither read nor written: CRITICAL (after kafka-topics.sh ' +
    '--unavailable-partitions).',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { PARTITIONS_OFFLINE: {} },
  judge: (topic) => {
    const offline = topic.main.partitions.filter(isOffline);
    if (offline.length === 0) return null;
    return {
      findings: [
        {
          reason: FindingReason.PARTITIONS_OFFLINE,
          severity: Severity.CRITICAL,
          message: `${partitionsOf(topic, offline)} have no leader: they can be neither read nor written.`,
          advice:
            'Bring back the brokers that keep their replicas; only where one is lost for good, elect another that is ' +
            'not in sync, which loses messages (kafka-leader-election.sh --election-type unclean).',
        },
      ],
    };
  },
  measure: (topic) => countOf(topic, isOffline),
});

const writes = defineRule({
  kind: ResourceKind.TOPIC,
  signal: SignalName.PARTITION_WRITES,
  title: 'Replicas for writes',
  description:
    'A partition with fewer replicas in sync than min.insync.replicas takes no writes that are to be safe (acks=all): ' +
    'CRITICAL (after kafka-topics.sh --under-min-isr-partitions). One that is to have fewer replicas than that takes none ' +
    'however well its brokers are: a WARNING that names its configuration.',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { PARTITIONS_UNDER_MIN_ISR: {} },
  howToEnable: 'Let Vitals describe the configuration of topics (ACL: DescribeConfigs on Topic *).',
  judge: (topic) => {
    const { minInSyncReplicas: minimum, partitions } = topic.main;
    // Known before, and not told any more: that is no sign that it takes writes again.
    if (minimum === null) {
      const isWhole = partitions.every((partition) => partition.inSync.length >= replicationFactor(partition));
      return { cannotTell: ({ subject = null }) => subject === BY_CONFIGURATION || !isWhole };
    }
    const below = partitions.filter((partition) => isBelowMinimum(partition, minimum));
    const doomed = below.filter((partition) => isDoomed(partition, minimum));
    const lacking = below.filter((partition) => !doomed.includes(partition));
    return {
      findings: [
        ...(lacking.length === 0 ? [] : [lackingFinding(topic, lacking)]),
        ...(doomed.length === 0 ? [] : [doomedFinding(topic, doomed)]),
      ],
    };
  },
  measure: (topic) => {
    const { minInSyncReplicas: minimum } = topic.main;
    if (minimum !== null) return countOf(topic, (partition) => isBelowMinimum(partition, minimum));
    const [kafka] = topic.all('kafka', ResourceKind.KAFKA);
    return [
      { value: null, unavailable: kafka?.main.unavailable['minInSync'] ?? 'forbidden', observedAt: topic.observedAt },
    ];
  },
});

function lackingFinding(topic: TopicSeen, lacking: readonly TopicPartition[]): Candidate {
  return {
    reason: FindingReason.PARTITIONS_UNDER_MIN_ISR,
    severity: Severity.CRITICAL,
    message: `${partitionsOf(topic, lacking)} have fewer replicas in sync than the ${topic.main.minInSyncReplicas ?? 0} without which they take no writes.`,
    advice: 'Bring back the brokers that keep their replicas.',
  };
}

/** It was never otherwise, and nothing is lost: producers with acks=all are refused, all others are not. */
function doomedFinding(topic: TopicSeen, doomed: readonly TopicPartition[]): Candidate {
  const factors = [...new Set(doomed.map(replicationFactor))].sort((a, b) => a - b).join(' or ');
  return {
    reason: FindingReason.PARTITIONS_UNDER_MIN_ISR,
    subject: BY_CONFIGURATION,
    severity: Severity.WARNING,
    message: `${partitionsOf(topic, doomed)} take no writes with acks=all: their replication factor is ${factors}, and min.insync.replicas is ${topic.main.minInSyncReplicas ?? 0}.`,
    advice:
      'Give them more replicas (kafka-reassign-partitions.sh), or ask for fewer (kafka-configs.sh --alter --add-config ' +
      'min.insync.replicas=…).',
  };
}

function countOf(
  { main, observedAt }: TopicSeen,
  isOne: (partition: TopicPartition) => boolean,
): readonly Measurement[] {
  return [{ value: main.partitions.filter(isOne).length, observedAt }];
}

/** "Partitions 0, 1 (2 of 12)". */
function partitionsOf({ main }: TopicSeen, some: readonly TopicPartition[]): string {
  return `Partitions ${listed(some.map(({ partition }) => partition))} (${some.length} of ${main.partitions.length})`;
}

function brokersOf(partitions: readonly TopicPartition[]): string {
  const ids = [...new Set(partitions.flatMap(missedReplicas))].sort((a, b) => a - b);
  return listed(ids.map((id) => `broker ${id}`));
}

export const topicRules: readonly Rule[] = [replication, leadership, writes];
