import { ResourceKind } from '../../model/kinds.js';
import type { SourceDefinition } from '../source.js';
import { zookeeperCauses } from './zookeeper.causes.js';
import { type ZooKeeperConfig, zookeeperConfigSchema } from './zookeeper.config.js';
import { zookeeperKinds } from './zookeeper.kinds.js';
import { zookeeperRules } from './zookeeper.rules.js';
import { ZooKeeperSource } from './zookeeper.source.js';

/** ZooKeeper ensembles: every member is asked itself, in four-letter words, at intervals. */
export const zookeeper: SourceDefinition<ZooKeeperConfig> = {
  name: 'zookeeper',
  endpointKind: ResourceKind.ZOOKEEPER,
  configuration: zookeeperConfigSchema,
  kinds: zookeeperKinds,
  rules: zookeeperRules,
  causes: zookeeperCauses,
  create: (configuration, context) => new ZooKeeperSource(configuration, context),
};
