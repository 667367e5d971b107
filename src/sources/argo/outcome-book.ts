import type { SourceEvent } from '../../model/facts.js';
import { SupportKind } from '../../model/kinds.js';
import type { Instant } from '../../model/time.js';
import type { TemplateRun, Workflow, WorkflowTemplateRuns, WorkflowTemplateSort } from '../../model/workflow.js';
import { type TemplateName, templateKey, templateRunsId } from './argo.ids.js';
import { hasPhaseFailed } from './workflow-phase.js';

const RUNS_KEPT = 20;
/** Templates that are remembered; those without a run for longest are forgotten. */
const MOST_TEMPLATES = 5_000;

/** Several runs may have one name, one after the other: a uid each has for itself. */
interface Run extends TemplateRun {
  readonly uid: string;
}

interface Template {
  readonly facts: Omit<WorkflowTemplateRuns, 'runs'>;
  runs: readonly Run[];
  lastSucceededAt: Instant | null;
  /** Failed runs after which none has succeeded, by uid. */
  readonly open: Map<string, Workflow>;
}

export interface Finish {
  /** Completed by what is known of later runs. */
  readonly workflow: Workflow;
  readonly events: readonly SourceEvent[];
  /** Earlier runs that had failed, and need no answer any more, by uid. */
  readonly superseded: ReadonlyMap<string, Workflow>;
}

const NOBODY: ReadonlyMap<string, Workflow> = new Map();

/** How the last runs of each template ended: longer than the workflows themselves are there. */
export class OutcomeBook {
  private readonly templates = new Map<string, Template>();

  /** Takes a workflow that is over. */
  finish(uid: string, workflow: Workflow, now: Instant): Finish {
    const { finishedAt } = workflow;
    const named = templateNameOf(workflow);
    if (named === null || finishedAt === null) return { workflow, events: [], superseded: NOBODY };
    const events: SourceEvent[] = [];
    const template = this.templateOf(workflow, named, events);
    if (note(template, uid, workflow, finishedAt)) events.push(observed(template, now));
    if (!hasPhaseFailed(workflow.phase)) return { workflow, events, superseded: supersede(template, finishedAt) };
    const { lastSucceededAt: supersededAt } = template;
    if (supersededAt !== null && supersededAt > finishedAt)
      return { workflow: { ...workflow, supersededAt }, events, superseded: NOBODY };
    template.open.set(uid, workflow);
    return { workflow, events, superseded: NOBODY };
  }

  /** It is no failure any more: gone, or begun anew. */
  reopen(uid: string, workflow: Workflow): void {
    const named = templateNameOf(workflow);
    if (named !== null) this.templates.get(templateKey(named))?.open.delete(uid);
  }

  /** The cron workflow is gone: nobody expects that it succeeds. */
  forgetCron(namespace: string, name: string): readonly SourceEvent[] {
    const key = templateKey({ namespace, name, sort: 'cron workflow' });
    const known = this.templates.get(key);
    if (known === undefined) return [];
    this.templates.delete(key);
    return [{ id: known.facts.id, kind: known.facts.kind, goneAspect: 'main' }];
  }

  private templateOf({ system }: Workflow, named: NamedTemplate, events: SourceEvent[]): Template {
    const key = templateKey(named);
    const known = this.templates.get(key) ?? {
      facts: {
        id: templateRunsId(system, named),
        kind: SupportKind.WORKFLOW_TEMPLATE as const,
        system,
        ...named,
        isCron: named.sort === 'cron workflow',
      },
      runs: [],
      lastSucceededAt: null,
      open: new Map<string, Workflow>(),
    };
    // The one that was met last stands last.
    this.templates.delete(key);
    this.templates.set(key, known);
    if (this.templates.size > MOST_TEMPLATES) this.forgetOldest(events);
    return known;
  }

  private forgetOldest(events: SourceEvent[]): void {
    for (const [key, { facts }] of this.templates) {
      this.templates.delete(key);
      events.push({ id: facts.id, kind: facts.kind, goneAspect: 'main' });
      return;
    }
  }
}

type NamedTemplate = TemplateName & { readonly sort: WorkflowTemplateSort };

function templateNameOf({ namespace, template: name, templateSort: sort = null }: Workflow): NamedTemplate | null {
  return name === null || sort === null ? null : { namespace, name, sort };
}

/** A run that succeeded answers for those that failed before its end. */
function supersede(template: Template, succeededAt: Instant): ReadonlyMap<string, Workflow> {
  template.lastSucceededAt = Math.max(template.lastSucceededAt ?? 0, succeededAt) as Instant;
  const superseded = new Map<string, Workflow>();
  for (const [uid, failed] of template.open) {
    if ((failed.finishedAt ?? 0) >= succeededAt) continue;
    template.open.delete(uid);
    superseded.set(uid, { ...failed, supersededAt: succeededAt });
  }
  return superseded;
}

/** Lists come in no order. Returns whether it is among the newest. */
function note(template: Template, uid: string, { name, phase }: Workflow, finishedAt: Instant): boolean {
  const run: Run = { uid, finishedAt, hasFailed: hasPhaseFailed(phase), workflow: name };
  const others = template.runs.filter((other) => other.uid !== uid);
  const place = others.findIndex((other) => other.finishedAt <= finishedAt);
  const runs = place < 0 ? [...others, run] : [...others.slice(0, place), run, ...others.slice(place)];
  template.runs = runs.slice(0, RUNS_KEPT);
  return template.runs.includes(run);
}

function observed(template: Template, now: Instant): SourceEvent {
  const runs = template.runs.map(({ finishedAt, hasFailed, workflow }) => ({ finishedAt, hasFailed, workflow }));
  const facts: WorkflowTemplateRuns = { ...template.facts, runs };
  return { id: facts.id, kind: facts.kind, aspect: 'main', facts, observedAt: now };
}
