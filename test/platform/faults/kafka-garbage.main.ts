import { kafkaClient } from '../life/kafka-client.js';

/*
 * Writes records that are no JSON to the first partition of a topic, and says at which offset the first of them is.
 *
 * Usage: tsx kafka-garbage.main.ts TOPIC HOW_MANY HOST:PORT…
 */
const [topic = '', howMany = '1', ...brokers] = process.argv.slice(2);

const producer = kafkaClient('fault', brokers).producer({ allowAutoTopicCreation: false });
await producer.connect();
const messages = Array.from({ length: Number(howMany) }, () => ({ partition: 0, value: 'this is no JSON' }));
const [written] = await producer.send({ topic, messages });
await producer.disconnect();
process.stdout.write(`${written?.baseOffset ?? ''}\n`);
