import { z } from 'zod';
import { bounded } from '../../model/bounded.js';

/** What a server can say, and to us: asked once per connection, as features and not by version. */
export const capabilitiesSchema = z.object({
  /** Sees what other sessions do: member of pg_monitor or pg_read_all_stats. */
  canSeeSessions: z.boolean(),
  /** pg_locks says since when a session waits (14+). */
  hasWaitStart: z.boolean(),
  /** pg_stat_io (16+). */
  hasIo: z.boolean(),
  /** pg_stat_io counts bytes (18+); before, blocks. */
  hasReadBytes: z.boolean(),
  /** Our session began with a read-only default that was set for its role or database, and hides the server's. */
  isDefaultHidden: z.boolean(),
});

export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** Why a fact is not there, as `unavailable` says it. */
export type Lack = 'unsupported' | 'forbidden' | 'probe failed';

/** One question: it answers with one row, or with a list. */
export interface Question<T> {
  readonly text: (server: Capabilities) => string;
  readonly answer: z.ZodType<T>;
  /** Why there is no point in asking this server; null: there is. */
  readonly lack?: (server: Capabilities) => Lack | null;
}

const COLUMN = (view: string, column: string): string =>
  `EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('pg_catalog.${view}') AND attname = '${column}')`;

/** What roles and databases, given as a condition, have as their read-only default. */
const READ_ONLY_DEFAULTS = (whose: string): string => `
  FROM pg_db_role_setting, unnest(setconfig) AS setting
 WHERE ${whose}
   AND setdatabase IN (0, (SELECT datid FROM pg_stat_get_activity(pg_backend_pid())))
   AND setting LIKE 'default_transaction_read_only=%'`;

export const CAPABILITIES = `
  SELECT pg_has_role('pg_read_all_stats', 'USAGE') AS "canSeeSessions",
         ${COLUMN('pg_locks', 'waitstart')} AS "hasWaitStart",
         ${COLUMN('pg_stat_io', 'reads')} AS "hasIo",
         ${COLUMN('pg_stat_io', 'read_bytes')} AS "hasReadBytes",
         EXISTS (SELECT ${READ_ONLY_DEFAULTS('setrole IN (0, (SELECT oid FROM pg_roles WHERE rolname = session_user))')}
                ) AS "isDefaultHidden"`;

/** What people have called something, or a version. */
const name = z.string().transform((text) => bounded(text));

const oneRow = <T extends z.ZodRawShape>(shape: T) => z.tuple([z.object(shape)]).transform(([row]) => row);

/** The server's clock and settings. Without an answer to this one, the look has failed. */
export const serverQuestion = {
  text: () => `
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "serverAt",
           (extract(epoch FROM pg_postmaster_start_time()) * 1000)::float8 AS "startedAt",
           current_setting('server_version') AS version,
           pg_is_in_recovery() AS "isInRecovery",
           current_setting('max_connections')::int AS maximum,
           current_setting('superuser_reserved_connections')::int
             + coalesce(current_setting('reserved_connections', true)::int, 0) AS reserved`,
  answer: oneRow({
    serverAt: z.number(),
    startedAt: z.number(),
    version: name,
    isInRecovery: z.boolean(),
    maximum: z.number(),
    reserved: z.number(),
  }),
} satisfies Question<unknown>;

/**
 * What sessions other than ours begin with: as set for all roles, else as the server has it. Ours keeps what it began with,
 * and its role may have a default of its own, which says nothing of others.
 */
export const readOnlyQuestion = {
  text: ({ isDefaultHidden }: Capabilities) => `
    SELECT coalesce((SELECT split_part(setting, '=', 2)::bool ${READ_ONLY_DEFAULTS('setrole = 0')}
                      ORDER BY setdatabase DESC LIMIT 1),
                    ${isDefaultHidden ? 'NULL' : "reset_val = 'on'"}) AS "isReadOnly"
      FROM pg_settings
     WHERE name = 'default_transaction_read_only'`,
  answer: oneRow({ isReadOnly: z.boolean().nullable() }),
} satisfies Question<unknown>;

