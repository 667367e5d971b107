import type { DatabaseReplica, ReplicaCounters } from '../../model/clickhouse.js';
import { DatabaseEngine } from '../../model/database.js';
import { resourceId, systemId } from '../../model/ids.js';
import { type KindDefinition, type Series, defineInterest, defineKind } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import { edgesToHost, edgesToPods } from '../../model/placement.js';
import { HOUR, MINUTE, SECOND } from '../../model/time.js';

type ReplicaSeries = Series<ResourceKind.DATABASE_REPLICA>;
type TableSeries = Series<ResourceKind.REPLICATED_TABLE>;

/** Each look counts: rules ask when a counter rose. */
function counter(name: keyof ReplicaCounters, window: ReplicaSeries['window']): ReplicaSeries {
  return {
    name,
    aspect: 'main',
    keep: 'last',
    step: () => SECOND,
    window,
    values: (facts) => {
      const { counters } = facts as DatabaseReplica;
      return counters === null ? [] : [{ subject: null, value: counters[name] }];
    },
  };
}

const keeperWindow: ReplicaSeries['window'] = ({ KEEPER_EXCEPTIONS: limit }) => limit?.['window'] ?? 5 * MINUTE;

const lossWindow: ReplicaSeries['window'] = ({ REPLICATED_DATA_LOSS: limit }) => limit?.['window'] ?? HOUR;

const delay: TableSeries = {
  name: 'delay',
  aspect: 'main',
  keep: 'last',
  // There may be many tables: a sample a minute is enough to draw.
  step: () => MINUTE,
  window: () => HOUR / 2,
  values: (facts) =>
    facts.replicas.flatMap(({ name, delaySeconds }) =>
      delaySeconds === null ? [] : [{ subject: name, value: delaySeconds }],
    ),
};

const databaseKind = defineKind({
  kind: ResourceKind.DATABASE,
  parent: () => systemId('databases'),
  edges: (main) => {
    if (main.engine !== DatabaseEngine.CLICKHOUSE) return [];
    const pods = edgesToPods(main.placement);
    if (main.zooKeeperName === null) return pods;
    const to = resourceId(ResourceKind.ZOOKEEPER, main.zooKeeperName, main.zooKeeperName);
    return [...pods, { name: 'coordination', to }];
  },
  interests: [
    defineInterest({
      kind: ResourceKind.DATABASE_REPLICA,
      edge: 'replicaOf',
      direction: 'from',
      digest: ({ shard }) => shard,
    }),
    defineInterest({ kind: ResourceKind.DATABASE_REPLICA, edge: 'replicaOf', direction: 'from', aspect: 'reach' }),
  ],
  // Where no table takes an insert any more, what is left is no database that works.
  vitalMembers: [ResourceKind.REPLICATED_TABLE],
});

const replicaKind = defineKind({
  kind: ResourceKind.DATABASE_REPLICA,
  edges: ({ system, placement, host }) => [
    { name: 'replicaOf', to: databaseOf(system) },
    ...edgesToHost(placement, host),
  ],
  parent: ({ main: { system } }) => databaseOf(system),
  series: [
    counter('delayedInserts', ({ INSERTS_DELAYED: limit }) => limit?.['window'] ?? 5 * MINUTE),
    counter('rejectedInserts', ({ INSERTS_REJECTED: limit }) => limit?.['window'] ?? 5 * MINUTE),
    counter('hardwareExceptions', keeperWindow),
    counter('otherExceptions', keeperWindow),
    // A loss is rare, and its window long: when exactly is of no use.
    {
      ...counter('lostParts', lossWindow),
      step: (limits) => Math.max(SECOND, lossWindow(limits) / 360),
    },
  ],
});

const tableKind = defineKind({
  kind: ResourceKind.REPLICATED_TABLE,
  edges: ({ system, replicas }) => [
    { name: 'tableOf', to: databaseOf(system) },
    ...replicas.map(({ replicaId }) => ({ name: 'copy' as const, to: replicaId })),
  ],
  parent: ({ main: { system } }) => databaseOf(system),
  works: ({ main: { replicas } }) => replicas.some(({ isSeen, isReadOnly }) => isSeen && isReadOnly === false),
  series: [delay],
});

function databaseOf(system: string): ReturnType<typeof resourceId> {
  return resourceId(ResourceKind.DATABASE, system, system);
}

export const clickHouseKinds: readonly KindDefinition[] = [databaseKind, replicaKind, tableKind];
