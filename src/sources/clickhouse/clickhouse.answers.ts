import type { z } from 'zod';
import type { FailingQueueEntry, ReplicaCounters, TableParts } from '../../model/clickhouse.js';
import { DAY, type Instant, SECOND, instant } from '../../model/time.js';
import {
  type ActiveReplicas,
  type Seen,
  type SeenFacts,
  type SeenTable,
  errorName,
  isWithoutSource,
  tableKey,
} from './clickhouse.facts.js';
import type { Lack } from './clickhouse.failure.js';
import * as questions from './clickhouse.queries.js';

/** A value, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly lack: Lack };

/** Whether it may be had the next time. */
export function hasFailed(answer: Answer<unknown>): boolean {
  return 'lack' in answer && answer.lack === 'probe failed';
}

type Rows<Q extends { readonly answer: z.ZodType }> = Answer<z.output<Q['answer']>>;

/** The answers of one look. */
export interface Answers {
  readonly server: z.output<typeof questions.serverAnswer>;
  readonly tables: Rows<typeof questions.tablesQuestion>;
  readonly queue: Rows<typeof questions.queueQuestion>;
  readonly parts: Rows<typeof questions.partsQuestion>;
  readonly definitions: Rows<typeof questions.definitionsQuestion>;
  readonly settings: Rows<typeof questions.settingsQuestion>;
  readonly replicatedSettings: Rows<typeof questions.replicatedSettingsQuestion>;
  readonly events: Rows<typeof questions.eventsQuestion>;
  readonly metrics: Rows<typeof questions.metricsQuestion>;
  readonly disks: Rows<typeof questions.disksQuestion>;
  readonly mutations: Rows<typeof questions.mutationsQuestion>;
  readonly distributed: Rows<typeof questions.distributedQuestion>;
  readonly keeper: Rows<typeof questions.keeperQuestion>;
  /** Null: not asked this time. */
  readonly active: Rows<typeof questions.activeReplicasQuestion> | null;
}

/** Of tables that are not replicated, so many are told: those that have most parts for what they may have. */
const MOST_PLAIN_TABLES = 50;

/**
 * A table that has never been in step is as far behind as the clock reads: its last entry is of 1970. Nobody is really
 * behind for ten years.
 */
const NEVER_SYNCED_SECONDS = (3_653 * DAY) / SECOND;

export function seenOf(answers: Answers, askedAt: Instant, answeredAt: Instant): Seen {
  const { version, serverSeconds, uptimeSeconds } = answers.server;
  const unavailable: Record<string, string> = {};
  const take = <T>(names: readonly string[], answer: Answer<T>): T | null => {
    if ('value' in answer) return answer.value;
    for (const name of names) unavailable[name] = answer.lack;
    return null;
  };
  const parts = take(['parts', 'sizeBytes', 'plainTables'], answers.parts);
  // How many are too many is not known then: a table's own limit may be higher than its server's.
  const areLimitsUntold = [answers.definitions, answers.settings, answers.replicatedSettings].some(hasFailed);
  if (areLimitsUntold) for (const name of ['parts', 'plainTables']) unavailable[name] = 'probe failed';
  const judged = areLimitsUntold ? null : parts;
  const full = partsByTable(judged, answers);
  const queue = take(['queue'], answers.queue);
  const listed = take(['tables', 'tableCount'], answers.tables);
  const tables = listed === null ? null : tablesOf(listed, queue, full);
  const metrics = take(['delayedInserts', 'keeperSession'], answers.metrics);
  const definitions = take(['plainTables'], answers.definitions);
  if (answers.active !== null) take(['activeReplicas'], answers.active);
  const facts: SeenFacts = {
    version,
    startedAt: instant(Math.round(answeredAt - uptimeSeconds * SECOND)),
    tableCount: tables?.size ?? null,
    hasKeeperSession: sessionOf(metrics, listed),
    delayedInserts: metrics === null ? null : valueOf(metrics, 'DelayedInserts'),
    sizeBytes: parts === null ? null : parts.reduce((sum, { bytes }) => sum + bytes, 0),
    disks: take(['disks'], answers.disks),
    mutations: mutationsOf(take(['mutations'], answers.mutations)),
    distributedQueues: distributedOf(take(['distributedQueues'], answers.distributed)),
    counters: countersOf(take(['counters'], answers.events)),
    keeper: take(['keeper'], answers.keeper)?.[0] ?? null,
    plainTables: judged === null || definitions === null ? null : plainTablesOf(definitions, full),
    unavailable,
  };
  const plain = definitions === null ? null : new Set(definitions.filter(isPlain).map(tableKey));
  const active = answers.active !== null && 'value' in answers.active ? activeOf(answers.active.value) : null;
  // The server tells whole seconds: on average half of one more has passed.
  const clockSkew = Math.round((serverSeconds + 0.5) * SECOND - (askedAt + answeredAt) / 2);
  const areMore = [answers.tables, answers.definitions].some(isFull);
  return { facts, observedAt: askedAt, clockSkew, tables, plain, active, areMore, forbidden: forbiddenTables(answers) };
}

