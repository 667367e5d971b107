import { ResourceKind } from '../../model/kinds.js';
import type { SourceDefinition } from '../source.js';
import { kafkaCauses } from './kafka.causes.js';
import { type KafkaConfig, kafkaConfigSchema } from './kafka.config.js';
import { kafkaKinds } from './kafka.kinds.js';
import { kafkaRules } from './kafka.rules.js';
import { KafkaSource } from './kafka.source.js';

/** Kafka clusters: brokers, topics and consumer groups, asked in Kafka's own protocol at intervals. */
export const kafka: SourceDefinition<KafkaConfig> = {
  name: 'kafka',
  endpointKind: ResourceKind.KAFKA,
  configuration: kafkaConfigSchema,
  kinds: kafkaKinds,
  rules: kafkaRules,
  causes: kafkaCauses,
  create: (configuration, context) => new KafkaSource(configuration, context),
};
