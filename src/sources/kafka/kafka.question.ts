import { Reader, type Writer } from '@platformatic/kafka';

/** What brokers are told of who asks. */
export const CLIENT = { name: 'vitals', version: '1' } as const;

/** One request of the protocol in one version: how it is written, and how its answer is read. */
export interface Spoken<A extends readonly unknown[], T> {
  readonly version: number;
  /** False for ApiVersions alone, whose answer is to be read by whoever speaks older versions only. */
  readonly hasTaggedHeader?: false;
  readonly write: (...args: A) => Writer;
  readonly read: (reader: Reader, version: number) => T;
}

/** One request of the protocol, in all versions that we speak, the newest first. */
export interface Question<A extends readonly unknown[], T> {
  readonly key: number;
  readonly versions: readonly Spoken<A, T>[];
}

/** A broker that answers a question as a whole with an error. */
export class RefusedQuestion extends Error {
  constructor(readonly errorCode: number) {
    super(`A broker answers with error ${errorCode}.`);
  }
}

/** A broker that does not know a question, or only in versions that we do not speak. */
export class UnknownQuestion extends Error {}

/** Error codes of the protocol that mean something to us; the rest is "probe failed". */
export const ERROR = {
  NONE: 0,
  TOPIC_AUTHORIZATION_FAILED: 29,
  GROUP_AUTHORIZATION_FAILED: 30,
  CLUSTER_AUTHORIZATION_FAILED: 31,
  UNSUPPORTED_VERSION: 35,
} as const;

const FORBIDDEN: ReadonlySet<number> = new Set([
  ERROR.TOPIC_AUTHORIZATION_FAILED,
  ERROR.GROUP_AUTHORIZATION_FAILED,
  ERROR.CLUSTER_AUTHORIZATION_FAILED,
]);

export function lackOf(errorCode: number): 'unsupported' | 'forbidden' | 'probe failed' {
  if (FORBIDDEN.has(errorCode)) return 'forbidden';
  return errorCode === ERROR.UNSUPPORTED_VERSION ? 'unsupported' : 'probe failed';
}

export function throwIfRefused(errorCode: number): void {
  if (errorCode !== ERROR.NONE) throw new RefusedQuestion(errorCode);
}

/**
 * A reader of the same bytes in one piece: over the pieces in which they came, every number that is read would be looked for
 * from the first piece on.
 */
export function inOnePiece(reader: Reader): Reader {
  return Reader.from(reader.buffer.slice(reader.position));
}

export function readIntegers(reader: Reader): readonly number[] {
  return reader.readArray((item) => item.readInt32(), true, false);
}

/** Beyond 2^53 no offset was ever seen. */
export function readLong(reader: Reader): number {
  return Number(reader.readInt64());
}
