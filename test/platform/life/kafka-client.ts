import { type Admin, type ITopicConfig, Kafka, type KafkaJSError, logLevel } from 'kafkajs';
import { waitUntilNothingMissing } from '../support/wait.js';

const MADE_WITHIN = 30_000;

/** One that gives a broker that hangs up soon and never the cluster. */
export function kafkaClient(clientId: string, brokers: readonly string[]): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 1_000,
    requestTimeout: 3_000,
    retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 20 },
    logLevel: logLevel.ERROR,
  });
}

/**
 * Makes topics, and waits until each partition has a leader. The library's own wait breaks off where the broker that it asks has
 * not heard of a new topic yet.
 */
export async function createTopics(admin: Admin, topics: ITopicConfig[]): Promise<void> {
  await admin.createTopics({ topics, waitForLeaders: false });
  const names = topics.map(({ topic }) => topic);
  await waitUntilNothingMissing('leaders of new topics', () => leaderless(admin, names), { within: MADE_WITHIN });
}

async function leaderless(admin: Admin, names: string[]): Promise<string | undefined> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: names });
    return topics.find(({ partitions }) => partitions.some(({ leader }) => leader < 0))?.name;
  } catch (error) {
    const { retriable, message } = error as KafkaJSError;
    if (retriable) return message;
    throw error;
  }
}
