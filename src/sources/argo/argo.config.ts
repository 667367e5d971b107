import { z } from 'zod';
import { kubernetesAccessFields, refuseHalfAccess } from '../../clients/kubernetes-access.js';
import {
  TLS_UNUSED,
  areUnique,
  atLeastASecond,
  durationSchema,
  excludeEachOther,
  isTlsUsed,
  labelsSchema,
  nameSchema,
  placementSchema,
  secretFrom,
  tlsSchema,
  tokenFields,
} from '../../config/fields.js';
import { MINUTE } from '../../model/time.js';

/** Where the status of large workflows is asked for that the engine keeps in a database. */
const serverSchema = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/, error: 'is no address; write one such as "https://argo-server.argo:2746"' })
      .describe('Address of the Argo server.'),
    ...tokenFields,
    tls: tlsSchema.optional().describe('Whom to trust, and as whom to come.'),
    deadline: atLeastASecond.prefault('5s').describe('For one workflow.'),
  })
  .superRefine(excludeEachOther('token', 'tokenFile'))
  .refine(({ url, tls }) => isTlsUsed(url, tls), { message: TLS_UNUSED, path: ['url'] })
  .transform(({ url, token, tokenFile, tls, deadline }) => ({
    url: url.replace(/\/+$/, ''),
    secret: secretFrom(token, tokenFile),
    tls: tls ?? null,
    deadline,
  }));

export type ArgoServerConfig = z.output<typeof serverSchema>;

/** One controller of Argo Workflows. */
export const argoConfigSchema = z
  .strictObject({
    name: nameSchema,
    kubernetes: placementSchema.describe(
      'The configured cluster that it runs in, which leads from steps to their pods; `selector`: to those of the controller.',
    ),
    ...kubernetesAccessFields,
    namespaces: z
      .array(z.string().min(1))
      .max(100)
      .refine(areUnique, 'a namespace is named twice')
      .default([])
      .describe('Where workflows are looked for; all namespaces unless told.'),
    controllerNamespace: z
      .string()
      .min(1)
      .default('argo')
      .describe('Where the controller runs: its Lease and its ConfigMap are there.'),
    configMap: z.string().min(1).default('workflow-controller-configmap').describe('The ConfigMap of the controller.'),
    deployment: z
      .string()
      .min(1)
      .default('workflow-controller')
      .describe("The controller's Deployment, which tells its version and which namespaces it manages."),
    instanceId: z
      .string()
      .min(1)
      .optional()
      .describe("As the controller's own: it leaves workflows of others alone, and so does this."),
    parallelism: z
      .int()
      .min(1)
      .optional()
      .describe('How many workflows may run at once, where the ConfigMap may not be read.'),
    server: serverSchema
      .optional()
      .describe('Where the status of large workflows is asked for that the engine keeps in a database.'),
    keepStepsFor: durationSchema
      .refine((time) => time >= MINUTE, 'is at least 1m')
      .prefault('2h')
      .describe('How long the steps of a workflow that failed are kept.'),
    labels: labelsSchema.describe('Shown on the engine, such as its team.'),
  })
  .superRefine(refuseHalfAccess)
  .transform(({ kubernetes, parallelism, server, instanceId, ...rest }) => ({
    ...rest,
    placement: kubernetes,
    configuredParallelism: parallelism ?? null,
    server: server ?? null,
    instanceId: instanceId ?? null,
  }))
  .describe('One controller of Argo Workflows.');

export type ArgoConfig = z.output<typeof argoConfigSchema>;
