import type { KubernetesEndpoint } from '../../../src/clients/kubernetes-connection.js';
import { KubernetesError } from '../../../src/clients/kubernetes-error.js';
import { resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { ClusterInventory, type KubeletTarget } from '../../../src/sources/kubernetes/cluster-inventory.js';
import { Kubelets } from '../../../src/sources/kubernetes/kubelet.probe.js';
import { kubernetesConfigSchema } from '../../../src/sources/kubernetes/kubernetes.config.js';
import { SYSTEM, recordedBytes, recordedJson } from './recorded.js';
import { ManualClock } from '../../support/manual-clock.js';
import { SourceReports } from '../../support/source-reports.js';

const { body: summary } = recordedJson('kubelet-summary.json') as {
  body: { pods: { podRef: { uid: string; name: string } }[] };
};
const bodies: Readonly<Record<string, Buffer>> = {
  '/metrics/resource': recordedBytes('kubelet-resource-first.txt'),
  '/metrics/cadvisor': recordedBytes('kubelet-cadvisor.txt'),
};

/** A kubelet that gives the recorded answers, or fails as it is told to. */
class RecordedKubelets {
  failure: KubernetesError | null = null;
  failing = new Set<string>();
  asking = 0;
  mostAsking = 0;
  hosts: string[] = [];

  kubelet(host: string): KubernetesEndpoint {
    return {
      get: (path) => this.answer(host, path, () => summary),
      bytes: (path) => this.answer(host, path, () => bodies[path] ?? Buffer.alloc(0)),
    };
  }

  private async answer<T>(host: string, path: string, body: () => T): Promise<{ body: T; serverAt: null }> {
    this.hosts.push(host);
    this.asking += 1;
    this.mostAsking = Math.max(this.mostAsking, this.asking);
    await new Promise((resolve) => setImmediate(resolve));
    this.asking -= 1;
    if (this.failure !== null && (this.failing.size === 0 || this.failing.has(path))) throw this.failure;
    return { body: body(), serverAt: null };
  }
}

const nodeId = resourceId(ResourceKind.NODE, SYSTEM, 'node-uid');
const target: KubeletTarget = { nodeId, nodeName: 'node-a', host: '10.99.0.1', port: 10_250 };
const uid = summary.pods.find(({ podRef }) => podRef.name === 'ledger-0')?.podRef.uid ?? '';
const podId = resourceId(ResourceKind.POD, SYSTEM, uid);
const selfId = resourceId(ResourceKind.SOURCE, SYSTEM, `kubelets/${SYSTEM}`);

let reports: SourceReports<ManualClock>;
let recorded: RecordedKubelets;
let inventory: ClusterInventory;
let kubelets: Kubelets;

function make(settings: object = {}): void {
  reports = new SourceReports(new ManualClock());
  recorded = new RecordedKubelets();
  inventory = new ClusterInventory({ add: () => undefined, remove: () => undefined });
  inventory.putPod({ id: podId, nodeName: 'node-a' } as never);
  const config = kubernetesConfigSchema.parse({ name: SYSTEM, kubelets: settings });
  const connection = recorded;
  kubelets = new Kubelets({ ...reports.context, system: SYSTEM, settings: config.kubelets, inventory, connection });
  kubelets.start();
}

beforeEach(() => {
  make();
});

afterEach(async () => {
  await kubelets.stop();
});

const usage = (): { unavailable: string | null } | undefined => reports.of(podId, 'usage') as never;
const state = (): string | undefined => reports.sight(selfId, 'node-a')?.state;

/** Lets the next look come and its outcome be written. */
async function nextLook(): Promise<void> {
  const asked = recorded.hosts.length;
  reports.clock.advance(11_100);
  for (let turn = 0; recorded.hosts.length === asked || recorded.asking > 0; turn += 1) {
    if (turn > 1_000) throw new Error('nobody looked');
    await new Promise((resolve) => setImmediate(resolve));
  }
  await new Promise((resolve) => setImmediate(resolve));
  reports.clock.advance(600);
}

describe('the source of kubelets', () => {
  it('is well while there are none', () => {
    expect(reports.source(selfId)).toMatchObject({ state: 'ok', sights: [], endpointId: null, mode: 'PROBED' });
  });

  it('reports all usage of one answer as one batch', async () => {
    kubelets.add(target);
    await reports.until('usage', () => usage() !== undefined);
    const batch = reports.batches.find((events) => events.some(({ id }) => id === podId)) ?? [];
    expect(batch.filter(({ kind }) => kind === ResourceKind.POD)).toHaveLength(summary.pods.length);
    expect(batch.some(({ id }) => id === nodeId)).toBe(true);
    reports.clock.advance(600);
    expect(reports.sight(selfId, 'node-a')).toMatchObject({
      state: 'ok',
      kind: null,
      resourceId: nodeId,
      message: null,
    });
  });

  it('asks no kubelet more often than every ten seconds', async () => {
    kubelets.add(target);
    await reports.until('usage', () => usage() !== undefined);
    const asked = recorded.hosts.length;
    reports.clock.advance(8_900);
    await new Promise((resolve) => setImmediate(resolve));
    expect(recorded.hosts).toHaveLength(asked);
  });

  it('a kubelet that is silent once keeps its numbers; twice, and they are unavailable, which is said once', async () => {
    kubelets.add(target);
    await reports.until('usage', () => usage() !== undefined);
    recorded.failure = new KubernetesError('unreachable', 'connect ECONNREFUSED 10.99.0.1:10250');
    await nextLook();
    expect([state(), usage()?.unavailable]).toEqual(['ok', null]);
    await nextLook();
    expect([state(), usage()?.unavailable]).toEqual(['lost', 'probe failed']);
    expect(reports.sight(selfId, 'node-a')?.message).toBe(
      'cannot get /stats/summary of the kubelet of node-a: connect ECONNREFUSED 10.99.0.1:10250',
    );
    const said = (): number => reports.events.filter(({ id }) => id === podId).length;
    const before = said();
    await nextLook();
    expect(said()).toBe(before);
    recorded.failure = null;
    await nextLook();
    expect([state(), usage()?.unavailable]).toEqual(['ok', null]);
  });

  it.each<readonly [what: string, failure: KubernetesError, state: string, unavailable: string, message: string]>([
    [
      'refuses',
      new KubernetesError('forbidden', '403 Forbidden', 403),
      'forbidden',
      'forbidden',
      'forbidden: cannot get nodes/stats (node-a, /stats/summary)',
    ],
    [
      'does not know us',
      new KubernetesError('unauthorized', '401 Unauthorized', 401),
      'forbidden',
      'forbidden',
      'unauthorized: cannot get /stats/summary of the kubelet of node-a (401 Unauthorized)',
    ],
    [
      'speaks another language',
      new KubernetesError('invalid', 'the answer is not JSON'),
      'invalid',
      'probe failed',
      'cannot get /stats/summary of the kubelet of node-a: the answer is not JSON',
    ],
  ])('a kubelet that %s says so at once', async (_, failure, expected, unavailable, message) => {
    recorded.failure = failure;
    kubelets.add(target);
    await reports.until('the refusal', () => usage() !== undefined);
    reports.clock.advance(600);
    expect(state()).toBe(expected);
    expect(usage()?.unavailable).toBe(unavailable);
    expect(reports.sight(selfId, 'node-a')?.message).toBe(message);
  });

  it('what one permission hides, the other still shows', async () => {
    recorded.failure = new KubernetesError('forbidden', '403 Forbidden', 403);
    recorded.failing.add('/metrics/cadvisor');
    kubelets.add(target);
    await reports.until('usage', () => usage() !== undefined);
    reports.clock.advance(600);
    expect(state()).toBe('forbidden');
    expect(reports.sight(selfId, 'node-a')?.message).toContain('nodes/metrics');
    expect(usage()).toMatchObject({
      unavailable: null,
      missing: { cadvisor: 'forbidden' },
      containers: [{ name: 'book', cfsPeriods: null }],
    });
  });

  it('a permission that is missing everywhere is one matter', async () => {
    recorded.failure = new KubernetesError('forbidden', '403 Forbidden', 403);
    kubelets.add(target);
    kubelets.add({ ...target, nodeId: resourceId(ResourceKind.NODE, SYSTEM, 'b'), nodeName: 'node-b' });
    await reports.until('the refusal', () => usage() !== undefined);
    await new Promise((resolve) => setImmediate(resolve));
    reports.clock.advance(600);
    expect(reports.source(selfId).state).toBe('forbidden');
  });

  it('what Vitals itself lacks is one matter, and that of no kubelet', async () => {
    kubelets.add(target);
    kubelets.add({ ...target, nodeId: resourceId(ResourceKind.NODE, SYSTEM, 'b'), nodeName: 'node-b' });
    await reports.until('usage', () => usage() !== undefined);
    await nextLook();
    recorded.failure = new KubernetesError('hindered', 'Vitals itself has no file descriptors left (EMFILE)');
    await nextLook();
    expect(reports.source(selfId).state).toBe('ok');
    await nextLook();
    expect(reports.source(selfId).state).toBe('hindered');
    expect(reports.source(selfId).message).toContain('Vitals itself has no file descriptors left');
  });

  it('says since when all of them together are as they are, whatever one of them is', async () => {
    kubelets.add(target);
    await reports.until('usage', () => usage() !== undefined);
    reports.clock.advance(600);
    const { stateSince } = reports.source(selfId);
    recorded.failure = new KubernetesError('unreachable', 'connect ECONNREFUSED 10.99.0.1:10250');
    await nextLook();
    await nextLook();
    expect(state()).toBe('lost');
    expect(reports.source(selfId)).toMatchObject({ state: 'ok', stateSince });
  });

  it('asks a bounded number at a time', async () => {
    await kubelets.stop();
    make({ concurrency: 2 });
    for (let index = 0; index < 20; index += 1) {
      const id = resourceId(ResourceKind.NODE, SYSTEM, String(index));
      kubelets.add({ ...target, nodeId: id, nodeName: `node-${index}`, host: `10.0.0.${index}` });
    }
    await reports.until('all nodes', () => new Set(recorded.hosts).size === 20);
    // Three questions to each of two.
    expect(recorded.mostAsking).toBe(6);
  });

  it('forgets a node that is gone', async () => {
    kubelets.add(target);
    await reports.until('usage', () => usage() !== undefined);
    kubelets.remove(nodeId);
    reports.clock.advance(600);
    expect(reports.source(selfId).sights).toEqual([]);
  });

  it('is not there when it is switched off', async () => {
    await kubelets.stop();
    make({ enabled: false });
    kubelets.add(target);
    expect(reports.batches).toEqual([]);
  });
});