/** What sessions do now. Our own takes a connection, but is no load. */
export const sessionsQuestion = {
  lack: ({ canSeeSessions }: Capabilities) => (canSeeSessions ? null : 'forbidden'),
  text: ({ hasWaitStart }: Capabilities) => `
    SELECT (count(*) FILTER (WHERE backend_type = 'client backend'))::int AS used,
           (count(*) FILTER (WHERE is_active))::int AS active,
           (count(*) FILTER (WHERE is_active AND wait_event IS NULL))::int AS running,
           (count(*) FILTER (WHERE is_active AND wait_event_type = 'IO'))::int AS "waitingOnIo",
           (count(*) FILTER (WHERE is_blocked))::int AS blocked,
           (extract(epoch FROM max(clock_timestamp() - state_change)
             FILTER (WHERE state LIKE 'idle in transaction%')) * 1000)::float8 AS "longestIdleInTransaction",
           (extract(epoch FROM max(clock_timestamp() - waiting_since)
             FILTER (WHERE is_blocked)) * 1000)::float8 AS "longestBlocked"
      FROM (SELECT *,
                   state = 'active' AND is_session AS is_active,
                   wait_event_type = 'Lock' AND is_session AS is_blocked
              FROM (SELECT a.*, w.waiting_since,
                           backend_type IN ('client backend', 'parallel worker')
                             AND a.pid <> pg_backend_pid() AS is_session
                      FROM pg_stat_activity a
                      LEFT JOIN (SELECT pid, min(${hasWaitStart ? 'waitstart' : 'NULL::timestamptz'}) AS waiting_since
                                   FROM pg_locks WHERE NOT granted GROUP BY pid) w ON w.pid = a.pid) AS s) AS s`,
  answer: oneRow({
    used: z.number(),
    active: z.number(),
    running: z.number(),
    waitingOnIo: z.number(),
    blocked: z.number(),
    longestIdleInTransaction: z.number().nullable(),
    longestBlocked: z.number().nullable(),
  }),
} satisfies Question<unknown>;

/** Where the log ends that this server has: written, or replayed. */
const LOG_END = 'CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END';

/** Who follows this server. A reader of logical changes is none: its slot tells of it. */
export const standbysQuestion = {
  lack: sessionsQuestion.lack,
  text: () => `
    SELECT application_name AS name, state,
           CASE WHEN replay_lsn >= ${LOG_END} THEN 0
                ELSE extract(epoch FROM replay_lag) END::float8 AS "lagSeconds"
      FROM pg_stat_replication r
     WHERE state IS DISTINCT FROM 'backup'
       AND NOT EXISTS (SELECT FROM pg_replication_slots WHERE active_pid = r.pid AND slot_type = 'logical')
     ORDER BY application_name, pid`,
  answer: z.array(z.object({ name, state: z.string().nullable(), lagSeconds: z.number().nullable() })),
} satisfies Question<unknown>;

/**
 * How far a standby is behind. It is not behind when all that it received is replayed, however old that is, as long as
 * something sends; without a sender nobody knows what it misses.
 */
export const replayQuestion = {
  text: () => `
    SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL
                WHEN pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn()
                     AND EXISTS (SELECT FROM pg_stat_wal_receiver) THEN 0
                ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000
            END::float8 AS "replayLag"`,
  answer: oneRow({ replayLag: z.number().nullable() }),
} satisfies Question<unknown>;

export const slotsQuestion = {
  text: () => `
    SELECT slot_name AS name, active AS "isActive", wal_status AS "walStatus",
           pg_wal_lsn_diff(${LOG_END}, restart_lsn)::float8 AS "retainedBytes"
      FROM pg_replication_slots
     ORDER BY slot_name`,
  answer: z.array(
    z.object({
      name,
      isActive: z.boolean(),
      walStatus: z.string().nullable(),
      retainedBytes: z.number().nullable(),
    }),
  ),
} satisfies Question<unknown>;

export const wraparoundQuestion = {
  text: () => 'SELECT max(age(datfrozenxid)) / (2 ^ 31) AS wraparound FROM pg_database',
  answer: oneRow({ wraparound: z.number() }),
} satisfies Question<unknown>;

/** Reads since the last reset. Without track_io_timing, nobody took their time. */
export const ioQuestion = {
  lack: ({ hasIo }: Capabilities) => (hasIo ? null : 'unsupported'),
  text: ({ hasReadBytes }: Capabilities) => `
    SELECT ${hasReadBytes ? "sum(read_bytes) / current_setting('block_size')::int" : 'sum(reads)'}::float8 AS "blocksRead",
           CASE WHEN current_setting('track_io_timing')::bool THEN sum(read_time) END AS "blockReadTime"
      FROM pg_stat_io
     WHERE object LIKE '%relation'`,
  answer: oneRow({ blocksRead: z.number(), blockReadTime: z.number().nullable() }),
} satisfies Question<unknown>;

/** Both walk through directories of the server. */
export const databaseSizeQuestion = {
  text: () => 'SELECT sum(pg_database_size(oid))::float8 AS bytes FROM pg_database',
  answer: oneRow({ bytes: z.number() }),
} satisfies Question<unknown>;

export const walSizeQuestion = {
  text: () => 'SELECT coalesce(sum(size), 0)::float8 AS bytes FROM pg_ls_waldir()',
  answer: databaseSizeQuestion.answer,
} satisfies Question<unknown>;
