import type { Observation } from '../../../src/model/facts.js';
import { type ResourceId, resourceId } from '../../../src/model/ids.js';
import { type Broker, type BrokerDisks, type ConsumerGroup, ConsumerGroupState, type GroupPartition, type Kafka, type LogDir, type Topic, type TopicPartition } from '../../../src/model/kafka.js'; // prettier-ignore
import { ResourceKind } from '../../../src/model/kinds.js';
import { type SightState, type Source, SourceMode } from '../../../src/model/source.js';
import { type Instant, SECOND } from '../../../src/model/time.js';
import type { LimitSettings } from '../../../src/registry/limit-book.js';
import { kafka } from '../../../src/sources/kafka/definition.js';
import { platformKinds, platformRecords, platformRules } from '../../../src/sources/platform.js';
import { sourceRules } from '../../../src/sources/source.rules.js';
import { type World, judgedWorld } from '../../support/judged.js';

const SYSTEM = 'events';
const COMMON = { system: SYSTEM, namespace: null, labels: {} };

export const CLUSTER = resourceId(ResourceKind.KAFKA, SYSTEM, SYSTEM);
export const GROUP = groupId('readers');

export function nodeId(id: number): ResourceId {
  return resourceId(ResourceKind.BROKER, SYSTEM, `broker-${id}`);
}

export function topicId(name: string): ResourceId {
  return resourceId(ResourceKind.TOPIC, SYSTEM, name);
}

export function groupId(name: string): ResourceId {
  return resourceId(ResourceKind.CONSUMER_GROUP, SYSTEM, name);
}

/** A registry with the kinds and rules of this source, and the rows of the front page. */
export function kafkaWorld(settings: Partial<LimitSettings> = {}): World {
  const world = judgedWorld({
    kinds: [...platformKinds, ...kafka.kinds],
    rules: [...platformRules, ...sourceRules, ...kafka.rules],
    causes: kafka.causes,
    settings,
  });
  return world.see(...platformRecords(() => true, world.clock.now()));
}

export function cluster(now: Instant, facts: Partial<Kafka> = {}): Observation {
  const main: Kafka = {
    ...COMMON,
    id: CLUSTER,
    kind: ResourceKind.KAFKA,
    name: SYSTEM,
    version: 'metadata 4.1-IV1',
    clusterId: 'abc',
    controllerId: 1,
    placement: null,
    topicsSeenAt: now,
    unavailable: {},
    ...facts,
  };
  return { id: CLUSTER, kind: ResourceKind.KAFKA, aspect: 'main', facts: main, observedAt: now };
}

export function source(now: Instant, state: SightState = 'ok'): Observation {
  const id = resourceId(ResourceKind.SOURCE, SYSTEM, `kafka/${SYSTEM}`);
  const message = state === 'ok' ? null : `a:9092 is ${state}.`;
  const sight = { resourceId: null, contactAt: now, state, message, since: now };
  const facts: Source = {
    ...COMMON,
    id,
    kind: ResourceKind.SOURCE,
    name: `kafka/${SYSTEM}`,
    mode: SourceMode.PROBED,
    interval: 10 * SECOND,
    lastDurationMilliseconds: 5,
    consecutiveFailures: 0,
    partOf: 'kafka',
    endpointId: CLUSTER,
    state,
    message,
    stateSince: now,
    sights: [
      { ...sight, subject: 'topics', kind: ResourceKind.TOPIC },
      { ...sight, subject: 'consumer groups', kind: ResourceKind.CONSUMER_GROUP },
    ],
    clockSkew: null,
  };
  return { id, kind: ResourceKind.SOURCE, aspect: 'main', facts, observedAt: now };
}

type DifferentBroker = Partial<Broker> & {
  readonly reach?: SightState;
  readonly disks?: readonly Partial<LogDir>[] | BrokerDisks;
};

export function broker(
  now: Instant,
  number: number,
  { reach = 'ok', disks = [], ...facts }: DifferentBroker = {},
): readonly Observation[] {
  // prettier-ignore
  const id = nodeId(number);
  const main: Broker = {
    ...COMMON,
    id,
    kind: ResourceKind.BROKER,
    name: `broker-${number}`,
    nodeId: number,
    host: `kafka-${number}`,
    port: 9092,
    rack: null,
    isAlive: true,
    placement: null,
    missingSince: facts.isAlive === false ? now : null,
    leaders: 1,
    replicas: 3,
    ...facts,
  };
  const side = { state: reach, message: reach === 'ok' ? null : `It is ${reach}.`, stateSince: now };
  const told: BrokerDisks = 'unavailable' in disks ? disks : { logDirs: disks.map(logDir), unavailable: null };
  return [
    { id, kind: ResourceKind.BROKER, aspect: 'main', facts: main, observedAt: now },
    { id, kind: ResourceKind.BROKER, aspect: 'reach', facts: side, observedAt: now },
    { id, kind: ResourceKind.BROKER, aspect: 'disks', facts: told, observedAt: now },
  ];
}

function logDir(facts: Partial<LogDir>): LogDir {
  return { path: '/logs', totalBytes: 1_000, freeBytes: 500, isOffline: false, ...facts };
}

/** Three replicas on brokers 1, 2, 3, all in sync, led by the first. */
export function partition(number: number, facts: Partial<TopicPartition> = {}): TopicPartition {
  return { partition: number, leader: 1, replicas: [1, 2, 3], inSync: [1, 2, 3], adding: [], ...facts };
}

export function topic(
  now: Instant,
  name: string,
  partitions: readonly TopicPartition[],
  facts: Partial<Topic> = {},
): Observation {
  // prettier-ignore
  const id = topicId(name);
  const main: Topic = {
    ...COMMON,
    id,
    kind: ResourceKind.TOPIC,
    name,
    isInternal: false,
    minInSyncReplicas: 2,
    written: null,
    partitions,
    ...facts,
  };
  return { id, kind: ResourceKind.TOPIC, aspect: 'main', facts: main, observedAt: now };
}

/** Read to the end. */
export function progress(now: Instant, facts: Partial<GroupPartition> = {}): GroupPartition {
  return {
    topic: 'orders',
    partition: 0,
    committed: 100,
    start: 0,
    end: 100,
    lag: 0,
    behindSince: null,
    isBehindLonger: false,
    committedSince: now,
    committedLook: 1,
    laggingSince: null,
    laggingLook: 0,
    risingSince: null,
    risingLook: 0,
    rewoundFrom: null,
    unseenSince: null,
    ...facts,
  };
}

/** Of one member, alive a moment ago. */
export function group(
  now: Instant,
  partitions: readonly GroupPartition[],
  facts: Partial<ConsumerGroup> = {},
): Observation {
  // prettier-ignore
  const { name = 'readers' } = facts;
  const id = groupId(name);
  const main: ConsumerGroup = {
    ...COMMON,
    id,
    kind: ResourceKind.CONSUMER_GROUP,
    name,
    state: ConsumerGroupState.STABLE,
    memberCount: 1,
    coordinator: 1,
    rebalancingSince: null,
    lastAliveAt: now,
    subscribed: ['orders'],
    topics: [...new Set(partitions.map((one) => one.topic))],
    partitions,
    leftovers: 0,
    unavailable: null,
    commitInterval: null,
    commitTimes: [],
    seenAt: now,
    looks: 100,
    restingInterval: 10 * SECOND,
    ...facts,
  };
  return { id, kind: ResourceKind.CONSUMER_GROUP, aspect: 'main', facts: main, observedAt: now };
}
