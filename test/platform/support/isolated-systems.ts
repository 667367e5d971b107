import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTROLLER } from '../components/argo.component.js';
import { CLICKHOUSE_HOSTS, clickHouseName } from '../components/clickhouse.component.js';
import { connectName } from '../components/connect.component.js';
import { CONNECT_HOSTS, KAFKA_BEHIND_PORT, KAFKA_FRONT_PORT, KAFKA_HOSTS } from '../components/kafka-addresses.js';
import { CADDY } from '../components/http-addresses.js';
import { kafkaName } from '../components/kafka.component.js';
import { ZOOKEEPER_HOSTS, zookeeperName } from '../components/zookeeper.component.js';
import { type Endpoints } from '../endpoints.js';
import { type Protocol } from './impostor.js';
import { type Address } from './tampering-proxy.js';

/** One watched system, what stands between Vitals and it, and what is said of it when it cannot be seen. */
export interface IsolatedSystem {
  readonly system: string;
  readonly source: string;
  /** What there must be for it to be watched. */
  readonly component: string;
  /** `KIND name` of whoever says that it is lost, and how. */
  readonly lost: readonly [resource: string, reason: string];
  /** What its parts say beside, each of its own endpoint, when that cannot be seen. */
  readonly partsLost?: readonly string[];
  /** How an answer that is garbage is told: as one, or, where more of it is waited for, as a loss. */
  readonly garbage: 'invalid' | 'lost';
  /** Its processes, which are stopped; none: others need them too much, and it is silent for Vitals alone. */
  readonly processes: readonly string[];
  /** Where it listens, and where somebody stands before it; a loopback address of his own unless told. */
  readonly places: (endpoints: Endpoints) => readonly { readonly target: Address; readonly front?: Address }[];
  /** The same, by the addresses of those who stand before it. */
  readonly by: (endpoints: Endpoints, fronts: readonly Address[], folder: string) => Endpoints;
  /** Kinds of what hangs on it. */
  readonly hanging: readonly string[];
  /** How it speaks. */
  readonly protocol: Protocol;
  /** Where Vitals reads its password: a file of its own that may be spoiled; none where it gives none. */
  readonly secret?: (endpoints: Endpoints, folder: string) => SecretFile;
}

/** A file that holds a secret of Vitals', and where that is from. */
export interface SecretFile {
  readonly endpoints: Endpoints;
  readonly file: string;
  /** What stands in it while nothing is wrong, and while it is. */
  readonly right: string;
  readonly wrong: string;
}

/** A copy of a password file, in the place of the one that others read. */
function ownPassword(
  name: 'postgresql' | 'clickhouse' | 'kafka' | 'kafkaConnect',
): NonNullable<IsolatedSystem['secret']> {
  return (endpoints, folder) => {
    const file = join(folder, `${name}.password`);
    const right = readFileSync(endpoints[name].passwordFile, 'utf8');
    writeFileSync(file, right);
    return {
      endpoints: { ...endpoints, [name]: { ...endpoints[name], passwordFile: file } },
      file,
      right,
      wrong: 'wr0ng',
    };
  };
}

const text = ({ host, port }: Address): string => `${host}:${port}`;
const withAddress = (url: string, { host, port }: Address): string =>
  Object.assign(new URL(url), { host: `${host}:${port}` }).toString();

function addressOf(place: string): Address {
  const { hostname, port, protocol } = new URL(place.includes('://') ? place : `tcp://${place}`);
  return { host: hostname, port: Number(port === '' && protocol === 'http:' ? 80 : port) };
}

const only = (fronts: readonly Address[]): Address => {
  const [front] = fronts;
  if (front === undefined) throw new Error('nobody stands before it');
  return front;
};

const each = (addresses: readonly string[]) => addresses.map((address) => ({ target: addressOf(address) }));

/** A proxy that has lost its metrics says so by its source alone: traffic may pass all the same. */
function proxyNamed(system: string, component: 'haproxy' | 'caddy', front?: Address): IsolatedSystem {
  return {
    system,
    source: `http-traffic/${system}`,
    component,
    lost: [`SOURCE http-traffic/${system}`, 'SOURCE_UNREACHABLE'],
    garbage: 'invalid',
    processes: [component],
    places: ({ http }) => each([http[component]]).map((place) => (front === undefined ? place : { ...place, front })),
    by: (endpoints, fronts) => {
      const { http } = endpoints;
      return { ...endpoints, http: { ...http, [component]: withAddress(http[component], only(fronts)) } };
    },
    hanging: ['INGRESS', 'ROUTE'],
    protocol: 'http',
  };
}

/** The certificate of the API server is for this address, whatever the port. */
const API_SERVER = { target: { host: '127.0.0.1', port: 6443 }, front: { host: '127.0.0.1', port: 6444 } } as const;

/** The kubeconfig of Vitals, for an API server at another address. */
function kubeconfigBy({ kubernetes: { vitalsKubeconfig } }: Endpoints, front: Address, folder: string): string {
  const file = join(folder, 'kubeconfig');
  writeFileSync(file, readFileSync(vitalsKubeconfig, 'utf8').replace(text(API_SERVER.target), text(front)));
  return file;
}

/**
 * Two parties: while those of one are ill, those of the other must not notice. What needs another to be well is ill with it:
 * Kafka Connect keeps everything in Kafka, and ClickHouse its replication in ZooKeeper.
 */
