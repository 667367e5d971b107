import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ConfigurationError } from '../../src/config/configuration-error.js';
import { targetOf } from '../../src/init/kubeconfig.js';
import { lookAtCluster } from '../../src/init/look-at-cluster.js';
import { catalogue, sources } from '../../src/sources/index.js';
import { customObject, serviceObject, workloadObject } from '../support/cluster-objects.js';
import { type Holdings, LoopbackApiServer, kubeconfigFor } from '../support/loopback-api-server.js';
import { LoopbackServers } from '../support/loopback-servers.js';
import { parseAndValidate } from '../support/valid-configuration.js';
import { CLI, type VitalsProcess, startVitals } from '../support/vitals-process.js';

const folder = mkdtempSync(join(tmpdir(), 'vitals-init-'));
const servers: LoopbackApiServer[] = [];
const others = new LoopbackServers();
const processes = new Set<VitalsProcess>();

afterEach(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  processes.clear();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await others.close();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function holding(
  holdings: Holdings,
): Promise<{ readonly server: LoopbackApiServer; readonly kubeconfig: string }> {
  const server = new LoopbackApiServer(holdings);
  servers.push(server);
  return { server, kubeconfig: write('kubeconfig', await server.start()) };
}

function vitals(args: readonly string[], environment: Readonly<Record<string, string>> = {}): VitalsProcess {
  const started = startVitals(['init', ...args], { KUBECONFIG: '', HOME: folder, ...environment });
  processes.add(started);
  return started;
}

const ZOOKEEPER = workloadObject('data/zk', { labels: { app: 'zookeeper' }, replicas: 3, service: 'zk' });
const FULL: Holdings = {
  groups: { 'kafka.strimzi.io': 'v1beta2', 'argoproj.io': 'v1alpha1' },
  resources: { '/apis/argoproj.io/v1alpha1': ['applications', 'workflows'] },
  lists: {
    '/api/v1/services': [serviceObject('shop/metadata', { externalName: 'db.example.com', ports: [5432] })],
    '/apis/apps/v1/statefulsets': [ZOOKEEPER],
    '/apis/kafka.strimzi.io/v1beta2/kafkas': [customObject('k/events', { kafka: { listeners: [{ name: 'plain', port: 9092, type: 'internal', tls: false }] } })], // prettier-ignore
  },
};

/** Everything that may be asked for. */
const LISTS = [
  '/api/v1/services',
  '/apis',
  '/apis/apps/v1/daemonsets',
  '/apis/apps/v1/deployments',
  '/apis/apps/v1/statefulsets',
  '/apis/argoproj.io/v1alpha1',
  '/apis/discovery.k8s.io/v1/endpointslices',
  '/apis/kafka.strimzi.io/v1beta2/kafkaconnects',
  '/apis/kafka.strimzi.io/v1beta2/kafkas',
];

describe('vitals init', () => {
  it('prints a configuration that loads, and says beside it what was found', async () => {
    const { server, kubeconfig } = await holding(FULL);
    const command = vitals(['--kubeconfig', kubeconfig]);
    expect(await command.ended).toBe(0);
    const { systems } = parseAndValidate(command.out(), 'vitals.yaml', { POSTGRES_METADATA_PASSWORD: 'x' }, sources, catalogue.rules); // prettier-ignore
    expect(systems.map(({ source, name }) => `${source}/${name}`).sort()).toEqual([
      'argo/workflows',
      'kafka/events',
      'kubernetes/prod',
      'postgres/metadata',
      'zookeeper/zk',
    ]);
    expect(command.err().split('\n')).toEqual([
      'vitals: found PostgreSQL metadata, ZooKeeper zk, Kafka events, Argo Workflows workflows',
      'vitals: not found (the file says what was looked for): ClickHouse, Kafka Connect, Prometheus, ingress',
      `vitals: set POSTGRES_METADATA_PASSWORD, then try: node ${relative('', CLI)} check --config <file>`,
      '',
    ]);
    // Each once, and nothing else: no Secret.
    expect([...server.asked].sort()).toEqual(LISTS);
    expect(command.out() + command.err()).not.toContain('Canary-token');
  });

  it('writes a file that is not there, with the way to its schema, and never one that is', async () => {
    const { kubeconfig } = await holding(FULL);
    const out = join(folder, 'written.yaml');
    const command = vitals(['--out', out], { KUBECONFIG: kubeconfig });
    expect([await command.ended, command.out()]).toEqual([0, '']);
    expect(command.err()).toMatch(
      /^vitals: written to .*written\.yaml: look at it, set POSTGRES_METADATA_PASSWORD, then try: /m,
    );
    const text = readFileSync(out, 'utf8');
    const schema = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text)?.[1] ?? '';
    expect(existsSync(join(folder, schema))).toBe(true);
    const again = vitals(['--out', out], { KUBECONFIG: kubeconfig });
    expect([await again.ended, again.out(), again.err()]).toEqual([2, '', `vitals: ${out}: is there already; choose another file\n`]); // prettier-ignore
    expect(readFileSync(out, 'utf8')).toBe(text);
  });

  it('goes on without what may not be listed, and says so in both places', async () => {
    const { kubeconfig } = await holding({ ...FULL, forbidden: ['/apis/apps/v1/statefulsets', '/apis/kafka.strimzi.io/v1beta2/kafkas'] }); // prettier-ignore
    const command = vitals(['--kubeconfig', kubeconfig]);
    expect(await command.ended).toBe(0);
    expect(command.err()).toMatch(/^vitals: could not look at statefulsets\.apps: may not be listed$/m);
    expect(command.err()).toMatch(/^vitals: could not look at kafkas\.kafka\.strimzi\.io: may not be listed$/m);
    expect(command.out()).toMatch(
      /^# Could not be looked at, so there may be more: statefulsets\.apps: may not be listed\.$/m,
    );
    expect(command.out()).toMatch(/^postgres:$/m);
    expect(command.out()).not.toMatch(/^zookeeper:$/m);
  });

  it('takes another context of the kubeconfig', async () => {
    const { kubeconfig } = await holding({});
    const command = vitals(['--kubeconfig', kubeconfig, '--context', 'admin@staging']);
    expect(await command.ended).toBe(0);
    expect(command.out()).toMatch(/^ {2}- name: staging$/m);
    expect(command.out()).toMatch(/^ {4}context: admin@staging$/m);
    expect(command.out()).toMatch(/^# Other contexts of this kubeconfig: admin@prod$/m);
  });

  it('ends with 3 where nobody answers', async () => {
    const kubeconfig = write('nobody', kubeconfigFor(1));
    const command = vitals(['--kubeconfig', kubeconfig, '--out', join(folder, 'never.yaml')]);
    expect([await command.ended, command.out()]).toEqual([3, '']);
    expect(command.err()).toMatch(/^vitals: context "admin@prod" of .*nobody: connect ECONNREFUSED 127\.0\.0\.1:1\n$/);
    expect(existsSync(join(folder, 'never.yaml'))).toBe(false);
  });

  it('ends with 2 and one line for what can be mended', async () => {
    const command = vitals(['--kubeconfig', write('else', 'token: [Canary')]);
    expect([await command.ended, command.out()]).toEqual([2, '']);
    expect(command.err()).toBe(`vitals: ${join(folder, 'else')}: is no kubeconfig\n`);
  });
});

describe('a look at a cluster', () => {
  async function look(holdings: Holdings, deadline?: number) {
    const { kubeconfig } = await holding(holdings);
    return lookAtCluster(targetOf({ kubeconfig }, {}), deadline);
  }

  it('reads all pages', async () => {
    const services = Array.from({ length: 7 }, (_, index) => serviceObject(`n/s${index}`));
    const { objects, unseen } = await look({ lists: { '/api/v1/services': services }, page: 3 });
    expect(objects.services.map(({ name }) => name)).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 's6']);
    expect(unseen).toEqual([]);
  });

  it('ends where there are too many, and says so', async () => {
    const services = Array.from({ length: 12 }, (_, index) => serviceObject(`n/s${index}`));
    const { objects, unseen } = await look({ lists: { '/api/v1/services': services }, page: 1 });
    expect(objects.services).toHaveLength(10);
    expect(unseen).toEqual([{ resource: 'services', why: 'there are more than the 5000 that were looked at' }]);
  });

  it('passes over an object that has no name, and no other', async () => {
    const nameless = { metadata: { uid: 'u', resourceVersion: '1' }, spec: {} };
    const { objects } = await look({ lists: { '/apis/apps/v1/statefulsets': [nameless, ZOOKEEPER] } });
    expect(objects.workloads.map(({ name }) => name)).toEqual(['zk']);
  });

  it('takes what is silent for not seen, after its deadline', async () => {
    const { objects, unseen } = await look({ ...FULL, silent: ['/apis/apps/v1/deployments'] }, 500);
    expect(unseen).toEqual([{ resource: 'deployments.apps', why: 'no answer within 500 ms' }]);
    expect(objects.services).toHaveLength(1);
  });

  it('takes an answer that it cannot read for not seen', async () => {
    const { objects, unseen } = await look({ groups: { 'argoproj.io': 'v1alpha1' } });
    expect(objects.hasWorkflows).toBe(false);
    expect(unseen).toEqual([{ resource: 'workflows.argoproj.io', why: 'the answer is no list of resources' }]);
  });

  it('refuses what does not speak its language', async () => {
    const port = await others.listen(createServer((socket) => socket.end('SSH-2.0-x\r\n')));
    const kubeconfig = write('ssh', kubeconfigFor(port));
    await expect(lookAtCluster(targetOf({ kubeconfig }, {}))).rejects.toThrow(ConfigurationError);
  });
});

