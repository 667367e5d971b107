import { type KeeperAddress, TablePresence, type TableReplica } from '../../model/clickhouse.js';
import { DatabaseEngine } from '../../model/database.js';
import { FindingReason } from '../../model/finding-reason.js';
import type { CauseDefinition, Step } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Seen } from '../../model/rule.js';
import { type Replica, type Table, copiesOf, newestCount, reachOf } from './clickhouse.figures.js';

const TABLE_TO_REPLICA: Step = { edge: 'copy', direction: 'to', kind: ResourceKind.DATABASE_REPLICA };
const REPLICA_TO_TABLE: Step = { edge: 'copy', direction: 'from', kind: ResourceKind.REPLICATED_TABLE };
const TABLE_TO_DATABASE: Step = { edge: 'tableOf', direction: 'to', kind: ResourceKind.DATABASE };
const REPLICA_TO_DATABASE: Step = { edge: 'replicaOf', direction: 'to', kind: ResourceKind.DATABASE };
const DATABASE_TO_REPLICA: Step = { edge: 'replicaOf', direction: 'from', kind: ResourceKind.DATABASE_REPLICA };
const TO_ENSEMBLE: Step = { edge: 'coordination', direction: 'to', kind: ResourceKind.ZOOKEEPER };
const TO_MEMBERS: Step = { edge: 'ensemble', direction: 'from', kind: ResourceKind.ZOOKEEPER_MEMBER };

type Member = Seen<ResourceKind.ZOOKEEPER_MEMBER>;

function nameOf(seen: Seen): string {
  return (seen as Replica).main.name;
}

function isWithoutSession({ main: { hasKeeperSession } }: Replica): boolean {
  return hasKeeperSession === false;
}

function hasNoSuchTable({ presence }: TableReplica): boolean {
  return presence === TablePresence.MISSING || presence === TablePresence.PLAIN;
}

/**
 * Keeper counts a replica whose table was detached, and none whose table was dropped or never made. Which of them it counts
 * nobody tells: all, where it counts no fewer than there are.
 */
function areCountedWithoutTable(table: Table): boolean {
  const count = newestCount(table);
  return count !== null && count.total >= table.main.replicas.length;
}

/**
 * As many are missing as do not answer or say themselves that they are without a session: those are they. Where nobody is left
 * to count, others went since.
 */
function areAllMissing(table: Table): boolean {
  const count = newestCount(table);
  if (count === null) return false;
  const { replicas } = table.main;
  const readOnly = new Set(replicas.filter(({ isReadOnly }) => isReadOnly === true).map(({ replicaId }) => replicaId));
  const missing = table.all('copy', ResourceKind.DATABASE_REPLICA).filter((replica) => {
    const copy = replicas.find(({ replicaId }) => replicaId === replica.id);
    if (copy === undefined || hasNoSuchTable(copy)) return false;
    return reachOf(replica) === 'lost' || isWithoutSession(replica) || readOnly.has(replica.id);
  });
  const counted = count.total - count.active;
  return count.isOld ? missing.length >= counted : missing.length === counted;
}

/** A database without a replica that answers is its replicas that do not. */
const noReplicaLeft: CauseDefinition = {
  effects: [FindingReason.DATABASE_UNREACHABLE],
  causes: [FindingReason.DATABASE_UNREACHABLE],
  path: [DATABASE_TO_REPLICA],
  holds: (effect, database, _cause, replica) =>
    (database as Seen<ResourceKind.DATABASE>).main.engine === DatabaseEngine.CLICKHOUSE &&
    effect.subject === (replica as Replica).main.shard,
};

/** A copy takes no inserts while the session of its replica is over; exceptions that are past are no reason. */
const withoutSession: CauseDefinition = {
  effects: [FindingReason.REPLICA_READ_ONLY],
  causes: [FindingReason.KEEPER_EXCEPTIONS],
  path: [TABLE_TO_REPLICA],
  holds: ({ subject }, _table, _cause, replica) => subject === nameOf(replica) && isWithoutSession(replica as Replica),
};

/**
 * Keeper counts as active who has a session. A replica that does not answer may not answer us alone: it is one of those that
 * Keeper misses only where nobody else can be meant.
 */
const inactive: CauseDefinition = {
  effects: [FindingReason.REPLICA_MISSING],
  causes: [FindingReason.DATABASE_UNREACHABLE, FindingReason.KEEPER_EXCEPTIONS],
  path: [TABLE_TO_REPLICA],
  holds: (_effect, table, { reason }, replica) =>
    reason === FindingReason.DATABASE_UNREACHABLE
      ? areAllMissing(table as Table)
      : isWithoutSession(replica as Replica),
};

