import { describeDuration } from '../../model/duration.js';
import { FindingReason } from '../../model/finding-reason.js';
import { Evidence, Severity, Unit } from '../../model/health.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import { type Candidate, type Rule, type Seen, defineRule } from '../../model/rule.js';
import { SignalName } from '../../model/signal-name.js';
import { HOUR, type Instant, MINUTE, SECOND, after, earliest } from '../../model/time.js';
import type { WorkflowLease, WorkflowTemplateRuns, WorkflowTemplateSort } from '../../model/workflow.js';
import { templateSubject } from './argo.ids.js';

type Engine = Seen<ResourceKind.WORKFLOW_ENGINE>;

const controller = defineRule({
  kind: ResourceKind.WORKFLOW_ENGINE,
  signal: SignalName.WORKFLOW_CONTROLLER,
  title: 'Controller at work',
  description:
    'A controller that has not renewed its Lease for 60 s, or has left all new workflows untouched for 2 minutes while some ' +
    'wait for it, is CRITICAL. Where it does not take part in an election, there is no Lease; one that Vitals does not see ' +
    'says nothing. What is in namespaces that it does not manage, by its Deployment, does not wait for it.',
  unit: Unit.SECONDS,
  evidence: Evidence.MEASURED,
  limits: { WORKFLOW_CONTROLLER_SILENT: { for: MINUTE, untouchedFor: 2 * MINUTE } },
  judge: (engine, { WORKFLOW_CONTROLLER_SILENT: limit }, now) => {
    const { renewedAt, holder } = leaseOf(engine) ?? { renewedAt: null, holder: null };
    const ends: { readonly at: Instant; readonly finding: Candidate }[] = [];
    if (renewedAt !== null) {
      // One that was out of sight may have been renewed meanwhile: what is shown first may be of before.
      const at = after(Math.max(renewedAt, engine.main.leaseBackAt ?? 0) as Instant, limit.for);
      const who = holder === null ? '' : `, held by ${holder},`;
      ends.push({ at, finding: silent(`Its Lease${who} was not renewed for ${describeDuration(limit.for)}.`, at) });
    }
    const { untouchedSince, lastTouchedAt } = engine.main;
    if (untouchedSince !== null) {
      const at = after(Math.max(untouchedSince, lastTouchedAt ?? 0) as Instant, limit.untouchedFor);
      const message = `New workflows wait, and it has touched none for ${describeDuration(limit.untouchedFor)}.`;
      ends.push({ at, finding: { ...silent(message, at), evidence: Evidence.INFERRED } });
    }
    // What is measured comes first.
    const [due] = ends.filter(({ at }) => at <= now);
    const later = ends.filter(({ at }) => at > now).map(({ at }) => at);
    return {
      findings: due === undefined ? [] : [due.finding],
      reconsiderAt: earliest(later),
    };
  },
  measure: (engine, _, now) => {
    const lease = engine.aspect('lease');
    const observedAt = lease?.observedAt ?? engine.observedAt;
    const renewedAt = leaseOf(engine)?.renewedAt ?? null;
    const unavailable = engine.main.leaseUnavailable ?? 'not configured';
    if (renewedAt === null) return [{ value: null, unavailable, observedAt }];
    return [{ value: Math.max(0, now - renewedAt) / SECOND, observedAt }];
  },
  howToEnable: 'Let the controller take part in an election: without LEADER_ELECTION_DISABLE it keeps a Lease.',
});

/** Its Lease, as long as it is seen. */
function leaseOf(engine: Engine): WorkflowLease | null {
  if ((engine.main.leaseUnavailable ?? null) !== null) return null;
  return engine.aspect('lease')?.facts ?? null;
}

function silent(message: string, since: Instant): Candidate {
  return {
    reason: FindingReason.WORKFLOW_CONTROLLER_SILENT,
    severity: Severity.CRITICAL,
    message,
    advice: 'Look at whether the pod of the workflow controller runs, and at its log.',
    since,
  };
}

