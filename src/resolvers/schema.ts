import 'reflect-metadata';
import DataLoader from 'dataloader';
import type { GraphQLSchema } from 'graphql';
import { type NonEmptyArray, buildSchemaSync } from 'type-graphql';
import { ClickHouseDatabase } from '../model/clickhouse.js';
import type { Clock } from '../model/clock.js';
import { PostgresDatabase } from '../model/database.js';
import { DateTimeScalar } from '../model/scalars.js';
import type { ServerState } from '../model/server.js';
import type { Registry } from '../registry/registry.js';
import { answerAtOnce, takeRecordsAsTheyAre } from './at-once.js';
import { ChangeResolver } from './change.resolver.js';
import { CLICKHOUSE_RESOLVERS } from './clickhouse.resolver.js';
import { ClusterResolver, ZoneResolver } from './cluster.resolver.js';
import { type FreshnessKey, type GraphContext, type Refresher, RequestContext } from './context.js';
import { ConsumerGroupResolver, GroupPartitionResolver } from './consumer-group.resolver.js';
import { countLists } from './counted-lists.js';
import { DatabaseResolver, PostgresDatabaseResolver } from './database.resolver.js';
import { describeCosts } from './field-costs.js';
import { FindingResolver, ReadingResolver } from './finding.resolver.js';
import { IngressResolver, RouteResolver } from './http-traffic.resolver.js';
import { ConnectorResolver, ConnectorTaskResolver, KafkaConnectResolver } from './kafka-connect.resolver.js';
import { BrokerResolver, KafkaResolver, TopicResolver } from './kafka.resolver.js';
import { ListBudget } from './list-budget.js';
import type { LiveField } from './live-field.js';
import { healthChangesField, resourceHealthField } from './live-fields.js';
import { NodeResolver } from './node.resolver.js';
import { PLACE_RESOLVERS } from './place.resolver.js';
import { PlatformResolver, PlatformSystemResolver } from './platform.resolver.js';
import { ContainerResolver, PodResolver } from './pod.resolver.js';
import { HealthResolver, ResourceResolver } from './resource.resolver.js';
import { ServerResolver, SourceResolver } from './server.resolver.js';
import { CoverageResolver, SignalResolver } from './signal.resolver.js';
import { Turns } from './turns.js';
import { ClaimResolver, VolumeAttachmentResolver, VolumeResolver } from './volume.resolver.js';
import { WorkflowEngineResolver, WorkflowResolver, WorkflowStepResolver } from './workflow.resolver.js';
import { NamespaceResolver, WorkloadResolver } from './workload.resolver.js';
import { ZooKeeperMemberResolver, ZooKeeperResolver } from './zookeeper.resolver.js';

/** Every resolver class: one line each. */
const RESOLVERS: NonEmptyArray<NewableFunction> = [
  ResourceResolver,
  HealthResolver,
  PlatformResolver,
  PlatformSystemResolver,
  ClusterResolver,
  ZoneResolver,
  NodeResolver,
  NamespaceResolver,
  WorkloadResolver,
  PodResolver,
  ContainerResolver,
  VolumeResolver,
  VolumeAttachmentResolver,
  ClaimResolver,
  DatabaseResolver,
  ...CLICKHOUSE_RESOLVERS,
  PostgresDatabaseResolver,
  ZooKeeperResolver,
  ZooKeeperMemberResolver,
  IngressResolver,
  RouteResolver,
  KafkaResolver,
  BrokerResolver,
  TopicResolver,
  ConsumerGroupResolver,
  GroupPartitionResolver,
  KafkaConnectResolver,
  ConnectorResolver,
  ConnectorTaskResolver,
  WorkflowEngineResolver,
  WorkflowResolver,
  WorkflowStepResolver,
  FindingResolver,
  ReadingResolver,
  ChangeResolver,
  SignalResolver,
  CoverageResolver,
  ServerResolver,
  SourceResolver,
  ...PLACE_RESOLVERS,
];

export function buildVitalsSchema(): GraphQLSchema {
  takeRecordsAsTheyAre();
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    orphanedTypes: [PostgresDatabase, ClickHouseDatabase],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    // Asked for by type-graphql, and never used: subscriptions follow the registry's stream of changes.
    pubSub: { publish: () => undefined, subscribe: () => neverSubscribed() },
  });
  describeRoots(schema);
  describeCosts(schema);
  answerAtOnce(schema);
  countLists(schema);
  return schema;
}

const EVERYTHING =
  'Everything that can be asked. Each field costs 1 unless its description says otherwise; what all of a query may cost together ' +
  'is `server.limits.cost` of the configuration, and `extensions: { cost: true }` in a request has it told what it cost.';

/** The only types that type-graphql makes by itself, without a word. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, subscription] = [schema.getQueryType(), schema.getSubscriptionType()];
  if (query != null) query.description = EVERYTHING;
  if (subscription != null)
    subscription.description = 'Everything that can be followed, over graphql-transport-ws or SSE.';
}

function neverSubscribed(): never {
  throw new Error('Nothing is published here.');
}

/** What graphs of several registries have in common. */
export interface Shared {
  readonly schema: GraphQLSchema;
  /** Together all requests do not hold up others for long. */
  readonly turns: Turns;
}

/** What the server needs in order to serve the graph of one registry. */
export interface Graph extends Shared {
  /** Made anew for each request. */
  readonly contextOf: (subscribers: number) => GraphContext;
  readonly liveFields: Readonly<Record<string, LiveField>>;
}

export interface GraphParts {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly state: ServerState;
  readonly refresher: Refresher;
}

/** @param shared of another graph that is served by the same server */
export function createGraph(
  { registry, clock, state, refresher }: GraphParts,
  { schema, turns }: Shared = { schema: buildVitalsSchema(), turns: new Turns() },
): Graph {
  return {
    schema,
    turns,
    contextOf: (subscribers) => {
      const moment = { clock, state, subscribers, freshness: freshnessLoader(refresher) };
      return new RequestContext(registry, new ListBudget(), turns, moment);
    },
    liveFields: {
      healthChanges: healthChangesField(registry, clock),
      resourceHealth: resourceHealthField(registry),
    },
  };
}

/** Gathers the wishes of one request into one call per age. */
function freshnessLoader(refresher: Refresher): GraphContext['freshness'] {
  return new DataLoader<FreshnessKey, boolean, string>(
    async (keys) => {
      const ages = new Set(keys.map(({ maxAge }) => maxAge));
      const refreshed = [...ages].map((maxAge) =>
        refresher.refresh(
          keys.filter((key) => key.maxAge === maxAge).map(({ id }) => id),
          maxAge,
        ),
      );
      await Promise.all(refreshed);
      return keys.map(() => true);
    },
    { cacheKeyFn: ({ id, maxAge }) => `${maxAge}/${id}` },
  );
}
