/** What a broker says of the cluster; all of it is as that broker knows it. */
export interface ClusterAnswer {
  readonly clusterId: string | null;
  /** With ZooKeeper, the controller; with KRaft, any broker. */
  readonly controllerId: number;
  /** Those that are alive. */
  readonly brokers: readonly BrokerAnswer[];
  /** Internal ones too. */
  readonly topics: readonly TopicAnswer[];
}

export interface BrokerAnswer {
  readonly id: number;
  readonly host: string;
  readonly port: number;
  readonly rack: string | null;
}

export interface TopicAnswer {
  readonly name: string;
  /** All zeros before Kafka 3.1. */
  readonly uuid: string;
  readonly isInternal: boolean;
  readonly partitions: readonly PartitionAnswer[];
}

export interface PartitionAnswer {
  readonly partition: number;
  /** −1: none. */
  readonly leader: number;
  readonly replicas: readonly number[];
  readonly inSync: readonly number[];
}

export interface RegisteredBroker extends BrokerAnswer {
  /** Registered, and not alive or not ready. */
  readonly isFenced: boolean;
}

/** What a broker says of the cluster to whom asks. */
export interface ClusterDescription {
  /** Null: brokers of that version do not tell. */
  readonly registered: readonly RegisteredBroker[] | null;
  /** Whether we have Describe on the cluster: without it, groups that we may not describe are left out without a word. Null: not told. */
  readonly mayDescribe: boolean | null;
}

/** `min.insync.replicas` of topics that were asked for. */
export interface MinInSyncAnswer {
  readonly values: ReadonlyMap<string, number>;
  /** Topics of which we may not read it. */
  readonly forbidden: readonly string[];
}

/** A group as its coordinator lists it. */
export interface ListedGroup {
  readonly name: string;
  /** Of classic groups: `consumer` for those of consumers, empty for those that only keep offsets. */
  readonly protocol: string;
  /** As Kafka spells it: `Stable`, `Empty`, `PreparingRebalance`, … */
  readonly state: string;
  /** `classic`, `consumer`, `share`, `streams`; empty before Kafka 4.0. */
  readonly type: string;
}

/** A group as its coordinator describes it. */
export interface DescribedGroup {
  readonly name: string;
  readonly errorCode: number;
  readonly state: string;
  readonly members: number;
  /** Topics that its members subscribe to; null where they do not say. */
  readonly subscribed: readonly string[] | null;
}

/** Committed offsets of one group. */
export interface CommittedAnswer {
  readonly name: string;
  readonly errorCode: number;
  readonly topics: readonly TopicOffsets[];
}

/** Offsets of some partitions of a topic, side by side; those that could not be told are left out. */
export interface TopicOffsets {
  readonly topic: string;
  readonly partitions: readonly number[];
  /** −1: none. */
  readonly offsets: readonly number[];
}

/** Partitions to be asked for. */
export interface TopicPartitions {
  readonly topic: string;
  readonly partitions: readonly number[];
}

export interface LogDirAnswer {
  readonly path: string;
  readonly errorCode: number;
  /** −1: the broker does not tell (before Kafka 3.3). */
  readonly totalBytes: number;
  readonly usableBytes: number;
}

/** Partitions whose replicas are being changed: those being added are not yet missed. */
export interface Reassignment {
  readonly topic: string;
  readonly partition: number;
  readonly adding: readonly number[];
}

/** What became of a question that not every broker answers. */
export type Answered<T> = { readonly value: T } | { readonly lack: 'unsupported' | 'forbidden' | 'probe failed' };