const rate = defineRule({
  kind: ResourceKind.WORKFLOW_ENGINE,
  signal: SignalName.WORKFLOW_FAILURE_RATE,
  title: 'Templates that keep failing',
  description:
    'The second failure in a row of a cron workflow, until it succeeds (an hour where it was suspended or is gone), or more ' +
    'than 20 % of the last 20 runs of a template (5 at least, and one of the last hour) failed: CRITICAL.',
  unit: Unit.RATIO,
  evidence: Evidence.MEASURED,
  limits: { WORKFLOWS_FAILING: { criticalAt: 0.2, runs: 20, leastRuns: 5, inRow: 2, window: HOUR } },
  judge: (engine, { WORKFLOWS_FAILING: limit }, now) => {
    const scheduled = scheduledCrons(engine);
    const verdicts = templatesOf(engine).map((one) =>
      failing(one, limit, one.isCron && scheduled.has(nameOf(one)), now),
    );
    const times = verdicts.flatMap(({ endsAt }) => (endsAt === null ? [] : [endsAt]));
    return {
      findings: verdicts.flatMap(({ finding }) => (finding === null ? [] : [finding])),
      reconsiderAt: earliest(times),
    };
  },
  measure: (engine, { WORKFLOWS_FAILING: { runs } }) =>
    templatesOf(engine).map((template) => {
      const { share } = shareOf(template, runs);
      return { subject: templateSubject(template), value: share, observedAt: template.runs[0]?.finishedAt ?? null };
    }),
});

function templatesOf(engine: Engine): readonly WorkflowTemplateRuns[] {
  const templates = engine.set('failingTemplates', SupportKind.WORKFLOW_TEMPLATE).map(({ main }) => main);
  return [...templates].sort((a, b) => (templateSubject(a) < templateSubject(b) ? -1 : 1));
}

/** Cron workflows that will run again: nobody waits for the success of another. */
function scheduledCrons(engine: Engine): ReadonlySet<string> {
  const crons = engine.set('cronWorkflows', SupportKind.CRON_WORKFLOW).filter(({ main }) => !main.isPaused);
  return new Set(crons.map(({ main }) => nameOf(main)));
}

function nameOf({ namespace, name }: Pick<WorkflowTemplateRuns, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

function shareOf({ runs }: WorkflowTemplateRuns, most: number) {
  const last = runs.slice(0, most);
  const failed = last.filter(({ hasFailed }) => hasFailed).length;
  return { total: last.length, failed, share: last.length === 0 ? 0 : failed / last.length };
}

interface RateLimits {
  readonly criticalAt: number;
  readonly runs: number;
  readonly leastRuns: number;
  readonly inRow: number;
  readonly window: number;
}

interface Failing {
  readonly finding: Candidate | null;
  /** When it is over though nothing runs any more. */
  readonly endsAt: Instant | null;
}

function failing(template: WorkflowTemplateRuns, limits: RateLimits, isScheduled: boolean, now: Instant): Failing {
  const row = template.runs.findIndex(({ hasFailed }) => !hasFailed);
  const inRow = row < 0 ? template.runs.length : row;
  const newest = template.runs.find(({ hasFailed }) => hasFailed)?.finishedAt ?? null;
  const endsAt = newest === null ? null : after(newest, limits.window);
  if (template.isCron && inRow >= limits.inRow && (isScheduled || (endsAt !== null && endsAt > now))) {
    const since = template.runs[inRow - limits.inRow]?.finishedAt ?? now;
    const finding = repeated(template, `Its last ${inRow} runs failed, one after the other.`, since);
    return { finding, endsAt: isScheduled ? null : endsAt };
  }
  const { total, failed, share } = shareOf(template, limits.runs);
  if (total < limits.leastRuns || share <= limits.criticalAt || endsAt === null || endsAt <= now)
    return { finding: null, endsAt: null };
  return { finding: repeated(template, `${failed} of its last ${total} runs failed.`, newest), endsAt };
}

const SORTS: Readonly<Record<WorkflowTemplateSort, string>> = {
  'cron workflow': 'Cron workflow',
  template: 'Template',
  'cluster template': 'Cluster template',
  'generated name': 'Workflows of the generated name',
};

function repeated(template: WorkflowTemplateRuns, what: string, since: Instant | null): Candidate {
  const sort = template.isCron ? 'Cron workflow' : SORTS[template.sort ?? 'template'];
  return {
    reason: FindingReason.WORKFLOWS_FAILING,
    subject: templateSubject(template),
    severity: Severity.CRITICAL,
    message: `${sort} ${nameOf(template)}: ${what}`,
    advice: `Look at why its last run failed: argo get -n ${template.namespace} ${template.runs[0]?.workflow ?? ''}`,
    since,
  };
}

export const engineRules: readonly Rule[] = [controller, rate];
