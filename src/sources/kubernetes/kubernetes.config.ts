import { z } from 'zod';
import { kubernetesAccessFields, refuseHalfAccess } from '../../clients/kubernetes-access.js';
import { durationSchema, labelsSchema, nameSchema } from '../../config/fields.js';
import { SECOND } from '../../model/time.js';

/** Asking a kubelet makes it work: not more often than this. */
export const KUBELET_FLOOR = 10 * SECOND;

const kubeletsSchema = z.strictObject({
  /** Without them there is no usage, and no space of volumes. */
  enabled: z.boolean().default(true),
  interval: durationSchema
    .refine((interval) => interval >= KUBELET_FLOOR, 'a kubelet is asked every 10s at most')
    .prefault('10s'),
  /**
   * For all that is asked of one kubelet at a time. Where containers end within seconds of their start, as those of workflows
   * do, its cAdvisor tries for 3.1 s to read each of them, and whoever wants a summary waits for several of these: 10 s were
   * seen.
   */
  deadline: durationSchema.prefault('15s'),
  /** Kubelets that are asked at the same time. */
  concurrency: z.int().min(1).max(1_000).default(32),
  /** Many clusters leave their kubelets' certificates self-signed. */
  insecureSkipVerify: z.boolean().default(false),
});

const nodeGroupSchema = z.strictObject({
  name: z.string().min(1),
  /** Labels a node must carry to be of the group. */
  selector: z.record(z.string(), z.string()),
  requiredPerZone: z.int().min(0),
});

/** One cluster. */
export const kubernetesConfigSchema = z
  .strictObject({
    name: nameSchema,
    ...kubernetesAccessFields,
    kubelets: kubeletsSchema.prefault({}),
    /** The most nodes the cluster may grow to, where no autoscaler says so. */
    maximumNodes: z.int().min(1).optional(),
    nodeGroups: z.array(nodeGroupSchema).default([]),
    /** Events that are remembered, the newest ones. */
    eventsKept: z.int().min(100).max(1_000_000).default(5_000),
    /** Shown on the cluster, such as its team. */
    labels: labelsSchema,
  })
  .superRefine(refuseHalfAccess);

export type KubernetesConfig = z.output<typeof kubernetesConfigSchema>;
