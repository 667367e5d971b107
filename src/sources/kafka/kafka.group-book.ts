import { bounded } from '../../model/bounded.js';
import { getOrMake } from '../../model/get-or-make.js';
import { resourceId } from '../../model/ids.js';
import { type ConsumerGroup, ConsumerGroupState, type GroupPartition } from '../../model/kafka.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Instant, type Milliseconds, SECOND } from '../../model/time.js';
import { lookUp } from '../look-up.js';
import type { CommittedAnswer, DescribedGroup, ListedGroup, TopicPartitions } from './kafka.answers.js';
import type { KafkaConfig } from './kafka.config.js';
import { EndOffsets } from './kafka.end-offsets.js';
import { type LookTime, advance } from './kafka.progress.js';
import { lackOf } from './kafka.question.js';
import type { BrokerPart, Sweep } from './kafka.sweep.js';
import type { TopicBook } from './kafka.topic-book.js';

/** So many of the last commits say how often a group commits. */
const MOST_COMMIT_TIMES = 5;

/** A group that was not seen for longer begins anew: nobody knows what it did meanwhile. */
const LONGEST_GAP_LOOKS = 5;

/**
 * So long after a group has got another coordinator, nothing of it goes back: the new one tells what it knows to be
 * replicated, which is behind what the old one told until its followers have fetched (seen for up to a second, Kafka 4.1).
 */
const TAKING_OVER: Milliseconds = 5 * SECOND;

/** Sweeps in a row in which all that could know a group did not name it. */
const GONE_AFTER = 2;

const STATES: Readonly<Record<string, ConsumerGroupState>> = {
  Stable: ConsumerGroupState.STABLE,
  PreparingRebalance: ConsumerGroupState.REBALANCING,
  CompletingRebalance: ConsumerGroupState.REBALANCING,
  Assigning: ConsumerGroupState.REBALANCING,
  Reconciling: ConsumerGroupState.REBALANCING,
  NotReady: ConsumerGroupState.REBALANCING,
  Empty: ConsumerGroupState.EMPTY,
  Dead: ConsumerGroupState.DEAD,
};

/** One group as one sweep saw it. */
interface GroupLook {
  readonly listed: ListedGroup;
  readonly coordinator: number;
  readonly described: DescribedGroup | undefined;
  readonly committed: CommittedAnswer | undefined;
}

/** Both ends of the logs of one topic, by partition. */
interface Ends {
  readonly starts: ReadonlyMap<number, number>;
  readonly ends: ReadonlyMap<number, number>;
}

/** What became of the groups that are known. */
export interface GroupNews {
  readonly seen: readonly ConsumerGroup[];
  /** Not named by anybody who answered, while somebody did not. */
  readonly unseen: readonly ConsumerGroup[];
  readonly gone: readonly ConsumerGroup[];
}

/** Which groups there are, and what is remembered of each from look to look. */
export class GroupBook {
  private readonly groups = new Map<string, ConsumerGroup>();
  private readonly missed = new Map<string, number>();
  /** When each was looked at last, whatever it told. */
  private readonly takenAt = new Map<string, Instant>();
  /** Groups whose coordinator has just taken over, since when. */
  private readonly takenOver = new Map<string, Instant>();
  private readonly endOffsets = new EndOffsets();
  /** All groups that there are have been named at least once. */
  private isListed = false;

  constructor(
    private readonly config: Pick<KafkaConfig, 'name' | 'labels' | 'interval'>,
    private readonly topics: TopicBook,
  ) {}

  /** @param isComplete everybody who could coordinate a group has named theirs */
  take(sweep: Sweep, isComplete: boolean): GroupNews {
    const ends = this.recordEnds(sweep);
    const seen = looksOf(sweep.parts).map((look) => this.takeOne(look, ends, sweep.at));
    if (isComplete) this.isListed = true;
    const names = new Set(seen.map(({ name }) => name));
    const unseen: ConsumerGroup[] = [];
    const gone: ConsumerGroup[] = [];
    for (const [name, group] of this.groups) {
      if (names.has(name)) {
        this.missed.delete(name);
        continue;
      }
      const times = isComplete ? (this.missed.get(name) ?? 0) + 1 : 0;
      this.missed.set(name, times);
      if (times < GONE_AFTER) {
        if (!isComplete) unseen.push(group);
        continue;
      }
      gone.push(group);
      this.groups.delete(name);
      this.missed.delete(name);
      this.takenAt.delete(name);
      this.takenOver.delete(name);
    }
    return { seen, unseen, gone };
  }

  /** Groups of which we may not read how far they have come. */
  get forbidden(): readonly string[] {
    return [...this.groups.values()].filter(({ unavailable }) => unavailable === 'forbidden').map(({ name }) => name);
  }

