import { z } from 'zod';
import { kubernetesAccessFields, refuseHalfAccess } from '../../clients/kubernetes-access.js';
import {
  TLS_UNUSED,
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
    url: z.url({ protocol: /^https?$/, error: 'is no address; write one such as "https://argo-server.argo:2746"' }),
    ...tokenFields,
    tls: tlsSchema.optional(),
    /** For one workflow. */
    deadline: atLeastASecond.prefault('5s'),
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
    /** The configured cluster that it runs in, which leads from steps to their pods; `selector`: to those of the controller. */
    kubernetes: placementSchema,
    ...kubernetesAccessFields,
    /** Where workflows are looked for; all namespaces unless told. */
    namespaces: z.array(z.string().min(1)).max(100).default([]),
    /** Where the controller runs: its Lease and its ConfigMap are there. */
    controllerNamespace: z.string().min(1).default('argo'),
    configMap: z.string().min(1).default('workflow-controller-configmap'),
    /** The controller's Deployment, which tells its version. */
    deployment: z.string().min(1).default('workflow-controller'),
    /** As the controller's own: it leaves workflows of others alone, and so does this. */
    instanceId: z.string().min(1).optional(),
    /** How many workflows may run at once, where the ConfigMap may not be read. */
    parallelism: z.int().min(1).optional(),
    server: serverSchema.optional(),
    /** How long the steps of a workflow that failed are kept. */
    keepStepsFor: durationSchema.refine((time) => time >= MINUTE, 'is at least 1m').prefault('2h'),
    /** Shown on the engine, such as its team. */
    labels: labelsSchema,
  })
  .superRefine(refuseHalfAccess)
  .transform(({ kubernetes, parallelism, server, instanceId, ...rest }) => ({
    ...rest,
    placement: kubernetes,
    configuredParallelism: parallelism ?? null,
    server: server ?? null,
    instanceId: instanceId ?? null,
  }));

export type ArgoConfig = z.output<typeof argoConfigSchema>;
