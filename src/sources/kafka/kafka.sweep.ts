import type { Endpoint } from '../../config/fields.js';
import { getOrMake } from '../../model/get-or-make.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import type {
  Answered,
  ClusterAnswer,
  ClusterDescription,
  CommittedAnswer,
  DescribedGroup,
  ListedGroup,
  MinInSyncAnswer,
  Reassignment,
  RegisteredBroker,
  TopicOffsets,
  TopicPartitions,
} from './kafka.answers.js';
import type { KafkaClient } from './kafka.client.js';
import {
  clusterQuestion,
  descriptionQuestion,
  minInSyncQuestion,
  quorumQuestion,
  reassignmentsQuestion,
} from './kafka.cluster-questions.js';
import { lackBehind } from './kafka.failure.js';
import { metadataLevelQuestion } from './kafka.features-question.js';
import { type Limits, within } from '../../sampling/within.js';
import { firstAnswer } from '../first-answer.js';
import { classicGroupsQuestion, committedQuestion, consumerGroupsQuestion, groupsQuestion } from './kafka.group-questions.js'; // prettier-ignore
import type { BrokerLink } from './kafka.link.js';
import { EARLIEST, LATEST, type WritersAnswer, offsetsQuestion, writersQuestion } from './kafka.offset-questions.js';

/** What one broker told in a sweep; null: it did not. */
export interface BrokerPart {
  /** Groups that it coordinates and that could be consumers'. */
  readonly groups: readonly ListedGroup[] | null;
  /** Why it does not name them; null where it does. */
  readonly groupsLack: 'unsupported' | 'forbidden' | 'probe failed' | null;
  readonly described: ReadonlyMap<string, DescribedGroup>;
  readonly committed: ReadonlyMap<string, CommittedAnswer>;
  readonly ends: readonly TopicOffsets[];
  readonly starts: readonly TopicOffsets[];
  readonly writers: readonly WritersAnswer[];
}

/** What the cluster as a whole tells, by any of its brokers. */
export interface ClusterPart {
  readonly cluster: ClusterAnswer;
  readonly registered: Answered<readonly RegisteredBroker[]>;
  /** See `ClusterDescription`. */
  readonly mayDescribe: boolean | null;
  readonly controllerId: Answered<number>;
  /** What the brokers have agreed upon; null: nothing. */
  readonly metadataLevel: Answered<number | null>;
  /** Asked for only while replicas are missing. */
  readonly reassignments: readonly Reassignment[];
  /** Of the topics that were asked for. */
  readonly minInSync: Answered<MinInSyncAnswer>;
}

/** What the last sweep told, as far as this one asks because of it. */
export interface Wishes {
  /** Topics whose configuration is wanted. */
  readonly minInSyncOf: (cluster: ClusterAnswer) => readonly string[];
  /** Partitions of which it is not known whether transactions are written to them. */
  readonly writersOf: readonly TopicPartitions[];
}

const NOTHING: BrokerPart = {
  groups: null,
  groupsLack: null,
  described: new Map(),
  committed: new Map(),
  ends: [],
  starts: [],
  writers: [],
};

/** Longer than a broker that is well takes: then another is asked too, and one that is doubted is waited for no more. */
export const PATIENCE: Milliseconds = 500;

/** Every broker knows the whole cluster: so many are tried. */
const MOST_TRIES = 5;

/** Asks brokers, one after the other, until one tells what the cluster is. */
export async function askCluster(
  links: readonly BrokerLink[],
  wishes: Wishes,
  { clock, deadline, signal }: Limits,
): Promise<ClusterPart & { readonly link: BrokerLink }> {
  const enough = new AbortController();
  const limits = { clock, deadline, signal: AbortSignal.any([signal, enough.signal]) };
  const ask = async (link: BrokerLink): Promise<ClusterPart & { readonly link: BrokerLink }> => {
    try {
      return { ...(await within(limits, (late) => link.use(late, (client) => readCluster(client, wishes)))), link };
    } catch (error) {
      throw new NoAnswer(link.endpoint, error);
    }
  };
  const tries = links.slice(0, MOST_TRIES).map((link) => () => ask(link));
  try {
    return await firstAnswer(tries, PATIENCE, clock);
  } finally {
    // Whoever is slower would be in the way of the next question.
    enough.abort();
  }
}

/** Why no broker tells what the cluster is: what the one that was asked first brought. */
export class NoAnswer extends Error {
  constructor(
    readonly endpoint: Endpoint,
    readonly reason: unknown,
  ) {
    super(`${endpoint.name} gives no answer.`);
  }
}

async function readCluster(client: KafkaClient, { minInSyncOf }: Wishes): Promise<ClusterPart> {
  const [cluster, description, controllerId, metadataLevel] = await Promise.all([
    client.ask(clusterQuestion),
    answered(client.ask(descriptionQuestion)),
    answered(client.ask(quorumQuestion)),
    // Asked each time: brokers agree upon a newer one while connections stay.
    answered(client.ask(metadataLevelQuestion)),
  ]);
  const isShort = cluster.topics.some((topic) =>
    topic.partitions.some(({ replicas, inSync }) => inSync.length < replicas.length),
  );
  const topics = minInSyncOf(cluster);
  const [reassignments, minInSync] = await Promise.all([
    isShort ? answered(client.ask(reassignmentsQuestion)) : { value: [] },
    topics.length === 0 ? { value: NO_MINIMUMS } : answered(client.ask(minInSyncQuestion, topics)),
  ]);
  return {
    cluster,
    registered: registeredOf(description),
    mayDescribe: 'value' in description ? description.value.mayDescribe : null,
    controllerId,
    metadataLevel,
    reassignments: 'value' in reassignments ? reassignments.value : [],
    minInSync,
  };
}

