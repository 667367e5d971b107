import { describeDuration } from '../../../model/duration.js';
import { FindingReason } from '../../../model/finding-reason.js';
import { Evidence, Severity } from '../../../model/health.js';
import { ResourceKind } from '../../../model/kinds.js';
import { type Candidate, type Judgement, type Rule, type Seen, defineRule } from '../../../model/rule.js';
import { SignalName } from '../../../model/signal-name.js';
import { HOUR, type Instant, MINUTE, type Milliseconds, after } from '../../../model/time.js';
import { type JobFacts, WorkloadType } from '../../../model/workload.js';
import { counted } from '../../counted.js';
import { runAfter } from '../../cron-schedule.js';
import { quoted } from '../../quoted.js';

type SeenWorkload = Seen<ResourceKind.WORKLOAD>;

const completion = defineRule({
  kind: ResourceKind.WORKLOAD,
  signal: SignalName.JOB_COMPLETION,
  title: 'Jobs and cron jobs',
  description:
    'A failed job, until its owner succeeds again or for an hour; a schedule missed by more than two periods since the last run ' +
    'or since it was resumed or given another schedule; a job that runs ' +
    'beyond its deadline or the configured time. (kubernetes-mixin)',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: {
    JOB_FAILED: { warnWithin: HOUR },
    CRON_JOB_OVERDUE: { periods: 2 },
    /** `for` is the longest any job may run; 0: only its own deadline counts. */
    JOB_OVERRUNNING: { for: 0, graceFor: MINUTE },
  },
  judge: (workload, limits, now) => {
    const { job, type, deletingSince, isPaused } = workload.main;
    if (job === null || deletingSince !== null) return null;
    if (type === WorkloadType.CRON_JOB)
      return isPaused ? null : judgeSchedule(workload, job, limits.CRON_JOB_OVERDUE.periods, now);
    if (job.failedAt !== null) return judgeFailure(workload, job, limits.JOB_FAILED.warnWithin, now);
    if (job.isFinished || isPaused) return null;
    return judgeRun(workload, job, limits.JOB_OVERRUNNING, now);
  },
});

function judgeFailure(workload: SeenWorkload, job: JobFacts, warnWithin: number, now: Instant): Judgement | null {
  const failedAt = job.failedAt ?? now;
  const succeededAt = workload.one('owner', ResourceKind.WORKLOAD)?.main.job?.lastSucceededAt ?? null;
  const end = after(failedAt, warnWithin);
  if (now >= end || (succeededAt !== null && succeededAt > failedAt)) return null;
  return {
    findings: [
      {
        reason: FindingReason.JOB_FAILED,
        severity: Severity.WARNING,
        message: `It gave up (${job.failureReason ?? 'Failed'}): ${quoted(job.failureMessage ?? 'Kubernetes does not say why')}.`,
        advice: `Read what its pods said: kubectl logs -n ${workload.main.namespace} job/${workload.main.name}`,
        since: failedAt,
      },
    ],
    reconsiderAt: end,
  };
}

function judgeRun(
  { main }: SeenWorkload,
  { startedAt, activeDeadline }: JobFacts,
  limit: Record<'for' | 'graceFor', number>,
  now: Instant,
): Judgement | null {
  const longest = [
    activeDeadline === null ? null : activeDeadline + limit.graceFor,
    limit.for === 0 ? null : limit.for,
  ].filter((time) => time !== null);
  if (startedAt === null || longest.length === 0) return null;
  const allowed = Math.min(...longest);
  const lateAt = after(startedAt, allowed);
  if (now < lateAt) return { reconsiderAt: lateAt };
  return {
    findings: [
      {
        reason: FindingReason.JOB_OVERRUNNING,
        severity: Severity.WARNING,
        message: `It runs for longer than ${describeDuration(allowed)}.`,
        advice: `See what it is doing: kubectl logs -n ${main.namespace} job/${main.name}`,
        since: lateAt,
      },
    ],
  };
}

function judgeSchedule(workload: SeenWorkload, job: JobFacts, periods: number, now: Instant): Judgement | null {
  const from = Math.max(job.lastScheduledAt ?? workload.main.createdAt, rescheduledAt(workload) ?? 0) as Instant;
  const lateAt = runAfter(job, from, periods + 1);
  if (lateAt === null) return null;
  const overdue = overdueOf(workload, job, periods);
  const suspendedAt = workload.samples('suspended').at(-1)?.at;
  if (suspendedAt !== undefined && suspendedAt > from) {
    // Nobody says when it was resumed: its periods count from when it is first seen to be.
    const holdFor = periodsOf(job, suspendedAt, periods + 1);
    return holdFor === null ? null : { findings: [{ ...overdue, holdFor }] };
  }
  return now < lateAt ? { reconsiderAt: lateAt } : { findings: [{ ...overdue, since: lateAt }] };
}

/** When its schedule was first seen to be another than before: what an older run missed of it is nothing. */
function rescheduledAt(workload: SeenWorkload): Instant | null {
  const [before, last] = workload.samples('schedule');
  return before === undefined || last === undefined ? null : last.at;
}

/** How long so many periods last, from the first run after an instant on. */
function periodsOf(job: JobFacts, from: Instant, count: number): Milliseconds | null {
  const first = runAfter(job, from, 1);
  const last = first === null ? null : runAfter(job, first, count);
  return first === null || last === null ? null : last - first;
}

function overdueOf({ main }: SeenWorkload, job: JobFacts, periods: number): Candidate {
  const never = job.lastScheduledAt === null ? 'never started a job, and ' : '';
  const active = main.replicas ?? 0;
  const running = active === 0 ? '' : `; ${active} of its jobs still ${active === 1 ? 'runs' : 'run'}`;
  return {
    reason: FindingReason.CRON_JOB_OVERDUE,
    severity: Severity.WARNING,
    message: `It ${never}missed more than ${counted(periods, 'period')} of its schedule, ${job.schedule ?? ''}${running}.`,
    advice: 'Look at whether the controller manager runs, and at startingDeadlineSeconds and concurrencyPolicy.',
  };
}

export const jobRules: readonly Rule[] = [completion];
