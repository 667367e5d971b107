import type { FoundSystem, Writing } from '../../src/init/found.js';
import type { ClusterObjects } from '../../src/init/objects.js';
import { readCustomObject, readEndpoints, readService } from '../../src/init/read-objects.js';
import { recognisers } from '../../src/init/recognisers/index.js';
import { NO_OBJECTS, customObject, serviceObject, sliceObject, workload } from '../support/cluster-objects.js';

const WRITING: Writing = {
  cluster: 'prod',
  access: { inCluster: true },
  nameOf: ({ name }) => name,
  secret: (what) => `\${${what}}`,
};

/** What would be written of each, by its list and name; a text where it is found and cannot be proposed. */
function recognised(objects: Partial<ClusterObjects>): Readonly<Record<string, unknown>> {
  const all = { ...NO_OBJECTS, ...objects };
  const found = recognisers.reduce<FoundSystem[]>((earlier, one) => [...earlier, ...one.find(all, earlier)], []);
  const written = found.map(({ source, name, entry }) => [`${source}/${name}`, typeof entry === 'function' ? entry(WRITING) : entry.none]); // prettier-ignore
  expect(new Set(written.map(([key]) => key)).size).toBe(written.length);
  return Object.fromEntries(written) as Readonly<Record<string, unknown>>;
}

const named = (name: string, more: Readonly<Record<string, string>> = {}) => ({ labels: { 'app.kubernetes.io/name': name, ...more } }); // prettier-ignore
const of = (namespace: string, app: string) => ({ cluster: 'prod', namespace, selector: { app } });
const service = (...args: Parameters<typeof serviceObject>) => readService(serviceObject(...args));

/** What is in a cluster, and what is found of it. */
type Row = readonly [what: string, objects: Partial<ClusterObjects>, found: Readonly<Record<string, unknown>>];

const METRICS = service('data/a-metrics', { selector: { app: 'meta' }, ports: [{ name: 'http-metrics', port: 9187 }] }); // prettier-ignore

