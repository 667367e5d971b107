import {
  createdAtOf,
  identityOf,
  messageOf,
  namespaceOf,
  timeOf,
  wordOf,
} from '../../clients/kubernetes-projection.js';
import { type RawMeta, listOf, textEntriesOf, textOf } from '../../clients/kubernetes-raw-object.js';
import { bounded } from '../../model/bounded.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Labels } from '../../model/resource.js';
import { type Workflow, WorkflowPhase, type WorkflowStep, type WorkflowTemplateSort } from '../../model/workflow.js';
import { lookUp } from '../look-up.js';
import { nodeStatusOf } from './node-status.js';
import { type StepPlace, projectSteps } from './step.projection.js';
import { isFinished, isWaiting } from './workflow-phase.js';
import type { RawWorkflow } from './workflow-objects.js';

const OWN = 'workflows.argoproj.io/';
const PHASES: Readonly<Record<string, WorkflowPhase>> = {
  Pending: WorkflowPhase.PENDING,
  Running: WorkflowPhase.RUNNING,
  Succeeded: WorkflowPhase.SUCCEEDED,
  Failed: WorkflowPhase.FAILED,
  Error: WorkflowPhase.ERROR,
};

/** A workflow as one event shows it. */
export interface SeenWorkflow {
  readonly facts: Workflow;
  readonly steps: readonly WorkflowStep[];
  /** As a whole, by a person: nothing of it is to go on. */
  readonly isSuspended: boolean;
  /** Its nodes are to be had from the Argo server only, in this version; null where they are not. */
  readonly offloadedAs: string | null;
}

const NO_STEPS: readonly WorkflowStep[] = Object.freeze([]);

/** @throws UnreadableObject for one that cannot be told from others */
export function projectWorkflow(raw: RawWorkflow, place: StepPlace): SeenWorkflow {
  const meta = raw?.metadata;
  const status = raw?.status;
  const phase = lookUp(PHASES, status?.phase) ?? WorkflowPhase.NEW;
  const named = { ...meta, labels: ownLabelsOf(meta) };
  const [template, templateSort] = templateOf(raw);
  const { id, kind, name, system, labels } = identityOf(ResourceKind.WORKFLOW, named, place);
  // Every field by its name, in one place: an object that begins as a copy of another has room for that one's fields only,
  // and thousands of these are kept.
  const head: Workflow = {
    id,
    kind,
    name,
    system,
    labels,
    namespace: namespaceOf(meta, place),
    phase,
    message: wordOf(messageOf(status?.message), place),
    createdAt: createdAtOf(meta, place),
    startedAt: timeOf(status?.startedAt, place),
    finishedAt: isFinished(phase) ? timeOf(status?.finishedAt, place) : null,
    template: wordOf(bounded(template), place),
    templateSort,
    cronWorkflow: wordOf(labelOf(meta, 'cron-workflow'), place),
    waitingFor: null,
    steps: null,
    stepsUnavailable: null,
    idleness: null,
    isNextInLine: false,
    supersededAt: null,
  };
  // Thousands of these are kept, and nobody asks for their steps.
  if (raw == null || phase === WorkflowPhase.SUCCEEDED) return seen(head);
  const waiting = { ...head, waitingFor: isWaiting(phase) ? waitingForOf(raw) : null };
  return { ...withSteps(raw, waiting, place), isSuspended: raw.spec?.suspend === true };
}

function withSteps(raw: NonNullable<RawWorkflow>, head: Workflow, place: StepPlace): SeenWorkflow {
  const found = nodeStatusOf(raw.status);
  if ('offloadedAs' in found) {
    const facts = { ...head, stepsUnavailable: 'not configured' };
    return { ...seen(facts), offloadedAs: found.offloadedAs };
  }
  if ('isUnreadable' in found) return seen({ ...head, stepsUnavailable: 'unsupported' });
  const { counts, steps, idleness } = projectSteps(raw, found.nodes, head, place);
  const isRunning = head.phase === WorkflowPhase.RUNNING;
  return { ...seen({ ...head, steps: counts, idleness: isRunning ? idleness : null }), steps };
}

function seen(facts: Workflow): SeenWorkflow {
  return { facts, steps: NO_STEPS, isSuspended: false, offloadedAs: null };
}

/** The engine's own labels say again what the status does, and change when nothing else has. */
function ownLabelsOf(meta: RawMeta): Labels {
  return Object.fromEntries(textEntriesOf(meta?.labels).filter(([key]) => !key.startsWith(OWN)));
}

function labelOf(meta: RawMeta, name: string): string | null {
  return textOf((meta?.labels as Labels | null | undefined)?.[OWN + name]);
}

const NO_TEMPLATE: readonly [null, null] = [null, null];

/** What it is a run of, and what sort of thing that is: the first of these that is known. */
function templateOf(raw: RawWorkflow): readonly [string, WorkflowTemplateSort] | typeof NO_TEMPLATE {
  const meta = raw?.metadata;
  const referred = raw?.spec?.workflowTemplateRef;
  const known: readonly (readonly [string | null, WorkflowTemplateSort])[] = [
    [labelOf(meta, 'cron-workflow'), 'cron workflow'],
    [textOf(referred?.name), referred?.clusterScope === true ? 'cluster template' : 'template'],
    [labelOf(meta, 'workflow-template'), 'template'],
    [labelOf(meta, 'cluster-workflow-template'), 'cluster template'],
    [textOf(meta?.generateName)?.replace(/-$/, '') ?? null, 'generated name'],
  ];
  for (const [name, sort] of known) if (name !== null) return [name, sort];
  return NO_TEMPLATE;
}

function waitingForOf({ status }: NonNullable<RawWorkflow>): string | null {
  const [semaphore] = listOf(status?.synchronization?.semaphore?.waiting);
  if (semaphore !== undefined) return `semaphore ${bounded(textOf(semaphore.semaphore) ?? '')}`.trim();
  const [mutex] = listOf(status?.synchronization?.mutex?.waiting);
  if (mutex !== undefined) return `mutex ${bounded(textOf(mutex.mutex) ?? '')}`.trim();
  return /too many workflows are already running/.test(textOf(status?.message) ?? '') ? 'parallelism' : null;
}
