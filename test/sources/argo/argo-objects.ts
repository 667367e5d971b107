import { Interner } from '../../../src/clients/interner.js';
import type { StepPlace } from '../../../src/sources/argo/step.projection.js';
import type { RawWorkflow } from '../../../src/sources/argo/workflow-objects.js';

export const SYSTEM = 'pipelines';

export const place: StepPlace = { system: SYSTEM, cluster: 'prod', interner: new Interner() };

/** A node as Argo writes it; the id is the name. */
export function node(name: string, more: object = {}): Record<string, unknown> {
  const ended = { startedAt: '2026-01-01T00:00:10Z', finishedAt: '2026-01-01T00:00:20Z' };
  const displayName = name.split('.').at(-1) ?? name;
  return { id: name, name, displayName, type: 'Pod', templateName: 'work', phase: 'Succeeded', ...ended, ...more };
}

export interface WorkflowParts {
  readonly name?: string;
  readonly uid?: string;
  readonly metadata?: object;
  readonly spec?: object;
  readonly status?: object;
  readonly nodes?: readonly Record<string, unknown>[];
}

/** A workflow as the API server gives it. */
export function rawWorkflow(parts: WorkflowParts = {}): NonNullable<RawWorkflow> {
  const { name = 'load', uid = name, metadata, spec, status, nodes = [] } = parts;
  return {
    metadata: {
      name,
      uid,
      namespace: 'data',
      resourceVersion: '1',
      creationTimestamp: '2026-01-01T00:00:00Z',
      ...metadata,
    },
    spec: { templates: [], ...spec },
    status: {
      phase: 'Running',
      startedAt: '2026-01-01T00:00:05Z',
      nodes: Object.fromEntries(nodes.map((one) => [String(one['id']), one])),
      ...status,
    },
  };
}

export const FAILED = { phase: 'Failed', finishedAt: '2026-01-01T00:01:00Z' };
export const SUCCEEDED = { phase: 'Succeeded', finishedAt: '2026-01-01T00:01:00Z' };
