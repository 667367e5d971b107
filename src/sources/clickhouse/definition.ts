import { ResourceKind } from '../../model/kinds.js';
import type { SourceDefinition } from '../source.js';
import { clickHouseCauses } from './clickhouse.causes.js';
import { type ClickHouseConfig, clickHouseConfigSchema } from './clickhouse.config.js';
import { clickHouseKinds } from './clickhouse.kinds.js';
import { clickHouseRules } from './clickhouse.rules.js';
import { ClickHouseSource } from './clickhouse.source.js';

/** ClickHouse databases: every replica is asked itself, over HTTP, at intervals. */
export const clickhouse: SourceDefinition<ClickHouseConfig> = {
  name: 'clickhouse',
  endpointKind: ResourceKind.DATABASE,
  configuration: clickHouseConfigSchema,
  kinds: clickHouseKinds,
  rules: clickHouseRules,
  causes: clickHouseCauses,
  create: (configuration, context) => new ClickHouseSource(configuration, context),
};
