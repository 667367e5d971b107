import { KubernetesConnection } from '../../../src/clients/kubernetes-connection.js';
import { KubernetesError } from '../../../src/clients/kubernetes-error.js';
import { Reflector } from '../../../src/clients/kubernetes-reflector.js';
import type { ReflectorOptions } from '../../../src/clients/kubernetes-reflector-options.js';
import type { RawObject } from '../../../src/clients/kubernetes-watch-event.js';
import { Recorder } from '../../clients/recorder.js';
import { type Endpoints, readEndpoints } from '../endpoints.js';
import { faultNamed } from '../faults/index.js';
import { openPlatform } from '../lifecycle.js';

/** Runs in the platform's network namespace. */
const NAMESPACE = 'default';
const PATH = `/api/v1/namespaces/${NAMESPACE}/configmaps?labelSelector=app%3Dreflector`;
const SMALL = 120;

interface ConfigMap extends RawObject {
  readonly data: { readonly number: string };
}

function configMap(name: string, number: number): object {
  const metadata = { name, namespace: NAMESPACE, labels: { app: 'reflector' } };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { number: String(number) } };
}

function configMaps(from: number, to: number): object[] {
  return Array.from({ length: to - from }, (_, index) => configMap(`map-${from + index}`, from + index));
}

describe('Reflector against a real API server', () => {
  const platform = openPlatform();
  let endpoints: Endpoints;
  let connection: KubernetesConnection;
  let recorder: Recorder;
  let running: Reflector<ConfigMap, number>[] = [];

  // One by one, as kubectl does it otherwise, takes half a minute.
  const removeAll = (): Promise<string> => platform.kubectl(['delete', '--raw', PATH]);

  beforeAll(() => {
    endpoints = readEndpoints(platform);
  });

  beforeEach(async () => {
    await removeAll();
    await platform.applyObjects(configMaps(0, SMALL));
    connection = new KubernetesConnection({ kubeconfig: endpoints.kubernetes.adminKubeconfig });
    recorder = new Recorder();
  }, 60_000);

  afterEach(async () => {
    // Of no effect while it is up: a test that fails half-way must not take the others with it.
    await faultNamed('apiserver-down').repair(platform);
    await Promise.all(running.map((reflector) => reflector.stop()));
    running = [];
    connection.close();
  });

  afterAll(removeAll, 60_000);

  function watch(options: Partial<ReflectorOptions<ConfigMap, number>> = {}): Reflector<ConfigMap, number> {
    const reflector = new Reflector<ConfigMap, number>({
      connection,
      path: PATH,
      resource: 'configmaps',
      project: ({ data }) => Number(data.number),
      handler: recorder,
      onError: (error) => {
        throw error;
      },
      ...options,
    });
    running.push(reflector);
    reflector.start();
    return reflector;
  }

  /** What is there, asked without the reflector. */
  async function truth(): Promise<Map<string, number>> {
    const list = await platform.get<{ items: ConfigMap[] }>(
      'configmaps',
      '--namespace',
      NAMESPACE,
      '--selector=app=reflector',
    );
    return new Map(list.items.map(({ metadata, data }) => [metadata.uid, Number(data.number)]));
  }

  async function untilTrue(within = 10_000): Promise<void> {
    const expected = [...(await truth())].sort();
    const isSame = (): boolean => JSON.stringify([...recorder.world].sort()) === JSON.stringify(expected);
    await recorder.until('the world as it is', isSame, within);
  }

  const count = (words: string): number => recorder.log.filter((entry) => entry === words).length;

  it('streams the list, then every change', async () => {
    const reflector = watch();
    await recorder.untilTold('ok');
    expect(recorder.log.slice(-2)).toEqual(['synced', 'ok']);
    expect(recorder.world).toEqual(await truth());
    expect(reflector.size).toBe(SMALL);
    await platform.applyObjects([configMap('map-0', 1_000), ...configMaps(SMALL, SMALL + 5)]);
    await platform.kubectl(['delete', 'configmap', 'map-1', '--namespace', NAMESPACE]);
    await untilTrue();
    expect(count('begin')).toBe(1);
  }, 60_000);

  it('tells an object from its successor of the same name', async () => {
    watch();
    await recorder.untilTold('ok');
    const [before] = [...recorder.world].filter(([, number]) => number === 7);
    await platform.kubectl(['delete', 'configmap', 'map-7', '--namespace', NAMESPACE]);
    await platform.applyObjects([configMap('map-7', 7)]);
    await untilTrue();
    const [after] = [...recorder.world].filter(([, number]) => number === 7);
    expect(after?.[0]).not.toBe(before?.[0]);
    expect(recorder.log).toContain(`-${before?.[0] ?? ''}`);
  }, 60_000);

  it('lists in pages where the stream is refused', async () => {
    const asked: string[] = [];
    watch({
      pageSize: 50,
      connection: {
        get: (path, request) => {
          asked.push(path);
          return connection.get(path, request);
        },
        stream: (path, request) =>
          path.includes('sendInitialEvents')
            ? Promise.reject(new KubernetesError('status', '422 Unprocessable Entity', 422))
            : connection.stream(path, request),
      },
    });
    await recorder.untilTold('ok');
    expect(asked).toHaveLength(Math.ceil(SMALL / 50));
    expect(recorder.world).toEqual(await truth());
    await platform.applyObjects([configMap('map-0', 1_000)]);
    await untilTrue();
  }, 60_000);

  it('goes on where it was after every connection was reset, again and again', async () => {
    let streams = 0;
    watch({
      connection: {
        get: (path, request) => connection.get(path, request),
        stream: (path, request) => {
          streams += 1;
          return connection.stream(path, request);
        },
      },
    });
    await recorder.untilTold('ok');
    for (let round = 0; round < 5; round += 1) {
      const before = streams;
      await faultNamed('watch-cut').inject(platform);
      await platform.applyObjects([configMap('map-3', 2_000 + round)]);
      await untilTrue();
      expect(streams).toBeGreaterThan(before);
    }
    expect([count('begin'), count('synced'), count('ok'), count('lost')]).toEqual([1, 1, 1, 0]);
  }, 60_000);

  it('says once that the server is gone and once that it is back, and has missed nothing', async () => {
    watch();
    await recorder.untilTold('ok');
    await faultNamed('apiserver-down').inject(platform);
    await recorder.untilTold('lost');
    expect(recorder.states.at(-1)?.message).toMatch(/^cannot watch configmaps: connect ECONNREFUSED/);
    await faultNamed('apiserver-down').repair(platform);
    await recorder.until('ok again', () => count('ok') === 2, 30_000);
    await platform.applyObjects([configMap('map-5', 5_000)]);
    await untilTrue();
    expect(recorder.states.map(({ kind }) => kind)).toEqual(['ok', 'lost', 'ok']);
  }, 120_000);

  it('lists again and takes back what has gone when etcd has forgotten where it was', async () => {
    let isHeld = false;
    const held = new KubernetesError('unreachable', 'held back by the test');
    watch({
      connection: {
        get: (path, request) => connection.get(path, request),
        stream: (path, request) => (isHeld ? Promise.reject(held) : connection.stream(path, request)),
      },
    });
    await recorder.untilTold('ok');
    isHeld = true;
    await faultNamed('watch-cut').inject(platform);
    await recorder.untilTold('lost');
    await platform.kubectl(['delete', 'configmap', 'map-9', '--namespace', NAMESPACE]);
    await platform.applyObjects([configMap('map-10', 10_000), configMap('later', 1)]);
    await faultNamed('etcd-compact').inject(platform);
    // Its watch cache still knows what etcd has forgotten.
    await faultNamed('apiserver-restart').inject(platform);
    const expected = await truth();
    isHeld = false;
    await recorder.until('synced again', () => count('synced') === 2, 30_000);
    expect(recorder.world).toEqual(expected);
    await recorder.until('ok again', () => count('ok') === 2);
    expect([count('begin'), count('lost')]).toEqual([2, 1]);
  }, 120_000);

  it('names verb and resource where the permission is missing', async () => {
    const vitals = new KubernetesConnection({ kubeconfig: endpoints.kubernetes.vitalsKubeconfig });
    try {
      watch({ connection: vitals, path: '/api/v1/secrets', resource: 'secrets' });
      // The API server has just been restarted: it may take its time to say no.
      await recorder.until('forbidden', () => recorder.states.length > 0, 30_000);
      expect(recorder.states).toEqual([
        { kind: 'forbidden', message: 'forbidden: cannot watch secrets', lastContactAt: null },
      ]);
      expect((await vitals.get('/api/v1/nodes?limit=1', { deadline: 5_000 })).body).toMatchObject({ kind: 'NodeList' });
      expect(Math.abs(vitals.clockSkew ?? NaN)).toBeLessThan(1_500);
    } finally {
      vitals.close();
    }
  }, 60_000);

  it("reads a kubelet with Vitals' own account, and refuses one that it cannot trust", async () => {
    const vitals = new KubernetesConnection({ kubeconfig: endpoints.kubernetes.vitalsKubeconfig });
    const { host, port, node } = endpoints.kubelet;
    try {
      const { body } = await vitals.kubelet(host, port).get('/stats/summary', { deadline: 5_000 });
      expect(body).toMatchObject({ node: { nodeName: node } });
      const metrics = await vitals.kubelet(host, port).bytes('/metrics/resource', { deadline: 5_000 });
      expect(metrics.body.includes('node_memory_working_set_bytes')).toBe(true);
      // Its certificate names the node's address, not this one.
      await expect(vitals.kubelet('127.0.0.1', port).get('/stats/summary', { deadline: 5_000 })).rejects.toMatchObject({
        kind: 'unreachable',
      });
      await expect(vitals.kubelet(host, port).get('/configz', { deadline: 5_000 })).rejects.toMatchObject({
        kind: 'forbidden',
      });
    } finally {
      vitals.close();
    }
  }, 60_000);
});