  forgetTopics(names: readonly string[]): void {
    for (const name of names) this.endOffsets.forget(name);
  }

  /** Partitions with a single message at their end that has been waiting for more than one look: perhaps it is none. */
  lonelyLasts(): readonly TopicPartitions[] {
    const found = new Map<string, Set<number>>();
    for (const { partitions, looks } of this.groups.values()) {
      for (const { topic, partition, lag, laggingLook } of partitions) {
        if (lag !== 1 || laggingLook >= looks) continue;
        getOrMake(found, topic, () => new Set<number>()).add(partition);
      }
    }
    return Array.from(found, ([topic, partitions]) => ({ topic, partitions: [...partitions] }));
  }

  private recordEnds({ parts, at }: Sweep): ReadonlyMap<string, Ends> {
    const byTopic = new Map<string, { starts: Map<number, number>; ends: Map<number, number> }>();
    const of = (topic: string): { starts: Map<number, number>; ends: Map<number, number> } =>
      getOrMake(byTopic, topic, () => ({ starts: new Map<number, number>(), ends: new Map<number, number>() }));
    for (const part of parts.values()) {
      for (const { topic, partitions, offsets } of part.starts) {
        for (const [index, partition] of partitions.entries()) of(topic).starts.set(partition, offsets[index] ?? 0);
      }
      for (const { topic, partitions, offsets } of part.ends) {
        for (const [index, partition] of partitions.entries()) {
          of(topic).ends.set(partition, offsets[index] ?? 0);
          this.endOffsets.record(topic, partition, offsets[index] ?? 0, at);
        }
      }
    }
    return byTopic;
  }

  private takeOne(look: GroupLook, ends: ReadonlyMap<string, Ends>, now: Instant): ConsumerGroup {
    // It is asked for by its whole name, and known by this one.
    const name = bounded(look.listed.name);
    const before = this.groups.get(name);
    this.noteCoordinator(name, before, look.coordinator, now);
    const group = this.factsOf(name, look, before, ends, now);
    this.groups.set(name, group);
    this.takenAt.set(name, now);
    return group;
  }

  private noteCoordinator(name: string, before: ConsumerGroup | undefined, coordinator: number, now: Instant): void {
    if (before !== undefined && before.coordinator !== coordinator) this.takenOver.set(name, now);
    else if (now - (this.takenOver.get(name) ?? -Infinity) > TAKING_OVER) this.takenOver.delete(name);
  }

  private factsOf(
    name: string,
    look: GroupLook,
    before: ConsumerGroup | undefined,
    ends: ReadonlyMap<string, Ends>,
    now: Instant,
  ): ConsumerGroup {
    const { listed, described, coordinator } = look;
    const { name: system, labels, interval } = this.config;
    const state = lookUp(STATES, described?.state ?? listed.state) ?? null;
    const isEmpty = state === ConsumerGroupState.EMPTY || state === ConsumerGroupState.DEAD;
    const isTold = described?.errorCode === 0;
    const memberCount = isEmpty ? 0 : isTold ? described.members : null;
    const offsets = this.offsetsOf(look, before, ends, now);
    const hasMembers = (memberCount ?? 0) > 0 || (state !== null && !isEmpty);
    const isAlive = hasMembers || offsets.hasCommitted;
    return {
      id: before?.id ?? resourceId(ResourceKind.CONSUMER_GROUP, system, name),
      kind: ResourceKind.CONSUMER_GROUP,
      name,
      system,
      namespace: null,
      labels,
      state,
      memberCount,
      coordinator,
      rebalancingSince: state === ConsumerGroupState.REBALANCING ? this.rebalancingSince(before, now) : null,
      lastAliveAt: isAlive ? now : (before?.lastAliveAt ?? null),
      isFromBefore: before?.isFromBefore ?? !this.isListed,
      subscribed: isTold && !isEmpty ? (described.subscribed?.map(bounded) ?? null) : (before?.subscribed ?? null),
      restingInterval: interval,
      ...offsets.facts,
    };
  }