const POSTGRES: readonly Row[] = [
  [
    'by the recommended label, asked at the service that leads to it',
    {
      workloads: [workload('StatefulSet', 'data/meta', { ...named('postgresql'), service: 'meta-hl' })],
      services: [service('data/meta-hl', { selector: { app: 'meta' }, isHeadless: true }), service('data/meta')],
    },
    { 'postgres/meta': { host: 'meta.data.svc', user: 'vitals', password: '${PASSWORD}', kubernetes: of('data', 'meta') } }, // prettier-ignore
  ],
  [
    'by its image, at a port of its own, asked at its pod where no service leads to it',
    { workloads: [workload('StatefulSet', 'data/meta', { image: 'registry.example.com:5000/library/postgres:16.4@sha256:0f', service: 'hl', ports: [{ name: 'postgres', containerPort: 5433 }] })] }, // prettier-ignore
    { 'postgres/meta': { host: 'meta-0.hl.data.svc', port: 5433, user: 'vitals', password: '${PASSWORD}', kubernetes: of('data', 'meta') } }, // prettier-ignore
  ],
  [
    'a primary and its standbys: each is a server',
    {
      workloads: [
        workload('StatefulSet', 'd/p', { ...named('postgresql', { 'app.kubernetes.io/component': 'primary' }), service: 'p-hl' }), // prettier-ignore
        workload('StatefulSet', 'd/r', { ...named('postgresql', { 'app.kubernetes.io/component': 'read' }), service: 'r-hl', replicas: 2 }), // prettier-ignore
      ],
    },
    {
      'postgres/p': expect.objectContaining({ host: 'p-0.p-hl.d.svc' }) as unknown,
      'postgres/r-0': expect.objectContaining({ host: 'r-0.r-hl.d.svc', standby: true, kubernetes: { cluster: 'prod', namespace: 'd', selector: { app: 'r', 'statefulset.kubernetes.io/pod-name': 'r-0' } } }) as unknown, // prettier-ignore
      'postgres/r-1': expect.objectContaining({ host: 'r-1.r-hl.d.svc', standby: true }) as unknown,
    },
  ],
  [
    'of CloudNativePG, by the service of its primary alone',
    {
      services: ['rw', 'ro', 'r'].map((role) => service(`data/main-${role}`, { labels: { 'cnpg.io/cluster': 'main' }, selector: { 'cnpg.io/cluster': 'main' }, ports: [5432] })), // prettier-ignore
    },
    { 'postgres/main': { host: 'main-rw.data.svc', user: 'vitals', password: '${PASSWORD}', kubernetes: { cluster: 'prod', namespace: 'data', selector: { 'cnpg.io/cluster': 'main' } } } }, // prettier-ignore
  ],
  [
    'of Zalando’s operator, once, with its service that selects no pods',
    {
      workloads: [workload('StatefulSet', 'data/acid-main', { labels: { application: 'spilo', 'cluster-name': 'acid-main' }, image: 'ghcr.io/zalando/spilo-16:3.3', replicas: 2 })], // prettier-ignore
      services: [service('data/acid-main', { labels: { application: 'spilo', 'cluster-name': 'acid-main' }, selector: {}, ports: [5432] })], // prettier-ignore
      endpoints: [readEndpoints(sliceObject('data/acid-main-x', 'acid-main', ['10.1.0.5'], 5432))],
    },
    { 'postgres/acid-main': expect.objectContaining({ host: 'acid-main.data.svc' }) as unknown },
  ],
  [
    'of Crunchy’s operator, whose instances are StatefulSets, and whose pooler is none',
    {
      workloads: [
        workload('StatefulSet', 'data/hippo-instance1-abcd', { labels: { 'postgres-operator.crunchydata.com/cluster': 'hippo', 'postgres-operator.crunchydata.com/instance': 'hippo-instance1-abcd' } }), // prettier-ignore
        workload('StatefulSet', 'data/hippo-instance1-efgh', { labels: { 'postgres-operator.crunchydata.com/cluster': 'hippo', 'postgres-operator.crunchydata.com/instance': 'hippo-instance1-efgh' } }), // prettier-ignore
        workload('Deployment', 'data/hippo-pgbouncer', { labels: { 'postgres-operator.crunchydata.com/cluster': 'hippo' } }), // prettier-ignore
      ],
    },
    { 'postgres/hippo': expect.objectContaining({ host: 'hippo-primary.data.svc' }) as unknown },
  ],
  [
    'outside of the cluster, by a name that the cluster has for it',
    { services: [service('shop/metadata', { externalName: 'db.example.com', ports: [5432] })] },
    { 'postgres/metadata': { host: 'db.example.com', user: 'vitals', password: '${PASSWORD}' } },
  ],
  [
    'behind several services: at the one that leads to its port, at the port of that',
    {
      workloads: [workload('Deployment', 'data/meta', named('postgresql'))],
      services: [METRICS, service('data/meta', { ports: [{ name: 'tcp-postgresql', port: 6432 }] })],
    },
    { 'postgres/meta': expect.objectContaining({ host: 'meta.data.svc', port: 6432 }) as unknown },
  ],
  [
    'behind a service of its metrics alone, asked at its pod',
    { workloads: [workload('StatefulSet', 'data/meta', { ...named('postgresql'), service: 'hl' })], services: [METRICS] }, // prettier-ignore
    { 'postgres/meta': expect.objectContaining({ host: 'meta-0.hl.data.svc' }) as unknown },
  ],
  [
    'behind a service of its metrics alone, without a name of its pod',
    { workloads: [workload('Deployment', 'data/meta', named('postgresql'))], services: [METRICS] },
    { 'postgres/meta': 'no service leads to its port' },
  ],
  ['without replicas', { workloads: [workload('StatefulSet', 'd/p', { ...named('postgresql'), replicas: 0 })] }, { 'postgres/p': 'it has no replicas now' }], // prettier-ignore
  ['no exporter, and no agent on nodes', { workloads: [workload('Deployment', 'd/p', named('postgresql', { 'app.kubernetes.io/component': 'metrics' })), workload('DaemonSet', 'd/q', named('postgresql'))] }, {}], // prettier-ignore
];

