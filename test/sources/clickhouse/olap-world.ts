import {
  type ClickHouseDatabase,
  type DatabaseReplica,
  type FailingQueueEntry,
  type ReplicaCounters,
  type ReplicatedTable,
  TablePresence,
  type TableReplica,
} from '../../../src/model/clickhouse.js';
import { DatabaseEngine } from '../../../src/model/database.js';
import type { Observation } from '../../../src/model/facts.js';
import { type ResourceId, resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { type SightState, type Source, SourceMode } from '../../../src/model/source.js';
import type { CauseDefinition, KindDefinition } from '../../../src/model/kind-definition.js';
import type { Rule } from '../../../src/model/rule.js';
import { clickhouse } from '../../../src/sources/clickhouse/definition.js';
import { platformKinds, platformRecords, platformRules } from '../../../src/sources/platform.js';
import { sourceRules } from '../../../src/sources/source.rules.js';
import { type World, judgedWorld } from '../../support/judged.js';

export const DATABASE = resourceId(ResourceKind.DATABASE, 'olap', 'olap');
export const TABLE = resourceId(ResourceKind.REPLICATED_TABLE, 'olap', 'shop.orders');
export const A = replicaId('a');
export const B = replicaId('b');
export const C = replicaId('c');

function replicaId(name: string): ResourceId {
  return resourceId(ResourceKind.DATABASE_REPLICA, 'olap', `${name}:8123`);
}

/** Those of a server that was just started. */
export const NO_COUNTERS: ReplicaCounters = {
  delayedInserts: 0,
  rejectedInserts: 0,
  hardwareExceptions: 0,
  otherExceptions: 0,
  userExceptions: 0,
  lostParts: 0,
};

/** What is different about a replica: its facts, and how it is reached. */
export type Different = Partial<DatabaseReplica> & { readonly reach?: SightState };

interface More {
  readonly kinds?: readonly KindDefinition[];
  readonly rules?: readonly Rule[];
  readonly causes?: readonly CauseDefinition[];
}

/** A registry with the kinds and rules of this source, and the rows of the front page; `more` of other sources. */
export function olapWorld({ kinds = [], rules = [], causes = [] }: More = {}): World {
  const world = judgedWorld({
    kinds: [...platformKinds, ...clickhouse.kinds, ...kinds],
    rules: [...platformRules, ...sourceRules, ...clickhouse.rules, ...rules],
    causes: [...clickhouse.causes, ...causes],
  });
  return world.see(...platformRecords(() => true, world.clock.now()));
}

/** Reports the database and its replicas as far as told, seen now. One that is not reached was seen long ago. */
export function see(
  world: World,
  replicas: Readonly<Record<string, Different>>,
  database: Partial<ClickHouseDatabase> = {},
): World {
  const now = world.clock.now();
  const facts: ClickHouseDatabase = {
    id: DATABASE,
    kind: ResourceKind.DATABASE,
    engine: DatabaseEngine.CLICKHOUSE,
    name: 'olap',
    system: 'olap',
    namespace: null,
    labels: {},
    version: '24.8.1.1',
    sizeBytes: 3_000,
    capacityBytes: 300_000,
    shardNames: [null],
    zooKeeperName: null,
    placement: null,
    ...database,
  };
  const main: Observation = { id: DATABASE, kind: ResourceKind.DATABASE, aspect: 'main', facts, observedAt: now };
  const records = Object.entries(replicas).flatMap(([name, different]) => replicaRecords(world, name, different));
  return world.see(main, ...records, tablesSeen(world));
}

/** A calm replica with one table and a session. */
function replicaRecords(world: World, name: string, { reach = 'ok', ...different }: Different): readonly Observation[] {
  const id = replicaId(name);
  const kind = ResourceKind.DATABASE_REPLICA;
  const now = world.clock.now();
  const facts: DatabaseReplica = {
    id,
    kind,
    name: `${name}:8123`,
    system: 'olap',
    namespace: null,
    labels: {},
    host: name,
    port: 8123,
    shard: null,
    version: '24.8.1.1',
    startedAt: null,
    tableCount: 1,
    hasKeeperSession: true,
    delayedInserts: 0,
    sizeBytes: 1_000,
    disks: [{ name: 'default', freeBytes: 50_000, totalBytes: 100_000 }],
    mutations: [],
    distributedQueues: [],
    counters: NO_COUNTERS,
    plainTables: [],
    keeper: null,
    formerKeeper: null,
    interval: 10_000,
    placement: null,
    unavailable: {},
    ...different,
  };
  const main: Observation = { id, kind, aspect: 'main', facts, observedAt: now };
  const message = reach === 'ok' ? null : `${name}:8123 is ${reach}.`;
  const side: Observation = {
    id,
    kind,
    aspect: 'reach',
    facts: { state: reach, message, stateSince: now },
    observedAt: now,
  };
  return [main, side];
}

/** Reports a table as its replicas a, b and c see it, now. */
export function seeTable(world: World, replicas: Readonly<Record<string, Partial<TableReplica>>>): World {
  const now = world.clock.now();
  const facts: ReplicatedTable = {
    id: TABLE,
    kind: ResourceKind.REPLICATED_TABLE,
    name: 'shop.orders',
    system: 'olap',
    namespace: null,
    labels: {},
    database: 'shop',
    table: 'orders',
    shard: null,
    replicas: Object.entries(replicas).map(([name, different]) => copy(world, name, different)),
  };
  return world.see({ id: TABLE, kind: ResourceKind.REPLICATED_TABLE, aspect: 'main', facts, observedAt: now });
}

/** A calm copy, one of three. */
function copy(world: World, name: string, different: Partial<TableReplica>): TableReplica {
  const now = world.clock.now();
  return {
    name: `${name}:8123`,
    replicaId: replicaId(name),
    isSeen: true,
    presence: TablePresence.REPLICATED,
    isReadOnly: false,
    delaySeconds: 0,
    hasNeverSynced: false,
    queueSize: 0,
    keeperName: name,
    failingQueueEntry: null,
    totalReplicas: 3,
    activeReplicas: 3,
    activeReplicasAskedAt: now,
    partsPerPartition: 10,
    parts: parts(10),
    observedAt: now,
    unavailable: {},
    ...different,
  };
}

/** So many parts of a kilobyte, of 100 from which inserts are delayed and 200 from which they are refused. */
export function parts(count: number, averageBytes = 1_024): NonNullable<TableReplica['parts']> {
  return { parts: count, averageBytes, partsToDelay: 100, partsToThrow: 200, largeFromBytes: 1_000_000 };
}

/** An entry of a queue that fails for so many seconds because replica b, which made it, does not give it its part. */
export function failing(seconds: number, different: Partial<FailingQueueEntry> = {}): FailingQueueEntry {
  return { seconds, error: 'NO_REPLICA_HAS_PART (234)', isWithoutSource: true, sourceReplica: 'b', ...different };
}

export const MISSING = { presence: TablePresence.MISSING, isReadOnly: null, parts: null };

/** The source, which sees tables as long as one replica lists them. */
function tablesSeen(world: World): Observation {
  const now = world.clock.now();
  const id = resourceId(ResourceKind.SOURCE, 'olap', 'clickhouse/olap');
  const facts: Source = {
    id,
    kind: ResourceKind.SOURCE,
    name: 'clickhouse/olap',
    system: 'olap',
    namespace: null,
    labels: {},
    mode: SourceMode.PROBED,
    interval: 10_000,
    lastDurationMilliseconds: 5,
    consecutiveFailures: 0,
    partOf: 'databases',
    endpointId: DATABASE,
    state: 'ok',
    message: null,
    stateSince: now,
    sights: [
      {
        subject: 'replicated tables',
        kind: ResourceKind.REPLICATED_TABLE,
        resourceId: null,
        state: 'ok',
        message: null,
        since: now,
        contactAt: now,
      },
    ],
    clockSkew: 0,
  };
  return { id, kind: ResourceKind.SOURCE, aspect: 'main', facts, observedAt: now };
}

export const LOST: Different = { reach: 'lost' };
