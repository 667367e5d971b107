import { MINUTE } from '../../../../src/model/time.js';
import type { Volume } from '../../../../src/model/volume.js';
import { WorkloadType, type ZonalNeed } from '../../../../src/model/workload.js';
import { node, pod, seen, workload } from '../../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../../support/kubernetes-world.js';
import { boundTo, claim, cluster, volume, zone } from '../../../support/storage-facts.js';

const need: ZonalNeed = {
  because: 'TOPOLOGY_SPREAD',
  replicas: 3,
  excludesByHost: false,
  nodeAlternatives: [],
  tolerations: [],
};
const INSUFFICIENT = ['ZONE_NODES_INSUFFICIENT(shop/web) CRITICAL'];

/** Three zones; nodes only where a test puts them. */
function zones(...nodes: [zoneName: string, name: string][]) {
  const members = nodes.map(([zoneName, name]) =>
    seen(node({ name, zoneName, labels: { 'topology.kubernetes.io/zone': zoneName } })),
  );
  const names = ['zone-a', 'zone-b', 'zone-c'];
  return kubernetesWorld().see(seen(cluster()), ...names.map((name) => seen(zone(name))), ...members);
}

describe('fewer replicas than zones', () => {
  const pair = seen(workload({ zonalNeed: { ...need, because: 'ANTI_AFFINITY', replicas: 2 } }));

  it('leave a zone empty by design', () => {
    const world = zones(['zone-a', 'node-1'], ['zone-b', 'node-2'])
      .see(pair)
      .advance(2 * MINUTE);
    expect(world.summary(zone('zone-c').id)).toEqual([]);
  });

  it('need one of the empty zones once too few others are left', () => {
    const world = zones(['zone-a', 'node-1'])
      .see(pair)
      .advance(2 * MINUTE);
    expect(world.summary(zone('zone-a').id)).toEqual([]);
    expect(world.summary(zone('zone-c').id)).toEqual(INSUFFICIENT);
  });
});

describe('a workload of nodes of one sort', () => {
  const sorted = (zoneName: string, pool: string) =>
    seen(node({ name: `${pool}-${zoneName}`, zoneName, labels: { 'topology.kubernetes.io/zone': zoneName, pool } }));
  const spread = (more: Partial<ZonalNeed> = {}) =>
    seen(
      workload({
        zonalNeed: { ...need, nodeAlternatives: [[{ key: 'pool', operator: 'In', values: ['kafka'] }]], ...more },
      }),
    );
  const zoneC = zone('zone-c').id;

  it.each<[string, ReturnType<typeof sorted>[], Partial<ZonalNeed>, readonly string[]]>([
    ['does not need a zone of another sort', [sorted('zone-c', 'gpu')], {}, []],
    ['needs a zone that has none any more', [], {}, INSUFFICIENT],
    ['needs zones enough for replicas that exclude each other', [sorted('zone-c', 'gpu')], { because: 'ANTI_AFFINITY' }, INSUFFICIENT], // prettier-ignore
  ])('%s', (_, others, more, findings) => {
    const world = zones().see(sorted('zone-a', 'kafka'), sorted('zone-b', 'kafka'), ...others);
    expect(
      world
        .see(spread(more))
        .advance(2 * MINUTE)
        .summary(zoneC),
    ).toEqual(findings);
  });

  it('no longer needs a zone of another sort once its nodes are elsewhere', () => {
    const world = zones().see(sorted('zone-c', 'gpu')).see(spread());
    expect(world.advance(2 * MINUTE).summary(zoneC)).toEqual(INSUFFICIENT);
    expect(world.see(sorted('zone-a', 'kafka')).summary(zoneC)).toEqual([]);
  });
});

