import type { Cluster } from '../../../src/model/cluster.js';
import { systemClock } from '../../../src/model/clock.js';
import { type ResourceId, resourceId } from '../../../src/model/ids.js';
import { type RecordKind, ResourceKind } from '../../../src/model/kinds.js';
import type { NodeUsage } from '../../../src/model/node.js';
import type { Pod, PodUsage } from '../../../src/model/pod.js';
import type { ClaimUsage } from '../../../src/model/volume.js';
import { kubernetesConfigSchema } from '../../../src/sources/kubernetes/kubernetes.config.js';
import { clusterId, zoneId } from '../../../src/sources/kubernetes/kubernetes.ids.js';
import { createKubernetesSource } from '../../../src/sources/kubernetes/kubernetes.source.js';
import type { RunningSource } from '../../../src/sources/source.js';
import { SourceReports } from '../../support/source-reports.js';
import { ZONES } from '../components/kwok.component.js';
import { readEndpoints } from '../endpoints.js';
import { faultNamed } from '../faults/index.js';
import { openPlatform } from '../lifecycle.js';
import { asAccount } from '../support/account.js';

/** Runs in the platform's network namespace. */
const SYSTEM = 'platform';
const KUBELETS = resourceId(ResourceKind.SOURCE, SYSTEM, `kubelets/${SYSTEM}`);
const MINUTE = 60_000;

interface Named {
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly uid: string };
}

