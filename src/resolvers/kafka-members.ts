import { referenceTo } from '../model/ids.js';
import type { Broker, Kafka } from '../model/kafka.js';
import { ResourceKind } from '../model/kinds.js';
import type { Registry } from '../registry/registry.js';

/** The cluster that something belongs to. */
export function kafkaOf(registry: Registry, system: string): Kafka | null {
  return (registry.resolve(referenceTo(ResourceKind.KAFKA, system, null, system))?.main ?? null) as Kafka | null;
}

/** A broker by its number. */
export function brokerOf(registry: Registry, system: string, id: number | null): Broker | null {
  const brokers = registry.entries(ResourceKind.BROKER, { system });
  for (const { main } of brokers) if (main.nodeId === id) return main;
  return null;
}
