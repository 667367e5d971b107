import type { DatabaseDisk, DistributedQueue, UnfinishedMutations } from '../../model/clickhouse.js';
import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Direction, Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, NUMERIC_CLEAR, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { HOUR, type Milliseconds, SECOND } from '../../model/time.js';
import { percent, size } from '../amounts.js';
import { counted } from '../counted.js';
import { untoldWithout } from '../untold.js';
import { increaseReading, partsFinding, partsShare, reading, recentIncrease } from './clickhouse.figures.js';

/** A server with thousands of tables in trouble names so many of them. */
const MOST_NAMED = 20;

const disks = defineRule({
  kind: ResourceKind.DATABASE_REPLICA,
  signal: SignalName.DATABASE_REPLICA_DISK,
  title: 'Free disk space',
  description: 'What is free of each local disk, as the server sees it (after Netdata). Object stores have no end.',
  unit: Unit.RATIO,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_DISK_LOW: { warnAt: 0.2, criticalAt: 0.1 } },
  howToEnable: 'ClickHouse 19.15 or newer: system.disks.',
  judge: ({ main }, { DATABASE_DISK_LOW: { warnAt, criticalAt } }) => {
    if (main.disks === null) return untoldWithout(main.unavailable, 'disks');
    const low = main.disks.filter((disk) => freeShare(disk) < warnAt);
    return {
      findings: low.map((disk) => ({
        reason: FindingReason.DATABASE_DISK_LOW,
        subject: disk.name,
        severity: freeShare(disk) < criticalAt ? Severity.CRITICAL : Severity.WARNING,
        message: `${percent(freeShare(disk))} of ${size(disk.totalBytes)} is free on disk "${disk.name}".`,
        advice: 'Look at which tables grow (system.parts), at TTLs, or enlarge the disk: merges need room as well.',
        clearAfter: NUMERIC_CLEAR,
      })),
    };
  },
  measure: (replica) => {
    if (replica.main.disks === null) return [reading(replica, 'disks', null)];
    return replica.main.disks.map((disk) => ({ ...reading(replica, 'disks', freeShare(disk)), subject: disk.name }));
  },
});

function freeShare({ freeBytes, totalBytes }: DatabaseDisk): number {
  return freeBytes / totalBytes;
}

const mutations = defineRule({
  kind: ResourceKind.DATABASE_REPLICA,
  signal: SignalName.DATABASE_MUTATIONS,
  title: 'Mutations',
  description: 'A mutation that fails, or is not done for an hour, is a WARNING (after Altinity).',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { MUTATION_STUCK: { stuckAfter: HOUR } },
  judge: ({ main }, { MUTATION_STUCK: { stuckAfter } }) => {
    if (main.mutations === null) return untoldWithout(main.unavailable, 'mutations');
    const stuck = main.mutations.filter((one) => isStuck(one, stuckAfter));
    return { findings: stuck.slice(0, MOST_NAMED).map(mutationFinding) };
  },
  // Nothing to do is done at once.
  measure: (replica) => [reading(replica, 'mutations', replica.main.mutations && oldestOf(replica.main.mutations))],
});

function isStuck({ oldestSeconds, failing }: UnfinishedMutations, stuckAfter: Milliseconds): boolean {
  return (failing ?? 0) > 0 || oldestSeconds * SECOND > stuckAfter;
}

function oldestOf(unfinished: readonly UnfinishedMutations[]): number {
  return Math.max(0, ...unfinished.map(({ oldestSeconds }) => oldestSeconds));
}

function mutationFinding({ table, count, oldestSeconds, failing, error }: UnfinishedMutations): Candidate {
  const age = describeDuration(Math.max(0, oldestSeconds) * SECOND);
  const why =
    (failing ?? 0) > 0
      ? `, and ${counted(failing ?? 0, 'fails', 'fail')}${error === null ? '' : ` with ${error}`}`
      : '';
  return {
    reason: FindingReason.MUTATION_STUCK,
    subject: table,
    severity: Severity.WARNING,
    message: `${counted(count, `mutation of table ${table} is`, `mutations of table ${table} are`)} not done, the oldest for ${age}${why}.`, // prettier-ignore
    advice:
      'Look at system.mutations and its latest_fail_reason; one that can never succeed is ended by KILL MUTATION.',
  };
}

