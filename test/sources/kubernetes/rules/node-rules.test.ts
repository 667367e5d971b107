import { FindingReason } from '../../../../src/model/finding-reason.js';
import { HealthStatus } from '../../../../src/model/health.js';
import { ResourceKind, SupportKind } from '../../../../src/model/kinds.js';
import type { Cluster } from '../../../../src/model/cluster.js';
import type { Node } from '../../../../src/model/node.js';
import { PodPhase } from '../../../../src/model/pod.js';
import type { Sight, Source } from '../../../../src/model/source.js';
import { HOUR, MINUTE } from '../../../../src/model/time.js';
import { type Claim, ClaimPhase } from '../../../../src/model/volume.js';
import type { ZonalNeed } from '../../../../src/model/workload.js';
import { NOW, ago, condition, container, node, pod, seen, uid, workload } from '../../../support/kubernetes-facts.js';
import { kubernetesWorld } from '../../../support/kubernetes-world.js';
import { boundTo, claim, cluster, source, storageClass, volume, zone } from '../../../support/storage-facts.js';

const id = uid(ResourceKind.NODE, 'node-a');
const unready = (status: string, age: number): Partial<Node> => ({
  isReady: status === 'False' ? false : null,
  conditions: [condition('Ready', status, ago(age))],
});

