import { namesOf, clusterNameOf, nameLike } from '../../src/init/names.js';
import type { Look } from '../../src/init/look.js';
import { type Proposal, propose } from '../../src/init/proposal.js';
import { readCustomObject, readService } from '../../src/init/read-objects.js';
import { catalogue, sources } from '../../src/sources/index.js';
import { NO_OBJECTS, customObject, serviceObject, workload } from '../support/cluster-objects.js';
import { parseAndValidate } from '../support/valid-configuration.js';

const TARGET = { kubeconfig: { path: '/home/me/.kube/config', context: 'admin@prod' }, others: ['admin@staging'] };

const label = (name: string) => ({ labels: { 'app.kubernetes.io/name': name } });
const listeners = [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'scram-sha-512' } }];

/** One system of each sort, and two of one name. */
const FULL: Look = {
  objects: {
    ...NO_OBJECTS,
    hasWorkflows: true,
    workloads: [
      workload('StatefulSet', 'data/meta', { ...label('postgresql'), service: 'hl' }),
      workload('StatefulSet', 'other/meta', { ...label('postgresql'), service: 'hl' }),
      workload('StatefulSet', 'data/ch', { ...label('clickhouse'), service: 'hl', replicas: 2 }),
      workload('StatefulSet', 'data/zk', { ...label('zookeeper'), service: 'hl', replicas: 3 }),
      workload('StatefulSet', 'data/off', { ...label('zookeeper'), service: 'hl', replicas: 0 }),
      workload('DaemonSet', 'mon/node-exporter', { image: 'prom/node-exporter:1' }),
      workload('StatefulSet', 'mon/prom', { image: 'prom/prometheus:3' }),
      workload('Deployment', 'edge/traefik', { image: 'traefik:v3', replicas: 2 }),
      workload('Deployment', 'argo/workflow-controller', { image: 'quay.io/argoproj/workflow-controller:v3' }),
    ],
    services: [readService(serviceObject('mon/prom', { ports: [9090] }))],
    kafkas: [readCustomObject(customObject('k/events', { kafka: { listeners } }))],
    kafkaConnects: [readCustomObject(customObject('k/cdc', { bootstrapServers: 'events-kafka-bootstrap:9093' }))],
  },
  unseen: [],
};

const EMPTY: Look = { objects: NO_OBJECTS, unseen: [] };

/** Reads it as the program does, once the variables are set; and not before. */
function load({ text, variables }: Proposal) {
  const environment = Object.fromEntries(variables.map((variable) => [variable, `secret of ${variable}`]));
  if (variables.length > 0) expect(() => parseAndValidate(text, 'vitals.yaml', {}, sources, catalogue.rules)).toThrow(/has no variable/); // prettier-ignore
  return parseAndValidate(text, 'vitals.yaml', environment, sources, catalogue.rules);
}

