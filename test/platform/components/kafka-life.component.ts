import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { daemon } from '../support/daemon.js';
import { type Component, type Platform } from '../support/platform.js';
import { scriptCommand } from '../support/script.js';
import { CONNECTOR_TOPICS, TOPICS } from '../life/kafka-topics.js';
import { KAFKA_HOSTS } from './kafka-addresses.js';
import { kafkaBootstrap, kafkaName } from './kafka.component.js';
import { askKafka } from './kafka-metadata.js';

function program(platform: Platform, file: string, ...args: readonly string[]): string[] {
  return scriptCommand(platform.source('life', file), ...args, ...kafkaBootstrap());
}

/** The file that a connector reads. */
export function journalFile(platform: Platform): string {
  return platform.state('kafka-life', 'journal.txt');
}

/** Topics, and a producer that writes about ten messages a second to them. */
const producer = daemon({
  name: 'kafka-life',
  needs: KAFKA_HOSTS.map(kafkaName),
  command: (platform) => program(platform, 'kafka-life.main.ts', journalFile(platform)),
  async missing(platform) {
    const { partitions = [] } = (await askKafka(platform, KAFKA_HOSTS[0])) ?? {};
    const led = new Set(partitions.filter(({ leader }) => leader >= 0).map(({ topic }) => topic));
    const absent = [...TOPICS, ...CONNECTOR_TOPICS].map(({ topic }) => topic).filter((topic) => !led.has(topic));
    return absent.length === 0 ? undefined : `no topic ${absent.join(', ')}`;
  },
});

/** Consumer group → topic. */
export const CONSUMERS = {
  'orders-billing': 'orders',
  'orders-shipping': 'orders',
  'events-archive': 'events',
  'audit-trail': 'audit',
} as const;
export type ConsumerGroupName = keyof typeof CONSUMERS;

/** The component that is a group's only member. */
export function consumerName(group: ConsumerGroupName): string {
  return `kafka-consumer-${group}`;
}

/**
 * In this file a fault says how many messages a second a group's member may read: with 0 it stays a member and stands
 * still. Without the file it reads all that comes.
 */
export function paceFile(platform: Platform, group: ConsumerGroupName): string {
  return platform.state(consumerName(group), 'pace');
}

function consumer(group: ConsumerGroupName): Component {
  const name = consumerName(group);
  const progress = (platform: Platform): string => platform.state(name, 'progress');
  return daemon({
    name,
    needs: ['kafka-life'],
    prepare: (platform) => rm(progress(platform), { force: true }),
    command: (platform) =>
      program(
        platform,
        'kafka-consumer.main.ts',
        group,
        CONSUMERS[group],
        paceFile(platform, group),
        progress(platform),
      ),
    missing: (platform) =>
      Promise.resolve(existsSync(progress(platform)) ? undefined : `${group} has not read anything yet`),
    // What it has read is said once a second; nothing is lost with it.
    patience: 3_000,
  });
}

/** A producer, and consumer groups with one member each. */
export const kafkaLife: readonly Component[] = [
  producer,
  ...(Object.keys(CONSUMERS) as ConsumerGroupName[]).map(consumer),
];
