import type { SourceDefinition } from '../source.js';
import { ResourceKind } from '../../model/kinds.js';
import { type KubernetesConfig, kubernetesConfigSchema } from './kubernetes.config.js';
import { kubernetesKinds } from './kubernetes.kinds.js';
import { createKubernetesSource } from './kubernetes.source.js';

/** Kubernetes clusters: watched through their API servers, usage asked of their kubelets. */
export const kubernetes: SourceDefinition<KubernetesConfig> = {
  name: 'kubernetes',
  endpointKind: ResourceKind.CLUSTER,
  configuration: kubernetesConfigSchema,
  kinds: kubernetesKinds,
  rules: [],
  causes: [],
  create: createKubernetesSource,
};
