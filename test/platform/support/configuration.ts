import { stringify } from 'yaml';
import { CONTROLLER } from '../components/argo.component.js';
import { EBS_STORAGE_CLASS } from '../components/ebs-exporter.component.js';
import { GROUP, GROUP_LABEL, NODES_PER_ZONE } from '../components/kwok.component.js';
import { DATABASE } from '../components/postgresql.component.js';
import { type Endpoints } from '../endpoints.js';
import { type Platform } from './platform.js';

/** Room for a little growth beside the ten nodes of a calm platform. */
const MAXIMUM_NODES = 14;

/** What there is: components of the platform, and lists of the configuration that name one of them, which others may refer to. */
interface There {
  readonly has: (component: string) => boolean;
  readonly names: (section: string) => boolean;
}

/** One system as Vitals watches it, as its own account. */
interface WatchedSystem {
  /** The list of the configuration that it is in. */
  readonly section: string;
  /** What there must be for it to be watched: a platform may be started in part. */
  readonly component: string;
  /** Null: it would have nothing to look at. */
  readonly entry: (endpoints: Endpoints, there: There) => object | null;
}

const SYSTEMS: readonly WatchedSystem[] = [
  {
    section: 'kubernetes',
    component: 'vitals-access',
    entry: ({ kubernetes }, { has }) => ({
      name: 'platform',
      kubeconfig: kubernetes.vitalsKubeconfig,
      maximumNodes: MAXIMUM_NODES,
      nodeGroups: has('fake-nodes')
        ? [{ name: GROUP, selector: { [GROUP_LABEL]: GROUP }, requiredPerZone: NODES_PER_ZONE }]
        : [],
    }),
  },
  {
    section: 'postgres',
    component: 'metadata-database',
    entry: ({ postgresql: { host, port, database, user, passwordFile } }) => ({
      ...{ name: 'metadata', host, port, database, user, passwordFile },
      ...{ vcpus: 2, capacity: DATABASE.capacity },
    }),
  },
  {
    section: 'zookeeper',
    component: 'zookeeper-1',
    entry: ({ zookeeper }) => ({ name: 'coordination', members: zookeeper.members }),
  },
  {
    section: 'clickhouse',
    component: 'clickhouse-1',
    entry: ({ clickhouse }, { names }) => ({
      ...{ name: 'analytics', ...clickhouse },
      ...(names('zookeeper') && { zookeeper: 'coordination' }),
    }),
  },
  {
    section: 'kafka',
    component: 'kafka-1',
    entry: ({ kafka: { saslBrokers, user, passwordFile } }) => ({
      name: 'events',
      brokers: saslBrokers,
      sasl: { mechanism: 'SCRAM-SHA-512', user, passwordFile },
    }),
  },
  {
    section: 'kafka-connect',
    component: 'connect-1',
    entry: ({ kafkaConnect: { workers, user, passwordFile } }, { names }) => ({
      ...{ name: 'connectors', workers, user, passwordFile },
      ...(names('kafka') && { kafka: 'events' }),
    }),
  },
  {
    section: 'argo',
    component: CONTROLLER,
    entry: ({ kubernetes }, { names }) => ({
      name: 'pipelines',
      kubeconfig: kubernetes.vitalsKubeconfig,
      ...(names('kubernetes') && { kubernetes: { cluster: 'platform' } }),
    }),
  },
  {
    section: 'http-traffic',
    component: 'haproxy',
    entry: ({ http }) => ({ name: 'edge', proxy: 'haproxy', metrics: [http.haproxy] }),
  },
  {
    section: 'http-traffic',
    component: 'caddy',
    entry: ({ http }) => ({ name: 'gateway', proxy: 'caddy', metrics: [http.caddy] }),
  },
  { section: 'host-metrics', component: 'prometheus', entry: hostMetrics },
];

/** What Prometheus knows of the machine and the disks under the others. */
function hostMetrics(
  { prometheus: { url, scrapeSeconds }, postgresql: { disk: mountpoint } }: Endpoints,
  { names }: There,
): object | null {
  if (!names('postgres') && !names('kubernetes')) return null;
  const nodeExporter = { preset: 'node-exporter', where: { job: 'node-exporter' } };
  return {
    name: 'monitoring',
    prometheus: { url },
    scrapeInterval: `${scrapeSeconds}s`,
    databases: names('postgres') ? [{ database: 'metadata', mountpoint, ...nodeExporter }] : [],
    volumes: names('kubernetes')
      ? [
          { cluster: 'platform', ...nodeExporter },
          {
            cluster: 'platform',
            preset: 'ebs-csi',
            provisioned: { [EBS_STORAGE_CLASS]: { iops: 3_000, throughput: '125MiB' } },
          },
        ]
      : [],
  };
}

/** A configuration for the systems of this platform, but for the sections that are left out. */
export function configurationFor(
  { components }: Pick<Platform, 'components'>,
  endpoints: Endpoints,
  limits: readonly object[],
  leaveOut: readonly string[] = [],
  server: object = {},
): string {
  const has = (component: string): boolean => components.some(({ name }) => name === component);
  const watched = SYSTEMS.filter(({ section, component }) => has(component) && !leaveOut.includes(section));
  const names = (wanted: string): boolean => watched.some(({ section }) => section === wanted);
  const sections = new Map<string, object[]>();
  for (const { section, entry } of watched) {
    const made = entry(endpoints, { has, names });
    if (made !== null) sections.set(section, [...(sections.get(section) ?? []), made]);
  }
  return stringify({ server: { port: 0, ...server }, ...Object.fromEntries(sections), limits });
}
