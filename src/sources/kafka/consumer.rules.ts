import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import type { ConsumerGroup, GroupPartition } from '../../model/kafka.js';
import { ConnectorState } from '../../model/kafka-connect.js';
import { ResourceKind } from '../../model/kinds.js';
import {
  type Candidate,
  type Judgement,
  type Measurement,
  NUMERIC_CLEAR,
  type Rule,
  defineRule,
} from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, MINUTE, SECOND } from '../../model/time.js';
import { counted } from '../counted.js';
import { type Progress, type ProgressLimit, delayOf, isSubscribed, nextWindowEnd, progressOf, windowOf } from './consumer-progress.js'; // prettier-ignore
import { consumerOffsetRules } from './consumer-offsets.rules.js';
import { type GroupSeen, reachOf } from './kafka-neighbours.js';

const OVER_A_WINDOW = { window: 5 * MINUTE, samples: 10, commits: 5 };
/** One finding of two rules: both have the same limits. */
const LAGGING = { ...OVER_A_WINDOW, warnAt: 300, criticalAt: 900 };

const lag = defineRule({
  kind: ResourceKind.CONSUMER_GROUP,
  signal: SignalName.CONSUMER_LAG,
  title: 'Consumer lag',
  description:
    'Over a window of 10 looks, 5 minutes or 5 of its commits, whichever is longest, and per partition (after ' +
    'linkedin/Burrow): a look without lag is well. An offset that stands still is CRITICAL, with members or without; a ' +
    'WARNING of groups that had no members when Vitals began to watch, and where nobody tells whether there are members; ' +
    'only said of those that have come since and were never seen alive, of topics no longer subscribed to and of ' +
    'connectors that are paused. One that moves while the lag never falls is a WARNING.',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { CONSUMER_STOPPED: OVER_A_WINDOW, CONSUMER_STALLED: OVER_A_WINDOW, CONSUMER_LAGGING: LAGGING },
  judge: (group, limits, now) => {
    const { main } = group;
    const stopped = partitionsThat(group, 'stopped', limits.CONSUMER_STOPPED);
    const stalled = partitionsThat(group, 'stalled', limits.CONSUMER_STALLED);
    const lagging = partitionsThat(group, 'lagging', limits.CONSUMER_LAGGING);
    // What stands still in a topic that nobody reads any more was left behind, whoever else is there.
    const left = stalled.filter(({ topic }) => !isSubscribed(main, topic));
    const stands = stalled.filter(({ topic }) => isSubscribed(main, topic));
    return {
      findings: [
        ...stopFindings(group, stopped, left, windowOf(main, limits.CONSUMER_STOPPED)),
        ...(stands.length === 0 ? [] : [stalledFinding(group, stands, windowOf(main, limits.CONSUMER_STALLED))]),
        ...(lagging.length === 0 || isPaused(group)
          ? []
          : [laggingFinding(lagging, windowOf(main, limits.CONSUMER_LAGGING))]),
      ],
      ...endOfWindow(main, Object.values(limits), now),
    };
  },
  measure: (group) => {
    const known = group.main.partitions.filter(({ lag: messages, unseenSince }) => messages !== null && unseenSince === null); // prettier-ignore
    return measured(group, known.length === 0 ? null : total(known), 'lag');
  },
});

