import { ResourceKind } from '../../model/kinds.js';
import type { SourceDefinition } from '../source.js';
import { argoCauses } from './argo.causes.js';
import { type ArgoConfig, argoConfigSchema } from './argo.config.js';
import { argoKinds } from './argo.kinds.js';
import { argoRules } from './argo.rules.js';
import { createArgoSource } from './argo.source.js';

/** Argo Workflows: workflows, their steps and cron workflows, watched through the API server of their cluster. */
export const argo: SourceDefinition<ArgoConfig> = {
  name: 'argo',
  endpointKind: ResourceKind.WORKFLOW_ENGINE,
  configuration: argoConfigSchema,
  kinds: argoKinds,
  rules: argoRules,
  causes: argoCauses,
  create: createArgoSource,
};
