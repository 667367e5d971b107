import type { Kafka } from '../../model/kafka.js';
import type { SightState } from '../../model/source.js';
import { describeMetadataLevel } from './kafka.features-question.js';
import type { Sweep } from './kafka.sweep.js';

/** What a cluster says of itself; the rest of its facts is configuration. */
export type SeenCluster = Pick<Kafka, 'version' | 'clusterId' | 'controllerId' | 'topicsSeenAt' | 'unavailable'>;

export const NEVER_SEEN: SeenCluster = {
  version: null,
  clusterId: null,
  controllerId: null,
  topicsSeenAt: null,
  unavailable: {},
};

type ClusterSweep = Pick<Sweep, 'at' | 'controllerId' | 'metadataLevel' | 'registered'> & {
  readonly cluster: Pick<Sweep['cluster'], 'clusterId' | 'controllerId'>;
};

/**
 * What a sweep tells of the cluster as a whole.
 * @param topics how well topics are listed by now: those that are not listed keep their age
 * @param minInSyncLack why how many replicas must be in sync was not told when that was asked last; null: it was
 */
export function clusterFacts(
  before: SeenCluster,
  { at, cluster, controllerId, metadataLevel, registered }: ClusterSweep,
  topics: SightState,
  minInSyncLack: string | null,
): SeenCluster {
  const level = 'value' in metadataLevel ? metadataLevel.value : null;
  const byMetadata = 'lack' in controllerId && controllerId.lack === 'unsupported' ? cluster.controllerId : null;
  return {
    version: level === null ? null : describeMetadataLevel(level),
    clusterId: cluster.clusterId,
    controllerId: 'value' in controllerId ? controllerId.value : byMetadata,
    topicsSeenAt: topics === 'ok' ? at : before.topicsSeenAt,
    unavailable: lacks({
      controllerId,
      registered,
      // What is not asked in every sweep is missing until it was told.
      minInSync: minInSyncLack === null ? {} : { lack: minInSyncLack },
      topics: topics === 'ok' ? {} : { lack: topics === 'forbidden' ? topics : 'probe failed' },
    }),
  };
}

function lacks(answers: Readonly<Record<string, { readonly lack: string } | object>>): Kafka['unavailable'] {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => ('lack' in answer ? [[name, answer.lack]] : [])),
  );
}
