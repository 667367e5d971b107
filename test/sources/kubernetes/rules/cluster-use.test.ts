import { ResourceKind } from '../../../../src/model/kinds.js';
import type { AutoscalerStatus } from '../../../../src/model/cluster.js';
import type { Observation } from '../../../../src/model/facts.js';
import { SignalName } from '../../../../src/model/signal-name.js';
import { HOUR, type Instant, MINUTE } from '../../../../src/model/time.js';
import { NOW, ago, node, pod, seen } from '../../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../../support/kubernetes-world.js';
import { cluster } from '../../../support/storage-facts.js';

const { id } = cluster();

/** Nodes of 4 cores each, and one pod that asks for so many. */
function used(nodes: number, cpuRequested: number, ...groups: AutoscalerStatus['groups'][number][]) {
  const autoscaler: Observation = {
    id,
    kind: ResourceKind.CLUSTER,
    aspect: 'autoscaler',
    facts: { reportedAt: null, groups },
    observedAt: NOW,
  };
  const members = Array.from({ length: nodes }, (_, index) => seen(node({ name: `node-${index}` })));
  const asking = pod({ cpuRequested, memoryRequested: 0 });
  return kubernetesWorld().see(seen(cluster()), ...members, seen(asking), ...(groups.length === 0 ? [] : [autoscaler]));
}

const group = (ready: number, minimum: number, maximum = 10, registered = ready) => ({
  name: 'general',
  registered,
  ready,
  minimum,
  maximum,
});
const UNDERUSED = ['CLUSTER_UNDERUSED INFO'];
const OVERCOMMITTED = ['CLUSTER_OVERCOMMITTED INFO'];

it.each<[string, ReturnType<typeof used>, number, readonly string[]]>([
  ['40 % asked for', used(5, 8, group(5, 1)), HOUR, []],
  ['less, not for an hour', used(5, 7.9, group(5, 1)), HOUR - 1, []],
  ['less for an hour', used(5, 7.9, group(5, 1)), HOUR, UNDERUSED],
  ['at its minimum', used(5, 1, group(5, 5)), HOUR, []],
  ['at its minimum, other nodes beside', used(5, 1, group(3, 3)), HOUR, []],
  ['a group that cannot change', used(5, 1, group(5, 5, 5)), HOUR, []],
  ['without an autoscaler', used(5, 1), HOUR, []],
  ['just enough without one node', used(2, 4), 10 * MINUTE, []],
  ['not enough without one node, not for ten minutes', used(2, 4.1), 10 * MINUTE - 1, []],
  ['not enough without one node', used(2, 4.1), 10 * MINUTE, OVERCOMMITTED],
  ['a single node', used(1, 4), 10 * MINUTE, []],
])('%s', (_, world, wait, findings) => {
  expect(world.advance(wait).summary(id)).toEqual(findings);
});

it.each<[string, ReturnType<typeof group>[], readonly string[]]>([
  ['half of what the group may grow to', [group(5, 1)], []],
  ['all of it', [group(10, 1)], ['CLUSTER_NODES_NEAR_MAXIMUM WARNING']],
  ['a full group that cannot change beside', [group(5, 1), group(9, 9, 9)], []],
])('the autoscaler says: %s', (_, groups, findings) => {
  expect(used(2, 4, ...groups).summary(id)).toEqual(findings);
});

it('is at its maximum while nodes are not ready, and pods find no node', () => {
  const unplaced = pod({ name: 'unplaced', isScheduled: false, schedulingReason: 'Unschedulable', nodeName: null });
  const world = used(2, 4, group(7, 1, 10, 10)).see(seen(unplaced));
  expect(world.summary(id)).toEqual(['CLUSTER_NODES_NEAR_MAXIMUM CRITICAL']);
});

describe('what the autoscaler said a while ago', () => {
  const said = (reportedAt: Instant, configuredMaximumNodes: number | null = null) => {
    const facts = { reportedAt, groups: [group(10, 1)] };
    return kubernetesWorld().see(seen(cluster({ configuredMaximumNodes })), seen(node()), {
      id,
      kind: ResourceKind.CLUSTER,
      aspect: 'autoscaler',
      facts,
      observedAt: NOW,
    });
  };
  const reading = (world: ReturnType<typeof said>) =>
    world.readings(id).find(({ signal }) => signal === SignalName.CLUSTER_NODE_COUNT);

  it('counts for five minutes, and has its own age; what was found stands on, though nobody measures', () => {
    const world = said(ago(MINUTE));
    expect(reading(world)).toMatchObject({ value: 1, observedAt: ago(MINUTE) });
    expect(world.advance(4 * MINUTE - 1).summary(id)).toEqual(['CLUSTER_NODES_NEAR_MAXIMUM WARNING']);
    expect(world.advance(HOUR).summary(id)).toEqual(['CLUSTER_NODES_NEAR_MAXIMUM WARNING']);
    expect(reading(world)).toMatchObject({ value: null, unavailable: 'stale', observedAt: ago(MINUTE) });
  });

  it('is no matter once there is no autoscaler', () => {
    const world = said(ago(MINUTE)).advance(HOUR);
    world.see({ id, kind: ResourceKind.CLUSTER, goneAspect: 'autoscaler' });
    expect(world.advance(MINUTE + 1).summary(id)).toEqual([]);
  });

  it('is no finding at all where it was old when it was first seen', () => {
    expect(said(ago(5 * MINUTE)).summary(id)).toEqual([]);
  });

  it('is no matter where configuration has the maximum', () => {
    const world = said(ago(HOUR), 1);
    expect(world.summary(id)).toEqual(['CLUSTER_NODES_NEAR_MAXIMUM WARNING']);
    expect(reading(world)).toMatchObject({ value: 1, observedAt: NOW });
  });

  it('saves nothing', () => {
    const few = { reportedAt: NOW, groups: [group(5, 1)] };
    const nodes = Array.from({ length: 5 }, (_, index) => seen(node({ name: `node-${index}` })));
    const world = kubernetesWorld().see(seen(cluster()), ...nodes);
    world.see({ id, kind: ResourceKind.CLUSTER, aspect: 'autoscaler', facts: few, observedAt: NOW });
    expect(world.advance(HOUR).summary(id)).toEqual([]);
  });
});
