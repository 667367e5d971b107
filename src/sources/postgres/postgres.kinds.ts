import { DatabaseEngine, type PostgresDatabase } from '../../model/database.js';
import { systemId } from '../../model/ids.js';
import { type KindDefinition, type Series, defineInterest, defineKind } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import { edgesToHost, edgesToPods } from '../../model/placement.js';
import { HOUR, MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import { connectionShare } from './postgres-figures.js';

type DatabaseSeries = Series<ResourceKind.DATABASE>;

/** A number of the main facts, as often as it is seen. */
function recent(name: string, window: Milliseconds, value: (facts: PostgresDatabase) => number | null): DatabaseSeries {
  return {
    name,
    aspect: 'main',
    keep: 'last',
    step: () => 5 * SECOND,
    window: () => window,
    values: ofPostgres(value),
  };
}

/** Other engines keep series of their own. */
function ofPostgres(value: (facts: PostgresDatabase) => number | null): DatabaseSeries['values'] {
  return (facts) => {
    const main = facts;
    return main.engine === DatabaseEngine.POSTGRESQL ? known(value(main)) : [];
  };
}

function known(value: number | null | undefined): ReturnType<DatabaseSeries['values']> {
  return value == null ? [] : [{ subject: null, value }];
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
    {
      name: 'size',
      aspect: 'main',
      // Temporary files and log that is about to be recycled come and go: what stays is what grows.
      keep: 'minimum',
      step: () => 5 * MINUTE,
      window: () => 24 * HOUR,
      values: ofPostgres(({ sizeBytes }) => sizeBytes),
    },
    recent('connections', HOUR, ({ connections }) => connections && connectionShare(connections)),
    recent('ioLoad', HOUR, ({ activity, vcpus }) => activity && vcpus && activity.waitingOnIo / vcpus),
    recent('cpuLoad', HOUR, ({ activity, vcpus }) => activity && vcpus && activity.running / vcpus),
    recent('blocksRead', 5 * MINUTE, ({ blocksRead }) => blocksRead),
    recent('blockReadTime', 5 * MINUTE, ({ blockReadTime }) => blockReadTime),
  ],
});

export const postgresKinds: readonly KindDefinition[] = [databaseKind];
