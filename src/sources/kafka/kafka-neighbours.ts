import type { TopicPartition } from '../../model/kafka.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Seen } from '../../model/rule.js';
import type { SightState, Source } from '../../model/source.js';

export type KafkaSeen = Seen<ResourceKind.KAFKA>;
export type BrokerSeen = Seen<ResourceKind.BROKER>;
export type TopicSeen = Seen<ResourceKind.TOPIC>;
export type GroupSeen = Seen<ResourceKind.CONSUMER_GROUP>;

/** The source that asks a cluster. */
export function sourceOf(kafka: KafkaSeen): Source | undefined {
  return kafka.from('endpoint', ResourceKind.SOURCE)[0]?.main;
}

export function reachOf(seen: BrokerSeen | GroupSeen): SightState {
  return (seen as BrokerSeen).aspect('reach')?.facts.state ?? 'starting';
}

/** Whether a broker serves nobody: the cluster does not count on it, or it does not answer. */
export function isMissing(broker: BrokerSeen): boolean {
  return !broker.main.isAlive || reachOf(broker) === 'lost';
}

/** Brokers whose replicas are missed: those that are being added are not, yet. */
export function missedReplicas({ replicas, inSync, adding }: TopicPartition): readonly number[] {
  return replicas.filter((id) => !inSync.includes(id) && !adding.includes(id));
}

export function isOffline({ leader }: TopicPartition): boolean {
  return leader === null;
}

export function isBelowMinimum({ inSync }: TopicPartition, minimum: number | null): boolean {
  return minimum !== null && inSync.length < minimum;
}

/** How many replicas it is to have: those that are being added are none, yet. */
export function replicationFactor({ replicas, adding }: TopicPartition): number {
  return replicas.filter((id) => !adding.includes(id)).length;
}

/** No more replicas than there are can be in sync: however well its brokers are, it stays below the minimum. */
export function isDoomed(partition: TopicPartition, minimum: number | null): boolean {
  return minimum !== null && replicationFactor(partition) < minimum;
}

/** What a finding is about that only another configuration clears: no broker is behind it. */
export const BY_CONFIGURATION = 'configuration';

export function isPreferred({ leader, replicas }: TopicPartition): boolean {
  return leader === null || leader === replicas[0];
}

const MOST_NAMED = 5;

/** Numbers as people list them: the first few, and how many more. */
export function listed(names: readonly (string | number)[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}
