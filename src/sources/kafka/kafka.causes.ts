import { FindingReason } from '../../model/finding-reason.js';
import type { CauseDefinition, Step } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Seen } from '../../model/rule.js';
import {
  BY_CONFIGURATION,
  type BrokerSeen,
  type TopicSeen,
  isBelowMinimum,
  isDoomed,
  isMissing,
  isOffline,
  missedReplicas,
} from './kafka-neighbours.js';

const TO_BROKERS: Step = { edge: 'replica', direction: 'to', kind: ResourceKind.BROKER };

/** The broker serves nobody, and is to keep replicas that partitions of the topic miss. */
function misses(topic: Seen, broker: Seen): boolean {
  const { nodeId } = (broker as BrokerSeen).main;
  const { partitions } = (topic as TopicSeen).main;
  return isMissing(broker as BrokerSeen) && partitions.some((one) => missedReplicas(one).includes(nodeId));
}

/** The broker serves nobody, and a partition that has no leader keeps a replica there. */
function couldLead(topic: Seen, broker: Seen): boolean {
  const { nodeId } = (broker as BrokerSeen).main;
  const { partitions } = (topic as TopicSeen).main;
  return isMissing(broker as BrokerSeen) && partitions.some((one) => isOffline(one) && one.replicas.includes(nodeId));
}

const withoutReplica: CauseDefinition = {
  effects: [FindingReason.PARTITIONS_UNDER_REPLICATED, FindingReason.PARTITIONS_UNDER_MIN_ISR],
  causes: [FindingReason.BROKER_UNREACHABLE],
  path: [TO_BROKERS],
  holds: ({ subject }, topic, _cause, broker) => subject !== BY_CONFIGURATION && misses(topic, broker),
};

const withoutLeader: CauseDefinition = {
  effects: [FindingReason.PARTITIONS_OFFLINE],
  causes: [FindingReason.BROKER_UNREACHABLE],
  path: [TO_BROKERS],
  holds: (_effect, topic, _cause, broker) => couldLead(topic, broker),
};

/** A directory that the broker has given up takes the replicas in it along. */
const withoutDisk: CauseDefinition = {
  effects: [FindingReason.PARTITIONS_UNDER_REPLICATED, FindingReason.PARTITIONS_UNDER_MIN_ISR],
  causes: [FindingReason.BROKER_DISK_LOW],
  path: [TO_BROKERS],
  holds: ({ subject }, topic, cause, broker) => {
    if (subject === BY_CONFIGURATION) return false;
    const { nodeId } = (broker as BrokerSeen).main;
    const logDirs = (broker as BrokerSeen).aspect('disks')?.facts.logDirs ?? [];
    const isGivenUp = logDirs.some(({ path, isOffline: isGone }) => isGone && path === cause.subject);
    return isGivenUp && (topic as TopicSeen).main.partitions.some((one) => missedReplicas(one).includes(nodeId));
  },
};

/** What has no leader cannot have enough replicas in sync, either: where that is all of what has too few. */
const withoutAny: CauseDefinition = {
  effects: [FindingReason.PARTITIONS_UNDER_MIN_ISR],
  causes: [FindingReason.PARTITIONS_OFFLINE],
  path: [],
  holds: ({ subject }, topic) => {
    const { partitions, minInSyncReplicas: minimum } = (topic as TopicSeen).main;
    const lacking = partitions.filter((one) => isBelowMinimum(one, minimum) && !isDoomed(one, minimum));
    return subject !== BY_CONFIGURATION && lacking.every(isOffline);
  },
};

/** A broker that is away leads nothing: what it should lead, others do. */
const ledByOthers: CauseDefinition = {
  effects: [FindingReason.LEADERS_IMBALANCED],
  causes: [FindingReason.BROKER_UNREACHABLE],
  path: [{ edge: 'kafka', direction: 'from', kind: ResourceKind.BROKER }],
  holds: (_effect, _kafka, _cause, broker) => isMissing(broker as BrokerSeen),
};

/** A cluster is its brokers. */
const noBroker: CauseDefinition = {
  effects: [FindingReason.KAFKA_UNREACHABLE],
  causes: [FindingReason.BROKER_UNREACHABLE],
  path: [{ edge: 'kafka', direction: 'from', kind: ResourceKind.BROKER }],
  holds: (_effect, _kafka, _cause, broker) => isMissing(broker as BrokerSeen),
};

export const kafkaCauses: readonly CauseDefinition[] = [
  withoutReplica,
  withoutLeader,
  withoutDisk,
  withoutAny,
  ledByOthers,
  noBroker,
];