  private offsetsOf(
    look: GroupLook,
    before: ConsumerGroup | undefined,
    ends: ReadonlyMap<string, Ends>,
    now: Instant,
  ): Offsets {
    const { committed } = look;
    if (committed === undefined || committed.errorCode !== 0) {
      const why = committed === undefined ? 'probe failed' : lackOf(committed.errorCode);
      return { facts: { ...offsetsAsBefore(before), unavailable: why }, hasCommitted: false };
    }
    const past = this.pastOf(before, now);
    const isTakenOver = before !== undefined && this.takenOver.has(before.name);
    const known = new Map(past.map((partition) => [`${partition.topic}/${partition.partition}`, partition]));
    const time: LookTime = { now, look: (before?.looks ?? 0) + 1, written: (...of) => this.endOffsets.written(...of) };
    const [partitions, topics]: [GroupPartition[], string[]] = [[], []];
    let [leftovers, commitTime]: [number, Milliseconds | null] = [0, null];
    for (const { topic, partitions: numbers, offsets } of committed.topics) {
      const topicFacts = this.topics.get(topic);
      const ofTopic = ends.get(topic);
      const isTransactional = this.topics.isTransactional(topic);
      if (topicFacts !== undefined) topics.push(topic);
      for (const [index, partition] of numbers.entries()) {
        // What was committed outlives the topic, and its partitions.
        if (topicFacts === undefined || partition >= topicFacts.partitions.length) {
          leftovers += 1;
          continue;
        }
        const old = known.get(`${topic}/${partition}`);
        const [start, end] = [ofTopic?.starts.get(partition) ?? null, ofTopic?.ends.get(partition) ?? null];
        const told = offsets[index] ?? -1;
        const least = isTakenOver ? (old?.committed ?? -1) : -1;
        const seen = { topic, partition, committed: Math.max(told, least), start, end, isTransactional };
        const next = advance(old, seen, time);
        commitTime = longer(commitTime, timeToCommit(old, next, now));
        partitions.push(next);
      }
    }
    const commitTimes = [...(before?.commitTimes ?? []), ...(commitTime === null ? [] : [commitTime])].slice(-MOST_COMMIT_TIMES); // prettier-ignore
    const facts = { partitions, topics: sameOr(before?.topics, topics), leftovers, unavailable: null, commitTimes, commitInterval: median(commitTimes), seenAt: now, looks: time.look }; // prettier-ignore
    return { facts, hasCommitted: commitTime !== null };
  }

  /** In every look since then. What it did in a long gap nobody knows. */
  private rebalancingSince(before: ConsumerGroup | undefined, now: Instant): Instant {
    if (before === undefined || !this.isShortGap(this.takenAt.get(before.name) ?? now, now)) return now;
    return before.rebalancingSince ?? now;
  }

  private isShortGap(from: Instant, to: Instant): boolean {
    return to - from <= LONGEST_GAP_LOOKS * this.config.interval;
  }

  private pastOf(before: ConsumerGroup | undefined, now: Instant): readonly GroupPartition[] {
    if (before === undefined) return [];
    const seenAt = before.seenAt ?? now;
    if (this.isShortGap(seenAt, now)) return before.partitions;
    return before.partitions.map((partition) => ({ ...partition, unseenSince: partition.unseenSince ?? seenAt }));
  }
}

type OffsetFacts = Pick<
  ConsumerGroup,
  'partitions' | 'topics' | 'leftovers' | 'unavailable' | 'commitTimes' | 'commitInterval' | 'seenAt' | 'looks'
>;

interface Offsets {
  readonly facts: OffsetFacts;
  readonly hasCommitted: boolean;
}

const NO_OFFSETS: OffsetFacts = {
  partitions: [],
  topics: [],
  leftovers: 0,
  unavailable: null,
  commitTimes: [],
  commitInterval: null,
  seenAt: null,
  looks: 0,
};

function offsetsAsBefore(before: ConsumerGroup | undefined): OffsetFacts {
  if (before === undefined) return NO_OFFSETS;
  const { partitions, topics, leftovers, unavailable, commitTimes, commitInterval, seenAt, looks } = before;
  return { partitions, topics, leftovers, unavailable, commitTimes, commitInterval, seenAt, looks };
}

function looksOf(parts: ReadonlyMap<number, BrokerPart>): readonly GroupLook[] {
  const looks = new Map<string, GroupLook>();
  for (const [coordinator, { groups, described, committed }] of parts) {
    for (const listed of groups ?? []) {
      const { name } = listed;
      looks.set(name, { listed, coordinator, described: described.get(name), committed: committed.get(name) });
    }
  }
  return [...looks.values()];
}

/** How long it had something to do before its offset moved; null: it did not move, or nobody knows. */
function timeToCommit(before: GroupPartition | undefined, after: GroupPartition, now: Instant): Milliseconds | null {
  if (before === undefined || before.unseenSince !== null || after.unseenSince !== null) return null;
  if (before.committed === after.committed) return null;
  return now - Math.max(before.committedSince, before.laggingSince ?? now);
}

function longer(a: Milliseconds | null, b: Milliseconds | null): Milliseconds | null {
  return a === null ? b : Math.max(a, b ?? 0);
}

/** One that stood still for hours and goes on has not changed its ways. */
function median(times: readonly Milliseconds[]): Milliseconds | null {
  return [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) / 2)] ?? null;
}

/** The list from before, where it is the same: edges are drawn from it. */
function sameOr(before: readonly string[] | undefined, now: readonly string[]): readonly string[] {
  const isSame = before?.length === now.length && now.every((topic, index) => topic === before[index]);
  return isSame ? before : now;
}
