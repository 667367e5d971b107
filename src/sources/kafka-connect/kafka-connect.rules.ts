import type { Rule } from '../../model/rule.js';
import { clusterRules } from './connect-cluster.rules.js';
import { skippedRules } from './connector-skipped.rules.js';
import { taskRules } from './connector-task.rules.js';
import { connectorRules } from './connector.rules.js';

/** Everything that is judged about Kafka Connect. */
export const kafkaConnectRules: readonly Rule[] = [...clusterRules, ...connectorRules, ...skippedRules, ...taskRules];
