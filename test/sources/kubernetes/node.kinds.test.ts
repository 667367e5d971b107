import { HealthStatus } from '../../../src/model/health.js';
import { systemId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { MINUTE } from '../../../src/model/time.js';
import { platformRecords } from '../../../src/sources/platform.js';
import { condition, node, NOW, seen, uid } from '../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../support/kubernetes-world.js';
import { cluster, zone } from '../../support/storage-facts.js';

const { HEALTHY, DEGRADED, UNHEALTHY } = HealthStatus;

const well = (name: string, zoneName: string | null = `zone-${name}`) => seen(node({ name, zoneName }));
const lost = (name: string, zoneName: string | null = `zone-${name}`) =>
  seen(node({ name, zoneName, isReady: false, conditions: [condition('Ready', 'False', NOW)] }));
const young = (name: string) =>
  seen(
    node({
      name,
      zoneName: `zone-${name}`,
      isReady: false,
      conditions: [condition('Ready', 'False', NOW)],
      createdAt: NOW,
    }),
  );

describe('a cluster', () => {
  const nodeGroups = [{ name: 'gpu', selector: { pool: 'gpu' }, requiredPerZone: 1 }];

  /** Zones a and b after three minutes, in a cluster that asks for a node group nobody has if so told. */
  function clusterOf(nodes: readonly ReturnType<typeof seen>[], isGroupMissing = false) {
    const top = seen(cluster(isGroupMissing ? { nodeGroups } : {}));
    return kubernetesWorld()
      .see(...platformRecords(() => true, NOW), top, seen(zone('zone-a')), seen(zone('zone-b')), ...nodes)
      .advance(3 * MINUTE);
  }

  it.each<[string, readonly ReturnType<typeof seen>[], boolean, HealthStatus]>([
    ['well', [well('a'), well('b')], false, HEALTHY],
    ['degraded where a node group is missing and every node works', [well('a'), well('b')], true, DEGRADED],
    ['degraded where one zone is down', [lost('a'), well('b')], false, DEGRADED],
    ['degraded where a group is missing and one zone is down', [lost('a'), well('b')], true, DEGRADED],
    ['degraded where a node of no zone works', [lost('a'), lost('b'), well('c', null)], false, DEGRADED],
    ['dead where every zone is down', [lost('a'), lost('b')], false, UNHEALTHY],
    ['dead where the only zone with nodes is down', [lost('a')], false, UNHEALTHY],
    ['dead where groups are missing and there is no node', [], true, UNHEALTHY],
    ['well while its nodes are new', [young('a'), young('b')], false, HEALTHY],
  ])('is %s', (_, nodes, isGroupMissing, status) => {
    const world = clusterOf(nodes, isGroupMissing);
    expect([world.status(cluster().id), world.status(systemId('kubernetes'))]).toEqual([status, status]);
  });

  it('is dead with its last node, and comes back with the first', () => {
    const world = clusterOf([well('a'), lost('b')], true);
    const status = () => world.status(cluster().id);
    world.see(lost('a')).advance(MINUTE);
    expect(status()).toBe(UNHEALTHY);
    expect(world.see(well('b')).status(cluster().id)).toBe(DEGRADED);
    world.see({ id: uid(ResourceKind.NODE, 'b'), kind: ResourceKind.NODE, goneAspect: 'main' });
    expect(status()).toBe(UNHEALTHY);
  });
});
