import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';

/** The id of an engine: there is one of each configured name. */
export function engineId(system: string): ResourceId {
  return resourceId(ResourceKind.WORKFLOW_ENGINE, system, system);
}

/** Nodes of two workflows may have the same id: a workflow made anew under its old name. */
export function stepId(system: string, workflowUid: string, nodeId: string): ResourceId {
  return resourceId(ResourceKind.WORKFLOW_STEP, system, `${workflowUid}/${nodeId}`);
}

export function templateRunsId(system: string, namespace: string, template: string): ResourceId {
  return resourceId(SupportKind.WORKFLOW_TEMPLATE, system, `${namespace}/${template}`);
}
