import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { logLevel } from 'kafkajs';
import { systemClock } from '../../../src/model/clock.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import { kafka } from '../../../src/sources/kafka/definition.js';
import { blocksOf, page, sectionOf } from '../../docs/pages.js';
import { freePort } from '../../support/free-port.js';
import { LatestFacts } from '../../support/source-reports.js';
import { SMALL_BROKER, kafkaJars } from '../components/kafka.component.js';
import { createTopics, kafkaClient } from '../life/kafka-client.js';
import { openPlatform } from '../lifecycle.js';
import { run } from '../support/command.js';
import { javaCommand, propertiesText } from '../support/java.js';
import { type LoopbackProgram, startProgram } from '../support/loopback-program.js';

const HOST = '127.0.0.1';
const PATIENCE = 60_000;
const SCRAM = 'SCRAM-SHA-512';
const TOPIC = 'orders';
const GROUP = 'billing';

/** As the page calls the broker, and the password. */
const ITS_BROKER = 'kafka-0:9092';
const ITS_PASSWORD = '…';

/** Programs that the page runs, and what they are in the jars. */
const TOOLS = {
  'kafka-configs.sh': 'kafka.admin.ConfigCommand',
  'kafka-acls.sh': 'org.apache.kafka.tools.AclCommand',
};

async function missingListenerAt(address: string): Promise<string | undefined> {
  const [host, port] = address.split(':');
  const socket = connect({ host, port: Number(port) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(2_000) });
    return undefined;
  } catch {
    return 'nobody listens';
  } finally {
    socket.destroy();
  }
}

/** A broker of its own, which lets nobody do anything but those who come to a listener that only the test knows. */
describe('a Kafka with an authorizer', () => {
  const { settings } = openPlatform();
  const password = randomBytes(12).toString('base64url');
  const [granted] = blocksOf(sectionOf(page('docs/connecting.md'), 'kafka'), 'sh');
  const [account = '', ...permissions] = (granted?.text ?? '').trim().split('\n');
  const reports = new LatestFacts(systemClock, PATIENCE);
  let folder: string;
  let broker: LoopbackProgram | undefined;
  let open: string;
  let guarded: string;

  const java = (mainClass: string, ...args: readonly string[]): string[] =>
    // Nobody here would ever answer whose address that is.
    javaCommand(settings, { project: kafkaJars, mainClass, mebibytes: 200, properties: { 'jdk.net.hosts.file': join(folder, 'hosts') } }, ...args); // prettier-ignore

  /** A line of the page, by the tools in the jars. */
  async function runPrinted(line: string): Promise<void> {
    const command = line.replace(ITS_BROKER, open).replace(ITS_PASSWORD, password);
    const PATH = [folder, process.env['PATH']].join(delimiter);
    await run(['bash', '-euo', 'pipefail', '-c', command], { env: { PATH } });
  }

  async function writeTools(): Promise<void> {
    for (const [name, mainClass] of Object.entries(TOOLS)) {
      const file = join(folder, name);
      await writeFile(
        file,
        `#!/bin/sh\nexec ${java(mainClass)
          .map((word) => `'${word}'`)
          .join(' ')} "$@"\n`,
      );
      await chmod(file, 0o755);
    }
  }

  async function writeConfiguration(): Promise<string> {
    const [openPort, guardedPort, controllerPort] = [await freePort(), await freePort(), await freePort()];
    open = `${HOST}:${openPort}`;
    guarded = `${HOST}:${guardedPort}`;
    const file = join(folder, 'server.properties');
    const text = propertiesText({
      'process.roles': 'broker,controller',
      'node.id': 1,
      'controller.quorum.voters': `1@${HOST}:${controllerPort}`,
      listeners: `OPEN://${open},GUARDED://${guarded},CONTROLLER://${HOST}:${controllerPort}`,
      'advertised.listeners': `OPEN://${open},GUARDED://${guarded}`,
      'listener.security.protocol.map': 'OPEN:PLAINTEXT,GUARDED:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
      'inter.broker.listener.name': 'OPEN',
      'controller.listener.names': 'CONTROLLER',
      'sasl.enabled.mechanisms': SCRAM,
      [`listener.name.guarded.${SCRAM.toLowerCase()}.sasl.jaas.config`]:
        'org.apache.kafka.common.security.scram.ScramLoginModule required;',
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'super.users': 'User:ANONYMOUS',
      'log.dirs': join(folder, 'log'),
      ...SMALL_BROKER,
      'offsets.topic.replication.factor': 1,
      'min.insync.replicas': 1,
    });
    await writeFile(file, text);
    return file;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitals-kafka-'));
    await writeTools();
    await writeFile(join(folder, 'hosts'), `${HOST} localhost\n`);
    const configuration = await writeConfiguration();
    await run(java('kafka.tools.StorageTool', 'format', `--cluster-id=${randomBytes(16).toString('base64url')}`, `--config=${configuration}`)); // prettier-ignore
    broker = await startProgram(java('kafka.Kafka', configuration), () => missingListenerAt(open));
    const admin = kafkaClient('test', [open]).admin();
    // Its groups take a moment: what is tried again is nobody's trouble.
    admin.logger().setLogLevel(logLevel.NOTHING);
    await admin.connect();
    await createTopics(admin, [{ topic: TOPIC, numPartitions: 2 }]);
    await admin.setOffsets({ groupId: GROUP, topic: TOPIC, partitions: [{ partition: 0, offset: '0' }] });
    await admin.disconnect();
    await runPrinted(account);
  }, 3 * PATIENCE);

  afterAll(async () => {
    await broker?.stop();
    await rm(folder, { recursive: true });
  });

  const cluster = () => reports.one(ResourceKind.KAFKA);
  const topic = () => reports.one(ResourceKind.TOPIC, TOPIC);
  const group = () => reports.one(ResourceKind.CONSUMER_GROUP, GROUP);

  it(
    'says what it is not let see, and sees all that it reads once it is granted what the page says',
    async () => {
      const sasl = { mechanism: SCRAM, user: 'vitals', password };
      const config = kafka.configuration.parse({ name: 'events', brokers: [guarded], interval: '2s', sasl });
      const source = kafka.create(config, reports.context);
      const sights = () => reports.source(source.id).sights;
      const forbidden = (): readonly string[] =>
        sights().filter(({ state }) => state === 'forbidden').map(({ subject }) => subject); // prettier-ignore
      source.start();
      try {
        await reports.until('it is told that it may not', () =>
          ['topics', 'consumer groups', 'controller', 'log directories'].every((one) => forbidden().includes(one)),
        );
        expect([topic(), group()]).toEqual([undefined, undefined]);

        expect(permissions).toHaveLength(3);
        for (const line of permissions) await runPrinted(line);
        await reports.until('it is told all', () => forbidden().length === 0 && group()?.seenAt != null);
        expect(sights().filter(({ state }) => state !== 'ok')).toEqual([]);
        expect(cluster()).toMatchObject({ controllerId: 1, unavailable: {} });
        expect(topic()).toMatchObject({ minInSyncReplicas: 1, written: 0 });
        expect(group()).toMatchObject({ unavailable: null, topics: [TOPIC] });
        expect(group()?.partitions).toContainEqual(expect.objectContaining({ partition: 0, committed: 0, lag: 0 }));
        const [disks] = reports.all(ResourceKind.BROKER, 'disks');
        expect(disks).toMatchObject({ unavailable: null, logDirs: [{ isOffline: false }] });
      } finally {
        await source.stop();
      }
    },
    3 * PATIENCE,
  );
});
