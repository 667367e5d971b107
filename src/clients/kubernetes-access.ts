import { z } from 'zod';

/** How configuration names a cluster's API server: fields of the entry of every source that watches one. */
export const kubernetesAccessFields = {
  kubeconfig: z.string().min(1).optional().describe('Path of a kubeconfig file.'),
  context: z.string().min(1).optional().describe('A context of that file other than its current one.'),
  inCluster: z
    .boolean()
    .optional()
    .describe('As the service account of the pod that Vitals runs in: what holds when no kubeconfig is named.'),
};

/** The check that goes with them. */
export function refuseHalfAccess(
  { kubeconfig, context, inCluster }: z.output<z.ZodObject<typeof kubernetesAccessFields>>,
  issues: z.RefinementCtx,
): void {
  if (kubeconfig === undefined ? inCluster === false : inCluster === true)
    issues.addIssue({
      code: 'custom',
      message: 'name either a kubeconfig or inCluster: true',
      path: ['kubeconfig'],
    });
  if (context !== undefined && kubeconfig === undefined)
    issues.addIssue({
      code: 'custom',
      message: 'a context belongs to a kubeconfig: name that too',
      path: ['context'],
    });
}
