import type { Disappearance, Observation, SourceEvent } from '../../model/facts.js';
import { type ResourceId, resourceId } from '../../model/ids.js';
import type { Broker, ConsumerGroup, Kafka } from '../../model/kafka.js';
import { ResourceKind } from '../../model/kinds.js';
import { type EndpointReach, type Sight, SourceMode } from '../../model/source.js';
import type { Instant, Milliseconds } from '../../model/time.js';
import { Eye } from '../../sampling/eye.js';
import { type LookResult, Probe } from '../../sampling/probe.js';
import { type LookFailure, type Reach, isUndecided, notReached, reached, startingReach } from '../../sampling/reach.js';
import { ForbiddenParts } from '../forbidden-parts.js';
import { type SourceIdentity, seenBy, sourceId, sourceRecord } from '../source-record.js';
import type { RunningSource, SourceContext } from '../source.js';
import { BrokerBook, brokerName } from './kafka.broker-book.js';
import { BrokerEye } from './kafka.broker.js';
import { type ClientMaker, clientMaker } from './kafka.client.js';
import { ClusterEye } from './kafka.cluster-eye.js';
import { NEVER_SEEN, type SeenCluster, clusterFacts } from './kafka.cluster-facts.js';
import type { KafkaConfig } from './kafka.config.js';
import { failureOf, lateFailure } from './kafka.failure.js';
import { forbiddenParts } from './kafka.forbidden.js';
import { GroupBook, type GroupNews } from './kafka.group-book.js';
import { groupsReach, topicsReach } from './kafka.groups-reach.js';
import { NoAnswer, type Sweep, type Wishes } from './kafka.sweep.js';
import { TopicBook } from './kafka.topic-book.js';

/** First the cluster, several brokers if need be, then each broker: deadlines in a look. */
const DEADLINES = 3;

/** The topic whose partitions' leaders coordinate the groups. */
const OFFSETS_TOPIC = '__consumer_offsets';

/** Looks at one Kafka cluster: in sweeps over all of it, and at each broker for itself. */
export class KafkaSource extends Eye implements RunningSource {
  readonly id: ResourceId;
  readonly floor: Milliseconds;
  private readonly identity: SourceIdentity;
  private readonly kafkaId: ResourceId;
  private readonly probe: Probe<Sweep>;
  private readonly eye: ClusterEye;
  private readonly eyes = new Map<number, BrokerEye>();
  private readonly brokers: BrokerBook;
  private readonly topics: TopicBook;
  private readonly groups: GroupBook;
  private readonly groupReach = new Map<string, Reach>();
  private readonly make: ClientMaker;
  /** How well groups are listed, whoever coordinates them. */
  private listing: Reach;
  private topicListing: Reach;
  private seen = NEVER_SEEN;
  private readonly forbiddenParts = new ForbiddenParts();
  /** What the last sweep was not allowed to see of the cluster as a whole. */
  private forbidden = { isGroupListPartial: false, isController: false };
  private isStopped = false;

  /** @param onRequest told of each request that is sent */
  constructor(
    private readonly config: KafkaConfig,
    private readonly context: SourceContext,
    onRequest?: () => void,
  ) {
    const { name, labels, interval, deadline } = config;
    const { clock } = context;
    super(context);
    this.kafkaId = resourceId(ResourceKind.KAFKA, name, name);
    this.identity = {
      name: `kafka/${name}`,
      system: name,
      partOf: 'kafka',
      mode: SourceMode.PROBED,
      interval,
      endpointId: this.kafkaId,
    };
    this.id = sourceId(this.identity);
    this.make = clientMaker(config, onRequest);
    this.brokers = new BrokerBook(config);
    this.topics = new TopicBook(name, labels);
    this.groups = new GroupBook(config, this.topics);
    this.listing = startingReach(clock.now());
    this.topicListing = this.listing;
    this.eye = new ClusterEye(config, context, this.make, (id) => this.eyes.get(id)?.reach ?? null);
    this.probe = new Probe({
      clock,
      looked: context.looked,
      interval,
      deadline: DEADLINES * deadline,
      look: (signal) => this.eye.look(this.brokers.known, this.wishes(), signal),
      onResult: (result) => this.take(result),
    });
    this.floor = this.probe.floor;
  }

