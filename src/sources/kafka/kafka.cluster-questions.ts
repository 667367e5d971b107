import {
  type Reader,
  Writer,
  describeConfigsV4,
  describeLogDirsV2,
  describeLogDirsV3,
  describeLogDirsV4,
  describeQuorumV2,
  listPartitionReassignmentsV0,
  metadataV10,
  metadataV11,
  metadataV12,
  metadataV9,
} from '@platformatic/kafka';
import { bounded } from '../../model/bounded.js';
import type {
  BrokerAnswer,
  ClusterAnswer,
  ClusterDescription,
  LogDirAnswer,
  MinInSyncAnswer,
  PartitionAnswer,
  Reassignment,
  TopicAnswer,
} from './kafka.answers.js';
import { type Question, lackOf, readIntegers, readLong, throwIfRefused } from './kafka.question.js';

function readBroker(reader: Reader): BrokerAnswer {
  const [id, host, port, rack] = [reader.readInt32(), reader.readString(), reader.readInt32(), reader.readNullableString()]; // prettier-ignore
  return { id, host: bounded(host), port, rack: bounded(rack) };
}

function readPartition(reader: Reader): PartitionAnswer {
  // Its error says no more than that it has no leader.
  reader.skip(2);
  const [partition, leader] = [reader.readInt32(), reader.readInt32()];
  reader.skip(4);
  const [replicas, inSync] = [readIntegers(reader), readIntegers(reader)];
  // Replicas that are offline: those whose broker is not alive.
  readIntegers(reader);
  return { partition, leader, replicas, inSync };
}

const NO_UUID = '00000000-0000-0000-0000-000000000000';

function readTopic(reader: Reader, version: number): TopicAnswer {
  // Its error says no more than those of its partitions.
  reader.skip(2);
  // Kafka takes none that is half as long.
  const name = bounded(reader.readNullableString() ?? '');
  const uuid = version >= 10 ? reader.readUUID() : NO_UUID;
  const isInternal = reader.readBoolean();
  const partitions = reader.readArray(readPartition);
  reader.skip(4);
  return { name, uuid, isInternal, partitions };
}

function readCluster(reader: Reader, version: number): ClusterAnswer {
  // How long we were held back.
  reader.skip(4);
  const brokers = reader.readArray(readBroker);
  const [clusterId, controllerId] = [bounded(reader.readNullableString()), reader.readInt32()];
  const topics = reader.readArray((item) => readTopic(item, version)).filter(({ name }) => name !== '');
  return { clusterId, controllerId, brokers, topics };
}

const writeMetadata =
  (write: (topics: string[] | null, create: boolean, permissions: boolean) => Writer) => (): Writer =>
    write(null, false, false);

/** All topics, internal ones too, and the brokers that are alive. */
export const clusterQuestion: Question<[], ClusterAnswer> = {
  key: metadataV12.api.key,
  versions: [
    { version: 12, write: writeMetadata(metadataV12.createRequest), read: readCluster },
    { version: 11, write: writeMetadata(metadataV11.createRequest), read: readCluster },
    { version: 10, write: writeMetadata(metadataV10.createRequest), read: readCluster },
    { version: 9, write: writeMetadata(metadataV9.createRequest), read: readCluster },
  ],
};

const CLUSTER_OF_BROKERS = 1;

/** What Kafka answers for operations that nobody asked for, or that nobody knows. */
const NOT_TOLD = -2_147_483_648;
const DESCRIBE = 1 << 8;

function readDescription(reader: Reader, version: number): ClusterDescription {
  reader.skip(4);
  throwIfRefused(reader.readInt16());
  reader.readNullableString();
  if (version >= 1) reader.skip(1);
  reader.readString();
  reader.skip(4);
  const brokers = reader.readArray((item) => ({
    ...readBroker(item),
    isFenced: version >= 2 && item.readBoolean(),
  }));
  const operations = reader.readInt32();
  return {
    registered: version >= 2 ? brokers : null,
    mayDescribe: operations === NOT_TOLD ? null : (operations & DESCRIBE) !== 0,
  };
}

const writeDescription = (version: number) => (): Writer => {
  const request = Writer.create().appendBoolean(true);
  if (version >= 1) request.appendInt8(CLUSTER_OF_BROKERS);
  if (version >= 2) request.appendBoolean(true);
  return request.appendTaggedFields();
};

/** DescribeCluster: what we may do with the cluster, and all its brokers, alive or not, of which only version 2 (Kafka 4.0) tells. */
export const descriptionQuestion: Question<[], ClusterDescription> = {
  key: 60,
  versions: [2, 1, 0].map((version) => ({ version, write: writeDescription(version), read: readDescription })),
};

