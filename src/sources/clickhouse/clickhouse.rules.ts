import type { Rule } from '../../model/rule.js';
import { databaseRules } from './clickhouse-database.rules.js';
import { keeperRules } from './clickhouse-keeper.rules.js';
import { replicaRules } from './clickhouse-replica.rules.js';
import { storageRules } from './clickhouse-storage.rules.js';
import { tableRules } from './clickhouse-table.rules.js';

/** Everything that is judged about ClickHouse. */
export const clickHouseRules: readonly Rule[] = [
  ...databaseRules,
  ...replicaRules,
  ...keeperRules,
  ...storageRules,
  ...tableRules,
];
