import kafkajs from 'kafkajs';
import {
  type Reader,
  consumerGroupDescribeV0,
  describeGroupsV5,
  listGroupsV4,
  listGroupsV5,
  offsetFetchV8,
  offsetFetchV9,
} from '@platformatic/kafka';
import type { CommittedAnswer, DescribedGroup, ListedGroup, TopicOffsets } from './kafka.answers.js';
import { type Question, readLong, throwIfRefused } from './kafka.question.js';

function readListed(reader: Reader, version: number): readonly ListedGroup[] {
  reader.skip(4);
  throwIfRefused(reader.readInt16());
  return reader.readArray((item) => {
    const [name, protocol, state] = [item.readString(), item.readString(), item.readString()];
    return { name, protocol, state, type: version >= 5 ? item.readString() : '' };
  });
}

/** The groups that the broker which is asked coordinates. */
export const groupsQuestion: Question<[], readonly ListedGroup[]> = {
  key: listGroupsV5.api.key,
  versions: [
    { version: 5, write: () => listGroupsV5.createRequest([], []), read: readListed },
    { version: 4, write: () => listGroupsV4.createRequest([], []), read: readListed },
  ],
};

/** Classic groups by name. */
export const classicGroupsQuestion: Question<[names: readonly string[]], readonly DescribedGroup[]> = {
  key: describeGroupsV5.api.key,
  versions: [
    {
      version: 5,
      write: (names) => describeGroupsV5.createRequest([...names], false),
      read: (reader) => {
        reader.skip(4);
        return reader.readArray(readClassic);
      },
    },
  ],
};

function readClassic(reader: Reader): DescribedGroup {
  const [errorCode, name, state] = [reader.readInt16(), reader.readString(), reader.readString()];
  const protocol = reader.readString();
  reader.readString();
  const topics = reader.readArray((item) => {
    item.readString();
    item.readNullableString();
    item.readString();
    item.readString();
    const metadata = item.readBytes();
    item.readBytes();
    return protocol === 'consumer' ? subscriptionOf(metadata) : null;
  });
  reader.skip(4);
  const subscribed = topics.some((ofMember) => ofMember === null) ? null : [...new Set(topics.flatMap((one) => one ?? []))]; // prettier-ignore
  return { name, errorCode, state, members: topics.length, subscribed };
}

/** What a member tells the others in Kafka's own format; one that speaks another tells nobody but them. */
function subscriptionOf(metadata: Buffer): readonly string[] | null {
  if (metadata.length === 0) return null;
  try {
    return kafkajs.AssignerProtocol.MemberMetadata.decode(metadata)?.topics ?? null;
  } catch {
    return null;
  }
}

/** Groups of the protocol that came with Kafka 4.0 (KIP-848). */
export const consumerGroupsQuestion: Question<[names: readonly string[]], readonly DescribedGroup[]> = {
  key: consumerGroupDescribeV0.api.key,
  versions: [
    {
      version: 0,
      write: (names) => consumerGroupDescribeV0.createRequest([...names], false),
      read: (reader) => {
        reader.skip(4);
        return reader.readArray(readConsumerGroup);
      },
    },
  ],
};

function readConsumerGroup(reader: Reader): DescribedGroup {
  const errorCode = reader.readInt16();
  reader.readNullableString();
  const [name, state] = [reader.readString(), reader.readString()];
  reader.skip(8);
  reader.readString();
  const topics = reader.readArray(readConsumerMember);
  reader.skip(4);
  const subscribed = topics.some((ofMember) => ofMember === null) ? null : [...new Set(topics.flatMap((one) => one ?? []))]; // prettier-ignore
  return { name, errorCode, state, members: topics.length, subscribed };
}

/** One that subscribes by a pattern subscribes to what it was given, as far as anybody can tell: that is not told here. */
function readConsumerMember(reader: Reader): readonly string[] | null {
  reader.readString();
  reader.readNullableString();
  reader.readNullableString();
  reader.skip(4);
  reader.readString();
  reader.readString();
  const topics = reader.readArray((item) => item.readString(), true, false);
  const pattern = reader.readNullableString();
  skipAssignment(reader);
  skipAssignment(reader);
  return pattern === null || pattern === '' ? topics : null;
}

function skipAssignment(reader: Reader): void {
  reader.readArray(() => {
    reader.skip(16);
    reader.readString();
    reader.readArray(() => reader.skip(4), true, false);
  });
  reader.readTaggedFields();
}

function readCommitted(reader: Reader): readonly CommittedAnswer[] {
  reader.skip(4);
  // Groups name the same topics over and over: one text for each of those is enough.
  const names = new Map<string, string>();
  return reader.readArray((item) => {
    const name = item.readString();
    const topics = item.readArray(() => readTopicOffsets(item, names));
    return { name, topics, errorCode: item.readInt16() };
  });
}

function readTopicOffsets(reader: Reader, names: Map<string, string>): TopicOffsets {
  const read = reader.readString();
  const topic = names.get(read) ?? read;
  names.set(topic, topic);
  const [partitions, offsets]: [number[], number[]] = [[], []];
  reader.readArray(() => {
    const [partition, offset] = [reader.readInt32(), readLong(reader)];
    reader.skip(4);
    skipText(reader);
    if (reader.readInt16() !== 0) return;
    partitions.push(partition);
    offsets.push(offset);
  });
  return { topic, partitions, offsets };
}

/** What a consumer noted beside its offset is its own. */
function skipText(reader: Reader): void {
  const length = reader.readUnsignedVarInt();
  if (length > 1) reader.skip(length - 1);
}

const ALL_TOPICS = null as never;

/** Everything that the named groups have committed: the broker that is asked has to coordinate them. */
export const committedQuestion: Question<[names: readonly string[]], readonly CommittedAnswer[]> = {
  key: offsetFetchV9.api.key,
  versions: [
    {
      version: 9,
      write: (names) =>
        offsetFetchV9.createRequest(
          names.map((groupId) => ({ groupId, memberId: null, memberEpoch: -1, topics: ALL_TOPICS })),
          false,
        ),
      read: readCommitted,
    },
    {
      version: 8,
      write: (names) =>
        offsetFetchV8.createRequest(
          names.map((groupId) => ({ groupId, memberId: null, memberEpoch: -1, topics: ALL_TOPICS })),
          false,
        ),
      read: readCommitted,
    },
  ],
};