/** The leader of the controllers (KRaft). */
export const quorumQuestion: Question<[], number> = {
  key: describeQuorumV2.api.key,
  versions: [
    {
      version: 2,
      write: () =>
        describeQuorumV2.createRequest([{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }]),
      read: (reader) => {
        throwIfRefused(reader.readInt16());
        reader.readNullableString();
        // One topic of one partition: of what follows, only its leader is wanted.
        reader.readUnsignedVarInt();
        reader.readString();
        reader.readUnsignedVarInt();
        reader.skip(4);
        throwIfRefused(reader.readInt16());
        reader.readNullableString();
        return reader.readInt32();
      },
    },
  ],
};

function readLogDirs(reader: Reader, version: number): readonly LogDirAnswer[] {
  reader.skip(4);
  if (version >= 3) throwIfRefused(reader.readInt16());
  return reader.readArray((item) => {
    const [errorCode, path] = [item.readInt16(), bounded(item.readString())];
    item.readArray(() => {
      item.readString();
      item.readArray(() => item.skip(21));
    });
    const [totalBytes, usableBytes] = version >= 4 ? [readLong(item), readLong(item)] : [-1, -1];
    return { path, errorCode, totalBytes, usableBytes };
  });
}

/** The log directories of the broker that is asked, without what lies in them. */
export const logDirsQuestion: Question<[], readonly LogDirAnswer[]> = {
  key: describeLogDirsV4.api.key,
  versions: [
    { version: 4, write: () => describeLogDirsV4.createRequest([]), read: readLogDirs },
    { version: 3, write: () => describeLogDirsV3.createRequest([]), read: readLogDirs },
    { version: 2, write: () => describeLogDirsV2.createRequest([]), read: readLogDirs },
  ],
};

const PATIENCE_MS = 1_000;

/** Partitions whose replicas are being changed; the controller answers, whoever is asked. */
export const reassignmentsQuestion: Question<[], readonly Reassignment[]> = {
  key: listPartitionReassignmentsV0.api.key,
  versions: [
    {
      version: 0,
      write: () => listPartitionReassignmentsV0.createRequest(PATIENCE_MS, null as never),
      read: (reader) => {
        reader.skip(4);
        throwIfRefused(reader.readInt16());
        reader.readNullableString();
        return reader.readArray((item) => readReassignments(item)).flat();
      },
    },
  ],
};

function readReassignments(reader: Reader): readonly Reassignment[] {
  const topic = reader.readString();
  return reader.readArray((item) => {
    const partition = item.readInt32();
    readIntegers(item);
    const adding = readIntegers(item);
    readIntegers(item);
    return { topic, partition, adding };
  });
}

const TOPIC_RESOURCE = 2;
const MIN_IN_SYNC = 'min.insync.replicas';

/** How many replicas of each topic must be in sync for it to take writes; topics that are not there are left out. */
export const minInSyncQuestion: Question<[topics: readonly string[]], MinInSyncAnswer> = {
  key: describeConfigsV4.api.key,
  versions: [
    {
      version: 4,
      write: (topics) =>
        describeConfigsV4.createRequest(
          topics.map((resourceName) => ({
            resourceType: TOPIC_RESOURCE,
            resourceName,
            configurationKeys: [MIN_IN_SYNC],
          })),
          false,
          false,
        ),
      read: (reader) => {
        reader.skip(4);
        const read = reader.readArray((item) => readMinInSync(item));
        return {
          values: new Map(read.flatMap(({ topic, value }) => (value === null ? [] : [[topic, value] as const]))),
          forbidden: read.flatMap(({ topic, errorCode }) =>
            lackOf(errorCode) === 'forbidden' ? [bounded(topic)] : [],
          ),
        };
      },
    },
  ],
};

interface TopicMinimum {
  readonly topic: string;
  readonly errorCode: number;
  readonly value: number | null;
}

function readMinInSync(reader: Reader): TopicMinimum {
  const errorCode = reader.readInt16();
  reader.readNullableString();
  reader.skip(1);
  const topic = reader.readString();
  const values = reader.readArray((item) => {
    const [name, value] = [item.readString(), item.readNullableString()];
    // Read only, source, sensitive.
    item.skip(3);
    item.readArray(() => {
      item.readString();
      item.readNullableString();
      item.skip(1);
    });
    item.skip(1);
    item.readNullableString();
    return name === MIN_IN_SYNC ? Number(value) : NaN;
  });
  const value = values.find((number) => Number.isInteger(number));
  return { topic, errorCode, value: errorCode === 0 ? (value ?? null) : null };
}