const CLICKHOUSE: readonly Row[] = [
  [
    'one shard',
    { workloads: [workload('StatefulSet', 'data/ch', { ...named('clickhouse'), service: 'ch-hl', replicas: 2 })] },
    { 'clickhouse/ch': { replicas: ['ch-0.ch-hl.data.svc', 'ch-1.ch-hl.data.svc'], user: 'vitals', password: '${PASSWORD}', kubernetes: of('data', 'ch') } }, // prettier-ignore
  ],
  [
    'two shards of one installation, at a port of their own',
    {
      workloads: ['ch-shard0', 'ch-shard1'].map((name) => workload('StatefulSet', `data/${name}`, { ...named('clickhouse', { 'app.kubernetes.io/instance': 'ch' }), service: 'ch-hl', ports: [{ name: 'http', containerPort: 8124 }] })), // prettier-ignore
    },
    {
      'clickhouse/ch-shard0': expect.objectContaining({
        shards: [
          { name: 'ch-shard0', replicas: ['ch-shard0-0.ch-hl.data.svc:8124'] },
          { name: 'ch-shard1', replicas: ['ch-shard1-0.ch-hl.data.svc:8124'] },
        ],
        kubernetes: { cluster: 'prod', namespace: 'data' },
      }) as unknown,
    },
  ],
  [
    'of Altinity’s operator: a StatefulSet for each replica',
    {
      workloads: ['0-0', '0-1', '1-0', '1-1'].map((place) => {
        const [shard = '', replica = ''] = place.split('-');
        const label = 'clickhouse.altinity.com/';
        const name = `chi-events-main-${place}`;
        return workload('StatefulSet', `data/${name}`, { service: name, image: 'clickhouse/clickhouse-server:25', labels: { [`${label}chi`]: 'events', [`${label}cluster`]: 'main', [`${label}shard`]: shard, [`${label}replica`]: replica } }); // prettier-ignore
      }),
    },
    {
      'clickhouse/events': {
        shards: [
          { name: 'shard-0', replicas: ['chi-events-main-0-0.data.svc', 'chi-events-main-0-1.data.svc'] },
          { name: 'shard-1', replicas: ['chi-events-main-1-0.data.svc', 'chi-events-main-1-1.data.svc'] },
        ],
        user: 'vitals',
        password: '${PASSWORD}',
        kubernetes: { cluster: 'prod', namespace: 'data', selector: { 'clickhouse.altinity.com/chi': 'events' } },
      },
    },
  ],
];

const ZOOKEEPER: readonly Row[] = [
  [
    'by its label, each member by itself',
    {
      workloads: [
        workload('StatefulSet', 'data/zk', { ...named('zookeeper'), service: 'zk-hl', replicas: 3, start: 1 }),
      ],
    },
    { 'zookeeper/zk': { members: ['zk-1.zk-hl.data.svc', 'zk-2.zk-hl.data.svc', 'zk-3.zk-hl.data.svc'], kubernetes: of('data', 'zk') } }, // prettier-ignore
  ],
  [
    'several StatefulSets of one installation, by what their pods have in common',
    {
      workloads: ['zk-a', 'zk-b'].map((name) => workload('StatefulSet', `data/${name}`, { ...named('zookeeper', { 'app.kubernetes.io/instance': 'zk' }), service: 'zk-hl' })), // prettier-ignore
    },
    { 'zookeeper/zk-a': { members: ['zk-a-0.zk-hl.data.svc', 'zk-b-0.zk-hl.data.svc'], kubernetes: { cluster: 'prod', namespace: 'data' } } }, // prettier-ignore
  ],
  [
    'ClickHouse Keeper of an operator, at its port',
    {
      workloads: ['a', 'b'].map((name) => workload('StatefulSet', `data/chk-k-${name}`, { image: 'clickhouse/clickhouse-keeper:25', service: `chk-k-${name}`, ports: [{ name: 'zk-client', containerPort: 9181 }], labels: { 'clickhouse-keeper.altinity.com/chk': 'k' } })), // prettier-ignore
    },
    { 'zookeeper/k': { members: ['chk-k-a-0.chk-k-a.data.svc:9181', 'chk-k-b-0.chk-k-b.data.svc:9181'], kubernetes: { cluster: 'prod', namespace: 'data', selector: { 'clickhouse-keeper.altinity.com/chk': 'k' } } } }, // prettier-ignore
  ],
  [
    'outside of the cluster, by its addresses',
    {
      services: [service('data/zk', { selector: {}, ports: [2181] })],
      endpoints: [readEndpoints(sliceObject('data/zk-1', 'zk', ['10.9.0.1', '10.9.0.2'], 2181)), readEndpoints(sliceObject('other/zk-1', 'zk', ['10.9.0.3'], 2181))], // prettier-ignore
    },
    { 'zookeeper/zk': { members: ['10.9.0.1', '10.9.0.2'] } },
  ],
  ['no client of it', { workloads: [workload('Deployment', 'd/zk-ui', { labels: { app: 'zookeeper' } })] }, {}],
];

