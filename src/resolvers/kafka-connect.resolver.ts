import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Database } from '../model/database.js';
import { Connector, type ConnectorState, ConnectorTask, KafkaConnect } from '../model/kafka-connect.js';
import { ResourceKind } from '../model/kinds.js';
import type { Entry } from '../registry/entry.js';
import { type Condition, allOf, among } from './conditions.js';
import { type Connection, PageArgs } from './connection.js';
import { ConnectorConnection, ConnectorTaskConnection } from './connections.js';
import type { GraphContext } from './context.js';
import { ConnectorFilter, ConnectorTaskFilter } from './filters.js';
import { byName, entryOf, list, obtained } from './listing.js';
import type { Optional } from './optional.js';
import { ConnectorOrder, ConnectorTaskOrder, type Measure, resourceOrdering } from './orders.js';
import { systemNamed } from './systems.js';

type ConnectorEntry = Entry<ResourceKind.CONNECTOR>;
type TaskEntry = Entry<ResourceKind.CONNECTOR_TASK>;

const CONNECTOR_MEASURES: Readonly<Record<string, Measure>> = {
  TASKS: (entry) => (entry as ConnectorEntry).main.taskCount,
};

const TASK_MEASURES: Readonly<Record<string, Measure>> = {
  TASK_ID: (entry) => (entry as TaskEntry).main.taskId,
};

@Resolver(() => KafkaConnect)
export class KafkaConnectResolver {
  @Query(() => [KafkaConnect], { description: 'Clusters of Kafka Connect that are configured.' })
  kafkaConnects(@Ctx() { registry }: GraphContext): readonly KafkaConnect[] {
    return byName(registry.entries(ResourceKind.KAFKA_CONNECT));
  }

  @Query(() => KafkaConnect, {
    nullable: true,
    description: 'A cluster of Kafka Connect by its configured name; null where there is none.',
  })
  kafkaConnect(
    @Arg('name', { description: 'Its configured name.' }) name: string,
    @Ctx() { registry }: GraphContext,
  ): KafkaConnect | null {
    return systemNamed(registry, ResourceKind.KAFKA_CONNECT, name);
  }

  @FieldResolver(() => ConnectorConnection, { nullable: true, description: 'Its connectors.' })
  connectors(
    @Root() { system }: KafkaConnect,
    @Arg('filter', () => ConnectorFilter, { nullable: true, description: 'Which connectors.' })
    filter: Optional<ConnectorFilter>,
    @Arg('orderBy', () => ConnectorOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ConnectorOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Connector>> {
    const records = obtained(context.registry, ResourceKind.CONNECTOR, [system]);
    const ordering = resourceOrdering('connectors', orderBy, CONNECTOR_MEASURES);
    return list({ records, filter, condition: connectorCondition(filter), ordering }, page, context);
  }
}

function connectorCondition(filter: Optional<ConnectorFilter>): Condition<ConnectorEntry> {
  return allOf<ConnectorEntry>(
    among(filter?.types, ({ main }) => main.type),
    among(filter?.states, ({ main }) => main.state),
  );
}

@Resolver(() => Connector)
export class ConnectorResolver {
  @FieldResolver(() => KafkaConnect, { nullable: true, description: 'The cluster that runs it.' })
  kafkaConnect(@Root() connector: Connector, @Ctx() { registry }: GraphContext): KafkaConnect | null {
    const entry = entryOf(registry, ResourceKind.CONNECTOR, connector);
    return entry?.one('connect', ResourceKind.KAFKA_CONNECT)?.main ?? null;
  }

  @FieldResolver(() => ConnectorTaskConnection, { description: 'Its tasks.' })
  tasks(
    @Root() connector: Connector,
    @Arg('filter', () => ConnectorTaskFilter, { nullable: true, description: 'Which tasks.' })
    filter: Optional<ConnectorTaskFilter>,
    @Arg('orderBy', () => ConnectorTaskOrder, { nullable: true, description: 'Without it: the worst first.' })
    orderBy: Optional<ConnectorTaskOrder>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ConnectorTask>> {
    const entry = entryOf(context.registry, ResourceKind.CONNECTOR, connector);
    const records = entry?.from('connector', ResourceKind.CONNECTOR_TASK) ?? [];
    const ordering = resourceOrdering(`tasks/${connector.id}`, orderBy, TASK_MEASURES);
    const condition = among<TaskEntry, ConnectorState>(filter?.states, ({ main }) => main.state);
    return list({ records, filter, condition, ordering }, page, context);
  }

  @FieldResolver(() => [Database], {
    description: 'Databases that it moves records from or to, as far as configuration says.',
  })
  databases(@Root() connector: Connector, @Ctx() { registry }: GraphContext): readonly Database[] {
    const entry = entryOf(registry, ResourceKind.CONNECTOR, connector);
    return byName(entry?.all('database', ResourceKind.DATABASE) ?? []);
  }
}

@Resolver(() => ConnectorTask)
export class ConnectorTaskResolver {
  @FieldResolver(() => Connector, { nullable: true, description: 'The connector whose work it shares.' })
  connector(@Root() task: ConnectorTask, @Ctx() { registry }: GraphContext): Connector | null {
    const entry = entryOf(registry, ResourceKind.CONNECTOR_TASK, task);
    return entry?.one('connector', ResourceKind.CONNECTOR)?.main ?? null;
  }
}
