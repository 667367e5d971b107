import type { ConsumerGroup, GroupPartition } from '../../model/kafka.js';
import { type Instant, MINUTE, type Milliseconds } from '../../model/time.js';

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
