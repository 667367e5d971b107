import { FindingReason } from '../../model/finding-reason.js';
import type { Finding } from '../../model/health.js';
import type { CauseDefinition, Step } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Seen } from '../../model/rule.js';
import { MINUTE, type Milliseconds } from '../../model/time.js';
import { isOfConnection } from './connect-lost-connection.js';
import { troubleOf } from './connect-trouble.js';

const toConnector: Step = { edge: 'connector', direction: 'to', kind: ResourceKind.CONNECTOR };
const toDatabase: Step = { edge: 'database', direction: 'to', kind: ResourceKind.DATABASE };
const toCluster: Step = { edge: 'connect', direction: 'to', kind: ResourceKind.KAFKA_CONNECT };

/** A connector may notice before Vitals does, whose looks have to fail twice. */
const NOTICED_LATER: Milliseconds = MINUTE;

type Failed = Seen<ResourceKind.CONNECTOR> | Seen<ResourceKind.CONNECTOR_TASK>;

/** How many databases it uses, as far as configuration says. */
function databaseCount(failed: Failed): number {
  const connector = failed.kind === ResourceKind.CONNECTOR ? failed : failed.one('connector', ResourceKind.CONNECTOR);
  return connector?.main.databases.length ?? 0;
}

/**
 * What moves records from or to a database that is gone fails with it, and says so. Which database it uses, configuration
 * says.
 */
const databaseLost = [[toConnector, toDatabase], [toDatabase]].map((path, index): CauseDefinition => ({
  effects: [index === 0 ? FindingReason.CONNECTOR_TASK_FAILED : FindingReason.CONNECTOR_FAILED],
  causes: [FindingReason.DATABASE_UNREACHABLE],
  path,
  holds: (failure, seen, lost, database) => {
    const failed = seen as Failed;
    return (
      lost.since - NOTICED_LATER <= failure.since &&
      isOfConnection(troubleOf(failed.main), database as Seen<ResourceKind.DATABASE>, databaseCount(failed) === 1)
    );
  },
}));

/** Without a worker that answers, nobody takes anything up. */
const nobodyThere = [[toConnector, toCluster], [toCluster]].map((path): CauseDefinition => ({
  effects: [FindingReason.CONNECTOR_UNASSIGNED],
  causes: [FindingReason.CONNECT_UNREACHABLE],
  path,
}));

/** The connector that a consumer group belongs to, and its tasks. */
const ofGroup: Step = { edge: 'sinkGroup', direction: 'from', kind: ResourceKind.CONNECTOR };
const toTasks: Step = { edge: 'connector', direction: 'from', kind: ResourceKind.CONNECTOR_TASK };

const READS_NO_MORE = [FindingReason.CONSUMER_STOPPED, FindingReason.CONSUMER_STALLED, FindingReason.CONSUMER_LAGGING];

/** A connector that does not work reads nothing, and the group that it reads with stands still. */
const groupStands: readonly CauseDefinition[] = [
  {
    causes: [FindingReason.CONNECTOR_FAILED, FindingReason.CONNECTOR_UNASSIGNED, FindingReason.CONNECTOR_PAUSED],
    path: [ofGroup],
  },
  { causes: [FindingReason.CONNECTOR_TASK_FAILED, FindingReason.CONNECTOR_UNASSIGNED], path: [ofGroup, toTasks] },
].map(({ causes, path }) => ({ effects: READS_NO_MORE, causes, path }));

/** Without their worker its members say nothing, and until the group gives them up it waits for them. */
const groupLeft: readonly CauseDefinition[] = [
  { causes: [FindingReason.CONNECT_UNREACHABLE], path: [ofGroup, toCluster] },
  {
    causes: [FindingReason.SOURCE_UNREACHABLE],
    path: [ofGroup, toCluster, { edge: 'endpoint', direction: 'from', kind: ResourceKind.SOURCE }] satisfies Step[],
    holds: (_: Finding, group: Seen): boolean => group.from('sinkGroup', ResourceKind.CONNECTOR).some(hasLostWorker),
  },
].map((cause) => ({ effects: [...READS_NO_MORE, FindingReason.CONSUMER_REBALANCING], ...cause }));

function hasLostWorker(connector: Seen<ResourceKind.CONNECTOR>): boolean {
  const tasks = connector.from('connector', ResourceKind.CONNECTOR_TASK);
  return tasks.some(({ main: { isWorkerGone } }) => isWorkerGone);
}

export const kafkaConnectCauses: readonly CauseDefinition[] = [
  ...databaseLost,
  ...nobodyThere,
  ...groupStands,
  ...groupLeft,
];
