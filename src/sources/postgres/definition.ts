import { ResourceKind } from '../../model/kinds.js';
import type { SourceDefinition } from '../source.js';
import { postgresCauses } from './postgres.causes.js';
import { type PostgresConfig, postgresConfigSchema } from './postgres.config.js';
import { postgresKinds } from './postgres.kinds.js';
import { postgresRules } from './postgres.rules.js';
import { PostgresSource } from './postgres.source.js';

/** PostgreSQL servers: asked through SQL at intervals. */
export const postgres: SourceDefinition<PostgresConfig> = {
  name: 'postgres',
  endpointKind: ResourceKind.DATABASE,
  configuration: postgresConfigSchema,
  kinds: postgresKinds,
  rules: postgresRules,
  causes: postgresCauses,
  create: (configuration, context) => new PostgresSource(configuration, context),
};
