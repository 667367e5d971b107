import { DatabaseEngine, type PostgresDatabase } from '../../model/database.js';
import type { MainFacts } from '../../model/facts.js';
import type { DatabaseHost } from '../../model/host.js';
import { systemId } from '../../model/ids.js';
import {
  type KindDefinition,
  type Series,
  defineInterest,
  defineKind,
  defineSeries,
} from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import { edgesToHost, edgesToPods } from '../../model/placement.js';
import { DAY, HOUR, MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import { connectionShare } from './postgres-figures.js';

type DatabaseSeries = Series<ResourceKind.DATABASE>;

/** A number of the main facts, as often as it is seen. */
function recent(name: string, window: Milliseconds, value: (facts: PostgresDatabase) => number | null): DatabaseSeries {
  return defineSeries({
    name,
    kind: ResourceKind.DATABASE,
    aspect: 'main',
    keep: 'last',
    step: () => 5 * SECOND,
    window: () => window,
    values: ofPostgres(value),
  });
}

/** Other engines keep series of their own. */
function ofPostgres(
  value: (facts: PostgresDatabase) => number | null,
): (facts: MainFacts<ResourceKind.DATABASE>) => ReturnType<typeof known> {
  return (main) => (main.engine === DatabaseEngine.POSTGRESQL ? known(value(main)) : []);
}

/** A number of the machine under it. */
function ofHost(name: string, value: (facts: DatabaseHost) => number | null): DatabaseSeries {
  return defineSeries({
    name,
    kind: ResourceKind.DATABASE,
    aspect: 'host',
    keep: 'last',
    step: () => 5 * SECOND,
    window: () => HOUR,
    values: (facts) => known(value(facts)),
  });
}

/** What stays when what comes and goes is gone: temporary files, log that is about to be recycled. */
const OF_A_DAY = { keep: 'minimum', step: () => 5 * MINUTE, window: () => DAY } as const;

function known(value: number | null | undefined): ReturnType<DatabaseSeries['values']> {
  return value == null ? [] : [{ subject: null, value }];
}

/** Of a disk whose size nobody says, what is used is as much as what is not free: a trend needs no more. */
function usedOf(diskBytes: number | null, freeBytes: number | null): number | null {
  return freeBytes === null ? null : (diskBytes ?? 0) - freeBytes;
}

const databaseKind = defineKind({
  kind: ResourceKind.DATABASE,
  edges: (main) =>
    main.engine === DatabaseEngine.POSTGRESQL
      ? [...edgesToPods(main.placement), ...edgesToHost(main.placement, main.host)]
      : [],
  parent: () => systemId('databases'),
  // The source leads to its database by its edge `endpoint`, and says how well it sees it.
  interests: [
    defineInterest({
      kind: ResourceKind.SOURCE,
      edge: 'endpoint',
      direction: 'from',
      digest: ({ state, message }) => `${state}/${message ?? ''}`,
    }),
  ],
  series: [
    defineSeries({
      ...OF_A_DAY,
      name: 'size',
      kind: ResourceKind.DATABASE,
      aspect: 'main',
      values: ofPostgres(({ sizeBytes }) => sizeBytes),
    }),
    defineSeries({
      ...OF_A_DAY,
      name: 'diskUsed',
      kind: ResourceKind.DATABASE,
      aspect: 'host',
      values: ({ diskBytes, diskFreeBytes }) => known(usedOf(diskBytes, diskFreeBytes)),
    }),
    ofHost('deviceBusy', ({ deviceBusy }) => deviceBusy),
    ofHost('hostCpu', ({ cpu }) => cpu),
    recent('connections', HOUR, ({ connections }) => connections && connectionShare(connections)),
    recent('ioLoad', HOUR, ({ activity, vcpus }) => activity && vcpus && activity.waitingOnIo / vcpus),
    recent('cpuLoad', HOUR, ({ activity, vcpus }) => activity && vcpus && activity.running / vcpus),
    recent('blocksRead', 5 * MINUTE, ({ blocksRead }) => blocksRead),
    recent('blockReadTime', 5 * MINUTE, ({ blockReadTime }) => blockReadTime),
  ],
});

export const postgresKinds: readonly KindDefinition[] = [databaseKind];
