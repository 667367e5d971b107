import { type ResourceId, resourceId } from '../../model/ids.js';
import { ResourceKind, SupportKind } from '../../model/kinds.js';
import type { WorkflowTemplateSort } from '../../model/workflow.js';

/** The id of an engine: there is one of each configured name. */
export function engineId(system: string): ResourceId {
  return resourceId(ResourceKind.WORKFLOW_ENGINE, system, system);
}

/** Nodes of two workflows may have the same id: a workflow made anew under its old name. */
export function stepId(system: string, workflowUid: string, nodeId: string): ResourceId {
  return resourceId(ResourceKind.WORKFLOW_STEP, system, `${workflowUid}/${nodeId}`);
}

/** What a workflow is a run of, among all of an engine. */
export interface TemplateName {
  readonly namespace: string;
  readonly name: string;
  /** Absent in recordings that were made before this was noted. */
  readonly sort?: WorkflowTemplateSort | null;
}

export function templateRunsId(system: string, template: TemplateName): ResourceId {
  return resourceId(SupportKind.WORKFLOW_TEMPLATE, system, templateKey(template));
}

/** No two sorts of one name have the same key; a namespace, a name and a sort have no slash. */
export function templateKey({ namespace, name, sort }: TemplateName): string {
  return `${sort ?? ''}/${namespace}/${name}`;
}

/** What it is called in findings: a cron workflow by its name, and all else by what it is, too. */
export function templateSubject({ namespace, name, sort = null }: TemplateName): string {
  const plain = `${namespace}/${name}`;
  return sort === null || sort === 'cron workflow' ? plain : `${plain} (${sort})`;
}
