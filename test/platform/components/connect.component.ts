import { writeFile } from 'node:fs/promises';
import { run } from '../support/command.js';
import { daemon } from '../support/daemon.js';
import { javaCommand, propertiesText } from '../support/java.js';
import { type Component, type Platform } from '../support/platform.js';
import { askConnect } from './connect-rest.js';
import { KAFKA_PASSWORD_FILE, KAFKA_USER, kafkaPassword } from './kafka-accounts.component.js';
import { CONNECT_HOSTS, CONNECT_PORT, CONNECT_TLS_PORT, KAFKA_HOSTS } from './kafka-addresses.js';
import { JAVA_PACKAGES, kafkaBootstrap, kafkaJars, kafkaName } from './kafka.component.js';

export function connectName(host: string): string {
  return `connect-${CONNECT_HOSTS.findIndex((candidate) => candidate === host) + 1}`;
}

/** How long work of a worker that has gone waits for it to come back, in ms; 5 minutes where nobody sets it. */
const REBALANCE_DELAY = 20_000;

const STORAGE = {
  'config.storage.topic': 'connect-configs',
  'offset.storage.topic': 'connect-offsets',
  'status.storage.topic': 'connect-status',
  'offset.storage.partitions': 3,
  'status.storage.partitions': 2,
};

function keyStore(platform: Platform, host: string): string {
  return platform.state(connectName(host), 'tls.p12');
}

/** The web server of a worker reads none of the forms that brokers do. */
async function writeKeyStore(platform: Platform, host: string): Promise<void> {
  const file = (name: string): string => platform.state('pki', name);
  const made = ['-inkey', file('connect.key'), '-in', file('connect.crt'), '-out', keyStore(platform, host)];
  const password = ['-passout', `file:${platform.state(KAFKA_PASSWORD_FILE)}`];
  await run(['openssl', 'pkcs12', '-export', ...made, ...password]);
}

function settingsFor(
  platform: Platform,
  host: string,
  password: string,
): Readonly<Record<string, string | number | boolean>> {
  const json = 'org.apache.kafka.connect.json.JsonConverter';
  return {
    'bootstrap.servers': kafkaBootstrap().join(','),
    'group.id': 'connect',
    'client.id': connectName(host),
    listeners: `http://${host}:${CONNECT_PORT},https://${host}:${CONNECT_TLS_PORT}`,
    'listeners.https.ssl.keystore.type': 'PKCS12',
    'listeners.https.ssl.keystore.location': keyStore(platform, host),
    'listeners.https.ssl.keystore.password': password,
    'listeners.https.ssl.key.password': password,
    'rest.advertised.listener': 'http',
    'rest.extension.classes': 'org.apache.kafka.connect.rest.basic.auth.extension.BasicAuthSecurityRestExtension',
    // Connectors read from files what does not belong into their configuration.
    'config.providers': 'file',
    'config.providers.file.class': 'org.apache.kafka.common.config.provider.FileConfigProvider',
    // Looking through every jar for plugins takes minutes.
    'plugin.discovery': 'SERVICE_LOAD',
    'key.converter': 'org.apache.kafka.connect.storage.StringConverter',
    'value.converter': json,
    'value.converter.schemas.enable': false,
    'scheduled.rebalance.max.delay.ms': REBALANCE_DELAY,
    'session.timeout.ms': 6_000,
    'heartbeat.interval.ms': 1_000,
    'rebalance.timeout.ms': 10_000,
    'offset.flush.interval.ms': 5_000,
    ...STORAGE,
  };
}

async function writeConfiguration(platform: Platform, host: string): Promise<void> {
  const name = connectName(host);
  const password = await kafkaPassword(platform);
  await writeKeyStore(platform, host);
  await writeFile(platform.state(name, 'users'), `${KAFKA_USER}: ${password}\n`, { mode: 0o600 });
  const login = `org.apache.kafka.connect.rest.basic.auth.extension.PropertyFileLoginModule required file="${platform.state(name, 'users')}";`;
  await writeFile(platform.state(name, 'jaas.conf'), `KafkaConnect {\n  ${login}\n};\n`);
  const settings = propertiesText(settingsFor(platform, host, password));
  await writeFile(platform.state(name, 'worker.properties'), settings, { mode: 0o600 });
}

function worker(host: string): Component {
  const name = connectName(host);
  return daemon({
    name,
    needs: ['pki', ...KAFKA_HOSTS.map(kafkaName)],
    debianPackages: JAVA_PACKAGES,
    mavenProject: kafkaJars,
    readyWithin: 120_000,
    prepare: (platform) => writeConfiguration(platform, host),
    command: (platform) =>
      javaCommand(
        platform.settings,
        {
          project: kafkaJars,
          mainClass: 'org.apache.kafka.connect.cli.ConnectDistributed',
          mebibytes: 256,
          properties: { 'java.security.auth.login.config': platform.state(name, 'jaas.conf') },
        },
        platform.state(name, 'worker.properties'),
      ),
    async missing(platform) {
      const { status, body } = await askConnect(platform, 'GET', '/connectors', { host });
      return status === 200 ? undefined : `GET /connectors: ${status === 0 ? body : status}`;
    },
  });
}

/** Two workers of one group. */
export const connectWorkers: readonly Component[] = CONNECT_HOSTS.map(worker);
