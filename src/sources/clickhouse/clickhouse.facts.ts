import type { DatabaseReplica, FailingQueueEntry, TableParts } from '../../model/clickhouse.js';
import type { Instant } from '../../model/time.js';

/** What a replica says of itself; the rest of its facts is configuration. */
export type SeenFacts = Pick<
  DatabaseReplica,
  | 'version'
  | 'startedAt'
  | 'tableCount'
  | 'hasKeeperSession'
  | 'delayedInserts'
  | 'sizeBytes'
  | 'disks'
  | 'mutations'
  | 'distributedQueues'
  | 'counters'
  | 'plainTables'
  | 'keeper'
  | 'unavailable'
>;

/** Nothing is known, as of a replica that was never seen: all of it is configuration. */
export const NOTHING: SeenFacts = {
  version: null,
  startedAt: null,
  tableCount: null,
  hasKeeperSession: null,
  delayedInserts: null,
  sizeBytes: null,
  disks: null,
  mutations: null,
  distributedQueues: null,
  counters: null,
  plainTables: null,
  keeper: null,
  unavailable: {},
};

/** What one replica says of one of its replicated tables. */
export interface SeenTable {
  readonly database: string;
  readonly table: string;
  readonly isReadOnly: boolean;
  readonly delaySeconds: number | null;
  readonly hasNeverSynced: boolean;
  readonly queueSize: number;
  readonly keeperName: string | null;
  readonly failingQueueEntry: FailingQueueEntry | null;
  readonly parts: TableParts | null;
}

/** How many replicas Keeper knows of a table. */
export interface ActiveReplicas {
  readonly total: number;
  readonly active: number;
}

/** All that one look at one replica brought. */
export interface Seen {
  readonly facts: SeenFacts;
  readonly observedAt: Instant;
  /** The server's clock less ours, to the second. */
  readonly clockSkew: number;
  /** By `tableKey`; null: they could not be listed. */
  readonly tables: ReadonlyMap<string, SeenTable> | null;
  /** Tables with parts that are not replicated; null: they could not be listed. */
  readonly plain: ReadonlySet<string> | null;
  /** By `tableKey`; null: not asked this time, or without an answer. */
  readonly active: ReadonlyMap<string, ActiveReplicas> | null;
  /** There may be more tables than `tables` and `plain` name: that one is not among them says nothing. */
  readonly areMore: boolean;
  /** Tables of the server that we may not read, such as `system.parts`. */
  readonly forbidden: readonly string[];
}

/** What a table is called with its database. */
export function tableKey({ database, table }: { readonly database: string; readonly table: string }): string {
  return `${database}.${table}`;
}

/** The usual names of errors that keep replication or mutations from going on. */
const ERROR_NAMES: Readonly<Record<string, string>> = {
  32: 'ATTEMPT_TO_READ_AFTER_EOF',
  40: 'CHECKSUM_DOESNT_MATCH',
  84: 'DIRECTORY_ALREADY_EXISTS',
  86: 'RECEIVED_ERROR_FROM_REMOTE_IO_SERVER',
  198: 'DNS_ERROR',
  209: 'SOCKET_TIMEOUT',
  210: 'NETWORK_ERROR',
  221: 'NO_SUCH_INTERSERVER_IO_ENDPOINT',
  225: 'NO_ZOOKEEPER',
  232: 'NO_SUCH_DATA_PART',
  234: 'NO_REPLICA_HAS_PART',
  236: 'ABORTED',
  241: 'MEMORY_LIMIT_EXCEEDED',
  242: 'TABLE_IS_READ_ONLY',
  243: 'NOT_ENOUGH_SPACE',
  252: 'TOO_MANY_PARTS',
  279: 'ALL_CONNECTION_TRIES_FAILED',
  384: 'PART_IS_TEMPORARILY_LOCKED',
  389: 'INSERT_WAS_DEDUPLICATED',
  395: 'FUNCTION_THROW_IF_VALUE_IS_NON_ZERO',
  999: 'KEEPER_EXCEPTION',
  1000: 'POCO_EXCEPTION',
};

/** An error of the server by its number, with the name that people know where it is a usual one. */
export function errorName(code: string): string | null {
  if (code === '') return null;
  const name = ERROR_NAMES[code];
  return name === undefined ? `error ${code}` : `${name} (${code})`;
}

/** DNS_ERROR, SOCKET_TIMEOUT, NETWORK_ERROR, NO_REPLICA_HAS_PART, ALL_CONNECTION_TRIES_FAILED. */
const WITHOUT_SOURCE: ReadonlySet<string> = new Set(['198', '209', '210', '234', '279']);

/** What the library below it throws of all sorts: which one, the error of the operating system tells. */
const OF_THE_LIBRARY = '1000';
/** ENETUNREACH, ECONNRESET, ETIMEDOUT, ECONNREFUSED, EHOSTUNREACH, as Linux counts them. */
const OF_THE_NETWORK: ReadonlySet<string> = new Set(['101', '104', '110', '111', '113']);

/** Whether an error of a queue says that nobody gives what is to be fetched. */
export function isWithoutSource(code: string, systemCode: string): boolean {
  return code === OF_THE_LIBRARY ? OF_THE_NETWORK.has(systemCode) : WITHOUT_SOURCE.has(code);
}
