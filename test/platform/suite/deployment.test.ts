import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { serviceMonitorDefinition } from '../components/operator-definitions.component.js';
import { openPlatform } from '../lifecycle.js';
import { builtImage, deliverImage } from '../support/container-image.js';
import { README } from '../support/readme-deployment.js';
import { waitUntilNothingMissing } from '../support/wait.js';

const MINUTE = 60_000;
const MIB = 1024 ** 2;

/** Compressed, beside the base. */
const LARGEST_IMAGE = 60 * MIB;

const RELEASE = 'vitals';
const NAMESPACE = 'monitoring';
/** In which the platform has what deploy/rbac.yaml brings: the README's own. */
const WITH_RBAC = 'vitals';
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

  /** Where it is worked: all that is written must not be in the repository. */
  const workingFolder = platform.state('helm');
  const runWithHelm = (command: readonly string[]): Promise<string> =>
    platform.runInside(command, {
      env: {
        KUBECONFIG: platform.adminKubeconfig,
        HELM_CACHE_HOME: workingFolder,
        PATH: `${dirname(platform.program('helm'))}:${process.env['PATH'] ?? ''}`,
      },
      cwd: workingFolder,
      timeout: 3 * MINUTE,
    });
  const valuesFile = join(workingFolder, 'values.yaml');
  const helm = (...args: readonly string[]): Promise<string> => runWithHelm(['helm', ...args]);

  async function rendered(values: object): Promise<readonly Manifest[]> {
    await writeFile(valuesFile, stringify(values));
    const text = await helm('template', RELEASE, chart, '--namespace', NAMESPACE, '--values', valuesFile);
    return parseAllDocuments(text)
      .map((document) => document.toJS() as Manifest | null)
      .filter((manifest) => manifest !== null);
  }

  beforeAll(async () => {
    // One that was broken off has left its own.
    await rm(workingFolder, { recursive: true, force: true });
    await mkdir(workingFolder, { recursive: true });
    await symlink(join(repositoryFolder, 'deploy'), join(workingFolder, 'deploy'));
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
    await rm(workingFolder, { recursive: true, force: true });
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

  describe('installed as the README says', () => {
    beforeAll(async () => {
      await deliverImage(platform);
    }, 3 * MINUTE);

    it(
      'runs as a pod, with the permissions of its ServiceAccount and a root file system that cannot be written; and goes on with other values',
      async () => {
        const notes = await asPrinted(README.install);
        try {
          await rolledOut(NAMESPACE);
          const token = await tokenOf(notes);
          expect((await ask(await urlOfPod(NAMESPACE), null)).status).toBe(401);
          const { blind } = await seenFromInside('cluster', NAMESPACE, token);
          expect(blind.nodes).toEqual([]);
          await expect(
            platform.kubectl(['exec', `deployment/${RELEASE}`, `--namespace=${NAMESPACE}`, '--', 'node', '-e', 'require("fs").writeFileSync("/vitals/x", "")']), // prettier-ignore
          ).rejects.toThrow('EROFS');
          await platform.kubectl(['create', 'secret', 'generic', 'metadata', `--namespace=${NAMESPACE}`, '--from-literal=password=a-secret']); // prettier-ignore
          await writeFile(valuesFile, README.values);
          await asPrinted(README.upgrade);
          await rolledOut(NAMESPACE);
          const { databases } = await seenFromInside('prod', NAMESPACE, token);
          expect(databases).toEqual([{ name: 'metadata' }]);
        } finally {
          await helm('uninstall', RELEASE, '--namespace', NAMESPACE, '--wait');
        }
      },
      5 * MINUTE,
    );

    it(
      'runs as a pod with the permissions that deploy/rbac.yaml has given already',
      async () => {
        const reviews = join(repositoryFolder, 'deploy', 'token-reviews.yaml');
        await platform.kubectl(['apply', `--filename=${reviews}`]);
        try {
          const notes = await asPrinted(`${README.install} ${README.ownPermissions}`, WITH_RBAC);
          await rolledOut(WITH_RBAC);
          const { blind } = await seenFromInside('cluster', WITH_RBAC, await tokenOf(notes));
          expect(blind.nodes).toEqual([]);
        } finally {
          await helm('uninstall', RELEASE, '--namespace', WITH_RBAC, '--wait');
          await platform.kubectl(['delete', `--filename=${reviews}`]);
        }
      },
      5 * MINUTE,
    );

    async function asPrinted(command: string, namespace = NAMESPACE): Promise<string> {
      const here = command.replace(`--namespace ${WITH_RBAC}`, `--namespace ${namespace}`);
      expect(here).toContain(`--namespace ${namespace}`);
      return runWithHelm(['sh', '-c', here]);
    }

    async function rolledOut(namespace: string): Promise<void> {
      await platform.kubectl(['rollout', 'status', `deployment/${RELEASE}`, `--namespace=${namespace}`, '--timeout=50s']); // prettier-ignore
    }
  });

  /** As the notes after installing say. */
  async function tokenOf(notes: string): Promise<string> {
    const [, command = ''] = /^ *kubectl (.* create token .*)$/m.exec(notes) ?? [];
    return (await platform.kubectl(command.split(' '))).trim();
  }

  /** What it says once it sees the cluster it runs in, which it knows by that name. */
  async function seenFromInside(cluster: string, namespace: string, token: string): Promise<Answer['data']> {
    let seen: Answer['data'] | undefined;
    await waitUntilNothingMissing(
      'the cluster, seen from inside',
      async () => {
        const answer = (await (await ask(await urlOfPod(namespace), token)).json()) as Partial<Answer>;
        seen = answer.data;
        const names = seen?.clusters.map(({ name }) => name) ?? [];
        const isSeen = names.join() === cluster && seen?.clusters[0]?.health.status !== 'UNKNOWN';
        return isSeen && (seen?.pods.totalCount ?? 0) > 0 ? undefined : JSON.stringify(answer);
      },
      { within: 30_000 },
    );
    if (seen === undefined) throw new Error('nothing was answered');
    return seen;
  }

  /** The one before may still be about to end. */
  async function urlOfPod(namespace: string): Promise<string> {
    const { items } = await platform.get<{
      readonly items: readonly { readonly status: { readonly podIP: string } }[];
    }>('pods', `--namespace=${namespace}`, '--selector=app.kubernetes.io/name=vitals', '--sort-by=.metadata.creationTimestamp'); // prettier-ignore
    return `http://${items.at(-1)?.status.podIP ?? ''}:4000/graphql`;
  }
});

interface Answer {
  readonly data: {
    readonly clusters: readonly { readonly name: string; readonly health: { readonly status: string } }[];
    readonly pods: { readonly totalCount: number };
    readonly databases: readonly { readonly name: string }[];
    readonly blind: { readonly nodes: readonly object[] };
  };
}

const QUERY = `{
  clusters { name health { status } }
  pods { totalCount }
  databases { name }
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