const listener = (name: string, port: number, more: object = {}) => ({
  name,
  port,
  type: 'internal',
  tls: false,
  ...more,
});
const strimzi = (place: string, ...listeners: object[]) =>
  readCustomObject(customObject(place, { kafka: { listeners } }));

const KAFKA: readonly Row[] = [
  [
    'of Strimzi, by the listener that asks least',
    { kafkas: [strimzi('k/events', listener('ext', 9094, { type: 'nodeport' }), listener('tls', 9093, { tls: true }), listener('plain', 9092))] }, // prettier-ignore
    { 'kafka/events': { brokers: ['events-kafka-bootstrap.k.svc'], kubernetes: { cluster: 'prod', namespace: 'k', selector: { 'strimzi.io/name': 'events-kafka' } } } }, // prettier-ignore
  ],
  [
    'of Strimzi, with a password over TLS',
    { kafkas: [strimzi('k/events', listener('tls', 9093, { tls: true, authentication: { type: 'scram-sha-512' } }))] },
    { 'kafka/events': expect.objectContaining({ brokers: ['events-kafka-bootstrap.k.svc:9093'], tls: { ca: '/etc/vitals/events/ca.crt' }, sasl: { mechanism: 'SCRAM-SHA-512', user: 'vitals', password: '${PASSWORD}' } }) as unknown }, // prettier-ignore
  ],
  [
    'of Strimzi, with a certificate',
    { kafkas: [strimzi('k/events', listener('tls', 9093, { tls: true, authentication: { type: 'tls' } }))] },
    { 'kafka/events': expect.objectContaining({ tls: { ca: '/etc/vitals/events/ca.crt', certificate: '/etc/vitals/events/user.crt', key: '/etc/vitals/events/user.key' } }) as unknown }, // prettier-ignore
  ],
  [
    'of Strimzi, where nobody like Vitals is let in',
    { kafkas: [strimzi('k/events', listener('o', 9092, { authentication: { type: 'oauth' } })), readCustomObject(customObject('k/odd', { kafka: 'x' }))] }, // prettier-ignore
    { 'kafka/events': expect.stringMatching(/^no listener /) as unknown, 'kafka/odd': expect.stringMatching(/^no listener /) as unknown }, // prettier-ignore
  ],
  [
    'StatefulSets of one installation',
    { workloads: ['controller', 'broker'].map((role) => workload('StatefulSet', `k/kafka-${role}`, { ...named('kafka', { 'app.kubernetes.io/instance': 'k', 'app.kubernetes.io/component': role }), service: 'hl' })) }, // prettier-ignore
    { 'kafka/kafka-controller': { brokers: ['kafka-controller-0.hl.k.svc', 'kafka-broker-0.hl.k.svc'], kubernetes: { cluster: 'prod', namespace: 'k' } } }, // prettier-ignore
  ],
];

