import type { ConsumerGroup, GroupPartition } from '../../model/kafka.js';
import { type Instant, MINUTE, type Milliseconds, after } from '../../model/time.js';

/** Over which looks a group is judged. */
export interface ProgressLimit {
  /** At least so long. */
  readonly window: Milliseconds;
  /** At least so many looks, and as long as they take at rest. */
  readonly samples: number;
  /** At least so many of its commits. */
  readonly commits: number;
}

/** A partition that was not seen for no longer than this stays what it was: another leader is there within seconds. */
const LONGEST_GAP: Milliseconds = MINUTE;

/** Whether so little time is unseen of a partition that what was known before still holds. */
export function isShortGap(unseenSince: Instant, now: Instant): boolean {
  return now - unseenSince <= LONGEST_GAP;
}

/** How one partition of a group does, from worst to best. */
export type Progress = 'stopped' | 'stalled' | 'lagging' | 'fine';

/** The length of what is looked at: longer for groups that commit seldom. */
export function windowOf({ restingInterval, commitInterval }: ConsumerGroup, limit: ProgressLimit): Milliseconds {
  return Math.max(limit.window, limit.samples * restingInterval, limit.commits * (commitInterval ?? 0));
}

/** Whether something has been so for the whole window, and in enough looks at it. */
function lasts(
  since: Instant | null,
  firstLook: number,
  { looks }: ConsumerGroup,
  now: Instant,
  window: Milliseconds,
  samples: number,
): boolean {
  return since !== null && now - since >= window && looks - firstLook + 1 >= samples;
}

/**
 * When the first window of a group ends before its next look at rest, if nothing else is seen until then: what a look at that
 * time tells need not wait for its turn. Null: none does.
 */
export function nextWindowEnd(group: ConsumerGroup, limits: readonly ProgressLimit[]): Instant | null {
  const { seenAt, restingInterval, partitions } = group;
  if (seenAt === null) return null;
  let first: number = Infinity;
  for (const limit of limits) {
    const window = windowOf(group, limit);
    for (const { laggingSince, committedSince, risingSince, unseenSince } of partitions) {
      if (laggingSince === null || unseenSince !== null) continue;
      for (const since of [committedSince, risingSince]) {
        const end = since === null ? Infinity : Math.max(since, laggingSince) + window;
        if (end > seenAt && end < first) first = end;
      }
    }
  }
  return first < after(seenAt, restingInterval) ? (first as Instant) : null;
}

/**
 * How a partition did over the window, after Burrow. In this order: a look without lag says that all is well, whatever the
 * others say; an offset that stands still says more than a lag that grows because of it.
 * @param seenAt when the group was looked at last: what came after is not known
 */
export function progressOf(
  group: ConsumerGroup,
  partition: GroupPartition,
  seenAt: Instant,
  limit: ProgressLimit,
): Progress {
  const { laggingSince, laggingLook, committedSince, committedLook, risingSince, risingLook } = partition;
  const window = windowOf(group, limit);
  const { unseenSince } = partition;
  if (unseenSince !== null && !isShortGap(unseenSince, seenAt)) return 'fine';
  const hasLasted = (since: Instant | null, look: number): boolean =>
    lasts(since, look, group, unseenSince ?? seenAt, window, limit.samples);
  if (!hasLasted(laggingSince, laggingLook)) return 'fine';
  if (hasLasted(committedSince, committedLook)) return group.memberCount === 0 ? 'stopped' : 'stalled';
  return hasLasted(risingSince, risingLook) ? 'lagging' : 'fine';
}

/** Whether its members read that topic, or would if there were any. */
export function isSubscribed({ subscribed }: ConsumerGroup, topic: string): boolean {
  return subscribed === null || subscribed.includes(topic);
}

/** How long the oldest message that waits has been waiting; 0: none waits; null: not known. At least that where it is longer. */
export function delayOf({ lag, behindSince, unseenSince }: GroupPartition, seenAt: Instant): Milliseconds | null {
  if (unseenSince !== null || lag === null) return null;
  return behindSince === null ? 0 : Math.max(0, seenAt - behindSince);
}
