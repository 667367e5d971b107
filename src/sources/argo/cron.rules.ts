import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity } from '../../model/health.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import { type Candidate, type Rule, type Seen, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { type Instant, type Milliseconds, earliest } from '../../model/time.js';
import { counted } from '../counted.js';
import { runAfter } from '../cron-schedule.js';
import { quoted } from '../quoted.js';
import { isManaged } from './managed-namespaces.js';

type Cron = Seen<SupportKind.CRON_WORKFLOW>;

const schedule = defineRule({
  kind: ResourceKind.WORKFLOW_ENGINE,
  signal: SignalName.WORKFLOW_SCHEDULE,
  title: 'Cron workflows',
  description:
    'A cron workflow that missed its schedule by more than two periods since its last start, or since it was resumed or its ' +
    'schedule was changed, is a WARNING (as for cron jobs in kubernetes-mixin). Those with a condition of their own (`when`) are left out, ' +
    'and those in namespaces that its controller does not manage.',
  unit: null,
  evidence: Evidence.MEASURED,
  limits: { CRON_WORKFLOW_OVERDUE: { periods: 2 } },
  judge: (engine, { CRON_WORKFLOW_OVERDUE: { periods } }, now) => {
    const crons = engine
      .set('cronWorkflows', SupportKind.CRON_WORKFLOW)
      .filter(({ main }) => canBeLate(main) && isManaged(engine.main.managedNamespaces, main.namespace));
    const opinions = crons.map((cron) => judgeCron(cron, periods));
    const later = opinions.flatMap(({ lateAt }) => (lateAt === null || lateAt <= now ? [] : [lateAt]));
    const due = opinions.filter(({ lateAt }) => lateAt === null || lateAt <= now);
    return {
      findings: due.flatMap(({ finding }) => (finding === null ? [] : [finding])),
      reconsiderAt: earliest(later),
    };
  },
});

/** Nobody can tell when one is late that has a condition of its own. */
function canBeLate({ schedules, isConditional, isPaused }: Cron['main']): boolean {
  return schedules.length > 0 && !isConditional && !isPaused;
}

interface Opinion {
  /** From when on the finding holds; null: from when it is proposed, with its own hold. */
  readonly lateAt: Instant | null;
  readonly finding: Candidate | null;
}

function judgeCron(cron: Cron, periods: number): Opinion {
  const { main } = cron;
  const from = Math.max(main.lastScheduledAt ?? main.createdAt, main.scheduleSeenAt ?? 0) as Instant;
  const lateAt = nthRun(cron, from, periods + 1);
  if (lateAt === null) return { lateAt: null, finding: null };
  const suspendedAt = cron.samples('suspended').at(-1)?.at;
  if (suspendedAt === undefined || suspendedAt < from) {
    return { lateAt, finding: { ...overdue(cron, periods), since: lateAt } };
  }
  // Nobody says when it was resumed: its periods count from when it is first seen to be.
  const holdFor = periodsAfter(cron, suspendedAt, periods + 1);
  return { lateAt: null, finding: holdFor === null ? null : { ...overdue(cron, periods), holdFor } };
}

/** The nth time after `from` at which any of its schedules comes up. */
function nthRun({ main: { schedules, timeZone } }: Cron, from: Instant, count: number): Instant | null {
  const runs = schedules.flatMap((one) =>
    Array.from({ length: count }, (_, index) => runAfter({ schedule: one, timeZone }, from, index + 1)),
  );
  const times = [...new Set(runs.filter((at) => at !== null))].sort((a, b) => a - b);
  return times[count - 1] ?? null;
}

/** How long so many periods last, from the first run after an instant on. */
function periodsAfter(cron: Cron, from: Instant, count: number): Milliseconds | null {
  const first = nthRun(cron, from, 1);
  const last = first === null ? null : nthRun(cron, first, count);
  return first === null || last === null ? null : last - first;
}

function overdue({ main }: Cron, periods: number): Candidate {
  const { namespace, name, schedules, lastScheduledAt, active, problem } = main;
  const never = lastScheduledAt === null ? 'never started a workflow, and ' : '';
  const running = active === 0 ? '' : `; ${active} of its workflows still ${active === 1 ? 'runs' : 'run'}`;
  const why = problem === null ? '' : `: ${quoted(problem)}`;
  return {
    reason: FindingReason.CRON_WORKFLOW_OVERDUE,
    subject: `${namespace}/${name}`,
    severity: Severity.WARNING,
    message: `Cron workflow ${namespace}/${name} ${never}missed more than ${counted(periods, 'period')} of its schedule, ${quoted(schedules.join(' or '))}${running}${why}.`,
    advice: `Look at whether the controller runs, and at its conditions and concurrencyPolicy: argo cron get -n ${namespace} ${name}`,
  };
}

export const cronRules: readonly Rule[] = [schedule];
