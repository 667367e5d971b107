import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { type Candidate, type Measurement, NUMERIC_CLEAR, type Rule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { MINUTE, SECOND } from '../../model/time.js';
import { percent } from '../amounts.js';
import { isUntold } from '../untold.js';
import { type Database, definePostgresRule, reading } from './postgres-figures.js';
import { COUNT, type Host, LOWER, hostOf, hostReading, isHostSilentOf, unmeasured } from './postgres-host.js';

const LIMIT = {
  /** Share of the CPUs in use. */
  warnAt: 0.8,
  criticalAt: 0.95,
  for: 5 * MINUTE,
  creditsBelow: 20,
  /** Of sessions, where the machine cannot be seen: a moment's sample of what they do proves nothing. */
  sessionsPerCpu: 1,
  samples: 3,
  sessionsFor: 30 * SECOND,
} as const;

type CpuLimit = { readonly [P in keyof typeof LIMIT]: number };

const cpu = definePostgresRule({
  signal: SignalName.DATABASE_CPU,
  title: 'CPU',
  description:
    'Measured: more than 80 % of the CPUs of its machine in use for 5 minutes is a warning, more than 95 % critical; so are ' +
    'fewer than 20 CPU credits a warning (after the alarms of AWS RDS). Otherwise inferred: as many active sessions wait for ' +
    'nothing as there are CPUs, over three samples (after the database load of AWS Performance Insights). What was measured ' +
    'stands, as stale, while nobody measures.',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_CPU_SATURATED: LIMIT },
  howToEnable: 'Configure `host-metrics` for this database; or how many CPUs the server has: `vcpus`.',
  judge: (database, { DATABASE_CPU_SATURATED: limit }, now) => {
    const host = hostOf(database, now);
    const isMeasured = host !== null && host.facts.cpu !== null;
    const load = isMeasured ? byLoad(host, limit) : bySessions(database, limit);
    return {
      findings: host === null ? load : [...load, ...byCredits(host, limit)],
      reconsiderAt: host?.staleAt ?? null,
      cannotTell: ({ subject, evidence }) => {
        if (evidence === Evidence.INFERRED) return !isMeasured && isUntold(database.main.unavailable, 'activity');
        return isHostSilentOf(database, [subject === CREDITS ? 'cpuCredits' : 'cpu'], now);
      },
    };
  },
  measure: (database, { DATABASE_CPU_SATURATED: limit }, now) => {
    const host = hostOf(database, now);
    if (host === null) return [sessionReading(database, limit)];
    const { cpu: used, cpuCredits } = host.facts;
    return [
      ...(used === null
        ? [sessionReading(database, limit)]
        : hostReading(host, 'cpu', used, {}, { series: 'hostCpu' })),
      ...hostReading(
        host,
        'cpuCredits',
        cpuCredits,
        { ...LOWER, warnAt: limit.creditsBelow, criticalAt: null },
        { subject: CREDITS, ...COUNT },
      ),
    ];
  },
});

const CREDITS = 'credits';

const FINDING = { reason: FindingReason.DATABASE_CPU_SATURATED, clearAfter: NUMERIC_CLEAR } as const;
const ADVICE = 'Look at which statements take most time (pg_stat_statements), or give the server more CPUs.';

/** What is critical is a warning too, and has been one while it was less. */
function byLoad({ facts, observedAt }: Host, limit: CpuLimit): readonly Candidate[] {
  const used = facts.cpu ?? 0;
  const severities = [
    ...(used > limit.warnAt ? [Severity.WARNING] : []),
    ...(used > limit.criticalAt ? [Severity.CRITICAL] : []),
  ];
  const message = `${percent(used)} of the CPUs of its machine are in use.`;
  return severities.map((severity) => ({
    ...FINDING,
    severity,
    message,
    advice: ADVICE,
    holdFor: limit.for,
    samples: 2,
    observedAt,
  }));
}

function byCredits({ facts: { cpuCredits } }: Host, limit: CpuLimit): readonly Candidate[] {
  if (cpuCredits === null || cpuCredits >= limit.creditsBelow) return [];
  return [
    {
      ...FINDING,
      subject: CREDITS,
      severity: Severity.WARNING,
      message: `Its machine has ${Math.round(cpuCredits)} CPU credits left; without any it is held back.`,
      advice: ADVICE,
    },
  ];
}

function bySessions({ main: { activity, vcpus }, observedAt }: Database, limit: CpuLimit): readonly Candidate[] {
  if (activity === null || vcpus === null || activity.running < limit.sessionsPerCpu * vcpus) return [];
  return [
    {
      ...FINDING,
      severity: Severity.WARNING,
      message: `${activity.running} active sessions want CPU, and there are ${vcpus}.`,
      advice: ADVICE,
      evidence: Evidence.INFERRED,
      samples: limit.samples,
      observedAt,
      holdFor: limit.sessionsFor,
    },
  ];
}

/** Sessions that wait for nothing, per CPU. */
function sessionReading(database: Database, { sessionsPerCpu, sessionsFor }: CpuLimit): Measurement {
  const { activity, vcpus } = database.main;
  if (vcpus === null) return unmeasured(database);
  return {
    ...reading(database, 'activity', activity && activity.running / vcpus),
    series: 'cpuLoad',
    evidence: Evidence.INFERRED,
    against: { warnAt: sessionsPerCpu, criticalAt: null, holdFor: sessionsFor },
  };
}

export const cpuRules: readonly Rule[] = [cpu];