const delay = defineRule({
  kind: ResourceKind.CONSUMER_GROUP,
  signal: SignalName.CONSUMER_DELAY,
  title: 'Consumer delay',
  description:
    'How long the oldest message that waits has been waiting, interpolated from the ends of the logs (after ' +
    'kafka-lag-exporter): more than 300 s is a WARNING, more than 900 s CRITICAL, whatever the trend, for groups that read.',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { CONSUMER_LAGGING: LAGGING },
  judge: (group, { CONSUMER_LAGGING: limit }) => {
    const { main } = group;
    const { seenAt } = main;
    if (seenAt === null || isExcused(group)) return null;
    const behind = (partition: GroupPartition): number => delayOf(partition, seenAt) ?? 0;
    const late = main.partitions
      .filter((partition) => {
        if (behind(partition) <= limit.warnAt * SECOND || !isSubscribed(main, partition.topic)) return false;
        // One that stands still is told as such.
        const progress = progressOf(main, partition, seenAt, limit);
        return progress !== 'stopped' && progress !== 'stalled';
      })
      .sort((a, b) => behind(b) - behind(a));
    const [latest] = late;
    if (latest === undefined) return null;
    const worst = behind(latest);
    return {
      findings: [
        {
          reason: FindingReason.CONSUMER_LAGGING,
          severity: worst > limit.criticalAt * SECOND ? Severity.CRITICAL : Severity.WARNING,
          message: `It is ${describeDuration(roundToSeconds(worst))} behind in ${partitionsOf(late)}.`,
          advice: 'Look at what its members do with each message, and whether there are as many of them as it needs.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (group) => {
    const { seenAt, partitions } = group.main;
    if (seenAt === null) return measured(group, null, 'delay');
    const known = partitions.flatMap((partition) => delayOf(partition, seenAt) ?? []);
    return measured(group, known.length === 0 ? null : Math.max(...known) / SECOND, 'delay');
  },
});

/** What is to be done about a window that ends before the next look at rest: look then. */
function endOfWindow(
  group: ConsumerGroup,
  limits: readonly ProgressLimit[],
  now: Instant,
): Pick<Judgement, 'reconsiderAt' | 'isSampleWanted'> {
  const end = nextWindowEnd(group, limits);
  return end === null ? {} : { reconsiderAt: end, isSampleWanted: end <= now };
}

/** Partitions that did so over the window, the one with the most messages first. */
function partitionsThat(group: GroupSeen, did: Progress, limit: typeof OVER_A_WINDOW): readonly GroupPartition[] {
  const { main } = group;
  const { seenAt } = main;
  if (seenAt === null) return [];
  return main.partitions.filter((partition) => progressOf(main, partition, seenAt, limit) === did).sort(byLag);
}

function byLag(a: GroupPartition, b: GroupPartition): number {
  return (b.lag ?? 0) - (a.lag ?? 0);
}

/** A group of which nobody knows that it ever read, or that does not on purpose. */
function isExcused(group: GroupSeen): boolean {
  return group.main.lastAliveAt === null || isPaused(group);
}

/** It was never seen alive, and may have died before anybody could see it: after a restart of Vitals that is every dead one. */
function mayHaveDied({ main: { lastAliveAt, isFromBefore } }: GroupSeen): boolean {
  return lastAliveAt === null && isFromBefore === true;
}

/** All connectors that read with it were paused or stopped: as long as one of them runs, somebody expects that it reads. */
function isPaused(group: GroupSeen): boolean {
  const states = group.from('sinkGroup', ResourceKind.CONNECTOR).map(({ main: { state } }) => state);
  const isResting = (state: ConnectorState | null): boolean =>
    state === ConnectorState.PAUSED || state === ConnectorState.STOPPED;
  return states.length > 0 && states.every(isResting);
}

const RESUME = 'Resume its connector when it is to move records again.';
const DELETE = 'Where nobody needs it any more, delete it: kafka-consumer-groups.sh --delete or --delete-offsets.';

function stopFindings(
  group: GroupSeen,
  stopped: readonly GroupPartition[],
  left: readonly GroupPartition[],
  window: number,
): readonly Candidate[] {
  const isRead = ({ topic }: GroupPartition): boolean => isSubscribed(group.main, topic);
  const read = stopped.filter(isRead);
  const others = [...stopped.filter((partition) => !isRead(partition)), ...left].sort(byLag);
  const base = { reason: FindingReason.CONSUMER_STOPPED, severity: Severity.INFO };
  const said = (why: string, some: readonly GroupPartition[]): string => `${why}, and ${unread(some, window)}`;
  if (read.length === 0) {
    return others.length === 0 ? [] : [{ ...base, message: said('It reads no more', others), advice: DELETE }];
  }
  const all = [...read, ...others].sort(byLag);
  if (isPaused(group)) return [{ ...base, message: said('Its connector is paused', all), advice: RESUME }];
  const advice = 'Look at whether its consumers run, and at what they said last.';
  if (mayHaveDied(group)) {
    const message = said('It has had no members since Vitals began to watch', all);
    return [{ ...base, severity: Severity.WARNING, message, advice: `${advice} ${DELETE}` }];
  }
  if (isExcused(group)) return [{ ...base, message: said('It was not seen alive', all), advice: DELETE }];
  return [{ ...base, severity: Severity.CRITICAL, message: said('It has no members', read), advice }];
}

/** A connector that is paused keeps its consumers in the group: they hold their partitions and read nothing, as they are told. */
function stalledFinding(group: GroupSeen, some: readonly GroupPartition[], window: number): Candidate {
  const base = { reason: FindingReason.CONSUMER_STALLED };
  const what = unread(some, window);
  if (isPaused(group))
    return { ...base, severity: Severity.INFO, message: `Its connector is paused, and ${what}`, advice: RESUME };
  const { memberCount, state } = group.main;
  // Nobody tells whether there is anybody who should read.
  if (memberCount === null && state === null) {
    return {
      ...base,
      severity: isExcused(group) && !mayHaveDied(group) ? Severity.INFO : Severity.WARNING,
      message: `Whether it has members is not known, and ${what}`,
      advice: 'Look at whether its consumers run: kafka-consumer-groups.sh --describe --members.',
    };
  }
  const members = memberCount === null ? 'members' : counted(memberCount, 'member');
  return {
    ...base,
    severity: Severity.CRITICAL,
    message: `It has ${members}, and ${what}`,
    advice: 'Look at what its members do: a message that cannot be processed, a lock, a system behind that does not answer.', // prettier-ignore
  };
}

function unread(some: readonly GroupPartition[], window: number): string {
  return `for ${describeDuration(window)} nothing was read of ${counted(total(some), 'message')} in ${partitionsOf(some)}.`;
}

function laggingFinding(some: readonly GroupPartition[], window: number): Candidate {
  return {
    reason: FindingReason.CONSUMER_LAGGING,
    severity: Severity.WARNING,
    message: `It reads, and for ${describeDuration(window)} its lag has never fallen: ${counted(total(some), 'message waits', 'messages wait')} in ${partitionsOf(some)}.`,
    advice: 'Look at what its members do with each message, and whether there are as many of them as it needs.',
  };
}

function total(partitions: readonly GroupPartition[]): number {
  return partitions.reduce((sum, { lag: messages }) => sum + (messages ?? 0), 0);
}

/** "orders/3" or "4 partitions, most of it in orders/3". */
function partitionsOf(some: readonly GroupPartition[]): string {
  const [worst] = some;
  const name = worst === undefined ? '' : `${worst.topic}/${worst.partition}`;
  return some.length === 1 ? name : `${some.length} partitions, most of it in ${name}`;
}

function roundToSeconds(time: number): number {
  return Math.round(time / SECOND) * SECOND;
}

/** A group that has committed nothing has no lag; one that may not be seen has one that is not known. */
function measured(group: GroupSeen, value: number | null, series: string): readonly Measurement[] {
  const { unavailable, partitions, seenAt: observedAt } = group.main;
  if (unavailable === null && partitions.length === 0) return [];
  const isLost = reachOf(group) === 'lost';
  const why = unavailable ?? 'probe failed';
  return [{ value: isLost || unavailable !== null ? null : value, unavailable: why, observedAt, series }];
}

const rebalance = defineRule({
  kind: ResourceKind.CONSUMER_GROUP,
  signal: SignalName.CONSUMER_REBALANCE,
  title: 'Rebalancing',
  description: 'A group that is rebalancing in every look of 5 minutes is a WARNING: nobody reads meanwhile.',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { CONSUMER_REBALANCING: { for: 5 * MINUTE } },
  judge: ({ main, observedAt }, { CONSUMER_REBALANCING: limit }) => {
    const lasted = rebalancingFor(main, observedAt);
    if (lasted === 0 || lasted < limit.for) return null;
    return {
      findings: [
        {
          reason: FindingReason.CONSUMER_REBALANCING,
          severity: Severity.WARNING,
          message: 'Its members are waiting for their partitions in every look.',
          advice:
            'Look for members that come and go, or take longer than max.poll.interval.ms: each makes all others wait.',
          since: main.rebalancingSince,
        },
      ],
    };
  },
  measure: ({ main, observedAt }) => [{ value: rebalancingFor(main, observedAt) / SECOND, observedAt }],
});

function rebalancingFor({ rebalancingSince }: ConsumerGroup, seenAt: Instant | null): number {
  return rebalancingSince === null || seenAt === null ? 0 : seenAt - rebalancingSince;
}

const reach = defineRule({
  kind: ResourceKind.CONSUMER_GROUP,
  signal: SignalName.CONSUMER_REACH,
  title: 'Coordinator reached',
  description:
    'A group whose coordinator does not answer in two looks at least 2 s apart is UNKNOWN: nobody else knows it.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: {},
  judge: (group) => (reachOf(group) === 'lost' ? { isUnknown: true, isStale: true } : null),
});

export const consumerRules: readonly Rule[] = [lag, delay, ...consumerOffsetRules, rebalance, reach];
