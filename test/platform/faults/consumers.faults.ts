import { rm, writeFile } from 'node:fs/promises';
import { CONSUMERS, type ConsumerGroupName, consumerName, paceFile } from '../components/kafka-life.component.js';
import { kafkaBootstrap } from '../components/kafka.component.js';
import { type Platform } from '../support/platform.js';
import { waitUntilNothingMissing } from '../support/wait.js';
import { type Fault } from './fault.js';
import { type GroupLook, lagOf, lookAt, operate } from './kafka-operator.js';

async function sees(
  platform: Platform,
  group: ConsumerGroupName,
  holds: (look: GroupLook) => boolean,
): Promise<boolean | undefined> {
  const look = await lookAt(platform, group, CONSUMERS[group]);
  return look === undefined ? undefined : holds(look);
}

async function startMember(platform: Platform, group: ConsumerGroupName): Promise<void> {
  if (platform.pid(consumerName(group)) === undefined) await platform.start(consumerName(group));
}

/** A group without members; Kafka forgets one that was killed only when its session is over. */
async function emptied(platform: Platform, group: ConsumerGroupName): Promise<void> {
  await platform.stop(consumerName(group));
  const looked = async (): Promise<string | undefined> =>
    (await sees(platform, group, ({ members }) => members === 0)) ? undefined : `${group} still has members`;
  await waitUntilNothingMissing(group, looked, { within: 60_000, every: 500 });
}

/** More than any look finds of a group that is well: it commits each second. */
const MANY = 30;

const BILLING = 'orders-billing';
const stopped: Fault = {
  name: 'consumer-stopped',
  describe: 'the only member of a consumer group is ended while its topic is written to; repaired by starting it',
  inject: (platform) => platform.stop(consumerName(BILLING)),
  repair: (platform) => startMember(platform, BILLING),
  evident: (platform) => sees(platform, BILLING, (look) => look.members === 0 && lagOf(look) > 0),
};

const SHIPPING = 'orders-shipping';
const stalled: Fault = {
  name: 'consumer-stalled',
  describe: 'the member of a consumer group stays in it and reads nothing more; repaired by letting it read',
  inject: (platform) => writeFile(paceFile(platform, SHIPPING), '0'),
  repair: (platform) => rm(paceFile(platform, SHIPPING), { force: true }),
  evident: (platform) => sees(platform, SHIPPING, (look) => lagOf(look) > MANY),
};

const TRAIL = 'audit-trail';
/** A third of what is written. */
const SLOW = 0.33;
const slow: Fault = {
  name: 'consumer-slow',
  describe: 'the member of a consumer group reads a third of what is written; repaired by letting it read all',
  inject: (platform) => writeFile(paceFile(platform, TRAIL), String(SLOW)),
  repair: (platform) => rm(paceFile(platform, TRAIL), { force: true }),
  evident: (platform) => sees(platform, TRAIL, (look) => lagOf(look) > 5),
};

const ARCHIVE = 'events-archive';
const rewound: Fault = {
  name: 'consumer-rewound',
  describe: 'the offsets of a consumer group are set back to the beginning while it is ended; repaired by starting it',
  async inject(platform) {
    await emptied(platform, ARCHIVE);
    await operate(platform, { do: 'rewind', group: ARCHIVE, topic: CONSUMERS[ARCHIVE] });
  },
  repair: (platform) => startMember(platform, ARCHIVE),
  // Over when it has read again what it had read before.
  evident: (platform) => sees(platform, ARCHIVE, (look) => lagOf(look) > MANY),
};

const dataLost: Fault = {
  name: 'consumer-data-lost',
  describe: 'what a consumer group has not read yet is deleted from its topic; repaired by letting it read on',
  async inject(platform) {
    await writeFile(paceFile(platform, TRAIL), '0');
    const looked = async (): Promise<string | undefined> =>
      (await sees(platform, TRAIL, (look) => lagOf(look) > 5)) ? undefined : 'nothing waits yet';
    await waitUntilNothingMissing(TRAIL, looked, { within: 60_000, every: 500 });
    await operate(platform, { do: 'delete-records', topic: CONSUMERS[TRAIL] });
  },
  repair: (platform) => rm(paceFile(platform, TRAIL), { force: true }),
  evident: (platform) => sees(platform, TRAIL, ({ partitions }) => partitions.some(({ committed, start }) => committed < start)), // prettier-ignore
};

const QUARREL = 'quarrel';
const REBALANCE = 'fault-kafka-rebalance';
const REBALANCING = ['PreparingRebalance', 'CompletingRebalance'];
const rebalancing: Fault = {
  name: 'consumer-rebalancing',
  describe: 'a consumer joins a group whose other member does not hear of it: both wait; repaired by ending them',
  async inject(platform) {
    if (platform.pid(REBALANCE) !== undefined) return;
    const [bootstrap = ''] = kafkaBootstrap();
    const program = [process.execPath, '--import', 'tsx', platform.source('faults', 'kafka-endless-rebalance.main.ts')];
    const { repositoryFolder } = platform.settings;
    const command = platform.inNamespace([...program, QUARREL, bootstrap]);
    await platform.processes.launch(REBALANCE, command, { cwd: repositoryFolder, env: {} });
  },
  repair: (platform) => platform.processes.end(REBALANCE, 2_000),
  async evident(platform) {
    const look = await lookAt(platform, QUARREL, CONSUMERS[TRAIL]);
    // Those that were ended are waited for as well: to join, and then to say who reads what.
    return look?.state === undefined ? undefined : REBALANCING.includes(look.state);
  },
};

export const consumerFaults: readonly Fault[] = [stopped, stalled, slow, rewound, dataLost, rebalancing];