describe('a proposal', () => {
  it('loads once its variables are set, with a system of each sort', () => {
    const proposal = propose(FULL, TARGET, '../schema/vitals.schema.json');
    const { systems } = load(proposal);
    expect(systems.map(({ source, name }) => `${source}/${name}`).sort()).toEqual([
      'argo/argo-workflows',
      'clickhouse/ch',
      'host-metrics/prom',
      'http-traffic/traefik',
      'kafka-connect/cdc',
      'kafka/events',
      'kubernetes/prod',
      'postgres/meta',
      'postgres/other-meta',
      'zookeeper/zk',
    ]);
    expect(new Set(systems.map(({ source }) => source))).toEqual(new Set(sources.map(({ name }) => name)));
    expect(proposal.variables).toEqual([
      'POSTGRES_META_PASSWORD',
      'POSTGRES_OTHER_META_PASSWORD',
      'CLICKHOUSE_CH_PASSWORD',
      'KAFKA_EVENTS_PASSWORD',
    ]);
    expect(proposal.notProposed).toEqual(['ZooKeeper off']);
    expect(proposal.notFound).toEqual([]);
  });

  it('has a variable of its own for each secret', () => {
    const databases = ['data/orders-db', 'data/orders.db'].map((name) => workload('StatefulSet', name, { ...label('postgresql'), service: 'hl' })); // prettier-ignore
    const proposal = propose({ objects: { ...NO_OBJECTS, workloads: databases }, unseen: [] }, TARGET, null);
    expect(proposal.variables).toEqual(['POSTGRES_ORDERS_DB_PASSWORD', 'POSTGRES_ORDERS_DB_PASSWORD_2']);
    expect(load(proposal).systems.map(({ name }) => name)).toEqual(['prod', 'orders-db', 'orders.db']);
  });

  it('says how many it leaves out', () => {
    const databases = Array.from({ length: 103 }, (_, one) => workload('StatefulSet', `data/db-${one}`, { ...label('postgresql'), service: 'hl' })); // prettier-ignore
    const proposal = propose({ objects: { ...NO_OBJECTS, workloads: databases }, unseen: [] }, TARGET, null);
    expect(proposal.text).toContain('# Found, and left out of this file: 3 more of PostgreSQL.');
    expect(proposal.proposed).toHaveLength(100);
  });

  it('says why each is thought to be what it is, what to grant, and what only people know', () => {
    const { text } = propose(FULL, TARGET, '../schema/vitals.schema.json');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\/vitals\.schema\.json\n/);
    for (const line of [
      '# Other contexts of this kubeconfig: admin@staging',
      "# On each: CREATE ROLE vitals LOGIN PASSWORD '…'; GRANT pg_monitor TO vitals;",
      '  # StatefulSet data/meta has the label app.kubernetes.io/name=postgresql.',
      '    password: ${POSTGRES_META_PASSWORD}',
      '    # tls: ca.crt of the Secret events-cluster-ca-cert',
      '#   POSTGRES_META_PASSWORD',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text.replace(/\n# +/g, ' ')).toContain('Found, and not proposed: ZooKeeper: StatefulSet data/off has the label app.kubernetes.io/name=zookeeper; it has no replicas now.'); // prettier-ignore
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(130);
  });

  it('loads where nothing was found, and says what was looked for', () => {
    const proposal = propose(EMPTY, { kubeconfig: null, others: [] }, null);
    expect(load(proposal).systems.map(({ source, name }) => `${source}/${name}`)).toEqual(['kubernetes/cluster']);
    expect(proposal.text).toMatch(/^ {4}inCluster: true$/m);
    expect(proposal.text).not.toContain('$schema');
    for (const what of [
      'PostgreSQL',
      'ClickHouse',
      'ZooKeeper',
      'Kafka',
      'Kafka Connect',
      'Prometheus',
      'ingress',
      'Argo Workflows',
    ])
      // prettier-ignore
      expect(proposal.text).toMatch(new RegExp(`^# No ${what} was found\\. Looked for: `, 'm'));
  });

  it('does not say that something is not there where it could not look', () => {
    const { text } = propose({ ...EMPTY, unseen: [{ resource: 'statefulsets.apps', why: 'may not be listed' }] }, TARGET, null); // prettier-ignore
    expect(text).toMatch(/^# Could not be looked at, so there may be more: statefulsets\.apps: may not be listed\.$/m);
    expect(text).toMatch(
      /^# Whether there is any ClickHouse is not known \(without statefulsets\.apps\)\. Looked for: /m,
    );
    expect(text).not.toMatch(/No (?:PostgreSQL|ClickHouse|ZooKeeper) was found/);
  });

  it('is bounded, whatever a cluster has', () => {
    const many = Array.from({ length: 150 }, (_, index) => workload('StatefulSet', `n${index}/zk`, { ...label('zookeeper'), service: 'hl', replicas: 1_000_000 })); // prettier-ignore
    const proposal = propose({ objects: { ...NO_OBJECTS, workloads: many }, unseen: [] }, TARGET, null);
    const zookeepers = load(proposal).systems.filter(({ source }) => source === 'zookeeper');
    expect(zookeepers).toHaveLength(100);
    expect(zookeepers.map(({ configuration }) => (configuration as { members: unknown[] }).members.length)).toEqual(zookeepers.map(() => 100)); // prettier-ignore
  });

  it('holds nothing that a terminal or YAML would take for more than text', () => {
    const odd = workload('StatefulSet', 'data/zk', { image: 'evil\u001b[31m/zookeeper:1\n- x', service: 'hl' });
    const proposal = propose({ objects: { ...NO_OBJECTS, workloads: [odd] }, unseen: [] }, { kubeconfig: { path: '/a: b # c', context: '*x: &y\u001b[0m' }, others: [] }, null); // prettier-ignore
    expect(proposal.text).not.toContain('\u001b');
    expect(load(proposal).systems[0]?.configuration).toMatchObject({ kubeconfig: '/a: b # c' });
  });
});

describe('names', () => {
  it.each([
    ['prod', 'prod'],
    ['admin@prod', 'prod'],
    ['arn:aws:eks:eu-west-1:1:cluster/prod', 'prod'],
    ['gke_project_zone_prod', 'gke_project_zone_prod'],
    ['kind prod!', 'kind-prod'],
    ['/', 'unnamed'],
    ['ü'.repeat(3), 'unnamed'],
  ])('of a cluster: %s is %s', (context, name) => {
    expect(clusterNameOf(context)).toBe(name);
  });

  it('are no longer than the configuration takes', () => {
    expect(nameLike(`${'a'.repeat(62)}-b`)).toBe('a'.repeat(62));
  });

  it('tell systems of one sort apart, and all databases are of one sort', () => {
    const system = (source: string, namespace: string, name: string) => ({ source, namespace, name, because: '', hosts: [], entry: { none: '' }, hints: [] }); // prettier-ignore
    const systems = [system('postgres', 'a', 'x'), system('clickhouse', 'b', 'x'), system('kafka', 'a', 'x'), system('postgres', 'b', 'x')]; // prettier-ignore
    expect([...namesOf(systems).values()]).toEqual(['x', 'b-x', 'x', 'x-2']);
  });
});
