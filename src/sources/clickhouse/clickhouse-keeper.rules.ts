import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind } from '../../model/kinds.js';
import { type Candidate, type Rule, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, MINUTE, SECOND, after } from '../../model/time.js';
import { howOften } from '../counted.js';
import { knownIncrease } from '../counters.js';
import { isUntold } from '../untold.js';
import { type Replica, increaseReading, lastLook, recentIncrease } from './clickhouse.figures.js';

const BY_SESSION = 'hasKeeperSession';
const ADVICE = 'Look at the health of the ensemble, and at the network to it.';

const exceptions = defineRule({
  kind: ResourceKind.DATABASE_REPLICA,
  signal: SignalName.DATABASE_KEEPER_EXCEPTIONS,
  title: 'ZooKeeper exceptions',
  description:
    'Exceptions of hardware (lost connections, timeouts) and others over the last 5 minutes are a WARNING: one election ' +
    'raises some. When those of hardware rose in two of the last three intervals, or a replica with replicated tables has ' +
    'no session for 2 s, they are CRITICAL. Those of users, such as nodes that exist already, are normal (after the events of ' +
    'ClickHouse, and Altinity).',
  unit: Unit.COUNT,
  evidence: Evidence.MEASURED,
  limits: { KEEPER_EXCEPTIONS: { window: 5 * MINUTE, intervals: 3, risingIntervals: 2, sessionLostFor: 2 * SECOND } },
  judge: (replica, { KEEPER_EXCEPTIONS: limit }, now) => {
    const findings: Candidate[] = [];
    const hardware = recentIncrease(replica, 'hardwareExceptions', limit.window, now) ?? 0;
    const others = recentIncrease(replica, 'otherExceptions', limit.window, now) ?? 0;
    const within = describeDuration(limit.window);
    const base = { reason: FindingReason.KEEPER_EXCEPTIONS, advice: ADVICE };
    if (hardware > 0 || others > 0) {
      const isRising = hardware > 0 && risingIntervals(replica, limit.intervals, now) >= limit.risingIntervals;
      findings.push({
        ...base,
        severity: isRising ? Severity.CRITICAL : Severity.WARNING,
        message: `Within ${within} ${troubles(hardware, others)}.`,
      });
    }
    if (replica.main.hasKeeperSession === false) {
      findings.push({
        ...base,
        severity: Severity.CRITICAL,
        message: 'It has no session with Keeper: its replicated tables take no inserts.',
        holdFor: limit.sessionLostFor,
        samples: 2,
        observedAt: replica.observedAt,
        foundBy: BY_SESSION,
      });
    }
    // Tables know first that a session is over; without them the metrics alone deny nothing.
    const isSessionUntold = isUntold(replica.main.unavailable, 'keeperSession', 'tables');
    return { findings, cannotTell: ({ foundBy }) => foundBy === BY_SESSION && isSessionUntold };
  },
  measure: (replica, { KEEPER_EXCEPTIONS: { window } }, now) => {
    const hardware = recentIncrease(replica, 'hardwareExceptions', window, now);
    const others = recentIncrease(replica, 'otherExceptions', window, now);
    return [increaseReading(replica, hardware === null || others === null ? null : hardware + others)];
  },
});

function troubles(hardware: number, others: number): string {
  const lost = hardware === 0 ? [] : [`the connection to Keeper was lost or too slow ${howOften(hardware)}`];
  const rest = others === 0 ? [] : [`something else went wrong with Keeper ${howOften(others)}`];
  return [...lost, ...rest].join(', and ');
}

/** In how many of the last intervals at rest they rose: by time, so that looking more often changes nothing. */
function risingIntervals(replica: Replica, intervals: number, now: Instant): number {
  const samples = replica.samples('hardwareExceptions');
  const { interval } = replica.main;
  const end = lastLook(replica, now);
  return Array.from({ length: intervals }, (_, index) => after(end, -index * interval)).filter((at) => {
    const until = samples.filter((sample) => sample.at <= at);
    return knownIncrease(until, interval, at) > 0;
  }).length;
}

export const keeperRules: readonly Rule[] = [exceptions];
