import { Args, Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { Broker, ConsumerGroup, GroupPartition, Kafka, Topic } from '../model/kafka.js';
import { ResourceKind } from '../model/kinds.js';
import { SignalName } from '../model/signal-name.js';
import { SECOND } from '../model/time.js';
import type { Entry } from '../registry/entry.js';
import { type Condition, allOf, among, where } from './conditions.js';
import { type Connection, PageArgs, paginate } from './connection.js';
import { GroupPartitionConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { type ConsumerGroupFilter, setOf } from './filters.js';
import { brokerOf } from './kafka-members.js';
import { byName, entryOf } from './listing.js';
import { measuredNumber } from './measured.js';
import type { Optional } from './optional.js';
import type { Ordering } from './ordering.js';
import type { Measure } from './orders.js';
import { systemOf } from './systems.js';

type GroupEntry = Entry<ResourceKind.CONSUMER_GROUP>;

/** What lists of groups can be sorted by beside what all lists can. */
export function groupMeasures(context: GraphContext): Readonly<Record<string, Measure>> {
  return {
    LAG_MESSAGES: (entry) => measuredNumber(entry, SignalName.CONSUMER_LAG, context),
    LAG_SECONDS: (entry) => measuredNumber(entry, SignalName.CONSUMER_DELAY, context),
  };
}

export function groupCondition(filter: Optional<ConsumerGroupFilter>): Condition<GroupEntry> {
  return allOf<GroupEntry>(
    among(filter?.states, ({ main }) => main.state),
    where(setOf(filter?.topics), ({ main }, topics) => main.topics.some((topic) => topics.has(topic))),
  );
}

@Resolver(() => ConsumerGroup)
export class ConsumerGroupResolver {
  @FieldResolver(() => Kafka, { nullable: true, description: 'The cluster that it reads from.' })
  kafka(@Root() { system }: ConsumerGroup, @Ctx() { registry }: GraphContext): Kafka | null {
    return systemOf(registry, ResourceKind.KAFKA, system);
  }

  @FieldResolver(() => Broker, { nullable: true, description: 'The broker that looks after it.' })
  coordinator(@Root() group: ConsumerGroup, @Ctx() { registry }: GraphContext): Broker | null {
    return brokerOf(registry, group.system, group.coordinator);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Messages that wait for it in all partitions; null where it has committed nothing, or that cannot be seen.',
  })
  lagMessages(@Root() { id }: ConsumerGroup, @Ctx() context: GraphContext): number | null {
    return measuredNumber(context.registry.get(id), SignalName.CONSUMER_LAG, context);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Seconds that the oldest message has been waiting for it, interpolated; where it was written before Vitals began to watch, at least that.', // prettier-ignore
  })
  lagSeconds(@Root() { id }: ConsumerGroup, @Ctx() context: GraphContext): number | null {
    return measuredNumber(context.registry.get(id), SignalName.CONSUMER_DELAY, context);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'Topics that its members subscribed to when it last had some; null: they do not say, or nobody saw them.',
  })
  subscribedTopics(@Root() { subscribed }: ConsumerGroup): readonly string[] | null {
    return subscribed;
  }

  @FieldResolver(() => [Topic], {
    nullable: true,
    description: 'Topics in which it has committed something; null where its offsets were never seen.',
  })
  topics(@Root() group: ConsumerGroup, @Ctx() { registry }: GraphContext): readonly Topic[] | null {
    if (group.seenAt === null) return null;
    return byName(entryOf(registry, ResourceKind.CONSUMER_GROUP, group)?.all('topic', ResourceKind.TOPIC) ?? []);
  }

  @FieldResolver(() => GroupPartitionConnection, {
    nullable: true,
    description: 'How far it has come in each partition, by topic and number; null where its offsets were never seen.',
  })
  partitions(
    @Root() { id, partitions, seenAt }: ConsumerGroup,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { budget }: GraphContext,
  ): Connection<GroupPartition> | null {
    if (seenAt === null) return null;
    const ordering: Ordering<GroupPartition> = {
      listName: `partitions/${id}`,
      name: 'PARTITION',
      lead: ({ topic }) => topic,
      rest: [({ partition }) => partition],
      descending: [],
    };
    return paginate(partitions, ordering, page, budget);
  }
}

@Resolver(() => GroupPartition)
export class GroupPartitionResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The offset it reads next, as a string of digits; null: it has committed nothing.',
  })
  committedOffset(@Root() { committed }: GroupPartition): string | null {
    return committed?.toString() ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The first offset that is kept, as a string of digits; null where not known.',
  })
  startOffset(@Root() { start }: GroupPartition): string | null {
    return start?.toString() ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The offset that the next message will get, as a string of digits; null where not known.',
  })
  endOffset(@Root() { end }: GroupPartition): string | null {
    return end?.toString() ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Seconds that the oldest message has been waiting; null where the lag is not known.',
  })
  lagSeconds(@Root() { lag, behindSince }: GroupPartition, @Ctx() context: GraphContext): number | null {
    if (lag === null) return null;
    // The time is read only where it is part of the answer: that is never kept.
    return behindSince === null ? 0 : Math.max(0, context.clock.now() - behindSince) / SECOND;
  }

  @FieldResolver(() => Boolean, {
    description: 'The leader of the partition does not answer: what is said of it is as of before.',
  })
  isStale(@Root() { unseenSince }: GroupPartition): boolean {
    return unseenSince !== null;
  }
}
