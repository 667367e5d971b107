import type { Observation } from '../../../src/model/facts.js';
import { type ResourceId, resourceId } from '../../../src/model/ids.js';
import { ResourceKind } from '../../../src/model/kinds.js';
import type { SightState } from '../../../src/model/source.js';
import { type ZooKeeper, type ZooKeeperMember, ZooKeeperRole } from '../../../src/model/zookeeper.js';
import type { LimitSettings } from '../../../src/registry/limit-book.js';
import { platformKinds, platformRecords, platformRules } from '../../../src/sources/platform.js';
import { sourceRules } from '../../../src/sources/source.rules.js';
import { zookeeper } from '../../../src/sources/zookeeper/definition.js';
import { type World, judgedWorld } from '../../support/judged.js';

export const ENSEMBLE = resourceId(ResourceKind.ZOOKEEPER, 'keepers', 'keepers');
export const A = memberId('a');
export const B = memberId('b');
export const C = memberId('c');

function memberId(name: string): ResourceId {
  return resourceId(ResourceKind.ZOOKEEPER_MEMBER, 'keepers', `${name}:2181`);
}

/** What is different about a member: its facts, and how it is reached. */
export type Different = Partial<ZooKeeperMember> & { readonly reach?: SightState };

/** A registry with the kinds and rules of this source, and the rows of the front page. */
export function ensembleWorld(settings: Partial<LimitSettings> = {}): World {
  const world = judgedWorld({
    kinds: [...platformKinds, ...zookeeper.kinds],
    rules: [...platformRules, ...sourceRules, ...zookeeper.rules],
    causes: zookeeper.causes,
    settings,
  });
  return world.see(...platformRecords(() => true, world.clock.now()));
}

/** Reports the ensemble and its members a, b, c, as far as told, seen now. One that is not reached was seen long ago. */
export function see(world: World, members: Readonly<Record<string, Different>>): World {
  const now = world.clock.now();
  const facts: ZooKeeper = {
    id: ENSEMBLE,
    kind: ResourceKind.ZOOKEEPER,
    name: 'keepers',
    system: 'keepers',
    namespace: null,
    labels: {},
    memberCount: Object.keys(members).length,
    placement: null,
  };
  const ensemble: Observation = { id: ENSEMBLE, kind: ResourceKind.ZOOKEEPER, aspect: 'main', facts, observedAt: now };
  const records = Object.entries(members).flatMap(([name, different]) => memberRecords(world, name, different));
  return world.see(ensemble, ...records);
}

/** A calm leader that counts two followers; others follow. */
function memberRecords(world: World, name: string, { reach = 'ok', ...different }: Different): readonly Observation[] {
  const id = memberId(name);
  const now = world.clock.now();
  const isLeader = (different.role ?? ZooKeeperRole.FOLLOWER) === ZooKeeperRole.LEADER;
  const facts: ZooKeeperMember = {
    id,
    kind: ResourceKind.ZOOKEEPER_MEMBER,
    name: `${name}:2181`,
    system: 'keepers',
    namespace: null,
    labels: {},
    host: name,
    port: 2181,
    address: null,
    role: ZooKeeperRole.FOLLOWER,
    isServing: true,
    version: '3.8.0',
    outstandingRequests: 0,
    connections: 1,
    znodes: 5,
    watches: 0,
    ephemerals: 0,
    dataBytes: 176,
    syncedFollowers: isLeader ? 2 : null,
    quorumSize: 3,
    latencyCount: 0,
    latencySum: 0,
    globalOutstandingLimit: 1_000,
    placement: null,
    unavailable: {},
    ...different,
  };
  const message = reach === 'ok' ? null : `${name}:2181 is ${reach}.`;
  const main: Observation = { id, kind: ResourceKind.ZOOKEEPER_MEMBER, aspect: 'main', facts, observedAt: now };
  const side: Observation = {
    id,
    kind: ResourceKind.ZOOKEEPER_MEMBER,
    aspect: 'reach',
    facts: { state: reach, message, stateSince: now },
    observedAt: now,
  };
  return [main, side];
}

export const LEADER: Different = { role: ZooKeeperRole.LEADER };
export const FOLLOWER: Different = {};
export const OBSERVER: Different = { role: ZooKeeperRole.OBSERVER };
export const ALONE: Different = { role: ZooKeeperRole.STANDALONE, quorumSize: 1 };
export const LOST: Different = { reach: 'lost' };
/** It answers that it serves nobody. */
export const IDLE: Different = { role: null, isServing: false, quorumSize: null, outstandingRequests: null };
