import type { Place } from '../../clients/kubernetes-projection.js';
import { messageOf, timeOf, wordOf } from '../../clients/kubernetes-projection.js';
import { textOf } from '../../clients/kubernetes-raw-object.js';
import { bounded } from '../../model/bounded.js';
import { ResourceKind } from '../../model/kinds.js';
import { DAY, HOUR, type Instant, MINUTE, type Milliseconds, SECOND, after } from '../../model/time.js';
import {
  type StepCounts,
  type Workflow,
  type WorkflowIdleness,
  type WorkflowStep,
  WorkflowStepPhase,
  WorkflowStepType,
} from '../../model/workflow.js';
import { lookUp } from '../look-up.js';
import { stepId } from './argo.ids.js';
import { NodeTree, hasFailed } from './node-tree.js';
import { podNameOf } from './pod-name.js';
import type { RawNode, RawWorkflow } from './workflow-objects.js';

type Node = NonNullable<RawNode>;

/** Of one workflow; those that failed come first. */
export const MOST_STEPS = 100;

/** What does work; the others only hold it together. */
const WORKERS: Readonly<Record<string, WorkflowStepType>> = {
  Pod: WorkflowStepType.POD,
  Container: WorkflowStepType.CONTAINER,
  HTTP: WorkflowStepType.HTTP,
  Plugin: WorkflowStepType.PLUGIN,
  Suspend: WorkflowStepType.SUSPEND,
};

const PHASES: Readonly<Record<string, WorkflowStepPhase>> = {
  Pending: WorkflowStepPhase.PENDING,
  Running: WorkflowStepPhase.RUNNING,
  Failed: WorkflowStepPhase.FAILED,
  Error: WorkflowStepPhase.ERROR,
};

export interface SeenSteps {
  readonly counts: StepCounts;
  readonly steps: readonly WorkflowStep[];
  readonly idleness: WorkflowIdleness | null;
}

/** Where the steps of a workflow belong. */
export interface StepPlace extends Place {
  readonly cluster: string | null;
}

/** Reads the steps that wait, are at work, or failed for good; the others are counted. */
export function projectSteps(
  raw: NonNullable<RawWorkflow>,
  nodes: readonly Node[],
  head: Pick<Workflow, 'id' | 'name' | 'namespace' | 'startedAt' | 'finishedAt'>,
  place: StepPlace,
): SeenSteps {
  const workers = nodes.filter(({ type, daemoned }) => lookUp(WORKERS, type) !== undefined && daemoned !== true);
  const tree = new NodeTree(raw, nodes);
  const failed = withoutTheirPods(workers.filter((node) => hasFailed(node) && !tree.isForgiven(node)));
  // What an ended workflow did not come to is no step that waits.
  const isOver = head.finishedAt !== null;
  const running = isOver ? [] : workers.filter(({ phase }) => phase === 'Running');
  const pending = isOver ? [] : workers.filter(({ phase }) => phase === 'Pending');
  const kept = [...failed, ...running, ...pending].slice(0, MOST_STEPS);
  const format = textOf(raw.metadata?.annotations?.['workflows.argoproj.io/pod-name-format']);
  return {
    counts: countsOf([workers, failed, running, pending], place),
    steps: kept.map((node) => stepOf(node, tree, { ...head, uid: raw.metadata?.uid ?? '', format }, place)),
    idleness: running.length > 0 || isOver || raw.spec?.suspend === true ? null : idlenessOf(nodes, pending, head.startedAt, place), // prettier-ignore
  };
}

/** Runs of one template mostly have the same: each is kept once. */
function countsOf(lists: readonly (readonly Node[])[], { interner }: Place): StepCounts {
  const [total = 0, failed = 0, running = 0, pending = 0] = lists.map(({ length }) => length);
  return interner.record<StepCounts>(`steps ${total} ${failed} ${running} ${pending}`, () => ({ total, failed, running, pending })); // prettier-ignore
}

/** Of a pod with several containers, those that failed say more than their pod does. */
function withoutTheirPods(failed: readonly Node[]): readonly Node[] {
  const told = new Set(failed.filter(({ type }) => type === 'Container').map(({ boundaryID }) => boundaryID));
  return failed.filter(({ id }) => !told.has(id));
}

type Head = Pick<Workflow, 'id' | 'name' | 'namespace' | 'finishedAt'> & {
  readonly uid: string;
  readonly format: string | null;
};

function stepOf(node: Node, tree: NodeTree, workflow: Head, place: StepPlace): WorkflowStep {
  const { system, cluster } = place;
  const id = node.id ?? '';
  const type = lookUp(WORKERS, node.type) ?? WorkflowStepType.POD;
  const exitCode = Number(textOf(node.outputs?.exitCode) ?? Number.NaN);
  const holder = type === WorkflowStepType.CONTAINER ? tree.parent(node) : type === WorkflowStepType.POD ? node : null;
  return {
    id: stepId(system, workflow.uid, id),
    kind: ResourceKind.WORKFLOW_STEP,
    name: bounded(textOf(node.displayName) ?? textOf(node.name) ?? id),
    system,
    namespace: workflow.namespace,
    labels: {},
    phase: lookUp(PHASES, node.phase) ?? WorkflowStepPhase.PENDING,
    type,
    template: wordOf(bounded(templateOf(node)), place),
    message: messageOf(node.message),
    exitCode: Number.isInteger(exitCode) ? exitCode : null,
    startedAt: timeOf(node.startedAt, place),
    finishedAt: timeOf(node.finishedAt, place),
    podName: holder == null ? null : podOf(holder, workflow),
    cluster,
    workflowId: workflow.id,
    workflowName: workflow.name,
    workflowFinishedAt: workflow.finishedAt,
    workflowSupersededAt: null,
  };
}

function templateOf({ templateName, templateRef }: Node): string | null {
  return textOf(templateRef?.template) ?? textOf(templateName);
}

function podOf(node: Node, { name, format }: Head): string {
  const id = node.id ?? '';
  return podNameOf(name, { id, name: textOf(node.name) ?? id, template: templateOf(node) }, format);
}

/** Nothing has been at work since the last thing that happened, or the end of a pause between two attempts. */
function idlenessOf(
  nodes: readonly Node[],
  pending: readonly Node[],
  startedAt: Instant | null,
  place: Place,
): WorkflowIdleness | null {
  if (startedAt === null) return null;
  const times = nodes
    .flatMap((node) => [timeOf(node.startedAt, place), timeOf(node.finishedAt, place)])
    .filter((at) => at !== null);
  const last = times.reduce((a, b) => (b > a ? b : a), startedAt);
  const retry = nodes.find(({ type, phase }) => type === 'Retry' && phase === 'Running');
  const [waiting] = pending;
  const lock = textOf(waiting?.synchronizationStatus?.waiting);
  const reason =
    lock === null ? (messageOf(waiting?.message) ?? messageOf(retry?.message)) : `Waiting for ${bounded(lock)}`;
  return { since: after(last, pauseOf(textOf(retry?.message))), reason };
}

const UNITS: Readonly<Record<string, Milliseconds>> = { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY };

/** "Backoff for 1 minute 30 seconds" is what was asked for, and not late before it is over. */
function pauseOf(message: string | null): Milliseconds {
  if (message?.startsWith('Backoff for ') !== true) return 0;
  const parts = message.matchAll(/(\d+) (second|minute|hour|day)s?/g);
  return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
}
