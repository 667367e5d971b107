import type { Rule } from '../../model/rule.js';
import { loadRules } from './postgres-load.rules.js';
import { reachRules } from './postgres-reach.rules.js';
import { sessionRules } from './postgres-session.rules.js';
import { storageRules } from './postgres-storage.rules.js';

/** Everything that is judged about a PostgreSQL server seen through SQL. */
export const postgresRules: readonly Rule[] = [...reachRules, ...storageRules, ...loadRules, ...sessionRules];
