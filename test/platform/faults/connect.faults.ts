import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { connectName } from '../components/connect.component.js';
import { type ConnectorStatus, askConnect, connectorStatus } from '../components/connect-rest.js';
import {
  SINK_CONNECTOR,
  SOURCE_CONNECTOR,
  TOLERANT_CONNECTOR,
  putConnector,
  settingsFile,
} from '../components/connectors.component.js';
import { CONNECT_HOSTS } from '../components/kafka-addresses.js';
import { kafkaBootstrap } from '../components/kafka.component.js';
import { JOURNAL_TOPIC } from '../life/kafka-topics.js';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault, wake } from './fault.js';
import { lookAt, operate } from './kafka-operator.js';

const PATIENCE = { within: 60_000, every: 500 };
const [FIRST, SECOND] = CONNECT_HOSTS;

/** While workers share out their work anew they say 409 and are asked again. */
async function command(platform: Platform, method: 'PUT' | 'POST', path: string): Promise<void> {
  const send = async (): Promise<string | undefined> => {
    const answer = await askConnect(platform, method, path);
    return answer.status >= 200 && answer.status < 300 ? undefined : `${answer.status} ${answer.body}`;
  };
  await waitUntilNothingMissing(`${method} ${path}`, send, PATIENCE);
}

async function until(platform: Platform, name: string, holds: (status: ConnectorStatus) => boolean): Promise<void> {
  const look = async (): Promise<string | undefined> => {
    const status = await connectorStatus(platform, name);
    return status !== undefined && holds(status) ? undefined : JSON.stringify(status);
  };
  await waitUntilNothingMissing(name, look, PATIENCE);
}

async function isSo(
  platform: Platform,
  name: string,
  holds: (status: ConnectorStatus) => boolean,
): Promise<boolean | undefined> {
  const status = await connectorStatus(platform, name);
  return status === undefined ? undefined : holds(status);
}

function connectorIs(state: string): (status: ConnectorStatus) => boolean {
  return ({ connector }) => connector.state === state;
}

const runs = ({ connector, tasks }: ConnectorStatus): boolean =>
  connector.state === 'RUNNING' && tasks.length > 0 && tasks.every(({ state }) => state === 'RUNNING');

/** Answers with its offset in partition 0. */
async function writeGarbage(platform: Platform, topic: string): Promise<number> {
  const program = [process.execPath, '--import', 'tsx', platform.source('faults', 'kafka-garbage.main.ts')];
  const target = [topic, ...kafkaBootstrap()];
  const { repositoryFolder } = platform.settings;
  return Number(await platform.runInside([...program, ...target], { cwd: repositoryFolder }));
}

const GARBAGE_NOTE = 'fault-connector-garbage.offset';

const badRecord: Fault = {
  name: 'connector-bad-record',
  describe:
    'a record that is no JSON comes to a topic: each task that reads it fails; repaired by skipping the record and restarting them',
  async inject(platform) {
    if (existsSync(platform.state(GARBAGE_NOTE))) return;
    await writeFile(platform.state(GARBAGE_NOTE), String(await writeGarbage(platform, JOURNAL_TOPIC)));
  },
  async repair(platform) {
    if (!existsSync(platform.state(GARBAGE_NOTE))) return;
    const offset = Number(await readFile(platform.state(GARBAGE_NOTE), 'utf8'));
    // Each task that takes over the partition fails, too: then nobody is left in their group, and it can be told where to go on.
    await until(platform, SINK_CONNECTOR, ({ tasks }) => tasks.every(({ state }) => state === 'FAILED'));
    const group = `connect-${SINK_CONNECTOR}`;
    const left = async (): Promise<string | undefined> => {
      const look = await lookAt(platform, group, JOURNAL_TOPIC);
      return look?.members === 0 ? undefined : `it has ${look?.members ?? 'nobody knows how many'} members`;
    };
    await waitUntilNothingMissing(group, left, PATIENCE);
    await operate(platform, { do: 'skip', group, topic: JOURNAL_TOPIC, offset });
    await command(platform, 'POST', `/connectors/${SINK_CONNECTOR}/restart?includeTasks=true&onlyFailed=true`);
    await until(platform, SINK_CONNECTOR, runs);
    await rename(platform.state(GARBAGE_NOTE), platform.state(`${GARBAGE_NOTE}.old`));
  },
  evident: (platform) => isSo(platform, SINK_CONNECTOR, ({ tasks }) => tasks.some(({ state }) => state === 'FAILED')),
};

async function takeSettings(platform: Platform): Promise<void> {
  const file = settingsFile(platform);
  if (existsSync(file)) await rename(file, `${file}.gone`);
}

async function giveSettings(platform: Platform): Promise<void> {
  const file = settingsFile(platform);
  if (existsSync(`${file}.gone`)) await rename(`${file}.gone`, file);
  await command(platform, 'POST', `/connectors/${SOURCE_CONNECTOR}/restart?includeTasks=true`);
}

const unassigned: Fault = {
  name: 'connector-unassigned',
  describe:
    'a file that a connector reads its settings from is gone, and it is restarted: it waits for a worker for ever; repaired by putting the file back',
  async inject(platform) {
    await takeSettings(platform);
    // Said to have failed; its old self is stopped by then.
    await askConnect(platform, 'POST', `/connectors/${SOURCE_CONNECTOR}/restart`);
  },
  repair: giveSettings,
  evident: (platform) => isSo(platform, SOURCE_CONNECTOR, connectorIs('UNASSIGNED')),
};