const NO_MINIMUMS: MinInSyncAnswer = { values: new Map(), forbidden: [] };

function registeredOf(description: Answered<ClusterDescription>): ClusterPart['registered'] {
  if (!('value' in description)) return description;
  const { registered } = description.value;
  return registered === null ? { lack: 'unsupported' } : { value: registered };
}

async function answered<T>(answer: Promise<T>): Promise<Answered<T>> {
  try {
    return { value: await answer };
  } catch (error) {
    return { lack: lackBehind(error) };
  }
}

/**
 * Asks one broker for all that only it knows: the groups that it coordinates, the ends of the logs that it leads. So many
 * requests whatever their number: what there is more of makes them longer, not more.
 */
export async function askBroker(
  client: KafkaClient,
  leads: readonly TopicPartitions[],
  writersOf: readonly TopicPartitions[],
): Promise<BrokerPart> {
  const [groups, ends, starts, writers] = await Promise.all([
    readGroups(client),
    leads.length === 0 ? [] : client.ask(offsetsQuestion, LATEST, leads),
    leads.length === 0 ? [] : client.ask(offsetsQuestion, EARLIEST, leads),
    writersOf.length === 0 ? { value: [] } : answered(client.ask(writersQuestion, writersOf)),
  ]);
  return { ...groups, ends, starts, writers: 'value' in writers ? writers.value : refusedWriters(writersOf) };
}

function refusedWriters(topics: readonly TopicPartitions[]): readonly WritersAnswer[] {
  return topics.map(({ topic }) => ({ topic, isTransactional: false, lack: 'probe failed' }));
}

type GroupsPart = Pick<BrokerPart, 'groups' | 'groupsLack' | 'described' | 'committed'>;

async function readGroups(client: KafkaClient): Promise<GroupsPart> {
  const listed = await answered(client.ask(groupsQuestion));
  if (!('value' in listed)) return { ...NOTHING, groupsLack: listed.lack };
  const groups = listed.value.filter(isOfConsumers);
  if (groups.length === 0) return { ...NOTHING, groups };
  const isLive = ({ state }: ListedGroup): boolean => state !== 'Empty' && state !== 'Dead';
  const [classic, newer, committed] = await Promise.all([
    describe(client, classicGroupsQuestion, groups.filter((group) => isLive(group) && isClassic(group))),
    describe(client, consumerGroupsQuestion, groups.filter((group) => isLive(group) && group.type === 'consumer')),
    client.ask(committedQuestion, groups.map(({ name }) => name)),
  ]); // prettier-ignore
  return {
    groups,
    groupsLack: null,
    described: new Map([...classic, ...newer].map((group) => [group.name, group])),
    committed: new Map(committed.map((group) => [group.name, group])),
  };
}

/** Others share a protocol with them, such as the workers of Kafka Connect, and commit nothing. */
function isOfConsumers({ protocol, type, name }: ListedGroup): boolean {
  if (name === '') return false;
  if (type === 'share') return false;
  return type === 'consumer' || type === 'streams' || protocol === 'consumer' || protocol === '';
}

function isClassic({ type }: ListedGroup): boolean {
  return type === 'classic' || type === '';
}

/** A broker that does not describe them has told their names and states already. */
async function describe(
  client: KafkaClient,
  question: typeof classicGroupsQuestion,
  groups: readonly ListedGroup[],
): Promise<readonly DescribedGroup[]> {
  if (groups.length === 0) return [];
  const described = await answered(client.ask(question, groups.map(({ name }) => name))); // prettier-ignore
  return 'value' in described ? described.value : [];
}

/** The partitions that each broker leads. */
export function leadsOf(cluster: ClusterAnswer): ReadonlyMap<number, readonly TopicPartitions[]> {
  const byBroker = new Map<number, { topic: string; partitions: number[] }[]>();
  for (const { name: topic, isInternal, partitions } of cluster.topics) {
    // Nobody's lag is counted in what is Kafka's own.
    if (isInternal) continue;
    for (const { partition, leader } of partitions) {
      if (leader < 0) continue;
      const topics = getOrMake(byBroker, leader, () => []);
      const last = topics.at(-1);
      if (last?.topic === topic) last.partitions.push(partition);
      else topics.push({ topic, partitions: [partition] });
    }
  }
  return byBroker;
}

/** Those of some partitions that a broker leads. */
export function among(
  wanted: readonly TopicPartitions[],
  leads: readonly TopicPartitions[],
): readonly TopicPartitions[] {
  const led = new Map(leads.map(({ topic, partitions }) => [topic, new Set(partitions)]));
  return wanted
    .map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.filter((one) => led.get(topic)?.has(one) === true),
    }))
    .filter(({ partitions }) => partitions.length > 0);
}

/** One sweep over a cluster. */
export interface Sweep extends ClusterPart {
  readonly at: Instant;
  /** By id: those that told what they know. */
  readonly parts: ReadonlyMap<number, BrokerPart>;
}
