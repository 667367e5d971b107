import type { SourceEvent } from '../../model/facts.js';
import { SupportKind } from '../../model/kinds.js';
import type { Instant } from '../../model/time.js';
import type { Workflow, WorkflowTemplateRuns } from '../../model/workflow.js';
import { templateRunsId } from './argo.ids.js';
import { hasPhaseFailed } from './workflow.projection.js';

const RUNS_KEPT = 20;
/** Templates that are remembered; those without a run for longest are forgotten. */
const MOST_TEMPLATES = 5_000;

type Run = WorkflowTemplateRuns['runs'][number];

interface Template {
  readonly facts: Omit<WorkflowTemplateRuns, 'runs'>;
  runs: readonly Run[];
  lastSucceededAt: Instant | null;
  /** Failed runs after which none has succeeded, by their ids. */
  readonly open: Map<string, Workflow>;
}

/** How the last runs of each template ended: longer than the workflows themselves are there. */
export class OutcomeBook {
  private readonly templates = new Map<string, Template>();

  /** Completes a finished workflow by what is known of later ones, and tells what it says of earlier ones. */
  finish(workflow: Workflow, now: Instant): { readonly workflow: Workflow; readonly events: readonly SourceEvent[] } {
    const { template: name, finishedAt } = workflow;
    if (name === null || finishedAt === null) return { workflow, events: [] };
    const events: SourceEvent[] = [];
    const template = this.templateOf(workflow, name, events);
    if (note(template, workflow, finishedAt)) events.push(observed({ ...template.facts, runs: template.runs }, now));
    if (hasPhaseFailed(workflow.phase)) {
      const { lastSucceededAt } = template;
      if (lastSucceededAt !== null && lastSucceededAt > finishedAt)
        return { workflow: { ...workflow, supersededAt: lastSucceededAt }, events };
      template.open.set(workflow.id, workflow);
      return { workflow, events };
    }
    template.lastSucceededAt = Math.max(template.lastSucceededAt ?? 0, finishedAt) as Instant;
    for (const [id, failed] of template.open) {
      if ((failed.finishedAt ?? 0) >= finishedAt) continue;
      template.open.delete(id);
      events.push(observed({ ...failed, supersededAt: finishedAt }, now));
    }
    return { workflow, events };
  }

  /** It is no failure any more: gone, or begun anew. */
  reopen({ id, namespace, template }: Workflow): void {
    if (template !== null) this.templates.get(`${namespace}/${template}`)?.open.delete(id);
  }

  private templateOf(workflow: Workflow, name: string, events: SourceEvent[]): Template {
    const { system, namespace, cronWorkflow } = workflow;
    const key = `${namespace}/${name}`;
    const known = this.templates.get(key) ?? {
      facts: {
        id: templateRunsId(system, namespace, name),
        kind: SupportKind.WORKFLOW_TEMPLATE as const,
        name,
        system,
        namespace,
        isCron: cronWorkflow !== null,
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

/** Lists come in no order. Returns whether it is among the newest. */
function note(template: Template, { name, phase }: Workflow, finishedAt: Instant): boolean {
  const run: Run = { finishedAt, hasFailed: hasPhaseFailed(phase), workflow: name };
  const others = template.runs.filter(({ workflow }) => workflow !== name);
  const place = others.findIndex((other) => other.finishedAt <= finishedAt);
  const runs = place < 0 ? [...others, run] : [...others.slice(0, place), run, ...others.slice(place)];
  template.runs = runs.slice(0, RUNS_KEPT);
  return template.runs.includes(run);
}

function observed(facts: Workflow | WorkflowTemplateRuns, now: Instant): SourceEvent {
  return { id: facts.id, kind: facts.kind, aspect: 'main', facts, observedAt: now } as SourceEvent;
}
