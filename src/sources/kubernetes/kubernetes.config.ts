import { z } from 'zod';
import { kubernetesAccessFields, refuseHalfAccess } from '../../clients/kubernetes-access.js';
import { areUnique, durationSchema, labelsSchema, nameSchema } from '../../config/fields.js';
import { SECOND } from '../../model/time.js';

/** Asking a kubelet makes it work: not more often than this. */
export const KUBELET_FLOOR = 10 * SECOND;

const kubeletsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe('Without them there is no usage, and no space of volumes.'),
  interval: durationSchema
    .refine((interval) => interval >= KUBELET_FLOOR, 'a kubelet is asked every 10s at most')
    .prefault('10s')
    .describe('How often each is asked.'),
  deadline: durationSchema
    .prefault('15s')
    .describe(
      'For all that is asked of one kubelet at a time. Where containers end within seconds of their start, as those of workflows do, its cAdvisor tries for 3.1 s to read each of them, and whoever wants a summary waits for several of these: 10 s were seen.',
    ),
  concurrency: z.int().min(1).max(1_000).default(32).describe('Kubelets that are asked at the same time.'),
  insecureSkipVerify: z
    .boolean()
    .default(false)
    .describe("Many clusters leave their kubelets' certificates self-signed."),
});

const nodeGroupSchema = z.strictObject({
  name: z.string().min(1).describe('What it is called.'),
  selector: z.record(z.string(), z.string()).describe('Labels a node must carry to be of the group.'),
  requiredPerZone: z.int().min(0).describe('So many nodes of it each zone must have.'),
});

/** One cluster. */
export const kubernetesConfigSchema = z
  .strictObject({
    name: nameSchema,
    ...kubernetesAccessFields,
    kubelets: kubeletsSchema.prefault({}).describe('What is asked of the kubelets: usage, and the space of volumes.'),
    maximumNodes: z
      .int()
      .min(1)
      .optional()
      .describe('The most nodes the cluster may grow to, where no autoscaler says so.'),
    nodeGroups: z
      .array(nodeGroupSchema)
      .refine((groups) => areUnique(groups.map(({ name }) => name)), 'a group of nodes is named twice')
      .default([])
      .describe('Nodes of which each zone must have some.'),
    eventsKept: z.int().min(100).max(1_000_000).default(5_000).describe('Events that are remembered, the newest ones.'),
    labels: labelsSchema.describe('Shown on the cluster, such as its team.'),
  })
  .superRefine(refuseHalfAccess)
  .describe('One Kubernetes cluster.');

export type KubernetesConfig = z.output<typeof kubernetesConfigSchema>;
