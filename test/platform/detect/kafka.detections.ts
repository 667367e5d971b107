import { NUMERIC_CLEAR } from '../../../src/model/rule.js';
import { SECOND } from '../../../src/model/time.js';
import { type Detection } from './detection.js';

const clearHoldSeconds = NUMERIC_CLEAR / SECOND;
const kafka = { lane: 'kafka', seen: 'probed', isRequired: false } as const;
/** In this run: `SHORT_LIMITS`. */
const windowSeconds = 40;
/** A broker that stops or hangs is missed by what it keeps replicas of, and when it is back, it is a while until it leads again. */
const brokerMissed = [
  { finding: 'PARTITIONS_UNDER_REPLICATED', resource: 'TOPIC *' },
  { finding: 'LEADERS_IMBALANCED', resource: 'KAFKA events' },
];
const group = (name: string): string => `CONSUMER_GROUP ${name}`;

/** Brokers, topics, and those who read. */
export const kafkaDetections: readonly Detection[] = [
  {
    ...kafka,
    fault: 'consumer-stopped',
    finding: 'CONSUMER_STOPPED',
    severity: 'CRITICAL',
    resource: group('orders-billing'),
    holdSeconds: windowSeconds,
    isRequired: true,
  },
  {
    ...kafka,
    fault: 'consumer-stalled',
    finding: 'CONSUMER_STALLED',
    severity: 'CRITICAL',
    whenAlert: true,
    resource: group('orders-shipping'),
    holdSeconds: windowSeconds,
    isRequired: true,
  },
  {
    ...kafka,
    fault: 'consumer-slow',
    finding: 'CONSUMER_LAGGING',
    severity: 'WARNING',
    resource: group('audit-trail'),
    holdSeconds: windowSeconds,
    isRequired: true,
  },
  {
    ...kafka,
    fault: 'consumer-rewound',
    finding: 'CONSUMER_REWOUND',
    severity: 'WARNING',
    resource: group('events-archive'),
    isRequired: true,
    isChosen: true,
    // It has to be ended for that.
    besides: [{ finding: 'CONSUMER_STOPPED', resource: group('events-archive') }],
  },
  {
    ...kafka,
    fault: 'consumer-data-lost',
    finding: 'CONSUMER_DATA_LOST',
    severity: 'CRITICAL',
    resource: group('audit-trail'),
    isRequired: true,
    // It has to stand still for that.
    besides: [{ finding: 'CONSUMER_STALLED', resource: group('audit-trail') }],
  },
  {
    ...kafka,
    fault: 'consumer-rebalancing',
    finding: 'CONSUMER_REBALANCING',
    severity: 'WARNING',
    resource: group('quarrel'),
    isRequired: true,
  },
  // Before one that hangs: once that is back it takes longer to lead again than it takes to be well.
  {
    ...kafka,
    fault: 'kafka-broker-stopped',
    finding: 'BROKER_UNREACHABLE',
    severity: 'CRITICAL',
    resource: 'BROKER broker-2',
    holdSeconds: 2,
  },
  {
    ...kafka,
    fault: 'kafka-broker-stopped',
    finding: 'LEADERS_IMBALANCED',
    severity: 'INFO',
    resource: 'KAFKA events',
    clearHoldSeconds,
  },
  {
    ...kafka,
    fault: 'kafka-broker-hangs',
    finding: 'PARTITIONS_UNDER_REPLICATED',
    severity: 'WARNING',
    resource: 'TOPIC *',
    besides: brokerMissed,
    isRequired: true,
  },
  // Two looks must fail, two seconds apart.
  {
    ...kafka,
    fault: 'kafka-broker-hangs',
    finding: 'BROKER_UNREACHABLE',
    severity: 'CRITICAL',
    resource: 'BROKER broker-2',
    holdSeconds: 2,
  },
  {
    ...kafka,
    fault: 'kafka-partition-offline',
    finding: 'PARTITIONS_OFFLINE',
    severity: 'CRITICAL',
    resource: 'TOPIC lonely',
    besides: brokerMissed,
  },
  {
    ...kafka,
    fault: 'kafka-below-minimum',
    finding: 'PARTITIONS_UNDER_MIN_ISR',
    severity: 'CRITICAL',
    resource: 'TOPIC strict',
    isChosen: true,
    besides: brokerMissed,
  },
  // Two looks must hang, for two seconds each, one after the other.
  {
    ...kafka,
    fault: 'kafka-hangs',
    finding: 'KAFKA_UNREACHABLE',
    severity: 'CRITICAL',
    resource: 'KAFKA events',
    holdSeconds: 4,
  },
  {
    ...kafka,
    fault: 'kafka-disk-low',
    finding: 'BROKER_DISK_LOW',
    severity: 'WARNING',
    resource: 'BROKER broker-3',
    clearHoldSeconds,
  },
];
