import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Database } from '../model/database.js';
import { Connector, ConnectorTask, KafkaConnect } from '../model/kafka-connect.js';
import { ResourceKind } from '../model/kinds.js';
import type { GraphContext } from './context.js';
import { byName, entryOf, isObtained } from './listing.js';

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
    return (registry.lookup(ResourceKind.KAFKA_CONNECT, name)[0]?.main ?? null) as KafkaConnect | null;
  }

  @FieldResolver(() => [Connector], {
    nullable: true,
    description: 'All its connectors; null as long as no worker has told them.',
  })
  connectors(@Root() connect: KafkaConnect, @Ctx() { registry }: GraphContext): readonly Connector[] | null {
    if (!isObtained(registry, ResourceKind.CONNECTOR, connect.system)) return null;
    const entry = entryOf(registry, ResourceKind.KAFKA_CONNECT, connect);
    return byName(entry?.from('connect', ResourceKind.CONNECTOR) ?? []);
  }
}

@Resolver(() => Connector)
export class ConnectorResolver {
  @FieldResolver(() => KafkaConnect, { nullable: true, description: 'The cluster that runs it.' })
  kafkaConnect(@Root() connector: Connector, @Ctx() { registry }: GraphContext): KafkaConnect | null {
    const entry = entryOf(registry, ResourceKind.CONNECTOR, connector);
    return entry?.one('connect', ResourceKind.KAFKA_CONNECT)?.main ?? null;
  }

  @FieldResolver(() => [ConnectorTask], { description: 'Its tasks.' })
  tasks(@Root() connector: Connector, @Ctx() { registry }: GraphContext): readonly ConnectorTask[] {
    const tasks = entryOf(registry, ResourceKind.CONNECTOR, connector)?.from('connector', ResourceKind.CONNECTOR_TASK);
    return (tasks ?? []).map(({ main }) => main).sort((a, b) => a.taskId - b.taskId);
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
