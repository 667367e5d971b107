import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import type { GroupPartition } from '../../model/kafka.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import type { Instant } from '../../model/time.js';
import { counted } from '../counted.js';
import { isShortGap, isSubscribed } from './consumer-progress.js';
import { type GroupSeen, listed } from './kafka-neighbours.js';

const offsets = defineRule({
  kind: ResourceKind.CONSUMER_GROUP,
  signal: SignalName.CONSUMER_OFFSETS,
  title: 'Committed offsets',
  description:
    'A committed offset that went backwards, and has not come as far again, is a WARNING (after linkedin/Burrow). One ' +
    'from before the beginning of the log is CRITICAL: what was between is deleted and was never read; in topics that are ' +
    'no longer subscribed to, and of groups that were never seen alive, it is only said.',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { CONSUMER_DATA_LOST: {}, CONSUMER_REWOUND: {} },
  judge: (group) => {
    const { seenAt } = group.main;
    const lost = group.main.partitions.filter((partition) => lostMessages(partition, seenAt) > 0);
    const rewound = group.main.partitions.filter(({ rewoundFrom }) => rewoundFrom !== null);
    return {
      findings: [
        ...(lost.length === 0 ? [] : [lostFinding(group, lost)]),
        ...(rewound.length === 0 ? [] : [rewoundFinding(rewound)]),
      ],
    };
  },
  measure: ({ main, observedAt }) => {
    if (main.unavailable !== null) return [{ value: null, unavailable: main.unavailable, observedAt }];
    const { seenAt } = main;
    return [
      { value: main.partitions.reduce((sum, partition) => sum + lostMessages(partition, seenAt), 0), observedAt },
    ];
  },
});

/** Messages that were deleted before they were read. */
function lostMessages({ committed, start, unseenSince }: GroupPartition, seenAt: Instant | null): number {
  if (committed === null || start === null) return 0;
  const isKnown = unseenSince === null || (seenAt !== null && isShortGap(unseenSince, seenAt));
  return isKnown ? Math.max(0, start - committed) : 0;
}

function lostFinding({ main }: GroupSeen, lost: readonly GroupPartition[]): ReturnType<typeof rewoundFinding> {
  // What nobody has been seen to read is deleted in the end, and nobody misses it.
  const isWanted = main.lastAliveAt !== null && lost.some(({ topic }) => isSubscribed(main, topic));
  const count = lost.reduce((sum, partition) => sum + lostMessages(partition, main.seenAt), 0);
  return {
    reason: FindingReason.CONSUMER_DATA_LOST,
    severity: isWanted ? Severity.CRITICAL : Severity.INFO,
    message: `${counted(count, 'message')} of ${namesOf(lost)} ${count === 1 ? 'was' : 'were'} deleted before it had read ${count === 1 ? 'it' : 'them'}.`,
    advice:
      'Lengthen the retention of the topic, or make the consumers faster; what is deleted is gone unless its producer has it.',
  };
}

function rewoundFinding(rewound: readonly GroupPartition[]): {
  readonly reason: FindingReason;
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
} {
  const messages = rewound.reduce((sum, { rewoundFrom, committed }) => sum + (rewoundFrom ?? 0) - (committed ?? 0), 0);
  return {
    reason: FindingReason.CONSUMER_REWOUND,
    severity: Severity.WARNING,
    message: `Its offsets in ${namesOf(rewound)} were set back: ${counted(messages, 'message is', 'messages are')} read once more.`,
    advice:
      'Where nobody has reset it on purpose, look for a consumer that began anew (auto.offset.reset) or committed late.',
  };
}

function namesOf(partitions: readonly GroupPartition[]): string {
  return listed(partitions.map(({ topic, partition }) => `${topic}/${partition}`));
}

export const consumerOffsetRules: readonly Rule[] = [offsets];
