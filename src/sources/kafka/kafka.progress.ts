import type { GroupPartition } from '../../model/kafka.js';
import type { Instant } from '../../model/time.js';
import { isShortGap } from './consumer-progress.js';
import type { Written } from './kafka.end-offsets.js';

/** What one look tells of a group in one partition. */
export interface PartitionLook {
  readonly topic: string;
  readonly partition: number;
  /** −1: it has committed nothing. */
  readonly committed: number;
  /** Where the log begins and ends; null: its leader did not tell. */
  readonly start: number | null;
  readonly end: number | null;
  /** Transactions leave markers that nobody reads: the last one is no message that waits. */
  readonly isTransactional: boolean;
}

export interface LookTime {
  readonly now: Instant;
  /** The number of the look, from 1 on. */
  readonly look: number;
  /** When the message at an offset of that partition was written. */
  readonly written: (topic: string, partition: number, offset: number) => Written | null;
}

/**
 * What is remembered after one more look. A partition that could not be seen stays what it was, and begins anew when that was
 * long: nobody knows what it did meanwhile. The same object where nothing is different.
 */
export function advance(before: GroupPartition | undefined, seen: PartitionLook, time: LookTime): GroupPartition {
  const { end } = seen;
  if (end === null) return unseen(before, seen, time);
  const after = seenAgain(before, { ...seen, end }, time);
  return before !== undefined && isSame(before, after) ? before : after;
}

/** What is known of the past of one that was seen lately, too; of any other, nothing. */
function seenAgain(
  before: GroupPartition | undefined,
  seen: PartitionLook & { end: number },
  time: LookTime,
): GroupPartition {
  const { topic, partition, start, end } = seen;
  const { now, look } = time;
  const committed = seen.committed < 0 ? null : seen.committed;
  const lag = lagOf(committed, seen);
  const isKnown = before !== undefined && (before.unseenSince === null || isShortGap(before.unseenSince, now));
  const past = isKnown ? before : undefined;
  const isMoved = past?.committed !== committed;
  const isLagging = lag !== null && lag > 0;
  const isNew = past === undefined || past.laggingSince === null;
  const isFalling = isNew || (lag ?? 0) < (past.lag ?? 0);
  const behind = !isLagging || committed === null ? null : behindOf(isMoved ? undefined : past, committed, seen, time);
  return {
    topic,
    partition,
    committed,
    start,
    end,
    lag,
    behindSince: behind?.since ?? null,
    isBehindLonger: behind?.isLonger ?? false,
    committedSince: isMoved ? now : past.committedSince,
    committedLook: isMoved ? look : past.committedLook,
    laggingSince: !isLagging ? null : isNew ? now : past.laggingSince,
    laggingLook: !isLagging ? 0 : isNew ? look : past.laggingLook,
    risingSince: !isLagging ? null : isFalling ? now : past.risingSince,
    risingLook: !isLagging ? 0 : isFalling ? look : past.risingLook,
    rewoundFrom: rewoundFrom(before, committed, end),
    unseenSince: null,
  };
}

function lagOf(committed: number | null, { end, isTransactional }: PartitionLook & { end: number }): number | null {
  if (committed === null) return null;
  const lag = Math.max(0, end - committed);
  return isTransactional && lag <= 1 ? 0 : lag;
}

/** Once known, it stays: what is remembered of the end of the log gets rougher. */
function behindOf(
  past: GroupPartition | undefined,
  committed: number,
  { topic, partition, start }: PartitionLook,
  { now, written }: LookTime,
): Written {
  if (past != null && past.behindSince !== null) return { since: past.behindSince, isLonger: past.isBehindLonger };
  return written(topic, partition, Math.max(committed, start ?? 0)) ?? { since: now, isLonger: false };
}

/** It is over when the group has come as far again, or the log is not that long any more: it is another one. */
function rewoundFrom(before: GroupPartition | undefined, committed: number | null, end: number): number | null {
  if (before === undefined || committed === null) return null;
  const wasAt = before.committed ?? 0;
  const farthest = committed < wasAt ? Math.max(wasAt, before.rewoundFrom ?? 0) : before.rewoundFrom;
  return farthest === null || committed >= farthest || end < farthest ? null : farthest;
}

function unseen(before: GroupPartition | undefined, seen: PartitionLook, { now, look }: LookTime): GroupPartition {
  if (before !== undefined) return before.unseenSince === null ? { ...before, unseenSince: now } : before;
  const { topic, partition, committed } = seen;
  return {
    topic,
    partition,
    committed: committed < 0 ? null : committed,
    start: null,
    end: null,
    lag: null,
    behindSince: null,
    isBehindLonger: false,
    committedSince: now,
    committedLook: look,
    laggingSince: null,
    laggingLook: 0,
    risingSince: null,
    risingLook: 0,
    rewoundFrom: null,
    unseenSince: now,
  };
}

function isSame(a: GroupPartition, b: GroupPartition): boolean {
  return (
    a.committed === b.committed &&
    a.end === b.end &&
    a.start === b.start &&
    a.lag === b.lag &&
    a.laggingSince === b.laggingSince &&
    a.risingSince === b.risingSince &&
    a.committedSince === b.committedSince &&
    a.rewoundFrom === b.rewoundFrom &&
    a.behindSince === b.behindSince &&
    a.unseenSince === b.unseenSince
  );
}