describe('nodes', () => {
  it.each<[string, Partial<Node>, readonly string[]]>([
    ['ready', {}, []],
    ['just not ready', unready('False', 0), ['NODE_NOT_READY WARNING']],
    ['not ready, not for a minute', unready('False', MINUTE - 1), ['NODE_NOT_READY WARNING']],
    ['not ready for a minute', unready('False', MINUTE), ['NODE_NOT_READY CRITICAL']],
    ['silent', unready('Unknown', 0), ['NODE_UNREACHABLE WARNING']],
    ['silent for a minute', unready('Unknown', MINUTE), ['NODE_UNREACHABLE CRITICAL']],
    ['new', { ...unready('False', MINUTE), createdAt: ago(5 * MINUTE - 1) }, []],
    ['new no more', { ...unready('False', MINUTE), createdAt: ago(5 * MINUTE) }, ['NODE_NOT_READY CRITICAL']],
    ['cordoned', { isSchedulable: false }, ['NODE_CORDONED INFO']],
    ['cordoned, drained and off', { ...unready('False', MINUTE), isSchedulable: false }, ['NODE_CORDONED INFO']],
    [
      'short of memory',
      { conditions: [condition('Ready', 'True'), condition('MemoryPressure', 'True')] },
      ['NODE_UNDER_PRESSURE(MemoryPressure) WARNING'],
    ],
    ['going, and ready', { deletingSince: ago(2 * HOUR) }, []],
    ['going, and off', { ...unready('Unknown', MINUTE), deletingSince: ago(2 * HOUR) }, []],
    ['going, and off for long', { ...unready('Unknown', 10 * MINUTE), deletingSince: ago(2 * HOUR) }, ['NODE_UNREACHABLE CRITICAL']], // prettier-ignore
    ['off for long, and just going', { ...unready('False', HOUR), deletingSince: ago(10 * MINUTE - 1) }, []],
    ['off for long, and going', { ...unready('False', HOUR), deletingSince: ago(10 * MINUTE) }, ['NODE_NOT_READY CRITICAL']], // prettier-ignore
    ['going, drained and off', { ...unready('Unknown', HOUR), deletingSince: ago(HOUR), isSchedulable: false }, ['NODE_CORDONED INFO']], // prettier-ignore
    ['well in words we do not know', { conditions: [condition('Ready', 'True'), condition('Other', 'True')] }, []],
  ])('%s', (_, facts, findings) => {
    expect(
      kubernetesWorld()
        .see(seen(node(facts)))
        .summary(id),
    ).toEqual(findings);
  });

  it('turns critical by itself', () => {
    const world = kubernetesWorld().see(seen(node(unready('False', 0))));
    expect(world.advance(MINUTE - 1).summary(id)).toEqual(['NODE_NOT_READY WARNING']);
    expect(world.advance(1).summary(id)).toEqual(['NODE_NOT_READY CRITICAL']);
  });

  it('says by itself that its deletion hangs', () => {
    const world = kubernetesWorld().see(seen(node({ ...unready('Unknown', 0), deletingSince: NOW })));
    expect(world.advance(10 * MINUTE - 1).summary(id)).toEqual([]);
    expect(world.advance(1).summary(id)).toEqual(['NODE_UNREACHABLE CRITICAL']);
    expect(world.findings(id)[0]?.advice).toContain('finalizer');
    expect(world.see(seen(node({ deletingSince: NOW }))).summary(id)).toEqual([]);
  });

  it('is no better when it falls silent, and neither are its pods', () => {
    const broken = pod({ isReady: false, readySince: ago(10 * MINUTE), containers: [container({ isReady: false })] });
    const world = kubernetesWorld().see(seen(node(unready('False', 10 * MINUTE))), seen(broken));
    world.see(seen(node(unready('Unknown', 0))));
    expect(world.summary(id)).toEqual(['NODE_UNREACHABLE CRITICAL']);
    expect(world.findings(id)[0]).toMatchObject({
      since: ago(10 * MINUTE),
      message: 'It has not reported for 0s.',
    });
    world.advance(2 * MINUTE);
    const notReady = world.findings(broken.id).find(({ reason }) => reason === FindingReason.POD_NOT_READY);
    expect(notReady && world.registry.isRoot(notReady)).toBe(false);
  });

  /** Sees the node with one status of Ready after the other, each for a while. */
  function through(statuses: readonly string[], each: number, facts: Partial<Node> = {}) {
    const world = kubernetesWorld().see(seen(node(facts)));
    for (const status of statuses) {
      const at = world.advance(each).clock.now();
      const isReady = status === 'True' ? true : status === 'False' ? false : null;
      world.see(seen(node({ ...facts, isReady, conditions: [condition('Ready', status, at)] }), at));
    }
    return world.summary(id).filter((finding) => finding.startsWith('NODE_FLAPPING'));
  }

  const FLAPPING = ['NODE_FLAPPING WARNING'];
  it.each<[string, readonly string[], number, readonly string[]]>([
    ['one reboot', ['False', 'Unknown', 'False', 'True'], 30_000, []],
    ['two in a quarter of an hour', ['False', 'True', 'Unknown', 'True'], MINUTE, FLAPPING],
    ['two in a longer time', ['False', 'True', 'Unknown', 'True'], 8 * MINUTE, []],
    ['three changes', ['False', 'True', 'False'], MINUTE, FLAPPING],
    [
      'long after it was last heard of',
      [...Array<string>(60).fill('True'), 'False', 'True', 'False'],
      MINUTE,
      FLAPPING,
    ],
  ])('%s', (_, statuses, each, findings) => {
    expect(through(statuses, each)).toEqual(findings);
  });

  it('what it does while it joins is no flapping', () => {
    expect(through(['False', 'True', 'False', 'True'], MINUTE, { createdAt: NOW })).toEqual([]);
  });

  it('is not judged again while nothing happens', () => {
    const world = kubernetesWorld().see(seen(node()));
    const before = world.judgements;
    expect(world.advance(HOUR).judgements).toBe(before);
  });

  it.each<[number, number, readonly string[]]>([
    [19, 20, []],
    [20, 20, ['NODE_PODS_NEAR_CAPACITY WARNING']],
    [1, 1, []],
  ])('runs %d of %d pods', (count, pods, findings) => {
    const allocatable = { cpuCores: 64, memoryBytes: 1e12, pods };
    const crowd = Array.from({ length: count }, (_, index) => seen(pod({ name: `pod-${index}` })));
    expect(
      kubernetesWorld()
        .see(seen(node({ allocatable })), ...crowd)
        .summary(id),
    ).toEqual(findings);
  });
});

