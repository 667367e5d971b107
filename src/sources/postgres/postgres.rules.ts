import type { Rule } from '../../model/rule.js';
import { cpuRules } from './postgres-cpu.rules.js';
import { ioRules } from './postgres-io.rules.js';
import { loadRules } from './postgres-load.rules.js';
import { reachRules } from './postgres-reach.rules.js';
import { sessionRules } from './postgres-session.rules.js';
import { storageRules } from './postgres-storage.rules.js';

/** Everything that is judged about a PostgreSQL server, seen through SQL, and through its machine where that is measured. */
export const postgresRules: readonly Rule[] = [
  ...reachRules,
  ...storageRules,
  ...ioRules,
  ...cpuRules,
  ...loadRules,
  ...sessionRules,
];
