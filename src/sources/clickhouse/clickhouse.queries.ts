import { z } from 'zod';
import { bounded } from '../../model/bounded.js';

/** The tables and columns of `system` that a server has: asked once per connection, as features and not by version. */
export type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** What is asked about: other tables are none of our business. */
const TABLES = [
  'replicas',
  'replication_queue',
  'mutations',
  'distribution_queue',
  'disks',
  'merge_tree_settings',
  'replicated_merge_tree_settings',
  'parts',
  'tables',
  'metrics',
  'events',
  'zookeeper_connection',
] as const;

export type SystemTable = (typeof TABLES)[number];

/** One question about one table: a list of rows. */
export interface Question<T> {
  readonly table: SystemTable;
  readonly text: (has: (column: string) => boolean) => string;
  readonly answer: z.ZodType<readonly T[]>;
}

/** Whoever has more tables than this is judged by these. */
export const MOST_ROWS = 20_000;

/** 64-bit numbers come as texts from some versions, flags as numbers or booleans. */
const number = z.union([z.number(), z.string().regex(/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i), z.boolean()]).pipe(z.coerce.number()); // prettier-ignore
const flag = number.transform((value) => value !== 0);
/** A number that may be missing from the text it was looked for in. */
const numberOrNone = z.string().transform((text) => (text === '' ? null : Number(text)));

/** What people have called something, or a version. */
const name = z.string().transform((text) => bounded(text));

const rows = <T extends z.ZodRawShape>(shape: T) => z.array(z.object(shape)).readonly();

const NAMES = { database: name, table: name };

/** Whatever an error says, only its number is fetched: texts may hold anything. */
const CODE = (column: string): string => `extract(${column}, 'Code: ([0-9]+)')`;

export const COLUMNS = `
  SELECT table, name FROM system.columns
   WHERE database = 'system' AND table IN (${TABLES.map((table) => `'${table}'`).join(', ')})`;

export const columnsAnswer = rows({ table: z.string(), name: z.string() });

/** The server's clock and version. Without an answer to this one, the look has failed. */
export const SERVER = 'SELECT version() AS version, toUnixTimestamp(now()) AS serverSeconds, uptime() AS uptimeSeconds';

export const serverAnswer = z
  .tuple([z.object({ version: name, serverSeconds: number, uptimeSeconds: number })])
  .transform(([row]) => row);

/** All replicated tables with what costs nothing: no column here asks Keeper. */
export const tablesQuestion = {
  table: 'replicas',
  text: () => `
    SELECT database, table, is_readonly AS isReadOnly, is_session_expired AS isSessionExpired,
           absolute_delay AS delaySeconds, queue_size AS queueSize, replica_name AS keeperName
      FROM system.replicas LIMIT ${MOST_ROWS}`,
  answer: rows({
    ...NAMES,
    isReadOnly: flag,
    isSessionExpired: flag,
    delaySeconds: number,
    queueSize: number,
    keeperName: name,
  }),
} satisfies Question<unknown>;

/** Asks Keeper for each table: not more often than every 5 minutes, but for a reason. */
export const activeReplicasQuestion = {
  table: 'replicas',
  text: () => `
    SELECT database, table, total_replicas AS totalReplicas, active_replicas AS activeReplicas
      FROM system.replicas LIMIT ${MOST_ROWS}`,
  answer: rows({ ...NAMES, totalReplicas: number, activeReplicas: number }),
} satisfies Question<unknown>;

/** The oldest entry of each queue that fails. */
export const queueQuestion = {
  table: 'replication_queue',
  text: () => `
    SELECT database, table, toUnixTimestamp(now()) - toUnixTimestamp(min(create_time)) AS seconds,
           argMin(${CODE('last_exception')}, create_time) AS error,
           argMin(extract(last_exception, 'e.code.. = ([0-9]+)'), create_time) AS systemError,
           argMin(source_replica, create_time) AS sourceReplica
      FROM system.replication_queue WHERE last_exception != ''
     GROUP BY database, table LIMIT ${MOST_ROWS}`,
  answer: rows({ ...NAMES, seconds: number, error: z.string(), systemError: z.string(), sourceReplica: name }),
} satisfies Question<unknown>;

/** How full the fullest partition of each table is. */
export const partsQuestion = {
  table: 'parts',
  text: () => `
    SELECT database, table, max(n) AS parts, argMax(size, n) / max(n) AS averageBytes, sum(size) AS bytes
      FROM (SELECT database, table, partition_id, count() AS n, sum(bytes_on_disk) AS size
              FROM system.parts WHERE active GROUP BY database, table, partition_id)
     GROUP BY database, table LIMIT ${MOST_ROWS}`,
  answer: rows({ ...NAMES, parts: number, averageBytes: number, bytes: number }),
} satisfies Question<unknown>;

/** Of the whole name: `inactive_parts_to_throw_insert` is another setting, and may stand before it. */
const OWN_LIMIT = (column: string, setting: string): string => `extract(${column}, '[^a-z0-9_]${setting} = ([0-9]+)')`;