describe('the source of a real cluster', () => {
  const platform = openPlatform();
  let reports: SourceReports;
  let source: RunningSource;

  const idOf = (kind: RecordKind, { metadata }: Named): ResourceId => resourceId(kind, SYSTEM, metadata.uid);
  const state = (): string => reports.source(source.id).state;
  const kubeletState = (): string | undefined => reports.sight(KUBELETS, 'node-a')?.state;

  function start(kubeconfigFile: string): void {
    reports = new SourceReports(systemClock);
    const config = kubernetesConfigSchema.parse({ name: SYSTEM, kubeconfig: kubeconfigFile });
    source = createKubernetesSource(config, reports.context);
    source.start();
  }

  async function startAsVitals(): Promise<void> {
    start(readEndpoints(platform).kubernetes.vitalsKubeconfig);
    const isOk = (): boolean => reports.source(source.id).sights.every((sight) => sight.state === 'ok');
    await reports.until('everything is seen', isOk, 20_000);
  }

  afterEach(async () => {
    await source.stop();
  });

  it('reports what kubectl shows, with the permissions of Vitals', async () => {
    const began = Date.now();
    await startAsVitals();
    expect(Date.now() - began).toBeLessThan(10_000);
    const kinds: readonly (readonly [string, RecordKind])[] = [
      ['nodes', ResourceKind.NODE],
      ['namespaces', ResourceKind.NAMESPACE],
      ['persistentvolumes', ResourceKind.VOLUME],
      ['persistentvolumeclaims', ResourceKind.CLAIM],
      ['deployments,replicasets,statefulsets,daemonsets,cronjobs', ResourceKind.WORKLOAD],
    ];
    for (const [resources, kind] of kinds) {
      const { items } = await platform.get<{ items: Named[] }>('--all-namespaces', resources);
      const missing = items.filter((item) => reports.of(idOf(kind, item)) === undefined);
      expect(missing.map(({ metadata }) => metadata.name)).toEqual([]);
    }
    expect(ZONES.filter((zone) => reports.of(zoneId(SYSTEM, zone)) === undefined)).toEqual([]);
    // A first look that comes to nothing has its second one within the interval of the probe.
    await reports.until('the version', () => (reports.of(clusterId(SYSTEM)) as Cluster).version !== null, 15_000);
    expect((reports.of(clusterId(SYSTEM)) as Cluster).version).toMatch(/^v1\.\d+\.\d+/);
    expect(Math.abs(reports.source(source.id).clockSkew ?? Infinity)).toBeLessThan(2_000);
  });

  it('shows every pod as kubectl does', async () => {
    await startAsVitals();
    const { items } = await platform.get<{ items: Named[] }>('--namespace=shop', 'pods', '--selector=app');
    const table = await platform.kubectl(['get', 'pods', '--namespace=shop', '--selector=app', '--no-headers']);
    const expected = table
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/))
      .map(([name, , status]) => [name, status]);
    const shown = items.map((item) => [
      item.metadata.name,
      (reports.of(idOf(ResourceKind.POD, item)) as Pod).displayStatus,
    ]);
    expect(shown).toEqual(expected);
  });

  it('has usage of pods, claims and the node from the kubelet', async () => {
    await startAsVitals();
    const pod = await platform.get<Named>('--namespace=shop', 'pod', 'ledger-0');
    const claim = await platform.get<Named>('--namespace=shop', 'pvc', 'data-ledger-0');
    const node = await platform.get<Named>('node', 'node-a');
    const cores = (): number | null | undefined =>
      (reports.of(idOf(ResourceKind.POD, pod), 'usage') as PodUsage | undefined)?.containers[0]?.cpuCores;
    // Two samples of a kubelet that takes one every ten seconds or so.
    await reports.until('CPU', () => typeof cores() === 'number', MINUTE);
    expect(cores()).toBeLessThan(0.2);
    const usage = reports.of(idOf(ResourceKind.POD, pod), 'usage') as PodUsage;
    expect(usage).toMatchObject({ unavailable: null, containers: [{ name: 'book', ioPressure60: null }] });
    expect(usage.containers[0]?.workingSetBytes).toBeGreaterThan(0);
    expect(usage.containers[0]?.cfsPeriods).toBeGreaterThan(0);
    const space = reports.of(idOf(ResourceKind.CLAIM, claim), 'usage') as ClaimUsage;
    expect(space.capacityBytes).toBeGreaterThan(50 * 2 ** 20);
    expect(space.capacityBytes).toBeLessThan(64 * 2 ** 20);
    expect((reports.of(idOf(ResourceKind.NODE, node), 'usage') as NodeUsage).cpuCores).toBeGreaterThan(0);
    expect(kubeletState()).toBe('ok');
  }, 90_000);

  it('says which permissions are missing, and sees the rest', async () => {
    const rules = [{ apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] }];
    await asAccount(platform, 'vitals-half', rules, async ({ kubeconfigFile, token }) => {
      start(kubeconfigFile);
      const settled = (): boolean => reports.source(source.id).sights.every((sight) => sight.state !== 'starting');
      await reports.until('every sight is decided', settled, 30_000);
      await reports.until('the kubelet is decided', () => kubeletState() === 'forbidden', 30_000);
      const { sights } = reports.source(source.id);
      expect(sights.filter((sight) => sight.state === 'ok').map(({ subject }) => subject)).toEqual(['nodes', 'pods']);
      const others = sights.filter((sight) => sight.state !== 'ok');
      expect(others.filter((sight) => sight.state !== 'forbidden')).toEqual([]);
      const deployments = reports.sight(source.id, 'deployments')?.message;
      expect(deployments).toMatch(/^forbidden: cannot (list|watch) deployments\.apps$/);
      expect(reports.sight(KUBELETS, 'node-a')?.message).toBe(
        'forbidden: cannot get nodes/stats (node-a, /stats/summary)',
      );
      const pod = await platform.get<Named>('--namespace=shop', 'pod', 'ledger-0');
      const usage = reports.of(idOf(ResourceKind.POD, pod), 'usage');
      expect(usage).toEqual({ containers: [], unavailable: 'forbidden' });
      expect(JSON.stringify(reports.batches)).not.toContain(token);
    });
  }, 90_000);

  it('a kubelet that hangs is lost, its numbers are said to be unavailable, and both come back', async () => {
    await startAsVitals();
    const pod = await platform.get<Named>('--namespace=shop', 'pod', 'ledger-0');
    const usage = (): PodUsage | undefined => reports.of(idOf(ResourceKind.POD, pod), 'usage') as PodUsage | undefined;
    await reports.until('usage', () => usage()?.unavailable === null, MINUTE);
    const fault = faultNamed('node-lost');
    try {
      await fault.inject(platform);
      await reports.until('it is lost', () => kubeletState() === 'lost', MINUTE);
      // With those of before, for what was found by them.
      const last = [expect.objectContaining({ name: 'book', workingSetBytes: expect.any(Number) as number })];
      expect(usage()).toEqual({ containers: [], unavailable: 'probe failed', last });
      expect(reports.sight(KUBELETS, 'node-a')?.message).toMatch(
        /^the kubelet of node-a did not answer \/\S+ within 5 s$/,
      );
      // What the API server says of the pod stands.
      expect(state()).toBe('ok');
      expect((reports.of(idOf(ResourceKind.POD, pod)) as Pod).nodeName).toBe('node-a');
    } finally {
      await fault.repair(platform);
    }
    await reports.until('it is back', () => kubeletState() === 'ok' && usage()?.unavailable === null, MINUTE);
  }, 180_000);

  it.each(['apiserver-down', 'apiserver-hanging'])(
    'knows of %s, and sees all when it is over',
    async (name) => {
      await startAsVitals();
      const fault = faultNamed(name);
      try {
        await fault.inject(platform);
        const began = Date.now();
        await reports.until('it is lost', () => state() === 'lost', 30_000);
        // Refused connections show at once, silence at the next look.
        expect(Date.now() - began).toBeLessThan(name === 'apiserver-down' ? 7_000 : 18_000);
        const { sights } = reports.source(source.id);
        expect(sights.filter((sight) => sight.state !== 'lost')).toEqual([]);
      } finally {
        await fault.repair(platform);
      }
      const isBack = (): boolean => reports.source(source.id).sights.every((sight) => sight.state === 'ok');
      await reports.until('it is back', () => state() === 'ok' && isBack(), MINUTE);
    },
    180_000,
  );
});