/** … and has the table, ready for inserts. */
const notThere: CauseDefinition = {
  effects: [FindingReason.REPLICA_MISSING],
  causes: [FindingReason.REPLICA_READ_ONLY, FindingReason.REPLICA_TABLE_MISSING],
  path: [],
  holds: (_effect, table, { reason }) =>
    reason === FindingReason.REPLICA_READ_ONLY || areCountedWithoutTable(table as Table),
};

/** A copy without a session fetches nothing. */
const standingStill: CauseDefinition = {
  effects: [FindingReason.REPLICATION_LAGGING],
  causes: [FindingReason.REPLICA_READ_ONLY],
  path: [],
  sameSubject: true,
};

/** What a copy does not get from the replica that has it, which does not answer: its error is of that sort. */
const nobodyToFetchFrom: CauseDefinition = {
  effects: [FindingReason.REPLICATION_LAGGING],
  causes: [FindingReason.DATABASE_UNREACHABLE],
  path: [TABLE_TO_REPLICA],
  holds: ({ subject }, table, _cause, replica) => {
    if (subject === nameOf(replica)) return false;
    const copies = copiesOf(table as Table);
    const entry = copies.find(({ name }) => name === subject)?.failingQueueEntry ?? null;
    if (entry?.isWithoutSource !== true || entry.sourceReplica === null) return false;
    return copies.some(({ name, keeperName }) => name === nameOf(replica) && keeperName === entry.sourceReplica);
  },
};

const INSERTS = [FindingReason.INSERTS_DELAYED, FindingReason.INSERTS_REJECTED] as const;

/** Inserts are delayed and refused for nothing but parts. */
const tooManyParts: CauseDefinition = {
  effects: INSERTS,
  causes: [FindingReason.PARTS_NEAR_LIMIT],
  path: [REPLICA_TO_TABLE],
  holds: (_effect, replica, { subject }) => subject === nameOf(replica),
};

const tooManyPartsOfOthers: CauseDefinition = { effects: INSERTS, causes: [FindingReason.PARTS_NEAR_LIMIT], path: [] };

/** The ensemble serves nobody. */
const noQuorum: CauseDefinition = {
  effects: [FindingReason.KEEPER_EXCEPTIONS],
  causes: [FindingReason.ZOOKEEPER_NO_QUORUM],
  path: [REPLICA_TO_DATABASE, TO_ENSEMBLE],
};

const noQuorumForTables: CauseDefinition = {
  effects: [FindingReason.REPLICA_READ_ONLY, FindingReason.REPLICA_MISSING],
  causes: [FindingReason.ZOOKEEPER_NO_QUORUM],
  path: [TABLE_TO_DATABASE, TO_ENSEMBLE],
  holds: (_effect, table) => copiesOf(table as Table).some(({ isReadOnly }) => isReadOnly === true),
};

/** Vitals knows it by what is configured, and by the address that its answers come from. */
function isAt({ main }: Member, { host, port }: KeeperAddress): boolean {
  return main.port === port && (main.host === host || main.address === host);
}

/**
 * A member that is lost takes the connections to it along; one that is slow lets requests time out. Both is so of the one
 * that the session is with, or was until the trouble began: it is seen with another in the same look, or later.
 */
const member: CauseDefinition = {
  effects: [FindingReason.KEEPER_EXCEPTIONS],
  causes: [FindingReason.ZOOKEEPER_MEMBER_DOWN, FindingReason.OUTSTANDING_REQUESTS_HIGH, FindingReason.ZOOKEEPER_SLOW],
  path: [REPLICA_TO_DATABASE, TO_ENSEMBLE, TO_MEMBERS],
  holds: ({ since }, seen, _cause, other) => {
    const { keeper, formerKeeper, interval } = (seen as Replica).main;
    if (keeper != null && isAt(other as Member, keeper)) return true;
    return formerKeeper != null && formerKeeper.leftAt >= since - interval && isAt(other as Member, formerKeeper);
  },
};

export const clickHouseCauses: readonly CauseDefinition[] = [
  noReplicaLeft,
  withoutSession,
  inactive,
  notThere,
  standingStill,
  nobodyToFetchFrom,
  tooManyParts,
  tooManyPartsOfOthers,
  noQuorum,
  noQuorumForTables,
  member,
];
