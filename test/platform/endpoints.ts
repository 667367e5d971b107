import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { CADDY_METRICS, HAPROXY_METRICS } from './components/http-addresses.js';
import { KAFKA_PASSWORD_FILE, KAFKA_USER } from './components/kafka-accounts.component.js';
import {
  CONNECT_HOSTS,
  CONNECT_PORT,
  CONNECT_TLS_PORT,
  KAFKA_HOSTS,
  KAFKA_PORT,
  KAFKA_SASL_PORT,
  KAFKA_TLS_PORT,
} from './components/kafka-addresses.js';
import { CLICKHOUSE, CLICKHOUSE_HOSTS } from './components/clickhouse.component.js';
import { KUBELET_PORT, NODE_NAME } from './components/kubelet.component.js';
import { NODE_ADDRESS } from './components/namespace.component.js';
import { DATABASE, databaseDisk } from './components/postgresql.component.js';
import { PROMETHEUS_URL, SCRAPE_SECONDS } from './components/prometheus.component.js';
import { ZOOKEEPER_HOSTS, ZOOKEEPER_PORT } from './components/zookeeper.component.js';
import { type Platform } from './support/platform.js';

/** How the running platform is reached from inside its network namespace; `endpoints.json` in the state folder. */
export interface Endpoints {
  /** Run what talks to the platform with `nsenter --net=/run/netns/<namespace>`. */
  readonly namespace: string;
  readonly kubernetes: {
    /** Of the administrator: for tests and people. */
    readonly adminKubeconfig: string;
    /** Of the ServiceAccount that Vitals runs as. */
    readonly vitalsKubeconfig: string;
  };
  /** The real node; its serving certificate is signed by `caFile`. */
  readonly kubelet: { readonly node: string; readonly host: string; readonly port: number; readonly caFile: string };
  /** `user` may only monitor; its password is in a file of its own. */
  readonly postgresql: {
    readonly host: string;
    readonly port: number;
    readonly database: string;
    readonly user: string;
    readonly passwordFile: string;
    /** Where its disk is mounted. */
    readonly disk: string;
  };
  /** It scrapes the machine that all of this runs on, so often. */
  readonly prometheus: { readonly url: string; readonly scrapeSeconds: number };
  /** `host:port` of every member. */
  readonly zookeeper: { readonly members: readonly string[] };
  /** Addresses of the proxies' metrics. */
  readonly http: { readonly haproxy: string; readonly caddy: string };
  /** `host:port` of every broker: for all; for those who have a password, SASL without TLS; and over TLS, for all. */
  readonly kafka: {
    readonly brokers: readonly string[];
    readonly saslBrokers: readonly string[];
    readonly tlsBrokers: readonly string[];
    readonly user: string;
    readonly passwordFile: string;
    readonly caFile: string;
  };
  /** Where every worker is spoken to, by basic authentication. */
  readonly kafkaConnect: {
    readonly workers: readonly string[];
    readonly tlsWorkers: readonly string[];
    readonly user: string;
    readonly passwordFile: string;
    readonly caFile: string;
  };
  /** `host:port` of every replica; `user` may only read. */
  readonly clickhouse: { readonly replicas: readonly string[]; readonly user: string; readonly passwordFile: string };
}

function addresses(hosts: readonly string[], port: number): string[] {
  return hosts.map((host) => `${host}:${port}`);
}

export async function writeEndpoints(platform: Platform): Promise<void> {
  const kafkaAccount = {
    user: KAFKA_USER,
    passwordFile: platform.state(KAFKA_PASSWORD_FILE),
    caFile: platform.state('pki', 'ca.crt'),
  };
  const endpoints: Endpoints = {
    namespace: platform.settings.name,
    kubernetes: { adminKubeconfig: platform.adminKubeconfig, vitalsKubeconfig: platform.vitalsKubeconfig },
    kubelet: { node: NODE_NAME, host: NODE_ADDRESS, port: KUBELET_PORT, caFile: platform.state('pki', 'ca.crt') },
    postgresql: {
      host: DATABASE.host,
      port: DATABASE.port,
      database: DATABASE.name,
      user: DATABASE.user,
      passwordFile: platform.state(DATABASE.passwordFile),
      disk: databaseDisk(platform),
    },
    prometheus: { url: PROMETHEUS_URL, scrapeSeconds: SCRAPE_SECONDS },
    zookeeper: { members: addresses(ZOOKEEPER_HOSTS, ZOOKEEPER_PORT) },
    http: { haproxy: HAPROXY_METRICS, caddy: CADDY_METRICS },
    kafka: {
      brokers: addresses(KAFKA_HOSTS, KAFKA_PORT),
      saslBrokers: addresses(KAFKA_HOSTS, KAFKA_SASL_PORT),
      tlsBrokers: addresses(KAFKA_HOSTS, KAFKA_TLS_PORT),
      ...kafkaAccount,
    },
    kafkaConnect: {
      workers: addresses(CONNECT_HOSTS, CONNECT_PORT).map((address) => `http://${address}`),
      tlsWorkers: addresses(CONNECT_HOSTS, CONNECT_TLS_PORT).map((address) => `https://${address}`),
      ...kafkaAccount,
    },
    clickhouse: {
      replicas: addresses(CLICKHOUSE_HOSTS, CLICKHOUSE.httpPort),
      user: CLICKHOUSE.user,
      passwordFile: platform.state(CLICKHOUSE.passwordFile),
    },
  };
  await writeFile(platform.endpointsFile, `${JSON.stringify(endpoints, undefined, 2)}\n`);
}

export function readEndpoints(platform: Platform): Endpoints {
  return JSON.parse(readFileSync(platform.endpointsFile, 'utf8')) as Endpoints;
}