/** All tables that have parts, with the limits that are theirs alone. */
export const definitionsQuestion = {
  table: 'tables',
  text: (has) => {
    const definition = has('engine_full') ? 'engine_full' : 'create_table_query';
    return `
    SELECT database, name AS table, engine,
           ${OWN_LIMIT(definition, 'parts_to_delay_insert')} AS partsToDelay,
           ${OWN_LIMIT(definition, 'parts_to_throw_insert')} AS partsToThrow,
           ${OWN_LIMIT(definition, 'max_avg_part_size_for_too_many_parts')} AS largeFromBytes
      FROM system.tables WHERE engine LIKE '%MergeTree' LIMIT ${MOST_ROWS}`;
  },
  answer: rows({
    ...NAMES,
    engine: z.string(),
    partsToDelay: numberOrNone,
    partsToThrow: numberOrNone,
    largeFromBytes: numberOrNone,
  }),
} satisfies Question<unknown>;

const settingsOf = (table: 'merge_tree_settings' | 'replicated_merge_tree_settings') =>
  ({
    table,
    text: () => `
    SELECT name, toString(value) AS value FROM system.${table}
     WHERE name IN ('parts_to_delay_insert', 'parts_to_throw_insert', 'max_avg_part_size_for_too_many_parts')`,
    answer: rows({ name: z.string(), value: z.string() }),
  }) satisfies Question<unknown>;

/** The limits of all tables that have none of their own; replicated ones have another list since 20.6. */
export const settingsQuestion = settingsOf('merge_tree_settings');
export const replicatedSettingsQuestion = settingsOf('replicated_merge_tree_settings');

/** Counters since the start; one that is 0 is left out. */
export const eventsQuestion = {
  table: 'events',
  text: () => `
    SELECT event AS name, value FROM system.events
     WHERE event IN ('DelayedInserts', 'RejectedInserts', 'ReplicatedDataLoss', 'ZooKeeperExceptions',
                     'ZooKeeperHardwareExceptions', 'ZooKeeperOtherExceptions', 'ZooKeeperUserExceptions')`,
  answer: rows({ name: z.string(), value: number }),
} satisfies Question<unknown>;

export const metricsQuestion = {
  table: 'metrics',
  text: () => `
    SELECT metric AS name, value FROM system.metrics WHERE metric IN ('DelayedInserts', 'ZooKeeperSession')`,
  answer: rows({ name: z.string(), value: number }),
} satisfies Question<unknown>;

/** Disks of the machine; what lies in an object store has no end. */
export const disksQuestion = {
  table: 'disks',
  text: (has) => {
    const isLocal = has('is_remote') ? 'NOT is_remote' : has('type') ? "lower(type) = 'local'" : '1';
    return `
    SELECT name, free_space AS freeBytes, total_space AS totalBytes
      FROM system.disks WHERE ${isLocal} AND total_space > 0 LIMIT 1000`;
  },
  answer: rows({ name, freeBytes: number, totalBytes: number }),
} satisfies Question<unknown>;

/** What is not done, by table. Before 19.15 nobody says whether it failed. */
export const mutationsQuestion = {
  table: 'mutations',
  text: (has) => {
    const canFail = has('latest_fail_reason') && has('latest_fail_time');
    const failing = "countIf(latest_fail_reason != '') AS failing";
    const error = `argMax(${CODE('latest_fail_reason')}, latest_fail_time) AS error`;
    return `
    SELECT database, table, count() AS unfinished,
           toUnixTimestamp(now()) - toUnixTimestamp(min(create_time)) AS oldestSeconds,
           ${canFail ? `${failing}, ${error}` : "NULL AS failing, '' AS error"}
      FROM system.mutations WHERE NOT is_done${has('is_killed') ? ' AND NOT is_killed' : ''}
     GROUP BY database, table ORDER BY oldestSeconds DESC LIMIT 1000`;
  },
  answer: rows({
    ...NAMES,
    unfinished: number,
    oldestSeconds: number,
    failing: number.nullable(),
    error: z.string(),
  }),
} satisfies Question<unknown>;

/** Distributed tables that do not get rid of what they have to send. */
export const distributedQuestion = {
  table: 'distribution_queue',
  text: (has) => {
    const broken = has('broken_data_files') ? 'sum(broken_data_files)' : 'NULL';
    return `
    SELECT database, table, max(is_blocked) AS isBlocked, sum(data_files) AS files,
           ${broken} AS brokenFiles, sum(error_count) AS errors
      FROM system.distribution_queue GROUP BY database, table
    HAVING isBlocked > 0 OR errors > 0${has('broken_data_files') ? ' OR brokenFiles > 0' : ''} LIMIT 1000`;
  },
  answer: rows({ ...NAMES, isBlocked: flag, files: number, brokenFiles: number.nullable(), errors: number }),
} satisfies Question<unknown>;

/** The member of the ensemble that its session is with; there is no such table where no ensemble is configured. */
export const keeperQuestion = {
  table: 'zookeeper_connection',
  text: () => "SELECT host, port FROM system.zookeeper_connection WHERE name = 'default' AND host != '' LIMIT 1",
  answer: rows({ host: name, port: number }),
} satisfies Question<unknown>;
