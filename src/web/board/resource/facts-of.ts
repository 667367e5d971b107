import { measure, plain } from '../words.js';
import { clusterFacts } from './cluster-facts.js';
import { type Fact, lines, measured, rows, text, time, yesNo } from './fact.js';
import type { PageResource } from './resource-page.js';
import { streamFacts } from './stream-facts.js';

/** The facts of a resource of any sort. */
export function factsOf(resource: PageResource): readonly Fact[] {
  return [...clusterFacts(resource), ...streamFacts(resource), ...databaseFacts(resource)];
}

function databaseFacts(resource: PageResource): readonly Fact[] {
  switch (resource.__typename) {
    case 'PostgresDatabase': {
      const { version, sizeBytes, capacityBytes, isInRecovery, databaseConnections: used } = resource;
      return [
        ...text('Engine', 'PostgreSQL'),
        ...text('Version', version),
        ...measured('Size', sizeBytes, 'BYTES'),
        ...measured('Disk', capacityBytes, 'BYTES'),
        ...text('Connections', used === null ? null : `${used.used} of ${used.maximum}`),
        ...text('Role', isInRecovery === null ? null : isInRecovery ? 'standby' : 'primary'),
        ...time('Started', resource.startedAt),
      ];
    }
    case 'ClickHouseDatabase':
      return [
        ...text('Engine', 'ClickHouse'),
        ...text('Version', resource.version),
        ...measured('Size', resource.sizeBytes, 'BYTES'),
        ...rows('ZooKeeper', resource.zooKeeper),
        ...rows('Replicas', ...resource.databaseReplicas),
      ];
    case 'DatabaseReplica':
      return [
        ...rows('Database', resource.clickHouse),
        ...text('Shard', resource.shard),
        ...text('Version', resource.version),
        ...yesNo('Reachable', resource.isReachable),
        ...yesNo('Session with Keeper', resource.hasKeeperSession),
      ];
    case 'ReplicatedTable':
      return [
        ...rows('Database', resource.clickHouse),
        ...lines(
          'Replicas',
          resource.tableReplicas.map(({ name, presence, isReadOnly, delaySeconds }) =>
            [
              `${name}: ${plain(presence)}`,
              isReadOnly === true ? 'read-only' : '',
              delaySeconds === null || delaySeconds === 0 ? '' : `${measure(delaySeconds, 'SECONDS')} behind`,
            ]
              .filter((part) => part !== '')
              .join(', '),
          ),
        ),
      ];
    default:
      return [];
  }
}
