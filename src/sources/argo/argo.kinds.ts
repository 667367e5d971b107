import type { Edge } from '../../model/edges.js';
import { getOrMake } from '../../model/get-or-make.js';
import { type ResourceId, referenceTo, systemId } from '../../model/ids.js';
import { type KindDefinition, defineInterest, defineKind, defineSeries } from '../../model/kind-definition.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import { edgesToPods } from '../../model/placement.js';
import { SECOND } from '../../model/time.js';
import { engineId } from './argo.ids.js';

const { WORKFLOW_ENGINE, WORKFLOW, WORKFLOW_STEP, POD } = ResourceKind;

function runsOn(cluster: string, namespace: string, pod: string): Edge {
  return { name: 'runsOn', to: referenceTo(POD, cluster, namespace, pod) };
}

const engineKind = defineKind({
  kind: WORKFLOW_ENGINE,
  // The selector's pods, or the one that leads, which its Lease names.
  edges: ({ controllerPod: pod, placement }) => {
    if (placement === null) return [];
    const leader = pod === null ? [] : [runsOn(placement.cluster, pod.namespace, pod.name)];
    return placement.selector === null ? leader : edgesToPods(placement);
  },
  parent: () => systemId('workflows'),
});

/** Thousands of finished workflows share what they have in common. */
const edgesToEngine = new Map<ResourceId, readonly Edge[]>();

function toEngine(id: ResourceId): readonly Edge[] {
  return getOrMake(edgesToEngine, id, () => Object.freeze([{ name: 'engine', to: id } as const]));
}

const workflowKind = defineKind({
  kind: WORKFLOW,
  edges: ({ system, isNextInLine }) => {
    const id = engineId(system);
    return isNextInLine ? [...toEngine(id), { name: 'queue', to: id }] : toEngine(id);
  },
  interests: [
    // Only the one that is next in line has this edge: what an engine does makes nobody else be judged.
    defineInterest({
      kind: WORKFLOW_ENGINE,
      edge: 'queue',
      direction: 'to',
      digest: ({ lastStartedAt, slotsTaken, parallelism, isParallelismKnown, busyNamespaces, hasNamespaceLimit }) =>
        JSON.stringify([lastStartedAt, slotsTaken, parallelism, isParallelismKnown, busyNamespaces, hasNamespaceLimit]),
    }),
  ],
  parent: ({ main }) => engineId(main.system),
});

const stepKind = defineKind({
  kind: WORKFLOW_STEP,
  edges: ({ workflowId, podName, cluster, namespace }) => [
    { name: 'workflow', to: workflowId },
    ...(podName === null || cluster === null ? [] : [runsOn(cluster, namespace, podName)]),
  ],
  parent: ({ main }) => main.workflowId,
});

const templateKind = defineKind({
  kind: SupportKind.WORKFLOW_TEMPLATE,
  sets: [
    {
      name: 'failingTemplates',
      holds: ({ runs }) => runs.some(({ hasFailed }) => hasFailed),
      concerns: [WORKFLOW_ENGINE],
      digest: ({ runs }) => JSON.stringify(runs.map(({ hasFailed, finishedAt }) => [hasFailed, finishedAt])),
    },
  ],
});

const cronWorkflowKind = defineKind({
  kind: SupportKind.CRON_WORKFLOW,
  series: [
    // When it was last seen to be suspended.
    defineSeries({
      name: 'suspended',
      kind: SupportKind.CRON_WORKFLOW,
      aspect: 'main',
      values: ({ isPaused }) => (isPaused ? [{ subject: null, value: 1 }] : []),
      keep: 'last',
      step: () => SECOND,
      window: () => 0,
    }),
  ],
  sets: [
    {
      name: 'cronWorkflows',
      holds: () => true,
      concerns: [WORKFLOW_ENGINE],
      digest: ({ schedules, timeZone, isPaused, isConditional, lastScheduledAt, active, problem }) =>
        JSON.stringify([schedules, timeZone, isPaused, isConditional, lastScheduledAt, active, problem]),
    },
  ],
});

export const argoKinds: readonly KindDefinition[] = [
  engineKind,
  workflowKind,
  stepKind,
  templateKind,
  cronWorkflowKind,
];
