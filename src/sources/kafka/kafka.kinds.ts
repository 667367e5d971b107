import type { Edge } from '../../model/edges.js';
import { type ResourceId, referenceTo, resourceId, systemId } from '../../model/ids.js';
import type { ConsumerGroup, Topic } from '../../model/kafka.js';
import {
  type KindDefinition,
  type Series,
  defineInterest,
  defineKind,
  defineSeries,
} from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import { edgesToHost, edgesToPods } from '../../model/placement.js';
import type { MainFacts } from '../../model/facts.js';
import type { LimitsByReason } from '../../model/rule.js';
import { HOUR, MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import { freeShare } from './broker.rules.js';
import { delayOf } from './consumer-progress.js';
import { brokerName } from './kafka.broker-book.js';
import { isOffline, isPreferred, missedReplicas } from './kafka-neighbours.js';

const kafkaId = (system: string): ResourceId => resourceId(ResourceKind.KAFKA, system, system);
const toKafka = (system: string): Edge => ({ name: 'kafka', to: kafkaId(system) });

const kafkaKind = defineKind({
  kind: ResourceKind.KAFKA,
  edges: ({ placement }) => edgesToPods(placement),
  parent: () => systemId('kafka'),
  vitalMembers: [ResourceKind.BROKER],
  interests: [defineInterest({ kind: ResourceKind.SOURCE, edge: 'endpoint', direction: 'from' })],
});

const brokerKind = defineKind({
  kind: ResourceKind.BROKER,
  edges: ({ system, placement, host }) => [toKafka(system), ...edgesToHost(placement, host)],
  parent: ({ main: { system } }) => kafkaId(system),
  series: [
    defineSeries({
      kind: ResourceKind.BROKER,
      name: 'free',
      aspect: 'disks',
      keep: 'last',
      step: () => 30 * SECOND,
      window: () => HOUR,
      values: ({ logDirs }) =>
        (logDirs ?? []).flatMap((logDir) => {
          const free = freeShare(logDir);
          return free === null ? [] : [{ subject: logDir.path, value: free }];
        }),
    }),
  ],
});

function replicaEdges({ system, partitions }: Topic): readonly Edge[] {
  const ids = [...new Set(partitions.flatMap(({ replicas }) => replicas))].sort((a, b) => a - b);
  return ids.map((id): Edge => ({ name: 'replica', to: referenceTo(ResourceKind.BROKER, system, null, brokerName(id)) })); // prettier-ignore
}

const sumOf = (total: string, amount: (topic: Topic) => number) => ({
  total,
  amount: (topic: MainFacts<ResourceKind.TOPIC>) => amount(topic),
  receiver: ({ system }: MainFacts<ResourceKind.TOPIC>) => kafkaId(system),
});

/** As fine as what is counted over them needs. */
const SAMPLES_IN_WINDOW = 10;
const skipWindow = ({ CONNECTOR_RECORDS_SKIPPED: limit }: LimitsByReason): Milliseconds =>
  limit?.['window'] ?? 5 * MINUTE;

const topicKind = defineKind({
  kind: ResourceKind.TOPIC,
  series: [
    {
      name: 'written',
      aspect: 'main',
      keep: 'last',
      step: (limits) => Math.max(SECOND, skipWindow(limits) / SAMPLES_IN_WINDOW),
      window: skipWindow,
      readBy: ResourceKind.CONNECTOR,
      values: ({ written }) => (written === null ? [] : [{ subject: null, value: written }]),
    },
  ],
  edges: (topic) => [toKafka(topic.system), ...replicaEdges(topic)],
  parent: ({ main: { system } }) => kafkaId(system),
  contributes: [
    sumOf('partitions', ({ partitions }) => partitions.length),
    sumOf('elsewhere', ({ partitions }) => partitions.filter((one) => !isPreferred(one)).length),
    sumOf('offline', ({ partitions }) => partitions.filter(isOffline).length),
    sumOf('underReplicated', ({ partitions }) => partitions.filter((one) => missedReplicas(one).length > 0).length),
  ],
});

/** Thousands of groups read hundreds of topics each: their edges are made when these change, not at every look. */
const edgesOf = new WeakMap<readonly string[], readonly Edge[]>();

function groupEdges({ system, topics }: ConsumerGroup): readonly Edge[] {
  let edges = edgesOf.get(topics);
  if (edges === undefined) {
    edges = [
      toKafka(system),
      ...topics.map((topic): Edge => ({ name: 'topic', to: referenceTo(ResourceKind.TOPIC, system, null, topic) })),
    ];
    edgesOf.set(topics, edges);
  }
  return edges;
}

type GroupSeries = Series<ResourceKind.CONSUMER_GROUP>;

function groupSeries(name: string, value: (group: ConsumerGroup) => number | null): GroupSeries {
  return {
    name,
    aspect: 'main',
    keep: 'last',
    step: () => 30 * SECOND,
    window: () => 30 * MINUTE,
    values: (facts) => {
      const known = value(facts as ConsumerGroup);
      return known === null ? [] : [{ subject: null, value: known }];
    },
  };
}

function totalLag({ partitions }: ConsumerGroup): number | null {
  return partitions.length === 0 ? null : partitions.reduce((sum, { lag }) => sum + (lag ?? 0), 0);
}

function worstDelay({ partitions, seenAt }: ConsumerGroup): number | null {
  if (seenAt === null) return null;
  const known = partitions.flatMap((partition) => delayOf(partition, seenAt) ?? []);
  return known.length === 0 ? null : Math.max(...known) / SECOND;
}

const groupKind = defineKind({
  kind: ResourceKind.CONSUMER_GROUP,
  edges: groupEdges,
  interests: [
    defineInterest({
      kind: ResourceKind.CONNECTOR,
      edge: 'sinkGroup',
      direction: 'from',
      digest: ({ state }) => state,
    }),
  ],
  parent: ({ main: { system } }) => kafkaId(system),
  series: [groupSeries('lag', totalLag), groupSeries('delay', worstDelay)],
});

export const kafkaKinds: readonly KindDefinition[] = [kafkaKind, brokerKind, topicKind, groupKind];