describe('zones', () => {
  const bad = { ...unready('False', MINUTE) };
  const nodes = (...facts: Partial<Node>[]) => facts.map((one, index) => seen(node({ name: `node-${index}`, ...one })));
  const ofZone = (...facts: Partial<Node>[]) =>
    kubernetesWorld().see(seen(cluster()), seen(zone()), ...nodes(...facts));

  it.each<[string, Partial<Node>[], number, readonly string[]]>([
    ['all ready', [{}, {}], MINUTE, []],
    ['none ready, not for a minute', [bad], MINUTE - 1, []],
    ['none ready for a minute', [bad], MINUTE, ['ZONE_DOWN CRITICAL']],
    ['none but a new one', [{ ...bad, createdAt: NOW }], MINUTE, []],
    ['a new one is ready', [bad, { createdAt: NOW }], MINUTE, []],
    ['three of five not ready', [bad, bad, bad, {}, {}], MINUTE, ['ZONE_DOWN WARNING']],
    ['two of three not ready', [bad, bad, {}], MINUTE, []],
    ['three of six not ready', [bad, bad, bad, {}, {}, {}], MINUTE, []],
  ])('%s', (_, facts, wait, findings) => {
    expect(
      ofZone(...facts)
        .advance(wait)
        .summary(zone().id),
    ).toEqual(findings);
  });

  it('a cordoned node that is lost counts until it is drained', () => {
    const last = pod({ nodeName: 'node-0' });
    const world = ofZone({ ...bad, isSchedulable: false }).see(seen(last));
    expect(world.advance(2 * MINUTE).summary(zone().id)).toEqual(['ZONE_DOWN CRITICAL']);
    world.see({ id: last.id, kind: ResourceKind.POD, goneAspect: 'main' });
    expect(world.advance(MINUTE).summary(zone().id)).toEqual([]);
  });

  const need: ZonalNeed = {
    because: 'TOPOLOGY_SPREAD',
    replicas: 3,
    excludesByHost: false,
    nodeAlternatives: [],
    tolerations: [],
  };
  const taint = { key: 'gpu', value: null, effect: 'NoSchedule' };
  const C = ['ZONE_NODES_INSUFFICIENT(shop/web) CRITICAL'];
  it.each<[string, Partial<ZonalNeed>, Partial<Node>[], number, readonly string[]]>([
    ['a node to use', {}, [{}], 2 * MINUTE, []],
    ['cordoned, not for two minutes', {}, [{ isSchedulable: false }], 2 * MINUTE - 1, []],
    ['cordoned for two minutes', {}, [{ isSchedulable: false }], 2 * MINUTE, C],
    ['tainted', {}, [{ taintList: [taint] }], 2 * MINUTE, C],
    [
      'tolerated',
      { tolerations: [{ key: 'gpu', operator: 'Exists', value: null, effect: null }] },
      [{ taintList: [taint] }],
      2 * MINUTE,
      [],
    ],
    [
      'another sort of node',
      { nodeAlternatives: [[{ key: 'pool', operator: 'In', values: ['db'] }]] },
      [{}],
      2 * MINUTE,
      C,
    ],
    ['bound elsewhere', boundTo('zone-z'), [], 2 * MINUTE, []],
    ['one of three hosts', { excludesByHost: true }, [{}], 2 * MINUTE, ['ZONE_NODES_INSUFFICIENT(shop/web) WARNING']],
    ['three of three hosts', { excludesByHost: true }, [{}, {}, {}], 2 * MINUTE, []],
    ['no replicas', { replicas: 0 }, [], 2 * MINUTE, []],
    ['volumes elsewhere', { because: 'ZONAL_VOLUMES' }, [], 2 * MINUTE, []],
  ])('needs: %s', (_, more, facts, wait, findings) => {
    const world = ofZone(...facts).see(seen(workload({ zonalNeed: { ...need, ...more } })));
    expect(
      world
        .advance(wait)
        .summary(zone().id)
        .filter((one) => one.startsWith('ZONE_NODES')),
    ).toEqual(findings);
  });

  it('a workload needs nodes where its volumes are', () => {
    const owner = { id: workload().id, kind: 'StatefulSet', name: 'web' };
    const facts = [seen(volume(boundTo('zone-a'))), seen(claim()), seen(pod({ claimNames: ['data'], owner }))];
    const world = ofZone().see(seen(workload({ zonalNeed: { ...need, because: 'ZONAL_VOLUMES' } })), ...facts);
    expect(world.advance(2 * MINUTE).summary(zone().id)).toEqual(C);
  });

  it('a configured group asks for nodes, and the cordoned one is why there are too few', () => {
    const nodeGroups = [{ name: 'general', selector: {}, requiredPerZone: 2 }];
    const world = ofZone({}, { isSchedulable: false })
      .see(seen(cluster({ nodeGroups })))
      .advance(2 * MINUTE);
    expect(world.summary(zone().id)).toEqual(['ZONE_NODES_INSUFFICIENT(general) WARNING']);
    const [finding] = world.findings(zone().id);
    expect(finding && world.registry.causesOf(finding).map(({ reason }) => reason)).toEqual(['NODE_CORDONED']);
  });
});