describe('volumes of a StatefulSet', () => {
  const set = seen(
    workload({
      type: WorkloadType.STATEFUL_SET,
      claimTemplates: ['data'],
      zonalNeed: { ...need, because: 'ZONAL_VOLUMES' },
    }),
  );
  const ofClaim = (name: string, more: Partial<Volume> = {}) =>
    seen(volume({ ...boundTo('zone-a'), claimRef: { id: null, namespace: 'shop', name }, ...more }));

  it.each<[string, ReturnType<typeof seen>, readonly string[]]>([
    ['its volume', ofClaim('data-web-0'), INSUFFICIENT],
    ['the volume of its last replica', ofClaim('data-web-2'), INSUFFICIENT],
    ['the volume of a replica that is no longer wanted', ofClaim('data-web-3'), []],
    ['the volume of one with a longer name', ofClaim('data-web-db-0'), []],
    ['another template', ofClaim('log-web-0'), []],
    ['a volume that was given up', ofClaim('data-web-0', { phase: 'Released' }), []],
    ['a volume for two zones', ofClaim('data-web-0', { zoneNames: ['zone-a', 'zone-b'] }), []],
  ])('%s', (_, observation, findings) => {
    const world = zones()
      .see(set, observation)
      .advance(2 * MINUTE);
    expect(world.summary(zone('zone-a').id)).toEqual(findings);
  });

  it('is needed no more once it is given up', () => {
    const world = zones()
      .see(set, ofClaim('data-web-0'))
      .advance(2 * MINUTE);
    expect(world.see(ofClaim('data-web-0', { phase: 'Released' })).summary(zone('zone-a').id)).toEqual([]);
  });
});

describe('a Deployment needs nodes where the volumes of its pods are', () => {
  const owner = { id: workload().id, kind: 'Deployment', name: 'web' };
  const replicaSet = workload({ name: 'web-5d', type: WorkloadType.REPLICA_SET, owner });
  const unplaced = { isScheduled: false, nodeName: null, owner: { ...owner, id: replicaSet.id, kind: 'ReplicaSet' } };
  const seenOnes = {
    Deployment: seen(workload({ zonalNeed: { ...need, because: 'ZONAL_VOLUMES' } })),
    ReplicaSet: seen(replicaSet),
    volume: seen(volume(boundTo('zone-a'))),
    claim: seen(claim()),
    pod: seen(pod({ claimNames: ['data'], ...unplaced })),
  };
  type Names = (keyof typeof seenOnes)[];

  it.each<[Names]>([
    [['volume', 'claim', 'Deployment', 'ReplicaSet', 'pod']],
    [['pod', 'claim', 'volume', 'Deployment', 'ReplicaSet']],
    [['pod', 'ReplicaSet', 'Deployment', 'volume', 'claim']],
    [['claim', 'pod', 'ReplicaSet', 'volume', 'Deployment']],
  ])('seen one after the other: %s', (names) => {
    const world = zones();
    for (const name of names) world.see(seenOnes[name]);
    world.advance(2 * MINUTE);
    expect(world.summary(zone('zone-a').id)).toEqual(INSUFFICIENT);
    expect(world.summary(zone('zone-b').id)).toEqual([]);
  });
});

it('says how many are needed and how many there are', () => {
  const spread = seen(workload({ zonalNeed: { ...need, replicas: 4, excludesByHost: true } }));
  const readings = zones(['zone-a', 'node-1']).see(spread).readings(zone('zone-a').id);
  expect(readings).toContainEqual(expect.objectContaining({ subject: 'shop/web', value: 1, required: 2 }));
});

it('many needs of one sort look at each node once', () => {
  const nodes = Array.from({ length: 300 }, (_, index): [string, string] => ['zone-a', `node-${index}`]);
  const needs = Array.from({ length: 200 }, (_, index) => seen(workload({ name: `web-${index}`, zonalNeed: need })));
  const world = zones(...nodes).see(...needs);
  let looks = 0;
  const looked = node({ name: 'node-0' });
  Object.defineProperty(looked, 'taintList', { get: () => ((looks += 1), []), enumerable: true });
  world.see(seen(looked));
  // Once for the needs; the digests of those who are told of it come on top.
  expect(looks).toBeGreaterThan(0);
  expect(looks).toBeLessThan(10);
});