const failed: Fault = {
  name: 'connector-fails',
  describe:
    'a file that a connector reads its settings from is gone when its worker is restarted: it fails; repaired by putting the file back',
  async inject(platform) {
    if (await isSo(platform, SOURCE_CONNECTOR, connectorIs('FAILED'))) return;
    await takeSettings(platform);
    const status = await connectorStatus(platform, SOURCE_CONNECTOR);
    const host = CONNECT_HOSTS.find((one) => status?.connector.worker_id.startsWith(`${one}:`) === true) ?? FIRST;
    await platform.restart(connectName(host));
  },
  repair: giveSettings,
  evident: (platform) => isSo(platform, SOURCE_CONNECTOR, connectorIs('FAILED')),
};

const IDLE_CONNECTOR = 'fault-mirror';

const withoutTasks: Fault = {
  name: 'connector-without-tasks',
  describe:
    'a connector that is to copy topics of which there are none: it runs and has no tasks; repaired by deleting it',
  inject: (platform) =>
    putConnector(platform, IDLE_CONNECTOR, {
      'connector.class': 'org.apache.kafka.connect.mirror.MirrorSourceConnector',
      'tasks.max': '1',
      'source.cluster.alias': 'there',
      'target.cluster.alias': 'here',
      'source.cluster.bootstrap.servers': kafkaBootstrap().join(','),
      'target.cluster.bootstrap.servers': kafkaBootstrap().join(','),
      topics: 'topics-of-which-there-are-none',
      'emit.offset-syncs.enabled': 'false',
      'sync.topic.acls.enabled': 'false',
      'sync.topic.configs.enabled': 'false',
    }),
  async repair(platform) {
    const remove = async (): Promise<string | undefined> => {
      const { status } = await askConnect(platform, 'DELETE', `/connectors/${IDLE_CONNECTOR}`);
      return status === 204 || status === 404 ? undefined : `status ${status}`;
    };
    await waitUntilNothingMissing(`DELETE ${IDLE_CONNECTOR}`, remove, PATIENCE);
  },
  // Once repaired it is not there.
  evident: async (platform) =>
    (await isSo(platform, IDLE_CONNECTOR, (status) => connectorIs('RUNNING')(status) && status.tasks.length === 0)) ??
    false,
};

/** What its connector reads. */
const TOLERATED_TOPIC = 'events';
const SKIPPED_NOTE = 'fault-connector-skipped.offset';

const skipping: Fault = {
  name: 'connector-skips-records',
  describe:
    'a record that is no JSON comes to a topic whose connector goes on whatever they are like; over when it has gone on',
  async inject(platform) {
    await writeFile(platform.state(SKIPPED_NOTE), String(await writeGarbage(platform, TOLERATED_TOPIC)));
  },
  // Until it has committed that, it may read it again, and put it aside once more.
  async repair(platform) {
    if (!existsSync(platform.state(SKIPPED_NOTE))) return;
    const offset = Number(await readFile(platform.state(SKIPPED_NOTE), 'utf8'));
    const goneOn = async (): Promise<string | undefined> => {
      const look = await lookAt(platform, `connect-${TOLERANT_CONNECTOR}`, TOLERATED_TOPIC);
      const first = look?.partitions.find(({ partition }) => partition === 0);
      return first !== undefined && first.committed > offset ? undefined : `is at ${first?.committed ?? 'no offset'}`;
    };
    await waitUntilNothingMissing(TOLERANT_CONNECTOR, goneOn, PATIENCE);
  },
};

const paused: Fault = {
  name: 'connector-paused',
  describe: 'somebody pauses a connector; repaired by resuming it',
  inject: (platform) => command(platform, 'PUT', `/connectors/${SOURCE_CONNECTOR}/pause`),
  repair: (platform) => command(platform, 'PUT', `/connectors/${SOURCE_CONNECTOR}/resume`),
  evident: (platform) => isSo(platform, SOURCE_CONNECTOR, connectorIs('PAUSED')),
};

const workerKilled: Fault = {
  name: 'connect-worker-killed',
  describe: 'a worker of Kafka Connect is killed: its tasks are still said to run there; repaired by starting it',
  async inject(platform) {
    const name = connectName(SECOND);
    if (platform.pid(name) === undefined) return;
    platform.signal(name, 'SIGKILL');
    await platform.stop(name);
  },
  repair: (platform) => wake(platform, connectName(SECOND)),
  evident: async (platform) => (await askConnect(platform, 'GET', '/', { host: SECOND, seconds: 2 })).status === 0,
};

const hanging: Fault = {
  name: 'connect-hangs',
  describe: 'all workers of Kafka Connect are stopped by SIGSTOP: connections to them hang; repaired by SIGCONT',
  inject(platform) {
    for (const host of CONNECT_HOSTS) platform.signal(connectName(host), 'SIGSTOP');
    return Promise.resolve();
  },
  async repair(platform) {
    for (const host of CONNECT_HOSTS) await wake(platform, connectName(host));
  },
  async evident(platform) {
    const answers = await Promise.all(
      CONNECT_HOSTS.map((host) => askConnect(platform, 'GET', '/', { host, seconds: 2 })),
    );
    return answers.every(({ status }) => status === 0);
  },
};

export const connectFaults: readonly Fault[] = [
  badRecord,
  failed,
  unassigned,
  withoutTasks,
  skipping,
  paused,
  workerKilled,
  hanging,
];
