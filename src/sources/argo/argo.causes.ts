import { FindingReason } from '../../model/finding-reason.js';
import type { Finding } from '../../model/health.js';
import type { CauseDefinition, Step } from '../../model/kind-definition.js';
import { ResourceKind } from '../../model/kinds.js';
import type { Pod } from '../../model/pod.js';
import type { Seen } from '../../model/rule.js';
import { type Instant, MINUTE, type Milliseconds } from '../../model/time.js';
import { type Workflow, type WorkflowEngine, WorkflowPhase } from '../../model/workflow.js';
import { CANNOT_START } from '../pod-trouble.js';
import { isUnasked } from '../unasked.js';
import { templateSubject } from './argo.ids.js';
import { isManaged } from './managed-namespaces.js';

const R = FindingReason;

const toPod: Step = { edge: 'runsOn', direction: 'to', kind: ResourceKind.POD };
const toSteps: Step = { edge: 'workflow', direction: 'from', kind: ResourceKind.WORKFLOW_STEP };
const toEngine: Step = { edge: 'engine', direction: 'to', kind: ResourceKind.WORKFLOW_ENGINE };
const toWorkflows: Step = { edge: 'engine', direction: 'from', kind: ResourceKind.WORKFLOW };
const toApiServer: Step = { edge: 'apiServer', direction: 'to', kind: ResourceKind.CLUSTER };
const toControllerPod: Step = { edge: 'runsOn', direction: 'to', kind: ResourceKind.POD };

/** What keeps a pod from being started. */
const NOT_STARTED = [R.POD_UNSCHEDULABLE, R.POD_PENDING, ...CANNOT_START, R.CONTAINER_CREATING_STUCK];

/** What ends it before its work is done. */
const ENDED = [
  R.CONTAINER_OOM_KILLED,
  R.POD_FAILED,
  R.POD_EVICTED,
  R.POD_STATE_UNKNOWN,
  ...CANNOT_START,
  R.CONTAINER_CREATING_STUCK,
];

function workflowOf(seen: Seen): Workflow {
  return seen.main as Workflow;
}

function isStuckAtPods(workflow: Seen): boolean {
  const { phase, idleness } = workflowOf(workflow);
  return phase === WorkflowPhase.RUNNING && idleness !== null;
}

const failedWithItsPod: CauseDefinition = {
  effects: [R.WORKFLOW_STEP_FAILED],
  causes: ENDED,
  path: [toPod],
};

const failedForItsSteps: CauseDefinition = {
  effects: [R.WORKFLOW_FAILED],
  causes: [R.WORKFLOW_STEP_FAILED],
  path: [toSteps],
};

/** Of the runs that make a template fail, those that can still be seen. */
const failingForItsRuns: CauseDefinition = {
  effects: [R.WORKFLOWS_FAILING],
  causes: [R.WORKFLOW_FAILED],
  path: [toWorkflows],
  holds: ({ subject }, _, __, workflow) => {
    const { namespace, template: name, templateSort: sort = null } = workflowOf(workflow);
    return name !== null && subject === templateSubject({ namespace, name, sort });
  },
};

/** Silence is said a while after it began. */
const BEGAN_BEFORE: Milliseconds = 5 * MINUTE;

function isAfterSilence(time: Instant, silent: Finding): boolean {
  return time >= silent.since - BEGAN_BEFORE;
}

/**
 * What waits for a controller that does nothing. What it has said to wait for others waits for those, and what stood still
 * before it fell silent waits for something else; of one that it has never looked at, nothing else can be the reason.
 */
function waitsForController({ phase, waitingFor, createdAt, idleness }: Workflow, silent: Finding): boolean {
  if (phase === WorkflowPhase.NEW) return true;
  if (phase === WorkflowPhase.PENDING) return waitingFor === null && isAfterSilence(createdAt, silent);
  return idleness !== null && isAfterSilence(idleness.since, silent);
}

const notTakenUp: CauseDefinition = {
  effects: [R.WORKFLOW_QUEUED],
  causes: [R.WORKFLOW_CONTROLLER_SILENT],
  path: [toEngine],
  holds: (_, workflow, silent, engine) =>
    isManaged((engine.main as WorkflowEngine).managedNamespaces, workflowOf(workflow).namespace) &&
    waitsForController(workflowOf(workflow), silent),
};

const notScheduled: CauseDefinition = {
  effects: [R.CRON_WORKFLOW_OVERDUE],
  causes: [R.WORKFLOW_CONTROLLER_SILENT],
  path: [],
  holds: ({ since }, _, silent) => isAfterSilence(since, silent),
};

const podsNotStarted: CauseDefinition = {
  effects: [R.WORKFLOW_QUEUED],
  causes: NOT_STARTED,
  path: [toSteps, toPod],
  holds: (_, workflow) => isStuckAtPods(workflow),
};

const controllerDown: CauseDefinition = {
  effects: [R.WORKFLOW_CONTROLLER_SILENT],
  causes: [...NOT_STARTED, ...ENDED, R.POD_CRASH_LOOPING, R.POD_NOT_READY],
  path: [toControllerPod],
  holds: ({ since }, _, cause, pod) => cause.reason !== R.CONTAINER_OOM_KILLED || endedLately(cause, pod, since),
};

/** That a container was killed is told for an hour: one that ran again before the silence began did not begin it. */
function endedLately({ subject }: Finding, pod: Seen, silentSince: Instant): boolean {
  return (pod.main as Pod).containers.some(
    ({ name, isReady, runningSince }) =>
      name === subject && (!isReady || runningSince === null || runningSince >= silentSince - BEGAN_BEFORE),
  );
}

/** As a whole: what the Argo server does not answer is another matter. */
const apiServerDown: CauseDefinition = {
  effects: [R.SOURCE_UNREACHABLE],
  causes: [R.CLUSTER_UNREACHABLE],
  path: [toApiServer],
  holds: ({ subject }, source) => subject === null && !isUnasked(source, subject),
};

export const argoCauses: readonly CauseDefinition[] = [
  failedWithItsPod,
  failedForItsSteps,
  failingForItsRuns,
  notTakenUp,
  notScheduled,
  podsNotStarted,
  controllerDown,
  apiServerDown,
];