  start(): void {
    this.context.report([this.sourceRecord(), this.kafkaRecord(NEVER_SEEN, null)]);
    this.probe.start();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all([this.probe.stop(), ...Array.from(this.eyes.values(), (eye) => eye.stop())]);
    this.eye.close();
  }

  async refresh(): Promise<void> {
    await Promise.all([this.probe.refresh(), ...Array.from(this.eyes.values(), ({ probe }) => probe.refresh())]);
  }

  alert(): void {
    this.probe.alert();
    for (const { probe } of this.eyes.values()) probe.alert();
  }

  private wishes(): Wishes {
    const now = this.context.clock.now();
    return {
      minInSyncOf: (cluster) => this.topics.minInSyncOf(cluster, now),
      writersOf: this.topics.unknownWriters(this.groups.lonelyLasts(), now),
    };
  }

  private take(result: LookResult<Sweep>): 'soon' | 'rest' {
    const sweep = this.learn(result, this.failureOf.bind(this));
    const events = sweep === null ? [] : this.takeSweep(sweep, result.lookedAt);
    this.context.report([this.sourceRecord(), ...events]);
    const reaches = [this.reach, this.listing, ...this.groupReach.values()];
    return reaches.some(isUndecided) ? 'soon' : 'rest';
  }

  private failureOf(error: unknown): LookFailure {
    if (error instanceof NoAnswer) return failureOf(error.reason, error.endpoint, this.config);
    return lateFailure('The cluster', DEADLINES * this.config.deadline);
  }

  private takeSweep(sweep: Sweep, lookedAt: Instant): readonly SourceEvent[] {
    const { at, controllerId } = sweep;
    const { isGroupListPartial } = this.takeListings(sweep, lookedAt);
    const isListed = this.topicListing.state === 'ok';
    const goneBrokers = this.brokers.take(sweep, isListed, at);
    // What is left out is not gone.
    const { gone: goneTopics, replaced } = isListed ? this.topics.take(sweep, at) : NO_TOPICS;
    this.topics.takeEnds(sweep.parts.values());
    for (const { writers } of sweep.parts.values()) this.topics.takeWriters(writers, at);
    this.groups.forgetTopics([...goneTopics.map(({ name }) => name), ...replaced]);
    const news = this.listing.state === 'forbidden' ? NO_NEWS : this.groups.take(sweep, this.isComplete(sweep));
    this.forbidden = { isGroupListPartial, isController: 'lack' in controllerId && controllerId.lack === 'forbidden' };
    this.follow(goneBrokers);
    this.seen = clusterFacts(this.seen, sweep, this.topicListing.state, this.topics.minInSyncLack);
    return [
      this.kafkaRecord(this.seen, at),
      ...this.brokers.known.map((facts) => record(facts, at)),
      // Those that are not listed for the moment keep their age.
      ...(isListed ? Array.from(this.topics.known, (facts) => record(facts, at)) : []),
      ...this.groupEvents(news, lookedAt, at),
      ...[...goneBrokers, ...goneTopics, ...news.gone].map(disappearance),
    ];
  }

  /** How well what there is is listed; whether groups may be missing from the list. */
  private takeListings({ parts, cluster, mayDescribe, at }: Sweep, lookedAt: Instant): { isGroupListPartial: boolean } {
    const listings = { parts: [...parts.values()], mayDescribe, topics: cluster.topics.length };
    this.listing = groupsReach(this.listing, listings, lookedAt, at);
    this.topicListing = topicsReach(this.topicListing, listings, lookedAt, at);
    return { isGroupListPartial: mayDescribe === false && this.listing.state === 'ok' };
  }

  /** Whether everybody who could coordinate a group has named theirs. */
  private isComplete({ parts, cluster }: Sweep): boolean {
    const offsets = cluster.topics.find(({ name }) => name === OFFSETS_TOPIC);
    const leaders = offsets?.partitions.map(({ leader }) => leader) ?? cluster.brokers.map(({ id }) => id);
    return leaders.every((id) => (parts.get(id)?.groups ?? null) !== null);
  }

