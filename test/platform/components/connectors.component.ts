import { writeFile } from 'node:fs/promises';
import { DEAD_LETTER_TOPIC, JOURNAL_TOPIC } from '../life/kafka-topics.js';
import { type Component, type Platform } from '../support/platform.js';
import { connectName } from './connect.component.js';
import { askConnect, connectorStatus } from './connect-rest.js';
import { CONNECT_HOSTS } from './kafka-addresses.js';
import { journalFile } from './kafka-life.component.js';

const FILE = 'org.apache.kafka.connect.file.FileStream';

/** Reads a file, line by line, into a topic. */
export const SOURCE_CONNECTOR = 'journal-import';
/** Writes that topic to another file; stops at the first record that it cannot read. */
export const SINK_CONNECTOR = 'journal-export';
/** Goes on whatever a record is like, and puts those that it cannot read aside. */
export const TOLERANT_CONNECTOR = 'events-export';

/** Where the source reads the name of its topic, as others read their passwords. */
export function settingsFile(platform: Platform): string {
  return platform.state('connectors.properties');
}

type Configuration = Readonly<Record<string, string>>;

function configurationOf(platform: Platform, name: string): Configuration {
  const all: Readonly<Record<string, Configuration>> = {
    [SOURCE_CONNECTOR]: {
      'connector.class': `${FILE}SourceConnector`,
      'tasks.max': '1',
      file: journalFile(platform),
      topic: `\${file:${settingsFile(platform)}:topic}`,
    },
    [SINK_CONNECTOR]: {
      'connector.class': `${FILE}SinkConnector`,
      'tasks.max': '2',
      file: platform.state('connectors.journal.out'),
      topics: JOURNAL_TOPIC,
    },
    [TOLERANT_CONNECTOR]: {
      'connector.class': `${FILE}SinkConnector`,
      'tasks.max': '1',
      file: platform.state('connectors.events.out'),
      topics: 'events',
      'errors.tolerance': 'all',
      'errors.deadletterqueue.topic.name': DEAD_LETTER_TOPIC,
      'errors.deadletterqueue.topic.replication.factor': '3',
      'errors.log.enable': 'false',
    },
  };
  const configuration = all[name];
  if (configuration === undefined) throw new Error(`no connector ${name}`);
  return configuration;
}

const CONNECTORS = [SOURCE_CONNECTOR, SINK_CONNECTOR, TOLERANT_CONNECTOR];

/** Makes a connector, or makes it what it should be. While workers share out their work anew they say 409: later, then. */
export async function putConnector(platform: Platform, name: string, configuration: Configuration): Promise<void> {
  const { status, body } = await askConnect(platform, 'PUT', `/connectors/${name}/config`, { body: configuration });
  if (status === 200 || status === 201 || status === 409) return;
  throw new Error(`PUT /connectors/${name}/config: ${status} ${body}`);
}

async function missingOf(platform: Platform, name: string): Promise<string | undefined> {
  const status = await connectorStatus(platform, name);
  if (status === undefined) {
    await putConnector(platform, name, configurationOf(platform, name));
    return `no connector ${name}`;
  }
  const states = [status.connector, ...status.tasks].map(({ state }) => state);
  return states.length > 1 && states.every((state) => state === 'RUNNING') ? undefined : `${name}: ${states.join(' ')}`;
}

/** From a file into a topic, and from topics into files. */
export const connectors: Component = {
  name: 'connectors',
  needs: ['kafka-life', ...CONNECT_HOSTS.map(connectName)],
  readyWithin: 60_000,
  async start(platform) {
    await writeFile(settingsFile(platform), `topic=${JOURNAL_TOPIC}\n`);
    for (const name of CONNECTORS) await putConnector(platform, name, configurationOf(platform, name));
  },
  async missing(platform) {
    const missing = await Promise.all(CONNECTORS.map((name) => missingOf(platform, name)));
    return missing.find((one) => one !== undefined);
  },
};
