import { createTopics, kafkaClient } from './kafka-client.js';

/*
 * What operators do to Kafka by hand, one deed a run. Says what it has found as JSON.
 *
 * Usage: tsx kafka-admin.main.ts GIVEN HOST:PORT…, where GIVEN is JSON: { do, … }
 */
type Given =
  | { readonly do: 'look'; readonly group: string; readonly topic: string }
  | { readonly do: 'create-topic'; readonly topic: string; readonly replicas: readonly number[]; readonly minInSync: number }
  | { readonly do: 'delete-topic'; readonly topic: string }
  | { readonly do: 'rewind'; readonly group: string; readonly topic: string }
  | { readonly do: 'skip'; readonly group: string; readonly topic: string; readonly offset: number }
  | { readonly do: 'delete-records'; readonly topic: string }
  | { readonly do: 'delete-group'; readonly group: string }; // prettier-ignore

const [text = '', ...brokers] = process.argv.slice(2);
const given = JSON.parse(text) as Given;
const admin = kafkaClient('operator', brokers).admin();
await admin.connect();
try {
  process.stdout.write(`${JSON.stringify((await work()) ?? null)}\n`);
} finally {
  await admin.disconnect();
}

async function work(): Promise<unknown> {
  switch (given.do) {
    case 'look':
      return look(given.group, given.topic);
    case 'create-topic': {
      const { topic, replicas, minInSync } = given;
      const configEntries = [{ name: 'min.insync.replicas', value: String(minInSync) }];
      const replicaAssignment = [{ partition: 0, replicas: [...replicas] }];
      return createTopics(admin, [{ topic, replicaAssignment, configEntries }]);
    }
    case 'delete-topic': {
      const isThere = (await admin.listTopics()).includes(given.topic);
      return isThere ? admin.deleteTopics({ topics: [given.topic] }) : null;
    }
    case 'rewind':
      return rewind(given.group, given.topic);
    case 'skip': {
      const { group: groupId, topic, offset } = given;
      await admin.setOffsets({ groupId, topic, partitions: [{ partition: 0, offset: String(offset + 1) }] });
      return null;
    }
    case 'delete-records': {
      const { topic } = given;
      const ends = await admin.fetchTopicOffsets(topic);
      return admin.deleteTopicRecords({ topic, partitions: ends.map(({ partition, offset }) => ({ partition, offset })) }); // prettier-ignore
    }
    case 'delete-group': {
      const { groups } = await admin.listGroups();
      return groups.some(({ groupId }) => groupId === given.group) ? admin.deleteGroups([given.group]) : null;
    }
  }
}

/** Of a group in a topic: its state and members, and by partition where it is, and where the log begins and ends. */
async function look(group: string, topic: string): Promise<object> {
  const [offsets, described, committed] = await Promise.all([
    admin.fetchTopicOffsets(topic),
    admin.describeGroups([group]),
    admin.fetchOffsets({ groupId: group, topics: [topic] }),
  ]);
  const [about] = described.groups;
  const byPartition = new Map(committed.flatMap(({ partitions }) => partitions.map((one) => [one.partition, one.offset]))); // prettier-ignore
  return {
    state: about?.state,
    members: about?.members.length,
    partitions: offsets.map(({ partition, low, high }) => ({
      partition,
      committed: Number(byPartition.get(partition) ?? -1),
      start: Number(low),
      end: Number(high),
    })),
  };
}

/** Only a group without members can be told where to go on. */
async function rewind(group: string, topic: string): Promise<null> {
  const offsets = await admin.fetchTopicOffsets(topic);
  await admin.setOffsets({
    groupId: group,
    topic,
    partitions: offsets.map(({ partition, low }) => ({ partition, offset: low })),
  });
  return null;
}
