import { type TableReplica, TablePresence } from '../../model/clickhouse.js';
import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Direction, Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Measurement, NUMERIC_CLEAR, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { MINUTE, type Milliseconds, SECOND } from '../../model/time.js';
import { counted } from '../counted.js';
import { isUntold } from '../untold.js';
import { type Table, copiesOf, newestCount, partsFinding, partsShare } from './clickhouse.figures.js';

/** A reading of one copy; without a value, why it is not there. */
function ofCopy(copy: TableReplica, fact: string, value: number | null, otherwise = 'probe failed'): Measurement {
  return { subject: copy.name, value, unavailable: copy.unavailable[fact] ?? otherwise, observedAt: copy.observedAt };
}

/** Whether the copy on the replica of that name did not tell one of these facts. */
function isUntoldOf(table: Table, name: string | null | undefined, ...facts: readonly string[]): boolean {
  return copiesOf(table).some((copy) => copy.name === name && isUntold(copy.unavailable, ...facts));
}

/** An entry of its queue that fails; how far it is behind stands in the list of tables. */
const BY_QUEUE = 'queue';

interface LagLimits {
  readonly warnAt: number;
  readonly criticalAt: number;
  readonly stuckAfter: Milliseconds;
}

const lag = defineRule({
  kind: ResourceKind.REPLICATED_TABLE,
  signal: SignalName.TABLE_REPLICATION_LAG,
  title: 'Replication lag',
  description:
    'How far a replica of a table is behind (absolute_delay; after Altinity). An entry of its queue that is 10 minutes old and ' +
    'fails is a WARNING; the length of the queue alone is normal under mutations. One that has never been in step has no ' +
    'delay: that is a WARNING when it stays so (ClickHouse issues 42305, 50494 and 53479).',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { REPLICATION_LAGGING: { warnAt: 60, criticalAt: 300, stuckAfter: 10 * MINUTE } },
  judge: (table, { REPLICATION_LAGGING: limit }) => {
    const isStale = copiesOf(table).some((copy) => !copy.isSeen || copy.unavailable['tables'] !== undefined);
    return {
      findings: copiesOf(table).flatMap((copy) => lagFindings(copy, limit)),
      isStale,
      cannotTell: ({ subject, foundBy }) => foundBy === BY_QUEUE && isUntoldOf(table, subject, 'queue'),
    };
  },
  measure: (table) =>
    copiesOf(table).map((copy) =>
      ofCopy(copy, 'tables', copy.delaySeconds, copy.hasNeverSynced ? 'warming up' : 'probe failed'),
    ),
});

function lagFindings(copy: TableReplica, limit: LagLimits): readonly Candidate[] {
  const { name, delaySeconds, hasNeverSynced, failingQueueEntry, queueSize, isReadOnly, observedAt } = copy;
  const base = {
    reason: FindingReason.REPLICATION_LAGGING,
    subject: name,
    severity: Severity.WARNING,
    advice: 'Look at its system.replication_queue (last_exception), at its disk, and at the network between replicas (port 9009).', // prettier-ignore
    clearAfter: NUMERIC_CLEAR,
  };
  const findings: Candidate[] = [];
  // Without a session it does not even learn what it is to fetch: its queue says nothing, nor does the way to the others.
  const standsStill = { ...base, advice: 'Look at whether Keeper is well and reached: until it has a session again, it fetches nothing.' }; // prettier-ignore
  if (delaySeconds !== null && delaySeconds > limit.warnAt) {
    findings.push({
      ...(isReadOnly === true ? standsStill : base),
      severity: delaySeconds > limit.criticalAt ? Severity.CRITICAL : Severity.WARNING,
      message: `Replica ${name} is ${describeDuration(delaySeconds * SECOND)} behind, ${isReadOnly === true ? 'and is read-only or without a session with Keeper' : `with ${counted(queueSize ?? 0, 'entry', 'entries')} in its queue`}.`, // prettier-ignore
    });
  }
  if (hasNeverSynced) {
    findings.push({
      ...base,
      message: `Replica ${name} has not been in step with the others since it was started.`,
      holdFor: limit.warnAt * SECOND,
      observedAt,
    });
  }
  if (failingQueueEntry !== null && failingQueueEntry.seconds * SECOND > limit.stuckAfter) {
    const { seconds, error } = failingQueueEntry;
    findings.push({
      ...base,
      foundBy: BY_QUEUE,
      message: `An entry that has been in the queue of replica ${name} for ${describeDuration(seconds * SECOND)} fails${error === null ? '' : ` with ${error}`}.`, // prettier-ignore
    });
  }
  return findings;
}

const readOnly = defineRule({
  kind: ResourceKind.REPLICATED_TABLE,
  signal: SignalName.TABLE_READ_ONLY,
  title: 'Read-only replicas',
  description:
    'A replica of a table that takes no inserts, or whose session with Keeper is over, is a WARNING, and CRITICAL after 60 s ' +
    '(after Altinity).',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { REPLICA_READ_ONLY: { criticalAfter: MINUTE } },
  judge: (table, { REPLICA_READ_ONLY: { criticalAfter } }) => ({
    findings: copiesOf(table)
      .filter(({ isReadOnly }) => isReadOnly === true)
      .flatMap((copy) => readOnlyFindings(copy, criticalAfter)),
  }),
  measure: (table) =>
    copiesOf(table).map((copy) => ofCopy(copy, 'tables', copy.isReadOnly === null ? null : Number(copy.isReadOnly))),
});

