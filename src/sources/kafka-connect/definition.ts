import { ResourceKind } from '../../model/kinds.js';
import type { SourceDefinition } from '../source.js';
import { kafkaConnectCauses } from './kafka-connect.causes.js';
import { type KafkaConnectConfig, kafkaConnectConfigSchema } from './kafka-connect.config.js';
import { kafkaConnectKinds } from './kafka-connect.kinds.js';
import { kafkaConnectRules } from './kafka-connect.rules.js';
import { KafkaConnectSource } from './kafka-connect.source.js';

/** Clusters of Kafka Connect: every worker is asked whether it is there, and one of them for all connectors. */
export const kafkaConnect: SourceDefinition<KafkaConnectConfig> = {
  name: 'kafka-connect',
  endpointKind: ResourceKind.KAFKA_CONNECT,
  configuration: kafkaConnectConfigSchema,
  kinds: kafkaConnectKinds,
  rules: kafkaConnectRules,
  causes: kafkaConnectCauses,
  create: (configuration, context) => new KafkaConnectSource(configuration, context),
};
