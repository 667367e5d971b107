import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { KAFKA_HOSTS } from '../components/kafka-addresses.js';
import { askKafka, type KafkaMetadata } from '../components/kafka-metadata.js';
import { kafkaDisk, kafkaName } from '../components/kafka.component.js';
import { run } from '../support/command.js';
import { type Platform } from '../support/platform.js';
import { type Fault, wake } from './fault.js';
import { operate } from './kafka-operator.js';

const [FIRST, SECOND, THIRD] = KAFKA_HOSTS;
const SECOND_ID = 2;

/** What the others know of the cluster. */
async function known(platform: Platform): Promise<KafkaMetadata | undefined> {
  return (await askKafka(platform, FIRST)) ?? (await askKafka(platform, THIRD));
}

async function isMissed(platform: Platform): Promise<boolean> {
  const metadata = await known(platform);
  return metadata !== undefined && !metadata.brokers.includes(SECOND_ID);
}

/** Whether all is led and in sync. */
async function isWhole(platform: Platform): Promise<boolean> {
  const { brokers = [], partitions = [] } = (await known(platform)) ?? {};
  return (
    brokers.length === KAFKA_HOSTS.length &&
    // Led by the first of their replicas: what others took over, the controller gives back after a while.
    partitions.every(({ leader, replicas, inSync }) => leader === replicas[0] && inSync.length === replicas.length)
  );
}

const hanging: Fault = {
  name: 'kafka-broker-hangs',
  describe: 'a broker of Kafka is stopped by SIGSTOP: its connections hang, replicas fall behind; repaired by SIGCONT',
  inject(platform) {
    platform.signal(kafkaName(SECOND), 'SIGSTOP');
    return Promise.resolve();
  },
  repair: (platform) => wake(platform, kafkaName(SECOND)),
  evident: async (platform) => (await isMissed(platform)) || !(await isWhole(platform)),
};

const stopped: Fault = {
  name: 'kafka-broker-stopped',
  describe: 'a broker of Kafka is shut down: what it led, others lead; repaired by starting it',
  inject: (platform) => platform.stop(kafkaName(SECOND)),
  repair: (platform) => startAgain(platform),
  evident: async (platform) => (await isMissed(platform)) || !(await isWhole(platform)),
};

async function startAgain(platform: Platform): Promise<void> {
  if (platform.pid(kafkaName(SECOND)) === undefined) await platform.start(kafkaName(SECOND));
}

const LONELY = 'lonely';

const offline: Fault = {
  name: 'kafka-partition-offline',
  describe: 'the broker that keeps the only replica of a topic is shut down; repaired by starting it',
  async inject(platform) {
    await operate(platform, { do: 'create-topic', topic: LONELY, replicas: [SECOND_ID], minInSync: 1 });
    await platform.stop(kafkaName(SECOND));
  },
  async repair(platform) {
    await startAgain(platform);
    await operate(platform, { do: 'delete-topic', topic: LONELY });
  },
  async evident(platform) {
    const partitions = (await known(platform))?.partitions;
    return partitions?.some(({ topic, leader }) => topic === LONELY && leader < 0);
  },
};

const STRICT = 'strict';
const ALL = [2, 1, 3];

const belowMinimum: Fault = {
  name: 'kafka-below-minimum',
  describe: 'a broker is shut down while a topic wants all three replicas for its writes; repaired by starting it',
  async inject(platform) {
    await operate(platform, { do: 'create-topic', topic: STRICT, replicas: ALL, minInSync: ALL.length });
    await platform.stop(kafkaName(SECOND));
  },
  async repair(platform) {
    await startAgain(platform);
    await operate(platform, { do: 'delete-topic', topic: STRICT });
  },
  async evident(platform) {
    const partitions = (await known(platform))?.partitions;
    return partitions?.some(({ topic, inSync }) => topic === STRICT && inSync.length < ALL.length);
  },
};

const silent: Fault = {
  name: 'kafka-hangs',
  describe: 'all three brokers of Kafka are stopped by SIGSTOP: nobody answers; repaired by SIGCONT',
  inject(platform) {
    for (const host of KAFKA_HOSTS) platform.signal(kafkaName(host), 'SIGSTOP');
    return Promise.resolve();
  },
  async repair(platform) {
    await Promise.all(KAFKA_HOSTS.map((host) => wake(platform, kafkaName(host))));
  },
  evident: async (platform) => (await known(platform)) === undefined,
};

/** Of the disk of the third broker. */
const FULL_PERCENT = 92;

function ballast(platform: Platform): string {
  return join(kafkaDisk(platform), 'ballast');
}

async function freeShare(platform: Platform): Promise<number> {
  const { blocks, bavail } = await statfs(kafkaDisk(platform));
  return bavail / blocks;
}

const diskLow: Fault = {
  name: 'kafka-disk-low',
  describe: `the disk of a broker's logs is filled to ${FULL_PERCENT} % by a file; repaired by removing it`,
  async inject(platform) {
    await rm(ballast(platform), { force: true });
    const { blocks, bavail, bsize } = await statfs(kafkaDisk(platform));
    const bytes = Math.floor((bavail - (blocks * (100 - FULL_PERCENT)) / 100) * bsize);
    await run(['fallocate', '--length', String(bytes), ballast(platform)]);
  },
  repair: (platform) => rm(ballast(platform), { force: true }),
  evident: async (platform) => (await freeShare(platform)) < 0.1,
};

export const kafkaFaults: readonly Fault[] = [hanging, stopped, offline, belowMinimum, silent, diskLow];
