import { describeDuration } from '../../model/duration.js';
import type { ReplicationSlot } from '../../model/database.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Direction, Evidence, Severity, Unit } from '../../model/health.js';
import { type Candidate, NUMERIC_CLEAR, type Rule, type Standing } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, MINUTE, type Milliseconds } from '../../model/time.js';
import { percent, size } from '../amounts.js';
import { isUntold } from '../untold.js';
import {
  type Database,
  above,
  notConfigured,
  reading,
  timeLeft,
  untold,
  definePostgresRule,
} from './postgres-figures.js';
import { hostOf, isHostSilentOf, unmeasured } from './postgres-host.js';

/** SQL cannot see the disk. */
const HOW_TO_ENABLE_CAPACITY = 'Configure how large the disk of the server is: `capacity`.';
const HOW_TO_ENABLE_DISK =
  'Configure `host-metrics` for this database; or how large the disk of the server is: `capacity`.';

const disk = definePostgresRule({
  signal: SignalName.DATABASE_DISK,
  title: 'Free disk space',
  description:
    'What is free of the disk where that is measured; otherwise what the databases and the write-ahead log leave free of the ' +
    'configured capacity, and what else is on that disk is not seen (after awesome-prometheus-alerts and AWS). With the time ' +
    "left at the trend of a day's minima. While nobody measures it any more, what was found by measuring stands, as stale.",
  unit: Unit.RATIO,
  worse: Direction.LOWER,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_DISK_LOW: { warnAt: 0.2, criticalAt: 0.1 } },
  howToEnable: HOW_TO_ENABLE_DISK,
  judge: (database, { DATABASE_DISK_LOW: { warnAt, criticalAt } }, now) => {
    const reconsiderAt = hostOf(database, now)?.staleAt ?? null;
    const space = spaceOf(database, now);
    const cannotTell = ({ foundBy }: Standing): boolean => {
      // The disk itself tells.
      if (space?.series === BY_DISK) return false;
      return foundBy === BY_DISK
        ? isHostSilentOf(database, ['diskBytes', 'diskFreeBytes'], now)
        : isUntold(database.main.unavailable, 'sizeBytes');
    };
    if (space === null || space.free / space.whole >= warnAt) return { reconsiderAt, cannotTell };
    const free = space.free / space.whole;
    const left = timeLeft(database.samples(space.series), space.free);
    const outlook = left === null || free <= 0 ? '' : ` At the present rate it is full in about ${inMinutes(left)}.`;
    return {
      reconsiderAt,
      cannotTell,
      findings: [
        {
          reason: FindingReason.DATABASE_DISK_LOW,
          foundBy: space.series,
          severity: free < criticalAt ? Severity.CRITICAL : Severity.WARNING,
          message: `${percent(Math.max(0, free))} of ${size(space.whole)} is free.${outlook}`,
          advice: 'Look at what grows (pg_database_size, pg_ls_waldir, replication slots), or enlarge the disk.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (database, _, now) => {
    const space = spaceOf(database, now);
    if (space !== null) return [{ value: space.free / space.whole, observedAt: space.observedAt }];
    if (database.main.capacityBytes === null) return [unmeasured(database)];
    return [reading(database, 'sizeBytes', null)];
  },
});

/** A forecast is no more exact than that. */
function inMinutes(duration: Milliseconds): string {
  return describeDuration(Math.max(1, Math.round(duration / MINUTE)) * MINUTE);
}

/** What the disk itself says, as its monitoring tells it. */
const BY_DISK = 'diskUsed';

interface Space {
  readonly free: number;
  readonly whole: number;
  /** Its past. */
  readonly series: typeof BY_DISK | 'size';
  readonly observedAt: Instant | null;
}

/** Of the disk itself where it is measured; some monitoring knows what is free, and not of how much. */
function spaceOf(database: Database, now: Instant): Space | null {
  const { sizeBytes, capacityBytes } = database.main;
  const host = hostOf(database, now);
  const free = host?.facts.diskFreeBytes ?? null;
  const whole = host?.facts.diskBytes ?? capacityBytes;
  if (host !== null && free !== null && whole !== null) {
    return { free, whole, series: BY_DISK, observedAt: host.observedAt };
  }
  if (sizeBytes === null || capacityBytes === null) return null;
  return { free: capacityBytes - sizeBytes, whole: capacityBytes, series: 'size', observedAt: database.observedAt };
}

const wraparound = definePostgresRule({
  signal: SignalName.DATABASE_WRAPAROUND,
  title: 'Transaction ids in use',
  description:
    'Age of the oldest transaction id that is not frozen, as a share of the 2^31 there are (after pgmonitor).',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_WRAPAROUND_RISK: { warnAt: 0.5, criticalAt: 0.75 } },
  judge: (database, { DATABASE_WRAPAROUND_RISK: limit }) => {
    const { wraparound: share } = database.main;
    if (share === null) return untold(database, 'wraparound');
    const severity = above(share, limit);
    if (severity === null) return null;
    return {
      findings: [
        {
          reason: FindingReason.DATABASE_WRAPAROUND_RISK,
          severity,
          message: `${percent(share)} of the transaction ids are in use; at the end it takes no more writes.`,
          advice:
            'Look at why vacuum does not freeze: old transactions, prepared ones, slots, or autovacuum that is too slow.',
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (database) => [reading(database, 'wraparound', database.main.wraparound)],
});

const slots = definePostgresRule({
  signal: SignalName.DATABASE_REPLICATION_SLOTS,
  title: 'Log kept for slots',
  description:
    'A slot that lost log it needs, is about to, or keeps much of it although nobody reads: log as a share of the configured ' +
    'capacity (after postgres_exporter).',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { REPLICATION_SLOT_RETAINING_WAL: { warnAt: 0.1 } },
  howToEnable: HOW_TO_ENABLE_CAPACITY,
  judge: (database, { REPLICATION_SLOT_RETAINING_WAL: limit }) => {
    const { slots: seen, capacityBytes } = database.main;
    if (seen === null) return untold(database, 'slots');
    const findings = seen.map((slot) => slotFinding(slot, capacityBytes, limit.warnAt));
    return { findings: findings.filter((finding) => finding !== null) };
  },
  measure: (database) => {
    const { slots: seen, capacityBytes } = database.main;
    if (seen === null) return [reading(database, 'slots', null)];
    return seen.map(({ name, retainedBytes }) => {
      const value = retainedBytes === null || capacityBytes === null ? null : retainedBytes / capacityBytes;
      const measured = capacityBytes === null ? notConfigured(database) : reading(database, 'slots', value);
      return { ...measured, subject: name };
    });
  },
});

function slotFinding(slot: ReplicationSlot, capacityBytes: number | null, retainedAbove: number): Candidate | null {
  const { name, isActive, walStatus, retainedBytes } = slot;
  const common = { reason: FindingReason.REPLICATION_SLOT_RETAINING_WAL, subject: name };
  if (walStatus === 'lost') {
    return {
      ...common,
      severity: Severity.CRITICAL,
      message: `Slot "${name}" has lost log that its reader still needs.`,
      advice: 'Its reader must begin anew: drop the slot, and take a new copy.',
    };
  }
  if (walStatus === 'unreserved') {
    return {
      ...common,
      severity: Severity.WARNING,
      message: `Slot "${name}" is about to lose log that its reader still needs.`,
      advice: 'Look at its reader at once: the next checkpoint may remove the log.',
    };
  }
  if (isActive || capacityBytes === null || retainedBytes === null) return null;
  const share = retainedBytes / capacityBytes;
  if (share <= retainedAbove) return null;
  return {
    ...common,
    severity: Severity.WARNING,
    message: `Slot "${name}" keeps ${size(retainedBytes)} of log, ${percent(share)} of the disk, and nobody reads it.`,
    advice: 'Start its reader, or drop the slot when it is no longer needed.',
    clearAfter: NUMERIC_CLEAR,
  };
}

export const storageRules: readonly Rule[] = [disk, wraparound, slots];
