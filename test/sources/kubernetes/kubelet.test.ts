import type { Observation, SourceEvent } from '../../../src/model/facts.js';
import { type ResourceId, resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { PodUsage } from '../../../src/model/pod.js';
import { HOUR, type Instant, after, instant } from '../../../src/model/time.js';
import type { ClaimUsage } from '../../../src/model/volume.js';
import { ClusterInventory } from '../../../src/sources/kubernetes/cluster-inventory.js';
import {
  containerKey,
  parseCadvisorMetrics,
  parseResourceMetrics,
} from '../../../src/sources/kubernetes/kubelet-metrics.parser.js';
import { type NodeSummary, parseSummary } from '../../../src/sources/kubernetes/kubelet-summary.parser.js';
import { KubeletUsage } from '../../../src/sources/kubernetes/kubelet-usage.js';
import { SYSTEM, recordedBytes, recordedJson } from './recorded.js';

const { body } = recordedJson('kubelet-summary.json') as { body: Record<string, unknown> };
const summary = parseSummary(body) as NodeSummary;
const first = parseResourceMetrics(recordedBytes('kubelet-resource-first.txt'));
const second = parseResourceMetrics(recordedBytes('kubelet-resource-second.txt'));
const cadvisor = parseCadvisorMetrics(recordedBytes('kubelet-cadvisor.txt'));
const ledger = summary.pods.find(({ name }) => name === 'ledger-0');

describe('the answers of a kubelet', () => {
  it('a summary tells pods by uid, their containers, and the claims they mount', () => {
    expect(ledger?.uid).toMatch(/^[0-9a-f-]{36}$/);
    expect(ledger?.containers).toEqual([
      expect.objectContaining({ name: 'book', rssBytes: expect.any(Number) as number, ioPressure60: null }),
    ]);
    const [claim] = ledger?.claims ?? [];
    expect(claim).toMatchObject({ namespace: 'shop', name: 'data-ledger-0' });
    // A loop-mounted file system of 64 MiB, less what ext4 needs itself.
    expect(claim?.capacityBytes).toBeGreaterThan(50 * 2 ** 20);
    expect(claim?.capacityBytes).toBeLessThan(64 * 2 ** 20);
    expect((claim?.usedBytes ?? 0) + (claim?.availableBytes ?? 0)).toBeLessThanOrEqual(claim?.capacityBytes ?? 0);
    expect(claim?.inodesFree).toBeLessThan(claim?.inodes ?? 0);
    expect(claim?.at).not.toBeNull();
    expect(summary.fs?.capacityBytes).toBeGreaterThan(0);
  });

  it('pressure is believed of a machine that counts it', () => {
    const counting = structuredClone(body) as {
      node: { cpu: { psi: { some: { total: number } } } };
      pods: { podRef: { name: string }; containers: { io: { psi: { some: { avg60: number } } } }[] }[];
    };
    counting.node.cpu.psi.some.total = 1;
    for (const { containers } of counting.pods) for (const { io } of containers) io.psi.some.avg60 = 25;
    const pods = parseSummary(counting)?.pods ?? [];
    expect(pods.flatMap(({ containers }) => containers.map(({ ioPressure60 }) => ioPressure60))).toEqual(
      summary.pods.flatMap(({ containers }) => containers.map(() => 0.25)),
    );
  });

  it.each([[null], [{}], [{ node: {}, pods: 3 }], ['<html>'], [[]]])('%p is no summary', (other) => {
    expect(parseSummary(other)).toBeNull();
  });

  it('a summary may leave out what it does not know', () => {
    const bare = { node: {}, pods: [{ podRef: { uid: 'u', namespace: 'n', name: 'p' }, containers: [{ name: 'c' }] }] };
    expect(parseSummary(bare)?.pods[0]?.containers).toEqual([
      { name: 'c', memoryAt: null, rssBytes: null, ioPressure60: null },
    ]);
  });

  it('resource metrics carry their own times', () => {
    const key = containerKey('shop', 'ledger-0', 'book');
    expect(first.containers.get(key)?.workingSetBytes?.value).toBeGreaterThan(0);
    const growth = (second.nodeCpuSeconds?.value ?? 0) - (first.nodeCpuSeconds?.value ?? 0);
    const elapsed = (second.nodeCpuSeconds?.at ?? 0) - (first.nodeCpuSeconds?.at ?? 0);
    expect(elapsed).toBeGreaterThan(0);
    // A machine of two cores.
    expect(growth / (elapsed / 1_000)).toBeLessThanOrEqual(2.05);
  });

  it('cAdvisor tells throttling and file cache of containers, not of cgroups above them', () => {
    const pressure = cadvisor.get(containerKey('shop', 'ledger-0', 'book'));
    expect(pressure?.cfsPeriods?.value).toBeGreaterThan(0);
    expect(pressure?.cfsThrottledPeriods?.value).toBeLessThanOrEqual(pressure?.cfsPeriods?.value ?? 0);
    expect(pressure?.activeFileBytes?.value).toBeGreaterThanOrEqual(0);
    expect([...cadvisor.keys()].filter((key) => key.includes('//') || key.endsWith('/'))).toEqual([]);
  });

  it('of a container that is there twice the newer cgroup counts', () => {
    const line = (id: string, value: number, time: number): string =>
      `container_cpu_cfs_periods_total{container="c",id="${id}",namespace="n",pod="p"} ${value} ${time}\n`;
    const twice = parseCadvisorMetrics(Buffer.from(line('new', 3, 2_000) + line('old', 900, 1_000)));
    expect(twice.get('n/p/c')?.cfsPeriods?.value).toBe(3);
  });
});

describe('usage from one kubelet', () => {
  const claimId = resourceId(ResourceKind.CLAIM, SYSTEM, 'claim-uid');
  const nodeId = resourceId(ResourceKind.NODE, SYSTEM, 'node-uid');
  const podId = resourceId(ResourceKind.POD, SYSTEM, ledger?.uid ?? '');
  const target = { nodeId, nodeName: 'node-a', host: '10.99.0.1', port: 10_250 };
  const now: Instant = instant(1);

  function start(): { usage: KubeletUsage; inventory: ClusterInventory } {
    const inventory = new ClusterInventory({ add: () => undefined, remove: () => undefined });
    inventory.putClaim({ id: claimId, namespace: 'shop', name: 'data-ledger-0' } as never);
    return { usage: new KubeletUsage(SYSTEM, target, inventory), inventory };
  }

  function factsOf(events: readonly SourceEvent[], id: ResourceId): unknown {
    const found = events.find((event) => event.id === id);
    return found === undefined || 'goneAspect' in found ? undefined : found.facts;
  }

  const podUsage = (events: readonly SourceEvent[], id = podId) => factsOf(events, id) as PodUsage | undefined;
  const claimUsage = (events: readonly SourceEvent[]) => factsOf(events, claimId) as ClaimUsage | undefined;

  const answer = (resource: typeof first, pods = summary.pods) => ({
    summary: { ...summary, pods },
    resource,
    cadvisor,
    failure: null,
  });

  it('has memory at once and CPU from the second sample', () => {
    const { usage } = start();
    const [before] = podUsage(usage.take(answer(first), now))?.containers ?? [];
    expect(before).toMatchObject({ name: 'book', cpuCores: null });
    expect(before?.workingSetBytes).toBeGreaterThan(0);
    const [after] = podUsage(usage.take(answer(second), now))?.containers ?? [];
    expect(after?.cpuCores).toBeGreaterThan(0);
    expect(after?.cpuCores).toBeLessThan(0.1);
  });

  it('does not report one sample twice', () => {
    const { usage } = start();
    const events = usage.take(answer(first), now);
    expect(claimUsage(events)?.capacityBytes).toBeGreaterThan(0);
    const again = usage.take(answer(first), now);
    expect(again.map(({ kind }) => kind)).toEqual([ResourceKind.NODE]);
  });

  it('goes on when the clock of the node is set back', () => {
    const shifted = (metrics: typeof first, by: number): typeof first => ({
      nodeCpuSeconds: null,
      nodeWorkingSetBytes: null,
      containers: new Map(
        [...metrics.containers].map(([key, sampled]) => {
          const later = Object.entries(sampled).map(([name, one]) => [name, { ...one, at: after(one.at, by) }]);
          return [key, Object.fromEntries(later) as typeof sampled];
        }),
      ),
    });
    const { usage } = start();
    const cpu = (metrics: typeof first) => podUsage(usage.take(answer(metrics), now))?.containers[0]?.cpuCores;
    expect(cpu(shifted(first, HOUR))).toBeNull();
    const before = cpu(shifted(second, HOUR));
    expect(before).toBeGreaterThan(0);
    // An hour earlier: what it was stays until there is another one to compare it with.
    expect(cpu(first)).toBe(before);
    expect(cpu(second)).toBeCloseTo(before ?? 0);
    // It is the same sample, or one that came out of order.
    expect(cpu(first)).toBeUndefined();
  });

  it('ends with its pod, but a claim holds what it holds', () => {
    const { usage } = start();
    usage.take(answer(first), now);
    const events = usage.take(answer(first, []), now);
    expect(events).toContainEqual({ id: podId, kind: ResourceKind.POD, goneAspect: 'usage' });
    expect(events.filter(({ kind }) => kind === ResourceKind.CLAIM)).toEqual([]);
  });

  it('is said to be unavailable once, of each pod on the node, and comes back', () => {
    const { usage, inventory } = start();
    const before = usage.take(answer(first), now);
    inventory.putPod({ id: podId, nodeName: 'node-a' } as never);
    const events = usage.unavailable('probe failed', instant(2));
    const last = podUsage(before)?.containers;
    expect(podUsage(events)).toEqual({ containers: [], unavailable: 'probe failed', last });
    expect(claimUsage(events)).toMatchObject({ usedBytes: null, unavailable: 'probe failed' });
    expect(claimUsage(events)?.last?.usedBytes).toBe(claimUsage(before)?.usedBytes);
    expect(claimUsage(before)?.usedBytes).toBeGreaterThan(0);
    const timeOf = (id: ResourceId) => (events.find((event) => event.id === id) as Observation | undefined)?.observedAt;
    expect([podId, claimId, nodeId].map(timeOf)).toEqual([now, now, instant(2)]);
    expect(factsOf(events, nodeId)).toMatchObject({ unavailable: 'probe failed' });
    expect(usage.unavailable('probe failed', now)).toEqual([]);
    const late = resourceId(ResourceKind.POD, SYSTEM, 'late');
    inventory.putPod({ id: late, nodeName: 'node-a' } as never);
    const told = usage.unavailable('probe failed', now);
    expect(told.map(({ id }) => id)).toEqual([late]);
    expect(podUsage(told, late)).toEqual({ containers: [], unavailable: 'probe failed' });
    expect(podUsage(usage.unavailable('forbidden', now), late)?.unavailable).toBe('forbidden');
    expect(podUsage(usage.take(answer(first), now))?.unavailable).toBeNull();
  });

  describe('of a claim that moved to another node with its pod', () => {
    const movedId = resourceId(ResourceKind.POD, SYSTEM, 'moved');
    const other = { ...target, nodeId: resourceId(ResourceKind.NODE, SYSTEM, 'other'), nodeName: 'node-b' };
    const moved = summary.pods.filter((pod) => pod === ledger).map((pod) => ({ ...pod, uid: 'moved' }));

    /** The kubelets of the node that it left, and of the one that it came to, which has told of it. */
    function move(hasToldOfTheEnd: boolean): { left: KubeletUsage; come: KubeletUsage } {
      const { usage: left, inventory } = start();
      const come = new KubeletUsage(SYSTEM, other, inventory);
      inventory.putPod({ id: podId, nodeName: 'node-a' } as never);
      left.take(answer(first), now);
      inventory.dropPod(podId);
      inventory.putPod({ id: movedId, nodeName: 'node-b' } as never);
      if (hasToldOfTheEnd) left.take(answer(first, []), now);
      expect(claimUsage(come.take(answer(first, moved), now))?.unavailable).toBeNull();
      return { left, come };
    }

    it.each([
      ['after it told that the pod is over', true],
      ['before it could tell', false],
    ])('nothing is said by the kubelet that it left, when that is lost %s', (_, hasToldOfTheEnd) => {
      const events = move(hasToldOfTheEnd).left.unavailable('probe failed', now);
      expect(factsOf(events, nodeId)).toMatchObject({ unavailable: 'probe failed' });
      expect(claimUsage(events)).toBeUndefined();
    });

    it('the kubelet that has it now says that its numbers are unavailable', () => {
      expect(claimUsage(move(true).come.unavailable('probe failed', now))?.unavailable).toBe('probe failed');
    });

    it('numbers are there at once when it comes back, were they those of before', () => {
      expect(claimUsage(move(true).left.take(answer(first), now))?.unavailable).toBeNull();
    });
  });

  it('finds a static pod by the uid that only its kubelet knows', () => {
    const { usage, inventory } = start();
    const mirror = resourceId(ResourceKind.POD, SYSTEM, 'mirror');
    inventory.putMirror(ledger?.uid ?? '', mirror);
    expect(podUsage(usage.take(answer(first), now), mirror)?.containers).toHaveLength(1);
  });
});
