import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { kafkaClient } from './kafka-client.js';

/*
 * One member of a consumer group: reads a topic and commits. PACE_FILE, where it is there, says how many messages it
 * may read a second; with 0 it stays in its group, and stands still. PROGRESS_FILE says how many it has read.
 *
 * Usage: tsx kafka-consumer.main.ts GROUP TOPIC PACE_FILE PROGRESS_FILE HOST:PORT…
 */
const [group = '', topic = '', paceFile = '', progressFile = '', ...brokers] = process.argv.slice(2);
const LOOK_AGAIN = 500;
const COMMIT_EVERY = 1_000;
const SESSION = 6_000;

const consumer = kafkaClient(group, brokers).consumer({
  groupId: group,
  sessionTimeout: SESSION,
  heartbeatInterval: 1_000,
  rebalanceTimeout: SESSION,
  maxWaitTimeInMs: 500,
  retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 20, restartOnFailure: () => Promise.resolve(true) },
});
let read = 0;

/** Infinity: as fast as they come. */
function pace(): number {
  if (!existsSync(paceFile)) return Infinity;
  const perSecond = Number(readFileSync(paceFile, 'utf8'));
  return Number.isFinite(perSecond) ? perSecond : Infinity;
}

async function waitForTurn(heartbeat: () => Promise<void>): Promise<void> {
  let perSecond = pace();
  while (perSecond === 0) {
    await delay(LOOK_AGAIN);
    await heartbeat();
    perSecond = pace();
  }
  if (perSecond !== Infinity) await delay(1_000 / perSecond);
  await heartbeat();
}

await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  autoCommitInterval: COMMIT_EVERY,
  partitionsConsumedConcurrently: 1,
  eachMessage: async (message) => {
    await waitForTurn(() => message.heartbeat());
    read += 1;
    await writeFile(progressFile, String(read));
  },
});
