import type { Broker } from '../model/kafka.js';
import { ResourceKind } from '../model/kinds.js';
import type { Registry } from '../registry/registry.js';

/** A broker by its number. */
export function brokerOf(registry: Registry, system: string, id: number | null): Broker | null {
  const brokers = registry.entries(ResourceKind.BROKER, { system });
  for (const { main } of brokers) if (main.nodeId === id) return main;
  return null;
}
