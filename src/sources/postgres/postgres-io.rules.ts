import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { type Candidate, type Measurement, NUMERIC_CLEAR, type Rule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { MINUTE, SECOND } from '../../model/time.js';
import { percent } from '../amounts.js';
import { isUntold } from '../untold.js';
import { type Database, definePostgresRule, reading } from './postgres-figures.js';
import {
  COUNT,
  type Fact,
  type Host,
  LOWER,
  hostOf,
  hostReading,
  isHostSilentOf,
  unmeasured,
} from './postgres-host.js';

const LIMIT = {
  /** Share of the time in which the disk is busy. */
  warnAt: 0.8,
  /** Share of the IOPS that the disk may do. */
  iopsAt: 0.9,
  queueAbove: 64,
  /** For all three of them. */
  for: 5 * MINUTE,
  burstBelow: 0.2,
  balanceBelow: 0.1,
  /** Of sessions, where the machine cannot be seen: a moment's sample of what they do proves nothing. */
  sessionsPerCpu: 1,
  activeShareAbove: 0.5,
  samples: 3,
  sessionsFor: 30 * SECOND,
} as const;

type IoLimit = { readonly [P in keyof typeof LIMIT]: number };

const io = definePostgresRule({
  signal: SignalName.DATABASE_IO,
  title: 'Load of the disk',
  description:
    'Measured: the disk is busy 80 % of the time, does 90 % of the IOPS it may, or has more than 64 requests waiting, for 5 ' +
    'minutes; or credits run out: 20 % of its bursts, 10 % of the I/O or bytes of its instance (after the alarms of AWS RDS). ' +
    'Otherwise inferred: as many sessions wait on IO as there are CPUs, and more than half of those active, over three ' +
    'samples (after the database load of AWS Performance Insights). What was measured stands, as stale, while nobody measures.',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { DATABASE_IO_SATURATED: LIMIT },
  howToEnable: 'Configure `host-metrics` for this database; or how many CPUs the server has: `vcpus`.',
  judge: (database, { DATABASE_IO_SATURATED: limit }, now) => {
    const host = hostOf(database, now);
    const isMeasured = host !== null && isLoadMeasured(host);
    const load = isMeasured ? byLoad(host, limit) : bySessions(database, limit);
    return {
      findings: host === null ? load : [...load, ...byBalance(host, limit)],
      reconsiderAt: host?.staleAt ?? null,
      cannotTell: ({ subject = null, evidence }) => {
        if (evidence === Evidence.INFERRED) return !isMeasured && isUntold(database.main.unavailable, 'activity');
        return isHostSilentOf(database, factsOf(subject), now);
      },
    };
  },
  measure: (database, { DATABASE_IO_SATURATED: limit }, now) => {
    const host = hostOf(database, now);
    if (host === null) return [sessionReading(database, limit)];
    const measured = hostReadings(host, limit);
    return isLoadMeasured(host) ? measured : [sessionReading(database, limit), ...measured];
  },
});

function isLoadMeasured({ facts }: Host): boolean {
  return facts.deviceBusy !== null || facts.queueDepth !== null || usedShare(facts) !== null;
}

function usedShare({ iops, provisionedIops }: Host['facts']): number | null {
  return iops === null || provisionedIops === null ? null : iops / provisionedIops;
}

const FINDING = {
  reason: FindingReason.DATABASE_IO_SATURATED,
  severity: Severity.WARNING,
  clearAfter: NUMERIC_CLEAR,
} as const;

const ADVICE =
  'Look at which statements read or write most (pg_stat_statements), and at what the disk is allowed to do.';

/** Each condition lasts, and proves, for itself. */
function byLoad({ facts, observedAt }: Host, limit: IoLimit): readonly Candidate[] {
  const { deviceBusy, queueDepth, iops, provisionedIops } = facts;
  const share = usedShare(facts);
  const lasting = { ...FINDING, advice: ADVICE, holdFor: limit.for, samples: 2, observedAt };
  return [
    ...(deviceBusy !== null && deviceBusy > limit.warnAt
      ? [{ ...lasting, message: `Its disk is busy ${percent(deviceBusy)} of the time.` }]
      : []),
    ...(share !== null && iops !== null && share >= limit.iopsAt
      ? [
          {
            ...lasting,
            subject: 'IOPS',
            message: `Its disk does ${Math.round(iops)} of ${provisionedIops ?? ''} IOPS.`,
          },
        ]
      : []),
    ...(queueDepth !== null && queueDepth > limit.queueAbove
      ? [{ ...lasting, subject: 'queue', message: `${Math.round(queueDepth)} requests wait for its disk.` }]
      : []),
  ];
}

const BALANCES = [
  { fact: 'burstBalance', subject: 'burst balance', limit: 'burstBelow', of: 'the burst credits of its disk' },
  { fact: 'ioBalance', subject: 'IO balance', limit: 'balanceBelow', of: "its instance's credits for I/O" },
  { fact: 'byteBalance', subject: 'byte balance', limit: 'balanceBelow', of: "its instance's credits for bytes" },
] as const;

/** By what that is found which is said of this part of it. */
function factsOf(subject: string | null): readonly Fact[] {
  if (subject === 'IOPS') return ['iops', 'provisionedIops'];
  if (subject === 'queue') return ['queueDepth'];
  return [BALANCES.find((balance) => balance.subject === subject)?.fact ?? 'deviceBusy'];
}

/** What comes when credits are out is known before. */
function byBalance({ facts }: Host, limits: IoLimit): readonly Candidate[] {
  return BALANCES.flatMap(({ fact, subject, limit, of }) => {
    const left = facts[fact];
    if (left === null || left >= limits[limit]) return [];
    const message = `${percent(left)} of ${of} is left; without any it is held back.`;
    return [{ ...FINDING, subject, message, advice: ADVICE }];
  });
}

function bySessions({ main, observedAt }: Database, limit: IoLimit): readonly Candidate[] {
  const { activity, vcpus } = main;
  if (activity === null || vcpus === null) return [];
  const { waitingOnIo, active } = activity;
  if (waitingOnIo < limit.sessionsPerCpu * vcpus || waitingOnIo <= limit.activeShareAbove * active) return [];
  return [
    {
      ...FINDING,
      message: `${waitingOnIo} of ${active} active sessions wait on IO, on ${vcpus} CPUs.`,
      advice: ADVICE,
      evidence: Evidence.INFERRED,
      samples: limit.samples,
      observedAt,
      holdFor: limit.sessionsFor,
    },
  ];
}

function hostReadings(host: Host, limits: IoLimit): readonly Measurement[] {
  const { facts } = host;
  const lasting = { holdFor: limits.for };
  return [
    ...hostReading(host, 'deviceBusy', facts.deviceBusy, lasting, { series: 'deviceBusy' }),
    ...hostReading(host, 'iops', usedShare(facts), { ...lasting, warnAt: limits.iopsAt }, { subject: 'IOPS' }),
    ...hostReading(host, 'queueDepth', facts.queueDepth, { ...lasting, warnAt: limits.queueAbove }, { subject: 'queue', ...COUNT }), // prettier-ignore
    ...BALANCES.flatMap(({ fact, subject, limit }) =>
      hostReading(host, fact, facts[fact], { ...LOWER, warnAt: limits[limit] }, { subject }),
    ),
  ];
}

/** Sessions that wait on IO, per CPU. */
function sessionReading(database: Database, { sessionsPerCpu, sessionsFor }: IoLimit): Measurement {
  const { activity, vcpus } = database.main;
  if (vcpus === null) return unmeasured(database);
  return {
    ...reading(database, 'activity', activity && activity.waitingOnIo / vcpus),
    series: 'ioLoad',
    evidence: Evidence.INFERRED,
    against: { warnAt: sessionsPerCpu, holdFor: sessionsFor },
  };
}

export const ioRules: readonly Rule[] = [io];

/** Subjects of what keeps the disk of a database from doing more; the rest is what comes of it. */
export function isIoBound(subject: string | null): boolean {
  return subject === 'IOPS' || BALANCES.some((balance) => balance.subject === subject);
}