function readOnlyFindings({ name, observedAt }: TableReplica, criticalAfter: Milliseconds): readonly Candidate[] {
  const base = {
    reason: FindingReason.REPLICA_READ_ONLY,
    subject: name,
    message: `Replica ${name} takes no inserts: it is read-only, or without a session with Keeper.`,
    advice: 'Look at whether Keeper is well and reached; SYSTEM RESTART REPLICA begins anew, SYSTEM RESTORE REPLICA where its metadata is lost.', // prettier-ignore
  };
  return [
    { ...base, severity: Severity.WARNING },
    { ...base, severity: Severity.CRITICAL, holdFor: criticalAfter, observedAt },
  ];
}

const active = defineRule({
  kind: ResourceKind.REPLICATED_TABLE,
  signal: SignalName.TABLE_ACTIVE_REPLICAS,
  title: 'Active replicas',
  description:
    'A table of which fewer replicas are active than Keeper knows is a WARNING. Keeper is asked for each table: every 5 ' +
    'minutes, and when a replica or its session is lost or comes back; a replica without a session does not know.',
  unit: Unit.COUNT,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { REPLICA_MISSING: {} },
  judge: (table) => {
    const newest = newestCount(table);
    // Nobody whom Keeper told it is seen, or nobody has a session.
    if (newest === null) return { cannotTell: () => true };
    if (newest.active >= newest.total) return null;
    return {
      findings: [
        {
          reason: FindingReason.REPLICA_MISSING,
          severity: Severity.WARNING,
          message: `${newest.active} of its ${counted(newest.total, 'replica is', 'replicas are')} active.`,
          advice:
            'Look at the servers that are missing; one that is gone for good is forgotten by SYSTEM DROP REPLICA.',
        },
      ],
    };
  },
  measure: (table) => {
    const newest = newestCount(table);
    if (newest !== null) return [{ value: newest.active, required: newest.total, observedAt: newest.askedAt }];
    const copies = copiesOf(table);
    const hasAsked = copies.some(({ isSeen, activeReplicasAskedAt }) => isSeen && activeReplicasAskedAt !== null);
    const why = copies[0]?.unavailable['activeReplicas'] ?? (hasAsked ? 'probe failed' : 'warming up');
    return [{ value: null, unavailable: why, observedAt: table.observedAt }];
  },
});

const presence = defineRule({
  kind: ResourceKind.REPLICATED_TABLE,
  signal: SignalName.TABLE_PRESENCE,
  title: 'The same everywhere',
  description:
    'A replicated table that a replica of its shard does not have, or has as one that is not replicated, for 5 minutes, is ' +
    'a WARNING: data is not the same on all of them.',
  unit: Unit.COUNT,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { REPLICA_TABLE_MISSING: { for: 5 * MINUTE } },
  judge: (table, { REPLICA_TABLE_MISSING: limit }) => {
    const { database, table: name, replicas } = table.main;
    const without = replicas.filter((one) => [TablePresence.MISSING, TablePresence.PLAIN].includes(one.presence));
    return {
      findings: without.map((one) => ({
        reason: FindingReason.REPLICA_TABLE_MISSING,
        subject: one.name,
        severity: Severity.WARNING,
        message:
          one.presence === TablePresence.PLAIN
            ? `Replica ${one.name} has a table ${database}.${name} that is not replicated.`
            : `Replica ${one.name} has no table ${database}.${name}.`,
        advice: 'Create it there as it is on the others (SHOW CREATE TABLE), or ATTACH it where it was detached.',
        holdFor: limit.for,
        observedAt: one.observedAt,
      })),
      cannotTell: ({ subject }) =>
        replicas.some((one) => one.name === subject && one.presence === TablePresence.UNKNOWN),
    };
  },
  measure: ({ main: { replicas }, observedAt }) => {
    const known = replicas.filter((one) => one.presence !== TablePresence.UNKNOWN);
    const value = known.filter((one) => one.presence === TablePresence.REPLICATED).length;
    return [{ value, required: known.length, observedAt }];
  },
});

const parts = defineRule({
  kind: ResourceKind.REPLICATED_TABLE,
  signal: SignalName.TABLE_PARTS,
  title: 'Parts of the fullest partition',
  description:
    'Active parts of the fullest partition, as a share of those from which inserts are delayed: 80 % is a WARNING; 80 % of ' +
    'those from which they are refused is CRITICAL. Limits are those of the table, or of its server (their defaults changed ' +
    'in 23.6); parts larger on average than max_avg_part_size_for_too_many_parts do not count.',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { PARTS_NEAR_LIMIT: { warnAt: 0.8, throwShare: 0.8 } },
  judge: (table, { PARTS_NEAR_LIMIT: limit }) => {
    const full = copiesOf(table).map((copy) =>
      copy.parts === null ? null : partsFinding(copy.name, `on replica ${copy.name}`, copy.parts, limit),
    );
    return {
      findings: full.filter((finding) => finding !== null),
      cannotTell: ({ subject }) => isUntoldOf(table, subject, 'parts'),
    };
  },
  measure: (table) =>
    copiesOf(table).map((copy) => {
      // A table without a single part is in no list of parts.
      const none = copy.unavailable['parts'] === undefined ? 0 : null;
      return ofCopy(copy, 'parts', copy.parts === null ? none : partsShare(copy.parts), 'unsupported');
    }),
});

export const tableRules: readonly Rule[] = [lag, readOnly, active, presence, parts];