  private groupEvents({ seen, unseen, gone }: GroupNews, lookedAt: Instant, now: Instant): readonly SourceEvent[] {
    const events: SourceEvent[] = seen.map((facts) => record(facts, now));
    for (const group of seen) {
      if (this.groupReach.delete(group.name)) events.push(reachRecord(group, reached(startingReach(now), now), now));
    }
    for (const group of unseen) {
      const before = this.groupReach.get(group.name) ?? reached(startingReach(now), now);
      const by = group.coordinator === null ? 'Its coordinator' : `Its coordinator, ${brokerName(group.coordinator)},`;
      const failure = { state: 'lost', message: `${by} does not answer, and no other has taken its place.` } as const;
      const next = notReached(before, failure, lookedAt, now);
      this.groupReach.set(group.name, next);
      events.push(reachRecord(group, next, now));
    }
    for (const { name } of gone) this.groupReach.delete(name);
    return events;
  }

  /** Each broker has an eye on it as long as it is one of the cluster's. */
  private follow(gone: readonly Broker[]): void {
    for (const { nodeId } of gone) this.drop(nodeId);
    for (const broker of this.brokers.known) {
      const eye = this.eyes.get(broker.nodeId);
      if (eye?.isOf(broker) === true || broker.host === '' || this.isStopped) continue;
      this.drop(broker.nodeId);
      const added = new BrokerEye(broker, this.config, this.context, this.make, this.takeBroker.bind(this));
      this.eyes.set(broker.nodeId, added);
      added.probe.start();
    }
  }

  private drop(nodeId: number): void {
    void this.eyes.get(nodeId)?.stop();
    this.eyes.delete(nodeId);
  }

  private takeBroker(eye: BrokerEye, isNews: boolean): void {
    this.context.report([this.sourceRecord(), ...eye.records()]);
    if (isNews) this.probe.hurry();
  }

  private kafkaRecord(seen: SeenCluster, observedAt: Instant | null): Observation {
    const { name, labels, kubernetes: placement } = this.config;
    const facts: Kafka = {
      ...seen,
      id: this.kafkaId,
      kind: ResourceKind.KAFKA,
      name,
      system: name,
      namespace: null,
      labels,
      placement,
    };
    return { id: this.kafkaId, kind: ResourceKind.KAFKA, aspect: 'main', facts, observedAt };
  }

  private sourceRecord(): Observation {
    const now = this.context.clock.now();
    const state = { ...seenBy(this), sights: this.sights(now), clockSkew: null };
    return sourceRecord(this.identity, state, now);
  }

  private sights(now: Instant): readonly Sight[] {
    const eyes = [...this.eyes.values()];
    const parts = forbiddenParts({
      ...this.forbidden,
      groups: this.groups.forbidden,
      topics: this.topics.forbidden,
      brokers: eyes.filter(({ isDisksForbidden }) => isDisksForbidden).map(({ broker }) => broker.name),
    });
    return [
      this.listSight('topics', ResourceKind.TOPIC, this.topicListing),
      this.listSight('consumer groups', ResourceKind.CONSUMER_GROUP, this.listing),
      ...eyes.flatMap(sightOf),
      ...this.forbiddenParts.sights(parts, now),
    ];
  }

  /** Lists are seen no better than the cluster is. */
  private listSight(subject: string, kind: ResourceKind, listing: Reach): Sight {
    const { state, message, since, contactAt } = this.reach.state === 'ok' ? listing : this.reach;
    return { subject, kind, resourceId: null, state, message: state === 'ok' ? null : message, since, contactAt };
  }
}

const NO_TOPICS: ReturnType<TopicBook['take']> = { gone: [], replaced: [] };
const NO_NEWS: GroupNews = { seen: [], unseen: [], gone: [] };

/** A broker that is lost says so itself, as a resource: said here too, it would be told twice. */
function sightOf({ broker, reach }: BrokerEye): readonly Sight[] {
  const { state, message, since, contactAt } = reach;
  return state === 'lost'
    ? []
    : [{ subject: broker.name, kind: null, resourceId: broker.id, state, message, since, contactAt }];
}

function record(facts: Broker | ConsumerGroup | Observation['facts'], observedAt: Instant): Observation {
  const { id, kind } = facts as Broker;
  return { id, kind, aspect: 'main', facts, observedAt } as Observation;
}

function reachRecord({ id }: ConsumerGroup, { state, message, since }: Reach, observedAt: Instant): Observation {
  const facts: EndpointReach = { state, message, stateSince: since };
  return { id, kind: ResourceKind.CONSUMER_GROUP, aspect: 'reach', facts, observedAt };
}

function disappearance({ id, kind }: { readonly id: ResourceId; readonly kind: ResourceKind }): Disappearance {
  return { id, kind, goneAspect: 'main' };
}