/** As long as it may be: which tables are not on it is chance. */
function isFull(answer: Answer<readonly unknown[]>): boolean {
  return 'value' in answer && answer.value.length >= questions.MOST_ROWS;
}

const ASKED: Readonly<Record<Exclude<keyof Answers, 'server'>, { readonly table: questions.SystemTable }>> = {
  tables: questions.tablesQuestion,
  queue: questions.queueQuestion,
  parts: questions.partsQuestion,
  definitions: questions.definitionsQuestion,
  settings: questions.settingsQuestion,
  replicatedSettings: questions.replicatedSettingsQuestion,
  events: questions.eventsQuestion,
  metrics: questions.metricsQuestion,
  disks: questions.disksQuestion,
  mutations: questions.mutationsQuestion,
  distributed: questions.distributedQuestion,
  keeper: questions.keeperQuestion,
  active: questions.activeReplicasQuestion,
};

/** As a GRANT calls them. */
function forbiddenTables(answers: Answers): readonly string[] {
  const names = Object.entries(ASKED).flatMap(([name, { table }]) => {
    const answer = answers[name as keyof typeof ASKED];
    return answer !== null && 'lack' in answer && answer.lack === 'forbidden' ? [`system.${table}`] : [];
  });
  return [...new Set(names)].sort();
}

type Row<K extends keyof Answers> =
  Extract<NonNullable<Answers[K]>, { readonly value: unknown }> extends {
    readonly value: readonly (infer R)[];
  }
    ? R
    : never;

function isPlain({ engine }: Row<'definitions'>): boolean {
  return !engine.startsWith('Replicated') && !engine.startsWith('Shared');
}

function tablesOf(
  listed: readonly Row<'tables'>[],
  queue: readonly Row<'queue'>[] | null,
  full: ReadonlyMap<string, TableParts>,
): ReadonlyMap<string, SeenTable> {
  const failing = new Map((queue ?? []).map((row) => [tableKey(row), row]));
  return new Map(
    listed.map(({ database, table, isReadOnly, isSessionExpired, delaySeconds, queueSize, keeperName }) => {
      const key = tableKey({ database, table });
      const entry = failing.get(key);
      const hasNeverSynced = delaySeconds > NEVER_SYNCED_SECONDS;
      const seen: SeenTable = {
        database,
        table,
        isReadOnly: isReadOnly || isSessionExpired,
        delaySeconds: hasNeverSynced ? null : delaySeconds,
        hasNeverSynced,
        queueSize,
        keeperName: keeperName === '' ? null : keeperName,
        failingQueueEntry: entry === undefined ? null : failingEntryOf(entry),
        parts: full.get(key) ?? null,
      };
      return [key, seen];
    }),
  );
}

function failingEntryOf({ seconds, error, systemError, sourceReplica }: Row<'queue'>): FailingQueueEntry {
  return {
    seconds,
    error: errorName(error),
    isWithoutSource: isWithoutSource(error, systemError),
    sourceReplica: sourceReplica === '' ? null : sourceReplica,
  };
}