const CONNECT: readonly Row[] = [
  [
    'of Strimzi, with the Kafka that it names',
    {
      kafkas: [strimzi('k/events', listener('plain', 9092))],
      kafkaConnects: [
        readCustomObject(customObject('k/near', { replicas: 2, bootstrapServers: 'events-kafka-bootstrap:9092' })),
        readCustomObject(
          customObject('c/far', { bootstrapServers: 'events-kafka-bootstrap.k.svc.cluster.local:9092' }),
        ),
        readCustomObject(customObject('c/lost', { bootstrapServers: 'events-kafka-bootstrap:9092' })),
      ],
    },
    {
      'kafka/events': expect.anything() as unknown,
      'kafka-connect/near': { workers: ['http://near-connect-0.near-connect.k.svc:8083', 'http://near-connect-1.near-connect.k.svc:8083'], kafka: 'events', kubernetes: { cluster: 'prod', namespace: 'k', selector: { 'strimzi.io/name': 'near-connect' } } }, // prettier-ignore
      'kafka-connect/far': expect.objectContaining({ kafka: 'events' }) as unknown,
      'kafka-connect/lost': expect.not.objectContaining({ kafka: 'events' }) as unknown,
    },
  ],
  [
    'by an image of two words; one worker is asked at its service',
    { workloads: [workload('Deployment', 'k/cdc', { image: 'quay.io/debezium/connect:3.0' })], services: [service('k/cdc', { ports: [8083] })] }, // prettier-ignore
    { 'kafka-connect/cdc': { workers: ['http://cdc.k.svc:8083'], kubernetes: of('k', 'cdc') } },
  ],
  [
    'workers without names of their own',
    { workloads: [workload('Deployment', 'k/cdc', { image: 'confluentinc/cp-kafka-connect:7', replicas: 2 })], services: [service('k/cdc', { ports: [8083] })] }, // prettier-ignore
    { 'kafka-connect/cdc': expect.stringMatching(/^each worker has to be asked by itself/) as unknown },
  ],
  ['another thing that connects', { workloads: [workload('Deployment', 'k/connect', { image: 'example/connect:1' })] }, {}], // prettier-ignore
];

const ARGO: readonly Row[] = [
  [
    'by its API and its controller',
    { hasWorkflows: true, workloads: [workload('Deployment', 'argo/workflow-controller', { image: 'quay.io/argoproj/workflow-controller:v3.7' })] }, // prettier-ignore
    { 'argo/argo-workflows': { inCluster: true, kubernetes: of('argo', 'workflow-controller') } },
  ],
  [
    'a controller elsewhere, under another name',
    {
      hasWorkflows: true,
      workloads: [workload('Deployment', 'pipes/wf', named('argo-workflows-workflow-controller'))],
    },
    { 'argo/pipes-workflows': { inCluster: true, kubernetes: of('pipes', 'wf'), controllerNamespace: 'pipes', deployment: 'wf', configMap: 'wf-configmap' } }, // prettier-ignore
  ],
  [
    'by its API alone',
    { hasWorkflows: true },
    { 'argo/workflows': { inCluster: true, kubernetes: { cluster: 'prod' } } },
  ],
];

const prometheusWorkload = workload('StatefulSet', 'mon/prom', { image: 'quay.io/prometheus/prometheus:v3' });
const prometheusService = service('mon/prom', { ports: [{ name: 'reloader-web', port: 8080 }, { name: 'http-web', port: 9090 }] }); // prettier-ignore
const nodeExporter = workload('DaemonSet', 'mon/node-exporter', { image: 'quay.io/prometheus/node-exporter:v1' });
const nginx = (replicas: number) => workload('Deployment', 'edge/nginx', { image: 'registry.k8s.io/ingress-nginx/controller:v1.12', replicas }); // prettier-ignore

