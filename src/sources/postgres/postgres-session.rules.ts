import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { type Candidate, NUMERIC_CLEAR, type Rule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, type Milliseconds, SECOND, after } from '../../model/time.js';
import { isUntold } from '../untold.js';
import { type Database, above, reading, untold, definePostgresRule } from './postgres-figures.js';

/** Ages are taken by the server's clock, at the moment of the look; since when that is, by ours. */
function since(observedAt: Instant | null, age: Milliseconds): Instant | null {
  return observedAt === null ? null : after(observedAt, -Math.round(age));
}

function inSeconds(duration: Milliseconds | null): number | null {
  return duration === null ? null : duration / SECOND;
}

const idle = definePostgresRule({
  signal: SignalName.DATABASE_TRANSACTIONS,
  title: 'Idle in transaction',
  description: 'How long a session has kept a transaction open without saying anything (after pgmonitor).',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_IDLE_IN_TRANSACTION: { warnAt: 300, criticalAt: 900 } },
  judge: (database, { DATABASE_IDLE_IN_TRANSACTION: limit }) => {
    const { activity } = database.main;
    if (activity === null) return untold(database, 'activity');
    const age = activity.longestIdleInTransaction;
    const severity = age === null ? null : above(age / SECOND, limit);
    if (age === null || severity === null) return null;
    return {
      findings: [
        {
          reason: FindingReason.DATABASE_IDLE_IN_TRANSACTION,
          severity,
          message: `A session has been idle in its transaction for ${describeDuration(age)}.`,
          advice:
            'Look at whose it is (pg_stat_activity, state "idle in transaction"): it keeps locks, and vacuum from its work.',
          since: since(database.observedAt, age),
          clearAfter: NUMERIC_CLEAR,
        },
      ],
    };
  },
  measure: (database) => {
    const { activity } = database.main;
    // Nobody idle in a transaction is a time of none.
    return [reading(database, 'activity', activity && inSeconds(activity.longestIdleInTransaction ?? 0))];
  },
});

const locks = definePostgresRule({
  signal: SignalName.DATABASE_LOCKS,
  title: 'Blocked sessions',
  description:
    'How long a session has waited for a lock that another holds (after pgmonitor; pg_locks.waitstart, 14+).',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_LOCKS_BLOCKING: { warnAt: 60 } },
  judge: (database, { DATABASE_LOCKS_BLOCKING: limit }) => {
    const { main, observedAt } = database;
    const { activity } = main;
    if (activity === null) return untold(database, 'activity');
    if (activity.blocked === 0) return null;
    const { blocked, longestBlocked } = activity;
    const finding = {
      reason: FindingReason.DATABASE_LOCKS_BLOCKING,
      severity: Severity.WARNING,
      advice: 'Look at who holds the lock: SELECT pid, pg_blocking_pids(pid), query FROM pg_stat_activity.',
      clearAfter: NUMERIC_CLEAR,
    };
    const who = blocked === 1 ? 'One session waits for a lock' : `${blocked} sessions wait for locks`;
    if (longestBlocked === null) {
      // The server does not say since when (13): that some wait in every look is the next best.
      const inferred = { evidence: Evidence.INFERRED, holdFor: limit.warnAt * SECOND, samples: 2, observedAt };
      return { findings: [{ ...finding, ...inferred, message: `${who}, and some have whenever it is looked at.` }] };
    }
    if (above(longestBlocked / SECOND, limit) === null) return null;
    const message = `${who}, ${blocked === 1 ? 'and has' : 'the longest'} for ${describeDuration(longestBlocked)}.`;
    return { findings: [{ ...finding, message, since: since(observedAt, longestBlocked) }] };
  },
  measure: (database) => {
    const { activity } = database.main;
    const waited = activity?.blocked === 0 ? 0 : (activity?.longestBlocked ?? null);
    return [reading(database, 'activity', inSeconds(waited))];
  },
});

const lag = definePostgresRule({
  signal: SignalName.DATABASE_REPLICATION_LAG,
  title: 'Replication lag',
  description:
    'How far the replay of standbys is behind; none when all that was received is replayed (after pgmonitor). Standbys by ' +
    'their application_name, and the database itself when it is one.',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_REPLICATION_LAG: { warnAt: 30, criticalAt: 300 } },
  judge: (database, { DATABASE_REPLICATION_LAG: limit }) => {
    const findings = lags(database).map(({ subject, seconds }): Candidate | null => {
      const severity = seconds === null ? null : above(seconds, limit);
      if (seconds === null || severity === null) return null;
      const who = subject === null ? 'Its replay' : `Standby "${subject}"`;
      return {
        reason: FindingReason.DATABASE_REPLICATION_LAG,
        subject,
        severity,
        message: `${who} is ${describeDuration(seconds * SECOND)} behind.`,
        advice:
          'Look at the standby: replay that is paused or in conflict with queries, its disk, and the network between.',
        clearAfter: NUMERIC_CLEAR,
      };
    });
    const { unavailable } = database.main;
    return {
      findings: findings.filter((finding) => finding !== null),
      cannotTell: ({ subject = null }) => isUntold(unavailable, subject === null ? 'replayLag' : 'standbys'),
    };
  },
  measure: (database) => {
    if (database.main.standbys === null) return [reading(database, 'standbys', null)];
    const { observedAt } = database;
    // Until something was replayed since they connected, nobody knows.
    return lags(database).map(({ subject, seconds: value }) => ({
      subject,
      value,
      unavailable: 'warming up',
      observedAt,
    }));
  },
});

function lags({ main: { standbys, isInRecovery, replayLag } }: Database): readonly {
  readonly subject: string | null;
  readonly seconds: number | null;
}[] {
  const own = isInRecovery === true ? [{ subject: null, seconds: inSeconds(replayLag) }] : [];
  return [...own, ...(standbys ?? []).map(({ name, lagSeconds }) => ({ subject: name, seconds: lagSeconds }))];
}

export const sessionRules: readonly Rule[] = [idle, locks, lag];
