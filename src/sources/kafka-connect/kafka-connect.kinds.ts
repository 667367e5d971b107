import type { Edge } from '../../model/edges.js';
import type { Connector } from '../../model/kafka-connect.js';
import { referenceTo, resourceId, systemId } from '../../model/ids.js';
import { type KindDefinition, defineInterest, defineKind } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import { edgesToHost, edgesToPods } from '../../model/placement.js';

const connectKind = defineKind({
  kind: ResourceKind.KAFKA_CONNECT,
  edges: ({ placement, workers, kafka }) => [
    ...(kafka === null
      ? []
      : [{ name: 'bootstrap', to: referenceTo(ResourceKind.KAFKA, kafka, null, kafka) } as const]),
    ...edgesToPods(placement),
    ...workers.flatMap(({ host }) => edgesToHost(placement, host)),
  ],
  parent: () => systemId('kafka-connects'),
  vitalMembers: [ResourceKind.CONNECTOR],
  // The source leads to its cluster by its edge `endpoint`, and says how well it sees it.
  interests: [
    defineInterest({
      kind: ResourceKind.SOURCE,
      edge: 'endpoint',
      direction: 'from',
      digest: ({ state, message }) => `${state}/${message ?? ''}`,
    }),
  ],
});

/** To what it has in Kafka, where that is watched too. */
function edgesToKafka({ kafka, consumerGroupName, deadLetterTopic }: Connector): readonly Edge[] {
  if (kafka === null) return [];
  const edges: Edge[] = [];
  if (consumerGroupName !== null)
    edges.push({ name: 'sinkGroup', to: referenceTo(ResourceKind.CONSUMER_GROUP, kafka, null, consumerGroupName) });
  if (deadLetterTopic !== null)
    edges.push({ name: 'deadLetters', to: referenceTo(ResourceKind.TOPIC, kafka, null, deadLetterTopic) });
  return edges;
}

const connectorKind = defineKind({
  kind: ResourceKind.CONNECTOR,
  interests: [
    defineInterest({
      kind: ResourceKind.TOPIC,
      edge: 'deadLetters',
      direction: 'to',
      digest: ({ written }) => written,
    }),
  ],
  edges: (connector) => [
    { name: 'connect', to: resourceId(ResourceKind.KAFKA_CONNECT, connector.system, connector.system) },
    ...edgesToKafka(connector),
    ...connector.databases.map((name): Edge => ({
      name: 'database',
      to: referenceTo(ResourceKind.DATABASE, name, null, name),
    })),
  ],
  parent: ({ main: { system } }) => resourceId(ResourceKind.KAFKA_CONNECT, system, system),
  vitalMembers: [ResourceKind.CONNECTOR_TASK],
});

const taskKind = defineKind({
  kind: ResourceKind.CONNECTOR_TASK,
  edges: ({ system, connectorName }) => [
    { name: 'connector', to: resourceId(ResourceKind.CONNECTOR, system, connectorName) },
  ],
  parent: ({ main: { system, connectorName } }) => resourceId(ResourceKind.CONNECTOR, system, connectorName),
});

export const kafkaConnectKinds: readonly KindDefinition[] = [connectKind, connectorKind, taskKind];
