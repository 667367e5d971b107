import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../support/command.js';
import { daemon } from '../support/daemon.js';
import { javaCommand, propertiesText } from '../support/java.js';
import { type MavenProject } from '../support/maven-projects.js';
import { mountDisk } from '../support/mounts.js';
import { type Component, type Platform } from '../support/platform.js';
import { KAFKA_USER, kafkaPassword } from './kafka-accounts.component.js';
import {
  CONNECT_HOSTS,
  KAFKA_BEHIND_PORT,
  KAFKA_CONTROLLER_PORT,
  KAFKA_FRONT_PORT,
  KAFKA_HOSTS,
  KAFKA_PORT,
  KAFKA_SASL_PORT,
  KAFKA_TLS_PORT,
} from './kafka-addresses.js';
import { askKafka } from './kafka-metadata.js';

/** Brokers, tools and Connect. */
export const kafkaJars: MavenProject = { name: 'kafka' };
export const JAVA_PACKAGES: readonly string[] = ['openjdk-17-jre-headless'];

const CLUSTER_ID = 'cGxhdGZvcm0tdGVzdC0wMQ';
const BOOTSTRAP = KAFKA_HOSTS.map((host) => `${host}:${KAFKA_PORT}`);

/** The broker whose log directory is a small disk of its own: filling that fills nothing else. */
const SMALL_DISK_HOST = KAFKA_HOSTS[2];
const SMALL_DISK_MEBIBYTES = 256;

function idOf(host: string): number {
  return KAFKA_HOSTS.findIndex((candidate) => candidate === host) + 1;
}

export function kafkaName(host: string): string {
  return `kafka-${idOf(host)}`;
}

/** `host:port` of every broker, for those who come without a password. */
export function kafkaBootstrap(): readonly string[] {
  return BOOTSTRAP;
}

/** Where that disk is mounted. */
export function kafkaDisk(platform: Platform): string {
  return platform.state(kafkaName(SMALL_DISK_HOST), 'disk');
}

/** Not the root of the disk: a broker has no use for `lost+found`. */
function logFolder(platform: Platform, host: string): string {
  return host === SMALL_DISK_HOST ? join(kafkaDisk(platform), 'log') : platform.state(kafkaName(host), 'log');
}

/** Few partitions, small segments and caches: three brokers on a small machine, with little to remember. */
export const SMALL_BROKER = {
  'num.network.threads': 1,
  'num.io.threads': 2,
  'background.threads': 2,
  'log.cleaner.dedupe.buffer.size': 8_388_608,
  'log.segment.bytes': 2_097_152,
  'log.retention.bytes': 8_388_608,
  'log.index.size.max.bytes': 65_536,
  'offsets.topic.num.partitions': 6,
  'transaction.state.log.num.partitions': 3,
};

const REPLICATED = {
  'default.replication.factor': 3,
  'min.insync.replicas': 2,
  'offsets.topic.replication.factor': 3,
  'transaction.state.log.replication.factor': 3,
  'transaction.state.log.min.isr': 2,
};

/** A broker that stops is missed within seconds. */
const IMPATIENT = {
  'broker.heartbeat.interval.ms': 1_000,
  'broker.session.timeout.ms': 3_000,
  'replica.lag.time.max.ms': 3_000,
  'group.initial.rebalance.delay.ms': 0,
  // Leaders that went with a broker come back to it as soon as it is well.
  'leader.imbalance.check.interval.seconds': 10,
};

function listeners(host: string): Readonly<Record<string, string>> {
  const open = { PLAINTEXT: KAFKA_PORT, SASL: KAFKA_SASL_PORT, TLS: KAFKA_TLS_PORT };
  const text = (addresses: Readonly<Record<string, number>>): string =>
    Object.entries(addresses)
      .map(([name, port]) => `${name}://${host}:${port}`)
      .join(',');
  return {
    listeners: text({ ...open, FRONT: KAFKA_BEHIND_PORT, CONTROLLER: KAFKA_CONTROLLER_PORT }),
    'advertised.listeners': text({ ...open, FRONT: KAFKA_FRONT_PORT }),
    'listener.security.protocol.map':
      'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL:SASL_PLAINTEXT,FRONT:SASL_PLAINTEXT,TLS:SSL',
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
  };
}

