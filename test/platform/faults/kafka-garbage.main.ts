import { kafkaClient } from '../life/kafka-client.js';

/*
 * Writes a record that is no JSON to the first partition of a topic, and says at which offset it is.
 *
 * Usage: tsx kafka-garbage.main.ts TOPIC HOST:PORT…
 */
const [topic = '', ...brokers] = process.argv.slice(2);

const producer = kafkaClient('fault', brokers).producer({ allowAutoTopicCreation: false });
await producer.connect();
const messages = [{ partition: 0, value: 'this is no JSON' }];
const [written] = await producer.send({ topic, messages });
await producer.disconnect();
process.stdout.write(`${written?.baseOffset ?? ''}\n`);
