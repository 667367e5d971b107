import {
  type Reader,
  type Writer,
  describeProducersV0,
  listOffsetsV6,
  listOffsetsV7,
  listOffsetsV8,
  listOffsetsV9,
} from '@platformatic/kafka';
import type { TopicOffsets, TopicPartitions } from './kafka.answers.js';
import { type Question, lackOf, readLong } from './kafka.question.js';

const NO_REPLICA = -1;
const READ_UNCOMMITTED = 0;
const ANY_EPOCH = -1;

/** Which end of a log. */
export const LATEST = -1n;
export const EARLIEST = -2n;

type OffsetsRequest = Parameters<typeof listOffsetsV9.createRequest>;

const writeOffsets =
  (write: (...request: OffsetsRequest) => Writer) =>
  (which: bigint, topics: readonly TopicPartitions[]): Writer =>
    write(
      NO_REPLICA,
      READ_UNCOMMITTED,
      topics.map(({ topic, partitions }) => ({
        name: topic,
        partitions: partitions.map((partitionIndex) => ({
          partitionIndex,
          currentLeaderEpoch: ANY_EPOCH,
          timestamp: which,
        })),
      })),
    );

function readOffsets(reader: Reader): readonly TopicOffsets[] {
  reader.skip(4);
  return reader.readArray((item) => {
    const topic = item.readString();
    const [partitions, offsets]: [number[], number[]] = [[], []];
    item.readArray(() => {
      const [partition, errorCode] = [item.readInt32(), item.readInt16()];
      item.skip(8);
      const offset = readLong(item);
      item.skip(4);
      if (errorCode !== 0 || offset < 0) return;
      partitions.push(partition);
      offsets.push(offset);
    });
    return { topic, partitions, offsets };
  });
}

/** One end of the logs of partitions that the broker which is asked leads. */
export const offsetsQuestion: Question<[which: bigint, topics: readonly TopicPartitions[]], readonly TopicOffsets[]> = {
  key: listOffsetsV9.api.key,
  versions: [
    { version: 9, write: writeOffsets(listOffsetsV9.createRequest), read: readOffsets },
    { version: 8, write: writeOffsets(listOffsetsV8.createRequest), read: readOffsets },
    { version: 7, write: writeOffsets(listOffsetsV7.createRequest), read: readOffsets },
    { version: 6, write: writeOffsets(listOffsetsV6.createRequest), read: readOffsets },
  ],
};

/** What is known of who writes to a topic; `forbidden`: that may not be asked. */
export interface WritersAnswer {
  readonly topic: string;
  readonly isTransactional: boolean;
  readonly lack: 'unsupported' | 'forbidden' | 'probe failed' | null;
}

/**
 * Whether transactions are written to partitions that the broker which is asked leads: only of producers that have ended
 * one the epoch of its coordinator is known.
 */
export const writersQuestion: Question<[topics: readonly TopicPartitions[]], readonly WritersAnswer[]> = {
  key: describeProducersV0.api.key,
  versions: [
    {
      version: 0,
      write: (topics) =>
        describeProducersV0.createRequest(
          topics.map(({ topic, partitions }) => ({ name: topic, partitionIndexes: [...partitions] })),
        ),
      read: (reader) => {
        reader.skip(4);
        return reader.readArray(readWriters);
      },
    },
  ],
};

function readWriters(reader: Reader): WritersAnswer {
  const topic = reader.readString();
  let [isTransactional, errorCode] = [false, 0];
  reader.readArray(() => {
    reader.skip(4);
    errorCode ||= reader.readInt16();
    reader.readNullableString();
    reader.readArray(() => {
      // Producer, its epoch, its last sequence, its last time.
      reader.skip(24);
      if (reader.readInt32() >= 0) isTransactional = true;
      if (reader.readInt64() >= 0n) isTransactional = true;
    });
  });
  return { topic, isTransactional, lack: errorCode === 0 ? null : lackOf(errorCode) };
}