async function accounts(platform: Platform): Promise<Readonly<Record<string, string>>> {
  const security = 'org.apache.kafka.common.security';
  const scram = `${security}.scram.ScramLoginModule required;`;
  const plain = `${security}.plain.PlainLoginModule required user_${KAFKA_USER}="${await kafkaPassword(platform)}";`;
  const settings = {
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
    'plain.sasl.jaas.config': plain,
    'scram-sha-256.sasl.jaas.config': scram,
    'scram-sha-512.sasl.jaas.config': scram,
  };
  return Object.fromEntries(
    ['sasl', 'front'].flatMap((name) =>
      Object.entries(settings).map(([key, value]) => [`listener.name.${name}.${key}`, value]),
    ),
  );
}

/** Key and certificate in one file, as Kafka wants to have them. */
async function writeKeyStore(platform: Platform, file: string): Promise<void> {
  const parts = ['kafka.key', 'kafka.crt'].map((name) => readFile(platform.state('pki', name), 'utf8'));
  await writeFile(file, (await Promise.all(parts)).join(''), { mode: 0o600 });
}

async function writeConfiguration(platform: Platform, host: string): Promise<string> {
  const name = kafkaName(host);
  const keyStore = platform.state(name, 'tls.pem');
  await writeKeyStore(platform, keyStore);
  const file = platform.state(name, 'server.properties');
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': idOf(host),
    'controller.quorum.voters': KAFKA_HOSTS.map((member) => `${idOf(member)}@${member}:${KAFKA_CONTROLLER_PORT}`).join(
      ',',
    ),
    ...listeners(host),
    ...(await accounts(platform)),
    'listener.name.tls.ssl.keystore.type': 'PEM',
    'listener.name.tls.ssl.keystore.location': keyStore,
    'log.dirs': logFolder(platform, host),
    // What the cluster is lives when the disk of what it holds is full.
    'metadata.log.dir': platform.state(name, 'metadata'),
    'auto.create.topics.enable': false,
    ...SMALL_BROKER,
    ...REPLICATED,
    ...IMPATIENT,
  };
  await writeFile(file, propertiesText(settings), { mode: 0o600 });
  return file;
}

/** Every address that a broker meets, with a name. */
function hostsFile(): string {
  const clients = ['127.0.0.1', ...CONNECT_HOSTS];
  return [...KAFKA_HOSTS, ...clients].map((address) => `${address} host-${address.replaceAll('.', '-')}\n`).join('');
}

/** The tools of Kafka are slow to start: a second and a half each. */
async function format(platform: Platform, host: string, configuration: string): Promise<void> {
  if (existsSync(platform.state(kafkaName(host), 'metadata', 'meta.properties'))) return;
  const password = await kafkaPassword(platform);
  const scram = ['SCRAM-SHA-256', 'SCRAM-SHA-512'].map(
    (mechanism) => `--add-scram=${mechanism}=[name=${KAFKA_USER},password=${password}]`,
  );
  const tool = { project: kafkaJars, mainClass: 'kafka.tools.StorageTool', mebibytes: 64 };
  const args = ['format', `--cluster-id=${CLUSTER_ID}`, `--config=${configuration}`, ...scram];
  await run(javaCommand(platform.settings, tool, ...args));
}

function broker(host: string): Component {
  const name = kafkaName(host);
  return daemon({
    name,
    needs: ['namespace', 'pki', 'kafka-accounts'],
    debianPackages: [...JAVA_PACKAGES, 'e2fsprogs', 'mount'],
    mavenProject: kafkaJars,
    readyWithin: 90_000,
    async prepare(platform) {
      if (host === SMALL_DISK_HOST)
        await mountDisk(platform.state(name, 'disk.img'), kafkaDisk(platform), SMALL_DISK_MEBIBYTES);
      await mkdir(logFolder(platform, host), { recursive: true });
      await writeFile(platform.state(name, 'hosts'), hostsFile());
      await format(platform, host, await writeConfiguration(platform, host));
    },
    command: (platform) => [
      ...javaCommand(platform.settings, {
        project: kafkaJars,
        mainClass: 'kafka.Kafka',
        mebibytes: 300,
        // A broker wants to know the name of whoever proves who he is, and in the namespace nobody would ever answer.
        properties: { 'jdk.net.hosts.file': platform.state(name, 'hosts') },
      }),
      platform.state(name, 'server.properties'),
    ],
    async missing(platform) {
      const metadata = await askKafka(platform, host);
      if (metadata === undefined) return 'no answer to a Metadata request';
      return metadata.brokers.includes(idOf(host)) ? undefined : 'not yet one of the brokers';
    },
  });
}

/** A cluster of three, each broker and controller at once. */
export const kafkaBrokers: readonly Component[] = KAFKA_HOSTS.map(broker);
