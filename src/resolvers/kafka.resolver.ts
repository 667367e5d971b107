import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Broker, type ConsumerGroup, Kafka, LogDir, Topic, type TopicPartition } from '../model/kafka.js';
import { ResourceKind } from '../model/kinds.js';
import { SignalName } from '../model/signal-name.js';
import type { Entry } from '../registry/entry.js';
import type { Registry } from '../registry/registry.js';
import { type Condition, where } from './conditions.js';
import { type Connection, PageArgs, paginate } from './connection.js';
import { ConsumerGroupConnection, TopicConnection, TopicPartitionConnection } from './connections.js';
import { groupCondition, groupMeasures } from './consumer-group.resolver.js';
import type { GraphContext } from './context.js';
import { ConsumerGroupFilter, TopicFilter } from './filters.js';
import { brokerOf } from './kafka-members.js';
import { byName, entryOf, isObtained, list, obtained } from './listing.js';
import { measuredNumber } from './measured.js';
import type { Optional } from './optional.js';
import type { Ordering } from './ordering.js';
import { ConsumerGroupOrder, ResourceOrder, resourceOrdering } from './orders.js';
import { systemNamed, systemOf } from './systems.js';

@Resolver(() => Kafka)
export class KafkaResolver {
  @Query(() => [Kafka], { description: 'Kafka clusters that are configured.' })
  kafkas(@Ctx() { registry }: GraphContext): readonly Kafka[] {
    return byName(registry.entries(ResourceKind.KAFKA));
  }

  @Query(() => Kafka, {
    nullable: true,
    description: 'A Kafka cluster by its configured name; null where there is none.',
  })
  kafka(
    @Arg('name', { description: 'Its configured name.' }) name: string,
    @Ctx() { registry }: GraphContext,
  ): Kafka | null {
    return systemNamed(registry, ResourceKind.KAFKA, name);
  }

  @FieldResolver(() => [Broker], { nullable: true, description: 'Its brokers; null where it was never seen.' })
  brokers(@Root() kafka: Kafka, @Ctx() { registry }: GraphContext): readonly Broker[] | null {
    const entry = entryOf(registry, ResourceKind.KAFKA, kafka);
    // Before it was seen, it is only configured; its topics may be left out for longer.
    return entry?.mainSeenAt == null ? null : byName(entry.from('kafka', ResourceKind.BROKER));
  }

  @FieldResolver(() => Broker, {
    nullable: true,
    description: 'The broker that is the active controller; null where that is not known, or no broker.',
  })
  controller(@Root() { system, controllerId }: Kafka, @Ctx() { registry }: GraphContext): Broker | null {
    return brokerOf(registry, system, controllerId);
  }

