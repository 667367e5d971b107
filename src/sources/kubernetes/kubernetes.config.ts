import { z } from 'zod';
import { durationSchema, nameSchema } from '../../config/fields.js';
import { SECOND } from '../../model/time.js';

/** Asking a kubelet makes it work: not more often than this. */
export const KUBELET_FLOOR = 10 * SECOND;

const kubeletsSchema = z.strictObject({
  /** Without them there is no usage, and no space of volumes. */
  enabled: z.boolean().default(true),
  interval: durationSchema
    .refine((interval) => interval >= KUBELET_FLOOR, 'a kubelet is asked every 10s at most')
    .prefault('10s'),
  /** For all that is asked of one kubelet at a time. */
  deadline: durationSchema.prefault('2s'),
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
    /** Path of a kubeconfig file. */
    kubeconfig: z.string().min(1).optional(),
    /** A context of that file other than its current one. */
    context: z.string().min(1).optional(),
    /** As the service account of the pod that Vitals runs in: what holds when no kubeconfig is named. */
    inCluster: z.boolean().optional(),
    kubelets: kubeletsSchema.prefault({}),
    /** The most nodes the cluster may grow to, where no autoscaler says so. */
    maximumNodes: z.int().min(1).optional(),
    nodeGroups: z.array(nodeGroupSchema).default([]),
    /** Events that are remembered, the newest ones. */
    eventsKept: z.int().min(100).max(1_000_000).default(5_000),
    /** Shown on the cluster, such as its team. */
    labels: z.record(z.string(), z.string()).default({}),
  })
  .refine(({ kubeconfig, inCluster }) => (kubeconfig === undefined ? inCluster !== false : inCluster !== true), {
    message: 'name either a kubeconfig or inCluster: true',
    path: ['kubeconfig'],
  })
  .refine(({ kubeconfig, context }) => context === undefined || kubeconfig !== undefined, {
    message: 'a context belongs to a kubeconfig: name that too',
    path: ['context'],
  });

export type KubernetesConfig = z.output<typeof kubernetesConfigSchema>;
