import { appendFile } from 'node:fs/promises';
import { CompressionTypes } from 'kafkajs';
import { createTopics, kafkaClient } from './kafka-client.js';
import { CONNECTOR_TOPICS, TOPICS } from './kafka-topics.js';

/*
 * Makes the topics and writes to them, once a second, as long as it runs; a line a second goes to a file that a connector
 * reads. What cannot be written is left out: nothing waits, and nothing is kept.
 *
 * Usage: tsx kafka-life.main.ts JOURNAL_FILE HOST:PORT…
 */
const [journal = '', ...brokers] = process.argv.slice(2);
const EVERY = 1_000;

const kafka = kafkaClient('life', brokers);
const producer = kafka.producer({ allowAutoTopicCreation: false });
let written = 0;

function complain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

async function makeTopics(): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  const topics = [...TOPICS, ...CONNECTOR_TOPICS].map(({ topic, partitions }) => ({
    topic,
    numPartitions: partitions,
  }));
  await createTopics(admin, topics);
  await admin.disconnect();
}

function message(topic: string): { key: string; value: string } {
  written += 1;
  return { key: String(written), value: JSON.stringify({ topic, number: written, at: new Date().toISOString() }) };
}

async function write(): Promise<void> {
  const topicMessages = TOPICS.map(({ topic, perSecond }) => ({
    topic,
    messages: Array.from({ length: perSecond }, () => message(topic)),
  }));
  await appendFile(journal, `line after ${written} messages\n`);
  await producer.sendBatch({ topicMessages, compression: CompressionTypes.None });
}

let isWriting = false;

function tick(): void {
  // One at a time: an outage must not pile up.
  if (isWriting) return;
  isWriting = true;
  void write()
    .catch(complain)
    .finally(() => {
      isWriting = false;
    });
}

await makeTopics();
await producer.connect();
setInterval(tick, EVERY);