  @FieldResolver(() => TopicConnection, { nullable: true, description: 'Its topics.' })
  topics(
    @Root() { system }: Kafka,
    @Arg('filter', () => TopicFilter, { nullable: true, description: 'Which topics.' })
    filter: Optional<TopicFilter>,
    @Arg('orderBy', () => ResourceOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ResourceOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Topic>> {
    const records = obtained(context.registry, ResourceKind.TOPIC, [system]);
    const ordering = resourceOrdering('topics', orderBy);
    return list({ records, filter, condition: topicCondition(filter), ordering }, page, context);
  }

  @FieldResolver(() => ConsumerGroupConnection, { nullable: true, description: 'Groups of consumers that read from it.' }) // prettier-ignore
  consumerGroups(
    @Root() { system }: Kafka,
    @Arg('filter', () => ConsumerGroupFilter, { nullable: true, description: 'Which groups.' })
    filter: Optional<ConsumerGroupFilter>,
    @Arg('orderBy', () => ConsumerGroupOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ConsumerGroupOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ConsumerGroup>> {
    const records = obtained(context.registry, ResourceKind.CONSUMER_GROUP, [system]);
    const ordering = resourceOrdering('consumerGroups', orderBy, groupMeasures(context));
    return list({ records, filter, condition: groupCondition(filter), ordering }, page, context);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Partitions of all topics; null where never seen.' })
  partitionCount(@Root() kafka: Kafka, @Ctx() { registry }: GraphContext): number | null {
    return totalOf(registry, kafka, 'partitions');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Partitions with replicas that are not in sync; null where never seen.',
  })
  underReplicatedPartitions(@Root() kafka: Kafka, @Ctx() { registry }: GraphContext): number | null {
    return totalOf(registry, kafka, 'underReplicated');
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Partitions without a leader; null where never seen.' })
  offlinePartitions(@Root() kafka: Kafka, @Ctx() { registry }: GraphContext): number | null {
    return totalOf(registry, kafka, 'offline');
  }
}

function totalOf(registry: Registry, kafka: Kafka, name: string): number | null {
  return kafka.topicsSeenAt === null ? null : (entryOf(registry, ResourceKind.KAFKA, kafka)?.total(name) ?? null);
}

function topicCondition(filter: Optional<TopicFilter>): Condition<Entry<ResourceKind.TOPIC>> {
  return where(filter?.isInternal, ({ main }, isInternal) => main.isInternal === isInternal);
}

@Resolver(() => Broker)
export class BrokerResolver {
  @FieldResolver(() => Kafka, { nullable: true, description: 'The cluster that it is a broker of.' })
  kafka(@Root() { system }: Broker, @Ctx() { registry }: GraphContext): Kafka | null {
    return systemOf(registry, ResourceKind.KAFKA, system);
  }

  @FieldResolver(() => [LogDir], {
    nullable: true,
    description: 'Where it keeps its logs; null where it may not tell, or was never reached.',
  })
  logDirs(@Root() broker: Broker, @Ctx() { registry }: GraphContext): readonly LogDir[] | null {
    return entryOf(registry, ResourceKind.BROKER, broker)?.aspect('disks')?.facts.logDirs ?? null;
  }

  @FieldResolver(() => TopicConnection, { description: 'Topics of which it keeps replicas.' })
  topics(
    @Root() broker: Broker,
    @Arg('orderBy', () => ResourceOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ResourceOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Topic>> {
    const records = entryOf(context.registry, ResourceKind.BROKER, broker)?.from('replica', ResourceKind.TOPIC) ?? [];
    return list({ records, ordering: resourceOrdering('brokerTopics', orderBy) }, page, context);
  }
}

@Resolver(() => Topic)
export class TopicResolver {
  @FieldResolver(() => Kafka, { nullable: true, description: 'The cluster that it is a topic of.' })
  kafka(@Root() { system }: Topic, @Ctx() { registry }: GraphContext): Kafka | null {
    return systemOf(registry, ResourceKind.KAFKA, system);
  }

  @FieldResolver(() => Int, { description: 'How many partitions it has.' })
  partitionCount(@Root() { partitions }: Topic): number {
    return partitions.length;
  }

  @FieldResolver(() => TopicPartitionConnection, { description: 'Its partitions, in order.' })
  partitions(
    @Root() { id, partitions }: Topic,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { budget }: GraphContext,
  ): Connection<TopicPartition> {
    const ordering: Ordering<TopicPartition> = {
      listName: `partitions/${id}`,
      name: 'PARTITION',
      lead: ({ partition }) => partition,
      rest: [],
      descending: [],
    };
    return paginate(partitions, ordering, page, budget);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Partitions with replicas that are not in sync.' })
  underReplicatedPartitions(@Root() { id }: Topic, @Ctx() context: GraphContext): number | null {
    return measuredNumber(context.registry.get(id), SignalName.PARTITION_REPLICATION, context);
  }

  @FieldResolver(() => ConsumerGroupConnection, {
    nullable: true,
    description: 'Groups that are seen to have committed something in it; null where groups were never listed.',
  })
  consumerGroups(
    @Root() topic: Topic,
    @Arg('orderBy', () => ConsumerGroupOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ConsumerGroupOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ConsumerGroup>> | null {
    if (!isObtained(context.registry, ResourceKind.CONSUMER_GROUP, topic.system)) return null;
    const entry = entryOf(context.registry, ResourceKind.TOPIC, topic);
    const records = entry?.from('topic', ResourceKind.CONSUMER_GROUP) ?? [];
    const ordering = resourceOrdering('topicConsumerGroups', orderBy, groupMeasures(context));
    return list({ records, ordering }, page, context);
  }
}
