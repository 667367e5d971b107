import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ClickHouseDatabase, DatabaseReplica } from '../model/clickhouse.js';
import { Cluster, Namespace, Zone } from '../model/cluster.js';
import { PostgresDatabase } from '../model/database.js';
import { Ingress } from '../model/http-traffic.js';
import { referenceTo } from '../model/ids.js';
import { ResourceKind } from '../model/kinds.js';
import { Node } from '../model/node.js';
import { KafkaConnect } from '../model/kafka-connect.js';
import { Broker, Kafka } from '../model/kafka.js';
import type { Placement } from '../model/placement.js';
import { Pod } from '../model/pod.js';
import type { Resource } from '../model/resource.js';
import { Claim, Volume } from '../model/volume.js';
import { WorkflowEngine } from '../model/workflow.js';
import { Workload } from '../model/workload.js';
import { ZooKeeper, ZooKeeperMember } from '../model/zookeeper.js';
import type { GraphContext } from './context.js';
import { byName } from './listing.js';
import { systemOf } from './systems.js';

/** Where in Kubernetes something is: fields that many types have in the same words. */
export const PLACE_RESOLVERS: readonly NewableFunction[] = [
  ...[Zone, Node, Namespace, Workload, Pod, Volume, Claim].map((type) => clusterOf(() => type)),
  ...[Workload, Pod, Claim].map((type) => namespaceOf(() => type)),
  ...[
    PostgresDatabase,
    ClickHouseDatabase,
    DatabaseReplica,
    ZooKeeper,
    ZooKeeperMember,
    Kafka,
    Broker,
    KafkaConnect,
    WorkflowEngine,
    Ingress,
  ].map((type) => podsOf(() => type)),
];

function clusterOf(type: () => ClassType<Resource>): NewableFunction {
  @Resolver(type)
  class ClusterOfResolver {
    @FieldResolver(() => Cluster, { nullable: true, description: 'The cluster it belongs to.' })
    cluster(@Root() { system }: Resource, @Ctx() { registry }: GraphContext): Cluster | null {
      return systemOf(registry, ResourceKind.CLUSTER, system);
    }
  }
  return ClusterOfResolver;
}

function namespaceOf(type: () => ClassType<Resource & { namespace: string }>): NewableFunction {
  @Resolver(type)
  class NamespaceOfResolver {
    @FieldResolver(() => Namespace, {
      nullable: true,
      description: 'Its namespace; null where namespaces cannot be seen.',
    })
    namespace(
      @Root() { system, namespace }: Resource & { namespace: string },
      @Ctx() { registry }: GraphContext,
    ): Namespace | null {
      const entry = registry.resolve(referenceTo(ResourceKind.NAMESPACE, system, null, namespace));
      return (entry?.main ?? null) as Namespace | null;
    }

    @FieldResolver(() => String, { description: 'The name of its namespace, seen or not.' })
    namespaceName(@Root() { namespace }: Resource & { namespace: string }): string {
      return namespace;
    }
  }
  return NamespaceOfResolver;
}

/** Of what is no part of Kubernetes itself, and may run there. */
function podsOf(type: () => ClassType<Resource & { placement: Placement | null }>): NewableFunction {
  @Resolver(type)
  class PodsOfResolver {
    @FieldResolver(() => [Pod], {
      nullable: true,
      description:
        'Pods it runs on, by configured selector or by its address; null where no cluster is configured for it.',
    })
    pods(
      @Root() { id, placement }: Resource & { placement: Placement | null },
      @Ctx() { registry }: GraphContext,
    ): readonly Pod[] | null {
      return placement == null ? null : byName(registry.get(id)?.all('runsOn', ResourceKind.POD) ?? []);
    }
  }
  return PodsOfResolver;
}
