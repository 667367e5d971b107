import { resourceId } from '../../model/ids.js';
import type { Topic, TopicPartition } from '../../model/kafka.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Labels } from '../../model/resource.js';
import { type Instant, MINUTE, type Milliseconds } from '../../model/time.js';
import type { ClusterAnswer, TopicAnswer, TopicPartitions } from './kafka.answers.js';
import type { WritersAnswer } from './kafka.offset-questions.js';
import type { BrokerPart, ClusterPart } from './kafka.sweep.js';

/** What hardly ever changes is asked for so often. */
const NEWS_AFTER: Milliseconds = 5 * MINUTE;

/** Kafka makes it when the first transaction is begun. */
const TRANSACTIONS = '__transaction_state';

/** Sweeps in a row that must miss a topic: a broker that has just been started knows less than the others. */
const GONE_AFTER = 2;

/** Whether transactions are written to a topic, and when that was asked. */
interface Writers {
  readonly isTransactional: boolean;
  readonly askedAt: Instant;
}

/** Which topics there are, and what of them is asked for only now and then. */
export class TopicBook {
  private topics = new Map<string, Topic>();
  private readonly missed = new Map<string, number>();
  private readonly uuids = new Map<string, string>();
  private minInSync: ReadonlyMap<string, number> = new Map();
  private minInSyncForbidden: readonly string[] = [];
  private lack: string | null = null;
  private askedAt: Instant | null = null;
  private readonly writers = new Map<string, Writers>();
  private hasTransactions = false;

  constructor(
    private readonly system: string,
    private readonly labels: Labels,
  ) {}

  get known(): Iterable<Topic> {
    return this.topics.values();
  }

  get(name: string): Topic | undefined {
    return this.topics.get(name);
  }

  /** Topics of which we may not read how many replicas must be in sync. */
  get forbidden(): readonly string[] {
    return this.minInSyncForbidden.filter((name) => this.topics.has(name));
  }

  /** Why how many replicas must be in sync was not told when that was asked last; null: it was. */
  get minInSyncLack(): string | null {
    return this.lack;
  }

  /** All topics, where one of them is new or it is long since. */
  minInSyncOf(cluster: ClusterAnswer, now: Instant): readonly string[] {
    const isNew = cluster.topics.some(({ name }) => !this.topics.has(name));
    const isDue = isNew || this.askedAt === null || now - this.askedAt >= NEWS_AFTER;
    return isDue ? cluster.topics.map(({ name }) => name) : [];
  }

  /** Returns the topics that are gone, and the names of those that are others than before. */
  take(sweep: ClusterPart, now: Instant): { readonly gone: readonly Topic[]; readonly replaced: readonly string[] } {
    this.takeMinInSync(sweep, now);
    const adding = new Map(sweep.reassignments.map(({ topic, partition, adding: ids }) => [`${topic}/${partition}`, ids])); // prettier-ignore
    const replaced: string[] = [];
    const found = new Map<string, Topic>();
    for (const answer of sweep.cluster.topics) {
      if ((this.uuids.get(answer.name) ?? answer.uuid) !== answer.uuid) replaced.push(answer.name);
      this.uuids.set(answer.name, answer.uuid);
      found.set(answer.name, this.factsOf(answer, adding));
    }
    this.hasTransactions = found.has(TRANSACTIONS);
    const gone = this.settleMissing(found);
    this.topics = found;
    for (const { name } of gone) this.uuids.delete(name);
    for (const name of [...gone.map((topic) => topic.name), ...replaced]) this.writers.delete(name);
    return { gone, replaced };
  }

  /** How far the topics have come, where the leaders of all their partitions have told. */
  takeEnds(parts: Iterable<Pick<BrokerPart, 'ends'>>): void {
    const ends = new Map<string, { told: number; sum: number }>();
    for (const part of parts) {
      for (const { topic, offsets } of part.ends) {
        const { told, sum } = ends.get(topic) ?? { told: 0, sum: 0 };
        const known = offsets.filter((offset) => offset >= 0);
        ends.set(topic, { told: told + known.length, sum: known.reduce((all, one) => all + one, sum) });
      }
    }
    for (const [name, topic] of this.topics) {
      const { told, sum } = ends.get(name) ?? { told: 0, sum: 0 };
      const written = told > 0 && told === topic.partitions.length ? sum : null;
      if (written !== topic.written) this.topics.set(name, { ...topic, written });
    }
  }

  /** Whether what is last in a topic may be the marker of a transaction; where nobody may tell, it may. */
  isTransactional(topic: string): boolean {
    return this.hasTransactions && this.writers.get(topic)?.isTransactional === true;
  }

  /** Of partitions with one message too many at their end, those of topics of which it is not known. */
  unknownWriters(candidates: readonly TopicPartitions[], now: Instant): readonly TopicPartitions[] {
    if (!this.hasTransactions) return [];
    return candidates.filter(({ topic }) => {
      const known = this.writers.get(topic);
      return known === undefined || (!known.isTransactional && now - known.askedAt >= NEWS_AFTER);
    });
  }

  takeWriters(answers: readonly WritersAnswer[], now: Instant): void {
    for (const { topic, isTransactional, lack } of answers) {
      const before = this.writers.get(topic);
      const isMarked = isTransactional || lack === 'forbidden' || lack === 'unsupported';
      if (lack === 'probe failed' && before === undefined) continue;
      this.writers.set(topic, { isTransactional: isMarked || before?.isTransactional === true, askedAt: now });
    }
  }

  private takeMinInSync({ minInSync }: ClusterPart, now: Instant): void {
    if (!('value' in minInSync)) [this.askedAt, this.lack] = [now, minInSync.lack];
    else if (minInSync.value.values.size + minInSync.value.forbidden.length > 0) {
      this.minInSync = minInSync.value.values;
      this.minInSyncForbidden = minInSync.value.forbidden;
      [this.askedAt, this.lack] = [now, null];
    }
  }

  private settleMissing(found: Map<string, Topic>): readonly Topic[] {
    const gone: Topic[] = [];
    for (const [name, topic] of this.topics) {
      if (found.has(name)) {
        this.missed.delete(name);
        continue;
      }
      const times = (this.missed.get(name) ?? 0) + 1;
      if (times < GONE_AFTER) {
        this.missed.set(name, times);
        found.set(name, topic);
        continue;
      }
      this.missed.delete(name);
      gone.push(topic);
    }
    return gone;
  }

  private factsOf(answer: TopicAnswer, adding: ReadonlyMap<string, readonly number[]>): Topic {
    const { name, isInternal } = answer;
    const { system, labels } = this;
    return {
      id: resourceId(ResourceKind.TOPIC, system, name),
      kind: ResourceKind.TOPIC,
      name,
      system,
      namespace: null,
      labels,
      isInternal,
      minInSyncReplicas: this.minInSync.get(name) ?? null,
      written: null,
      partitions: answer.partitions
        .map(({ partition, leader, replicas, inSync }): TopicPartition => ({
          partition,
          leader: leader < 0 ? null : leader,
          replicas,
          inSync,
          adding: adding.get(`${name}/${partition}`) ?? NONE,
        }))
        .sort((a, b) => a.partition - b.partition),
    };
  }
}

const NONE: readonly number[] = [];
