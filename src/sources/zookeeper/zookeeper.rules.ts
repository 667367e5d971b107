import type { Rule } from '../../model/rule.js';
import { ensembleRules } from './zookeeper-ensemble.rules.js';
import { latencyRules } from './zookeeper-latency.rules.js';
import { memberRules } from './zookeeper-member.rules.js';

/** Everything that is judged about ZooKeeper. */
export const zookeeperRules: readonly Rule[] = [...ensembleRules, ...memberRules, ...latencyRules];
