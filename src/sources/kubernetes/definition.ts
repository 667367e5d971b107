import type { SourceDefinition } from '../source.js';
import { ResourceKind } from '../../model/kinds.js';
import { type KubernetesConfig, kubernetesConfigSchema } from './kubernetes.config.js';
import { kubernetesKinds } from './kubernetes.kinds.js';
import { createKubernetesSource } from './kubernetes.source.js';
import { kubernetesCauses } from './kubernetes.causes.js';
import { storageCauses } from './storage.causes.js';
import { createTokenReviewer } from './token-reviewer.js';
import { claimRules } from './rules/claim.rules.js';
import { clusterRules } from './rules/cluster.rules.js';
import { jobRules } from './rules/job.rules.js';
import { nodeRules } from './rules/node.rules.js';
import { podRestartRules } from './rules/pod-restarts.rules.js';
import { podSchedulingRules } from './rules/pod-scheduling.rules.js';
import { podStartRules } from './rules/pod-start.rules.js';
import { podStateRules } from './rules/pod-state.rules.js';
import { podUsageRules } from './rules/pod-usage.rules.js';
import { volumeRules } from './rules/volume.rules.js';
import { workloadRules } from './rules/workload.rules.js';
import { zoneRules } from './rules/zone.rules.js';

/** Kubernetes clusters: watched through their API servers, usage asked of their kubelets. */
export const kubernetes: SourceDefinition<KubernetesConfig> = {
  name: 'kubernetes',
  endpointKind: ResourceKind.CLUSTER,
  configuration: kubernetesConfigSchema,
  kinds: kubernetesKinds,
  rules: [
    ...podUsageRules,
    ...podRestartRules,
    ...podStartRules,
    ...podSchedulingRules,
    ...podStateRules,
    ...workloadRules,
    ...jobRules,
    ...nodeRules,
    ...zoneRules,
    ...clusterRules,
    ...volumeRules,
    ...claimRules,
  ],
  causes: [...kubernetesCauses, ...storageCauses],
  create: createKubernetesSource,
  createTokenReviews: createTokenReviewer,
};