const distributed = defineRule({
  kind: ResourceKind.DATABASE_REPLICA,
  signal: SignalName.DATABASE_DISTRIBUTED_SENDS,
  title: 'Distributed sends',
  description: 'Rows for other shards whose sending is blocked, or files of them that are broken, are a WARNING.',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { DISTRIBUTED_SEND_BLOCKED: {} },
  howToEnable: 'ClickHouse 20.3 or newer: system.distribution_queue.',
  judge: ({ main }) => {
    if (main.distributedQueues === null) return untoldWithout(main.unavailable, 'distributedQueues');
    const blocked = main.distributedQueues.filter((queue) => queue.isBlocked || (queue.brokenFiles ?? 0) > 0);
    return { findings: blocked.slice(0, MOST_NAMED).map(distributedFinding) };
  },
  measure: (replica) => {
    const { distributedQueues: queues } = replica.main;
    const files = queues && queues.reduce((sum, queue) => sum + queue.files + (queue.brokenFiles ?? 0), 0);
    return [reading(replica, 'distributedQueues', files)];
  },
});

function distributedFinding({ table, isBlocked, files, brokenFiles }: DistributedQueue): Candidate {
  const broken = (brokenFiles ?? 0) > 0 ? `${counted(brokenFiles ?? 0, `file of table ${table} is broken and was`, `files of table ${table} are broken and were`)} put aside` : null; // prettier-ignore
  const blocked = isBlocked
    ? `sends of table ${table} are stopped, and ${counted(files, 'file waits', 'files wait')}`
    : null;
  const message = [broken, blocked].filter((part) => part !== null).join('; ');
  return {
    reason: FindingReason.DISTRIBUTED_SEND_BLOCKED,
    subject: table,
    severity: Severity.WARNING,
    message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
    advice: 'SYSTEM START DISTRIBUTED SENDS lets them go on; broken files lie in the folder "broken" of the table.',
  };
}

const loss = defineRule({
  kind: ResourceKind.DATABASE_REPLICA,
  signal: SignalName.DATABASE_DATA_LOSS,
  title: 'Lost parts',
  description: 'Parts that the server gave up over the last hour because no replica has them (ReplicatedDataLoss).',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { REPLICATED_DATA_LOSS: { window: HOUR } },
  judge: (replica, { REPLICATED_DATA_LOSS: { window } }, now) => {
    const grown = recentIncrease(replica, 'lostParts', window, now) ?? 0;
    if (grown === 0) return null;
    return {
      findings: [
        {
          reason: FindingReason.REPLICATED_DATA_LOSS,
          severity: Severity.CRITICAL,
          message: `${counted(grown, 'part was', 'parts were')} given up within ${describeDuration(window)}: no replica has the data.`, // prettier-ignore
          advice: 'Look for "is lost forever" in its log, and insert that data again.',
        },
      ],
    };
  },
  measure: (replica, { REPLICATED_DATA_LOSS: { window } }, now) => [
    increaseReading(replica, recentIncrease(replica, 'lostParts', window, now)),
  ],
});

const parts = defineRule({
  kind: ResourceKind.DATABASE_REPLICA,
  signal: SignalName.DATABASE_PARTS,
  title: 'Parts of other tables',
  description:
    'The fullest partition of a table that is not replicated, against the parts from which its server delays inserts.',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { PARTS_NEAR_LIMIT: { warnAt: 0.8, throwShare: 0.8 } },
  judge: ({ main }, { PARTS_NEAR_LIMIT: limit }) => {
    const full = (main.plainTables ?? []).map((one) => partsFinding(one.table, `of ${one.table}`, one, limit));
    return {
      findings: full.filter((finding) => finding !== null).slice(0, MOST_NAMED),
      ...untoldWithout(main.unavailable, 'plainTables'),
    };
  },
  measure: (replica) => {
    const { plainTables } = replica.main;
    if (plainTables === null) return [reading(replica, 'plainTables', null)];
    return plainTables.slice(0, MOST_NAMED).map((one) => ({
      subject: one.table,
      value: partsShare(one),
      unavailable: 'unsupported',
      observedAt: replica.observedAt,
    }));
  },
});

export const storageRules: readonly Rule[] = [disks, mutations, distributed, loss, parts];