describe('the cluster that is looked at', () => {
  it('is that of the usual kubeconfig; the one around, where there is none', () => {
    const environment = { HOME: join(folder, 'home'), KUBECONFIG: '', KUBERNETES_SERVICE_HOST: '10.0.0.1' };
    expect(targetOf({}, environment)).toEqual({ kubeconfig: null, others: [] });
    mkdirSync(join(folder, 'home', '.kube'), { recursive: true });
    const path = write('home/.kube/config', kubeconfigFor(1));
    expect(targetOf({}, environment)).toEqual({
      kubeconfig: { path, context: 'admin@prod' },
      others: ['admin@staging'],
    });
  });

  it.each<[string, () => Parameters<typeof targetOf>[0], NodeJS.ProcessEnv, RegExp]>([
    [
      'without any kubeconfig',
      () => ({}),
      { HOME: '/nowhere' },
      /^there is no kubeconfig: set KUBECONFIG, or name one with --kubeconfig$/,
    ],
    ['of a pod, by a context', () => ({ context: 'a' }), { HOME: '/nowhere', KUBERNETES_SERVICE_HOST: '10.0.0.1' }, /^there is no kubeconfig/], // prettier-ignore
    ['where several files are named', () => ({}), { KUBECONFIG: '/a:/b' }, /^KUBECONFIG names several files/],
    [
      'of a file that is not there',
      () => ({ kubeconfig: join(folder, 'none') }),
      {},
      /none: cannot be read \(ENOENT\)$/,
    ],
    [
      'of a file that is something else',
      () => ({ kubeconfig: write('text', '- Canary') }),
      {},
      /text: is no kubeconfig$/,
    ],
    [
      'of no such context',
      () => ({ kubeconfig: write('contexts', kubeconfigFor(1)), context: 'prod' }),
      {},
      /contexts: there is no context "prod"; there are admin@prod, admin@staging$/,
    ],
    [
      'of no current context',
      () => ({ kubeconfig: write('current', 'contexts: [{name: a}]') }),
      {},
      /current: has no current context: choose one with --context; there are a$/,
    ],
  ])('is not guessed: %s', (_, given, environment, expected) => {
    expect(() => targetOf(given(), environment)).toThrow(ConfigurationError);
    expect(() => targetOf(given(), environment)).toThrow(expected);
  });
});