describe('clusters', () => {
  it.each<[string, Partial<Source>, HealthStatus, readonly string[]]>([
    ['seen', {}, HealthStatus.HEALTHY, []],
    ['lost', { state: 'lost' }, HealthStatus.UNHEALTHY, ['CLUSTER_UNREACHABLE CRITICAL']],
    ['forbidden', { state: 'forbidden' }, HealthStatus.UNKNOWN, []],
    ['not understood', { state: 'invalid' }, HealthStatus.UNKNOWN, []],
  ])('%s', (_, facts, status, findings) => {
    const world = kubernetesWorld().see(seen(cluster()), seen(source(facts)));
    expect([world.status(cluster().id), world.summary(cluster().id)]).toEqual([status, findings]);
  });

  it.each<[number, number, boolean, readonly string[]]>([
    [2, 3, false, []],
    [3, 4, false, ['CLUSTER_NODES_NEAR_MAXIMUM INFO']],
    [9, 10, false, ['CLUSTER_NODES_NEAR_MAXIMUM WARNING']],
    [2, 2, false, ['CLUSTER_NODES_NEAR_MAXIMUM WARNING']],
    [2, 2, true, ['CLUSTER_NODES_NEAR_MAXIMUM CRITICAL']],
  ])('%d of %d nodes, pods waiting: %s', (count, configuredMaximumNodes, isWaiting, findings) => {
    const facts: Partial<Cluster> = { configuredMaximumNodes };
    const nodes = Array.from({ length: count }, (_, index) => seen(node({ name: `node-${index}` })));
    const waiting = isWaiting
      ? [seen(pod({ isScheduled: false, schedulingReason: 'Unschedulable', nodeName: null }))]
      : [];
    const world = kubernetesWorld().see(seen(cluster(facts)), ...nodes, ...waiting);
    expect(world.summary(cluster().id)).toEqual(findings);
  });

  it.each([
    [1, 'It has 2 of at most 2 nodes, and 1 pod finds no node.'],
    [3, 'It has 2 of at most 2 nodes, and 3 pods find no node.'],
  ])('says how many pods find no node: %d', (count, message) => {
    const nodes = [1, 2].map((index) => seen(node({ name: `node-${index}` })));
    const lost = { isScheduled: false, schedulingReason: 'Unschedulable', nodeName: null };
    const pods = Array.from({ length: count }, (_, index) => seen(pod({ name: `pod-${index}`, ...lost })));
    const world = kubernetesWorld().see(seen(cluster({ configuredMaximumNodes: 2 })), ...nodes, ...pods);
    expect(world.findings(cluster().id)).toMatchObject([{ message }]);
  });
});