export const PARTIES: readonly (readonly IsolatedSystem[])[] = [
  [
    {
      system: 'metadata',
      source: 'postgres/metadata',
      component: 'metadata-database',
      lost: ['DATABASE metadata', 'DATABASE_UNREACHABLE'],
      garbage: 'invalid',
      processes: ['postgresql'],
      places: ({ postgresql: { host, port } }) => [{ target: { host, port } }],
      by: (endpoints, fronts) => ({ ...endpoints, postgresql: { ...endpoints.postgresql, ...only(fronts) } }),
      hanging: ['DATABASE'],
      protocol: 'postgres',
      secret: ownPassword('postgresql'),
    },
    {
      system: 'events',
      source: 'kafka/events',
      component: 'kafka-1',
      lost: ['KAFKA events', 'KAFKA_UNREACHABLE'],
      partsLost: ['BROKER_UNREACHABLE'],
      // It begins like a long answer, of which the rest never comes.
      garbage: 'lost',
      processes: KAFKA_HOSTS.map(kafkaName),
      // Brokers say themselves where they are to be asked.
      places: () =>
        KAFKA_HOSTS.map((host) => ({
          target: { host, port: KAFKA_BEHIND_PORT },
          front: { host, port: KAFKA_FRONT_PORT },
        })),
      by: (endpoints, fronts) => ({ ...endpoints, kafka: { ...endpoints.kafka, saslBrokers: fronts.map(text) } }),
      hanging: ['KAFKA', 'BROKER', 'TOPIC', 'CONSUMER_GROUP'],
      protocol: 'kafka',
      secret: ownPassword('kafka'),
    },
    {
      system: 'connectors',
      source: 'kafka-connect/connectors',
      component: 'connect-1',
      lost: ['KAFKA_CONNECT connectors', 'CONNECT_UNREACHABLE'],
      garbage: 'invalid',
      processes: CONNECT_HOSTS.map(connectName),
      places: ({ kafkaConnect }) => each(kafkaConnect.workers),
      by: (endpoints, fronts) => {
        const { kafkaConnect } = endpoints;
        return {
          ...endpoints,
          kafkaConnect: { ...kafkaConnect, workers: fronts.map((front) => `http://${text(front)}`) },
        };
      },
      hanging: ['KAFKA_CONNECT', 'CONNECTOR', 'CONNECTOR_TASK'],
      protocol: 'http',
      secret: ownPassword('kafkaConnect'),
    },
    proxyNamed('edge', 'haproxy'),
  ],
  [
    {
      system: 'coordination',
      source: 'zookeeper/coordination',
      component: 'zookeeper-1',
      lost: ['ZOOKEEPER coordination', 'ZOOKEEPER_NO_QUORUM'],
      partsLost: ['ZOOKEEPER_MEMBER_DOWN'],
      garbage: 'invalid',
      processes: ZOOKEEPER_HOSTS.map(zookeeperName),
      places: ({ zookeeper }) => each(zookeeper.members),
      by: (endpoints, fronts) => ({ ...endpoints, zookeeper: { members: fronts.map(text) } }),
      hanging: ['ZOOKEEPER', 'ZOOKEEPER_MEMBER'],
      protocol: 'words',
    },
    {
      system: 'analytics',
      source: 'clickhouse/analytics',
      component: 'clickhouse-1',
      lost: ['DATABASE analytics', 'DATABASE_UNREACHABLE'],
      garbage: 'invalid',
      processes: CLICKHOUSE_HOSTS.map(clickHouseName),
      places: ({ clickhouse }) => each(clickhouse.replicas),
      by: (endpoints, fronts) => ({
        ...endpoints,
        clickhouse: { ...endpoints.clickhouse, replicas: fronts.map(text) },
      }),
      hanging: ['DATABASE', 'DATABASE_REPLICA', 'REPLICATED_TABLE'],
      protocol: 'http',
      secret: ownPassword('clickhouse'),
    },
    proxyNamed('gateway', 'caddy', { host: CADDY.host, port: CADDY.frontPort }),
    {
      system: 'monitoring',
      source: 'host-metrics/monitoring',
      component: 'prometheus',
      lost: ['SOURCE host-metrics/monitoring', 'SOURCE_UNREACHABLE'],
      garbage: 'invalid',
      processes: ['prometheus'],
      places: ({ prometheus }) => each([prometheus.url]),
      by: (endpoints, fronts) => {
        const { prometheus } = endpoints;
        return { ...endpoints, prometheus: { ...prometheus, url: withAddress(prometheus.url, only(fronts)) } };
      },
      // What it tells of others says itself how long it is good for.
      hanging: [],
      protocol: 'http',
    },
    {
      system: 'platform',
      source: 'kubernetes/platform',
      component: 'vitals-access',
      lost: ['CLUSTER platform', 'CLUSTER_UNREACHABLE'],
      garbage: 'lost',
      // Without an API server its controllers end, and much else with them.
      processes: [],
      places: () => [API_SERVER],
      by: (endpoints, fronts, folder) => {
        const vitalsKubeconfig = kubeconfigBy(endpoints, only(fronts), folder);
        return { ...endpoints, kubernetes: { ...endpoints.kubernetes, vitalsKubeconfig } };
      },
      hanging: ['CLUSTER', 'NODE', 'NAMESPACE', 'WORKLOAD', 'POD', 'CLAIM', 'VOLUME'],
      protocol: 'https',
    },
    {
      system: 'pipelines',
      source: 'argo/pipelines',
      component: CONTROLLER,
      lost: ['SOURCE argo/pipelines', 'SOURCE_UNREACHABLE'],
      garbage: 'lost',
      processes: [],
      // By the same kubeconfig: whoever stands before the cluster stands before both.
      places: () => [],
      by: (endpoints) => endpoints,
      hanging: ['WORKFLOW_ENGINE', 'WORKFLOW'],
      protocol: 'https',
    },
  ],
];
