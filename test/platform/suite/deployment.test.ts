import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { NODE_ADDRESS } from '../components/namespace.component.js';
import { serviceMonitorDefinition } from '../components/operator-definitions.component.js';
import { openPlatform } from '../lifecycle.js';
import { VITALS_IMAGE, builtImage, deliverImage } from '../support/container-image.js';
import { waitUntilNothingMissing } from '../support/wait.js';

const MINUTE = 60_000;
const MIB = 1024 ** 2;

/** Compressed, beside the base. */
const LARGEST_IMAGE = 60 * MIB;

const RELEASE = 'vitals';
const NAMESPACE = 'monitoring';
const SERVICE_MONITORS = 'crd/servicemonitors.monitoring.coreos.com';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly rules?: readonly object[];
}

/** The image of the Dockerfile, and the chart that installs it. */
describe('the deployment', () => {
  const platform = openPlatform();
  const { repositoryFolder } = platform.settings;
  const chart = join(repositoryFolder, 'deploy', 'helm', 'vitals');
  const valuesFile = platform.state('helm-values.yaml');

  const helm = (...args: readonly string[]): Promise<string> =>
    platform.runInside([platform.program('helm'), ...args], {
      env: { KUBECONFIG: platform.adminKubeconfig, HELM_CACHE_HOME: platform.state('helm') },
      timeout: 3 * MINUTE,
    });

  async function rendered(values: object): Promise<readonly Manifest[]> {
    await writeFile(valuesFile, stringify(values));
    const text = await helm('template', RELEASE, chart, '--namespace', NAMESPACE, '--values', valuesFile);
    return parseAllDocuments(text)
      .map((document) => document.toJS() as Manifest | null)
      .filter((manifest) => manifest !== null);
  }

  beforeAll(async () => {
    await platform.kubectl(['create', 'namespace', NAMESPACE]);
    // It is too long for the annotation in which kubectl would keep it.
    await platform.kubectl(
      ['apply', '--server-side', '--filename=-'],
      await serviceMonitorDefinition(platform.settings),
    );
    await platform.kubectl(['wait', '--for=condition=Established', '--timeout=30s', SERVICE_MONITORS]);
  });

  afterAll(async () => {
    await platform.kubectl(['delete', SERVICE_MONITORS]);
    await platform.kubectl(['delete', 'namespace', NAMESPACE, '--wait=true', '--timeout=60s']);
    await rm(valuesFile, { force: true });
  }, 2 * MINUTE);

  it('adds little to its base, and does not run as root', async () => {
    const { layerSizes, configuration } = await builtImage(platform);
    const [, ...own] = layerSizes;
    expect(own.length).toBeGreaterThan(0);
    expect(own.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LARGEST_IMAGE);
    expect(configuration).toMatchObject({ User: '10001', Entrypoint: ['node', 'dist/cli.js'] });
  });

  it('has a chart that says the version of the program, and that Helm finds nothing to say about', async () => {
    const { version } = JSON.parse(await readFile(join(repositoryFolder, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await helm('lint', '--strict', chart)).toContain('0 chart(s) failed');
    expect(await helm('show', 'chart', chart)).toMatch(
      new RegExp(`^appVersion: ${version}$[^]*^version: ${version}$`, 'm'),
    );
  });

  it.each([
    ['as it is', {}],
    [
      'with all that may be switched on',
      {
        ingress: { enabled: true, className: 'nginx', tlsSecret: 'vitals-tls' },
        networkPolicy: {
          from: [{ namespaceSelector: { matchLabels: { name: 'ingress' } } }],
          egress: [{ ports: [{ port: 6443, protocol: 'TCP' }] }],
        },
        secrets: ['database', 'tls', 'a-name.with.dots'],
        env: [{ name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'database', key: 'password' } } }],
        config: {
          server: { tls: { certFile: '/etc/vitals/secrets/tls/tls.crt', keyFile: '/etc/vitals/secrets/tls/tls.key' } },
        },
        serviceMonitor: {
          enabled: true,
          labels: { release: 'prometheus' },
          credentials: { name: 'vitals-token', key: 'token' },
          tlsConfig: { ca: { secret: { name: 'tls', key: 'ca.crt' } }, serverName: 'vitals.example.com' },
        },
        podAnnotations: { team: 'data' },
        nodeSelector: { 'kubernetes.io/os': 'linux' },
      },
    ],
  ])('is taken by a real API server, %s', async (_, values) => {
    const manifests = await rendered(values);
    expect(manifests.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Deployment', 'Service', 'NetworkPolicy']),
    );
    const text = manifests.map((manifest) => stringify(manifest)).join('---\n');
    const said = await platform.kubectl(['apply', '--dry-run=server', '--filename=-'], text);
    expect(said.trim().split('\n')).toHaveLength(manifests.length);
  });

  it('may read what deploy/rbac.yaml says, and no more than that without reviews of tokens', async () => {
    const shipped = parseAllDocuments(await readFile(join(repositoryFolder, 'deploy', 'rbac.yaml'), 'utf8')).map(
      (document) => document.toJS() as Manifest,
    );
    const rulesOf = (manifests: readonly Manifest[], kind: string) =>
      manifests.filter((manifest) => manifest.kind === kind).flatMap(({ rules }) => rules ?? []);
    const manifests = await rendered({ rbac: { tokenReviews: false } });
    for (const kind of ['ClusterRole', 'Role']) {
      expect(rulesOf(manifests, kind).length).toBeGreaterThan(0);
      expect(rulesOf(manifests, kind)).toEqual(rulesOf(shipped, kind));
    }
  });

  it('may read of a controller of workflows what has these names, and nothing where there is none', async () => {
    const rules = (await rendered({ rbac: { argo: { leases: [], configMaps: ['one', 'two'] } } }))
      .filter(({ kind }) => kind === 'ClusterRole')
      .flatMap((manifest) => manifest.rules ?? []);
    expect(rules).toContainEqual({ apiGroups: [''], resources: ['configmaps'], resourceNames: ['one', 'two'], verbs: ['get', 'list', 'watch'] }); // prettier-ignore
    expect(rules).not.toContainEqual(expect.objectContaining({ resources: ['leases'] }));
  });

  it('is scraped as the job that the alert rules ask for, and as it is told to be trusted', async () => {
    const tlsConfig = { ca: { secret: { name: 'tls', key: 'ca.crt' } }, serverName: 'vitals.example.com' };
    const manifests = await rendered({ serviceMonitor: { enabled: true, tlsConfig } });
    const of = (wanted: string) => manifests.find(({ kind }) => kind === wanted);
    expect(of('ServiceMonitor')).toMatchObject({ spec: { jobLabel: 'app.kubernetes.io/name', endpoints: [{ tlsConfig }] } }); // prettier-ignore
    expect(of('Service')).toMatchObject({ metadata: { labels: { 'app.kubernetes.io/name': 'vitals' } } });
  });

  it('says who is shut out where nobody else is let in', async () => {
    const notesOf = async (values: object): Promise<string> => {
      await writeFile(valuesFile, stringify(values));
      const said = await helm('install', RELEASE, chart, '--namespace', NAMESPACE, '--values', valuesFile, '--dry-run=client'); // prettier-ignore
      return said.split('\nNOTES:\n')[1] ?? '';
    };
    const shutOut = 'Nobody outside this namespace may connect yet';
    const ingress = { enabled: true };
    expect(await notesOf({ ingress })).toContain(shutOut);
    expect(await notesOf({})).toContain('It asks for a token');
    const auth = { kubernetes: { audiences: ['vitals', 'others'] } };
    expect(await notesOf({ config: { server: { auth } } })).toMatch(/ create token vitals-viewer --audience vitals$/m);
    expect(await notesOf({})).toMatch(/ create token vitals-viewer$/m);
    expect(await notesOf({})).not.toContain(shutOut);
    expect(await notesOf({ ingress, networkPolicy: { from: [{ namespaceSelector: {} }] } })).not.toContain(shutOut);
    expect(await notesOf({ ingress, networkPolicy: { enabled: false } })).not.toContain(shutOut);
    expect(await notesOf({ serviceMonitor: ingress })).toContain(shutOut);
  });

  it('needs no new pod for what is taken up while it runs, and one for all else', async () => {
    const restartOn = async (config: object): Promise<string> => {
      const deployment = (await rendered({ config })).find(({ kind }) => kind === 'Deployment') as unknown as {
        readonly spec: { readonly template: Manifest };
      };
      return deployment.spec.template.metadata.annotations?.['vitals/restart-on'] ?? '';
    };
    const before = await restartOn({});
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(await restartOn({ limits: [{ finding: 'NODE_CORDONED', for: '1h' }] })).toBe(before);
    expect(await restartOn({ log: { health: 'none' } })).not.toBe(before);
  });

  it('gives the heap three quarters of the memory that the pod may have', async () => {
    const heapOf = async (limits: object): Promise<string | undefined> =>
      /--max-old-space-size=(\d+)/.exec(JSON.stringify(await rendered({ resources: { limits } })))?.[1];
    expect(await heapOf({ memory: '1Gi' })).toBe('768');
    expect(await heapOf({ memory: '600Mi' })).toBe('450');
    expect(await heapOf({ memory: null })).toBeUndefined();
    expect(JSON.stringify(await rendered({ resources: null }))).not.toContain('--max-old-space-size');
  });

  it('refuses what cannot be meant, and says where', async () => {
    await expect(rendered({ config: { server: { port: 80 } } })).rejects.toThrow(
      'config.server.port: the chart decides that; leave it out',
    );
    for (const auth of ['none', null])
      await expect(rendered({ config: { server: { auth } } })).rejects.toThrow('config.server.auth: say who may ask');
    await expect(rendered({ replicas: 3 })).rejects.toThrow('replicas');
    await expect(rendered({ resources: { limits: { memory: '1.5Gi' } } })).rejects.toThrow(
      'resources.limits.memory: 1.5Gi',
    );
  });

  it(
    'runs as a pod, with the permissions of its ServiceAccount and a root file system that cannot be written',
    async () => {
      await deliverImage(platform);
      const values = {
        image: VITALS_IMAGE,
        // There is no kube-proxy here that would lead from the Service of the API server to it.
        env: [
          { name: 'KUBERNETES_SERVICE_HOST', value: NODE_ADDRESS },
          { name: 'KUBERNETES_SERVICE_PORT', value: '6443' },
        ],
      };
      await writeFile(valuesFile, stringify(values));
      const notes = await helm('install', RELEASE, chart, '--namespace', NAMESPACE, '--values', valuesFile, '--wait', '--timeout=2m'); // prettier-ignore
      try {
        // As the notes after installing say.
        const [, command = ''] = /^ *kubectl (.* create token .*)$/m.exec(notes) ?? [];
        const token = (await platform.kubectl(command.split(' '))).trim();
        const url = await urlOfPod();
        expect((await ask(url, null)).status).toBe(401);
        await waitUntilNothingMissing(
          'the cluster, seen from inside',
          async () => {
            const answer = (await (await ask(url, token)).json()) as Partial<Answer>;
            const { clusters, pods } = answer.data ?? {};
            return clusters?.length === 1 && (pods?.totalCount ?? 0) > 0 ? undefined : JSON.stringify(answer);
          },
          { within: 30_000 },
        );
        const { data } = (await (await ask(url, token)).json()) as Answer;
        expect(data.clusters).toEqual([{ name: 'cluster', health: { status: expect.not.stringMatching('UNKNOWN') as string } }]); // prettier-ignore
        expect(data.blind.nodes).toEqual([]);
        await expect(
          platform.kubectl(['exec', `deployment/${RELEASE}`, `--namespace=${NAMESPACE}`, '--', 'node', '-e', 'require("fs").writeFileSync("/vitals/x", "")']), // prettier-ignore
        ).rejects.toThrow('EROFS');
      } finally {
        await helm('uninstall', RELEASE, '--namespace', NAMESPACE, '--wait');
      }
    },
    5 * MINUTE,
  );

  async function urlOfPod(): Promise<string> {
    const { items } = await platform.get<{
      readonly items: readonly { readonly status: { readonly podIP: string } }[];
    }>('pods', `--namespace=${NAMESPACE}`, '--selector=app.kubernetes.io/name=vitals');
    return `http://${items[0]?.status.podIP ?? ''}:4000/graphql`;
  }
});

interface Answer {
  readonly data: {
    readonly clusters: readonly { readonly name: string; readonly health: { readonly status: string } }[];
    readonly pods: { readonly totalCount: number };
    readonly blind: { readonly nodes: readonly object[] };
  };
}

const QUERY = `{
  clusters { name health { status } }
  pods { totalCount }
  blind: findings(filter: { reasons: [SOURCE_FORBIDDEN] }) { nodes { message } }
}`;

function ask(url: string, token: string | null): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: QUERY }),
    signal: AbortSignal.timeout(10_000),
  });
}