describe('claims', () => {
  it('its first consumer starts the clock', () => {
    const late = { phase: ClaimPhase.PENDING, volumeName: null };
    const consumer = pod({ claimNames: ['data'], createdAt: NOW, nodeName: null });
    const world = kubernetesWorld()
      .see(seen(storageClass(true)), seen(claim(late)))
      .see(seen(consumer));
    expect([world.status(claim().id), world.summary(claim().id)]).toEqual([HealthStatus.PROGRESSING, []]);
    expect(world.advance(2 * MINUTE - 1).summary(claim().id)).toEqual([]);
    expect(world.advance(1).summary(claim().id)).toEqual(['CLAIM_PENDING WARNING']);
  });

  it.each<[string, Partial<Sight>, HealthStatus, readonly string[]]>([
    ['may not be listed', { state: 'forbidden' }, HealthStatus.UNKNOWN, []],
    ['are not listed yet', { state: 'starting', contactAt: null }, HealthStatus.UNKNOWN, []],
    ['could never be listed', { state: 'lost', contactAt: null }, HealthStatus.UNKNOWN, []],
    ['were listed, and its own is not among them', { state: 'ok' }, HealthStatus.DEGRADED, ['CLAIM_PENDING WARNING']],
    ['were listed before', { state: 'lost' }, HealthStatus.DEGRADED, ['CLAIM_PENDING WARNING']],
  ])('without a volume, storage classes %s', (_, sight, status, findings) => {
    const classes = { subject: 'storageclasses', kind: SupportKind.STORAGE_CLASS, resourceId: null, message: null };
    const sights: Sight[] = [{ ...classes, since: NOW, contactAt: NOW, state: 'ok', ...sight }];
    const late = { phase: ClaimPhase.PENDING, volumeName: null };
    const world = kubernetesWorld()
      .see(seen(claim(late)))
      .see(seen(source({ sights })));
    expect([world.status(claim().id), world.summary(claim().id)]).toEqual([status, findings]);
    // Whatever its class, it waits for nothing once there is a pod.
    world.see(seen(pod({ claimNames: ['data'], nodeName: null })));
    expect(world.summary(claim().id)).toEqual(['CLAIM_PENDING WARNING']);
    world.see(seen(storageClass(false)), seen(source({ sights: [] })));
    expect(world.summary(claim().id)).toEqual(['CLAIM_PENDING WARNING']);
  });

  it('waits because its consumer finds no place', () => {
    const schedulingMessage = '0/1 nodes are available: 1 Insufficient cpu.';
    const place = { isScheduled: false, schedulingReason: 'Unschedulable', schedulingMessage, nodeName: null };
    const consumer = pod({ claimNames: ['data'], phase: PodPhase.PENDING, isReady: null, ...place });
    const late = { phase: ClaimPhase.PENDING, volumeName: null };
    const world = kubernetesWorld().see(seen(storageClass(true)), seen(claim(late)), seen(consumer));
    const [finding] = world.findings(claim().id);
    expect(finding && world.registry.causesOf(finding).map(({ reason }) => reason)).toEqual(['POD_UNSCHEDULABLE']);
    const [unplaced] = world.findings(consumer.id);
    expect(unplaced && world.registry.causesOf(unplaced)).toEqual([]);
  });

  it.each<[string, Partial<Claim>, boolean, readonly string[]]>([
    ['bound', {}, false, []],
    ['pending, not for two minutes', { phase: ClaimPhase.PENDING, createdAt: ago(2 * MINUTE - 1) }, false, []],
    [
      'pending for two minutes',
      { phase: ClaimPhase.PENDING, createdAt: ago(2 * MINUTE) },
      false,
      ['CLAIM_PENDING WARNING'],
    ],
    ['waits for a consumer', { phase: ClaimPhase.PENDING }, true, []],
    ['lost', { phase: ClaimPhase.LOST }, false, ['CLAIM_LOST CRITICAL']],
    ['stuck', { deletingSince: ago(5 * MINUTE) }, false, ['VOLUME_STUCK_TERMINATING WARNING']],
  ])('%s', (_, facts, waits, findings) => {
    const world = kubernetesWorld().see(seen(storageClass(waits)), seen(claim(facts)));
    expect(world.summary(claim().id)).toEqual(findings);
  });
});