const PROMETHEUS_AND_INGRESS: readonly Row[] = [
  [
    'Prometheus, and what it should know of volumes',
    { workloads: [prometheusWorkload, nodeExporter, workload('DaemonSet', 'kube-system/ebs-csi-node', named('aws-ebs-csi-driver'))], services: [prometheusService] }, // prettier-ignore
    { 'host-metrics/prom': { prometheus: { url: 'http://prom.mon.svc:9090' }, volumes: [{ cluster: 'prod', preset: 'node-exporter' }, { cluster: 'prod', preset: 'ebs-csi' }] } }, // prettier-ignore
  ],
  [
    'Prometheus without what would be looked for in it, at port 80',
    { workloads: [prometheusWorkload], services: [service('mon/prom', { ports: [{ name: 'http', port: 80 }] })] },
    { 'host-metrics/prom': expect.stringMatching(/^at http:\/\/prom\.mon\.svc; neither /) as unknown },
  ],
  [
    'an ingress that a Prometheus reads, though that has no entry of its own',
    { workloads: [prometheusWorkload, nginx(3)], services: [prometheusService] },
    {
      'host-metrics/prom': expect.any(String) as unknown,
      'http-traffic/nginx': { proxy: 'ingress-nginx', prometheus: { url: 'http://prom.mon.svc:9090' }, kubernetes: of('edge', 'nginx') }, // prettier-ignore
    },
  ],
  [
    'an ingress of one proxy',
    { workloads: [nginx(1)], services: [service('edge/nginx', { ports: [80] }), service('edge/nginx-metrics', { selector: { app: 'nginx' }, ports: [{ name: 'metrics', port: 10254 }] })] }, // prettier-ignore
    { 'http-traffic/nginx': { proxy: 'ingress-nginx', metrics: ['http://nginx-metrics.edge.svc:10254/metrics'], kubernetes: of('edge', 'nginx') } }, // prettier-ignore
  ],
  ['an ingress of several', { workloads: [nginx(2)] }, { 'http-traffic/nginx': expect.stringMatching(/^there may be several proxies/) as unknown }], // prettier-ignore
  [
    'one on every node, and one whose metrics no service shows',
    { workloads: [workload('DaemonSet', 'edge/traefik', named('traefik')), workload('Deployment', 'edge/caddy', { image: 'caddy/ingress:1' })] }, // prettier-ignore
    { 'http-traffic/traefik': expect.stringMatching(/^there may be several/) as unknown, 'http-traffic/caddy': 'no service leads to its metrics' }, // prettier-ignore
  ],
];

describe.each([
  ['PostgreSQL', POSTGRES],
  ['ClickHouse', CLICKHOUSE],
  ['ZooKeeper', ZOOKEEPER],
  ['Kafka', KAFKA],
  ['Kafka Connect', CONNECT],
  ['Argo Workflows', ARGO],
  ['Prometheus and ingresses', PROMETHEUS_AND_INGRESS],
])('%s', (_, rows) => {
  it.each(rows)('%s', (__, objects, found) => {
    expect(recognised(objects)).toEqual(found);
  });
});

it.each(['zookeeper', 'kafka', 'clickhouse'])('members of %s without names are told from no replicas', (source) => {
  const nameless = (replicas: number) => ({
    workloads: [workload('StatefulSet', 'd/x', { ...named(source), replicas })],
  });
  const why = expect.stringMatching(/^its pods have no names: /) as unknown;
  expect(recognised(nameless(3))).toEqual({ [`${source}/x`]: why });
  expect(recognised(nameless(0))).toEqual({ [`${source}/x`]: 'it has no replicas now' });
});

it('a controller of workflows by another name has to be let in to its ConfigMap', () => {
  const hintsFor = (name: string): string => {
    const workloads = [workload('Deployment', `argo/${name}`, named('workflow-controller'))];
    const found = recognisers.flatMap((one) => one.find({ ...NO_OBJECTS, workloads }, []));
    return found.flatMap(({ hints }) => hints).join('\n');
  };
  expect(hintsFor('workflow-controller')).toMatch(/^instanceId: /);
  expect(hintsFor('argo-workflows-workflow-controller')).toContain('to be named in deploy/rbac.yaml too');
});

it('nothing is found where there is nothing, or something else', () => {
  expect(recognised({})).toEqual({});
  const others = [workload('Deployment', 'shop/web', { image: 'example/shop:1' }), workload('StatefulSet', 'shop/cart', named('valkey'))]; // prettier-ignore
  expect(recognised({ workloads: others, services: [service('shop/web', { ports: [8080] })] })).toEqual({});
});
