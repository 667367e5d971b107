import { systemId, resourceId } from '../../model/ids.js';
import { type KindDefinition, type Series, defineInterest, defineKind } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import { edgesToHost, edgesToPods } from '../../model/placement.js';
import { MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import type { ZooKeeperMember } from '../../model/zookeeper.js';

type MemberSeries = Series<ResourceKind.ZOOKEEPER_MEMBER>;

/** Each look counts: rules ask how many there were. */
const EACH_LOOK: Milliseconds = SECOND;

function eachLook(
  name: string,
  value: (facts: ZooKeeperMember) => number | null,
  window: MemberSeries['window'],
): MemberSeries {
  return {
    name,
    aspect: 'main',
    keep: 'last',
    step: () => EACH_LOOK,
    window,
    values: (facts) => {
      const known = value(facts as ZooKeeperMember);
      return known === null ? [] : [{ subject: null, value: known }];
    },
  };
}

const slowWindow: MemberSeries['window'] = ({ ZOOKEEPER_SLOW: limit }) => limit?.['window'] ?? 5 * MINUTE;

const ensembleKind = defineKind({
  kind: ResourceKind.ZOOKEEPER,
  edges: ({ placement }) => edgesToPods(placement),
  parent: () => systemId('zookeepers'),
  // A member is never more than DEGRADED for being lost: whether a quorum is left, the ensemble's own rule says.
  interests: [
    defineInterest({
      kind: ResourceKind.ZOOKEEPER_MEMBER,
      edge: 'ensemble',
      direction: 'from',
      digest: ({ role, isServing, syncedFollowers, quorumSize }) =>
        [role, isServing, syncedFollowers, quorumSize].join('/'),
    }),
    defineInterest({ kind: ResourceKind.ZOOKEEPER_MEMBER, edge: 'ensemble', direction: 'from', aspect: 'reach' }),
  ],
});

const memberKind = defineKind({
  kind: ResourceKind.ZOOKEEPER_MEMBER,
  edges: ({ system, placement, host }) => [
    { name: 'ensemble', to: resourceId(ResourceKind.ZOOKEEPER, system, system) },
    ...edgesToHost(placement, host),
  ],
  parent: ({ main: { system } }) => resourceId(ResourceKind.ZOOKEEPER, system, system),
  series: [
    eachLook(
      'outstanding',
      ({ outstandingRequests }) => outstandingRequests,
      () => 30 * MINUTE,
    ),
    eachLook('latencyCount', ({ latencyCount }) => latencyCount, slowWindow),
    eachLook('latencySum', ({ latencySum }) => latencySum, slowWindow),
  ],
});

export const zookeeperKinds: readonly KindDefinition[] = [ensembleKind, memberKind];