/** With the limits that hold for each table: its own, or its server's. */
function partsByTable(
  parts: readonly Row<'parts'>[] | null,
  { definitions, settings, replicatedSettings }: Answers,
): ReadonlyMap<string, TableParts> {
  const general = 'value' in settings ? settings.value : [];
  const forReplicated = 'value' in replicatedSettings ? replicatedSettings.value : general;
  const own = new Map('value' in definitions ? definitions.value.map((row) => [tableKey(row), row]) : []);
  return new Map(
    (parts ?? []).map((row) => {
      const key = tableKey(row);
      const definition = own.get(key);
      const fallback = definition !== undefined && isPlain(definition) ? general : forReplicated;
      const limits: TableParts = {
        parts: row.parts,
        averageBytes: row.averageBytes,
        partsToDelay: limitOf(definition?.partsToDelay, fallback, 'parts_to_delay_insert'),
        partsToThrow: limitOf(definition?.partsToThrow, fallback, 'parts_to_throw_insert'),
        largeFromBytes: limitOf(definition?.largeFromBytes, fallback, 'max_avg_part_size_for_too_many_parts'),
      };
      return [key, limits];
    }),
  );
}

/** 0 is no limit. */
function limitOf(own: number | null | undefined, settings: readonly Row<'settings'>[], name: string): number | null {
  const limit = own ?? Number(settings.find((setting) => setting.name === name)?.value ?? 0);
  return limit > 0 ? limit : null;
}

function plainTablesOf(
  definitions: readonly Row<'definitions'>[],
  full: ReadonlyMap<string, TableParts>,
): SeenFacts['plainTables'] {
  const share = ({ parts, partsToDelay, partsToThrow }: TableParts): number =>
    parts / Math.min(partsToDelay ?? Infinity, partsToThrow ?? Infinity);
  return definitions
    .filter(isPlain)
    .flatMap((row) => {
      const parts = full.get(tableKey(row));
      return parts === undefined ? [] : [{ table: tableKey(row), ...parts }];
    })
    .sort((a, b) => share(b) - share(a))
    .slice(0, MOST_PLAIN_TABLES);
}

/**
 * A session that is over stands in the metrics until something wants a new one; its tables know earlier. Whoever has no
 * replicated table may need none.
 */
function sessionOf(metrics: readonly Row<'metrics'>[] | null, tables: readonly Row<'tables'>[] | null): boolean | null {
  if (tables?.some(({ isSessionExpired }) => isSessionExpired) === true) return false;
  if (metrics === null) return null;
  const isOpen = valueOf(metrics, 'ZooKeeperSession') > 0;
  return isOpen || (tables?.length ?? 0) > 0 ? isOpen : null;
}

/** Those that are 0 are left out, or not. */
function valueOf(values: readonly { readonly name: string; readonly value: number }[], name: string): number {
  return values.find((one) => one.name === name)?.value ?? 0;
}

function countersOf(events: readonly Row<'events'>[] | null): ReplicaCounters | null {
  if (events === null) return null;
  return {
    delayedInserts: valueOf(events, 'DelayedInserts'),
    rejectedInserts: valueOf(events, 'RejectedInserts'),
    hardwareExceptions: valueOf(events, 'ZooKeeperHardwareExceptions'),
    // Before they were told apart (1.1), there was one name for all.
    otherExceptions: valueOf(events, 'ZooKeeperOtherExceptions') + valueOf(events, 'ZooKeeperExceptions'),
    userExceptions: valueOf(events, 'ZooKeeperUserExceptions'),
    lostParts: valueOf(events, 'ReplicatedDataLoss'),
  };
}

function mutationsOf(mutations: readonly Row<'mutations'>[] | null): SeenFacts['mutations'] {
  if (mutations === null) return null;
  return mutations.map((row) => ({
    table: tableKey(row),
    count: row.unfinished,
    oldestSeconds: row.oldestSeconds,
    failing: row.failing,
    error: errorName(row.error),
  }));
}

function distributedOf(queues: readonly Row<'distributed'>[] | null): SeenFacts['distributedQueues'] {
  if (queues === null) return null;
  return queues.map(({ database, table, ...rest }) => ({ table: tableKey({ database, table }), ...rest }));
}

function activeOf(listed: readonly Row<'active'>[]): ReadonlyMap<string, ActiveReplicas> {
  return new Map(
    listed.map(({ totalReplicas: total, activeReplicas: active, ...name }) => [tableKey(name), { total, active }]),
  );
}
