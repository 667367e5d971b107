import type { ZooKeeperMember } from '../../model/zookeeper.js';

/** What a member says of itself; the rest of its facts is configuration. */
export type SeenFacts = Pick<
  ZooKeeperMember,
  | 'address'
  | 'role'
  | 'isServing'
  | 'version'
  | 'outstandingRequests'
  | 'connections'
  | 'znodes'
  | 'watches'
  | 'ephemerals'
  | 'dataBytes'
  | 'syncedFollowers'
  | 'quorumSize'
  | 'latencyCount'
  | 'latencySum'
  | 'unavailable'
>;

/**
 * What one question brought:
 * - `facts`
 * - `idle`: it answers that it serves nobody at present
 * - `refused`: it answers, but not this
 * - `silent`: it closed the connection without a word, which is how ClickHouse Keeper refuses
 * - `garbage`: what came is no answer, or half of one
 */
export type Told =
  | { readonly outcome: 'facts'; readonly facts: SeenFacts }
  | { readonly outcome: 'idle' | 'refused' | 'silent' | 'garbage' };

/** Nothing is known, as of a member that was never seen: all of it is configuration. */
export const NOTHING: SeenFacts = {
  address: null,
  role: null,
  isServing: null,
  version: null,
  outstandingRequests: null,
  connections: null,
  znodes: null,
  watches: null,
  ephemerals: null,
  dataBytes: null,
  syncedFollowers: null,
  quorumSize: null,
  latencyCount: null,
  latencySum: null,
  unavailable: {},
};

export type Fact = Exclude<keyof SeenFacts, 'unavailable' | 'address'>;

/** Facts that only `mntr` tells. */
export const MONITORED: readonly Fact[] = [
  'watches',
  'ephemerals',
  'dataBytes',
  'syncedFollowers',
  'quorumSize',
  'latencyCount',
  'latencySum',
];

/** A member that serves nobody says no more than that. */
export const IDLE: SeenFacts = { ...NOTHING, isServing: false, unavailable: lacking([...MONITORED, 'outstandingRequests', 'connections', 'znodes'], 'probe failed') }; // prettier-ignore

export function lacking(facts: readonly Fact[], why: string): SeenFacts['unavailable'] {
  return Object.fromEntries(facts.map((fact) => [fact, why]));
}
