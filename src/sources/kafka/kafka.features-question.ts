import { type Reader, apiVersionsV3 } from '@platformatic/kafka';
import { CLIENT, type Question, readLong, throwIfRefused } from './kafka.question.js';

/** In what a broker says of versions: what they have agreed upon, and how often that has changed. */
const EPOCH_TAG = 1;
const FINALIZED_TAG = 2;

const METADATA_VERSION = 'metadata.version';

/** Levels of `metadata.version` in their order, the first is level 1 (KIP-778; MetadataVersion.java, as of Kafka 4.2). */
const LEVELS = [
  ...['3.0-IV1', '3.1-IV0', '3.2-IV0', '3.3-IV0', '3.3-IV1', '3.3-IV2', '3.3-IV3', '3.4-IV0', '3.5-IV0', '3.5-IV1'],
  ...['3.5-IV2', '3.6-IV0', '3.6-IV1', '3.6-IV2', '3.7-IV0', '3.7-IV1', '3.7-IV2', '3.7-IV3', '3.7-IV4', '3.8-IV0'],
  ...['3.9-IV0', '4.0-IV0', '4.0-IV1', '4.0-IV2', '4.0-IV3', '4.1-IV0', '4.1-IV1', '4.2-IV0', '4.2-IV1'],
];

/** The level of metadata that the brokers have agreed upon; null: on none, as with ZooKeeper. */
export const metadataLevelQuestion: Question<[], number | null> = {
  key: apiVersionsV3.api.key,
  versions: [
    {
      version: apiVersionsV3.api.version,
      hasTaggedHeader: false,
      // The client's own reader skips what was agreed upon.
      write: () => apiVersionsV3.createRequest(CLIENT.name, CLIENT.version),
      read: (reader) => {
        throwIfRefused(reader.readInt16());
        reader.readArray((item) => item.skip(6));
        reader.skip(4);
        return readMetadataLevel(reader);
      },
    },
  ],
};

function readMetadataLevel(reader: Reader): number | null {
  let [epoch, level] = [-1, null as number | null];
  for (let left = reader.readUnsignedVarInt(); left > 0; left -= 1) {
    const [tag, size] = [reader.readUnsignedVarInt(), reader.readUnsignedVarInt()];
    const end = reader.position + size;
    if (tag === EPOCH_TAG) epoch = readLong(reader);
    if (tag === FINALIZED_TAG) level = readFinalized(reader);
    reader.skip(end - reader.position);
  }
  return epoch < 0 ? null : level;
}

function readFinalized(reader: Reader): number | null {
  const features = reader.readArray((item) => {
    const feature = { name: item.readString(), level: item.readInt16() };
    item.skip(2);
    return feature;
  });
  return features.find(({ name }) => name === METADATA_VERSION)?.level ?? null;
}

/** A level as `kafka-features.sh` calls it. One that is newer than this program is told by its number. */
export function describeMetadataLevel(level: number): string {
  const release = LEVELS[level - 1];
  return release === undefined ? `metadata level ${level}` : `metadata ${release}`;
}
